//! Clusters → agreements: name, spellings, reasons, history.

use std::collections::{BTreeMap, BTreeSet};

use super::clusters::Cluster;
use super::conflicts::conflicts;
use super::forms::{issuer, mention, name_form, words};
use super::history::{EventsByPlace, history};
use super::{Corpus, Place};
use crate::model::{Agreement, AgreementAuthority, AgreementForm, AgreementReason, AgreementRule, Evidence, Variant};
use crate::resolve::actors::sentence_of;
use crate::text::compare::{fold, shorten};

/// The longest name of an agreement that has none, in characters.
const LONGEST_NAME: usize = 90;

/// The agreement of a cluster, and its mentions.
pub fn describe(corpus: Corpus<'_>, cluster: Cluster, events: &EventsByPlace) -> (Agreement, Vec<Place>) {
    let places: Vec<Place> = cluster.mentions.iter().map(|&(place, _)| place).collect();
    let variants = variants(corpus, &places);
    let known = cluster.known.map(|number| &corpus.authority.agreements[number]);
    let history = history(corpus, &places, events);
    let first = places.iter().map(|&place| mention(corpus, place)).find(|mention| mention.form < AgreementForm::Short);
    let used: BTreeSet<String> = variants.iter().map(|variant| name_form(&variant.text)).collect();
    let authority = known.map(|known| AgreementAuthority {
        origin: known.origin,
        unused: known.variants.iter().filter(|name| !used.contains(&name_form(name))).cloned().collect(),
        source: known.source.clone(),
    });
    let issuers: BTreeSet<usize> = places.iter().filter_map(|&place| issuer(corpus, place)).collect();
    let agreement = Agreement {
        id: known.map(|known| known.id.clone()).unwrap_or_default(),
        name: known.map_or_else(|| name(corpus, &cluster), |known| known.name.clone()),
        kind: known
            .map(|known| known.kind.clone())
            .or_else(|| first.map(|first| first.kind.clone()))
            .unwrap_or_default(),
        variants,
        parties: cluster.parties.iter().copied().collect(),
        issuers: issuers.into_iter().collect(),
        conflicts: conflicts(&history),
        history,
        reasons: reasons(corpus, &cluster),
        authority,
        mentions: places.iter().map(|&place| evidence(corpus, place)).collect(),
        could_be: cluster.could_be.iter().map(|&place| evidence(corpus, place)).collect(),
    };
    (agreement, places)
}

fn evidence(corpus: Corpus<'_>, place: Place) -> Evidence {
    let document = &corpus.documents[place.0];
    let span = mention(corpus, place).span;
    Evidence { document: place.0, span: sentence_of(document, span), focus: span }
}

/// The words that name it, most frequent first; of equal ones those that stand first.
fn variants(corpus: Corpus<'_>, places: &[Place]) -> Vec<Variant> {
    let mut counts: BTreeMap<String, (Place, BTreeMap<usize, usize>)> = BTreeMap::new();
    for &place in places.iter().filter(|&&place| mention(corpus, place).form != AgreementForm::Pronoun) {
        let entry = counts.entry(words(corpus, place)).or_insert_with(|| (place, BTreeMap::new()));
        *entry.1.entry(place.0).or_default() += 1;
    }
    let mut variants: Vec<(Place, Variant)> = counts
        .into_iter()
        .map(|(text, (first, documents))| (first, Variant { text, documents: documents.into_iter().collect() }))
        .collect();
    let uses = |variant: &Variant| variant.documents.iter().map(|(_, count)| count).sum::<usize>();
    variants.sort_by_key(|(first, variant)| (usize::MAX - uses(variant), *first));
    variants.into_iter().map(|(_, variant)| variant).collect()
}

/// The most frequent full name; for what has none, its label or its fullest words.
fn name(corpus: Corpus<'_>, cluster: &Cluster) -> String {
    let full = |&&(place, rule): &&(Place, AgreementRule)| {
        let form = mention(corpus, place).form;
        matches!(form, AgreementForm::Named | AgreementForm::Known | AgreementForm::Nickname | AgreementForm::Issued)
            && rule != AgreementRule::Nickname
    };
    let mut counts: BTreeMap<String, (usize, Place)> = BTreeMap::new();
    for &(place, _) in cluster.mentions.iter().filter(full) {
        counts.entry(words(corpus, place)).or_insert((0, place)).0 += 1;
    }
    let best = counts.into_iter().max_by_key(|(text, (count, place))| {
        // `resolutions` tells better than `resolution` that no single one is meant
        let mention = mention(corpus, *place);
        let is_plural = mention.form == AgreementForm::Issued && !text.ends_with(&mention.head);
        (is_plural, *count, text.chars().count(), std::cmp::Reverse(*place))
    });
    if let Some((text, _)) = best {
        return text;
    }
    let things = || cluster.mentions.iter().map(|&(place, _)| place).filter(|&place| is_thing(corpus, place));
    let richest = things().max_by_key(|&place| (mention(corpus, place).about.len(), std::cmp::Reverse(place)));
    let Some(place) = richest else { return String::new() };
    let thing = mention(corpus, place);
    if thing.head.starts_with(|first: char| first.is_uppercase() || first == '{') {
        return capitalised(&thing.head.replace("{}", &thing.about.join(" ")));
    }
    capitalised(&shorten(&words(corpus, place), LONGEST_NAME))
}

fn is_thing(corpus: Corpus<'_>, place: Place) -> bool {
    mention(corpus, place).form == AgreementForm::Unnamed
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A reason for each rule and spelling.
fn reasons(corpus: Corpus<'_>, cluster: &Cluster) -> Vec<AgreementReason> {
    let mut reasons: BTreeMap<(AgreementRule, String), AgreementReason> = BTreeMap::new();
    for &(place, rule) in &cluster.mentions {
        let text = words(corpus, place);
        let reason =
            reasons.entry((rule, fold(&text))).or_insert_with(|| AgreementReason { rule, text, evidence: Vec::new() });
        if reason.evidence.last().is_none_or(|last| last.document != place.0) {
            reason.evidence.push(evidence(corpus, place));
        }
    }
    reasons.into_values().collect()
}
