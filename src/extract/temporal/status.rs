//! Status: whether the clause around a date tells a fact, a plan, a claim or a denial.

use super::class::Class;
use super::tense::Clause;
use crate::model::{Direction, EventStatus, Meaning, Point, Unit};

/// How far behind a date it is taken back, in tokens.
const UNDONE_REACH: usize = 8;
/// How far in front of a date a denial reaches, in tokens.
const REACH: usize = 12;
/// How far around a date a claim reaches: most sentences whole, in tokens.
const CLAIM_REACH: usize = 60;

/// What the clause says of what happens on the date at tokens `start..end`. A denial goes before a
/// claim, a claim before a plan: the weaker statement is the honest one.
pub fn status(clause: Clause<'_>, (start, end): (usize, usize), meaning: &Meaning, opens_stretch: bool) -> EventStatus {
    if opens_stretch || is_period(meaning) {
        return EventStatus::Period;
    }
    if is_undone(clause, end) || is_denied(clause, clause_start(clause, start)..start) {
        return EventStatus::Negated;
    }
    let near = start.saturating_sub(CLAIM_REACH)..clause.words.tokens.len().min(end + CLAIM_REACH);
    if near.into_iter().any(|at| clause.lattice.is(at, Class::Claim)) {
        return EventStatus::Claimed;
    }
    if lies_ahead(meaning) {
        return EventStatus::Planned;
    }
    if clause.was_intended(start) {
        return EventStatus::Planned;
    }
    if is_now(meaning) && clause.is_going_on(start, end) {
        return EventStatus::Happened;
    }
    match clause.told(start, end) {
        Direction::Future if !names_a_thing(clause, start, meaning) => EventStatus::Planned,
        _ => EventStatus::Happened,
    }
}

/// `next week`, `tomorrow`: the words alone say that it has not come.
fn lies_ahead(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Offset { count: Some(1..), from: crate::model::Anchor::Document, .. })
}

/// `today`, `this week`.
fn is_now(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Offset { count: Some(0), from: crate::model::Anchor::Document, .. })
}

/// `the 1989 spill`: the year belongs to a name, whatever the verb does.
fn names_a_thing(clause: Clause<'_>, start: usize, meaning: &Meaning) -> bool {
    let is_year = matches!(meaning, Meaning::Absolute(Point::Year(_)));
    is_year && start > 0 && clause.lattice.is(start - 1, Class::Determiner)
}

/// True for a clause with a word of denial (`not`, `failed to`) that reaches the date: not `told not to`,
/// `pleaded not guilty`, nor across `and`, `until`.
fn is_denied(clause: Clause<'_>, within: std::ops::Range<usize>) -> bool {
    let end = within.end;
    let reaches = |at: usize| !(at + 1..end).any(|next| clause.lattice.is(next, Class::DenialEnd));
    let denies = |at: usize| clause.lattice.is(at, Class::Denial) && !clause.lattice.is(at, Class::NoDenial);
    within.into_iter().any(|at| denies(at) && reaches(at))
}

/// `… on Monday was cancelled`: the rest of the clause takes it back.
pub fn is_undone(clause: Clause<'_>, end: usize) -> bool {
    (end..clause.words.tokens.len())
        .take(UNDONE_REACH)
        .take_while(|&at| !clause.lattice.is(at, Class::Clause))
        .any(|at| clause.lattice.is(at, Class::Undone))
}

/// Decades, centuries and stretches are no happenings on a day.
fn is_period(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Absolute(point) if matches!(point.unit(), Unit::Decade | Unit::Century))
}

/// Where the clause in front of a token starts.
fn clause_start(clause: Clause<'_>, before: usize) -> usize {
    let nearest = before.saturating_sub(REACH);
    (nearest..before).rev().find(|&at| opens_clause(clause, at)).map_or(nearest, |at| at + 1)
}

/// `that` opens a clause of its own (`the treaty that they signed`) unless what it tells is denied
/// (`denied that they signed`).
fn opens_clause(clause: Clause<'_>, at: usize) -> bool {
    let is_denied = at > 0 && clause.lattice.is(at - 1, Class::Denial);
    clause.lattice.is(at, Class::Clause) || (clause.lattice.is(at, Class::ClauseSoft) && !is_denied)
}
