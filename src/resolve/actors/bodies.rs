//! Organisations across documents: equal names, declared acronyms, names without legal form.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::corpus::Corpus;
use super::forms::BodyForm;
use super::lexicon::TRADE_WORDS;
use super::local::Form;
use crate::model::{Likeness, MergeRule};

/// One of several names is the name where it is named so many times as often as the others.
const CLEAR_MAJORITY: usize = 5;

/// Joins the organisations of all documents.
pub fn join(corpus: &mut Corpus) {
    let owned = join_owned(corpus);
    join_equal(corpus, &owned);
    join_acronyms(corpus);
    join_trades(corpus);
    propose(corpus);
}

/// `the Coast Guard` is that of the one country whose the corpus names, where the document names that country,
/// and no other more often. Returns the locals so joined.
fn join_owned(corpus: &mut Corpus) -> BTreeSet<usize> {
    let locals = corpus.locals.clone();
    let mut owners: HashMap<&[String], BTreeMap<&str, usize>> = HashMap::new();
    let mut bare: Vec<(usize, &[String])> = Vec::new();
    for (at, local) in locals.iter().enumerate() {
        let names = || local.own_names().filter(|(form, _)| !form.is_acronym);
        let count = names().count();
        for (form, _) in names() {
            match &form.country {
                Some(country) => drop(owners.entry(&form.words).or_default().entry(country).or_insert(at)),
                None if count == 1 => bare.push((at, &form.words)),
                None => {}
            }
        }
    }
    let named = countries_named(corpus);
    let mut joined = BTreeSet::new();
    for (at, words) in bare {
        let Some((country, &owner)) =
            owners.get(words).filter(|all| all.len() == 1).and_then(|all| all.first_key_value())
        else {
            continue;
        };
        let Some(counts) = named.get(&corpus.locals[at].document) else { continue };
        let leads = counts.get(*country).is_some_and(|own| counts.values().all(|count| count <= own));
        if leads && corpus.groups.may_join(owner, at) {
            corpus.join_by(MergeRule::OnlyBearer, (owner, at));
            joined.insert(at);
        }
    }
    joined
}

/// How often each document names each country.
fn countries_named(corpus: &Corpus) -> BTreeMap<usize, BTreeMap<String, usize>> {
    let mut named: BTreeMap<usize, BTreeMap<String, usize>> = BTreeMap::new();
    for local in corpus.locals.iter() {
        for form in &local.forms {
            if let Form::Country(code) = form {
                *named.entry(local.document).or_default().entry(code.clone()).or_default() += local.mentions.len();
            }
        }
    }
    named
}

/// The same name is one body. `the Defense Ministry`, no country said, is the same only in documents about
/// the same country, where the corpus has documents about several.
fn join_equal(corpus: &mut Corpus, owned: &BTreeSet<usize>) {
    let named = countries_named(corpus);
    let locals = corpus.locals.clone();
    let mut equal: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut states: BTreeMap<&str, BTreeMap<Option<String>, Vec<usize>>> = BTreeMap::new();
    for (at, local) in locals.iter().enumerate().filter(|(at, _)| !owned.contains(at)) {
        for (form, key) in local.own_names().filter(|(form, _)| !form.is_acronym) {
            if form.is_some_states() {
                let about = named.get(&local.document).and_then(leading);
                states.entry(key).or_default().entry(about).or_default().push(at);
            } else {
                equal.entry(key).or_default().push(at);
            }
        }
    }
    for (key, by_country) in states {
        if by_country.keys().flatten().count() < 2 {
            equal.entry(key).or_default().extend(by_country.into_values().flatten());
        } else {
            by_country.into_values().for_each(|locals| join_all(corpus, &locals));
        }
    }
    equal.into_values().for_each(|locals| join_all(corpus, &locals));
}

fn join_all(corpus: &mut Corpus, locals: &[usize]) {
    for &at in &locals[1..] {
        corpus.groups.join(locals[0], at);
    }
}

/// The country that a document names more often than any other.
fn leading(counts: &BTreeMap<String, usize>) -> Option<String> {
    let (country, most) = counts.iter().max_by_key(|(_, count)| **count)?;
    (counts.values().filter(|count| *count == most).count() == 1).then(|| country.clone())
}

/// The countries that the corpus gives each acronym.
fn countries_of_acronyms(corpus: &Corpus) -> BTreeMap<String, BTreeSet<String>> {
    let mut countries: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for form in corpus.locals.iter().flat_map(|local| &local.forms) {
        if let Form::Body(BodyForm { words, country: Some(country), is_acronym: true, .. }) = form {
            countries.entry(words.join(" ")).or_default().insert(country.clone());
        }
    }
    countries
}

/// An acronym without its long form is what the corpus declares it for, where that is one body. A country in front
/// of it (`British NOL chiefs`) tells it from another only where the corpus has it of two.
fn join_acronyms(corpus: &mut Corpus) {
    let all = corpus.locals.clone();
    let countries = countries_of_acronyms(corpus);
    let is_of_several = |word: &str| countries.get(word).is_some_and(|all| all.len() > 1);
    let mut declared: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let mut alone: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, local) in all.iter().enumerate() {
        let acronyms = local.forms.iter().zip(&local.keys).filter_map(|(form, keys)| match form {
            Form::Body(form) if form.is_acronym => {
                let word = form.words.join(" ");
                Some(if is_of_several(&word) { keys.own.clone() } else { word })
            }
            _ => None,
        });
        let has_name = local.own_names().any(|(form, _)| !form.is_acronym);
        for key in acronyms {
            if has_name {
                declared.entry(key).or_default().insert(corpus.groups.root(at));
            } else {
                alone.entry(key).or_default().push(at);
            }
        }
    }
    for (key, locals) in alone {
        for &at in &locals[1..] {
            corpus.groups.join(locals[0], at);
        }
        let bodies = corpus.roots(declared.get(&key).cloned().unwrap_or_default());
        match bodies.as_slice() {
            [] => {}
            [one] => locals.iter().for_each(|&at| corpus.join_by(MergeRule::Acronym, (*one, at))),
            several => locals.iter().for_each(|&at| {
                corpus.open.insert(at, several.to_vec());
            }),
        }
    }
}

/// `Qantas` is the one organisation whose name is that and a word for its trade; where there are
/// several (`BP Oil`, `BP Group`), the one that is named far more often, else none: they may be parts of it.
fn join_trades(corpus: &mut Corpus) {
    let locals = corpus.locals.clone();
    let mut bare: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let mut names: HashMap<&str, usize> = HashMap::new();
    for (at, local) in locals.iter().enumerate() {
        for (form, key) in local.own_names() {
            names.entry(key).or_insert(at);
            let trades = form.words.iter().rev().take_while(|word| TRADE_WORDS.has(word)).count();
            if trades > 0 && trades < form.words.len() {
                let mut form = form.clone();
                form.words.truncate(form.words.len() - trades);
                bare.entry(form.key()).or_default().insert(at);
            }
        }
    }
    let sizes = corpus.sizes();
    for (key, longer) in bare {
        let roots = corpus.roots(longer);
        let Some(&short) = names.get(key.as_str()) else { continue };
        let count = |root: &usize| sizes.get(root).copied().unwrap_or(0);
        let main = roots.iter().copied().find(|root| {
            let others: usize = roots.iter().filter(|other| *other != root).map(count).sum();
            count(root) >= CLEAR_MAJORITY * others
        });
        if let Some(main) = main {
            corpus.groups.join(main, short);
        }
        roots.iter().for_each(|&one| corpus.propose(short, one, Likeness::Trade));
    }
}

/// A body whose country is not said may be any country's; an acronym that nobody declares may be
/// the body whose words it begins.
fn propose(corpus: &mut Corpus) {
    let locals = corpus.locals.clone();
    let mut by_words: BTreeMap<&[String], BTreeMap<&str, usize>> = BTreeMap::new();
    let mut by_initials: HashMap<&str, BTreeSet<usize>> = HashMap::new();
    let mut acronyms: BTreeMap<&str, (usize, &BodyForm)> = BTreeMap::new();
    for (at, local) in locals.iter().enumerate() {
        for (form, _) in local.own_names() {
            if form.is_acronym {
                acronyms.entry(&form.words[0]).or_insert((at, form));
                continue;
            }
            by_initials.entry(&form.initials).or_default().insert(corpus.groups.root(at));
            let owner = form.country.as_deref().unwrap_or_default();
            by_words.entry(&form.words).or_default().entry(owner).or_insert(at);
        }
    }
    for owners in by_words.into_values() {
        let Some(&nobody) = owners.get("") else { continue };
        for (_, &at) in owners.iter().filter(|(owner, _)| !owner.is_empty()) {
            corpus.propose(nobody, at, Likeness::Country);
        }
    }
    for (word, (at, form)) in acronyms {
        let near = by_initials.get(word).map(|all| all.iter().copied().collect::<Vec<_>>()).unwrap_or_default();
        if let [only] = near.as_slice()
            && locals[*only].own_names().any(|(full, _)| form.spells(full))
        {
            corpus.propose(*only, at, Likeness::Initials);
        }
    }
}
