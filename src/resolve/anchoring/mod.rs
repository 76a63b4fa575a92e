//! Anchoring: what an expression means against the date of its story and the dates around it.
//!
//! Never finer than the anchor allows: against a month, `yesterday` means no day. An uncertain date of
//! the story is tried at both its ends; what differs is not known.

mod calendar;
mod discourse;
mod genre;
mod timex;

use chrono::{Datelike, NaiveDate};

use crate::model::{
    Basis, DocumentDate, Edtf, Frame, Meaning, Part, Point, Qualifier, Story, Temporal, TemporalMention, Unit, Weekday,
};
use discourse::{Discourse, Known};

/// The years that are counted with; EDTF level 1 writes them with four digits.
const YEARS: std::ops::RangeInclusive<i32> = -9998..=9998;

/// The expressions of a document, each anchored to the date of the story it stands in. Weeks begin on
/// `week_start`.
pub fn anchor(
    mentions: Vec<TemporalMention>,
    stories: &[Story],
    dates: &[DocumentDate],
    week_start: Weekday,
) -> Vec<Temporal> {
    let story_at = |offset: usize| {
        let at = stories.partition_point(|story| story.span.end <= offset);
        if stories.get(at).is_some_and(|story| story.span.holds(offset)) { at } else { 0 }
    };
    let mut found = Vec::with_capacity(mentions.len());
    let mut rest = mentions.as_slice();
    while let Some(first) = rest.first() {
        let story = story_at(first.span.start);
        let length = rest.iter().take_while(|mention| story_at(mention.span.start) == story).count();
        let date = dates.get(story).and_then(|date| date.edtf);
        in_story(&rest[..length], date, week_start, &mut found);
        rest = &rest[length..];
    }
    join_stretches(&mut found);
    found
}

fn in_story(mentions: &[TemporalMention], date: Option<Edtf>, week_start: Weekday, found: &mut Vec<Temporal>) {
    let base = found.len();
    let bounds = date.and_then(|date| Some((date.earliest()?, date.latest()?)));
    let discourse = |day: Option<NaiveDate>| Discourse::new(mentions, day, base, week_start);
    let mut first = discourse(bounds.map(|(first, _)| first));
    let mut last = bounds.filter(|(first, last)| first != last).map(|(_, last)| discourse(Some(last)));
    for (at, mention) in mentions.iter().enumerate() {
        let link = first.link(mention);
        let one = first.resolve(at, mention);
        let other = match &mut last {
            Some(last) => last.resolve(at, mention),
            None => one.clone(),
        };
        found.push(match (one, other) {
            (Some(one), Some(other)) if one.value == other.value => anchored(mention, Some(one)),
            (Some(_), Some(_)) if is_own_weekday(mention) && date.is_some_and(is_narrow) => Temporal {
                edtf: date.map(|date| date.qualified(Qualifier::Uncertain)),
                weekday: weekday_of(mention),
                basis: Basis::Relative,
                ..anchored(mention, None)
            },
            (Some(one), Some(other)) => between(mention, &one, &other),
            _ => Temporal { counted_from: link, ..anchored(mention, None) },
        });
    }
}

/// What an expression means where the story's date is not known to the day: no finer than both ends
/// of that date agree on. A weekday keeps its name (`a Sunday in November 2023`).
fn between(mention: &TemporalMention, one: &Known, other: &Known) -> Temporal {
    let unknown = anchored(mention, None);
    let hull = [one, other].into_iter().all(|known| is_writable(known.value));
    let hull = hull.then(|| Edtf::hull(one.value.edtf(), other.value.edtf())).flatten();
    match hull.filter(|hull| is_narrow(*hull)) {
        Some(hull) => Temporal { edtf: Some(hull), weekday: weekday_of(mention), basis: basis(mention), ..unknown },
        None => unknown,
    }
}

/// `on Sunday` in a story of November 2023 is told as `a Sunday in November 2023`, marked as unsure: in
/// a story of the first days it would lie in October.
fn is_own_weekday(mention: &TemporalMention) -> bool {
    matches!(mention.meaning, Meaning::Part { part: Part::Weekday(_), frame: Frame::Nearest(_) })
}

fn is_narrow(edtf: Edtf) -> bool {
    edtf.earliest().zip(edtf.latest()).is_some_and(|(first, last)| (last - first).num_days() <= WIDEST)
}

/// Wider than this an expression is said to have no known date: it would stand anywhere in a timeline.
const WIDEST: i64 = 366;

fn weekday_of(mention: &TemporalMention) -> Option<Weekday> {
    match mention.meaning {
        Meaning::Part { part: Part::Weekday(day), .. } => Some(day),
        _ => None,
    }
}

fn anchored(mention: &TemporalMention, known: Option<Known>) -> Temporal {
    let known = known.filter(|known| is_writable(known.value));
    let edtf = known.as_ref().map(|known| edtf(mention, known.value));
    Temporal {
        value: timex::value(mention, known.as_ref().map(|known| known.value)),
        weekday: weekday_of(mention).filter(|_| edtf.is_none()),
        edtf,
        basis: if known.is_some() { basis(mention) } else { Basis::Unknown },
        counted_from: known.and_then(|known| known.counted_from),
        mention: mention.clone(),
    }
}

/// The calendar value; parts of a year or month (`early 2023`) are approximate, inferred years unsure.
fn edtf(mention: &TemporalMention, point: Point) -> Edtf {
    let is_part = (mention.modifier.is_some() || is_round(mention)) && !matches!(point, Point::Day(_));
    point.edtf().qualified(match (is_part, basis(mention)) {
        (true, Basis::YearInferred) => Qualifier::Both,
        (true, _) => Qualifier::Approximate,
        (false, Basis::YearInferred) => Qualifier::Uncertain,
        (false, _) => Qualifier::None,
    })
}

/// `70 years ago`: nobody counted.
fn is_round(mention: &TemporalMention) -> bool {
    let Meaning::Offset { unit: Unit::Year, count: Some(count), .. } = mention.meaning else { return false };
    count.abs() >= ROUND_FROM && count % ROUND == 0
}

/// Years are told in round numbers from here on …
const ROUND_FROM: i32 = 10;
/// … in steps of so many.
const ROUND: i32 = 5;

/// The first date of a stretch becomes the whole of it, as far as both ends are known.
fn join_stretches(found: &mut [Temporal]) {
    for at in 1..found.len() {
        if !found[at - 1].mention.opens_stretch {
            continue;
        }
        let ends = found[at - 1].edtf.zip(found[at].edtf);
        let stretch = ends.map(|(from, to)| join(from, to)).filter(|edtf| edtf.earliest() <= edtf.latest());
        if let Some(stretch) = stretch {
            found[at - 1].edtf = Some(stretch);
        }
    }
}

fn join(from: Edtf, to: Edtf) -> Edtf {
    let first = match from {
        Edtf::Date(date) | Edtf::Interval(Some(date), _) => Some(date),
        _ => None,
    };
    let last = match to {
        Edtf::Date(date) | Edtf::Interval(_, Some(date)) => Some(date),
        _ => None,
    };
    Edtf::Interval(first, last)
}

fn basis(mention: &TemporalMention) -> Basis {
    match mention.meaning {
        Meaning::Absolute(_) => Basis::Stated,
        Meaning::Part { part: Part::Weekday(_), .. } => Basis::Relative,
        Meaning::Part { frame: Frame::Nearest(_) | Frame::Thing { .. }, .. } => Basis::YearInferred,
        _ => Basis::Relative,
    }
}

/// True where both ends lie in years of four digits.
fn is_writable(point: Point) -> bool {
    let edtf = point.edtf();
    [edtf.earliest(), edtf.latest()].into_iter().flatten().all(|day| YEARS.contains(&day.year()))
}

#[cfg(test)]
mod tests;
