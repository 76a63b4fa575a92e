//! Speakers without a name: one actor for each phrase (`a senior official`), never merged with anyone.

use std::collections::BTreeMap;

use super::lexicon::UNNAMED;
use super::sentence_of;
use crate::model::{Actor, DossierDocument, Evidence, NameKind, Standing, Variant};
use crate::text::Span;
use crate::text::compare::{fold, tidy};
use crate::text::slug::slug;

/// What `the official` points back to stands in so many sentences before.
const REACH: usize = 10;
/// So many words stand between the article and the noun.
const LONGEST_LEAD: usize = 6;
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
            if let Some(phrase) = phrase(words_of(document, span)).filter(|_| !is_person) {
                phrases.entry(phrase).or_default().push((number, index));
            }
        }
    }
    phrases.into_values().map(|places| (actor(&places, documents), places)).collect()
}

/// The words that say who speaks: those in front of the quotation, or what they point back to.
fn words_of(document: &DossierDocument, speaker: Span) -> &str {
    let text = document.source.text.as_str();
    antecedent(document, speaker).unwrap_or(speaker).of(text)
}

/// What `the official` points back to: the only phrase of the sentences before that brings in an
/// official without a name (`a senior official said`).
fn antecedent(document: &DossierDocument, speaker: Span) -> Option<Span> {
    let text = document.source.text.as_str();
    let (article, noun) = speaker.of(text).split_once(' ')?;
    if !article.eq_ignore_ascii_case("the") || !UNNAMED.has("noun", noun) {
        return None;
    }
    let story = document.story_at(speaker.start);
    let sentences = &document.annotations.sentences;
    let at = sentences.partition_point(|sentence| sentence.start <= speaker.start);
    let near = sentences[at.saturating_sub(REACH)..at].iter();
    let found: Vec<Span> = near
        .filter(|sentence| document.story_at(sentence.start) == story)
        .flat_map(|&sentence| brought_in(text, Span::new(sentence.start, sentence.end.min(speaker.start)), noun))
        .collect();
    let first = found.first()?;
    let same = |other: &Span| fold(other.of(text)) == fold(first.of(text));
    found.iter().all(same).then_some(*first)
}

/// The phrases of a sentence that bring in somebody: from an indefinite article to the noun.
fn brought_in(text: &str, sentence: Span, noun: &str) -> Vec<Span> {
    let words = sentence.of(text);
    let mut found = Vec::new();
    let mut open: Option<(usize, usize)> = None; // where it begins, how many words ago
    let mut at = 0;
    for word in words.split(' ') {
        let plain = word.trim_end_matches([',', '.', ';', ':']);
        if UNNAMED.has("open", &plain.to_lowercase()) {
            open = Some((at, 0));
        } else if let Some((from, count)) = open {
            if plain.eq_ignore_ascii_case(noun) {
                found.push(Span::new(sentence.start + from, sentence.start + at + plain.len()));
                open = None;
            } else {
                // a mark, or too many words: another phrase
                let goes_on =
                    count + 1 < LONGEST_LEAD && (plain.len() == word.len() || plain.ends_with(char::is_uppercase));
                open = goes_on.then_some((from, count + 1));
            }
        }
        at += word.len() + 1;
    }
    found
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
            let words = tidy(words_of(document, focus));
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
