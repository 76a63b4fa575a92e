//! Clusters: the mentions of the corpus that are one actor, before an editor's decisions.

use std::collections::{BTreeMap, BTreeSet};

use super::super::memory::Kept;
use super::corpus::{Corpus, Placed};
use super::holders::Holders;
use super::known::{Context, Known};
use super::local::{Form, Locals, locals};
use super::persons::family_first;
use crate::diagnostic::Diagnostic;
use crate::model::{ActorDecision, DossierDocument, Likeness, MergeRule, NameKind, Origin};

/// A mention with the rule by which it belongs to its actor; no rule where its name says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Joined {
    /// Document and mention.
    pub place: (usize, usize),
    /// The rule.
    pub rule: Option<MergeRule>,
}

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
    /// By document and mention.
    pub mentions: Vec<Joined>,
    /// The numbers it was found under: more than one where an editor merged.
    pub numbers: Vec<usize>,
    /// Ids of actors that an editor merged into this one.
    pub former: BTreeSet<String>,
    /// Whether the family name stands first.
    pub family_first: Option<bool>,
    /// ISO 3166 code, where one country alone is stated.
    pub country: Option<String>,
}

impl Cluster {
    /// True where both are the same in all that an actor is described by.
    pub fn is_told_like(&self, other: &Self) -> bool {
        let words = |cluster: &Self| (cluster.kind, cluster.decided_by, cluster.authority, cluster.family_first);
        words(self) == words(other)
            && self.id == other.id
            && self.name == other.name
            && self.country == other.country
            && self.mentions == other.mentions
    }
}

/// What was found in the corpus.
#[derive(Debug, Default)]
pub struct Clusters {
    /// In the order of their first names.
    pub clusters: Vec<Cluster>,
    /// Pairs of numbers that may be one.
    pub maybes: BTreeMap<(usize, usize), Likeness>,
    /// Mentions that fit several numbers.
    pub doubts: Vec<((usize, usize), Vec<usize>)>,
    /// What is odd.
    pub findings: Vec<Diagnostic>,
}

/// The clusters of a corpus in a fixed order. A mention that two actors of the authority fit
/// belongs to neither, and a finding says so.
pub fn cluster(documents: &[DossierDocument], known: &Known<'_>, kept: &mut Kept<Locals, Context>) -> Clusters {
    let mut all: Vec<Placed> = Vec::new();
    let mut doubts: Vec<((usize, usize), Vec<usize>)> = Vec::new();
    let mut contested: Vec<&str> = Vec::new();
    let all_found = kept.of_all(documents, |document| known.context(document), |document| locals(document, known));
    for (number, (document, found)) in documents.iter().zip(all_found).enumerate() {
        let first = all.len();
        let moved = |(mention, fits): &(usize, Vec<usize>)| {
            ((number, *mention), fits.iter().map(|at| at + first).collect::<Vec<_>>())
        };
        doubts.extend(found.doubts.iter().map(moved));
        all.extend((0..found.locals.len()).map(|at| Placed { document: number, found: found.clone(), at }));
        let names = &document.annotations.names;
        contested.extend(found.contested.iter().map(|&at| names[at].span.of(&document.source.text)));
    }
    let corpus = Corpus::new(all, &Holders::new(known.authority));
    let mut found = Clusters { findings: known.contested(contested), ..Clusters::default() };
    for (&at, fits) in &corpus.open {
        let local = &corpus.locals[at];
        doubts.extend(local.mentions.iter().map(|&(mention, _)| ((local.document, mention), fits.clone())));
    }
    for (root, total) in corpus.totals().iter() {
        let locals: Vec<usize> = total.locals.iter().copied().filter(|at| !corpus.open.contains_key(at)).collect();
        if !locals.is_empty() {
            found.clusters.push(from_locals(&corpus, root, &locals, known));
        }
    }
    let numbers: BTreeSet<usize> = found.clusters.iter().flat_map(|cluster| cluster.numbers.clone()).collect();
    let known_roots = |fits: Vec<usize>| -> Vec<usize> {
        corpus.roots(fits).into_iter().filter(|root| numbers.contains(root)).collect()
    };
    found.doubts = doubts.into_iter().map(|(place, fits)| (place, known_roots(fits))).collect();
    found.doubts.sort();
    for (&(one, other), &likeness) in &corpus.maybes {
        if let [one, other] = known_roots(vec![one, other])[..] {
            found.maybes.entry((one, other)).or_insert(likeness);
        }
    }
    found
}

fn from_locals(corpus: &Corpus, root: usize, locals: &[usize], known: &Known<'_>) -> Cluster {
    let authority = corpus.groups.bounds(root).authority;
    let actor = authority.map(|index| &known.authority.actors[index]);
    let mut mentions = Vec::new();
    let mut kinds: BTreeMap<NameKind, usize> = BTreeMap::new();
    let mut total = super::corpus::Total::default();
    let mut countries: BTreeSet<String> = BTreeSet::new();
    let mut forms = Vec::new();
    for &at in locals {
        let local = &corpus.locals[at];
        let whole = corpus.rules.get(&at).copied();
        mentions.extend(
            local
                .mentions
                .iter()
                .map(|&(mention, rule)| Joined { place: (local.document, mention), rule: rule.or(whole) }),
        );
        *kinds.entry(local.kind).or_default() += local.mentions.len();
        total.profile.join(&local.profile);
        total.short_ends.0 += local.short_ends.0;
        total.short_ends.1 += local.short_ends.1;
        for form in &local.forms {
            match form {
                Form::Country(code) => countries.extend(Some(code.clone())),
                Form::Body(body) => countries.extend(body.country.clone()),
                Form::Person(person) => forms.push(person),
                Form::Place(_) => {}
            }
        }
    }
    mentions.sort_unstable();
    let kind = kinds.iter().rev().max_by_key(|(_, count)| **count).map_or(NameKind::Other, |(kind, _)| *kind);
    if kind == NameKind::Person {
        countries.clone_from(&total.profile.countries);
    }
    let stated = countries.first().filter(|_| countries.len() == 1).cloned();
    Cluster {
        id: actor.map(|actor| actor.id.clone()).unwrap_or_default(),
        name: actor.map(|actor| actor.name.clone()),
        kind: actor.map_or(kind, |actor| actor.kind),
        decided_by: actor.map_or(ActorDecision::Found, |actor| match actor.origin {
            Origin::Dossier => ActorDecision::Authority,
            Origin::Shipped => ActorDecision::Shipped,
        }),
        authority,
        mentions,
        numbers: vec![root],
        former: BTreeSet::new(),
        family_first: family_first(&forms, &total),
        country: actor.and_then(|actor| actor.country.clone()).or(stated),
    }
}
