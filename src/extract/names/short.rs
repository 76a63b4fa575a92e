//! Short forms: `Yoon` for `Yoon Suk Yeol`, where exactly one person of the document fits.

use std::collections::{BTreeMap, BTreeSet};

use super::lexicon::key;
use super::{NameKind, NameMention, Reading};
use crate::text::lexicon::OFFICES;
use crate::text::{Span, Token};

/// Links short mentions to the long ones they stand for, and finds short forms that stand alone.
/// A word that fits two persons stands for neither.
pub fn add(reading: &Reading, names: Vec<NameMention>) -> Vec<NameMention> {
    let text = reading.text.as_str();
    let bearers = bearers(text, &names);
    let mut names = names;
    let alone = stand_alone(reading, &names, &bearers);
    names.extend(alone);
    names.sort_by_key(|name| name.span);
    let firsts = first_mentions(text, &names);
    let links: Vec<Option<usize>> = names
        .iter()
        .map(|name| {
            let words = key(name.span.of(text));
            let [word] = words.as_slice() else { return None };
            let full = bearers.get(word).filter(|_| name.kind == NameKind::Person)?.as_ref()?;
            firsts.get(full).copied()
        })
        .collect();
    names.into_iter().zip(links).map(|(name, stands_for)| NameMention { stands_for, ..name }).collect()
}

/// For each word that begins or ends a person's long name: the one long name, or `None` for two.
fn bearers(text: &str, names: &[NameMention]) -> BTreeMap<String, Option<Vec<String>>> {
    let long: BTreeSet<Vec<String>> = names
        .iter()
        .filter(|name| name.kind == NameKind::Person)
        .map(|name| key(name.span.of(text)))
        .filter(|words| words.len() > 1)
        .collect();
    let mut bearers: BTreeMap<String, Option<Vec<String>>> = BTreeMap::new();
    for words in long {
        let ends: BTreeSet<&String> = [&words[0], &words[words.len() - 1]].into();
        for end in ends {
            bearers.entry(end.clone()).and_modify(|only| *only = None).or_insert_with(|| Some(words.clone()));
        }
    }
    bearers
}

fn first_mentions(text: &str, names: &[NameMention]) -> BTreeMap<Vec<String>, usize> {
    let mut firsts = BTreeMap::new();
    for (index, name) in names.iter().enumerate().filter(|(_, name)| name.kind == NameKind::Person) {
        firsts.entry(key(name.span.of(text))).or_insert(index);
    }
    firsts
}

/// Capitalised words that are somebody's short name and belong to no name yet.
fn stand_alone(
    reading: &Reading,
    names: &[NameMention],
    bearers: &BTreeMap<String, Option<Vec<String>>>,
) -> Vec<NameMention> {
    let text = reading.text.as_str();
    let mut found = Vec::new();
    let mut taken = names.iter().map(|name| name.span).peekable();
    for token in reading.sentences.iter().flat_map(|sentence| &sentence.tokens) {
        while taken.peek().is_some_and(|span| span.end <= token.span.start) {
            taken.next();
        }
        let is_taken = taken.peek().is_some_and(|span| span.overlaps(token.span));
        if is_taken || !is_candidate(text, token) {
            continue;
        }
        let span = super::known::without_possessive(text, token.span);
        let words = key(span.of(text));
        if words.first().is_some_and(|word| bearers.get(word).is_some_and(Option::is_some)) {
            found.push(super::plain(Span::new(span.start, span.end), NameKind::Person));
        }
    }
    found
}

fn is_candidate(text: &str, token: &Token) -> bool {
    token.is_capitalised(text) && !token.glued && token.span.len() > 1 && !OFFICES.has(token.of(text))
        || token.is_capitalised(text) && token.span.len() > 2 && !OFFICES.has(token.of(text))
}
