//! [`QuotationPlan`]: which statements stand on which page.

use chrono::{Datelike, NaiveDate};

use super::Telling;
use crate::model::{DateValue, Dossier, Edtf, Quotation, QuotationKind, SaidOn};
use crate::page::calendar::{self, LONGEST_PAGE, Part, Row, Scope};
use crate::page::timeline::plan::{leading_date, year_of};

/// Statements of more bytes than this are split by year.
const LONGEST_LIST: usize = 100_000;

/// Which statements stand on which page.
#[derive(Debug)]
pub(in crate::page) struct QuotationPlan {
    /// By the year they were said in or, where no text tells it, that of their text; then those whose year is
    /// not certain, then those of undated texts. Within a part by day.
    pub parts: Vec<Part>,
    pub is_split: bool,
}

impl QuotationPlan {
    /// The statements and fragments that may be quoted.
    pub(in crate::page) fn new(dossier: &Dossier, telling: Telling) -> Self {
        let list = telling.list(dossier);
        let tells = |number: &usize| {
            let quotation = &list[*number];
            let shows = dossier.documents[quotation.evidence.document].display().shows_words();
            quotation.kind != QuotationKind::Term && shows
        };
        let mut numbers: Vec<usize> = (0..list.len()).filter(tells).collect();
        numbers.sort_by_key(|&number| (day(&list[number]), number));
        let is_split = numbers.iter().map(|&number| weight(&list[number])).sum::<usize>() > LONGEST_LIST;
        let limit = is_split.then_some(LONGEST_PAGE);
        let rows = |wanted: Standing| {
            numbers.iter().filter_map(move |&number| {
                let (standing, value) = place(&list[number]);
                (standing == wanted).then(|| Row { number, value, weight: weight(&list[number]) })
            })
        };
        let mut parts = calendar::file(rows(Standing::Dated), limit);
        for (standing, scope) in [(Standing::Uncertain, Scope::Uncertain), (Standing::Undated, Scope::Undated)] {
            calendar::add(&mut parts, scope, &rows(standing).collect::<Vec<_>>(), limit);
        }
        Self { parts, is_split }
    }

    /// How many statements there are.
    pub(in crate::page) fn count(&self) -> usize {
        self.parts.iter().map(|part| part.rows.len()).sum()
    }

    /// How many parts have a page of their own.
    pub(in crate::page) fn pages(&self) -> usize {
        if self.is_split { self.parts.len() } else { 0 }
    }

    /// Every statement, by part.
    pub(in crate::page) fn rows(&self) -> impl Iterator<Item = usize> {
        self.parts.iter().flat_map(|part| part.rows.iter().copied())
    }
}

/// How sure the year of a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Dated,
    Uncertain,
    Undated,
}

/// About how many bytes of a page the row of a statement takes, as counted on 300 news articles.
fn weight(quotation: &Quotation) -> usize {
    500 + quotation.text.len()
}

/// How sure its year is, and what it stands under.
fn place(quotation: &Quotation) -> (Standing, DateValue) {
    let none = DateValue::Year(0);
    let Some(date) = date(quotation) else { return (Standing::Undated, none) };
    match leading_date(date).zip(year_of(date)).filter(|(_, year)| is_within(date, *year)) {
        Some((leading, _)) => (Standing::Dated, leading.value),
        None => (Standing::Uncertain, none),
    }
}

/// The year it stands under; `None` for those whose year is not certain or not known.
pub(in crate::page) fn year(quotation: &Quotation) -> Option<i32> {
    match place(quotation) {
        (Standing::Dated, value) => Some(value.earliest().year()),
        _ => None,
    }
}

/// When it was said, or else the date of its text.
pub(in crate::page) fn date(quotation: &Quotation) -> Option<Edtf> {
    match &quotation.said_on {
        Some(SaidOn::Told(when)) => when.edtf.or(quotation.reported),
        _ => quotation.reported,
    }
}

fn day(quotation: &Quotation) -> Option<NaiveDate> {
    date(quotation).and_then(|date| date.earliest().or(date.latest()))
}

/// True where every day that a date may mean lies in a year.
fn is_within(date: Edtf, year: i32) -> bool {
    Edtf::date(DateValue::Year(year)).contains(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_over_two_years_stands_under_neither() {
        let mut quotation = crate::model::samples::dossier().quotations.remove(0);
        quotation.said_on = None;
        for (date, expected) in [
            (Some("2010-05-04"), Standing::Dated),
            (Some("[2009-04-20..2010-03-01]"), Standing::Uncertain),
            (Some("[..2010-03-01]"), Standing::Uncertain),
            (Some("2010?"), Standing::Dated),
            (None, Standing::Undated),
        ] {
            quotation.reported = date.map(|date| date.parse().unwrap());
            assert_eq!(place(&quotation).0, expected, "{date:?}");
        }
    }
}
