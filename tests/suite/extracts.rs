//! `extract`: annotations of single documents as JSON lines.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::dossier::{Dossier, Run, json_lines, run};

const REPORT: &str = "Anna Weber signed the lease on Monday. \"It is a fair price,\" she said on 3 May 2021.\n";

fn feed(dossier: &Dossier, arguments: &[&str], lines: &str) -> Run {
    run(dossier.annalist().arg("extract").args(arguments).write_stdin(lines))
}

#[test]
fn a_folder_gives_a_line_per_document_in_order() {
    let dossier = Dossier::sample();
    let extract = dossier.run(&["extract", "seeds"]);
    assert_eq!(extract.code, 0, "{}", extract.stderr);
    let lines = json_lines(&extract.stdout);
    let names: Vec<&str> = lines.iter().map(|line| line["document"].as_str().unwrap()).collect();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    assert_eq!(names, sorted);
    assert_eq!(names.len(), 10);
    assert!(!dossier.path("site").exists());
}

#[test]
fn every_line_keeps_the_promises_of_the_data_contract() {
    let dossier = Dossier::sample();
    let keys = [
        "schema",
        "document",
        "sha256",
        "bytes",
        "language",
        "zones",
        "stories",
        "date",
        "temporal",
        "names",
        "quotations",
        "reported",
        "agreements",
        "references",
    ];
    for line in json_lines(&dossier.run(&["extract", "seeds"]).stdout) {
        let object = line.as_object().unwrap();
        assert_eq!(object.keys().collect::<Vec<_>>(), keys);
        assert_eq!(line["schema"], "annalist/annotations/1");
        let zones = line["zones"].as_array().unwrap();
        let starts: Vec<u64> = zones.iter().map(|zone| zone["start"].as_u64().unwrap()).collect();
        let ends: Vec<u64> = zones.iter().map(|zone| zone["end"].as_u64().unwrap()).collect();
        assert!(starts.iter().zip(&ends).all(|(start, end)| start < end));
        assert!(starts.iter().skip(1).zip(&ends).all(|(start, end)| start >= end), "zones overlap");
    }
}

#[test]
fn files_are_annotated_in_the_order_they_are_named() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", REPORT).write("seeds/b.txt", REPORT);
    let extract = dossier.run(&["extract", "seeds/b.txt", "seeds/a.txt"]);
    let names: Vec<Value> = json_lines(&extract.stdout).iter().map(|line| line["document"].clone()).collect();
    assert_eq!(names, ["b.txt", "a.txt"]);
}

#[test]
fn lines_come_out_in_the_order_they_went_in_with_any_number_of_threads() {
    let dossier = Dossier::new();
    let mut input = String::new();
    for number in 0..500 {
        writeln!(input, "{}", json!({"id": format!("d{number}"), "text": REPORT, "caller": "ignored"})).unwrap();
    }
    let one = feed(&dossier, &["--stdin-jsonl", "--jobs", "1"], &input);
    assert_eq!(one.code, 0, "{}", one.stderr);
    let names: Vec<String> =
        json_lines(&one.stdout).iter().map(|line| line["document"].as_str().unwrap().to_owned()).collect();
    assert_eq!(names, (0..500).map(|number| format!("d{number}")).collect::<Vec<_>>());
    assert_eq!(feed(&dossier, &["--stdin-jsonl", "--jobs", "4"], &input).stdout, one.stdout);
}

#[test]
fn a_bad_line_is_named_by_its_number_and_the_rest_goes_on() {
    let dossier = Dossier::new();
    let input = "{\"id\":\"a\",\"text\":\"One.\"}\nno json\n\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":\"Three.\",\"date\":\"2023-02-30\"}\n{\"id\":\"d\",\"text\":\"Four.\"}\n";
    let extract = feed(&dossier, &["--stdin-jsonl"], input);
    assert_eq!(extract.code, 1);
    let names: Vec<Value> = json_lines(&extract.stdout).iter().map(|line| line["document"].clone()).collect();
    assert_eq!(names, ["a", "d"]);
    for line in [2, 4, 5] {
        let place = format!("standard input:{line}:1: error[input-line-invalid]");
        assert!(extract.stderr.contains(&place), "{}", extract.stderr);
    }
    assert!(extract.stderr.contains("hint:"), "{}", extract.stderr);
}

#[test]
fn the_callers_date_anchors_weekdays_and_the_lines_own_goes_before_it() {
    let dossier = Dossier::new();
    let input = format!(
        "{}\n{}\n",
        json!({"id": "a", "text": REPORT}),
        json!({"id": "b", "text": REPORT, "date": "2019-06-14"})
    );
    let extract = feed(&dossier, &["--stdin-jsonl", "--date", "2021-05-05"], &input);
    let lines = json_lines(&extract.stdout);
    let days = |line: &Value| {
        let temporal = line["temporal"].as_array().unwrap();
        temporal.iter().map(|found| found["value"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(days(&lines[0]), ["2021-05-03", "2021-05-03"]);
    assert_eq!(days(&lines[1]), ["2019-06-10", "2021-05-03"]);
    assert_eq!(lines[0]["date"]["edtf"], "2021-05-05");
    assert_eq!(lines[0]["date"]["basis"], "given");
    let without = feed(&dossier, &["--stdin-jsonl"], &input);
    assert_eq!(json_lines(&without.stdout)[0]["date"]["edtf"], "[2021-05-04..]");
    assert_eq!(json_lines(&without.stdout)[0]["date"]["basis"], "inferred");
    assert_eq!(json_lines(&without.stdout)[0]["temporal"][0]["edtf"], Value::Null);
}

#[test]
fn a_date_that_does_not_exist_is_a_usage_error() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", REPORT);
    assert_eq!(dossier.run(&["extract", "--date", "2023-02-30", "seeds"]).code, 2);
    assert_eq!(dossier.run(&["extract", "--stdin-jsonl", "seeds"]).code, 2);
    assert_eq!(dossier.run(&["extract", "none.txt"]).code, 3);
}

#[test]
fn a_quotation_has_its_words_and_its_speaker() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "\"It is a fair price for both of us,\" said Anna Weber, the mayor.\n");
    let line = &json_lines(&dossier.run(&["extract", "seeds/a.txt"]).stdout)[0];
    assert_eq!(line["quotations"][0]["speaker"]["text"], "Anna Weber");
    assert_eq!(line["names"][0]["kind"], "person");
}

#[test]
fn an_unreadable_document_gives_no_line_and_a_finding() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", REPORT).write("seeds/b.txt", [0, 159, 146, 150, 0, 1, 2, 3]);
    let extract = dossier.run(&["extract", "seeds"]);
    assert_eq!(extract.code, 1);
    assert_eq!(json_lines(&extract.stdout).len(), 1);
    assert!(extract.stderr.contains("b.txt: error[file-binary]"), "{}", extract.stderr);
}
