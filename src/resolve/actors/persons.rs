//! Persons across documents: full names, then surnames without one.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::corpus::{Corpus, Total, Totals};
use super::forms::PersonForm;
use super::holders::Holders;
use super::lexicon::FAMILY_FIRST;
use super::local::Form;
use super::roles::{Fit, Profile};
use crate::model::{Likeness, MergeRule, NameKind};

/// More bearers of one surname are not compared with a surname alone: it says nothing then.
const MOST_BEARERS: usize = 256;

/// Joins the persons of all documents.
pub fn join(corpus: &mut Corpus, holders: &Holders<'_>) {
    join_full(corpus);
    join_turned(corpus);
    join_middles(corpus);
    join_surnames(corpus, holders);
}

/// The same full name is one person, unless office and country both contradict.
fn join_full(corpus: &mut Corpus) {
    let all = corpus.locals.clone();
    let mut bearers: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, local) in all.iter().enumerate() {
        for (_, keys) in local.full_names() {
            bearers.entry(&keys.own).or_default().push(at);
        }
    }
    for locals in bearers.into_values() {
        let mut sets: Vec<(usize, Profile)> = Vec::new();
        let (said, silent): (Vec<usize>, Vec<usize>) =
            locals.into_iter().partition(|&at| !corpus.locals[at].profile.is_empty());
        for at in said {
            let profile = corpus.locals[at].profile.clone();
            match sets.iter_mut().find(|(_, other)| !profile.contradicts(other)) {
                Some((first, all)) => {
                    all.join(&profile);
                    corpus.groups.join(*first, at);
                }
                None => sets.push((at, profile)),
            }
        }
        let first = sets.first().map(|(first, _)| *first).filter(|_| sets.len() == 1);
        for window in silent.windows(2) {
            corpus.groups.join(window[0], window[1]);
        }
        match (first, silent.first()) {
            (Some(one), Some(&other)) => {
                corpus.groups.join(one, other);
            }
            (None, Some(&other)) => sets.iter().for_each(|(one, _)| corpus.propose(*one, other, Likeness::SameName)),
            _ => {}
        }
        for window in sets.windows(2) {
            corpus.propose(window[0].0, window[1].0, Likeness::SameName);
        }
    }
}

/// The same words in another order: one person where they share an office or a country.
fn join_turned(corpus: &mut Corpus) {
    let locals = corpus.locals.clone();
    let mut plain: HashMap<&str, usize> = HashMap::new();
    let all = || locals.iter().enumerate().flat_map(|(at, local)| local.full_names().map(move |(_, keys)| (at, keys)));
    for (at, keys) in all() {
        plain.entry(&keys.own).or_insert(at);
    }
    let totals = corpus.totals();
    for (at, keys) in all() {
        for turned in &keys.turned {
            let Some(&other) = plain.get(turned.as_str()) else { continue };
            let (one, two) = (totals.of(corpus.groups.root(at)), totals.of(corpus.groups.root(other)));
            let is_of_one_country = !one.profile.countries.is_disjoint(&two.profile.countries);
            match one.profile.fit(&two.profile) {
                Fit::Shared => {
                    corpus.groups.join(other, at);
                }
                Fit::Open if is_of_one_country => {
                    corpus.groups.join(other, at);
                }
                _ => corpus.propose(other, at, Likeness::WordOrder),
            }
        }
    }
}

/// With and without middle names: one person where one longer name fits.
fn join_middles(corpus: &mut Corpus) {
    type Names<'n> = BTreeSet<(&'n PersonForm, usize)>;
    let locals = corpus.locals.clone();
    let mut ends: BTreeMap<(&str, &str), Names<'_>> = BTreeMap::new();
    let mut surnames: BTreeMap<(Option<char>, &str), Names<'_>> = BTreeMap::new();
    for (at, local) in locals.iter().enumerate() {
        let root = corpus.groups.root(at);
        for (form, _) in local.full_names() {
            let (first, last) = (form.words[0].as_str(), form.words[form.words.len() - 1].as_str());
            ends.entry((first, last)).or_default().insert((form, root));
            surnames.entry((first.chars().next(), last)).or_default().insert((form, root));
        }
    }
    let totals = corpus.totals();
    for names in ends.into_values().filter(|names| names.len() > 1) {
        for (short, at) in names.iter().filter(|(form, _)| form.words.len() == 2) {
            let longer: Vec<&(&PersonForm, usize)> =
                names.iter().filter(|(full, _)| short.part_of(full).is_some()).collect();
            let roots = corpus.roots(longer.iter().map(|(_, root)| *root));
            if let ([only], Some((full, _))) = (roots.as_slice(), longer.first()) {
                let fit = totals.of(*at).profile.fit(&totals.of(*only).profile);
                if fit == Fit::Shared || fit == Fit::Open && full.is_only_initials_longer(short) {
                    corpus.groups.join(*only, *at);
                } else {
                    corpus.propose(*only, *at, Likeness::MiddleNames);
                }
            }
        }
    }
    for names in surnames.into_values().filter(|names| names.len() > 1) {
        for (short, at) in names.iter().filter(|(form, _)| form.words[0].chars().count() == 1) {
            let fuller = names.iter().filter(|(full, _)| short.is_initialled(full)).map(|(_, root)| *root);
            if let [only] = corpus.roots(fuller).as_slice() {
                match totals.of(*at).profile.fit(&totals.of(*only).profile) {
                    Fit::Shared => {
                        corpus.groups.join(*only, *at);
                    }
                    _ => corpus.propose(*only, *at, Likeness::MiddleNames),
                }
            }
        }
    }
}

/// Whether a person's family name stands first, as far as it can be told.
pub fn family_first(forms: &[&PersonForm], total: &Total) -> Option<bool> {
    match total.short_ends {
        (first, last) if first > last => return Some(true),
        (first, last) if last > first => return Some(false),
        _ => {}
    }
    if forms.iter().any(|form| form.is_given_last) {
        return Some(true);
    }
    if forms.iter().any(|form| form.is_given_first) {
        return Some(false);
    }
    let is_eastern = total.profile.countries.iter().any(|country| FAMILY_FIRST.has(country));
    is_eastern.then_some(true)
}

/// A surname whose document has no full form.
fn join_surnames(corpus: &mut Corpus, holders: &Holders<'_>) {
    let totals = corpus.totals();
    let locals = corpus.locals.clone();
    let mut bearers: HashMap<&str, BTreeSet<usize>> = HashMap::new();
    for (root, total) in totals.iter() {
        let forms: Vec<&PersonForm> =
            total.locals.iter().flat_map(|&at| locals[at].full_names().map(|(form, _)| form)).collect();
        let is_first = family_first(&forms, total) == Some(true);
        for form in &forms {
            let family = if is_first { form.words.first() } else { form.words.last() };
            bearers.entry(family.map_or("", String::as_str)).or_default().insert(root);
        }
    }
    let mut left: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut known: BTreeMap<usize, usize> = BTreeMap::new();
    for (root, _) in totals.iter() {
        known.extend(corpus.groups.bounds(root).authority.map(|actor| (actor, root)));
    }
    for (at, local) in locals.iter().enumerate() {
        let [Form::Person(form)] = local.forms.as_slice() else { continue };
        let is_alone = local.kind == NameKind::Person && !form.is_full() && local.bounds.authority.is_none();
        let Some(word) = form.words.first().filter(|_| is_alone) else { continue };
        let all = bearers.get(word.as_str()).into_iter().flatten().copied().take(MOST_BEARERS);
        let near: Vec<usize> = all.filter(|&root| corpus.groups.may_join(root, at)).collect();
        match bearer(corpus, &totals, at, &near) {
            Bearer::One(root) => corpus.join_by(MergeRule::OnlyBearer, (root, at)),
            Bearer::Several(roots) => {
                corpus.open.insert(at, roots);
            }
            Bearer::Nobody(like) => {
                if let Some(actor) = holders.only(word, &local.profile, local.date) {
                    let first = *known.entry(actor).or_insert(at);
                    corpus.groups.know(first, actor);
                    corpus.join_by(MergeRule::Holder, (first, at));
                    continue;
                }
                left.entry(word).or_default().push(at);
                like.into_iter().for_each(|other| corpus.propose(other, at, Likeness::Surname));
            }
        }
    }
    for locals in left.into_values() {
        let mut sets: Vec<(usize, Profile)> = Vec::new();
        for at in locals {
            let profile = corpus.locals[at].profile.clone();
            match sets.iter_mut().find(|(_, other)| profile.fit(other) != Fit::Conflict) {
                Some((first, all)) => {
                    all.join(&profile);
                    corpus.groups.join(*first, at);
                }
                None => sets.push((at, profile)),
            }
        }
    }
}

/// Who bears a surname that stands alone.
enum Bearer {
    /// The only person it fits.
    One(usize),
    /// These, and nothing decides.
    Several(Vec<usize>),
    /// Nobody for sure; these may be.
    Nobody(Vec<usize>),
}

/// With a role: whoever alone bears it. Without: the only bearer, where that person has an office or
/// is named in several documents, so that a bystander does not draw in others.
fn bearer(corpus: &Corpus, totals: &Totals, at: usize, near: &[usize]) -> Bearer {
    let profile = &corpus.locals[at].profile;
    let fit = |root: &usize| profile.fit(&totals.of(*root).profile);
    if !profile.is_empty() {
        let shared: Vec<usize> = near.iter().copied().filter(|root| fit(root) == Fit::Shared).collect();
        let open: Vec<usize> = near.iter().copied().filter(|root| fit(root) == Fit::Open).collect();
        return match (shared.as_slice(), open.as_slice()) {
            ([one], _) => Bearer::One(*one),
            ([], [_, _, ..]) => Bearer::Several(open),
            ([], _) => Bearer::Nobody(open),
            _ => Bearer::Several(shared),
        };
    }
    let is_known = |root: &usize| {
        let total = totals.of(*root);
        !total.profile.offices.is_empty()
            || total.documents.len() > 1
            || corpus.groups.bounds(*root).authority.is_some()
    };
    match near {
        [] => Bearer::Nobody(Vec::new()),
        [one] if is_known(one) => Bearer::One(*one),
        [one] => Bearer::Nobody(vec![*one]),
        several => Bearer::Several(several.to_vec()),
    }
}
