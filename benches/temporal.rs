//! How fast dates are found and anchored: words per CPU second, on one thread.
//!
//! `cargo bench --bench temporal` prints the figures; docs/development.md keeps them. They are not a
//! test: machines differ. Linux only, since the kernel is asked for CPU time. `cargo bench --bench
//! temporal -- 500` takes that many documents instead of 2,000.

mod common;

use annalist::extract::{Reading, find_temporal};
use annalist::ingest::{self, RawSeed};
use annalist::model::{Authority, DocumentDate, Segmentation, SourceDocument, TemporalMention, Weekday};
use annalist::pipeline::Annotator;
use annalist::resolve::anchor;
use annalist::segment::segment;
use common::{report, texts};

const DOCUMENTS: usize = 2_000;

/// A document with what finding and anchoring its dates begin with.
struct Ready {
    source: SourceDocument,
    segmentation: Segmentation,
    reading: Reading,
    mentions: Vec<TemporalMention>,
    dates: Vec<DocumentDate>,
}

fn main() {
    let number = std::env::args().skip(1).find(|argument| argument != "--bench");
    let documents = number.and_then(|number| number.parse().ok()).unwrap_or(DOCUMENTS);
    let annotator = Annotator::new(&Authority::default(), Weekday::Monday).without_signatures();
    let (mut bytes, mut words) = (0, 0);
    let ready: Vec<Ready> = texts(documents)
        .map(|(number, text)| {
            bytes += text.len();
            words += text.split_whitespace().count();
            made_ready(number, text, &annotator)
        })
        .collect();
    let found: usize = ready.iter().map(|document| document.mentions.len()).sum();
    println!("{documents} documents, {:.1} MB, {words} words, {found} expressions", bytes as f64 / 1e6);
    report("cut into sentences and words", words, || {
        ready
            .iter()
            .map(|document| Reading::new(&document.source, &document.segmentation.zones, &[]).sentences.len())
            .sum()
    });
    report("find_temporal alone", words, || {
        ready.iter().map(|document| find_temporal(&document.reading, Some("en")).len()).sum()
    });
    report("anchor alone", words, || {
        let anchored = ready.iter().map(|document| {
            anchor(document.mentions.clone(), &document.segmentation.stories, &document.dates, Weekday::Monday)
        });
        anchored.map(|anchored| anchored.len()).sum()
    });
    report("the whole annotation", words, || {
        ready.iter().map(|document| annotator.annotate(&document.source).temporal.len()).sum()
    });
}

fn made_ready(number: usize, text: String, annotator: &Annotator) -> Ready {
    let day = format!("published = 20{:02}-{:02}-{:02}\n", 10 + number % 14, 1 + number % 12, 1 + number % 28);
    let raw = RawSeed { path: format!("{number}.txt"), bytes: text.into_bytes(), sidecar: Some(day.into_bytes()) };
    let source = ingest::read(&raw, &raw.path).value.expect("made documents can be read");
    let segmentation = segment(&source);
    let reading = Reading::new(&source, &segmentation.zones, &[]);
    let mentions = find_temporal(&reading, Some("en"));
    let date = annotator.annotate(&source).date;
    assert!(date.edtf.is_some(), "the sidecar dates the document");
    let dates = vec![date; segmentation.stories.len()];
    Ready { source, segmentation, reading, mentions, dates }
}
