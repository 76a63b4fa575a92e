//! [`Company`]: who appears with whom. One rule for pages and downloads.

use std::collections::{BTreeMap, BTreeSet};

use super::{Dossier, DossierDocument};

/// A text that names more is a list: that two are on it says nothing, and their pairs grow with its
/// square.
pub const LARGEST_COMPANY: usize = 100;

/// How often two actors are named together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Together {
    /// Texts (a file may hold several).
    pub texts: usize,
    /// Sentences of those texts.
    pub sentences: usize,
    /// Events.
    pub events: usize,
}

impl Together {
    /// One text is no company: a sentence or an event must name both, or a second text.
    pub fn is_company(self) -> bool {
        self.texts > 1 || self.sentences > 0 || self.events > 0
    }
}

/// Who is named where, counted once for all actors.
#[derive(Debug, Default)]
pub struct Company {
    /// The actors that each story of a document names, each once, sorted; by document and story.
    stories: Vec<Vec<Vec<usize>>>,
}

impl Company {
    /// Linear in the number of mentions.
    pub fn new(dossier: &Dossier) -> Self {
        Self { stories: dossier.documents.iter().map(story_actors).collect() }
    }

    /// The actors that a story names, each once, sorted; none of a list too long to say anything.
    pub fn named_in(&self, document: usize, story: usize) -> &[usize] {
        let named = self.stories.get(document).and_then(|stories| stories.get(story));
        named.filter(|named| named.len() <= LARGEST_COMPANY).map_or(&[], Vec::as_slice)
    }

    /// The stories that name an actor, in order.
    pub fn stories_of(&self, dossier: &Dossier, actor: usize) -> BTreeSet<(usize, usize)> {
        let place = |document: usize, at: usize| (document, dossier.documents[document].story_at(at));
        dossier.actors[actor].mentions.iter().map(|mention| place(mention.document, mention.focus.start)).collect()
    }

    /// Everybody an actor appears with, by number; `events` are those that name the actor.
    pub fn of(&self, dossier: &Dossier, actor: usize, events: &[usize]) -> BTreeMap<usize, Together> {
        let mut company: BTreeMap<usize, Together> = BTreeMap::new();
        for (document, story) in self.stories_of(dossier, actor) {
            for &other in self.named_in(document, story).iter().filter(|&&other| other != actor) {
                company.entry(other).or_default().texts += 1;
            }
        }
        for (document, sentence) in sentences_of(dossier, actor) {
            for other in named_in_sentence(&dossier.documents[document], sentence) {
                if let Some(together) = company.get_mut(&other) {
                    together.sentences += 1;
                }
            }
        }
        for &event in events {
            for other in &dossier.events[event].actors {
                if let Some(together) = company.get_mut(other) {
                    together.events += 1;
                }
            }
        }
        company.retain(|_, together| together.is_company());
        company
    }
}

/// The sentences that name an actor, by document and place in its list of sentences.
fn sentences_of(dossier: &Dossier, actor: usize) -> BTreeSet<(usize, usize)> {
    let sentence = |document: usize, at: usize| {
        let all = &dossier.documents[document].annotations.sentences;
        let behind = all.partition_point(|sentence| sentence.start <= at);
        behind.checked_sub(1).filter(|&sentence| all[sentence].holds(at)).map(|sentence| (document, sentence))
    };
    let mentions = dossier.actors[actor].mentions.iter();
    mentions.filter_map(|mention| sentence(mention.document, mention.focus.start)).collect()
}

/// The actors that a sentence names, each once.
fn named_in_sentence(document: &DossierDocument, sentence: usize) -> BTreeSet<usize> {
    let span = document.annotations.sentences[sentence];
    let names = &document.annotations.names;
    let first = names.partition_point(|name| name.span.start < span.start);
    let inside = names[first..].iter().take_while(|name| name.span.start < span.end).count();
    document.mention_actors.iter().skip(first).take(inside).copied().flatten().collect()
}

fn story_actors(document: &DossierDocument) -> Vec<Vec<usize>> {
    let mut stories = vec![Vec::new(); document.stories.len()];
    for (name, actor) in document.annotations.names.iter().zip(&document.mention_actors) {
        if let (Some(actor), Some(story)) = (actor, stories.get_mut(document.story_at(name.span.start))) {
            story.push(*actor);
        }
    }
    for story in &mut stories {
        story.sort_unstable();
        story.dedup();
    }
    stories
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples;

    #[test]
    fn a_list_of_names_makes_no_company() {
        let company = |named: usize| Company { stories: vec![vec![(0..named).collect()]] };
        assert_eq!(company(LARGEST_COMPANY).named_in(0, 0).len(), LARGEST_COMPANY);
        assert!(company(LARGEST_COMPANY + 1).named_in(0, 0).is_empty());
    }

    #[test]
    fn one_text_alone_is_no_company() {
        let dossier = samples::dossier();
        let company = Company::new(&dossier);
        let together = Together { texts: 1, sentences: 0, events: 1 };
        assert_eq!(company.of(&dossier, 0, &[0]), [(1, together)].into());
        assert!(company.of(&dossier, 0, &[]).is_empty());
    }
}
