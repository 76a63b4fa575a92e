//! [`Discourse`]: the dates a text has spoken of so far, and what the next one means after them.

use chrono::{Datelike, NaiveDate};

use super::calendar;
use super::genre::{Genre, counts_from_document, genre, names_day, reports, year_of};
use crate::model::{
    Anchor, Direction, EventStatus, Frame, Meaning, Part, Point, TemporalMention, TemporalType, Unit, Weekday,
};

/// A value, and the expression it was counted from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The value.
    pub value: Point,
    /// Its place in the document's list; `None` for the date of the document.
    pub counted_from: Option<usize>,
}

/// A date the text spoke of.
#[derive(Debug, Clone, Copy)]
struct Spoken {
    point: Point,
    index: usize,
}

/// The dates a story has spoken of so far, for one possible day of the story.
#[derive(Debug)]
pub struct Discourse<'m> {
    mentions: &'m [TemporalMention],
    day: Option<NaiveDate>,
    genre: Genre,
    /// Place of the story's first expression in the document's list.
    base: usize,
    week_start: Weekday,
    /// The last date.
    last: Option<Spoken>,
    /// The last date whose year counts for open ones.
    year: Option<Spoken>,
    /// The last date known to the month or day, in that year.
    fine: Option<Spoken>,
    quarter: Option<Spoken>,
    last_day: Option<Spoken>,
    /// The last expression that names a day, known or not.
    open_day: Option<usize>,
    /// The place of the expression that is read, in `mentions`.
    now: usize,
    /// The last expression, where a report told it of an earlier year.
    retold: Option<usize>,
    /// A year far from the story's, until another date confirms it.
    jump: Option<i32>,
}

/// A day is still spoken of so many expressions later.
const NEAR: usize = 2;

/// Any date so many years away is an aside, until the next confirms it.
const FAR: i32 = 4;

impl<'m> Discourse<'m> {
    /// The discourse of a story, before its first expression.
    pub fn new(mentions: &'m [TemporalMention], day: Option<NaiveDate>, base: usize, week_start: Weekday) -> Self {
        let genre = genre(mentions, day);
        Self {
            mentions,
            day,
            genre,
            base,
            week_start,
            last: None,
            year: None,
            fine: None,
            quarter: None,
            last_day: None,
            jump: None,
            now: 0,
            retold: None,
            open_day: None,
        }
    }

    /// What the next expression means.
    pub fn resolve(&mut self, at: usize, mention: &TemporalMention) -> Option<Known> {
        self.now = at;
        let known = match mention.meaning {
            Meaning::Part { part, frame: Frame::Thing { back } } => self.of_thing(part, at, back),
            _ => self.known(mention),
        };
        let is_retold = known.as_ref().is_some_and(|known| known.counted_from.is_some());
        self.retold = (is_retold && self.genre == Genre::Report).then_some(self.base + at);
        if names_day(&mention.meaning) {
            self.open_day = Some(self.base + at);
        }
        if let (Some(known), TemporalType::Date | TemporalType::Time) = (&known, mention.kind)
            && !(self.genre == Genre::Narrative && counts_from_document(&mention.meaning))
        {
            self.remember(Spoken { point: known.value, index: self.base + at }, mention);
        }
        known
    }

    fn remember(&mut self, spoken: Spoken, mention: &TemporalMention) {
        self.last = Some(spoken);
        match spoken.point {
            // `a year earlier` compares; the quarter that is reported stays the same
            Point::Quarter(..) if reports(mention) => {
                self.quarter = Some(spoken);
            }
            Point::Day(_) => self.last_day = Some(spoken),
            _ => {}
        }
        let Some(year) = year_of(spoken.point) else { return };
        let is_fine = spoken.point.unit() <= Unit::Month;
        if self.is_aside(year, is_fine, mention) {
            return;
        }
        self.year = Some(spoken);
        if is_fine || self.fine.is_some_and(|fine| year_of(fine.point) != Some(year)) {
            self.fine = Some(spoken).filter(|_| is_fine);
        }
    }

    /// The year of the thing that a date names.
    fn of_thing(&self, part: Part, at: usize, back: usize) -> Option<Known> {
        let origin = at.checked_sub(back)?;
        let Meaning::Absolute(point) = self.mentions.get(origin)?.meaning else { return None };
        let value = calendar::in_year(part, year_of(point)?)?;
        Some(Known { value, counted_from: Some(self.base + origin) })
    }

    /// The day-like expression that one without a known date is counted from (`two days later`).
    pub fn link(&self, mention: &TemporalMention) -> Option<usize> {
        match mention.meaning {
            Meaning::Offset { unit: Unit::Day | Unit::Week, count: Some(_), from: Anchor::Reference, .. } => {
                self.open_day
            }
            _ => None,
        }
    }

    /// True for a year that the story only glances at: `planned for 1976`, `than the previous year`, `for
    /// the first time since 1812`, `a historian wrote in 2003`. A jump that the next date repeats is the
    /// story's own.
    fn is_aside(&mut self, year: i32, is_fine: bool, mention: &TemporalMention) -> bool {
        let Some(told) = self.year.and_then(|told| year_of(told.point)) else { return false };
        let is_comparison = matches!(mention.meaning, Meaning::Offset { count: Some(..0), .. });
        let is_far = (year - told).abs() > FAR;
        let is_back = !is_fine && year < told;
        let is_plan = !is_fine && year > told && mention.status == EventStatus::Planned;
        if is_comparison || is_plan {
            return true;
        }
        let confirmed = self.jump.take().is_some_and(|jump| (jump - year).abs() <= 1);
        let is_doubtful = (is_far || is_back) && !confirmed;
        self.jump = is_doubtful.then_some(year);
        is_doubtful
    }

    fn known(&self, mention: &TemporalMention) -> Option<Known> {
        match mention.meaning {
            Meaning::Absolute(point) => self.plain(point),
            Meaning::Part { part, frame } => self.part(part, frame),
            Meaning::Offset { unit, count: Some(count), direction, from: Anchor::Document } => {
                self.after_document(unit, count, direction == Direction::Past)
            }
            Meaning::Offset { unit, count: Some(count), from: Anchor::Reference, .. } => {
                self.after_reference(unit, count)
            }
            Meaning::Offset { unit, count: Some(count), from: Anchor::Story, .. } => match (self.genre, self.day) {
                (Genre::Report, Some(_)) => self.after_document(unit, count, false),
                _ => self.after_reference(unit, count),
            },
            _ => None,
        }
    }

    fn part(&self, part: Part, frame: Frame) -> Option<Known> {
        match (part, frame) {
            (_, Frame::Thing { .. }) => None, // has its own way, see `resolve`
            (_, Frame::Years { count, from }) => {
                let (year, counted_from) = self.year(from)?;
                Some(Known { value: calendar::in_year(part, year.checked_add(count)?)?, counted_from })
            }
            (Part::Weekend, Frame::Step { count: step, from }) => {
                let saturday = calendar::weekday_stepped(Weekday::Saturday, step, self.desk(from)?.0, Weekday::Monday)?;
                self.plain(Point::Weekend(saturday))
            }
            (Part::Weekend, Frame::Nearest(direction)) => {
                self.plain(Point::Weekend(calendar::weekday_near(Weekday::Saturday, direction, self.day?)?))
            }
            (Part::Weekday(day), Frame::Step { count: step, from }) => {
                let found = calendar::weekday_stepped(day, step, self.desk(from)?.0, self.week_start)?;
                self.plain(Point::Day(found))
            }
            (_, Frame::Step { count: step, from }) => {
                let (from, counted_from) = self.desk(from)?;
                Some(Known { value: calendar::stepped(part, step, from)?, counted_from })
            }
            (Part::Weekday(day), Frame::Nearest(direction)) => self.weekday(day, direction),
            (Part::DayOfMonth(day), Frame::Nearest(direction)) => self.day_of_month(day, direction),
            (Part::YearOfCentury(year), _) => self.year_of_century(year),
            (_, Frame::Nearest(direction)) => self.nearest(part, direction),
        }
    }

    /// The day that `last`, `this` and `next` are counted from: in a history that of the story. `The
    /// previous` counts from the last date named.
    fn desk(&self, from: Anchor) -> Option<(NaiveDate, Option<usize>)> {
        if from == Anchor::Reference {
            let spoken = self.last?;
            return Some((spoken.point.edtf().earliest()?, Some(spoken.index)));
        }
        match (self.genre, self.fine) {
            (Genre::Narrative, Some(fine)) => Some((fine.point.edtf().earliest()?, Some(fine.index))),
            _ => Some((self.day?, None)),
        }
    }

    fn plain(&self, point: Point) -> Option<Known> {
        Some(Known { value: point, counted_from: None })
    }

    /// The year of an anchor.
    fn year(&self, from: Anchor) -> Option<(i32, Option<usize>)> {
        let spoken = self.last.filter(|_| from == Anchor::Reference);
        match spoken {
            Some(spoken) => Some((year_of(spoken.point)?, Some(spoken.index))),
            None if from == Anchor::Document => Some((self.day?.year(), None)),
            None => None,
        }
    }

    fn weekday(&self, day: Weekday, direction: Direction) -> Option<Known> {
        match (self.genre, self.last_day) {
            (Genre::Narrative, Some(Spoken { point: Point::Day(near), index })) => {
                let found = calendar::weekday_near(day, Direction::Future, near)?;
                Some(Known { value: Point::Day(found), counted_from: Some(index) })
            }
            _ => self.plain(Point::Day(calendar::weekday_near(day, direction, self.day?)?)),
        }
    }

    /// `the 20th`: of the month the text speaks of, else of the document's.
    fn day_of_month(&self, day: u32, direction: Direction) -> Option<Known> {
        let of = |from: NaiveDate| NaiveDate::from_ymd_opt(from.year(), from.month(), day).map(Point::Day);
        match self.last.map(|spoken| (spoken.point, spoken.index)) {
            Some((Point::Day(last), index)) => Some(Known { value: of(last)?, counted_from: Some(index) }),
            Some((Point::Month(year, month), index)) => {
                Some(Known { value: Point::day(year, month, day)?, counted_from: Some(index) })
            }
            _ => self.plain(calendar::day_near(day, direction, self.day?)?),
        }
    }

    /// `’45`: in the century of the year the text speaks of, else the last such year.
    fn year_of_century(&self, short: u32) -> Option<Known> {
        if let Some((year, index)) = self.last.and_then(|spoken| Some((year_of(spoken.point)?, spoken.index))) {
            let year = year.div_euclid(100) * 100 + short as i32;
            let is_ahead = self.day.is_some_and(|day| year > day.year() + 10);
            let year = if is_ahead { year - 100 } else { year };
            return Some(Known { value: Point::Year(year), counted_from: Some(index) });
        }
        let own = self.day?.year();
        let year = own.div_euclid(100) * 100 + short as i32;
        self.plain(Point::Year(if year > own + 10 { year - 100 } else { year }))
    }

    /// `Aug. 18`, `the third quarter`: the year is that of the nearest one to the document's date, or
    /// in a history that of the last date.
    fn nearest(&self, part: Part, direction: Direction) -> Option<Known> {
        let spoken = self.year.and_then(|spoken| Some((spoken, year_of(spoken.point)?)));
        let last = self.fine.map(|fine| fine.point);
        let weekday = self.mentions.get(self.now).and_then(|now| now.weekday);
        match (self.genre, spoken, self.day) {
            (Genre::Narrative, Some((spoken, year)), _) => {
                Some(Known { value: after(part, last, year)?, counted_from: Some(spoken.index) })
            }
            (Genre::Report, Some((spoken, year)), Some(day)) if self.is_retold(part, &spoken, year, day) => {
                let near = calendar::nearest(part, direction, day, weekday)?;
                match part {
                    // fresh news: `on Oct. 5` in a report of 10 October
                    Part::Month { day: Some(_), .. } if is_fresh(near, day) => self.plain(near),
                    _ if spoken.point.unit() == Unit::Year || matches!(part, Part::Month { day: None, .. }) => {
                        Some(Known { value: after(part, last, year)?, counted_from: Some(spoken.index) })
                    }
                    _ => None, // two candidates
                }
            }
            // a report without a date: which year is meant nobody can tell
            _ => self.plain(calendar::nearest(part, direction, self.day?, weekday)?),
        }
    }

    /// True for what a report tells right behind a month or day of an earlier year, and not before it in
    /// the calendar: `It began in February 2022. In March …`.
    fn is_retold(&self, part: Part, spoken: &Spoken, year: i32, day: NaiveDate) -> bool {
        let is_last = self.last.is_some_and(|last| last.index == spoken.index);
        let said = self.mentions.get(spoken.index - self.base);
        let is_stated = said.is_some_and(|said| matches!(said.meaning, Meaning::Absolute(_)));
        let told = calendar::in_year(part, year).and_then(|told| told.edtf().latest());
        // `In 1993 a bomb exploded on Feb. 26`: a year so near governs the day
        let is_governed = spoken.point.unit() == Unit::Year
            && said.zip(self.mentions.get(self.now)).is_some_and(|(said, now)| now.span.start < said.span.end + NEARBY);
        let is_after = spoken.point.unit() <= Unit::Month && told > spoken.point.edtf().latest();
        let is_past = told.is_some_and(|told| told < day);
        is_last
            && (is_stated || self.retold == Some(spoken.index))
            && year < day.year()
            && is_past
            && (is_after || is_governed)
    }

    fn after_document(&self, unit: Unit, count: i32, is_ago: bool) -> Option<Known> {
        if let (Unit::Year, -1, true) = (unit, count, is_ago)
            && let Some(known) = self.quarter_before()
        {
            return Some(known);
        }
        let day = calendar::shifted(self.day?, unit, count)?;
        self.plain(Point::holding(day, unit, self.week_start)?)
    }

    /// `a year earlier` behind `the third quarter`: the same quarter of the year before.
    fn quarter_before(&self) -> Option<Known> {
        let spoken = self.quarter?;
        let Point::Quarter(year, quarter) = spoken.point else { return None };
        Some(Known { value: Point::Quarter(year - 1, quarter), counted_from: Some(spoken.index) })
    }

    /// `the next day`, `that year`, `two months later`. Nothing finer than what the text spoke of.
    fn after_reference(&self, unit: Unit, count: i32) -> Option<Known> {
        let is_near = |day: &Spoken| self.last.is_none_or(|last| last.index <= day.index + NEAR);
        let wanted = match unit {
            Unit::Quarter | Unit::Period => self.quarter,
            Unit::Day | Unit::Week | Unit::Weekend => self.last_day.filter(is_near).or(self.last),
            _ => self.last,
        };
        if let (Unit::Year | Unit::Period, -1) = (unit, count)
            && let Some(known) = self.quarter_before()
        {
            return Some(known);
        }
        let unit = match (unit, wanted) {
            (Unit::Period, Some(spoken)) => spoken.point.unit(),
            (Unit::Period, None) => Unit::Quarter,
            _ => unit,
        };
        let Some(spoken) = wanted else {
            // `the quarter` of a report that named none is the last one that has ended
            let count = if unit == Unit::Quarter { count - 1 } else { count };
            let day = calendar::shifted(self.day?, unit, count)?;
            return self.plain(Point::holding(day, unit, self.week_start)?);
        };
        if spoken.point.unit() > unit {
            return None;
        }
        let day = calendar::shifted(spoken.point.edtf().earliest()?, unit, count)?;
        Some(Known { value: Point::holding(day, unit, self.week_start)?, counted_from: Some(spoken.index) })
    }
}

/// The part in the year of the story, or in the next one where it would lie far before the last date
/// (`In December 1941 …, in January …`).
fn after(part: Part, last: Option<Point>, year: i32) -> Option<Point> {
    let same = calendar::in_year(part, year)?;
    let last = last.and_then(|last| last.edtf().earliest());
    let gap = last.zip(same.edtf().latest()).map_or(0, |(last, same)| (last - same).num_days());
    if gap > TURN_OF_YEAR { calendar::in_year(part, year + 1) } else { Some(same) }
}

/// Stories go forward: a month so many days before the last date is the next year's.
const TURN_OF_YEAR: i64 = 240;

/// A year governs a day of its sentence, in bytes.
const NEARBY: usize = 120;

/// Days without a year that lie so near to a report are its own.
const FRESH: i64 = 45;

fn is_fresh(point: Point, day: NaiveDate) -> bool {
    point.edtf().earliest().is_some_and(|first| (first - day).num_days().abs() <= FRESH)
}
