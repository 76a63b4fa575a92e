//! Blocks of Markdown: what is shown, and that nothing is lost.

use proptest::prelude::*;

use super::*;
use crate::model::{Block, BlockKind, Inline};
use crate::text::Span;

fn read_blocks(text: &str) -> Vec<Block> {
    read(text.to_owned(), "a.md").value.blocks
}

/// What a reader sees of a block, white space single.
fn shown(text: &str, block: &Block) -> String {
    let mut seen = String::new();
    let mut at = block.span.start;
    for inline in &block.inlines {
        if let Inline::Replaced { span, shown } = inline {
            seen += Span::new(at, span.start).of(text);
            seen += shown;
            at = span.end;
        }
    }
    seen += Span::new(at, block.span.end).of(text);
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn blocks_are_shown_without_their_mark_up() {
    use BlockKind::{Caption, Code, FrontMatter, Heading, ListItem, Paragraph, Quote, Rule, TableRow};
    let table: &[(&str, &[(BlockKind, &str)])] = &[
        ("# A *b* #\n\nText", &[(Heading(1), "A b"), (Paragraph, "Text")]),
        ("A\n===\nText", &[(Heading(1), "A"), (Paragraph, "Text")]),
        ("**a** [b](https://e.org \"t\") `c` d\\*e &amp; &lt;", &[(Paragraph, "a b c d*e & <")]),
        ("- a\n- b\n  - c\n\ntail", &[(ListItem, "a"), (ListItem, "b"), (ListItem, "c"), (Paragraph, "tail")]),
        ("- a\n\n  more\n- b", &[(ListItem, "a"), (ListItem, "more"), (ListItem, "b")]),
        ("1. a\n2. b", &[(ListItem, "1. a"), (ListItem, "2. b")]),
        ("> a\n> b\n>\n> c", &[(Quote, "a b"), (Quote, "c")]),
        ("> - a\n>\n> b", &[(ListItem, "a"), (Quote, "b")]),
        ("| a | b |\n|---|---|\n| 1 | **2** |", &[(TableRow, "a | b"), (TableRow, "1 | 2")]),
        ("```rust\nlet a;\n```\n\n    b", &[(Code, "let a;"), (Code, "b")]),
        ("a\n\n---\n\nb", &[(Paragraph, "a"), (Rule, "---"), (Paragraph, "b")]),
        ("---\ntitle: A\n---\n# H", &[(FrontMatter, "--- title: A ---"), (Heading(1), "H")]),
        ("[a]\n\n[a]: https://e.org\n", &[(Paragraph, "a"), (FrontMatter, "[a]: https://e.org")]),
        ("a[^1]\n\n[^1]: note", &[(Paragraph, "a[1]"), (Paragraph, "[1] note")]),
        ("![alt](x.png)\n\na ![alt](x.png)", &[(Caption, "alt"), (Paragraph, "a alt")]),
        ("<div>\nx <b>y</b>\n<script>z</script>\n</div>\n", &[(Paragraph, "x y")]),
        ("a <b>c</b> <!-- d -->", &[(Paragraph, "a c")]),
        ("~~a~~", &[(Paragraph, "~~a~~")]),
        ("- [x] a", &[(ListItem, "[x] a")]),
        ("<https://e.org/>", &[(Paragraph, "https://e.org/")]),
        ("a  \nb\\\nc", &[(Paragraph, "a b c")]),
    ];
    for (text, expected) in table {
        let blocks = read_blocks(text);
        let found: Vec<_> = blocks.iter().map(|block| (block.kind, shown(text, block))).collect();
        let expected: Vec<_> = expected.iter().map(|&(kind, words)| (kind, words.to_owned())).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn links_lead_to_the_web_and_nowhere_else() {
    let text = "[a *b*](https://e.org) [c](javascript:x) <m@e.org> [d](/e) **f**";
    let inlines: Vec<_> = read_blocks(text)[0]
        .inlines
        .iter()
        .filter_map(|inline| match inline {
            Inline::Link { span, href } => Some((span.of(text).to_owned(), href.clone())),
            Inline::Strong(span) => Some((span.of(text).to_owned(), "strong".to_owned())),
            _ => None,
        })
        .collect();
    let expected = [("a *b", "https://e.org"), ("m@e.org", "mailto:m@e.org"), ("f", "strong")];
    assert_eq!(inlines, expected.map(|(words, href)| (words.to_owned(), href.to_owned())));
}

#[test]
fn deep_nesting_is_read_in_a_thread_with_a_small_stack() {
    let texts = [">", "[", "- ", "*a ", "![", "<b>", "1. ", "`", "> - ", "[a](", "|", "&amp;", "**_"];
    let thread = std::thread::Builder::new().stack_size(2 * 1024 * 1024).spawn(move || {
        for text in texts {
            check(&text.repeat(10_000));
        }
    });
    thread.unwrap().join().unwrap();
}

fn check(text: &str) {
    let mut end = 0;
    for block in read_blocks(text) {
        assert!(end <= block.span.start && block.span.end <= text.len() && !block.span.is_empty(), "{text:?}");
        assert!(!block.span.of(text).is_empty(), "{text:?}");
        assert!(Span::new(end, block.span.start).of(text).trim().is_empty(), "{text:?}");
        end = block.span.end;
        let mut start = block.span.start;
        let mut replaced = block.span.start;
        for inline in &block.inlines {
            let (Inline::Replaced { span, .. }
            | Inline::Link { span, .. }
            | Inline::Emphasis(span)
            | Inline::Strong(span)) = inline;
            assert!(
                block.span.contains(*span) && !span.of(text).is_empty() && start <= span.start,
                "{text:?} {inline:?}"
            );
            start = span.start;
            if matches!(inline, Inline::Replaced { .. }) {
                assert!(replaced <= span.start, "{text:?} {inline:?}");
                replaced = span.end;
            }
        }
    }
    assert!(text[end..].trim().is_empty(), "{text:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn any_text_is_covered_by_blocks_in_order(
        text in "([ab é\n\t#>*_`~|:=+<>/!&;\\[\\]()0-9.\\\\-]|\n\n|\n> |\n- |\n1. |\n    |---\n|```|\\[\\^1\\]|\\[\\^1\\]: |<b>|<!--|-->|&amp;|\r\n|\u{a0}){0,40}|\\PC{0,40}",
    ) {
        check(&text);
    }
}
