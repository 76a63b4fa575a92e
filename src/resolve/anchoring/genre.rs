//! What kind of text a story is, and what its expressions are in it.

use chrono::{Datelike, NaiveDate};

use crate::model::{Anchor, Direction, Frame, Meaning, Part, Point, TemporalMention, Unit};

/// Whose date open expressions are read against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Genre {
    /// The date of the document: news.
    Report,
    /// The last date the text spoke of: histories, chronicles, encyclopedias.
    Narrative,
}

/// So many dates with their year make a history of a text that hardly has dates to count from its own.
const NARRATIVE: usize = 4;

/// A text that names many dates with their year, most of them long past, and hardly counts from its
/// own date, is a history.
pub(super) fn genre(mentions: &[TemporalMention], day: Option<NaiveDate>) -> Genre {
    let year = day.map(|day| day.year());
    let is_long_past = |point: Point| year_of(point).is_none_or(|then| year.is_none_or(|now| then < now - 1));
    let mut dated = 0;
    let mut counted = 0;
    for mention in mentions {
        match mention.meaning {
            Meaning::Absolute(point) if is_long_past(point) => dated += 1,
            Meaning::Part { part: Part::Weekday(_), .. } => counted += 1,
            Meaning::Part { frame: Frame::Step { .. }, .. } => counted += 1,
            Meaning::Offset { from: Anchor::Document, .. } => counted += 1,
            _ => {}
        }
    }
    if dated >= NARRATIVE && dated > 3 * counted { Genre::Narrative } else { Genre::Report }
}

/// `today`, `last year`: said from the writer's desk, not inside the story.
pub(super) fn counts_from_document(meaning: &Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Offset { from: Anchor::Document, .. }
            | Meaning::Part { frame: Frame::Step { .. } | Frame::Years { from: Anchor::Document, .. }, .. }
    )
}

/// True for a quarter that is named and not ahead: what `the quarter` means behind it.
pub(super) fn reports(mention: &TemporalMention) -> bool {
    matches!(mention.meaning, Meaning::Part { .. } | Meaning::Absolute(_)) && mention.tense != Direction::Future
}

/// True for what names one day.
pub(super) fn names_day(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Part { part, .. } => {
            matches!(part, Part::Weekday(_) | Part::Month { day: Some(_), .. } | Part::Holiday(_))
        }
        Meaning::Absolute(point) => matches!(point, Point::Day(_)),
        Meaning::Offset { unit, .. } => *unit == Unit::Day,
        _ => false,
    }
}

/// The year a point lies in, where it lies in one.
pub(super) fn year_of(point: Point) -> Option<i32> {
    match point {
        Point::Century(_) | Point::Decade(_) => None,
        Point::Year(year)
        | Point::Half(year, _)
        | Point::Quarter(year, _)
        | Point::Season(year, _)
        | Point::Month(year, _) => Some(year),
        Point::Week(day) | Point::Weekend(day) | Point::Day(day) => Some(day.year()),
    }
}
