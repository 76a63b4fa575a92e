//! Agreements: which mentions are one agreement, who its parties are, and what happened to it when.
//!
//! `forms` compares names and descriptions, `groups` knows who `the three countries` are, `clusters` puts
//! mentions together, `shorts` decides what points back, `history` makes dated states of what sentences say, `conflicts` looks for what cannot
//! be, `describe` makes agreements of it all.

mod clusters;
mod conflicts;
mod describe;
mod forms;
mod groups;
mod history;
mod known;
mod shorts;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use super::actors::sentence_of;
use super::identifiers::unique;
use crate::model::{Actor, Agreement, Authority, DossierDocument, Edtf, Event, NameKind};
use crate::text::compare::fold;
use crate::text::slug::slug;

/// A mention: the index of its document, and its own in the document's list.
type Place = (usize, usize);

/// What agreements are made from.
#[derive(Debug, Clone, Copy)]
struct Corpus<'c> {
    documents: &'c [DossierDocument],
    actors: &'c [Actor],
    authority: &'c Authority,
    /// The states among the actors, by ISO 3166 code.
    states: &'c BTreeMap<&'c str, usize>,
    /// The states by what the texts call them and their people, folded.
    words_of_states: &'c BTreeMap<String, usize>,
    /// The stories that tell of old times, by document and place in it.
    old: &'c BTreeSet<(usize, usize)>,
}

/// The states by what the texts call them and their people, folded; of two states that share a word none.
fn words_of_states(documents: &[DossierDocument], states: &BTreeMap<&str, usize>) -> BTreeMap<String, usize> {
    let mut words: BTreeMap<String, Option<usize>> = BTreeMap::new();
    for document in documents.iter().filter(|document| !document.annotations.agreements.is_empty()) {
        for name in &document.annotations.names {
            let Some(&state) = name.country.as_deref().and_then(|code| states.get(code)) else { continue };
            let known = words.entry(fold(name.span.of(&document.source.text))).or_insert(Some(state));
            *known = known.filter(|&known| known == state);
        }
    }
    words.into_iter().filter_map(|(word, state)| Some((word, state?))).collect()
}

/// Before this year hardly any of today's states stood under today's name.
const FIRST_YEAR: i32 = 1500;

/// The stories of documents with agreements whose dates lie before the times of today's states, most of
/// them.
fn old_stories(documents: &[DossierDocument]) -> BTreeSet<(usize, usize)> {
    let mut counts: BTreeMap<(usize, usize), (usize, usize)> = BTreeMap::new();
    for (number, document) in documents.iter().enumerate() {
        if document.annotations.agreements.is_empty() {
            continue;
        }
        for known in &document.annotations.temporal {
            let Some(last) = known.edtf.and_then(Edtf::latest) else { continue };
            let count = counts.entry((number, document.story_at(known.mention.span.start))).or_default();
            count.0 += 1;
            count.1 += usize::from(last.year() < FIRST_YEAR);
        }
    }
    counts.into_iter().filter(|(_, (all, old))| old * 2 > *all).map(|(story, _)| story).collect()
}

/// The states among the actors, by ISO 3166 code.
fn states(actors: &[Actor]) -> BTreeMap<&str, usize> {
    let mut states = BTreeMap::new();
    for (number, actor) in actors.iter().enumerate().filter(|(_, actor)| actor.kind == NameKind::Place) {
        if let Some(code) = &actor.country {
            // a capital has its country's code, too, and fewer mentions
            let best = states.entry(code.as_str()).or_insert(number);
            if actors[*best].mentions.len() < actor.mentions.len() {
                *best = number;
            }
        }
    }
    states
}

/// The agreements of the corpus, by comparison form of their names. Each document learns which agreement
/// stands behind each of its mentions, each event which ones its sentences name.
pub fn resolve_agreements(
    documents: &mut [DossierDocument],
    actors: &[Actor],
    events: &mut [Event],
    authority: &Authority,
) -> Vec<Agreement> {
    let states = states(actors);
    let old = old_stories(documents);
    let words = words_of_states(documents, &states);
    let corpus = Corpus { documents, actors, authority, states: &states, words_of_states: &words, old: &old };
    let clusters = clusters::cluster(corpus);
    let told = history::events_by_place(events);
    let mut described: Vec<(Agreement, Vec<Place>)> =
        clusters.into_iter().map(|cluster| describe::describe(corpus, cluster, &told)).collect();
    described.sort_by_cached_key(|(agreement, _)| (fold(&agreement.name), agreement.kind.clone()));
    let mut taken = BTreeMap::new();
    for (agreement, _) in &mut described {
        let wanted = if agreement.id.is_empty() { slug(&agreement.name) } else { std::mem::take(&mut agreement.id) };
        agreement.id = unique(wanted, &agreement.kind, &mut taken);
    }
    for (number, (_, places)) in described.iter().enumerate() {
        for &(document, mention) in places {
            documents[document].mention_agreements[mention] = Some(number);
        }
    }
    link_events(documents, events);
    described.into_iter().map(|(agreement, _)| agreement).collect()
}

/// Events learn the agreements that their sentences name.
fn link_events(documents: &[DossierDocument], events: &mut [Event]) {
    let mut sentences: BTreeMap<(usize, usize), BTreeSet<usize>> = BTreeMap::new();
    for (number, document) in documents.iter().enumerate() {
        for (mention, agreement) in document.annotations.agreements.iter().zip(&document.mention_agreements) {
            if let Some(agreement) = agreement {
                let sentence = sentence_of(document, mention.span);
                sentences.entry((number, sentence.start)).or_default().insert(*agreement);
            }
        }
    }
    for event in events {
        let named = event.evidence.iter().filter_map(|proof| sentences.get(&(proof.document, proof.span.start)));
        let named: BTreeSet<usize> = named.flatten().copied().collect();
        event.agreements = named.into_iter().collect();
    }
}
