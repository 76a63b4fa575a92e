//! `Dossier` → downloads: one file per format, every field described in `docs/data.md`.
//!
//! The data contract is a promise: keys stand in the order shown there, an absent fact is `null`.
//! Nothing here is for eyes; that is left to `page/`.

mod actors;
mod agreements;
mod annotations;
mod calendar;
mod chronicle;
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
use crate::model::{DossierDocument, OutputFile, paths};

pub use annotations::annotations_line;
pub use chronicle::Chronicle;
pub use summary::{dossier_json, manifest_hash};

/// A download in both forms: an object per line, and a flat table.
struct Download {
    lines: Vec<u8>,
    table: Vec<u8>,
}

/// Makes downloads: from what is known and where its events stand.
type Maker = fn(Chronicle<'_>, &[String]) -> Vec<OutputFile>;

/// Downloads that are made together, with how their paths begin; a longer beginning stands before a
/// shorter one.
const DOWNLOADS: &[(&str, Maker)] = &[
    ("data/actors.", |of, _| both("actors", actors::download(of.dossier))),
    ("data/agreements.", |of, _| both("agreements", agreements::download(of.dossier))),
    ("data/citations.", |of, _| citations::of_dossier(of.dossier, of.settings)),
    ("data/corrections.", |of, _| {
        corrections::download(of.dossier).map_or_else(Vec::new, |download| both("corrections", download))
    }),
    ("data/dates.", |of, _| both("dates", dates::download(of.dossier))),
    ("data/documents.", |of, _| both("documents", documents::download(of.dossier, of.settings))),
    #[cfg(feature = "sqlite")]
    (paths::SQLITE, |of, _| sqlite::database(of.dossier, of.settings).into_iter().collect()),
    (paths::CALENDAR, |of, places| vec![calendar::calendar(of, places)]),
    ("data/events.", |of, _| both("events", events::download(of.dossier))),
    ("data/network.", |of, _| network::files(of.dossier, of.settings)),
    ("data/quotations.", |of, _| both("quotations", quotations::download(of.dossier, &of.dossier.quotations))),
    ("data/reported.", |of, _| both("reported", quotations::download(of.dossier, &of.dossier.reported))),
    (paths::TIMELINEJS, |of, places| vec![timelinejs::timeline(of, places)]),
    (paths::FEED, |of, _| feed::feed(of.dossier, of.settings).into_iter().collect()),
    (paths::CORRECTIONS_FEED, |of, _| corrections::feed(of).into_iter().collect()),
    (paths::ROBOTS, |of, _| sitemap::robots(of.settings).into_iter().collect()),
    (paths::SITEMAP, |of, _| sitemap::sitemap(of.dossier, of.settings).into_iter().collect()),
];

/// Every download but `dossier.json`: the data in both forms, the exports, and, where the settings
/// say where the site will stand, the feeds, the sitemap and `robots.txt`. `places` are the addresses
/// of the events below the site, parallel to the dossier's. Data files are in English, what is made to
/// be read (feeds, calendar, slides) in the readers' language.
pub fn data_files(of: Chronicle<'_>, places: &[String]) -> Vec<OutputFile> {
    let files = DOWNLOADS.iter().flat_map(|(_, make)| make(of, places));
    files.chain(feeds::feeds(of, places)).collect()
}

/// One of [`data_files`] by its path; of the others only those are made that are made with it.
pub fn data_file(path: &str, of: Chronicle<'_>, places: impl FnOnce() -> Vec<String>) -> Option<OutputFile> {
    if paths::is_subject_feed(path) {
        return feeds::feed_at(path, of, &places());
    }
    let (_, make) = DOWNLOADS.iter().find(|(beginning, _)| path.starts_with(beginning))?;
    make(of, &places()).into_iter().find(|file| file.path == path)
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
