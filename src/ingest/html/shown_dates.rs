//! Dates as pages show them to readers: `March 14, 2021`, `14. März 2021`, `14.03.2021`.
//!
//! A date that two customs read differently (`03/04/2021`) is no date unless the page's language
//! tells the custom.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use regex::{Captures, Regex};

use crate::text::words;

/// Pages of the web are not older.
const FIRST_YEAR: i32 = 1990;
/// A year past this one is a slip or a placeholder.
const LAST_YEAR: i32 = 2100;

static MONTHS: LazyLock<BTreeMap<&str, u32>> = LazyLock::new(|| {
    words::table(include_str!("../data/months.txt"))
        .filter_map(|(name, number)| Some((name, number.parse().ok()?)))
        .collect()
});

/// Year first, day first in numbers, day first in words, month first in words, and East Asian.
///
/// `2021-03-14`, `14.03.2021` and `3/14/21`, `14th of March, 2021`, `Mar. 14, 2021`, `2021年3月14日`.
static SHOWN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:^|[^\d.])(?:",
        r"(?P<y1>\d{4})[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})(?:\D|T\d|$)",
        r"|(?P<a>\d{1,2})(?P<sep>[./-]) ?(?P<b>\d{1,2})[./-] ?(?P<y2>\d{4}|\d{2})(?:[^\d/.]|\.(?:\D|$)|$)",
        r"|(?P<d3>\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s\-](?:of |de |d’|d')?(?P<m3>\p{L}{3,})\.?,?[\s\-](?:de |of )?(?P<y3>\d{4})",
        r"|(?P<y5>\d{4}) ?[年년] ?(?P<m5>\d{1,2}) ?[月월] ?(?P<d5>\d{1,2}) ?[日일]",
        r")|(?P<m4>\p{L}{3,})\.?[\s\-](?P<d4>\d{1,2})(?:st|nd|rd|th)?,?[\s\-](?P<y4>\d{4})",
    ))
    .expect("the pattern is valid")
});

/// The first date in `words`, on a page in `language`.
pub(super) fn first(words: &str, language: Option<&str>) -> Option<NaiveDate> {
    let mut from = 0;
    while let Some(found) = SHOWN.captures_at(words, from) {
        if let Some(day) = day_of(&found, language) {
            return Some(day);
        }
        let whole = found.get(0)?;
        from = whole.start() + words[whole.start()..].chars().next()?.len_utf8();
    }
    None
}

/// The first date in `words`, if at most four words (`This page was published`) stand before it.
pub(super) fn leading(words: &str, language: Option<&str>) -> Option<NaiveDate> {
    let found = SHOWN.find(words)?;
    let before = words[..found.start()].split_whitespace().count();
    (before <= 4).then(|| first(words, language)).flatten()
}

fn day_of(found: &Captures<'_>, language: Option<&str>) -> Option<NaiveDate> {
    let number = |name: &str| found.name(name).and_then(|digits| digits.as_str().parse::<u32>().ok());
    let month = |name: &str| found.name(name).and_then(|word| month(word.as_str()));
    if let (Some(first), Some(second)) = (number("a"), number("b")) {
        let mark = found.name("sep").map_or("", |mark| mark.as_str());
        let (day, month) = in_order(first, second, mark, language)?;
        return plausible(number("y2")?, month, day);
    }
    plausible(
        number("y1").or(number("y3")).or(number("y4")).or(number("y5"))?,
        number("m1").or(month("m3")).or(month("m4")).or(number("m5"))?,
        number("d1").or(number("d3")).or(number("d4")).or(number("d5"))?,
    )
}

/// Day and month of two numbers: with points the day is first all over the world.
fn in_order(first: u32, second: u32, mark: &str, language: Option<&str>) -> Option<(u32, u32)> {
    let language = language.unwrap_or_default().to_ascii_lowercase();
    match (first, second) {
        (13.., _) => Some((first, second)),
        (_, 13..) => Some((second, first)),
        _ if first == second || mark == "." => Some((first, second)),
        _ if language == "en-us" => Some((second, first)),
        _ if language == "en" || language.is_empty() => None,
        _ => Some((first, second)),
    }
}

fn month(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let (name, number) = MONTHS.range(word.as_str()..).next()?;
    name.starts_with(&word).then_some(*number)
}

fn plausible(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = match year {
        0..=49 => 2000 + year,
        50..=99 => 1900 + year,
        year => year,
    };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|&day| is_plausible(day))
}

/// True for a day on which a web page can have been published.
pub(super) fn is_plausible(day: NaiveDate) -> bool {
    (FIRST_YEAR..=LAST_YEAR).contains(&day.year())
}

/// The date in the path of an address: `https://e.org/2021/03/14/slug`.
pub(super) fn in_address(address: &str) -> Option<NaiveDate> {
    static PATH: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"/((?:19|20)\d\d)[/\-._]?(0[1-9]|1[0-2])[/\-._]?([0-2]\d|3[01])(?:[/\-._]|$)")
            .expect("the pattern is valid")
    });
    static DAY_FIRST: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"[/\-_]([0-2]\d|3[01])[\-_.](0[1-9]|1[0-2])[\-_.](20\d\d)(?:[/\-._]|$)")
            .expect("the pattern is valid")
    });
    let number = |part: &str| part.parse::<u32>().ok();
    if let Some((_, [year, month, day])) = PATH.captures(address).map(|found| found.extract()) {
        return plausible(number(year)?, number(month)?, number(day)?);
    }
    let (_, [day, month, year]) = DAY_FIRST.captures(address)?.extract();
    plausible(number(year)?, number(month)?, number(day)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_the_custom_of_the_page() {
        let table = [
            ("Published on March 14, 2021 at 5 pm", "en", Some("2021-03-14")),
            ("Mar. 4th 2021", "en", Some("2021-03-04")),
            ("14th of March, 2021", "en", Some("2021-03-14")),
            ("Sonntag, 14. März 2021", "de", Some("2021-03-14")),
            ("14 mars 2021", "fr", Some("2021-03-14")),
            ("14 de marzo de 2021", "es", Some("2021-03-14")),
            ("14 września 2021", "pl", Some("2021-09-14")),
            ("14.03.2021, 10:00", "de", Some("2021-03-14")),
            ("4.3.21 10:00", "de", Some("2021-03-04")),
            ("03/14/2021", "en", Some("2021-03-14")),
            ("03/04/2021", "en", None),
            ("03/04/2021", "en-US", Some("2021-03-04")),
            ("03/04/2021", "en-GB", Some("2021-04-03")),
            ("2021年3月14日", "ja", Some("2021-03-14")),
            ("2021-03-14T10:00", "en", Some("2021-03-14")),
            ("version 1.2.2021.4", "en", None),
            ("14 people 2021", "en", None),
            ("31.02.2021", "de", None),
            ("12.12.3021", "de", None),
        ];
        for (words, language, day) in table {
            assert_eq!(first(words, Some(language)).map(|day| day.to_string()).as_deref(), day, "{words}");
        }
    }

    #[test]
    fn a_day_in_an_address_is_a_path_of_its_own() {
        let table = [
            ("https://e.org/2021/03/14/slug", Some("2021-03-14")),
            ("https://e.org/news/2021-03-14-slug", Some("2021-03-14")),
            ("https://e.org/20210314/slug", Some("2021-03-14")),
            ("https://e.org/news/14-03-2021", Some("2021-03-14")),
            ("https://e.org/2021/03/", None),
            ("https://e.org/12021/03/14/", None),
        ];
        for (address, day) in table {
            assert_eq!(in_address(address).map(|day| day.to_string()).as_deref(), day, "{address}");
        }
    }
}
