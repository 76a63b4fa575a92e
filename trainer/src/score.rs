//! Precision, recall and F1 of found names, as the project's scorer counts them.

use std::collections::BTreeSet;

use annalist::extract::names::tagger::model::Model;
use annalist::extract::names::{NameLexicon, find_names_with};
use annalist::model::NameKind;
use annalist::text::Span;

use crate::corpus::Document;

/// Names annotated, found, and found rightly.
#[derive(Debug, Clone, Copy, Default)]
pub struct Count {
    gold: usize,
    found: usize,
    right: usize,
}

impl Count {
    /// Adds other names.
    pub fn add(&mut self, other: Self) {
        self.gold += other.gold;
        self.found += other.found;
        self.right += other.right;
    }

    /// F1 in percent.
    pub fn f1(&self) -> f64 {
        200.0 * self.right as f64 / ((self.gold + self.found) as f64).max(1.0)
    }
}

impl std::fmt::Display for Count {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let percent = |part: usize, whole: usize| 100.0 * part as f64 / (whole as f64).max(1.0);
        let (precision, recall) = (percent(self.right, self.found), percent(self.right, self.gold));
        write!(out, "P {precision:4.1} R {recall:4.1} F {:4.1}", self.f1())
    }
}

/// The counts of a set: persons, organisations and places together, then each.
pub fn score<'d>(
    model: &Model<'_>,
    lexicon: &NameLexicon,
    documents: impl Iterator<Item = &'d Document>,
) -> [Count; 4] {
    let kinds = [NameKind::Person, NameKind::Organisation, NameKind::Place];
    let mut counts = [Count::default(); 4];
    for document in documents {
        let text = document.reading.text.as_str();
        let gold: BTreeSet<_> = document.gold.iter().map(|gold| (trimmed(gold.span(), text), gold.kind())).collect();
        let names = find_names_with(model, &document.reading, lexicon);
        let found: BTreeSet<_> = names.iter().map(|name| (trimmed(name.span, text), name.kind)).collect();
        for (kind, at) in kinds.iter().zip(1..) {
            let of_kind = |set: &BTreeSet<(Span, NameKind)>| set.iter().filter(|name| name.1 == *kind).count();
            let right = gold.intersection(&found).filter(|name| name.1 == *kind).count();
            let count = Count { gold: of_kind(&gold), found: of_kind(&found), right };
            counts[at].add(count);
            counts[0].add(count);
        }
    }
    counts
}

/// Without a leading `the` and a possessive ending.
fn trimmed(span: Span, text: &str) -> Span {
    let words = span.of(text);
    let the = ["the ", "The ", "THE "].iter().find(|the| words.starts_with(**the)).map_or(0, |the| the.len());
    let end = ["'s", "’s", "'S", "’S", "'", "’"].iter().find(|end| words.ends_with(**end)).map_or(0, |end| end.len());
    Span::new(span.start + the, (span.end - end).max(span.start + the))
}
