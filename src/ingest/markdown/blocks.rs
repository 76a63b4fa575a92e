//! Events of the Markdown parser → blocks and their inlines.

use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::ingest::tags::{self, Piece};
use crate::model::{Block, BlockKind, Inline};
use crate::text::Span;

/// The blocks of a Markdown text, sorted, not overlapping; every byte outside them is white space.
/// `front` is its front matter and becomes the first block.
pub(super) fn blocks(text: &str, front: Span) -> Vec<Block> {
    // Struck-out words stay between their `~~`: shown plain they would say what was taken back.
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_TASKLISTS;
    let mut builder = Builder::new(text, front);
    for (event, range) in Parser::new_ext(&text[front.end..], options).into_offset_iter() {
        builder.take(event, Span::new(range.start, range.end).shifted(front.end));
    }
    builder.finish()
}

/// What holds a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holder {
    Quote,
    Item,
    Footnote,
}

/// Emphasis or a link that is open, with the bytes seen in it so far.
struct Open {
    tag: Style,
    seen: Option<Span>,
}

enum Style {
    Emphasis,
    Strong,
    Link(Option<String>),
    Image,
}

struct Builder<'t> {
    text: &'t str,
    blocks: Vec<Block>,
    holders: Vec<Holder>,
    /// Kind and inlines of the block that is being read, and where its first seen byte stands.
    leaf: Option<(BlockKind, usize, Vec<Inline>)>,
    open: Vec<Open>,
    /// Everything before is in a block, seen or replaced.
    cursor: usize,
    /// True while nothing but pictures was seen in the block.
    only_pictures: bool,
    html: Option<Span>,
    /// The mark of a footnote whose first paragraph has not begun.
    note: Option<(Span, String)>,
}

impl<'t> Builder<'t> {
    fn new(text: &'t str, front: Span) -> Self {
        let first = Block { span: front, kind: BlockKind::FrontMatter, inlines: Vec::new() };
        Self {
            text,
            blocks: if front.is_empty() { Vec::new() } else { vec![first] },
            holders: Vec::new(),
            leaf: None,
            open: Vec::new(),
            cursor: front.end,
            only_pictures: false,
            html: None,
            note: None,
        }
    }

    fn take(&mut self, event: Event<'_>, range: Span) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(words) => self.words(&words, range),
            Event::Code(words) => self.code(&words, range),
            Event::InlineHtml(_) => self.replace(range, ""),
            Event::Html(_) => self.html = Some(self.html.map_or(range, |html| Span::new(html.start, range.end))),
            Event::FootnoteReference(label) => self.replace(range, &format!("[{label}]")),
            Event::SoftBreak | Event::HardBreak => self.see(Span::new(range.end.max(range.start), range.end)),
            Event::TaskListMarker(_) => self.see(range),
            Event::Rule => {
                self.begin(BlockKind::Rule, range.start);
                self.finish_leaf(range.end);
            }
            Event::InlineMath(_) | Event::DisplayMath(_) => self.see(range),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Span) {
        match tag {
            Tag::Paragraph => self.begin(self.held(BlockKind::Paragraph), range.start),
            Tag::Heading { level, .. } => self.begin(BlockKind::Heading(level as u8), range.start),
            Tag::CodeBlock(_) => self.begin(BlockKind::Code, range.start),
            Tag::TableHead | Tag::TableRow => self.begin(BlockKind::TableRow, range.start),
            Tag::TableCell => self.cell(range),
            Tag::BlockQuote(_) => self.hold(Holder::Quote),
            Tag::Item => self.hold(Holder::Item),
            Tag::FootnoteDefinition(label) => self.footnote(&label, range),
            Tag::HtmlBlock => self.begin(self.held(BlockKind::Paragraph), range.start),
            Tag::Emphasis => self.open.push(Open { tag: Style::Emphasis, seen: None }),
            Tag::Strong => self.open.push(Open { tag: Style::Strong, seen: None }),
            Tag::Link { link_type, dest_url, .. } => {
                self.open.push(Open { tag: Style::Link(usable(link_type, &dest_url)), seen: None });
            }
            Tag::Image { .. } => self.open.push(Open { tag: Style::Image, seen: None }),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Span) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::TableHead | TagEnd::TableRow => {
                self.finish_leaf(range.end);
            }
            TagEnd::HtmlBlock => {
                if let Some(html) = self.html.take() {
                    self.raw_html(html);
                }
                self.finish_leaf(range.end);
            }
            TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.finish_tight();
                self.holders.pop();
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image => self.close_style(),
            _ => {}
        }
    }

    fn hold(&mut self, holder: Holder) {
        self.finish_tight();
        self.holders.push(holder);
    }

    /// A paragraph in a list or quotation is an item or a quoted paragraph.
    fn held(&self, kind: BlockKind) -> BlockKind {
        match self.holders.last() {
            Some(Holder::Quote) => BlockKind::Quote,
            Some(Holder::Item) => BlockKind::ListItem,
            Some(Holder::Footnote) | None => kind,
        }
    }

    /// A block begins; what stands before it and in no block becomes a part of it, or, where that
    /// has whole lines of words (link definitions), a block of its own.
    fn begin(&mut self, kind: BlockKind, start: usize) {
        self.finish_tight();
        self.define(self.note.as_ref().map_or(start, |(mark, _)| mark.start));
        self.leaf = Some((kind, start, Vec::new()));
        self.only_pictures = true;
        if kind == BlockKind::Rule {
            self.cursor = self.cursor.max(start);
        }
        if let Some((mark, shown)) = self.note.take() {
            self.replace(mark, &shown);
        }
    }

    /// Lines of words between blocks, up to the line of `start`, are for machines.
    fn define(&mut self, start: usize) {
        let start = start.max(self.cursor);
        let line = self.text[self.cursor..start].rfind('\n').map_or(self.cursor, |at| self.cursor + at + 1);
        let lines = Span::new(self.cursor, line).trimmed(self.text);
        if lines.of(self.text).contains(char::is_alphanumeric) {
            self.blocks.push(Block { span: lines, kind: BlockKind::FrontMatter, inlines: Vec::new() });
            self.cursor = line;
        }
    }

    /// A block that no event ends: the words of a tight list item.
    fn finish_tight(&mut self) {
        if self.leaf.is_some() {
            self.finish_leaf(self.cursor);
        }
    }

    fn finish_leaf(&mut self, end: usize) {
        let Some((kind, _, inlines)) = self.leaf.take() else { return };
        let end = end.max(self.cursor).min(self.text.len());
        let before = self.blocks.last().map_or(0, |block| block.span.end);
        let span = Span::new(before, end).trimmed(self.text);
        let mut block = Block { span, kind, inlines };
        if kind != BlockKind::Rule {
            block.inlines.extend(mark_up(self.text, Span::new(self.cursor, end), ""));
        }
        self.cursor = end;
        self.open.clear();
        if span.is_empty() {
            return;
        }
        if self.only_pictures && kind == BlockKind::Paragraph && !block.inlines.is_empty() {
            block.kind = BlockKind::Caption;
        }
        block.inlines.retain(|inline| span.contains(span_of(inline)));
        block.inlines.sort_by_key(|inline| span_of(inline).start);
        self.blocks.push(block);
    }

    /// The bytes up to `at` that nothing was seen of are mark-up, shown as `shown`.
    fn skip_to(&mut self, at: usize, shown: &str) {
        if self.leaf.is_none() {
            self.begin(self.held(BlockKind::Paragraph), at);
        }
        if at > self.cursor {
            let gap = mark_up(self.text, Span::new(self.cursor, at), shown);
            if let Some((_, _, inlines)) = &mut self.leaf {
                inlines.extend(gap);
            }
            self.cursor = at;
        }
    }

    /// These bytes are seen as they are.
    fn see(&mut self, span: Span) {
        self.skip_to(span.start, "");
        let seen = Span::new(span.start.max(self.cursor), span.end);
        self.cursor = self.cursor.max(span.end);
        self.only_pictures &= self.open.iter().any(|open| matches!(open.tag, Style::Image)) || seen.is_empty();
        if !seen.is_empty() {
            for open in &mut self.open {
                open.seen = Some(open.seen.map_or(seen, |before| Span::new(before.start, seen.end)));
            }
        }
    }

    /// These bytes are seen as `shown`.
    fn replace(&mut self, span: Span, shown: &str) {
        self.skip_to(span.start, "");
        let span = Span::new(span.start.max(self.cursor), span.end);
        if span.is_empty() {
            return;
        }
        if let Some((_, _, inlines)) = &mut self.leaf {
            inlines.push(Inline::Replaced { span, shown: shown.to_owned() });
        }
        self.see(span);
    }

    /// Words as the parser reads them: they differ from the bytes where a reference was resolved.
    fn words(&mut self, words: &CowStr<'_>, range: Span) {
        if range.of(self.text) == &**words {
            self.see(range);
        } else {
            self.replace(range, words);
        }
    }

    /// `` `code` `` without its ticks.
    fn code(&mut self, words: &CowStr<'_>, range: Span) {
        let source = range.of(self.text);
        let ticks = source.len() - source.trim_start_matches('`').len();
        let inside = Span::new(range.start + ticks, range.end.saturating_sub(ticks).max(range.start + ticks));
        self.skip_to(range.start, "");
        if inside.of(self.text).trim() == words.trim() {
            self.see(inside);
        } else {
            self.replace(inside, words);
        }
        self.skip_to(range.end, "");
    }

    /// Cells are told apart by a bar, as in the tables of pages.
    fn cell(&mut self, range: Span) {
        let first = self.leaf.as_ref().is_some_and(|(_, start, _)| self.cursor <= *start);
        let inside = range.of(self.text);
        let bars = inside.len() - inside.trim_start_matches(['|', ' ', '\t']).len();
        self.skip_to(range.start + bars, if first { "" } else { " | " });
    }

    fn footnote(&mut self, label: &str, range: Span) {
        self.hold(Holder::Footnote);
        let mark = range.of(self.text).find("]:").map_or(range.start, |at| range.start + at + 2);
        self.note = Some((Span::new(range.start, mark), format!("[{label}]")));
    }

    fn close_style(&mut self) {
        let Some(open) = self.open.pop() else { return };
        let Some(span) = open.seen.map(|seen| seen.trimmed(self.text)).filter(|seen| !seen.is_empty()) else { return };
        let inline = match open.tag {
            Style::Emphasis => Inline::Emphasis(span),
            Style::Strong => Inline::Strong(span),
            Style::Link(Some(href)) => Inline::Link { span, href },
            Style::Link(None) | Style::Image => return,
        };
        if let Some((_, _, inlines)) = &mut self.leaf {
            inlines.push(inline);
        }
    }

    /// Raw HTML: its words are seen, its tags and scripts are not.
    fn raw_html(&mut self, html: Span) {
        for part in tags::parts(html.of(self.text)) {
            let span = part.span.shifted(html.start);
            match part.piece {
                Piece::Text => self.see(span),
                Piece::Open | Piece::Close | Piece::Hidden => self.replace(span, ""),
            }
        }
    }

    fn finish(mut self) -> Vec<Block> {
        self.finish_tight();
        self.define(self.text.len());
        let rest = Span::new(self.cursor, self.text.len()).trimmed(self.text);
        if !rest.is_empty() {
            let words = rest.of(self.text).contains(char::is_alphanumeric);
            let kind = if words { BlockKind::FrontMatter } else { BlockKind::Paragraph };
            let inlines = if words { Vec::new() } else { mark_up(self.text, rest, "").into_iter().collect() };
            self.blocks.push(Block { span: rest, kind, inlines });
        }
        self.blocks
    }
}

/// Bytes that are mark-up. White space alone is none, and the number of a list item stays.
fn mark_up(text: &str, gap: Span, shown: &str) -> Option<Inline> {
    let marks = gap.trimmed(text);
    if marks.is_empty() {
        return None;
    }
    let number = marks.of(text).trim_end_matches(['.', ')']);
    let is_number =
        number.len() < marks.len() && number.bytes().all(|byte| byte.is_ascii_digit()) && !number.is_empty();
    if is_number {
        return None;
    }
    // The space behind `#` or `-` belongs to the mark; a line break does not.
    let end = text[marks.end..gap.end].find(['\n', '\r']).map_or(gap.end, |at| marks.end + at);
    Some(Inline::Replaced { span: Span::new(marks.start, end), shown: shown.to_owned() })
}

fn span_of(inline: &Inline) -> Span {
    match inline {
        Inline::Replaced { span, .. } | Inline::Link { span, .. } | Inline::Emphasis(span) | Inline::Strong(span) => {
            *span
        }
    }
}

/// The address of a link that may be shown.
fn usable(kind: LinkType, address: &str) -> Option<String> {
    if kind == LinkType::Email {
        return Some(format!("mailto:{address}"));
    }
    let scheme = address.split_once(':')?.0.to_ascii_lowercase();
    let odd = address.contains(|c: char| c.is_control() || c.is_whitespace());
    (!odd && matches!(scheme.as_str(), "http" | "https" | "mailto")).then(|| address.to_owned())
}
