//! Calendar arithmetic on days and points.

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta};

use crate::model::{Direction, Part, Point, Unit, Weekday};

/// The part in a year.
pub fn in_year(part: Part, year: i32) -> Option<Point> {
    Some(match part {
        Part::Month { month, day: Some(day) } => Point::day(year, month, day)?,
        Part::Month { month, day: None } => Point::Month(year, month),
        Part::Season(season) => Point::Season(year, season),
        Part::Quarter(quarter) => Point::Quarter(year, quarter),
        Part::Half(half) => Point::Half(year, half),
        Part::Holiday(rule) => Point::Day(rule.in_year(year)?),
        Part::Weekday(_) | Part::Weekend | Part::DayOfMonth(_) | Part::YearOfCentury(_) => return None,
    })
}

/// The year in which the part lies nearest to `day`. Days on the side that the verb does not point to
/// count more: a newspaper of November that extended an offer `to Jan. 14` means the January to come.
pub fn nearest(part: Part, direction: Direction, day: NaiveDate, weekday: Option<Weekday>) -> Option<Point> {
    let year = day.year();
    let candidates = (year.saturating_sub(6)..=year.saturating_add(6)).filter_map(|year| in_year(part, year));
    let is_on = |point: &Point| match (weekday, point) {
        (Some(weekday), Point::Day(on)) => Weekday::on(*on) == weekday,
        _ => true,
    };
    candidates.filter(is_on).min_by_key(|point| weighed(*point, direction, day))
}

/// `the 15th`: of the month in which it lies nearest to `day`, weighed like years.
pub fn day_near(number: u32, direction: Direction, day: NaiveDate) -> Option<Point> {
    let months = (-2..=2).filter_map(|months| shifted(day, Unit::Month, months));
    let candidates = months.filter_map(|month| Point::day(month.year(), month.month(), number));
    candidates.min_by_key(|point| weighed(*point, direction, day))
}

/// How far a point lies from a day; the side that the verb does not point to counts more.
fn weighed(point: Point, direction: Direction, day: NaiveDate) -> (i64, Option<NaiveDate>) {
    let (before, behind) = distances(point, day);
    let weight = match direction {
        Direction::Past => (1, AGAINST_VERB),
        Direction::Open => (1, AGAINST_HABIT),
        Direction::Future => (AGAINST_VERB, 1),
    };
    (before * weight.0 + behind * weight.1, point.edtf().earliest())
}

/// How much more a day counts on the side that the verb does not point to.
const AGAINST_VERB: i64 = 10;
/// Newspapers tell what was more often than what will be.
const AGAINST_HABIT: i64 = 2;

/// Days that all of `point` lies before `day`, and days that it lies behind.
fn distances(point: Point, day: NaiveDate) -> (i64, i64) {
    let edtf = point.edtf();
    let before = edtf.latest().map_or(0, |last| (day - last).num_days());
    let behind = edtf.earliest().map_or(0, |first| (first - day).num_days());
    (before.max(0), behind.max(0))
}

/// `last April`, `this summer`, `next May`: strictly before the point that holds `day`, the one of
/// its year, strictly behind it.
pub fn stepped(part: Part, step: i32, day: NaiveDate) -> Option<Point> {
    let year = day.year();
    let candidates = || (year.saturating_sub(4)..=year.saturating_add(4)).filter_map(|year| in_year(part, year));
    match step {
        0 => in_year(part, year),
        ..0 => {
            candidates().filter(|value| value.edtf().latest() < Some(day)).max_by_key(|value| value.edtf().earliest())
        }
        _ => {
            candidates().filter(|value| value.edtf().earliest() > Some(day)).min_by_key(|value| value.edtf().earliest())
        }
    }
}

/// The newspaper's weekday: the last one up to the day itself, or the next one from it for plans.
pub fn weekday_near(weekday: Weekday, direction: Direction, day: NaiveDate) -> Option<NaiveDate> {
    let here = i64::from(Weekday::on(day).number());
    let there = i64::from(weekday.number());
    match direction {
        Direction::Future => day.checked_add_days(Days::new((there - here).rem_euclid(7) as u64)),
        Direction::Past | Direction::Open => day.checked_sub_days(Days::new((here - there).rem_euclid(7) as u64)),
    }
}

/// So many days back a weekday needs no `last`.
const STILL_NEW: i64 = 2;

/// `last Tuesday` lies before the day and the one before it, `next Tuesday` behind it, `this Tuesday` in its week.
pub fn weekday_stepped(weekday: Weekday, step: i32, day: NaiveDate, week_start: Weekday) -> Option<NaiveDate> {
    match step {
        ..0 => {
            let last = weekday_near(weekday, Direction::Past, day.pred_opt()?)?;
            // news tells of yesterday and the day before without `last`
            let is_new = (day - last).num_days() <= STILL_NEW;
            if is_new { last.checked_sub_days(Days::new(7)) } else { Some(last) }
        }
        0 => {
            let start = weekday_near(week_start, Direction::Past, day)?;
            weekday_near(weekday, Direction::Future, start)
        }
        _ => weekday_near(weekday, Direction::Future, day.succ_opt()?),
    }
}

/// The day `count` units from `day`.
pub fn shifted(day: NaiveDate, unit: Unit, count: i32) -> Option<NaiveDate> {
    let months = |number: i32| {
        let step = Months::new(number.unsigned_abs());
        if number < 0 { day.checked_sub_months(step) } else { day.checked_add_months(step) }
    };
    let days = |number: i64| day.checked_add_signed(TimeDelta::try_days(number)?);
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Period => None,
        Unit::Day => days(i64::from(count)),
        Unit::Week | Unit::Weekend => days(i64::from(count) * 7),
        Unit::Month => months(count),
        Unit::Quarter => months(count.checked_mul(3)?),
        Unit::Half => months(count.checked_mul(6)?),
        Unit::Year => months(count.checked_mul(12)?),
        Unit::Decade => months(count.checked_mul(120)?),
        Unit::Century => months(count.checked_mul(1200)?),
    }
}
