//! `documents.jsonl`: a line per file, and a line per story of a file of several.

use serde::Serialize;

use super::table::{joined, or_empty, table};
use super::values::{DocumentDateRecord, Range};
use super::{Download, push_line};
use crate::config::Settings;
use crate::model::{Badge, Display, DocumentDate, Dossier, DossierDocument, Statement, StoryRecord, ZoneKind, paths};
use crate::text::Span;

#[derive(Debug, Serialize)]
struct DocumentRecord {
    id: String,
    path: Option<String>,
    story: Option<String>,
    page: String,
    text: Option<String>,
    sha256: Option<String>,
    title: Option<String>,
    title_basis: Option<&'static str>,
    authors: Vec<String>,
    publisher: Option<String>,
    url: Option<String>,
    language: Option<String>,
    date: DocumentDateRecord,
    badges: Vec<&'static str>,
    upstream: Vec<String>,
    left_out: Vec<LeftOutRecord>,
    duplicates: Vec<String>,
    display: &'static str,
    noindex: bool,
}

#[derive(Debug, Serialize)]
struct LeftOutRecord {
    #[serde(flatten)]
    range: Range,
    kind: &'static str,
}

const COLUMNS: [&str; 20] = [
    "id",
    "story",
    "path",
    "page",
    "text",
    "sha256",
    "title",
    "title_basis",
    "authors",
    "publisher",
    "url",
    "language",
    "date",
    "earliest",
    "latest",
    "date_basis",
    "badges",
    "upstream",
    "duplicates",
    "display",
];

pub(super) fn download(dossier: &Dossier, settings: &Settings) -> Download {
    let mut records = Vec::new();
    for document in &dossier.documents {
        let file = record(dossier, document, settings);
        if document.display() == Display::Withheld {
            records.push(stub(document));
            continue;
        }
        records.push(file);
        if document.stories.len() > 1 {
            let story = |at| story_record(record(dossier, document, settings), document, at);
            records.extend((0..document.stories.len()).map(story));
        }
    }
    let mut lines = Vec::new();
    records.iter().for_each(|record| push_line(&mut lines, record));
    Download { lines, table: table(&COLUMNS, records.into_iter().map(row)) }
}

fn record(dossier: &Dossier, document: &DossierDocument, settings: &Settings) -> DocumentRecord {
    let provenance = &document.source.provenance;
    let said = &provenance.statement;
    DocumentRecord {
        path: Some(provenance.path.clone()),
        text: paths::text_file(document),
        sha256: Some(provenance.sha256.clone()),
        title: Some(document.title().words.clone()),
        title_basis: Some(document.title().basis.as_str()),
        authors: document.authors.clone(),
        publisher: said.publisher.clone(),
        url: said.url.clone(),
        language: document.language().map(str::to_owned),
        date: (&document.date).into(),
        badges: document.annotations.segmentation.badges.iter().map(|badge| Badge::as_str(*badge)).collect(),
        upstream: upstream(document, None),
        left_out: left_out(document, None),
        duplicates: document.duplicates.iter().map(|&other| dossier.documents[other].id.clone()).collect(),
        noindex: settings.noindex || said.noindex == Some(true),
        ..stub(document)
    }
}

/// All that is told of a withheld document.
fn stub(document: &DossierDocument) -> DocumentRecord {
    DocumentRecord {
        id: document.id.clone(),
        path: None,
        story: None,
        page: paths::document_page(&document.id),
        text: None,
        sha256: None,
        title: None,
        title_basis: None,
        authors: Vec::new(),
        publisher: None,
        url: None,
        language: None,
        date: (&DocumentDate::unknown()).into(),
        badges: Vec::new(),
        upstream: Vec::new(),
        left_out: Vec::new(),
        duplicates: Vec::new(),
        display: document.display().as_str(),
        noindex: true,
    }
}

/// The line of a story: what is said of it stands before what is said of its file.
fn story_record(file: DocumentRecord, document: &DossierDocument, at: usize) -> DocumentRecord {
    let story: &StoryRecord = &document.stories[at];
    let given = document.source.provenance.statement.stories.get(at);
    let found = document.annotations.segmentation.stories.get(at).map(|story| &story.stated);
    let said: Vec<&Statement> = given.into_iter().chain(found).collect();
    let first = |pick: fn(&Statement) -> Option<&String>| said.iter().find_map(|statement| pick(statement)).cloned();
    let authors =
        said.iter().find(|statement| !statement.authors.is_empty()).map(|statement| statement.authors.clone());
    DocumentRecord {
        story: Some(story.id.clone()),
        page: format!("{}#{}", file.page, paths::story_anchor(&story.id)),
        title: Some(story.title.words.clone()),
        title_basis: Some(story.title.basis.as_str()),
        authors: authors.unwrap_or_default(),
        publisher: first(|statement| statement.publisher.as_ref()),
        url: first(|statement| statement.url.as_ref()),
        language: first(|statement| statement.language.as_ref()).or(file.language),
        date: (&story.date).into(),
        upstream: upstream(document, Some(story.span)),
        left_out: left_out(document, Some(story.span)),
        ..file
    }
}

/// The keys the text cites other sources by, sorted.
fn upstream(document: &DossierDocument, within: Option<Span>) -> Vec<String> {
    let is_inside = |span: Span| within.is_none_or(|within| within.contains(span));
    let references = document.annotations.references.iter().filter(|reference| is_inside(reference.span));
    let mut keys: Vec<String> = references.map(|reference| reference.key.clone()).collect();
    keys.sort();
    keys.dedup();
    keys
}

fn left_out(document: &DossierDocument, within: Option<Span>) -> Vec<LeftOutRecord> {
    let is_inside = |span: Span| within.is_none_or(|within| within.contains(span));
    let zones = document.annotations.segmentation.zones.iter();
    let zones = zones.filter(|zone| ZoneKind::is_left_out(zone.kind) && is_inside(zone.span));
    zones.map(|zone| LeftOutRecord { range: zone.span.into(), kind: zone.kind.as_str() }).collect()
}

fn row(record: DocumentRecord) -> [String; 20] {
    let date = record.date;
    [
        record.id,
        or_empty(record.story),
        or_empty(record.path),
        record.page,
        or_empty(record.text),
        or_empty(record.sha256),
        or_empty(record.title),
        or_empty(record.title_basis),
        joined(record.authors),
        or_empty(record.publisher),
        or_empty(record.url),
        or_empty(record.language),
        or_empty(date.date.edtf),
        or_empty(date.date.earliest),
        or_empty(date.date.latest),
        date.basis.to_owned(),
        joined(record.badges),
        joined(record.upstream),
        joined(record.duplicates),
        record.display.to_owned(),
    ]
}
