//! Paragraphs: the first labels, from mark-up where there is some, from lines where there is none.

use crate::model::{BlockKind, SourceDocument, Zone, ZoneKind};
use crate::text::Span;
use crate::text::lines::lines;

/// Hard-wrapped lines are about this long, in bytes.
const WRAPPED_LINE: std::ops::RangeInclusive<usize> = 40..=110;

/// One zone a paragraph: `Headline` for headings, `List`, `Table`, `QuoteBlock`, `Caption` where
/// the mark-up says so, `Boilerplate` for front matter and rules, `Body` for the rest.
pub fn paragraphs(document: &SourceDocument) -> Vec<Zone> {
    if document.blocks.is_empty() { from_lines(&document.text) } else { from_blocks(document) }
}

fn from_blocks(document: &SourceDocument) -> Vec<Zone> {
    let text = document.text.as_str();
    let mut zones: Vec<Zone> = Vec::with_capacity(document.blocks.len());
    for block in &document.blocks {
        let kind = match block.kind {
            BlockKind::Heading(_) => ZoneKind::Headline,
            BlockKind::Paragraph | BlockKind::Code => ZoneKind::Body,
            BlockKind::ListItem => ZoneKind::List,
            BlockKind::Quote => ZoneKind::QuoteBlock,
            BlockKind::TableRow => ZoneKind::Table,
            BlockKind::Caption => ZoneKind::Caption,
            BlockKind::Rule | BlockKind::FrontMatter => ZoneKind::Boilerplate,
        };
        let start = zones.last().map_or(0, |zone| zone.span.end);
        gap(text, Span::new(start, block.span.start), &mut zones);
        let span = block.span.trimmed(text);
        if !span.is_empty() {
            zones.push(Zone { span, kind });
        }
    }
    let start = zones.last().map_or(0, |zone| zone.span.end);
    gap(text, Span::new(start, text.len()), &mut zones);
    zones
}

/// Words between two blocks still belong to a zone.
fn gap(text: &str, span: Span, zones: &mut Vec<Zone>) {
    let span = span.trimmed(text);
    if !span.is_empty() {
        zones.push(Zone { span, kind: ZoneKind::Body });
    }
}

fn from_lines(text: &str) -> Vec<Zone> {
    let mut zones = Vec::new();
    let mut group: Vec<Span> = Vec::new();
    for line in lines(text) {
        let line = line.trimmed(text);
        if line.is_empty() {
            push_group(text, &mut group, &mut zones);
        } else {
            group.push(line);
        }
    }
    push_group(text, &mut group, &mut zones);
    zones
}

/// A group of lines without an empty line between them: one paragraph when it is hard-wrapped,
/// else a paragraph a line.
fn push_group(text: &str, group: &mut Vec<Span>, zones: &mut Vec<Zone>) {
    let body = |span| Zone { span, kind: ZoneKind::Body };
    match group.as_slice() {
        [first, .., last] if is_wrapped(text, group) => zones.push(body(Span::new(first.start, last.end))),
        lines => zones.extend(lines.iter().copied().map(body)),
    }
    group.clear();
}

/// True when every line but the last is of a wrapped line's length and most break in a sentence.
fn is_wrapped(text: &str, group: &[Span]) -> bool {
    let inner = &group[..group.len() - 1];
    let fits = inner.iter().all(|line| WRAPPED_LINE.contains(&line.len()));
    let broken = inner.iter().filter(|line| !line.of(text).ends_with(['.', '!', '?', '”', '"', ':', '|'])).count();
    let continues = group[1..].iter().filter(|line| line.of(text).starts_with(|c: char| c.is_lowercase())).count();
    fits && broken * 2 > inner.len() && continues > 0
}
