//! [`Correction`]: what was wrong, unclear or has changed, told to readers by the dossier's editors.

use chrono::NaiveDate;

/// What an editor tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CorrectionKind {
    /// Something was wrong.
    Correction,
    /// Something could be misunderstood.
    Clarification,
    /// Something is newly known.
    Update,
    /// Something no longer stands, or is no longer shown.
    Retraction,
}

impl CorrectionKind {
    /// Every kind, in the order of the type.
    pub const ALL: [Self; 4] = [Self::Correction, Self::Clarification, Self::Update, Self::Retraction];

    /// The word used in files and for readers.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Correction => "correction",
            Self::Clarification => "clarification",
            Self::Update => "update",
            Self::Retraction => "retraction",
        }
    }

    /// The kind that a file calls so.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// An entry of `corrections.toml`, before anybody looked up what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectionEntry {
    /// The day it was made.
    pub on: NaiveDate,
    /// What it is.
    pub kind: CorrectionKind,
    /// What readers are told.
    pub text: String,
    /// Documents by path below the seeds, or by id.
    pub documents: Vec<String>,
    /// Documents that are not there any more, by the path or id they had.
    pub removed: Vec<String>,
    /// Actors by id, name or spelling.
    pub actors: Vec<String>,
    /// Agreements by id or name.
    pub agreements: Vec<String>,
}

/// A correction with what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Stable id: its day and a digest of its words.
    pub id: String,
    /// The day it was made.
    pub on: NaiveDate,
    /// What it is.
    pub kind: CorrectionKind,
    /// What readers are told.
    pub text: String,
    /// Indices into the dossier's documents, sorted.
    pub documents: Vec<usize>,
    /// Ids of documents that are not there any more, sorted.
    pub removed: Vec<String>,
    /// Indices into its actors, sorted.
    pub actors: Vec<usize>,
    /// Indices into its agreements, sorted.
    pub agreements: Vec<usize>,
}
