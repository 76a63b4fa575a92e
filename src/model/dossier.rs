//! [`Dossier`]: what is known of the whole corpus, every fact with its evidence.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Actor, Agreement, Annotations, Basis, Correction, DateBasis, Display, DocumentDate, Edtf, EventStatus, Modifier,
    Phrase, QuotationKind, Shared, SourceDocument, Title, Weekday,
};
use crate::text::Span;

/// A place in a document that proves a fact.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// Index into [`Dossier::documents`].
    pub document: usize,
    /// The sentence.
    pub span: Span,
    /// The words inside the sentence that decide (a date, a name).
    pub focus: Span,
}

/// A document with everything found in it.
#[derive(Debug, Clone, PartialEq)]
pub struct DossierDocument {
    /// Stable id: name of its page, anchor of its data.
    pub id: String,
    /// The document.
    pub source: Shared<SourceDocument>,
    /// What was found.
    pub annotations: Shared<Annotations>,
    /// The names of the authors, given before stated.
    pub authors: Vec<String>,
    /// The date of the file.
    pub date: DocumentDate,
    /// The stories in order, one at least.
    pub stories: Vec<StoryRecord>,
    /// Indices of documents that carry nearly the same text, sorted.
    pub duplicates: Vec<usize>,
    /// The actor behind each name mention: parallel to `annotations.names`.
    pub mention_actors: Vec<Option<usize>>,
    /// The actors that a name mention could be, where two or more fit and none was chosen: the
    /// mention's index and the actors', both sorted.
    pub ambiguous: BTreeMap<usize, Vec<usize>>,
    /// The agreement behind each mention of one: parallel to `annotations.agreements`.
    pub mention_agreements: Vec<Option<usize>>,
}

/// A story as the dossier has it.
#[derive(Debug, Clone, PartialEq)]
pub struct StoryRecord {
    /// `"1"`, `"2"`, ….
    pub id: String,
    /// Its part of the text.
    pub span: Span,
    /// Its title.
    pub title: Title,
    /// Its date.
    pub date: DocumentDate,
}

/// When something happened, in a form for programs and for readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// The calendar value, where there is one.
    pub edtf: Option<Edtf>,
    /// The weekday, where it is all that is known.
    pub weekday: Option<Weekday>,
    /// The part of the date that is meant: its beginning, middle or end.
    pub part: Option<Modifier>,
    /// What readers are told where there is no date.
    pub open: Option<Phrase>,
    /// How it was come by.
    pub basis: Basis,
    /// True where the day is told by another sentence than the one that sums the event up.
    pub is_told_elsewhere: bool,
    /// A sentence for readers, or several.
    pub why: Phrase,
}

/// How an event lies to another one (`two days later`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relative {
    /// The id of the other event.
    pub to: String,
    /// Days from the other event; negative lies before.
    pub days: i32,
}

/// A dated or datable happening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Stable id: date and a digest of the sentence.
    pub id: String,
    /// The sentence of the first evidence, tidied.
    pub summary: String,
    /// Whether it is said to have happened.
    pub status: EventStatus,
    /// When it happened.
    pub when: When,
    /// The event it is counted from, where it has no calendar value of its own.
    pub relative: Option<Relative>,
    /// When it was first reported.
    pub reported: Option<Edtf>,
    /// Indices into [`Dossier::actors`], sorted.
    pub actors: Vec<usize>,
    /// Indices into [`Dossier::agreements`], sorted.
    pub agreements: Vec<usize>,
    /// Ids of events that are possibly the same.
    pub maybe_same_as: Vec<String>,
    /// What cannot both be as it is told.
    pub conflicts: Vec<EventConflict>,
    /// The proof: the sentence of the summary, then others by document and place; one at least.
    pub evidence: Vec<Evidence>,
}

/// How many documents these places are in.
pub fn count_documents(evidence: &[Evidence]) -> usize {
    let mut documents: Vec<usize> = evidence.iter().map(|evidence| evidence.document).collect();
    documents.sort_unstable();
    documents.dedup();
    documents.len()
}

/// What two sentences about one event disagree on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConflictKind {
    /// Whether somebody was there or took part from elsewhere.
    Attendance,
    /// On which day it was.
    Day,
}

impl ConflictKind {
    /// The word used in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Attendance => "attendance",
            Self::Day => "day",
        }
    }
}

/// Two sentences about one event that cannot both be as they are told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventConflict {
    /// What about.
    pub kind: ConflictKind,
    /// Whom it is about, as an index into [`Dossier::actors`].
    pub actor: Option<usize>,
    /// One side.
    pub one: Evidence,
    /// The other.
    pub other: Evidence,
}

/// When something was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaidOn {
    /// The clause of speech says so (`said on Monday`).
    Told(When),
    /// Nothing says so: not after the date of the text.
    Until(Edtf),
}

impl SaidOn {
    /// The calendar value.
    pub fn edtf(&self) -> Option<Edtf> {
        match self {
            Self::Told(when) => when.edtf,
            Self::Until(edtf) => Some(*edtf),
        }
    }
}

/// Words in quotation marks, or words reported without them, with whoever said them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// Stable id.
    pub id: String,
    /// The words with their marks, those of indirect speech alone; the sentence's document.
    pub evidence: Evidence,
    /// How much it says.
    pub kind: QuotationKind,
    /// The words without their marks, tidied.
    pub text: String,
    /// The speaker, where one actor fits.
    pub speaker: Option<usize>,
    /// The speakers, where several speak together; sorted.
    pub joint: Vec<usize>,
    /// The words that name the speaker, tidied.
    pub speaker_words: Option<String>,
    /// When it was said; `None` where the text has no date and does not say.
    pub said_on: Option<SaidOn>,
    /// The date of the story that quotes.
    pub reported: Option<Edtf>,
}

/// The whole dossier. Lists are in the order pages show them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Dossier {
    /// By path.
    pub documents: Vec<DossierDocument>,
    /// By name, comparison form.
    pub actors: Vec<Actor>,
    /// By earliest day, latest day, id; undated events last.
    pub events: Vec<Event>,
    /// By document and place.
    pub quotations: Vec<Quotation>,
    /// Statements in indirect speech, by document and place.
    pub reported: Vec<Quotation>,
    /// By name, comparison form.
    pub agreements: Vec<Agreement>,
    /// What the editors tell readers, latest first.
    pub corrections: Vec<Correction>,
    /// How many actors and events an editor's decision hides.
    pub hidden: usize,
}

impl Dossier {
    /// Ids of documents that are not there any more and whose address keeps a word about it, sorted.
    pub fn removed(&self) -> Vec<&str> {
        let ids: BTreeSet<&str> = self.corrections.iter().flat_map(|one| &one.removed).map(String::as_str).collect();
        ids.into_iter().collect()
    }
}

impl DossierDocument {
    /// The display in force, as [`publish`](super::publish()) wrote it down; a document that did
    /// not go through it shows nothing.
    pub fn display(&self) -> Display {
        self.source.provenance.statement.display.unwrap_or(Display::Withheld)
    }

    /// The language in force: as stated, or else as found.
    pub fn language(&self) -> Option<&str> {
        self.source.provenance.statement.language.as_deref().or(self.annotations.language.as_deref())
    }

    /// The title of the file.
    pub fn title(&self) -> &Title {
        &self.annotations.segmentation.title
    }

    /// The index of the story that holds `offset`; the first where none does.
    pub fn story_at(&self, offset: usize) -> usize {
        let at = self.stories.partition_point(|story| story.span.end <= offset);
        if self.stories.get(at).is_some_and(|story| story.span.holds(offset)) { at } else { 0 }
    }

    /// True where search engines and feed readers may be pointed to it.
    pub fn is_listed(&self) -> bool {
        self.display() != Display::Withheld && self.source.provenance.statement.noindex != Some(true)
    }

    /// True when the date of the file is known.
    pub fn is_dated(&self) -> bool {
        self.date.basis != DateBasis::Unknown
    }
}
