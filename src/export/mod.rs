//! `Dossier` → downloads: one file per format, every field described in `docs/data.md`.
//!
//! The data contract is a promise: keys stand in the order shown there, an absent fact is `null`.
//! Nothing here is for eyes; that is left to `page/`.

mod actors;
mod agreements;
mod annotations;
mod calendar;
mod citations;
mod corrections;
mod dates;
mod documents;
mod events;
mod feed;
mod feeds;
mod network;
mod quotations;
mod sitemap;
#[cfg(feature = "sqlite")]
mod sqlite;
mod summary;
mod table;
mod timelinejs;
mod values;

#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::config::Settings;
use crate::model::{Dossier, DossierDocument, OutputFile, paths};

pub use annotations::annotations_line;
pub use summary::{dossier_json, manifest_hash};

/// A download in both forms: an object per line, and a flat table.
struct Download {
    lines: Vec<u8>,
    table: Vec<u8>,
}

/// Makes downloads: from the dossier, its settings, and where its events stand.
type Maker = fn(&Dossier, &Settings, &[String]) -> Vec<OutputFile>;

/// Downloads that are made together, with how their paths begin; a longer beginning stands before a
/// shorter one.
const DOWNLOADS: &[(&str, Maker)] = &[
    ("data/actors.", |dossier, _, _| both("actors", actors::download(dossier))),
    ("data/agreements.", |dossier, _, _| both("agreements", agreements::download(dossier))),
    ("data/citations.", |dossier, settings, _| citations::of_dossier(dossier, settings)),
    ("data/corrections.", |dossier, _, _| {
        corrections::download(dossier).map_or_else(Vec::new, |download| both("corrections", download))
    }),
    ("data/dates.", |dossier, _, _| both("dates", dates::download(dossier))),
    ("data/documents.", |dossier, settings, _| both("documents", documents::download(dossier, settings))),
    #[cfg(feature = "sqlite")]
    (paths::SQLITE, |dossier, settings, _| sqlite::database(dossier, settings).into_iter().collect()),
    (paths::CALENDAR, |dossier, settings, places| vec![calendar::calendar(dossier, settings, places)]),
    ("data/events.", |dossier, _, _| both("events", events::download(dossier))),
    ("data/network.", |dossier, settings, _| network::files(dossier, settings)),
    ("data/quotations.", |dossier, _, _| both("quotations", quotations::download(dossier, &dossier.quotations))),
    ("data/reported.", |dossier, _, _| both("reported", quotations::download(dossier, &dossier.reported))),
    (paths::TIMELINEJS, |dossier, settings, places| vec![timelinejs::timeline(dossier, settings, places)]),
    (paths::FEED, |dossier, settings, _| feed::feed(dossier, settings).into_iter().collect()),
    (paths::CORRECTIONS_FEED, |dossier, settings, _| corrections::feed(dossier, settings).into_iter().collect()),
    (paths::ROBOTS, |_, settings, _| sitemap::robots(settings).into_iter().collect()),
    (paths::SITEMAP, |dossier, settings, _| sitemap::sitemap(dossier, settings).into_iter().collect()),
];

/// Every download but `dossier.json`: the data in both forms, the exports, and, where the settings
/// say where the site will stand, the feeds, the sitemap and `robots.txt`. `places` are the addresses
/// of the events below the site, parallel to the dossier's.
pub fn data_files(dossier: &Dossier, settings: &Settings, places: &[String]) -> Vec<OutputFile> {
    let files = DOWNLOADS.iter().flat_map(|(_, make)| make(dossier, settings, places));
    files.chain(feeds::feeds(dossier, settings, places)).collect()
}

/// One of [`data_files`] by its path; of the others only those are made that are made with it.
pub fn data_file(
    path: &str,
    dossier: &Dossier,
    settings: &Settings,
    places: impl FnOnce() -> Vec<String>,
) -> Option<OutputFile> {
    if paths::is_subject_feed(path) {
        return feeds::feed_at(path, dossier, settings, &places());
    }
    let (_, make) = DOWNLOADS.iter().find(|(beginning, _)| path.starts_with(beginning))?;
    make(dossier, settings, &places()).into_iter().find(|file| file.path == path)
}

fn both(name: &str, Download { lines, table }: Download) -> Vec<OutputFile> {
    let (lines_path, table_path) = paths::data_files(name);
    vec![OutputFile { path: table_path, bytes: table }, OutputFile { path: lines_path, bytes: lines }]
}

/// Where the files of one document stand beside its page: how it is cited, and its text where that is a
/// file of its own.
pub fn document_paths(document: &DossierDocument) -> Vec<String> {
    let mut paths = citations::paths_of(document);
    paths.extend(text_path(document));
    paths
}

/// One of the files at [`document_paths`].
pub fn document_file(path: &str, document: &DossierDocument, settings: &Settings) -> Option<OutputFile> {
    let text = || text_file(document).filter(|file| file.path == path);
    citations::of_document(path, document, settings).or_else(text)
}

/// The document's text as `.txt`; `None` where it may not be shown whole, and where the raw copy
/// is the text already.
fn text_file(document: &DossierDocument) -> Option<OutputFile> {
    Some(OutputFile { path: text_path(document)?, bytes: document.source.text.clone().into_bytes() })
}

fn text_path(document: &DossierDocument) -> Option<String> {
    paths::text_file(document).filter(|_| !document.source.provenance.text_is_raw)
}

/// Appends a record as one line of JSON.
fn push_line<R: Serialize>(lines: &mut Vec<u8>, record: &R) {
    serde_json::to_writer(&mut *lines, record).expect("a record is plain values");
    lines.push(b'\n');
}
