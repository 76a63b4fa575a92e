//! Numbers: what digits can be in a date, and numbers of several words.

use super::class::Class;
use super::lattice::{Lattice, Words};
use super::lexicon::{Entry, Lexicon};

/// Years in digits that are believed without more than a word in front of them.
const YEARS: std::ops::RangeInclusive<i64> = 1000..=2199;

/// What the digits of token `at` can be: a number, a day, a year, an hour; with what is glued to them
/// an ordinal (`3rd`), a decade (`1990s`) or a fraction (`2 1/2`).
pub fn of_digits(words: Words<'_>, at: usize, lexicon: &Lexicon, mut found: impl FnMut(Entry)) {
    let word = words.word(at);
    let mut give = |class, value, tokens| found(Entry { class, value, tokens });
    let Some(thousandths) = thousandths(word) else { return };
    let glued = |ahead: usize| if words.is_glued(at + ahead) { words.word(at + ahead) } else { "" };
    let is_plain = word.bytes().all(|byte| byte.is_ascii_digit());
    let value = thousandths / 1000;
    if is_plain && word.len() > 2 && word.starts_with('0') {
        return; // a clock of four digits, a code
    }
    if is_plain && value > 0 && lexicon.is_ordinal_ending(glued(1)) {
        return give(Class::Ordinal, value, 2);
    }
    if let Some(half) = half(words, at) {
        give(Class::Number, thousandths + half.0, half.1);
    }
    give(Class::Number, thousandths, 1);
    if !is_plain || has_sign(words, at) {
        return;
    }
    let (length, is_unit) = (word.len(), is_measure(glued(1)));
    if length == 4 && YEARS.contains(&value) && !is_unit {
        match decade_end(words, at, lexicon) {
            Some(tokens) if value % 10 == 0 => return give(Class::Decade, value, tokens),
            _ => give(Class::Year, value, 1),
        }
    }
    if length <= 2 {
        of_two_digits(words, at, lexicon, &mut give);
    }
}

fn of_two_digits(words: Words<'_>, at: usize, lexicon: &Lexicon, give: &mut impl FnMut(Class, i64, usize)) {
    let length = words.word(at).len();
    let value: i64 = words.word(at).parse().unwrap_or(0);
    let glued = |ahead: usize| if words.is_glued(at + ahead) { words.word(at + ahead) } else { "" };
    if (1..=31).contains(&value) && !is_measure(glued(1)) {
        give(Class::Day, value, 1);
    }
    if (1..=12).contains(&value) {
        give(Class::MonthNumber, value, 1);
    }
    if (1..=4).contains(&value) && length == 1 {
        give(Class::Nth, value, 1);
    }
    if value <= 24 {
        give(Class::Hour, value, 1);
    }
    if length == 2 {
        if value < 60 {
            give(Class::Minute, value, 1);
        }
        give(Class::ShortYear, value, 1);
        if let (0, true, Some(tokens)) = (value % 10, is_apostrophe(before(words, at)), decade_end(words, at, lexicon))
        {
            give(Class::Decade, 1900 + value, tokens);
        }
    }
}

fn before<'t>(words: Words<'t>, at: usize) -> &'t str {
    at.checked_sub(1).map_or("", |at| words.word(at))
}

fn is_apostrophe(word: &str) -> bool {
    matches!(word, "'" | "’" | "‘" | "`")
}

/// `%`, `km`: the number in front counts something that is no time.
fn is_measure(word: &str) -> bool {
    matches!(word, "%" | "km" | "m" | "kg" | "mm" | "cm" | "ft" | "th" | "K" | "k")
}

/// `$2023`, `#12`, `v0`: a sign or letter glued in front makes it no date.
fn has_sign(words: Words<'_>, at: usize) -> bool {
    words.is_glued(at) && (matches!(before(words, at), "$" | "€" | "£" | "¥" | "#" | "." | "_" | "@"))
}

/// The `s` of `1990s` and `1990's`: the tokens to its end.
fn decade_end(words: Words<'_>, at: usize, lexicon: &Lexicon) -> Option<usize> {
    match words.word(at + 1) {
        ending if lexicon.is_decade_ending(ending) && words.is_glued(at + 1) => Some(2),
        "'" | "’" if lexicon.is_decade_ending(words.word(at + 2)) && words.is_glued(at + 2) => Some(3),
        _ => None,
    }
}

/// The fraction behind a number (`2 1/2`, `2½`): its thousandths and the tokens of the whole.
fn half(words: Words<'_>, at: usize) -> Option<(i64, usize)> {
    match (words.word(at + 1), words.word(at + 2), words.word(at + 3)) {
        ("½", _, _) => Some((500, 2)),
        ("¼", _, _) => Some((250, 2)),
        ("¾", _, _) => Some((750, 2)),
        (top, "/", bottom) if words.is_glued(at + 2) && words.is_glued(at + 3) => {
            let (top, bottom) = (top.parse::<i64>().ok()?, bottom.parse::<i64>().ok()?);
            (top < bottom && bottom < 10).then(|| (top * 1000 / bottom, 4))
        }
        _ => None,
    }
}

/// `3,600` and `2.5` in thousandths; `None` for what is no number or too large to be one of units.
fn thousandths(word: &str) -> Option<i64> {
    if word.len() > 12 {
        return None;
    }
    let plain = word.replace(',', "");
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let whole: i64 = whole.parse().ok()?;
    let digits: String = fraction.chars().chain("000".chars()).take(3).collect();
    Some(whole * 1000 + digits.parse::<i64>().ok()?)
}

/// Numbers of several words that begin at token `at`: `twenty-five`, `a hundred and ten`, `two and a
/// half`, and years (`nineteen ninety-six`).
pub fn of_words(lattice: &Lattice, words: Words<'_>, at: usize, mut found: impl FnMut(Entry)) {
    let value = |at: usize, class: Class| {
        lattice.at(at).iter().find(|entry| entry.class == class).map(|entry| entry.value / 1000)
    };
    let small = |at: usize| below_hundred(&value, words, at);
    if let Some((century, length)) = small(at).filter(|(century, _)| (11..=20).contains(century)) {
        let glue = usize::from(words.word(at + length) == "-");
        if let Some((rest, more)) = small(at + length + glue).filter(|(rest, _)| *rest >= 10) {
            found(Entry { class: Class::Year, value: century * 100 + rest, tokens: length + glue + more });
        }
    }
    let (mut total, mut length) = match small(at) {
        Some(found) => found,
        None => match (value(at, Class::Number), value(at, Class::Scale)) {
            (Some(number), _) => (number, 1),
            (None, Some(_)) => (1, 0),
            _ => return,
        },
    };
    let mut parts = 1;
    while let Some(scale) = value(at + length, Class::Scale) {
        total = total.saturating_mul(scale);
        length += 1;
        parts += 1;
        let and = usize::from(lattice.is(at + length, Class::Pair));
        let Some((rest, more)) = small(at + length + and) else { continue };
        total += rest;
        length += and + more;
    }
    let more = lattice.at(at + length).iter().find(|entry| entry.class == Class::More);
    if let Some(more) = more {
        found(Entry { class: Class::Number, value: total * 1000 + more.value, tokens: length + more.tokens });
    } else if length > 1 || parts > 1 {
        found(Entry { class: Class::Number, value: total.min(9_000_000) * 1000, tokens: length });
        if (1900..=2100).contains(&total) && parts > 1 {
            found(Entry { class: Class::YearWords, value: total, tokens: length });
        }
    }
}

/// `seven`, `twenty`, `twenty-five`: the number and its tokens.
fn below_hundred(value: &impl Fn(usize, Class) -> Option<i64>, words: Words<'_>, at: usize) -> Option<(i64, usize)> {
    let first = value(at, Class::Count)?;
    if first < 20 || first % 10 != 0 {
        return Some((first, 1));
    }
    let glue = usize::from(words.word(at + 1) == "-");
    match value(at + 1 + glue, Class::Count).filter(|unit| *unit < 10) {
        Some(unit) => Some((first + unit, 2 + glue)),
        None => Some((first, 1)),
    }
}
