//! Actors: who is who, with reasons. The user's files and an editor have the last word.
//!
//! `local` decides within a document, `corpus` across documents; `clusters` puts their mentions
//! together, `decisions` applies an editor's word, `describe` makes actors of them.

mod bodies;
mod clusters;
mod corpus;
mod decisions;
mod describe;
mod forms;
mod groups;
mod holders;
mod keys;
mod known;
mod lexicon;
mod likeness;
mod local;
mod metonyms;
mod persons;
mod roles;
mod shorts;
mod standing;
mod terms;
mod unnamed;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::memory::{Groups, Memory};
use super::{Knowledge, identifiers};
use crate::diagnostic::Diagnostic;
use crate::model::{Actor, DossierDocument, MergeRule, NameKind, Variant};
use crate::text::Span;
use crate::text::compare::fold;
use crate::text::slug::slug;
pub use clusters::Cluster;
use clusters::{Clusters, Joined};
use decisions::{Decided, decide};
pub use known::Context;
use known::Known;
pub use lexicon::respelt;
pub use local::Locals;
pub use roles::{RoleForm, role_form};

/// An actor answers to at most so many spellings beside its id.
const MOST_FORMER_IDS: usize = 20;

/// The actors of a corpus.
pub struct Resolved {
    /// By comparison form of their names.
    pub actors: Vec<Actor>,
    /// What is odd in the user's files.
    pub findings: Vec<Diagnostic>,
    /// The actor of quotations (by document and place) whose speaker has no name.
    pub unnamed: BTreeMap<(usize, usize), usize>,
    /// How many actors an editor hides.
    pub hidden: usize,
}

/// The actors of the corpus, by comparison form of their names. Each document learns which actor
/// stands behind each of its name mentions, and which could where several fit.
pub fn resolve_actors(documents: &mut [DossierDocument], knowledge: Knowledge<'_>, memory: &mut Memory) -> Resolved {
    memory.work_with(knowledge.authority);
    let known = Known::new(knowledge.authority, documents);
    let found = clusters::cluster(documents, &known, &mut memory.locals);
    let Clusters { mut clusters, maybes, doubts, mut findings } = found;
    give_ids(&mut clusters, documents, &mut memory.names);
    let Decided { mut clusters, findings: unused, hidden } = decide(clusters, documents, knowledge.overrides);
    findings.extend(unused);
    let doubts = settle(&mut clusters, doubts);
    let speakers = speakers(documents);
    let describe = |cluster: &Cluster| {
        let standing = standing::standing(cluster, documents, |place| speakers.contains(&place));
        let actor = Actor { standing, ..describe::describe(cluster, documents, knowledge.authority) };
        let ids = other_ids(&actor, cluster, documents);
        (actor, ids)
    };
    let actors = memory.actors.of_all(&clusters, documents, describe).into_iter().zip(clusters);
    let mut described: Vec<(Actor, Source)> =
        actors.map(|((actor, ids), cluster)| (actor, Source::Cluster(cluster, ids))).collect();
    described.extend(unnamed::unnamed(documents).into_iter().map(|(actor, places)| (actor, Source::Phrase(places))));
    described.sort_by_cached_key(|(actor, _)| (fold(&actor.name), actor.kind, actor.name.clone()));
    let mut taken = BTreeMap::new();
    for (actor, _) in &mut described {
        actor.id = identifiers::unique(std::mem::take(&mut actor.id), actor.kind.as_str(), &mut taken);
    }
    let (mut actors, sources): (Vec<Actor>, Vec<Source>) = described.into_iter().unzip();
    let unnamed = link(documents, &sources);
    let numbers = numbers(&sources);
    note_doubts(documents, &mut actors, &doubts, &numbers);
    name_former_ids(&mut actors, &sources);
    let paired = |(one, other): (usize, usize)| {
        let (one, other) = (*numbers.get(&one)?, *numbers.get(&other)?);
        (one != other).then_some((one.min(other), one.max(other)))
    };
    let maybes = maybes.into_iter().filter_map(|(pair, likeness)| Some((paired(pair)?, likeness))).collect();
    let apart = likeness::keep_apart(&mut actors, knowledge.authority);
    likeness::propose(&mut actors, maybes, &apart);
    likeness::tell_apart(&mut actors);
    Resolved { actors, findings, unnamed, hidden }
}

/// Each cluster gets an id of its own, by name: an editor's decisions name it by this id.
fn give_ids(clusters: &mut [Cluster], documents: &[DossierDocument], kept: &mut Groups<String>) {
    let name = |cluster: &Cluster| cluster.name.clone().unwrap_or_else(|| describe::found_name(cluster, documents));
    let mut order: Vec<(String, NameKind, String, usize)> = kept
        .of_all(clusters, documents, name)
        .into_par_iter()
        .enumerate()
        .map(|(at, name)| (fold(&name), clusters[at].kind, name, at))
        .collect();
    order.par_sort();
    let mut taken = BTreeMap::new();
    for (_, kind, name, at) in order {
        let cluster = &mut clusters[at];
        let wanted = if cluster.id.is_empty() { slug(&name) } else { std::mem::take(&mut cluster.id) };
        cluster.id = identifiers::unique(wanted, kind.as_str(), &mut taken);
    }
}

/// What an actor was made of.
enum Source {
    /// Name mentions, and the ids that it would have under its other spellings.
    Cluster(Cluster, Vec<String>),
    /// Quotations whose speaker has no name.
    Phrase(Vec<(usize, usize)>),
}

/// The sentence that holds a span, or the headline; the span itself where none does.
pub fn sentence_of(document: &DossierDocument, span: Span) -> Span {
    let sentences = &document.annotations.sentences;
    let at = sentences.partition_point(|sentence| sentence.end <= span.start);
    let sentence = sentences.get(at).copied().filter(|sentence| sentence.overlaps(span));
    sentence.or_else(|| headline_of(document, span)).unwrap_or(span)
}

/// The headline or dateline that holds a span.
fn headline_of(document: &DossierDocument, span: Span) -> Option<Span> {
    let zones = &document.annotations.segmentation.zones;
    let at = zones.partition_point(|zone| zone.span.end <= span.start);
    zones.get(at).map(|zone| zone.span).filter(|zone| zone.contains(span))
}

/// Doubts whose candidates turned out to be one actor are none.
fn settle(clusters: &mut [Cluster], doubts: Vec<((usize, usize), Vec<usize>)>) -> Vec<((usize, usize), Vec<usize>)> {
    let mut places: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, cluster) in clusters.iter().enumerate() {
        places.extend(cluster.numbers.iter().map(|&number| (number, at)));
    }
    let mut left = Vec::new();
    let mut settled: BTreeSet<usize> = BTreeSet::new();
    for (place, numbers) in doubts {
        let fits: BTreeSet<usize> = numbers.iter().filter_map(|number| places.get(number)).copied().collect();
        match fits.first() {
            Some(&only) if fits.len() == 1 => {
                clusters[only].mentions.push(Joined { place, rule: Some(MergeRule::ShortForm) });
                settled.insert(only);
            }
            _ => left.push((place, numbers)),
        }
    }
    settled.into_iter().for_each(|at| clusters[at].mentions.sort_unstable());
    left
}

/// The name mentions that quotations have for their speakers.
fn speakers(documents: &[DossierDocument]) -> BTreeSet<(usize, usize)> {
    let of = |(number, document): (usize, &DossierDocument)| -> Vec<(usize, usize)> {
        let quotations = document.annotations.quotations.iter();
        quotations.filter_map(|quotation| quotation.speaker_name).map(|name| (number, name)).collect()
    };
    documents.iter().enumerate().flat_map(of).collect()
}

/// Tells each document the actors of its names; returns those of unnamed speakers.
fn link(documents: &mut [DossierDocument], sources: &[Source]) -> BTreeMap<(usize, usize), usize> {
    let mut unnamed = BTreeMap::new();
    for (index, source) in sources.iter().enumerate() {
        match source {
            Source::Cluster(cluster, _) => cluster.mentions.iter().for_each(|joined| {
                documents[joined.place.0].mention_actors[joined.place.1] = Some(index);
            }),
            Source::Phrase(places) => unnamed.extend(places.iter().map(|&place| (place, index))),
        }
    }
    unnamed
}

/// The actor that each number became.
fn numbers(sources: &[Source]) -> BTreeMap<usize, usize> {
    let mut numbers = BTreeMap::new();
    for (index, source) in sources.iter().enumerate() {
        if let Source::Cluster(cluster, _) = source {
            numbers.extend(cluster.numbers.iter().map(|&number| (number, index)));
        }
    }
    numbers
}

/// Mentions that fit several actors, at the document and at each of them.
fn note_doubts(
    documents: &mut [DossierDocument],
    actors: &mut [Actor],
    doubts: &[((usize, usize), Vec<usize>)],
    numbers: &BTreeMap<usize, usize>,
) {
    for (place, fits) in doubts {
        let candidates: BTreeSet<usize> = fits.iter().filter_map(|number| numbers.get(number)).copied().collect();
        let proof = describe::evidence(*place, documents);
        for &candidate in &candidates {
            actors[candidate].could_be.push(proof.clone());
        }
        if !candidates.is_empty() {
            documents[place.0].ambiguous.insert(place.1, candidates.into_iter().collect());
        }
    }
}

/// The ids that an actor would have under its long spellings.
fn other_ids(actor: &Actor, cluster: &Cluster, documents: &[DossierDocument]) -> Vec<String> {
    let own = cluster.mentions.iter().filter(|joined| joined.rule.is_none());
    let own: BTreeSet<String> = own.map(|joined| describe::words(joined.place, documents)).collect();
    let is_own = |variant: &&Variant| variant.text.contains(' ') && own.contains(&variant.text);
    actor.variants.iter().filter(is_own).take(MOST_FORMER_IDS).map(|variant| slug(&variant.text)).collect()
}

/// Ids that an actor would have under its other spellings, or had before an editor's decision, so
/// that links to them find it: those that no other actor has or could have.
fn name_former_ids(actors: &mut [Actor], sources: &[Source]) {
    let mut claims: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (index, source) in sources.iter().enumerate() {
        let Source::Cluster(cluster, ids) = source else { continue };
        for id in ids.iter().chain(&cluster.former) {
            claims.entry(id).or_default().insert(index);
        }
    }
    for actor in actors.iter() {
        claims.remove(actor.id.as_str());
    }
    for (id, claimants) in claims {
        if let (Some(&only), 1) = (claimants.first(), claimants.len()) {
            actors[only].former_ids.push(id.to_owned());
        }
    }
}
