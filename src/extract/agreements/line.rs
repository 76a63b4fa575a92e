//! [`Line`]: a sentence with its tokens and names, as the finders of agreements ask it.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Known;
use super::lexicon::AgreementLexicon;
use crate::extract::reading::Sentence;
use crate::model::vocabulary::WordRole;
use crate::model::{NameKind, NameMention};
use crate::text::{Span, Token, TokenKind};

/// A sentence, its names and the lexicon.
#[derive(Debug, Clone, Copy)]
pub struct Line<'l> {
    /// The text of the document.
    pub text: &'l str,
    /// The tokens of the sentence.
    pub tokens: &'l [Token],
    /// The names in it, sorted.
    pub names: &'l [NameMention],
    /// The index of the first of them in the document's list.
    pub first_name: usize,
    /// The names of places that the document has.
    pub places: &'l BTreeSet<&'l str>,
    /// The words that agreements are found by.
    pub lexicon: &'l AgreementLexicon,
}

impl<'l> Line<'l> {
    /// A sentence of a document; `names` are the places of its names in the document's list.
    pub fn new(text: &'l str, sentence: &'l Sentence, known: Known<'l>, names: Range<usize>) -> Self {
        Self {
            text,
            tokens: &sentence.tokens,
            first_name: names.start,
            names: &known.names[names],
            places: known.places,
            lexicon: known.lexicon,
        }
    }

    /// The word at a token; empty outside.
    pub fn word(&self, at: usize) -> &'l str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    /// True for a word with a role.
    pub fn is(&self, at: usize, role: WordRole) -> bool {
        self.lexicon.is(self.word(at), role)
    }

    /// True for a word with a role, or for the first of two that have it together (`ruled out`).
    pub fn has(&self, at: usize, role: WordRole) -> bool {
        self.is(at, role) || self.lexicon.is(&format!("{} {}", self.word(at), self.word(at + 1)), role)
    }

    /// The token that holds a byte, or the next.
    pub fn token_of(&self, offset: usize) -> usize {
        self.tokens.partition_point(|token| token.span.end <= offset)
    }

    /// True for a word that begins with a capital.
    pub fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_capitalised(self.text))
    }

    /// True for a word of letters.
    pub fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// True for a mark.
    pub fn is_mark(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| token.kind == TokenKind::Mark)
    }

    /// True for a hyphen that joins two words.
    pub fn is_hyphen(&self, at: usize) -> bool {
        let joins = self.tokens.get(at).is_some_and(|token| token.glued)
            && self.tokens.get(at + 1).is_some_and(|token| token.glued);
        joins && matches!(self.word(at), "-" | "‐" | "‑" | "–" | "/")
    }

    /// The bytes of tokens `start..end`.
    pub fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.tokens[start].span.start, self.tokens[end - 1].span.end)
    }

    /// True where the tokens from `at` are these words, in any case.
    pub fn reads(&self, at: usize, words: &[String]) -> bool {
        let is_same = |(offset, wanted): (usize, &String)| has_word(self.word(at + offset), wanted);
        words.iter().enumerate().all(is_same)
    }

    /// The name that holds a token.
    pub fn name_at(&self, at: usize) -> Option<&'l NameMention> {
        let span = self.tokens.get(at)?.span;
        let next = self.names.partition_point(|name| name.span.end <= span.start);
        self.names.get(next).filter(|name| name.span.overlaps(span))
    }

    /// The names in tokens `start..end` that can be parties, as indices into the document's list.
    pub fn parties(&self, start: usize, end: usize) -> Vec<usize> {
        if start >= end {
            return Vec::new();
        }
        let within = self.span(start, end);
        let from = self.names.partition_point(|name| name.span.end <= within.start);
        let inside = self.names[from..].iter().zip(self.first_name + from..);
        let inside = inside.take_while(|(name, _)| name.span.start < within.end);
        inside.filter(|(name, _)| is_party(name)).map(|(_, number)| number).collect()
    }
}

/// Countries and organisations; persons lead to their country, and other places are where.
fn is_party(name: &NameMention) -> bool {
    name.country.is_some() || matches!(name.kind, NameKind::Organisation | NameKind::Place)
}

/// True when a word of a text is `wanted`, which is in lower case.
pub fn has_word(word: &str, wanted: &str) -> bool {
    if word.is_ascii() { word.eq_ignore_ascii_case(wanted) } else { word.to_lowercase() == wanted }
}
