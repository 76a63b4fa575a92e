//! `quotations.jsonl`: a line per quotation, by document and place.

use serde::Serialize;

use super::table::{or_empty, table};
use super::values::{DateRecord, known};
use super::{Download, push_line};
use crate::model::{Dossier, Quotation};

#[derive(Debug, Serialize)]
struct QuotationRecord {
    id: String,
    document: String,
    start: usize,
    end: usize,
    text: String,
    kind: &'static str,
    speaker: Option<String>,
    speaker_words: Option<String>,
    joint: Vec<String>,
    said_on: Option<DateRecord>,
    reported: Option<DateRecord>,
}

const COLUMNS: [&str; 9] = ["id", "document", "start", "end", "text", "kind", "speaker", "speaker_words", "reported"];

pub(super) fn download(dossier: &Dossier) -> Download {
    let may_quote = |quotation: &&Quotation| dossier.documents[quotation.evidence.document].display().shows_words();
    let quotations = dossier.quotations.iter().filter(may_quote);
    let records: Vec<_> = quotations.map(|quotation| record(dossier, quotation)).collect();
    let mut lines = Vec::new();
    records.iter().for_each(|record| push_line(&mut lines, record));
    Download { lines, table: table(&COLUMNS, records.into_iter().map(row)) }
}

fn record(dossier: &Dossier, quotation: &Quotation) -> QuotationRecord {
    QuotationRecord {
        id: quotation.id.clone(),
        document: dossier.documents[quotation.evidence.document].id.clone(),
        start: quotation.evidence.focus.start,
        end: quotation.evidence.focus.end,
        text: quotation.text.clone(),
        kind: quotation.kind.as_str(),
        speaker: quotation.speaker.map(|actor| dossier.actors[actor].id.clone()),
        speaker_words: quotation.speaker_words.clone(),
        joint: quotation.joint.iter().map(|&actor| dossier.actors[actor].id.clone()).collect(),
        said_on: None,
        reported: known(quotation.reported),
    }
}

fn row(record: QuotationRecord) -> [String; 9] {
    [
        record.id,
        record.document,
        record.start.to_string(),
        record.end.to_string(),
        record.text,
        record.kind.to_owned(),
        or_empty(record.speaker),
        or_empty(record.speaker_words),
        or_empty(record.reported.and_then(|date| date.edtf)),
    ]
}
