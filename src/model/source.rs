//! [`SourceDocument`]: a seed that has been read, and what is known about where it came from.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::Edtf;
use crate::text::Span;

/// The kind of file a document came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum MediaType {
    /// `text/plain`.
    Plain,
    /// `text/markdown`.
    Markdown,
    /// `text/html`.
    Html,
}

impl fmt::Display for MediaType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Plain => "text/plain",
            Self::Markdown => "text/markdown",
            Self::Html => "text/html",
        })
    }
}

/// How much of a document the site may show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Display {
    /// The whole reading text, the raw file and every quotation.
    #[default]
    Full,
    /// The opening and the sentences that serve as evidence; no raw file.
    Excerpt,
    /// What the document is, not what it says.
    MetadataOnly,
    /// A page that says the document is withheld; nothing of its text anywhere.
    Withheld,
}

impl Display {
    /// The word used in settings and data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Excerpt => "excerpt",
            Self::MetadataOnly => "metadata-only",
            Self::Withheld => "withheld",
        }
    }

    /// True when sentences of the text may be shown and used as evidence.
    pub fn shows_words(self) -> bool {
        matches!(self, Self::Full | Self::Excerpt)
    }
}

/// What a sidecar, front matter, file name or the mark-up of a page says about a document.
///
/// Absent means not said. For a file of several stories the first entry of `stories` speaks of the
/// first story, and so on.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// The title as given.
    pub title: Option<String>,
    /// When it was published.
    pub published: Option<Edtf>,
    /// Where `published` was said: the name of a message (`by-sidecar`).
    pub published_by: Option<Cow<'static, str>>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote it, in the order given.
    pub authors: Vec<String>,
    /// Its address: `http` or `https` only.
    pub url: Option<String>,
    /// When it was collected.
    pub accessed: Option<Edtf>,
    /// The licence or rights as stated.
    pub licence: Option<String>,
    /// A BCP 47 language tag.
    pub language: Option<String>,
    /// How much the site may show.
    pub display: Option<Display>,
    /// True asks search engines to stay away.
    pub noindex: Option<bool>,
    /// True keeps the document out of the site.
    pub draft: Option<bool>,
    /// The same about each story of the file.
    pub stories: Vec<Statement>,
}

impl Statement {
    /// This statement with what it leaves open taken from `other`: a sidecar speaks before front
    /// matter, front matter before the mark-up, the mark-up before the file name.
    pub fn or(self, other: Statement) -> Statement {
        let published_by = if self.published.is_some() { self.published_by } else { other.published_by };
        Statement {
            title: self.title.or(other.title),
            published: self.published.or(other.published),
            published_by,
            publisher: self.publisher.or(other.publisher),
            authors: if self.authors.is_empty() { other.authors } else { self.authors },
            url: self.url.or(other.url),
            accessed: self.accessed.or(other.accessed),
            licence: self.licence.or(other.licence),
            language: self.language.or(other.language),
            display: self.display.or(other.display),
            noindex: self.noindex.or(other.noindex),
            draft: self.draft.or(other.draft),
            stories: if self.stories.is_empty() { other.stories } else { self.stories },
        }
    }
}

/// Where a document came from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Provenance {
    /// Path below the seeds folder, parts joined by `/`, unreadable bytes as `\u{FFFD}`.
    pub path: String,
    /// What kind of file it is.
    pub media_type: MediaType,
    /// SHA-256 of the raw bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// Length of the raw file in bytes.
    pub bytes: u64,
    /// The character encoding it was read as (WHATWG name).
    pub encoding: String,
    /// True when [`SourceDocument::text`] is the raw file, byte for byte.
    pub text_is_raw: bool,
    /// What is said about it.
    pub statement: Statement,
}

/// What a block of mark-up is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BlockKind {
    /// A heading of level 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A paragraph of a block quotation.
    Quote,
    /// A row of a table.
    TableRow,
    /// The caption of a picture or figure.
    Caption,
    /// Preformatted text.
    Code,
    /// A thematic break.
    Rule,
    /// Machine-readable opening lines: read as a statement, not as text.
    FrontMatter,
}

/// What the mark-up inside a block asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inline {
    /// These bytes are mark-up: show `shown` instead (often nothing).
    Replaced {
        /// The bytes of the text.
        span: Span,
        /// What a reader sees in their place.
        shown: String,
    },
    /// These bytes are emphasised.
    Emphasis(Span),
    /// These bytes are strongly emphasised.
    Strong(Span),
    /// These bytes link to `href` (`http`, `https` or `mailto` only).
    Link {
        /// The bytes of the text.
        span: Span,
        /// Where the link leads.
        href: String,
    },
}

/// A block of a document whose media type has blocks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Its bytes in the text.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// The mark-up inside it, by start.
    pub inlines: Vec<Inline>,
}

/// A seed that has been read.
///
/// `text` is the one coordinate system: the raw file for plain text and Markdown (a byte-order
/// mark and transcoding aside), the extracted main content for HTML.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SourceDocument {
    /// Where it came from.
    pub provenance: Provenance,
    /// Its text.
    pub text: String,
    /// The blocks its mark-up declares, in order, not overlapping; empty for plain text.
    pub blocks: Vec<Block>,
}
