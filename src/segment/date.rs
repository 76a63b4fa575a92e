//! Whole dates, weekdays and clock times as timestamps and datelines write them.

use super::matching::{digits, exactly, letters, strip_space, without_any, without_mark};
use crate::model::DateValue;
use crate::text::lexicon::{ORDINAL_ENDINGS, WEEKDAYS, month_number};

/// A date with day, month and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Its day; `None` where the calendar has no such day.
    pub value: Option<DateValue>,
    /// In bytes.
    pub length: usize,
}

/// The date at the start of `text`: `2021-03-03`, `March 3, 2021`, `3rd March 2021`.
pub fn whole(text: &str) -> Option<Written> {
    let first = *text.as_bytes().first()?;
    let (year, month, day, rest) = match first {
        b'0'..=b'9' => numeric(text).or_else(|| day_first(text))?,
        letter if letter.is_ascii_alphabetic() => month_first(text)?,
        _ => return None,
    };
    let number = month.parse().ok().or_else(|| month_number(month));
    let value = number.zip(year.parse().ok()).zip(day.parse().ok());
    let value = value.and_then(|((month, year), day)| DateValue::day(year, month, day));
    Some(Written { value, length: text.len() - rest.len() })
}

/// Year, month, day, and what stands behind.
type Parts<'t> = (&'t str, &'t str, &'t str, &'t str);

fn numeric(text: &str) -> Option<Parts<'_>> {
    let (year, rest) = exactly(text, 4)?;
    let (month, rest) = exactly(rest.strip_prefix(['-', '/'])?, 2)?;
    let (day, rest) = exactly(rest.strip_prefix(['-', '/'])?, 2)?;
    Some((year, month, day, rest))
}

fn month_first(text: &str) -> Option<Parts<'_>> {
    let (month, rest) = month(text)?;
    let (day, rest) = digits(strip_space(rest)?, 2)?;
    let rest = without_mark(without_any(rest, &ORDINAL_ENDINGS), &[',']);
    let (year, rest) = exactly(strip_space(rest)?, 4)?;
    Some((year, month, day, rest))
}

fn day_first(text: &str) -> Option<Parts<'_>> {
    let (day, rest) = digits(text, 2)?;
    let (month, rest) = month(strip_space(without_any(rest, &ORDINAL_ENDINGS))?)?;
    let (year, rest) = exactly(strip_space(without_mark(rest, &[',']))?, 4)?;
    Some((year, month, day, rest))
}

/// The month at the start, without its point, and what stands behind the point.
fn month(text: &str) -> Option<(&str, &str)> {
    let (word, rest) = letters(text);
    month_number(word).map(|_| (word, without_mark(rest, &['.'])))
}

/// What stands behind a date of a dateline at the start of `text`, which may lack its year.
pub fn strip_day(text: &str) -> Option<&str> {
    if let Some((_, rest)) = month(text) {
        return Some(without_year(digits(strip_space(rest)?, 2)?.1));
    }
    let iso = || {
        let (_, rest) = exactly(text, 4)?;
        let (_, rest) = exactly(rest.strip_prefix('-')?, 2)?;
        Some(exactly(rest.strip_prefix('-')?, 2)?.1)
    };
    let day_first = || Some(without_year(month(strip_space(digits(text, 2)?.1)?)?.1));
    day_first().or_else(iso)
}

fn without_year(text: &str) -> &str {
    let year = strip_space(without_mark(text, &[','])).and_then(|rest| exactly(rest, 4));
    year.map_or(text, |(_, rest)| rest)
}

/// What stands behind a weekday and the white space that follows it.
pub fn strip_weekday(text: &str) -> Option<&str> {
    let (word, rest) = letters(text);
    let is_weekday = WEEKDAYS.has(word);
    let rest = is_weekday.then(|| without_mark(without_mark(rest, &['.']), &[',']))?;
    strip_space(rest)
}

/// Whether `AM` behind a clock time is read as such, or as the beginning of a zone (`AMT`).
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Halves {
    /// As half of the day.
    Read,
    /// As a zone.
    PassedOver,
}

/// What stands behind a clock time, with its seconds and zone, at the start of `text`.
pub fn strip_clock(text: &str, halves: Halves) -> Option<&str> {
    let (_, rest) = digits(text, 2)?;
    let (_, rest) = exactly(rest.strip_prefix([':', '.', 'h', 'H'])?, 2)?;
    let seconds = rest.strip_prefix([':', '.']).and_then(|rest| exactly(rest, 2));
    let rest = seconds.map_or(rest, |(_, rest)| {
        let fraction = rest.strip_prefix('.').and_then(|fraction| digits(fraction, usize::MAX));
        fraction.map_or(rest, |(_, rest)| rest)
    });
    let rest = if halves == Halves::Read { without_half(rest) } else { rest };
    Some(without_zone(rest))
}

/// ` p.m.`
fn without_half(text: &str) -> &str {
    let half = text.trim_start().strip_prefix(['a', 'p', 'A', 'P']);
    let half = half.and_then(|rest| without_mark(rest, &['.']).strip_prefix(['m', 'M']));
    half.map_or(text, |rest| without_mark(rest, &['.']))
}

/// ` (UTC+9)`
fn without_zone(text: &str) -> &str {
    let rest = without_mark(text.trim_start(), &['(']);
    let capitals = rest.bytes().take(4).take_while(u8::is_ascii_uppercase).count();
    if capitals == 0 || (capitals == 1 && !rest.starts_with('Z')) {
        return text;
    }
    let rest = &rest[capitals..];
    let offset = rest.strip_prefix(['+', '-']).and_then(|offset| digits(offset, 2));
    without_mark(offset.map_or(rest, |(_, rest)| rest), &[')'])
}
