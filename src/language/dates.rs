//! Dates in words of the reader's language: precision and doubt are said, not coded.
//!
//! What a language shares between the ends of a range (`3 to 5 May 2023`, `2023년 5월 3일부터 5일까지`) is left
//! to its messages: each gets all parts.

use chrono::{Datelike, NaiveDate};
use fluent_bundle::FluentValue;

use super::Phrasebook;
use crate::model::{DateValue, Edtf, EdtfDate, Modifier, Qualifier, Season, Weekday};

/// How two ends are told.
#[derive(Clone, Copy)]
enum Ends {
    /// `3 to 5 May 2023`.
    FromTo,
    /// `between 3 and 5 May 2023`, behind a word for `between`.
    Between,
}

impl Phrasebook {
    /// A date, interval or set in words, doubt included.
    ///
    /// ```
    /// use annalist::language::Phrasebook;
    /// let (english, korean) = (Phrasebook::english(), Phrasebook::new("ko", None).unwrap());
    /// let date = "2023-08-18".parse().unwrap();
    /// assert_eq!((english.date(date), korean.date(date)), ("18 August 2023".into(), "2023년 8월 18일".into()));
    /// assert_eq!(english.date("2023-08-18/2024?".parse().unwrap()), "18 August 2023 to probably 2024");
    /// ```
    pub fn date(&self, edtf: Edtf) -> String {
        match edtf {
            Edtf::Date(date) => self.doubted(date),
            Edtf::Interval(Some(from), Some(to)) => self.interval(from, to),
            Edtf::Interval(Some(from), None) => self.worded("date-or-later", "date", self.doubted(from)),
            Edtf::Interval(None, Some(to)) => self.worded("date-or-earlier", "date", self.doubted(to)),
            Edtf::OneOf(Some(first), Some(last)) if first == last => self.day(first),
            Edtf::OneOf(Some(first), Some(last)) => {
                let both = self.ends(DateValue::Day(first), DateValue::Day(last), Ends::Between);
                self.worded("date-between", "both", both)
            }
            Edtf::OneOf(Some(first), None) => self.worded("date-on-or-after", "date", self.day(first)),
            Edtf::OneOf(None, Some(last)) => self.worded("date-on-or-before", "date", self.day(last)),
            Edtf::Interval(None, None) | Edtf::OneOf(None, None) => self.say("date-unknown"),
        }
    }

    /// A date without its doubt, for places where the basis says it apart.
    pub fn date_plain(&self, edtf: Edtf) -> String {
        self.date(edtf.qualified(Qualifier::None))
    }

    /// A day of which the weekday is known, doubt included: `a Sunday in November 2023`, `a Monday
    /// between 22 May and 17 August 2023`. Where the day itself is known the weekday stands with it
    /// (`Sunday 5 November 2023`), or is left out where the calendar has another.
    pub fn date_on(&self, edtf: Edtf, weekday: Weekday) -> String {
        let (name, words) = (self.weekday(weekday), self.date(edtf));
        let is_doubted = edtf.qualified(Qualifier::None) != edtf;
        let said = |id: &str, date: String| self.with(id, &[("weekday", name.as_str().into()), ("date", date.into())]);
        match (edtf, edtf.as_day()) {
            (_, Some(day)) if Weekday::on(day) == weekday && !is_doubted => said("weekday-of", words),
            (_, Some(_)) => words,
            (Edtf::Date(_), None) if !is_doubted => said("weekday-in", words),
            (Edtf::Interval(Some(from), Some(to)), None) if !is_doubted && from != to => {
                let both = self.ends(from.value, to.value, Ends::Between);
                said("weekday-set", self.worded("date-between", "both", both))
            }
            (Edtf::OneOf(..), None) => said("weekday-set", words),
            _ => said("weekday-doubted", words),
        }
    }

    /// A weekday without a date.
    pub fn date_unknown_on(&self, weekday: Option<Weekday>) -> String {
        match weekday {
            Some(day) => self.worded("weekday-alone", "weekday", self.weekday(day)),
            None => self.say("date-not-known"),
        }
    }

    /// A date value that is certain. Centuries and decades go by the number they are written with, so the
    /// 20th century is 1900 to 1999 (`19XX`) and the 480s BC are -489 to -480 (`-048X`), each a year off
    /// from those who count from year 1; the 5th century BC (`-04XX`) is 500 to 401 BC for everyone.
    pub fn value_words(&self, value: DateValue) -> String {
        match value {
            DateValue::Century(century) => self.century(century, "all"),
            DateValue::Decade(decade) => self.decade(decade, "all"),
            DateValue::Year(year) => self.year(year),
            DateValue::Season(year, season) => self.season(year, season),
            DateValue::Month(year, month) => {
                self.with("date-month", &[("year", self.year(year).into()), ("month", self.month(month).into())])
            }
            DateValue::Day(day) => self.day(day),
        }
    }

    /// The beginning, middle or end of a date, without its doubt: `late 2023`, `the early 1950s`. As long
    /// as it is where the modifier is of no such part.
    pub fn date_within(&self, edtf: Edtf, modifier: Modifier) -> String {
        let part = match modifier {
            Modifier::Start => "early",
            Modifier::Mid => "mid",
            Modifier::End => "late",
            _ => return self.date_plain(edtf),
        };
        match edtf {
            Edtf::Date(EdtfDate { value: DateValue::Century(century), .. }) => self.century(century, part),
            Edtf::Date(EdtfDate { value: DateValue::Decade(decade), .. }) => self.decade(decade, part),
            _ => self.with("date-part", &[("part", part.into()), ("date", self.date_plain(edtf).into())]),
        }
    }

    /// A day: `18 August 2023`, `29 September 480 BC`.
    pub fn day(&self, day: NaiveDate) -> String {
        let parts = [
            ("day", FluentValue::from(day.day().to_string())),
            ("month", self.month(day.month()).into()),
            ("year", self.year(day.year()).into()),
        ];
        self.with("date-day", &parts)
    }

    /// The name of month 1 to 12.
    pub fn month(&self, month: u32) -> String {
        self.with("month", &[("number", month.into())])
    }

    /// The name of a weekday.
    pub fn weekday(&self, weekday: Weekday) -> String {
        self.with("weekday", &[("number", weekday.number().into())])
    }

    /// A year; below 1000 the era is said: `AD 79`, `1 BC` for year 0.
    pub fn year(&self, year: i32) -> String {
        let (number, era) = match year {
            ..=0 => (year.abs_diff(1), "bc"),
            1..=999 => (year.unsigned_abs(), "ad"),
            _ => (year.unsigned_abs(), "ce"),
        };
        self.with("year", &[("number", number.to_string().into()), ("era", era.into())])
    }

    fn worded(&self, id: &str, name: &str, words: String) -> String {
        self.with(id, &[(name, words.into())])
    }

    fn doubted(&self, date: EdtfDate) -> String {
        let words = self.value_words(date.value);
        match date.qualifier {
            Qualifier::None => words,
            Qualifier::Uncertain => self.worded("date-uncertain", "date", words),
            Qualifier::Approximate => self.worded("date-approximate", "date", words),
            Qualifier::Both => self.worded("date-uncertain-approximate", "date", words),
        }
    }

    fn century(&self, century: i32, part: &str) -> String {
        let number = if century < 0 { century.unsigned_abs() } else { century.unsigned_abs() + 1 };
        let values = [("number", number.into()), ("era", era_of(century, 10).into()), ("part", part.into())];
        self.with("century", &values)
    }

    fn decade(&self, decade: i32, part: &str) -> String {
        let (era, part) = (("era", era_of(decade, 100).into()), ("part", part.into()));
        match decade {
            -1 | 0 => self.with("decade-first", &[era, part]),
            // A minus leads the complement of the digits that are written.
            _ => {
                let years = format!("{}0", if decade < 0 { !decade } else { decade });
                self.with("decade", &[("years", years.into()), era, part])
            }
        }
    }

    fn season(&self, year: i32, season: Season) -> String {
        let name = match season {
            Season::Spring => "spring",
            Season::Summer => "summer",
            Season::Autumn => "autumn",
            Season::Winter => "winter",
        };
        let next = year.saturating_add(1);
        // `winter 2010–11`; over the end of a century or before our era both years are said.
        let short = if year > 0 && next % 100 > 0 { format!("{:02}", next % 100) } else { String::new() };
        let values = [
            ("season", FluentValue::from(name)),
            ("year", self.year(year).into()),
            ("next", self.year(next).into()),
            ("short", if short.is_empty() { "none".into() } else { FluentValue::from(short) }),
        ];
        self.with("date-season", &values)
    }

    /// With a doubt about an end, each end says all of it.
    fn interval(&self, from: EdtfDate, to: EdtfDate) -> String {
        match (from.qualifier, to.qualifier) {
            _ if from == to => self.doubted(from),
            (Qualifier::None, Qualifier::None) => self.ends(from.value, to.value, Ends::FromTo),
            _ => self.with("range", &[("first", self.doubted(from).into()), ("last", self.doubted(to).into())]),
        }
    }

    /// Both ends, where one leaves unsaid what the other says.
    fn ends(&self, from: DateValue, to: DateValue, told: Ends) -> String {
        let is_one_year = from.year() == to.year();
        let number = |day: NaiveDate| FluentValue::from(day.day().to_string());
        let month = |month: u32| FluentValue::from(self.month(month));
        let year = |year: i32| FluentValue::from(self.year(year));
        let (shape, values) = match (from, to) {
            (DateValue::Day(from), DateValue::Day(to)) if is_one_year && from.month() == to.month() => {
                let values = vec![("month", month(to.month())), ("year", year(to.year()))];
                ("-days", [vec![("first", number(from)), ("last", number(to))], values].concat())
            }
            (DateValue::Day(from), DateValue::Day(to)) if is_one_year => {
                let months = vec![("month", month(from.month())), ("last-month", month(to.month()))];
                let values = vec![("first", number(from)), ("last", number(to)), ("year", year(to.year()))];
                ("-months-days", [values, months].concat())
            }
            (DateValue::Month(_, from), DateValue::Month(in_year, to)) if is_one_year => {
                ("-months", vec![("first", month(from)), ("last", month(to)), ("year", year(in_year))])
            }
            _ => ("", vec![("first", self.value_words(from).into()), ("last", self.value_words(to).into())]),
        };
        let start = match told {
            Ends::FromTo => "range",
            Ends::Between => "both",
        };
        self.with(&format!("{start}{shape}"), &values)
    }
}

/// The era of a decade or century that lies before year 1000; `modern` is the first that does not.
fn era_of(leading: i32, modern: i32) -> &'static str {
    match leading {
        ..0 => "bc",
        _ if leading < modern => "ad",
        _ => "ce",
    }
}
