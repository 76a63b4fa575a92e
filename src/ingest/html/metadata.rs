//! What a page's mark-up says about the page → [`Statement`].
//!
//! Sources in order: JSON-LD, `<meta>` (OpenGraph, Dublin Core and kin), elements that are marked
//! as date or author, the address, a date shown beside the headline. The publication date speaks
//! before any date of change.

use scraper::{ElementRef, Html};

use super::json_ld::{self, JsonLd};
use super::page_dates;
use crate::ingest::statement::{language_tag, web_address};
use crate::model::Statement;
use crate::text::words;

const META_NAMES: &str = include_str!("../data/meta-names.txt");

/// Names longer than this are no names, in characters.
const LONGEST_NAME: usize = 120;

/// What the head of a page holds.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// Name in lower case and content of each `<meta>`, in order.
    metas: Vec<(String, String)>,
    /// Relation and address of each `<link>`.
    links: Vec<(String, String)>,
    title: Option<String>,
    language: Option<String>,
    /// What the JSON-LD says.
    pub said: JsonLd,
}

impl Head {
    /// Contents of the `<meta>`s that say `what`, best name first.
    pub fn metas(&self, what: &'static str) -> impl Iterator<Item = &str> {
        words::table(META_NAMES).filter(move |(key, _)| *key == what).flat_map(move |(_, name)| {
            self.metas.iter().filter(move |(known, _)| known == name).map(|(_, content)| content.as_str())
        })
    }

    /// The page's own address.
    pub fn address(&self) -> Option<String> {
        let canonical =
            self.links.iter().filter(|(relation, _)| relation == "canonical").map(|(_, href)| href.as_str());
        canonical.chain(self.metas("url")).chain(self.said.url.as_deref()).find_map(web_address)
    }

    /// The page's language.
    pub fn language(&self) -> Option<String> {
        let said =
            self.language.as_deref().into_iter().chain(self.metas("language")).chain(self.said.language.as_deref());
        said.filter_map(language_tag).next()
    }
}

/// Reads the statement of a page.
pub(super) fn statement(page: &Html, head: &Head) -> Statement {
    let dated = page_dates::published(page, head);
    let publisher = head.said.publisher.as_deref().into_iter().chain(head.metas("publisher")).find_map(one_line);
    Statement {
        title: title(head, publisher.as_deref()),
        published: dated.map(|(date, _)| date),
        published_by: dated.map(|(_, by)| by.into()),
        authors: authors(head),
        url: head.address(),
        licence: licence(head),
        language: head.language(),
        publisher: publisher.filter(|name| web_address(name).is_none()),
        ..Statement::default()
    }
}

pub(super) fn head(page: &Html) -> Head {
    let mut head = Head::default();
    let mut scripts = Vec::new();
    for element in page.root_element().descendent_elements() {
        let attribute = |name: &str| element.attr(name).map(str::trim).filter(|value| !value.is_empty());
        match element.value().name() {
            "html" => head.language = attribute("lang").or_else(|| attribute("xml:lang")).map(str::to_owned),
            "meta" => {
                let Some(content) = attribute("content") else { continue };
                for key in ["name", "property", "itemprop", "http-equiv"] {
                    if let Some(name) = attribute(key) {
                        head.metas.push((name.to_ascii_lowercase(), content.to_owned()));
                    }
                }
            }
            "link" => {
                if let (Some(relation), Some(href)) = (attribute("rel"), attribute("href")) {
                    head.links.push((relation.to_ascii_lowercase(), href.to_owned()));
                }
            }
            "a" if attribute("rel").is_some_and(|relation| relation.eq_ignore_ascii_case("license")) => {
                head.links.extend(attribute("href").map(|href| ("license".to_owned(), href.to_owned())));
            }
            "title" if head.title.is_none() => head.title = one_line(&words_of(element)),
            "script" if attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json")) => {
                scripts.push(words_of(element));
            }
            _ => {}
        }
    }
    head.said = json_ld::read(&scripts);
    head
}

/// The words in an element.
pub(super) fn words_of(element: ElementRef<'_>) -> String {
    element.text().collect()
}

/// Words on one line; `None` where there are none.
pub(super) fn one_line(words: &str) -> Option<String> {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then_some(line)
}

fn title(head: &Head, publisher: Option<&str>) -> Option<String> {
    let said = head.said.title.as_deref().into_iter().chain(head.metas("title")).chain(head.title.as_deref());
    let title = said.filter_map(decoded_line).next()?;
    // `Headline | Site` and `Headline - Site`, where the site's name is known.
    let short = publisher.and_then(|name| {
        let rest = title.strip_suffix(name)?.trim_end();
        let rest = rest.strip_suffix(['|', '-', '–', '—', '·', '•', ':', '»'])?.trim_end();
        (!rest.is_empty()).then(|| rest.to_owned())
    });
    Some(short.unwrap_or(title))
}

/// Programs often escape twice: `&amp;` in an attribute's value.
pub(super) fn decoded_line(words: &str) -> Option<String> {
    if !words.contains('&') {
        return one_line(words);
    }
    one_line(&words_of(Html::parse_fragment(&words.replace('<', "&lt;")).root_element()))
}

fn authors(head: &Head) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let said: Vec<&str> = match head.said.authors.as_slice() {
        [] => head.metas("author").collect(),
        authors => authors.iter().map(String::as_str).collect(),
    };
    for name in said.into_iter().filter_map(decoded_line) {
        let name = name.strip_prefix("By ").or_else(|| name.strip_prefix("by ")).unwrap_or(&name).to_owned();
        let usable = name.chars().count() <= LONGEST_NAME && !name.contains("://") && !name.starts_with('@');
        if usable && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn licence(head: &Head) -> Option<String> {
    let links = head.links.iter().filter(|(relation, _)| relation == "license").map(|(_, href)| href.as_str());
    links.chain(head.metas("licence")).chain(head.said.licence.as_deref()).find_map(one_line)
}
