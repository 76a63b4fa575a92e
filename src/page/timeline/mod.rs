//! The timeline: events by year and month, then those without a date of their own by story. A long one opens
//! with its key dates, and has a page for each year or, of a full year, for finer parts ([`calendar`](super::calendar)).

mod opening;
mod overview;
pub(super) mod plan;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::Serialize;

use super::calendar::{Part, Scope, capitalised, numbered_label};
use super::description::Description;
use super::head::{Head, Indexing, base_of, finish, finish_described};
use super::key_dates::{KeyDateView, key_dates};
use super::linked::events;
use super::links::{CountedLinkView, LinkView};
use super::parts::EventView;
use super::rows::EventRowView;
use super::site::Site;
use crate::model::{DateValue, EventStatus, Page, paths};
use opening::Opening;
use overview::{OverviewView, overview};

const TEMPLATE: &str = "timeline.html";

/// So many days are key dates of a timeline that is split.
const KEY_DATES: usize = 30;

/// So many events stand on the page of the newest, in a line each.
const NEWEST: usize = 150;
/// Of those at most so many are planned, and stand below what happened.
const NEWEST_PLANS: usize = 30;

/// Fewer rows than this are quicker read than filtered.
const FEWEST_TO_FILTER: usize = 12;

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
    /// The search page, on the index of a timeline that is split.
    search: Option<String>,
    /// The filter of the rows, where there are enough.
    filter: Option<FilterView>,
}

/// What the filter's script needs; without it nothing of the filter is seen.
#[derive(Debug, Serialize)]
struct FilterView {
    script: String,
    /// How many of how many are shown, with `{0}` and `{1}` for the numbers.
    shown: String,
    statuses: Vec<StatusView>,
    /// Where all events are searched, on a part of a timeline that is split.
    elsewhere: Option<LinkView>,
}

/// What a row may be told as.
#[derive(Debug, Serialize)]
struct StatusView {
    value: &'static str,
    words: String,
}

/// A year, decade or century; of a full year also its parts.
#[derive(Debug, Serialize)]
pub(super) struct YearView {
    /// The year, or the first of its parts.
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
    /// The same in a line each, on the page of the newest.
    lines: Vec<EventRowView>,
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
    let title = site.phrases.say("timeline");
    let whole = TimelineView { overview: overview(site), other_order: newest(site, ""), ..index(site, &title) };
    let view = if plan.is_split {
        TimelineView { key_dates: key_dates(site, KEY_DATES), search: Some(paths::SEARCH.to_owned()), ..whole }
    } else {
        let shown = site.dossier.events.len();
        TimelineView {
            shown,
            parts: plan.parts.iter().map(|part| part_view(site, part, "")).collect(),
            undated: plan.undated.iter().flat_map(|numbers| undated(site, numbers, "")).collect(),
            filter: filter(site, shown, ""),
            ..whole
        }
    };
    let shown = plan.parts.iter().filter(|_| !plan.is_split).flat_map(|part| part.rows.iter().copied());
    let description = Description::about(events(site, &shown.collect::<Vec<_>>()));
    finish_described(site, head(paths::TIMELINE.to_owned(), &title), &description, view)
}

/// A part of a timeline that is split.
pub(super) fn part_page(site: &Site, number: usize) -> Page {
    let parts = &site.index.timeline.parts;
    let part = &parts[number];
    let path = paths::timeline_page(&part.key());
    let base = base_of(&path);
    let title = site.phrases.with("timeline-of", &[("what", part.label(site.phrases).into())]);
    let link = |number: usize| parts.get(number).map(|part| part_link(site, part, &base));
    let view = TimelineView {
        shown: part.rows.len(),
        parts: site
            .index
            .timeline
            .years_of(site.dossier, part)
            .iter()
            .map(|part| part_view(site, part, &base))
            .collect(),
        up: Some(whole(site, &base)),
        previous: number.checked_sub(1).and_then(link),
        next: link(number + 1),
        filter: filter(site, part.rows.len(), &base),
        ..frame(site, &title)
    };
    finish_described(site, head(path, &title), &Description::about(events(site, &part.rows)), view)
}

/// Events without a date of a timeline that is split: a page of them.
pub(super) fn undated_page(site: &Site, page: usize) -> Page {
    let plan = &site.index.timeline;
    let path = paths::timeline_page(&plan.undated_key(page));
    let base = base_of(&path);
    let title = numbered_label(site.phrases, site.phrases.say("timeline-undated-title"), plan.undated_number(page));
    let numbers = &plan.undated[page];
    let link = |page: usize| LinkView {
        text: numbered_label(site.phrases, site.phrases.say("undated-or-relative"), plan.undated_number(page)),
        href: format!("{base}{}", paths::timeline_page(&plan.undated_key(page))),
    };
    let view = TimelineView {
        shown: numbers.len(),
        undated: undated(site, numbers, &base),
        undated_count: numbers.len(),
        up: Some(whole(site, &base)),
        previous: page.checked_sub(1).map(link),
        next: (page + 1 < plan.undated.len()).then(|| link(page + 1)),
        filter: filter(site, numbers.len(), &base),
        ..frame(site, &title)
    };
    finish(site, head(path, &title), view)
}

/// The events that lie last, the last one first.
pub(super) fn newest_page(site: &Site) -> Page {
    let path = paths::timeline_page(paths::NEWEST_FIRST);
    let base = base_of(&path);
    let title = site.phrases.say("timeline-newest-first");
    let (mut left, mut parts) = (NEWEST, Vec::new());
    let is_planned = |event: &usize| site.dossier.events[*event].status == EventStatus::Planned;
    let all = &site.index.timeline.parts;
    // what may lie in several years follows those that lie in one
    let (unsure, sure): (Vec<&Part>, Vec<&Part>) = all.iter().rev().partition(|part| part.scope == Scope::Uncertain);
    let by_time = || sure.iter().chain(&unsure).copied();
    let plans = by_time().flat_map(|part| part.rows.iter().rev().copied().filter(is_planned));
    let plans: Vec<usize> = plans.take(NEWEST_PLANS).collect();
    left -= plans.len();
    for part in by_time() {
        let told = part.rows.iter().rev().copied().filter(|event| !is_planned(event));
        let events: Vec<usize> = told.take(left).collect();
        left -= events.len();
        if !events.is_empty() {
            let label = part.label(site.phrases);
            parts.push(reversed(site, (format!("y{}", part.key()), label), events, &base));
        }
    }
    if !plans.is_empty() {
        let label = capitalised(&site.phrases.say("filter-planned"));
        parts.push(reversed(site, ("planned".to_owned(), label), plans, &base));
    }
    let oldest = LinkView { text: site.phrases.say("oldest-first"), href: whole(site, &base).href };
    let view = TimelineView {
        shown: NEWEST - left,
        newest_first: true,
        parts,
        other_order: Some(oldest),
        up: Some(whole(site, &base)),
        ..frame(site, &title)
    };
    finish(site, Head { indexing: Indexing::Never, ..head(path, &title) }, view)
}

fn reversed(site: &Site, (anchor, label): (String, String), events: Vec<usize>, base: &str) -> PartView {
    let count = events.len();
    let lines = events.into_iter().map(|number| site.event_row(number, base)).collect();
    let all = format!("{anchor}-all");
    let months = vec![MonthView { anchor: all, label: String::new(), count, events: Vec::new(), lines }];
    PartView { anchor, label, count, months }
}

fn head(path: String, title: &str) -> Head {
    Head { path, template: TEMPLATE, title: title.to_owned(), indexing: Indexing::Site }
}

fn frame(site: &Site, title: &str) -> TimelineView {
    TimelineView { title: title.to_owned(), total: site.dossier.events.len(), ..TimelineView::default() }
}

fn filter(site: &Site, rows: usize, base: &str) -> Option<FilterView> {
    let status = |status: EventStatus| StatusView {
        value: status.as_str(),
        words: site.phrases.say(match status {
            EventStatus::Happened => "filter-happened",
            EventStatus::Planned => "filter-planned",
            EventStatus::Claimed => "filter-claimed",
            EventStatus::Negated => "filter-negated",
            EventStatus::Period => "filter-period",
        }),
    };
    let all =
        [EventStatus::Happened, EventStatus::Planned, EventStatus::Claimed, EventStatus::Negated, EventStatus::Period];
    let elsewhere = || LinkView {
        text: site.phrases.count("filter-elsewhere", site.dossier.events.len()),
        href: format!("{base}{}?kind=event", paths::SEARCH),
    };
    (rows >= FEWEST_TO_FILTER).then(|| FilterView {
        elsewhere: site.index.timeline.is_split.then(elsewhere),
        script: format!("{base}{}", paths::TIMELINE_SCRIPT),
        shown: site.phrases.with("filter-shown", &[("shown", "{0}".into()), ("total", "{1}".into())]),
        statuses: all.map(status).into(),
    })
}

fn whole(site: &Site, base: &str) -> LinkView {
    LinkView { text: site.phrases.say("timeline"), href: format!("{base}{}", paths::TIMELINE) }
}

fn newest(site: &Site, base: &str) -> Option<LinkView> {
    let href = format!("{base}{}", paths::timeline_page(paths::NEWEST_FIRST));
    (!site.index.timeline.parts.is_empty()).then(|| LinkView { text: site.phrases.say("newest-first"), href })
}

/// The lists of years.
fn index(site: &Site, title: &str) -> TimelineView {
    let plan = &site.index.timeline;
    let page = |part: &Part| plan.is_split.then(|| paths::timeline_page(&part.key()));
    let (mut earlier, mut years) = (Vec::new(), Vec::new());
    for parts in by_year(&plan.parts) {
        let list = if plan.is_earlier(&parts[0]) { &mut earlier } else { &mut years };
        match parts {
            [part @ Part { scope: Scope::Before(_), .. }] => {
                let place = |year: &Part| Some(format!("{}#y{}", paths::timeline_page(&part.key()), year.key()));
                let all = plan.years_of(site.dossier, part);
                list.extend(all.chunks(1).map(|year| year_view(site, year, place)));
            }
            _ => list.push(year_view(site, parts, page)),
        }
    }
    for (at, events) in plan.undated.iter().enumerate() {
        let href = if plan.is_split { paths::timeline_page(&plan.undated_key(at)) } else { "#undated".to_owned() };
        let text = numbered_label(site.phrases, site.phrases.say("undated-or-relative"), plan.undated_number(at));
        years.push(YearView { link: LinkView { text, href }, count: events.len(), months: Vec::new() });
    }
    let from = plan.documents_from.map(|year| site.phrases.value_words(DateValue::Year(year)));
    TimelineView {
        documents_from: from.unwrap_or_default(),
        earlier_count: earlier.iter().map(|year| year.count).sum(),
        earlier,
        years,
        undated_count: plan.count_undated(),
        ..frame(site, title)
    }
}

/// The parts of each year together.
pub(super) fn by_year(parts: &[Part]) -> impl Iterator<Item = &[Part]> {
    let of_one_year = |one: &Part, other: &Part| {
        let is_numbered = one.scope == other.scope;
        is_numbered || one.is_of_full_year() && other.is_of_full_year() && one.year() == other.year()
    };
    parts.chunk_by(of_one_year)
}

/// A year of a list with links to its parts; `page` is where one stands, `None` on this page.
pub(super) fn year_view(site: &Site, parts: &[Part], page: impl Fn(&Part) -> Option<String>) -> YearView {
    let href = |part: &Part| page(part).unwrap_or_else(|| format!("#y{}", part.key()));
    let counted = |part: &Part| CountedLinkView {
        link: LinkView { text: part.short_label(site.phrases), href: href(part) },
        count: part.rows.len(),
    };
    let first = &parts[0];
    let text = match parts.len() {
        1 => first.label(site.phrases),
        _ if first.is_of_full_year() => capitalised(&site.phrases.value_words(DateValue::Year(first.year()))),
        _ => Part { number: None, ..first.clone() }.label(site.phrases),
    };
    YearView {
        link: LinkView { text, href: href(first) },
        count: parts.iter().map(|part| part.rows.len()).sum(),
        months: parts.iter().filter(|_| parts.len() > 1).map(counted).collect(),
    }
}

fn part_link(site: &Site, part: &Part, base: &str) -> LinkView {
    LinkView { text: part.label(site.phrases), href: format!("{base}{}", paths::timeline_page(&part.key())) }
}

fn part_view(site: &Site, part: &Part, base: &str) -> PartView {
    let (key, label) = (part.key(), part.label(site.phrases));
    let mut months: BTreeMap<Opening, Vec<EventView>> = BTreeMap::new();
    for &number in &part.rows {
        let edtf = site.dossier.events[number].when.edtf.filter(|_| !part.is_of_full_year());
        let opening = edtf.map_or(Opening::WITHOUT, Opening::of);
        months.entry(opening).or_default().push(site.event_view(number, base));
    }
    let words = |month: u32| capitalised(&site.phrases.value_words(DateValue::Month(part.year(), month)));
    let month_label = |opening: Opening| match opening {
        _ if part.is_of_full_year() => String::new(),
        Opening { is_range: false, month: 1..=12 } => words(opening.month),
        Opening { is_range: true, .. } => {
            site.phrases.with("month-or-later", &[("month", words(opening.month).into())])
        }
        _ => site.phrases.say("no-single-month"),
    };
    let months = months.into_iter().map(|(opening, events)| MonthView {
        anchor: opening.anchor(&key),
        label: month_label(opening),
        count: events.len(),
        events,
        lines: Vec::new(),
    });
    PartView { anchor: format!("y{key}"), label, count: part.rows.len(), months: months.collect() }
}

/// By story, in reading order.
fn undated(site: &Site, numbers: &[usize], base: &str) -> Vec<UndatedView> {
    let first = |number: usize| &site.dossier.events[number].evidence[0];
    let told = |number: &usize| !site.dossier.events[*number].evidence.is_empty();
    let order: Vec<usize> = numbers.iter().copied().filter(told).collect();
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
