//! The timeline: events by year and month, then those without a date of their own by story. A long one opens
//! with its key dates, and has a page for each year, or month of a full year.

mod overview;
pub(super) mod plan;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::Serialize;

use super::description::Description;
use super::head::{Head, Indexing, base_of, finish, finish_described};
use super::key_dates::{KeyDateView, key_dates};
use super::linked::events;
use super::links::{CountedLinkView, LinkView};
use super::parts::EventView;
use super::site::Site;
use crate::model::edtf::month_name;
use crate::model::{DateValue, Page, paths};
use overview::{OverviewView, overview};
use plan::{TimelinePart, month_of};

const TEMPLATE: &str = "timeline.html";

/// So many days are key dates of a timeline that is split.
const KEY_DATES: usize = 30;

/// So many events stand on the page of the newest.
const NEWEST: usize = 150;

#[derive(Debug, Default, Serialize)]
struct TimelineView {
    title: String,
    /// How many events this page shows.
    shown: usize,
    /// How many there are.
    total: usize,
    /// True where the newest come first.
    newest_first: bool,
    /// The events over time.
    overview: Option<OverviewView>,
    /// The days that most documents tell of, where the timeline is split.
    key_dates: Vec<KeyDateView>,
    /// Links to the years, on this page or on their own.
    years: Vec<YearView>,
    /// The year of the first documents, where what lies before it stands apart; may be empty.
    documents_from: String,
    /// The years before.
    earlier: Vec<YearView>,
    earlier_count: usize,
    parts: Vec<PartView>,
    undated: Vec<UndatedView>,
    undated_count: usize,
    /// The same events in the other order.
    other_order: Option<LinkView>,
    /// The page to go back to from a part.
    up: Option<LinkView>,
    previous: Option<LinkView>,
    next: Option<LinkView>,
}

/// A year, decade or century; of a full year also its months.
#[derive(Debug, Serialize)]
struct YearView {
    /// The year, or the first of its months.
    link: LinkView,
    count: usize,
    months: Vec<CountedLinkView>,
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
    /// Empty where the part itself is a month.
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
    let plan = &site.index.timeline;
    let whole = TimelineView { overview: overview(site), other_order: newest(site, ""), ..index(site, "Timeline") };
    let view = if plan.is_split {
        TimelineView { key_dates: key_dates(site, KEY_DATES), ..whole }
    } else {
        TimelineView {
            shown: site.dossier.events.len(),
            parts: plan.parts.iter().map(|part| part_view(site, part, "")).collect(),
            undated: undated(site, ""),
            ..whole
        }
    };
    let shown = plan.parts.iter().filter(|_| !plan.is_split).flat_map(|part| part.events.iter().copied());
    let description = Description::about(events(site, &shown.collect::<Vec<_>>()));
    finish_described(site, head(paths::TIMELINE.to_owned(), "Timeline"), &description, view)
}

/// A year of a timeline that is split.
pub(super) fn part_page(site: &Site, number: usize) -> Page {
    let parts = &site.index.timeline.parts;
    let path = paths::timeline_page(&parts[number].key);
    let base = base_of(&path);
    let title = format!("Timeline: {}", parts[number].label);
    let link = |number: usize| parts.get(number).map(|part| part_link(part, &base));
    let view = TimelineView {
        shown: parts[number].events.len(),
        parts: vec![part_view(site, &parts[number], &base)],
        up: Some(whole(&base)),
        previous: number.checked_sub(1).and_then(link),
        next: link(number + 1),
        ..frame(site, &title)
    };
    finish_described(site, head(path, &title), &Description::about(events(site, &parts[number].events)), view)
}

/// The events without a date of a timeline that is split.
pub(super) fn undated_page(site: &Site) -> Page {
    let path = paths::timeline_page("undated");
    let base = base_of(&path);
    let title = "Timeline: undated or relative";
    let undated_count = site.index.timeline.undated.len();
    let undated = undated(site, &base);
    let view =
        TimelineView { shown: undated_count, undated, undated_count, up: Some(whole(&base)), ..frame(site, title) };
    finish(site, head(path, title), view)
}

/// The events that lie last, the last one first.
pub(super) fn newest_page(site: &Site) -> Page {
    let path = paths::timeline_page(paths::NEWEST_FIRST);
    let base = base_of(&path);
    let title = "Timeline, newest first";
    let mut left = NEWEST;
    let mut parts = Vec::new();
    for part in site.index.timeline.parts.iter().rev() {
        let events: Vec<usize> = part.events.iter().rev().take(left).copied().collect();
        left -= events.len();
        if !events.is_empty() {
            parts.push(reversed(site, part, events, &base));
        }
    }
    let view = TimelineView {
        shown: NEWEST - left,
        newest_first: true,
        parts,
        other_order: Some(LinkView { text: "Oldest first".to_owned(), href: whole(&base).href }),
        up: Some(whole(&base)),
        ..frame(site, title)
    };
    finish(site, Head { indexing: Indexing::Never, ..head(path, title) }, view)
}

fn reversed(site: &Site, part: &TimelinePart, events: Vec<usize>, base: &str) -> PartView {
    let views: Vec<EventView> = events.into_iter().map(|number| site.event_view(number, base)).collect();
    let (anchor, count) = (format!("y{}", part.key), views.len());
    let months = vec![MonthView { anchor: format!("{anchor}-all"), label: String::new(), count, events: views }];
    PartView { anchor, label: part.label.clone(), count, months }
}

fn head(path: String, title: &str) -> Head {
    Head { path, template: TEMPLATE, title: title.to_owned(), indexing: Indexing::Site }
}

fn frame(site: &Site, title: &str) -> TimelineView {
    TimelineView { title: title.to_owned(), total: site.dossier.events.len(), ..TimelineView::default() }
}

fn whole(base: &str) -> LinkView {
    LinkView { text: "Timeline".to_owned(), href: format!("{base}{}", paths::TIMELINE) }
}

fn newest(site: &Site, base: &str) -> Option<LinkView> {
    let href = format!("{base}{}", paths::timeline_page(paths::NEWEST_FIRST));
    (!site.index.timeline.parts.is_empty()).then(|| LinkView { text: "Newest first".to_owned(), href })
}

/// The lists of years.
fn index(site: &Site, title: &str) -> TimelineView {
    let plan = &site.index.timeline;
    let (earlier, mut years): (Vec<_>, Vec<_>) = by_year(site).into_iter().partition(|(is_earlier, _)| *is_earlier);
    if !plan.undated.is_empty() {
        let page = if plan.is_split { paths::timeline_page("undated") } else { "#undated".to_owned() };
        let link = LinkView { text: "undated or relative".to_owned(), href: page };
        years.push((false, YearView { link, count: plan.undated.len(), months: Vec::new() }));
    }
    TimelineView {
        documents_from: plan.documents_from.map(|year| DateValue::Year(year).words()).unwrap_or_default(),
        earlier_count: earlier.iter().map(|(_, year)| year.count).sum(),
        earlier: earlier.into_iter().map(|(_, year)| year).collect(),
        years: years.into_iter().map(|(_, year)| year).collect(),
        undated_count: plan.undated.len(),
        ..frame(site, title)
    }
}

/// The parts with months under their year, and whether they lie before the documents.
fn by_year(site: &Site) -> Vec<(bool, YearView)> {
    let plan = &site.index.timeline;
    let of_one_year =
        |one: &TimelinePart, other: &TimelinePart| one.is_month() && other.is_full() && one.year == other.year;
    let view = |parts: &[TimelinePart]| {
        let link = |part: &TimelinePart| match plan.is_split {
            true => part_link(part, ""),
            false => LinkView { text: part.label.clone(), href: format!("#y{}", part.key) },
        };
        let counted = |part: &TimelinePart| {
            let text = part.month.map_or_else(|| "no single month".to_owned(), |month| month_name(month).to_owned());
            CountedLinkView { link: LinkView { text, ..link(part) }, count: part.events.len() }
        };
        let first = link(&parts[0]);
        let year = DateValue::Year(parts[0].year).words();
        YearView {
            link: if parts[0].is_month() { LinkView { text: year, ..first } } else { first },
            count: parts.iter().map(|part| part.events.len()).sum(),
            months: parts.iter().filter(|_| parts[0].is_month()).map(counted).collect(),
        }
    };
    plan.parts.chunk_by(of_one_year).map(|parts| (plan.is_earlier(&parts[0]), view(parts))).collect()
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
    let label = |month: Option<u32>| match month {
        _ if part.is_full() => String::new(),
        Some(month) => format!("{} {}", month_name(month), part.label),
        None => "No single month".to_owned(),
    };
    let months = months.into_iter().map(|(month, events)| MonthView {
        anchor: month.map_or_else(|| format!("y{}-00", part.key), |month| format!("y{}-{month:02}", part.key)),
        label: label(month),
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

/// By story, in reading order.
fn undated(site: &Site, base: &str) -> Vec<UndatedView> {
    let first = |number: usize| &site.dossier.events[number].evidence[0];
    let undated = site.index.timeline.undated.iter().copied();
    let mut order: Vec<usize> = undated.filter(|&number| !site.dossier.events[number].evidence.is_empty()).collect();
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
