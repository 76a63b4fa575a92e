//! Atom feeds (RFC 4287) of actors and agreements: an entry per event, latest report first.
//!
//! Which of them have a feed is decided by [`crate::model::feed`], because pages link them.

use atom_syndication::{Content, Entry, Feed, Text};
use chrono::NaiveDate;

use super::Chronicle;
use super::feed::{bytes, link, midnight, person, plain};
use crate::model::feed::{feed_day, has_feed};
use crate::model::page::displayable;
use crate::model::{Dossier, DossierDocument, Event, OutputFile, paths};
use crate::text::compare::tidy;

/// A reader asks for what is new; the data has everything.
const MOST_ENTRIES: usize = 25;
/// The longest title of an entry, in characters.
const LONGEST_TITLE: usize = 120;

/// Where a feed and its page stand, and what it is of.
struct Subject<'s> {
    name: &'s str,
    feed: String,
    page: String,
}

/// Every feed; none where the settings do not say where the site will stand.
pub(super) fn feeds(of: Chronicle<'_>, places: &[String]) -> Vec<OutputFile> {
    written(of, places, |_| true)
}

/// The feed at a path, the others not made; `None` where none stands there.
pub(super) fn feed_at(path: &str, of: Chronicle<'_>, places: &[String]) -> Option<OutputFile> {
    written(of, places, |subject| subject.feed == path).pop()
}

fn written(of: Chronicle<'_>, places: &[String], is_wanted: impl Fn(&Subject) -> bool) -> Vec<OutputFile> {
    let Chronicle { dossier, settings, .. } = of;
    if settings.base_url.is_none() {
        return Vec::new();
    }
    let (of_actors, of_agreements) = events_of(dossier);
    let actors = dossier.actors.iter().zip(&of_actors).filter(|(actor, _)| settings.gives_page(actor));
    let actors = actors.map(|(actor, events)| {
        let (feed, page) = (paths::actor_feed(&actor.id), paths::actor_page(&actor.id));
        (Subject { name: &actor.name, feed, page }, events)
    });
    let agreements = dossier.agreements.iter().zip(&of_agreements).map(|(agreement, events)| {
        let (feed, page) = (paths::agreement_feed(&agreement.id), paths::agreement_page(&agreement.id));
        (Subject { name: &agreement.name, feed, page }, events)
    });
    let wanted = actors.chain(agreements).filter(|(subject, _)| is_wanted(subject));
    let fed = wanted.filter(|(_, events)| has_feed(dossier, events));
    fed.map(|(subject, events)| feed(of, places, &subject, events)).collect()
}

/// The events of each actor and of each agreement, as indices.
fn events_of(dossier: &Dossier) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let mut of_actors = vec![Vec::new(); dossier.actors.len()];
    let mut of_agreements = vec![Vec::new(); dossier.agreements.len()];
    for (number, event) in dossier.events.iter().enumerate() {
        event.actors.iter().for_each(|&actor| of_actors[actor].push(number));
        event.agreements.iter().for_each(|&agreement| of_agreements[agreement].push(number));
    }
    (of_actors, of_agreements)
}

fn feed(of: Chronicle<'_>, places: &[String], subject: &Subject, events: &[usize]) -> OutputFile {
    let Chronicle { dossier, settings, .. } = of;
    let base = settings.base_url.as_deref().unwrap_or_default();
    let mut told: Vec<(NaiveDate, usize)> =
        events.iter().filter_map(|&event| Some((feed_day(dossier, &dossier.events[event])?, event))).collect();
    told.sort_by_key(|&(day, event)| (std::cmp::Reverse(day), event));
    told.truncate(MOST_ENTRIES);
    let feed = Feed {
        title: plain(&format!("{}: {}", tidy(&settings.title), tidy(subject.name))),
        id: format!("{base}{}", subject.page),
        updated: midnight(told.first().map_or(NaiveDate::default(), |(day, _)| *day)),
        authors: vec![person(&settings.title)],
        links: vec![
            link(&format!("{base}{}", subject.feed), "self"),
            link(&format!("{base}{}", subject.page), "alternate"),
        ],
        entries: told.iter().map(|&(day, event)| entry(of, base, (day, event), &places[event])).collect(),
        ..Feed::default()
    };
    OutputFile { path: subject.feed.clone(), bytes: bytes(&feed) }
}

/// The id does not change when a timeline grows and is split; the link does.
fn entry(of: Chronicle<'_>, base: &str, (day, number): (NaiveDate, usize), place: &str) -> Entry {
    let event: &Event = &of.dossier.events[number];
    let title = of.headline(event, LONGEST_TITLE);
    let told_by = of.told_by(event, DossierDocument::is_listed);
    let told = format!("{}: {}\n{told_by}", of.when(event), of.sentence(event));
    Entry {
        title: plain(&title),
        id: format!("{base}{}#{}", paths::TIMELINE, paths::event_anchor(event)),
        updated: midnight(day),
        links: vec![link(&format!("{base}{place}"), "alternate")],
        content: Some(Content {
            value: Some(displayable(&told).into_owned()),
            content_type: Some("text".to_owned()),
            ..Content::default()
        }),
        summary: None::<Text>,
        ..Entry::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::model::{Standing, samples};

    /// The hostile sample, whose actors are in eight events.
    fn busy() -> (Dossier, Settings, Vec<String>) {
        let mut dossier = samples::hostile_dossier();
        let event = dossier.events[0].clone();
        dossier.events.extend((0..7).map(|number| Event { id: format!("e-{number}"), ..event.clone() }));
        let mut settings = Settings::defaults(std::path::Path::new("."));
        settings.base_url = Some("https://example.org/d/".to_owned());
        let places = dossier.events.iter().map(|event| format!("timeline/2023.html#{}", event.id)).collect();
        (dossier, settings, places)
    }

    fn of<'d>(dossier: &'d Dossier, settings: &'d Settings) -> Chronicle<'d> {
        Chronicle { dossier, settings, phrases: crate::language::Phrasebook::english() }
    }

    #[test]
    fn an_actor_with_many_events_has_a_feed() {
        let (mut dossier, mut settings, places) = busy();
        let files = feeds(of(&dossier, &settings), &places);
        let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["feeds/actors/south-korea.xml", "feeds/actors/yoon-suk-yeol.xml"]);
        let feed: Feed = String::from_utf8(files[1].bytes.clone()).unwrap().parse().unwrap();
        assert_eq!(feed.entries.len(), 8);
        assert_eq!(feed.entries[0].id, "https://example.org/d/timeline.html#e-2023-08-18-met");
        assert_eq!(feed.entries[0].links[0].href, "https://example.org/d/timeline/2023.html#e-2023-08-18-met");
        dossier.actors[1].standing = Standing::Private;
        assert_eq!(feeds(of(&dossier, &settings), &places).len(), 1, "private persons have no feed");
        settings.base_url = None;
        assert!(feeds(of(&dossier, &settings), &places).is_empty());
    }
}
