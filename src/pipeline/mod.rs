//! The stages in order: the only user of threads and of the cache, and the only place that knows
//! every stage.
//!
//! Per document (ingest, segment, extract) the work is parallel and cached under the hash of what
//! it depends on; per corpus (resolve) it is near linear; pages render in parallel into a sink.

mod annotate;
mod build;
mod cache;
mod changes;
mod edition;
mod extract;
mod found;
mod reading;
mod shelf;
mod workshop;

use crate::diagnostic::Diagnostic;
use crate::model::Manifest;

pub use annotate::{Annotator, Prepared};
pub use build::{build, read_dossier};
pub use changes::{Changes, Concern, concern};
pub use edition::Edition;
pub use extract::{extract_lines, extract_paths};
pub use workshop::Workshop;

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
    /// Documents in the site.
    pub documents: usize,
    /// Events on the timeline.
    pub events: usize,
    /// Actors with a page.
    pub actors: usize,
    /// Quotations found.
    pub quotations: usize,
    /// What is odd in the documents, by file and place.
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

/// Tells nobody.
#[derive(Debug, Clone, Copy)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _stage: &str, _total: usize) {}
    fn step(&self) {}
}

/// Bytes of stack for a worker: trees of hostile mark-up are walked recursively by libraries.
const STACK: usize = 16 * 1024 * 1024;

/// A pool of `jobs` workers; 0 is one for each core.
fn pool(jobs: usize) -> rayon::ThreadPool {
    rayon::ThreadPoolBuilder::new()
        .num_threads(jobs)
        .stack_size(STACK)
        .build()
        .expect("worker threads can be started wherever this program could be")
}

#[cfg(test)]
mod tests;
