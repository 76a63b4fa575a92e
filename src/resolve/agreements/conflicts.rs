//! Conflicts: states of one agreement that cannot both be as they are told. Both sides stay.

use crate::model::{AgreementConflict, AgreementState, AgreementStatus, Edtf, EventStatus};

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

fn contradiction(one: &AgreementState, other: &AgreementState) -> Option<String> {
    if one.status == other.status && one.status == AgreementStatus::Signed {
        let (a, b) = (one.when?, other.when?);
        let apart = a.latest()? < b.earliest()? || b.latest()? < a.earliest()?;
        return apart.then(|| format!("Two dates for the signing: {} and {}.", a.words(), b.words()));
    }
    out_of_order(one, other).or_else(|| out_of_order(other, one))
}

/// Told as agreed first, and only later as still wanted or spoken about.
fn out_of_order(done: &AgreementState, open: &AgreementState) -> Option<String> {
    let is_done = matches!(done.status, AgreementStatus::Agreed | AgreementStatus::Signed | AgreementStatus::InForce);
    let is_open = matches!(
        open.status,
        AgreementStatus::Proposed | AgreementStatus::UnderDiscussion | AgreementStatus::Negotiated
    );
    if !is_done || !is_open {
        return None;
    }
    let (done_on, open_on) = (done.when.or(done.reported)?, open.when.or(open.reported)?);
    let is_late = done_on.latest()? < open_on.earliest()?;
    let date = |date: Edtf| date.words();
    is_late.then(|| {
        format!(
            "Told as {} ({}), and later as {} ({}).",
            words(done.status),
            date(done_on),
            words(open.status),
            date(open_on)
        )
    })
}

fn words(status: AgreementStatus) -> String {
    status.as_str().replace('-', " ")
}
