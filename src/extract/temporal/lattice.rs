//! The lattice of a sentence: what each token, or run of tokens, can be.

use super::class::Class;
use super::lexicon::{Entry, Lexicon};
use super::numbers;
use crate::text::{Token, TokenKind};

/// What the tokens of one sentence can be.
#[derive(Debug, Default)]
pub struct Lattice {
    entries: Vec<Entry>,
    /// Where the entries of each token start; one more than there are tokens.
    starts: Vec<u32>,
    /// Bytes of `’s` at the end of each token that is read without it.
    possessive: Vec<u8>,
    /// True when a token has a class, and is not only a word that rules name.
    pub is_temporal: bool,
}

/// A sentence with its words.
#[derive(Debug, Clone, Copy)]
pub struct Words<'t> {
    /// The text of the document.
    pub text: &'t str,
    /// The tokens of the sentence.
    pub tokens: &'t [Token],
}

impl<'t> Words<'t> {
    /// The words of token `at`; empty outside the sentence.
    pub fn word(self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    /// True when no white space stands before token `at`.
    pub fn is_glued(self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }
}

impl Lattice {
    /// Fills the lattice for a sentence.
    pub fn fill(&mut self, words: Words<'_>, lexicon: &Lexicon) {
        self.entries.clear();
        self.starts.clear();
        self.possessive.clear();
        self.is_temporal = false;
        for (at, token) in words.tokens.iter().enumerate() {
            let start = self.entries.len();
            self.starts.push(start as u32);
            let word = token.of(words.text);
            let (stem, suffix) = match token.kind {
                TokenKind::Word => without_possessive(word),
                _ => (word, 0),
            };
            self.possessive.push(suffix);
            let entries = &mut self.entries;
            if token.kind == TokenKind::Number {
                numbers::of_digits(words, at, lexicon, |entry| entries.push(entry));
            } else {
                lexicon.look_up(word, |ahead| words.word(at + ahead), |entry| entries.push(entry));
                if suffix > 0 && entries.len() == start {
                    lexicon.look_up(stem, |_| "", |entry| entries.push(entry));
                } else {
                    self.possessive[at] = 0;
                }
            }
            self.is_temporal |= self.entries[start..].iter().any(|entry| entry.class != Class::Literal);
        }
        self.starts.push(self.entries.len() as u32);
        if self.is_temporal {
            self.join_numbers(words);
        }
    }

    /// Numbers of several words become one entry at their first word.
    fn join_numbers(&mut self, words: Words<'_>) {
        let mut joined: Vec<(usize, Entry)> = Vec::new();
        for at in 0..words.tokens.len() {
            let is_number = |entry: &Entry| matches!(entry.class, Class::Count | Class::Scale | Class::Number);
            if self.at(at).iter().any(is_number) {
                numbers::of_words(self, words, at, |entry| joined.push((at, entry)));
            }
        }
        if joined.is_empty() {
            return;
        }
        let mut entries = Vec::with_capacity(self.entries.len() + joined.len());
        let mut starts = Vec::with_capacity(self.starts.len());
        let mut rest = joined.as_slice();
        for at in 0..words.tokens.len() {
            starts.push(entries.len() as u32);
            // the longer reading goes first: ties between rules are decided by their order
            let own = rest.iter().take_while(|(token, _)| *token == at).count();
            entries.extend(rest[..own].iter().map(|(_, entry)| *entry));
            rest = &rest[own..];
            entries.extend_from_slice(self.at(at));
        }
        starts.push(entries.len() as u32);
        self.entries = entries;
        self.starts = starts;
    }

    /// What token `at` can begin.
    pub fn at(&self, at: usize) -> &[Entry] {
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(&start), Some(&end)) => &self.entries[start as usize..end as usize],
            _ => &[],
        }
    }

    /// True when token `at` is of the class.
    pub fn is(&self, at: usize, class: Class) -> bool {
        self.at(at).iter().any(|entry| entry.class == class)
    }

    /// Bytes of `’s` that token `at` was read without.
    pub fn possessive(&self, at: usize) -> usize {
        self.possessive.get(at).map_or(0, |bytes| usize::from(*bytes))
    }
}

/// `year’s` → `year`, and the bytes taken off.
pub fn without_possessive(word: &str) -> (&str, u8) {
    for suffix in ["'s", "’s", "'S", "’S"] {
        if let Some(stem) = word.strip_suffix(suffix).filter(|stem| !stem.is_empty()) {
            return (stem, suffix.len() as u8);
        }
    }
    (word, 0)
}
