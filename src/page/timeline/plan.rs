//! [`TimelinePlan`]: which events stand on which page of the timeline.

use chrono::Datelike;

use crate::model::{DateValue, Dossier, Edtf, EdtfDate, Event, Qualifier};
use crate::page::calendar::{self, LONGEST_PAGE, Part, Row};

/// A timeline of more bytes than this is split: one page shows all of a small dossier.
const LONGEST_TIMELINE: usize = 100_000;

/// Of so many documents one may be dated too early.
const ONE_IN: usize = 20;

/// What is told of the time before the documents stands apart only beside more than half of all events.
const MAIN_SHARE: usize = 2;

/// Of so many dated events one at either end may lie far outside.
pub(in crate::page) const OUTLIERS: usize = 40;

/// A row shows so many of its sources.
const MOST_SOURCES: usize = 12;

/// Where an event stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::page) enum Place {
    /// In a part, by its index.
    Part(usize),
    /// Among the undated, by its page.
    Undated(usize),
}

/// The events by parts of the timeline.
#[derive(Debug, Default)]
pub(in crate::page) struct TimelinePlan {
    /// In the order of the calendar.
    pub parts: Vec<Part>,
    /// Where each event stands.
    pub places: Vec<Place>,
    /// The undated events in reading order, by page; one page where the timeline is not split.
    pub undated: Vec<Vec<usize>>,
    /// True when each part is a page.
    pub is_split: bool,
    /// The year of the first documents, where the time before them stands apart.
    pub documents_from: Option<i32>,
}

impl TimelinePlan {
    /// `by_date` are the dated documents in the order of their dates.
    pub(in crate::page) fn new(dossier: &Dossier, by_date: &[usize]) -> Self {
        let weights: Vec<usize> = dossier.events.iter().map(weight).collect();
        let is_split = weights.iter().sum::<usize>() > LONGEST_TIMELINE;
        let limit = is_split.then_some(LONGEST_PAGE);
        let value = |number: usize| dossier.events[number].when.edtf.and_then(leading_date).map(|date| date.value);
        let row = |number| Some(Row { number, value: value(number)?, weight: weights[number] });
        let parts = calendar::file((0..weights.len()).filter_map(row), limit);
        let mut undated: Vec<usize> = (0..weights.len()).filter(|&number| value(number).is_none()).collect();
        let first = |number: usize| dossier.events[number].evidence.first().map(|proof| (proof.document, proof.span));
        undated.sort_by_key(|&number| (first(number).is_none(), first(number), number));
        let undated_weights: Vec<usize> = undated.iter().map(|&number| weights[number]).collect();
        let pages = calendar::pages(&undated_weights, limit);
        let mut plan = Self {
            places: vec![Place::Undated(0); weights.len()],
            undated: pages.into_iter().map(|page| undated[page].to_vec()).collect(),
            documents_from: documents_from(dossier, by_date).filter(|&first| is_split && stands_apart(&parts, first)),
            parts,
            is_split,
        };
        for (at, part) in plan.parts.iter().enumerate() {
            part.rows.iter().for_each(|&event| plan.places[event] = Place::Part(at));
        }
        for (at, page) in plan.undated.iter().enumerate() {
            page.iter().for_each(|&event| plan.places[event] = Place::Undated(at));
        }
        plan
    }

    /// How many events have no date.
    pub(in crate::page) fn count_undated(&self) -> usize {
        self.undated.iter().map(Vec::len).sum()
    }

    /// File name of a page of undated events.
    pub(in crate::page) fn undated_key(&self, page: usize) -> String {
        calendar::numbered_key("undated".to_owned(), self.undated_number(page))
    }

    /// The number of such a page and of how many, where there are several.
    pub(in crate::page) fn undated_number(&self, page: usize) -> Option<(usize, usize)> {
        (self.undated.len() > 1).then_some((page + 1, self.undated.len()))
    }

    /// True for a part before the year of the first documents.
    pub(in crate::page) fn is_earlier(&self, part: &Part) -> bool {
        self.documents_from.is_some_and(|first| part.year() < first)
    }
}

/// About how many bytes of a page the row of an event takes, as counted on 300 news articles.
fn weight(event: &Event) -> usize {
    let proofs = event.evidence.iter().take(MOST_SOURCES);
    let sentences: usize = proofs.clone().map(|proof| proof.span.end - proof.span.start + 200).sum();
    let links = event.actors.len() + event.agreements.len() + event.maybe_same_as.len();
    let told = if event.evidence.len() > 1 { sentences } else { 0 };
    600 + event.summary.len() + 150 * proofs.len() + 75 * links + told + 1_000 * event.conflicts.len()
}

/// The year from which on the documents are.
fn documents_from(dossier: &Dossier, by_date: &[usize]) -> Option<i32> {
    let edtf = dossier.documents[*by_date.get(by_date.len() / ONE_IN)?].date.edtf?;
    edtf.earliest().or(edtf.latest()).map(|day| day.year())
}

fn stands_apart(parts: &[Part], first: i32) -> bool {
    let count = |is_counted: &dyn Fn(&Part) -> bool| -> usize {
        parts.iter().filter(|part| is_counted(part)).map(|part| part.rows.len()).sum()
    };
    let (earlier, dated) = (count(&|part| part.year() < first), count(&|_| true));
    earlier > 0 && earlier * MAIN_SHARE < dated
}

/// The date that decides where an event stands: the start, or the end of an interval open at its start.
/// One of several days stands under their month or, where they have none in common, a year.
pub(in crate::page) fn leading_date(edtf: Edtf) -> Option<EdtfDate> {
    match edtf {
        Edtf::Date(date) => Some(date),
        Edtf::Interval(from, to) => from.or(to),
        Edtf::OneOf(first, last) => {
            let day = first.or(last)?;
            let (month, year) = (DateValue::Month(day.year(), day.month()), DateValue::Year(day.year()));
            let value = if Edtf::date(month).contains(edtf) { month } else { year };
            Some(EdtfDate { value, qualifier: Qualifier::None })
        }
    }
}

/// True for a date all of whose days lie in one year.
pub(in crate::page) fn lies_in_one_year(edtf: Edtf) -> bool {
    edtf.earliest().zip(edtf.latest()).is_some_and(|(first, last)| first.year() == last.year())
}

/// The month an event stands under; `None` for years, seasons and coarser dates.
pub(in crate::page) fn month_of(edtf: Edtf) -> Option<u32> {
    calendar::month_of(leading_date(edtf)?.value)
}

/// The year that a date stands under: where it begins.
pub(in crate::page) fn year_of(edtf: Edtf) -> Option<i32> {
    Some(leading_date(edtf)?.value.earliest().year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_stands_where_all_of_its_days_stand() {
        let table = [
            ("1985-05-03/1986", "1985-05-03", 1985),
            ("[2023-05-03..2023-05-09]", "2023-05", 2023),
            ("[2023-05-22..2023-08-17]", "2023", 2023),
            ("[..2023-08-17]", "2023", 2023),
            ("-0479-08", "-0479-08", -479),
            ("-048X", "-048X", -489),
        ];
        for (written, leading, year) in table {
            let edtf: Edtf = written.parse().unwrap();
            assert_eq!(leading_date(edtf).unwrap().to_string(), leading);
            assert_eq!(year_of(edtf), Some(year), "{written}");
        }
    }

    #[test]
    fn the_time_before_the_documents_stands_apart_beside_more() {
        let parts = |earlier: usize, main: usize| {
            let value = |at: usize| DateValue::Year(if at < earlier { 1918 } else { 2009 });
            calendar::file((0..earlier + main).map(|number| Row { number, value: value(number), weight: 1 }), None)
        };
        assert!(stands_apart(&parts(40, 60), 2009));
        assert!(!stands_apart(&parts(60, 40), 2009), "a history is about the time before");
        assert!(!stands_apart(&parts(0, 40), 2009));
    }
}
