//! How fast names are found: words per CPU second, on one thread.
//!
//! `cargo bench --bench names` prints the figures; docs/development.md keeps them. They are not a test:
//! machines differ. Linux only, since the kernel is asked for CPU time.

mod common;

use annalist::config::shipped_actors;
use annalist::extract::names::{find_names, tagger};
use annalist::extract::{NameLexicon, Reading};
use annalist::ingest::{self, RawSeed};
use annalist::model::Authority;
use annalist::segment::segment;
use common::{report, texts};

const DOCUMENTS: usize = 1_000;

fn main() {
    let number = std::env::args().skip(1).find(|argument| argument != "--bench");
    let documents = number.and_then(|number| number.parse().ok()).unwrap_or(DOCUMENTS);
    let mut words = 0;
    let readings: Vec<Reading> = texts(documents)
        .map(|(number, text)| {
            words += text.split_whitespace().count();
            let raw = RawSeed { path: format!("{number}.txt"), bytes: text.into_bytes(), sidecar: None };
            let source = ingest::read(&raw, &raw.path).value.expect("made documents can be read");
            Reading::new(&source, &segment(&source).zones, &[])
        })
        .collect();
    let lexicon = NameLexicon::new(&Authority { actors: shipped_actors(), ..Authority::default() });
    let model = tagger::shipped().expect("the shipped model");
    println!("{documents} documents, {words} words");
    report("the tagger alone", words, || readings.iter().map(|reading| tagger::find(model, reading).len()).sum());
    report("find_names", words, || {
        readings.iter().map(|reading| find_names(reading, &lexicon, Some("en")).len()).sum()
    });
}
