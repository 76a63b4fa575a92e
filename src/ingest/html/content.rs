//! The main content of a page → text and blocks.
//!
//! Which part of a page is its main content is decided by the library `trafilatura`. The text is
//! its blocks, one blank line apart, white space single: the coordinate system of the document.

use ego_tree::iter::Edge;
use scraper::{Html, Node};

use crate::model::{Block, BlockKind, Inline};
use crate::text::Span;

/// The text of a document and its blocks.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Content {
    pub text: String,
    pub blocks: Vec<Block>,
}

impl Content {
    /// Adds a block; words that are none add nothing. Spans of `inlines` count from its start.
    pub fn push(&mut self, kind: BlockKind, words: &str, inlines: Vec<Inline>) {
        if words.trim().is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(words);
        let inlines = inlines.into_iter().map(|inline| moved(inline, 0, start)).collect();
        self.blocks.push(Block { span: Span::new(start, self.text.len()), kind, inlines });
    }

    /// Adds a block of another content.
    pub fn take(&mut self, other: &Content, block: Option<&Block>) {
        if let Some(block) = block {
            let inlines = block.inlines.iter().map(|inline| moved(inline.clone(), block.span.start, 0)).collect();
            self.push(block.kind, block.span.of(&other.text), inlines);
        }
    }
}

/// An inline whose spans counted from `from` and shall count from `to`.
fn moved(inline: Inline, from: usize, to: usize) -> Inline {
    let moved = |span: Span| Span::new(span.start - from + to, span.end - from + to);
    match inline {
        Inline::Replaced { span, shown } => Inline::Replaced { span: moved(span), shown },
        Inline::Emphasis(span) => Inline::Emphasis(moved(span)),
        Inline::Strong(span) => Inline::Strong(moved(span)),
        Inline::Link { span, href } => Inline::Link { span: moved(span), href },
    }
}

/// Reads the blocks of a fragment of mark-up.
pub(super) fn blocks(fragment: &Html) -> Content {
    let mut builder = Builder::default();
    for edge in fragment.root_element().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(words) => builder.words(words),
                Node::Element(element) => builder.open(element.name()),
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    builder.close(element.name());
                }
            }
        }
    }
    builder.flush();
    builder.content
}

/// Elements that end the paragraph before them and after them.
const BLOCKS: [&str; 34] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "ul",
];

#[derive(Default)]
struct Builder {
    content: Content,
    words: String,
    inlines: Vec<Inline>,
    /// What the open elements make of their paragraphs, outermost first.
    kinds: Vec<(&'static str, BlockKind)>,
    /// Where the open emphases start.
    emphases: Vec<usize>,
    hidden: usize,
}

impl Builder {
    fn open(&mut self, name: &str) {
        match name {
            "script" | "style" | "noscript" | "template" => self.hidden += 1,
            "br" => self.line_break(),
            "td" | "th" if self.in_row() => self.cell(),
            "em" | "i" | "strong" | "b" => self.emphases.push(self.words.len()),
            "tr" => self.flush(),
            _ if BLOCKS.contains(&name) => self.boundary(),
            _ => {}
        }
        if let Some(kind) = kind(name) {
            self.kinds.push(kind);
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "script" | "style" | "noscript" | "template" => self.hidden = self.hidden.saturating_sub(1),
            "em" | "i" | "strong" | "b" => self.emphasis(name),
            "tr" => self.flush(),
            _ if BLOCKS.contains(&name) => self.boundary(),
            _ => {}
        }
        if self.kinds.last().is_some_and(|(open, _)| *open == name) {
            self.kinds.pop();
        }
    }

    /// The innermost of a heading, list item, quotation and so on.
    fn kind(&self) -> BlockKind {
        self.kinds.last().map_or(BlockKind::Paragraph, |&(_, kind)| kind)
    }

    fn in_row(&self) -> bool {
        self.kinds.iter().any(|&(_, kind)| kind == BlockKind::TableRow)
    }

    /// A paragraph ends, but in a row it is the row that counts.
    fn boundary(&mut self) {
        if self.in_row() {
            self.space();
        } else {
            self.flush();
        }
    }

    fn words(&mut self, words: &str) {
        if self.hidden > 0 {
            return;
        }
        if self.kind() == BlockKind::Code {
            self.words.push_str(words);
            return;
        }
        for (at, word) in words.split(char::is_whitespace).enumerate() {
            if at > 0 {
                self.space();
            }
            self.words.push_str(word);
        }
    }

    fn space(&mut self) {
        if !self.words.is_empty() && !self.words.ends_with([' ', '\n']) {
            self.words.push(' ');
        }
    }

    fn cell(&mut self) {
        let trimmed = self.words.trim_end().len();
        self.words.truncate(trimmed);
        if !self.words.is_empty() {
            self.words.push_str(" | ");
        }
    }

    /// One break is a new line, two are a new paragraph.
    fn line_break(&mut self) {
        let trimmed = self.words.trim_end_matches(' ').len();
        self.words.truncate(trimmed);
        if self.words.ends_with('\n') {
            self.boundary();
        } else if !self.words.is_empty() {
            self.words.push('\n');
        }
    }

    fn emphasis(&mut self, name: &str) {
        let Some(start) = self.emphases.pop() else { return };
        let span = Span::new(start.min(self.words.len()), self.words.len()).trimmed(&self.words);
        if !span.is_empty() {
            let strong = matches!(name, "strong" | "b");
            self.inlines.push(if strong { Inline::Strong(span) } else { Inline::Emphasis(span) });
        }
    }

    fn flush(&mut self) {
        let words = std::mem::take(&mut self.words);
        let trimmed = words.trim_end();
        let mut inlines = std::mem::take(&mut self.inlines);
        inlines.retain(|inline| start_of(inline) < trimmed.len());
        inlines.sort_by_key(start_of);
        self.content.push(self.kind(), trimmed, inlines);
        self.emphases.iter_mut().for_each(|start| *start = 0);
    }
}

fn start_of(inline: &Inline) -> usize {
    match inline {
        Inline::Replaced { span, .. } | Inline::Link { span, .. } | Inline::Emphasis(span) | Inline::Strong(span) => {
            span.start
        }
    }
}

fn kind(name: &str) -> Option<(&'static str, BlockKind)> {
    Some(match name {
        "h1" => ("h1", BlockKind::Heading(1)),
        "h2" => ("h2", BlockKind::Heading(2)),
        "h3" => ("h3", BlockKind::Heading(3)),
        "h4" => ("h4", BlockKind::Heading(4)),
        "h5" => ("h5", BlockKind::Heading(5)),
        "h6" => ("h6", BlockKind::Heading(6)),
        "li" => ("li", BlockKind::ListItem),
        "dd" => ("dd", BlockKind::ListItem),
        "blockquote" => ("blockquote", BlockKind::Quote),
        "tr" => ("tr", BlockKind::TableRow),
        "figcaption" => ("figcaption", BlockKind::Caption),
        "caption" => ("caption", BlockKind::Caption),
        "pre" => ("pre", BlockKind::Code),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_have_their_kinds_and_single_spaces() {
        let content = blocks(&Html::parse_fragment(
            "<h2> A  <i>b</i></h2><p>One<br>two<br><br>three</p><ul><li>x<li>y</ul><blockquote><p>q</p></blockquote>\
             <table><tr><td>1</td><td><p>2</p></td></tr></table><pre>a\n  b</pre><figure><figcaption>c</figcaption></figure>\
             <script>no</script>tail",
        ));
        let found: Vec<_> = content.blocks.iter().map(|block| (block.kind, block.span.of(&content.text))).collect();
        let expected = [
            (BlockKind::Heading(2), "A b"),
            (BlockKind::Paragraph, "One\ntwo"),
            (BlockKind::Paragraph, "three"),
            (BlockKind::ListItem, "x"),
            (BlockKind::ListItem, "y"),
            (BlockKind::Quote, "q"),
            (BlockKind::TableRow, "1 | 2"),
            (BlockKind::Code, "a\n  b"),
            (BlockKind::Caption, "c"),
            (BlockKind::Paragraph, "tail"),
        ];
        assert_eq!(found, expected);
        assert_eq!(content.blocks[0].inlines, [Inline::Emphasis(Span::new(2, 3))]);
    }

    #[test]
    fn emphasis_across_paragraphs_stays_in_the_text() {
        let content = blocks(&Html::parse_fragment("<b>one<p>two</p></b> <p><em> three </em></p>"));
        for block in &content.blocks {
            for inline in &block.inlines {
                assert!(block.span.start <= start_of(inline));
            }
        }
        assert_eq!(content.text, "one\n\ntwo\n\nthree");
    }
}
