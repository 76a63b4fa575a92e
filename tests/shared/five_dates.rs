//! The five real documents: dates that follow from them, and no others.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::dossier::{Dossier, main_words};
use crate::five::{built, number, whole_files};

/// The date of each file, `None` for one of several stories, and of each story that has one.
fn dates(dossier: &Dossier) -> Vec<(String, Value, Value)> {
    let lines = dossier.data("documents");
    let date = |line: &Value| {
        let story = line["story"].as_str().map(|id| format!("/{id}")).unwrap_or_default();
        (format!("{}{story}", number(&line["id"])), line["date"]["edtf"].clone(), line["date"]["weekday"].clone())
    };
    lines.iter().map(date).filter(|(_, edtf, _)| !edtf.is_null()).collect()
}

fn is_inside(line: &Value, first: &str, last: &str) -> bool {
    let bound = |key: &str| line["date"][key].as_str().map(str::to_owned);
    bound("earliest").is_some_and(|day| day.as_str() >= first)
        && bound("latest").is_some_and(|day| day.as_str() <= last)
}

#[test]
fn undated_documents_are_dated_by_what_they_tell() {
    let dossier = built();
    let lines = whole_files(&dossier);
    let line = |name: &str| lines.iter().find(|line| number(&line["id"]) == name).unwrap();
    assert_eq!(line("000")["date"]["edtf"], Value::Null);
    assert_eq!(line("001")["date"]["edtf"], "2024-08-18");
    assert_eq!(line("001")["date"]["basis"], "stated");
    assert!(is_inside(line("002"), "2023-05-22", "2023-08-17"), "{}", line("002")["date"]);
    assert_eq!(line("003")["date"]["weekday"], "sunday");
    assert!(is_inside(line("004"), "2023-02-01", "2023-02-28"), "{}", line("004")["date"]);
    assert_eq!(line("004")["date"]["weekday"], "monday");
    for line in lines.iter().filter(|line| !["000", "001"].contains(&number(&line["id"]))) {
        assert_eq!(line["date"]["basis"], "inferred");
        assert_ne!(line["date"]["earliest"], line["date"]["latest"], "a false day: {}", line["date"]);
        let page = main_words(&dossier.page(line["page"].as_str().unwrap()), &[".events", "#related + ul"]);
        assert!(page.contains("Why this date?") && !page.contains("18 August 2024"), "{}", line["id"]);
    }
    assert_eq!(dossier.page("feed.xml").matches("<entry>").count(), 1, "only the day that is stated");
}

#[test]
fn the_stories_of_the_digest_are_dated_each_for_itself() {
    let dates = dates(&built());
    let dated: Vec<&str> =
        dates.iter().map(|(name, ..)| name.as_str()).filter(|name| name.starts_with("000")).collect();
    assert_eq!(dated, ["000/1", "000/2", "000/4", "000/5", "000/6", "000/7"]);
    let email = dates.iter().find(|(name, ..)| name == "000/5").unwrap();
    assert_eq!(email.1, "[2022-03-17..2022-08-14]");
}

#[test]
fn terms_of_office_make_it_a_month() {
    let dossier = built();
    for file in ["people.toml", "organisations.toml"] {
        let bytes = fs::read(Path::new(crate::dossier::REPOSITORY).join("authority").join(file)).unwrap();
        dossier.write(&format!("authority/{file}"), bytes);
    }
    assert_eq!(dossier.run(&["build"]).code, 0);
    let lines = whole_files(&dossier);
    let line = lines.iter().find(|line| number(&line["id"]) == "003").unwrap();
    assert_eq!((&line["date"]["edtf"], &line["date"]["weekday"]), (&"2023-11?".into(), &"sunday".into()));
}

/// The calendar days of the events that rest on documents other than 001.
#[test]
fn no_event_has_a_day_that_is_not_its_own() {
    let dossier = built();
    let mut days = BTreeSet::new();
    for event in dossier.data("events") {
        let evidence = event["evidence"].as_array().unwrap();
        if evidence.iter().all(|proof| number(&proof["document"]) == "001") {
            continue;
        }
        let when = &event["when"];
        if when["earliest"] == when["latest"] && !when["earliest"].is_null() {
            days.insert((number(&evidence[0]["document"]).to_owned(), when["earliest"].as_str().unwrap().to_owned()));
        }
    }
    let expected = [
        ("000", "2022-02-24"),
        ("000", "2022-03-17"),
        ("002", "2023-05-21"),
        ("003", "2018-09-19"),
        // 002 says the day on which it is planned, 003 and 001 that it was held.
        ("003", "2023-08-18"),
        ("003", "2023-09-13"),
        ("003", "2023-10-27"),
        ("004", "2023-02-08"),
    ];
    assert_eq!(days, expected.map(|(document, day)| (document.to_owned(), day.to_owned())).into());
}

#[test]
fn undated_events_are_listed_and_say_so() {
    let dossier = built();
    let undated: Vec<Value> =
        dossier.data("events").into_iter().filter(|event| event["when"]["edtf"].is_null()).collect();
    assert!(undated.len() > 10, "only {}", undated.len());
    let timeline = dossier.page("timeline.html");
    for event in undated {
        assert!(timeline.contains(&format!("id=\"{}\"", event["id"].as_str().unwrap())), "{event}");
        assert!(event["when"]["words"].as_str().unwrap().contains("not known"), "{event}");
    }
}
