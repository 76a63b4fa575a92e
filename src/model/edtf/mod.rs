//! Dates as the Extended Date/Time Format (ISO 8601-2, level 1, and of level 2 "one of a set" over
//! days) has them: never finer than known. `extent` bounds and compares them, `parse` reads them,
//! `language/` says them.

mod extent;
mod parse;

use std::fmt;
use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A meteorological season (EDTF codes 21 to 24).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February of the next year.
    Winter,
}

impl Season {
    /// The EDTF code.
    pub fn code(self) -> u32 {
        21 + self as u32
    }

    /// The two letters TIMEX3 uses.
    pub fn timex(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Weekday {
    /// The first day of the week (ISO 8601).
    Monday,
    /// The second.
    Tuesday,
    /// The third.
    Wednesday,
    /// The fourth.
    Thursday,
    /// The fifth.
    Friday,
    /// The sixth.
    Saturday,
    /// The seventh.
    Sunday,
}

impl Weekday {
    /// Every weekday, Monday first.
    pub const ALL: [Weekday; 7] =
        [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];

    /// The weekday of a day.
    pub fn on(day: NaiveDate) -> Self {
        Self::ALL[day.weekday().num_days_from_monday() as usize]
    }

    /// 1 for Monday to 7 for Sunday.
    pub fn number(self) -> u32 {
        self as u32 + 1
    }

    /// The weekday of a lower-case English word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|day| day.as_str() == word)
    }

    /// The lower-case word of the data contract.
    pub fn as_str(self) -> &'static str {
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"][self as usize]
    }

    /// The word for readers.
    pub fn name(self) -> &'static str {
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][self as usize]
    }
}

/// How sure a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Qualifier {
    /// As stated.
    #[default]
    None,
    /// `?`.
    Uncertain,
    /// `~`.
    Approximate,
    /// `%`.
    Both,
}

/// The years a date may have: what EDTF level 1 writes with four digits and a sign.
pub(in crate::model) const YEARS: RangeInclusive<i32> = -9999..=9999;

/// A date of one precision. Years are astronomical and run from -9999 to 9999: year 0 is 1 BC,
/// -479 is 480 BC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateValue {
    /// `19XX` is `Century(19)`, the years 1900 to 1999; `-04XX` is `Century(-5)`, the years -499 to
    /// -400, which is the 5th century BC. See [`DateValue::century_of`].
    Century(i32),
    /// `199X` is `Decade(199)`, the years 1990 to 1999; `-048X` is `Decade(-49)`, the years -489 to
    /// -480. See [`DateValue::decade_of`].
    Decade(i32),
    /// `1991`.
    Year(i32),
    /// `2021-22`.
    Season(i32, Season),
    /// `2021-08`.
    Month(i32, u32),
    /// `2021-08-18`.
    Day(NaiveDate),
}

impl DateValue {
    /// A day, or `None` where the month lacks it or the year is out of reach.
    pub fn day(year: i32, month: u32, day: u32) -> Option<Self> {
        YEARS.contains(&year).then(|| NaiveDate::from_ymd_opt(year, month, day)).flatten().map(Self::Day)
    }

    /// The `19XX` that a year is written in. Years below zero go by their digits, too, so `-04XX`
    /// ends in -400 and `-00XX` holds the years -99 to 0.
    pub fn century_of(year: i32) -> Self {
        Self::Century(leading(year, 100))
    }

    /// The `199X` that a year is written in; `-000X` holds the years -9 to 0.
    pub fn decade_of(year: i32) -> Self {
        Self::Decade(leading(year, 10))
    }

    /// The first day it may mean.
    pub fn earliest(self) -> NaiveDate {
        match self {
            Self::Century(century) => first_of(first_year(century, 100), 1),
            Self::Decade(decade) => first_of(first_year(decade, 10), 1),
            Self::Year(year) => first_of(year, 1),
            Self::Season(year, season) => first_of(year, [3, 6, 9, 12][season as usize]),
            Self::Month(year, month) => first_of(year, month),
            Self::Day(day) => day,
        }
    }

    /// The last day it may mean. The winter of 9999 ends with the year, the last that can be written.
    pub fn latest(self) -> NaiveDate {
        match self {
            Self::Century(century) => last_of(first_year(century, 100).saturating_add(99), 12),
            Self::Decade(decade) => last_of(first_year(decade, 10).saturating_add(9), 12),
            Self::Year(year) => last_of(year, 12),
            Self::Season(year, Season::Winter) if (*YEARS.start()..*YEARS.end()).contains(&year) => {
                last_of(year.saturating_add(1), 2)
            }
            Self::Season(year, season) => last_of(year, [5, 8, 11, 12][season as usize]),
            Self::Month(year, month) => last_of(year, month),
            Self::Day(day) => day,
        }
    }

    /// The year it lies in, where it lies in one.
    pub fn year(self) -> Option<i32> {
        match self {
            Self::Century(_) | Self::Decade(_) => None,
            Self::Year(year) | Self::Season(year, _) | Self::Month(year, _) => Some(year),
            Self::Day(day) => Some(day.year()),
        }
    }
}

/// What stands in front of the `X`s of a year; its complement where a minus leads.
fn leading(year: i32, years: i32) -> i32 {
    if year < 0 { !((year.unsigned_abs() / years.unsigned_abs()) as i32) } else { year / years }
}

/// The first year of a decade or century: the set behind a minus ends in the round year.
fn first_year(leading: i32, years: i32) -> i32 {
    leading.saturating_mul(years).saturating_add(i32::from(leading < 0))
}

fn first_of(year: i32, month: u32) -> NaiveDate {
    let year = year.clamp(*YEARS.start(), *YEARS.end());
    NaiveDate::from_ymd_opt(year, month.clamp(1, 12), 1).expect("every month of four-digit years has a first day")
}

fn last_of(year: i32, month: u32) -> NaiveDate {
    let first = first_of(year, month);
    first.with_day(first.num_days_in_month().into()).expect("a month has its last day")
}

impl fmt::Display for DateValue {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Century(century) => write!(out, "{}{:02}XX", sign(century), written(century)),
            Self::Decade(decade) => write!(out, "{}{:03}X", sign(decade), written(decade)),
            Self::Year(year) => write!(out, "{}", signed(year)),
            Self::Season(year, season) => write!(out, "{}-{}", signed(year), season.code()),
            Self::Month(year, month) => write!(out, "{}-{month:02}", signed(year)),
            Self::Day(day) => write!(out, "{}-{}", signed(day.year()), day.format("%m-%d")),
        }
    }
}

fn sign(number: i32) -> &'static str {
    if number < 0 { "-" } else { "" }
}

/// Four digits, with a minus in front where there is one (ISO 8601-1, 4.3.2).
fn signed(year: i32) -> String {
    format!("{}{:04}", sign(year), year.unsigned_abs())
}

/// The digits that a decade or century is written with.
fn written(leading: i32) -> i32 {
    if leading < 0 { !leading } else { leading }
}

/// A date with its qualifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct EdtfDate {
    /// The date.
    pub value: DateValue,
    /// How sure it is.
    pub qualifier: Qualifier,
}

impl fmt::Display for EdtfDate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = match self.qualifier {
            Qualifier::None => "",
            Qualifier::Uncertain => "?",
            Qualifier::Approximate => "~",
            Qualifier::Both => "%",
        };
        write!(out, "{}{mark}", self.value)
    }
}

/// A date, an interval or one day of several, as far as it is known. An absent end is open (`..`).
///
/// ```
/// use annalist::model::Edtf;
/// let summer: Edtf = "2021-22".parse().unwrap();
/// assert_eq!(summer.earliest().unwrap().to_string(), "2021-06-01");
/// assert_eq!(summer.latest().unwrap().to_string(), "2021-08-31");
/// assert!("2023-02-30".parse::<Edtf>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Edtf {
    /// One date.
    Date(EdtfDate),
    /// From a date to a date; never open on both sides.
    Interval(Option<EdtfDate>, Option<EdtfDate>),
    /// One day, not known which, from a day to a day, both included; never open on both sides.
    /// [`Edtf::one_of`], [`Edtf::on_or_after`] and [`Edtf::on_or_before`] make it.
    OneOf(Option<NaiveDate>, Option<NaiveDate>),
}

impl Edtf {
    /// A date without qualifier.
    pub fn date(value: DateValue) -> Self {
        Self::Date(EdtfDate { value, qualifier: Qualifier::None })
    }

    /// A day without qualifier.
    pub fn day(day: NaiveDate) -> Self {
        Self::date(DateValue::Day(day))
    }

    /// An interval between two dates without qualifier.
    pub fn between(from: DateValue, to: DateValue) -> Self {
        let end = |value| Some(EdtfDate { value, qualifier: Qualifier::None });
        Self::Interval(end(from), end(to))
    }

    /// The same with every qualifier replaced; one of several days has none.
    pub fn qualified(self, qualifier: Qualifier) -> Self {
        let set = |date: EdtfDate| EdtfDate { qualifier, ..date };
        match self {
            Self::Date(date) => Self::Date(set(date)),
            Self::Interval(from, to) => Self::Interval(from.map(set), to.map(set)),
            Self::OneOf(..) => self,
        }
    }

    /// True for an interval; one of several days is none.
    pub fn is_interval(self) -> bool {
        matches!(self, Self::Interval(..))
    }

    /// True where the value or an end of it is uncertain or approximate, or is one of several days.
    pub fn is_doubtful(self) -> bool {
        match self {
            Self::Date(date) => date.qualifier != Qualifier::None,
            Self::Interval(from, to) => from.into_iter().chain(to).any(|date| date.qualifier != Qualifier::None),
            Self::OneOf(..) => true,
        }
    }

    /// The form HTML's `<time datetime>` can hold: a day, month or year from year 1 on; `None` for the
    /// rest. Source: HTML Standard, 2.3.5.1 (a year is greater than zero).
    pub fn html_datetime(self) -> Option<String> {
        let Self::Date(EdtfDate { value, .. }) = self else { return None };
        let is_held = matches!(value, DateValue::Day(_) | DateValue::Month(..) | DateValue::Year(_));
        (is_held && value.year() >= Some(1)).then(|| value.to_string())
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |date: &Option<EdtfDate>| date.map_or_else(|| "..".to_owned(), |date| date.to_string());
        match self {
            Self::Date(date) => write!(out, "{date}"),
            Self::Interval(from, to) => write!(out, "{}/{}", end(from), end(to)),
            Self::OneOf(first, last) => {
                let day = |day: &Option<NaiveDate>| day.map_or_else(String::new, |day| DateValue::Day(day).to_string());
                write!(out, "[{}..{}]", day(first), day(last))
            }
        }
    }
}

impl From<Edtf> for String {
    fn from(edtf: Edtf) -> String {
        edtf.to_string()
    }
}

#[cfg(test)]
mod tests;
