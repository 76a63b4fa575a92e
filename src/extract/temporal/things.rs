//! Dates that name a thing: `the Sept. 19 agreement` does not lie near the document's date but in the
//! year of the agreement, where the text says it.

use super::class::Class;
use super::lattice::{Lattice, Words};
use crate::model::{Direction, Frame, Meaning, Part, Point, TemporalMention};
use crate::text::Span;

/// How many sentences with dates back the thing may be dated.
const REACH: usize = 3;

/// What a sentence says of dated things.
#[derive(Debug)]
pub struct Dated {
    /// The nouns of things in the sentence, in lower case.
    nouns: Vec<String>,
    /// The years it names.
    years: Vec<Span>,
    /// Dates without a year that stand right in front of such a noun.
    names: Vec<(Span, String)>,
}

/// Notes the things of a sentence with temporal expressions `mentions`.
pub fn collect(words: Words<'_>, lattice: &Lattice, mentions: &[TemporalMention], found: &mut Vec<Dated>) {
    let noun = |at: usize| lattice.is(at, Class::EventNoun).then(|| words.word(at).to_lowercase());
    let nouns: Vec<String> = (0..words.tokens.len()).filter_map(noun).collect();
    let is_year =
        |mention: &&TemporalMention| matches!(mention.meaning, Meaning::Absolute(Point::Year(_) | Point::Month(..)));
    let names = mentions.iter().filter(|mention| is_open_day(&mention.meaning)).filter_map(|mention| {
        let behind = words.tokens.partition_point(|token| token.span.start < mention.span.end);
        let is_mark = matches!(words.word(behind), "”" | "’" | "\"" | "'");
        Some((mention.span, noun(behind + usize::from(is_mark))?))
    });
    let names = names.collect();
    let years = mentions.iter().filter(is_year).map(|mention| mention.span).collect();
    found.push(Dated { nouns, years, names });
}

fn is_open_day(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Part { part: Part::Month { day: Some(_), .. }, frame: Frame::Nearest(_) })
}

/// Gives each date that names a thing the year of that thing. The nearest sentence that dates
/// such a thing counts; two years there: none of them.
pub fn link(mentions: &mut [TemporalMention], sentences: Vec<Dated>) {
    for (number, sentence) in sentences.iter().enumerate() {
        for (name, noun) in &sentence.names {
            let near = sentences[number.saturating_sub(REACH)..=number].iter().rev();
            let dated = near.into_iter().find(|other| other.nouns.contains(noun) && !other.years.is_empty());
            let Some([year]) = dated.map(|dated| dated.years.as_slice()) else { continue };
            let place = |span: Span| mentions.binary_search_by_key(&span.start, |mention| mention.span.start).ok();
            let (Some(at), Some(origin)) = (place(*name), place(*year)) else { continue };
            if origin < at
                && let Meaning::Part { part, .. } = mentions[at].meaning
            {
                mentions[at].meaning = Meaning::Part { part, frame: Frame::Thing { back: at - origin } };
                mentions[at].tense = Direction::Past;
            }
        }
    }
}
