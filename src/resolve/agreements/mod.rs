//! Agreements: which mentions are one agreement, who its parties are, and what happened to it when.
//!
//! `forms` compares names and descriptions, `clusters` puts mentions together, `shorts` decides what
//! points back, `history` makes dated states of what sentences say, `conflicts` looks for what cannot
//! be, `describe` makes agreements of it all.

mod clusters;
mod conflicts;
mod describe;
mod forms;
mod history;
mod known;
mod shorts;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use super::actors::sentence_of;
use super::identifiers::unique;
use crate::model::{Actor, Agreement, Authority, DossierDocument, Event, NameKind};
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
    let corpus = Corpus { documents, actors, authority, states: &states };
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
