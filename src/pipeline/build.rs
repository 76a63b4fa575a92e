//! `build`: a folder of seeds becomes the files of a site.

use std::sync::Mutex;

use rayon::prelude::*;

use super::annotate::{Annotator, Prepared};
use super::cache::Cache;
use super::{BuildOptions, CacheMode, Progress, Report};
use crate::config::{Settings, known_authority, read_corrections_file, read_overrides_file};
use crate::diagnostic::{Built, Code, Diagnostic};
use crate::error::Error;
use crate::export;
use crate::ingest::{self, SeedFile};
use crate::model::{
    Authority, Dossier, DossierDocument, ManifestFile, OutputFile, Overrides, SearchRecord, SourceDocument, paths,
};
use crate::output::Sink;
use crate::page::Site;
use crate::render::Renderer;
use crate::resolve::{Annotated, Knowledge, resolve, resolve_corrections};
use crate::search;

/// Documents annotated between two writes of the cache.
const CHUNK: usize = 256;

/// Builds the site into a sink. Same seeds and settings give the same bytes.
///
/// # Errors
/// The settings, authority or templates are wrong, or the world failed; the sink then shows
/// nothing.
pub fn build<S: Sink>(
    settings: &Settings,
    options: &BuildOptions,
    sink: S,
    progress: &dyn Progress,
) -> Result<Report, Error> {
    let renderer = Renderer::new(Some(&settings.templates), Some(&settings.statics))?;
    let pool = super::pool(options.jobs);
    let (seeds, Built { value: dossier, findings }) = read(settings, options, &pool, progress)?;
    let files =
        pool.install(|| write(&dossier, &seeds, settings, Output { renderer: &renderer, sink: &sink, progress }))?;
    sink.put(export::dossier_json(&dossier, settings, &export::manifest_hash(&files)))?;
    Ok(Report {
        documents: dossier.documents.len(),
        events: dossier.events.len(),
        actors: dossier.actors.len(),
        quotations: dossier.quotations.len(),
        findings,
        manifest: sink.finish()?,
    })
}

/// Reads and resolves the seeds and writes nothing.
///
/// # Errors
/// The settings or authority are wrong, or the world failed.
pub fn read_dossier(
    settings: &Settings,
    options: &BuildOptions,
    progress: &dyn Progress,
) -> Result<Built<Dossier>, Error> {
    let pool = super::pool(options.jobs);
    Ok(read(settings, options, &pool, progress)?.1)
}

fn read(
    settings: &Settings,
    options: &BuildOptions,
    pool: &rayon::ThreadPool,
    progress: &dyn Progress,
) -> Result<(Vec<SeedFile>, Built<Dossier>), Error> {
    let authority = known_authority(settings)?;
    let overrides = read_overrides_file(&settings.overrides)?;
    let told = read_corrections_file(&settings.corrections)?;
    let Built { value: seeds, mut findings } = ingest::find_seeds(settings)?;
    let corpus = pool.install(|| corpus(&seeds, &authority, (settings, options), &mut findings, progress));
    let shown =
        settings.seeds.file_name().map_or_else(|| "seeds".to_owned(), |name| name.to_string_lossy().into_owned());
    let mut resolved = resolve(corpus, knowledge(&authority, &overrides, settings, &shown));
    let (corrections, unused) = resolve_corrections(&resolved.value, &told);
    resolved.value.corrections = corrections;
    findings.extend(unused);
    findings.extend(resolved.findings);
    findings.sort();
    findings.dedup();
    Ok((seeds, Built { value: resolved.value, findings }))
}

fn knowledge<'k>(
    authority: &'k Authority,
    overrides: &'k Overrides,
    settings: &Settings,
    seeds: &'k str,
) -> Knowledge<'k> {
    Knowledge { authority, overrides, display: settings.display, week_start: settings.week_start, seeds }
}

/// Every document of the seeds, annotated, drafts left out.
fn corpus(
    seeds: &[SeedFile],
    authority: &Authority,
    (settings, options): (&Settings, &BuildOptions),
    findings: &mut Vec<Diagnostic>,
    progress: &dyn Progress,
) -> Vec<Annotated> {
    let annotator = Annotator::new(authority, settings.week_start);
    let cache = match options.cache {
        CacheMode::Use => Cache::open(&settings.root),
        CacheMode::Ignore => Cache::none(),
    };
    progress.begin("Reading documents", seeds.len());
    let mut corpus = Vec::with_capacity(seeds.len());
    for chunk in seeds.chunks(CHUNK) {
        let prepared: Vec<(Option<[u8; 32]>, Prepared)> = chunk
            .par_iter()
            .map(|seed| {
                let prepared = prepare(seed, &annotator, &cache, settings);
                progress.step();
                prepared
            })
            .collect();
        let fresh: Vec<_> = prepared.iter().filter_map(|(key, prepared)| key.map(|key| (key, prepared))).collect();
        cache.put(&fresh);
        for (seed, (_, Prepared { document, findings: found })) in chunk.iter().zip(prepared) {
            findings.extend(found);
            let Some((source, annotations)) = document else { continue };
            if is_draft(&source, settings) {
                findings.push(draft_skipped(&ingest::shown_as(seed, settings)));
            } else {
                corpus.push(Annotated { source, annotations });
            }
        }
    }
    cache.close();
    corpus
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

/// Where files go, and through what.
#[derive(Clone, Copy)]
struct Output<'o, S> {
    renderer: &'o Renderer,
    sink: &'o S,
    progress: &'o dyn Progress,
}

/// Renders and writes everything but `dossier.json`; returns what was written.
fn write<S: Sink>(
    dossier: &Dossier,
    seeds: &[SeedFile],
    settings: &Settings,
    output: Output<'_, S>,
) -> Result<Vec<ManifestFile>, Error> {
    let site = Site::new(dossier, settings);
    let records = search_records(&site, dossier.documents.len());
    let site = site.with_key_words(search::key_words(&records));
    let found = search::index(records);
    let plan = site.plan();
    output.progress.begin("Writing pages", plan.len());
    let written = Mutex::new(Vec::with_capacity(plan.len() + 2 * dossier.documents.len()));
    let put = |file: OutputFile| -> Result<(), Error> {
        let record = output.sink.put(file)?;
        written.lock().expect("no writer panics").push(record);
        Ok(())
    };
    plan.par_iter().try_for_each(|kind| {
        put(output.renderer.render(&site.page(kind))?)?;
        output.progress.step();
        Ok::<(), Error>(())
    })?;
    dossier.documents.par_iter().try_for_each(|document| {
        raw_file(document, seeds, settings)?.map_or(Ok(()), &put)?;
        export::document_files(document, settings).into_iter().try_for_each(&put)
    })?;
    found.into_iter().try_for_each(&put)?;
    let data = export::data_files(dossier, settings, &site.event_places());
    data.into_iter().chain(output.renderer.assets()?).try_for_each(put)?;
    Ok(written.into_inner().expect("no writer panics"))
}

/// What the site shows, for the search.
fn search_records(site: &Site, documents: usize) -> Vec<SearchRecord> {
    let stories: Vec<Vec<SearchRecord>> =
        (0..documents).into_par_iter().map(|document| site.document_records(document)).collect();
    stories.into_iter().flatten().chain(site.fact_records()).collect()
}

/// The raw bytes of a document, read again where the text is not them.
///
/// # Errors
/// The file changed or vanished while the site was built.
fn raw_file(document: &DossierDocument, seeds: &[SeedFile], settings: &Settings) -> Result<Option<OutputFile>, Error> {
    let Some(path) = paths::raw_file(document) else { return Ok(None) };
    let provenance = &document.source.provenance;
    if provenance.text_is_raw {
        return Ok(Some(OutputFile { path, bytes: document.source.text.clone().into_bytes() }));
    }
    let seed = seeds.binary_search_by(|seed| seed.path.cmp(&provenance.path)).ok().map(|index| &seeds[index]);
    let changed = |location: std::path::PathBuf| Error::Read {
        what: "the document",
        path: location,
        source: std::io::Error::other("it changed while the site was built; build again"),
    };
    let Some(seed) = seed else { return Err(changed(provenance.path.clone().into())) };
    match ingest::load(seed, settings) {
        Ok(raw) if ingest::sha256(&raw.bytes) == provenance.sha256 => Ok(Some(OutputFile { path, bytes: raw.bytes })),
        _ => Err(changed(seed.location.clone())),
    }
}
