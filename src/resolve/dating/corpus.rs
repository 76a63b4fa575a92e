//! Other documents of the corpus: where two tell the same of one day, the year that one of them gives
//! is the year of the other.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate};
use rayon::prelude::*;

use super::constraint::Constraint;
use super::{Clues, Dates, open};
use crate::model::annotations::DateBasis;
use crate::model::{Annotations, Direction, Edtf, Frame, Ground, Meaning, Part, Phrase, PhraseValue, Temporal};
use crate::resolve::{Annotated, Knowledge};
use crate::text::Span;
use crate::text::compare::{fold, tidy};
use crate::text::lexicon::FUNCTION_WORDS;

/// Two sentences that tell the same share so many names.
const SHARED_NAMES: usize = 2;
/// They share at least so many of 100 of their words.
const SHARED_WORDS: usize = 50;
/// More sentences about one day of the year than this are not compared.
const MOST: usize = 64;

/// A sentence about a day.
#[derive(Debug)]
struct Told<'c> {
    document: &'c Annotated,
    sentence: Span,
    day: NaiveDate,
}

/// The sentences about each day of the year.
type ByDay<'c> = BTreeMap<(u32, u32), Vec<Told<'c>>>;

/// The dates of each document of the corpus that others date; `None` where they say nothing new.
pub fn dates_by_others(corpus: &[Annotated], knowledge: Knowledge<'_>) -> Vec<Option<Dates>> {
    let told = told(corpus, knowledge);
    corpus.par_iter().map(|annotated| by_others(annotated, &told, knowledge)).collect()
}

/// What documents that are shown tell of days whose year they give, or that follows from their date.
fn told<'c>(corpus: &'c [Annotated], knowledge: Knowledge<'_>) -> ByDay<'c> {
    let mut told = ByDay::new();
    for document in corpus {
        if !document.source.provenance.statement.display.unwrap_or(knowledge.display).shows_words() {
            continue;
        }
        for temporal in &document.annotations.temporal {
            let is_sure = matches!(temporal.mention.meaning, Meaning::Absolute(_))
                || is_certain(&document.annotations, temporal.mention.span);
            let Some(day) = temporal.edtf.and_then(Edtf::as_day).filter(|_| is_sure && is_past(temporal)) else {
                continue;
            };
            let sentence = sentence(&document.annotations, temporal.mention.span);
            told.entry((day.month(), day.day())).or_default().push(Told { document, sentence, day });
        }
    }
    told
}

/// True where the story around a span has a date that is not concluded.
fn is_certain(annotations: &Annotations, span: Span) -> bool {
    let story = annotations.segmentation.stories.iter().position(|story| story.span.contains(span));
    let basis = story.and_then(|at| annotations.story_dates.get(at)).map(|date| date.basis);
    matches!(basis, Some(DateBasis::Given | DateBasis::Stated | DateBasis::Edited))
}

fn is_past(temporal: &Temporal) -> bool {
    temporal.mention.tense == Direction::Past && temporal.mention.clock.is_none()
}

fn sentence(annotations: &Annotations, span: Span) -> Span {
    let at = annotations.sentences.partition_point(|sentence| sentence.end <= span.start);
    annotations.sentences.get(at).copied().filter(|sentence| sentence.contains(span)).unwrap_or(span)
}

fn by_others(annotated: &Annotated, told: &ByDay<'_>, knowledge: Knowledge<'_>) -> Option<Dates> {
    let annotations = &annotated.annotations;
    let is_open = |at: usize| matches!(annotations.story_dates[at].basis, DateBasis::Inferred | DateBasis::Unknown);
    let stories = annotations.segmentation.stories.iter().enumerate().take(annotations.story_dates.len());
    let found: Vec<Vec<Constraint>> = stories
        .map(|(at, story)| match is_open(at) {
            true => constraints(annotated, story.span, told),
            false => Vec::new(),
        })
        .collect();
    if found.iter().all(Vec::is_empty) {
        return None;
    }
    let temporal: Vec<_> = annotations.temporal.iter().map(|temporal| temporal.mention.clone()).collect();
    let clues = Clues {
        source: &annotated.source,
        segmentation: &annotations.segmentation,
        temporal: &temporal,
        names: &annotations.names,
        sentences: &annotations.sentences,
        authority: knowledge.authority,
    };
    let again = super::dates(clues, &found);
    let mut dates = Dates { file: annotations.date.clone(), stories: annotations.story_dates.clone() };
    for (at, date) in again.stories.into_iter().enumerate().filter(|(at, _)| !found[*at].is_empty()) {
        dates.stories[at] = date;
    }
    if let [story] = dates.stories.as_slice() {
        dates.file = story.clone();
    }
    Some(dates)
}

/// What others say of the days of a story that have no year.
fn constraints(annotated: &Annotated, story: Span, told: &ByDay<'_>) -> Vec<Constraint> {
    let inside = annotated.annotations.temporal.iter().filter(|temporal| story.contains(temporal.mention.span));
    inside.flat_map(|temporal| same_day(annotated, temporal, told)).collect()
}

fn same_day(annotated: &Annotated, temporal: &Temporal, told: &ByDay<'_>) -> Option<Constraint> {
    let Meaning::Part { part: Part::Month { month, day: Some(day) }, frame: Frame::Nearest(_) } =
        temporal.mention.meaning
    else {
        return None;
    };
    let others = told.get(&(month, day)).filter(|others| is_past(temporal) && others.len() <= MOST)?;
    let own = sentence(&annotated.annotations, temporal.mention.span);
    let is_other = |other: &&Told<'_>| other.document.source.provenance.path != annotated.source.provenance.path;
    let mut same = others.iter().filter(is_other).filter(|other| tell_the_same((annotated, own), other));
    let first = same.next()?;
    if same.any(|other| other.day != first.day) {
        return None; // two years: neither
    }
    let title = first.document.annotations.segmentation.stories.first().map_or("", |story| &story.title.words);
    Some(Constraint {
        earliest: Some(first.day),
        latest: first.day.checked_add_days(Days::new(open::PAST_DAYS)),
        ground: Ground::Habit,
        words: Phrase::new("why-other-text")
            .with("open", PhraseValue::Month(month, Some(day)))
            .with("title", title)
            .with("date", first.day),
        evidence: Some(temporal.mention.span),
    })
}

/// True for sentences that share two names and half of their words.
fn tell_the_same((annotated, own): (&Annotated, Span), other: &Told<'_>) -> bool {
    let (one, two) = (names(annotated, own), names(other.document, other.sentence));
    if one.intersection(&two).count() < SHARED_NAMES {
        return false;
    }
    let (one, two) = (words(annotated, own), words(other.document, other.sentence));
    let (shared, all) = (one.intersection(&two).count(), one.union(&two).count());
    all > 0 && shared * 100 >= all * SHARED_WORDS
}

fn names(annotated: &Annotated, sentence: Span) -> BTreeSet<String> {
    let names = annotated.annotations.names.iter().filter(|name| sentence.contains(name.span));
    names.map(|name| fold(&tidy(name.span.of(&annotated.source.text)))).collect()
}

fn words(annotated: &Annotated, sentence: Span) -> BTreeSet<String> {
    let text = sentence.of(&annotated.source.text);
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase);
    words.filter(|word| !FUNCTION_WORDS.has(word)).collect()
}
