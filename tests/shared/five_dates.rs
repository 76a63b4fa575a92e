//! The five real documents: no date that they do not state.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::dossier::main_words;
use crate::five::{built, number, whole_files};

#[test]
fn only_the_story_with_a_timestamp_has_a_date() {
    let dossier = built();
    let dates: Vec<Value> = whole_files(&dossier).iter().map(|line| line["date"]["edtf"].clone()).collect();
    assert_eq!(dates, [Value::Null, "2024-08-18".into(), Value::Null, Value::Null, Value::Null]);
    for line in dossier.data("documents").iter().filter(|line| number(&line["id"]) != "001") {
        assert_eq!(line["date"]["basis"], "unknown", "{line}");
        let page = dossier.page(line["page"].as_str().unwrap().split('#').next().unwrap());
        assert!(!main_words(&page, &[]).contains("18 August 2024"), "{}", line["id"]);
    }
    assert!(!dossier.page("feed.xml").contains("documents/000"));
}

/// The calendar days of the events that rest on documents other than 001.
#[test]
fn no_event_has_a_day_that_its_text_does_not_state() {
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
    assert_eq!(days, BTreeSet::from([("002".to_owned(), "2023-05-21".to_owned())]));
}

#[test]
fn years_of_undated_documents_are_those_they_state() {
    let dossier = built();
    for event in dossier.data("events") {
        let evidence = &event["evidence"][0];
        let (document, words) = (number(&evidence["document"]), event["when"]["words"].as_str().unwrap());
        let Some(edtf) = event["when"]["edtf"].as_str() else { continue };
        if document != "001" {
            let year = &edtf[..4];
            assert!(evidence["text"].as_str().unwrap().contains(year), "{document}: {edtf} from “{words}”");
        }
    }
}

#[test]
fn undated_events_are_listed_and_say_so() {
    let dossier = built();
    let undated: Vec<Value> =
        dossier.data("events").into_iter().filter(|event| event["when"]["edtf"].is_null()).collect();
    assert!(undated.len() > 20, "only {}", undated.len());
    let timeline = dossier.page("timeline.html");
    for event in undated {
        assert!(timeline.contains(&format!("id=\"{}\"", event["id"].as_str().unwrap())), "{event}");
        assert!(event["when"]["words"].as_str().unwrap().contains("not known"), "{event}");
    }
}
