//! How fast and how large: annotation on one thread, and a full build of many documents.
//!
//! `cargo bench` prints the figures; docs/development.md keeps them. They are not a test: machines
//! differ. Linux only, since the kernel is asked for CPU time and peak memory. `cargo bench --
//! 2000` builds that many documents instead of 10,000.

mod common;

use std::ffi::OsString;
use std::fs;
use std::process::Command;

use annalist::ingest::RawSeed;
use annalist::model::{Authority, Weekday};
use annalist::pipeline::Annotator;
use common::{cpu_seconds, texts};

const DOCUMENTS: usize = 10_000;
const BUILD: &str = "--build-in-this-process";

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    match arguments.next() {
        Some(argument) if argument == BUILD => build(&arguments.next().expect("the parent names a folder")),
        number => {
            let documents = number.and_then(|number| number.parse().ok()).unwrap_or(DOCUMENTS);
            annotate(documents);
            build_in_child(documents);
        }
    }
}

/// Reading, segmenting, extracting, dating: one thread, nothing written.
fn annotate(documents: usize) {
    let (mut bytes, mut words) = (0, 0);
    let seeds: Vec<RawSeed> = texts(documents.min(2_000))
        .map(|(number, text)| {
            bytes += text.len();
            words += text.split_whitespace().count();
            RawSeed { path: format!("{number}.txt"), bytes: text.into_bytes(), sidecar: None }
        })
        .collect();
    let annotator = Annotator::new(&Authority::default(), Weekday::Monday);
    let warm = annotator.prepare(&seeds[0], "warm");
    assert!(warm.document.is_some());
    let before = cpu_seconds();
    let prepared = seeds.iter().filter(|seed| annotator.prepare(seed, "seed").document.is_some()).count();
    let seconds = cpu_seconds() - before;
    assert_eq!(prepared, seeds.len());
    println!(
        "annotate, one thread: {prepared} documents, {words} words: {:.2} MB and {:.0} words per CPU second",
        bytes as f64 / 1e6 / seconds,
        words as f64 / seconds
    );
}

/// A full build in a process of its own, so that its memory is not ours.
fn build_in_child(documents: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let seeds = folder.path().join("seeds");
    fs::create_dir(&seeds).expect("the folder is new");
    let mut bytes = 0;
    for (number, text) in texts(documents) {
        let day = format!("published = 20{:02}-{:02}-{:02}\n", 10 + number % 14, 1 + number % 12, 1 + number % 28);
        bytes += text.len();
        fs::write(seeds.join(format!("{number:05}.txt")), text).expect("space for the seeds");
        fs::write(seeds.join(format!("{number:05}.txt.toml")), day).expect("space for the seeds");
    }
    println!("build: {documents} documents, {:.1} MB of text", bytes as f64 / 1e6);
    let this = std::env::current_exe().expect("this program has a path");
    for what in ["first build", "unchanged rebuild"] {
        print!("{what}: ");
        let status = Command::new(&this).arg(BUILD).arg(folder.path()).status().expect("this program can be run");
        assert!(status.success());
    }
}

/// What the child does: builds, then asks the kernel what it took.
fn build(folder: &str) {
    let started = std::time::Instant::now();
    let arguments = ["annalist", "--quiet", "--root", folder, "build"].map(OsString::from);
    assert_eq!(format!("{:?}", annalist::cli::run(arguments)), format!("{:?}", std::process::ExitCode::SUCCESS));
    let (seconds, cpu) = (started.elapsed().as_secs_f64(), cpu_seconds());
    println!("{seconds:.1} s, {cpu:.1} CPU seconds, peak {:.0} MB", peak_kilobytes() / 1024.0);
}

/// The most memory this process has had, in kilobytes.
fn peak_kilobytes() -> f64 {
    let status = fs::read_to_string("/proc/self/status").expect("this is Linux");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("the kernel says it");
    line.trim().trim_end_matches("kB").trim().parse().expect("a number")
}
