//! [`StoryClues`]: what one story says, ready for the rules.

use std::collections::{BTreeMap, BTreeSet};

use super::Clues;
use super::constraint::Constraint;
use crate::model::{Authority, NameKind, NameMention, TemporalMention, Zone, ZoneKind};
use crate::text::Span;
use crate::text::compare::{fold, tidy};

/// The full name of a person for each word that is the first or the last of it, in comparison form;
/// `None` where two persons of the document share the word.
pub type Bearers = BTreeMap<String, Option<String>>;

/// The bearers of the short names that stand with an office (`President Moon`).
pub fn bearers(clues: Clues<'_>) -> Bearers {
    let is_person = |name: &&NameMention| name.kind == NameKind::Person;
    let spelling = |name: &NameMention| fold(&tidy(name.span.of(&clues.source.text)));
    let with_role = clues.names.iter().filter(is_person).filter(|name| name.role.is_some());
    let short: BTreeSet<String> = with_role.map(spelling).filter(|words| !words.contains(' ')).collect();
    let mut bearers = Bearers::new();
    if short.is_empty() {
        return bearers;
    }
    for full in clues.names.iter().filter(is_person).map(spelling).filter(|words| words.contains(' ')) {
        let ends = [full.split(' ').next(), full.split(' ').next_back()];
        for end in ends.into_iter().flatten().filter(|end| short.contains(*end)) {
            let bearer = bearers.entry(end.to_owned()).or_insert_with(|| Some(full.clone()));
            if bearer.as_ref() != Some(&full) {
                *bearer = None;
            }
        }
    }
    bearers
}

/// The clues of one story.
#[derive(Debug, Clone)]
pub struct StoryClues<'d> {
    /// The text of the whole document.
    pub text: &'d str,
    /// The story's part of it.
    pub span: Span,
    /// Its temporal expressions, sorted.
    pub temporal: Vec<&'d TemporalMention>,
    /// All names of the document, sorted.
    pub names: &'d [NameMention],
    /// The full names behind the short ones of the document.
    pub bearers: &'d Bearers,
    /// The zones of the document.
    pub zones: &'d [Zone],
    /// The sentences of the document.
    pub sentences: &'d [Span],
    /// What the user knows.
    pub authority: &'d Authority,
    /// What others know: the order of the stories in their file, other documents.
    pub others: Vec<Constraint>,
}

impl<'d> StoryClues<'d> {
    /// The clues of the part `span` of a document, with what `others` know of it.
    pub fn new(clues: Clues<'d>, bearers: &'d Bearers, span: Span, others: Vec<Constraint>) -> Self {
        Self {
            text: &clues.source.text,
            span,
            temporal: inside(clues.temporal, |mention| mention.span, span).iter().collect(),
            names: clues.names,
            bearers,
            zones: &clues.segmentation.zones,
            sentences: clues.sentences,
            authority: clues.authority,
            others,
        }
    }

    /// The names inside the story.
    pub fn names(&self) -> impl Iterator<Item = &'d NameMention> {
        inside(self.names, |name| name.span, self.span).iter()
    }

    /// The sentences inside the story.
    pub fn sentences(&self) -> &'d [Span] {
        inside(self.sentences, |sentence| *sentence, self.span)
    }

    /// The temporal expressions in front of a span, and those behind it, sorted.
    pub fn around(&self, span: Span) -> (&[&'d TemporalMention], &[&'d TemporalMention]) {
        let before = self.temporal.partition_point(|other| other.span.end <= span.start);
        let behind = self.temporal.partition_point(|other| other.span.start < span.end);
        (&self.temporal[..before], &self.temporal[behind..])
    }

    /// The sentence that holds a span; the span itself where none does.
    pub fn sentence(&self, span: Span) -> Span {
        let at = self.sentences.partition_point(|sentence| sentence.end <= span.start);
        self.sentences.get(at).copied().filter(|sentence| sentence.overlaps(span)).unwrap_or(span)
    }

    /// The words of the sentence in front of a span.
    pub fn before(&self, span: Span) -> &'d str {
        Span::new(self.sentence(span).start, span.start).of(self.text)
    }

    /// The words of the sentence behind a span.
    pub fn behind(&self, span: Span) -> &'d str {
        Span::new(span.end, self.sentence(span).end).of(self.text)
    }

    /// True for words in the caption of a picture.
    pub fn is_in_caption(&self, span: Span) -> bool {
        let after = self.zones.partition_point(|zone| zone.span.start <= span.start);
        let zone = after.checked_sub(1).map(|at| self.zones[at]);
        zone.is_some_and(|zone| zone.kind == ZoneKind::Caption && zone.span.contains(span))
    }
}

/// Those of a sorted list that lie inside a span.
fn inside<T>(sorted: &[T], of: fn(&T) -> Span, within: Span) -> &[T] {
    let first = sorted.partition_point(|one| of(one).start < within.start);
    let last = sorted.partition_point(|one| of(one).end <= within.end);
    &sorted[first..last.max(first)]
}
