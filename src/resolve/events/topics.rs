//! Topics: what every sentence is about, and what the dated ones tell of.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use rayon::prelude::*;

use super::happenings::Draft;
use super::milestones::{Milestone, milestone};
use super::tellings::{is_in_passing, status};
use super::words::{Bag, Lexis, Words, same_word};
use crate::model::{Actor, DateRole, DossierDocument, EventStatus, Evidence, NameKind};
use crate::text::endings::Ending;
use crate::text::words::WordSet;
use crate::text::{Mask, Span};

/// Nouns of what happens once at a time.
static OCCASIONS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/occasions.en.txt")));

/// Nouns that make another thing of an occasion in front of them (`hurricane season`).
static OCCASION_THINGS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/occasion-things.en.txt")));

/// An occasion is looked for among so many words in front of the date …
const WORDS_BEFORE: usize = 24;
/// … among so many where the date is a bound (`not before the end of August`) …
const WORDS_BEFORE_BOUND: usize = 6;
/// … and so many behind it.
const WORDS_BEHIND: usize = 8;

/// Sentences of one paragraph have at most so many bytes between them.
const LONGEST_GAP: usize = 40;

/// What a dated sentence tells of.
#[derive(Debug, Default)]
pub struct Topic {
    /// Its words, dates left out.
    pub bag: Bag,
    /// The noun of what happened, next to the date.
    pub occasion: Option<String>,
    /// The countries that take part: those named and those of the persons and bodies named.
    pub nations: BTreeSet<String>,
    /// What it tells that happens only once.
    pub milestone: Option<Milestone>,
    /// True where its date is only mentioned.
    pub is_in_passing: bool,
    /// How it is told; where its dates differ, by the most that one says.
    pub status: Option<EventStatus>,
}

/// What the sentences of a corpus are about.
pub struct Topics {
    /// Parallel to the drafts.
    pub drafts: Vec<Topic>,
    /// The sentences of each document without a date, in order.
    pub others: Vec<Vec<(Span, Bag)>>,
}

impl Topics {
    /// Weighs every sentence of the running text; `words` are those of each document.
    pub fn read(documents: &[DossierDocument], words: &[Arc<Words>], drafts: &[Draft<'_>], actors: &[Actor]) -> Self {
        let mut lexis = Lexis::default();
        let dated: BTreeSet<(usize, Span)> = drafts
            .iter()
            .flat_map(|draft| &draft.happenings)
            .map(|one| (one.evidence.document, one.evidence.span))
            .collect();
        let mut numbers: Vec<Vec<(Span, Vec<u32>)>> = words.iter().map(|words| lexis.add(words)).collect();
        for sentences in &mut numbers {
            sentences.sort_by_key(|(span, _)| *span);
            sentences.dedup_by_key(|(span, _)| *span);
        }
        let bag = |(document, span): (usize, Span)| {
            let sentences = &numbers[document];
            let at = sentences.binary_search_by_key(&span, |(span, _)| *span);
            at.map(|at| lexis.weigh(&sentences[at].1)).unwrap_or_default()
        };
        let topic = |draft: &Draft<'_>| {
            let proof = &draft.happenings[0].evidence;
            let occasion = occasion(&documents[proof.document], proof, draft.happenings[0].temporal.mention.role);
            Topic {
                status: draft.happenings.iter().map(|one| status(one, documents)).min(),
                bag: bag((proof.document, proof.span)),
                milestone: milestone(proof, documents, actors),
                is_in_passing: is_in_passing(draft, occasion.is_some(), documents),
                occasion,
                nations: nations_around(proof, documents, actors),
            }
        };
        let undated = |(number, sentences): (usize, &Vec<(Span, Vec<u32>)>)| -> Vec<(Span, Bag)> {
            let sentences = sentences.iter().filter(|(span, _)| !dated.contains(&(number, *span)));
            sentences.map(|(span, read)| (*span, lexis.weigh(read))).collect()
        };
        let others = numbers.par_iter().enumerate().map(undated).collect();
        Self { drafts: drafts.par_iter().map(topic).collect(), others }
    }
}

/// The words of a document's sentences.
pub fn words(document: &DossierDocument) -> Words {
    let sentences = document.annotations.sentences.iter().map(|&span| (span, without_dates(document, span)));
    Words::read(sentences, document.language())
}

/// The words of a sentence without its dates, which say when and not what.
fn without_dates(document: &DossierDocument, sentence: Span) -> String {
    let temporal = &document.annotations.temporal;
    let first = temporal.partition_point(|one| one.mention.span.end <= sentence.start);
    let mut mask = Mask::new(sentence.of(&document.source.text));
    for one in temporal[first..].iter().take_while(|one| one.mention.span.start < sentence.end) {
        let span = one.mention.span;
        if sentence.contains(span) {
            mask.hide(Span::new(span.start - sentence.start, span.end - sentence.start));
        }
    }
    mask.into_text()
}

/// The noun of what happened: the nearest in front of the date, else behind it.
fn occasion(document: &DossierDocument, proof: &Evidence, role: DateRole) -> Option<String> {
    let text = document.source.text.as_str();
    let before = Span::new(proof.span.start, proof.focus.start.max(proof.span.start)).of(text);
    let behind = Span::new(proof.focus.end.min(proof.span.end), proof.span.end).of(text);
    let most = if role == DateRole::Bound { WORDS_BEFORE_BOUND } else { WORDS_BEFORE };
    let mut in_front: Vec<&str> = before.split_whitespace().rev().take(most).collect();
    in_front.reverse();
    let behind: Vec<&str> = behind.split_whitespace().take(WORDS_BEHIND).collect();
    let at = |words: &[&str], at: usize| {
        let is_thing = words.get(at + 1).is_some_and(|next| OCCASION_THINGS.has(&plain(next)));
        occasion_of(words[at]).filter(|_| !is_thing)
    };
    let nearest = (0..in_front.len()).rev().find_map(|place| at(&in_front, place));
    nearest.or_else(|| (0..behind.len()).find_map(|place| at(&behind, place)))
}

/// A word without marks and possessive, in small letters.
fn plain(word: &str) -> String {
    let lower = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    Ending::Possessive.strip(&lower).unwrap_or(&lower).to_owned()
}

/// The occasion that a word names, in the singular.
fn occasion_of(word: &str) -> Option<String> {
    let same = same_word(&plain(word)).to_owned();
    let one = same.strip_suffix('s').map(str::to_owned).filter(|one| OCCASIONS.has(one));
    one.or(Some(same).filter(|same| OCCASIONS.has(same)))
}

/// The countries of the sentence; where it names none, of the one before it in its paragraph.
fn nations_around(proof: &Evidence, documents: &[DossierDocument], actors: &[Actor]) -> BTreeSet<String> {
    let own = nations(proof.document, proof.span, documents, actors);
    if !own.is_empty() {
        return own;
    }
    let document = &documents[proof.document];
    let sentences = &document.annotations.sentences;
    let at = sentences.partition_point(|sentence| sentence.start < proof.span.start);
    let before = at.checked_sub(1).map(|at| sentences[at]).filter(|before| {
        let gap = document.source.text.get(before.end..proof.span.start);
        gap.is_some_and(|gap| gap.len() < LONGEST_GAP && !gap.contains("\n\n"))
    });
    before.map(|before| nations(proof.document, before, documents, actors)).unwrap_or_default()
}

fn nations(number: usize, sentence: Span, documents: &[DossierDocument], actors: &[Actor]) -> BTreeSet<String> {
    let document = &documents[number];
    let names = &document.annotations.names;
    let first = names.partition_point(|name| name.span.end <= sentence.start);
    let inside = names[first..].iter().zip(&document.mention_actors[first..]);
    inside
        .take_while(|(name, _)| name.span.start < sentence.end)
        .filter_map(|(name, actor)| {
            let of_actor = actor.and_then(|actor| actors[actor].country.clone());
            name.country.clone().or(of_actor.filter(|_| name.kind != NameKind::Place))
        })
        .collect()
}
