//! Two dates in one expression: the ends of a stretch, or a pair.

use super::class::Slot;
use super::matcher::Slots;
use crate::model::{Direction, Frame, Meaning, Part, Point};

/// The two dates of `1910-45`, `May 3-5`, `29 June to 3 July 2024`, `April 24 and 25`: what stands with
/// one of them counts for both.
pub fn ends(slots: &Slots) -> Option<(Meaning, Meaning)> {
    let Some(month) = slots.first(Slot::Month) else { return years(slots) };
    let last_month = slots.second(Slot::Month).unwrap_or(month);
    let days =
        [slots.first(Slot::Day), slots.second(Slot::Day), slots.first(Slot::Ordinal), slots.second(Slot::Ordinal)];
    let mut days = days.into_iter().flatten();
    let (first, last) = ((month, days.next()), (last_month, days.next()));
    if first.1.is_some() != last.1.is_some() || first == last {
        return None;
    }
    let to_year = slots.second(Slot::Year).or(slots.first(Slot::Year));
    let from_year = match slots.second(Slot::Year) {
        Some(_) => slots.first(Slot::Year),
        None if first > last => to_year.map(|year| year - 1),
        None => to_year,
    };
    if to_year.is_none() && last_month == month && first > last {
        return None;
    }
    Some((of_year(first, from_year)?, of_year(last, to_year)?))
}

fn of_year((month, day): (i32, Option<i32>), year: Option<i32>) -> Option<Meaning> {
    let (month, day) = (u32::try_from(month).ok()?, day.map(u32::try_from).transpose().ok()?);
    Point::day(2024, month, day.unwrap_or(1))?; // a leap year: 29 February may be meant
    let Some(year) = year else {
        let part = Part::Month { month, day };
        return Some(Meaning::Part { part, frame: Frame::Nearest(Direction::Open) });
    };
    match day {
        Some(day) => Point::day(year, month, day).map(Meaning::Absolute),
        None => Some(Meaning::Absolute(Point::Month(year, month))),
    }
}

fn years(slots: &Slots) -> Option<(Meaning, Meaning)> {
    let number = |number: Option<i32>| number.map(|thousandths| thousandths / 1000);
    let from = slots.first(Slot::Year).or_else(|| number(slots.first(Slot::Number)))?;
    let to = match (slots.second(Slot::Year), slots.first(Slot::ShortYear)) {
        (Some(to), _) => to,
        (None, Some(short)) => from / 100 * 100 + short,
        (None, None) => number(slots.second(Slot::Number))?,
    };
    let is_before = slots.first(Slot::Era) == Some(-1);
    if (from < to) == is_before {
        return None;
    }
    let year = |year: i32| Meaning::Absolute(Point::Year(if is_before { 1 - year } else { year }));
    Some((year(from), year(to)))
}
