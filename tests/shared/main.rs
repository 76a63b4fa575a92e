//! What the program makes of the five real documents and of 300 real articles.
//!
//! They are not ours to copy, so they are read where they lie: in the folder that `ANNALIST_SHARED`
//! names, else in `shared` beside the repository. `cargo test --test shared` runs this program,
//! `cargo test` does not. A file that is not there is a failure.

#![allow(clippy::unwrap_used)] // a test that unwraps nothing it should have is a test that failed

mod articles;
#[path = "../suite/dossier.rs"]
mod dossier;
mod five;
mod five_actors;
mod five_agreements;
mod five_dates;

use std::path::{Path, PathBuf};

/// A file or folder that the repository does not have.
pub fn shared(below: &str) -> PathBuf {
    let folder = std::env::var_os("ANNALIST_SHARED")
        .map_or_else(|| Path::new(dossier::REPOSITORY).join("../shared"), PathBuf::from);
    let path = folder.join(below);
    assert!(path.exists(), "{} is not there: set ANNALIST_SHARED to the folder that has it", path.display());
    path
}
