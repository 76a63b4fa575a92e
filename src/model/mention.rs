//! Mentions: words found in a text, before anyone decides what they mean.

use serde::{Deserialize, Serialize};

use super::{Edtf, Season, Weekday};
use crate::text::Span;

/// TIMEX3 types (ISO 24617-1).
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// Seconds.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Quarters of a year.
    Quarter,
    /// Years.
    Year,
    /// Decades.
    Decade,
    /// Centuries.
    Century,
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

/// The parts of a calendar year that can be named without the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// `August`, `August 18`.
    Month {
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: Option<u32>,
    },
    /// `27 to 29 June`, `7 and 8 May`: from a day to a later day of the month.
    Days {
        /// 1 to 12.
        month: u32,
        /// The first day.
        first: u32,
        /// The last day.
        last: u32,
    },
    /// `the summer`.
    Season(Season),
}

/// What an expression says, before it is anchored to a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Meaning {
    /// `18 August 2023`, `2021`, `1910-45`: the same whenever it is read.
    Absolute(Edtf),
    /// `Aug. 18`, `last August`: the year is open.
    YearOpen {
        /// The part of the year.
        part: Part,
        /// `last`, `next`, or the tense of the verb.
        direction: Direction,
    },
    /// `Aug. 18 last year`, `November of that year`.
    InYear {
        /// The part of the year.
        part: Part,
        /// Years from the anchor's; `None` is a year that other words name.
        years: Option<i32>,
    },
    /// `Friday`, `next Tuesday`.
    Weekday {
        /// Which day.
        day: Weekday,
        /// `last`, `next`, or the tense of the verb.
        direction: Direction,
    },
    /// `yesterday`, `last week`, `three months ago`: a unit that lies `count` units from the anchor.
    Offset {
        /// Precision of the result.
        unit: Unit,
        /// Negative lies before.
        count: i32,
    },
    /// `five years`, `three-day`.
    Duration {
        /// The unit.
        unit: Unit,
        /// How many; `None` for "years".
        count: Option<u32>,
    },
    /// `every year`, `annually`.
    Set {
        /// The unit that repeats.
        unit: Unit,
    },
    /// `now`, `recently`, `soon`.
    Vague(Direction),
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
    /// What its clause says of the happening.
    pub status: EventStatus,
}

/// A temporal expression, anchored to the date of its document or story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Temporal {
    /// The annotated words (TimeML: no leading preposition).
    pub span: Span,
    /// TIMEX3 type.
    pub kind: TemporalType,
    /// What it says.
    pub meaning: Meaning,
    /// What its clause says of the happening.
    pub status: EventStatus,
    /// The value against the document's date.
    pub value: String,
    /// The calendar value, where one is known.
    pub edtf: Option<Edtf>,
    /// The weekday the words name, where no calendar value is known.
    pub weekday: Option<Weekday>,
    /// How the calendar value was come by.
    pub basis: Basis,
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
    /// The words are relative; they were counted from the document's date.
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

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum NameKind {
    /// A person.
    Person,
    /// An organisation.
    Organisation,
    /// A country, city or other place.
    Place,
    /// Anything else with a name; nationality words.
    Other,
}

impl NameKind {
    /// The word used in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Other => "other",
        }
    }
}

/// A name in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameMention {
    /// The name without title or office.
    pub span: Span,
    /// What it names.
    pub kind: NameKind,
    /// The title or office in front of it, or the apposition behind it.
    pub role: Option<Span>,
    /// The longer name of the same document it stands for (`Yoon` for `Yoon Suk Yeol`), as an
    /// index into the document's list of names.
    pub stands_for: Option<usize>,
    /// ISO 3166 code of a nationality word or country.
    pub country: Option<String>,
}

/// How much a quotation says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum QuotationKind {
    /// A statement.
    Full,
    /// Part of a sentence.
    Fragment,
    /// A term, nickname or scare quote; never has a speaker.
    Term,
}

impl QuotationKind {
    /// The word used in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Fragment => "fragment",
            Self::Term => "term",
        }
    }
}

/// Words in quotation marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotationMention {
    /// The words with their marks.
    pub span: Span,
    /// How much they say.
    pub kind: QuotationKind,
    /// The verb of speech.
    pub cue: Option<Span>,
    /// The words that name the speaker.
    pub speaker: Option<Span>,
    /// The name mention inside `speaker`, as an index into the document's list of names.
    pub speaker_name: Option<usize>,
}

/// A key that the text cites another source by (`[a3a17192]`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferenceMention {
    /// The key with its brackets.
    pub span: Span,
    /// The key.
    pub key: String,
}
