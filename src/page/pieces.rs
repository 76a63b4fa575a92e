//! Running text as values: runs (a sentence with an anchor, or what stands between two of them) of
//! pieces (words that carry the same marks).

use std::collections::BTreeSet;

use serde::Serialize;

use super::links::safe_href;
use super::rows::Tongue;
use super::site::Site;
use crate::model::{Basis, DossierDocument, Inline, Temporal, paths};
use crate::text::Span;

/// Words that carry the same marks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct PieceView {
    /// The words.
    pub text: String,
    /// Where they lead: an actor's page or an address of the document's own.
    pub href: Option<String>,
    /// True when `href` leaves the site.
    pub external: bool,
    /// True for words in quotation marks.
    pub quoted: bool,
    /// The calendar value of a date.
    pub edtf: Option<String>,
    /// The same as `<time datetime>` can hold it.
    pub datetime: Option<String>,
    /// True for emphasis.
    pub emphasis: bool,
    /// True for strong emphasis.
    pub strong: bool,
    /// What the date means, behind its last words, where they do not say all of it.
    pub note: Option<NoteView>,
}

/// The value of a date in words, in the language of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct NoteView {
    /// The words.
    pub words: String,
    /// Its language and direction, where the text has others.
    pub language: Option<String>,
    /// `ltr` or `rtl`, likewise.
    pub direction: Option<&'static str>,
}

/// A stretch of text, with an anchor where facts rest on it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct RunView {
    /// The anchor.
    pub id: Option<String>,
    /// Anchors of evidence that starts inside this run.
    pub more_ids: Vec<String>,
    /// Its words.
    pub pieces: Vec<PieceView>,
}

/// Spans of one kind with what they mean, sorted, not overlapping.
#[derive(Debug)]
struct Layer<T> {
    marks: Vec<(Span, T)>,
}

impl<T> Layer<T> {
    /// Of two marks that overlap, the one that starts first is kept.
    fn new(mut marks: Vec<(Span, T)>) -> Self {
        marks.sort_by_key(|(span, _)| *span);
        let mut end = 0;
        marks.retain(|(span, _)| {
            let fits = span.start >= end && !span.is_empty();
            end = if fits { span.end } else { end };
            fits
        });
        Self { marks }
    }

    fn at(&self, offset: usize) -> Option<&(Span, T)> {
        let after = self.marks.partition_point(|(span, _)| span.start <= offset);
        after.checked_sub(1).map(|at| &self.marks[at]).filter(|(span, _)| span.holds(offset))
    }

    fn add_edges(&self, within: Span, edges: &mut Vec<usize>) {
        let first = self.marks.partition_point(|(span, _)| span.end <= within.start);
        let inside = self.marks[first..].iter().take_while(|(span, _)| span.start < within.end);
        edges.extend(inside.flat_map(|(span, _)| [span.start, span.end]).filter(|&edge| within.holds(edge)));
    }
}

/// Everything that marks up a document's text.
#[derive(Debug)]
pub(super) struct Marks<'d> {
    text: &'d str,
    anchors: &'d [Span],
    replaced: Layer<&'d str>,
    emphasis: Layer<()>,
    strong: Layer<()>,
    links: Layer<String>,
    dates: Layer<&'d Temporal>,
    actors: Layer<String>,
    quotations: Layer<()>,
    site: &'d Site<'d>,
    /// True where the text runs in another language than the page, or in one that is not known.
    is_foreign: bool,
}

impl<'d> Marks<'d> {
    /// The marks of a document for its own page.
    pub(super) fn new(site: &'d Site<'d>, number: usize, base: &str) -> Self {
        let dossier = site.dossier;
        let document = &dossier.documents[number];
        let annotations = &document.annotations;
        let dates = annotations.temporal.iter().filter(|mention| mention.edtf.is_some());
        let actors = annotations.names.iter().zip(&document.mention_actors).filter_map(|(name, actor)| {
            actor
                .filter(|&actor| site.has_page(actor))
                .map(|actor| (name.span, format!("{base}{}", paths::actor_page(&dossier.actors[actor].id))))
        });
        let inlines = || document.source.blocks.iter().flat_map(|block| &block.inlines);
        Marks {
            text: &document.source.text,
            anchors: &site.index.anchors[number],
            replaced: Layer::new(inlines().filter_map(replaced).collect()),
            emphasis: Layer::new(inlines().filter_map(emphasis).collect()),
            strong: Layer::new(inlines().filter_map(strong).collect()),
            links: Layer::new(inlines().filter_map(link).collect()),
            dates: Layer::new(dates.map(|mention| (mention.mention.span, mention)).collect()),
            actors: Layer::new(actors.collect()),
            quotations: Layer::new(quotations(document)),
            site,
            is_foreign: site.tongue(document) != Tongue::default(),
        }
    }

    /// The anchors that start in a span.
    pub(super) fn anchors_in(&self, within: Span) -> &'d [Span] {
        let first = self.anchors.partition_point(|span| span.start < within.start);
        let after = self.anchors.partition_point(|span| span.start < within.end);
        &self.anchors[first..after.max(first)]
    }

    /// The words of a span as runs; an anchored sentence is cut at the end of the span.
    pub(super) fn runs(&self, within: Span) -> Vec<RunView> {
        let mut runs: Vec<RunView> = Vec::new();
        let mut at = within.start;
        for anchor in self.anchors_in(within) {
            let id = paths::sentence_anchor(anchor.start);
            if anchor.start < at {
                if let Some(run) = runs.last_mut() {
                    run.more_ids.push(id);
                }
                continue;
            }
            self.push_run(&mut runs, Span::new(at, anchor.start), None);
            at = anchor.end.min(within.end);
            self.push_run(&mut runs, Span::new(anchor.start, at), Some(id));
        }
        self.push_run(&mut runs, Span::new(at, within.end), None);
        let mut told = BTreeSet::new();
        for piece in runs.iter_mut().flat_map(|run| &mut run.pieces) {
            let words = piece.text.to_lowercase();
            if piece.note.as_ref().is_some_and(|note| !told.insert((words, note.words.clone()))) {
                piece.note = None;
            }
        }
        runs
    }

    /// True where no quotation and no sentence that proves something goes on.
    pub(super) fn may_break(&self, at: usize) -> bool {
        let is_inside = |span: &Span| span.start < at && at < span.end;
        let before = self.anchors.partition_point(|span| span.start < at);
        let anchor = before.checked_sub(1).map(|before| &self.anchors[before]);
        !anchor.is_some_and(is_inside) && !self.quotations.at(at).is_some_and(|(span, _)| is_inside(span))
    }

    /// The words of a span as a reader sees them.
    pub(super) fn visible(&self, within: Span) -> String {
        self.pieces(within).into_iter().map(|piece| piece.text).collect()
    }

    fn push_run(&self, runs: &mut Vec<RunView>, span: Span, id: Option<String>) {
        let pieces = self.pieces(span);
        if !pieces.is_empty() || id.is_some() {
            runs.push(RunView { id, more_ids: Vec::new(), pieces });
        }
    }

    fn pieces(&self, within: Span) -> Vec<PieceView> {
        if within.is_empty() {
            return Vec::new();
        }
        let mut edges = vec![within.start, within.end];
        self.replaced.add_edges(within, &mut edges);
        self.emphasis.add_edges(within, &mut edges);
        self.strong.add_edges(within, &mut edges);
        self.links.add_edges(within, &mut edges);
        self.dates.add_edges(within, &mut edges);
        self.actors.add_edges(within, &mut edges);
        self.quotations.add_edges(within, &mut edges);
        edges.sort_unstable();
        edges.dedup();
        let mut pieces: Vec<PieceView> = Vec::new();
        for pair in edges.windows(2) {
            let text = self.shown(Span::new(pair[0], pair[1]), within.start);
            if text.is_empty() {
                continue;
            }
            let piece = PieceView { note: self.note(pair[1]), ..self.piece(pair[0]) };
            match pieces.last_mut().filter(|last| same_marks(last, &piece)) {
                Some(last) => {
                    last.text.push_str(text);
                    last.note = piece.note;
                }
                None => pieces.push(PieceView { text: text.to_owned(), ..piece }),
            }
        }
        pieces
    }

    /// The words of an atom: mark-up gives way to what it stands for, once.
    fn shown(&self, atom: Span, first: usize) -> &str {
        match self.replaced.at(atom.start) {
            Some((span, shown)) if atom.start == span.start.max(first) => shown,
            Some(_) => "",
            None => atom.of(self.text),
        }
    }

    fn piece(&self, offset: usize) -> PieceView {
        let date = self.dates.at(offset).and_then(|(_, mention)| mention.edtf);
        let link = self.links.at(offset).map(|(_, href)| href.clone());
        let external = link.is_some();
        PieceView {
            text: String::new(),
            href: link.or_else(|| self.actors.at(offset).map(|(_, href)| href.clone())),
            external,
            quoted: self.quotations.at(offset).is_some(),
            edtf: date.map(|edtf| edtf.to_string()),
            datetime: date.and_then(|edtf| edtf.html_datetime()),
            emphasis: self.emphasis.at(offset).is_some(),
            strong: self.strong.at(offset).is_some(),
            note: None,
        }
    }

    /// What a date that ends at `end` means, where its words do not say all of it.
    fn note(&self, end: usize) -> Option<NoteView> {
        let (_, temporal) = self.dates.at(end.checked_sub(1)?).filter(|(span, _)| span.end == end)?;
        let (edtf, phrases) = (temporal.edtf?, self.site.phrases);
        let said = |id: &str, date: String| phrases.with(id, &[("date", date.into())]);
        let words = match temporal.basis {
            Basis::YearInferred => said("note-year-inferred", phrases.date_plain(edtf)),
            Basis::Relative => temporal.weekday.map_or_else(|| phrases.date(edtf), |day| phrases.date_on(edtf, day)),
            Basis::Edited => said("note-edited", phrases.date(edtf)),
            Basis::Stated | Basis::Unknown => return None,
        };
        let own = |value: &str| self.is_foreign.then(|| value.to_owned());
        let direction = self.is_foreign.then(|| phrases.direction());
        Some(NoteView { words, language: own(phrases.tag()), direction })
    }
}

fn same_marks(one: &PieceView, other: &PieceView) -> bool {
    let marks = |piece: &PieceView| (piece.external, piece.quoted, piece.emphasis, piece.strong);
    marks(one) == marks(other) && one.href == other.href && one.edtf == other.edtf && one.note.is_none()
}

fn quotations(document: &DossierDocument) -> Vec<(Span, ())> {
    document.annotations.quotations.iter().map(|quotation| (quotation.span, ())).collect()
}

fn replaced(inline: &Inline) -> Option<(Span, &str)> {
    match inline {
        Inline::Replaced { span, shown } => Some((*span, shown.as_str())),
        _ => None,
    }
}

fn emphasis(inline: &Inline) -> Option<(Span, ())> {
    match inline {
        Inline::Emphasis(span) => Some((*span, ())),
        _ => None,
    }
}

fn strong(inline: &Inline) -> Option<(Span, ())> {
    match inline {
        Inline::Strong(span) => Some((*span, ())),
        _ => None,
    }
}

fn link(inline: &Inline) -> Option<(Span, String)> {
    match inline {
        Inline::Link { span, href } => safe_href(href).map(|href| (*span, href)),
        _ => None,
    }
}
