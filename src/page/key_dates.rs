//! Key dates: the days that most documents tell of, each by the event that most of them tell.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;

use super::index::count_documents;
use super::links::LinkView;
use super::moment::MomentView;
use super::site::Site;
use crate::model::{Edtf, EventStatus};
use crate::text::compare::shorten;

/// A day that fewer documents tell of is none; fewer days than this say nothing of a large dossier.
const FEWEST: usize = 3;
/// Of so many documents two are many.
const FEW: usize = 20;
/// The top of a text, in bytes: its headline and first sentences.
const TOP: usize = 600;
/// The words of an event, in characters.
const LONGEST: usize = 160;

/// A day with its event.
#[derive(Debug, Serialize)]
pub(super) struct KeyDateView {
    when: MomentView,
    /// The event, by the first words of its sentence.
    link: LinkView,
    language: Option<String>,
    /// How many tell of the day.
    documents: usize,
}

/// The key dates in the order of the calendar, `most` of them; none in a dossier too small to have some.
pub(super) fn key_dates(site: &Site, most: usize) -> Vec<KeyDateView> {
    let is_small = site.dossier.documents.len() < FEW;
    let fewest = if is_small { FEWEST - 1 } else { FEWEST };
    let mut days: BTreeMap<NaiveDate, Day> = BTreeMap::new();
    for (number, event) in site.dossier.events.iter().enumerate() {
        let is_told = event.status == EventStatus::Happened && shows_words(site, number);
        let Some(date) = event.when.edtf.and_then(Edtf::as_day).filter(|_| is_told) else { continue };
        let day = days.entry(date).or_default();
        day.documents.extend(event.evidence.iter().map(|proof| proof.document));
        let documents = count_documents(&event.evidence);
        let highest = event.evidence.iter().map(|proof| proof.span.start).min();
        // what stands at the top of a text is its news; one sentence further down says little of a day
        if documents > 1 || highest.is_some_and(|place| place < TOP) {
            day.best = day.best.max(Some((documents, Reverse(highest), Reverse(number))));
        }
    }
    let enough = |(date, day): (NaiveDate, Day)| {
        let (_, _, Reverse(number)) = day.best?;
        (day.documents.len() >= fewest).then_some((day.documents.len(), date, number))
    };
    let mut ranked: Vec<(usize, NaiveDate, usize)> = days.into_iter().filter_map(enough).collect();
    if is_small {
        ranked.extend(stretches(site, fewest));
    }
    ranked.sort_by_key(|&(documents, date, _)| (Reverse(documents), date));
    ranked.truncate(most);
    ranked.sort_by_key(|&(_, date, _)| date);
    let is_telling = is_small || ranked.len() >= FEWEST;
    ranked.into_iter().filter(|_| is_telling).map(|(documents, _, number)| view(site, number, documents)).collect()
}

/// What was on some day of a stretch (`between 7 October 2023 and 6 September 2024`), told by enough documents: how
/// many, by when, which event.
fn stretches(site: &Site, fewest: usize) -> impl Iterator<Item = (usize, NaiveDate, usize)> {
    site.dossier.events.iter().enumerate().filter_map(move |(number, event)| {
        let date = event.when.edtf.filter(|edtf| edtf.as_day().is_none() && !edtf.is_interval())?;
        let documents = count_documents(&event.evidence);
        let is_told = event.status == EventStatus::Happened && shows_words(site, number) && documents >= fewest;
        Some((documents, date.latest()?, number)).filter(|_| is_told)
    })
}

/// A day of the calendar.
#[derive(Default)]
struct Day {
    /// Those that tell of it.
    documents: BTreeSet<usize>,
    /// The event that most of them tell, of equal ones the one highest in its text: how many, where, which.
    best: Option<(usize, Reverse<Option<usize>>, Reverse<usize>)>,
}

fn shows_words(site: &Site, number: usize) -> bool {
    let first = site.dossier.events[number].evidence.first();
    first.is_some_and(|proof| site.dossier.documents[proof.document].display().shows_words())
}

fn view(site: &Site, number: usize, documents: usize) -> KeyDateView {
    let event = &site.dossier.events[number];
    let document = event.evidence.first().map(|proof| &site.dossier.documents[proof.document]);
    KeyDateView {
        when: site.event_moment(&event.when),
        link: LinkView { text: shorten(&event.summary, LONGEST), href: site.event_href(number, "") },
        language: document.and_then(|document| site.foreign_language(document.language())),
        documents,
    }
}
