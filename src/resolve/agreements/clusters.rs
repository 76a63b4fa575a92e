//! Clusters: the mentions that are one agreement, each with the rule that brought it.

use std::collections::{BTreeMap, BTreeSet};

use super::forms::{about, issuer, mention, mention_form, name_form, parties, words};
use super::known::KnownAgreements;
use super::{Corpus, Place, shorts};
use crate::model::{AgreementForm, AgreementRule, AuthorityActor, NameKind};
use crate::text::compare::fold;

/// Links from one name to another are followed so far.
const LONGEST_CHAIN: usize = 3;
/// A fuller name has at most so many words in front of the plain one.
const MOST_LEADING: usize = 3;

/// Mentions that are one agreement.
#[derive(Debug, Clone, Default)]
pub struct Cluster {
    /// The mentions with the rules that brought them, by place.
    pub mentions: Vec<(Place, AgreementRule)>,
    /// Mentions that could be this one or another.
    pub could_be: Vec<Place>,
    /// The agreement of the authority files.
    pub known: Option<usize>,
    /// Its parties.
    pub parties: BTreeSet<usize>,
}

/// What a mention is compared by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Known(usize),
    Name(String),
    Issued(String, String),
    Thing(String, String, BTreeSet<usize>),
}

/// The clusters of the corpus, in no order that matters.
pub fn cluster(corpus: Corpus<'_>) -> Vec<Cluster> {
    let known = KnownAgreements::new(corpus);
    let mut keyed: BTreeMap<Key, Vec<(Place, AgreementRule)>> = BTreeMap::new();
    let mut things = Things::default();
    for place in places(corpus) {
        if let Some((key, rule)) = key(corpus, place, &known, &mut things) {
            keyed.entry(key).or_default().push((place, rule));
        }
    }
    join_fuller_names(corpus, &mut keyed);
    let mut clusters: Vec<Cluster> = Vec::new();
    for (key, mut mentions) in keyed {
        mentions.sort_unstable();
        let number = if let Key::Known(number) = key { Some(number) } else { None };
        let mut own: BTreeSet<usize> = number.map(|number| known.parties(number).clone()).unwrap_or_default();
        own.extend(mentions.iter().flat_map(|&(place, _)| parties(corpus, place)));
        clusters.push(Cluster { mentions, could_be: Vec::new(), known: number, parties: own });
    }
    shorts::add_short_forms(corpus, &mut clusters);
    add_other_names(corpus, &mut clusters);
    clusters
}

/// Every mention, by document and place.
fn places(corpus: Corpus<'_>) -> impl Iterator<Item = Place> {
    let documents = corpus.documents.iter().enumerate();
    documents.flat_map(|(number, document)| (0..document.annotations.agreements.len()).map(move |at| (number, at)))
}

/// What a mention is compared by; `None` for those that mean another mention of their text.
fn key(corpus: Corpus<'_>, place: Place, known: &KnownAgreements, things: &mut Things) -> Option<(Key, AgreementRule)> {
    let mention = mention(corpus, place);
    if mention.stands_for.is_some() {
        return None;
    }
    if let Some(number) = known.by_description(corpus, place) {
        return Some((Key::Known(number), AgreementRule::Authority));
    }
    let form = mention_form(corpus, place);
    match mention.form {
        AgreementForm::Short | AgreementForm::Pronoun => None,
        AgreementForm::Issued => {
            let issuer = issuer(corpus, place).map(|actor| corpus.actors[actor].id.clone());
            Some((Key::Issued(issuer.unwrap_or(form), mention.head.clone()), AgreementRule::Issued))
        }
        AgreementForm::Unnamed => Some((things.key(corpus, place), AgreementRule::SameThing)),
        _ => match known.by_name(&name_form(&words(corpus, place))) {
            Some(number) => {
                let own = name_form(&corpus.authority.agreements[number].name);
                let is_own = own == name_form(&words(corpus, place));
                Some((Key::Known(number), if is_own { AgreementRule::SameName } else { AgreementRule::Authority }))
            }
            None => Some((Key::Name(form), AgreementRule::SameName)),
        },
    }
}

/// The unnamed things met so far, by what they are and what they are about.
#[derive(Default)]
struct Things {
    by_stem: BTreeMap<(String, String), (Key, BTreeSet<usize>)>,
}

impl Things {
    /// A thing that a pattern labels is one with those of its label that share a word; another one only
    /// with those that are about the same. Parties that have nothing in common keep two apart.
    fn key(&mut self, corpus: Corpus<'_>, place: Place) -> Key {
        let mention = mention(corpus, place);
        let (stems, own) = (about(mention), parties(corpus, place));
        let is_labelled = mention.head.starts_with(char::is_uppercase) || mention.head.contains("{}");
        let joined = stems.iter().cloned().collect::<Vec<_>>().join(" ");
        let handles: Vec<String> =
            if is_labelled && !stems.is_empty() { stems.into_iter().collect() } else { vec![joined.clone()] };
        let fits = |theirs: &BTreeSet<usize>| {
            let is_open = theirs.is_empty() || own.is_empty();
            if is_labelled { is_open || !theirs.is_disjoint(&own) } else { *theirs == own }
        };
        let handle = |stem: &String| (mention.head.clone(), stem.clone());
        let found = handles.iter().find_map(|stem| self.by_stem.get(&handle(stem)).filter(|(_, theirs)| fits(theirs)));
        let key = match found {
            Some((key, _)) => key.clone(),
            None => Key::Thing(mention.head.clone(), joined, own.clone()),
        };
        for stem in &handles {
            let entry = self.by_stem.entry(handle(stem)).or_insert_with(|| (key.clone(), BTreeSet::new()));
            if entry.0 == key {
                entry.1.extend(own.iter().copied());
            }
        }
        key
    }
}

/// `U.S. Clean Water Act` and `Clean Water Act`; `Clean Water Act of 1972`, where no other year is told.
fn join_fuller_names(corpus: Corpus<'_>, keyed: &mut BTreeMap<Key, Vec<(Place, AgreementRule)>>) {
    let is_country = |actor: &&AuthorityActor| actor.kind == NameKind::Place && actor.country.is_some();
    let listed = corpus.authority.actors.iter().filter(is_country);
    let countries: BTreeSet<String> = corpus
        .actors
        .iter()
        .filter(|actor| actor.country.is_some())
        .flat_map(|actor| actor.variants.iter().map(|variant| fold(&variant.text)))
        .chain(listed.flat_map(|actor| std::iter::once(&actor.name).chain(&actor.variants).map(|name| fold(name))))
        .collect();
    let names: BTreeSet<String> =
        keyed.keys().filter_map(|key| if let Key::Name(form) = key { Some(form.clone()) } else { None }).collect();
    let mut plain: BTreeMap<String, String> = BTreeMap::new();
    for form in &names {
        let tokens: Vec<&str> = form.split(' ').collect();
        let shorter = (1..tokens.len().min(MOST_LEADING + 1))
            .filter(|&count| countries.contains(&tokens[..count].join(" ")))
            .map(|count| tokens[count..].join(" "))
            .find(|rest| names.contains(rest));
        if let Some(shorter) = shorter {
            plain.insert(form.clone(), shorter);
        }
    }
    for (form, shorter) in &plain {
        merge(keyed, form, shorter);
    }
    let mut years: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for form in &names {
        if let Some((name, year)) = form.rsplit_once(" of ")
            && year.len() == 4
            && year.bytes().all(|byte| byte.is_ascii_digit())
        {
            let name = plain.get(name).map_or(name, String::as_str);
            years.entry(name.to_owned()).or_default().push(plain.get(form).unwrap_or(form).clone());
        }
    }
    for (name, mut fuller) in years {
        fuller.dedup();
        if let [only] = fuller.as_slice()
            && names.contains(&name)
        {
            merge(keyed, only, &name);
        }
    }
}

fn merge(keyed: &mut BTreeMap<Key, Vec<(Place, AgreementRule)>>, from: &str, into: &str) {
    let Some(moved) = keyed.remove(&Key::Name(from.to_owned())) else { return };
    let moved = moved.into_iter().map(|(place, _)| (place, AgreementRule::FullerName));
    keyed.entry(Key::Name(into.to_owned())).or_default().extend(moved);
}

/// Acronyms and nicknames go with what they stand for.
fn add_other_names(corpus: Corpus<'_>, clusters: &mut [Cluster]) {
    let mut owners: BTreeMap<Place, usize> = BTreeMap::new();
    for (number, cluster) in clusters.iter().enumerate() {
        owners.extend(cluster.mentions.iter().map(|&(place, _)| (place, number)));
    }
    for place in places(corpus) {
        let mut root = place;
        for _ in 0..LONGEST_CHAIN {
            root = mention(corpus, root).stands_for.map_or(root, |at| (root.0, at));
        }
        if root == place {
            continue;
        }
        let rule = match mention(corpus, place).form {
            AgreementForm::Nickname => AgreementRule::Nickname,
            AgreementForm::Pronoun => AgreementRule::Pronoun,
            _ => AgreementRule::Acronym,
        };
        if let Some(&number) = owners.get(&root) {
            clusters[number].mentions.push((place, rule));
        }
    }
    clusters.iter_mut().for_each(|cluster| cluster.mentions.sort_unstable());
}
