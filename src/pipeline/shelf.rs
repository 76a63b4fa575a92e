//! [`Shelf`]: annotated documents kept in memory between builds, packed as the cache packs them.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Progress;
use super::annotate::{Annotator, Prepared};
use super::cache::Cache;
use super::changes::Changes;
use super::reading::{CHUNK, shown};
use crate::config::Settings;
use crate::diagnostic::Built;
use crate::ingest::{self, SeedFile};
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

/// An annotated seed. Packed it takes about a fifth of the memory.
#[derive(Debug)]
struct Kept {
    seed: SeedFile,
    /// What it depends on; `None` for a file that could not be loaded.
    key: Option<[u8; 32]>,
    /// [`Prepared`] as postcard.
    packed: Vec<u8>,
}

impl Shelf {
    /// Makes the shelf that of `seeds`. Only new seeds and those that `changes` may touch are read,
    /// and of them only those that differ are annotated. True where anything is other than before.
    pub(super) fn update(&mut self, seeds: &[SeedFile], changes: &Changes, maker: Maker<'_>, progress: &dyn Progress) {
        let is_same = |seed: &SeedFile| {
            let is_touched = changes.may_touch(&seed.location)
                || seed.sidecar.as_deref().is_some_and(|path| changes.may_touch(path));
            !is_touched && !self.is_doubted && self.kept.get(&seed.path).is_some_and(|kept| kept.seed == *seed)
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
            for (seed, (key, prepared)) in chunk.iter().zip(&made) {
                self.put(seed, *key, prepared.as_ref());
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
    fn put(&mut self, seed: &SeedFile, key: Option<[u8; 32]>, prepared: Option<&Prepared>) {
        let kept = self.kept.get_mut(&seed.path);
        let Some(prepared) = prepared else {
            kept.into_iter().for_each(|kept| kept.seed = seed.clone());
            return;
        };
        let packed = postcard::to_stdvec(prepared).expect("annotations are plain values");
        self.is_news |= kept.is_none_or(|kept| kept.packed != packed);
        self.kept.insert(seed.path.clone(), Kept { seed: seed.clone(), key, packed });
    }

    /// The documents to resolve, by path, drafts left out, with what is odd in them.
    pub(super) fn corpus(&self, settings: &Settings) -> Built<Vec<Annotated>> {
        let kept: Vec<&Kept> = self.kept.values().collect();
        let unpack = |kept: &&Kept| {
            let mut findings = Vec::new();
            let prepared: Prepared = postcard::from_bytes(&kept.packed).expect("packed by this run");
            let annotated = shown(&kept.seed, prepared, settings, &mut findings);
            (annotated, findings)
        };
        let unpacked: Vec<_> = kept.par_iter().map(unpack).collect();
        let (corpus, findings): (Vec<_>, Vec<_>) = unpacked.into_iter().unzip();
        Built { value: corpus.into_iter().flatten().collect(), findings: findings.concat() }
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
