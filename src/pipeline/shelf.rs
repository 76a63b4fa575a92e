//! [`Shelf`]: annotated documents kept in memory between builds, shared with the dossiers made of them.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Progress;
use super::annotate::{Annotator, Prepared};
use super::cache::Cache;
use super::changes::Changes;
use super::reading::{CHUNK, is_shown};
use crate::config::Settings;
use crate::diagnostic::{Built, Diagnostic};
use crate::ingest::{self, SeedFile};
use crate::model::Display;
use crate::resolve::Annotated;

/// The documents of a folder by path.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    kept: BTreeMap<String, Kept>,
    /// True where the documents, or what is known beside them, are other than when they were last
    /// put together.
    pub is_news: bool,
    /// True where documents may have to be annotated again that did not change.
    pub is_doubted: bool,
}

/// An annotated seed.
#[derive(Debug)]
struct Kept {
    seed: SeedFile,
    /// What it depends on; `None` for a file that could not be loaded.
    key: Option<[u8; 32]>,
    /// `None` where nothing could be built. The display it was last put together under is written into it, so that
    /// nobody has to copy it for that.
    document: Option<Annotated>,
    /// The display that it says itself.
    display: Option<Display>,
    findings: Vec<Diagnostic>,
}

impl Kept {
    fn new(seed: &SeedFile, key: Option<[u8; 32]>, prepared: Prepared) -> Self {
        let document = prepared.document.map(|(source, annotations)| Annotated::new(source, annotations));
        let display = document.as_ref().and_then(|document| document.source.provenance.statement.display);
        Self { seed: seed.clone(), key, document, display, findings: prepared.findings }
    }

    /// Writes the display into the document, where the site's own is `default`.
    fn show_as(&mut self, default: Display) {
        let display = Some(self.display.unwrap_or(default));
        if let Some(document) = &mut self.document
            && document.source.provenance.statement.display != display
        {
            document.source.provenance.statement.display = display;
        }
    }

    /// True where the other came out the same.
    fn is_like(&self, other: &Self) -> bool {
        self.document == other.document && self.display == other.display && self.findings == other.findings
    }
}

impl Shelf {
    /// Makes the shelf that of `seeds`. Only new seeds and those that `changes` may touch are read,
    /// and of them only those that differ are annotated. True where anything is other than before.
    pub(super) fn update(&mut self, seeds: &[SeedFile], changes: &Changes, maker: Maker<'_>, progress: &dyn Progress) {
        let is_same = |seed: &SeedFile| {
            !changes.may_touch_seed(seed)
                && !self.is_doubted
                && self.kept.get(&seed.path).is_some_and(|kept| kept.seed == *seed)
        };
        let stale: Vec<&SeedFile> = seeds.iter().filter(|seed| !is_same(seed)).collect();
        progress.begin("Reading documents", stale.len());
        self.retain(seeds);
        for chunk in stale.chunks(CHUNK) {
            let made: Vec<(Option<[u8; 32]>, Option<Prepared>)> = chunk
                .par_iter()
                .map(|seed| {
                    let made = maker.prepare(seed, self.kept.get(&seed.path).and_then(|kept| kept.key));
                    progress.step();
                    made
                })
                .collect();
            let fresh: Vec<_> = made.iter().filter_map(|(key, prepared)| Some(((*key)?, prepared.as_ref()?))).collect();
            maker.cache.put(&fresh);
            for (seed, (key, prepared)) in chunk.iter().zip(made) {
                self.put(seed, key, prepared, maker.settings.display);
            }
        }
        self.is_doubted = false;
    }

    /// Drops what is no seed any longer.
    fn retain(&mut self, seeds: &[SeedFile]) {
        let before = self.kept.len();
        self.kept.retain(|path, _| seeds.binary_search_by(|seed| seed.path.cmp(path)).is_ok());
        self.is_news |= self.kept.len() != before;
    }

    /// Keeps a seed; `None` where what was kept is still right.
    fn put(&mut self, seed: &SeedFile, key: Option<[u8; 32]>, prepared: Option<Prepared>, default: Display) {
        let kept = self.kept.get_mut(&seed.path);
        let Some(prepared) = prepared else {
            kept.into_iter().for_each(|kept| kept.seed = seed.clone());
            return;
        };
        let mut new = Kept::new(seed, key, prepared);
        new.show_as(default);
        self.is_news |= kept.is_none_or(|kept| !kept.is_like(&new));
        self.kept.insert(seed.path.clone(), new);
    }

    /// What became of a seed; `None` where it is what is kept, cannot be read, or is not shown.
    pub(super) fn read_anew(&self, seed: &SeedFile, maker: Maker<'_>) -> Option<Annotated> {
        let (_, prepared) = maker.prepare(seed, self.kept.get(&seed.path)?.key);
        let (source, annotations) = prepared?.document?;
        is_shown(seed, &source, maker.settings, &mut Vec::new()).then(|| Annotated::new(source, annotations))
    }

    /// The documents to resolve, by path, drafts left out, with what is odd in them.
    pub(super) fn corpus(&mut self, settings: &Settings) -> Built<Vec<Annotated>> {
        let (mut corpus, mut findings) = (Vec::with_capacity(self.kept.len()), Vec::new());
        for kept in self.kept.values_mut() {
            kept.show_as(settings.display);
            findings.extend(kept.findings.iter().cloned());
            let document = kept.document.as_ref();
            corpus.extend(document.filter(|own| is_shown(&kept.seed, &own.source, settings, &mut findings)).cloned());
        }
        Built { value: corpus, findings }
    }
}

/// What annotates a seed.
#[derive(Clone, Copy)]
pub(super) struct Maker<'m> {
    pub annotator: &'m Annotator,
    pub cache: &'m Cache,
    pub settings: &'m Settings,
}

impl Maker<'_> {
    /// The seed's key and what it became; nothing where it is what `old` says.
    fn prepare(&self, seed: &SeedFile, old: Option<[u8; 32]>) -> (Option<[u8; 32]>, Option<Prepared>) {
        let raw = match ingest::load(seed, self.settings) {
            Ok(raw) => raw,
            Err(finding) => return (None, Some(Prepared { document: None, findings: vec![finding] })),
        };
        let shown = ingest::shown_as(seed, self.settings);
        let key = self.annotator.key(&raw, &shown);
        if old == Some(key) {
            return (Some(key), None);
        }
        (Some(key), Some(self.cache.get(&key).unwrap_or_else(|| self.annotator.prepare(&raw, &shown))))
    }
}
