//! Key dates: the events that most documents tell, one of a day.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;

use super::links::LinkView;
use super::moment::MomentView;
use super::site::Site;
use crate::model::{Edtf, Event, EventStatus, Evidence, QuotationKind};
use crate::text::compare::shorten;

/// An event that fewer texts tell is no key date.
const FEWEST_TELL: usize = 2;
/// Fewer days than this say nothing of a large dossier …
const FEWEST_DAYS: usize = 3;
/// … which has so many documents.
const LARGE: usize = 20;
/// The words of an event, in characters.
const LONGEST: usize = 160;

/// A day with its event.
#[derive(Debug, Serialize)]
pub(super) struct KeyDateView {
    when: MomentView,
    /// The event, by the first words of its sentence.
    link: LinkView,
    language: Option<String>,
    /// How many tell it; near copies count as one.
    documents: usize,
}

/// An event that several documents tell: how many, how high in one of them, which.
type Told = (usize, Reverse<usize>, Reverse<usize>);

/// The key dates in the order of the calendar, `most` of them; none where too few are told by several documents.
/// Of a day only its best told event counts: the others of the day, told in passing, say nothing of its weight.
pub(super) fn key_dates(site: &Site, most: usize) -> Vec<KeyDateView> {
    let is_small = site.dossier.documents.len() < LARGE;
    let mut best: BTreeMap<(NaiveDate, NaiveDate), Told> = BTreeMap::new();
    for (number, event) in site.dossier.events.iter().enumerate() {
        let Some(days) = days(event, is_small).filter(|_| shows_words(site, number)) else { continue };
        let Some(told) = told(site, number) else { continue };
        let known = best.entry(days).or_insert(told);
        *known = told.max(*known);
    }
    let mut ranked: Vec<_> = best.into_iter().collect();
    ranked.sort_by_key(|&(days, (documents, highest, _))| (Reverse((documents, highest)), days));
    ranked.truncate(most);
    ranked.sort_by_key(|&((first, last), _)| (last, first));
    let is_telling = is_small || ranked.len() >= FEWEST_DAYS;
    let rows = ranked.into_iter().filter(|_| is_telling);
    rows.map(|(_, (documents, _, Reverse(number)))| view(site, number, documents)).collect()
}

/// The day of an event that happened; in a small dossier also the days of which it was one (`between 7 October
/// 2023 and 6 September 2024`).
fn days(event: &Event, is_small: bool) -> Option<(NaiveDate, NaiveDate)> {
    let edtf = event.when.edtf.filter(|_| event.status == EventStatus::Happened)?;
    let is_known = edtf.as_day().is_some() || is_small && matches!(edtf, Edtf::OneOf(..));
    edtf.earliest().zip(edtf.latest()).filter(|_| is_known)
}

/// How an event is told, where several documents tell it and its sentence is not what somebody is quoted with.
fn told(site: &Site, number: usize) -> Option<Told> {
    let evidence = &site.dossier.events[number].evidence;
    let telling = |proof: &&Evidence| !is_quoted(site, proof);
    evidence.first().filter(telling)?;
    let original = |document: usize| {
        let copies = &site.dossier.documents[document].duplicates;
        copies.first().map_or(document, |&copy| copy.min(document))
    };
    let tell: BTreeSet<usize> = evidence.iter().filter(telling).map(|proof| original(proof.document)).collect();
    let highest = evidence.iter().map(|proof| proof.span.start).min()?;
    (tell.len() >= FEWEST_TELL).then_some((tell.len(), Reverse(highest), Reverse(number)))
}

/// True where the words that date a sentence are somebody's.
fn is_quoted(site: &Site, proof: &Evidence) -> bool {
    let quotations = &site.dossier.documents[proof.document].annotations.quotations;
    let is_said = |kind: QuotationKind| kind != QuotationKind::Term;
    quotations.iter().any(|said| is_said(said.kind) && said.span.holds(proof.focus.start))
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
