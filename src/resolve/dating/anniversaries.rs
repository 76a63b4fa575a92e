//! Anniversaries of events the user knows: `the 70th anniversary of the Treaty of Norwick`.

use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate};

use super::constraint::Constraint;
use super::story::StoryClues;
use crate::model::{AuthorityEvent, DateValue, Ground, Phrase};
use crate::text::Span;
use crate::text::compare::fold;
use crate::text::lexicon::ORDINAL_ENDINGS;
use crate::text::words::{entries, table};

static ANNIVERSARIES: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| entries(include_str!("lang/en/anniversaries.txt")).collect());
static ORDINALS: LazyLock<Vec<(&'static str, i32)>> = LazyLock::new(|| {
    let rows = table(include_str!("lang/en/ordinals.txt"));
    rows.filter_map(|(word, number)| Some((word, number.parse().ok()?))).collect()
});

/// How far in front of `anniversary of` its number stands, in words.
const REACH: usize = 3;
/// An anniversary is told of at most so many days before and behind it.
const AROUND: u64 = 183;

/// What the anniversaries of known events say of the day of writing.
pub fn constraints(story: &StoryClues<'_>) -> Vec<Constraint> {
    if story.authority.events.is_empty() {
        return Vec::new();
    }
    story.sentences().iter().flat_map(|&sentence| in_sentence(sentence, story)).collect()
}

fn in_sentence(sentence: Span, story: &StoryClues<'_>) -> Vec<Constraint> {
    let words = sentence.of(story.text).to_ascii_lowercase();
    let mut found = Vec::new();
    for phrase in ANNIVERSARIES.iter() {
        for (at, _) in words.match_indices(phrase) {
            let Some((number, start)) = number_before(&words[..at]) else { continue };
            let behind = fold(&words[at + phrase.len()..]);
            let event = story.authority.events.iter().find(|event| opens_with(&behind, event));
            let evidence = Span::new(start, at + phrase.len()).shifted(sentence.start);
            found.extend(event.and_then(|event| around(event, number, evidence)));
        }
    }
    found
}

/// The ordinal among the last words of `before`, with its place.
fn number_before(before: &str) -> Option<(i32, usize)> {
    let words = before.split(' ').rev().filter(|word| !word.is_empty()).take(REACH);
    words.filter_map(|word| Some((ordinal(word)?, word.as_ptr() as usize - before.as_ptr() as usize))).next()
}

fn ordinal(word: &str) -> Option<i32> {
    let number = ORDINAL_ENDINGS.iter().find_map(|end| word.strip_suffix(*end)?.parse().ok());
    number.or_else(|| ORDINALS.iter().find(|(spelt, _)| *spelt == word).map(|(_, number)| *number))
}

fn opens_with(behind: &str, event: &AuthorityEvent) -> bool {
    let names = std::iter::once(&event.name).chain(&event.variants);
    let is_whole =
        |name: &str| behind.strip_prefix(name).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()));
    names.map(|name| fold(name)).any(|name| !name.is_empty() && is_whole(&name))
}

fn around(event: &AuthorityEvent, number: i32, evidence: Span) -> Option<Constraint> {
    let first = event.from.earliest()?;
    let year = first.year().checked_add(number)?;
    let (earliest, latest) = match event.from.as_day() {
        Some(day) => {
            let day = NaiveDate::from_ymd_opt(year, day.month(), day.day().min(28))?;
            (day.checked_sub_days(Days::new(AROUND))?, day.checked_add_days(Days::new(AROUND))?)
        }
        None => (DateValue::Year(year).earliest(), DateValue::Year(year).latest()),
    };
    Some(Constraint {
        earliest: Some(earliest),
        latest: Some(latest),
        ground: Ground::Habit,
        words: Phrase::new("why-anniversary")
            .with("number", number.unsigned_abs())
            .with("event", event.name.as_str())
            .with("from", earliest)
            .with("to", latest),
        evidence: Some(evidence),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_are_read_in_digits_and_words() {
        assert_eq!(number_before("to mark the 70th founding "), Some((70, 12)));
        assert_eq!(number_before("on the tenth "), Some((10, 7)));
        assert_eq!(number_before("the smith "), None);
    }
}
