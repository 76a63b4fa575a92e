//! The inverted index: every term with its records and weights, in shards by the order of terms.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use rust_stemmers::Stemmer;

use super::shards::{FULL, file, pieces};
use super::words::words;
use super::{postings, spellings};
use crate::model::{OutputFile, SearchKind, SearchRecord};
use crate::text::stems::stemmer;

/// A word of a title counts as so many of the text …
const TITLE: u32 = 5;
/// … and one of the line below it as so many.
const NOTE: u32 = 2;

/// More forms of a word than this are not written beside it; tables of forms are shorter.
const MOST_FORMS: usize = 12;

/// The index of terms, in shards.
pub struct TermShards {
    /// The files of terms and of spellings.
    pub files: Vec<OutputFile>,
    /// The first term of each shard.
    pub firsts: Vec<String>,
    /// For each length of words: the shards that list them.
    pub spellings: BTreeMap<usize, Vec<usize>>,
}

/// A term with what is known of it.
struct Term {
    /// Records, rising, and how often each has it.
    postings: Vec<(u32, u32)>,
    /// The languages it was met in, as indices into [`Lexicon::languages`].
    languages: Vec<usize>,
}

/// The shards of every term of the records.
pub fn shards(records: &[SearchRecord]) -> TermShards {
    let lexicon = collect(records);
    let (forms, means) = (lexicon.forms(), lexicon.means(records));
    let most = records.iter().map(|record| record.documents).max().unwrap_or(0);
    let mut sorted: Vec<(&str, &Term)> = lexicon.terms.iter().map(|(term, known)| (term.as_str(), known)).collect();
    sorted.sort_by(|(one, _), (other, _)| script_order(one, other));
    let mut shards = TermShards { files: Vec::new(), firsts: Vec::new(), spellings: BTreeMap::new() };
    let mut open = OpenShard::default();
    for (term, known) in &sorted {
        let weigh = |&(record, times): &(u32, u32)| {
            let number = record as usize;
            let weight = weight(times, lexicon.lengths[number], means[&records[number].kind]);
            (record, weighed(weight, records[number].documents, most))
        };
        let line = Line { term, forms: forms.get(term).map_or("", String::as_str) };
        open.add(&line, known.postings.iter().map(weigh), &mut shards);
    }
    open.close(&mut shards);
    let listed = spellings::shards(sorted.iter().map(|(term, known)| (*term, known.postings.len())));
    shards.files.extend(listed.files);
    shards.spellings = listed.by_length;
    shards
}

/// The order of words in a script: by units of UTF-16.
fn script_order(one: &str, other: &str) -> Ordering {
    if one.is_ascii() && other.is_ascii() { one.cmp(other) } else { one.encode_utf16().cmp(other.encode_utf16()) }
}

/// A term and the other forms of its word.
struct Line<'t> {
    term: &'t str,
    forms: &'t str,
}

/// A shard being written: lines of a term, its postings and its forms.
#[derive(Default)]
struct OpenShard {
    first: String,
    lines: String,
}

impl OpenShard {
    /// A term whose postings do not fit goes on in the next shard, with a line of its own.
    fn add(&mut self, line: &Line, postings: impl Iterator<Item = (u32, u32)>, shards: &mut TermShards) {
        self.begin(line.term);
        let mut last = None;
        for (record, weight) in postings {
            if self.lines.len() > FULL && last.is_some() {
                self.lines.push('\n');
                self.close(shards);
                self.begin(line.term);
                last = None;
            }
            postings::write(record, weight, last, &mut self.lines);
            last = Some(record);
        }
        if !line.forms.is_empty() {
            self.lines.push(' ');
            self.lines.push_str(line.forms);
        }
        self.lines.push('\n');
        if self.lines.len() > FULL {
            self.close(shards);
        }
    }

    fn begin(&mut self, term: &str) {
        if self.lines.is_empty() {
            term.clone_into(&mut self.first);
        }
        self.lines.push_str(term);
        self.lines.push(' ');
    }

    fn close(&mut self, shards: &mut TermShards) {
        if self.lines.is_empty() {
            return;
        }
        let lines = std::mem::take(&mut self.lines);
        shards.files.push(file(&format!("terms/{}", shards.firsts.len()), &lines));
        shards.firsts.push(std::mem::take(&mut self.first));
    }
}

/// Every term of the records.
fn collect(records: &[SearchRecord]) -> Lexicon {
    let mut lexicon = Lexicon::default();
    for (number, record) in (0..).zip(records) {
        let counts = count(record);
        lexicon.lengths.push(counts.values().sum());
        let language = lexicon.language(record.language.as_deref());
        for (term, times) in counts {
            lexicon.add(term, (number, times), language);
        }
    }
    lexicon
}

/// The terms of a record, and how often it has each; words of its title and of its note count more.
fn count(record: &SearchRecord) -> HashMap<String, u32> {
    let mut counts = HashMap::new();
    let mut add = |text: &str, times: u32| {
        for word in words(text) {
            *counts.entry(word.term).or_insert(0) += times;
        }
    };
    add(&record.title, TITLE);
    add(&record.note, NOTE);
    add(&record.when, NOTE);
    add(&record.iso, 1);
    record.passages.iter().flat_map(pieces).for_each(|(_, text)| add(text, 1));
    counts
}

/// All terms of a corpus.
#[derive(Default)]
struct Lexicon {
    terms: HashMap<String, Term>,
    /// Words of each record.
    lengths: Vec<u32>,
    /// Stemmers by primary language.
    languages: Vec<(String, Option<Stemmer>)>,
    /// The terms of each stem, by language.
    stems: HashMap<(usize, String), Vec<String>>,
}

impl Lexicon {
    fn language(&mut self, tag: Option<&str>) -> usize {
        let primary = tag.unwrap_or("en").split(['-', '_']).next().unwrap_or_default().to_lowercase();
        if let Some(at) = self.languages.iter().position(|(known, _)| *known == primary) {
            return at;
        }
        let stemmer = stemmer(Some(&primary));
        self.languages.push((primary, stemmer));
        self.languages.len() - 1
    }

    fn add(&mut self, term: String, posting: (u32, u32), language: usize) {
        if let Some(known) = self.terms.get_mut(&term) {
            known.postings.push(posting);
            if known.languages.contains(&language) {
                return;
            }
            known.languages.push(language);
        } else {
            self.terms.insert(term.clone(), Term { postings: vec![posting], languages: vec![language] });
        }
        let Some(stemmer) = self.languages[language].1.as_ref().filter(|_| term.chars().all(char::is_alphabetic))
        else {
            return;
        };
        let stem = stemmer.stem(&term).into_owned();
        self.stems.entry((language, stem)).or_default().push(term);
    }

    /// For each term that has some: the other forms of its word, with commas.
    fn forms(&self) -> HashMap<&str, String> {
        let mut forms: HashMap<&str, BTreeSet<&str>> = HashMap::new();
        for group in self.stems.values().filter(|group| (2..=MOST_FORMS).contains(&group.len())) {
            for term in group {
                let others = group.iter().filter(|other| *other != term).map(String::as_str);
                forms.entry(term).or_default().extend(others);
            }
        }
        let joined = |forms: BTreeSet<&str>| forms.into_iter().collect::<Vec<_>>().join(",");
        forms.into_iter().map(|(term, forms)| (term, joined(forms))).collect()
    }

    /// How long the records of each kind are, in words; 1 at least.
    fn means(&self, records: &[SearchRecord]) -> BTreeMap<SearchKind, u64> {
        let mut sums: BTreeMap<SearchKind, (u64, u64)> = BTreeMap::new();
        for (record, &length) in records.iter().zip(&self.lengths) {
            let (words, count) = sums.entry(record.kind).or_default();
            *words += u64::from(length);
            *count += 1;
        }
        sums.into_iter().map(|(kind, (words, count))| (kind, (words / count).max(1))).collect()
    }
}

/// A weight by how many documents name an actor: who is named in many is meant before a misspelling of the name. In
/// steps of twice as many, so that the words still count; others keep theirs.
pub(super) fn weighed(weight: u32, documents: usize, most: usize) -> u32 {
    let steps = |number: usize| usize::BITS - number.leading_zeros();
    if documents == 0 {
        return weight;
    }
    (weight * (steps(documents) + 1) / (steps(most) + 1)).max(1)
}

/// The weight of a term that a record of `length` words has so many times: BM25's (Robertson and Zaragoza
/// 2009) with its usual k1 = 1.2 and b = 0.75, without the rarity, which the script knows. Integers, so that
/// every machine writes the same.
fn weight(times: u32, length: u32, mean: u64) -> u32 {
    let times = u64::from(times) * 1_000;
    let against = 300 + 900 * u64::from(length) / mean;
    let weight = u64::from(postings::MOST) * times / (times + against);
    u32::try_from(weight).unwrap_or(postings::MOST).max(1)
}
