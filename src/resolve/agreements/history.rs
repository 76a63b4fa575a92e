//! The history of an agreement: what sentences say of its states, joined to dated rows.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::forms::mention;
use super::{Corpus, Place};
use crate::model::{
    AgreementForm, AgreementState, AgreementStatus, DocumentDate, DossierDocument, Edtf, Event, EventStatus, Evidence,
    Phrase, Qualifier,
};
use crate::resolve::actors::sentence_of;
use crate::text::Span;
use crate::text::compare::tidy;

/// The events that tell a date, by document and first byte of its words.
pub type EventsByPlace = BTreeMap<(usize, usize), String>;

/// Which event tells each date.
pub fn events_by_place(events: &[Event]) -> EventsByPlace {
    let places = |event: &Event| {
        let id = event.id.clone();
        event.evidence.iter().map(move |proof| ((proof.document, proof.focus.start), id.clone())).collect::<Vec<_>>()
    };
    events.iter().flat_map(places).collect()
}

/// The states that the mentions of an agreement tell, by date; undated ones by the date of their report.
pub fn history(corpus: Corpus<'_>, places: &[Place], events: &EventsByPlace) -> Vec<AgreementState> {
    let mut rows: Vec<AgreementState> = places.iter().flat_map(|&place| told(corpus, place, events)).collect();
    refine(corpus, places, &mut rows);
    rows.sort_by_cached_key(order);
    let mut joined: Vec<AgreementState> = Vec::new();
    let mut last: BTreeMap<(AgreementStatus, EventStatus, Option<String>), usize> = BTreeMap::new();
    for row in rows {
        let key = (row.status, row.certainty, row.when.map(|when| when.qualified(Qualifier::None).to_string()));
        match last.get(&key) {
            Some(&at) => join(&mut joined[at], row),
            None => {
                last.insert(key, joined.len());
                joined.push(row);
            }
        }
    }
    let mut joined = contained(joined);
    joined.sort_by_cached_key(order);
    joined
}

/// What the sentence of a mention tells.
fn told(corpus: Corpus<'_>, place: Place, events: &EventsByPlace) -> Vec<AgreementState> {
    let document = &corpus.documents[place.0];
    let mention = mention(corpus, place);
    let published = story_date(document, mention.span).edtf;
    let row = |state: &crate::model::StateMention| {
        let reported = state.told_on.and_then(|span| date_at(document, span)).or(published);
        let when = state.date.and_then(|span| date_at(document, span));
        let lies_ahead = when.and_then(Edtf::earliest).zip(reported.and_then(Edtf::latest));
        let lies_ahead = lies_ahead.is_some_and(|(when, told)| when > told);
        let event = state.date.and_then(|span| events.get(&(place.0, span.start))).cloned();
        AgreementState {
            status: state.status,
            certainty: match state.certainty {
                EventStatus::Happened if lies_ahead => EventStatus::Planned,
                said => said,
            },
            telling: state.telling,
            when,
            why: None,
            reported,
            event,
            evidence: vec![Evidence { document: place.0, span: sentence_of(document, mention.span), focus: state.cue }],
        }
    };
    mention.states.iter().map(row).collect()
}

fn story_date(document: &DossierDocument, span: Span) -> &DocumentDate {
    &document.stories[document.story_at(span.start)].date
}

fn date_at(document: &DossierDocument, span: Span) -> Option<Edtf> {
    let temporal = &document.annotations.temporal;
    let at = temporal.partition_point(|known| known.mention.span.start < span.start);
    temporal.get(at).filter(|known| known.mention.span == span)?.edtf
}

/// A day in a nickname (`the “Sept. 19” agreement`) is the day of the signing whose year another text says.
fn refine(corpus: Corpus<'_>, places: &[Place], rows: &mut [AgreementState]) {
    let named = |&place: &Place| {
        let mention = mention(corpus, place);
        if mention.form != AgreementForm::Nickname {
            return None;
        }
        let document = &corpus.documents[place.0];
        let temporal = document.annotations.temporal.iter();
        let mut inside = temporal.filter(|known| mention.span.contains(known.mention.span));
        let known = inside.find(|known| known.edtf.and_then(Edtf::as_day).is_some())?;
        Some((known.edtf?, tidy(mention.span.of(&document.source.text))))
    };
    let days: BTreeMap<String, (Edtf, String)> =
        places.iter().filter_map(named).map(|(day, words)| (day.to_string(), (day, words))).collect();
    let Some((day, words)) = days.into_values().next() else { return };
    let made = |row: &&mut AgreementState| matches!(row.status, AgreementStatus::Signed | AgreementStatus::Agreed);
    for row in rows.iter_mut().filter(made) {
        let Some(when) = row.when.filter(|&when| when.as_day().is_none() && when.contains(day)) else { continue };
        row.why = Some(Phrase::new("why-day-of-name").with("date", when).with("name", words.as_str()));
        row.when = Some(day);
    }
}

fn order(row: &AgreementState) -> (bool, Option<NaiveDate>, Option<NaiveDate>, AgreementStatus, EventStatus, usize) {
    let first = |date: Option<Edtf>| date.and_then(|date| date.earliest().or(date.latest()));
    let last = |date: Option<Edtf>| date.and_then(|date| date.latest().or(date.earliest()));
    let date = row.when.or(row.reported);
    (date.is_none(), first(date), last(date), row.status, row.certainty, row.evidence[0].document)
}

fn join(row: &mut AgreementState, other: AgreementState) {
    let first = |date: Option<Edtf>| date.and_then(Edtf::earliest);
    if row.reported.is_none() || first(other.reported).is_some_and(|other| Some(other) < first(row.reported)) {
        row.reported = other.reported.or(row.reported);
    }
    row.telling = row.telling.min(other.telling);
    row.event = row.event.take().or(other.event);
    row.why = row.why.take().or(other.why);
    row.evidence.extend(other.evidence);
    row.evidence.sort();
    row.evidence.dedup();
}

/// A row without a date, or with a coarser one, is the finer one of its state where there is just one.
fn contained(rows: Vec<AgreementState>) -> Vec<AgreementState> {
    let mut by_state: BTreeMap<(AgreementStatus, EventStatus), Vec<AgreementState>> = BTreeMap::new();
    for row in rows {
        by_state.entry((row.status, row.certainty)).or_default().push(row);
    }
    by_state.into_values().flat_map(within_state).collect()
}

fn within_state(mut rows: Vec<AgreementState>) -> Vec<AgreementState> {
    rows.sort_by_cached_key(|row| (row.when.is_none(), length(row.when), row.when.map(|when| when.to_string())));
    let mut kept: Vec<AgreementState> = Vec::new();
    for row in rows {
        let fits = |finer: &AgreementState| match (row.when, finer.when) {
            (None, Some(when)) => is_told_after(when, row.reported),
            (Some(coarse), Some(when)) => coarse.contains(when),
            (None, None) => true,
            (Some(_), None) => false,
        };
        let mut fitting: Vec<usize> = (0..kept.len()).filter(|&at| fits(&kept[at])).take(2).collect();
        match (fitting.pop(), fitting.pop()) {
            (Some(only), None) => join(&mut kept[only], row),
            _ => kept.push(row),
        }
    }
    kept
}

/// What is told later than it was told cannot be it.
fn is_told_after(when: Edtf, reported: Option<Edtf>) -> bool {
    match (when.earliest(), reported.and_then(Edtf::latest)) {
        (Some(first), Some(told)) => first <= told,
        _ => true,
    }
}

fn length(when: Option<Edtf>) -> i64 {
    let days = when.and_then(|when| Some((when.latest()? - when.earliest()?).num_days()));
    days.unwrap_or(i64::MAX)
}
