//! Comparison forms of agreements: names, what unnamed ones are about, and their parties.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::groups::members;
use super::{Corpus, Place};
use crate::model::{AgreementForm, AgreementMention, NameKind};
use crate::resolve::actors::respelt;
use crate::text::compare::{fold, tidy};
use crate::text::words::entries;

static PLURALS: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let rows = entries(include_str!("data/plural-endings.en.txt")).filter_map(|row| row.split_once('='));
    rows.map(|(ending, rest)| (ending.trim(), rest.trim())).collect()
});

/// A word without the ending of its plural, in the spelling that is compared (`defences`: `defense`).
pub fn stem(word: &str) -> String {
    let plural = PLURALS.iter().find(|(ending, _)| word.len() > ending.len() + 2 && word.ends_with(ending));
    let bare = plural
        .map_or_else(|| word.to_owned(), |(ending, rest)| format!("{}{rest}", &word[..word.len() - ending.len()]));
    respelt(&bare)
}

/// A name as it is compared: folded, its words in one spelling.
pub fn name_form(name: &str) -> String {
    respelt(&fold(name))
}

/// The name of a mention as it is compared, its noun in the singular (`Paris Accords`).
pub fn mention_form(corpus: Corpus<'_>, place: Place) -> String {
    let form = name_form(&words(corpus, place));
    let head = name_form(&mention(corpus, place).head);
    let singular = |word: &str| if stem(word) == stem(&head) { head.clone() } else { word.to_owned() };
    if head.is_empty() { form } else { form.split(' ').map(singular).collect::<Vec<_>>().join(" ") }
}

/// The mention at a place.
pub fn mention<'c>(corpus: Corpus<'c>, (document, number): Place) -> &'c AgreementMention {
    &corpus.documents[document].annotations.agreements[number]
}

/// The words of a mention, tidied.
pub fn words(corpus: Corpus<'_>, place: Place) -> String {
    tidy(mention(corpus, place).span.of(&corpus.documents[place.0].source.text))
}

/// What a mention is about, as stems.
pub fn about(mention: &AgreementMention) -> BTreeSet<String> {
    mention.about.iter().map(|word| stem(word)).collect()
}

/// The parties of a mention as actors: countries for their people, as far as they are known. What a body
/// issues has none.
pub fn parties(corpus: Corpus<'_>, place: Place) -> BTreeSet<usize> {
    let mention = mention(corpus, place);
    if mention.form == AgreementForm::Issued {
        return BTreeSet::new();
    }
    let named = named(corpus, place);
    match mention.group.filter(|_| named.is_empty()) {
        Some(group) => members(corpus, place, group),
        None => named,
    }
}

/// The body that issues what a mention names.
pub fn issuer(corpus: Corpus<'_>, place: Place) -> Option<usize> {
    let is_issued = mention(corpus, place).form == AgreementForm::Issued;
    is_issued.then(|| named(corpus, place).first().copied()).flatten()
}

/// The actors that a mention names as its parties. In a text of old times a name stands for itself: the
/// Rome of the Punic wars is not Italy.
fn named(corpus: Corpus<'_>, place: Place) -> BTreeSet<usize> {
    let document = &corpus.documents[place.0];
    let mention = mention(corpus, place);
    let is_old = corpus.old.contains(&(place.0, document.story_at(mention.span.start)));
    let state = |name: usize| {
        let code = document.annotations.names.get(name)?.country.as_deref().filter(|_| !is_old)?;
        corpus.states.get(code).copied()
    };
    let itself = |name: usize| {
        // every actor's name is read: only where it may be one
        let own = document.annotations.names.get(name).filter(|_| is_old)?;
        let words = fold(own.span.of(&document.source.text));
        corpus.actors.iter().position(|actor| actor.kind == NameKind::Place && fold(&actor.name) == words)
    };
    let told = |name: usize| document.mention_actors.get(name).copied().flatten().filter(|_| !is_old);
    let actor = |&name: &usize| state(name).or_else(|| itself(name)).or_else(|| told(name));
    let is_party = |&actor: &usize| {
        let actor = &corpus.actors[actor];
        actor.kind == NameKind::Organisation || actor.country.is_some() || is_old && actor.kind == NameKind::Place
    };
    let inside = if is_old { Vec::new() } else { pair(corpus, place) };
    mention.parties.iter().filter_map(actor).filter(is_party).chain(inside).collect()
}

/// The two states of a name that begins with them, joined by a hyphen (`Soviet-Danish Pact`), as the
/// texts call states and their people.
fn pair(corpus: Corpus<'_>, place: Place) -> Vec<usize> {
    let words = mention(corpus, place).span.of(&corpus.documents[place.0].source.text);
    let first = words.split_whitespace().next().unwrap_or_default();
    let Some((one, other)) = first.split_once(['-', '–']) else { return Vec::new() };
    let state = |word: &str| corpus.words_of_states.get(&fold(word)).copied();
    match (state(one), state(other)) {
        (Some(one), Some(other)) if one != other => vec![one, other],
        _ => Vec::new(),
    }
}
