//! Mentions of names, quotations and citations: words found in a text, before anyone decides what
//! they mean. Temporal ones are in [`super::temporal`].

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum NameKind {
    /// A person.
    Person,
    /// An organisation.
    Organisation,
    /// A country, city or other place.
    Place,
    /// Anything else with a name; nationality words.
    Other,
}

impl NameKind {
    /// The word used in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Other => "other",
        }
    }
}

/// A name in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameMention {
    /// The name without title or office.
    pub span: Span,
    /// What it names.
    pub kind: NameKind,
    /// The title or office in front of it, or the apposition behind it.
    pub role: Option<Span>,
    /// The longer name of the same document it stands for (`Yoon` for `Yoon Suk Yeol`), as an
    /// index into the document's list of names.
    pub stands_for: Option<usize>,
    /// ISO 3166 code of a nationality word or country.
    pub country: Option<String>,
}

/// How much a quotation says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum QuotationKind {
    /// A statement.
    Full,
    /// Part of a sentence.
    Fragment,
    /// A term, nickname or scare quote; never has a speaker.
    Term,
    /// Indirect speech with a cue, without marks around it.
    Reported,
}

impl QuotationKind {
    /// The word used in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Fragment => "fragment",
            Self::Term => "term",
            Self::Reported => "reported",
        }
    }
}

/// What connects a quotation with its speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SpeakerBasis {
    /// A verb or phrase before it, in its sentence (`Doe said that “…”`).
    Before,
    /// A verb or phrase behind it, in its sentence (`“…,” Doe said`).
    Behind,
    /// The words before a colon, or the sentence before it.
    Introduced,
    /// The quotation before it, which it goes on with.
    Continued,
}

impl SpeakerBasis {
    /// The word used in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::Behind => "behind",
            Self::Introduced => "introduced",
            Self::Continued => "continued",
        }
    }
}

/// Words in quotation marks, or the words of somebody that a text reports without them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotationMention {
    /// The words with their marks; those of indirect speech without the words that report them.
    pub span: Span,
    /// How much they say.
    pub kind: QuotationKind,
    /// The verb of speech.
    pub cue: Option<Span>,
    /// The words that name the speaker.
    pub speaker: Option<Span>,
    /// The name mention inside `speaker`, as an index into the document's list of names.
    pub speaker_name: Option<usize>,
    /// What connects them with the speaker; `None` without one.
    pub basis: Option<SpeakerBasis>,
    /// The clause of speech, with the times and places that tell of the speaking.
    pub clause: Option<Span>,
}

/// A key that the text cites another source by (`[a3a17192]`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferenceMention {
    /// The key with its brackets.
    pub span: Span,
    /// The key.
    pub key: String,
}
