//! The weekday of writing: the newest day that a news text tells of is its own day in most texts.

use super::story::StoryClues;
use crate::model::{DateReason, Direction, Frame, Ground, Meaning, Part, Phrase, TemporalMention, Unit, Weekday};

/// News texts name the weekday of writing in their first sentences, in bytes.
const OPENING: usize = 300;
/// How far back `last week` reaches, in expressions.
const REACH: usize = 8;

/// The weekday of writing, where the opening names one that the rest of the text does not compete
/// with; right in about 7 of 10 texts (Timeline17, TimeBank: else mostly the day before it).
pub fn of_writing(story: &StoryClues<'_>) -> Option<(Weekday, DateReason)> {
    let said: Vec<(Weekday, &TemporalMention)> = story
        .temporal
        .iter()
        .filter(|mention| is_told(mention) && !is_of_last_week(mention, story))
        .filter_map(|mention| Some((weekday(mention)?, *mention)))
        .collect();
    let (day, first) = *said.first()?;
    let count = said.iter().filter(|(other, _)| *other == day).count();
    let is_rivalled = Weekday::ALL
        .iter()
        .filter(|other| **other != day)
        .any(|other| said.iter().filter(|(said, _)| said == other).count() >= count);
    let opening = story.sentences().first()?.start + OPENING;
    if is_rivalled || first.span.start > opening || names_other_days(story) {
        return None;
    }
    let words = Phrase::new("why-weekday").with("weekday", day);
    Some((day, DateReason { words, evidence: Some(first.span), ground: Ground::Habit }))
}

/// A weekday the text tells as past or present, without `last` or `next`.
fn is_told(mention: &TemporalMention) -> bool {
    match mention.meaning {
        Meaning::Part { part: Part::Weekday(_), frame: Frame::Nearest(said) } => {
            said != Direction::Future && mention.tense != Direction::Future
        }
        _ => false,
    }
}

fn weekday(mention: &TemporalMention) -> Option<Weekday> {
    match mention.meaning {
        Meaning::Part { part: Part::Weekday(day), .. } => Some(day),
        _ => None,
    }
}

/// `during his visit last week. He was there from Wednesday`: the week named last is not this one.
fn is_of_last_week(mention: &TemporalMention, story: &StoryClues<'_>) -> bool {
    let (before, _) = story.around(mention.span);
    let near = before.iter().rev().take(REACH).take_while(|other| is_relative(other));
    near.into_iter().any(|other| matches!(other.meaning, Meaning::Offset { unit: Unit::Week, count: Some(-1), .. }))
}

/// True for what can stand between `last week` and a weekday of it.
fn is_relative(mention: &TemporalMention) -> bool {
    !matches!(mention.meaning, Meaning::Absolute(_))
        && !matches!(mention.meaning, Meaning::Offset { unit: Unit::Week, count: Some(0 | 1), .. })
}

/// `yesterday` and `tomorrow` beside weekdays: the text is of neither.
fn names_other_days(story: &StoryClues<'_>) -> bool {
    story.temporal.iter().any(|mention| {
        matches!(mention.meaning, Meaning::Offset { unit: Unit::Day, count: Some(-1 | 1), from, .. }
            if from == crate::model::Anchor::Document)
    })
}
