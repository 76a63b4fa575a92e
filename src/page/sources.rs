//! Publishers and documents: where everything comes from, and what is not given.

use std::collections::BTreeMap;

use serde::Serialize;

use super::head::{Head, Indexing, finish};
use super::links::{LinkView, safe_href};
use super::moment::MomentView;
use super::site::Site;
use crate::model::{Display, DossierDocument, Page, paths};
use crate::text::compare::fold;

#[derive(Debug, Serialize)]
struct SourcesView {
    documents: usize,
    publishers: Vec<PublisherView>,
}

#[derive(Debug, Serialize)]
struct PublisherView {
    /// `null` for documents that do not say.
    name: Option<String>,
    documents: Vec<RowView>,
}

#[derive(Debug, Serialize)]
struct RowView {
    link: LinkView,
    language: Option<String>,
    authors: Vec<String>,
    date: MomentView,
    url: Option<String>,
    licence: Option<String>,
    path: Option<String>,
    /// What is not given, in words.
    missing: Vec<String>,
    display: &'static str,
    duplicates: usize,
}

pub(super) fn page(site: &Site) -> Page {
    let mut by_publisher: BTreeMap<(bool, String), PublisherView> = BTreeMap::new();
    for (number, document) in site.dossier.documents.iter().enumerate() {
        let is_withheld = document.display() == Display::Withheld;
        let name = document.source.provenance.statement.publisher.clone().filter(|_| !is_withheld);
        let key = (name.is_none(), name.as_deref().map(fold).unwrap_or_default());
        let new = || PublisherView { name, documents: Vec::new() };
        by_publisher.entry(key).or_insert_with(new).documents.push(row(site, number, document));
    }
    let view =
        SourcesView { documents: site.dossier.documents.len(), publishers: by_publisher.into_values().collect() };
    let head = Head {
        path: paths::SOURCES.to_owned(),
        template: "sources.html",
        title: site.phrases.say("sources"),
        indexing: Indexing::Site,
    };
    finish(site, head, view)
}

fn row(site: &Site, number: usize, document: &DossierDocument) -> RowView {
    let provenance = &document.source.provenance;
    let said = &provenance.statement;
    let is_withheld = document.display() == Display::Withheld;
    RowView {
        link: site.document_link(number, ""),
        language: site.foreign_language(document.language()),
        authors: if is_withheld { Vec::new() } else { document.authors.clone() },
        date: site.document_moment(&document.date),
        url: said.url.as_deref().and_then(safe_href).filter(|_| !is_withheld),
        licence: said.licence.clone().filter(|_| !is_withheld),
        path: Some(provenance.path.clone()).filter(|_| !is_withheld),
        missing: if is_withheld { Vec::new() } else { missing(site, document) },
        display: document.display().as_str(),
        duplicates: document.duplicates.len(),
    }
}

fn missing(site: &Site, document: &DossierDocument) -> Vec<String> {
    let said = &document.source.provenance.statement;
    let facts = [
        ("lacks-author", document.authors.is_empty()),
        ("lacks-publisher", said.publisher.is_none()),
        ("lacks-date", !document.is_dated()),
        ("lacks-address", said.url.is_none()),
        ("lacks-collected", said.accessed.is_none()),
        ("lacks-licence", said.licence.is_none()),
    ];
    facts.into_iter().filter(|(_, is_missing)| *is_missing).map(|(label, _)| site.phrases.say(label)).collect()
}
