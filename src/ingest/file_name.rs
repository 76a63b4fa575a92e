//! The date and nothing else that a file name gives: `2021-03-14-letter.txt`.

use chrono::NaiveDate;

use crate::model::{Edtf, Statement};

/// What the name of the file at `path` states: a valid day in front of `-`, `_` or the extension.
pub(super) fn statement(path: &str) -> Statement {
    let name = path.rsplit('/').next().unwrap_or(path);
    match day(name) {
        Some(day) => Statement {
            published: Some(Edtf::day(day)),
            published_by: Some("by-file-name".into()),
            ..Statement::default()
        },
        None => Statement::default(),
    }
}

fn day(name: &str) -> Option<NaiveDate> {
    let (date, rest) = name.split_at_checked(10)?;
    let is_shape = date.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    let ends = rest.is_empty() || rest.starts_with(['-', '_', '.']);
    (is_shape && ends).then(|| date.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_valid_day_in_front_counts() {
        let table = [
            ("2021-03-14-letter.txt", Some("2021-03-14")),
            ("a/b/2021-03-14_letter.md", Some("2021-03-14")),
            ("2021-03-14.html", Some("2021-03-14")),
            ("2021-03-14", Some("2021-03-14")),
            ("2021-02-30-letter.txt", None),
            ("20210314-letter.txt", None),
            ("2021-03-letter.txt", None),
            ("letter-2021-03-14.txt", None),
            ("2021-03-145.txt", None),
            ("2021-03-14 letter.txt", None),
            ("2021-03-1é.txt", None),
            ("2021-03-14-folder/letter.txt", None),
        ];
        for (path, date) in table {
            assert_eq!(statement(path).published.map(|date| date.to_string()).as_deref(), date, "{path}");
        }
    }
}
