//! What readers of a document and of an actor get beside the words: notes, related texts, directions,
//! pages by year, drawings.

use serde_json::{Value, json};

use super::{PageKind, Phrasebook, Site, check_links, rendered, samples, settings, view};
use crate::model::{Badge, Dossier, Event, Evidence, NameMention};

/// The notes of a document's text, in order.
fn notes(view: &Value) -> Vec<&Value> {
    fn add<'v>(value: &'v Value, notes: &mut Vec<&'v Value>) {
        match value {
            Value::Array(values) => values.iter().for_each(|value| add(value, notes)),
            Value::Object(fields) => fields.iter().for_each(|(key, value)| match key.as_str() {
                "note" if !value.is_null() => notes.push(value),
                _ => add(value, notes),
            }),
            _ => {}
        }
    }
    let mut found = Vec::new();
    add(&view["stories"], &mut found);
    found
}

#[test]
fn a_date_that_does_not_say_its_year_has_a_note() {
    let mut dossier = samples::dossier();
    let page = view(&dossier, &PageKind::Document(1));
    assert_eq!(page["has_notes"], true);
    assert_eq!(notes(&page), [&json!({"words": "18 August 2023, year inferred", "language": null, "direction": null})]);
    let temporal = &mut dossier.documents[1].annotations.temporal;
    temporal[0].basis = crate::model::Basis::Stated;
    assert!(notes(&view(&dossier, &PageKind::Document(1))).is_empty(), "its words say all of it");
}

#[test]
fn a_note_in_a_text_of_another_language_says_its_own() {
    let mut dossier = samples::dossier();
    dossier.documents[1].source.provenance.statement.language = Some("ar".to_owned());
    let page = view(&dossier, &PageKind::Document(1));
    assert_eq!((&page["language"], &page["direction"]), (&json!("ar"), &json!("rtl")));
    assert_eq!((&notes(&page)[0]["language"], &notes(&page)[0]["direction"]), (&json!("en"), &json!("ltr")));
    assert_eq!(page["events"][0]["direction"], "rtl");
}

#[test]
fn an_english_text_in_an_arabic_site_runs_from_left_to_right() {
    let (dossier, settings) = (samples::dossier(), settings());
    let arabic = Phrasebook::new("ar", Some("document = مستند\n")).unwrap();
    let site = Site::new(&dossier, &settings).speaking(&arabic);
    let page = site.page(&PageKind::Document(1)).view;
    assert_eq!((&page["head"]["language"], &page["head"]["direction"]), (&json!("ar"), &json!("rtl")));
    assert_eq!((&page["language"], &page["direction"]), (&json!("en"), &json!("ltr")));
}

/// The sample with a second report of the summit and ten texts about other things.
fn with_a_second_report() -> Dossier {
    let mut dossier = samples::dossier();
    let other = |id: &str| samples::document(id, "Nothing happened.", Vec::new(), id);
    dossier.documents.extend((0..10).map(|at| other(&format!("other-{at}"))));
    let mut second = dossier.documents[1].clone();
    second.id = "second".to_owned();
    dossier.documents.push(second);
    let number = dossier.documents.len() - 1;
    let again: Vec<Evidence> =
        dossier.events[0].evidence.iter().map(|proof| Evidence { document: number, ..proof.clone() }).collect();
    dossier.events[0].evidence.extend(again);
    for actor in &mut dossier.actors {
        let again: Vec<Evidence> =
            actor.mentions.iter().map(|proof| Evidence { document: number, ..proof.clone() }).collect();
        actor.mentions.extend(again);
    }
    dossier
}

#[test]
fn related_documents_tell_of_the_same() {
    let mut dossier = with_a_second_report();
    dossier.documents.iter_mut().for_each(|document| document.duplicates.clear());
    let related = |dossier: &Dossier| view(dossier, &PageKind::Document(1))["related"].clone();
    let found = related(&dossier);
    assert_eq!(found.as_array().unwrap().len(), 1);
    assert_eq!(found[0]["link"]["href"], "../documents/second.html");
    assert_eq!(found[0]["reason"], "both tell of the same event; both name South Korea, Yoon Suk Yeol");
    check_links(&dossier);
    dossier.documents[1].duplicates = vec![dossier.documents.len() - 1];
    assert_eq!(related(&dossier), json!([]), "nearly the same text is told elsewhere");
}

#[test]
fn an_actor_with_much_to_tell_has_a_page_for_each_year() {
    let mut dossier = samples::dossier();
    let event = dossier.events[0].clone();
    let copy = |number: usize| {
        let mut event = Event { id: format!("e-{number}"), ..event.clone() };
        event.when.edtf = Some(samples::edtf(&format!("{}-0{}-01", 2015 + number % 8, 1 + number % 9)));
        event
    };
    dossier.events.splice(0..1, (0..400).map(copy));
    check_links(&dossier);
    let page = view(&dossier, &PageKind::Actor(0));
    let parts: Vec<_> = page["parts"].as_array().unwrap().iter().map(|part| part["link"]["href"].clone()).collect();
    assert_eq!((parts.len(), &parts[0]), (9, &json!("south-korea/2015.html")));
    let shown = |page: &Value| page["events"].as_array().unwrap().len();
    assert_eq!((shown(&page), &page["events_total"]), (30, &json!(400)));
    let year = view(&dossier, &PageKind::ActorPart(0, 0));
    assert_eq!(
        (shown(&year), &year["label"], &year["up"]["href"]),
        (50, &json!("2015"), &json!("../south-korea.html"))
    );
    assert_eq!(page["chart"]["years"].as_array().unwrap().len(), 8, "the text has no date");
}

#[test]
fn whom_several_texts_name_with_an_actor_stands_in_its_table() {
    let mut dossier = with_a_second_report();
    let once = view(&samples::dossier(), &PageKind::Actor(0));
    assert_eq!((&once["company"], &once["company_once"][0]["text"]), (&json!([]), &json!("Yoon Suk Yeol")));
    let twice = view(&dossier, &PageKind::Actor(0));
    let row = json!({"link": {"text": "Yoon Suk Yeol", "href": "yoon-suk-yeol.html"}, "texts": 2, "sentences": 0, "events": 1});
    assert_eq!(twice["company"], json!([row]));
    assert_eq!(twice["network"], Value::Null);
    // Six that three texts name together are drawn.
    let name = dossier.documents[1].annotations.names[0].clone();
    for number in 2..8 {
        let mut actor = dossier.actors[0].clone();
        actor.id = format!("actor-{number}");
        actor.name = format!("Actor {number}");
        dossier.actors.push(actor);
    }
    for at in [0, 1, dossier.documents.len() - 1] {
        let document = &mut dossier.documents[at];
        document.annotations.names = (0..8).map(|_| NameMention { ..name.clone() }).collect();
        document.mention_actors = (0..8).map(Some).collect();
    }
    let first = dossier.actors[0].mentions[0].clone();
    for actor in &mut dossier.actors {
        let last = dossier.documents.len() - 1;
        actor.mentions = [0, 1, last].map(|document| Evidence { document, ..first.clone() }).into();
    }
    let drawn = view(&dossier, &PageKind::Actor(0));
    assert_eq!(drawn["network"]["nodes"].as_array().unwrap().len(), 7);
    check_links(&dossier);
}

#[test]
fn a_text_written_by_a_machine_says_so_wherever_it_is_a_source() {
    let mut dossier = samples::dossier();
    let told_by = dossier.events[0].evidence[0].document;
    let told = |dossier: &Dossier| {
        let timeline = view(dossier, &PageKind::Timeline).to_string();
        let quotations = view(dossier, &PageKind::Quotations).to_string();
        (timeline.contains("\"by_machine\":true"), quotations.contains("\"by_machine\":true"))
    };
    dossier.documents.iter_mut().for_each(|document| document.annotations.segmentation.badges.clear());
    assert_eq!(told(&dossier), (false, false));
    dossier.documents[told_by].annotations.segmentation.badges.push(Badge::AiSynthesised);
    assert!(told(&dossier).0);
    let html = rendered(&dossier, &settings());
    let (_, timeline) = html.iter().find(|(path, _)| path == "timeline.html").expect("a timeline");
    assert!(timeline.contains("written by a machine"));
}
