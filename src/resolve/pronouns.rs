//! Pronouns as speakers: whom `he` and `she` next to a quotation mean, within a story.

use std::sync::LazyLock;

use crate::model::{DossierDocument, NameKind, NameMention, QuotationMention};
use crate::text::Span;
use crate::text::lexicon::{OFFICE_MODIFIERS, OFFICES};
use crate::text::words::{WordMap, table};

/// So many sentences before a pronoun are read.
const REACH: usize = 4;
/// What leads to a name at the start of a sentence (`On Monday, Minister`) has at most so many bytes.
const LONGEST_LEAD: usize = 24;

/// Who a pronoun can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gender {
    He,
    She,
}

static GENDERED: LazyLock<WordMap<Gender>> = LazyLock::new(|| {
    let rows = table(include_str!("data/gendered.en.txt"));
    WordMap::new(rows.map(|(pronoun, word)| (word, if pronoun == "she" { Gender::She } else { Gender::He })))
});

/// What of the last statement a name may stand in without being the next speaker's: what it says.
fn is_in_statement(document: &DossierDocument, last: Last, place: usize) -> bool {
    let reported = &document.annotations.reported;
    let next = reported.partition_point(|statement| statement.span.start <= place);
    let statement = next.checked_sub(1).map(|at| &reported[at]);
    statement.is_some_and(|statement| statement.speaker == Some(last.speaker) && statement.span.holds(place))
}

/// Who spoke last, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Last {
    /// The words that named whoever spoke.
    pub speaker: Span,
    /// The actor, where one was found.
    pub actor: Option<usize>,
}

/// The actor a pronoun in the speaker's place means: the person who spoke last where nobody else was
/// named since, or else the only person, or the one at its start, of the last sentence that names any.
/// `None` where the words are no such pronoun, two fit, or none.
pub fn meant(document: &DossierDocument, mention: &QuotationMention, last: Option<Last>) -> Option<usize> {
    let speaker = mention.speaker?;
    let gender = gender_of_pronoun(speaker.of(&document.source.text))?;
    let story = document.story_at(speaker.start);
    let last = last.filter(|last| document.story_at(last.speaker.start) == story);
    for sentence in sentences_before(document, speaker.start) {
        if document.story_at(sentence.start) != story {
            return None;
        }
        let named = persons(document, sentence, gender);
        if let Some(last) = last.filter(|last| sentence.holds(last.speaker.start)) {
            let since = |(start, actor): &(usize, usize)| {
                *start > last.speaker.end && Some(*actor) != last.actor && !is_in_statement(document, last, *start)
            };
            return last.actor.filter(|actor| !named.iter().any(since) && fits(document, *actor, gender));
        }
        if !named.is_empty() {
            let leads = |(start, _): &&(usize, usize)| start - sentence.start <= LONGEST_LEAD;
            let first: Vec<_> = named.iter().filter(leads).collect();
            let [(start, actor)] = first.as_slice() else { return None };
            let is_sure = fits(document, *actor, gender) && !names_another(document, Span::new(*start, speaker.start));
            return Some(*actor).filter(|_| is_sure);
        }
    }
    None
}

fn gender_of_pronoun(words: &str) -> Option<Gender> {
    let is_pronoun = words.eq_ignore_ascii_case("he") || words.eq_ignore_ascii_case("she");
    GENDERED.get(words).copied().filter(|_| is_pronoun)
}

/// The part of its sentence before a place, then the sentences before it, latest first.
fn sentences_before(document: &DossierDocument, place: usize) -> impl Iterator<Item = Span> + '_ {
    let sentences = &document.annotations.sentences;
    let next = sentences.partition_point(|sentence| sentence.start < place);
    let reach = sentences[next.saturating_sub(REACH)..next].iter().rev();
    reach.map(move |sentence| Span::new(sentence.start, sentence.end.min(place)))
}

/// The persons named in a sentence outside quotation marks: where, and which actor.
fn persons(document: &DossierDocument, sentence: Span, gender: Gender) -> Vec<(usize, usize)> {
    let names = &document.annotations.names;
    let from = names.partition_point(|name| name.span.start < sentence.start);
    let inside = names.iter().zip(&document.mention_actors).skip(from);
    let inside = inside.take_while(|(name, _)| name.span.end <= sentence.end);
    let text = document.source.text.as_str();
    let owns = |name: &NameMention| text[name.span.end..].starts_with(['’', '\'']); // `Doe’s brother`
    let spoken_of = inside
        .filter(move |(name, _)| name.kind == NameKind::Person && !is_quoted(document, name.span.start) && !owns(name));
    let agreeing = spoken_of.filter(|(name, _)| agrees(document, name, gender));
    agreeing
        .filter_map(|(name, actor)| {
            Some((name.role.map_or(name.span.start, |role| role.start.min(name.span.start)), (*actor)?))
        })
        .collect()
}

/// False where a word of the name's office, a title before it or the given name speaks of the other gender.
fn agrees(document: &DossierDocument, name: &NameMention, gender: Gender) -> bool {
    let text = document.source.text.as_str();
    let before = text[..name.span.start].trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    let role = name.role.map_or("", |role| role.of(text));
    let given = name.span.of(text).split_whitespace().next().filter(|_| name.span.of(text).contains(' '));
    let words = role.split_whitespace().chain(std::iter::once(before)).chain(given);
    let stated = words.filter_map(|word| GENDERED.get(word.trim_matches(|c: char| !c.is_alphabetic())));
    stated.into_iter().all(|stated| *stated == gender)
}

/// True where no mention of the actor in the document speaks against a gender.
fn fits(document: &DossierDocument, actor: usize, gender: Gender) -> bool {
    let mentions = document.annotations.names.iter().zip(&document.mention_actors);
    let mut of_actor = mentions.filter(|(_, found)| **found == Some(actor));
    of_actor.all(|(name, _)| name.kind != NameKind::Person || agrees(document, name, gender))
}

/// True where words between speak of somebody without a name (`a spokeswoman`) who could be meant.
fn names_another(document: &DossierDocument, between: Span) -> bool {
    let text = document.source.text.as_str();
    let names = &document.annotations.names;
    let first = names.partition_point(|name| name.span.end <= between.start);
    let near: Vec<&NameMention> = names[first..].iter().take_while(|name| name.span.start < between.end).collect();
    let mut at = between.start;
    let mut found = false;
    for word in between.of(text).split_inclusive(|c: char| !c.is_alphanumeric()) {
        let span = Span::new(at, at + word.len());
        at = span.end;
        let plain = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let is_role =
            || near.iter().any(|name| name.span.overlaps(span) || name.role.is_some_and(|role| role.overlaps(span)));
        let is_office = plain.starts_with(char::is_lowercase) && OFFICES.has(plain) && !OFFICE_MODIFIERS.has(plain);
        found |= is_office && !is_role() && !is_quoted(document, span.start);
    }
    found
}

fn is_quoted(document: &DossierDocument, place: usize) -> bool {
    let quotations = &document.annotations.quotations;
    let next = quotations.partition_point(|quotation| quotation.span.start <= place);
    next.checked_sub(1).is_some_and(|at| quotations[at].span.holds(place))
}
