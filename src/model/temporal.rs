//! Temporal expressions (TIMEX3, ISO 24617-1): what words say of time, and what that means against
//! the date of their document.

use chrono::{Days, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use super::{Edtf, Point, Season, Weekday};
use crate::text::Span;

/// TIMEX3 types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TemporalType {
    /// A calendar date of any precision.
    Date,
    /// A time of day.
    Time,
    /// A stretch of time.
    Duration,
    /// A repeated time.
    Set,
}

impl TemporalType {
    /// The TIMEX3 word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Unit {
    /// Seconds.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Quarters of a year.
    Quarter,
    /// Halves of a year.
    Half,
    /// Years.
    Year,
    /// Decades.
    Decade,
    /// Centuries.
    Century,
    /// A period whose length the words leave open (`the period`).
    Period,
}

/// How many units, in thousandths: `two and a half` is 2500.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Amount(pub u64);

impl Amount {
    /// A whole number.
    pub fn whole(number: u32) -> Self {
        Self(u64::from(number) * 1000)
    }

    /// The whole number, `None` for a fraction.
    pub fn as_whole(self) -> Option<u32> {
        (self.0 % 1000 == 0).then(|| u32::try_from(self.0 / 1000).ok()).flatten()
    }
}

/// Which side of its anchor an expression lies on, where its own words or the verb say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// Before the anchor, or on its day.
    Past,
    /// After the anchor, or on its day.
    Future,
    /// Not said.
    Open,
}

/// What an expression is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Anchor {
    /// The date of the document: `yesterday`, `two years ago`.
    Document,
    /// The date the text speaks of: `the next day`, `two years later`.
    Reference,
    /// The date of the document in a report, the date the text speaks of in a history: `the end of
    /// the year`.
    Story,
}

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

/// A part of a calendar year, month or week that can be named without its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// `August`, `August 18`.
    Month {
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: Option<u32>,
    },
    /// `the 20th`: a day of a month that other words name.
    DayOfMonth(u32),
    /// `summer`.
    Season(Season),
    /// `the third quarter`.
    Quarter(u32),
    /// `the first half`.
    Half(u32),
    /// `Friday`.
    Weekday(Weekday),
    /// `the weekend`.
    Weekend,
    /// `Thanksgiving`.
    Holiday(Holiday),
    /// `’45`: a year without its century.
    YearOfCentury(u32),
}

/// Which of the many Augusts or Fridays is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Frame {
    /// The nearest one on this side of the anchor; the side comes from the verb.
    Nearest(Direction),
    /// `last April`, `this summer`, `next Tuesday`: -1, 0, 1.
    Step(i32),
    /// `Aug. 18 last year`, `November of that year`: years from the anchor's.
    Years {
        /// Negative lies before.
        count: i32,
        /// Whose year it is counted from.
        from: Anchor,
    },
}

/// What an expression says, before it is anchored to a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Meaning {
    /// `18 August 2023`, `2021`: the same whenever it is read.
    Absolute(Point),
    /// `Aug. 18`, `Friday`, `last April`, `the third quarter of that year`.
    Part {
        /// What is named.
        part: Part,
        /// Which one.
        frame: Frame,
    },
    /// `yesterday`, `last week`, `three months ago`, `the next day`, `that year`.
    Offset {
        /// Precision of the result.
        unit: Unit,
        /// Negative lies before; `None` is a number that is not said (`days later`).
        count: Option<i32>,
        /// The side, where `count` does not say it.
        direction: Direction,
        /// What is counted from.
        from: Anchor,
    },
    /// `five years`, `three-day`.
    Duration {
        /// The unit.
        unit: Unit,
        /// How many; `None` for "years".
        amount: Option<Amount>,
    },
    /// `every two years`, `annually`.
    Set {
        /// The unit that repeats.
        unit: Unit,
        /// How many units lie between; `None` for "every few days".
        amount: Option<Amount>,
    },
    /// `every Monday`, `each July`.
    Repeated(Part),
    /// `now` (open), `recently`, `soon`.
    Vague(Direction),
}

/// A part of the day; the words are TIMEX3's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DayPart {
    /// MO.
    Morning,
    /// MI.
    Midday,
    /// AF.
    Afternoon,
    /// EV.
    Evening,
    /// NI.
    Night,
    /// DT: while it is light, working hours.
    Daytime,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Clock {
    /// `Friday morning`, `tonight`.
    Part(DayPart),
    /// `10:35 a.m.`, `18:00 UTC`.
    Time {
        /// 0 to 24.
        hour: u32,
        /// 0 to 59, where it is said.
        minute: Option<u32>,
        /// 0 to 59, where it is said.
        second: Option<u32>,
        /// Minutes east of UTC, where it is said.
        zone: Option<i32>,
    },
}

/// TIMEX3's `mod`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Modifier {
    /// `early 2023`, `the beginning of May`.
    Start,
    /// `mid-November`.
    Mid,
    /// `late 2023`, `the end of the year`.
    End,
    /// `about ten years`, `circa 1910`.
    Approximate,
    /// `less than a month`.
    Less,
    /// `up to 180 days`.
    AtMost,
    /// `more than four hours`.
    More,
    /// `at least two weeks`.
    AtLeast,
}

impl Modifier {
    /// The TIMEX3 word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approximate => "APPROX",
            Self::Less => "LESS_THAN",
            Self::AtMost => "EQUAL_OR_LESS",
            Self::More => "MORE_THAN",
            Self::AtLeast => "EQUAL_OR_MORE",
        }
    }
}

/// A temporal expression as the text has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemporalMention {
    /// The annotated words (TimeML: no leading preposition).
    pub span: Span,
    /// TIMEX3 type.
    pub kind: TemporalType,
    /// What it says.
    pub meaning: Meaning,
    /// The time of day it says.
    pub clock: Option<Clock>,
    /// What it says of its bounds.
    pub modifier: Option<Modifier>,
    /// True for the first date of a stretch (`1910-45`, `3 to 5 May`), which ends with the next
    /// expression. TIMEX3 has two expressions there.
    pub opens_stretch: bool,
    /// The tense of its clause.
    pub tense: Direction,
    /// What its clause says of the happening.
    pub status: EventStatus,
}

/// A temporal expression, anchored to the date of its document or story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Temporal {
    /// The words and what they say.
    pub mention: TemporalMention,
    /// The TIMEX3 value.
    pub value: String,
    /// The calendar value, where one is known.
    pub edtf: Option<Edtf>,
    /// The weekday the words name, where no day is known.
    pub weekday: Option<Weekday>,
    /// How the calendar value was come by.
    pub basis: Basis,
    /// The expression of the same document it is counted from, as an index into the list; `None`
    /// where it is counted from the document's date.
    pub counted_from: Option<usize>,
}

/// Whether something is said to have happened. The words are part of the data contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum EventStatus {
    /// Told as a fact.
    Happened,
    /// Meant or expected to happen.
    Planned,
    /// Told as somebody's claim.
    Claimed,
    /// Said not to have happened or not to happen.
    Negated,
    /// A stretch of time, not a happening on a day.
    Period,
}

impl EventStatus {
    /// The word used in data files and for readers.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Happened => "happened",
            Self::Planned => "planned",
            Self::Claimed => "claimed",
            Self::Negated => "negated",
            Self::Period => "period",
        }
    }
}

/// How a calendar value was come by. The words are part of the data contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Basis {
    /// The words say all of it.
    Stated,
    /// The words leave the year open; it comes from the document's date.
    YearInferred,
    /// The words are relative; they were counted from the document’s date or another one of the text.
    Relative,
    /// An editor's decision.
    Edited,
    /// Not known.
    Unknown,
}

impl Basis {
    /// The word used in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::YearInferred => "year-inferred",
            Self::Relative => "relative",
            Self::Edited => "edited",
            Self::Unknown => "unknown",
        }
    }
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
