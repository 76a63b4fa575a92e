//! The timeline: events by year and month, then those without a date of their own by story.

use std::collections::BTreeMap;

use serde::Serialize;

use super::head::{Head, Indexing, base_of, finish};
use super::index::{TimelinePart, leading_date};
use super::links::{CountedLinkView, LinkView};
use super::parts::EventView;
use super::site::Site;
use crate::model::edtf::month_name;
use crate::model::{DateValue, Edtf, Page, paths};

const TEMPLATE: &str = "timeline.html";

#[derive(Debug, Serialize)]
struct TimelineView {
    title: String,
    /// How many events this page shows.
    shown: usize,
    /// How many there are.
    total: usize,
    /// Links to the years, on this page or on their own.
    years: Vec<CountedLinkView>,
    parts: Vec<PartView>,
    undated: Vec<UndatedView>,
    undated_count: usize,
    /// The page to go back to from a part.
    up: Option<LinkView>,
    previous: Option<LinkView>,
    next: Option<LinkView>,
}

#[derive(Debug, Serialize)]
struct PartView {
    anchor: String,
    label: String,
    count: usize,
    months: Vec<MonthView>,
}

#[derive(Debug, Serialize)]
struct MonthView {
    anchor: String,
    label: String,
    count: usize,
    events: Vec<EventView>,
}

#[derive(Debug, Serialize)]
struct UndatedView {
    story: LinkView,
    language: Option<String>,
    events: Vec<EventView>,
}

/// The whole timeline, or the index of its parts.
pub(super) fn page(site: &Site) -> Page {
    let index = &site.index;
    let is_whole = !index.is_timeline_split;
    let view = TimelineView {
        shown: if is_whole { site.dossier.events.len() } else { 0 },
        parts: index.timeline.iter().filter(|_| is_whole).map(|part| part_view(site, part, "")).collect(),
        undated: if is_whole { undated(site, "") } else { Vec::new() },
        ..frame(site, "Timeline", "")
    };
    finish(site, head(paths::TIMELINE.to_owned(), "Timeline"), view)
}

/// A year of a timeline that is split.
pub(super) fn part_page(site: &Site, number: usize) -> Page {
    let parts = &site.index.timeline;
    let path = paths::timeline_page(&parts[number].key);
    let base = base_of(&path);
    let title = format!("Timeline: {}", parts[number].label);
    let link = |number: usize| parts.get(number).map(|part| part_link(part, &base));
    let view = TimelineView {
        shown: parts[number].events.len(),
        parts: vec![part_view(site, &parts[number], &base)],
        up: Some(LinkView { text: "Timeline".to_owned(), href: format!("{base}{}", paths::TIMELINE) }),
        previous: number.checked_sub(1).and_then(link),
        next: link(number + 1),
        ..frame(site, &title, &base)
    };
    finish(site, head(path, &title), TimelineView { years: Vec::new(), undated_count: 0, ..view })
}

/// The events without a date of a timeline that is split.
pub(super) fn undated_page(site: &Site) -> Page {
    let path = paths::timeline_page("undated");
    let base = base_of(&path);
    let title = "Timeline: undated or relative";
    let view = TimelineView {
        shown: site.index.undated.len(),
        undated: undated(site, &base),
        up: Some(LinkView { text: "Timeline".to_owned(), href: format!("{base}{}", paths::TIMELINE) }),
        years: Vec::new(),
        ..frame(site, title, &base)
    };
    finish(site, head(path, title), view)
}

fn head(path: String, title: &str) -> Head {
    Head { path, template: TEMPLATE, title: title.to_owned(), indexing: Indexing::Site }
}

fn frame(site: &Site, title: &str, base: &str) -> TimelineView {
    let index = &site.index;
    let mut years: Vec<CountedLinkView> = index
        .timeline
        .iter()
        .map(|part| {
            let here = LinkView { text: part.label.clone(), href: format!("#y{}", part.key) };
            let link = if index.is_timeline_split { part_link(part, base) } else { here };
            CountedLinkView { link, count: part.events.len() }
        })
        .collect();
    if !index.undated.is_empty() {
        let page = if index.is_timeline_split { paths::timeline_page("undated") } else { "#undated".to_owned() };
        let link = LinkView { text: "undated or relative".to_owned(), href: format!("{base}{page}") };
        years.push(CountedLinkView { link, count: index.undated.len() });
    }
    TimelineView {
        title: title.to_owned(),
        shown: 0,
        total: site.dossier.events.len(),
        years,
        parts: Vec::new(),
        undated: Vec::new(),
        undated_count: index.undated.len(),
        up: None,
        previous: None,
        next: None,
    }
}

fn part_link(part: &TimelinePart, base: &str) -> LinkView {
    LinkView { text: part.label.clone(), href: format!("{base}{}", paths::timeline_page(&part.key)) }
}

fn part_view(site: &Site, part: &TimelinePart, base: &str) -> PartView {
    let mut months: BTreeMap<Option<u32>, Vec<EventView>> = BTreeMap::new();
    for &number in &part.events {
        let month = site.dossier.events[number].when.edtf.and_then(month_of);
        months.entry(month).or_default().push(site.event_view(number, base));
    }
    let months = months.into_iter().map(|(month, events)| MonthView {
        anchor: month.map_or_else(|| format!("y{}-00", part.key), |month| format!("y{}-{month:02}", part.key)),
        label: month
            .map_or_else(|| "No single month".to_owned(), |month| format!("{} {}", month_name(month), part.label)),
        count: events.len(),
        events,
    });
    PartView {
        anchor: format!("y{}", part.key),
        label: part.label.clone(),
        count: part.events.len(),
        months: months.collect(),
    }
}

/// The month an event stands under; `None` for years, seasons and coarser dates.
fn month_of(edtf: Edtf) -> Option<u32> {
    match leading_date(edtf)?.value {
        DateValue::Month(_, month) => Some(month),
        DateValue::Day(day) => Some(chrono::Datelike::month(&day)),
        _ => None,
    }
}

/// By story, in reading order.
fn undated(site: &Site, base: &str) -> Vec<UndatedView> {
    let first = |number: usize| &site.dossier.events[number].evidence[0];
    let mut order: Vec<usize> =
        site.index.undated.iter().copied().filter(|&number| !site.dossier.events[number].evidence.is_empty()).collect();
    order.sort_by_key(|&number| (first(number).document, first(number).span, number));
    let by_story = order.chunk_by(|&one, &other| site.story_of(first(one)) == site.story_of(first(other)));
    let view = |numbers: &[usize]| {
        let story = site.story_of(first(numbers[0]));
        UndatedView {
            story: site.story_link(story, base),
            language: site.foreign_language(site.dossier.documents[story.0].language()),
            events: numbers.iter().map(|&number| site.event_view(number, base)).collect(),
        }
    };
    by_story.map(view).collect()
}
