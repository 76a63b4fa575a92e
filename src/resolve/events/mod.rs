//! Events: what dated sentences tell of. Each date of a sentence is one happening; those that tell of
//! one event, in several sentences and documents, are one with all their evidence.

mod attached;
mod build;
mod clusters;
mod conflicts;
mod happenings;
mod milestones;
mod signings;
mod tellings;
mod topics;
mod words;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::memory::Memory;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::overrides::Hide;
use crate::model::{Actor, DossierDocument, Event, Meaning, Overrides, Relative, Unit};
pub use signings::join_signings;
use topics::Topics;
pub use words::Words;

/// The events of a corpus.
pub struct Resolved {
    /// By first day, last day, place; those without a calendar value last, in reading order.
    pub events: Vec<Event>,
    /// A finding for each decision of the editors that names none.
    pub findings: Vec<Diagnostic>,
    /// How many an editor hides.
    pub hidden: usize,
}

/// The events by first day, last day, place; those without a calendar value last, in reading order.
pub fn resolve_events(
    documents: &[DossierDocument],
    actors: &[Actor],
    overrides: &Overrides,
    memory: &mut Memory,
) -> Resolved {
    let drafts = happenings::drafts(documents);
    let words = memory.words.of_all(documents, |_| (), topics::words);
    let topics = Topics::read(documents, &words, &drafts, actors);
    let clusters = clusters::cluster(&drafts, &topics);
    let further = attached::attach(&clusters, &drafts, &topics, documents);
    let mut taken = BTreeMap::new();
    let mut events: Vec<Event> = Vec::with_capacity(clusters.len());
    let corpus = build::Corpus { drafts: &drafts, topics: &topics, documents, actors };
    for (cluster, further) in clusters.iter().zip(further) {
        events.push(corpus.event(cluster, further, &mut taken));
    }
    let ids: Vec<String> = events.iter().map(|event| event.id.clone()).collect();
    for (event, cluster) in events.iter_mut().zip(&clusters) {
        event.maybe_same_as = cluster.maybes.iter().map(|&other| ids[other].clone()).collect();
    }
    conflicts::days(&mut events, &clusters, &drafts, (&topics, actors));
    events.sort_by_key(|event| {
        let edtf = event.when.edtf;
        let first = edtf.and_then(|edtf| edtf.earliest().or(edtf.latest()));
        let last = edtf.and_then(|edtf| edtf.latest().or(edtf.earliest()));
        (edtf.is_none(), first, last, event.evidence[0].clone())
    });
    conflicts::find(&mut events, documents);
    link_relatives(&mut events, documents);
    let shown = events.len();
    let findings = hide(&mut events, overrides);
    let hidden = shown - events.len();
    Resolved { events, findings, hidden }
}

/// Events without a calendar value that are counted from another one (`two days later`) keep the link.
fn link_relatives(events: &mut [Event], documents: &[DossierDocument]) {
    let places: BTreeMap<(usize, usize), usize> = events
        .iter()
        .enumerate()
        .flat_map(|(number, event)| {
            event.evidence.iter().map(move |proof| ((proof.document, proof.focus.start), number))
        })
        .collect();
    let link = |event: &Event| -> Option<(usize, i32)> {
        let proof = event.evidence.first()?;
        let temporal = &documents[proof.document].annotations.temporal;
        let own = temporal.iter().find(|own| own.mention.span == proof.focus)?;
        let Meaning::Offset { unit, count: Some(count), .. } = own.mention.meaning else { return None };
        let days = if unit == Unit::Week { count.checked_mul(7)? } else { count };
        let origin = temporal.get(own.counted_from?)?;
        Some((*places.get(&(proof.document, origin.mention.span.start))?, days))
    };
    for number in 0..events.len() {
        let found = link(&events[number]).filter(|_| events[number].when.edtf.is_none());
        events[number].relative = found.map(|(to, days)| Relative { to: events[to].id.clone(), days });
    }
}

fn hide(events: &mut Vec<Event>, overrides: &Overrides) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for hidden in &overrides.hidden {
        let Hide::Event(id) = hidden else { continue };
        let before = events.len();
        events.retain(|event| event.id != *id);
        if events.len() == before {
            findings.push(Diagnostic::of_file(
                "overrides.toml",
                Code::OverrideUnused,
                format!("`{id}` names no event"),
                "ids are listed in data/events.jsonl",
            ));
        }
    }
    findings
}
