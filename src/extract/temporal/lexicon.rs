//! The temporal words of a language, by class.
//!
//! A word file has lines `class word = value`; a word may be several (`new year's day`). The line
//! `capital class…` lists the classes whose words count only with a capital, `past-ending …` the
//! endings of regular verbs in the past (`past-exception …` what only looks so), `plural-ending …`
//! those of nouns in the plural, `ordinal-ending …` and `decade-ending …` what is glued to digits
//! (`3rd`, `1990s`).

use std::collections::HashMap;

use super::class::{Class, Literals};
use crate::text::Span;
use crate::text::tokens::tokens;
use crate::text::words::{entries, table};

/// What a word, or a run of words, can be in a temporal expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Its class.
    pub class: Class,
    /// Its value in the class.
    pub value: i64,
    /// The tokens it takes.
    pub tokens: usize,
}

/// A word of the file and what must follow it.
#[derive(Debug, Clone)]
struct Listed {
    entry: Entry,
    rest: Vec<String>,
    needs_capital: bool,
}

/// The words of a language.
#[derive(Debug)]
pub struct Lexicon {
    words: HashMap<String, Vec<Listed>>,
    /// One bit for each [`shape`] that a word has: most words of a text are refused by it.
    shapes: Vec<u64>,
    past_endings: Vec<String>,
    past_exceptions: Vec<String>,
    plural_endings: Vec<String>,
    plural_exceptions: Vec<String>,
    progressive_endings: Vec<String>,
    adverb_endings: Vec<String>,
    ordinal_endings: Vec<String>,
    decade_endings: Vec<String>,
}

const SHAPES: usize = 1 << 14;

/// A number made of a word's length and three of its letters.
fn shape(word: &[u8]) -> usize {
    let byte = |at: usize| usize::from(word[at]);
    (word.len() * 1031 + byte(0) * 97 + byte(word.len() - 1) * 389 + byte(word.len() / 2) * 41) % SHAPES
}

fn ends(word: &str, endings: &[String]) -> bool {
    endings.iter().any(|ending| word.ends_with(ending))
}

impl Lexicon {
    /// Reads a word file. Lines of an unknown class are refused.
    pub fn read(file: &str, literals: &Literals) -> Result<Self, String> {
        let listed = |head: &str| -> Vec<&str> {
            let lines = entries(file).filter_map(|line| line.strip_prefix(head));
            lines.flat_map(str::split_whitespace).collect()
        };
        let capital = listed("capital ");
        let endings = |head: &str| listed(head).into_iter().map(str::to_owned).collect();
        let (past_endings, plural_endings) = (endings("past-ending "), endings("plural-ending "));
        let (past_exceptions, plural_exceptions) = (endings("past-exception "), endings("plural-exception "));
        let (progressive_endings, adverb_endings) = (endings("progressive-ending "), endings("adverb-ending "));
        let (ordinal_endings, decade_endings) = (endings("ordinal-ending "), endings("decade-ending "));
        let mut lexicon = Self {
            words: HashMap::new(),
            shapes: vec![0; SHAPES / 64],
            past_endings,
            past_exceptions,
            plural_endings,
            plural_exceptions,
            progressive_endings,
            adverb_endings,
            ordinal_endings,
            decade_endings,
        };
        for (key, value) in table(file) {
            let (name, words) = key.split_once(' ').ok_or_else(|| format!("no class in `{key}`"))?;
            let (class, value) =
                Class::read(name, value).ok_or_else(|| format!("`{key} = {value}` has no known class"))?;
            lexicon.add(words, Entry { class, value, tokens: 1 }, capital.contains(&name));
        }
        for (word, number) in literals.iter() {
            lexicon.add(word, Entry { class: Class::Literal, value: number, tokens: 1 }, false);
        }
        Ok(lexicon)
    }

    fn add(&mut self, words: &str, entry: Entry, needs_capital: bool) {
        let mut parts = tokens(words, Span::new(0, words.len())).into_iter().map(|token| token.of(words).to_owned());
        let Some(first) = parts.next() else { return };
        let rest: Vec<String> = parts.collect();
        let shape = shape(first.as_bytes());
        self.shapes[shape / 64] |= 1 << (shape % 64);
        let entry = Entry { tokens: 1 + rest.len(), ..entry };
        self.words.entry(first).or_default().push(Listed { entry, rest, needs_capital });
    }

    /// True for a word with the ending of a regular verb in the past.
    pub fn has_past_ending(&self, word: &str) -> bool {
        ends(word, &self.past_endings) && !ends(word, &self.past_exceptions)
    }

    /// True for a word with the ending of a verb that is going on (`meeting`).
    pub fn has_progressive_ending(&self, word: &str) -> bool {
        ends(word, &self.progressive_endings)
    }

    /// True for a word with the ending of an adverb (`recently`).
    pub fn has_adverb_ending(&self, word: &str) -> bool {
        ends(word, &self.adverb_endings)
    }

    /// True for what makes a number an ordinal (`3rd`).
    pub fn is_ordinal_ending(&self, word: &str) -> bool {
        self.ordinal_endings.iter().any(|ending| ending.eq_ignore_ascii_case(word))
    }

    /// True for what makes a year a decade (`1990s`).
    pub fn is_decade_ending(&self, word: &str) -> bool {
        self.decade_endings.iter().any(|ending| ending == word)
    }

    /// True for a common noun in the plural.
    pub fn is_plural(&self, word: &str) -> bool {
        word.starts_with(char::is_lowercase) && ends(word, &self.plural_endings) && !ends(word, &self.plural_exceptions)
    }

    /// What `word` can be; `word_at(n)` is the n-th word from it on, empty behind the sentence.
    pub fn look_up<'t>(&self, word: &'t str, word_at: impl Fn(usize) -> &'t str, mut found: impl FnMut(Entry)) {
        let mut buffer = [0; LONGEST];
        let Some(lower) = lower(word, &mut buffer) else { return };
        let shape = shape(lower);
        if self.shapes[shape / 64] & (1 << (shape % 64)) == 0 {
            return;
        }
        let Some(listed) = std::str::from_utf8(lower).ok().and_then(|lower| self.words.get(lower)) else { return };
        let is_capital = word.as_bytes()[0].is_ascii_uppercase();
        for listed in listed {
            let follows = |(at, rest): (usize, &String)| is_word(word_at(at + 1), rest);
            if (is_capital || !listed.needs_capital) && listed.rest.iter().enumerate().all(follows) {
                found(listed.entry);
            }
        }
    }
}

/// True when a text's word is the listed one, in any case and with either apostrophe.
fn is_word(word: &str, listed: &str) -> bool {
    let mut buffer = [0; LONGEST];
    lower(word, &mut buffer) == Some(listed.as_bytes())
}

/// The word in lower case with typewriter apostrophes; `None` for empty and very long ones.
fn lower<'b>(word: &str, buffer: &'b mut [u8; LONGEST]) -> Option<&'b [u8]> {
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let mut length = 0;
    let mut bytes = word.as_bytes();
    while let Some((&byte, rest)) = bytes.split_first() {
        let (byte, rest) = match bytes.strip_prefix("\u{2019}".as_bytes()) {
            Some(rest) => (b'\'', rest),
            None => (byte.to_ascii_lowercase(), rest),
        };
        buffer[length] = byte;
        length += 1;
        bytes = rest;
    }
    Some(&buffer[..length])
}

/// The longest word that is looked up, in bytes.
const LONGEST: usize = 24;
