//! The deck (standfirst) of an article: publishers often set it apart from the article's body, where
//! the extractor of the main content does not look for it.
//!
//! Only words that the page itself calls its description, or an element that is called a lead, and
//! that stand in sight count. Nothing is taken from the metadata alone: a reader could not see it.

use scraper::{ElementRef, Html};

use super::metadata::{Head, decoded_line, one_line};

/// Decks are neither shorter nor longer, in characters.
const LENGTHS: std::ops::RangeInclusive<usize> = 40..=1200;

/// The elements a deck may be.
const TAGS: [&str; 8] = ["p", "div", "h2", "h3", "strong", "span", "section", "header"];

/// Parts of the class or `itemprop` of a deck.
const CALLED: [&str; 12] = [
    "lead",
    "teaser",
    "intro",
    "standfirst",
    "chapo",
    "subheadline",
    "subtitle",
    "deck",
    "vorspann",
    "abstract",
    "description",
    "summary",
];

/// An element that is called a deck is one when it stands so few elements behind the first `<h1>`.
const NEAR: usize = 60;

/// The deck of a page whose main content is `content`; `None` where there is none or it is there.
pub(super) fn find(page: &Html, head: &Head, content: &str) -> Option<String> {
    let descriptions: Vec<String> = head.metas("description").filter_map(decoded_line).collect();
    let content = one_line(content)?;
    let mut behind_title = None;
    let mut called = None;
    for element in page.root_element().descendent_elements() {
        if element.value().name() == "h1" {
            behind_title = behind_title.or(Some(0));
        }
        behind_title = behind_title.map(|count: usize| count + 1);
        if !TAGS.contains(&element.value().name()) {
            continue;
        }
        let Some(words) = short_words(element) else { continue };
        if descriptions.iter().any(|description| says(&words, description)) && !is_elsewhere(element) {
            return Some(words).filter(|words| !content.contains(opening(words)));
        }
        let near = behind_title.is_some_and(|count| count <= NEAR);
        if called.is_none() && near && is_called(element) && !is_elsewhere(element) {
            called = Some(words);
        }
    }
    called.filter(|words| !content.contains(opening(words)))
}

fn is_called(element: ElementRef<'_>) -> bool {
    [element.attr("class"), element.attr("itemprop")].into_iter().flatten().any(|name| {
        let name = name.to_ascii_lowercase();
        CALLED.iter().any(|word| name.contains(word))
    })
}

/// True in parts of a page that speak of other pages or of readers.
fn is_elsewhere(element: ElementRef<'_>) -> bool {
    element.ancestors().filter_map(ElementRef::wrap).any(|parent| {
        let tag = parent.value().name();
        let called = parent.attr("class").unwrap_or_default().to_ascii_lowercase();
        matches!(tag, "aside" | "nav" | "footer" | "noscript" | "figure" | "a")
            || ["comment", "sidebar", "related"].iter().any(|word| tag != "body" && called.contains(word))
    })
}

/// The words of an element on one line, if it has about as many as a deck.
fn short_words(element: ElementRef<'_>) -> Option<String> {
    let mut words = String::new();
    for part in element.text() {
        words.push_str(part);
        if words.len() > 4 * LENGTHS.end() {
            return None;
        }
    }
    one_line(&words).filter(|line| LENGTHS.contains(&line.chars().count()))
}

/// True when `words` are the description or begin with what was cut for it.
fn says(words: &str, description: &str) -> bool {
    let description = description.trim_end_matches(['…', '.', ' ']);
    let whole = words.trim_end_matches(['…', '.', ' ']);
    description.chars().count() >= *LENGTHS.start() && (whole.starts_with(description) || description == whole)
}

/// The first words of a deck: enough to know it again.
fn opening(words: &str) -> &str {
    words.char_indices().nth(*LENGTHS.start()).map_or(words, |(at, _)| &words[..at])
}

#[cfg(test)]
mod tests {
    use super::super::metadata;
    use super::*;

    #[test]
    fn the_deck_is_what_the_page_shows_and_calls_its_description() {
        const DECK: &str = "The talks in Seoul went on for three hours and ended without a statement.";
        let head = format!("<meta name=description content='{}'>", &DECK[..60]);
        let table = [
            (format!("{head}<div class=lead><p>{DECK}</p></div><p>Body</p>"), "Body", Some(DECK)),
            (format!("{head}<p>Body</p>"), "Body", None),
            (format!("{head}<p>{DECK}</p><p>Body</p>"), DECK, None),
            (format!("{head}<aside><p>{DECK}</p></aside>"), "Body", None),
            (format!("<p>{DECK}</p>"), "Body", None),
            (format!("<h1>T</h1><p class=article-teaser>{DECK}</p>"), "Body", Some(DECK)),
            (format!("<p class=article-teaser>{DECK}</p><h1>T</h1>"), "Body", None),
        ];
        for (page, content, deck) in table {
            let page = Html::parse_document(&page);
            assert_eq!(find(&page, &metadata::head(&page), content).as_deref(), deck);
        }
    }
}
