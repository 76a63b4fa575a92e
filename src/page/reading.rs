//! The reading text: zones in order, as blocks that a template can show.

use serde::Serialize;

use super::paragraphs;
use super::pieces::{Marks, RunView};
use crate::model::{Block, BlockKind, Display, DossierDocument, Zone, ZoneKind, paths};
use crate::text::Span;
use crate::text::compare::fold;

/// An excerpt opens with at most so many paragraphs …
const EXCERPT_PARAGRAPHS: usize = 2;
/// … and at most so many bytes, cut at the end of a sentence: about what a news digest quotes.
const EXCERPT_BYTES: usize = 700;

/// A block of the reading text.
#[derive(Debug, Default, Serialize)]
pub(super) struct BlockView {
    /// `heading subheading paragraph continued code quote list table caption credit commentary deck byline
    /// dateline timestamp excerpt`.
    pub kind: &'static str,
    /// The anchor; empty where the parts have their own.
    pub id: String,
    /// Level of a heading, 2 to 4; 0 for other blocks.
    pub level: usize,
    /// The words; empty for blocks of several parts.
    pub runs: Vec<RunView>,
    /// Paragraphs of a quote or commentary, items of a list, cells of a table by row.
    pub parts: Vec<PartView>,
}

impl BlockView {
    /// True where a date in it has a note.
    pub(super) fn has_notes(&self) -> bool {
        let cells = self.parts.iter().flat_map(|part| &part.cells).flat_map(|cell| &cell.runs);
        self.runs.iter().chain(cells).flat_map(|run| &run.pieces).any(|piece| piece.note.is_some())
    }
}

/// A paragraph, item or row.
#[derive(Debug, Serialize)]
pub(super) struct PartView {
    /// The anchor.
    pub id: String,
    /// One for a paragraph or item; the cells of a row.
    pub cells: Vec<CellView>,
}

/// Words of a part.
#[derive(Debug, Serialize)]
pub(super) struct CellView {
    /// The words.
    pub runs: Vec<RunView>,
}

/// Builds the blocks of one story.
pub(super) struct Reading<'d> {
    /// The document.
    pub document: &'d DossierDocument,
    /// Its marks.
    pub marks: &'d Marks<'d>,
    /// The level of headings in the text: one below the story's own.
    pub level: usize,
}

impl Reading<'_> {
    /// The blocks of a story under `title`, which is not repeated.
    pub(super) fn blocks(&self, story: usize, title: &str) -> Vec<BlockView> {
        match self.document.display() {
            Display::Full => self.full(story, title),
            Display::Excerpt => self.excerpt(story),
            Display::MetadataOnly | Display::Withheld => Vec::new(),
        }
    }

    /// The zones from the start of a story to the start of the next.
    fn zones(&self, story: usize) -> impl Iterator<Item = &Zone> {
        let (zones, stories) = (&self.document.annotations.segmentation.zones, &self.document.stories);
        let start_of = |story: usize| stories.get(story).map(|story| story.span.start);
        let from = if story == 0 { 0 } else { start_of(story).unwrap_or(usize::MAX) };
        let to = start_of(story + 1).unwrap_or(usize::MAX);
        let first = zones.partition_point(|zone| zone.span.start < from);
        zones[first..].iter().take_while(move |zone| zone.span.start < to)
    }

    fn full(&self, story: usize, title: &str) -> Vec<BlockView> {
        let mut blocks: Vec<BlockView> = Vec::new();
        let mut title_is_open = true;
        for zone in self.zones(story) {
            let is_title = zone.kind == ZoneKind::Headline && fold(&self.marks.visible(zone.span)) == fold(title);
            if is_title && title_is_open {
                title_is_open = false;
                continue;
            }
            if let Some(kind) = part_kind(zone.kind) {
                self.push_part(&mut blocks, kind, zone.span);
            } else {
                blocks.extend(self.single(zone));
            }
        }
        self.settle_levels(&mut blocks);
        blocks
    }

    /// A heading may be one below another only where that other came before.
    fn settle_levels(&self, blocks: &mut [BlockView]) {
        let mut seen = false;
        for block in blocks.iter_mut().filter(|block| block.kind == "heading") {
            let is_below = seen && block.level > 2;
            block.level = if is_below { self.level + 1 } else { self.level };
            seen = true;
        }
    }

    /// A zone as a block; a long paragraph as several.
    fn single(&self, zone: &Zone) -> Vec<BlockView> {
        let block = self.block_at(zone.span.start);
        let (kind, level) = match (zone.kind, block.map(|block| block.kind)) {
            (_, Some(BlockKind::Rule | BlockKind::FrontMatter)) => return Vec::new(),
            (ZoneKind::Headline, Some(BlockKind::Heading(level))) => ("heading", usize::from(level)),
            (ZoneKind::Headline, _) => ("heading", 2),
            (ZoneKind::Body, Some(BlockKind::Code)) => ("code", 0),
            (ZoneKind::Body, _) => ("paragraph", 0),
            (ZoneKind::Deck, _) => ("deck", 0),
            (ZoneKind::Byline, _) => ("byline", 0),
            (ZoneKind::Dateline, _) => ("dateline", 0),
            (ZoneKind::Timestamp, _) => ("timestamp", 0),
            (ZoneKind::Caption, _) => ("caption", 0),
            (ZoneKind::Credit, _) => ("credit", 0),
            _ => return Vec::new(),
        };
        let sentences = &self.document.annotations.sentences;
        let spans = match kind {
            "paragraph" => paragraphs::parts(zone.span, sentences, |at| self.marks.may_break(at)),
            _ => vec![zone.span],
        };
        let block = |span: Span| {
            let kind = if span.start == zone.span.start { kind } else { "continued" };
            let (id, runs) = (paths::paragraph_anchor(span.start), self.marks.runs(span));
            (!runs.is_empty()).then(|| BlockView { kind, id, level, runs, parts: Vec::new() })
        };
        spans.into_iter().filter_map(block).collect()
    }

    fn block_at(&self, offset: usize) -> Option<&Block> {
        let blocks = &self.document.source.blocks;
        let after = blocks.partition_point(|block| block.span.start <= offset);
        after.checked_sub(1).map(|at| &blocks[at]).filter(|block| block.span.holds(offset))
    }

    fn push_part(&self, blocks: &mut Vec<BlockView>, kind: &'static str, span: Span) {
        let text = &self.document.source.text;
        let cells = match kind {
            "table" => table_cells(text, span),
            _ => vec![without_bullet(text, span)],
        };
        let is_in_cell = |offset: usize| cells.iter().any(|cell| cell.holds(offset));
        let stray = self.marks.anchors_in(span).iter().filter(|anchor| !is_in_cell(anchor.start));
        let stray: Vec<String> = stray.map(|anchor| paths::sentence_anchor(anchor.start)).collect();
        let mut cells: Vec<_> = cells.iter().map(|&cell| CellView { runs: self.marks.runs(cell) }).collect();
        if let Some(run) = cells.iter_mut().find_map(|cell| cell.runs.first_mut()) {
            run.more_ids.extend(stray);
        }
        if cells.iter().all(|cell| cell.runs.is_empty()) {
            return;
        }
        if blocks.last().is_none_or(|last| last.kind != kind) {
            blocks.push(BlockView { kind, ..BlockView::default() });
        }
        if let Some(block) = blocks.last_mut() {
            block.parts.push(PartView { id: paths::paragraph_anchor(span.start), cells });
        }
    }

    /// The opening, then every other sentence that facts rest on.
    fn excerpt(&self, story: usize) -> Vec<BlockView> {
        let mut left = EXCERPT_BYTES;
        let mut opening: Vec<Span> = Vec::new();
        let body = |zone: &&Zone| matches!(zone.kind, ZoneKind::Body | ZoneKind::QuoteBlock);
        for zone in self.zones(story).filter(body).take(EXCERPT_PARAGRAPHS) {
            let shown = self.opening_of(zone.span, left);
            left = left.saturating_sub(shown.len());
            opening.extend((!shown.is_empty()).then_some(shown));
        }
        let rest: Vec<Span> = self
            .zones(story)
            .flat_map(|zone| self.marks.anchors_in(zone.span).iter().map(|span| span_within(*span, zone.span)))
            .filter(|span| !opening.iter().any(|shown| shown.holds(span.start)))
            .collect();
        let block = |kind, span: Span| {
            let id = paths::paragraph_anchor(span.start);
            BlockView { kind, id, runs: self.marks.runs(span), ..BlockView::default() }
        };
        let sentences = without_overlaps(rest).into_iter().map(|span| block("excerpt", span));
        opening.iter().map(|&span| block("paragraph", span)).chain(sentences).collect()
    }

    /// As many whole sentences of a paragraph as fit.
    fn opening_of(&self, paragraph: Span, longest: usize) -> Span {
        if paragraph.len() <= longest {
            return paragraph;
        }
        let sentences = &self.document.annotations.sentences;
        let first = sentences.partition_point(|sentence| sentence.start < paragraph.start);
        let fits = |sentence: &&Span| paragraph.contains(**sentence) && sentence.end - paragraph.start <= longest;
        let end = sentences[first..].iter().take_while(fits).last().map_or(paragraph.start, |sentence| sentence.end);
        Span::new(paragraph.start, end)
    }
}

fn span_within(span: Span, zone: Span) -> Span {
    Span::new(span.start, span.end.min(zone.end))
}

/// A sentence inside another is an anchor of that other, not a block of its own.
fn without_overlaps(spans: Vec<Span>) -> Vec<Span> {
    let mut kept: Vec<Span> = Vec::new();
    for span in spans {
        if kept.last().is_none_or(|last| last.end <= span.start) {
            kept.push(span);
        }
    }
    kept
}

fn part_kind(kind: ZoneKind) -> Option<&'static str> {
    match kind {
        ZoneKind::QuoteBlock => Some("quote"),
        ZoneKind::Commentary => Some("commentary"),
        ZoneKind::List => Some("list"),
        ZoneKind::Table => Some("table"),
        _ => None,
    }
}

/// The cells of a row: between `|` or tabs. A row of rules (`|---|`) has none.
fn table_cells(text: &str, row: Span) -> Vec<Span> {
    let words = row.of(text);
    if words.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b'+' | b' ' | b'\t')) {
        return Vec::new();
    }
    let mut cells = Vec::new();
    let mut start = row.start;
    let is_edge = |byte: u8| byte == b'|' || byte == b'\t';
    for end in words.bytes().enumerate().filter(|&(_, byte)| is_edge(byte)).map(|(at, _)| row.start + at) {
        cells.push(Span::new(start, end).trimmed(text));
        start = end + 1;
    }
    cells.push(Span::new(start, row.end).trimmed(text));
    let is_piped = words.starts_with('|');
    if is_piped && cells.len() > 2 {
        cells.remove(0);
        cells.truncate(cells.len() - usize::from(words.trim_end().ends_with('|')));
    }
    cells
}

/// An item or quoted paragraph without the mark in front of it; the page draws its own.
fn without_bullet(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let rest = words.trim_start().trim_start_matches(['-', '*', '•', '·', '–', '>']);
    if rest.starts_with(char::is_whitespace) {
        return Span::new(span.end - rest.trim_start().len(), span.end);
    }
    span
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_have_cells_and_rules_have_none() {
        let table: &[(&str, &[&str])] = &[
            ("| a | b |", &["a", "b"]),
            ("a\tb c\t", &["a", "b c", ""]),
            ("|---|:--|", &[]),
            ("one cell", &["one cell"]),
        ];
        for (row, expected) in table {
            let cells = table_cells(row, Span::new(0, row.len()));
            assert_eq!(&cells.iter().map(|cell| cell.of(row)).collect::<Vec<_>>(), expected, "{row}");
        }
    }

    #[test]
    fn a_bullet_is_drawn_by_the_page() {
        for (item, expected) in [("- one", "one"), ("• two", "two"), ("-5 degrees", "-5 degrees"), ("3. x", "3. x")] {
            assert_eq!(without_bullet(item, Span::new(0, item.len())).of(item), expected);
        }
    }
}
