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

/// Every download but `dossier.json`: the data in both forms, the exports, and, where the settings
/// say where the site will stand, the feeds, the sitemap and `robots.txt`. `places` are the addresses
/// of the events below the site, parallel to the dossier's.
pub fn data_files(dossier: &Dossier, settings: &Settings, places: &[String]) -> Vec<OutputFile> {
    let downloads = [
        ("actors", actors::download(dossier)),
        ("agreements", agreements::download(dossier)),
        ("dates", dates::download(dossier)),
        ("documents", documents::download(dossier, settings)),
        ("events", events::download(dossier)),
        ("quotations", quotations::download(dossier, &dossier.quotations)),
        ("reported", quotations::download(dossier, &dossier.reported)),
    ];
    let corrections = corrections::download(dossier).map(|download| ("corrections", download));
    let mut files: Vec<OutputFile> = Vec::new();
    for (name, Download { lines, table }) in downloads.into_iter().chain(corrections) {
        let (lines_path, table_path) = paths::data_files(name);
        files.push(OutputFile { path: table_path, bytes: table });
        files.push(OutputFile { path: lines_path, bytes: lines });
    }
    files.extend(citations::of_dossier(dossier, settings));
    files.push(calendar::calendar(dossier, settings, places));
    files.push(timelinejs::timeline(dossier, settings, places));
    files.extend(network::files(dossier, settings));
    #[cfg(feature = "sqlite")]
    files.extend(sqlite::database(dossier, settings));
    files.extend(feed::feed(dossier, settings));
    files.extend(corrections::feed(dossier, settings));
    files.extend(feeds::feeds(dossier, settings, places));
    files.extend(sitemap::robots(settings));
    files.extend(sitemap::sitemap(dossier, settings));
    files
}

/// The files of one document beside its page: how it is cited, and its text where that is a file of
/// its own.
pub fn document_files(document: &DossierDocument, settings: &Settings) -> Vec<OutputFile> {
    let mut files = citations::of_document(document, settings);
    files.extend(text_file(document));
    files
}

/// The document's text as `.txt`; `None` where it may not be shown whole, and where the raw copy
/// is the text already.
fn text_file(document: &DossierDocument) -> Option<OutputFile> {
    let path = paths::text_file(document).filter(|_| !document.source.provenance.text_is_raw)?;
    Some(OutputFile { path, bytes: document.source.text.clone().into_bytes() })
}

/// Appends a record as one line of JSON.
fn push_line<R: Serialize>(lines: &mut Vec<u8>, record: &R) {
    serde_json::to_writer(&mut *lines, record).expect("a record is plain values");
    lines.push(b'\n');
}
