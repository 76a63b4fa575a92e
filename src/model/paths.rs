//! Where things stand in the site: every path and anchor that pages, downloads and raw copies share.
//!
//! Paths are below the site folder, parts joined by `/`. They are promises: changing one breaks
//! other people's links.

use super::{Display, DossierDocument, Event, MediaType};

/// The first page.
pub const HOME: &str = "index.html";
/// The timeline, or its index where the timeline is split by year.
pub const TIMELINE: &str = "timeline.html";
/// The index of actors.
pub const ACTORS: &str = "actors.html";
/// Who is quoted, and the statements.
pub const QUOTATIONS: &str = "quotations.html";
/// Who is reported to have said something without quotation marks, and what.
pub const REPORTED: &str = "quotations/reported.html";
/// Where sources disagree.
pub const CONFLICTS: &str = "conflicts.html";
/// The index of agreements.
pub const AGREEMENTS: &str = "agreements.html";
/// Publishers and documents.
pub const SOURCES: &str = "sources.html";
/// What the editors tell of mistakes and changes.
pub const CORRECTIONS: &str = "corrections.html";
/// The same as a feed.
pub const CORRECTIONS_FEED: &str = "corrections.xml";
/// The method, its limits and how to report an error.
pub const ABOUT: &str = "about.html";
/// What a server shows for an address that does not exist.
pub const MISSING: &str = "404.html";
/// The style sheet.
pub const STYLE: &str = "static/annalist.css";
/// The script that marks the words of a search in a document.
pub const HITS: &str = "static/search/hits.js";
/// The script that filters the rows of a timeline.
pub const TIMELINE_SCRIPT: &str = "static/timeline.js";
/// A style sheet of the dossier behind ours.
pub const CUSTOM_STYLE: &str = "static/custom.css";
/// The Atom feed.
pub const FEED: &str = "feed.xml";
/// The list of pages for search engines.
pub const SITEMAP: &str = "sitemap.xml";
/// What search engines are asked not to read.
pub const ROBOTS: &str = "robots.txt";
/// The search form and its results.
pub const SEARCH: &str = "search.html";
/// The index from A to Z.
pub const TERMS: &str = "terms.html";
/// What the dossier is, in numbers.
pub const DOSSIER: &str = "data/dossier.json";

/// The chronology for calendars.
pub const CALENDAR: &str = "data/events.ics";
/// The chronology for TimelineJS.
pub const TIMELINEJS: &str = "data/timelinejs.json";
/// Who appears with whom, for Gephi.
pub const NETWORK_GEXF: &str = "data/network.gexf";
/// The same for other programs.
pub const NETWORK_GRAPHML: &str = "data/network.graphml";
/// The data as one database, where the settings ask for it.
pub const SQLITE: &str = "data/dossier.sqlite";

/// The longest extension a raw copy keeps.
const LONGEST_EXTENSION: usize = 12;

/// The page of a document.
pub fn document_page(id: &str) -> String {
    format!("documents/{id}.html")
}

/// The page of an actor.
pub fn actor_page(id: &str) -> String {
    format!("actors/{id}.html")
}

/// What an actor with much to tell has by time: `key` is a year, a month or `undated`.
pub fn actor_part(id: &str, key: &str) -> String {
    format!("actors/{id}/{key}.html")
}

/// The page of an agreement.
pub fn agreement_page(id: &str) -> String {
    format!("agreements/{id}.html")
}

/// The part of the timeline that has its newest events first.
pub const NEWEST_FIRST: &str = "newest-first";

/// A page of the sources behind the first, from 2.
pub fn sources_page(page: usize) -> String {
    format!("sources/{page}.html")
}

/// The page of a part of the timeline, where it is split: `key` is a year or `undated`.
pub fn timeline_page(key: &str) -> String {
    format!("timeline/{key}.html")
}

/// The statements of a year, where there are many: `key` is a year, `uncertain` or `undated`.
pub fn quotations_page(key: &str) -> String {
    format!("quotations/{key}.html")
}

/// The reported statements of a year, where there are many: `key` is a year or `undated`.
pub fn reported_page(key: &str) -> String {
    format!("quotations/reported-{key}.html")
}

/// The anchor of a sentence on its document's page: `start` is its first byte.
pub fn sentence_anchor(start: usize) -> String {
    format!("s{start}")
}

/// A letter of the index from A to Z.
pub fn terms_page(key: &str) -> String {
    format!("terms/{key}.html")
}

/// The actors of a kind and letter, by its key (`persons-a`).
pub fn actors_page(key: &str) -> String {
    format!("actors-by-name/{key}.html")
}

/// A script of the search index: `index`, `terms/0`.
pub fn search_file(name: &str) -> String {
    format!("search/{name}.js")
}

/// True for the files that searching alone needs: its index and its scripts.
pub fn is_of_search(path: &str) -> bool {
    path.starts_with("search/") || path.starts_with("static/search/")
}

/// True for paths at which only the search index and letters of the index from A to Z can stand.
pub fn is_of_words(path: &str) -> bool {
    path.starts_with("search/") || path.starts_with("terms/")
}

/// The anchor of a paragraph on its document's page: `start` is its first byte.
pub fn paragraph_anchor(start: usize) -> String {
    format!("p{start}")
}

/// The anchor of a story on its document's page.
pub fn story_anchor(story: &str) -> String {
    format!("story-{story}")
}

/// A download in both forms: `("data/events.jsonl", "data/events.csv")`.
pub fn data_files(name: &str) -> (String, String) {
    (format!("data/{name}.jsonl"), format!("data/{name}.csv"))
}

/// The feed of an actor.
pub fn actor_feed(id: &str) -> String {
    format!("feeds/actors/{id}.xml")
}

/// True for paths at which only feeds of actors and of agreements can stand.
pub fn is_subject_feed(path: &str) -> bool {
    path.starts_with("feeds/")
}

/// The feed of an agreement.
pub fn agreement_feed(id: &str) -> String {
    format!("feeds/agreements/{id}.xml")
}

/// How a document is cited, beside its page: `documents/letter.bib`. `format` is `bib`, `ris` or
/// `csl.json`.
pub fn citation_file(id: &str, format: &str) -> String {
    format!("documents/{id}.{format}")
}

/// How every document is cited, in one file.
pub fn citations_file(format: &str) -> String {
    format!("data/citations.{format}")
}

/// The anchor of an event on the timeline.
pub fn event_anchor(event: &Event) -> &str {
    &event.id
}

/// The copy of the raw file, byte for byte; `None` where the document may not be shown whole.
///
/// It always ends in `.txt`, so that no server and no browser takes a raw page for a page of ours.
pub fn raw_file(document: &DossierDocument) -> Option<String> {
    (document.display() == Display::Full).then(|| match extension(document).as_str() {
        "txt" => format!("raw/{}.txt", document.id),
        extension => format!("raw/{}.{extension}.txt", document.id),
    })
}

/// The document's text, the one that offsets count in; `None` where it may not be shown whole.
///
/// It is the raw copy where the text is the raw file.
pub fn text_file(document: &DossierDocument) -> Option<String> {
    if document.source.provenance.text_is_raw {
        return raw_file(document);
    }
    (document.display() == Display::Full).then(|| format!("text/{}.txt", document.id))
}

fn extension(document: &DossierDocument) -> String {
    let provenance = &document.source.provenance;
    let name = provenance.path.rsplit('/').next().unwrap_or_default();
    let given = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    if (1..=LONGEST_EXTENSION).contains(&given.len()) && given.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return given;
    }
    match provenance.media_type {
        MediaType::Plain => "txt",
        MediaType::Markdown => "md",
        MediaType::Html => "html",
    }
    .to_owned()
}
