//! `timelinejs.json`: the chronology for TimelineJS (Knight Lab), one slide an event.
//!
//! The tool takes headlines and texts for HTML: words are escaped here, and links are the only
//! mark-up. Undated events have no place on it.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::Chronicle;
use crate::model::page::displayable;
use crate::model::{Event, OutputFile, paths};

/// The longest headline, in characters.
const LONGEST_HEADLINE: usize = 90;

#[derive(Debug, Serialize)]
struct TimelineRecord {
    title: TitleRecord,
    events: Vec<SlideRecord>,
}

#[derive(Debug, Serialize)]
struct TitleRecord {
    text: TextRecord,
}

#[derive(Debug, Serialize)]
struct SlideRecord {
    unique_id: String,
    start_date: DateRecord,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<DateRecord>,
    /// Shown in place of the dates, which cannot say what is uncertain.
    display_date: String,
    text: TextRecord,
    group: &'static str,
}

#[derive(Debug, Serialize)]
struct TextRecord {
    headline: String,
    text: String,
}

#[derive(Debug, PartialEq, Serialize)]
struct DateRecord {
    year: i32,
    month: u32,
    day: u32,
}

impl From<NaiveDate> for DateRecord {
    fn from(day: NaiveDate) -> Self {
        Self { year: day.year(), month: day.month(), day: day.day() }
    }
}

pub(super) fn timeline(of: Chronicle<'_>, places: &[String]) -> OutputFile {
    let Chronicle { dossier, settings, .. } = of;
    let slides = dossier.events.iter().zip(places).filter_map(|(event, place)| {
        let address = settings.base_url.as_ref().map(|base| format!("{base}{place}"));
        slide(of, event, address)
    });
    let record = TimelineRecord {
        title: TitleRecord {
            text: TextRecord { headline: escaped(&settings.title), text: escaped(&settings.description) },
        },
        events: slides.collect(),
    };
    let mut bytes = serde_json::to_vec(&record).expect("a record is plain values");
    bytes.push(b'\n');
    OutputFile { path: paths::TIMELINEJS.to_owned(), bytes }
}

/// An event that is open on one side stands at its known end.
fn slide(of: Chronicle<'_>, event: &Event, address: Option<String>) -> Option<SlideRecord> {
    let edtf = event.when.edtf?;
    let first = edtf.earliest().or(edtf.latest())?;
    let last = edtf.latest().filter(|last| *last != first);
    let words = of.phrases.say("on-the-timeline");
    let link = address.map(|address| format!("<p><a href=\"{}\">{}</a></p>", escaped(&address), escaped(&words)));
    let told_by = of.told_by(event, |_| true);
    let told = format!("<p>{}</p><p>{}</p>", escaped(&of.sentence(event)), escaped(&told_by));
    Some(SlideRecord {
        unique_id: event.id.clone(),
        start_date: first.into(),
        end_date: last.map(DateRecord::from),
        display_date: escaped(&of.when(event)),
        text: TextRecord {
            headline: escaped(&of.headline(event, LONGEST_HEADLINE)),
            text: told + &link.unwrap_or_default(),
        },
        group: event.status.as_str(),
    })
}

/// Words as HTML shows them.
fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for c in displayable(words).chars() {
        match c {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            '\'' => text.push_str("&#39;"),
            c => text.push(c),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::config::Settings;
    use crate::language::Phrasebook;
    use crate::model::{Dossier, samples};

    fn read(dossier: &Dossier) -> Value {
        let settings = Settings::defaults(std::path::Path::new("."));
        let places = vec!["timeline.html#e".to_owned(); dossier.events.len()];
        serde_json::from_slice(
            &timeline(Chronicle { dossier, settings: &settings, phrases: Phrasebook::english() }, &places).bytes,
        )
        .unwrap()
    }

    #[test]
    fn a_slide_says_what_is_uncertain() {
        let slides = read(&samples::dossier());
        assert_eq!(slides["events"].as_array().unwrap().len(), 3);
        assert_eq!(slides["events"][0]["start_date"], json!({"year": 2023, "month": 8, "day": 18}));
        assert_eq!(slides["events"][2]["end_date"], json!({"year": 2024, "month": 8, "day": 31}));
        assert_eq!(slides["events"][2]["display_date"], "summer 2024");
        assert_eq!(slides["events"][2]["group"], "planned");
        assert!(slides["events"][2]["text"]["headline"].as_str().unwrap().starts_with("planned: "));
    }

    #[test]
    fn words_are_no_mark_up() {
        let slides = read(&samples::hostile_dossier());
        let text = &slides["events"][0]["text"];
        for words in [&text["headline"], &text["text"]] {
            let words = words.as_str().unwrap().replace("<p>", "").replace("</p>", "");
            assert!(!words.contains('<'), "{words}");
        }
    }
}
