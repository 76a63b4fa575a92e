//! [`Authority`]: what is known before any document is read, by the user or by the program.

use super::{Edtf, NameKind, Vocabulary};

/// Whose knowledge something is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The dossier's own authority files.
    #[default]
    Dossier,
    /// The general authority file that ships in the program.
    Shipped,
}

impl Origin {
    /// The word used in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Dossier => "dossier",
            Self::Shipped => "shipped",
        }
    }
}

/// Whether the general authority file counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum GeneralAuthority {
    /// It stands behind the dossier's own files.
    #[default]
    Use,
    /// Only the dossier's own files count.
    LeaveOut,
}

/// A role with its term of office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorityRole {
    /// The title of the role.
    pub title: String,
    /// First day, month or year of the term.
    pub from: Option<Edtf>,
    /// Last day, month or year of the term.
    pub to: Option<Edtf>,
    /// Whose knowledge it is.
    pub origin: Origin,
    /// The public record it can be checked against.
    pub source: Option<String>,
}

/// An actor as the authority files have it.
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
    /// Whose knowledge it is; a shipped actor that the user's files have, too, is the user's.
    pub origin: Origin,
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

/// An agreement as the authority files have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorityAgreement {
    /// The id the user gave, or the slug of the name.
    pub id: String,
    /// The authorized name.
    pub name: String,
    /// Other names, acronyms and nicknames; the name itself is not repeated.
    pub variants: Vec<String>,
    /// Words without capitals that mean it where its parties are named.
    pub descriptions: Vec<String>,
    /// Its type.
    pub kind: String,
    /// The names of its parties.
    pub parties: Vec<String>,
    /// The public record it can be checked against.
    pub source: Option<String>,
    /// Whose knowledge it is.
    pub origin: Origin,
}

/// Names that must stay different actors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeverMerge {
    /// The names or actor ids.
    pub names: Vec<String>,
}

/// Everything in `authority/*.toml`, in the order of file name and place, and behind it what ships.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Authority {
    /// The actors.
    pub actors: Vec<AuthorityActor>,
    /// The events.
    pub events: Vec<AuthorityEvent>,
    /// The agreements.
    pub agreements: Vec<AuthorityAgreement>,
    /// The dossier's own words for agreements.
    pub vocabulary: Vocabulary,
    /// Names to keep apart.
    pub never_merge: Vec<NeverMerge>,
    /// Whether the general authority file counts.
    pub general: GeneralAuthority,
}
