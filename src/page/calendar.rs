//! Long lists by the calendar: which rows stand on which page. A year that is too long is cut at months, a
//! month at weeks of the month, a week at days; a day that is still too long goes by number. The cuts are
//! those of the calendar and not of the rows, so that addresses stay while a dossier grows.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::language::Phrasebook;
use crate::model::{DateValue, Edtf, EdtfDate, Qualifier};

/// Rows of so many bytes stand on one page where a list is split. Readers wait for no more than that on a
/// slow line, and a browser finds words in it at once.
pub(super) const LONGEST_PAGE: usize = 60_000;

/// What stands behind the months of a year, and behind the days of a month.
const LAST: u32 = 99;

/// The days of a week of the month.
const WEEK: u32 = 7;

/// What a part of a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// A whole year, decade or century.
    Whole(DateValue),
    /// A month of a full year.
    Month(i32, u32),
    /// Days of a full month, from the first to the last.
    Days(NaiveDate, NaiveDate),
    /// What of a full year has no single month.
    NoMonth(i32),
    /// What of a full month has no single day.
    NoDay(i32, u32),
    /// What lies before a year: all of it on one page.
    Before(i32),
    /// What may lie in one year or another.
    Uncertain,
    /// What has no date.
    Undated,
}

/// A part of a list: a page, or a section where the list is short.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// What it holds.
    pub scope: Scope,
    /// Its number, from 1, and of how many, where the calendar has no finer cut.
    pub number: Option<(usize, usize)>,
    /// What stands in it, by its number in the dossier.
    pub rows: Vec<usize>,
}

/// A row before it is filed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    /// Its number in the dossier.
    pub number: usize,
    /// What it stands under.
    pub value: DateValue,
    /// About how many bytes of a page it takes.
    pub weight: usize,
}

impl Part {
    /// `2021`, `2021-05`, `2021-05-08--14`, `2021-05-08`, `2021-p2`, `199x`: file name and anchor.
    pub(super) fn key(&self) -> String {
        let key = match self.scope {
            Scope::Whole(value) => value.to_string().to_lowercase(),
            Scope::Month(year, month) | Scope::NoDay(year, month) => DateValue::Month(year, month).to_string(),
            Scope::Days(first, last) if first == last => DateValue::Day(first).to_string(),
            Scope::Days(first, last) => format!("{}--{:02}", DateValue::Day(first), last.day()),
            Scope::NoMonth(year) => DateValue::Year(year).to_string(),
            Scope::Before(_) => "earlier".to_owned(),
            Scope::Uncertain => "uncertain".to_owned(),
            Scope::Undated => "undated".to_owned(),
        };
        numbered_key(key, self.number)
    }

    /// The year to sort by.
    pub(super) fn year(&self) -> i32 {
        match self.scope {
            Scope::Whole(value) => value.earliest().year(),
            Scope::Month(year, _) | Scope::NoDay(year, _) | Scope::NoMonth(year) => year,
            Scope::Days(first, _) => first.year(),
            Scope::Before(year) => year.saturating_sub(1),
            Scope::Uncertain | Scope::Undated => i32::MAX,
        }
    }

    /// The last year it may hold: that of the 21st century is 2099.
    pub(super) fn last_year(&self) -> i32 {
        match self.scope {
            Scope::Whole(value) => value.latest().year(),
            _ => self.year(),
        }
    }

    /// True for a part of a full year.
    pub(super) fn is_of_full_year(&self) -> bool {
        !matches!(self.scope, Scope::Whole(_) | Scope::Before(_) | Scope::Uncertain | Scope::Undated)
    }

    /// Its heading.
    pub(super) fn label(&self, phrases: &Phrasebook) -> String {
        let words = |value: DateValue| capitalised(&phrases.value_words(value));
        let label = match self.scope {
            Scope::Whole(value) => words(value),
            Scope::Month(year, month) => words(DateValue::Month(year, month)),
            Scope::Days(first, last) => capitalised(&phrases.date(days(first, last))),
            Scope::Before(year) => phrases.with("part-before", &[("year", words(DateValue::Year(year)).into())]),
            Scope::Uncertain => phrases.say("quotations-uncertain"),
            Scope::Undated => phrases.say("quotations-undated"),
            Scope::NoMonth(year) => phrases.with("part-no-month", &[("year", words(DateValue::Year(year)).into())]),
            Scope::NoDay(year, month) => {
                phrases.with("part-no-day", &[("month", words(DateValue::Month(year, month)).into())])
            }
        };
        numbered_label(phrases, label, self.number)
    }

    /// The same below its year.
    pub(super) fn short_label(&self, phrases: &Phrasebook) -> String {
        let month = |number: u32| ("month", phrases.month(number).into());
        let day = |day: NaiveDate| day.day().to_string().into();
        let label = match self.scope {
            Scope::Whole(_) | Scope::Before(_) | Scope::Uncertain | Scope::Undated => return self.label(phrases),
            Scope::Month(_, number) => phrases.month(number),
            Scope::Days(first, last) if first == last => {
                phrases.with("short-day", &[month(first.month()), ("day", day(first))])
            }
            Scope::Days(first, last) => {
                phrases.with("short-days", &[month(first.month()), ("first", day(first)), ("last", day(last))])
            }
            Scope::NoMonth(_) => phrases.say("no-single-month"),
            Scope::NoDay(_, number) => phrases.with("short-no-day", &[month(number)]),
        };
        numbered_label(phrases, label, self.number)
    }
}

/// The heading of a page of several.
pub(super) fn numbered_label(phrases: &Phrasebook, label: String, number: Option<(usize, usize)>) -> String {
    let Some((page, of)) = number else { return label };
    phrases.with("part-page", &[("what", label.into()), ("page", page.into()), ("of", of.into())])
}

/// Its file name: the first keeps the address it had alone.
pub(super) fn numbered_key(key: String, number: Option<(usize, usize)>) -> String {
    match number {
        Some((page, _)) if page > 1 => format!("{key}-p{page}"),
        _ => key,
    }
}

/// Rows by year, decade or century and, where there is a `limit` and one of them is longer, by finer parts.
/// In the order of the calendar; within a part in the order given.
pub(super) fn file(rows: impl Iterator<Item = Row>, limit: Option<usize>) -> Vec<Part> {
    let mut years: BTreeMap<(i32, String), (DateValue, Vec<Row>)> = BTreeMap::new();
    for row in rows {
        let value = whole(row.value);
        years.entry((value.earliest().year(), value.to_string())).or_insert((value, Vec::new())).1.push(row);
    }
    let mut parts = Vec::new();
    for (value, rows) in years.into_values() {
        match (limit, value) {
            (Some(limit), DateValue::Year(year)) if weight(&rows) > limit => add_months(&mut parts, year, rows, limit),
            (limit, _) => add(&mut parts, Scope::Whole(value), &rows, limit),
        }
    }
    parts
}

fn add_months(parts: &mut Vec<Part>, year: i32, rows: Vec<Row>, limit: usize) {
    for (month, rows) in grouped(rows, |value| month_of(value).unwrap_or(LAST)) {
        match month {
            LAST => add(parts, Scope::NoMonth(year), &rows, Some(limit)),
            month if weight(&rows) > limit => add_weeks(parts, (year, month), rows, limit),
            month => add(parts, Scope::Month(year, month), &rows, Some(limit)),
        }
    }
}

fn add_weeks(parts: &mut Vec<Part>, (year, month): (i32, u32), rows: Vec<Row>, limit: usize) {
    for (week, rows) in grouped(rows, |value| day_of(value).map_or(LAST, week)) {
        let mut days: Vec<NaiveDate> = rows.iter().filter_map(|row| day_of(row.value)).collect();
        days.sort_unstable();
        match (days.first(), days.last()) {
            (Some(&first), Some(&last)) if week != LAST && weight(&rows) <= limit => {
                let ends = week_ends(first).unwrap_or((first, last));
                add(parts, Scope::Days(ends.0, ends.1), &rows, Some(limit));
            }
            (Some(_), _) if week != LAST => {
                for (_, rows) in grouped(rows, |value| day_of(value).map_or(LAST, |day| day.day())) {
                    let day = rows.first().and_then(|row| day_of(row.value)).unwrap_or_default();
                    add(parts, Scope::Days(day, day), &rows, Some(limit));
                }
            }
            _ => add(parts, Scope::NoDay(year, month), &rows, Some(limit)),
        }
    }
}

/// Adds a part or, where it is too long, its pages by number.
pub(super) fn add(parts: &mut Vec<Part>, scope: Scope, rows: &[Row], limit: Option<usize>) {
    let weights: Vec<usize> = rows.iter().map(|row| row.weight).collect();
    let pages = pages(&weights, limit);
    for (at, page) in pages.iter().enumerate() {
        let number = (pages.len() > 1).then_some((at + 1, pages.len()));
        parts.push(Part { scope, number, rows: rows[page.clone()].iter().map(|row| row.number).collect() });
    }
}

/// Ranges of rows that are no longer than the limit each, a single row apart.
pub(super) fn pages(weights: &[usize], limit: Option<usize>) -> Vec<std::ops::Range<usize>> {
    let (mut pages, mut start, mut sum) = (Vec::new(), 0, 0);
    for (at, &weight) in weights.iter().enumerate() {
        if at > start && limit.is_some_and(|limit| sum + weight > limit) {
            pages.push(start..at);
            (start, sum) = (at, 0);
        }
        sum += weight;
    }
    if start < weights.len() {
        pages.push(start..weights.len());
    }
    pages
}

fn grouped(rows: Vec<Row>, key: impl Fn(DateValue) -> u32) -> BTreeMap<u32, Vec<Row>> {
    let mut groups: BTreeMap<u32, Vec<Row>> = BTreeMap::new();
    rows.into_iter().for_each(|row| groups.entry(key(row.value)).or_default().push(row));
    groups
}

fn weight(rows: &[Row]) -> usize {
    rows.iter().map(|row| row.weight).sum()
}

/// 0 for the first to the seventh, 3 for all from the 22nd on.
fn week(day: NaiveDate) -> u32 {
    (day.day0() / WEEK).min(3)
}

/// The first and the last day of a week of the month.
fn week_ends(day: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let first = day.with_day(week(day) * WEEK + 1)?;
    let last = match week(day) {
        3 => DateValue::Month(day.year(), day.month()).latest(),
        week => day.with_day((week + 1) * WEEK)?,
    };
    Some((first, last))
}

/// The year, decade or century that a value stands under.
fn whole(value: DateValue) -> DateValue {
    value.year().map_or(value, DateValue::Year)
}

fn day_of(value: DateValue) -> Option<NaiveDate> {
    match value {
        DateValue::Day(day) => Some(day),
        _ => None,
    }
}

/// The month of a value; `None` for years, seasons and coarser ones.
pub(super) fn month_of(value: DateValue) -> Option<u32> {
    match value {
        DateValue::Month(_, month) => Some(month),
        DateValue::Day(day) => Some(day.month()),
        _ => None,
    }
}

fn days(first: NaiveDate, last: NaiveDate) -> Edtf {
    let date = |day| EdtfDate { value: DateValue::Day(day), qualifier: Qualifier::None };
    if first == last { Edtf::day(first) } else { Edtf::Interval(Some(date(first)), Some(date(last))) }
}

/// A heading begins with a capital where its script has some: `The 1990s`.
pub(super) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(written: &[(&str, usize)]) -> Vec<Row> {
        let row = |(number, (date, weight)): (usize, &(&str, usize))| {
            let Ok(Edtf::Date(date)) = date.parse() else { panic!("{date}") };
            Row { number, value: date.value, weight: *weight }
        };
        written.iter().enumerate().map(row).collect()
    }

    #[test]
    fn a_list_is_cut_where_the_calendar_is() {
        let written = [
            ("199X", 1),
            ("2009-12-31", 1),
            ("2010-04-20", 5),
            ("2010-05-01", 3),
            ("2010-05-02", 3),
            ("2010-05-09", 9),
            ("2010-05-10", 9),
            ("2010-05-10", 9),
            ("2010-05", 2),
            ("2010", 1),
        ];
        let english = Phrasebook::english();
        let told = |limit| -> Vec<String> {
            let parts = file(rows(&written).into_iter(), limit);
            parts.iter().map(|part| format!("{} {}", part.key(), part.label(english))).collect()
        };
        assert_eq!(told(None), ["199x The 1990s", "2009 2009", "2010 2010"]);
        assert_eq!(
            told(Some(10)),
            [
                "199x The 1990s",
                "2009 2009",
                "2010-04 April 2010",
                "2010-05-01--07 1 to 7 May 2010",
                "2010-05-09 9 May 2010",
                "2010-05-10 10 May 2010 (1 of 2)",
                "2010-05-10-p2 10 May 2010 (2 of 2)",
                "2010-05 May 2010, no single day",
                "2010 2010, no single month",
            ]
        );
    }

    #[test]
    fn every_row_stands_in_one_part() {
        let written: Vec<(String, usize)> =
            (0..400).map(|day| (format!("2010-{:02}-{:02}", day % 12 + 1, day % 28 + 1), day)).collect();
        let written: Vec<(&str, usize)> = written.iter().map(|(date, weight)| (date.as_str(), *weight)).collect();
        let parts = file(rows(&written).into_iter(), Some(900));
        let mut numbers: Vec<usize> = parts.iter().flat_map(|part| part.rows.clone()).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (0..400).collect::<Vec<_>>());
        let keys: std::collections::BTreeSet<String> = parts.iter().map(Part::key).collect();
        assert_eq!(keys.len(), parts.len(), "no two parts share an address");
    }

    #[test]
    fn a_row_that_is_too_long_alone_has_a_page() {
        assert_eq!(pages(&[5, 100, 5, 5], Some(10)), [0..1, 1..2, 2..4]);
        assert_eq!(pages(&[], Some(10)), Vec::<std::ops::Range<usize>>::new());
    }
}
