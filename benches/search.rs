//! How fast and how large the search index is: CPU time, memory and bytes for each byte of text.
//!
//! `cargo bench --bench search` prints the figures; docs/search.md keeps them. They are not a test: machines
//! differ. Linux only, since the kernel is asked for CPU time and memory. A number behind `--` is another
//! number of documents.

mod common;

use annalist::model::{Passage, SearchKind, SearchRecord};
use annalist::search;
use common::{cpu_seconds, texts};

const DOCUMENTS: usize = 10_000;

fn main() {
    let number = std::env::args().skip(1).find(|argument| argument != "--bench");
    let documents = number.and_then(|number| number.parse().ok()).unwrap_or(DOCUMENTS);
    let mut bytes = 0;
    let records: Vec<SearchRecord> = texts(documents)
        .map(|(number, text)| {
            bytes += text.len();
            record(number, &text)
        })
        .collect();
    println!("{documents} documents, {:.1} MB of text", bytes as f64 / 1e6);
    let before = cpu_seconds();
    let words = search::key_words(&records);
    println!("key words: {} in {:.2} CPU seconds", words.len(), cpu_seconds() - before);
    let (before, memory) = (cpu_seconds(), peak_memory());
    let files = search::index(records);
    let seconds = cpu_seconds() - before;
    println!("index: {seconds:.2} CPU seconds, {:.0} MB of memory more", (peak_memory() - memory) / 1e6);
    for folder in ["terms", "texts", "spellings", "index", "tables"] {
        let of_folder = files.iter().filter(|file| file.path.starts_with(&format!("search/{folder}")));
        let sizes: Vec<usize> = of_folder.map(|file| file.bytes.len()).collect();
        let sum: usize = sizes.iter().sum();
        let share = sum as f64 / bytes as f64;
        println!(
            "{folder}: {} files, {sum} bytes, {share:.2} of the text, at most {:?}",
            sizes.len(),
            sizes.iter().max()
        );
    }
}

fn record(number: usize, text: &str) -> SearchRecord {
    let (title, rest) = text.split_once('\n').expect("made documents have a title");
    let paragraphs = rest.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    let passage = |(at, words): (usize, &str)| Passage { anchor: format!("p{at}"), text: words.to_owned() };
    SearchRecord {
        kind: SearchKind::Document,
        year: Some(2010 + i32::try_from(number % 14).expect("below 14")),
        title: title.to_owned(),
        href: format!("documents/{number:05}.html"),
        note: String::new(),
        when: String::new(),
        iso: String::new(),
        documents: 0,
        language: None,
        passages: paragraphs.enumerate().map(passage).collect(),
    }
}

/// Bytes that this process had at its peak.
fn peak_memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("this is Linux");
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("the kernel counts");
    let kilobytes = line.split_whitespace().nth(1).and_then(|number| number.parse::<f64>().ok());
    kilobytes.expect("a number") * 1024.0
}
