//! [`Zone`]s and [`Story`]s: what each part of a document's text is.

use serde::{Deserialize, Serialize};

use super::{Phrase, Statement};
use crate::text::Span;

/// What a zone is. The words of [`ZoneKind::as_str`] are part of the data contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ZoneKind {
    /// The title of the document or of a story, or a heading inside it.
    Headline,
    /// A sub-title below the headline.
    Deck,
    /// Who wrote it.
    Byline,
    /// Place (and date) in front of the first sentence.
    Dateline,
    /// A line that says when it was published or changed.
    Timestamp,
    /// The caption of a picture.
    Caption,
    /// The credit of a picture or the agency's name.
    Credit,
    /// A paragraph of the running text.
    Body,
    /// A paragraph of a block quotation.
    QuoteBlock,
    /// Words of the person who pasted a text, not of the text.
    Commentary,
    /// Page furniture: menus, comment forms, sharing buttons, front matter.
    Boilerplate,
    /// A disclaimer; shown as a badge.
    Disclaimer,
    /// A counter (comments, views) or empty table residue.
    Counter,
    /// A version mark of the program that wrote the text.
    Version,
    /// An item of a list.
    List,
    /// A row of a table.
    Table,
}

impl ZoneKind {
    /// Every kind, in the order of the data contract.
    pub const ALL: [ZoneKind; 16] = [
        Self::Headline,
        Self::Deck,
        Self::Byline,
        Self::Dateline,
        Self::Timestamp,
        Self::Caption,
        Self::Credit,
        Self::Body,
        Self::QuoteBlock,
        Self::Commentary,
        Self::Boilerplate,
        Self::Disclaimer,
        Self::Counter,
        Self::Version,
        Self::List,
        Self::Table,
    ];

    /// The word used in data files and style sheets.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Deck => "deck",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::Timestamp => "timestamp",
            Self::Caption => "caption",
            Self::Credit => "credit",
            Self::Body => "body",
            Self::QuoteBlock => "quote-block",
            Self::Commentary => "commentary",
            Self::Boilerplate => "boilerplate",
            Self::Disclaimer => "disclaimer",
            Self::Counter => "counter",
            Self::Version => "version",
            Self::List => "list",
            Self::Table => "table",
        }
    }

    /// True for text that speaks for the source: what finders read and events rest on.
    pub fn is_evidence(self) -> bool {
        matches!(self, Self::Deck | Self::Caption | Self::Body | Self::QuoteBlock | Self::List | Self::Table)
    }

    /// True for what a reader sees as the document's text, captions and commentary set apart.
    pub fn is_shown(self) -> bool {
        self.is_evidence() || matches!(self, Self::Headline | Self::Dateline | Self::Commentary)
    }

    /// True for what is only listed as left out.
    pub fn is_left_out(self) -> bool {
        matches!(self, Self::Boilerplate | Self::Counter | Self::Version)
    }
}

/// A labelled range of the text. Zones do not overlap and are sorted; every byte outside them is
/// white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// Its bytes.
    pub span: Span,
    /// What they are.
    pub kind: ZoneKind,
}

/// How a title was come by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TitleBasis {
    /// The document or its metadata give it.
    Given,
    /// Made from the opening words, because there is no headline.
    Derived,
}

impl TitleBasis {
    /// The word used in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Derived => "derived",
        }
    }
}

/// A title and how it was come by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Title {
    /// The words, tidied.
    pub words: String,
    /// How they were come by.
    pub basis: TitleBasis,
    /// What pages say instead, where more of it is ours than words of the document; data files keep [`words`](Self::words).
    pub told: Option<Phrase>,
}

impl Title {
    /// A title that the document or its metadata give.
    pub fn given(words: impl Into<String>) -> Self {
        Self { words: words.into(), basis: TitleBasis::Given, told: None }
    }

    /// A title made from the opening words.
    pub fn derived(words: impl Into<String>) -> Self {
        Self { words: words.into(), basis: TitleBasis::Derived, told: None }
    }
}

/// One of the stories of a file; a file with one story has one of these, too.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Story {
    /// `"1"`, `"2"`, … in order.
    pub id: String,
    /// Its part of the text. Stories do not overlap.
    pub span: Span,
    /// Its title.
    pub title: Title,
    /// What the text itself says about the story (a stated date, authors).
    pub stated: Statement,
    /// Where the stated date stands.
    pub stated_at: Option<Span>,
}

/// A warning that the document carries about itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Badge {
    /// Its own disclaimer says that a machine wrote or assembled it.
    AiSynthesised,
    /// It carries a disclaimer of another kind.
    Disclaimer,
    /// It is a digest: commentary around texts of others.
    Digest,
}

impl Badge {
    /// The word used in data files and style sheets.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AiSynthesised => "ai-synthesised",
            Self::Disclaimer => "disclaimer",
            Self::Digest => "digest",
        }
    }
}

/// What `segment` makes of a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Segmentation {
    /// The labels, sorted, not overlapping.
    pub zones: Vec<Zone>,
    /// The stories, one at least, in order.
    pub stories: Vec<Story>,
    /// The title of the whole file.
    pub title: Title,
    /// The warnings it carries, sorted.
    pub badges: Vec<Badge>,
}

impl Segmentation {
    /// The label of a place; `None` where none was given.
    pub fn kind_at(&self, offset: usize) -> Option<ZoneKind> {
        let at = self.zones.partition_point(|zone| zone.span.end <= offset);
        self.zones.get(at).filter(|zone| zone.span.holds(offset)).map(|zone| zone.kind)
    }
}
