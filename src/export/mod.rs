//! `Dossier` → downloads: one file per format, every field described in `docs/data.md`.
//!
//! The data contract is a promise: keys stand in the order shown there, an absent fact is `null`.
//! Nothing here is for eyes; that is left to `page/`.

mod actors;
mod agreements;
mod annotations;
mod dates;
mod documents;
mod events;
mod feed;
mod quotations;
mod sitemap;
mod summary;
mod table;
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

/// How a download is made.
type Maker = fn(&Dossier, &Settings) -> Download;

/// The data in both forms, by name.
const DOWNLOADS: [(&str, Maker); 7] = [
    ("actors", |dossier, _| actors::download(dossier)),
    ("agreements", |dossier, _| agreements::download(dossier)),
    ("dates", |dossier, _| dates::download(dossier)),
    ("documents", documents::download),
    ("events", |dossier, _| events::download(dossier)),
    ("quotations", |dossier, _| quotations::download(dossier, &dossier.quotations)),
    ("reported", |dossier, _| quotations::download(dossier, &dossier.reported)),
];

/// Every download but `dossier.json`, sorted by path: the data in both forms, and, where the
/// settings say where the site will stand, the feed, the sitemap and `robots.txt`.
pub fn data_files(dossier: &Dossier, settings: &Settings) -> Vec<OutputFile> {
    let mut files: Vec<OutputFile> =
        DOWNLOADS.into_iter().flat_map(|(name, make)| both(name, make(dossier, settings))).collect();
    files.extend(feed::feed(dossier, settings));
    files.extend(sitemap::robots(settings));
    files.extend(sitemap::sitemap(dossier, settings));
    files
}

/// One of [`data_files`] by its path, the others not made.
pub fn data_file(path: &str, dossier: &Dossier, settings: &Settings) -> Option<OutputFile> {
    match path {
        paths::FEED => return feed::feed(dossier, settings),
        paths::ROBOTS => return sitemap::robots(settings),
        paths::SITEMAP => return sitemap::sitemap(dossier, settings),
        _ => {}
    }
    let is_here = |name: &str| [paths::data_files(name).0, paths::data_files(name).1].iter().any(|here| here == path);
    let (name, make) = DOWNLOADS.into_iter().find(|(name, _)| is_here(name))?;
    both(name, make(dossier, settings)).into_iter().find(|file| file.path == path)
}

fn both(name: &str, Download { lines, table }: Download) -> [OutputFile; 2] {
    let (lines_path, table_path) = paths::data_files(name);
    [OutputFile { path: table_path, bytes: table }, OutputFile { path: lines_path, bytes: lines }]
}

/// The document's text as `.txt`; `None` where it may not be shown whole, and where the raw copy
/// is the text already.
pub fn text_file(document: &DossierDocument) -> Option<OutputFile> {
    let path = paths::text_file(document).filter(|_| !document.source.provenance.text_is_raw)?;
    Some(OutputFile { path, bytes: document.source.text.clone().into_bytes() })
}

/// Appends a record as one line of JSON.
fn push_line<R: Serialize>(lines: &mut Vec<u8>, record: &R) {
    serde_json::to_writer(&mut *lines, record).expect("a record is plain values");
    lines.push(b'\n');
}
