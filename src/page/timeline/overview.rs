//! The overview: how many events each month, year or decade has, as bars for the eye. Words and numbers stand
//! in the list of years below it.

use std::collections::BTreeMap;

use chrono::Datelike;
use serde::Serialize;

use super::super::site::Site;
use super::plan::{leading_date, month_of};
use crate::model::edtf::month_name;
use crate::model::{Event, EventStatus};

/// Fewer dated events need no overview.
const FEWEST: usize = 12;
/// At most so many bars.
const MOST_BARS: i32 = 72;
/// One event of so many at either end is left out, so that a single far date does not make all bars thin.
const OUTLIERS: usize = 40;
/// Heights and widths are in units of the drawing.
const HEIGHT: usize = 60;
const STEP: i32 = 10;
/// Fewer bars than this leave room at the end, so that none is wide.
const ROOM: i32 = 24;
/// At most so many stretches are drawn …
const MOST_STRETCHES: usize = 4;
/// … below the bars, so far apart.
const LANE: usize = 6;

#[derive(Debug, Serialize)]
pub(super) struct OverviewView {
    /// `month`, `year`, `decade`, `century`: what a bar stands for.
    unit: &'static str,
    /// Where the first and the last bar stand, in words.
    from: String,
    to: String,
    width: i32,
    height: usize,
    /// The line that the bars stand on.
    ground: usize,
    /// How many dated events lie outside.
    left_out: usize,
    /// The most events of a bar.
    most: usize,
    bars: Vec<BarView>,
    stretches: Vec<StretchView>,
}

/// The events of a month, year or decade: those of a certain date that happened below, the others on top.
#[derive(Debug, Serialize)]
struct BarView {
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
    Month,
    Years(i32),
}

impl Scale {
    /// The finest that does not need too many bars between two months.
    fn between(first: i32, last: i32) -> Self {
        let fits = |scale: &Self| scale.place(last) - scale.place(first) < MOST_BARS;
        [Self::Month, Self::Years(1), Self::Years(10)].into_iter().find(fits).unwrap_or(Self::Years(100))
    }

    /// The number of the bar of a month, counted from year 0.
    fn place(self, month: i32) -> i32 {
        match self {
            Self::Month => month,
            Self::Years(years) => month.div_euclid(12 * years),
        }
    }

    fn words(self, place: i32) -> String {
        let year = |year: i32| crate::model::DateValue::Year(year).words();
        match self {
            Self::Month => {
                let month = u32::try_from(place.rem_euclid(12)).unwrap_or(0) + 1;
                format!("{} {}", month_name(month), year(place.div_euclid(12)))
            }
            Self::Years(years) => year(place * years),
        }
    }

    fn unit(self) -> &'static str {
        match self {
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
    let shown = plan.parts.iter().filter(|part| !plan.is_earlier(part)).flat_map(|part| &part.events);
    let events: Vec<&Event> = shown.map(|&number| &site.dossier.events[number]).collect();
    let mut months: Vec<i32> = events.iter().filter_map(|event| month(event)).collect();
    months.sort_unstable();
    let edge = months.len() / OUTLIERS;
    let (first, last) = (*months.get(edge)?, months[months.len() - 1 - edge]);
    let events: Vec<&Event> =
        events.into_iter().filter(|event| month(event).is_some_and(|month| (first..=last).contains(&month))).collect();
    let scale = Scale::between(first, last);
    if months.len() < FEWEST || scale.place(first) == scale.place(last) {
        return None;
    }
    let bars = bars(&events, scale, scale.place(first));
    let stretches = stretches(&events, scale, (scale.place(first), scale.place(last)));
    let lanes = stretches.iter().map(|stretch| stretch.y + LANE).max().unwrap_or(HEIGHT);
    Some(OverviewView {
        unit: scale.unit(),
        from: scale.words(scale.place(first)),
        to: scale.words(scale.place(last)),
        width: (scale.place(last) - scale.place(first) + 1).max(ROOM) * STEP,
        height: lanes + 1,
        ground: HEIGHT,
        left_out: months.len() - events.len(),
        most: bars.iter().map(|bar| bar.certain + bar.open).max().unwrap_or(0),
        bars,
        stretches,
    })
}

/// The month an event stands at, counted from year 0; the first of its year where it has none.
fn month(event: &Event) -> Option<i32> {
    let edtf = event.when.edtf?;
    let first = leading_date(edtf)?.value.earliest();
    let month = month_of(edtf).unwrap_or_else(|| first.month());
    Some(first.year() * 12 + i32::try_from(month).unwrap_or(1) - 1)
}

/// A stretch or a coarse date is drawn hollow, and so is what is not certain or did not happen.
fn is_open(event: &Event) -> bool {
    let is_certain = event.when.edtf.is_some_and(|edtf| edtf.as_day().is_some());
    event.status != EventStatus::Happened || !is_certain
}

fn bars(events: &[&Event], scale: Scale, first: i32) -> Vec<BarView> {
    let mut counts: BTreeMap<i32, (usize, usize)> = BTreeMap::new();
    for event in events {
        let Some(month) = month(event) else { continue };
        let count = counts.entry(scale.place(month)).or_default();
        *(if is_open(event) { &mut count.1 } else { &mut count.0 }) += 1;
    }
    let most = counts.values().map(|(certain, open)| certain + open).max().unwrap_or(1);
    let height = |count: usize| (count * HEIGHT).div_ceil(most);
    let bar = |(place, (certain, open)): (i32, (usize, usize))| {
        let certain_height = height(certain);
        let open_height = height(certain + open) - certain_height;
        BarView { x: (place - first) * STEP, certain, open, certain_height, open_height }
    };
    counts.into_iter().map(bar).collect()
}

/// The stretches that most sentences tell of and that are longer than a bar.
fn stretches(events: &[&Event], scale: Scale, (first, last): (i32, i32)) -> Vec<StretchView> {
    let place = |day: chrono::NaiveDate| scale.place(day.year() * 12 + day.month0().cast_signed());
    let ends = |event: &&&Event| -> Option<(i32, i32)> {
        let edtf = event.when.edtf.filter(|edtf| edtf.is_interval())?;
        Some((place(edtf.earliest()?), place(edtf.latest()?)))
    };
    let mut found: Vec<(usize, (i32, i32), bool)> = events
        .iter()
        .filter_map(|event| Some((event.evidence.len(), ends(&event)?, is_uncertain(event))))
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

fn is_uncertain(event: &Event) -> bool {
    let is_told = matches!(event.status, EventStatus::Happened | EventStatus::Period);
    !is_told || event.when.basis != crate::model::Basis::Stated
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_stands_for_what_fits() {
        let month = |year: i32, month: i32| year * 12 + month - 1;
        let table = [
            ((2010, 1), (2012, 12), "month", "January 2010", "December 2012"),
            ((1990, 5), (2024, 1), "year", "1990", "2024"),
            ((1810, 5), (2024, 1), "decade", "1810", "2020"),
            ((-490, 5), (2024, 1), "century", "501 BC", "2000"),
        ];
        for ((year, number), (last_year, last_number), unit, from, to) in table {
            let (first, last) = (month(year, number), month(last_year, last_number));
            let scale = Scale::between(first, last);
            assert_eq!((scale.unit(), scale.words(scale.place(first)).as_str()), (unit, from));
            assert_eq!(scale.words(scale.place(last)), to);
        }
    }
}
