//! Milestones: what happens once to somebody or something (`died`, `sank`), so that few words are enough to
//! know it again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::model::{Actor, DossierDocument, Evidence, NameKind};
use crate::text::Span;
use crate::text::lexicon::FUNCTION_WORDS;
use crate::text::words::{WordMap, table};

/// Words of milestones and their nouns.
static MILESTONES: LazyLock<WordMap<&'static str>> =
    LazyLock::new(|| WordMap::new(table(include_str!("data/milestones.en.txt"))));

/// A milestone stands so many words in front of its date (`died at her home in Oslo on 3 May`) …
const WORDS_BEFORE: usize = 7;
/// … or behind it (`her May 2015 death`).
const WORDS_BEHIND: usize = 2;

/// Of whom a sentence without names tells is looked for so many bytes back: most articles whole, and never a
/// whole book for each of its sentences.
const REACH: usize = 4_000;

/// What a dated sentence tells as a milestone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// `death`.
    pub noun: &'static str,
    /// Persons and bodies of the sentence; where it names none, of the text before it.
    pub subjects: BTreeSet<usize>,
    /// The one that the noun or verb stands next to (`Lund died`, `Lund's death`, `the death of Lund`).
    pub bearer: Option<usize>,
}

/// The milestone next to a date.
pub fn milestone(proof: &Evidence, documents: &[DossierDocument], actors: &[Actor]) -> Option<Milestone> {
    let document = &documents[proof.document];
    let text = document.source.text.as_str();
    let (noun, place) = noun_near(text, proof)?;
    let named = |within: Span| named(document, within, actors).map(|(_, actor)| actor).collect::<BTreeSet<usize>>();
    let subjects = named(proof.span);
    let before = Span::new(proof.span.start.saturating_sub(REACH), proof.span.start);
    let subjects = if subjects.is_empty() { named(before) } else { subjects };
    let bearer = bearer(document, (proof.span, place), actors);
    Some(Milestone { noun, subjects, bearer })
}

/// The noun, and the place of its word: the nearest in front of the date, else right behind it.
fn noun_near(text: &str, proof: &Evidence) -> Option<(&'static str, Span)> {
    let read = |word: &&str| {
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let start = word.as_ptr().addr() - text.as_ptr().addr();
        MILESTONES.get(&plain).map(|noun| (*noun, Span::new(start, start + word.len())))
    };
    let before = Span::new(proof.span.start.min(proof.focus.start), proof.focus.start).of(text);
    let behind = Span::new(proof.focus.end.min(proof.span.end), proof.span.end).of(text);
    let in_front = before.split_whitespace().rev().take(WORDS_BEFORE).find_map(|word| read(&word));
    in_front.or_else(|| behind.split_whitespace().take(WORDS_BEHIND).find_map(|word| read(&word)))
}

/// The persons and bodies named within, each with its place.
fn named<'d>(
    document: &'d DossierDocument,
    within: Span,
    actors: &'d [Actor],
) -> impl Iterator<Item = (Span, usize)> + 'd {
    let names = &document.annotations.names;
    let first = names.partition_point(|name| name.span.end <= within.start);
    let inside = names[first..].iter().zip(&document.mention_actors[first..]);
    inside
        .take_while(move |(name, _)| name.span.start < within.end)
        .filter_map(|(name, actor)| Some((name.span, (*actor)?)))
        .filter(|(_, actor)| matches!(actors[*actor].kind, NameKind::Person | NameKind::Organisation))
}

/// Whoever is named right in front of the word, or behind it and a small word.
fn bearer(document: &DossierDocument, (sentence, word): (Span, Span), actors: &[Actor]) -> Option<usize> {
    let text = document.source.text.as_str();
    let is_next = |gap: &str| {
        let relative = gap.strip_prefix(',').map(str::trim).is_some_and(|word| FUNCTION_WORDS.has(word));
        relative || matches!(gap, "" | "'s" | "’s" | "'" | "’")
    };
    named(document, sentence, actors)
        .find(|(name, _)| {
            let in_front = text.get(name.end..word.start).is_some_and(|gap| is_next(gap.trim()));
            let behind = text.get(word.end..name.start).is_some_and(|gap| {
                let gap = gap.trim();
                !gap.is_empty() && FUNCTION_WORDS.has(gap)
            });
            in_front || behind
        })
        .map(|(_, actor)| actor)
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
