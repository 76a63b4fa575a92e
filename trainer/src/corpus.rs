//! Annotated texts: documents cut into lines, each token with the labels its annotation allows.

use std::fs;
use std::path::Path;

use annalist::extract::Reading;
use annalist::extract::names::tagger::label::{Label, LabelSet, Place};
use annalist::extract::names::tagger::model::Model;
use annalist::extract::names::tagger::sentence::Line;
use annalist::extract::names::tagger::words::Class;
use annalist::model::NameKind;
use annalist::text::Span;
use serde::Deserialize;

use crate::Failure;

/// A document of a set, as its line of JSON has it.
#[derive(Debug, Clone, Deserialize)]
pub struct Annotated {
    /// Its text.
    pub text: String,
    /// The names in it.
    pub gold: Vec<Gold>,
}

/// An annotated name.
#[derive(Debug, Clone, Deserialize)]
pub struct Gold {
    start: usize,
    end: usize,
    kind: String,
}

impl Gold {
    /// A name of a text of our own.
    pub fn new(start: usize, end: usize, kind: NameKind) -> Self {
        Self { start, end, kind: kind.as_str().to_owned() }
    }

    /// Where the name stands.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }

    /// What it names.
    pub fn kind(&self) -> NameKind {
        match self.kind.as_str() {
            "person" => NameKind::Person,
            "organisation" => NameKind::Organisation,
            "place" => NameKind::Place,
            _ => NameKind::Other,
        }
    }
}

/// A text made ready: what finders read, and its names.
#[derive(Debug)]
pub struct Document {
    /// What finders read.
    pub reading: Reading,
    /// The names.
    pub gold: Vec<Gold>,
    /// Index of the set it comes from.
    pub set: usize,
    /// Names of the kind `other` may stand there without being annotated.
    pub leaves_others_out: bool,
}

/// Reads a set: JSON lines.
pub fn read_set(path: &Path, set: usize) -> Result<Vec<Document>, Failure> {
    let text = fs::read_to_string(path).map_err(|cause| format!("cannot read {}: {cause}", path.display()))?;
    let annotated: Vec<Annotated> = text
        .lines()
        .map(|line| serde_json::from_str(line).map_err(|cause| format!("{}: {cause}", path.display())))
        .collect::<Result<_, _>>()?;
    let others = annotated.iter().flat_map(|document| &document.gold).filter(|gold| gold.kind == "other").count();
    let names: usize = annotated.iter().map(|document| document.gold.len()).sum();
    let leaves_others_out = others * 50 < names;
    Ok(annotated
        .into_iter()
        .map(|Annotated { text, gold }| Document { reading: Reading::of_text(&text), gold, set, leaves_others_out })
        .collect())
}

/// The lines of a document with what each token may be labelled.
pub fn labelled<'d>(document: &'d Document, model: &Model<'_>) -> Vec<(Line<'d>, Vec<LabelSet>)> {
    let text = document.reading.text.as_str();
    let lines = document.reading.sentences.iter().filter_map(|sentence| {
        let line = Line::new(text, sentence, model)?;
        let starts: Vec<usize> = sentence.tokens.iter().map(|token| token.span.start).collect();
        let gold = gold_labels(document, &line, &starts);
        Some((line, gold))
    });
    lines.collect()
}

/// What the annotation lets each token be. A name that the tagger cannot spell leaves its tokens open.
fn gold_labels(document: &Document, line: &Line<'_>, starts: &[usize]) -> Vec<LabelSet> {
    let outside = if document.leaves_others_out {
        let others = Label::all().filter(|label| label.parts().is_none_or(|(kind, _)| kind == NameKind::Other));
        LabelSet::of(others)
    } else {
        LabelSet::OUTSIDE
    };
    let mut sets: Vec<LabelSet> = line.allowed.iter().map(|allowed| allowed.and(outside)).collect();
    for gold in &document.gold {
        let mut first = starts.partition_point(|&start| start < gold.start);
        let end = starts.partition_point(|&start| start < gold.end);
        if first >= end {
            continue;
        }
        if first + 1 < end && line.words[first].text.eq_ignore_ascii_case("the") {
            first += 1;
        }
        while gold.kind() == NameKind::Person && first < end && is_title(line, first) {
            first += 1;
        }
        if first == end {
            continue; // `Prime Minister` alone
        }
        let labels: Vec<Label> = (first..end).map(|at| Label::new(gold.kind(), place(at, first, end))).collect();
        let fits = labels.iter().zip(first..end).all(|(label, at)| line.allowed[at].has(label.index()));
        for (label, at) in labels.iter().zip(first..end) {
            sets[at] = if fits { LabelSet::of([*label]) } else { line.allowed[at] };
        }
    }
    sets
}

/// Titles in front of a person's name are no part of it; some annotations have them inside.
fn is_title(line: &Line<'_>, at: usize) -> bool {
    let word = &line.words[at];
    let is_point = word.text == "." && word.glued;
    word.is(Class::Office) || word.is(Class::Courtesy) || word.is(Class::OfficeModifier) || is_point
}

fn place(at: usize, first: usize, end: usize) -> Place {
    match (at == first, at + 1 == end) {
        (true, true) => Place::Unit,
        (true, false) => Place::Begin,
        (false, true) => Place::Last,
        (false, false) => Place::Inside,
    }
}
