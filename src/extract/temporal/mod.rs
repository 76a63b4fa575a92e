//! Temporal expressions: dates, times, durations and sets, after TIMEX3 (ISO 24617-1).
//!
//! Words and rules are data, a folder of `lang/` for each language: [`lexicon`] says what each word
//! can be, [`lattice`] what each token of a sentence is, [`matcher`] finds the longest rule, and its
//! [`template`] says what the words mean together. What that means against the date of the document
//! is decided by `resolve`.

mod class;
mod clock;
mod clock_like;
mod grip;
mod language;
mod lattice;
mod lexicon;
mod matcher;
mod numbers;
mod role;
mod rules;
mod status;
mod stretch;
mod template;
mod tense;
mod things;

use super::reading::{Reading, Sentence};
use crate::model::{DateRole, Direction, Frame, Meaning, TemporalMention, Unit};
use crate::text::Span;
use language::Language;
use lattice::{Lattice, Words};
use matcher::Match;
use template::Said;

/// The temporal expressions of a document in a language (ISO 639-1), in order, not overlapping.
pub fn find_temporal(reading: &Reading, language: Option<&str>) -> Vec<TemporalMention> {
    let language = Language::of(language);
    let mut lattice = Lattice::default();
    let mut found = Vec::new();
    let (mut things, mut doubtful) = (Vec::new(), Vec::new());
    for sentence in reading.sentences.iter().chain(&reading.margins) {
        let known = found.len();
        in_sentence(&reading.text, sentence, language, &mut lattice, (&mut found, &mut doubtful));
        if found.len() > known {
            things::collect(
                Words { text: &reading.text, tokens: &sentence.tokens },
                &lattice,
                &found[known..],
                &mut things,
            );
        }
    }
    found.sort_by_key(|mention| mention.span.start);
    doubtful.sort_unstable();
    clock_like::settle(&mut found, &doubtful);
    things::link(&mut found, things);
    found
}

fn in_sentence(
    text: &str,
    sentence: &Sentence,
    language: &Language,
    lattice: &mut Lattice,
    (found, doubtful): (&mut Vec<TemporalMention>, &mut Vec<Span>),
) {
    let words = Words { text, tokens: &sentence.tokens };
    lattice.fill(words, &language.lexicon);
    if !lattice.is_temporal {
        return;
    }
    let matches = matcher::matches(words, lattice, language);
    let clause = tense::Clause { words, lattice, language };
    for Match { start, end, said, second } in matches {
        let known = found.len();
        let mut doubt = true;
        let mut add = |(start, end), said| {
            let mention = mention(clause, (start, end), said);
            doubt &= mention.as_ref().is_none_or(|one| clock_like::is_doubtful(clause, (start, end), &one.meaning));
            found.extend(mention);
        };
        add((start, second.map_or(end, |(joint, _)| joint)), said);
        if let Some((joint, second)) = second {
            add((joint + 1, end), second);
        }
        if doubt {
            doubtful.extend(found[known..].iter().map(|mention| mention.span));
        }
    }
}

fn mention(clause: tense::Clause<'_>, (start, end): (usize, usize), said: Said) -> Option<TemporalMention> {
    let tokens = clause.words.tokens;
    let possessive = clause.lattice.possessive(end - 1);
    let span = Span::new(tokens[start].span.start, tokens[end - 1].span.end - possessive);
    let meaning = said.meaning.filter(|meaning| !clock_like::is_initials(clause, (start, end), meaning))?;
    let role = role::role(clause, (start, end), &meaning);
    // the verb that looked ahead was taken back, or tells of the noun: `the March decision could be altered`
    let tense = match clause.direction(start, end) {
        _ if status::is_undone(clause, end) => Direction::Open,
        Direction::Future if role == DateRole::Attribute => Direction::Open,
        told if matches!(meaning, Meaning::Absolute(point) if point.unit() <= Unit::Year) => {
            grip::held(clause, start, told)
        }
        told => told,
    };
    let meaning = directed(meaning, tense);
    let status = status::status(clause, (start, end), &meaning, said.opens_stretch);
    let Said { kind, clock, modifier, weekday, opens_stretch, .. } = said;
    Some(TemporalMention { span, kind, meaning, clock, modifier, weekday, opens_stretch, role, tense, status })
}

/// The meaning with its open direction taken from the verb.
fn directed(meaning: Meaning, tense: Direction) -> Meaning {
    match meaning {
        Meaning::Part { part, frame: Frame::Nearest(Direction::Open) } => {
            Meaning::Part { part, frame: Frame::Nearest(tense) }
        }
        said => said,
    }
}

#[cfg(test)]
mod tests;
