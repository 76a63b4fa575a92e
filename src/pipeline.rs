//! A placeholder with the interface of the pipeline, so that `cli/` compiles before it exists.

use std::io;
use std::path::PathBuf;

use crate::config::Settings;
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::model::{Edtf, Manifest};
use crate::output::Sink;

/// What to do with the cache of annotations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CacheMode {
    /// Read and write it.
    Use,
    /// Leave it alone.
    Ignore,
}

/// How to build.
#[derive(Debug, Clone, Copy)]
pub struct BuildOptions {
    /// Threads; 0 is one for each core.
    pub jobs: usize,
    /// What to do with the cache.
    pub cache: CacheMode,
}

/// What a build found.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// Documents read.
    pub documents: usize,
    /// Events on the timeline.
    pub events: usize,
    /// Actors with a page.
    pub actors: usize,
    /// Quotations found.
    pub quotations: usize,
    /// What is odd in the documents.
    pub findings: Vec<Diagnostic>,
    /// The files of the site.
    pub manifest: Manifest,
}

/// Is told how far a run is.
pub trait Progress: Sync {
    /// A stage of `total` steps begins.
    fn begin(&self, stage: &str, total: usize);
    /// One step is done.
    fn step(&self);
}

/// Builds the site into a sink.
///
/// # Errors
/// The world failed.
pub fn build<S: Sink>(
    _settings: &Settings,
    _options: &BuildOptions,
    sink: S,
    _progress: &dyn Progress,
) -> Result<Report, Error> {
    Ok(Report { manifest: sink.finish()?, ..Report::default() })
}

/// Annotates files and folders.
///
/// # Errors
/// The world failed, or `each` did.
pub fn extract_paths(
    _paths: &[PathBuf],
    _settings: &Settings,
    _date: Option<Edtf>,
    _jobs: usize,
    _each: &mut dyn FnMut(String) -> Result<(), Error>,
) -> Result<Vec<Diagnostic>, Error> {
    Ok(Vec::new())
}

/// Annotates the documents of JSON lines.
///
/// # Errors
/// The world failed, or `each` did.
pub fn extract_lines(
    _lines: &mut dyn Iterator<Item = io::Result<String>>,
    _settings: &Settings,
    _date: Option<Edtf>,
    _jobs: usize,
    _each: &mut dyn FnMut(String) -> Result<(), Error>,
) -> Result<Vec<Diagnostic>, Error> {
    Ok(Vec::new())
}
