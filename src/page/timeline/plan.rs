//! [`TimelinePlan`]: which events stand on which page of the timeline.

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::model::edtf::month_name;
use crate::model::{DateValue, Dossier, Edtf, EdtfDate, Qualifier};

/// A timeline of more events than this is split by year: about 1 kB of page each.
const LONGEST_TIMELINE: usize = 150;

/// A year of more events is split by month.
const LONGEST_YEAR: usize = 150;

/// Of so many documents one may be dated too early.
const ONE_IN: usize = 20;

/// What is told of the time before the documents stands apart only beside more than half of all events.
const MAIN_SHARE: usize = 2;

/// What of its year a part holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::page) enum Share {
    /// All, or it is a decade or century.
    Whole,
    /// A month.
    Month,
    /// What has no single month.
    Rest,
}

impl TimelinePart {
    /// True for a month of a full year.
    pub(in crate::page) fn is_month(&self) -> bool {
        self.share == Share::Month
    }

    /// True for a month of a full year, and for what of it has no month.
    pub(in crate::page) fn is_full(&self) -> bool {
        self.share != Share::Whole
    }
}

/// A year of the timeline, a month of a full one, or a decade or century where the dates are no finer.
#[derive(Debug)]
pub(in crate::page) struct TimelinePart {
    /// `2021`, `2021-05`, `199x`, `19xx`: file name and anchor.
    pub key: String,
    /// The heading.
    pub label: String,
    /// The year to sort by.
    pub year: i32,
    /// What of its year it holds.
    pub share: Share,
    /// Its month, where it is one.
    pub month: Option<u32>,
    /// Indices of events, in the order of the dossier.
    pub events: Vec<usize>,
}

/// The events by parts of the timeline.
#[derive(Debug, Default)]
pub(in crate::page) struct TimelinePlan {
    /// In the order of the calendar.
    pub parts: Vec<TimelinePart>,
    /// The part an event stands in; `None` for undated events.
    pub part_of_event: Vec<Option<usize>>,
    /// The undated events.
    pub undated: Vec<usize>,
    /// True when each part is a page.
    pub is_split: bool,
    /// The year of the first documents, where the time before them stands apart.
    pub documents_from: Option<i32>,
}

/// Year, month (13 where the date has none) and key: what parts are sorted by.
type Place = (i32, u32, String);

impl TimelinePlan {
    /// `by_date` are the dated documents in the order of their dates.
    pub(in crate::page) fn new(dossier: &Dossier, by_date: &[usize]) -> Self {
        let is_split = dossier.events.len() > LONGEST_TIMELINE;
        let years: Vec<Option<i32>> =
            dossier.events.iter().map(|event| event.when.edtf.and_then(part_of).map(|(year, ..)| year)).collect();
        let mut full: BTreeMap<i32, usize> = BTreeMap::new();
        years.iter().flatten().for_each(|&year| *full.entry(year).or_default() += 1);
        let mut plan = Self { is_split, part_of_event: vec![None; years.len()], ..Self::default() };
        let mut parts: BTreeMap<Place, TimelinePart> = BTreeMap::new();
        for (number, event) in dossier.events.iter().enumerate() {
            let Some((year, key, label)) = event.when.edtf.and_then(part_of) else {
                plan.undated.push(number);
                continue;
            };
            let is_full = is_split && full[&year] > LONGEST_YEAR && DateValue::Year(year).to_string() == key;
            let month = event.when.edtf.and_then(month_of).filter(|_| is_full);
            let (key, label, share) = match month {
                Some(month) => (format!("{key}-{month:02}"), format!("{} {label}", month_name(month)), Share::Month),
                None if is_full => (key, format!("{label}, no single month"), Share::Rest),
                None => (key, label, Share::Whole),
            };
            let part = TimelinePart { key: key.clone(), label, year, share, month, events: Vec::new() };
            parts.entry((year, month.unwrap_or(13), key)).or_insert(part).events.push(number);
        }
        plan.parts = parts.into_values().collect();
        for (part, TimelinePart { events, .. }) in plan.parts.iter().enumerate() {
            events.iter().for_each(|&event| plan.part_of_event[event] = Some(part));
        }
        plan.documents_from = documents_from(dossier, by_date).filter(|&first| is_split && stands_apart(&years, first));
        plan
    }

    /// True for a part before the year of the first documents.
    pub(in crate::page) fn is_earlier(&self, part: &TimelinePart) -> bool {
        self.documents_from.is_some_and(|first| part.year < first)
    }
}

/// The year from which on the documents are.
fn documents_from(dossier: &Dossier, by_date: &[usize]) -> Option<i32> {
    let edtf = dossier.documents[*by_date.get(by_date.len() / ONE_IN)?].date.edtf?;
    edtf.earliest().or(edtf.latest()).map(|day| day.year())
}

fn stands_apart(years: &[Option<i32>], first: i32) -> bool {
    let earlier = years.iter().flatten().filter(|&&year| year < first).count();
    let dated = years.iter().flatten().count();
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

/// The month an event stands under; `None` for years, seasons and coarser dates.
pub(in crate::page) fn month_of(edtf: Edtf) -> Option<u32> {
    match leading_date(edtf)?.value {
        DateValue::Month(_, month) => Some(month),
        DateValue::Day(day) => Some(day.month()),
        _ => None,
    }
}

/// Year to sort by, key and heading of the year, decade or century.
pub(in crate::page) fn part_of(edtf: Edtf) -> Option<(i32, String, String)> {
    let value = leading_date(edtf)?.value;
    let capitalised = |words: String| words.replacen('t', "T", 1);
    Some(match value {
        DateValue::Century(_) | DateValue::Decade(_) => {
            (value.earliest().year(), value.to_string().to_lowercase(), capitalised(value.words()))
        }
        DateValue::Year(year) | DateValue::Season(year, _) | DateValue::Month(year, _) => year_part(year),
        DateValue::Day(day) => year_part(day.year()),
    })
}

fn year_part(year: i32) -> (i32, String, String) {
    let value = DateValue::Year(year);
    (year, value.to_string(), value.words())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_stands_where_all_of_its_days_stand() {
        let table = [
            ("1985-05-03/1986", "1985-05-03", "1985 1985"),
            ("[2023-05-03..2023-05-09]", "2023-05", "2023 2023"),
            ("[2023-05-22..2023-08-17]", "2023", "2023 2023"),
            ("[..2023-08-17]", "2023", "2023 2023"),
            ("-0479-08", "-0479-08", "-0479 480 BC"),
            ("-048X", "-048X", "-048x The 480s BC"),
        ];
        for (written, leading, part) in table {
            let edtf: Edtf = written.parse().unwrap();
            assert_eq!(leading_date(edtf).unwrap().to_string(), leading);
            let (_, key, label) = part_of(edtf).unwrap();
            assert_eq!(format!("{key} {label}"), part);
        }
    }

    #[test]
    fn the_time_before_the_documents_stands_apart_beside_more() {
        let years = |earlier: usize, main: usize| -> Vec<Option<i32>> {
            let earlier = std::iter::repeat_n(Some(1918), earlier);
            earlier.chain(std::iter::repeat_n(Some(2009), main)).chain([None]).collect()
        };
        assert!(stands_apart(&years(40, 60), 2009));
        assert!(!stands_apart(&years(60, 40), 2009), "a history is about the time before");
        assert!(!stands_apart(&years(0, 40), 2009));
    }
}
