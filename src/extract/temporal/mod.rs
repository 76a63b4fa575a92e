//! Temporal expressions: dates, times, durations and sets, after TIMEX3 (ISO 24617-1).
//!
//! A grammar of small functions over tokens; the words are data (`lang/`). What an expression means
//! against the date of its document is decided by `resolve`.

mod absolute;
mod cursor;
mod lexicon;
mod relative;
mod status;
mod tense;

use super::Reading;
use super::reading::Sentence;
use crate::model::{Direction, Meaning, TemporalMention, TemporalType};
use crate::text::Span;
use cursor::Cursor;

/// An expression at a cursor: how many tokens it takes and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Match {
    tokens: usize,
    kind: TemporalType,
    meaning: Meaning,
}

impl Match {
    fn date(tokens: usize, meaning: Meaning) -> Self {
        Self { tokens, kind: TemporalType::Date, meaning }
    }
}

/// The temporal expressions of a document, in order, not overlapping.
pub fn find_temporal(reading: &Reading) -> Vec<TemporalMention> {
    reading.sentences.iter().flat_map(|sentence| in_sentence(&reading.text, sentence)).collect()
}

fn in_sentence(text: &str, sentence: &Sentence) -> Vec<TemporalMention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < sentence.tokens.len() {
        let cursor = Cursor::new(text, &sentence.tokens, at);
        let Some(matched) = absolute::read(&cursor).or_else(|| relative::read(&cursor)) else {
            at += 1;
            continue;
        };
        let end = at + matched.tokens;
        let span = Span::new(sentence.tokens[at].span.start, sentence.tokens[end - 1].span.end);
        let meaning = directed(matched.meaning, || match status::is_undone(text, &sentence.tokens[end..]) {
            true => Direction::Open, // the verb that looked ahead was taken back
            false => tense::direction(text, &sentence.tokens, at, end),
        });
        let status = status::status(text, &sentence.tokens, at, end, &meaning);
        found.push(TemporalMention { span, kind: matched.kind, meaning, status });
        at = end;
    }
    found
}

/// The meaning with its open direction taken from the verb.
fn directed(meaning: Meaning, tense: impl FnOnce() -> Direction) -> Meaning {
    match meaning {
        Meaning::YearOpen { part, direction: Direction::Open } => Meaning::YearOpen { part, direction: tense() },
        Meaning::Weekday { day, direction: Direction::Open } => Meaning::Weekday { day, direction: tense() },
        said => said,
    }
}

#[cfg(test)]
mod tests;
