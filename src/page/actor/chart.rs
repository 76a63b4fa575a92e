//! Events and mentions of an actor by year, as two rows of bars over the same years, with their table.

use std::collections::BTreeMap;
use std::fmt::Write;

use chrono::Datelike;
use serde::Serialize;

use crate::model::{DateValue, Edtf};
use crate::page::site::Site;
use crate::page::timeline::plan::leading_date;

/// Fewer years, or fewer things in them, are said faster than drawn.
const FEWEST_YEARS: usize = 5;
const FEWEST_THINGS: usize = 12;
/// So many years are drawn, to the last; the table has all.
const MOST_YEARS: i32 = 40;
/// A bar with the gap behind it, and the height of the highest, in units of the drawing.
const STEP: i32 = 12;
const BAR: i32 = 9;
const HIGHEST: usize = 40;

/// The bars of both rows.
#[derive(Debug, Serialize)]
pub(super) struct ChartView {
    width: i32,
    /// The years that are drawn, in words.
    from: String,
    to: String,
    /// The bars of a row, as one path each.
    events: String,
    mentions: String,
    /// What the highest bars stand for.
    most_events: usize,
    most_mentions: usize,
    /// Each year that has some.
    years: Vec<YearView>,
}

#[derive(Debug, Serialize)]
struct YearView {
    label: String,
    events: usize,
    mentions: usize,
}

/// Events and mentions.
type Counts = [usize; 2];

/// `None` where there is too little to draw. A decade or century is no year, and an undated text is in none.
pub(super) fn chart(site: &Site, actor: usize) -> Option<ChartView> {
    let years = counts(site, actor);
    let things: usize = years.values().flatten().sum();
    if years.len() < FEWEST_YEARS || things < FEWEST_THINGS {
        return None;
    }
    let (&first, &last) = (years.keys().next()?, years.keys().next_back()?);
    let first = first.max(last - MOST_YEARS + 1);
    let most = |at: usize| years.range(first..).map(|(_, counts)| counts[at]).max().unwrap_or(0);
    let label = |year: i32| site.phrases.value_words(DateValue::Year(year));
    Some(ChartView {
        width: (last - first + 1) * STEP - (STEP - BAR),
        from: label(first),
        to: label(last),
        events: bars(&years, (first, 0), most(0)),
        mentions: bars(&years, (first, 1), most(1)),
        most_events: most(0),
        most_mentions: most(1),
        years: years
            .iter()
            .map(|(&year, &[events, mentions])| YearView { label: label(year), events, mentions })
            .collect(),
    })
}

fn counts(site: &Site, actor: usize) -> BTreeMap<i32, Counts> {
    let mut years: BTreeMap<i32, Counts> = BTreeMap::new();
    let mut count = |date: Option<Edtf>, at: usize| {
        if let Some(year) = date.and_then(leading_date).and_then(|date| date.value.year()) {
            years.entry(year).or_default()[at] += 1;
        }
    };
    let dossier = site.dossier;
    site.index.actor_events[actor].iter().for_each(|&event| count(dossier.events[event].when.edtf, 0));
    let mentions = &dossier.actors[actor].mentions;
    mentions.iter().for_each(|mention| count(site.story_date(site.story_of(mention)), 1));
    years.retain(|&year, _| (1..=chrono::NaiveDate::MAX.year()).contains(&year));
    years
}

/// Bars on a ground at [`HIGHEST`], as a path of SVG: numbers only. What is counted has a bar that can be seen.
fn bars(years: &BTreeMap<i32, Counts>, (first, at): (i32, usize), most: usize) -> String {
    let mut path = String::new();
    for (&year, counts) in years.range(first..).filter(|(_, counts)| counts[at] > 0) {
        let height = (counts[at] * HIGHEST).div_ceil(most.max(1)).max(1);
        let x = (year - first) * STEP;
        write!(path, "M{x} {HIGHEST}v-{height}h{BAR}v{height}z").expect("writing to a string does not fail");
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_year_that_has_something_has_a_bar() {
        let years: BTreeMap<i32, Counts> = [(2010, [400, 0]), (2012, [1, 3])].into();
        assert_eq!(bars(&years, (2010, 0), 400), "M0 40v-40h9v40zM24 40v-1h9v1z");
        assert_eq!(bars(&years, (2010, 1), 3), "M24 40v-40h9v40z");
    }
}
