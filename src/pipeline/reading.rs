//! Seeds → [`Reading`]: everything that is known of a corpus, whatever its pages look like.

use std::sync::Arc;

use rayon::prelude::*;

use super::annotate::{Annotator, Prepared};
use super::cache::Cache;
use super::{BuildOptions, CacheMode, Progress};
use crate::config::{Settings, known_authority, read_corrections_file, read_overrides_file};
use crate::diagnostic::{Built, Code, Diagnostic};
use crate::error::Error;
use crate::ingest::{self, SeedFile};
use crate::model::correction::CorrectionEntry;
use crate::model::{Authority, Dossier, Overrides, SourceDocument};
use crate::page::Index;
use crate::resolve::{Annotated, Knowledge, Memory, resolve_again, resolve_corrections};

/// Documents annotated between two writes of the cache.
pub(super) const CHUNK: usize = 256;

/// What the user's files say beside the documents.
#[derive(Debug, PartialEq)]
pub(super) struct Known {
    pub authority: Authority,
    pub overrides: Overrides,
    /// What the editors tell of mistakes and changes.
    pub corrections: Vec<CorrectionEntry>,
}

impl Known {
    /// Reads the authority files, the vocabularies, the editor's decisions and the corrections.
    ///
    /// # Errors
    /// One of them is wrong or cannot be read.
    pub(super) fn read(settings: &Settings) -> Result<Self, Error> {
        Ok(Self {
            authority: known_authority(settings)?,
            overrides: read_overrides_file(&settings.overrides)?,
            corrections: read_corrections_file(&settings.corrections)?,
        })
    }
}

/// The dossier of a corpus, counted, with the seeds it was made from.
#[derive(Debug)]
pub(super) struct Reading {
    pub dossier: Dossier,
    /// What is odd, by file and place, each once.
    pub findings: Vec<Diagnostic>,
    pub seeds: Vec<SeedFile>,
    /// What was odd when the seeds were looked for.
    pub walked: Vec<Diagnostic>,
    pub index: Arc<Index>,
}

impl Reading {
    /// Decides what the mentions of a corpus mean. Corpus and seeds come with what was odd in them; `memory` is
    /// what is left of the last time.
    pub(super) fn new(
        Built { value: corpus, mut findings }: Built<Vec<Annotated>>,
        Built { value: seeds, findings: walked }: Built<Vec<SeedFile>>,
        known: &Known,
        settings: &Settings,
        memory: &mut Memory,
    ) -> Self {
        let shown =
            settings.seeds.file_name().map_or_else(|| "seeds".to_owned(), |name| name.to_string_lossy().into_owned());
        let knowledge = Knowledge {
            authority: &known.authority,
            overrides: &known.overrides,
            display: settings.display,
            week_start: settings.week_start,
            seeds: &shown,
        };
        let mut resolved = resolve_again(corpus, knowledge, memory);
        let (corrections, unused) = resolve_corrections(&resolved.value, &known.corrections);
        resolved.value.corrections = corrections;
        findings.extend(unused);
        findings.extend(resolved.findings);
        findings.extend(walked.iter().cloned());
        findings.sort();
        findings.dedup();
        let index = Arc::new(Index::new(&resolved.value));
        Self { dossier: resolved.value, findings, seeds, walked, index }
    }
}

/// Reads and resolves the seeds, once.
///
/// # Errors
/// The settings or authority are wrong, or the world failed.
pub(super) fn read(
    settings: &Settings,
    options: &BuildOptions,
    pool: &rayon::ThreadPool,
    progress: &dyn Progress,
) -> Result<Reading, Error> {
    let known = Known::read(settings)?;
    let seeds = ingest::find_seeds(settings)?;
    let annotator = Annotator::new(&known.authority, settings.week_start);
    let cache = match options.cache {
        CacheMode::Use => Cache::open(&settings.root),
        CacheMode::Ignore => Cache::none(),
    };
    progress.begin("Reading documents", seeds.value.len());
    let (mut corpus, mut findings) = (Vec::with_capacity(seeds.value.len()), Vec::new());
    for chunk in seeds.value.chunks(CHUNK) {
        let prepare = |seed| {
            let prepared = prepare(seed, &annotator, &cache, settings);
            progress.step();
            prepared
        };
        let prepared: Vec<(Option<[u8; 32]>, Prepared)> = pool.install(|| chunk.par_iter().map(prepare).collect());
        let fresh: Vec<_> = prepared.iter().filter_map(|(key, prepared)| key.map(|key| (key, prepared))).collect();
        cache.put(&fresh);
        for (seed, (_, prepared)) in chunk.iter().zip(prepared) {
            findings.extend(prepared.findings);
            let document = prepared.document.filter(|(source, _)| is_shown(seed, source, settings, &mut findings));
            corpus.extend(document.map(|(source, annotations)| Annotated::new(source, annotations)));
        }
    }
    cache.close();
    progress.begin("Putting facts together", corpus.len());
    let corpus = Built { value: corpus, findings };
    Ok(pool.install(|| Reading::new(corpus, seeds, &known, settings, &mut Memory::default())))
}

/// A seed from the cache, or made anew: then with the key to keep it under.
fn prepare(seed: &SeedFile, annotator: &Annotator, cache: &Cache, settings: &Settings) -> (Option<[u8; 32]>, Prepared) {
    let raw = match ingest::load(seed, settings) {
        Ok(raw) => raw,
        Err(finding) => return (None, Prepared { document: None, findings: vec![finding] }),
    };
    let shown = ingest::shown_as(seed, settings);
    let key = annotator.key(&raw, &shown);
    match cache.get(&key) {
        Some(prepared) => (None, prepared),
        None => (Some(key), annotator.prepare(&raw, &shown)),
    }
}

/// False for a draft, which a finding says is not in the site.
pub(super) fn is_shown(
    seed: &SeedFile,
    source: &SourceDocument,
    settings: &Settings,
    findings: &mut Vec<Diagnostic>,
) -> bool {
    let is_draft = is_draft(source, settings);
    if is_draft {
        findings.push(draft_skipped(&ingest::shown_as(seed, settings)));
    }
    !is_draft
}

fn is_draft(source: &SourceDocument, settings: &Settings) -> bool {
    let statement = &source.provenance.statement;
    // The stories of a file share its raw copy: one draft keeps the file out.
    let said = std::iter::once(statement).chain(&statement.stories).any(|said| said.draft == Some(true));
    said && !settings.drafts
}

fn draft_skipped(shown_as: &str) -> Diagnostic {
    Diagnostic::of_file(
        shown_as,
        Code::DraftSkipped,
        "a draft, left out of the site",
        "`annalist build --drafts` shows drafts",
    )
}
