//! Tense: whether the clause around an expression speaks of the past or the future.

use super::lexicon::{Class, classes};
use crate::model::Direction;
use crate::text::{Token, TokenKind};

/// How far from the expression a verb is looked for, in tokens.
const REACH: usize = 48;
/// What goes on from a participle that describes a noun.
const PREPOSITIONS: [&str; 8] = ["between", "with", "by", "in", "at", "for", "from", "under"];
/// How far `before` and `until` bind, in tokens.
const BOUND: usize = 7;

/// The side of its anchor that the expression at tokens `start..end` lies on. Behind `before` and
/// `until` the verb does not tell: `it was signed before the election in November`.
pub fn direction(text: &str, tokens: &[Token], start: usize, end: usize) -> Direction {
    let leads_on = |token: &Token| matches!(token.of(text), "before" | "until" | "till" | "ahead");
    if tokens[start.saturating_sub(BOUND)..start].iter().any(leads_on) {
        return Direction::Open;
    }
    of_verb(text, tokens, start, end)
}

/// The tense of the nearest verb of the sentence. Verbs before the expression go first; a verb
/// behind it counts only where none stands before.
pub fn of_verb(text: &str, tokens: &[Token], start: usize, end: usize) -> Direction {
    let is_set_off = start > 0 && (start - 2.min(start)..start).any(|at| tokens[at].of(text) == ",");
    let before = (start.saturating_sub(REACH)..start).rev();
    let before = before.filter(|&at| !(is_set_off && describes_noun(text, tokens, at)));
    let behind = end..tokens.len().min(end + REACH);
    before
        .chain(behind)
        .map(|at| tense(text, tokens, at))
        .find(|tense| *tense != Direction::Open)
        .unwrap_or(Direction::Open)
}

fn tense(text: &str, tokens: &[Token], at: usize) -> Direction {
    if tokens[at].kind != TokenKind::Word {
        return Direction::Open;
    }
    let word = tokens[at].of(text);
    if word == "to" && matches!(self::word(text, tokens, at.checked_sub(1)), "is" | "are") {
        return Direction::Future; // `is to begin`
    }
    let classes = classes(word);
    // `May` and `Will` are names, `If` opens a sentence.
    let is_verb = word.starts_with(|c: char| c.is_lowercase() || c == '’') || matches!(word, "If" | "Unless");
    if classes.contains(&Class::Future) && is_verb && !is_attributive(text, tokens, at) {
        return future(text, tokens, at);
    }
    let is_regular = word.len() > 4 && word.ends_with("ed") && word.starts_with(char::is_lowercase);
    let is_past = classes.contains(&Class::Past) || (is_regular && !is_attributive(text, tokens, at));
    if is_past { past(text, tokens, at) } else { Direction::Open }
}

/// `the pact signed with Oslo in 2018, on Monday`: the participle belongs to its noun, not to a date
/// that a comma sets off.
fn describes_noun(text: &str, tokens: &[Token], at: usize) -> bool {
    let participle = tokens[at].of(text);
    let next = word(text, tokens, Some(at + 1));
    participle.ends_with("ed") && next != "to" && PREPOSITIONS.contains(&next)
}

/// The word at `at`, empty outside the sentence.
fn word<'t>(text: &'t str, tokens: &[Token], at: Option<usize>) -> &'t str {
    at.and_then(|at| tokens.get(at)).map_or("", |token| token.of(text))
}

/// `would have been` looks back; `set` looks ahead only in `set to` and `set for`.
fn future(text: &str, tokens: &[Token], at: usize) -> Direction {
    let next = word(text, tokens, Some(at + 1));
    match tokens[at].of(text) {
        "would" if next == "have" => Direction::Past,
        "set" if !matches!(next, "to" | "for") => Direction::Open,
        _ => Direction::Future,
    }
}

/// Participles take their tense from the auxiliary: `will be held`, `is to be held`; `threatened by`
/// describes.
fn past(text: &str, tokens: &[Token], at: usize) -> Direction {
    let before = word(text, tokens, at.checked_sub(1));
    let is_infinitive = before == "be" && word(text, tokens, at.checked_sub(2)) == "to";
    let is_description = word(text, tokens, Some(at + 1)) == "by" && !matches!(before, "was" | "were");
    match before {
        "be" if is_infinitive => Direction::Future,
        "be" | "is" | "are" => Direction::Open, // the present says nothing: `if it is signed`
        _ if is_description => Direction::Open,
        _ => Direction::Past,
    }
}

/// `the planned visit`, `a united stand`: behind an article the participle is no verb.
fn is_attributive(text: &str, tokens: &[Token], at: usize) -> bool {
    let before = word(text, tokens, at.checked_sub(1)).to_ascii_lowercase();
    matches!(before.as_str(), "the" | "a" | "an" | "its" | "their" | "his" | "her")
}
