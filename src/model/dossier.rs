//! [`Dossier`]: what is known of the whole corpus, every fact with its evidence.

use super::{
    Annotations, Basis, DateBasis, Display, DocumentDate, Edtf, EventStatus, NameKind, Origin, QuotationKind,
    SourceDocument, Title, Weekday,
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
    pub source: SourceDocument,
    /// What was found.
    pub annotations: Annotations,
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
    /// Words for readers.
    pub words: String,
    /// How it was come by.
    pub basis: Basis,
    /// A sentence for readers.
    pub why: String,
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
    /// The proof, by document and place; one at least.
    pub evidence: Vec<Evidence>,
}

/// A spelling of an actor's name and where it occurs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// The spelling as in the texts.
    pub text: String,
    /// Document index and number of mentions, by document.
    pub documents: Vec<(usize, usize)>,
}

/// Who decided that these mentions are one actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActorDecision {
    /// The program, from the texts.
    Found,
    /// The user's authority files.
    Authority,
    /// The general authority file that ships in the program.
    Shipped,
    /// An editor, in `overrides.toml`.
    Override,
}

impl ActorDecision {
    /// The word used in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::Authority => "authority",
            Self::Shipped => "shipped",
            Self::Override => "override",
        }
    }
}

/// A role of an actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// The words of the role.
    pub title: String,
    /// Start of the term (authority files only).
    pub from: Option<Edtf>,
    /// End of the term (authority files only).
    pub to: Option<Edtf>,
    /// The authority that gives it; `None` for roles that the texts state.
    pub authority: Option<RoleAuthority>,
    /// Where the texts state it; empty for roles from authority files.
    pub evidence: Vec<Evidence>,
}

/// Which authority gives a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleAuthority {
    /// The dossier's files or the program's.
    pub origin: Origin,
    /// The public record it can be checked against.
    pub source: Option<String>,
}

/// A person, organisation, country or other named party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Stable id: name of its page.
    pub id: String,
    /// The name to show.
    pub name: String,
    /// What it is.
    pub kind: NameKind,
    /// The spellings, most frequent first.
    pub variants: Vec<Variant>,
    /// Roles: from authority first, then as stated, by first evidence.
    pub roles: Vec<Role>,
    /// Who decided.
    pub decided_by: ActorDecision,
    /// Indices of actors that may be the same, sorted.
    pub maybe_same_as: Vec<usize>,
    /// Names the user's files keep apart from this one.
    pub not_same_as: Vec<String>,
    /// Every mention, by document and place.
    pub mentions: Vec<Evidence>,
    /// Identifiers elsewhere, by scheme.
    pub identifiers: Vec<(String, String)>,
}

/// Words in quotation marks with whoever said them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// Stable id.
    pub id: String,
    /// The words with their marks; the sentence's document.
    pub evidence: Evidence,
    /// How much it says.
    pub kind: QuotationKind,
    /// The words without their marks, tidied.
    pub text: String,
    /// The speaker, where one actor fits.
    pub speaker: Option<usize>,
    /// The words that name the speaker, tidied.
    pub speaker_words: Option<String>,
    /// The date of the story that quotes.
    pub reported: Option<Edtf>,
}

/// The whole dossier. Lists are in the order pages show them.
#[derive(Debug, Clone, PartialEq)]
pub struct Dossier {
    /// By path.
    pub documents: Vec<DossierDocument>,
    /// By name, comparison form.
    pub actors: Vec<Actor>,
    /// By earliest day, latest day, id; undated events last.
    pub events: Vec<Event>,
    /// By document and place.
    pub quotations: Vec<Quotation>,
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

    /// True when the date of the file is known.
    pub fn is_dated(&self) -> bool {
        self.date.basis != DateBasis::Unknown
    }
}
