//! Tense: whether the clause around an expression speaks of the past or the future.

use super::lexicon::{Class, classes};
use crate::model::Direction;
use crate::text::{Token, TokenKind};

/// How far from the expression a verb is looked for, in tokens.
const REACH: usize = 48;
/// How far `before` and `until` bind, in tokens.
const BOUND: usize = 7;

/// The direction that the nearest verb of the sentence gives the expression at tokens `start..end`.
/// Verbs before it go first; a verb behind it counts only where none stands before. Behind `before`
/// and `until` the verb says nothing: `it was signed before the election in November`.
pub fn direction(text: &str, tokens: &[Token], start: usize, end: usize) -> Direction {
    let leads_on = |token: &Token| matches!(token.of(text), "before" | "until" | "till" | "ahead");
    if tokens[start.saturating_sub(BOUND)..start].iter().any(leads_on) {
        return Direction::Open;
    }
    let before = tokens[start.saturating_sub(REACH)..start].iter().enumerate().rev();
    let nearest = before.map(|(at, token)| tense(text, tokens, start.saturating_sub(REACH) + at, token));
    let behind = tokens[end..].iter().take(REACH).enumerate().map(|(at, token)| tense(text, tokens, end + at, token));
    nearest.chain(behind).find(|tense| *tense != Direction::Open).unwrap_or(Direction::Open)
}

fn tense(text: &str, tokens: &[Token], at: usize, token: &Token) -> Direction {
    if token.kind != TokenKind::Word {
        return Direction::Open;
    }
    let word = token.of(text);
    let classes = classes(word);
    if classes.contains(&Class::Future) && !is_attributive(text, tokens, at) {
        return Direction::Future;
    }
    let is_regular = word.len() > 4 && word.ends_with("ed") && word.starts_with(char::is_lowercase);
    let is_passive = tokens.get(at + 1).is_some_and(|next| next.of(text) == "by");
    if classes.contains(&Class::Past) || (is_regular && !is_passive && !is_attributive(text, tokens, at)) {
        return Direction::Past;
    }
    let is_infinitive = at > 0 && tokens[at - 1].of(text) == "to" && word.starts_with(char::is_lowercase);
    let names_plan = at > 1 && matches!(tokens[at - 2].of(text), "is" | "are" | "ministers" | "leaders");
    if is_infinitive && names_plan { Direction::Future } else { Direction::Open }
}

/// `the planned visit`, `a united stand`: behind an article the participle is no verb.
fn is_attributive(text: &str, tokens: &[Token], at: usize) -> bool {
    at > 0
        && matches!(
            tokens[at - 1].of(text).to_ascii_lowercase().as_str(),
            "the" | "a" | "an" | "its" | "their" | "his" | "her"
        )
}
