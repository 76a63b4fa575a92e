//! A second look: what a document names once it names elsewhere too.
//!
//! A name that is mostly of one kind is of that kind everywhere in the document, and its words are a
//! name wherever they stand alone in capitals: at the start of a sentence and in headlines the words
//! around tell little, elsewhere they told enough.

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use super::lexicon::without_possessive;
use super::tagger::document::{Same, Sieve};
use super::tagger::hash::folded;
use super::tagger::model::joined;
use super::{NameKind, NameMention, Reading, plain, within};
use crate::extract::reading::Sentence;
use crate::text::lexicon::{COURTESY_TITLES, FUNCTION_WORDS, NAME_PARTICLES, OFFICES};
use crate::text::words::WordSet;
use crate::text::{Span, Token, TokenKind};

/// Names of more words are not looked for.
const LONGEST: usize = 5;

/// What a name that was found counts for its kind.
const VOTE: u16 = 4;
/// The same for a place that has the family name of a person of the document, where no word leads to a place:
/// news calls somebody by the full name once and by the last one from then on.
const DOUBTFUL_PLACE: u16 = 1;

/// Words in front of places.
static PLACE_PREPOSITIONS: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::new(include_str!("data/place-prepositions.en.txt")));

/// How often the words of a name were taken for each kind; never walked through.
type Votes = HashMap<u64, [u16; 4], BuildHasherDefault<Same>>;

/// Hashes of words; never walked through.
type Keys = HashSet<u64, BuildHasherDefault<Same>>;

/// The names after a second look, sorted.
pub fn look_again(reading: &Reading, names: Vec<NameMention>) -> Vec<NameMention> {
    let text = reading.text.as_str();
    let mut votes = Votes::default();
    let mut small = Keys::default();
    let mut sieve = Sieve::new();
    let names: Vec<NameMention> =
        names.into_iter().map(|name| NameMention { kind: courteous(text, &name), ..name }).collect();
    let families: Keys = names
        .iter()
        .filter(|name| name.kind == NameKind::Person)
        .filter_map(|name| name.span.of(text).rsplit_once(' '))
        .map(|(_, last)| key(last))
        .collect();
    for name in &names {
        let words = name.span.of(text);
        sieve.add(words);
        let is_family = name.kind == NameKind::Place && families.contains(&key(words));
        let weight = if is_family && !is_led_to(text, name.span) { DOUBTFUL_PLACE } else { VOTE };
        let own = votes.entry(key(words)).or_default();
        own[name.kind as usize] = own[name.kind as usize].saturating_add(weight);
        if let (NameKind::Person, Some((_, last))) = (name.kind, words.rsplit_once(' ')) {
            sieve.add(last);
            let family = votes.entry(key(last)).or_default();
            family[NameKind::Person as usize] = family[NameKind::Person as usize].saturating_add(VOTE);
        }
    }
    for token in reading.lines().flat_map(|(sentence, _)| &sentence.tokens) {
        let word = token.of(text);
        let is_small = token.kind == TokenKind::Word && word.starts_with(char::is_lowercase) && sieve.lets(word);
        if is_small && votes.contains_key(&folded(word)) {
            small.insert(folded(word));
        }
    }
    let mut all = Vec::with_capacity(names.len() + names.len() / 8);
    for name in &names {
        let kind = majority(&votes, key(name.span.of(text))).unwrap_or(name.kind);
        all.push(NameMention { kind, ..name.clone() });
    }
    for (sentence, _) in reading.lines() {
        let taken = within(&names, sentence.span);
        all.extend(missed(text, sentence, taken, (&votes, &small)));
    }
    all.sort_by_key(|name| name.span);
    all
}

/// A name that opens with `Mr` is a person's.
fn courteous(text: &str, name: &NameMention) -> NameKind {
    let title = name.span.of(text).split_once(' ').map(|(title, _)| title.trim_end_matches('.'));
    if title.is_some_and(|title| COURTESY_TITLES.has(title)) { NameKind::Person } else { name.kind }
}

/// True behind a word that leads to a place (`in Quill`).
fn is_led_to(text: &str, name: Span) -> bool {
    let before = text[..name.start].trim_end();
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    before.ends_with(word) && !word.is_empty() && PLACE_PREPOSITIONS.has(word)
}

/// The names without those that only a headline in capitals has: capitals tell nothing there. A name
/// that the text has too stays, and so does one in a headline that is written like a sentence.
pub fn confirmed(reading: &Reading, names: Vec<NameMention>) -> Vec<NameMention> {
    let text = reading.text.as_str();
    let doubtful: Vec<Span> = reading
        .lines()
        .filter(|(line, is_margin)| *is_margin && is_in_capitals(text, line))
        .map(|(line, _)| line.span)
        .collect();
    let is_doubtful = |name: &NameMention| {
        let at = doubtful.partition_point(|line| line.end <= name.span.start);
        doubtful.get(at).is_some_and(|line| line.overlaps(name.span))
    };
    if !names.iter().any(is_doubtful) {
        return names;
    }
    let sure: Keys = names.iter().filter(|name| !is_doubtful(name)).map(|name| key(name.span.of(text))).collect();
    names.into_iter().filter(|name| !is_doubtful(name) || sure.contains(&key(name.span.of(text)))).collect()
}

/// True for a line most of whose longer words start with capitals.
fn is_in_capitals(text: &str, line: &Sentence) -> bool {
    let words = line.tokens.iter().filter(|token| token.kind == TokenKind::Word && token.of(text).len() > 3);
    let (capital, small) =
        words.fold(
            (0, 0),
            |(capital, small), token| {
                if token.is_capitalised(text) { (capital + 1, small) } else { (capital, small + 1) }
            },
        );
    capital > small * 2
}

/// The runs of capitals in a sentence that are names elsewhere and none here.
fn missed<'a>(
    text: &'a str,
    sentence: &'a Sentence,
    taken: &'a [NameMention],
    (votes, small): (&'a Votes, &'a Keys),
) -> impl Iterator<Item = NameMention> + 'a {
    let tokens = &sentence.tokens;
    let is_free = |token: &Token| within(taken, token.span).is_empty();
    let is_capital = move |at: usize| tokens.get(at).is_some_and(|token| token.is_capitalised(text) && is_free(token));
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < tokens.len() {
            let start = at;
            at += 1;
            if !is_capital(start) {
                continue;
            }
            let mut end = start + 1;
            while end < tokens.len() && (is_capital(end) || joins(text, tokens, end) && is_capital(end + 1)) {
                end += 1;
            }
            at = end;
            let from = opening(text, tokens, start, end);
            let words = &tokens[from..end];
            let span = Span::new(words.first()?.span.start, words[words.len() - 1].span.end);
            let hash = key(span.of(text));
            let count = words.iter().filter(|token| token.kind == TokenKind::Word).count();
            let is_common = count == 1 && (small.contains(&hash) || FUNCTION_WORDS.has(span.of(text)));
            if count > LONGEST || is_common || OFFICES.has(span.of(text)) {
                continue;
            }
            if let Some(kind) = majority(votes, hash) {
                return Some(plain(Span::new(span.start, span.start + without_possessive(span.of(text)).len()), kind));
            }
        }
        None
    })
}

/// Where the name in a run starts: titles in front of it are left out.
fn opening(text: &str, tokens: &[Token], start: usize, end: usize) -> usize {
    let is_title = |at: &usize| OFFICES.has(tokens[*at].of(text)) || tokens[*at].of(text) == ".";
    start + (start..end - 1).take_while(is_title).count()
}

fn joins(text: &str, tokens: &[Token], at: usize) -> bool {
    let word = tokens[at].of(text);
    matches!(word, "-" | "‐" | "‑" | "." | "&") && tokens[at].glued || NAME_PARTICLES.has(word)
}

/// The hash of a name's words: case, hyphens and possessive endings make no difference.
fn key(words: &str) -> u64 {
    let parts = without_possessive(words).split([' ', '\n', '\t', '-', '‐', '‑', '.']).filter(|part| !part.is_empty());
    parts.map(folded).reduce(joined).unwrap_or_default()
}

/// The kind that more than half of the votes are for, where two thirds or more are.
fn majority(votes: &Votes, key: u64) -> Option<NameKind> {
    const KINDS: [NameKind; 4] = [NameKind::Person, NameKind::Organisation, NameKind::Place, NameKind::Other];
    let votes = votes.get(&key)?;
    let total: u32 = votes.iter().map(|votes| u32::from(*votes)).sum();
    KINDS.into_iter().find(|kind| u32::from(votes[*kind as usize]) * 3 >= total * 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str, found: &[(&str, usize, NameKind)]) -> Vec<NameMention> {
        let place = |words: &str, number: usize| text.match_indices(words).nth(number).unwrap().0;
        let span = |words: &str, number| Span::new(place(words, number), place(words, number) + words.len());
        found.iter().map(|&(words, number, kind)| plain(span(words, number), kind)).collect()
    }

    fn after<'t>(text: &'t str, found: &[(&str, usize, NameKind)]) -> Vec<(&'t str, NameKind)> {
        let names = look_again(&Reading::of_text(text), names(text, found));
        names.iter().map(|name| (name.span.of(text), name.kind)).collect()
    }

    #[test]
    fn a_name_of_the_text_is_found_where_it_was_missed() {
        use NameKind::{Organisation, Person, Place};
        let quill = [("Quill", 1, Organisation)];
        assert_eq!(after("Quill sells. He joined Quill.", &quill), [("Quill", Organisation); 2]);
        let common = "Target sells. He joined Target. It is a target.";
        assert_eq!(after(common, &[("Target", 1, Organisation)]).len(), 1, "also written small");
        let street = "Quill Street is long. He joined Quill.";
        assert_eq!(after(street, &[("Quill", 1, Organisation)]).len(), 1, "a part of something else");
        let family = [("Jane Quill", 0, Person), ("Quill", 1, Place)];
        let once = after("Jane Quill left. Then Quill spoke.", &family);
        assert_eq!(once[1], ("Quill", Person), "news calls her by the last name");
        let towns = [("Jane Quill", 0, Person), ("Quill", 1, Place), ("Quill", 2, Place)];
        let town = after("Jane Quill left. She lives in Quill. In Quill it rains.", &towns);
        assert_eq!(town[1], ("Quill", Place), "two towns against one person");
        let mister = after("Mr Quill left. Quill spoke.", &[("Mr Quill", 0, Place), ("Quill", 1, Place)]);
        assert_eq!(mister, [("Mr Quill", Person), ("Quill", Person)]);
        let text = "Jane Quill left. Jane Quill and Quill spoke.";
        let twice = [("Jane Quill", 0, Person), ("Jane Quill", 1, Person), ("Quill", 2, Place)];
        assert_eq!(after(text, &twice)[2], ("Quill", Person));
    }

    #[test]
    fn many_small_words_are_only_counted_once() {
        let text = format!("He joined Quill. {}", "a quill ".repeat(70_000));
        assert_eq!(after(&text, &[("Quill", 0, NameKind::Organisation)]).len(), 1);
    }
}
