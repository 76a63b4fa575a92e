//! BibTeX, with the fields that biblatex adds (`date`, `url`, `urldate`).
//!
//! Braces must balance even where they are escaped, and a name in braces is taken whole.

use chrono::Datelike;

use super::Citation;
use crate::model::page::line;
use crate::model::{DateValue, Edtf, EdtfDate};

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

pub(super) fn write(citations: &[Citation]) -> String {
    let mut text = String::new();
    for citation in citations {
        if !text.is_empty() {
            text.push('\n');
        }
        entry(citation, &mut text);
    }
    text
}

fn entry(citation: &Citation, text: &mut String) {
    let record = citation.record;
    text.push_str(&format!("@misc{{{},\n", record.key));
    let mut add = |name: &str, value: &str| text.push_str(&format!("  {name} = {value},\n"));
    let braced = |words: &str| format!("{{{}}}", escaped(words));
    let authors: Vec<String> = record.authors.iter().map(|name| braced(name)).collect();
    if !authors.is_empty() {
        add("author", &format!("{{{}}}", authors.join(" and ")));
    }
    add("title", &format!("{{{}}}", braced(&record.title)));
    if let Some(publisher) = &record.publisher {
        add("howpublished", &braced(publisher));
    }
    if let Some(edtf) = record.date.edtf {
        date(edtf, record.is_date_told(), &mut add);
    }
    if let Some(url) = citation.url() {
        add("url", &braced(url));
    }
    if let Some(day) = record.accessed.and_then(Edtf::as_day) {
        add("urldate", &format!("{{{day}}}"));
    }
    if let Some(language) = &record.language {
        add("language", &braced(language));
    }
    let mut notes = vec![format!("In the dossier “{}”, {}.", citation.archive, citation.location)];
    notes.extend(citation.notes());
    add("note", &braced(&notes.join(" ")));
    text.push_str("}\n");
}

/// The year for BibTeX, with a question mark where it is not sure; the EDTF value for biblatex,
/// which reads level 1 and no sets of days.
fn date(edtf: Edtf, is_told: bool, add: &mut impl FnMut(&str, &str)) {
    if !matches!(edtf, Edtf::OneOf(..)) {
        add("date", &format!("{{{edtf}}}"));
    }
    let (Some(first), Some(last)) = (edtf.earliest(), edtf.latest()) else { return };
    if first.year() != last.year() || first.year() < 1 {
        return;
    }
    let is_sure = is_told && matches!(edtf, Edtf::Date(EdtfDate { qualifier: crate::model::Qualifier::None, .. }));
    add("year", &format!("{{{}{}}}", first.year(), if is_sure { "" } else { "?" }));
    if let Edtf::Date(EdtfDate { value: DateValue::Day(_) | DateValue::Month(..), .. }) = edtf {
        add("month", MONTHS[first.month0() as usize]);
    }
}

/// The words as LaTeX prints them.
fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for c in line(words).chars() {
        match c {
            '\\' => text.push_str("{\\textbackslash}"),
            '{' => text.push_str("{\\textbraceleft}"),
            '}' => text.push_str("{\\textbraceright}"),
            '~' => text.push_str("{\\textasciitilde}"),
            '^' => text.push_str("{\\textasciicircum}"),
            '&' | '%' | '$' | '#' | '_' => {
                text.push('\\');
                text.push(c);
            }
            c => text.push(c),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_balance_whatever_the_words() {
        for (words, expected) in [
            ("50 % & more", "50 \\% \\& more"),
            ("a } b {", "a {\\textbraceright} b {\\textbraceleft}"),
            ("C:\\x_y", "C:{\\textbackslash}x\\_y"),
            ("two\nlines", "two lines"),
            ("a\u{0}b", "a\u{FFFD}b"),
        ] {
            assert_eq!(escaped(words), expected);
        }
    }

    #[test]
    fn a_year_that_is_not_sure_is_marked() {
        let fields = |edtf: &str, is_told| {
            let mut fields = String::new();
            date(edtf.parse().unwrap(), is_told, &mut |name, value| fields.push_str(&format!("{name}={value} ")));
            fields
        };
        for (edtf, is_told, expected) in [
            ("2023-08-19", true, "date={2023-08-19} year={2023} month=aug "),
            ("2023-11?", false, "date={2023-11?} year={2023?} month=nov "),
            ("[2023-05-22..2023-08-17]", false, "year={2023?} "),
            ("1910/1945", true, "date={1910/1945} "),
            ("-0479", true, "date={-0479} "),
        ] {
            assert_eq!(fields(edtf, is_told), expected);
        }
    }
}
