//! The timeline's views over the sample dossier and a long one.

use serde_json::Value;

use super::super::site::{PageKind, Site};
use super::super::tests::{long_dossier, settings, view};
use crate::model::{DossierDocument, Event, Evidence, QuotationKind, QuotationMention, When, samples};

#[test]
fn key_dates_are_the_days_that_most_documents_tell_of() {
    let mut dossier = samples::dossier();
    assert_eq!(view(&dossier, &PageKind::Home)["key_dates"], Value::Array(vec![]), "too few documents tell of a day");
    let document = dossier.documents[1].clone();
    dossier.documents =
        (0..24).map(|number| DossierDocument { id: format!("d{number}"), ..document.clone() }).collect();
    let event = dossier.events.iter().find(|event| event.when.edtf.is_some()).expect("a dated event").clone();
    let told_by = |(day, documents): (usize, usize)| {
        let proof = |document| Evidence { document, ..event.evidence[0].clone() };
        let when = When { edtf: format!("2023-08-{day:02}").parse().ok(), ..event.when.clone() };
        Event { id: format!("e-{day}"), when, evidence: (0..documents).map(proof).collect(), ..event.clone() }
    };
    dossier.events = [(1, 2), (2, 3), (3, 4), (4, 3), (5, 1)].map(told_by).to_vec();
    let home = view(&dossier, &PageKind::Home);
    let days: Vec<&str> =
        home["key_dates"].as_array().unwrap().iter().map(|row| row["when"]["edtf"].as_str().unwrap()).collect();
    assert_eq!(days, ["2023-08-01", "2023-08-02", "2023-08-03", "2023-08-04"]);
    assert_eq!(home["key_dates"][2]["documents"], 4);
    // In a small dossier a day that is not sure may be one of those told.
    dossier.documents.truncate(5);
    dossier.events[4].when.edtf = "[2023-08-05..2023-08-09]".parse().ok();
    dossier.events[4].evidence.push(Evidence { document: 2, ..event.evidence[0].clone() });
    let home = view(&dossier, &PageKind::Home);
    let days: Vec<&str> =
        home["key_dates"].as_array().unwrap().iter().map(|row| row["when"]["edtf"].as_str().unwrap()).collect();
    assert_eq!(days, ["2023-08-01", "2023-08-02", "2023-08-03", "2023-08-04", "[2023-08-05..2023-08-09]"]);
}

#[test]
fn what_one_document_tells_or_somebody_says_is_no_key_date() {
    let mut dossier = samples::dossier();
    let (document, event) = (dossier.documents[0].clone(), dossier.events[0].clone());
    dossier.documents = (0..4).map(|number| DossierDocument { id: format!("d{number}"), ..document.clone() }).collect();
    let proof = |document| Evidence { document, ..event.evidence[0].clone() };
    dossier.events = vec![Event { evidence: vec![proof(0), proof(1)], ..event.clone() }];
    let count = |dossier: &crate::model::Dossier| view(dossier, &PageKind::Home)["key_dates"].as_array().unwrap().len();
    assert_eq!(count(&dossier), 1);
    // Many events of a day, each told once, make none.
    let mut passing = dossier.clone();
    passing.events =
        (0..4).map(|at| Event { id: format!("e-{at}"), evidence: vec![proof(at)], ..event.clone() }).collect();
    assert_eq!(count(&passing), 0);
    // Copies of one text tell it once.
    let mut copied = dossier.clone();
    (copied.documents[0].duplicates, copied.documents[1].duplicates) = (vec![1], vec![0]);
    assert_eq!(count(&copied), 0);
    // What somebody is quoted with is told by nobody else.
    let quoted = QuotationMention {
        span: event.evidence[0].span,
        kind: QuotationKind::Full,
        cue: None,
        speaker: None,
        speaker_name: None,
        basis: None,
        clause: None,
    };
    dossier.documents[0].annotations.quotations.push(quoted);
    assert_eq!(count(&dossier), 0);
}

#[test]
fn the_timeline_says_what_is_sure_and_what_is_not() {
    let view = view(&samples::dossier(), &PageKind::Timeline);
    assert_eq!(view["parts"][0]["label"], "2023");
    assert_eq!(view["parts"][0]["months"][0]["label"], "August 2023");
    let summit = &view["parts"][0]["months"][0]["events"][0];
    assert_eq!(summit["when"]["basis"], "year inferred");
    assert_eq!(summit["when"]["uncertain"], true);
    assert_eq!(view["parts"][1]["months"][0]["label"], "No single month");
    assert_eq!(view["parts"][1]["months"][0]["events"][0]["status_words"], "planned:");
    assert_eq!(view["undated"][0]["events"][0]["when"]["words"], "a Sunday, date not known");
}

#[test]
fn a_long_timeline_is_split_by_the_calendar() {
    let dossier = long_dossier();
    let settings = settings();
    let site = Site::new(&dossier, &settings);
    let paths: Vec<_> =
        site.plan().iter().map(|kind| site.page(kind).path).filter(|path| path.starts_with("timeline")).collect();
    let expected =
        ["timeline.html", "timeline/2023-08-18.html", "timeline/2023-08-21.html", "timeline/2023-08-21-p2.html"];
    assert_eq!(paths[..4], expected);
    assert_eq!(paths[paths.len() - 3..], ["timeline/2024.html", "timeline/undated.html", "timeline/newest-first.html"]);
    let rows = |page: usize| site.page(&PageKind::TimelinePart(page)).view["shown"].as_u64().unwrap();
    assert!((1..site.index.timeline.parts.len()).all(|page| (1..120).contains(&rows(page))));
    let actor = site.page(&PageKind::Actor(0)).view;
    assert_eq!(actor["events"][0]["href"], "../timeline/2023-08-18.html#e-2023-08-18-met");
    let years = &site.page(&PageKind::Timeline).view["years"];
    assert_eq!(years[0]["link"]["text"], "2023");
    assert_eq!(years[0]["months"][0]["link"]["href"], "timeline/2023-08-18.html");
    let newest = site.page(&PageKind::TimelineNewest).view;
    assert_eq!(newest["parts"][0]["label"], "2024", "the last comes first");
    assert_eq!(newest["shown"], 150);
}
