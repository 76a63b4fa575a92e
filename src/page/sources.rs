//! Publishers and documents: where everything comes from, and what is not given.

use std::collections::BTreeMap;

use serde::Serialize;

use super::calendar::{self, numbered_label};
use super::head::{Head, Indexing, base_of, finish};
use super::links::{CountedLinkView, LinkView, safe_href};
use super::moment::MomentView;
use super::site::Site;
use crate::model::{Display, Dossier, DossierDocument, Page, paths};
use crate::text::compare::fold;

/// A longer list has several pages, in bytes; about so many a row takes.
const LONGEST_LIST: usize = 100_000;
const ROW: usize = 550;

#[derive(Debug, Serialize)]
struct SourcesView {
    title: String,
    documents: usize,
    publishers: Vec<PublisherView>,
    /// The pages of a long list, each by its first publisher.
    parts: Vec<CountedLinkView>,
    up: Option<LinkView>,
    previous: Option<LinkView>,
    next: Option<LinkView>,
}

/// The documents by publisher, and which stand on which page.
#[derive(Debug)]
pub(super) struct SourcesPlan {
    /// The publisher and the document, in the order of the pages.
    rows: Vec<(Option<String>, usize)>,
    pages: Vec<std::ops::Range<usize>>,
}

impl SourcesPlan {
    /// Publishers from A to Z, those who are not given last.
    pub(super) fn new(dossier: &Dossier) -> Self {
        let publisher = |document: &DossierDocument| {
            let is_withheld = document.display() == Display::Withheld;
            document.source.provenance.statement.publisher.clone().filter(|_| !is_withheld)
        };
        let mut by_publisher: BTreeMap<(bool, String), (Option<String>, Vec<usize>)> = BTreeMap::new();
        for (number, document) in dossier.documents.iter().enumerate() {
            let name = publisher(document);
            let key = (name.is_none(), name.as_deref().map(fold).unwrap_or_default());
            by_publisher.entry(key).or_insert((name, Vec::new())).1.push(number);
        }
        let of_one = |(name, numbers): (Option<String>, Vec<usize>)| {
            numbers.into_iter().map(move |number| (name.clone(), number))
        };
        let rows: Vec<(Option<String>, usize)> = by_publisher.into_values().flat_map(of_one).collect();
        let is_split = rows.len() * ROW > LONGEST_LIST;
        let pages = calendar::pages(&vec![ROW; rows.len()], is_split.then_some(calendar::LONGEST_PAGE));
        Self { rows, pages }
    }

    /// How many pages there are, the first included.
    pub(super) fn pages(&self) -> usize {
        self.pages.len()
    }
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

/// Where a page stands; the first is page 0.
pub(super) fn path(page: usize) -> String {
    if page == 0 { paths::SOURCES.to_owned() } else { paths::sources_page(page + 1) }
}

/// A page of the sources; all of them where they are few.
pub(super) fn page(site: &Site, number: usize) -> Page {
    let plan = &site.index.sources;
    let path = path(number);
    let base = base_of(&path);
    let of = plan.pages.len();
    let title = numbered_label(site.phrases, site.phrases.say("sources"), (of > 1).then_some((number + 1, of)));
    let rows = plan.pages.get(number).map(|page| &plan.rows[page.clone()]).unwrap_or_default();
    let publisher = |rows: &[(Option<String>, usize)]| PublisherView {
        name: rows[0].0.clone(),
        documents: rows.iter().map(|&(_, document)| row(site, document, &base)).collect(),
    };
    let link = |page: usize| part_link(site, page, &base);
    let view = SourcesView {
        title: title.clone(),
        documents: site.dossier.documents.len(),
        publishers: rows.chunk_by(|(one, _), (other, _)| one == other).map(publisher).collect(),
        parts: if of > 1 && number == 0 { (0..of).map(link).collect() } else { Vec::new() },
        up: (number > 0)
            .then(|| LinkView { text: site.phrases.say("sources"), href: format!("{base}{}", paths::SOURCES) }),
        previous: number.checked_sub(1).map(|page| link(page).link),
        next: (number + 1 < of).then(|| link(number + 1).link),
    };
    finish(site, Head { path, template: "sources.html", title, indexing: Indexing::Site }, view)
}

/// A link to a page by its first publisher.
fn part_link(site: &Site, page: usize, base: &str) -> CountedLinkView {
    let plan = &site.index.sources;
    let rows = &plan.rows[plan.pages[page].clone()];
    let name = rows.first().and_then(|(name, _)| name.clone());
    let name = name.unwrap_or_else(|| site.phrases.say("publisher-not-given"));
    let text = numbered_label(site.phrases, name, Some((page + 1, plan.pages.len())));
    CountedLinkView { link: LinkView { text, href: format!("{base}{}", path(page)) }, count: rows.len() }
}

fn row(site: &Site, number: usize, base: &str) -> RowView {
    let document = &site.dossier.documents[number];
    let provenance = &document.source.provenance;
    let said = &provenance.statement;
    let is_withheld = document.display() == Display::Withheld;
    RowView {
        link: site.document_link(number, base),
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
