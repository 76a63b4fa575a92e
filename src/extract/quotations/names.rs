//! [`Names`]: the names of the document, asked by place.

use crate::model::NameMention;
use crate::text::Span;

/// The names of a document, sorted and not overlapping.
#[derive(Debug, Clone, Copy)]
pub struct Names<'n>(pub &'n [NameMention]);

impl<'n> Names<'n> {
    /// The name that holds a word, possessive ending aside.
    pub fn at(&self, word: Span) -> Option<Span> {
        let at = self.0.partition_point(|name| name.span.end <= word.start);
        self.0.get(at).map(|name| name.span).filter(|name| name.start <= word.start)
    }

    /// True for a word in a name.
    pub fn hold(&self, word: Span) -> bool {
        self.at(word).is_some()
    }

    /// The names inside a span with their indices.
    pub fn inside(&self, within: Span) -> impl Iterator<Item = (usize, &'n NameMention)> {
        let from = self.0.partition_point(|name| name.span.start < within.start);
        let inside = self.0[from..].iter().enumerate().map(move |(at, name)| (from + at, name));
        inside.take_while(move |(_, name)| name.span.end <= within.end)
    }
}
