//! Calendar dates: with their year, or with the year left open.

use std::sync::LazyLock;

use super::Match;
use super::cursor::Cursor;
use super::lexicon::Class;
use crate::model::{DateValue, Direction, Edtf, Meaning, Part, Qualifier};
use crate::text::lexicon::FUNCTION_WORDS;
use crate::text::words::WordSet;

/// Nouns that take their year in front of them.
static EVENT_NOUNS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("lang/event-nouns.en.txt")));

/// A calendar expression at the cursor.
pub fn read(cursor: &Cursor<'_>) -> Option<Match> {
    iso(cursor)
        .or_else(|| month_first(cursor))
        .or_else(|| day_first(cursor))
        .or_else(|| season(cursor))
        .or_else(|| part_of(cursor))
        .or_else(|| decade(cursor))
        .or_else(|| year_range(cursor))
        .or_else(|| bare_year(cursor))
}

fn known(tokens: isize, value: DateValue) -> Match {
    Match::date(tokens as usize, Meaning::Absolute(Edtf::date(value)))
}

/// A month or day without its year; `last year` and the like behind it say which.
fn month_open(cursor: &Cursor<'_>, tokens: isize, month: u32, day: Option<u32>) -> Match {
    let part = Part::Month { month, day };
    if let Some((years, length)) = year_behind(cursor, tokens) {
        return Match::date((tokens + length) as usize, Meaning::InYear { part, years });
    }
    Match::date(tokens as usize, Meaning::YearOpen { part, direction: stepped(cursor.step(-1)) })
}

/// `last year`, `of next year`, `of that year`, `the same year`: years from the anchor's, and how
/// many tokens say so.
fn year_behind(cursor: &Cursor<'_>, at: isize) -> Option<(Option<i32>, isize)> {
    let of = isize::from(cursor.is_any(at, &["of", "in"]));
    let step = cursor.step(at + of).filter(|_| cursor.is(at + of + 1, "year"));
    if let Some(step) = step {
        return Some((Some(step), of + 2));
    }
    let words = [cursor.word(at + of), cursor.word(at + of + 1), cursor.word(at + of + 2)];
    match words {
        ["that", "year", _] => Some((None, of + 2)),
        ["that" | "the", "same" | "following" | "previous", "year"] => Some((None, of + 3)),
        _ => None,
    }
}

/// `2024-08-18`, `2024/08/18`.
fn iso(cursor: &Cursor<'_>) -> Option<Match> {
    let (year, 4) = cursor.digits(0)? else { return None };
    let separated = |at| cursor.is_any(at, &["-", "/"]) && cursor.is_glued(at) && cursor.is_glued(at + 1);
    let ((month, 2), (day, 2)) = (cursor.digits(2)?, cursor.digits(4)?) else { return None };
    let value = DateValue::day(year as i32, month, day)?;
    (separated(1) && separated(3)).then(|| known(5, value))
}

/// `August 18, 2023`, `Aug. 18`, `August 2023`, `May 3-5, 2023`, `August` behind a preposition.
fn month_first(cursor: &Cursor<'_>) -> Option<Match> {
    let (month, at) = cursor.month(0)?;
    if let Some((day, length)) = cursor.month_day(at).filter(|_| cursor.year(at).is_none()) {
        return month_and_day(cursor, month, day, at + length);
    }
    let year_at = at + isize::from(cursor.is(at, ",")) + isize::from(cursor.is(at, "of"));
    if let Some(year) = cursor.year(year_at) {
        return Some(known(year_at + 1, DateValue::Month(year, month)));
    }
    let is_led = cursor.classes(-1).iter().any(|class| matches!(class, Class::Before | Class::Step(_) | Class::Part));
    let is_sure = (cursor.word(0).len() > 5 || is_led) && cursor.digits(-1).is_none();
    let is_month = is_led || month_number_is_safe(month);
    (is_sure && is_month && !is_name_part(cursor, at)).then(|| month_open(cursor, at, month, None))
}

/// `March`, `May` and `June` are also verbs, modals and names.
fn month_number_is_safe(month: u32) -> bool {
    !matches!(month, 3..=6 | 8)
}

/// `April Smith`: a capital follows without a mark.
fn is_name_part(cursor: &Cursor<'_>, at: isize) -> bool {
    let next = cursor.word(at);
    next.starts_with(char::is_uppercase) && cursor.weekday(at).is_none() && !cursor.has(-1, Class::Before)
}

/// The rest of `August 18`: a range to another day, and the year.
fn month_and_day(cursor: &Cursor<'_>, month: u32, day: u32, at: isize) -> Option<Match> {
    if let Some(found) = day_range(cursor, month, day, at) {
        return Some(found);
    }
    let year_at = at + isize::from(cursor.is(at, ","));
    match cursor.year_of_date(year_at) {
        Some(year) => Some(known(year_at + 1, DateValue::day(year, month, day)?)),
        None => {
            DateValue::day(2024, month, day)?; // a leap year: 29 February may be meant
            Some(month_open(cursor, at, month, Some(day)))
        }
    }
}

/// `May 3-5`, `May 3 and 4`, `May 3 to May 5`, with or without the year.
fn day_range(cursor: &Cursor<'_>, month: u32, first: u32, at: isize) -> Option<Match> {
    let joint = joint(cursor, at)?;
    let again = cursor.month(at + 1).filter(|(other, _)| *other == month).map_or(0, |(_, length)| length);
    let (last, length) = cursor.month_day(at + 1 + again)?;
    days(cursor, at + 1 + again + length, Days { month, first, last, joint })
}

/// `18 August 2023`, `18th of August`, `27 to 29 June 2024`, `7 and 8 May`.
fn day_first(cursor: &Cursor<'_>) -> Option<Match> {
    let (day, length) = cursor.month_day(0)?;
    if let Some(joint) = joint(cursor, length)
        && let Some((last, last_length)) = cursor.month_day(length + 1)
        && let Some((month, month_length)) = cursor.month(length + 1 + last_length)
    {
        let at = length + 1 + last_length + month_length;
        return days(cursor, at, Days { month, first: day, last, joint });
    }
    let month_at = length + isize::from(cursor.is(length, "of"));
    let (month, month_length) = cursor.month(month_at)?;
    let at = month_at + month_length;
    let year_at = at + isize::from(cursor.is(at, ","));
    if let Some(year) = cursor.year_of_date(year_at) {
        return Some(known(year_at + 1, DateValue::day(year, month, day)?));
    }
    DateValue::day(2024, month, day)?;
    let is_number_of_something = cursor.month_day(at).is_some() && cursor.is(at + 1, ",");
    (!is_number_of_something).then(|| month_open(cursor, at, month, Some(day)))
}

/// Two days of one month, and what stands between them.
struct Days {
    month: u32,
    first: u32,
    last: u32,
    joint: Joint,
}

/// What stands between two days.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// `to`, a dash: everything from the one to the other.
    To,
    /// `and`: the two days; an interval only where they are neighbours.
    And,
}

fn joint(cursor: &Cursor<'_>, at: isize) -> Option<Joint> {
    if cursor.is_any(at, &["-", "–", "to", "through"]) {
        return Some(Joint::To);
    }
    cursor.is(at, "and").then_some(Joint::And)
}

/// The interval of two days, whose year may stand at token `at`.
fn days(cursor: &Cursor<'_>, at: isize, Days { month, first, last, joint }: Days) -> Option<Match> {
    if first >= last || (joint == Joint::And && first + 1 != last) {
        return None;
    }
    let year_at = at + isize::from(cursor.is(at, ","));
    if let Some(year) = cursor.year_of_date(year_at) {
        let (from, to) = (DateValue::day(year, month, first)?, DateValue::day(year, month, last)?);
        return Some(Match::date(year_at as usize + 1, Meaning::Absolute(Edtf::between(from, to))));
    }
    DateValue::day(2024, month, last)?;
    let part = Part::Days { month, first, last };
    if let Some((years, length)) = year_behind(cursor, at) {
        return Some(Match::date((at + length) as usize, Meaning::InYear { part, years }));
    }
    Some(Match::date(at as usize, Meaning::YearOpen { part, direction: Direction::Open }))
}

/// `summer of 2021`, `summer 2021`, `last summer`, `the summer` is left out.
fn season(cursor: &Cursor<'_>) -> Option<Match> {
    let season = cursor.season(0)?;
    let year_at = 1 + isize::from(cursor.is(1, "of"));
    if let Some(year) = cursor.year(year_at) {
        return Some(known(year_at + 1, DateValue::Season(year, season)));
    }
    let step = cursor.step(-1)?;
    let meaning = Meaning::YearOpen { part: Part::Season(season), direction: stepped(Some(step)) };
    Some(Match::date(1, meaning))
}

fn stepped(step: Option<i32>) -> Direction {
    match step {
        Some(-1) => Direction::Past,
        Some(1) => Direction::Future,
        _ => Direction::Open,
    }
}

/// `early 2023`, `mid-November 2023`, `late May 2021`: approximate.
fn part_of(cursor: &Cursor<'_>) -> Option<Match> {
    if !cursor.has(0, Class::Part) {
        return None;
    }
    let at = 1 + isize::from(cursor.is(1, "-")) + isize::from(cursor.is(1, "in"));
    if let Some(year) = cursor.year(at) {
        return Some(approximate(at + 1, DateValue::Year(year)));
    }
    let (month, length) = cursor.month(at)?;
    match cursor.year(at + length) {
        Some(year) => Some(approximate(at + length + 1, DateValue::Month(year, month))),
        None => Some(month_open(cursor, at + length, month, None)),
    }
}

fn approximate(tokens: isize, value: DateValue) -> Match {
    Match::date(tokens as usize, Meaning::Absolute(Edtf::date(value).qualified(Qualifier::Approximate)))
}

/// `1990s`, `the 1990’s`.
fn decade(cursor: &Cursor<'_>) -> Option<Match> {
    let (year, 4) = cursor.digits(0)? else { return None };
    let (at, is_plural) = match cursor.word(1) {
        "s" => (2, cursor.is_glued(1)),
        "'" | "’" => (3, cursor.is(2, "s") && cursor.is_glued(2)),
        _ => return None,
    };
    let is_decade = year % 10 == 0 && (1500..=2090).contains(&year);
    (is_plural && is_decade).then(|| known(at, DateValue::Decade(year as i32 / 10)))
}

/// `1910-45`, `1910–1945`, `from 1910 to 1945`.
fn year_range(cursor: &Cursor<'_>) -> Option<Match> {
    let from = cursor.year(0)?;
    let is_dash = cursor.is_any(1, &["-", "–", "—"]) && cursor.is_glued(1);
    let is_to = cursor.is_any(1, &["to", "until", "through"]) && cursor.is(-1, "from")
        || cursor.is(1, "and") && cursor.is(-1, "between");
    if !is_dash && !is_to {
        return None;
    }
    let to = match cursor.digits(2)? {
        (year, 4) => year as i32,
        (year, 2) if is_dash => from / 100 * 100 + year as i32,
        _ => return None,
    };
    let is_iso_month = is_dash && to - from <= 12 && cursor.digits(2)?.1 == 2 && cursor.is(3, "-");
    (from < to && to <= 2099 && !is_iso_month)
        .then(|| Match::date(3, Meaning::Absolute(Edtf::between(DateValue::Year(from), DateValue::Year(to)))))
}

/// `in 2022`, `since 1953`, `(1998)`, `the 2008 crisis`; not `in 1999 pieces`, `the 2000 block`.
fn bare_year(cursor: &Cursor<'_>) -> Option<Match> {
    let year = cursor.year(0)?;
    let is_led = cursor.has(-1, Class::Before) || cursor.is_any(-1, &["(", "the"]);
    (is_led && !counts_things(cursor)).then(|| known(1, DateValue::Year(year)))
}

/// True where the number in front of a lower-case noun says how many or which one. Behind `In` at
/// the start of a sentence the noun is a subject: `In 2008 voters chose …`.
fn counts_things(cursor: &Cursor<'_>) -> bool {
    let next = cursor.word(1);
    let is_noun = next.starts_with(char::is_lowercase) && !cursor.is_glued(1) && !FUNCTION_WORDS.has(next);
    let is_verb =
        cursor.classes(1).iter().any(|class| matches!(class, Class::Past | Class::Future)) || next.ends_with("ed");
    let stays_year = is_verb || next.ends_with("ly") || EVENT_NOUNS.has(next);
    let opens_sentence = cursor.word(-1).starts_with(char::is_uppercase) || cursor.is(-1, "(");
    is_noun && !stays_year && !opens_sentence
}
