//! Acronyms that a text declares for an agreement: `Comprehensive Military Agreement (CMA)`, `the CMA
//! (Comprehensive Military Agreement)`, and the acronym alone wherever it stands.

use std::collections::BTreeMap;

use super::line::Line;
use super::{Known, Reading, mention, within};
use crate::model::{AgreementForm, AgreementMention, TemporalMention};
use crate::text::endings::Ending;
use crate::text::{Span, TokenKind};

/// The mentions with those by an acronym. An acronym stands for the first name it is declared for.
pub fn with_acronyms(reading: &Reading, known: Known<'_>, found: Vec<AgreementMention>) -> Vec<AgreementMention> {
    let declared = declared(&reading.text, &found);
    if declared.is_empty() {
        return found;
    }
    let mut all: Vec<(AgreementMention, Option<Span>)> = found.iter().map(|mention| (mention.clone(), None)).collect();
    let (mut next_name, mut next_date) = (0, 0);
    for (sentence, _) in reading.lines() {
        let names = within(known.names, &mut next_name, sentence.span, |name| name.span);
        let dates = within(known.temporal, &mut next_date, sentence.span, |date: &TemporalMention| date.span);
        let line = Line::new(&reading.text, sentence, known, names);
        for (at, token) in sentence.tokens.iter().enumerate() {
            let word = token.of(&reading.text);
            let bare = Ending::Possessive.strip(word).unwrap_or(word);
            let Some(&long) = declared.get(bare).filter(|_| token.kind == TokenKind::Word) else { continue };
            let source = &found[long];
            let spotted = mention(&line, (at, at + 1), AgreementForm::Acronym, (&source.kind, &source.head));
            all.push((spotted.with_states(&line, &known.temporal[dates.clone()]), Some(source.span)));
        }
    }
    all.sort_by_key(|(mention, _)| (mention.span.start, std::cmp::Reverse(mention.span.end)));
    all.dedup_by(|later, earlier| later.0.span.overlaps(earlier.0.span));
    relinked(all, &found)
}

/// The mentions with their links counted in the new list.
pub fn relinked(all: Vec<(AgreementMention, Option<Span>)>, found: &[AgreementMention]) -> Vec<AgreementMention> {
    let places: BTreeMap<Span, usize> = all.iter().enumerate().map(|(at, (mention, _))| (mention.span, at)).collect();
    let place = |old: usize| found.get(old).and_then(|mention| places.get(&mention.span)).copied();
    let linked = |(mention, long): (AgreementMention, Option<Span>)| {
        let stands_for = match long {
            Some(long) => places.get(&long).copied(),
            None => mention.stands_for.and_then(place),
        };
        AgreementMention { stands_for, ..mention }
    };
    all.into_iter().map(linked).collect()
}

/// The acronyms with the mention that each is declared for.
fn declared<'t>(text: &'t str, found: &[AgreementMention]) -> BTreeMap<&'t str, usize> {
    let mut declared = BTreeMap::new();
    for (number, mention) in found.iter().enumerate() {
        let is_name = matches!(mention.form, AgreementForm::Named | AgreementForm::Known | AgreementForm::Unnamed);
        let words = mention.span.of(text);
        let acronym = behind(text, mention.span).or_else(|| in_front(text, mention.span));
        if let Some(acronym) = acronym.filter(|acronym| is_name && spells(words, acronym)) {
            declared.entry(acronym).or_insert(number);
        }
    }
    declared
}

/// `(CMA)` right behind a name.
fn behind(text: &str, name: Span) -> Option<&str> {
    let rest = text[name.end..].trim_start().strip_prefix('(')?;
    let rest = rest.trim_start_matches(['“', '"', '‘', '\'']);
    let length = rest.find(|c: char| !c.is_alphanumeric())?;
    let closes = rest[length..].trim_start_matches(['”', '"', '’', '\'', ',']);
    closes.starts_with([')', ' ']).then_some(&rest[..length])
}

/// `CMA (` right in front of one.
fn in_front(text: &str, name: Span) -> Option<&str> {
    let before = text[..name.start].trim_end().strip_suffix('(')?.trim_end();
    let start = before
        .rfind(|c: char| !c.is_alphanumeric())
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    Some(&before[start..])
}

/// Two capitals at least, each the first of a word of the name, in order.
fn spells(name: &str, acronym: &str) -> bool {
    let capitals = acronym.chars().filter(|c| c.is_uppercase()).count();
    if capitals < 2 || acronym.chars().any(|c| !c.is_alphanumeric()) || capitals * 2 < acronym.chars().count() {
        return false;
    }
    let mut initials =
        name.split(|c: char| !c.is_alphanumeric()).filter_map(|word| word.chars().next()).flat_map(char::to_uppercase);
    let mut letters = acronym.chars().filter(|c| c.is_uppercase());
    letters.all(|letter| initials.any(|initial| initial == letter))
}
