//! Bare numbers that are years in a text about old times, and clock times or counts in any other
//! (`between 1040 and 1050`, `one in 1000`).

use chrono::Datelike;

use super::class::Class;
use super::tense::Clause;
use crate::model::{Meaning, Part, Point, TemporalMention};
use crate::text::{Span, TokenKind};

/// Years that are written like clock times; later ones are rarely anything but years.
const DOUBTFUL: std::ops::Range<i32> = 1000..1600;
/// A text with a year or century before this one tells of old times.
const OLD: i32 = 1700;
/// Odds and rates are told of round numbers.
const ROUND: i32 = 100;

/// True for a number of four digits that nothing in its sentence makes a year.
pub fn is_doubtful(clause: Clause<'_>, (start, end): (usize, usize), meaning: &Meaning) -> bool {
    let Meaning::Absolute(Point::Year(year)) = *meaning else { return false };
    let is_number =
        |at: usize| clause.words.tokens[at].kind == TokenKind::Number || clause.lattice.is(at, Class::Count);
    let is_bare = end - start == 1 && DOUBTFUL.contains(&year);
    let is_led = start > 0 && clause.lattice.is(start - 1, Class::YearLead);
    let is_rate = year % ROUND == 0 && start > 1 && is_number(start - 2);
    is_bare && (!is_led || is_rate)
}

/// `DEC` alone is an acronym, in a sentence that is not all in capitals.
pub fn is_initials(clause: Clause<'_>, (start, end): (usize, usize), meaning: &Meaning) -> bool {
    let is_month = matches!(meaning, Meaning::Part { part: Part::Month { day: None, .. }, .. });
    let is_upper = |at: usize| clause.words.word(at).chars().all(char::is_uppercase);
    let is_lower = |at: usize| clause.words.word(at).chars().any(char::is_lowercase);
    is_month && end - start == 1 && is_upper(start) && (0..clause.words.tokens.len()).any(is_lower)
}

/// Leaves out the doubtful ones unless the text speaks of old times elsewhere.
pub fn settle(found: &mut Vec<TemporalMention>, doubtful: &[Span]) {
    let is_doubtful = |mention: &TemporalMention| doubtful.binary_search(&mention.span).is_ok();
    let is_old = |mention: &TemporalMention| match mention.meaning {
        Meaning::Absolute(point) => point.edtf().latest().is_some_and(|day| day.year() < OLD),
        _ => false,
    };
    if !doubtful.is_empty() && !found.iter().any(|mention| is_old(mention) && !is_doubtful(mention)) {
        found.retain(|mention| !is_doubtful(mention));
    }
}
