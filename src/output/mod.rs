//! Where finished files go: onto the disk ([`DiskSink`]) or into a list ([`CheckSink`]).
//!
//! A sink takes files from any thread in any order and shows them all at once, or not at all. On
//! the disk that is a folder beside the site, synced and then exchanged with it. Only files named
//! in the marker an earlier build left are ever removed. What the files hold is the business of
//! `render/` and `export/`; which folders are precious is told by the caller.

mod check;
mod disk;
mod foreign;
mod guard;
mod ledger;
mod marker;
mod staging;
mod sync;
mod weight;

use std::io;
use std::path::{Path, PathBuf};

pub use check::{CheckSink, check_paths};
pub use disk::DiskSink;
pub use guard::Protected;
pub use marker::MARKER;
pub use weight::Weight;

use crate::error::Error;
use crate::model::{Manifest, ManifestFile, OutputFile};

/// Takes the files of a site.
///
/// Dropping a sink without [`Sink::finish`] shows nothing: the previous site stays as it was.
pub trait Sink: Sync {
    /// Takes one finished file, from any thread, in any order; returns what the manifest will say of it.
    ///
    /// # Errors
    /// The path leads out of the site or is taken (letter case and Unicode form aside), or the
    /// world fails.
    fn put(&self, file: OutputFile) -> Result<ManifestFile, Error>;

    /// Makes every file visible at once; returns them sorted by path.
    ///
    /// # Errors
    /// Something that is not ours stands in the way, or the world fails.
    fn finish(self) -> Result<Manifest, Error>
    where
        Self: Sized;
}

fn refused(path: impl Into<PathBuf>, reason: impl Into<String>, hint: impl Into<String>) -> Error {
    Error::OutputRefused { path: path.into(), reason: reason.into(), hint: hint.into() }
}

fn cannot_write(path: &Path) -> impl FnOnce(io::Error) -> Error {
    let path = path.to_owned();
    move |source| Error::Write { what: "the site", path, source }
}

fn cannot_read(path: &Path) -> impl FnOnce(io::Error) -> Error {
    let path = path.to_owned();
    move |source| Error::Read { what: "the site", path, source }
}

/// True where nothing stands at `path`, not even a broken link.
fn is_absent(path: &Path) -> bool {
    path.symlink_metadata().is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

#[cfg(test)]
mod tests;
