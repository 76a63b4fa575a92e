//! Resolve: decides what the mentions mean, for one document and for the corpus.
//!
//! Two candidates: decides none and says so. Nothing here finds a new mention.

mod actors;
mod agreements;
mod anchoring;
mod attribution;
mod corrections;
mod dating;
mod duplicates;
mod events;
mod identifiers;
mod joint;
mod memory;
mod pronouns;
mod said;
mod when;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::diagnostic::{Built, Diagnostic};
use crate::model::{
    Annotations, Authority, Display, Dossier, DossierDocument, Overrides, Shared, SourceDocument, StoryRecord, Weekday,
    publish,
};

pub use anchoring::anchor;
pub use corrections::resolve_corrections;
pub use dating::{Clues, Dates, date_document};
pub use memory::Memory;

/// A document with what was found in it, ready to be resolved with the others.
#[derive(Debug, Clone, PartialEq)]
pub struct Annotated {
    /// The document.
    pub source: Shared<SourceDocument>,
    /// What was found.
    pub annotations: Shared<Annotations>,
}

impl Annotated {
    /// A document with its annotations, held by nobody else.
    pub fn new(source: SourceDocument, annotations: Annotations) -> Self {
        Self { source: Shared::new(source), annotations: Shared::new(annotations) }
    }
}

/// The user's side of the dossier.
#[derive(Debug, Clone, Copy)]
pub struct Knowledge<'k> {
    /// What the user knows.
    pub authority: &'k Authority,
    /// What an editor decided.
    pub overrides: &'k Overrides,
    /// What documents may show that do not say it themselves.
    pub display: Display,
    /// The day weeks begin on.
    pub week_start: Weekday,
    /// The seeds folder as diagnostics name it.
    pub seeds: &'k str,
}

/// The dossier of a corpus.
///
/// **Shape:** documents by path, actors by comparison form of their names, events by date with
/// undated ones last, quotations by document and place.
pub fn resolve(corpus: Vec<Annotated>, knowledge: Knowledge<'_>) -> Built<Dossier> {
    resolve_again(corpus, knowledge, &mut Memory::default())
}

/// The same, with what is left of the last time. It runs in the threads of the pool it is called in.
pub fn resolve_again(corpus: Vec<Annotated>, knowledge: Knowledge<'_>, memory: &mut Memory) -> Built<Dossier> {
    let mut findings = Vec::new();
    let mut documents = documents(corpus, knowledge, &mut findings);
    let actors::Resolved { actors, findings: odd, unnamed, hidden: hidden_actors } =
        actors::resolve_actors(&mut documents, knowledge, memory);
    findings.extend(odd);
    duplicates::link_duplicates(&mut documents);
    let (quotations, reported) = attribution::resolve_quotations(&documents, &unnamed);
    let events::Resolved { mut events, findings: odd, hidden: hidden_events } =
        events::resolve_events(&documents, &actors, knowledge.overrides, memory);
    findings.extend(odd);
    let hidden = hidden_actors + hidden_events;
    let agreements = agreements::resolve_agreements(&mut documents, &actors, &mut events, knowledge.authority);
    events::join_signings(&mut events, &agreements, (&documents, &actors));
    let dossier =
        Dossier { documents, actors, events, quotations, reported, agreements, corrections: Vec::new(), hidden };
    Built { value: dossier, findings }
}

/// The documents by path, with their ids and dates.
fn documents(corpus: Vec<Annotated>, knowledge: Knowledge<'_>, findings: &mut Vec<Diagnostic>) -> Vec<DossierDocument> {
    let mut corpus = corpus;
    corpus.sort_by(|a, b| a.source.provenance.path.cmp(&b.source.provenance.path));
    findings.extend(dating::unused_dates(&corpus, knowledge));
    let paths: Vec<&str> = corpus.iter().map(|annotated| annotated.source.provenance.path.as_str()).collect();
    let ids = identifiers::document_ids(&paths);
    let corpus = dated(corpus, knowledge);
    corpus.into_par_iter().zip(ids).map(|(annotated, id)| document(annotated, id, knowledge)).collect()
}

/// The corpus with the dates that an editor decided, then with those that documents give each other.
fn dated(mut corpus: Vec<Annotated>, knowledge: Knowledge<'_>) -> Vec<Annotated> {
    for annotated in &mut corpus {
        let decided = dating::decided_dates(&annotated.source, &annotated.annotations, knowledge.overrides);
        redate(annotated, decided, knowledge);
    }
    let by_others = dating::dates_by_others(&corpus, knowledge);
    for (annotated, dates) in corpus.iter_mut().zip(by_others) {
        redate(annotated, dates, knowledge);
    }
    corpus
}

/// Other dates: every expression is anchored anew.
fn redate(annotated: &mut Annotated, dates: Option<Dates>, knowledge: Knowledge<'_>) {
    let Some(dates) = dates else { return };
    let annotations = &mut *annotated.annotations;
    let mentions = std::mem::take(&mut annotations.temporal).into_iter().map(|known| known.mention).collect();
    annotations.temporal = anchor(mentions, &annotations.segmentation.stories, &dates.stories, knowledge.week_start);
    annotations.date = dates.file;
    annotations.story_dates = dates.stories;
}

fn document(annotated: Annotated, id: String, knowledge: Knowledge<'_>) -> DossierDocument {
    let Annotated { source, annotations } = annotated;
    let (source, annotations) = publish((source, annotations), knowledge.display);
    let stories = annotations
        .segmentation
        .stories
        .iter()
        .zip(&annotations.story_dates)
        .map(|(story, date)| StoryRecord {
            id: story.id.clone(),
            span: story.span,
            title: story.title.clone(),
            date: date.clone(),
        })
        .collect();
    let given = source.provenance.statement.authors.clone();
    let stated = annotations.segmentation.stories.iter().flat_map(|story| story.stated.authors.clone()).collect();
    DossierDocument {
        id,
        authors: if given.is_empty() { stated } else { given },
        date: annotations.date.clone(),
        stories,
        duplicates: Vec::new(),
        mention_actors: vec![None; annotations.names.len()],
        ambiguous: BTreeMap::new(),
        mention_agreements: vec![None; annotations.agreements.len()],
        source,
        annotations,
    }
}
