//! The names of an actor in the texts: each spelling with how often it stands where, and by which rules
//! it belongs to the actor.

use serde::Serialize;

use crate::model::{Actor, MergeReason, MergeRule, NameKind, Variant};
use crate::page::site::Site;

/// Rarer spellings are only in the downloads.
const MOST_NAMES: usize = 60;

/// A spelling.
#[derive(Debug, Serialize)]
pub(in crate::page) struct NamingView {
    pub text: String,
    /// The first place a rule was applied to it.
    pub href: Option<String>,
    pub mentions: usize,
    pub documents: usize,
    /// The rules, as the end of a sentence that begins with the spelling.
    pub reasons: Vec<String>,
}

/// Every spelling, most frequent first, then those that only the reasons have.
pub(super) fn names(site: &Site, actor: &Actor, base: &str) -> Vec<NamingView> {
    let is_plain = |reason: &MergeReason| reason.rule == MergeRule::SameName && reason.text == actor.name;
    let is_only = matches!(actor.variants.as_slice(), [] | [_])
        && actor.variants.iter().all(|variant| variant.text == actor.name);
    if is_only && actor.reasons.iter().all(is_plain) {
        return Vec::new();
    }
    let told = actor.variants.iter().map(|variant| (variant.text.as_str(), Some(variant)));
    let is_new = |reason: &&MergeReason| actor.variants.iter().all(|variant| variant.text != reason.text);
    let mut others: Vec<&str> = actor.reasons.iter().filter(is_new).map(|reason| reason.text.as_str()).collect();
    others.dedup();
    let all = told.chain(others.into_iter().map(|text| (text, None)));
    all.take(MOST_NAMES).map(|(text, variant)| naming(site, actor, (text, variant), base)).collect()
}

fn naming(site: &Site, actor: &Actor, (text, variant): (&str, Option<&Variant>), base: &str) -> NamingView {
    let reasons = || actor.reasons.iter().filter(|reason| reason.text == text);
    let first = reasons().find_map(|reason| reason.evidence.first());
    let is_telling = |reason: &&MergeReason| reason.rule != MergeRule::SameName || text != actor.name;
    let id = |reason: &MergeReason| format!("merge-{}", rule(reason, actor.kind));
    NamingView {
        text: text.to_owned(),
        href: first.map(|proof| site.evidence_view(proof, base).href),
        mentions: variant.map_or(0, |variant| variant.documents.iter().map(|(_, count)| count).sum()),
        documents: variant.map_or(0, |variant| variant.documents.len()),
        reasons: reasons().filter(is_telling).map(|reason| site.phrases.say(&id(reason))).collect(),
    }
}

fn rule(reason: &MergeReason, kind: NameKind) -> &'static str {
    match reason.rule {
        MergeRule::Kind if kind == NameKind::Person => "kind-person",
        rule => rule.as_str(),
    }
}
