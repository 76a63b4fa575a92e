//! From a cluster to an actor: name, spellings, roles, and why its mentions are one.

use std::collections::{BTreeMap, BTreeSet};

use super::clusters::{Cluster, Joined};
use super::forms::{BodyForm, PersonForm};
use super::lexicon::{FAMILY_FIRST, GIVEN_NAMES, country, country_name};
use super::roles::stated_roles;
use super::{sentence_of, terms};
use crate::model::{
    Actor, Authority, DossierDocument, Evidence, MergeReason, MergeRule, NameKind, NameMention, Role, RoleAuthority,
    Tenure, Variant,
};
use crate::text::compare::{fold, tidy};
use crate::text::lexicon::COURTESY_TITLES;

/// A reason shows at most so many of its mentions.
const MOST_EVIDENCE: usize = 12;

/// The actor of a cluster, without what depends on other actors.
pub fn describe(cluster: &Cluster, documents: &[DossierDocument], authority: &Authority) -> Actor {
    let known = cluster.authority.map(|index| &authority.actors[index]);
    let variants = variants(cluster.mentions.iter(), documents);
    let name = cluster.name.clone().unwrap_or_else(|| found_name(cluster, documents));
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
            authority: Some(RoleAuthority { origin: role.origin, source: role.source.clone() }),
            evidence: Vec::new(),
        })
        .collect();
    let places: Vec<(usize, usize)> = cluster.mentions.iter().map(|joined| joined.place).collect();
    let mut stated = stated_roles(&places, documents);
    terms::hold_against(&roles, &mut stated, documents);
    roles.extend(stated);
    let mentions: Vec<Evidence> = places.iter().map(|&place| evidence(place, documents)).collect();
    Actor {
        role: terms::leading(&roles, &mentions, documents),
        sort_name: sort_name(&name, cluster, documents),
        country: cluster.country.clone(),
        variants,
        roles,
        decided_by: cluster.decided_by,
        reasons: reasons(cluster, &name, documents, authority),
        mentions,
        identifiers: known.map(|actor| actor.identifiers.clone()).unwrap_or_default(),
        ..Actor::named(&cluster.id, &name, cluster.kind)
    }
}

/// Where a mention stands.
pub fn evidence((number, index): (usize, usize), documents: &[DossierDocument]) -> Evidence {
    let document = &documents[number];
    let focus = document.annotations.names[index].span;
    Evidence { document: number, span: sentence_of(document, focus), focus }
}

/// The words of a mention, tidied.
pub fn words((number, index): (usize, usize), documents: &[DossierDocument]) -> String {
    let document = &documents[number];
    tidy(document.annotations.names[index].span.of(&document.source.text))
}

/// The spellings, most frequent first; of two equally frequent ones the one met first.
fn variants<'j>(mentions: impl Iterator<Item = &'j Joined>, documents: &[DossierDocument]) -> Vec<Variant> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut counts: Vec<(String, BTreeMap<usize, usize>)> = Vec::new();
    for joined in mentions {
        let text = words(joined.place, documents);
        let place = *places.entry(text.clone()).or_insert_with(|| {
            counts.push((text, BTreeMap::new()));
            counts.len() - 1
        });
        *counts[place].1.entry(joined.place.0).or_default() += 1;
    }
    let mut variants: Vec<Variant> = counts
        .into_iter()
        .map(|(text, documents)| Variant { text, documents: documents.into_iter().collect() })
        .collect();
    variants.sort_by_key(|variant| std::cmp::Reverse(variant.documents.iter().map(|(_, count)| count).sum::<usize>()));
    variants
}

/// The most frequent spelling of several words, else of one word that is no acronym, else the most
/// frequent: `Kim Jong-un` before `Kim`, `United States` before `U.S.`. Short forms and capitals that
/// act name it only where nothing else does.
pub fn found_name(cluster: &Cluster, documents: &[DossierDocument]) -> String {
    let is_own = |joined: &&Joined| joined.rule.is_none_or(|rule| rule == MergeRule::Kind);
    let own = variants(cluster.mentions.iter().filter(is_own), documents);
    if let Some(name) = cluster.country.as_deref().and_then(country_name)
        && cluster.mentions.iter().all(|joined| joined.rule == Some(MergeRule::Metonym))
    {
        return name.to_owned();
    }
    let variants = if own.is_empty() { variants(cluster.mentions.iter(), documents) } else { own };
    let is_word = |text: &str| text.chars().any(char::is_lowercase);
    let long = variants.iter().find(|variant| variant.text.contains(' ') && is_word(&variant.text));
    let word = || variants.iter().find(|variant| is_word(&variant.text));
    long.or_else(word).or(variants.first()).map(|variant| variant.text.clone()).unwrap_or_default()
}

/// Persons by family name, everything else as it is called without `The`.
fn sort_name(name: &str, cluster: &Cluster, documents: &[DossierDocument]) -> String {
    if cluster.kind != NameKind::Person {
        let rest = name.strip_prefix("The ").or_else(|| name.strip_prefix("the "));
        return rest.unwrap_or(name).to_owned();
    }
    match name.rsplit_once(' ').filter(|_| !is_family_first(name, cluster, documents)) {
        Some((given, family)) => format!("{family}, {given}"),
        None => name.to_owned(),
    }
}

/// Told by the word that stands alone most often (the first one only where it is no given name), then by a given name of two syllables (`Suk-yeol`),
/// then by what is known of the person.
fn is_family_first(name: &str, cluster: &Cluster, documents: &[DossierDocument]) -> bool {
    let form = PersonForm::of(name);
    let alone = |word: Option<&String>| {
        let stands = |joined: &&Joined| {
            let own = &documents[joined.place.0].annotations.names[joined.place.1];
            let text = documents[joined.place.0].source.text.as_str();
            let is_family = word == form.words.last() || is_formal(text, own);
            is_family && Some(&PersonForm::of(own.span.of(text)).words.join(" ")) == word
        };
        cluster.mentions.iter().filter(|joined| joined.rule.is_some()).filter(stands).count()
    };
    match alone(form.words.first()).cmp(&alone(form.words.last())) {
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal if form.is_given_last || form.is_given_first => form.is_given_last,
        std::cmp::Ordering::Equal => {
            let is_eastern = cluster.country.as_deref().is_some_and(|code| FAMILY_FIRST.has(code));
            cluster.family_first.unwrap_or(is_eastern)
        }
    }
}

/// False for a given name alone (`Agnes`): with a title, or where it is no given name that is known, the
/// word is a family's.
pub fn is_formal(text: &str, name: &NameMention) -> bool {
    let before = text[..name.span.start].trim_end();
    let word = before.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
    let is_titled = name.role.is_some() || COURTESY_TITLES.has(word.trim_end_matches('.'));
    is_titled || !GIVEN_NAMES.has(&fold(name.span.of(text)))
}

/// Why the mentions are one, a reason for each rule and spelling; the plainest rules first.
fn reasons(cluster: &Cluster, name: &str, documents: &[DossierDocument], authority: &Authority) -> Vec<MergeReason> {
    let listed: Vec<String> = cluster
        .authority
        .map(|index| &authority.actors[index])
        .map(|actor| std::iter::once(&actor.name).chain(&actor.variants).map(|name| fold(name)).collect())
        .unwrap_or_default();
    let own = found_name(cluster, documents);
    let base = if listed.is_empty() { own.as_str() } else { name };
    let mut rules: BTreeMap<String, MergeRule> = BTreeMap::new();
    let mut found: BTreeMap<(MergeRule, String), (BTreeSet<usize>, Vec<Evidence>)> = BTreeMap::new();
    for joined in &cluster.mentions {
        let text = words(joined.place, documents);
        let rule = joined.rule.unwrap_or_else(|| {
            *rules.entry(text.clone()).or_insert_with(|| match listed.contains(&fold(&text)) {
                true => MergeRule::Authority,
                false => rule_between(&text, base, cluster.kind),
            })
        });
        let (places, proofs) = found.entry((rule, text)).or_default();
        if places.insert(joined.place.0) && proofs.len() < MOST_EVIDENCE {
            proofs.push(evidence(joined.place, documents));
        }
    }
    let reason = |((rule, text), (places, evidence)): ((MergeRule, String), (BTreeSet<usize>, Vec<Evidence>))| {
        MergeReason { rule, text, documents: places.len(), evidence }
    };
    found.into_iter().map(reason).collect()
}

/// How a spelling is the name, where nothing but the words says it.
fn rule_between(text: &str, base: &str, kind: NameKind) -> MergeRule {
    let (one, other) = (fold(text), fold(base));
    if one == other {
        return MergeRule::SameName;
    }
    match kind {
        NameKind::Person => {
            let (one, other) = (PersonForm::of(text), PersonForm::of(base));
            if one.squashed() == other.squashed() {
                MergeRule::SameName
            } else if one.turned().contains(&other.squashed()) || other.turned().contains(&one.squashed()) {
                MergeRule::WordOrder
            } else {
                MergeRule::MiddleNames
            }
        }
        NameKind::Organisation => {
            let (one, other) = (BodyForm::of(text, None), BodyForm::of(base, None));
            let is_cut = one.words.starts_with(&other.words) || other.words.starts_with(&one.words);
            if is_cut { MergeRule::LegalForm } else { MergeRule::Wording }
        }
        NameKind::Place if country(&one).is_some() => MergeRule::Country,
        NameKind::Place | NameKind::Other => MergeRule::SameName,
    }
}
