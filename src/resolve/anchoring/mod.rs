//! Anchoring: what an expression means against the date of its story and the dates around it.
//!
//! Never finer than the anchor allows: against a month, `yesterday` means no day. An uncertain date of
//! the story is tried at both its ends; what differs is not known.

mod calendar;
mod discourse;
mod timex;

use chrono::{Datelike, NaiveDate};

use crate::model::{
    Basis, DocumentDate, Edtf, Frame, Meaning, Part, Point, Qualifier, Story, Temporal, TemporalMention, Weekday,
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
        let one = first.resolve(at, mention);
        let known = match &mut last {
            Some(last) => last.resolve(at, mention).filter(|other| one.as_ref() == Some(other)),
            None => one,
        };
        found.push(anchored(mention, known));
    }
}

fn anchored(mention: &TemporalMention, known: Option<Known>) -> Temporal {
    let known = known.filter(|known| is_writable(known.value));
    let edtf = known.as_ref().map(|known| edtf(mention, known));
    let weekday = match mention.meaning {
        Meaning::Part { part: Part::Weekday(day), .. } if edtf.is_none() => Some(day),
        _ => None,
    };
    Temporal {
        value: timex::value(mention, known.as_ref().map(|known| known.value)),
        edtf,
        weekday,
        basis: known.as_ref().map_or(Basis::Unknown, |known| basis(mention, known)),
        counted_from: known.and_then(|known| known.counted_from),
        mention: mention.clone(),
    }
}

/// The calendar value; parts of a year or month (`early 2023`) are approximate, inferred years unsure.
fn edtf(mention: &TemporalMention, known: &Known) -> Edtf {
    let plain = known.value.edtf();
    let is_day = matches!(known.value, Point::Day(_));
    match (mention.modifier.filter(|_| !is_day), basis(mention, known)) {
        (Some(_), Basis::YearInferred) => plain.qualified(Qualifier::Both),
        (Some(_), _) => plain.qualified(Qualifier::Approximate),
        (None, Basis::YearInferred) => plain.qualified(Qualifier::Uncertain),
        (None, _) => plain,
    }
}

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

fn basis(mention: &TemporalMention, known: &Known) -> Basis {
    match mention.meaning {
        Meaning::Absolute(_) => Basis::Stated,
        Meaning::Part { part: Part::Weekday(_), .. } => Basis::Relative,
        Meaning::Part { frame: Frame::Nearest(_), .. } => Basis::YearInferred,
        _ if known.counted_from.is_some() => Basis::Relative,
        _ => Basis::Relative,
    }
}

/// True where both ends lie in years of four digits.
fn is_writable(point: Point) -> bool {
    let edtf = point.edtf();
    [edtf.earliest(), edtf.latest()].into_iter().flatten().all(|day| YEARS.contains(&day.year()))
}
