//! [`Overrides`]: an editor's decisions, kept apart from what was found.

use super::{Edtf, NameKind};

/// Several actors are one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// Ids or names of the actors that are one; the first is kept.
    pub actors: Vec<String>,
    /// The name of the one actor, where it is to be another.
    pub name: Option<String>,
}

/// One spelling of an actor is somebody else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// Id or name of the actor.
    pub actor: String,
    /// The spelling that is somebody else.
    pub variant: String,
    /// Only in these documents (paths below `seeds/`); empty means in all.
    pub documents: Vec<String>,
    /// The name of the other actor.
    pub name: String,
}

/// An actor is to be called otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rename {
    /// Id or name of the actor.
    pub actor: String,
    /// The new name.
    pub name: String,
}

/// An actor is another kind of thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retype {
    /// Id or name of the actor.
    pub actor: String,
    /// What it is.
    pub kind: NameKind,
}

/// A false name or an event that is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hide {
    /// Id or name of an actor.
    Actor(String),
    /// Id of an event.
    Event(String),
}

/// A date an editor knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateDecision {
    /// Path of the document below `seeds/`.
    pub document: String,
    /// The story of the document; `None` is the whole file.
    pub story: Option<String>,
    /// When it was published.
    pub published: Edtf,
    /// The editor's reason, shown to readers.
    pub why: Option<String>,
}

/// Everything in `overrides.toml`, in the order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overrides {
    /// Actors that are one.
    pub merges: Vec<Merge>,
    /// Spellings that are somebody else.
    pub splits: Vec<Split>,
    /// Other kinds.
    pub retypes: Vec<Retype>,
    /// New names.
    pub renames: Vec<Rename>,
    /// What is not to be shown.
    pub hidden: Vec<Hide>,
    /// Dates of documents.
    pub dates: Vec<DateDecision>,
}

impl Overrides {
    /// True where a decision is about an actor.
    pub fn decides_actors(&self) -> bool {
        let hides_actor = self.hidden.iter().any(|hide| matches!(hide, Hide::Actor(_)));
        let counts = [self.merges.len(), self.splits.len(), self.retypes.len(), self.renames.len()];
        hides_actor || counts.iter().any(|&count| count > 0)
    }
}
