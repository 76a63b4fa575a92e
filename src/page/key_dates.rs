//! Key dates: the days that most documents tell of, each by the event that most of them tell.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::index::count_documents;
use super::links::LinkView;
use super::moment::{self, MomentView};
use super::site::Site;
use crate::model::{Edtf, EventStatus};
use crate::text::compare::shorten;

/// A day that fewer documents tell of is none; fewer days than this say nothing of a dossier.
const FEWEST: usize = 3;
/// The words of an event, in characters.
const LONGEST: usize = 160;

/// A day with its event.
#[derive(Debug, Serialize)]
pub(super) struct KeyDateView {
    when: MomentView,
    /// The event, by the first words of its sentence.
    link: LinkView,
    language: Option<String>,
    documents: usize,
}

/// The key dates in the order of the calendar, `most` of them; none in a dossier too small to have some.
pub(super) fn key_dates(site: &Site, most: usize) -> Vec<KeyDateView> {
    let mut days: BTreeMap<NaiveDate, (usize, usize)> = BTreeMap::new();
    for (number, event) in site.dossier.events.iter().enumerate() {
        let Some(day) = event.when.edtf.and_then(Edtf::as_day).filter(|_| event.status == EventStatus::Happened) else {
            continue;
        };
        let documents = count_documents(&event.evidence);
        let best = days.entry(day).or_insert((documents, number));
        if documents > best.0 {
            *best = (documents, number);
        }
    }
    let mut ranked: Vec<(usize, NaiveDate, usize)> = days
        .into_iter()
        .filter(|(_, (documents, number))| *documents >= FEWEST && shows_words(site, *number))
        .map(|(day, (documents, number))| (documents, day, number))
        .collect();
    ranked.sort_by_key(|&(documents, day, _)| (std::cmp::Reverse(documents), day));
    ranked.truncate(most);
    ranked.sort_by_key(|&(_, day, _)| day);
    let is_telling = ranked.len() >= FEWEST;
    ranked.into_iter().filter(|_| is_telling).map(|(documents, _, number)| view(site, number, documents)).collect()
}

fn shows_words(site: &Site, number: usize) -> bool {
    let first = site.dossier.events[number].evidence.first();
    first.is_some_and(|proof| site.dossier.documents[proof.document].display().shows_words())
}

fn view(site: &Site, number: usize, documents: usize) -> KeyDateView {
    let event = &site.dossier.events[number];
    let document = event.evidence.first().map(|proof| &site.dossier.documents[proof.document]);
    KeyDateView {
        when: moment::of_event(&event.when),
        link: LinkView { text: shorten(&event.summary, LONGEST), href: site.event_href(number, "") },
        language: document.and_then(|document| site.foreign_language(document.language())),
        documents,
    }
}
