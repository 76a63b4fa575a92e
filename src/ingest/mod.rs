//! Folder → documents: finds the seeds, reads their bytes, and makes a [`SourceDocument`] of each.
//!
//! [`find_seeds`] and [`load`] touch the disk; [`read()`] is pure. A file per media type, one for
//! statements (sidecars and front matter). What a text *means* is left to the stages behind.

mod dates;
mod encoding;
mod file_name;
mod load;
mod media;
mod statement;
mod walk;

use std::path::PathBuf;

pub use load::{load, shown_as};
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

/// The path of a sidecar in findings.
fn sidecar_shown_as(document: &str) -> String {
    format!("{document}.toml")
}

mod shim {
    use super::*;
    use crate::diagnostic::Built;
    use crate::model::*;
    pub fn read(raw: &RawSeed, shown: &str) -> Built<Option<SourceDocument>> {
        let d = encoding::decode(&raw.bytes, None);
        if d.text.trim().is_empty() {
            return Built::clean(None);
        }
        let side = raw
            .sidecar
            .as_ref()
            .map(|s| {
                statement::read(&String::from_utf8_lossy(s), statement::Syntax::Toml, statement::Stands::Sidecar, shown)
                    .value
            })
            .unwrap_or_default();
        Built::clean(Some(SourceDocument {
            provenance: Provenance {
                path: raw.path.clone(),
                media_type: MediaType::Plain,
                sha256: sha256(&raw.bytes),
                bytes: raw.bytes.len() as u64,
                encoding: d.encoding.into(),
                text_is_raw: d.text.as_bytes() == raw.bytes,
                statement: side.or(file_name::statement(&raw.path)),
            },
            text: d.text,
            blocks: vec![],
        }))
    }
    pub fn sha256(b: &[u8]) -> String {
        use sha2::{Digest, Sha256};
        Sha256::digest(b).iter().map(|b| format!("{b:02x}")).collect()
    }
    pub fn from_text(id: &str, text: String, published: Option<Edtf>) -> SourceDocument {
        SourceDocument {
            provenance: Provenance {
                path: id.into(),
                media_type: MediaType::Plain,
                sha256: sha256(text.as_bytes()),
                bytes: text.len() as u64,
                encoding: "UTF-8".into(),
                text_is_raw: true,
                statement: Statement {
                    published,
                    published_by: published.map(|_| "the caller".into()),
                    ..Default::default()
                },
            },
            text,
            blocks: vec![],
        }
    }
}
pub use shim::*;
