//! Key words: what texts are about beside the names in them, for the printed index.
//!
//! A key word stands in several texts and in few of all, and the texts that have it have it more than
//! once; names are left to the actors. Words are counted by their stems.

use std::collections::{BTreeMap, HashMap};

use rust_stemmers::Stemmer;

use super::words::words;
use crate::model::{KeyWord, SearchKind, SearchRecord};
use crate::text::lexicon::{FUNCTION_WORDS, SPEECH_VERBS, WEEKDAYS, month_number};
use crate::text::stems::stemmer;

/// An index has no more key words: about ten pages of a book.
const MOST_WORDS: usize = 400;
/// A key word shows no more places: a word of more texts tells little about each.
const MOST_PLACES: usize = 8;
/// Shorter words are seldom about anything, in letters.
const SHORTEST: usize = 4;
/// A word of so few texts is never too common.
const FEW_TEXTS: usize = 3;

/// A stem with its words and places.
#[derive(Default)]
struct Candidate {
    /// How often each spelling stands there, in lower case.
    spellings: BTreeMap<String, usize>,
    total: usize,
    /// How often it begins with a capital.
    capitals: usize,
    /// For each text: record and passage of the first place.
    places: Vec<(usize, usize)>,
}

/// The key words of documents, A to Z by their spelling. At most 400.
///
/// In order of choice: repeats within texts, times the rarity of the word among texts.
pub fn key_words(records: &[SearchRecord]) -> Vec<KeyWord> {
    let texts: Vec<&SearchRecord> = records.iter().filter(|record| record.kind == SearchKind::Document).collect();
    let mut candidates: HashMap<String, Candidate> = HashMap::new();
    let mut stemmers: BTreeMap<&str, Option<Stemmer>> = BTreeMap::new();
    for (number, record) in texts.iter().enumerate() {
        let language = record.language.as_deref().unwrap_or("en");
        let stemmer = stemmers.entry(language).or_insert_with(|| stemmer(Some(language)));
        read(record, number, stemmer.as_ref(), &mut candidates);
    }
    let most_texts = FEW_TEXTS.max(texts.len() / 3);
    let mut kept: Vec<(u64, String, Candidate)> = candidates
        .into_iter()
        .filter(|(_, word)| (2..=most_texts).contains(&word.places.len()) && 2 * word.capitals < word.total)
        .map(|(stem, word)| (rank(&word, texts.len()), stem, word))
        .filter(|(rank, _, _)| *rank > 0)
        .collect();
    kept.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
    kept.truncate(MOST_WORDS);
    let mut words: Vec<KeyWord> = kept.into_iter().map(|(_, _, word)| key_word(word, &texts)).collect();
    words.sort_by(|one, other| one.word.cmp(&other.word));
    words
}

fn read(record: &SearchRecord, number: usize, stemmer: Option<&Stemmer>, candidates: &mut HashMap<String, Candidate>) {
    for (at, passage) in record.passages.iter().enumerate() {
        for word in words(&passage.text) {
            let written = word.span.of(&passage.text);
            let lower = written.to_lowercase();
            if !is_content(&lower) {
                continue;
            }
            let stem = stemmer.map_or_else(|| word.term.clone(), |stemmer| stemmer.stem(&word.term).into_owned());
            let candidate = candidates.entry(stem).or_default();
            candidate.total += 1;
            candidate.capitals += usize::from(written.starts_with(char::is_uppercase));
            *candidate.spellings.entry(lower).or_default() += 1;
            if candidate.places.last().is_none_or(|&(last, _)| last != number) {
                candidate.places.push((number, at));
            }
        }
    }
}

fn is_content(word: &str) -> bool {
    word.chars().count() >= SHORTEST
        && word.chars().all(char::is_alphabetic)
        && !(FUNCTION_WORDS.has(word) || SPEECH_VERBS.has(word) || WEEKDAYS.has(word) || month_number(word).is_some())
}

/// Repeats times the bits of rarity, in integers.
fn rank(word: &Candidate, texts: usize) -> u64 {
    let bits = ((texts << 4) / word.places.len().max(1)).max(1).ilog2();
    (word.total - word.places.len()) as u64 * u64::from(bits)
}

fn key_word(word: Candidate, texts: &[&SearchRecord]) -> KeyWord {
    let best = word.spellings.iter().max_by_key(|(spelling, count)| (**count, usize::MAX - spelling.len()));
    let place = |&(number, passage): &(usize, usize)| {
        let record = texts[number];
        let anchor = &record.passages[passage].anchor;
        let page = record.href.split('#').next().unwrap_or_default();
        let href = if anchor.is_empty() { record.href.clone() } else { format!("{page}#{anchor}") };
        (record.title.clone(), href)
    };
    KeyWord {
        texts: word.places.len(),
        places: word.places.iter().take(MOST_PLACES).map(place).collect(),
        word: best.map(|(spelling, _)| spelling.clone()).unwrap_or_default(),
    }
}
