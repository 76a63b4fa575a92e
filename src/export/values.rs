//! Values that several downloads share.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::language::Phrasebook;
pub(super) use crate::model::count_documents;
use crate::model::{Display, DocumentDate, Dossier, Edtf, Event, Evidence, Phrase, Weekday};
use crate::text::Span;

/// A range of bytes.
#[derive(Debug, Serialize)]
pub(super) struct Range {
    start: usize,
    end: usize,
}

impl From<Span> for Range {
    fn from(span: Span) -> Self {
        Self { start: span.start, end: span.end }
    }
}

/// A calendar value and its bounds.
#[derive(Debug, Serialize)]
pub(super) struct DateRecord {
    pub edtf: Option<String>,
    pub earliest: Option<String>,
    pub latest: Option<String>,
}

impl From<Option<Edtf>> for DateRecord {
    fn from(edtf: Option<Edtf>) -> Self {
        Self {
            edtf: edtf.map(|edtf| edtf.to_string()),
            earliest: edtf.and_then(Edtf::earliest).map(|day| day.to_string()),
            latest: edtf.and_then(Edtf::latest).map(|day| day.to_string()),
        }
    }
}

/// A date that nothing says is `null`, not an object of `null`s.
pub(super) fn known(edtf: Option<Edtf>) -> Option<DateRecord> {
    edtf.map(|edtf| DateRecord::from(Some(edtf)))
}

/// The date of a document.
#[derive(Debug, Serialize)]
pub(super) struct DocumentDateRecord {
    #[serde(flatten)]
    pub date: DateRecord,
    weekday: Option<&'static str>,
    pub basis: &'static str,
    why: String,
    evidence: Vec<Range>,
}

impl From<&DocumentDate> for DocumentDateRecord {
    fn from(date: &DocumentDate) -> Self {
        Self {
            date: date.edtf.into(),
            weekday: date.weekday.map(Weekday::as_str),
            basis: date.basis.as_str(),
            why: english(&date.why),
            evidence: date.evidence.iter().map(|&span| span.into()).collect(),
        }
    }
}

/// A sentence that proves a fact.
#[derive(Debug, Serialize)]
pub(super) struct EvidenceRecord {
    document: String,
    start: usize,
    end: usize,
    text: Option<String>,
}

/// The least display under which a sentence may be quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quoting {
    /// Sentences of events and quotations: an excerpt shows them.
    Excerpt,
    /// Sentences with a name or a role: only the whole text shows them.
    Full,
}

/// The sentence as it stands in the text, where it may be quoted.
pub(super) fn sentence<'d>(dossier: &'d Dossier, evidence: &Evidence, quoting: Quoting) -> Option<&'d str> {
    let document = &dossier.documents[evidence.document];
    let may_quote = match quoting {
        Quoting::Excerpt => document.display().shows_words(),
        Quoting::Full => document.display() == Display::Full,
    };
    may_quote.then(|| evidence.span.of(&document.source.text))
}

/// The evidence as programs read it.
pub(super) fn evidence(dossier: &Dossier, evidence: &Evidence, quoting: Quoting) -> EvidenceRecord {
    EvidenceRecord {
        document: dossier.documents[evidence.document].id.clone(),
        start: evidence.span.start,
        end: evidence.span.end,
        text: sentence(dossier, evidence, quoting).map(str::to_owned),
    }
}

/// What an event's sentence is, where its document shows sentences.
pub(super) fn summary<'e>(dossier: &Dossier, event: &'e Event) -> Option<&'e str> {
    let first = event.evidence.first().map(|evidence| &dossier.documents[evidence.document]);
    first.is_none_or(|document| document.display().shows_words()).then_some(event.summary.as_str())
}

/// A sentence in the language of the data files.
pub(super) fn english(phrase: &Phrase) -> String {
    Phrasebook::english().tell(phrase)
}

/// The day an event was first reported, where that is sure, from year 1 on.
pub(super) fn day_of_report(event: &Event) -> Option<NaiveDate> {
    event.reported.filter(|edtf| !edtf.is_doubtful()).and_then(Edtf::earliest).filter(|day| day.year() >= 1)
}

/// `part` of `whole` in `[0, 1]`, to three places.
pub(super) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        return 0.0;
    }
    (part as f64 * 1_000.0 / whole as f64).round() / 1_000.0
}
