//! A second look: names found once are found again, and short forms get the name they stand for.
//!
//! `Yoon` stands for `Yoon Suk Yeol` where exactly one person of the document fits; a word that fits
//! two persons stands for neither.

use std::collections::{BTreeMap, BTreeSet};

use super::lexicon::key;
use super::{NameKind, NameLexicon, NameMention, Reading, Sentence, Taken};
use crate::text::Span;
use crate::text::lexicon::{COURTESY_TITLES, FUNCTION_WORDS, OFFICE_OBJECTS, OFFICES};

/// For each short form: the one long name it can mean, or `None` where two fit.
type Bearers = BTreeMap<Vec<String>, Option<Vec<String>>>;

/// The names with the long ones found again wherever they stand, with the short forms of persons,
/// and with each short form linked to its long name. Sorted by place.
pub fn add(reading: &Reading, names: Vec<NameMention>) -> Vec<NameMention> {
    let text = reading.text.as_str();
    let long: Vec<(&str, NameKind)> =
        names.iter().map(|name| (name.span.of(text), name.kind)).filter(|(words, _)| words.contains(' ')).collect();
    let names = found_again(reading, names, &NameLexicon::of_names(long), Form::Long);
    let bearers = bearers(text, &names);
    let short: Vec<(String, NameKind)> = bearers
        .iter()
        .filter(|(_, only)| only.is_some())
        .map(|(words, _)| (words.join(" "), NameKind::Person))
        .collect();
    let short = NameLexicon::of_names(short.iter().map(|(words, kind)| (words.as_str(), *kind)));
    let names = found_again(reading, names, &short, Form::Short);
    linked(text, names, &bearers)
}

/// How much of a name is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Long,
    Short,
}

/// The names with every free place where one of `lexicon` stands. A short form is none inside a
/// longer unknown name: `Jill Biden` is not Joe, `Kim Young-sam` not Kim Jong-un.
fn found_again(reading: &Reading, names: Vec<NameMention>, lexicon: &NameLexicon, form: Form) -> Vec<NameMention> {
    if lexicon.is_empty() {
        return names;
    }
    let text = reading.text.as_str();
    let mut all = names;
    let mut again = Vec::new();
    for sentence in &reading.sentences {
        let from = all.partition_point(|name| name.span.end <= sentence.span.start);
        let to = all.partition_point(|name| name.span.start < sentence.span.end);
        let taken = Taken::new(sentence, &all[from..to]);
        let is_free = |name: &NameMention| {
            let first = sentence.tokens.partition_point(|token| token.span.end <= name.span.start);
            let end = sentence.tokens.partition_point(|token| token.span.start < name.span.end);
            taken.is_free(first, end)
        };
        let fits = |name: &NameMention| form == Form::Long || stands_alone(text, sentence, &taken, name.span);
        again.extend(super::known::find(text, sentence, lexicon).into_iter().filter(is_free).filter(fits));
    }
    all.append(&mut again);
    all.sort_by_key(|name| name.span);
    all
}

/// No capitalised word that belongs to no name stands right before or behind it, offices aside.
fn stands_alone(text: &str, sentence: &Sentence, taken: &Taken<'_>, span: Span) -> bool {
    let tokens = &sentence.tokens;
    let first = tokens.partition_point(|token| token.span.end <= span.start);
    let end = tokens.partition_point(|token| token.span.start < span.end);
    let is_stranger = |at: usize| {
        let word = tokens[at].of(text);
        let is_common =
            OFFICES.has(word) || OFFICE_OBJECTS.has(word) || COURTESY_TITLES.has(word) || FUNCTION_WORDS.has(word);
        tokens[at].is_capitalised(text) && !taken.taken[at] && !is_common
    };
    let is_possessive = tokens.get(end.saturating_sub(1)).is_some_and(|last| last.span.end > span.end);
    // `in Austin, Texas` is a place.
    let word = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    let is_led = first.checked_sub(1).is_some_and(|at| matches!(word(at), "in" | "at" | "near" | "from" | "of"));
    let is_placed = is_led && word(end) == "," && tokens.get(end + 1).is_some_and(|next| next.is_capitalised(text));
    if is_placed {
        return false;
    }
    let before = first.checked_sub(1).is_some_and(is_stranger);
    let behind = !is_possessive && end < tokens.len() && is_stranger(end);
    !before && !behind
}

/// The first and the last part of each person's long name: `Yoon`, `Austin`, `Thomas-Greenfield`.
fn bearers(text: &str, names: &[NameMention]) -> Bearers {
    let persons = names.iter().filter(|name| name.kind == NameKind::Person).map(|name| name.span.of(text));
    let long: BTreeMap<Vec<String>, &str> =
        persons.filter(|words| words.split_whitespace().count() > 1).map(|words| (key(words), words)).collect();
    let mut bearers = Bearers::new();
    for (full, words) in long {
        let parts: Vec<&str> = words.split_whitespace().collect();
        let ends: BTreeSet<Vec<String>> = [parts[0], parts[parts.len() - 1]].iter().map(|part| key(part)).collect();
        for end in ends.into_iter().filter(|end| can_stand_alone(end)) {
            bearers.entry(end).and_modify(|only| *only = None).or_insert_with(|| Some(full.clone()));
        }
    }
    bearers
}

fn can_stand_alone(words: &[String]) -> bool {
    let letters: usize = words.iter().map(|word| word.chars().count()).sum();
    letters > 1 && !words.iter().all(|word| FUNCTION_WORDS.has(word) || OFFICES.has(word))
}

/// Links each short form to the first mention of its long name.
fn linked(text: &str, names: Vec<NameMention>, bearers: &Bearers) -> Vec<NameMention> {
    let mut firsts: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for (index, name) in names.iter().enumerate().filter(|(_, name)| name.kind == NameKind::Person) {
        firsts.entry(key(name.span.of(text))).or_insert(index);
    }
    let link = |name: &NameMention| {
        let full = bearers.get(&key(name.span.of(text))).filter(|_| name.kind == NameKind::Person)?.as_ref()?;
        firsts.get(full).copied()
    };
    let links: Vec<Option<usize>> = names.iter().map(|name| name.stands_for.or_else(|| link(name))).collect();
    names.into_iter().zip(links).map(|(name, stands_for)| NameMention { stands_for, ..name }).collect()
}
