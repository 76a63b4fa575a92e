//! The method page: how facts are found, what that cannot do, how to report an error, where the
//! downloads are.

use serde::Serialize;

use super::head::{ContactView, Head, Indexing, contact, finish, site_link};
use super::links::LinkView;
use super::site::Site;
use crate::model::{Page, paths};

/// The downloads: file name, and the messages of its name and of what it holds.
const DOWNLOADS: [(&str, &str, &str); 8] = [
    ("documents", "documents", "data-documents"),
    ("events", "search-events", "data-events"),
    ("dates", "data-dates-name", "data-dates"),
    ("actors", "actors", "data-actors"),
    ("quotations", "quotations", "data-quotations"),
    ("reported", "reported-statements", "data-reported"),
    ("agreements", "agreements", "data-agreements"),
    (CORRECTIONS, "corrections-title", "data-corrections"),
];

/// A download that is there only where there are corrections.
const CORRECTIONS: &str = "corrections";

/// The messages of the name and of what it is for, and the name and path of each file.
type Export = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// The same facts for other people's tools.
const EXPORTS: [Export; 4] = [
    ("export-calendar-name", "export-calendar", &[("iCalendar", paths::CALENDAR)]),
    ("export-slides-name", "export-slides", &[("JSON", paths::TIMELINEJS)]),
    (
        "export-network-name",
        "export-network",
        &[("GEXF (Gephi)", paths::NETWORK_GEXF), ("GraphML", paths::NETWORK_GRAPHML)],
    ),
    (
        "export-citations-name",
        "export-citations",
        &[("BibTeX", "data/citations.bib"), ("RIS", "data/citations.ris"), ("CSL-JSON", "data/citations.csl.json")],
    ),
];

#[derive(Debug, Serialize)]
struct AboutView {
    version: &'static str,
    contact: ContactView,
    downloads: Vec<DownloadView>,
    exports: Vec<ExportView>,
    dossier: LinkView,
}

/// Files for one use.
#[derive(Debug, Serialize)]
struct ExportView {
    name: String,
    words: String,
    files: Vec<LinkView>,
}

#[derive(Debug, Serialize)]
struct DownloadView {
    name: String,
    words: String,
    lines: String,
    table: String,
}

pub(super) fn page(site: &Site) -> Page {
    let download = |(file, name, words): (&'static str, &str, &str)| {
        let (lines, table) = paths::data_files(file);
        DownloadView { name: site.phrases.say(name), words: site.phrases.say(words), lines, table }
    };
    let has_corrections = !site.dossier.corrections.is_empty();
    let shown = DOWNLOADS.into_iter().filter(|(file, ..)| has_corrections || *file != CORRECTIONS);
    let view = AboutView {
        version: env!("CARGO_PKG_VERSION"),
        contact: contact(site),
        downloads: shown.map(download).collect(),
        exports: exports(site),
        dossier: site_link("dossier.json", "", paths::DOSSIER),
    };
    let head = Head {
        path: paths::ABOUT.to_owned(),
        template: "about.html",
        title: site.phrases.say("method"),
        indexing: Indexing::Site,
    };
    finish(site, head, view)
}

fn exports(site: &Site) -> Vec<ExportView> {
    let export = |name: &str, words: &str, files: &[(&str, &str)]| ExportView {
        name: site.phrases.say(name),
        words: site.phrases.say(words),
        files: files.iter().map(|(name, path)| site_link(name, "", path)).collect(),
    };
    let mut exports: Vec<ExportView> = EXPORTS.iter().map(|(name, words, files)| export(name, words, files)).collect();
    if site.settings.sqlite {
        exports.push(export("export-database-name", "export-database", &[("SQLite", paths::SQLITE)]));
    }
    if site.settings.base_url.is_some() {
        exports.push(export("export-feed-name", "export-feed", &[("Atom", paths::FEED)]));
        if !site.dossier.corrections.is_empty() {
            exports.push(export("corrections-title", "export-corrected", &[("Atom", paths::CORRECTIONS_FEED)]));
        }
    }
    exports
}
