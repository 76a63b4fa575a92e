//! What readers search in: `SearchRecord`s → an index in small scripts that a page loads as it needs
//! them, and the key words of the printed index.
//!
//! The index is read by `static/search/`. Its files are classic scripts that call `annalistSearch(name,
//! value)`, because a page opened from a folder may load nothing else; `docs/search.md` has their form.
//! What may be shown is decided before: a record holds the words that pages show and no others.

mod key_words;
mod postings;
mod shards;
mod spellings;
mod terms;
mod words;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::page::displayable;
use crate::model::{OutputFile, SearchKind, SearchRecord};

pub use key_words::key_words;
pub use words::{Word, words};

/// The first file that a search loads: where everything else is.
#[derive(Serialize)]
struct IndexFile<'i> {
    records: usize,
    kinds: Vec<KindRange>,
    /// The first term of each shard; a term that fills more than one is the first of all of them.
    terms: &'i [String],
    /// The first record of each shard of texts; the same.
    texts: &'i [usize],
    /// For each length of words: the shards that list them.
    spellings: &'i BTreeMap<usize, Vec<usize>>,
}

/// Records of a kind stand together, those of a year as well; those without a year come last.
#[derive(Serialize)]
struct KindRange {
    kind: &'static str,
    first: usize,
    end: usize,
    /// The years, each with the first record of it.
    years: Vec<(i32, usize)>,
    /// The first record without a year.
    undated: usize,
}

/// The files of the index, sorted by path. Records are numbered by kind and year, otherwise in the
/// order given; the same records give the same bytes.
///
/// No file is larger than 100 kB, unless a single word is.
pub fn index(mut records: Vec<SearchRecord>) -> Vec<OutputFile> {
    records.iter_mut().for_each(make_displayable);
    records.sort_by_key(|record| (record.kind, record.year.is_none(), record.year));
    let terms = terms::shards(&records);
    let texts = shards::texts(&records);
    let head = IndexFile {
        records: records.len(),
        kinds: SearchKind::ALL.iter().filter_map(|&kind| range(kind, &records)).collect(),
        terms: &terms.firsts,
        texts: &texts.firsts,
        spellings: &terms.spellings,
    };
    let mut files = terms.files;
    files.extend(texts.files);
    files.push(shards::file("index", &head));
    files.push(shards::file("tables", &Tables::new()));
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

/// The index shows words as pages do: see [`displayable`].
fn make_displayable(record: &mut SearchRecord) {
    let lines = [&mut record.title, &mut record.note, &mut record.when];
    for words in lines.into_iter().chain(record.passages.iter_mut().map(|passage| &mut passage.text)) {
        if let Cow::Owned(shown) = displayable(words) {
            *words = shown;
        }
    }
}

fn range(kind: SearchKind, records: &[SearchRecord]) -> Option<KindRange> {
    let first = records.partition_point(|record| record.kind < kind);
    let end = records.partition_point(|record| record.kind <= kind);
    let own = &records[first..end];
    let undated = first + own.partition_point(|record| record.year.is_some());
    let mut years: Vec<(i32, usize)> = Vec::new();
    for (number, record) in (first..).zip(own) {
        let Some(year) = record.year else { break };
        if years.last().is_none_or(|&(last, _)| last != year) {
            years.push((year, number));
        }
    }
    (first < end).then_some(KindRange { kind: kind.as_str(), first, end, years, undated })
}

/// [`words::TABLES`] as the script reads them.
#[derive(Serialize)]
struct Tables {
    folds: BTreeMap<char, String>,
    accents: Vec<(u32, u32)>,
    unspaced: Vec<(u32, u32)>,
}

impl Tables {
    fn new() -> Self {
        let words::Tables { folds, accents, unspaced } = &*words::TABLES;
        Self { folds: folds.clone(), accents: accents.clone(), unspaced: unspaced.clone() }
    }
}
