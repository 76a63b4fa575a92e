//! [`Span`]: the half-open byte range that every fact points back with.

use serde::{Deserialize, Serialize};

/// A half-open byte range `start..end` into the text of one document.
///
/// Order is by start, then by end, so a sorted list of spans is in reading order.
///
/// ```
/// use annalist::text::Span;
/// let span = Span::new(4, 7);
/// assert_eq!(span.of("The cat"), "cat");
/// assert!(span.overlaps(Span::new(6, 9)));
/// assert!(!span.overlaps(Span::new(7, 9)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// A span from `start` up to, not including, `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// True when no byte is covered.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// The words this span covers in `text`; empty when the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// True when every byte of `other` is in this span.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True when byte `offset` is in this span.
    pub const fn holds(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// True when the two spans share a byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same words of `text` without white space around them.
    pub fn trimmed(self, text: &str) -> Span {
        let words = self.of(text);
        let start = self.start + (words.len() - words.trim_start().len());
        Span::new(start, start + words.trim().len())
    }

    /// This span moved `by` bytes to the right.
    pub const fn shifted(self, by: usize) -> Span {
        Span::new(self.start + by, self.end + by)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trimming_keeps_the_words() {
        let text = "  two words\n";
        assert_eq!(Span::new(0, text.len()).trimmed(text).of(text), "two words");
        assert!(Span::new(0, 2).trimmed(text).is_empty());
    }

    #[test]
    fn a_span_that_cuts_a_character_covers_nothing() {
        assert_eq!(Span::new(0, 1).of("é"), "");
    }
}
