//! Sources, actors and events in schema.org's words, for JSON-LD. Only what is sure is said: the
//! vocabulary has no words for doubt (schema.org issue 242), so what is uncertain is left out.

use serde_json::{Value, json};

use super::actor::identifier_href;
use super::description::{sure, told_day};
use super::site::Site;
use crate::model::page::line;
use crate::model::{
    Actor, Agreement, BibliographicRecord, Dossier, Edtf, EventStatus, Genre, NameKind, Role, Standing, paths,
};
use crate::text::compare::shorten;

/// Sources that the dossier names as what it is based on.
const MOST_SOURCES: usize = 20;
/// Events that a page of the timeline describes: those that most documents tell.
const MOST_EVENTS: usize = 12;
/// Spellings of an actor.
const MOST_NAMES: usize = 12;
/// The longest name of an event, in characters.
const LONGEST_NAME: usize = 200;

/// A source: a news article where its form shows one, otherwise a work.
pub(super) fn source(record: &BibliographicRecord) -> Value {
    let kind = if record.genre == Genre::News { "NewsArticle" } else { "CreativeWork" };
    let mut source = json!({"@type": kind, "headline": line(&record.title)});
    let mut add = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            source[key] = value;
        }
    };
    // Whether an author is a person, a byline does not say: the name stands without a type.
    let authors: Vec<Value> = record.authors.iter().map(|name| json!({"name": line(name)})).collect();
    add("author", (!authors.is_empty()).then(|| json!(authors)));
    add("publisher", record.publisher.as_ref().map(|name| json!({"@type": "Organization", "name": line(name)})));
    add("datePublished", told_day(record).map(Value::from));
    add("inLanguage", record.language.as_deref().and_then(super::head::language_tag).map(Value::from));
    add("url", record.url.clone().map(Value::from));
    add("license", record.licence.as_ref().map(|words| json!(line(words))));
    let sum = json!({"@type": "PropertyValue", "propertyID": "SHA-256", "value": record.sha256});
    add("identifier", Some(sum));
    source
}

/// The dossier with the sources it is based on; those that ask robots to stay away are not named.
pub(super) fn dossier(site: &Site) -> Value {
    let mut report = super::description::report(site);
    let settings = site.settings;
    if !settings.description.is_empty() {
        report["description"] = json!(line(&settings.description));
    }
    let listed = site.dossier.documents.iter().filter(|document| document.is_listed());
    let files = listed.filter_map(|document| site.records(document).into_iter().next());
    let sources: Vec<Value> = files.take(MOST_SOURCES).map(|record| source(&record)).collect();
    report["isBasedOn"] = json!(sources);
    report
}

/// A public person, body or place; nothing of the others.
pub(super) fn actor(actor: &Actor) -> Option<Value> {
    let kind = match actor.kind {
        _ if actor.standing != Standing::Public => return None,
        NameKind::Person => "Person",
        NameKind::Organisation => "Organization",
        NameKind::Place => "Place",
        NameKind::Other => "Thing",
    };
    let mut entity = json!({"@type": kind, "name": line(&actor.name)});
    let names = actor.variants.iter().filter(|variant| variant.text != actor.name).take(MOST_NAMES);
    let names: Vec<String> = names.map(|variant| line(&variant.text)).collect();
    if !names.is_empty() {
        entity["alternateName"] = json!(names);
    }
    let same: Vec<String> =
        actor.identifiers.iter().filter_map(|(scheme, value)| identifier_href(scheme, value)).collect();
    if !same.is_empty() {
        entity["sameAs"] = json!(same);
    }
    let terms: Vec<Value> = actor.roles.iter().filter_map(term).collect();
    if actor.kind == NameKind::Person && !terms.is_empty() {
        entity["hasOccupation"] = json!(terms);
    }
    Some(entity)
}

/// An agreement or mechanism. Hotlines and summits are no written works: it is a thing with its names and type.
pub(super) fn agreement(site: &Site, agreement: &Agreement) -> Value {
    let kind = site.agreement_kind(&agreement.kind);
    let mut entity = json!({"@type": "Thing", "name": line(&agreement.name), "disambiguatingDescription": kind});
    let names = agreement.variants.iter().filter(|variant| variant.text != agreement.name).take(MOST_NAMES);
    let names: Vec<String> = names.map(|variant| line(&variant.text)).collect();
    if !names.is_empty() {
        entity["alternateName"] = json!(names);
    }
    entity
}

/// A role with its term: only authority files know one.
fn term(role: &Role) -> Option<Value> {
    let mut node = json!({"@type": "Role", "hasOccupation": {"@type": "Occupation", "name": line(&role.title)}});
    let from = role.from.and_then(sure)?;
    node["startDate"] = json!(from);
    if let Some(to) = role.to.and_then(sure) {
        node["endDate"] = json!(to);
    }
    Some(node)
}

/// The events that most documents tell, of some, by time. Claims and denials are no events here.
pub(super) fn events(site: &Site, numbers: &[usize]) -> Option<Value> {
    let dossier = site.dossier;
    let mut told: Vec<(usize, Value)> =
        numbers.iter().filter_map(|&number| Some((number, event(dossier, number)?))).collect();
    told.sort_by_key(|(number, _)| (usize::MAX - dossier.events[*number].evidence.len(), *number));
    told.truncate(MOST_EVENTS);
    told.sort_by_key(|(number, _)| *number);
    let items: Vec<Value> = told.into_iter().map(|(_, event)| event).collect();
    (!items.is_empty()).then(|| json!({"@type": "ItemList", "itemListElement": items}))
}

fn event(dossier: &Dossier, number: usize) -> Option<Value> {
    let event = &dossier.events[number];
    let first = event.evidence.first().map(|proof| &dossier.documents[proof.document])?;
    let is_told = matches!(event.status, EventStatus::Happened | EventStatus::Planned | EventStatus::Period);
    if !is_told || !first.display().shows_words() || !first.is_listed() {
        return None;
    }
    let (start, end) = match event.when.edtf? {
        Edtf::Interval(Some(from), Some(to)) => (sure(Edtf::Date(from))?, Some(sure(Edtf::Date(to))?)),
        edtf => (sure(edtf)?, None),
    };
    let name = shorten(&line(&event.summary), LONGEST_NAME);
    let mut node =
        json!({"@type": "Event", "@id": format!("#{}", paths::event_anchor(event)), "name": name, "startDate": start});
    if let Some(end) = end {
        node["endDate"] = json!(end);
    }
    if event.status == EventStatus::Planned {
        node["eventStatus"] = json!("https://schema.org/EventScheduled");
    }
    Some(node)
}
