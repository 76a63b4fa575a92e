//! Status: whether the clause around a date tells a fact, a plan, a claim or a denial.

use std::sync::LazyLock;

use super::tense;
use crate::model::{DateValue, Direction, Edtf, EdtfDate, EventStatus, Meaning};
use crate::text::Token;
use crate::text::words::WordSet;

static CLAIMS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("lang/claims.en.txt")));
static DENIALS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("lang/denials.en.txt")));

static UNDONE: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("lang/undone.en.txt")));

/// How far behind a date it is taken back, in tokens.
const UNDONE_REACH: usize = 8;
/// How far in front of a date a denial reaches, in tokens.
const REACH: usize = 12;

/// How far around a date a claim reaches: most sentences whole, in tokens.
const CLAIM_REACH: usize = 60;

/// What the clause says of what happens on the date at tokens `start..end`. A denial goes before a
/// claim, a claim before a plan: the weaker statement is the honest one.
pub fn status(text: &str, tokens: &[Token], start: usize, end: usize, meaning: &Meaning) -> EventStatus {
    if is_period(meaning) {
        return EventStatus::Period;
    }
    let clause = &tokens[clause_start(text, tokens, start)..start];
    if is_undone(text, &tokens[end..]) {
        return EventStatus::Negated;
    }
    if is_denied(text, clause) {
        return EventStatus::Negated;
    }
    let near = &tokens[start.saturating_sub(CLAIM_REACH)..tokens.len().min(end + CLAIM_REACH)];
    if near.iter().any(|token| CLAIMS.has(token.of(text))) {
        return EventStatus::Claimed;
    }
    if lies_ahead(meaning) {
        return EventStatus::Planned;
    }
    match tense::of_verb(text, tokens, start, end) {
        Direction::Future if !names_a_thing(text, tokens, start, meaning) => EventStatus::Planned,
        _ => EventStatus::Happened,
    }
}

/// `next week`, `tomorrow`: the words alone say that it has not come.
fn lies_ahead(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Offset { count: 1.., .. })
}

/// `the 1989 spill`: the year belongs to a name, whatever the verb does.
fn names_a_thing(text: &str, tokens: &[Token], start: usize, meaning: &Meaning) -> bool {
    let is_year = matches!(meaning, Meaning::Absolute(Edtf::Date(EdtfDate { value: DateValue::Year(_), .. })));
    is_year && start > 0 && tokens[start - 1].of(text).eq_ignore_ascii_case("the")
}

/// True for a clause with a word of denial, or two that deny together (`failed to`).
fn is_denied(text: &str, clause: &[Token]) -> bool {
    let word = |token: &Token| token.of(text).to_ascii_lowercase();
    let single =
        clause.iter().map(word).any(|word| DENIALS.has(&word) || word.ends_with("n’t") || word.ends_with("n't"));
    single || clause.windows(2).any(|pair| DENIALS.has(&format!("{} {}", word(&pair[0]), word(&pair[1]))))
}

/// `… on Monday was cancelled`: the rest of the clause takes it back.
pub fn is_undone(text: &str, behind: &[Token]) -> bool {
    let clause =
        behind.iter().take(UNDONE_REACH).take_while(|token| !matches!(token.of(text), "," | ";" | "." | "but"));
    clause.into_iter().any(|token| UNDONE.has(token.of(text)))
}

/// Decades, centuries and intervals between years are no happenings on a day.
fn is_period(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Absolute(Edtf::Date(EdtfDate { value, .. })) => {
            matches!(value, DateValue::Decade(_) | DateValue::Century(_))
        }
        Meaning::Absolute(Edtf::Interval(..)) => true,
        _ => false,
    }
}

/// Where the clause in front of a token starts.
fn clause_start(text: &str, tokens: &[Token], before: usize) -> usize {
    let nearest = before.saturating_sub(REACH);
    (nearest..before).rev().find(|&at| opens_clause(text, tokens, at)).map_or(nearest, |at| at + 1)
}

/// `that` opens a clause of its own (`the treaty that they signed`) unless what it tells is denied
/// (`denied that they signed`).
fn opens_clause(text: &str, tokens: &[Token], at: usize) -> bool {
    match tokens[at].of(text) {
        "that" => at > 0 && !DENIALS.has(tokens[at - 1].of(text)),
        "," | ";" | ":" | "—" | "–" | "(" | ")" | "“" | "”" => true,
        "but" | "while" | "which" | "who" | "where" | "when" | "although" => true,
        _ => false,
    }
}
