//! Clusters: mentions that name the same actor, by exact comparison form, country code or the
//! user's authority.

use std::collections::BTreeMap;

use super::Knowledge;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{ActorDecision, Authority, DossierDocument, NameKind, Origin};
use crate::text::compare::fold;

/// Mentions that are one actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cluster {
    /// The id, from the name as first decided: an editor's new name does not change it.
    pub id: String,
    /// The name, where the authority or an editor gives one.
    pub name: Option<String>,
    /// What the mentions are found to be; the authority's word where it has one.
    pub kind: NameKind,
    /// Who decided.
    pub decided_by: ActorDecision,
    /// Index into the authority's actors.
    pub authority: Option<usize>,
    /// Document and mention, sorted.
    pub mentions: Vec<(usize, usize)>,
}

/// What makes two mentions one cluster.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Authority(usize),
    Country(String),
    Name(String),
}

/// The clusters of a corpus in a fixed order. A mention that two actors of the authority fit
/// belongs to neither, and a finding says so.
pub fn cluster(documents: &[DossierDocument], knowledge: Knowledge<'_>) -> (Vec<Cluster>, Vec<Diagnostic>) {
    let names = AuthorityNames::new(knowledge.authority, documents);
    let mut clusters: BTreeMap<Key, Cluster> = BTreeMap::new();
    for (number, document) in documents.iter().enumerate() {
        for (index, mention) in document.annotations.names.iter().enumerate() {
            let whole = mention.stands_for.unwrap_or(index);
            let Some(key) = key_of(document, whole, &names) else { continue };
            let authority = match &key {
                Key::Authority(actor) => Some(*actor),
                Key::Country(_) | Key::Name(_) => None,
            };
            let cluster =
                clusters.entry(key).or_insert_with(|| new_cluster(authority, mention.kind, knowledge.authority));
            cluster.mentions.push((number, index));
        }
    }
    let findings = names.ambiguous(documents);
    let clusters = clusters.into_values().map(|cluster| with_kind(cluster, documents)).collect();
    (clusters, findings)
}

fn new_cluster(authority: Option<usize>, kind: NameKind, knowledge: &Authority) -> Cluster {
    let known = authority.map(|actor| &knowledge.actors[actor]);
    Cluster {
        id: known.map(|actor| actor.id.clone()).unwrap_or_default(),
        name: known.map(|actor| actor.name.clone()),
        kind: known.map_or(kind, |actor| actor.kind),
        decided_by: known.map_or(ActorDecision::Found, |actor| match actor.origin {
            Origin::Dossier => ActorDecision::Authority,
            Origin::Shipped => ActorDecision::Shipped,
        }),
        authority,
        mentions: Vec::new(),
    }
}

/// A surname alone, without a longer name in its document, names nobody for sure; nationality words
/// and other names are no actors.
fn key_of(document: &DossierDocument, index: usize, names: &AuthorityNames) -> Option<Key> {
    let mention = document.annotations.names.get(index)?;
    let folded = fold(mention.span.of(&document.source.text));
    match names.actors.get(&folded).map(Vec::as_slice) {
        Some([actor]) => return Some(Key::Authority(*actor)),
        Some(_) => return None,
        None => {}
    }
    match (mention.kind, &mention.country) {
        (NameKind::Other, _) => None,
        (NameKind::Place, Some(country)) => match names.countries.get(country) {
            Some(actor) => Some(Key::Authority(*actor)),
            None => Some(Key::Country(country.clone())),
        },
        (NameKind::Person, _) if !folded.contains(' ') => None,
        _ => Some(Key::Name(folded)),
    }
}

/// The kind most mentions have; of two equally frequent ones the first in the data contract.
fn with_kind(cluster: Cluster, documents: &[DossierDocument]) -> Cluster {
    if cluster.authority.is_some() {
        return cluster;
    }
    let mut counts: BTreeMap<NameKind, usize> = BTreeMap::new();
    for &(document, mention) in &cluster.mentions {
        *counts.entry(documents[document].annotations.names[mention].kind).or_default() += 1;
    }
    let kind = counts.iter().rev().max_by_key(|(_, count)| **count).map_or(cluster.kind, |(kind, _)| *kind);
    Cluster { kind, ..cluster }
}

/// The authority's actors by the comparison forms of their names, and countries by their codes.
struct AuthorityNames {
    actors: BTreeMap<String, Vec<usize>>,
    countries: BTreeMap<String, usize>,
}

impl AuthorityNames {
    fn new(authority: &Authority, documents: &[DossierDocument]) -> Self {
        let mut actors: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, actor) in authority.actors.iter().enumerate() {
            for name in std::iter::once(&actor.name).chain(&actor.variants) {
                let indices = actors.entry(fold(name)).or_default();
                if !indices.contains(&index) {
                    indices.push(index);
                }
            }
        }
        let mut names = Self { actors, countries: BTreeMap::new() };
        names.countries = names.countries_of(documents);
        names
    }

    /// The authority's actor behind each country code: the one that a mention of the country names.
    fn countries_of(&self, documents: &[DossierDocument]) -> BTreeMap<String, usize> {
        let mut countries = BTreeMap::new();
        for document in documents {
            for mention in document.annotations.names.iter().filter(|mention| mention.kind == NameKind::Place) {
                let Some(country) = &mention.country else { continue };
                if let Some([actor]) = self.actors.get(&fold(mention.span.of(&document.source.text))).map(Vec::as_slice)
                {
                    countries.entry(country.clone()).or_insert(*actor);
                }
            }
        }
        countries
    }

    /// A finding for each name of the corpus that fits several actors of the authority.
    fn ambiguous(&self, documents: &[DossierDocument]) -> Vec<Diagnostic> {
        let mut said: BTreeMap<String, String> = BTreeMap::new();
        for document in documents {
            let unlinked = document.annotations.names.iter().filter(|mention| mention.stands_for.is_none());
            for mention in unlinked {
                let words = mention.span.of(&document.source.text);
                let folded = fold(words);
                if self.actors.get(&folded).is_some_and(|actors| actors.len() > 1) {
                    said.entry(folded).or_insert_with(|| words.to_owned());
                }
            }
        }
        let finding = |words: &String| {
            Diagnostic::of_file(
                "authority",
                Code::ActorAmbiguous,
                format!("“{words}” is a name of several actors; its mentions belong to none"),
                "remove the variant from all but one actor, or split the mentions in overrides.toml",
            )
        };
        said.values().map(finding).collect()
    }
}
