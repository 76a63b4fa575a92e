//! Pages: title, text, statement, and pages that are made to hurt.

use super::*;

fn page(head: &str, body: &str) -> String {
    format!("<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>")
}

const ARTICLE: &str = "<nav><a href=/>Home</a> <a href=/b>Politics</a></nav><article><p>The two presidents met in Seoul on \
    Friday and spoke for three hours about trade, security and the border.</p><p>They agreed to meet again next year, a \
    spokesman said, and to open a second crossing at the end of the month.</p></article><footer>All rights</footer>";

#[test]
fn a_page_becomes_its_headline_and_its_article() {
    let head = "<title>Presidents meet | The Paper</title><meta property=og:site_name content='The Paper'>\
        <meta name=author content='By A. B.'><link rel=canonical href='https://e.org/a'>\
        <meta property='article:published_time' content='2021-03-14T10:00:00Z'>";
    let built = read(&page(head, ARTICLE), "a.html");
    assert_eq!(built.findings, []);
    let reading = built.value;
    assert!(reading.text.starts_with("Presidents meet\n\nThe two presidents"), "{}", reading.text);
    assert!(!reading.text.contains("Politics"), "{}", reading.text);
    assert_eq!(reading.blocks[0].kind, BlockKind::Heading(1));
    let said = reading.statement;
    assert_eq!((said.publisher.as_deref(), said.url.as_deref()), (Some("The Paper"), Some("https://e.org/a")));
    assert_eq!((said.authors.as_slice(), said.language.as_deref()), (["A. B.".to_owned()].as_slice(), Some("en")));
    assert_eq!(said.published.unwrap().to_string(), "2021-03-14");
    assert_eq!(said.published_by.as_deref(), Some("by-page"));
}

#[test]
fn words_behind_a_time_element_stay() {
    let body = ARTICLE.replace("on Friday and spoke", "on <time datetime=2021-03-12>Friday</time> and spoke");
    let text = read(&page("", &body), "a.html").value.text;
    assert!(text.contains("in Seoul on Friday and spoke for three hours"), "{text}");
}

#[test]
fn the_best_date_of_a_page_is_taken() {
    let table = [
        ("<meta name=DC.date.issued content=2021-03-14>", "", Some("2021-03-14")),
        (
            "<meta property=article:modified_time content=2022-01-01><meta name=pubdate content=20210314>",
            "",
            Some("2021-03-14"),
        ),
        (
            "<meta property=article:modified_time content=2022-01-01>",
            "<time datetime=2021-03-14>x</time>",
            Some("2021-03-14"),
        ),
        ("<link rel=canonical href=https://e.org/2021/03/14/a>", "", Some("2021-03-14")),
        ("", "<p class=date>Published 14 March 2021</p>", Some("2021-03-14")),
        ("", "<footer><p class=date>14 March 2021</p></footer>", None),
        (
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-03-14\"}</script>",
            "",
            Some("2021-03-14"),
        ),
        ("<meta name=date content='soon'>", "", None),
    ];
    for (head, body, day) in table {
        let said = read(&page(head, &format!("{body}{ARTICLE}")), "a.html").value.statement;
        assert_eq!(said.published.map(|date| date.to_string()).as_deref(), day, "{head} {body}");
    }
}

#[test]
fn a_page_without_content_keeps_its_words() {
    let built = read("<html><body><nav><a href=x>Only &amp; a menu</a></nav></body></html>", "a.html");
    assert!(built.value.text.contains("Only & a menu"), "{:?}", built.value.text);
    assert_eq!(read("<html></html>", "a.html").value.text, "");
}

#[test]
fn pages_that_are_made_to_hurt_are_read_flat_and_fast() {
    let table = [
        "<div>".repeat(10_000) + "deep words",
        "<div>".repeat(200_000) + "deep words",
        "<b>".repeat(5_000_000 / 3) + "deep words",
        "<a href=x>".repeat(100_000) + "deep words",
        "<p><b id=x>y</p>".repeat(50_000) + "deep words",
        "<table><tr><td>".repeat(5_000) + "deep words",
        "<svg><g>".repeat(5_000) + "deep words",
        format!("<p {}>deep words", "a=b ".repeat(200_000)),
        "<".repeat(100_000) + " deep words",
        "<p>deep words".to_owned() + &"</p>".repeat(200_000),
        "deep words".to_owned() + &"<!--".repeat(100_000),
        "<option>".repeat(50_000) + "deep words",
        "<font><p>".repeat(250) + "deep words",
    ];
    let thread = std::thread::Builder::new().stack_size(2 * 1024 * 1024).spawn(move || {
        for html in table {
            let built = read(&html, "a.html");
            let opening: String = html.chars().take(20).collect();
            assert!(built.value.text.contains("deep words"), "{opening}");
        }
    });
    thread.unwrap().join().unwrap();
}
