//! [`TimelinePlan`]: which events stand on which page of the timeline.

use chrono::Datelike;

use crate::model::{DateValue, Dossier, Edtf, EdtfDate, Event, Qualifier};
use crate::page::calendar::{self, LONGEST_PAGE, Part, Row, Scope};

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
        let row = |number| Some(Row { number, value: place_of(dossier, number)?, weight: weights[number] });
        let mut parts = calendar::file((0..weights.len()).filter_map(row), limit);
        let documents_from = documents_from(dossier, by_date).filter(|&first| is_split && stands_apart(&parts, first));
        parts = documents_from.map_or_else(|| parts.clone(), |first| with_one_page(&parts, first, &weights));
        let edtf = |number: usize| dossier.events[number].when.edtf;
        let none = DateValue::Year(0);
        let uncertain = (0..weights.len()).filter(|&number| edtf(number).is_some_and(may_lie_in_several_years));
        let uncertain: Vec<Row> =
            uncertain.map(|number| Row { number, value: none, weight: weights[number] }).collect();
        calendar::add(&mut parts, Scope::Uncertain, &uncertain, limit);
        let mut undated: Vec<usize> =
            (0..weights.len()).filter(|&number| edtf(number).and_then(leading_date).is_none()).collect();
        let first = |number: usize| dossier.events[number].evidence.first().map(|proof| (proof.document, proof.span));
        undated.sort_by_key(|&number| (first(number).is_none(), first(number), number));
        let undated_weights: Vec<usize> = undated.iter().map(|&number| weights[number]).collect();
        let pages = calendar::pages(&undated_weights, limit);
        let mut plan = Self {
            places: vec![Place::Undated(0); weights.len()],
            undated: pages.into_iter().map(|page| undated[page].to_vec()).collect(),
            documents_from,
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
        self.documents_from.is_some_and(|first| part.last_year() < first)
    }

    /// The years of a page: those before the documents on theirs, else the part alone.
    pub(in crate::page) fn years_of(&self, dossier: &Dossier, part: &Part) -> Vec<Part> {
        let row = |&number: &usize| Some(Row { number, value: place_of(dossier, number)?, weight: 0 });
        match part.scope {
            Scope::Before(_) => calendar::file(part.rows.iter().filter_map(row), None),
            _ => vec![part.clone()],
        }
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

/// What an event stands under; `None` without a date, and where that may lie in several years.
fn place_of(dossier: &Dossier, number: usize) -> Option<DateValue> {
    let edtf = dossier.events[number].when.edtf.filter(|&edtf| !may_lie_in_several_years(edtf))?;
    leading_date(edtf).map(|date| date.value)
}

/// The parts with what lies before the documents on one page, where it fits: many early years have an event each.
fn with_one_page(parts: &[Part], first: i32, weights: &[usize]) -> Vec<Part> {
    let (earlier, others): (Vec<Part>, Vec<Part>) = parts.iter().cloned().partition(|part| part.last_year() < first);
    let rows: Vec<usize> = earlier.iter().flat_map(|part| part.rows.iter().copied()).collect();
    let length: usize = rows.iter().map(|&event| weights[event]).sum();
    if earlier.len() < 2 || length > LONGEST_PAGE {
        return parts.to_vec();
    }
    let page = Part { scope: Scope::Before(first), number: None, rows };
    [page].into_iter().chain(others).collect()
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
    let (earlier, dated) = (count(&|part| part.last_year() < first), count(&|_| true));
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

/// True for one of several days that lie in more than a year: neither has it.
pub(in crate::page) fn may_lie_in_several_years(edtf: Edtf) -> bool {
    matches!(edtf, Edtf::OneOf(..)) && !lies_in_one_year(edtf)
}

/// The year that a date stands under: where it begins.
pub(in crate::page) fn year_of(edtf: Edtf) -> Option<i32> {
    Some(edtf).filter(|&edtf| !may_lie_in_several_years(edtf))?;
    Some(leading_date(edtf)?.value.earliest().year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_stands_where_all_of_its_days_stand() {
        let table = [
            ("1985-05-03/1986", "1985-05-03", Some(1985)),
            ("[2023-05-03..2023-05-09]", "2023-05", Some(2023)),
            ("[2023-05-22..2023-08-17]", "2023", Some(2023)),
            ("[2023-10-07..2024-09-06]", "2023", None),
            ("[..2023-08-17]", "2023", None),
            ("-0479-08", "-0479-08", Some(-479)),
            ("-048X", "-048X", Some(-489)),
        ];
        for (written, leading, year) in table {
            let edtf: Edtf = written.parse().unwrap();
            assert_eq!(leading_date(edtf).unwrap().to_string(), leading);
            assert_eq!(year_of(edtf), year, "{written}");
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

    #[test]
    fn the_years_before_the_documents_share_a_page_and_a_century_that_goes_on_is_not_before() {
        let value = |words: &str| match words.parse() {
            Ok(Edtf::Date(date)) => date.value,
            _ => panic!("{words}"),
        };
        let written = ["18XX", "1918", "1989", "20XX", "2010-04-20", "2010-05", "2011"];
        let rows = written.iter().enumerate().map(|(number, words)| Row { number, value: value(words), weight: 1 });
        let parts = calendar::file(rows, None);
        let keys =
            |weight| -> Vec<String> { with_one_page(&parts, 2010, &[weight; 7]).iter().map(Part::key).collect() };
        assert_eq!(keys(1), ["earlier", "20xx", "2010", "2011"]);
        assert_eq!(keys(LONGEST_PAGE), ["18xx", "1918", "1989", "20xx", "2010", "2011"], "what is too long is cut");
    }
}
