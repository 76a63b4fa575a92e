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
    /// What the scripts say, by the name they ask for it with; `{0}` and `{1}` stand for what they put in.
    says: Vec<KindView>,
}

#[derive(Debug, Serialize)]
struct KindView {
    value: &'static str,
    words: String,
}

/// The scripts of the page, in order. None of them loads the index before it is asked for something.
const SCRIPTS: [&str; 3] = ["words", "query", "page"];

pub(super) fn page(site: &Site) -> Page {
    let kind = |kind: SearchKind| KindView {
        value: kind.as_str(),
        words: site.phrases.say(match kind {
            SearchKind::Actor => "actors",
            SearchKind::Agreement => "agreements",
            SearchKind::Document => "documents",
            SearchKind::Event => "search-events",
            SearchKind::Quotation => "quotations",
        }),
    };
    let view = SearchView {
        kinds: SearchKind::ALL.map(kind).into(),
        terms: paths::TERMS.to_owned(),
        says: says(site),
        scripts: SCRIPTS.map(|name| format!("static/search/{name}.js")).into(),
    };
    let head = Head {
        path: paths::SEARCH.to_owned(),
        template: "search.html",
        title: site.phrases.say("search"),
        indexing: Indexing::Site,
    };
    finish(site, head, view)
}

type Say = (&'static str, &'static str, &'static [&'static str]);

/// Name of a `data-` attribute, message, and its variables in the order of their numbers.
const SAYS: [Say; 10] = [
    ("searching", "search-searching", &[]),
    ("nothing", "search-nothing", &[]),
    ("filtered", "search-nothing-filtered", &[]),
    ("found", "search-found", &["counts"]),
    ("missing", "search-missing", &["words"]),
    ("corrected", "search-corrected", &["word", "instead"]),
    ("cut", "search-cut", &[]),
    ("failed", "search-failed", &["why"]),
    ("more", "search-more", &["kind"]),
    ("quoted", "quoted-word", &["word"]),
];

fn says(site: &Site) -> Vec<KindView> {
    let say = |(value, id, variables): Say| {
        let numbered = |(at, name): (usize, &&'static str)| (*name, format!("{{{at}}}").into());
        let values: Vec<_> = variables.iter().enumerate().map(numbered).collect();
        KindView { value, words: site.phrases.with(id, &values) }
    };
    SAYS.into_iter().map(say).chain([KindView { value: "comma", words: site.phrases.say("comma") }]).collect()
}
