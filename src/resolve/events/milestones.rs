//! Milestones: what happens once to somebody or something (`died`, `sank`), so that few words are enough to
//! know it again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::model::{Actor, DossierDocument, Evidence, NameKind};
use crate::text::Span;
use crate::text::words::{WordMap, table};

/// Words of milestones and their nouns.
static MILESTONES: LazyLock<WordMap<&'static str>> =
    LazyLock::new(|| WordMap::new(table(include_str!("data/milestones.en.txt"))));

/// A milestone stands so many words in front of its date (`died at her home in Oslo on 3 May`) …
const WORDS_BEFORE: usize = 7;
/// … or behind it (`her May 2015 death`).
const WORDS_BEHIND: usize = 2;

/// What a dated sentence tells as a milestone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// `death`.
    pub noun: &'static str,
    /// Persons and bodies of the sentence; where it names none, of its document.
    pub subjects: BTreeSet<usize>,
}

/// The milestone next to a date.
pub fn milestone(proof: &Evidence, documents: &[DossierDocument], actors: &[Actor]) -> Option<Milestone> {
    let document = &documents[proof.document];
    let text = document.source.text.as_str();
    let noun = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        MILESTONES.get(&word).copied()
    };
    let before = Span::new(proof.span.start.min(proof.focus.start), proof.focus.start).of(text);
    let behind = Span::new(proof.focus.end.min(proof.span.end), proof.span.end).of(text);
    let noun = before
        .split_whitespace()
        .rev()
        .take(WORDS_BEFORE)
        .find_map(noun)
        .or_else(|| behind.split_whitespace().take(WORDS_BEHIND).find_map(noun))?;
    let named = |within: Span| -> BTreeSet<usize> {
        let names = &document.annotations.names;
        let first = names.partition_point(|name| name.span.end <= within.start);
        let inside = names[first..].iter().zip(&document.mention_actors[first..]);
        let inside = inside.take_while(|(name, _)| name.span.start < within.end);
        let can = |actor: &usize| matches!(actors[*actor].kind, NameKind::Person | NameKind::Organisation);
        inside.filter_map(|(_, actor)| *actor).filter(can).collect()
    };
    let subjects = named(proof.span);
    let subjects = if subjects.is_empty() { named(Span::new(0, text.len())) } else { subjects };
    Some(Milestone { noun, subjects })
}

/// The milestones of an event, with how many of its sentences name each subject.
#[derive(Debug, Default)]
pub struct Milestones(BTreeMap<&'static str, BTreeMap<usize, usize>>);

impl Milestones {
    /// Adds what a sentence tells.
    pub fn add(&mut self, milestone: &Milestone) {
        let counts = self.0.entry(milestone.noun).or_default();
        milestone.subjects.iter().for_each(|&subject| *counts.entry(subject).or_default() += 1);
    }

    /// Takes over those of another event.
    pub fn join(&mut self, other: Self) {
        for (noun, counts) in other.0 {
            let own = self.0.entry(noun).or_default();
            counts.into_iter().for_each(|(subject, count)| *own.entry(subject).or_default() += count);
        }
    }

    /// The nouns.
    pub fn nouns(&self) -> impl Iterator<Item = &'static str> {
        self.0.keys().copied()
    }

    /// True where a sentence tells a milestone of this event, of somebody whom its sentences name most.
    pub fn has(&self, milestone: &Milestone) -> bool {
        self.0.get(milestone.noun).is_some_and(|counts| !leading(counts).is_disjoint(&milestone.subjects))
    }

    /// True where both tell a milestone of one and the same subject.
    pub fn shares(&self, other: &Self) -> bool {
        let shared = |(noun, counts): (&&str, &BTreeMap<usize, usize>)| {
            self.0.get(*noun).is_some_and(|own| !leading(own).is_disjoint(&leading(counts)))
        };
        other.0.iter().any(shared)
    }
}

/// The subjects that half as many sentences name as the most named one.
fn leading(counts: &BTreeMap<usize, usize>) -> BTreeSet<usize> {
    let most = counts.values().copied().max().unwrap_or(0);
    counts.iter().filter(|(_, count)| **count * 2 >= most).map(|(subject, _)| *subject).collect()
}
