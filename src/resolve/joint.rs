//! Joint speakers: `Cho, Sherman and Mori said`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::model::{DossierDocument, NameKind, QuotationMention};
use crate::text::Mask;
use crate::text::Span;
use crate::text::lexicon::{COURTESY_TITLES, OFFICES};
use crate::text::words::{WordMap, table};

/// So many sentences before `they` are read.
const REACH: usize = 3;
/// What leads to a list at the start of a sentence (`On Monday, Minister`) has at most so many bytes.
const LONGEST_LEAD: usize = 24;

static WORDS: LazyLock<WordMap<&'static str>> =
    LazyLock::new(|| WordMap::new(table(include_str!("data/joint.en.txt")).map(|(class, word)| (word, class))));

/// True for a word of one of these classes.
fn is_of(classes: &[&str], word: &str) -> bool {
    WORDS.get(word).is_some_and(|class| classes.contains(class))
}

/// The actors of the speaker's words, where those are two names or more and what joins them; else none.
pub fn speakers(document: &DossierDocument, mention: &QuotationMention) -> Vec<usize> {
    mention.speaker.map(|span| listed(document, span)).unwrap_or_default()
}

/// The actors of a stretch that is nothing but two names or more, and what joins them; else none.
fn listed(document: &DossierDocument, span: Span) -> Vec<usize> {
    let text = document.source.text.as_str();
    let names = &document.annotations.names;
    let first = names.partition_point(|name| name.span.start < span.start);
    let mut rest = Mask::new(span.of(text));
    let mut actors: BTreeSet<usize> = BTreeSet::new();
    let mut count = 0;
    for (name, actor) in names[first..].iter().zip(&document.mention_actors[first..]) {
        if name.span.end > span.end {
            break;
        }
        let hidden = name.role.filter(|role| span.contains(*role));
        for part in hidden.into_iter().chain([name.span]) {
            rest.hide(Span::new(part.start - span.start, part.end - span.start));
        }
        // `U.S. President Jane Doe` names one speaker
        if matches!(name.kind, NameKind::Person | NameKind::Organisation) {
            count += 1;
            actors.extend(*actor);
        }
    }
    let rest = rest.into_text();
    let mut words = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let joins = |word: &str| is_of(&["and", "with"], word) || OFFICES.has(word) || COURTESY_TITLES.has(word);
    let is_list = rest.split_whitespace().any(|word| is_of(&["and"], word)) && words.all(joins);
    if is_list && count >= 2 && actors.len() == count { actors.into_iter().collect() } else { Vec::new() }
}

/// True for `they`, who are whoever spoke together before.
pub fn is_they(document: &DossierDocument, mention: &QuotationMention) -> bool {
    let words = mention.speaker.map(|span| span.of(&document.source.text));
    words.is_some_and(|words| is_of(&["they"], words))
}

/// Those whom the last sentence that names a person begins with: `Cho, Sherman and Mori met. “…,” they
/// said.` None where it names others, too.
pub fn named_before(document: &DossierDocument, mention: &QuotationMention) -> Vec<usize> {
    let Some(speaker) = mention.speaker else { return Vec::new() };
    let sentences = &document.annotations.sentences;
    let at = sentences.partition_point(|sentence| sentence.end <= mention.span.start.min(speaker.start));
    let story = document.story_at(speaker.start);
    let near = sentences[at.saturating_sub(REACH)..at].iter().rev();
    let mut near = near.take_while(|sentence| document.story_at(sentence.start) == story);
    near.find(|sentence| names_person(document, **sentence)).map(|span| leading(document, *span)).unwrap_or_default()
}

fn names_person(document: &DossierDocument, sentence: Span) -> bool {
    let names = &document.annotations.names;
    let first = names.partition_point(|name| name.span.start < sentence.start);
    names[first..].iter().take_while(|name| name.span.end <= sentence.end).any(|name| name.kind == NameKind::Person)
}

/// The actors that a sentence begins with, where they are two or more and it names no other person.
fn leading(document: &DossierDocument, sentence: Span) -> Vec<usize> {
    let names = &document.annotations.names;
    let first = names.partition_point(|name| name.span.start < sentence.start);
    let inside: Vec<usize> = (first..names.len()).take_while(|&at| names[at].span.end <= sentence.end).collect();
    let start = inside.first().map(|&at| names[at].role.map_or(names[at].span.start, |role| role.start));
    let Some(start) = start.filter(|start| start.saturating_sub(sentence.start) <= LONGEST_LEAD) else {
        return Vec::new();
    };
    let ends = inside.iter().rev().map(|&at| names[at].span.end);
    let lists = ends.map(|end| (end, listed(document, Span::new(start, end))));
    let Some((end, actors)) = lists.into_iter().find(|(_, actors)| !actors.is_empty()) else { return Vec::new() };
    let is_other = |&&at: &&usize| names[at].kind == NameKind::Person && names[at].span.start >= end;
    if inside.iter().any(|at| is_other(&at)) { Vec::new() } else { actors }
}
