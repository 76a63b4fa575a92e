//! The search page: a form and an empty place; what fills it is `static/search/`.

use serde::Serialize;

use super::head::{Head, Indexing, finish};
use super::site::Site;
use crate::model::{Page, SearchKind, paths};

#[derive(Debug, Serialize)]
struct SearchView {
    kinds: Vec<KindView>,
    terms: String,
    scripts: Vec<String>,
}

#[derive(Debug, Serialize)]
struct KindView {
    value: &'static str,
    words: &'static str,
}

/// The scripts of the page, in order. None of them loads the index before it is asked for something.
const SCRIPTS: [&str; 3] = ["words", "query", "page"];

pub(super) fn page(site: &Site) -> Page {
    let kind = |kind: SearchKind| KindView {
        value: kind.as_str(),
        words: match kind {
            SearchKind::Actor => "Actors",
            SearchKind::Agreement => "Agreements",
            SearchKind::Document => "Documents",
            SearchKind::Event => "Events",
            SearchKind::Quotation => "Quotations",
        },
    };
    let view = SearchView {
        kinds: SearchKind::ALL.map(kind).into(),
        terms: paths::TERMS.to_owned(),
        scripts: SCRIPTS.map(|name| format!("static/search/{name}.js")).into(),
    };
    let head = Head {
        path: paths::SEARCH.to_owned(),
        template: "search.html",
        title: "Search".to_owned(),
        indexing: Indexing::Site,
    };
    finish(site, head, view)
}
