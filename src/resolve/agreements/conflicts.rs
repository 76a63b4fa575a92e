//! Conflicts: states of one agreement that cannot both be as they are told. Both sides stay.
//!
//! The natural order is: proposed, under discussion, negotiated, then agreed, signed, then in force or
//! under way. A state without a date is told as of its text's own time; a text that looks back
//! (`they had discussed`) tells no time, and is no side.

use crate::model::{AgreementConflict, AgreementState, AgreementStatus, Edtf, EventStatus, Phrase, Telling};

/// So many conflicts are listed.
const MOST: usize = 20;
/// So many rows are compared with each other.
const MOST_ROWS: usize = 60;

/// What contradicts in a history, in its order.
pub fn conflicts(history: &[AgreementState]) -> Vec<AgreementConflict> {
    let told = history.iter().enumerate().filter(|(_, row)| row.certainty == EventStatus::Happened).take(MOST_ROWS);
    let told: Vec<(usize, &AgreementState)> = told.collect();
    let mut found = Vec::new();
    for (place, &(one, row)) in told.iter().enumerate() {
        for &(other, later) in &told[place + 1..] {
            if let Some(words) = contradiction(row, later) {
                found.push(AgreementConflict { one, other, words });
            }
        }
    }
    found.truncate(MOST);
    found
}

fn contradiction(one: &AgreementState, other: &AgreementState) -> Option<Phrase> {
    if one.status == other.status && one.status == AgreementStatus::Signed {
        let (a, b) = (one.when?, other.when?);
        let apart = a.latest()? < b.earliest()? || b.latest()? < a.earliest()?;
        return apart.then(|| Phrase::new("conflict-two-signings").with("one", a).with("other", b));
    }
    out_of_order(one, other).or_else(|| out_of_order(other, one))
}

/// How far an agreement has come, in the natural order; `None` for what can come at any time.
fn stage(status: AgreementStatus) -> Option<u8> {
    match status {
        AgreementStatus::Proposed | AgreementStatus::UnderDiscussion | AgreementStatus::Negotiated => Some(0),
        AgreementStatus::Agreed | AgreementStatus::Signed => Some(1),
        AgreementStatus::InForce => Some(2),
        AgreementStatus::Suspended | AgreementStatus::Restored | AgreementStatus::Violated | AgreementStatus::Ended => {
            None
        }
    }
}

/// Told as further on first, and only later as less far: agreed before it was discussed, under way before
/// it was agreed.
fn out_of_order(further: &AgreementState, less: &AgreementState) -> Option<Phrase> {
    if stage(further.status)? <= stage(less.status)? || is_usual(further.status, less.status) {
        return None;
    }
    // that a text looks back says nothing of the time it is written in
    let is_dated = less.when.is_some() || less.telling == Telling::Now && stage(less.status)? == 0;
    let (first, then) = (further.when.or(further.reported)?, less.when.or(less.reported)?);
    let is_apart = first.latest()? < then.earliest()?;
    let words = || Phrase::new("conflict-order").with("further", side(further, first)).with("less", side(less, then));
    (is_dated && is_apart).then(words)
}

/// What is signed is discussed all the same, and what is in force is proposed and worked out anew.
fn is_usual(further: AgreementStatus, less: AgreementStatus) -> bool {
    match further {
        AgreementStatus::Signed => less == AgreementStatus::UnderDiscussion,
        AgreementStatus::InForce => stage(less) == Some(0),
        _ => false,
    }
}

/// `in force or under way (told February 2023)`.
fn side(row: &AgreementState, date: Edtf) -> Phrase {
    let id = if row.when.is_some() { "conflict-side" } else { "conflict-side-told" };
    Phrase::new(id).with("state", Phrase::of("state", row.status.as_str())).with("date", date)
}
