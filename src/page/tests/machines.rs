//! What pages tell machines: tags, schema.org, citations.

use serde_json::{Value, json};

use super::{Display, PageKind, Site, samples, settings, view};
use crate::model::Standing;

/// The contents of a page's tags of one name, in order.
fn tags(view: &Value, name: &str) -> Vec<String> {
    let tags = view["head"]["tags"].as_array().unwrap();
    let is_called = |tag: &&Value| tag["name"] == name || tag["property"] == name;
    tags.iter().filter(is_called).map(|tag| tag["content"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_document_names_its_source_to_reference_managers() {
    let view = view(&samples::dossier(), &PageKind::Document(1));
    for (name, expected) in [
        ("citation_title", "Leaders meet at Camp David"),
        ("citation_author", "Ana Silva"),
        ("citation_publication_date", "2023/08/19"),
        ("DCTERMS.issued", "2023-08-19"),
        ("DCTERMS.source", "https://example.org/summit"),
        ("DCTERMS.isPartOf", "Camp David"),
        ("og:type", "article"),
    ] {
        assert_eq!(tags(&view, name), [expected], "{name}");
    }
    let source = &view["head"]["linked"]["isBasedOn"];
    assert_eq!((&source["@type"], &source["datePublished"]), (&json!("NewsArticle"), &json!("2023-08-19")));
    assert_eq!(view["citation"]["formats"][0]["href"], "../documents/summit.bib");
}

#[test]
fn a_date_that_is_not_sure_is_told_to_nobody() {
    let mut dossier = samples::dossier();
    for doubtful in ["2023-08?", "[2023-05-22..2023-08-17]", "2023-08/2023-09", "-0479"] {
        dossier.documents[1].date.edtf = Some(samples::edtf(doubtful));
        let view = view(&dossier, &PageKind::Document(1));
        for name in ["citation_publication_date", "DCTERMS.issued", "article:published_time"] {
            assert!(tags(&view, name).is_empty(), "{doubtful}: {name}");
        }
        assert_eq!(view["head"]["linked"]["isBasedOn"]["datePublished"], Value::Null);
    }
}

#[test]
fn a_withheld_document_tells_machines_nothing() {
    let mut dossier = samples::dossier();
    let summit = dossier.documents.remove(1);
    dossier.documents.push(samples::published(summit, Display::Withheld));
    let view = view(&dossier, &PageKind::Document(1));
    assert!(tags(&view, "citation_title").is_empty());
    assert_eq!((&view["citation"], &view["head"]["linked"]["isBasedOn"]), (&Value::Null, &Value::Null));
    assert_eq!(view["corrections"][0]["text"], "The meeting was a summit.", "what the editors tell stays");
}

#[test]
fn what_asks_robots_to_stay_away_is_not_named_to_them() {
    let mut dossier = samples::dossier();
    let named = |dossier: &_| view(dossier, &PageKind::Home)["head"]["linked"]["mainEntity"]["isBasedOn"].to_string();
    assert!(named(&dossier).contains("Leaders meet"));
    dossier.documents[1].source.provenance.statement.noindex = Some(true);
    assert!(!named(&dossier).contains("Leaders meet"));
}

#[test]
fn only_public_actors_and_sure_events_are_described() {
    let mut dossier = samples::dossier();
    let entity = |dossier: &_| view(dossier, &PageKind::Actor(1))["head"]["linked"]["mainEntity"].clone();
    let yoon = entity(&dossier);
    assert_eq!(
        (&yoon["@type"], &yoon["sameAs"][0]),
        (&json!("Person"), &json!("https://www.wikidata.org/wiki/Q16080217"))
    );
    assert_eq!(yoon["hasOccupation"][0]["startDate"], "2022-05-10");
    dossier.actors[1].standing = Standing::Private;
    assert_eq!(entity(&dossier), Value::Null);
    let events = view(&dossier, &PageKind::Timeline)["head"]["linked"]["mainEntity"]["itemListElement"].clone();
    assert_eq!(events.as_array().unwrap().len(), 1, "one day is uncertain, one is a season, one unknown: {events}");
    assert_eq!(events[0]["startDate"], "2023-08-21");
}

#[test]
fn an_agreement_is_a_thing_with_its_names() {
    let hotline = view(&samples::dossier(), &PageKind::Agreement(0))["head"]["linked"]["mainEntity"].clone();
    assert_eq!((&hotline["@type"], &hotline["name"]), (&json!("Thing"), &json!("Leaders’ hotline")), "{hotline}");
    assert_eq!(hotline["disambiguatingDescription"], "mechanism");
}

#[test]
fn a_correction_is_noted_where_it_belongs() {
    let dossier = samples::dossier();
    for kind in [PageKind::Document(1), PageKind::Actor(1), PageKind::Agreement(0)] {
        let view = view(&dossier, &kind);
        assert_eq!(view["corrections"][0]["href"], "../corrections.html#c-2024-06-28-it", "{kind:?}");
        assert_eq!(view["head"]["corrections"], "../corrections.html");
    }
    assert_eq!(view(&dossier, &PageKind::Document(0))["corrections"], json!([]));
    let settings = settings();
    assert!(Site::new(&dossier, &settings).plan().contains(&PageKind::Corrections));
}
