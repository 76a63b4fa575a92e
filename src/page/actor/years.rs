//! The pages of an actor with much to tell: a year each, a month of a full year, and what has no date.

use std::collections::BTreeMap;

use chrono::Datelike;
use serde::Serialize;

use super::lists::{Known, Lists, lists};
use crate::model::{DateValue, Edtf, Page, paths};
use crate::page::head::{Head, Indexing, base_of, finish};
use crate::page::links::{CountedLinkView, LinkView};
use crate::page::quotations::date;
use crate::page::site::Site;
use crate::page::timeline::plan::{leading_date, month_of};

/// More events, quotations, reported statements or documents than these are split by year.
const LONGEST: [usize; 4] = [60, 40, 20, 80];
/// A year of more rows is split by month.
const LONGEST_YEAR: usize = 150;
/// A page has so many rows of each kind; the downloads have them all.
const MOST_ROWS: usize = 200;

#[derive(Debug, Serialize)]
struct ActorYearView {
    name: String,
    /// The year or month in words.
    label: String,
    /// The page of the actor.
    up: LinkView,
    previous: Option<LinkView>,
    next: Option<LinkView>,
    /// Rows that there is no room for.
    left_out: usize,
    #[serde(flatten)]
    lists: Lists,
}

/// A year or month of an actor.
#[derive(Debug)]
pub(in crate::page) struct ActorPart {
    /// `2010`, `2010-06`, `199x`, `undated`: name of the file.
    pub key: String,
    /// `None` for what has no date.
    value: Option<DateValue>,
    /// True for what of a year that is split by month has no month.
    is_rest: bool,
    known: Known,
}

impl ActorPart {
    fn len(&self) -> usize {
        rows(&self.known)
    }

    fn label(&self, site: &Site) -> String {
        match self.value.map(|value| site.phrases.value_words(value)) {
            Some(year) if self.is_rest => site.phrases.with("actor-year-rest", &[("year", year.into())]),
            Some(words) => words,
            None => site.phrases.say("date-not-known"),
        }
    }

    /// The link from the actor's page.
    pub(super) fn link(&self, site: &Site, actor: usize) -> CountedLinkView {
        let href = format!("{}/{}.html", site.dossier.actors[actor].id, self.key);
        CountedLinkView { link: LinkView { text: self.label(site), href }, count: self.len() }
    }
}

/// What parts are sorted by: undated last, then year, month (13 where it has none) and key.
type Place = (bool, i32, u32, String);
type Parts = BTreeMap<Place, ActorPart>;

impl Site<'_> {
    /// The parts of an actor by time; none where one page holds all.
    pub(in crate::page) fn actor_parts(&self, actor: usize) -> &[ActorPart] {
        let all = self.index.actor_parts.get_or_init(|| {
            let actors = 0..self.dossier.actors.len();
            actors.filter(|&actor| self.has_parts(actor)).map(|actor| (actor, parts(self, actor))).collect()
        });
        all.get(&actor).map_or(&[], Vec::as_slice)
    }

    fn has_parts(&self, actor: usize) -> bool {
        let index = &self.index;
        let counts = [
            index.actor_events[actor].len(),
            index.actor_quotations[actor].len(),
            index.actor_reported[actor].len(),
            index.actor_documents[actor],
        ];
        counts.into_iter().zip(LONGEST).any(|(count, longest)| count > longest)
    }
}

/// The years of an actor, a full one by its months.
fn parts(site: &Site, actor: usize) -> Vec<ActorPart> {
    let years = parted(site, (actor, &Known::of(site, actor)), year);
    let is_full = |part: &ActorPart| matches!(part.value, Some(DateValue::Year(_))) && part.len() > LONGEST_YEAR;
    let months = |year: ActorPart| {
        if !is_full(&year) {
            return vec![year];
        }
        let rest = |month: ActorPart| ActorPart { is_rest: month.value == year.value, ..month };
        parted(site, (actor, &year.known), month).into_iter().map(rest).collect()
    };
    years.into_iter().flat_map(months).collect()
}

fn parted(site: &Site, (actor, known): (usize, &Known), value: fn(Edtf) -> Option<DateValue>) -> Vec<ActorPart> {
    let (dossier, mentions) = (site.dossier, &site.dossier.actors[actor].mentions);
    let mut parts: Parts = BTreeMap::new();
    for &event in &known.events {
        part(&mut parts, dossier.events[event].when.edtf.and_then(value)).events.push(event);
    }
    for &told in &known.quotations {
        part(&mut parts, date(&dossier.quotations[told]).and_then(value)).quotations.push(told);
    }
    for &told in &known.reported {
        part(&mut parts, date(&dossier.reported[told]).and_then(value)).reported.push(told);
    }
    for text in &known.texts {
        let date = text.first().and_then(|&first| site.story_date(site.story_of(&mentions[first])));
        part(&mut parts, date.and_then(value)).texts.push(text.clone());
    }
    let mut parts: Vec<ActorPart> = parts.into_values().collect();
    parts.iter_mut().for_each(|part| part.known.has_spellings = known.has_spellings);
    parts
}

fn part(parts: &mut Parts, value: Option<DateValue>) -> &mut Known {
    let key = value.map_or_else(|| "undated".to_owned(), |value| value.to_string().to_lowercase());
    let (year, month) = match value {
        Some(DateValue::Month(year, month)) => (year, month),
        Some(value) => (value.earliest().year(), 13),
        None => (0, 13),
    };
    let part = || ActorPart { key: key.clone(), value, is_rest: false, known: Known::default() };
    &mut parts.entry((value.is_none(), year, month, key.clone())).or_insert_with(part).known
}

/// The year, or what is coarser.
fn year(edtf: Edtf) -> Option<DateValue> {
    let value = leading_date(edtf)?.value;
    Some(value.year().map_or(value, DateValue::Year))
}

/// The month, or the year of what has none.
fn month(edtf: Edtf) -> Option<DateValue> {
    let (whole, month) = (year(edtf)?, month_of(edtf));
    match (whole, month) {
        (DateValue::Year(year), Some(month)) => Some(DateValue::Month(year, month)),
        _ => Some(whole),
    }
}

/// The page of a part.
pub(in crate::page) fn page(site: &Site, actor: usize, number: usize) -> Page {
    let parts = site.actor_parts(actor);
    let (part, own) = (&parts[number], &site.dossier.actors[actor]);
    let path = paths::actor_part(&own.id, &part.key);
    let base = base_of(&path);
    let link = |part: &ActorPart| LinkView { text: part.label(site), href: format!("{}.html", part.key) };
    let (shown, left_out) = bounded(part.known.clone());
    let label = part.label(site);
    let title = site.phrases.with(
        "actor-year",
        &[("name", site.unique_title(&own.name, &own.id).into()), ("label", label.as_str().into())],
    );
    let view = ActorYearView {
        name: own.name.clone(),
        label,
        up: LinkView { text: own.name.clone(), href: format!("../{}.html", own.id) },
        previous: number.checked_sub(1).map(|at| link(&parts[at])),
        next: parts.get(number + 1).map(link),
        left_out,
        lists: lists(site, actor, &shown, &base),
    };
    finish(site, Head { path, template: "actor_year.html", title, indexing: Indexing::Site }, view)
}

/// As much as a page holds, and how many rows that leaves out.
fn bounded(mut known: Known) -> (Known, usize) {
    let before = rows(&known);
    known.events.truncate(MOST_ROWS);
    known.quotations.truncate(MOST_ROWS);
    known.reported.truncate(MOST_ROWS);
    known.texts.truncate(MOST_ROWS);
    let left_out = before - rows(&known);
    (known, left_out)
}

fn rows(known: &Known) -> usize {
    known.events.len() + known.quotations.len() + known.reported.len() + known.texts.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_stands_under_its_year_and_month() {
        let table = [
            ("2010-04-20", "2010", "2010-04"),
            ("2010-21", "2010", "2010"),
            ("199X", "199X", "199X"),
            ("[2010-05-22..2010-08-17]", "2010", "2010"),
        ];
        for (written, year_key, month_key) in table {
            let edtf: Edtf = written.parse().unwrap();
            let keys = [year(edtf), month(edtf)].map(|value| value.unwrap().to_string());
            assert_eq!(keys, [year_key, month_key], "{written}");
        }
    }
}
