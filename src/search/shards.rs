//! Files of the index: scripts of bounded size, and the records' words as such files.

use serde::Serialize;

use crate::model::{OutputFile, Passage, SearchRecord, paths};

/// A shard is closed behind so many bytes: what is measured is the values, and the rest of the 100 kB
/// is for quotes and escapes.
pub const FULL: usize = 80 * 1024;

/// A longer passage is cut, in bytes: a line without an end must not make a shard without one.
const LONGEST_PASSAGE: usize = 16 * 1024;

/// A script that hands a value to the page.
pub fn file<V: Serialize>(name: &str, value: &V) -> OutputFile {
    let name_literal = serde_json::to_string(name).expect("a name is words");
    let value = serde_json::to_string(value).expect("an index is plain values");
    OutputFile {
        path: paths::search_file(name),
        bytes: format!("annalistSearch({name_literal},{value});\n").into_bytes(),
    }
}

/// The words of records, in shards.
pub struct Texts {
    /// The files.
    pub files: Vec<OutputFile>,
    /// The first record of each.
    pub firsts: Vec<usize>,
}

/// What results show of a record: its number, title, address, note, date, language, then anchors and
/// words. Where a record fills more than one shard, each has its further passages.
#[derive(Serialize)]
struct TextEntry<'r>(usize, &'r str, &'r str, &'r str, &'r str, &'r str, Vec<(&'r str, &'r str)>);

/// The shards of all words, in the order of the records.
pub fn texts(records: &[SearchRecord]) -> Texts {
    let mut texts = Texts { files: Vec::new(), firsts: Vec::new() };
    let mut open: Vec<TextEntry> = Vec::new();
    let mut size = 0;
    for (number, record) in records.iter().enumerate() {
        let mut entry = entry(number, record);
        size += record.title.len() + record.href.len() + record.note.len() + record.when.len() + 32;
        for (anchor, text) in record.passages.iter().flat_map(pieces) {
            let length = anchor.len() + escaped_length(text) + 8;
            if size + length > FULL && !(open.is_empty() && entry.6.is_empty()) {
                let rest = self::entry(number, record);
                open.push(std::mem::replace(&mut entry, rest));
                texts.close(&mut open);
                size = 0;
            }
            size += length;
            entry.6.push((anchor, text));
        }
        open.push(entry);
        if size > FULL {
            texts.close(&mut open);
            size = 0;
        }
    }
    texts.close(&mut open);
    texts
}

fn entry(number: usize, record: &SearchRecord) -> TextEntry<'_> {
    let language = record.language.as_deref().unwrap_or_default();
    TextEntry(number, &record.title, &record.href, &record.note, &record.when, language, Vec::new())
}

impl Texts {
    fn close(&mut self, open: &mut Vec<TextEntry>) {
        let Some(first) = open.first() else { return };
        self.firsts.push(first.0);
        self.files.push(file(&format!("texts/{}", self.files.len()), open));
        open.clear();
    }
}

/// Bytes of a text within a script.
fn escaped_length(text: &str) -> usize {
    text.bytes()
        .map(|byte| {
            if matches!(byte, b'"' | b'\\') {
                2
            } else if byte < 32 {
                6
            } else {
                1
            }
        })
        .sum()
}

/// A passage in parts of bounded length, cut between words where there are any.
pub fn pieces(passage: &Passage) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = passage.text.as_str();
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut cut = rest.len().min(LONGEST_PASSAGE);
        while !rest.is_char_boundary(cut) {
            cut -= 1;
        }
        if cut < rest.len() {
            cut = rest[..cut].rfind(' ').filter(|&space| space > 0).unwrap_or(cut);
        }
        let (piece, after) = rest.split_at(cut);
        rest = after;
        Some((passage.anchor.as_str(), piece))
    })
}
