//! `quotations.jsonl` and `reported.jsonl`: a line per quotation or reported statement, by document and
//! place.

use serde::Serialize;

use super::table::{or_empty, table};
use super::values::{DateRecord, english, known};
use super::{Download, push_line};
use crate::model::{Dossier, Quotation, SaidOn};

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
    said_on: Option<SaidRecord>,
    reported: Option<DateRecord>,
}

#[derive(Debug, Serialize)]
struct SaidRecord {
    #[serde(flatten)]
    date: DateRecord,
    basis: &'static str,
    why: Option<String>,
}

const COLUMNS: [&str; 11] = [
    "id",
    "document",
    "start",
    "end",
    "text",
    "kind",
    "speaker",
    "speaker_words",
    "said_on",
    "said_on_basis",
    "reported",
];

/// What `said_on` rests on where it is a bound.
const BOUND: &str = "document";

pub(super) fn download(dossier: &Dossier, list: &[Quotation]) -> Download {
    let may_quote = |quotation: &&Quotation| dossier.documents[quotation.evidence.document].display().shows_words();
    let quotations = list.iter().filter(may_quote);
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
        said_on: quotation.said_on.as_ref().map(said),
        reported: known(quotation.reported),
    }
}

fn said(said: &SaidOn) -> SaidRecord {
    let (basis, why) = match said {
        SaidOn::Told(when) => (when.basis.as_str(), Some(english(&when.why))),
        SaidOn::Until(_) => (BOUND, None),
    };
    SaidRecord { date: said.edtf().into(), basis, why }
}

fn row(record: QuotationRecord) -> [String; 11] {
    let basis = record.said_on.as_ref().map(|said| said.basis);
    [
        record.id,
        record.document,
        record.start.to_string(),
        record.end.to_string(),
        record.text,
        record.kind.to_owned(),
        or_empty(record.speaker),
        or_empty(record.speaker_words),
        or_empty(record.said_on.and_then(|said| said.date.edtf)),
        or_empty(basis),
        or_empty(record.reported.and_then(|date| date.edtf)),
    ]
}
