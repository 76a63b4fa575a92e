//! What is run on an input, and what must hold whatever it is.

use annalist::config::{read_authority, read_overrides};
use annalist::ingest::{RawSeed, from_text, read};
use annalist::model::{Authority, Edtf};
use annalist::pipeline::Annotator;
use annalist::segment::segment;
use annalist::text::Span;

/// Runs an input; panics where a promise is broken.
type Run = fn(&[u8]);

/// Every target by name.
pub const TARGETS: [(&str, Run); 5] = [
    ("read", bytes_to_document),
    ("segment", every_character_is_in_one_zone),
    ("extract", every_mention_is_in_its_text),
    ("statements", toml_and_yaml),
    ("edtf", dates_survive_being_written),
];

fn bytes_to_document(bytes: &[u8]) {
    for name in ["a.txt", "a.md", "a.html", "a"] {
        let raw = RawSeed { path: name.to_owned(), bytes: bytes.to_vec(), sidecar: None };
        let built = read(&raw, name);
        assert!(built.value.is_some() || !built.findings.is_empty(), "lost without a word");
        if let Some(document) = built.value {
            for block in &document.blocks {
                assert_inside(block.span, &document.text);
            }
        }
    }
}

fn every_character_is_in_one_zone(bytes: &[u8]) {
    let document = from_text("a.txt", String::from_utf8_lossy(bytes).into_owned(), None);
    let mut end = 0;
    for zone in &segment(&document).zones {
        assert!(zone.span.start >= end, "zones overlap");
        assert!(document.text[end..zone.span.start].trim().is_empty(), "characters in no zone");
        assert_inside(zone.span, &document.text);
        end = zone.span.end;
    }
    assert!(document.text[end..].trim().is_empty(), "characters in no zone");
}

fn every_mention_is_in_its_text(bytes: &[u8]) {
    let date = "2024-08-18".parse().ok();
    let document = from_text("a.txt", String::from_utf8_lossy(bytes).into_owned(), date);
    let annotations = Annotator::new(&Authority::default(), annalist::model::Weekday::Monday).annotate(&document);
    let temporal = annotations.temporal.iter().map(|found| found.span);
    let names = annotations.names.iter().map(|found| found.span);
    let quotations = annotations.quotations.iter().map(|found| found.span);
    for span in temporal.chain(names).chain(quotations) {
        assert_inside(span, &document.text);
        assert!(span.start < span.end, "a mention without words");
    }
}

fn toml_and_yaml(bytes: &[u8]) {
    let words = String::from_utf8_lossy(bytes);
    let _ = read_overrides(&words);
    let _ = read_authority(&words);
    let beside = RawSeed { path: "a.txt".to_owned(), bytes: b"Words.".to_vec(), sidecar: Some(bytes.to_vec()) };
    assert!(read(&beside, "a.txt").value.is_some(), "a sidecar took its document away");
    for fence in ["+++", "---"] {
        let text = format!("{fence}\n{words}\n{fence}\n\nWords.\n");
        let front = RawSeed { path: "a.md".to_owned(), bytes: text.into_bytes(), sidecar: None };
        let _ = read(&front, "a.md");
    }
}

fn dates_survive_being_written(bytes: &[u8]) {
    for words in String::from_utf8_lossy(bytes).split_whitespace() {
        if let Ok(date) = words.parse::<Edtf>() {
            let written = date.to_string();
            assert_eq!(written.parse::<Edtf>().ok(), Some(date), "{words} was written as {written}");
            let _ = (date.earliest(), date.latest());
        }
    }
}

fn assert_inside(span: Span, text: &str) {
    assert!(text.get(span.start..span.end).is_some(), "{span:?} cuts a character or lies outside");
}
