//! The dates of documents and stories: given, stated, decided by an editor, or not known.
//!
//! The clock, the times of files and the current year are never evidence.

use super::{Annotated, Knowledge};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::annotations::DateBasis;
use crate::model::{Annotations, DocumentDate, Edtf, Overrides, Segmentation, SourceDocument, Story};

/// The dates of a file and of its stories, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dates {
    /// The file's.
    pub file: DocumentDate,
    /// Each story's.
    pub stories: Vec<DocumentDate>,
}

/// What the metadata and the text say. A file with one story has one date; the stories of a file
/// with several are dated each for itself.
pub fn date_document(source: &SourceDocument, segmentation: &Segmentation) -> Dates {
    let statement = &source.provenance.statement;
    let given = statement.published.map(|edtf| given(edtf, statement.published_by.as_deref()));
    if let [story] = segmentation.stories.as_slice() {
        let file = match given {
            Some(date) => with_contradiction(date, story),
            None => stated(story, &source.text),
        };
        return Dates { stories: vec![file.clone()], file };
    }
    let stories = segmentation
        .stories
        .iter()
        .enumerate()
        .map(|(number, story)| match statement.stories.get(number).and_then(|said| said.published) {
            Some(edtf) => self::given(edtf, Some("the sidecar file")),
            None => stated(story, &source.text),
        })
        .collect();
    Dates { file: given.unwrap_or_else(DocumentDate::unknown), stories }
}

fn given(edtf: Edtf, by: Option<&str>) -> DocumentDate {
    DocumentDate {
        edtf: Some(edtf),
        weekday: None,
        basis: DateBasis::Given,
        why: format!("Given by {}.", by.unwrap_or("the metadata")),
        evidence: Vec::new(),
    }
}

/// The metadata count; where the text states another day, that is said and shown.
fn with_contradiction(date: DocumentDate, story: &Story) -> DocumentDate {
    let other = story.stated.published.filter(|stated| Some(*stated) != date.edtf && !overlap(*stated, date.edtf));
    match (other, story.stated_at) {
        (Some(stated), Some(at)) => DocumentDate {
            why: format!("{} The text itself says {}.", date.why, stated.words()),
            evidence: vec![at],
            ..date
        },
        _ => date,
    }
}

fn overlap(one: Edtf, other: Option<Edtf>) -> bool {
    other.is_some_and(|other| one.earliest() <= other.latest() && other.earliest() <= one.latest())
}

fn stated(story: &Story, text: &str) -> DocumentDate {
    let (Some(edtf), Some(at)) = (story.stated.published, story.stated_at) else { return DocumentDate::unknown() };
    let by = story.stated.published_by.as_deref().unwrap_or("the text");
    DocumentDate {
        edtf: Some(edtf),
        weekday: None,
        basis: DateBasis::Stated,
        why: format!("Stated by {by}: “{}”.", at.of(text)),
        evidence: vec![at],
    }
}

/// The dates an editor decided for a document, `None` where no decision is about it.
pub fn decided_dates(source: &SourceDocument, annotations: &Annotations, overrides: &Overrides) -> Option<Dates> {
    let about = overrides.dates.iter().filter(|decision| decision.document == source.provenance.path);
    let mut dates = Dates { file: annotations.date.clone(), stories: annotations.story_dates.clone() };
    let mut decided = false;
    for decision in about {
        let date = DocumentDate {
            edtf: Some(decision.published),
            weekday: None,
            basis: DateBasis::Edited,
            why: match &decision.why {
                Some(why) => format!("Decided by an editor: {why}"),
                None => "Decided by an editor.".to_owned(),
            },
            evidence: Vec::new(),
        };
        let number = decision
            .story
            .as_deref()
            .and_then(|id| annotations.segmentation.stories.iter().position(|story| story.id == id));
        match (number, decision.story.is_some(), dates.stories.len()) {
            (Some(number), _, _) => dates.stories[number] = date.clone(),
            (None, true, _) => continue,
            (None, false, 1) => dates.stories[0] = date.clone(),
            (None, false, _) => {}
        }
        if decision.story.is_none() || dates.stories.len() == 1 {
            dates.file = date;
        }
        decided = true;
    }
    decided.then_some(dates)
}

/// A finding for each decided date whose document or story is not there, and for each story of a
/// sidecar that its file lacks.
pub fn unused_dates(corpus: &[Annotated], knowledge: Knowledge<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for decision in &knowledge.overrides.dates {
        let document = corpus.iter().find(|annotated| annotated.source.provenance.path == decision.document);
        let has_story = |annotated: &Annotated| match &decision.story {
            Some(id) => annotated.annotations.segmentation.stories.iter().any(|story| story.id == *id),
            None => true,
        };
        if !document.is_some_and(has_story) {
            findings.push(Diagnostic::of_file(
                "overrides.toml",
                Code::OverrideUnused,
                format!("the date of `{}` decides nothing: there is no such document or story", decision.document),
                "write the path below the seeds folder; stories are numbered from \"1\"",
            ));
        }
    }
    for annotated in corpus {
        let provenance = &annotated.source.provenance;
        let stories = annotated.annotations.segmentation.stories.len();
        if provenance.statement.stories.len() > stories {
            findings.push(Diagnostic::of_file(
                format!("{}/{}.toml", knowledge.seeds, provenance.path),
                Code::StoryUnknown,
                format!("{} stories are described, {stories} found", provenance.statement.stories.len()),
                "describe the stories in their order; remove those the file does not hold",
            ));
        }
    }
    findings
}
