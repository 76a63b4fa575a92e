//! Dates as people and programs write them into metadata: EDTF, ISO 8601 and its kin, RFC 2822.

use chrono::DateTime;

use crate::model::{DateValue, Edtf};

/// The date that `words` say; `None` for any other shape. A time of day is dropped, and the day is
/// the one of the time zone it is written in.
pub(super) fn parse_date(words: &str) -> Option<Edtf> {
    let words = words.trim();
    words.parse().ok().or_else(|| iso_like(words)).or_else(|| rfc2822(words))
}

/// `2021/3/14`, `2021.03.14`, `2021-3-4 10:00`, `20210314`, `20210314T101500Z`.
fn iso_like(words: &str) -> Option<Edtf> {
    let (day, _) = words.split_once(['T', ' ']).unwrap_or((words, ""));
    let parts: Vec<&str> = match day.find(['/', '.', '-']) {
        Some(at) => day.split(&day[at..=at]).collect(),
        None if day.len() == 8 && day.is_ascii() => vec![&day[..4], &day[4..6], &day[6..]],
        None => return None,
    };
    let [year, month, day] = parts.as_slice() else { return None };
    if year.len() != 4 {
        return None;
    }
    DateValue::day(number(year)?.try_into().ok()?, number(month)?, number(day)?).map(Edtf::date)
}

fn number(digits: &str) -> Option<u32> {
    let fits = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| digits.parse().ok()).flatten()
}

/// `Sun, 14 Mar 2021 10:00:00 +0900`.
fn rfc2822(words: &str) -> Option<Edtf> {
    let day = DateTime::parse_from_rfc2822(words).ok()?.date_naive();
    day.to_string().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_that_are_read_and_shapes_that_are_not() {
        let table = [
            ("2021-03-14", Some("2021-03-14")),
            (" 2021-03~ ", Some("2021-03~")),
            ("2021-03-14T23:59:00-08:00", Some("2021-03-14")),
            ("2021-03-14 23:59", Some("2021-03-14")),
            ("2021/3/4", Some("2021-03-04")),
            ("2021.03.14 10:00", Some("2021-03-14")),
            ("20210314T101500Z", Some("2021-03-14")),
            ("2020/2021", Some("2020/2021")),
            ("Sun, 14 Mar 2021 10:00:00 +0900", Some("2021-03-14")),
            ("2021-02-30", None),
            ("14.03.2021", None),
            ("20211345", None),
            ("March 14, 2021", None),
            ("1615680000", None),
            ("soon", None),
            ("", None),
        ];
        for (words, date) in table {
            assert_eq!(parse_date(words).map(|date| date.to_string()).as_deref(), date, "{words}");
        }
    }
}
