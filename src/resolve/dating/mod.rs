//! The dates of documents and stories: given, stated, decided by an editor, concluded from what the
//! text tells as past and as still to come, or not known.
//!
//! The clock, the times of files and the current year are never evidence.

mod absolute;
mod anniversaries;
mod constraint;
mod corpus;
mod cues;
mod decided;
mod digest;
mod incumbents;
mod infer;
mod offices;
mod open;
mod story;
mod weekdays;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use crate::model::annotations::DateBasis;
use crate::model::{
    Authority, DocumentDate, Edtf, NameMention, Phrase, Segmentation, SourceDocument, Story, TemporalMention,
};
use crate::text::Span;

use constraint::Constraint;
pub use corpus::dates_by_others;
pub use decided::{decided_dates, unused_dates};

/// The dates of a file and of its stories, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dates {
    /// The file's.
    pub file: DocumentDate,
    /// Each story's.
    pub stories: Vec<DocumentDate>,
}

/// All that the date of a document can be concluded from.
#[derive(Debug, Clone, Copy)]
pub struct Clues<'d> {
    /// The document: its metadata and its text.
    pub source: &'d SourceDocument,
    /// Its zones and stories.
    pub segmentation: &'d Segmentation,
    /// Its temporal expressions, not yet anchored, sorted.
    pub temporal: &'d [TemporalMention],
    /// Its names, sorted.
    pub names: &'d [NameMention],
    /// Its sentences, sorted.
    pub sentences: &'d [Span],
    /// Who held which office when, and what happened when.
    pub authority: &'d Authority,
}

/// What the metadata and the text say, else what follows from the text. A file with one story has one
/// date; the stories of a file with several are dated each for itself.
pub fn date_document(clues: Clues<'_>) -> Dates {
    dates(clues, &[])
}

/// The same, with what else is known of each story.
fn dates(clues: Clues<'_>, known: &[Vec<Constraint>]) -> Dates {
    let known = |at: usize| known.get(at).cloned().unwrap_or_default();
    let statement = &clues.source.provenance.statement;
    let text = &clues.source.text;
    let bearers = &story::bearers(clues);
    let given = statement.published.map(|edtf| given(edtf, statement.published_by.as_ref()));
    if let [story] = clues.segmentation.stories.as_slice() {
        let file = match given {
            Some(date) => with_contradiction(date, story),
            None => stated(story, text)
                .unwrap_or_else(|| infer::infer(&story::StoryClues::new(clues, bearers, story.span, known(0)))),
        };
        return Dates { stories: vec![file.clone()], file };
    }
    let said = |number: usize, story: &Story| match statement.stories.get(number).and_then(|said| said.published) {
        Some(edtf) => Some(self::given(edtf, Some(&Cow::Borrowed("by-sidecar")))),
        None => stated(story, text),
    };
    let stories = &clues.segmentation.stories;
    let said: Vec<Option<DocumentDate>> =
        stories.iter().enumerate().map(|(number, story)| said(number, story)).collect();
    let order = digest::order(&said);
    let date = |(number, story): (usize, &Story)| {
        said[number].clone().unwrap_or_else(|| {
            let known = [order[number].as_slice(), &known(number)].concat();
            infer::infer(&story::StoryClues::new(clues, bearers, story.span, known))
        })
    };
    let stories = stories.iter().enumerate().map(date).collect();
    Dates { file: given.unwrap_or_else(DocumentDate::unknown), stories }
}

/// Whoever states a date.
fn said_by(by: Option<&Cow<'static, str>>) -> Phrase {
    Phrase { id: by.cloned().unwrap_or(Cow::Borrowed("by-metadata")), values: Vec::new() }
}

fn given(edtf: Edtf, by: Option<&Cow<'static, str>>) -> DocumentDate {
    DocumentDate {
        edtf: Some(edtf),
        basis: DateBasis::Given,
        why: Phrase::new("why-given").with("by", said_by(by)),
        ..DocumentDate::unknown()
    }
}

/// The metadata count; where the text states another day, that is said and shown.
fn with_contradiction(date: DocumentDate, story: &Story) -> DocumentDate {
    let other = story.stated.published.filter(|stated| Some(*stated) != date.edtf && !overlap(*stated, date.edtf));
    match (other, story.stated_at) {
        (Some(stated), Some(at)) => DocumentDate {
            why: date.why.then(Phrase::new("why-text-says").with("date", stated)),
            evidence: vec![at],
            ..date
        },
        _ => date,
    }
}

fn overlap(one: Edtf, other: Option<Edtf>) -> bool {
    other.is_some_and(|other| one.earliest() <= other.latest() && other.earliest() <= one.latest())
}

fn stated(story: &Story, text: &str) -> Option<DocumentDate> {
    let (edtf, at) = (story.stated.published?, story.stated_at?);
    let by = Phrase { id: story.stated.published_by.clone().unwrap_or(Cow::Borrowed("by-text")), values: Vec::new() };
    Some(DocumentDate {
        edtf: Some(edtf),
        basis: DateBasis::Stated,
        why: Phrase::new("why-stated-by").with("by", by).with("said", at.of(text)),
        evidence: vec![at],
        ..DocumentDate::unknown()
    })
}
