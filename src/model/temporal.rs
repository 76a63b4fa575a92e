//! Temporal expressions (TIMEX3, ISO 24617-1): what words say of time, and what that means against
//! the date of their document.

use serde::{Deserialize, Serialize};

use super::{Edtf, Holiday, Point, Season, Weekday};
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
        self.0.is_multiple_of(1000).then(|| u32::try_from(self.0 / 1000).ok()).flatten()
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
    /// `the Sept. 19 agreement` behind `the agreement of 2018`: the year of an earlier expression, so
    /// many back in the document, that dates the same thing.
    Thing {
        /// How many expressions back; at least 1.
        back: usize,
    },
    /// `last April`, `this summer`, `the following Tuesday`.
    Step {
        /// -1, 0 or 1.
        count: i32,
        /// What is counted from.
        from: Anchor,
    },
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
    /// The weekday beside a day of a month (`Tuesday, March 1`): it tells which year is meant.
    pub weekday: Option<Weekday>,
    /// True for the first date of a stretch (`1910-45`, `3 to 5 May`), which ends with the next
    /// expression. TIMEX3 has two expressions there.
    pub opens_stretch: bool,
    /// What it does in its clause.
    pub role: DateRole,
    /// The tense of its clause.
    pub tense: Direction,
    /// What its clause says of the happening.
    pub status: EventStatus,
}

/// What a date does in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DateRole {
    /// It says when (`in 1918`).
    When,
    /// It belongs to a noun (`the 1918 outbreak`, `today's papers`).
    Attribute,
    /// It bounds a time, or is compared with (`since 1918`, `than in 1918`).
    Bound,
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
