//! Short forms: nouns that point back (`the agreement`, `the military pact`), in documents that have
//! named something they could mean, and nicknames that a text gives (`known as the “Oslo” pact`).

use std::collections::BTreeMap;

use super::lexicon::words_of;
use super::line::Line;
use super::{Bare, Known, Reading, mention, unnamed, within};
use crate::model::vocabulary::{Need, WordRole};
use crate::model::{AgreementForm, AgreementMention, TemporalMention};

/// A short form has at most so many words in front of its noun.
const MOST_MODIFIERS: usize = 3;
/// A description has at least so many words of the name it means.
const LEAST_SHARED: usize = 2;
/// So many names of a text are looked at for it.
const MOST_NAMES: usize = 40;
/// A nickname stands at most so many tokens behind what it names.
const NAMING_REACH: usize = 12;

/// The mentions with the short forms that could mean one of them.
pub fn with_short_forms(
    reading: &Reading,
    known: Known<'_>,
    mut found: Vec<AgreementMention>,
    bare: &[Bare<'_>],
) -> Vec<AgreementMention> {
    let firsts = Firsts::of(&reading.text, &found);
    let (mut next_name, mut next_date) = (0, 0);
    for bare in bare {
        let can_point = firsts.have(bare);
        if !can_point && firsts.names.is_empty() {
            continue;
        }
        let names = within(known.names, &mut next_name, bare.sentence.span, |name| name.span);
        let dates = within(known.temporal, &mut next_date, bare.sentence.span, |date: &TemporalMention| date.span);
        let line = Line::new(&reading.text, bare.sentence, known, names);
        let temporal = &known.temporal[dates];
        let pointing = can_point.then(|| short_form(&line, bare, temporal)).flatten();
        found.extend(pointing.or_else(|| described(&line, bare, temporal, &firsts)));
    }
    found.sort_by_key(|mention| mention.span);
    found.dedup_by(|later, earlier| later.span.overlaps(earlier.span));
    link_nicknames(reading, known, &mut found);
    found
}

/// Where each noun and each type is first named.
struct Firsts {
    heads: BTreeMap<String, usize>,
    kinds: BTreeMap<String, usize>,
    /// The words of the first names, in lower case.
    names: Vec<Vec<String>>,
}

impl Firsts {
    fn of(text: &str, found: &[AgreementMention]) -> Self {
        let named = found.iter().filter(|mention| mention.form == AgreementForm::Named).take(MOST_NAMES);
        let words = |mention: &AgreementMention| {
            words_of(mention.span.of(text)).into_iter().map(|word| word.to_lowercase()).collect()
        };
        let names = named.map(words).collect();
        let mut firsts = Self { heads: BTreeMap::new(), kinds: BTreeMap::new(), names };
        for mention in found {
            firsts.heads.entry(mention.head.clone()).or_insert(mention.span.start);
            firsts.kinds.entry(mention.kind.clone()).or_insert(mention.span.start);
        }
        firsts
    }

    /// True where something that a noun could mean is named before the end of its sentence. A noun
    /// that is general can mean all of its type.
    fn have(&self, bare: &Bare<'_>) -> bool {
        let is_before = |first: Option<&usize>| first.is_some_and(|&first| first < bare.sentence.span.end);
        let is_general = bare.head.needs.contains(&Need::General);
        is_before(self.heads.get(&bare.head.singular)) || is_general && is_before(self.kinds.get(&bare.head.kind))
    }
}

fn short_form(line: &Line<'_>, bare: &Bare<'_>, temporal: &[TemporalMention]) -> Option<AgreementMention> {
    let (first, last) = bare.tokens;
    let described = unnamed::describe(line, bare.tokens);
    let is_pointing = |start: usize| super::is_definite(line, start);
    let start =
        (first.saturating_sub(MOST_MODIFIERS)..=first).find(|&start| start >= described.start && is_pointing(start))?;
    let spotted = mention(line, (start, last), AgreementForm::Short, (&bare.head.kind, &bare.head.singular));
    let mut short = spotted.with_states(line, temporal);
    short.about = unnamed::contents(line, start, first);
    short.parties.extend(described.parties);
    short.group = short.group.or(described.group);
    Some(short)
}

/// `an agreement to formalize their security cooperation`: two words at least of one name of the text.
fn described(
    line: &Line<'_>,
    bare: &Bare<'_>,
    temporal: &[TemporalMention],
    firsts: &Firsts,
) -> Option<AgreementMention> {
    let described = unnamed::describe(line, bare.tokens);
    let shared = |name: &Vec<String>| described.about.iter().filter(|word| name.contains(word)).count();
    let is_known = firsts.names.iter().any(|name| shared(name) >= LEAST_SHARED);
    if !is_known || unnamed::is_denied(line, described.start) {
        return None;
    }
    let tokens = (described.start, described.end);
    let spotted = mention(line, tokens, AgreementForm::Short, (&bare.head.kind, &bare.head.singular));
    let mut short = spotted.with_states(line, temporal);
    short.about = described.about;
    short.parties.extend(described.parties);
    short.group = short.group.or(described.group);
    Some(short)
}

/// A nickname behind `known as` is another name of the mention in front of it in the sentence.
fn link_nicknames(reading: &Reading, known: Known<'_>, found: &mut [AgreementMention]) {
    for number in 1..found.len() {
        if found[number].form != AgreementForm::Nickname {
            continue;
        }
        let (before, own) = (found[number - 1].span, found[number].span);
        let at = reading.sentences.partition_point(|sentence| sentence.span.end <= own.start);
        let Some(sentence) = reading.sentences.get(at).filter(|sentence| sentence.span.contains(before)) else {
            continue;
        };
        let between =
            || sentence.tokens.iter().filter(|token| token.span.start >= before.end && token.span.end <= own.start);
        let words: Vec<&str> = between().map(|token| token.of(&reading.text)).collect();
        let is_naming = |at: usize| {
            let pair = words.get(at..at + 2).map(|pair| pair.join(" ")).unwrap_or_default();
            let triple = words.get(at..at + 3).map(|triple| triple.join(" ")).unwrap_or_default();
            [words[at], &pair, &triple].iter().any(|words| known.lexicon.is(words, WordRole::Naming))
        };
        if words.len() <= NAMING_REACH + 10 && (0..words.len()).any(is_naming) {
            found[number].stands_for = Some(number - 1);
        }
    }
}
