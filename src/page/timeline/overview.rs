//! The overview: how many events each day, month, year or decade has, as bars for the eye. Words and numbers stand
//! in the list of years below it.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::super::moment;
use super::super::site::Site;
use super::plan::{OUTLIERS, Place, leading_date, lies_in_one_year, month_of};
use crate::language::Phrasebook;
use crate::model::{DateValue, Event, EventStatus, paths};

/// Fewer dated events need no overview.
const FEWEST: usize = 12;
/// At most so many bars.
const MOST_BARS: i32 = 72;
/// Heights and widths are in units of the drawing.
const HEIGHT: usize = 60;
const STEP: i32 = 10;
/// The width of a bar on the page in pixels; many bars are narrower.
const PIXELS: i32 = 36;
/// With fewer bars there is nothing to see.
const FEWEST_BARS: i32 = 8;
/// At most so many stretches are drawn …
const MOST_STRETCHES: usize = 4;
/// … below the bars, so far apart.
const LANE: usize = 6;

#[derive(Debug, Serialize)]
pub(super) struct OverviewView {
    /// `day`, `month`, `year`, `decade`, `century`: what a bar stands for.
    unit: &'static str,
    /// Where the first and the last bar stand, in words.
    from: String,
    to: String,
    width: i32,
    /// The width on the page, where there is room.
    pixels: i32,
    height: usize,
    /// The line that the bars stand on.
    ground: usize,
    /// How many dated events are not drawn: they lie far outside, or have no single month.
    left_out: usize,
    /// The most events of a bar.
    most: usize,
    bars: Vec<BarView>,
    stretches: Vec<StretchView>,
}

/// The events of a month, year or decade: those of a certain date that happened below, the others on top.
#[derive(Debug, Serialize)]
struct BarView {
    /// The part of the timeline where its first event stands.
    href: Option<String>,
    x: i32,
    certain: usize,
    open: usize,
    /// Heights in units of the drawing.
    certain_height: usize,
    open_height: usize,
}

/// Something that took longer than a bar.
#[derive(Debug, Serialize)]
struct StretchView {
    x: i32,
    y: usize,
    width: i32,
    is_open: bool,
}

/// What a bar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scale {
    Day,
    Month,
    Years(i32),
}

impl Scale {
    /// The finest that does not need too many bars between two days.
    fn between(first: NaiveDate, last: NaiveDate) -> Self {
        let fits = |scale: &Self| scale.place(last) - scale.place(first) < MOST_BARS;
        [Self::Day, Self::Month, Self::Years(1), Self::Years(10)].into_iter().find(fits).unwrap_or(Self::Years(100))
    }

    /// The number of the bar of a day.
    fn place(self, day: NaiveDate) -> i32 {
        match self {
            Self::Day => day.num_days_from_ce(),
            Self::Month => day.year() * 12 + day.month0().cast_signed(),
            Self::Years(years) => day.year().div_euclid(years),
        }
    }

    /// The day, month or year at an end, in words: of a decade or century the year that events reach.
    fn words(self, day: NaiveDate, phrases: &Phrasebook) -> String {
        phrases.value_words(match self {
            Self::Day => DateValue::Day(day),
            Self::Month => DateValue::Month(day.year(), day.month()),
            Self::Years(_) => DateValue::Year(day.year()),
        })
    }

    /// True for an event that is told as finely as a bar.
    fn fits(self, event: &Event) -> bool {
        let is_in_one = |(first, last)| self.place(first) == self.place(last);
        match self {
            Self::Day => event.when.edtf.is_some_and(|edtf| edtf.as_day().is_some()),
            Self::Month => event.when.edtf.and_then(month_of).is_some(),
            Self::Years(_) => {
                event.when.edtf.and_then(|edtf| edtf.earliest().zip(edtf.latest())).is_some_and(is_in_one)
            }
        }
    }

    fn unit(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Years(1) => "year",
            Self::Years(10) => "decade",
            Self::Years(_) => "century",
        }
    }
}

/// The overview of the main part of the timeline; `None` where there is too little to see.
pub(super) fn overview(site: &Site) -> Option<OverviewView> {
    let plan = &site.index.timeline;
    let shown = plan.parts.iter().filter(|part| !plan.is_earlier(part)).flat_map(|part| &part.rows);
    let all: Vec<(usize, &Event)> = shown.map(|&number| (number, &site.dossier.events[number])).collect();
    // a stretch, a century and one of many days do not say how finely the others lie
    let is_fine = |event: &Event| event.when.edtf.is_some_and(|edtf| !edtf.is_interval() && lies_in_one_year(edtf));
    let fine = all.iter().filter(|(_, event)| is_fine(event));
    let mut days: Vec<NaiveDate> = fine.filter_map(|(_, event)| day(event)).collect();
    days.sort_unstable();
    let edge = days.len() / OUTLIERS;
    let (first, last) = (*days.get(edge)?, days[days.len() - 1 - edge]);
    let scale = Scale::between(first, last);
    let (from, to) = (scale.place(first), scale.place(last));
    if days.len() < FEWEST || to - from + 1 < FEWEST_BARS {
        return None;
    }
    let is_near = |event: &Event| day(event).is_some_and(|day| (from..=to).contains(&scale.place(day)));
    let drawn: Vec<(usize, &Event)> =
        all.iter().copied().filter(|(_, event)| scale.fits(event) && is_near(event)).collect();
    let bars = bars(site, &drawn, scale, from);
    let stretches = stretches(&all, scale, (from, to));
    let lanes = stretches.iter().map(|stretch| stretch.y + LANE).max().unwrap_or(HEIGHT);
    Some(OverviewView {
        unit: scale.unit(),
        from: scale.words(first, site.phrases),
        to: scale.words(last, site.phrases),
        left_out: all.len() - drawn.len(),
        width: (to - from + 1) * STEP,
        pixels: (to - from + 1) * PIXELS,
        height: lanes + 1,
        ground: HEIGHT,
        most: bars.iter().map(|bar| bar.certain + bar.open).max().unwrap_or(0),
        bars,
        stretches,
    })
}

/// The first day of the date an event stands at.
fn day(event: &Event) -> Option<NaiveDate> {
    Some(leading_date(event.when.edtf?)?.value.earliest())
}

/// What a row marks as not certain, or as planned, claimed or denied, is drawn hollow.
fn is_open(event: &Event) -> bool {
    !matches!(event.status, EventStatus::Happened | EventStatus::Period) || moment::is_uncertain(&event.when)
}

fn bars(site: &Site, events: &[(usize, &Event)], scale: Scale, first: i32) -> Vec<BarView> {
    let mut counts: BTreeMap<i32, (usize, usize, usize)> = BTreeMap::new();
    for &(number, event) in events {
        let Some(day) = day(event) else { continue };
        let count = counts.entry(scale.place(day)).or_insert((0, 0, number));
        *(if is_open(event) { &mut count.1 } else { &mut count.0 }) += 1;
    }
    let most = counts.values().map(|(certain, open, _)| certain + open).max().unwrap_or(1);
    let height = |count: usize| (count * HEIGHT).div_ceil(most);
    let bar = |(place, (certain, open, event)): (i32, (usize, usize, usize))| {
        let certain_height = height(certain);
        let open_height = height(certain + open) - certain_height;
        BarView { href: href(site, event), x: (place - first) * STEP, certain, open, certain_height, open_height }
    };
    counts.into_iter().map(bar).collect()
}

/// The part that an event stands in, on the timeline's own page or on another.
fn href(site: &Site, event: usize) -> Option<String> {
    let plan = &site.index.timeline;
    match plan.places[event] {
        Place::Part(part) if plan.is_split => Some(paths::timeline_page(&plan.parts[part].key())),
        Place::Part(part) => Some(format!("#y{}", plan.parts[part].key())),
        Place::Undated(_) => None,
    }
}

/// The stretches that most sentences tell of and that are longer than a bar.
fn stretches(events: &[(usize, &Event)], scale: Scale, (first, last): (i32, i32)) -> Vec<StretchView> {
    let ends = |event: &Event| -> Option<(i32, i32)> {
        let edtf = event.when.edtf.filter(|edtf| edtf.is_interval())?;
        Some((scale.place(edtf.earliest()?), scale.place(edtf.latest()?)))
    };
    let mut found: Vec<(usize, (i32, i32), bool)> = events
        .iter()
        .filter_map(|(_, event)| Some((event.evidence.len(), ends(event)?, is_open(event))))
        .filter(|(_, (from, to), _)| to > from && *to >= first && *from <= last)
        .collect();
    found.sort_by_key(|&(told, (from, to), _)| (std::cmp::Reverse(told), from, to));
    found.truncate(MOST_STRETCHES);
    found.sort_by_key(|&(_, ends, _)| ends);
    let view = |(lane, (_, (from, to), is_open)): (usize, (usize, (i32, i32), bool))| {
        let (from, to) = (from.max(first), to.min(last));
        StretchView { x: (from - first) * STEP, y: HEIGHT + LANE * (lane + 1), width: (to - from + 1) * STEP, is_open }
    };
    found.into_iter().enumerate().map(view).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_stands_for_what_fits() {
        let table = [
            ("2010-01-30", "2010-02-12", "day", "30 January 2010", "12 February 2010"),
            ("2010-01-30", "2012-12-01", "month", "January 2010", "December 2012"),
            ("1990-05-01", "2024-01-01", "year", "1990", "2024"),
            ("1815-05-01", "2024-01-01", "decade", "1815", "2024"),
            ("-0490-05-01", "2024-01-01", "century", "491 BC", "2024"),
        ];
        for (first, last, unit, from, to) in table {
            let day =
                |words: &str| words.parse::<crate::model::Edtf>().ok().and_then(crate::model::Edtf::as_day).unwrap();
            let scale = Scale::between(day(first), day(last));
            assert_eq!((scale.unit(), scale.words(day(first), Phrasebook::english()).as_str()), (unit, from));
            assert_eq!(scale.words(day(last), Phrasebook::english()), to);
        }
    }
}
