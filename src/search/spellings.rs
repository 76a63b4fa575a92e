//! The terms once more, by their length: what a word that no text has is compared with.
//!
//! A slip of one or two letters changes a word's length by as much, wherever in the word it is; so a
//! search for what was meant loads the lists of three or five lengths, and nothing by its first letter.

use std::collections::BTreeMap;

use super::shards::{FULL, file};
use crate::model::OutputFile;

/// Shorter words are too like each other, in letters.
const SHORTEST: usize = 3;
/// Longer words are keys and addresses.
const LONGEST: usize = 30;

/// Lists of terms.
pub struct Spellings {
    /// The files.
    pub files: Vec<OutputFile>,
    /// For each length in units of UTF-16: the numbers of the files that list its words.
    pub by_length: BTreeMap<usize, Vec<usize>>,
}

/// A file: for each length, the words one behind the other, those of most records first.
type Shard = BTreeMap<usize, String>;

/// The lists of some terms, each with the number of its records.
pub fn shards<'t>(terms: impl Iterator<Item = (&'t str, usize)>) -> Spellings {
    let mut lengths: BTreeMap<usize, Vec<(usize, &str)>> = BTreeMap::new();
    for (term, count) in terms.filter(|(term, _)| is_word(term)) {
        lengths.entry(term.encode_utf16().count()).or_default().push((usize::MAX - count, term));
    }
    let mut spellings = Spellings { files: Vec::new(), by_length: BTreeMap::new() };
    let mut open = Shard::new();
    let mut size = 0;
    for (length, mut words) in lengths {
        words.sort_unstable();
        for (_, word) in words {
            if size > FULL {
                spellings.close(&mut open);
                size = 0;
            }
            open.entry(length).or_default().push_str(word);
            size += word.len();
        }
    }
    spellings.close(&mut open);
    spellings
}

fn is_word(term: &str) -> bool {
    (SHORTEST..=LONGEST).contains(&term.chars().count()) && term.chars().all(char::is_alphabetic)
}

impl Spellings {
    fn close(&mut self, open: &mut Shard) {
        if open.is_empty() {
            return;
        }
        let number = self.files.len();
        for &length in open.keys() {
            self.by_length.entry(length).or_default().push(number);
        }
        self.files.push(file(&format!("spellings/{number}"), open));
        open.clear();
    }
}
