//! Comparison forms of agreements: names, what unnamed ones are about, and their parties.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::{Corpus, Place};
use crate::model::{AgreementMention, NameKind};
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

/// The parties of a mention as actors: countries for their people, as far as they are known.
pub fn parties(corpus: Corpus<'_>, place: Place) -> BTreeSet<usize> {
    let document = &corpus.documents[place.0];
    let state = |name: usize| {
        let code = document.annotations.names.get(name)?.country.as_deref()?;
        corpus.states.get(code).copied()
    };
    let actor = |&name: &usize| state(name).or_else(|| document.mention_actors.get(name).copied().flatten());
    let is_party = |&actor: &usize| {
        let actor = &corpus.actors[actor];
        actor.kind == NameKind::Organisation || actor.country.is_some()
    };
    mention(corpus, place).parties.iter().filter_map(actor).filter(is_party).collect()
}
