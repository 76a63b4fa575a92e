//! 300 articles of Timeline17 with dated sidecars: built without a warning, and how long it takes.

use std::process::Command;
use std::time::Instant;

use serde_json::Value;

use crate::dossier::{Dossier, json_lines};
use crate::shared;

const ARTICLES: usize = 300;

/// The first articles of a file of them.
fn articles() -> Vec<Value> {
    let file = shared("eval/timelines/bpoil/articles.jsonl.xz");
    let output = Command::new("xz").arg("-dc").arg(&file).output().expect("xz (Debian: xz-utils) is installed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("the articles are UTF-8");
    let first: Vec<&str> = text.lines().take(ARTICLES).collect();
    json_lines(&first.join("\n"))
}

#[test]
fn three_hundred_articles_are_built_without_a_warning() {
    let dossier = Dossier::new();
    for (number, article) in articles().iter().enumerate() {
        let sidecar = format!("published = {}\n", article["date"].as_str().unwrap());
        let path = format!("seeds/{number:03}.txt");
        dossier.write(&path, article["text"].as_str().unwrap()).write(&format!("{path}.toml"), sidecar);
    }
    let started = Instant::now();
    let run = dossier.run(&["build", "--strict"]);
    let first = started.elapsed();
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("300 documents") && !run.stderr.contains("warning"), "{}", run.stderr);
    let site = dossier.site();
    let started = Instant::now();
    assert_eq!(dossier.run(&["build"]).code, 0);
    println!("300 articles: {:.1} s, again {:.1} s", first.as_secs_f64(), started.elapsed().as_secs_f64());
    assert!(dossier.site() == site, "the second build differs");
    assert!(dossier.data("documents").iter().all(|line| line["date"]["basis"] == "given"));
    let days = dossier.data("dates");
    assert!(days.iter().any(|day| day["date"] == "2010-04-20"), "the day of the explosion is missing");
}
