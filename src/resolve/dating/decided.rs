//! The dates that an editor decided, and those decisions that decide nothing.

use super::Dates;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::annotations::DateBasis;
use crate::model::{Annotations, DocumentDate, Overrides, Phrase, SourceDocument};
use crate::resolve::{Annotated, Knowledge};

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
                Some(why) => Phrase::new("why-edited-because").with("why", why.as_str()),
                None => Phrase::new("why-edited"),
            },
            evidence: Vec::new(),
            reasons: Vec::new(),
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
