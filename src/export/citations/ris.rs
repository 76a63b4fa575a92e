//! RIS, the tagged format of reference managers: two characters, two blanks, a hyphen, a blank.

use chrono::Datelike;

use super::Citation;
use crate::language::Phrasebook;
use crate::model::page::line;
use crate::model::{DateValue, Edtf, EdtfDate, Genre};

pub(super) fn write(citations: &[Citation]) -> String {
    let mut text = String::new();
    citations.iter().for_each(|citation| record(citation, &mut text));
    text
}

fn record(citation: &Citation, text: &mut String) {
    let record = citation.record;
    let mut add = |tag: &str, words: &str| text.push_str(&format!("{tag}  - {}\r\n", line(words)));
    add(
        "TY",
        match record.genre {
            Genre::News => "NEWS",
            Genre::WebPage => "ELEC",
            Genre::Document => "GEN",
        },
    );
    add("ID", &record.key);
    record.authors.iter().for_each(|name| add("AU", name));
    add("TI", &record.title);
    if let Some(publisher) = &record.publisher {
        add(if record.genre == Genre::News { "T2" } else { "PB" }, publisher);
    }
    if let Some(edtf) = record.date.edtf {
        date(edtf, record.is_date_told(), &mut add);
    }
    if let Some(url) = citation.url() {
        add("UR", url);
    }
    if let Some(day) = record.accessed.and_then(Edtf::as_day) {
        add("Y2", &day.format("%Y/%m/%d").to_string());
    }
    if let Some(language) = &record.language {
        add("LA", language);
    }
    if let Some(licence) = &record.licence {
        add("C1", licence);
    }
    add("DB", &citation.archive);
    add("AN", &citation.location);
    citation.notes().iter().for_each(|note| add("N1", note));
    text.push_str("ER  - \r\n\r\n");
}

/// `PY` is a year that is told; `DA` is year/month/day/words, as fine as the date is.
fn date(edtf: Edtf, is_told: bool, add: &mut impl FnMut(&str, &str)) {
    let Some((first, last)) = edtf.earliest().zip(edtf.latest()) else { return };
    if first.year() != last.year() || first.year() < 1 {
        return;
    }
    let is_sure = is_told && matches!(edtf, Edtf::Date(EdtfDate { qualifier: crate::model::Qualifier::None, .. }));
    if is_sure {
        add("PY", &format!("{:04}", first.year()));
    }
    let words = if is_sure { String::new() } else { Phrasebook::english().date(edtf) };
    let (month, day) = match edtf {
        Edtf::Date(EdtfDate { value: DateValue::Day(day), .. }) => {
            (day.format("%m").to_string(), day.format("%d").to_string())
        }
        Edtf::Date(EdtfDate { value: DateValue::Month(_, month), .. }) => (format!("{month:02}"), String::new()),
        _ => (String::new(), String::new()),
    };
    add("DA", &format!("{:04}/{month}/{day}/{words}", first.year()));
}
