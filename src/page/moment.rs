//! Dates for pages: words for readers, `datetime` for machines where HTML has a form for it.

use serde::Serialize;

use crate::language::Phrasebook;
use crate::model::{Basis, DateBasis, DocumentDate, Edtf, Weekday, When};

/// A date as a template shows it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct MomentView {
    /// Words for readers, doubt included.
    pub words: String,
    /// What `<time datetime>` can hold; `null` for intervals, seasons, years BC and worse.
    pub datetime: Option<String>,
    /// The full value.
    pub edtf: Option<String>,
    /// How it was come by, in words; empty where the text says all of it.
    pub basis: String,
    /// A sentence that answers "Why this date?"; may be empty.
    pub why: String,
    /// True for a date that is not certain to its last digit.
    pub uncertain: bool,
}

/// The date of an event.
pub(super) fn of_event(when: &When) -> MomentView {
    let words = Phrasebook::english().when(when);
    let basis = match when.basis {
        Basis::Stated => "",
        Basis::YearInferred => "year inferred",
        Basis::Relative => "counted from the document’s date",
        Basis::Edited => "decided by an editor",
        Basis::Unknown => "", // the words say so
    };
    let inferred = matches!(when.basis, Basis::YearInferred | Basis::Relative | Basis::Unknown);
    let mut moment = of(when.edtf, words, basis, &Phrasebook::english().tell(&when.why));
    moment.uncertain |= inferred;
    moment
}

/// The date of a document or story.
pub(super) fn of_document(date: &DocumentDate) -> MomentView {
    let words = match (date.edtf, date.weekday) {
        (Some(edtf), Some(weekday)) => edtf.words_on(weekday),
        (Some(edtf), None) => edtf.words(),
        (None, weekday) => weekday_words(weekday),
    };
    let basis = match date.basis {
        DateBasis::Given => "given with the document",
        DateBasis::Stated => "stated in the text",
        DateBasis::Inferred => "inferred",
        DateBasis::Edited => "decided by an editor",
        DateBasis::Unknown => "",
    };
    of(date.edtf, words, basis, &Phrasebook::english().tell(&date.why))
}

/// A date that needs no reason.
pub(super) fn plain(edtf: Edtf) -> MomentView {
    of(Some(edtf), edtf.words(), "", "")
}

fn of(edtf: Option<Edtf>, words: String, basis: &str, why: &str) -> MomentView {
    MomentView {
        words,
        datetime: edtf.and_then(Edtf::html_datetime),
        edtf: edtf.map(|edtf| edtf.to_string()),
        basis: basis.to_owned(),
        why: why.to_owned(),
        uncertain: edtf.is_some_and(Edtf::is_doubtful),
    }
}

fn weekday_words(weekday: Option<Weekday>) -> String {
    weekday.map_or_else(|| "date not known".to_owned(), |day| format!("a {}, date not known", day.name()))
}
