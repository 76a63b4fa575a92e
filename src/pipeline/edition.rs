//! [`Edition`]: a whole site, made file by file when it is asked for.

use std::collections::{BTreeMap, HashSet};
use std::mem::{Discriminant, discriminant};
use std::sync::{Arc, Mutex, OnceLock};

use rayon::prelude::*;

use super::found::Found;
use super::reading::Reading;
use super::{Progress, Report, Silent};
use crate::config::Settings;
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::export::{self, Chronicle};
use crate::ingest::{self, SeedFile};
use crate::language::Phrasebook;
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
    /// What stands beside the page of a document, by index: its text, how it is cited.
    Beside(usize),
    /// A file of the search index, by number.
    Found(usize),
}

/// Every path of a site but those of downloads and static files.
#[derive(Debug)]
pub(super) struct Places {
    /// All that is known without reading words.
    pub known: BTreeMap<String, Place>,
    /// What the words of all pages go into, made when somebody asks for it.
    found: OnceLock<Found>,
}

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
    let mut known: Vec<(String, Place)> =
        site.plan().into_iter().map(|kind| (site.path(&kind), Place::Page(kind))).collect();
    for (index, document) in reading.dossier.documents.iter().enumerate() {
        known.extend(paths::raw_file(document).map(|path| (path, Place::Raw(index))));
        known.extend(export::document_paths(document).into_iter().map(|path| (path, Place::Beside(index))));
    }
    check_paths(known.iter().map(|(path, _)| path.as_str()))?;
    Ok(Places { known: known.into_iter().collect(), found: OnceLock::new() })
}

/// Templates, static files and phrases: ours, and before them those of the dossier.
///
/// # Errors
/// One of them cannot be read, or is wrong.
pub(super) fn renderer(settings: &Settings) -> Result<Renderer, Error> {
    let own = match std::fs::read_to_string(&settings.phrases) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(source) => return Err(Error::Read { what: "the phrases", path: settings.phrases.clone(), source }),
    };
    let phrasebook = Phrasebook::new(&settings.language, own.as_deref()).map_err(|mistake| Error::Settings {
        place: format!("{}:{}:1", settings.phrases.display(), mistake.line),
        message: mistake.message,
        hint: "phrases are messages in the syntax of Project Fluent, see docs/languages.md".to_owned(),
    })?;
    Renderer::new(Some(&settings.templates), Some(&settings.statics), Arc::new(phrasebook))
}

impl Edition {
    /// The file at a path below the site's folder, its parts joined by `/`. `None` where there is none.
    ///
    /// # Errors
    /// A template asks for something the view does not have, or a document changed or vanished
    /// since it was read.
    pub fn file(&self, path: &str) -> Result<Option<OutputFile>, Error> {
        if let Some(place) = self.place(path) {
            return self.make(path, place);
        }
        if path == paths::DOSSIER {
            return self.summary().map(Some);
        }
        let events = || self.site().event_places();
        let download = || export::data_file(path, self.chronicle(), events);
        Ok(self.renderer.asset(path).or_else(download))
    }

    /// The seed and the id of the document whose page stands at a path.
    pub(super) fn document_at(&self, path: &str) -> Option<(&SeedFile, &str)> {
        let Some(Place::Page(PageKind::Document(number))) = self.places.known.get(path) else { return None };
        let document = &self.reading.dossier.documents[*number];
        Some((seed_of(document, &self.reading.seeds)?, &document.id))
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
            actors: self.site().count_actors(),
            quotations: self.site().count_quotations(),
            findings: self.reading.findings.clone(),
            manifest: crate::model::Manifest::default(),
        }
    }

    /// True where a page of each kind can be made if it could of `tried`: the templates are those of `tried`,
    /// and it had a page of each kind that this one has.
    pub fn is_as_sure_as(&self, tried: &Self) -> bool {
        let is_read_alike = || Arc::ptr_eq(&self.reading, &tried.reading) || self.kinds().is_subset(&tried.kinds());
        self.renderer.shares_templates(&tried.renderer) && is_read_alike()
    }

    /// The kinds of pages there are.
    fn kinds(&self) -> HashSet<Discriminant<PageKind>> {
        let page = |place: &Place| if let Place::Page(kind) = place { Some(discriminant(kind)) } else { None };
        self.places.known.values().filter_map(page).collect()
    }

    /// Makes a page of each kind: a template that cannot be used should be known before somebody
    /// asks for its page.
    ///
    /// # Errors
    /// A template asks for something the view does not have.
    pub fn try_each_kind(&self) -> Result<(), Error> {
        let site = self.site();
        // Without key words: the words of every document would have to be read for them.
        let terms = Arc::new(site.terms(Vec::new()));
        let site = site.with_terms(terms);
        let mut seen = HashSet::new();
        let first = site.plan().into_iter().filter(|kind| seen.insert(discriminant(kind)));
        first.into_iter().try_for_each(|kind| self.renderer.render(&site.page(&kind)).map(drop))
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
        // Before threads ask for it: one that waits for it could be the one that has to make it.
        let found = self.found();
        let places: Vec<(&String, &Place)> = self.places.known.iter().chain(&found.places).collect();
        progress.begin("Writing pages", places.len());
        let written = Mutex::new(Vec::with_capacity(places.len()));
        let put = |file: OutputFile| -> Result<(), Error> {
            let record = sink.put(file)?;
            written.lock().expect("no writer panics").push(record);
            Ok(())
        };
        places.par_iter().try_for_each(|(path, place)| {
            self.make(path, place)?.map_or(Ok(()), &put)?;
            progress.step();
            Ok::<(), Error>(())
        })?;
        let downloads = export::data_files(self.chronicle(), &self.site().event_places());
        downloads.into_iter().chain(self.renderer.assets()?).try_for_each(put)?;
        Ok(written.into_inner().expect("no writer panics"))
    }

    fn place(&self, path: &str) -> Option<&Place> {
        let found = || self.found().places.get(path);
        self.places.known.get(path).or_else(|| if paths::is_of_words(path) { found() } else { None })
    }

    fn make(&self, path: &str, place: &Place) -> Result<Option<OutputFile>, Error> {
        let documents = &self.reading.dossier.documents;
        match place {
            Place::Page(kind) => {
                let site = match kind {
                    PageKind::Terms | PageKind::TermsLetter(_) => self.site().with_terms(self.found().terms.clone()),
                    _ => self.site(),
                };
                self.renderer.render(&site.page(kind)).map(Some)
            }
            Place::Raw(document) => raw_file(&documents[*document], &self.reading.seeds, &self.settings),
            Place::Beside(document) => Ok(export::document_file(path, &documents[*document], &self.settings)),
            Place::Found(number) => Ok(Some(self.found().files[*number].clone())),
        }
    }

    fn chronicle(&self) -> Chronicle<'_> {
        let (dossier, settings) = (&self.reading.dossier, &self.settings);
        Chronicle { dossier, settings, phrases: self.renderer.phrasebook() }
    }

    fn site(&self) -> Site<'_> {
        Site::with_index(&self.reading.dossier, &self.settings, self.reading.index.clone())
            .speaking(self.renderer.phrasebook())
    }

    #[cfg(test)]
    pub(super) fn has_found(&self) -> bool {
        self.places.found.get().is_some()
    }

    /// The search index and the index from A to Z. They take seconds in a large dossier.
    pub(super) fn found(&self) -> &Found {
        self.places.found.get_or_init(|| Found::new(&self.site(), self.reading.dossier.documents.len()))
    }

    /// `dossier.json`, which says which bytes the rest is: all of it has to be made for that.
    fn summary(&self) -> Result<OutputFile, Error> {
        let files = self.put_all(&CheckSink::default(), &Silent)?;
        Ok(export::dossier_json(&self.reading.dossier, &self.settings, &export::manifest_hash(&files)))
    }
}

/// The seed that a document was made from; `seeds` are sorted by path.
fn seed_of<'s>(document: &DossierDocument, seeds: &'s [SeedFile]) -> Option<&'s SeedFile> {
    let path = &document.source.provenance.path;
    seeds.binary_search_by(|seed| seed.path.cmp(path)).ok().map(|index| &seeds[index])
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
    let changed = |location: std::path::PathBuf| Error::Read {
        what: "the document",
        path: location,
        source: std::io::Error::other("it changed while the site was built; build again"),
    };
    let Some(seed) = seed_of(document, seeds) else { return Err(changed(provenance.path.clone().into())) };
    match ingest::load(seed, settings) {
        Ok(raw) if ingest::sha256(&raw.bytes) == provenance.sha256 => Ok(Some(OutputFile { path, bytes: raw.bytes })),
        _ => Err(changed(seed.location.clone())),
    }
}
