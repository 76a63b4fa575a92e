//! [`Point`]: a place in the calendar at one granularity, as TIMEX3 names it.

use chrono::{Datelike, Days, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use super::{DateValue, Edtf, Season, Unit, Weekday};

/// A place in the calendar. Years are astronomical: 0 is 1 BC, -479 is 480 BC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Point {
    /// The year without its last two digits, as [`DateValue::Century`] has it.
    Century(i32),
    /// The year without its last digit, as [`DateValue::Decade`] has it.
    Decade(i32),
    /// A year.
    Year(i32),
    /// A year and 1 or 2.
    Half(i32, u32),
    /// A year and 1 to 4.
    Quarter(i32, u32),
    /// A year and a season; winter begins in December of it.
    Season(i32, Season),
    /// A year and 1 to 12.
    Month(i32, u32),
    /// Seven days from the day on.
    Week(NaiveDate),
    /// The Saturday and the day behind it.
    Weekend(NaiveDate),
    /// A day.
    Day(NaiveDate),
}

impl Point {
    /// A day, or `None` where the month lacks it.
    pub fn day(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self::Day)
    }

    /// The point of this granularity that holds `day`, where weeks begin on `week_start`; a weekend is
    /// that of its ISO week. `None` for times of day and open periods.
    pub fn holding(day: NaiveDate, unit: Unit, week_start: Weekday) -> Option<Self> {
        let (year, month) = (day.year(), day.month());
        Some(match unit {
            Unit::Day => Self::Day(day),
            Unit::Weekend => Self::Weekend(weekday_of_week(day, Weekday::Saturday)?),
            Unit::Week => {
                let back = (Weekday::on(day).number() + 7 - week_start.number()) % 7;
                Self::Week(day.checked_sub_days(Days::new(u64::from(back)))?)
            }
            Unit::Month => Self::Month(year, month),
            Unit::Quarter => Self::Quarter(year, (month - 1) / 3 + 1),
            Unit::Half => Self::Half(year, (month - 1) / 6 + 1),
            Unit::Year => Self::Year(year),
            Unit::Decade => Self::Decade(number_of(DateValue::decade_of(year))?),
            Unit::Century => Self::Century(number_of(DateValue::century_of(year))?),
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Period => return None,
        })
    }

    /// Its granularity.
    pub fn unit(self) -> Unit {
        match self {
            Self::Century(_) => Unit::Century,
            Self::Decade(_) => Unit::Decade,
            Self::Year(_) => Unit::Year,
            Self::Half(..) => Unit::Half,
            Self::Quarter(..) | Self::Season(..) => Unit::Quarter,
            Self::Month(..) => Unit::Month,
            Self::Week(_) => Unit::Week,
            Self::Weekend(_) => Unit::Weekend,
            Self::Day(_) => Unit::Day,
        }
    }

    /// As EDTF has it: weeks, weekends, quarters and halves are intervals there.
    pub fn edtf(self) -> Edtf {
        let months =
            |year, first: u32, last: u32| Edtf::between(DateValue::Month(year, first), DateValue::Month(year, last));
        match self {
            Self::Century(century) => Edtf::date(DateValue::Century(century)),
            Self::Decade(decade) => Edtf::date(DateValue::Decade(decade)),
            Self::Year(year) => Edtf::date(DateValue::Year(year)),
            Self::Half(year, half) => months(year, half * 6 - 5, half * 6),
            Self::Quarter(year, quarter) => months(year, quarter * 3 - 2, quarter * 3),
            Self::Season(year, season) => Edtf::date(DateValue::Season(year, season)),
            Self::Month(year, month) => Edtf::date(DateValue::Month(year, month)),
            Self::Week(first) => days(first, 6),
            Self::Weekend(saturday) => days(saturday, 1),
            Self::Day(day) => Edtf::day(day),
        }
    }

    /// The TIMEX3 value: `1989-Q3`, `2004-W47`, `199`, `BC0480`.
    pub fn timex(self) -> String {
        match self {
            Self::Century(century) => leading(century, 2),
            Self::Decade(decade) => leading(decade, 3),
            Self::Year(year) => era(year, 4),
            Self::Half(year, half) => format!("{}-H{half}", era(year, 4)),
            Self::Quarter(year, quarter) => format!("{}-Q{quarter}", era(year, 4)),
            Self::Season(year, season) => format!("{}-{}", era(year, 4), season.timex()),
            Self::Month(year, month) => format!("{}-{month:02}", era(year, 4)),
            // the ISO week that holds most of its days
            Self::Week(first) => week(first.checked_add_days(Days::new(3)).unwrap_or(first)),
            Self::Weekend(saturday) => format!("{}-WE", week(saturday)),
            Self::Day(day) => format!("{}-{:02}-{:02}", era(day.year(), 4), day.month(), day.day()),
        }
    }
}

/// The leading digits of a year; -48 is the 470s BC (`-047X`).
fn leading(number: i32, digits: usize) -> String {
    if number >= 0 { format!("{number:0digits$}") } else { format!("BC{:0digits$}", -1 - number) }
}

/// The number of a decade or century.
fn number_of(value: DateValue) -> Option<i32> {
    match value {
        DateValue::Decade(number) | DateValue::Century(number) => Some(number),
        _ => None,
    }
}

/// A year with so many digits; those before the year 1 are counted back from it.
fn era(number: i32, digits: usize) -> String {
    if number >= 0 { format!("{number:0digits$}") } else { format!("BC{:0digits$}", 1 - number) }
}

fn week(day: NaiveDate) -> String {
    format!("{}-W{:02}", era(day.iso_week().year(), 4), day.iso_week().week())
}

/// The weekday of the ISO week that holds `day`.
fn weekday_of_week(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    let days = i64::from(weekday.number()) - i64::from(Weekday::on(day).number());
    day.checked_add_signed(TimeDelta::try_days(days)?)
}

fn days(first: NaiveDate, more: u64) -> Edtf {
    let last = first.checked_add_days(Days::new(more)).unwrap_or(first);
    Edtf::between(DateValue::Day(first), DateValue::Day(last))
}
