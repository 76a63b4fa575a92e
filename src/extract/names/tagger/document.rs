//! What a document tells of its words by how it writes them.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::hash::folded;
use super::sentence::Line;
use crate::text::TokenKind;

/// Keys are hashes already.
#[derive(Debug, Default)]
pub struct Same(u64);

impl Hasher for Same {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0 << 8 | u64::from(*byte);
        }
    }
    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}

/// A map whose keys are hashes. Nothing ever walks through it: its order is no one's business.
type Map<T> = HashMap<u64, T, BuildHasherDefault<Same>>;

/// The first bytes and lengths of some words: tells nearly every other word by one look.
#[derive(Debug, Clone)]
pub struct Sieve([u64; 256]);

impl Sieve {
    /// A sieve that lets nothing through.
    pub fn new() -> Self {
        Self([0; 256])
    }

    /// Lets a word through, in any case.
    pub fn add(&mut self, word: &str) {
        if let Some(first) = word.bytes().next() {
            self.0[usize::from(first.to_ascii_lowercase())] |= 1 << word.len().min(63);
        }
    }

    /// False for a word that was not added. Words with letters outside ASCII go through.
    pub fn lets(&self, word: &str) -> bool {
        let Some(first) = word.bytes().next() else { return false };
        self.0[usize::from(first.to_ascii_lowercase())] >> word.len().min(63) & 1 == 1 || !word.is_ascii()
    }
}

impl Default for Sieve {
    fn default() -> Self {
        Self::new()
    }
}

/// How a document writes a word.
#[derive(Debug, Clone, Copy, Default)]
struct Writing {
    /// Capitalised where a small letter could stand.
    capital: u8,
    /// In small letters.
    small: u8,
}

/// The words of a document that are capitalised somewhere, with how it writes them.
#[derive(Debug, Clone, Default)]
pub struct Writings(Map<Writing>);

impl Writings {
    /// Counts the words of a document.
    pub fn new(lines: &[Line<'_>]) -> Self {
        let mut writings: Map<Writing> = Map::default();
        let mut sieve = Sieve::new();
        for line in lines.iter().filter(|line| !line.is_all_caps) {
            for (at, word) in line.words.iter().enumerate().filter(|(_, word)| word.capital) {
                sieve.add(word.text);
                let writing = writings.entry(word.lower).or_default();
                let is_free = at > 0 && line.words[at - 1].kind == TokenKind::Word;
                writing.capital = writing.capital.saturating_add(u8::from(is_free));
            }
        }
        for word in lines.iter().flat_map(|line| &line.words) {
            if word.kind == TokenKind::Word
                && !word.capital
                && sieve.lets(word.text)
                && let Some(writing) = writings.get_mut(&folded(word.text))
            {
                writing.small = writing.small.saturating_add(1);
            }
        }
        Self(writings)
    }

    /// How the document writes a word, as a small number: capitals never, once or more often, times
    /// small letters never, once or more often.
    pub fn of(&self, lower: u64) -> u64 {
        let writing = self.0.get(&lower).copied().unwrap_or_default();
        u64::from(writing.capital.min(2)) * 3 + u64::from(writing.small.min(2))
    }
}
