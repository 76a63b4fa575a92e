//! `events.jsonl`: a line per event with its evidence, in the order of the timeline.

use serde::Serialize;

use super::table::{joined, or_empty, table};
use super::values::{DateRecord, EvidenceRecord, Quoting, count_documents, english, evidence, known, share, summary};
use super::{Download, push_line};
use crate::language::Phrasebook;
use crate::model::{Dossier, Event, EventConflict, Weekday};

#[derive(Debug, Serialize)]
struct EventRecord {
    id: String,
    summary: Option<String>,
    status: &'static str,
    when: WhenRecord,
    reported: Option<DateRecord>,
    actors: Vec<String>,
    agreements: Vec<String>,
    documents: usize,
    salience: f64,
    evidence: Vec<EvidenceRecord>,
    conflicts: Vec<ConflictRecord>,
    maybe_same_as: Vec<String>,
}

/// Two sentences that cannot both be as they are told.
#[derive(Debug, Serialize)]
struct ConflictRecord {
    kind: &'static str,
    actor: Option<String>,
    evidence: [EvidenceRecord; 2],
}

#[derive(Debug, Serialize)]
struct WhenRecord {
    #[serde(flatten)]
    date: DateRecord,
    weekday: Option<&'static str>,
    words: String,
    basis: &'static str,
    why: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    relative: Option<RelativeRecord>,
}

/// The event this one is counted from, and the days between.
#[derive(Debug, Serialize)]
struct RelativeRecord {
    to: String,
    days: i32,
}

const COLUMNS: [&str; 14] = [
    "id",
    "status",
    "date",
    "earliest",
    "latest",
    "weekday",
    "words",
    "basis",
    "summary",
    "actors",
    "documents",
    "salience",
    "reported",
    "evidence",
];

pub(super) fn download(dossier: &Dossier) -> Download {
    let best = dossier.events.iter().map(|event| count_documents(&event.evidence)).max().unwrap_or(0);
    let mut lines = Vec::new();
    let mut rows = Vec::with_capacity(dossier.events.len());
    for event in &dossier.events {
        let record = record(dossier, event, best);
        push_line(&mut lines, &record);
        rows.push(row(dossier, event, record));
    }
    Download { lines, table: table(&COLUMNS, rows) }
}

fn record(dossier: &Dossier, event: &Event, best: usize) -> EventRecord {
    let documents = count_documents(&event.evidence);
    EventRecord {
        id: event.id.clone(),
        summary: summary(dossier, event).map(str::to_owned),
        status: event.status.as_str(),
        when: WhenRecord {
            date: event.when.edtf.into(),
            weekday: event.when.weekday.map(Weekday::as_str),
            words: Phrasebook::english().when(&event.when),
            basis: event.when.basis.as_str(),
            why: english(&event.when.why),
            relative: event.relative.as_ref().map(|link| RelativeRecord { to: link.to.clone(), days: link.days }),
        },
        reported: known(event.reported),
        actors: event.actors.iter().map(|&actor| dossier.actors[actor].id.clone()).collect(),
        agreements: event.agreements.iter().map(|&agreement| dossier.agreements[agreement].id.clone()).collect(),
        documents,
        salience: share(documents, best),
        evidence: event.evidence.iter().map(|place| evidence(dossier, place, Quoting::Excerpt)).collect(),
        conflicts: event.conflicts.iter().map(|conflict| conflict_record(dossier, conflict)).collect(),
        maybe_same_as: event.maybe_same_as.clone(),
    }
}

fn conflict_record(dossier: &Dossier, conflict: &EventConflict) -> ConflictRecord {
    let side = |proof| evidence(dossier, proof, Quoting::Excerpt);
    ConflictRecord {
        kind: conflict.kind.as_str(),
        actor: conflict.actor.map(|actor| dossier.actors[actor].id.clone()),
        evidence: [side(&conflict.one), side(&conflict.other)],
    }
}

fn row(dossier: &Dossier, event: &Event, record: EventRecord) -> [String; 14] {
    let place = |evidence: &crate::model::Evidence| {
        format!("{}:{}-{}", dossier.documents[evidence.document].id, evidence.span.start, evidence.span.end)
    };
    [
        record.id,
        record.status.to_owned(),
        or_empty(record.when.date.edtf),
        or_empty(record.when.date.earliest),
        or_empty(record.when.date.latest),
        or_empty(record.when.weekday),
        record.when.words,
        record.when.basis.to_owned(),
        or_empty(record.summary),
        joined(record.actors),
        record.documents.to_string(),
        record.salience.to_string(),
        or_empty(record.reported.and_then(|date| date.edtf)),
        joined(event.evidence.iter().map(place)),
    ]
}
