//! The method page: how facts are found, what that cannot do, how to report an error, where the
//! downloads are.

use serde::Serialize;

use super::head::{ContactView, Head, Indexing, contact, finish, site_link};
use super::links::LinkView;
use super::site::Site;
use crate::model::{Page, paths};

/// The downloads and what each holds.
const DOWNLOADS: [(&str, &str); 8] = [
    ("documents", "every document with its date, title and origin"),
    ("events", "every event with its date, status and evidence"),
    ("dates", "every day that carries an event"),
    ("actors", "every actor with its spellings and roles"),
    ("quotations", "every quotation with its speaker"),
    ("reported", "every statement in indirect speech with its speaker"),
    ("agreements", "every agreement with its names, parties and dated states"),
    (CORRECTIONS, "every correction with what it is about"),
];

/// A download that is there only where there are corrections.
const CORRECTIONS: &str = "corrections";

/// What for, and the name and path of each file.
type Export = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// The same facts for other people's tools.
const EXPORTS: [Export; 4] = [
    ("calendar", "The chronology as all-day events", &[("iCalendar", paths::CALENDAR)]),
    ("slides", "The chronology for TimelineJS", &[("JSON", paths::TIMELINEJS)]),
    (
        "network",
        "Who is named with whom, as a graph",
        &[("GEXF for Gephi", paths::NETWORK_GEXF), ("GraphML for others", paths::NETWORK_GRAPHML)],
    ),
    (
        "citations",
        "Every document for reference managers; each page has its own",
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
    name: &'static str,
    words: &'static str,
    files: Vec<LinkView>,
}

#[derive(Debug, Serialize)]
struct DownloadView {
    name: &'static str,
    words: &'static str,
    lines: String,
    table: String,
}

pub(super) fn page(site: &Site) -> Page {
    let download = |(name, words): (&'static str, &'static str)| {
        let (lines, table) = paths::data_files(name);
        DownloadView { name, words, lines, table }
    };
    let has_corrections = !site.dossier.corrections.is_empty();
    let shown = DOWNLOADS.into_iter().filter(|(name, _)| has_corrections || *name != CORRECTIONS);
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
        title: "Method".to_owned(),
        indexing: Indexing::Site,
    };
    finish(site, head, view)
}

fn exports(site: &Site) -> Vec<ExportView> {
    let links = |files: &[(&str, &str)]| files.iter().map(|(name, path)| site_link(name, "", path)).collect();
    let mut exports: Vec<ExportView> =
        EXPORTS.iter().map(|(name, words, files)| ExportView { name, words, files: links(files) }).collect();
    if site.settings.sqlite {
        let words = "Everything in one file, with full-text search, for Datasette and SQL";
        exports.push(ExportView { name: "database", words, files: links(&[("SQLite", paths::SQLITE)]) });
    }
    if site.settings.base_url.is_some() {
        let words = "New documents for feed readers; pages of actors and agreements have their own";
        exports.push(ExportView { name: "feed", words, files: links(&[("Atom", paths::FEED)]) });
        if !site.dossier.corrections.is_empty() {
            let words = "Corrections for feed readers";
            exports.push(ExportView { name: "corrected", words, files: links(&[("Atom", paths::CORRECTIONS_FEED)]) });
        }
    }
    exports
}
