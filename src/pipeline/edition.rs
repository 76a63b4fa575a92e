//! [`Edition`]: a whole site, made file by file when it is asked for.

use std::collections::{BTreeMap, HashSet};
use std::mem::discriminant;
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use super::reading::Reading;
use super::{Progress, Report, Silent};
use crate::config::Settings;
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::export;
use crate::ingest::{self, SeedFile};
use crate::model::{DossierDocument, ManifestFile, OutputFile, paths};
use crate::output::{CheckSink, Sink, check_paths};
use crate::page::{PageKind, Site};
use crate::render::Renderer;

/// What stands at a path.
#[derive(Debug, Clone)]
pub(super) enum Place {
    Page(PageKind),
    /// The raw copy of a document, by index.
    Raw(usize),
    /// The text of a document, by index.
    Text(usize),
}

/// Every path of a site but those of downloads and static files.
pub(super) type Places = BTreeMap<String, Place>;

/// One state of a site. `build` writes all of its files into a sink; a preview asks for single
/// ones. Both come from here, so both are the same bytes.
#[derive(Debug)]
pub struct Edition {
    pub(super) reading: Arc<Reading>,
    pub(super) settings: Arc<Settings>,
    pub(super) renderer: Arc<Renderer>,
    pub(super) places: Arc<Places>,
}

/// The places of a site.
///
/// # Errors
/// Two files cannot stand beside each other on every file system.
pub(super) fn places(reading: &Reading, settings: &Settings) -> Result<Places, Error> {
    let site = Site::with_index(&reading.dossier, settings, reading.index.clone());
    let mut places: Vec<(String, Place)> =
        site.plan().into_iter().map(|kind| (site.path(&kind), Place::Page(kind))).collect();
    for (index, document) in reading.dossier.documents.iter().enumerate() {
        places.extend(paths::raw_file(document).map(|path| (path, Place::Raw(index))));
        if !document.source.provenance.text_is_raw {
            places.extend(paths::text_file(document).map(|path| (path, Place::Text(index))));
        }
    }
    check_paths(places.iter().map(|(path, _)| path.as_str()))?;
    Ok(places.into_iter().collect())
}

impl Edition {
    /// The file at a path below the site's folder, its parts joined by `/`. `None` where there is none.
    ///
    /// # Errors
    /// A template asks for something the view does not have, or a document changed or vanished
    /// since it was read.
    pub fn file(&self, path: &str) -> Result<Option<OutputFile>, Error> {
        if let Some(place) = self.places.get(path) {
            return self.make(place);
        }
        if path == paths::DOSSIER {
            return self.summary().map(Some);
        }
        let download = || export::data_file(path, &self.reading.dossier, &self.settings);
        Ok(self.renderer.asset(path).or_else(download))
    }

    /// The style sheet and every other static file.
    pub fn statics(&self) -> Vec<OutputFile> {
        self.renderer.assets().unwrap_or_default()
    }

    /// What is odd in the documents, by file and place.
    pub fn findings(&self) -> &[Diagnostic] {
        &self.reading.findings
    }

    /// The settings the site was made with.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// What was found, without the list of files.
    pub fn report(&self) -> Report {
        let dossier = &self.reading.dossier;
        Report {
            documents: dossier.documents.len(),
            events: dossier.events.len(),
            actors: dossier.actors.len(),
            quotations: dossier.quotations.len(),
            findings: self.reading.findings.clone(),
            manifest: crate::model::Manifest::default(),
        }
    }

    /// True where a page of each kind can be made if it could of `tried`: documents and templates are
    /// those of `tried`.
    pub fn is_as_sure_as(&self, tried: &Self) -> bool {
        Arc::ptr_eq(&self.reading, &tried.reading) && self.renderer.shares_templates(&tried.renderer)
    }

    /// Makes a page of each kind: a template that cannot be used should be known before somebody
    /// asks for its page.
    ///
    /// # Errors
    /// A template asks for something the view does not have.
    pub fn try_each_kind(&self) -> Result<(), Error> {
        let mut seen = HashSet::new();
        let first = |place: &&Place| match place {
            Place::Page(kind) => seen.insert(discriminant(kind)),
            Place::Raw(_) | Place::Text(_) => false,
        };
        self.places.values().filter(first).try_for_each(|place| self.make(place).map(drop))
    }

    /// Writes every file into a sink.
    ///
    /// # Errors
    /// A template asks for something the view does not have, or the world failed; the sink then
    /// shows nothing.
    pub(super) fn write<S: Sink>(
        &self,
        sink: S,
        pool: &rayon::ThreadPool,
        progress: &dyn Progress,
    ) -> Result<Report, Error> {
        let files = pool.install(|| self.put_all(&sink, progress))?;
        sink.put(export::dossier_json(&self.reading.dossier, &self.settings, &export::manifest_hash(&files)))?;
        Ok(Report { manifest: sink.finish()?, ..self.report() })
    }

    /// Everything but `dossier.json`; returns what was written.
    fn put_all<S: Sink>(&self, sink: &S, progress: &dyn Progress) -> Result<Vec<ManifestFile>, Error> {
        progress.begin("Writing pages", self.places.len());
        let written = Mutex::new(Vec::with_capacity(self.places.len()));
        let put = |file: OutputFile| -> Result<(), Error> {
            let record = sink.put(file)?;
            written.lock().expect("no writer panics").push(record);
            Ok(())
        };
        self.places.par_iter().try_for_each(|(_, place)| {
            self.make(place)?.map_or(Ok(()), &put)?;
            progress.step();
            Ok::<(), Error>(())
        })?;
        let downloads = export::data_files(&self.reading.dossier, &self.settings);
        downloads.into_iter().chain(self.renderer.assets()?).try_for_each(put)?;
        Ok(written.into_inner().expect("no writer panics"))
    }

    fn make(&self, place: &Place) -> Result<Option<OutputFile>, Error> {
        let Reading { dossier, index, .. } = &*self.reading;
        match place {
            Place::Page(kind) => {
                let site = Site::with_index(dossier, &self.settings, index.clone());
                self.renderer.render(&site.page(kind)).map(Some)
            }
            Place::Raw(document) => raw_file(&dossier.documents[*document], &self.reading.seeds, &self.settings),
            Place::Text(document) => Ok(export::text_file(&dossier.documents[*document])),
        }
    }

    /// `dossier.json`, which says which bytes the rest is: all of it has to be made for that.
    fn summary(&self) -> Result<OutputFile, Error> {
        let files = self.put_all(&CheckSink::default(), &Silent)?;
        Ok(export::dossier_json(&self.reading.dossier, &self.settings, &export::manifest_hash(&files)))
    }
}

/// The raw bytes of a document, read again where the text is not them.
///
/// # Errors
/// The file changed or vanished since it was read.
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
