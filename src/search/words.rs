//! Words as search knows them: cut and folded by rules that `static/search/words.js` has as well.
//!
//! Both sides pass the same table, `tests/search/words.json`. What letters fold to and which scripts
//! have no spaces are data, which the site carries along (`search/tables.js`), so that neither side
//! depends on what a browser knows of Unicode.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::text::Span;
use crate::text::words::entries;

/// A longer word is cut, in letters: it is no word but a key or an address.
const LONGEST_WORD: usize = 40;

/// So many marks belong to the letter before them; no script has more.
const MOST_MARKS: usize = 8;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Its folded form, by which it is found.
    pub term: String,
    /// Where it stands.
    pub span: Span,
}

/// What both sides of the search fold by.
#[derive(Debug)]
pub struct Tables {
    /// A letter and what stands for it; nothing where it counts as nothing.
    pub folds: BTreeMap<char, String>,
    /// Accents: ranges of code points, both ends within.
    pub accents: Vec<(u32, u32)>,
    /// Letters of scripts without spaces: the same.
    pub unspaced: Vec<(u32, u32)>,
}

/// The tables of the program.
pub static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables {
    folds: entries(include_str!("data/folds.txt")).filter_map(fold_entry).collect(),
    accents: ranges(include_str!("data/accents.txt")),
    unspaced: ranges(include_str!("data/unspaced-scripts.txt")),
});

fn fold_entry(entry: &str) -> Option<(char, String)> {
    let (letter, folded) = entry.split_once(' ').unwrap_or((entry, ""));
    let named = letter.strip_prefix("U+").and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
    Some((named.or_else(|| letter.chars().next())?, folded.trim().to_owned()))
}

fn ranges(file: &'static str) -> Vec<(u32, u32)> {
    let code = |word: &str| u32::from_str_radix(word, 16).ok();
    let range = |entry: &'static str| {
        let (first, last) = entry.split_once(' ')?;
        Some((code(first)?, code(last.trim())?))
    };
    entries(file).filter_map(range).collect()
}

fn is_in(ranges: &[(u32, u32)], letter: char) -> bool {
    let code = u32::from(letter);
    let after = ranges.partition_point(|&(first, _)| first <= code);
    after.checked_sub(1).is_some_and(|at| code <= ranges[at].1)
}

/// What a letter with its marks is to a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Part of a word.
    Letter,
    /// Part of a word, and no letter: digits, marks on their own.
    Figure,
    /// A letter of a script without spaces.
    Unspaced,
    Point,
    Apostrophe,
    /// Counts as nothing.
    Nothing,
    Gap,
}

/// A letter with its marks.
struct Unit {
    folded: Folded,
    role: Role,
    span: Span,
}

/// What a letter folds to; nearly all letters are ASCII, and need no memory of their own.
enum Folded {
    Ascii(char),
    Other(String),
}

impl Folded {
    fn push_to(&self, term: &mut String) {
        match self {
            Self::Ascii(letter) => term.push(*letter),
            Self::Other(letters) => term.extend(letters.chars().filter(|&c| is_of_word(c))),
        }
    }
}

/// The words of a text in order. Where a script has no spaces, every pair of letters is a word, and the
/// last letter of a run once more by itself.
///
/// ```
/// use annalist::search::words;
/// let terms = |text: &str| words(text).into_iter().map(|word| word.term).collect::<Vec<_>>();
/// assert_eq!(terms("Gdańsk’s U.S. envoy"), ["gdansk", "us", "envoy"]);
/// assert_eq!(terms("東京都"), ["東京", "京都", "都"]);
/// ```
pub fn words(text: &str) -> Vec<Word> {
    let units = units(text);
    let mut words = Words::default();
    for at in 0..units.len() {
        let role_at = |step: usize| units.get(at + step).map_or(Role::Gap, |unit| unit.role);
        words.read(&units[at], (role_at(1), role_at(2)));
    }
    words.end_word();
    words.end_run();
    words.found
}

fn units(text: &str) -> Vec<Unit> {
    let mut units = Vec::with_capacity(text.len());
    let mut characters = text.char_indices().peekable();
    while let Some((start, first)) = characters.next() {
        let mut end = start + first.len_utf8();
        for _ in 0..MOST_MARKS {
            let Some((at, mark)) = characters.next_if(|&(_, c)| joins(c)) else { break };
            end = at + mark.len_utf8();
        }
        let (folded, role) = if first.is_ascii() && end == start + 1 {
            (Folded::Ascii(first.to_ascii_lowercase()), ascii_role(first))
        } else {
            let folded = fold(&text[start..end]);
            let role = role(&folded);
            (Folded::Other(folded), role)
        };
        units.push(Unit { folded, role, span: Span::new(start, end) });
    }
    units
}

/// True for marks, those of half-width kana as well, and for the vowels and finals of a Korean syllable in
/// parts.
fn joins(character: char) -> bool {
    let is_part = matches!(character, '\u{1160}'..='\u{11FF}' | '\u{FF9E}' | '\u{FF9F}');
    !character.is_ascii() && (is_part || is_combining_mark(character))
}

fn ascii_role(character: char) -> Role {
    match character {
        'a'..='z' | 'A'..='Z' => Role::Letter,
        '0'..='9' => Role::Figure,
        '.' => Role::Point,
        '\'' | '`' => Role::Apostrophe,
        _ => Role::Gap,
    }
}

/// A letter without its accents, in lower case, compatibility forms undone.
fn fold(unit: &str) -> String {
    let tables = &*TABLES;
    let bare = unit.nfkd().flat_map(char::to_lowercase).filter(|&c| !is_in(&tables.accents, c));
    let mut folded = String::new();
    for character in bare {
        match tables.folds.get(&character) {
            Some(instead) => folded.push_str(instead),
            None => folded.push(character),
        }
    }
    folded.nfc().collect()
}

fn role(folded: &str) -> Role {
    let Some(first) = folded.chars().next() else { return Role::Nothing };
    match first {
        '.' => Role::Point,
        '\'' => Role::Apostrophe,
        _ if is_in(&TABLES.unspaced, first) => Role::Unspaced,
        _ if first.is_alphabetic() => Role::Letter,
        _ if is_of_word(first) => Role::Figure,
        _ => Role::Gap,
    }
}

fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || is_combining_mark(character)
}

/// Words in the making.
#[derive(Default)]
struct Words {
    found: Vec<Word>,
    term: String,
    span: Span,
    /// Letters of the word so far.
    length: usize,
    /// True while every letter stood between points (`u.s`).
    is_initials: bool,
    /// True when the letter before was part of the word.
    is_open: bool,
    /// True when the word began behind an apostrophe.
    is_ending: bool,
    /// True when the last thing read was an apostrophe behind a word.
    after_apostrophe: bool,
    /// Letters of a script without spaces that stand together.
    run: Vec<Word>,
}

impl Words {
    fn read(&mut self, unit: &Unit, (next, after_next): (Role, Role)) {
        let is_word = |role: Role| matches!(role, Role::Letter | Role::Figure);
        if unit.role == Role::Nothing {
            return;
        }
        if unit.role != Role::Unspaced {
            self.end_run();
        }
        match unit.role {
            Role::Letter | Role::Figure => self.push(unit),
            Role::Point if self.is_initials && self.is_open && next == Role::Letter && !is_word(after_next) => {
                self.is_open = false;
            }
            Role::Unspaced => {
                self.end_word();
                let mut term = String::new();
                unit.folded.push_to(&mut term);
                self.run.push(Word { term, span: unit.span });
            }
            Role::Apostrophe => {
                let has_word = self.length > 0;
                self.end_word();
                self.after_apostrophe = has_word;
            }
            _ => self.end_word(),
        }
    }

    fn push(&mut self, unit: &Unit) {
        if self.length == 0 {
            self.span = unit.span;
            self.is_initials = unit.role == Role::Letter;
            self.is_ending = self.after_apostrophe;
        } else if self.is_open {
            self.is_initials = false;
        }
        self.after_apostrophe = false;
        self.is_open = true;
        self.span.end = unit.span.end;
        self.length += 1;
        if self.length <= LONGEST_WORD {
            unit.folded.push_to(&mut self.term);
        }
    }

    /// The `s` of `Seoul's` is no word.
    fn end_word(&mut self) {
        let term = std::mem::take(&mut self.term);
        if self.length > 0 && !(self.is_ending && term == "s") {
            self.found.push(Word { term, span: self.span });
        }
        self.length = 0;
        self.is_open = false;
        self.after_apostrophe = false;
    }

    fn end_run(&mut self) {
        let pair = |pair: &[Word]| Word {
            term: format!("{}{}", pair[0].term, pair[1].term),
            span: Span::new(pair[0].span.start, pair[1].span.end),
        };
        self.found.extend(self.run.windows(2).map(pair));
        self.found.extend(self.run.pop());
        self.run.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_of_the_table_that_the_script_passes_too() {
        let table: Vec<(String, Vec<(String, String)>)> =
            serde_json::from_str(include_str!("../../tests/search/words.json")).unwrap();
        assert!(table.len() > 30);
        for (text, expected) in table {
            let found: Vec<_> =
                words(&text).into_iter().map(|word| (word.term, word.span.of(&text).to_owned())).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn every_table_is_sorted_and_read_whole() {
        for ranges in [&TABLES.accents, &TABLES.unspaced] {
            assert!(ranges.iter().all(|(first, last)| first <= last));
            assert!(ranges.windows(2).all(|pair| pair[0].1 < pair[1].0), "{ranges:X?}");
        }
        assert_eq!((TABLES.accents.len(), TABLES.unspaced.len(), TABLES.folds.len()), (15, 24, 24));
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_words_inside_it_in_order(text in ".{0,200}") {
            let found = words(&text);
            for word in &found {
                proptest::prop_assert!(text.get(word.span.start..word.span.end).is_some_and(|slice| !slice.is_empty()));
                proptest::prop_assert!(word.term.chars().count() <= 800);
            }
            proptest::prop_assert!(found.windows(2).all(|pair| pair[0].span.start <= pair[1].span.start));
        }

        #[test]
        fn a_folded_word_folds_to_itself(text in "[a-zA-ZÀ-ÿĀ-ſα-ωа-я]{1,20}") {
            for word in words(&text) {
                let again: Vec<_> = words(&word.term).into_iter().map(|word| word.term).collect();
                proptest::prop_assert_eq!(again, vec![word.term]);
            }
        }
    }
}
