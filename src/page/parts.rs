//! What several pages show: events and quotations with their evidence.

use serde::Serialize;

use super::links::{EvidenceView, LinkView, SourceView};
use super::moment::MomentView;
use super::quotations;
use super::site::Site;
use crate::model::{Event, EventConflict, Evidence, Quotation, QuotationKind};
use crate::text::compare::shorten;

/// An event as a row.
#[derive(Debug, Serialize)]
pub(super) struct EventView {
    id: String,
    /// The row's place on the timeline.
    href: String,
    status: &'static str,
    /// Words in front of the summary where the event is not told as a fact; may be empty.
    status_words: String,
    summary: String,
    language: Option<String>,
    when: MomentView,
    reported: Option<MomentView>,
    /// The actors it names.
    pub(super) actors: Vec<LinkView>,
    /// The agreements it names.
    pub(super) agreements: Vec<LinkView>,
    /// The texts that tell it, each once; the first twelve.
    texts: Vec<SourceView>,
    more_texts: usize,
    /// What they say: the first twelve sentences.
    sources: Vec<EvidenceView>,
    /// How many more there are; `data/events.jsonl` has them all.
    more_sources: usize,
    /// What its sources disagree on.
    pub(super) conflicts: Vec<ConflictView>,
    /// Events that are possibly the same.
    maybes: Vec<LinkView>,
}

/// Two sentences that cannot both be as they are told.
#[derive(Debug, Serialize)]
pub(super) struct ConflictView {
    /// Who disagrees, in words: texts, or one with itself.
    pub(super) who: String,
    /// What they disagree on, in words.
    pub(super) words: String,
    /// Whom it is about.
    pub(super) actor: Option<LinkView>,
    pub(super) sides: Vec<EvidenceView>,
}

/// A quotation as a row.
#[derive(Debug, Serialize)]
pub(super) struct QuotationView {
    id: String,
    /// The words, without the comma that leads on to who said them.
    pub(super) text: String,
    /// The marks around them, as their language has them; empty for indirect speech.
    pub(super) open: &'static str,
    pub(super) close: &'static str,
    pub(super) kind: &'static str,
    language: Option<String>,
    pub(super) speaker: Option<LinkView>,
    /// Those who speak together.
    pub(super) joint: Vec<LinkView>,
    pub(super) speaker_words: Option<String>,
    /// When it was said, or the day it was said by.
    pub(super) said_on: Option<MomentView>,
    /// The date of its text, where it tells more.
    pub(super) reported: Option<MomentView>,
    pub(super) source: EvidenceView,
    /// True in a list where the row before it is from the same text.
    pub(super) again: bool,
}

/// An event shows at most so many of its sources: a wire story has hundreds of copies.
const MOST_SOURCES: usize = 12;

/// The title of a text in a row, in characters.
const LONGEST_TITLE: usize = 64;

/// The words of a link to an event, in characters.
const LONGEST_LINK: usize = 90;

impl Site<'_> {
    /// The event as pages show it.
    pub(super) fn event_view(&self, number: usize, base: &str) -> EventView {
        let event = &self.dossier.events[number];
        let shown = event.evidence.iter().take(MOST_SOURCES);
        let sources: Vec<_> = shown.map(|evidence| self.evidence_view(evidence, base)).collect();
        let texts = self.once_per_story(&event.evidence);
        let can_tell = sources.first().is_none_or(|source| source.text.is_some());
        EventView {
            id: event.id.clone(),
            href: self.event_href(number, base),
            status: event.status.as_str(),
            status_words: self.status_words(event.status),
            summary: if can_tell { event.summary.clone() } else { self.phrases.say("sentence-hidden") },
            language: sources.first().and_then(|source| source.language.clone()),
            when: self.event_moment(&event.when),
            reported: event.reported.map(|edtf| self.day(edtf)),
            actors: self.actor_links(event.actors.iter().copied(), base),
            agreements: event.agreements.iter().map(|&agreement| self.agreement_link(agreement, base)).collect(),
            more_texts: texts.len().saturating_sub(MOST_SOURCES),
            texts: texts.iter().take(MOST_SOURCES).map(|proof| self.source_view(proof, base)).collect(),
            more_sources: event.evidence.len() - sources.len(),
            sources,
            conflicts: event.conflicts.iter().map(|conflict| self.conflict_view(conflict, base)).collect(),
            maybes: self.maybes(event, base),
        }
    }

    /// A link to a sentence by the title of its text.
    fn source_view(&self, proof: &Evidence, base: &str) -> SourceView {
        let shown = self.evidence_view(proof, base);
        SourceView { text: shorten(&shown.title, LONGEST_TITLE), href: shown.href, by_machine: shown.by_machine }
    }

    pub(super) fn conflict_view(&self, conflict: &EventConflict, base: &str) -> ConflictView {
        let is_one = conflict.one.document == conflict.other.document;
        ConflictView {
            who: self.phrases.say(if is_one { "source-disagrees" } else { "sources-disagree" }),
            words: self.phrases.say(&format!("conflict-{}", conflict.kind.as_str())),
            actor: conflict.actor.and_then(|actor| self.actor_links([actor], base).pop()),
            sides: [&conflict.one, &conflict.other].map(|side| self.evidence_view(side, base)).into(),
        }
    }

    fn maybes(&self, event: &Event, base: &str) -> Vec<LinkView> {
        let numbers = event.maybe_same_as.iter().filter_map(|id| self.index.events.get(id));
        numbers.map(|&number| self.event_link(number, base)).collect()
    }

    /// A link to an event, by its date and the first words of its sentence.
    pub(super) fn event_link(&self, number: usize, base: &str) -> LinkView {
        let event = &self.dossier.events[number];
        let first = event.evidence.first().map(|proof| &self.dossier.documents[proof.document]);
        let shows = first.is_some_and(|document| document.display().shows_words());
        let when = self.event_moment(&event.when).words;
        let summary = if shows { shorten(&event.summary, LONGEST_LINK) } else { String::new() };
        LinkView { text: self.phrases.pair(&when, &summary), href: self.event_href(number, base) }
    }

    /// The quotation as pages show it; `None` where its document may not be quoted.
    pub(super) fn quotation_view(&self, number: usize, base: &str) -> Option<QuotationView> {
        self.statement_view(&self.dossier.quotations[number], base)
    }

    /// The quotation or reported statement as pages show it; `None` where its document may not be
    /// quoted.
    pub(super) fn statement_view(&self, quotation: &Quotation, base: &str) -> Option<QuotationView> {
        let (said_on, reported) = quotations::said(self, quotation);
        let document = &self.dossier.documents[quotation.evidence.document];
        let (open, close) = match quotation.kind {
            QuotationKind::Reported => ("", ""),
            _ => quotations::marks(document.language()),
        };
        let source = self.evidence_view(&quotation.evidence, base);
        document.display().shows_words().then(|| QuotationView {
            id: quotation.id.clone(),
            text: quotations::without_comma(&quotation.text).to_owned(),
            open,
            close,
            kind: quotation.kind.as_str(),
            language: self.foreign_language(document.language()),
            speaker: quotation.speaker.and_then(|actor| self.actor_links([actor], base).pop()),
            joint: self.actor_links(quotation.joint.iter().copied(), base),
            speaker_words: quotation.speaker_words.clone(),
            said_on,
            reported,
            source: EvidenceView { title: shorten(&source.title, LONGEST_TITLE), ..source },
            again: false,
        })
    }
}
