//! Folder → documents: finds the seeds, reads their bytes, and makes a
//! [`SourceDocument`](crate::model::SourceDocument) of each.
//!
//! [`find_seeds`] and [`load`] touch the disk; [`read()`] is pure. A file per media type, one for
//! statements (sidecars and front matter). What a text *means* is left to the stages behind.

mod dates;
mod encoding;
mod file_name;
mod front_matter;
mod html;
mod load;
mod markdown;
mod media;
mod reader;
mod statement;
mod tags;
mod walk;

use std::path::PathBuf;

use crate::model::{Block, Statement};

pub use load::{load, shown_as};
pub use reader::{from_text, read, sha256};
pub use walk::{find_seeds, find_seeds_at};

/// A file below the seeds folder, not yet read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeedFile {
    /// Path below the folder walked, parts joined by `/`.
    pub path: String,
    /// Where it lies on the disk.
    pub location: PathBuf,
    /// The sidecar beside it.
    pub sidecar: Option<PathBuf>,
    /// Its length when it was found, in bytes.
    pub bytes: u64,
}

/// The bytes of a seed and of its sidecar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawSeed {
    /// Path below the folder walked, parts joined by `/`.
    pub path: String,
    /// The file, byte for byte.
    pub bytes: Vec<u8>,
    /// Its sidecar, byte for byte.
    pub sidecar: Option<Vec<u8>>,
}

/// What a reader of one media type makes of a text.
#[derive(Debug, Default, Clone, PartialEq)]
struct Reading {
    text: String,
    blocks: Vec<Block>,
    /// What the document says about itself.
    statement: Statement,
}

/// The path of a sidecar in findings.
fn sidecar_shown_as(document: &str) -> String {
    format!("{document}.toml")
}
