//! The tagger: a linear model that says of each capitalised word whether it belongs to a name, and
//! to the name of what.
//!
//! An averaged structured perceptron (Collins 2002) over BILOU labels (Ratinov and Roth 2009),
//! decoded by Viterbi, trained by the workspace member `trainer` (`models/README.md` is its card).
//! All arithmetic is on integers: the same text gives the same names on every machine.

pub mod document;
pub mod features;
pub mod hash;
pub mod label;
pub mod model;
pub mod sentence;
pub mod table;
pub mod viterbi;
pub mod words;

use std::sync::LazyLock;

use super::{NameMention, Reading, plain};
use crate::text::Span;
use document::Writings;
use features::{View, features};
use label::{Label, Place};
use model::Model;
use sentence::Line;
use viterbi::Scores;

static BYTES: &[u8] = include_bytes!("../../../../models/names.en.bin");

/// The shipped model. A test reads it: it is never missing.
static MODEL: LazyLock<Option<Model<'static>>> = LazyLock::new(|| Model::read(BYTES));

/// The shipped model.
pub fn shipped() -> Option<&'static Model<'static>> {
    MODEL.as_ref()
}

/// The names of a document as `model` sees them, sorted, not overlapping.
pub fn find(model: &Model<'_>, reading: &Reading) -> Vec<NameMention> {
    let sentences: Vec<_> = reading.lines().map(|(sentence, _)| sentence).collect();
    let lines: Vec<Option<Line<'_>>> =
        sentences.iter().map(|sentence| Line::new(&reading.text, sentence, model)).collect();
    let (places, lines): (Vec<usize>, Vec<Line<'_>>) =
        lines.into_iter().enumerate().filter_map(|(at, line)| Some((at, line?))).unzip();
    let labels = label_document(model, &lines);
    let mut names = Vec::new();
    for (place, labels) in places.into_iter().zip(labels) {
        names_of(&labels, |start, end| {
            let tokens = &sentences[place].tokens[start..end];
            Span::new(tokens[0].span.start, tokens[tokens.len() - 1].span.end)
        })
        .for_each(|(span, kind)| {
            names.push(plain(super::known::without_possessive(&reading.text, span), kind));
        });
    }
    names
}

/// The labels of the sentences of a document.
pub fn label_document(model: &Model<'_>, lines: &[Line<'_>]) -> Vec<Vec<Label>> {
    let writings = Writings::new(lines);
    lines.iter().map(|line| label_line(model, View { line, writings: &writings })).collect()
}

fn label_line(model: &Model<'_>, view: View<'_>) -> Vec<Label> {
    let line = view.line;
    let mut labels = vec![Label::OUTSIDE; line.words.len()];
    let score = |at| {
        let mut scores = [0; label::LABELS];
        features(view, at, |feature| model.add(feature, &mut scores));
        scores
    };
    for (start, end) in line.stretches() {
        let scores: Vec<Scores> = (start..end).map(score).collect();
        labels[start..end].copy_from_slice(&viterbi::decode(&scores, &line.allowed[start..end], &model.steps));
    }
    labels
}

/// The names that a sequence of labels spells, as `span(first, one past last)` and kind.
pub fn names_of<S>(
    labels: &[Label],
    span: impl Fn(usize, usize) -> S,
) -> impl Iterator<Item = (S, crate::model::NameKind)> {
    let mut start = 0;
    labels.iter().enumerate().filter_map(move |(at, label)| {
        let (kind, place) = label.parts()?;
        if matches!(place, Place::Begin | Place::Unit) {
            start = at;
        }
        matches!(place, Place::Last | Place::Unit).then(|| (span(start, at + 1), kind))
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_shipped_model_is_one() {
        assert!(super::shipped().is_some());
    }
}
