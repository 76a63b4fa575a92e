//! Dates in words for readers: precision and doubt are said, not coded.

use chrono::{Datelike, NaiveDate};

use super::{DateValue, Edtf, EdtfDate, Qualifier, Season, Weekday, written};

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

/// A day in words: `18 August 2023`, `29 September 480 BC`.
pub fn day_words(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), month_name(day.month()), year_words(day.year()))
}

/// A year in words; below 1000 the era is said: `AD 79`, `1 BC` for year 0.
fn year_words(year: i32) -> String {
    match year {
        ..=0 => format!("{} BC", year.abs_diff(1)),
        1..=999 => format!("AD {year}"),
        _ => year.to_string(),
    }
}

impl DateValue {
    /// The date in words. Centuries and decades go by the number they are written with, so the 20th
    /// century is 1900 to 1999 (`19XX`) and the 480s BC are -489 to -480 (`-048X`), each a year off
    /// from those who count from year 1; the 5th century BC (`-04XX`) is 500 to 401 BC for everyone.
    pub fn words(self) -> String {
        match self {
            Self::Century(century) => century_words(century),
            Self::Decade(decade @ (-1 | 0)) => format!("the first decade{}", era(decade, 100)),
            Self::Decade(decade) => format!("the {}0s{}", written(decade), era(decade, 100)),
            Self::Year(year) => year_words(year),
            Self::Season(year, season) => season_words(year, season),
            Self::Month(year, month) => format!("{} {}", month_name(month), year_words(year)),
            Self::Day(day) => day_words(day),
        }
    }
}

fn century_words(century: i32) -> String {
    let number = if century < 0 { century.unsigned_abs() } else { century.unsigned_abs() + 1 };
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("the {number}{ending} century{}", era(century, 10))
}

/// What stands behind a decade or century that lies before year 1000; `modern` is the first that
/// does not.
fn era(leading: i32, modern: i32) -> &'static str {
    match leading {
        ..0 => " BC",
        _ if leading < modern => " AD",
        _ => "",
    }
}

fn season_words(year: i32, season: Season) -> String {
    let (said, next) = (year_words(year), year.saturating_add(1));
    match season {
        Season::Spring => format!("spring {said}"),
        Season::Summer => format!("summer {said}"),
        Season::Autumn => format!("autumn {said}"),
        Season::Winter if year > 0 && next % 100 > 0 => format!("winter {said}–{:02}", next % 100),
        Season::Winter => format!("winter {said} to {}", year_words(next)),
    }
}

/// Both ends, where the first leaves unsaid what the second says again: `3 to 5 May 2023`.
fn joined(from: DateValue, glue: &str, to: DateValue) -> String {
    let is_one_year = from.year() == to.year();
    let first = match (from, to) {
        (DateValue::Day(from), DateValue::Day(to)) if is_one_year && from.month() == to.month() => {
            from.day().to_string()
        }
        (DateValue::Day(from), DateValue::Day(_)) if is_one_year => {
            format!("{} {}", from.day(), month_name(from.month()))
        }
        (DateValue::Month(_, month), DateValue::Month(..)) if is_one_year => month_name(month).to_owned(),
        _ => from.words(),
    };
    format!("{first} {glue} {}", to.words())
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
    /// The date, interval or set in words, doubt included.
    pub fn words(self) -> String {
        match self {
            Self::Date(date) => date.words(),
            Self::Interval(Some(from), Some(to)) => interval_words(from, to),
            Self::Interval(Some(from), None) => format!("{} or later", from.words()),
            Self::Interval(None, Some(to)) => format!("{} or earlier", to.words()),
            Self::OneOf(Some(first), Some(last)) if first == last => day_words(first),
            Self::OneOf(Some(first), Some(last)) => {
                format!("between {}", joined(DateValue::Day(first), "and", DateValue::Day(last)))
            }
            Self::OneOf(Some(first), None) => format!("on or after {}", day_words(first)),
            Self::OneOf(None, Some(last)) => format!("on or before {}", day_words(last)),
            Self::Interval(None, None) | Self::OneOf(None, None) => "not known".to_owned(),
        }
    }

    /// The words without doubt, for places where the basis says it apart.
    pub fn plain_words(self) -> String {
        self.qualified(Qualifier::None).words()
    }

    /// The words for a day of which the weekday is known, doubt included: `a Sunday in November 2023`,
    /// `a Monday between 22 May and 17 August 2023`. Where the day itself is known the weekday leads
    /// it (`Sunday 5 November 2023`), or is left out where the calendar has another.
    pub fn words_on(self, weekday: Weekday) -> String {
        let (name, words) = (weekday.name(), self.words());
        let is_doubted = self.plain_words() != words;
        match (self, self.as_day()) {
            (_, Some(day)) if Weekday::on(day) == weekday && !is_doubted => format!("{name} {words}"),
            (_, Some(_)) => words,
            (Self::Date(_), None) if !is_doubted => format!("a {name} in {words}"),
            (Self::Interval(Some(from), Some(to)), None) if !is_doubted && from != to => {
                format!("a {name} between {}", joined(from.value, "and", to.value))
            }
            (Self::OneOf(..), None) => format!("a {name} {words}"),
            _ => format!("a {name}, {words}"),
        }
    }
}

/// `July to September 1989`; with a doubt about an end, each end says all of it.
fn interval_words(from: EdtfDate, to: EdtfDate) -> String {
    match (from.qualifier, to.qualifier) {
        _ if from == to => from.words(),
        (Qualifier::None, Qualifier::None) => joined(from.value, "to", to.value),
        _ => format!("{} to {}", from.words(), to.words()),
    }
}
