//! `corrections.jsonl`, and `corrections.xml`: an Atom feed with an entry per correction.

use atom_syndication::{Content, Entry, Feed};
use serde::Serialize;

use super::feed::{bytes, link, midnight, person, plain};
use super::table::{joined, table};
use super::{Chronicle, Download, push_line};
use crate::model::correction::Correction;
use crate::model::page::displayable;
use crate::model::{Dossier, OutputFile, Phrase, paths};
use crate::text::compare::{shorten, tidy};

/// The longest title of an entry, in characters.
const LONGEST_TITLE: usize = 120;

#[derive(Debug, Serialize)]
struct CorrectionRecord {
    id: String,
    date: String,
    kind: &'static str,
    text: String,
    documents: Vec<String>,
    removed: Vec<String>,
    actors: Vec<String>,
    agreements: Vec<String>,
}

const COLUMNS: [&str; 8] = ["id", "date", "kind", "text", "documents", "removed", "actors", "agreements"];

/// `None` where there is no correction.
pub(super) fn download(dossier: &Dossier) -> Option<Download> {
    let records: Vec<_> = dossier.corrections.iter().map(|correction| record(dossier, correction)).collect();
    let mut lines = Vec::new();
    records.iter().for_each(|record| push_line(&mut lines, record));
    let row = |record: CorrectionRecord| {
        let CorrectionRecord { id, date, kind, text, documents, removed, actors, agreements } = record;
        [id, date, kind.to_owned(), text, joined(documents), joined(removed), joined(actors), joined(agreements)]
    };
    (!records.is_empty()).then(|| Download { lines, table: table(&COLUMNS, records.into_iter().map(row)) })
}

fn record(dossier: &Dossier, correction: &Correction) -> CorrectionRecord {
    CorrectionRecord {
        id: correction.id.clone(),
        date: correction.on.to_string(),
        kind: correction.kind.as_str(),
        text: correction.text.clone(),
        documents: correction.documents.iter().map(|&at| dossier.documents[at].id.clone()).collect(),
        removed: correction.removed.clone(),
        actors: correction.actors.iter().map(|&at| dossier.actors[at].id.clone()).collect(),
        agreements: correction.agreements.iter().map(|&at| dossier.agreements[at].id.clone()).collect(),
    }
}

/// `None` where there is no correction, or the settings do not say where the site will stand.
pub(super) fn feed(of: Chronicle<'_>) -> Option<OutputFile> {
    let Chronicle { dossier, settings, phrases } = of;
    let kind = |correction: &Correction| phrases.tell(&Phrase::of("correction", correction.kind.as_str()));
    let base = settings.base_url.as_deref()?;
    let latest = dossier.corrections.first()?;
    let page = format!("{base}{}", paths::CORRECTIONS);
    let entry = |correction: &Correction| Entry {
        title: plain(&format!("{}: {}", kind(correction), shorten(&tidy(&correction.text), LONGEST_TITLE))),
        id: format!("{page}#{}", correction.id),
        updated: midnight(correction.on),
        links: vec![link(&format!("{page}#{}", correction.id), "alternate")],
        content: Some(Content {
            value: Some(displayable(&correction.text).into_owned()),
            content_type: Some("text".to_owned()),
            ..Content::default()
        }),
        ..Entry::default()
    };
    let feed = Feed {
        title: plain(&format!("{}: {}", tidy(&settings.title), phrases.say("corrections"))),
        id: page.clone(),
        updated: midnight(latest.on),
        authors: vec![person(&settings.title)],
        links: vec![link(&format!("{base}{}", paths::CORRECTIONS_FEED), "self"), link(&page, "alternate")],
        entries: dossier.corrections.iter().map(entry).collect(),
        ..Feed::default()
    };
    Some(OutputFile { path: paths::CORRECTIONS_FEED.to_owned(), bytes: bytes(&feed) })
}
