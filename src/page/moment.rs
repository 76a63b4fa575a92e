//! Dates for pages: words for readers, `datetime` for machines where HTML has a form for it.

use serde::Serialize;

use super::site::Site;
use crate::model::{Basis, DateBasis, DocumentDate, Edtf, When};

/// A date as a template shows it.
#[derive(Debug, Clone, Default, Serialize)]
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

impl Site<'_> {
    /// The date of an event.
    pub(super) fn event_moment(&self, when: &When) -> MomentView {
        let words = self.phrases.when(when);
        let basis = match when.basis {
            Basis::Stated | Basis::Unknown => "", // the words say so
            Basis::YearInferred => "basis-year-inferred",
            Basis::Relative => "basis-counted",
            Basis::Edited => "basis-edited",
        };
        let moment = self.moment_with(when.edtf, words, basis, self.phrases.tell(&when.why));
        MomentView { uncertain: is_uncertain(when), basis: self.elsewhere(when, moment.basis), ..moment }
    }

    /// A basis, and that the day is told by another sentence than the one that is shown.
    pub(super) fn elsewhere(&self, when: &When, basis: String) -> String {
        let elsewhere = when.is_told_elsewhere.then(|| self.phrases.say("basis-told-elsewhere"));
        let both = [basis, elsewhere.unwrap_or_default()];
        let said: Vec<&str> = both.iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
        said.join(&self.phrases.say("comma"))
    }

    /// The date of a document or story.
    pub(super) fn document_moment(&self, date: &DocumentDate) -> MomentView {
        let words = match (date.edtf, date.weekday) {
            (Some(edtf), Some(weekday)) => self.phrases.date_on(edtf, weekday),
            (Some(edtf), None) => self.phrases.date(edtf),
            (None, weekday) => self.phrases.date_unknown_on(weekday),
        };
        let basis = match date.basis {
            DateBasis::Given => "basis-given",
            DateBasis::Stated => "basis-stated",
            DateBasis::Inferred => "basis-inferred",
            DateBasis::Edited => "basis-edited",
            DateBasis::Unknown => "",
        };
        self.moment_with(date.edtf, words, basis, self.phrases.tell(&date.why))
    }

    /// A date that needs no reason.
    pub(super) fn day(&self, edtf: Edtf) -> MomentView {
        self.moment_with(Some(edtf), self.phrases.date(edtf), "", String::new())
    }

    fn moment_with(&self, edtf: Option<Edtf>, words: String, basis: &str, why: String) -> MomentView {
        MomentView {
            words,
            datetime: edtf.and_then(Edtf::html_datetime),
            edtf: edtf.map(|edtf| edtf.to_string()),
            basis: if basis.is_empty() { String::new() } else { self.phrases.say(basis) },
            why,
            uncertain: edtf.is_some_and(Edtf::is_doubtful),
        }
    }
}

/// True for a date that a row marks as not certain: none is known, its value is doubted (`2023?`), or it is one of
/// several days. How it was come by is no doubt: `yesterday` in a text of a known day is a known day.
pub(super) fn is_uncertain(when: &When) -> bool {
    when.edtf.is_none_or(Edtf::is_doubtful)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples;

    #[test]
    fn only_a_doubted_date_is_not_certain() {
        let dated = samples::dossier().events.remove(0).when;
        for (edtf, basis, expected) in [
            (Some("2010-05-08"), Basis::Relative, false),
            (Some("2010"), Basis::Relative, false),
            (Some("2010-05-08"), Basis::Edited, false),
            (Some("1910/1945"), Basis::Stated, false),
            (Some("2010-05-08?"), Basis::YearInferred, true),
            (Some("2010~"), Basis::Edited, true),
            (Some("[2023-10-07..2024-09-06]"), Basis::Relative, true),
            (None, Basis::Unknown, true),
        ] {
            let when = When { edtf: edtf.map(samples::edtf), basis, ..dated.clone() };
            assert_eq!(is_uncertain(&when), expected, "{edtf:?}");
        }
    }
}
