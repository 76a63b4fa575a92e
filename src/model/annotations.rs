//! [`Annotations`]: everything found in one document, standing off from its text.

use serde::{Deserialize, Serialize};

use super::{
    AgreementMention, Edtf, NameMention, Phrase, QuotationMention, ReferenceMention, Segmentation, Temporal, Weekday,
};
use crate::text::Span;

/// How a document's own date was come by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DateBasis {
    /// Said by a sidecar, front matter, mark-up, file name or the caller.
    Given,
    /// Said by the text: a timestamp or dateline.
    Stated,
    /// Concluded from what the text tells as past and as still to come, and from who holds which office.
    Inferred,
    /// An editor's decision.
    Edited,
    /// Not known.
    Unknown,
}

impl DateBasis {
    /// The word used in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Stated => "stated",
            Self::Inferred => "inferred",
            Self::Edited => "edited",
            Self::Unknown => "unknown",
        }
    }
}

/// What a reason rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Ground {
    /// Logic: what is told as past was before the day of writing.
    Logic,
    /// A habit of news writing, true of nearly every text: a date that it narrows is marked `?`.
    Habit,
    /// It contradicts the other reasons and does not count.
    Contradiction,
}

/// A step of the conclusion when a document was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateReason {
    /// A sentence for readers.
    pub words: Phrase,
    /// Where the text says so; `None` where the reason is in another document or in no text.
    pub evidence: Option<Span>,
    /// What it rests on.
    pub ground: Ground,
}

/// The date of a document or story, with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentDate {
    /// The date; `None` when nothing says it.
    pub edtf: Option<Edtf>,
    /// The weekday, where it is all that is known.
    pub weekday: Option<Weekday>,
    /// How it was come by.
    pub basis: DateBasis,
    /// A sentence for readers, or several.
    pub why: Phrase,
    /// Where the text says so.
    pub evidence: Vec<Span>,
    /// The steps of the conclusion, for a date that is concluded; else empty.
    pub reasons: Vec<DateReason>,
}

impl DocumentDate {
    /// A date that nothing says.
    pub fn unknown() -> Self {
        Self {
            edtf: None,
            weekday: None,
            basis: DateBasis::Unknown,
            why: Phrase::new("why-undated"),
            evidence: Vec::new(),
            reasons: Vec::new(),
        }
    }
}

/// Everything found in one document. All spans are byte ranges of its text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Annotations {
    /// ISO 639-1 code of the text's language; `None` when it is too short to tell.
    pub language: Option<String>,
    /// Zones and stories.
    pub segmentation: Segmentation,
    /// The date of each story, in the order of the stories.
    pub story_dates: Vec<DocumentDate>,
    /// The date of the file.
    pub date: DocumentDate,
    /// The sentences of the evidence zones, sorted.
    pub sentences: Vec<Span>,
    /// Temporal expressions, sorted.
    pub temporal: Vec<Temporal>,
    /// Names, sorted.
    pub names: Vec<NameMention>,
    /// Quotations, sorted.
    pub quotations: Vec<QuotationMention>,
    /// Statements in indirect speech, sorted; all of kind `Reported`.
    pub reported: Vec<QuotationMention>,
    /// Agreements, sorted.
    pub agreements: Vec<AgreementMention>,
    /// Citation keys, sorted.
    pub references: Vec<ReferenceMention>,
    /// The MinHash signature of the evidence text; empty for texts too short to compare.
    pub signature: Vec<u32>,
}
