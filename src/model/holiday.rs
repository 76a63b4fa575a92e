//! [`Holiday`]: named days and the rules that find them in a year.

use chrono::{Days, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use super::Weekday;

/// A day that has a name, by the rule that finds it in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Holiday {
    /// The same day every year.
    Fixed {
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: u32,
    },
    /// The `number`-th such weekday of the month; -1 is the last.
    Nth {
        /// 1 to 12.
        month: u32,
        /// Which day.
        day: Weekday,
        /// 1 to 5, or -1.
        number: i32,
    },
    /// Days from Easter Sunday of the Gregorian calendar.
    Easter {
        /// Negative lies before.
        days: i32,
    },
}

impl Holiday {
    /// The day in a year.
    ///
    /// ```
    /// use annalist::model::{Holiday, Weekday};
    /// let thanksgiving = Holiday::Nth { month: 11, day: Weekday::Thursday, number: 4 };
    /// assert_eq!(thanksgiving.in_year(1999).unwrap().to_string(), "1999-11-25");
    /// assert_eq!(Holiday::Easter { days: 0 }.in_year(2000).unwrap().to_string(), "2000-04-23");
    /// ```
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Fixed { month, day } => NaiveDate::from_ymd_opt(year, month, day),
            Self::Nth { month, day, number } if number > 0 => {
                let weekday = chrono::Weekday::try_from(day.number() as u8 - 1).ok()?;
                NaiveDate::from_weekday_of_month_opt(year, month, weekday, u8::try_from(number).ok()?)
            }
            Self::Nth { month, day, .. } => {
                let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
                let last = NaiveDate::from_ymd_opt(next.0, next.1, 1)?.pred_opt()?;
                let back = (i64::from(Weekday::on(last).number()) - i64::from(day.number())).rem_euclid(7);
                last.checked_sub_days(Days::new(back as u64))
            }
            Self::Easter { days } => easter(year)?.checked_add_signed(TimeDelta::try_days(i64::from(days))?),
        }
    }
}

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 13, 1876, 487).
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let g = (b - (b + 8).div_euclid(25) + 1).div_euclid(3);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c.div_euclid(4), c.rem_euclid(4));
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l).div_euclid(451);
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, (n / 31) as u32, (n % 31) as u32 + 1)
}
