//! Expressions that need an anchor, and durations, sets and vague words.

use super::Match;
use super::cursor::Cursor;
use super::lexicon::Class;
use crate::model::{Direction, Meaning, TemporalType, Unit};

/// A relative expression, duration, set or vague word at the cursor.
pub fn read(cursor: &Cursor<'_>) -> Option<Match> {
    repeated(cursor)
        .or_else(|| weekday(cursor))
        .or_else(|| named_day(cursor))
        .or_else(|| stepped_unit(cursor))
        .or_else(|| counted(cursor))
        .or_else(|| vague(cursor))
}

/// `Friday`, `next Tuesday`, `last Sunday`: the step in front belongs to the expression.
fn weekday(cursor: &Cursor<'_>) -> Option<Match> {
    if let Some((day, length)) = cursor.weekday(0) {
        return Some(Match::date(length as usize, Meaning::Weekday { day, direction: Direction::Open }));
    }
    let direction = match cursor.step(0)? {
        -1 => Direction::Past,
        1 => Direction::Future,
        _ => Direction::Open,
    };
    let (day, length) = cursor.weekday(1)?;
    Some(Match::date(1 + length as usize, Meaning::Weekday { day, direction }))
}

/// `yesterday`, `today`, `tomorrow`, `the same day` is left out.
fn named_day(cursor: &Cursor<'_>) -> Option<Match> {
    let count = cursor.classes(0).iter().find_map(|class| match class {
        Class::Day(count) => Some(*count),
        _ => None,
    })?;
    Some(Match::date(1, Meaning::Offset { unit: Unit::Day, count }))
}

/// `last week`, `this year`, `next month`, `earlier this month`; not `the past five years`.
fn stepped_unit(cursor: &Cursor<'_>) -> Option<Match> {
    let lead = isize::from(cursor.is_any(0, &["earlier", "later"]));
    let count = cursor.step(lead)?;
    let unit = cursor.unit(lead + 1)?;
    let is_singular = !cursor.word(lead + 1).ends_with('s');
    let is_calendar = !matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Day);
    let is_stretch = count == -1 && cursor.is(-1, "the"); // `in the last week` ends today
    (is_singular && is_calendar && !is_stretch).then(|| Match::date(lead as usize + 2, Meaning::Offset { unit, count }))
}

/// `three years ago`, `five years`, `three-day`, `33-year-old` is an age and none.
fn counted(cursor: &Cursor<'_>) -> Option<Match> {
    let count = cursor.number(0)?;
    let hyphen = isize::from(cursor.is(1, "-"));
    let unit = cursor.unit(1 + hyphen)?;
    let after = 2 + hyphen;
    let is_age = cursor.is_any(after + isize::from(cursor.is(after, "-")), &["old", "olds"]);
    let is_article = cursor.is_any(0, &["a", "an"]);
    if is_age || cursor.is_any(0, &["second"]) {
        return None;
    }
    if cursor.is(after, "ago") {
        let count = -i32::try_from(count).ok()?;
        return Some(Match::date(after as usize + 1, Meaning::Offset { unit, count }));
    }
    if is_article {
        return None; // `a day` says how often or nothing, seldom how long
    }
    let meaning = Meaning::Duration { unit, count: Some(count) };
    Some(Match { tokens: after as usize, kind: TemporalType::Duration, meaning })
}

/// `every year`, `every Monday`, `annually`.
fn repeated(cursor: &Cursor<'_>) -> Option<Match> {
    let set = |tokens, unit| Match { tokens, kind: TemporalType::Set, meaning: Meaning::Set { unit } };
    if cursor.is_any(0, &["every", "each"]) {
        let weekday = cursor.weekday(1).map(|(_, length)| set(1 + length as usize, Unit::Week));
        return cursor.unit(1).map(|unit| set(2, unit)).or(weekday);
    }
    cursor.classes(0).iter().find_map(|class| match class {
        Class::Set(unit) => Some(set(1, *unit)),
        _ => None,
    })
}

/// `now`, `recently`, `soon`.
fn vague(cursor: &Cursor<'_>) -> Option<Match> {
    cursor.classes(0).iter().find_map(|class| match class {
        Class::Vague(direction) => Some(Match::date(1, Meaning::Vague(*direction))),
        _ => None,
    })
}
