//! The method page: how facts are found, what that cannot do, how to report an error, where the
//! downloads are.

use serde::Serialize;

use super::head::{ContactView, Head, Indexing, contact, finish, site_link};
use super::links::LinkView;
use super::site::Site;
use crate::model::{Page, paths};

/// The downloads and what each holds.
const DOWNLOADS: [(&str, &str); 7] = [
    ("documents", "every document with its date, title and origin"),
    ("events", "every event with its date, status and evidence"),
    ("dates", "every day that carries an event"),
    ("actors", "every actor with its spellings and roles"),
    ("quotations", "every quotation with its speaker"),
    ("reported", "every statement in indirect speech with its speaker"),
    ("agreements", "every agreement with its names, parties and dated states"),
];

#[derive(Debug, Serialize)]
struct AboutView {
    version: &'static str,
    contact: ContactView,
    downloads: Vec<DownloadView>,
    dossier: LinkView,
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
    let view = AboutView {
        version: env!("CARGO_PKG_VERSION"),
        contact: contact(site),
        downloads: DOWNLOADS.into_iter().map(download).collect(),
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
