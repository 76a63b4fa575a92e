//! [`Authority`]: what the user knows and says before any document is read.

use super::{Edtf, NameKind};

/// A role with its term of office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorityRole {
    /// The title of the role.
    pub title: String,
    /// First day, month or year of the term.
    pub from: Option<Edtf>,
    /// Last day, month or year of the term.
    pub to: Option<Edtf>,
}

/// An actor as the user's files have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorityActor {
    /// The id the user gave, or the slug of the name.
    pub id: String,
    /// The authorized name.
    pub name: String,
    /// What it is.
    pub kind: NameKind,
    /// Other spellings; the name itself is not repeated.
    pub variants: Vec<String>,
    /// Roles with terms, in the order of the file.
    pub roles: Vec<AuthorityRole>,
    /// ISO 3166 code.
    pub country: Option<String>,
    /// Identifiers elsewhere, by scheme (`wikidata`, `viaf`), sorted.
    pub identifiers: Vec<(String, String)>,
}

/// An event the user knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorityEvent {
    /// Its name.
    pub name: String,
    /// Other names; the name itself is not repeated.
    pub variants: Vec<String>,
    /// When it was, or when it began.
    pub from: Edtf,
    /// When it ended, where it lasted.
    pub to: Option<Edtf>,
}

/// Names that must stay different actors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeverMerge {
    /// The names or actor ids.
    pub names: Vec<String>,
}

/// Everything in `authority/*.toml`, in the order of file name and place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Authority {
    /// The actors.
    pub actors: Vec<AuthorityActor>,
    /// The events.
    pub events: Vec<AuthorityEvent>,
    /// Names to keep apart.
    pub never_merge: Vec<NeverMerge>,
}
