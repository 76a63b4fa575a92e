//! Why a document has a date that neither its metadata nor its text state: the steps, each with the
//! words it rests on.

use serde::Serialize;

use super::quotations::marks_around;
use super::site::Site;
use crate::model::{Display, DocumentDate, Ground, paths};
use crate::text::compare::{shorten, tidy};

/// The words that are quoted for a step, in characters.
const LONGEST_QUOTE: usize = 70;

/// A step of the conclusion.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ReasonView {
    /// A sentence.
    words: String,
    /// What it rests on, where that is not logic; may be empty.
    ground: String,
    /// The first words of the sentence of the document.
    quote: Option<String>,
    /// The marks around them; empty where the words begin with some.
    open: &'static str,
    close: &'static str,
    /// Where it stands on this page.
    href: Option<String>,
}

impl Site<'_> {
    /// The steps to a date of a document or of one of its stories, on its own page.
    pub(super) fn reasons(&self, number: usize, date: &DocumentDate) -> Vec<ReasonView> {
        let document = &self.dossier.documents[number];
        let anchors = &self.index.anchors[number];
        let has_anchor = |start: usize| anchors.binary_search_by_key(&start, |span| span.start).is_ok();
        let sentence = |at: usize| {
            let sentences = &document.annotations.sentences;
            let next = sentences.partition_point(|sentence| sentence.end <= at);
            sentences.get(next).copied().filter(|sentence| sentence.holds(at))
        };
        let view = |reason: &crate::model::DateReason| {
            let at = reason.evidence.filter(|_| document.display() == Display::Full);
            let place = at.and_then(|at| sentence(at.start).or(Some(at)));
            let quote = place.map(|span| shorten(&tidy(span.of(&document.source.text)), LONGEST_QUOTE));
            let (open, close) = marks_around(quote.as_deref().unwrap_or_default(), document.language());
            ReasonView {
                words: self.phrases.tell(&reason.words),
                ground: match reason.ground {
                    Ground::Logic => String::new(),
                    Ground::Habit => self.phrases.say("ground-habit"),
                    Ground::Contradiction => self.phrases.say("ground-contradiction"),
                },
                quote,
                open,
                close,
                href: at.filter(|at| has_anchor(at.start)).map(|at| format!("#{}", paths::sentence_anchor(at.start))),
            }
        };
        date.reasons.iter().map(view).collect()
    }
}
