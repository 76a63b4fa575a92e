//! What the benchmarks share: made documents, and the CPU time of this process.

use std::fs;
use std::path::Path;

const PARAGRAPHS: u64 = 9;
/// The kernel counts CPU time in hundredths of a second on every usual Linux.
const TICKS_PER_SECOND: f64 = 100.0;

/// Documents made from the paragraphs of the sample, the same every time, few of them alike.
pub fn texts(documents: usize) -> impl Iterator<Item = (usize, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the sample").map(|file| file.expect("a file").path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    let sample: Vec<String> = files
        .iter()
        .flat_map(|path| {
            let text = fs::read_to_string(path).expect("the sample is text");
            text.split("\n\n").filter(|part| part.len() > 80).map(str::to_owned).collect::<Vec<_>>()
        })
        .collect();
    let mut state = 1_u64;
    let mut next = move |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    (0..documents).map(move |number| {
        let mut text = format!("Report {number} on the talks of {}\n", 2000 + next(25));
        for _ in 0..PARAGRAPHS {
            let paragraph = &sample[next(sample.len() as u64) as usize];
            let given = ["Hester", "Ilsa", "Tobias", "Mina", "Rinsuke", "Anna", "Paul", "Karl"][next(8) as usize];
            let family = ["Quillane", "Quist", "Quade", "Quirk", "Quarles", "Quinn", "Quandt"][next(7) as usize];
            let year = format!("20{:02}", next(25));
            let varied = paragraph.replace("Hester Quillane", &format!("{given} {family}")).replace("2023", &year);
            text.push('\n');
            // Equal sentences are one event: without this every event would have a thousand sources.
            for sentence in varied.split_inclusive(". ") {
                text.push_str(&format!("As note {} has it: {sentence}", next(1_000_000)));
            }
            text.push('\n');
        }
        (number, text)
    })
}

/// CPU seconds of this process so far, every thread included.
pub fn cpu_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").expect("this is Linux");
    let after_name = stat.rsplit(") ").next().expect("a name in parentheses");
    let ticks = after_name.split(' ').skip(11).take(2).map(|field| field.parse::<f64>().expect("a number"));
    ticks.sum::<f64>() / TICKS_PER_SECOND
}

/// The kernel counts in hundredths of a second: what is measured must last a few hundred of them.
const SECONDS: f64 = 3.0;

/// Runs it until enough time has passed, and says how many words it did in a second of CPU time.
#[allow(dead_code, reason = "not every benchmark repeats what it measures")]
pub fn report(what: &str, words: usize, run: impl Fn() -> usize) {
    let expected = run(); // warm
    let before = cpu_seconds();
    let mut rounds = 0;
    while cpu_seconds() - before < SECONDS {
        assert_eq!(run(), expected);
        rounds += 1;
    }
    let seconds = cpu_seconds() - before;
    println!("{what}: {:.0} words per CPU second", (words * rounds) as f64 / seconds);
}
