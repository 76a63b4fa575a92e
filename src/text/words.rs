//! Word lists: knowledge kept as data files, one entry a line, `#` for the header and comments.

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

/// The rows of a word-list file whose lines have columns: `a | b | c`, trimmed.
///
/// ```
/// use annalist::text::words::columns;
/// let rows: Vec<_> = columns("Oslo; Kristiania | NO\n").collect();
/// assert_eq!(rows, [["Oslo; Kristiania", "NO"]]);
/// ```
pub fn columns(file: &str) -> impl Iterator<Item = Vec<&str>> {
    entries(file).map(|entry| entry.split('|').map(str::trim).collect())
}

/// The members of a column: `a; b`, trimmed, not empty.
///
/// ```
/// use annalist::text::words::members;
/// assert_eq!(members("Oslo; Kristiania;").collect::<Vec<_>>(), ["Oslo", "Kristiania"]);
/// ```
pub fn members(column: &str) -> impl Iterator<Item = &str> {
    column.split(';').map(str::trim).filter(|member| !member.is_empty())
}

/// A set of lower-case words from a word-list file.
#[derive(Debug)]
pub struct WordSet(WordMap<()>);

impl WordSet {
    /// Reads a word-list file; case is ignored.
    pub fn new(file: &'static str) -> Self {
        Self::of(entries(file))
    }

    /// The set of these words; case is ignored.
    pub fn of<W: AsRef<str>>(words: impl IntoIterator<Item = W>) -> Self {
        Self(WordMap::new(words.into_iter().map(|word| (word, ()))))
    }

    /// True when `word` is listed, in any case.
    ///
    /// ```
    /// use annalist::text::words::WordSet;
    /// let verbs = WordSet::new("said\ntold\n");
    /// assert!(verbs.has("Said"));
    /// assert!(!verbs.has("sai"));
    /// ```
    pub fn has(&self, word: &str) -> bool {
        self.0.get(word).is_some()
    }

    /// Its words, in lower case.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(word, ())| word)
    }
}

/// What is known of each word of a list. Made for being asked about every word of a text: no
/// allocation, and nearly every word that is not listed is told by its first letter and its length.
#[derive(Debug, Clone)]
pub struct WordMap<T> {
    /// In lower case, sorted by their first byte, then by their length, then by the rest.
    words: Vec<(Box<str>, T)>,
    /// For each first byte: where its words start in `words`, and a bit for each length they have.
    by_first: Box<[FirstByte; 256]>,
    is_ascii: bool,
}

#[derive(Debug, Clone, Copy, Default)]
struct FirstByte {
    start: u32,
    end: u32,
    lengths: u64,
}

/// Words as long as this or longer share a bit.
const LONGEST: usize = 63;

fn length_bit(length: usize) -> u64 {
    1 << length.min(LONGEST)
}

impl<T> WordMap<T> {
    /// The map of these words, in any case; of two equal words the last counts.
    pub fn new<W: AsRef<str>>(words: impl IntoIterator<Item = (W, T)>) -> Self {
        let mut words: Vec<(Box<str>, T)> =
            words.into_iter().map(|(word, known)| (word.as_ref().to_lowercase().into_boxed_str(), known)).collect();
        let order = |word: &str| (word.as_bytes().first().copied(), word.len());
        words.sort_by(|one, other| order(&one.0).cmp(&order(&other.0)).then_with(|| one.0.cmp(&other.0)));
        words.dedup_by(|later, earlier| {
            let is_same = later.0 == earlier.0;
            if is_same {
                std::mem::swap(&mut later.1, &mut earlier.1);
            }
            is_same
        });
        let mut by_first = Box::new([FirstByte::default(); 256]);
        for (at, (word, _)) in (0..).zip(&words) {
            let Some(&first) = word.as_bytes().first() else { continue };
            let entry = &mut by_first[usize::from(first)];
            if entry.lengths == 0 {
                entry.start = at;
            }
            entry.end = at + 1;
            entry.lengths |= length_bit(word.len());
        }
        let is_ascii = words.iter().all(|(word, _)| word.is_ascii());
        Self { words, by_first, is_ascii }
    }

    /// What is known, by the words.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.words.iter().map(|(_, known)| known)
    }

    /// What is known of `word`, in any case. A word with a letter outside ASCII is in no list
    /// without such letters.
    pub fn get(&self, word: &str) -> Option<&T> {
        let first = word.as_bytes().first()?.to_ascii_lowercase();
        let entry = &self.by_first[usize::from(first)];
        if entry.lengths & length_bit(word.len()) == 0 && (self.is_ascii || word.is_ascii()) {
            return None;
        }
        if word.is_ascii() {
            return self.find(entry, word);
        }
        if self.is_ascii {
            return None;
        }
        let folded = word.to_lowercase();
        self.find(&self.by_first[usize::from(*folded.as_bytes().first()?)], &folded)
    }

    /// Its words, in lower case, with what is known of them, in a fixed order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.words.iter().map(|(word, known)| (&**word, known))
    }

    /// True when it has no word.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    fn find(&self, entry: &FirstByte, word: &str) -> Option<&T> {
        let words = &self.words[entry.start as usize..entry.end as usize];
        let order = |listed: &str| listed.len().cmp(&word.len()).then_with(|| compare_folded(listed, word));
        words.binary_search_by(|(listed, _)| order(listed)).ok().map(|at| &words[at].1)
    }
}

/// The order of a word in lower case and one that may have capitals of ASCII.
fn compare_folded(listed: &str, word: &str) -> std::cmp::Ordering {
    listed.bytes().cmp(word.bytes().map(|byte| byte.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case_and_nothing_else_is() {
        let set = WordSet::new("# A list.\nsaid\ntold\nsay\nÉtat\nnear east\n");
        for word in ["said", "SAID", "Say", "état", "ÉTAT", "Near East"] {
            assert!(set.has(word), "{word}");
        }
        for word in ["", "sai", "sayd", "etat", "éta", "# A list.", "near"] {
            assert!(!set.has(word), "{word}");
        }
    }

    #[test]
    fn of_two_equal_words_the_last_counts() {
        let map = WordMap::new([("a", 1), ("b", 2), ("A", 3)]);
        assert_eq!((map.get("a"), map.get("B"), map.get("c")), (Some(&3), Some(&2), None));
    }
}
