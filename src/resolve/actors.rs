//! Actors: clusters of mentions with a name, an id, roles and their evidence.

use std::collections::BTreeMap;

use super::clusters::{self, Cluster};
use super::{Knowledge, decisions, identifiers};
use crate::diagnostic::Diagnostic;
use crate::model::{Actor, Authority, DossierDocument, Evidence, Likeness, NameKind, Role, Tenure, Variant};
use crate::text::Span;
use crate::text::compare::{fold, tidy};
use crate::text::lexicon::OFFICES;
use crate::text::slug::slug;

/// Two surnames this alike may be one, misspelt.
const TYPO_DISTANCE: usize = 1;

/// The actors of the corpus, by comparison form of their names. Each document learns which actor
/// stands behind each of its name mentions.
pub fn resolve_actors(documents: &mut [DossierDocument], knowledge: Knowledge<'_>) -> (Vec<Actor>, Vec<Diagnostic>) {
    let (mut clusters, mut findings) = clusters::cluster(documents, knowledge);
    for cluster in clusters.iter_mut().filter(|cluster| cluster.id.is_empty()) {
        cluster.id = slug(&display_name(&variants(cluster, documents)));
    }
    let (clusters, unused) = decisions::decide(clusters, documents, knowledge);
    findings.extend(unused);
    let mut named: Vec<(Actor, Vec<(usize, usize)>)> =
        clusters.into_iter().map(|cluster| actor(cluster, documents, knowledge.authority)).collect();
    named.sort_by_cached_key(|(actor, _)| (fold(&actor.name), actor.kind, actor.name.clone()));
    let mut taken = BTreeMap::new();
    for (index, (actor, mentions)) in named.iter_mut().enumerate() {
        actor.id = identifiers::unique(std::mem::take(&mut actor.id), actor.kind.as_str(), &mut taken);
        for &(document, mention) in mentions.iter() {
            documents[document].mention_actors[mention] = Some(index);
        }
    }
    let mut actors: Vec<Actor> = named.into_iter().map(|(actor, _)| actor).collect();
    keep_apart(&mut actors, knowledge.authority);
    propose(&mut actors);
    (actors, findings)
}

fn actor(cluster: Cluster, documents: &[DossierDocument], authority: &Authority) -> (Actor, Vec<(usize, usize)>) {
    let known = cluster.authority.map(|index| &authority.actors[index]);
    let variants = variants(&cluster, documents);
    let name = cluster.name.clone().unwrap_or_else(|| display_name(&variants));
    let mut roles: Vec<Role> = known
        .map(|actor| actor.roles.as_slice())
        .unwrap_or_default()
        .iter()
        .map(|role| Role {
            title: role.title.clone(),
            tenure: Tenure::Held,
            from: role.from,
            to: role.to,
            as_of: None,
            evidence: Vec::new(),
        })
        .collect();
    roles.extend(stated_roles(&cluster, documents));
    let mentions = cluster.mentions.iter().map(|&mention| evidence(mention, documents)).collect();
    let actor = Actor {
        variants,
        roles,
        decided_by: cluster.decided_by,
        mentions,
        identifiers: known.map(|actor| actor.identifiers.clone()).unwrap_or_default(),
        ..Actor::named(&cluster.id, &name, cluster.kind)
    };
    (actor, cluster.mentions)
}

fn evidence((number, index): (usize, usize), documents: &[DossierDocument]) -> Evidence {
    let document = &documents[number];
    let focus = document.annotations.names[index].span;
    Evidence { document: number, span: sentence_of(document, focus), focus }
}

/// The sentence that holds a span; the span itself where none does.
pub fn sentence_of(document: &DossierDocument, span: Span) -> Span {
    let sentences = &document.annotations.sentences;
    let at = sentences.partition_point(|sentence| sentence.end <= span.start);
    sentences.get(at).copied().filter(|sentence| sentence.overlaps(span)).unwrap_or(span)
}

/// The spellings, most frequent first; of two equally frequent ones the one met first.
fn variants(cluster: &Cluster, documents: &[DossierDocument]) -> Vec<Variant> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut counts: Vec<(String, BTreeMap<usize, usize>)> = Vec::new();
    for &(number, index) in &cluster.mentions {
        let document = &documents[number];
        let words = tidy(document.annotations.names[index].span.of(&document.source.text));
        let place = *places.entry(words.clone()).or_insert_with(|| {
            counts.push((words, BTreeMap::new()));
            counts.len() - 1
        });
        *counts[place].1.entry(number).or_default() += 1;
    }
    let mut variants: Vec<Variant> = counts
        .into_iter()
        .map(|(text, documents)| Variant { text, documents: documents.into_iter().collect() })
        .collect();
    variants.sort_by_key(|variant| std::cmp::Reverse(mentions_of(variant)));
    variants
}

fn mentions_of(variant: &Variant) -> usize {
    variant.documents.iter().map(|(_, count)| count).sum()
}

/// The most frequent spelling of several words, else of one word that is no acronym, else the most
/// frequent: `Kim Jong-un` before `Kim`, `United States` before `U.S.`.
fn display_name(variants: &[Variant]) -> String {
    let is_word = |text: &str| text.chars().any(char::is_lowercase);
    let long = variants.iter().find(|variant| variant.text.contains(' ') && is_word(&variant.text));
    let word = || variants.iter().find(|variant| is_word(&variant.text));
    long.or_else(word).or(variants.first()).map(|variant| variant.text.clone()).unwrap_or_default()
}

/// The roles that stand with the mentions, each once, by first evidence.
fn stated_roles(cluster: &Cluster, documents: &[DossierDocument]) -> Vec<Role> {
    let mut roles: Vec<Role> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for &(number, index) in &cluster.mentions {
        let document = &documents[number];
        let Some(role) = document.annotations.names[index].role else { continue };
        let title = singular(&tidy(role.of(&document.source.text)));
        let proof = Evidence { document: number, span: sentence_of(document, role), focus: role };
        let place = *places.entry(fold(&title)).or_insert_with(|| {
            roles.push(Role { title, tenure: Tenure::Held, from: None, to: None, as_of: None, evidence: Vec::new() });
            roles.len() - 1
        });
        roles[place].evidence.push(proof);
    }
    roles
}

/// `Presidents`, said of two persons, is each one's `President`.
fn singular(title: &str) -> String {
    match title.strip_suffix('s') {
        Some(one) if one.rsplit(' ').next().is_some_and(|word| OFFICES.has(word)) => one.to_owned(),
        _ => title.to_owned(),
    }
}

/// Writes the user's never-merge rules to the actors they are about.
fn keep_apart(actors: &mut [Actor], authority: &Authority) {
    for rule in &authority.never_merge {
        let names: Vec<String> = rule.names.iter().map(|name| fold(name)).collect();
        for actor in actors.iter_mut() {
            let called = |name: &str| fold(&actor.name) == name || slug(&actor.name) == name || actor.id == name;
            if names.iter().any(|name| called(name)) {
                let others: Vec<String> = rule
                    .names
                    .iter()
                    .zip(&names)
                    .filter(|(_, folded)| !called(folded))
                    .map(|(name, _)| name.clone())
                    .collect();
                actor.not_same_as.extend(others);
            }
        }
    }
}

/// Proposes persons whose names are the same words in another order, or differ by a slip of the
/// pen. Nothing is merged.
fn propose(actors: &mut [Actor]) {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, actor) in actors.iter().enumerate().filter(|(_, actor)| actor.kind == NameKind::Person) {
        let folded = fold(&actor.name);
        let mut words: Vec<&str> = folded.split(' ').collect();
        if let (Some(first), Some(last)) = (words.first(), words.last()) {
            groups.entry(format!("first {first}")).or_default().push(index);
            groups.entry(format!("last {last}")).or_default().push(index);
        }
        words.sort_unstable();
        groups.entry(words.join(" ")).or_default().push(index);
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (key, group) in &groups {
        let by_end = key.starts_with("first ") || key.starts_with("last ");
        for (place, &one) in group.iter().enumerate() {
            for &other in &group[place + 1..] {
                if !by_end || is_slip(&actors[one].name, &actors[other].name) {
                    pairs.push((one, other));
                }
            }
        }
    }
    for (one, other) in pairs {
        let apart = actors[one].not_same_as.iter().any(|name| fold(name) == fold(&actors[other].name));
        if !apart && actors[one].maybe_same_as.iter().all(|(known, _)| *known != other) {
            actors[one].maybe_same_as.push((other, Likeness::Typo));
            actors[other].maybe_same_as.push((one, Likeness::Typo));
        }
    }
    actors.iter_mut().for_each(|actor| actor.maybe_same_as.sort_unstable());
}

fn is_slip(one: &str, other: &str) -> bool {
    strsim::damerau_levenshtein(&fold(one), &fold(other)) <= TYPO_DISTANCE
}
