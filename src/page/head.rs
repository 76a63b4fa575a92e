//! [`Head`]: what every page carries around its content.

use serde::Serialize;

use super::description::{self, Description, TagView};
use super::index::LONGEST_TITLE;
use super::links::{LinkView, safe_href};
use super::site::Site;
use crate::model::{Page, paths};
use crate::text::compare::shorten;

/// The titles of pages that are neither a document's nor an actor's.
const ROOM_TITLES: [&str; 11] = [
    "corrections-title",
    "timeline",
    "actors",
    "agreements",
    "quotations",
    "conflicts",
    "sources",
    "search",
    "index-a-z",
    "method",
    "missing-title",
];

/// Title, language, links and navigation of a page.
#[derive(Debug, Serialize)]
struct HeadView {
    title: String,
    site_title: String,
    /// The language of the page around its content, and the direction it is written in.
    language: String,
    direction: &'static str,
    description: String,
    noindex: bool,
    canonical: Option<String>,
    feed: Option<String>,
    /// The feed of this page alone.
    own_feed: Option<String>,
    tags: Vec<TagView>,
    /// What the page is about in schema.org's words (JSON-LD), where it is about something.
    linked: Option<serde_json::Value>,
    style: String,
    /// The dossier's own style sheet; `render/` takes it out where there is none.
    custom_style: String,
    home: String,
    data: String,
    navigation: Vec<NavigationView>,
    contact: ContactView,
    /// The page of corrections, where there are some, and its feed.
    corrections: Option<String>,
    corrections_feed: Option<String>,
}

/// A link of the navigation.
#[derive(Debug, Serialize)]
struct NavigationView {
    text: String,
    href: String,
    /// How many there are, where that is shown.
    count: Option<usize>,
    /// The value of `aria-current`: `page` here, `true` below.
    current: Option<&'static str>,
}

/// How to report an error.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ContactView {
    text: String,
    href: Option<String>,
}

/// Whether search engines are asked to stay away from a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Indexing {
    /// As the settings have it.
    Site,
    /// Stay away.
    Never,
}

/// What a page says about itself.
#[derive(Debug)]
pub(super) struct Head {
    /// Path below the site folder.
    pub path: String,
    /// Its template.
    pub template: &'static str,
    /// Its title; the site's title is added.
    pub title: String,
    /// Whether search engines may come.
    pub indexing: Indexing,
}

impl Site<'_> {
    /// A title that no other page of the site bears: the id is added where the words are not enough.
    pub(super) fn unique_title(&self, words: &str, id: &str) -> String {
        self.unique_title_as(words, words, id)
    }

    /// The same of what data files call `counted`.
    pub(super) fn unique_title_as(&self, words: &str, counted: &str, id: &str) -> String {
        let (title, counted) = (shorten(words, LONGEST_TITLE), shorten(counted, LONGEST_TITLE));
        let is_of_room = ROOM_TITLES.iter().any(|id| shorten(&self.phrases.say(id), LONGEST_TITLE) == title);
        let is_unique = !is_of_room && self.index.titles.get(&counted).is_none_or(|&count| count < 2);
        if is_unique { title } else { format!("{title} ({id})") }
    }
}

/// The site's relative address from the page at `path`: `""` or `"../"`.
pub(super) fn base_of(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// The page for a view: the view's fields and `head` beside them.
pub(super) fn finish<V: Serialize>(site: &Site, head: Head, view: V) -> Page {
    finish_described(site, head, &Description::default(), view)
}

/// The same with what the page tells machines about itself.
pub(super) fn finish_described<V: Serialize>(site: &Site, head: Head, description: &Description, view: V) -> Page {
    let base = base_of(&head.path);
    finish_at(site, head, (&base, description), view)
}

/// The same with every link of the frame starting at `base`.
pub(super) fn finish_at<V: Serialize>(
    site: &Site,
    head: Head,
    (base, description): (&str, &Description),
    view: V,
) -> Page {
    let mut fields = serde_json::Map::new();
    let around = serde_json::to_value(head_view(site, &head, (base, description))).expect("a head is plain values");
    fields.insert("head".to_owned(), around);
    if let serde_json::Value::Object(own) = serde_json::to_value(view).expect("a view is plain values") {
        fields.extend(own);
    }
    Page { path: head.path, template: head.template, view: serde_json::Value::Object(fields) }
}

fn head_view(site: &Site, head: &Head, (base, description): (&str, &Description)) -> HeadView {
    let settings = site.settings;
    let has_feed = !site.dossier.corrections.is_empty() && settings.base_url.is_some();
    let is_missing = head.path == paths::MISSING;
    HeadView {
        title: page_title(&head.title, &settings.title),
        site_title: settings.title.clone(),
        language: language_tag(site.phrases.tag()).unwrap_or_else(|| "en".to_owned()),
        direction: site.phrases.direction(),
        description: settings.description.clone(),
        noindex: settings.noindex || head.indexing == Indexing::Never,
        canonical: settings.base_url.as_ref().filter(|_| !is_missing).map(|url| format!("{url}{}", head.path)),
        feed: settings.base_url.as_ref().map(|_| format!("{base}{}", paths::FEED)),
        own_feed: description.feed.as_ref().filter(|_| settings.base_url.is_some()).map(|path| format!("{base}{path}")),
        tags: description::tags(site, head, description),
        linked: (description.entity.is_some() || description.based_on.is_some())
            .then(|| description::linked(site, head, description)),
        style: format!("{base}{}", paths::STYLE),
        custom_style: format!("{base}{}", paths::CUSTOM_STYLE),
        home: format!("{base}{}", paths::HOME),
        data: format!("{base}{}#data", paths::ABOUT),
        navigation: navigation(site, head, base),
        contact: contact(site),
        corrections: site.has_corrections().then(|| format!("{base}{}", paths::CORRECTIONS)),
        corrections_feed: has_feed.then(|| format!("{base}{}", paths::CORRECTIONS_FEED)),
    }
}

/// Both titles without the marks that could turn the direction of a window's title line.
fn page_title(title: &str, site: &str) -> String {
    let plain = |words: &str| words.replace(|c| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'), "");
    let title = plain(title);
    if title.is_empty() { plain(site) } else { format!("{title} · {}", plain(site)) }
}

/// The rooms of the site; agreements and conflicts only where there are some.
fn navigation(site: &Site, head: &Head, base: &str) -> Vec<NavigationView> {
    let conflicts = site.index.conflicts;
    let has_agreements = !site.dossier.agreements.is_empty();
    let rooms = [
        ("overview", paths::HOME, "", true),
        ("timeline", paths::TIMELINE, "timeline/", true),
        ("actors", paths::ACTORS, "actors", true),
        ("agreements", paths::AGREEMENTS, "agreements/", has_agreements),
        ("quotations", paths::QUOTATIONS, "quotations/", true),
        ("conflicts-short", paths::CONFLICTS, "", conflicts > 0),
        ("sources", paths::SOURCES, "documents/", true),
        ("search", paths::SEARCH, "terms", true),
        ("method", paths::ABOUT, "", true),
    ];
    let current = |page: &str, folder: &str| match head.path.as_str() {
        path if path == page => Some("page"),
        path if !folder.is_empty() && path.starts_with(folder) => Some("true"),
        _ => None,
    };
    let room = |(name, page, folder, _): (&str, &str, &str, bool)| NavigationView {
        text: site.phrases.say(name),
        href: format!("{base}{page}"),
        count: Some(conflicts).filter(|_| page == paths::CONFLICTS),
        current: current(page, folder),
    };
    rooms.into_iter().filter(|&(_, _, _, is_shown)| is_shown).map(room).collect()
}

/// An e-mail or web address becomes a link; a sentence stays a sentence.
pub(super) fn contact(site: &Site) -> ContactView {
    let text = site.settings.contact.trim().to_owned();
    let is_mail = text.contains('@') && !text.contains(char::is_whitespace) && !text.contains(':');
    let href = if is_mail { Some(format!("mailto:{text}")) } else { safe_href(&text) };
    ContactView { text, href }
}

/// A BCP 47 tag as an attribute may carry it; `None` for anything else.
pub(super) fn language_tag(tag: &str) -> Option<String> {
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_tag = tag.split('-').all(is_part) && tag.split('-').next().is_some_and(|first| first.len() > 1);
    is_tag.then(|| tag.to_owned())
}

/// A link whose words are the title of the site's own page.
pub(super) fn site_link(text: &str, base: &str, path: &str) -> LinkView {
    LinkView { text: text.to_owned(), href: format!("{base}{path}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_knows_its_depth() {
        assert_eq!(base_of("index.html"), "");
        assert_eq!(base_of("documents/a.html"), "../");
    }

    #[test]
    fn only_language_tags_reach_the_lang_attribute() {
        for tag in ["en", "de-AT", "zh-Hant-TW"] {
            assert_eq!(language_tag(tag).as_deref(), Some(tag));
        }
        for wrong in ["", "e", "en us", "\"onload", "english language", "en-", "abcdefghij"] {
            assert_eq!(language_tag(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_title_cannot_turn_the_window_line() {
        assert_eq!(page_title("a\u{202E}b", "Site"), "ab · Site");
    }
}
