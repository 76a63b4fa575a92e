//! Speakers without a name: one actor for each phrase (`a senior official`), never merged with anyone.

use std::collections::BTreeMap;

use super::lexicon::UNNAMED;
use super::sentence_of;
use crate::model::{Actor, DossierDocument, Evidence, NameKind, Standing, Variant};
use crate::text::compare::{fold, tidy};
use crate::text::slug::slug;

/// Longer phrases say more than who speaks, in words.
const LONGEST_PHRASE: usize = 12;

/// The actors of unnamed speakers by phrase, each with the quotations it speaks.
pub fn unnamed(documents: &[DossierDocument]) -> Vec<(Actor, Vec<(usize, usize)>)> {
    let mut phrases: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    for (number, document) in documents.iter().enumerate() {
        for (index, quotation) in document.annotations.quotations.iter().enumerate() {
            let Some(span) = quotation.speaker else { continue };
            let is_person =
                quotation.speaker_name.is_some_and(|name| document.annotations.names[name].kind == NameKind::Person);
            if let Some(phrase) = phrase(span.of(&document.source.text)).filter(|_| !is_person) {
                phrases.entry(phrase).or_default().push((number, index));
            }
        }
    }
    phrases.into_values().map(|places| (actor(&places, documents), places)).collect()
}

/// What equal phrases have in common; `None` where the words are no unnamed speaker's.
fn phrase(words: &str) -> Option<String> {
    let folded = fold(words);
    let all: Vec<&str> = folded.split(' ').collect();
    let has_noun = all.iter().any(|word| UNNAMED.has("noun", word));
    let is_few =
        all.iter().any(|word| UNNAMED.has("few", word)) && !words.trim_start().to_lowercase().starts_with("the ");
    let is_open = UNNAMED.has("open", all.first()?) || is_few;
    if !has_noun || !is_open || all.len() > LONGEST_PHRASE {
        return None;
    }
    let from = usize::from(matches!(all[0], "a" | "an" | "one" | "another"));
    Some(all[from..].join(" "))
}

fn actor(places: &[(usize, usize)], documents: &[DossierDocument]) -> Actor {
    let mut spellings: BTreeMap<String, BTreeMap<usize, usize>> = BTreeMap::new();
    let mut mentions: Vec<Evidence> = Vec::new();
    for &(number, index) in places {
        let document = &documents[number];
        let Some(focus) = document.annotations.quotations[index].speaker else { continue };
        let proof = Evidence { document: number, span: sentence_of(document, focus), focus };
        if mentions.last() != Some(&proof) {
            let words = tidy(focus.of(&document.source.text));
            *spellings.entry(words).or_default().entry(number).or_default() += 1;
            mentions.push(proof);
        }
    }
    let mut variants: Vec<Variant> = spellings
        .into_iter()
        .map(|(text, documents)| Variant { text, documents: documents.into_iter().collect() })
        .collect();
    variants.sort_by_key(|variant| std::cmp::Reverse(variant.documents.iter().map(|(_, count)| count).sum::<usize>()));
    let name = variants.first().map(|variant| lower_first(&variant.text)).unwrap_or_default();
    Actor { standing: Standing::Unnamed, variants, mentions, ..Actor::named(&slug(&name), &name, NameKind::Person) }
}

/// `A senior official` opens a sentence; the name does not.
fn lower_first(words: &str) -> String {
    match words.split_once(' ') {
        Some((first, rest)) if UNNAMED.has("open", first) => format!("{} {rest}", first.to_lowercase()),
        _ => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_indefinite_words_are_an_unnamed_speaker() {
        for (words, expected) in [
            ("a senior U.S. official", Some("senior us official")),
            ("A senior US official", Some("senior us official")),
            ("two people familiar with the matter", Some("two people familiar with the matter")),
            ("officials", Some("officials")),
            ("the official", None),
            ("the officials", None),
            ("Minister Kari Berg", None),
            ("a new treaty", None),
            ("he", None),
        ] {
            assert_eq!(phrase(words).as_deref(), expected, "{words}");
        }
    }
}
