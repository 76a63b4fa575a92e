//! HTML → document: the main content as text and blocks, the mark-up's statement beside it.

mod content;
mod deck;
mod json_ld;
mod metadata;
mod page_dates;
mod shown_dates;

use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use scraper::Html;
use trafilatura::Options;

use self::content::Content;
use super::Reading;
use super::tags::{self, Part, Piece};
use crate::diagnostic::{Built, Code, Diagnostic};
use crate::model::{BlockKind, Statement};
use crate::text::compare::fold;

/// Pages nested deeper are read flat. The deepest of 856 pages of the trafilatura evaluation set
/// has 97 by the same count; the readers recurse, and a thread may have 2 MB of stack.
const DEEPEST: usize = 256;

/// Longer pages are read flat, in bytes of mark-up. The longest of the same pages has 3.3 MB.
const LONGEST: usize = 4 * 1024 * 1024;

/// Reads a page. `shown` is its path for findings.
pub(super) fn read(html: &str, shown: &str) -> Built<Reading> {
    if html.len() > LONGEST || tags::is_deeper(html, DEEPEST) {
        let hint = "the text is taken without its structure; save the page in a plainer form for more";
        let message = "the mark-up is longer or nested deeper than is read";
        let finding = Diagnostic::of_file(shown, Code::HtmlTooDeep, message, hint);
        return Built { value: reading(flat(html), Statement::default()), findings: vec![finding] };
    }
    let page = Html::parse_document(html);
    let head = metadata::head(&page);
    let statement = metadata::statement(&page, &head);
    match main_content(html) {
        Some(content) => {
            let deck = deck::find(&page, &head, &content.text);
            Built::clean(reading(headed(content, &statement, deck), statement))
        }
        None => {
            let hint = "all visible text of the page is kept instead; check what the page really says";
            let finding = Diagnostic::of_file(shown, Code::HtmlNoContent, "no main text was found in the page", hint);
            Built { value: reading(headed(flat(html), &statement, None), statement), findings: vec![finding] }
        }
    }
}

fn reading(content: Content, statement: Statement) -> Reading {
    Reading { text: content.text, blocks: content.blocks, statement }
}

/// What the extractor takes for the main content; `None` where it finds none or fails.
fn main_content(html: &str) -> Option<Content> {
    let options = Options::default().with_fallback(true).with_exclude_comments(true);
    // The library is other people's code at work on the worst of inputs: its panic is a finding.
    let html = without_time_elements(html);
    let extracted = catch_unwind(AssertUnwindSafe(|| trafilatura::extract(&html, &options))).ok()?.ok()?;
    let content = content::blocks(&Html::parse_fragment(&extracted.content_html));
    (!content.text.is_empty()).then_some(content)
}

/// The page with `span` for every `time` element: the extractor drops a `time` together with the
/// words behind it in its paragraph.
fn without_time_elements(html: &str) -> Cow<'_, str> {
    let is_time = |part: &Part| part.name(html).eq_ignore_ascii_case("time");
    if !tags::parts(html).any(|part| is_time(&part)) {
        return Cow::Borrowed(html);
    }
    let mut plain = String::with_capacity(html.len());
    for part in tags::parts(html) {
        match part.piece {
            Piece::Open if is_time(&part) => plain.push_str("<span>"),
            Piece::Close if is_time(&part) => plain.push_str("</span>"),
            _ => plain.push_str(part.span.of(html)),
        }
    }
    Cow::Owned(plain)
}

/// The content under the page's title and deck, so that they are part of the text and can be cited.
fn headed(content: Content, statement: &Statement, deck: Option<String>) -> Content {
    let begins = |words: &String| {
        let folded = fold(words);
        content.blocks.iter().take(3).any(|block| fold(block.span.of(&content.text)) == folded)
    };
    let title = statement.title.as_ref().filter(|title| !begins(title));
    if (title.is_none() && deck.is_none()) || content.text.is_empty() {
        return content;
    }
    let mut headed = Content::default();
    let mut rest = content.blocks.iter().peekable();
    if let Some(title) = title {
        headed.push(BlockKind::Heading(1), title, Vec::new());
    } else if deck.is_some() {
        // The deck stands below a headline that is there.
        headed.take(&content, rest.next_if(|block| matches!(block.kind, BlockKind::Heading(_))));
    }
    headed.push(BlockKind::Paragraph, &deck.unwrap_or_default(), Vec::new());
    rest.for_each(|block| headed.take(&content, Some(block)));
    headed
}

/// Tags that stand inside a line of words.
const INLINE: [&str; 24] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "kbd", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "tt", "u", "wbr",
];

/// The visible words of a page without a tree: a paragraph between any two tags that are not inline.
fn flat(html: &str) -> Content {
    let mut marked = String::with_capacity(html.len() / 4);
    let mut title = false;
    for part in tags::parts(html) {
        let name = part.name(html);
        match part.piece {
            Piece::Text if !title => marked.push_str(part.span.of(html)),
            Piece::Open | Piece::Close if name.eq_ignore_ascii_case("title") => title = part.piece == Piece::Open,
            Piece::Open | Piece::Close if !INLINE.iter().any(|known| name.eq_ignore_ascii_case(known)) => {
                marked.push('\u{0}');
            }
            _ => {}
        }
    }
    let mut content = Content::default();
    for paragraph in marked.split('\u{0}') {
        content.push(BlockKind::Paragraph, &without_references(paragraph), Vec::new());
    }
    content
}

/// Words with their character references (`&amp;`) resolved, on one line.
fn without_references(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if !words.contains('&') {
        return words;
    }
    Html::parse_fragment(&words.replace('<', "&lt;")).root_element().text().collect()
}

#[cfg(test)]
mod tests;
