//! Dates in words for readers: precision and doubt are said, not coded.

use chrono::{Datelike, NaiveDate};

use super::{DateValue, Edtf, EdtfDate, Qualifier, Season};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The name of month 1 to 12.
pub fn month_name(month: u32) -> &'static str {
    MONTHS[(month.clamp(1, 12) - 1) as usize]
}

/// A day in words: `18 August 2023`.
pub fn day_words(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), month_name(day.month()), day.year())
}

impl DateValue {
    /// The date in words.
    pub fn words(self) -> String {
        match self {
            Self::Century(century) => format!("the years {century}00 to {century}99"),
            Self::Decade(decade) => format!("the {decade}0s"),
            Self::Year(year) => year.to_string(),
            Self::Season(year, season) => season_words(year, season),
            Self::Month(year, month) => format!("{} {year}", month_name(month)),
            Self::Day(day) => day_words(day),
        }
    }
}

fn season_words(year: i32, season: Season) -> String {
    match season {
        Season::Spring => format!("spring {year}"),
        Season::Summer => format!("summer {year}"),
        Season::Autumn => format!("autumn {year}"),
        Season::Winter => format!("winter {year}–{:02}", (year + 1) % 100),
    }
}

impl EdtfDate {
    /// The date in words, doubt included.
    pub fn words(self) -> String {
        let words = self.value.words();
        match self.qualifier {
            Qualifier::None => words,
            Qualifier::Uncertain => format!("probably {words}"),
            Qualifier::Approximate => format!("about {words}"),
            Qualifier::Both => format!("possibly about {words}"),
        }
    }
}

impl Edtf {
    /// The date or interval in words, doubt included.
    pub fn words(self) -> String {
        match self {
            Self::Date(date) => date.words(),
            Self::Interval(Some(from), Some(to)) => format!("{} to {}", from.words(), to.words()),
            Self::Interval(Some(from), None) => format!("{} or later", from.words()),
            Self::Interval(None, Some(to)) => format!("{} or earlier", to.words()),
            Self::Interval(None, None) => "not known".to_owned(),
        }
    }

    /// The words without doubt, for places where the basis says it apart.
    pub fn plain_words(self) -> String {
        self.qualified(Qualifier::None).words()
    }
}
