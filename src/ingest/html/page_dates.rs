//! When a page was published: the best of what its mark-up offers.

use crate::model::Edtf;
use chrono::NaiveDate;
use scraper::{ElementRef, Html};

use super::metadata::Head;
use super::shown_dates;
use crate::ingest::dates::parse_date;

/// So much of an element's words is searched for a date, in bytes.
const LONGEST: usize = 200;

/// How well a date is vouched for, best first. The order was tuned on the 799 pages of the htmldate
/// evaluation set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// An element marked as the publication date.
    Marked,
    /// The first `<time>` of the main part.
    Time,
    /// An element called a date, holding one.
    Called,
    /// Any other `<time>`.
    AnyTime,
    /// A line that is a date, with a word or two around it.
    Line,
}

/// The publication date of a page, and who says so: the name of a message.
pub(super) fn published(page: &Html, head: &Head) -> Option<(Edtf, &'static str)> {
    const METADATA: &str = "by-page";
    const SHOWN: &str = "by-page-shown";
    let language = head.language();
    let language = language.as_deref();
    let said = |words: &str| usable(words, language);
    let found = marked(page, language);
    let best = |rank: Rank| found.iter().find(|(known, _)| *known == rank).map(|&(_, date)| date);
    let address = head.address().as_deref().and_then(shown_dates::in_address).map(Edtf::day);
    let stated = head
        .said
        .published
        .as_deref()
        .and_then(said)
        .or_else(|| head.metas("published").find_map(said))
        .or_else(|| best(Rank::Marked));
    match (stated, address) {
        // The mark-up may count in another time zone than the newsroom that chose the address.
        (Some(stated), Some(address)) if !is_neighbour(stated, address) => return Some((stated, METADATA)),
        (_, Some(address)) => return Some((address, "by-page-address")),
        (Some(stated), None) => return Some((stated, METADATA)),
        (None, None) => {}
    }
    let changed = || head.metas("modified").find_map(said).or_else(|| head.said.modified.as_deref().and_then(said));
    let picture = || head.metas("picture").find_map(shown_dates::in_address).map(Edtf::day);
    None.or_else(|| best(Rank::Time).map(|date| (date, METADATA)))
        .or_else(|| best(Rank::Called).map(|date| (date, SHOWN)))
        .or_else(|| best(Rank::AnyTime).map(|date| (date, METADATA)))
        .or_else(|| changed().map(|date| (date, METADATA)))
        .or_else(|| best(Rank::Line).map(|date| (date, SHOWN)))
        .or_else(|| picture().map(|date| (date, "by-picture-address")))
}

/// True for days at most one day apart.
fn is_neighbour(one: Edtf, other: Edtf) -> bool {
    one.as_day().zip(other.as_day()).is_some_and(|(one, other)| (one - other).num_days().abs() <= 1)
}

/// A date to the day that a web page can have.
fn usable(words: &str, language: Option<&str>) -> Option<Edtf> {
    let day = parse_date(words).and_then(Edtf::as_day).or_else(|| shown_dates::leading(words, language))?;
    shown_dates::is_plausible(day).then_some(Edtf::day(day))
}

/// The dates that elements of the page hold, in order.
fn marked(page: &Html, language: Option<&str>) -> Vec<(Rank, Edtf)> {
    let mut found = Vec::new();
    for element in page.root_element().descendent_elements() {
        let Some(rank) = rank(element) else { continue };
        if let Some(day) = date_in(element, rank, language) {
            found.push((rank, Edtf::day(day)));
        }
    }
    found
}

/// A date with what goes with it (place, author, clock time) is seldom longer and a sentence, in bytes.
const LONGEST_DATE_LINE: usize = 90;

/// Elements that hold no date of their own, or so much that any date in them says little.
const NEVER: [&str; 9] = ["html", "body", "head", "script", "style", "meta", "link", "input", "option"];

/// Parts of the class or id of an element that holds a date.
const CALLED: [&str; 12] =
    ["date", "time", "publish", "posted", "byline", "datum", "fecha", "meta", "info", "created", "submitted", "author"];

/// Parts of the class or id of an element that speaks of other pages or of readers.
const ASIDE: [&str; 6] = ["comment", "sidebar", "related", "teaser", "popular", "site-footer"];

fn rank(element: ElementRef<'_>) -> Option<Rank> {
    let tag = element.value().name();
    if NEVER.contains(&tag) {
        return None;
    }
    let called = called(element);
    let property = [element.attr("itemprop"), element.attr("property")].into_iter().flatten().collect::<String>();
    let property = property.to_ascii_lowercase();
    let is_time = tag == "time" || tag == "abbr";
    let says_published = ["publish", "entry-date", "pubdate"].iter().any(|word| called.contains(word));
    if ["datepublished", "dc:date", "dc:created"].iter().any(|word| property.contains(word))
        || element.attr("pubdate").is_some()
        || (is_time && says_published)
    {
        return Some(Rank::Marked);
    }
    if is_aside(element) {
        return is_time.then_some(Rank::AnyTime);
    }
    if tag == "time" {
        return Some(if called.contains("updated") { Rank::AnyTime } else { Rank::Time });
    }
    if tag == "abbr" {
        return Some(Rank::AnyTime);
    }
    Some(if CALLED.iter().any(|word| called.contains(word)) { Rank::Called } else { Rank::Line })
}

fn called(element: ElementRef<'_>) -> String {
    let mut words = element.attr("class").unwrap_or_default().to_ascii_lowercase();
    words.push(' ');
    words.push_str(&element.attr("id").unwrap_or_default().to_ascii_lowercase());
    words
}

/// True in parts of a page that speak of other pages or of readers: lists of links, comments.
fn is_aside(element: ElementRef<'_>) -> bool {
    let holders = element.ancestors().filter_map(ElementRef::wrap);
    std::iter::once(element).chain(holders).any(|parent| {
        let tag = parent.value().name();
        let called = called(parent);
        matches!(tag, "aside" | "nav" | "footer" | "noscript")
            || (tag != "body" && tag != "html" && ASIDE.iter().any(|word| called.contains(word)))
    })
}

/// True for words that run on like sentences.
fn is_prose(words: &str) -> bool {
    let ends_sentence = words.contains(". ") || words.ends_with(['.', '!', '?', '…', '”', '"']);
    words.len() > LONGEST || (words.len() > LONGEST_DATE_LINE && ends_sentence)
}

fn date_in(element: ElementRef<'_>, rank: Rank, language: Option<&str>) -> Option<NaiveDate> {
    let attribute = |name: &str| element.attr(name).and_then(|words| usable(words, language)).and_then(Edtf::as_day);
    let machine = attribute("datetime").or_else(|| attribute("content")).or_else(|| attribute("title"));
    if machine.is_some() {
        return machine;
    }
    let mut words = String::new();
    for part in element.text() {
        words.push_str(part);
        words.push(' ');
        if words.len() > LONGEST {
            break;
        }
    }
    let day = match rank {
        // A sentence that opens with a date tells of that day; a line of its own is a dateline.
        Rank::Line if is_prose(words.trim()) => None,
        Rank::Line => shown_dates::leading(&words, language),
        _ => shown_dates::first(&words, language),
    };
    day.filter(|&day| shown_dates::is_plausible(day))
}
