//! The timeline's views over the sample dossier and a long one.

use serde_json::Value;

use super::super::site::{PageKind, Site};
use super::super::tests::{long_dossier, settings, view};
use crate::model::{DossierDocument, Event, EventStatus, Evidence, QuotationKind, QuotationMention, When, samples};

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
    assert_eq!(view["parts"][1]["months"][0]["label"], "June 2024 or later");
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
    assert_eq!(newest["parts"][0]["label"], "21 August 2023 (27 of 27)", "the last comes first");
    assert_eq!(newest["parts"].as_array().unwrap().last().unwrap()["label"], "Planned");
    assert_eq!(newest["shown"], 150);
}

/// The labels of the groups of each part, with the words of their dates.
fn reading(view: &Value) -> Vec<(String, Vec<String>)> {
    let groups = view["parts"].as_array().unwrap().iter().flat_map(|part| {
        part["months"]
            .as_array()
            .unwrap()
            .iter()
            .map(move |month| (format!("{}: {}", part["label"], month["label"]), month))
    });
    let list = |month: &Value| {
        if month["lines"].as_array().unwrap().is_empty() { month["events"].clone() } else { month["lines"].clone() }
    };
    let dates = |month: &Value| {
        list(month).as_array().unwrap().iter().map(|row| row["when"]["edtf"].as_str().unwrap().to_owned()).collect()
    };
    groups.map(|(label, month)| (label.replace('"', ""), dates(month))).collect()
}

fn dated(dates: &[(&str, EventStatus)]) -> crate::model::Dossier {
    let mut dossier = samples::dossier();
    let event = dossier.events[0].clone();
    let row = |(number, (date, status)): (usize, &(&str, EventStatus))| {
        let when = When { edtf: date.parse().ok(), ..event.when.clone() };
        Event { id: format!("e-{number}"), when, status: *status, ..event.clone() }
    };
    dossier.events = dates.iter().enumerate().map(row).collect();
    dossier.events.sort_by_key(|event| event.when.edtf.map(|edtf| (edtf.earliest(), edtf.latest())));
    dossier
}

#[test]
fn a_year_is_read_in_the_order_of_its_months() {
    let told = EventStatus::Happened;
    let dates = ["2023-02-08", "[2023-10-30..2023-12-03]", "2023", "2023-10", "[2023-10-07..2024-09-06]", "2024-01"];
    let dossier = dated(&dates.map(|date| (date, told)));
    let groups = reading(&view(&dossier, &PageKind::Timeline));
    let labels: Vec<&str> = groups.iter().map(|(label, _)| label.as_str()).collect();
    assert_eq!(
        labels,
        [
            "2023: February 2023",
            "2023: October 2023",
            "2023: October 2023 or later",
            "2023: No single month",
            "2024: January 2024",
            "Year not certain: No single month",
        ]
    );
    assert_eq!(groups[5].1, ["[2023-10-07..2024-09-06]"]);
}

#[test]
fn plans_stand_below_what_happened_on_the_page_of_the_newest() {
    let dossier = dated(&[
        ("2023-08-18", EventStatus::Happened),
        ("2030", EventStatus::Planned),
        ("2023-09", EventStatus::Claimed),
        ("[2022-10-07..2023-09-06]", EventStatus::Happened),
    ]);
    let groups = reading(&view(&dossier, &PageKind::TimelineNewest));
    let dates: Vec<&str> = groups.iter().flat_map(|(_, dates)| dates.iter().map(String::as_str)).collect();
    assert_eq!(dates, ["2023-09", "2023-08-18", "[2022-10-07..2023-09-06]", "2030"]);
    assert_eq!(groups.last().unwrap().0, "Planned: ");
}
