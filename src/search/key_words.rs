//! Key words: what texts are about beside the names in them, for the printed index.
//!
//! A key word stands in several texts and in few of all, and the texts that have it have it more than
//! once; names are left to the actors. It is a noun, as far as the words around it tell. Words are counted by
//! their stems. The lists are English: texts in other languages have no key words.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use rust_stemmers::Stemmer;

use super::shards::pieces;
use super::words::{Word, words};
use crate::model::{KeyWord, SearchKind, SearchRecord};
use crate::text::Span;
use crate::text::lexicon::{FUNCTION_WORDS, SPEECH_VERBS, WEEKDAYS, month_number};
use crate::text::stems::stemmer;
use crate::text::words::WordSet;

/// What opens a noun phrase.
static OPENERS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/noun-openers.en.txt")));
/// What opens a noun phrase and is no subject itself (`the`; not `that` in `that came`).
static ARTICLES: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/noun-articles.en.txt")));

/// An index has no more key words: about ten pages of a book.
const MOST_WORDS: usize = 400;
/// A key word shows no more places: a word of more texts tells little about each.
const MOST_PLACES: usize = 8;
/// Shorter words are seldom about anything, in letters.
const SHORTEST: usize = 4;
/// A word of so few texts is never too common.
const FEW_TEXTS: usize = 3;

/// One of so many times a noun stands right behind its article (`the spill`; nobody writes `the wants`).
const ONE_BEHIND_ARTICLE: usize = 10;

/// So many words before a noun may belong to its phrase.
const LONGEST_PHRASE: usize = 4;

/// A stem with its words and places.
#[derive(Default)]
struct Candidate {
    /// How often each spelling stands there, in lower case.
    spellings: BTreeMap<String, usize>,
    total: usize,
    /// How often it begins with a capital.
    capitals: usize,
    /// How often it ends a noun phrase.
    heads: usize,
    /// How often it does so right behind an article.
    led: usize,
    /// For each text: record and passage of the first place.
    places: Vec<(usize, usize)>,
}

impl Candidate {
    /// Seldom with a capital, every other time at the end of a noun phrase, and now and then right behind an
    /// article: else it is a verb behind its subject (`the mayor wants`).
    fn is_noun(&self) -> bool {
        let is_led = ONE_BEHIND_ARTICLE * self.led >= self.total;
        2 * self.capitals < self.total && 2 * self.heads >= self.total && is_led
    }
}

/// The key words of documents, A to Z by their spelling. At most 400.
///
/// In order of choice: repeats within texts, times the rarity of the word among texts.
pub fn key_words(records: &[SearchRecord]) -> Vec<KeyWord> {
    let texts: Vec<&SearchRecord> = records.iter().filter(|record| record.kind == SearchKind::Document).collect();
    let mut candidates: HashMap<String, Candidate> = HashMap::new();
    let english = stemmer(Some("en")).expect("English has a stemmer");
    for (number, record) in texts.iter().enumerate().filter(|(_, record)| is_english(record)) {
        read(record, number, &english, &mut candidates);
    }
    let most_texts = FEW_TEXTS.max(texts.len() / 3);
    let mut kept: Vec<(u64, String, Candidate)> = candidates
        .into_iter()
        .filter(|(_, word)| (2..=most_texts).contains(&word.places.len()) && word.is_noun())
        .map(|(stem, word)| (rank(&word, texts.len()), stem, word))
        .filter(|(rank, _, _)| *rank > 0)
        .collect();
    kept.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
    kept.truncate(MOST_WORDS);
    let mut words: Vec<KeyWord> = kept.into_iter().map(|(_, _, word)| key_word(word, &texts)).collect();
    words.sort_by(|one, other| one.word.cmp(&other.word));
    words
}

fn read(record: &SearchRecord, number: usize, stemmer: &Stemmer, candidates: &mut HashMap<String, Candidate>) {
    let passages = record.passages.iter().enumerate();
    for (at, text) in passages.flat_map(|(at, passage)| pieces(passage).map(move |(_, text)| (at, text))) {
        let words: Vec<Spoken> = words(text).into_iter().map(|word| Spoken::new(word, text)).collect();
        for (index, word) in words.iter().enumerate().filter(|(_, word)| word.is_content) {
            let candidate = candidates.entry(stemmer.stem(&word.term).into_owned()).or_default();
            candidate.total += 1;
            candidate.capitals += usize::from(word.is_capital);
            let is_head = is_head(&words, index, text);
            candidate.heads += usize::from(is_head);
            candidate.led += usize::from(is_head && index > 0 && ARTICLES.has(&words[index - 1].lower));
            *candidate.spellings.entry(word.lower.clone()).or_default() += 1;
            if candidate.places.last().is_none_or(|&(last, _)| last != number) {
                candidate.places.push((number, at));
            }
        }
    }
}

/// A word as key words see it.
struct Spoken {
    term: String,
    lower: String,
    span: Span,
    is_capital: bool,
    is_content: bool,
}

impl Spoken {
    fn new(word: Word, text: &str) -> Self {
        let written = word.span.of(text);
        let lower = written.to_lowercase();
        let is_content = is_content(&lower);
        Self {
            term: word.term,
            span: word.span,
            is_capital: written.starts_with(char::is_uppercase),
            lower,
            is_content,
        }
    }
}

/// True where a word ends a noun phrase that something opens: `the long wait for`, not `to wait for`, nor the
/// beginning of `doesn't`.
fn is_head(words: &[Spoken], at: usize, text: &str) -> bool {
    let touch = |one: &Spoken, other: &Spoken| {
        text.get(one.span.end..other.span.start).is_some_and(|gap| gap.chars().all(|c| c == ' ' || c == '-'))
    };
    let is_cut = text.get(words[at].span.end..).is_some_and(|rest| rest.starts_with(['\'', '’']));
    let is_cut = is_cut && words.get(at + 1).is_some_and(|next| next.lower == "t");
    if is_cut || words.get(at + 1).is_some_and(|next| next.is_content && touch(&words[at], next)) {
        return false;
    }
    for back in (at.saturating_sub(LONGEST_PHRASE)..at).rev() {
        if !touch(&words[back], &words[back + 1]) {
            return false;
        }
        if OPENERS.has(&words[back].lower) {
            return true;
        }
        if FUNCTION_WORDS.has(&words[back].lower) {
            return false;
        }
    }
    false
}

fn is_english(record: &SearchRecord) -> bool {
    let language = record.language.as_deref().unwrap_or("en");
    language.split(['-', '_']).next().is_some_and(|primary| primary.eq_ignore_ascii_case("en"))
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
