//! `dates.jsonl`: a line per calendar day that carries an event, by date.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;

use super::table::{joined, table};
use super::values::share;
use super::{Download, push_line};
use crate::model::{Dossier, Edtf};

#[derive(Debug, Serialize)]
struct DateLine {
    date: String,
    salience: f64,
    events: Vec<String>,
    documents: usize,
}

const COLUMNS: [&str; 4] = ["date", "salience", "events", "documents"];

/// What a day carries.
#[derive(Debug, Default)]
struct Day {
    events: Vec<String>,
    documents: BTreeSet<usize>,
}

pub(super) fn download(dossier: &Dossier) -> Download {
    let mut days: BTreeMap<NaiveDate, Day> = BTreeMap::new();
    for event in &dossier.events {
        let Some(date) = event.when.edtf.and_then(Edtf::as_day) else { continue };
        let day = days.entry(date).or_default();
        day.events.push(event.id.clone());
        day.documents.extend(event.evidence.iter().map(|evidence| evidence.document));
    }
    let best = days.values().map(|day| day.documents.len()).max().unwrap_or(0);
    let mut lines = Vec::new();
    let mut rows = Vec::with_capacity(days.len());
    for (date, Day { events, documents }) in days {
        let salience = share(documents.len(), best);
        let line = DateLine { date: date.to_string(), salience, events, documents: documents.len() };
        push_line(&mut lines, &line);
        rows.push([line.date, line.salience.to_string(), joined(line.events), line.documents.to_string()]);
    }
    Download { lines, table: table(&COLUMNS, rows) }
}
