//! Whether a date tells that something happened then, or is only mentioned: a date in passing is further
//! evidence of an event that others tell, and makes none.

use std::sync::LazyLock;

use super::build::date_of;
use super::happenings::{Draft, Happening};
use crate::model::{
    Anchor, DateRole, Direction, DossierDocument, Edtf, EventStatus, Meaning, Part, Point, Temporal, TemporalMention,
    Unit,
};
use crate::text::Span;
use crate::text::words::{WordSet, entries};

/// Words that describe a picture.
static PICTURES: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| entries(include_str!("data/pictures.en.txt")).collect());

/// Prepositions in front of the time or the occasion at which something happens.
static SETTINGS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/settings.en.txt")));
/// Prepositions in front of the day or the month of what is told (`struck in February`); not `a date of 3 May`.
static DAYS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/day-prepositions.en.txt")));
/// Words that may stand between these and the date.
static ARTICLES: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/articles.en.txt")));

/// Longer times are years and more, in days; shorter ones name a happening even as an attribute
/// (`the 3 May explosion`).
const LONG: i64 = 300;

/// A sentence with so many years is a list of them.
const LIST: usize = 4;

/// True where every date of a draft is only mentioned. `is_occasion` where it stands next to the noun of
/// what happens once at a time: `this week's summit` tells of the summit.
pub fn is_in_passing(draft: &Draft<'_>, is_occasion: bool, documents: &[DossierDocument]) -> bool {
    let passes = |one: &Happening<'_>| {
        is_question(one, documents)
            || is_mentioned(one, is_occasion, documents)
            || is_repeated(one, documents)
            || is_listed(one, documents)
            || is_misread(one, documents)
    };
    shows_picture(&draft.sentence) || draft.happenings.iter().all(passes)
}

fn is_mentioned(happening: &Happening<'_>, is_occasion: bool, documents: &[DossierDocument]) -> bool {
    let mention = &happening.temporal.mention;
    match mention.role {
        DateRole::When => false,
        // `to begin before the end of 2023` is a plan
        DateRole::Bound => mention.status != EventStatus::Planned || is_over(happening, documents),
        DateRole::Attribute if is_of_now(happening) => !is_occasion,
        DateRole::Attribute => is_long(happening) || !is_setting(happening, documents),
    }
}

/// `Monday's summit failed`, `during the 3 May summit they quarrelled`: what the sentence tells was at that
/// time; not where the noun stands elsewhere (`she praised Monday's summit`, `since the 3 May explosion`).
fn is_setting(happening: &Happening<'_>, documents: &[DossierDocument]) -> bool {
    before_date(happening, documents).next().is_none_or(|word| SETTINGS.has(word))
}

/// The words in front of a date, the nearest first, without those that may belong to it.
fn before_date<'d>(happening: &Happening<'_>, documents: &'d [DossierDocument]) -> impl Iterator<Item = &'d str> {
    let proof = &happening.evidence;
    let before = Span::new(proof.span.start, proof.focus.start.max(proof.span.start));
    let before = before.of(&documents[proof.document].source.text);
    let words = before.split(|c: char| !c.is_alphanumeric()).rev().filter(|word| !word.is_empty());
    words.skip_while(|word| ARTICLES.has(word))
}

/// `It airs every Saturday, and at noon on Sunday`: what is repeated happens on no day.
fn is_repeated(happening: &Happening<'_>, documents: &[DossierDocument]) -> bool {
    if !matches!(happening.temporal.mention.meaning, Meaning::Part { part: Part::Weekday(_), .. }) {
        return false;
    }
    let is_set = |meaning: &Meaning| matches!(meaning, Meaning::Repeated(_));
    beside(happening, documents).any(|one| is_set(&one.mention.meaning))
}

/// The temporal expressions of the sentence.
fn beside<'d>(happening: &Happening<'_>, documents: &'d [DossierDocument]) -> impl Iterator<Item = &'d Temporal> {
    let sentence = happening.evidence.span;
    let all = &documents[happening.evidence.document].annotations.temporal;
    let first = all.partition_point(|one| one.mention.span.end <= sentence.start);
    all[first..].iter().take_while(move |one| one.mention.span.start < sentence.end)
}

fn is_long(happening: &Happening<'_>) -> bool {
    let bounds = happening.temporal.edtf.and_then(|edtf| Some((edtf.earliest()?, edtf.latest()?)));
    bounds.is_none_or(|(first, last)| (last - first).num_days() > LONG)
}

/// `today`, `this week`.
fn is_of_now(happening: &Happening<'_>) -> bool {
    matches!(happening.temporal.mention.meaning, Meaning::Offset { count: Some(0), from: Anchor::Document, .. })
}

/// What is asked is not told.
fn is_question(happening: &Happening<'_>, documents: &[DossierDocument]) -> bool {
    let proof = &happening.evidence;
    let sentence = proof.span.of(&documents[proof.document].source.text);
    sentence.trim_end().trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['?', '？'])
}

/// One of many years in a sentence.
fn is_listed(happening: &Happening<'_>, documents: &[DossierDocument]) -> bool {
    let is_year = |meaning: &Meaning| matches!(meaning, Meaning::Absolute(Point::Year(_)));
    if !is_year(&happening.temporal.mention.meaning) {
        return false;
    }
    beside(happening, documents).filter(|one| is_year(&one.mention.meaning)).take(LIST).count() == LIST
}

/// The verb speaks of what will be, and the time is over: it belongs to something else (`the list may have
/// 1985`). What `was to` happen was planned.
fn is_misread(happening: &Happening<'_>, documents: &[DossierDocument]) -> bool {
    let mention = &happening.temporal.mention;
    is_over(happening, documents) && mention.status == EventStatus::Planned && mention.tense == Direction::Future
}

/// What the clause says. What lies after the date of its document is planned, unless it is told as past; so is what
/// is denied of a time that was not over (`will not attend on Friday`): nobody knew yet what would happen.
pub fn status(happening: &Happening<'_>, documents: &[DossierDocument]) -> EventStatus {
    let mention = &happening.temporal.mention;
    let is_ahead = lies_ahead(happening, documents);
    let is_open =
        || mention.tense == Direction::Future && !is_over(happening, documents) && !is_today(&mention.meaning);
    let is_refused = || is_ahead || is_open();
    match mention.status {
        EventStatus::Happened if is_ahead && !is_doubtful(happening, documents) => EventStatus::Planned,
        EventStatus::Negated if is_refused() => EventStatus::Planned,
        said => said,
    }
}

/// True for a time after the date of its document that is told as past (`struck the north in May 2031`): one of the
/// two dates is wrong. Only where the text gives the year or the date it counts from: else the verb is of another
/// clause more often.
pub fn is_doubtful(happening: &Happening<'_>, documents: &[DossierDocument]) -> bool {
    let TemporalMention { tense, role, status, meaning, .. } = happening.temporal.mention;
    let is_led = || before_date(happening, documents).next().is_some_and(|word| DAYS.has(word));
    let is_written = happening.temporal.counted_from.is_some() || matches!(meaning, Meaning::Absolute(_)) && is_led();
    let is_told = (tense, role, status) == (Direction::Past, DateRole::When, EventStatus::Happened);
    is_written && is_told && lies_ahead(happening, documents)
}

/// `today`: with `would not` it speaks of what might be (`without it they would not be here today`).
fn is_today(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Offset { unit: Unit::Day, count: Some(0), from: Anchor::Document, .. })
}

/// True for a time after the date of its document.
fn lies_ahead(happening: &Happening<'_>, documents: &[DossierDocument]) -> bool {
    let told = date_of(&happening.evidence, documents).edtf.and_then(Edtf::latest);
    let first = happening.temporal.edtf.and_then(Edtf::earliest);
    told.zip(first).is_some_and(|(told, first)| first > told)
}

/// True for a time that was over when it was told of.
fn is_over(happening: &Happening<'_>, documents: &[DossierDocument]) -> bool {
    let told = date_of(&happening.evidence, documents).edtf.and_then(Edtf::earliest);
    let last = happening.temporal.edtf.and_then(Edtf::latest);
    told.zip(last).is_some_and(|(told, last)| last < told)
}

/// `in this handout`, `picture taken`.
fn shows_picture(sentence: &str) -> bool {
    PICTURES.iter().any(|words| sentence.contains(words))
}
