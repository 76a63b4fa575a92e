//! Templates: what the words of a rule mean together.

use super::class::{FORTNIGHT, SEASONS, Slot, UNITS, holiday};
use super::clock::clock;
use super::matcher::Slots;
use super::stretch::ends;
use crate::model::{
    Amount, Anchor, Clock, Direction, Frame, Meaning, Modifier, Part, Point, Season, TemporalType, Unit, Weekday,
};

/// What an expression says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// TIMEX3 type.
    pub kind: TemporalType,
    /// What it says; `None` for words that only look temporal.
    pub meaning: Option<Meaning>,
    /// The time of day.
    pub clock: Option<Clock>,
    /// Its bounds.
    pub modifier: Option<Modifier>,
    /// The weekday beside a day.
    pub weekday: Option<Weekday>,
    /// True for the first date of a stretch.
    pub opens_stretch: bool,
}

impl Said {
    /// Words that only look temporal.
    pub const NOTHING: Self = Self {
        kind: TemporalType::Date,
        meaning: None,
        clock: None,
        modifier: None,
        weekday: None,
        opens_stretch: false,
    };
}

macro_rules! templates {
    ($($(#[$doc:meta])* $name:ident $word:literal,)*) => {
        /// The meaning of a rule, named in rule files.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Template { $($(#[$doc])* $name,)* }

        impl Template {
            /// The template of a name in rule files.
            pub fn named(name: &str) -> Option<Self> {
                match name { $($word => Some(Self::$name),)* _ => None }
            }
        }
    };
}

templates! {
    /// The words are taken and say no time.
    Nothing "nothing",
    /// A date with its year, or with the year open.
    Date "date",
    /// `8/25/07`: a day and a month in either order.
    Slashed "slashed",
    /// From a date to a date (`May 3-5`, `1910-45`).
    Range "range",
    /// A date and a date (`April 24 and 25`).
    Pair "pair",
    /// `last April`, `this September`: the step in front.
    Stepped "stepped",
    /// `the previous April`: counted from the date the text speaks of.
    SteppedThere "stepped-there",
    /// A day known by its date alone.
    Famous "famous",
    /// `April last year`: in a year counted from the document's.
    InYear "in-year",
    /// `November of that year`: in the year the text speaks of.
    InThatYear "in-that-year",
    /// `last year`, `this month`, `yesterday`.
    Step "step",
    /// `three years ago`.
    Ago "ago",
    /// `in three years`, `three years from now`.
    Hence "hence",
    /// `three years later`.
    Later "later",
    /// `three years earlier`.
    Earlier "earlier",
    /// `the next day`.
    Next "next",
    /// `the previous year`.
    Previous "previous",
    /// `that year`, `the same day`.
    Same "same",
    /// `the end of the year`, `the week`: the document's in a report, the story's in a history.
    Current "current",
    /// `five years`.
    Duration "duration",
    /// `the year`: one of the unit.
    One "one",
    /// `every two years`, `annually`.
    Set "set",
    /// `every Monday`.
    Repeated "repeated",
    /// `every day` by its parts: `nightly`.
    RepeatedDay "repeated-day",
    /// `now`.
    Present "present",
    /// `recently`.
    Past "past",
    /// `soon`.
    Future "future",
    /// `10 a.m.`: on the day the text speaks of.
    Clock "clock",
    /// `tonight`, `this morning`.
    DayPart "daypart",
    /// `the 20th century`.
    Century "century",
}

impl Template {
    /// What the words of a pattern mean, and the second date where there are two; `None` where they
    /// make no date (`30 February`).
    pub fn fill(self, slots: &Slots) -> Option<(Said, Option<Said>)> {
        let date = |meaning, opens_stretch| Said {
            kind: TemporalType::Date,
            meaning: Some(meaning),
            clock: None,
            modifier: None,
            weekday: None,
            opens_stretch,
        };
        match self {
            Self::Nothing => return Some((Said::NOTHING, None)),
            Self::Range => return ends(slots).map(|(from, to)| (date(from, true), Some(date(to, false)))),
            Self::Pair => return ends(slots).map(|(from, to)| (date(from, false), Some(date(to, false)))),
            _ => {}
        }
        let (kind, meaning) = self.meaning(slots)?;
        let clock = clock(slots);
        let is_short = matches!(meaning, Meaning::Offset { unit: Unit::Second | Unit::Minute | Unit::Hour, .. });
        let kind = match clock {
            _ if is_short => TemporalType::Time,
            Some(_) if kind == TemporalType::Date => TemporalType::Time,
            _ => kind,
        };
        Some((
            Said {
                kind,
                meaning: Some(meaning),
                clock,
                modifier: modifier(slots),
                weekday: weekday(slots),
                opens_stretch: false,
            },
            None,
        ))
    }

    fn meaning(self, slots: &Slots) -> Option<(TemporalType, Meaning)> {
        let date = |meaning| Some((TemporalType::Date, meaning));
        let step = || slots.first(Slot::Step);
        match self {
            Self::Nothing | Self::Range | Self::Pair => None,
            Self::Date => date(calendar(slots, slots.first(Slot::Year))?),
            Self::Slashed => date(slashed(slots)?),
            Self::Stepped => date(stepped(slots, Anchor::Document)?),
            Self::SteppedThere => date(stepped(slots, Anchor::Reference)?),
            Self::Famous => date(famous(slots)?),
            Self::InYear => date(in_year(slots, step()?, Anchor::Document)?),
            Self::InThatYear => date(in_year(slots, step().unwrap_or(0), Anchor::Reference)?),
            Self::Step => date(offset(unit(slots).unwrap_or(Unit::Day), step()?, Anchor::Document)),
            Self::DayPart => date(offset(Unit::Day, step().unwrap_or(0), Anchor::Document)),
            Self::Clock => date(offset(Unit::Day, 0, Anchor::Reference)),
            Self::Ago => date(counted(slots, -1, Anchor::Document)?),
            Self::Hence => date(counted(slots, 1, Anchor::Document)?),
            Self::Later => date(counted(slots, 1, Anchor::Reference)?),
            Self::Earlier => date(counted(slots, -1, Anchor::Reference)?),
            Self::Next => date(offset(unit(slots).unwrap_or(Unit::Day), 1, Anchor::Reference)),
            Self::Previous => date(offset(unit(slots).unwrap_or(Unit::Day), -1, Anchor::Reference)),
            Self::Current => date(offset(unit(slots)?, 0, Anchor::Story)),
            Self::Same => date(offset(unit(slots).unwrap_or(Unit::Day), 0, Anchor::Reference)),
            Self::Duration => {
                Some((TemporalType::Duration, Meaning::Duration { unit: unit(slots)?, amount: amount(slots) }))
            }
            Self::One => {
                let meaning = Meaning::Duration { unit: unit(slots)?, amount: Some(Amount::whole(1)) };
                Some((TemporalType::Duration, meaning))
            }
            Self::Set => Some((TemporalType::Set, Meaning::Set { unit: unit(slots)?, amount: set_amount(slots) })),
            Self::Repeated => Some((TemporalType::Set, Meaning::Repeated(part(slots)?))),
            Self::RepeatedDay => {
                Some((TemporalType::Set, Meaning::Set { unit: Unit::Day, amount: Some(Amount::whole(1)) }))
            }
            Self::Present => date(Meaning::Vague(Direction::Open)),
            Self::Past => date(Meaning::Vague(Direction::Past)),
            Self::Future => date(Meaning::Vague(Direction::Future)),
            Self::Century => date(century(slots)?),
        }
    }
}

fn stepped(slots: &Slots, from: Anchor) -> Option<Meaning> {
    Some(Meaning::Part { part: part(slots)?, frame: Frame::Step { count: slots.first(Slot::Step)?, from } })
}

fn famous(slots: &Slots) -> Option<Meaning> {
    let digits = u32::try_from(slots.first(Slot::Famous)?).ok()?;
    Point::day((digits / 10_000) as i32, digits / 100 % 100, digits % 100).map(Meaning::Absolute)
}

fn offset(unit: Unit, count: i32, from: Anchor) -> Meaning {
    Meaning::Offset { unit, count: Some(count), direction: Direction::Open, from }
}

/// `three years ago`; without a number (`years ago`) only the side is known.
fn counted(slots: &Slots, sign: i32, from: Anchor) -> Option<Meaning> {
    let direction = if sign < 0 { Direction::Past } else { Direction::Future };
    let amount = slots.first(Slot::Number).filter(|number| *number >= 0);
    let unit = unit(slots)?;
    if let (Unit::Year, Some(years)) = (unit, amount.filter(|years| years % 1000 != 0)) {
        let count = i32::try_from(i64::from(years) * 12 / 1000).ok().map(|months| sign * months);
        return Some(Meaning::Offset { unit: Unit::Month, count, direction, from });
    }
    let count = amount.map(|thousandths| sign * (thousandths / 1000) * times(slots));
    Some(Meaning::Offset { unit, count, direction, from })
}

fn unit(slots: &Slots) -> Option<Unit> {
    slots.first(Slot::Unit).map(|number| UNITS[number as usize].1)
}

/// A fortnight is two weeks.
fn times(slots: &Slots) -> i32 {
    if slots.first(Slot::Unit) == Some(FORTNIGHT) { 2 } else { 1 }
}

fn amount(slots: &Slots) -> Option<Amount> {
    let number = slots.first(Slot::Number).filter(|number| *number >= 0)?;
    let more = slots.second(Slot::Number).filter(|more| (1..1000).contains(more)).unwrap_or(0);
    Some(Amount(((number + more) * times(slots)) as u64))
}

/// `every two years`, `every other week`; one where no number is said.
fn set_amount(slots: &Slots) -> Option<Amount> {
    match slots.first(Slot::Number) {
        None => Some(Amount::whole(1)),
        Some(_) => amount(slots),
    }
}

fn modifier(slots: &Slots) -> Option<Modifier> {
    const MODIFIERS: [Modifier; 8] = [
        Modifier::Start,
        Modifier::Mid,
        Modifier::End,
        Modifier::Approximate,
        Modifier::Less,
        Modifier::AtMost,
        Modifier::More,
        Modifier::AtLeast,
    ];
    slots.first(Slot::Modifier).and_then(|number| MODIFIERS.get(number as usize).copied())
}

fn day_of(slots: &Slots) -> Option<u32> {
    slots.first(Slot::Day).or_else(|| slots.first(Slot::Ordinal)).and_then(|day| u32::try_from(day).ok())
}

/// The part of a year, month or week that the words name.
fn part(slots: &Slots) -> Option<Part> {
    let number = |slot| slots.first(slot).and_then(|number| u32::try_from(number).ok());
    if let Some(month) = number(Slot::Month) {
        let day = day_of(slots);
        Point::day(2024, month, day.unwrap_or(1))?; // a leap year: 29 February may be meant
        return Some(Part::Month { month, day });
    }
    if let Some(code) = slots.first(Slot::Holiday) {
        return holiday(i64::from(code)).map(Part::Holiday);
    }
    if let Some(season) = season(slots) {
        return Some(Part::Season(season));
    }
    match (unit(slots), number(Slot::Ordinal)) {
        (Some(Unit::Quarter), Some(quarter @ 1..=4)) => return Some(Part::Quarter(quarter)),
        (Some(Unit::Half), Some(half @ 1..=2)) => return Some(Part::Half(half)),
        (Some(Unit::Quarter | Unit::Half), _) => return None,
        (Some(Unit::Weekend), _) => return Some(Part::Weekend),
        _ => {}
    }
    if let Some(weekday) = weekday(slots) {
        return Some(Part::Weekday(weekday));
    }
    if let Some(day) = day_of(slots) {
        return (1..=31).contains(&day).then_some(Part::DayOfMonth(day));
    }
    number(Slot::ShortYear).map(Part::YearOfCentury)
}

fn weekday(slots: &Slots) -> Option<Weekday> {
    slots.first(Slot::Weekday).and_then(|number| Weekday::ALL.get(number as usize - 1).copied())
}

fn season(slots: &Slots) -> Option<Season> {
    slots.first(Slot::Season).map(|number| SEASONS[number as usize])
}

/// The date in a year, or the part whose year is open.
fn calendar(slots: &Slots, year: Option<i32>) -> Option<Meaning> {
    let known = |point| Some(Meaning::Absolute(point));
    if let Some(decade) = slots.first(Slot::Decade) {
        let decade = if slots.first(Slot::Era) == Some(-1) { -1 - decade / 10 } else { decade / 10 };
        return known(Point::Decade(decade));
    }
    let era = slots.first(Slot::Era);
    let year = year.or_else(|| era.and(slots.first(Slot::Number)).map(|thousandths| thousandths / 1000));
    let Some(year) = year else {
        return Some(Meaning::Part { part: part(slots)?, frame: Frame::Nearest(Direction::Open) });
    };
    let year = if era == Some(-1) { 1 - year } else { year };
    known(in_known_year(slots, year)?)
}

fn in_known_year(slots: &Slots, year: i32) -> Option<Point> {
    Some(match part(slots) {
        // a day the month lacks is kept to the month
        Some(Part::Month { month, day: Some(day) }) => {
            Point::day(year, month, day).unwrap_or(Point::Month(year, month))
        }
        Some(Part::Month { month, day: None }) => Point::Month(year, month),
        Some(Part::Season(season)) => Point::Season(year, season),
        Some(Part::Quarter(quarter)) => Point::Quarter(year, quarter),
        Some(Part::Half(half)) => Point::Half(year, half),
        Some(Part::Holiday(rule)) => Point::Day(rule.in_year(year)?),
        _ => Point::Year(year),
    })
}

/// `25/8/07`, `8/25/07`: which number is the month shows where only one can be; where both can, only
/// the year is known.
fn slashed(slots: &Slots) -> Option<Meaning> {
    let number = |slot| slots.first(slot).and_then(|number| u32::try_from(number).ok());
    let (one, two) = (number(Slot::Day)?, slots.second(Slot::Day).and_then(|number| u32::try_from(number).ok())?);
    let year = slots.first(Slot::Year).or_else(|| slots.first(Slot::ShortYear).map(century_of))?;
    let american = Point::day(year, one, two);
    let british = Point::day(year, two, one);
    let point = match (american, british) {
        (Some(one), Some(other)) if one != other => Point::Year(year),
        (one, other) => one.or(other)?,
    };
    Some(Meaning::Absolute(point))
}

/// The year of two digits, between 1950 and 2049.
fn century_of(year: i32) -> i32 {
    if year < 50 { 2000 + year } else { 1900 + year }
}

/// A part of a year that is counted from another.
fn in_year(slots: &Slots, count: i32, from: Anchor) -> Option<Meaning> {
    Some(Meaning::Part { part: part(slots)?, frame: Frame::Years { count, from } })
}

/// `the 20th century`, `the 4th century BC`.
fn century(slots: &Slots) -> Option<Meaning> {
    let number = slots.second(Slot::Ordinal).or(slots.first(Slot::Ordinal))?;
    let century = if slots.first(Slot::Era) == Some(-1) { -number } else { number - 1 };
    Some(Meaning::Absolute(Point::Century(century)))
}
