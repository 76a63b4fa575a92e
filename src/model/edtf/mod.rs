//! Dates as the Extended Date/Time Format (ISO 8601-2, level 1) has them: never finer than known.

mod parse;
mod words;

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

pub use words::{day_words, month_name};

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

/// A date of one precision. Years run from 0 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateValue {
    /// `19XX`: the year divided by a hundred.
    Century(i32),
    /// `199X`: the year divided by ten.
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
    /// A day, or `None` where the month lacks it.
    pub fn day(year: i32, month: u32, day: u32) -> Option<Self> {
        (0..=9999).contains(&year).then(|| NaiveDate::from_ymd_opt(year, month, day)).flatten().map(Self::Day)
    }

    /// The first day it may mean.
    pub fn earliest(self) -> NaiveDate {
        match self {
            Self::Century(century) => first_of(century * 100, 1),
            Self::Decade(decade) => first_of(decade * 10, 1),
            Self::Year(year) => first_of(year, 1),
            Self::Season(year, season) => first_of(year, [3, 6, 9, 12][season as usize]),
            Self::Month(year, month) => first_of(year, month),
            Self::Day(day) => day,
        }
    }

    /// The last day it may mean.
    pub fn latest(self) -> NaiveDate {
        match self {
            Self::Century(century) => before(first_of(century * 100 + 100, 1)),
            Self::Decade(decade) => before(first_of(decade * 10 + 10, 1)),
            Self::Year(year) => before(first_of(year + 1, 1)),
            Self::Season(year, Season::Winter) => before(first_of(year + 1, 3)),
            Self::Season(year, season) => before(first_of(year, [6, 9, 12, 3][season as usize])),
            Self::Month(year, 12) => before(first_of(year + 1, 1)),
            Self::Month(year, month) => before(first_of(year, month + 1)),
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

fn first_of(year: i32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month.clamp(1, 12), 1).unwrap_or(NaiveDate::MIN)
}

fn before(day: NaiveDate) -> NaiveDate {
    day.pred_opt().unwrap_or(NaiveDate::MIN)
}

impl fmt::Display for DateValue {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Century(century) => write!(out, "{century:02}XX"),
            Self::Decade(decade) => write!(out, "{decade:03}X"),
            Self::Year(year) => write!(out, "{year:04}"),
            Self::Season(year, season) => write!(out, "{year:04}-{}", season.code()),
            Self::Month(year, month) => write!(out, "{year:04}-{month:02}"),
            Self::Day(day) => write!(out, "{}", day.format("%Y-%m-%d")),
        }
    }
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

/// A date or an interval, as far as it is known. An absent end of an interval is open (`..`).
///
/// ```
/// use annalist::model::Edtf;
/// let summer: Edtf = "2021-22".parse().unwrap();
/// assert_eq!(summer.earliest().unwrap().to_string(), "2021-06-01");
/// assert_eq!(summer.latest().unwrap().to_string(), "2021-08-31");
/// assert_eq!("1910/1945".parse::<Edtf>().unwrap().words(), "1910 to 1945");
/// assert!("2023-02-30".parse::<Edtf>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Edtf {
    /// One date.
    Date(EdtfDate),
    /// From a date to a date; never open on both sides.
    Interval(Option<EdtfDate>, Option<EdtfDate>),
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

    /// The same with every qualifier replaced.
    pub fn qualified(self, qualifier: Qualifier) -> Self {
        let set = |date: EdtfDate| EdtfDate { qualifier, ..date };
        match self {
            Self::Date(date) => Self::Date(set(date)),
            Self::Interval(from, to) => Self::Interval(from.map(set), to.map(set)),
        }
    }

    /// The first day it may mean; `None` where it is open.
    pub fn earliest(self) -> Option<NaiveDate> {
        match self {
            Self::Date(date) => Some(date.value.earliest()),
            Self::Interval(from, _) => from.map(|date| date.value.earliest()),
        }
    }

    /// The last day it may mean; `None` where it is open.
    pub fn latest(self) -> Option<NaiveDate> {
        match self {
            Self::Date(date) => Some(date.value.latest()),
            Self::Interval(_, to) => to.map(|date| date.value.latest()),
        }
    }

    /// The day, where it is known to the day.
    pub fn as_day(self) -> Option<NaiveDate> {
        match self {
            Self::Date(EdtfDate { value: DateValue::Day(day), .. }) => Some(day),
            _ => None,
        }
    }

    /// True for an interval.
    pub fn is_interval(self) -> bool {
        matches!(self, Self::Interval(..))
    }

    /// The form HTML's `<time datetime>` can hold: a day, month or year; `None` for the rest.
    pub fn html_datetime(self) -> Option<String> {
        match self {
            Self::Date(EdtfDate {
                value: value @ (DateValue::Day(_) | DateValue::Month(..) | DateValue::Year(_)),
                ..
            }) => Some(value.to_string()),
            _ => None,
        }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |date: &Option<EdtfDate>| date.map_or_else(|| "..".to_owned(), |date| date.to_string());
        match self {
            Self::Date(date) => write!(out, "{date}"),
            Self::Interval(from, to) => write!(out, "{}/{}", end(from), end(to)),
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
