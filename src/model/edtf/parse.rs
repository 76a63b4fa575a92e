//! Reading EDTF strings.

use std::str::FromStr;

use thiserror::Error;

use super::{DateValue, Edtf, EdtfDate, Qualifier, Season};

/// Why a string is not a date.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "`{0}` is not a date: write `2023`, `2023-08`, `2023-08-18`, an interval such as `2023-08/2023-10`, with `?` or `~` where unsure, or `[2023-08-18..2023-08-20]` for one of several days"
)]
pub struct ParseEdtfError(String);

impl FromStr for Edtf {
    type Err = ParseEdtfError;

    /// Reads EDTF as far as Annalist writes it: level 1, and of level 2 one of several days, whose
    /// bounds are kept as written. A time behind a `T` or a space is dropped.
    fn from_str(words: &str) -> Result<Self, ParseEdtfError> {
        let wrong = || ParseEdtfError(words.chars().take(40).collect());
        let trimmed = words.trim();
        if let Some(days) = trimmed.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            return one_of(days).ok_or_else(wrong);
        }
        let Some((from, to)) = trimmed.split_once('/') else {
            return date(trimmed).map(Self::Date).ok_or_else(wrong);
        };
        let end = |side: &str| match side {
            "" | ".." => Some(None),
            side => date(side).map(Some),
        };
        let (from, to) = (end(from).ok_or_else(wrong)?, end(to).ok_or_else(wrong)?);
        match (from, to) {
            (None, None) => Err(wrong()),
            (Some(first), Some(last)) if first.value.earliest() > last.value.latest() => Err(wrong()),
            _ => Ok(Self::Interval(from, to)),
        }
    }
}

impl TryFrom<String> for Edtf {
    type Error = ParseEdtfError;

    fn try_from(words: String) -> Result<Self, ParseEdtfError> {
        words.parse()
    }
}

/// `2023-05-22..2023-08-17`, with a day on at least one side.
fn one_of(words: &str) -> Option<Edtf> {
    let (first, last) = words.split_once("..")?;
    let bound = |side: &str| match side {
        "" => Some(None),
        side => value(side).and_then(|value| if let DateValue::Day(day) = value { Some(Some(day)) } else { None }),
    };
    match (bound(first)?, bound(last)?) {
        (None, None) => None,
        (Some(first), Some(last)) if first > last => None,
        (first, last) => Some(Edtf::OneOf(first, last)),
    }
}

fn date(words: &str) -> Option<EdtfDate> {
    let (rest, qualifier) = match words.chars().last()? {
        '?' => (&words[..words.len() - 1], Qualifier::Uncertain),
        '~' => (&words[..words.len() - 1], Qualifier::Approximate),
        '%' => (&words[..words.len() - 1], Qualifier::Both),
        _ => (words, Qualifier::None),
    };
    Some(EdtfDate { value: value(rest)?, qualifier })
}

fn value(words: &str) -> Option<DateValue> {
    let day = words.split_once(['T', ' ']).map_or(words, |(day, _)| day);
    let (is_before_year_0, unsigned) = day.strip_prefix('-').map_or((false, day), |rest| (true, rest));
    let mut parts = unsigned.split('-');
    let written = parts.next().filter(|year| year.len() == 4)?;
    let rest: Vec<u32> = parts.map(|part| (part.len() == 2).then(|| digits(part)).flatten()).collect::<Option<_>>()?;
    let led = |words: &str| digits(words).map(|number| if is_before_year_0 { !(number as i32) } else { number as i32 });
    match (written.strip_suffix("XX"), written.strip_suffix('X'), rest.as_slice()) {
        (Some(century), _, []) => return led(century).map(DateValue::Century),
        (None, Some(decade), []) => return led(decade).map(DateValue::Decade),
        _ => {}
    }
    let year = digits(written).filter(|year| !is_before_year_0 || *year > 0)? as i32;
    let year = if is_before_year_0 { -year } else { year };
    match rest.as_slice() {
        [] => Some(DateValue::Year(year)),
        [month @ 1..=12] => Some(DateValue::Month(year, *month)),
        [code @ 21..=24] => {
            let season = [Season::Spring, Season::Summer, Season::Autumn, Season::Winter][(*code - 21) as usize];
            Some(DateValue::Season(year, season))
        }
        [month, day] => DateValue::day(year, *month, *day),
        _ => None,
    }
}

fn digits(words: &str) -> Option<u32> {
    words.bytes().all(|byte| byte.is_ascii_digit()).then(|| words.parse().ok()).flatten()
}
