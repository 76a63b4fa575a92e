//! Agreements: the words that name them in a text ([`AgreementMention`]), and what the corpus says of
//! one ([`Agreement`]): parties, names, states with their dates and proofs.

use serde::{Deserialize, Serialize};

use super::{Edtf, EventStatus, Evidence, Origin, Phrase, Variant};
use crate::text::Span;

/// A state that an agreement can be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum AgreementStatus {
    /// Somebody wants it.
    Proposed,
    /// The parties speak about it.
    UnderDiscussion,
    /// It is or was worked out.
    Negotiated,
    /// The parties agreed on it.
    Agreed,
    /// It was signed.
    Signed,
    /// It holds or works.
    InForce,
    /// It was put off for a time.
    Suspended,
    /// It was put back into force.
    Restored,
    /// Somebody says that it was broken.
    Violated,
    /// It is over.
    Ended,
}

impl AgreementStatus {
    /// Every state, in the order of the type.
    pub const ALL: [Self; 10] = [
        Self::Proposed,
        Self::UnderDiscussion,
        Self::Negotiated,
        Self::Agreed,
        Self::Signed,
        Self::InForce,
        Self::Suspended,
        Self::Restored,
        Self::Violated,
        Self::Ended,
    ];

    /// The word used in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::UnderDiscussion => "under-discussion",
            Self::Negotiated => "negotiated",
            Self::Agreed => "agreed",
            Self::Signed => "signed",
            Self::InForce => "in-force",
            Self::Suspended => "suspended",
            Self::Restored => "restored",
            Self::Violated => "violated",
            Self::Ended => "ended",
        }
    }

    /// The state that a data file calls so.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == word)
    }
}

/// How words name an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AgreementForm {
    /// By its name.
    Named,
    /// By a name that an authority file lists.
    Known,
    /// By an acronym that the text declares.
    Acronym,
    /// By a name in quotation marks.
    Nickname,
    /// As what a body issues (`Security Council resolutions`).
    Issued,
    /// By what it is, and with whom or about what.
    Unnamed,
    /// By a noun that points back (`the agreement`).
    Short,
    /// By `it`.
    Pronoun,
}

/// What a sentence says of an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StateMention {
    /// The state.
    pub status: AgreementStatus,
    /// Whether it is told as a fact.
    pub certainty: EventStatus,
    /// From where it is told.
    pub telling: Telling,
    /// The words that say it.
    pub cue: Span,
    /// The temporal expression that belongs to them.
    pub date: Option<Span>,
    /// The temporal expression of the telling, where the sentence has one (`said on Oct. 27 that`).
    pub told_on: Option<Span>,
}

/// From where a state is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Telling {
    /// As it is when it is told (`they are discussing it`).
    Now,
    /// Looking back (`they had discussed it`).
    Back,
}

/// Parties told as so many: `the three countries`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyGroup {
    /// The words.
    pub span: Span,
    /// How many they are.
    pub count: u8,
}

/// Words that name an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreementMention {
    /// The words.
    pub span: Span,
    /// How they name it.
    pub form: AgreementForm,
    /// Its type, as the vocabulary has it.
    pub kind: String,
    /// Its noun in the singular; the label of a mechanism.
    pub head: String,
    /// What it is about: words in lower case, without names.
    pub about: Vec<String>,
    /// Names of its parties, as indices into the document's list of names.
    pub parties: Vec<usize>,
    /// Its parties, told as so many.
    pub group: Option<PartyGroup>,
    /// The mention that this one is another name of (an acronym, a nickname, `it`), as an index into the
    /// document's list of agreements.
    pub stands_for: Option<usize>,
    /// What its sentence says of it.
    pub states: Vec<StateMention>,
}

/// By what rule words are a name of an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AgreementRule {
    /// The same name.
    SameName,
    /// The same name with and without a leading country or adjective, or the year behind it.
    FullerName,
    /// An acronym that the text declares.
    Acronym,
    /// A nickname that the text gives it.
    Nickname,
    /// Listed by an authority file.
    Authority,
    /// What a body issues, without number.
    Issued,
    /// The same thing for the same parties.
    SameThing,
    /// A noun that points back, and can only mean this one.
    ShortForm,
    /// Described in words of its name, the only such name of its story.
    Described,
    /// `it`, behind a sentence about it.
    Pronoun,
}

impl AgreementRule {
    /// The word used in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SameName => "same-name",
            Self::FullerName => "fuller-name",
            Self::Acronym => "acronym",
            Self::Nickname => "nickname",
            Self::Authority => "authority",
            Self::Issued => "issued",
            Self::SameThing => "same-thing",
            Self::ShortForm => "short-form",
            Self::Described => "described",
            Self::Pronoun => "pronoun",
        }
    }
}

/// Why words are a name of an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementReason {
    /// The rule.
    pub rule: AgreementRule,
    /// The words.
    pub text: String,
    /// The places, the first of each document.
    pub evidence: Vec<Evidence>,
}

/// A state of an agreement with its date and proofs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementState {
    /// The state.
    pub status: AgreementStatus,
    /// Whether it is told as a fact.
    pub certainty: EventStatus,
    /// From where it is told; `Now` where one text does.
    pub telling: Telling,
    /// When, where the texts say it.
    pub when: Option<Edtf>,
    /// Why this date, where the text does not say all of it.
    pub why: Option<Phrase>,
    /// The date of the first text that tells it.
    pub reported: Option<Edtf>,
    /// The id of the event that tells it.
    pub event: Option<String>,
    /// The proofs; the focus is the words of the state.
    pub evidence: Vec<Evidence>,
}

/// Two states that cannot both be as they are told: indices into the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementConflict {
    /// One.
    pub one: usize,
    /// The other.
    pub other: usize,
    /// What is odd, for readers.
    pub words: Phrase,
}

/// Whose word the name of an agreement is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementAuthority {
    /// The dossier's files or the program's.
    pub origin: Origin,
    /// Names that it lists and no document has.
    pub unused: Vec<String>,
    /// The record it names.
    pub source: Option<String>,
}

/// An agreement or a mechanism.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// Stable id: name of its page.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its type.
    pub kind: String,
    /// The words that name it, most frequent first.
    pub variants: Vec<Variant>,
    /// Indices into the actors, sorted.
    pub parties: Vec<usize>,
    /// Who issues it, where it is what a body issues; the same, and no parties.
    pub issuers: Vec<usize>,
    /// Its states, in the order of their dates; undated ones by report.
    pub history: Vec<AgreementState>,
    /// What contradicts in the history.
    pub conflicts: Vec<AgreementConflict>,
    /// Why each name is one of it.
    pub reasons: Vec<AgreementReason>,
    /// Which authority file knows it.
    pub authority: Option<AgreementAuthority>,
    /// Every mention, by document and place.
    pub mentions: Vec<Evidence>,
    /// Mentions that could be this one or another, by document and place.
    pub could_be: Vec<Evidence>,
}
