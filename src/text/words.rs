//! Word lists: knowledge kept as data files, one entry a line, `#` for the header and comments.

use std::collections::HashSet;

/// The entries of a word-list file in order: lines without their comments, trimmed, not empty.
///
/// ```
/// use annalist::text::words::entries;
/// let list = "# Source: ours. Licence: CC0-1.0\nsaid\n told  # a cue\n";
/// assert_eq!(entries(list).collect::<Vec<_>>(), ["said", "told"]);
/// ```
pub fn entries(file: &str) -> impl Iterator<Item = &str> {
    file.lines()
        .map(|line| line.split_once('#').map_or(line, |(entry, _)| entry).trim())
        .filter(|entry| !entry.is_empty())
}

/// A set of lower-case words from a word-list file.
#[derive(Debug)]
pub struct WordSet {
    words: HashSet<String>,
}

impl WordSet {
    /// Reads a word-list file; case is ignored.
    pub fn new(file: &str) -> Self {
        Self { words: entries(file).map(str::to_lowercase).collect() }
    }

    /// True when `word` is listed, in any case.
    pub fn has(&self, word: &str) -> bool {
        if word.bytes().any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii()) {
            return self.words.contains(&word.to_lowercase());
        }
        self.words.contains(word)
    }
}

/// A table from a word-list file: `key = value` lines, keys in lower case.
///
/// ```
/// use annalist::text::words::table;
/// let rows: Vec<_> = table("january = 1\n").collect();
/// assert_eq!(rows, [("january", "1")]);
/// ```
pub fn table(file: &str) -> impl Iterator<Item = (&str, &str)> {
    entries(file).filter_map(|entry| entry.split_once('=')).map(|(key, value)| (key.trim(), value.trim()))
}
