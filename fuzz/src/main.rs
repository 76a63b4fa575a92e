//! Mutated documents for every reader: `cargo run --release -- TARGET [SECONDS] [SEED]`.
//!
//! Runs on stable Rust. An input that makes a target panic or break its promise is written to
//! `failure-TARGET` in the current folder; the same SEED makes the same inputs.

mod mutate;
mod targets;

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use mutate::Mutator;
use targets::TARGETS;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next().unwrap_or_default();
    let seconds = arguments.next().and_then(|words| words.parse().ok()).unwrap_or(60);
    let seed = arguments.next().and_then(|words| words.parse().ok()).unwrap_or(1);
    let chosen: Vec<_> = TARGETS.iter().filter(|(target, _)| name == "all" || *target == name).collect();
    if chosen.is_empty() {
        let names: Vec<&str> = TARGETS.iter().map(|(target, _)| *target).collect();
        eprintln!("name a target: all, {}", names.join(", "));
        return ExitCode::from(2);
    }
    let failed = chosen.iter().filter(|(target, run)| !holds(target, *run, seconds, seed)).count();
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs a target for some time; false where an input broke it.
fn holds(name: &str, run: fn(&[u8]), seconds: u64, seed: u64) -> bool {
    let mut mutator = Mutator::new(corpus(), seed);
    let end = Instant::now() + Duration::from_secs(seconds);
    let mut inputs = 0_u64;
    while Instant::now() < end {
        let input = mutator.next_input();
        inputs += 1;
        let started = Instant::now();
        let is_sound = catch_unwind(|| run(&input)).is_ok();
        let took = started.elapsed();
        if !is_sound || took > Duration::from_secs(5) {
            let file = format!("failure-{name}");
            let written = fs::write(&file, &input);
            println!("{name}: failed after {inputs} inputs, {took:.1?}; kept in {file} ({written:?})");
            return false;
        }
    }
    println!("{name}: {inputs} inputs, none failed");
    true
}

/// The sample's documents, sidecars and authority files.
fn corpus() -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folders = ["seeds", "authority"].map(|name| root.join(name));
    let mut files: Vec<_> = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("the sample lies beside this crate"))
        .map(|entry| entry.expect("a file of the sample").path())
        .collect();
    files.sort();
    files.iter().map(|file| fs::read(file).expect("a file of the sample")).collect()
}
