//! Acronyms that the text itself declares: `Trilateral Security Cooperation Framework (TSCF)`.

use std::collections::BTreeMap;

use super::lexicon::{Head, head};
use super::{NameKind, NameMention, Reading};
use crate::text::{Span, Token, TokenKind};

/// Links each acronym to the long form that the text declares it for, and gives it the same kind. `names`
/// are sorted.
pub fn link(reading: &Reading, names: Vec<NameMention>) -> Vec<NameMention> {
    let text = reading.text.as_str();
    let mut long_forms: BTreeMap<&str, Span> = BTreeMap::new();
    for sentence in &reading.sentences {
        for at in 2..sentence.tokens.len() {
            if let Some((long, acronym)) = declaration((text, &sentence.tokens), at, &names) {
                long_forms.entry(acronym.span.of(text)).or_insert(long);
            }
        }
    }
    let links: Vec<Option<usize>> = names
        .iter()
        .map(|name| {
            let long = long_forms.get(name.span.of(text))?;
            names.binary_search_by_key(long, |name| name.span).ok()
        })
        .collect();
    let kinds: Vec<NameKind> = names.iter().map(|name| name.kind).collect();
    let linked = |(name, link): (NameMention, Option<usize>)| {
        let kind = link.map_or(name.kind, |long| kinds[long]);
        NameMention { stands_for: name.stands_for.or(link), kind, ..name }
    };
    names.into_iter().zip(links).map(linked).collect()
}

/// True where no name of the sorted list lies.
fn is_free(names: &[NameMention], span: Span) -> bool {
    let next = names.partition_point(|name| name.span.end <= span.start);
    names.get(next).is_none_or(|name| !name.span.overlaps(span))
}

/// Declared names and every place where their acronym stands. `names` are sorted.
pub fn find(reading: &Reading, names: &[NameMention]) -> Vec<NameMention> {
    let text = reading.text.as_str();
    let mut found = Vec::new();
    let mut declared: BTreeMap<&str, NameKind> = BTreeMap::new();
    for sentence in &reading.sentences {
        for at in 2..sentence.tokens.len() {
            let Some((long, acronym)) = declaration((text, &sentence.tokens), at, names) else { continue };
            let kind = kind_of(text, long, names);
            declared.insert(acronym.span.of(text), kind);
            if is_free(names, long) {
                found.push(super::plain(long, kind));
            }
        }
    }
    if declared.is_empty() {
        return found;
    }
    for token in reading.sentences.iter().flat_map(|sentence| &sentence.tokens) {
        let word = token.of(text);
        let bare = word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word);
        let span = Span::new(token.span.start, token.span.start + bare.len());
        if let Some(&kind) = declared.get(bare)
            && is_free(names, span)
        {
            found.push(super::plain(span, kind));
        }
    }
    found
}

/// The long form in front of `(ACRONYM)` when the acronym stands at `at`.
fn declaration<'t>((text, tokens): (&str, &'t [Token]), at: usize, names: &[NameMention]) -> Option<(Span, &'t Token)> {
    let acronym = &tokens[at];
    if !acronym.glued || acronym.kind != TokenKind::Word {
        return None;
    }
    let is_bracketed = tokens[at - 1].of(text) == "(" && tokens.get(at + 1).is_some_and(|token| token.of(text) == ")");
    if !is_bracketed || !acronym.is_all_caps(text) {
        return None;
    }
    let letters: Vec<char> = acronym.of(text).chars().filter(|c| c.is_alphabetic()).collect();
    let long = &tokens[..at - 1];
    let end = long.last()?.span.end;
    let spelt = start_of(text, long, &letters).map(|start| Span::new(long[start].span.start, end));
    Some((spelt.or_else(|| named(text, end, names).filter(|name| abbreviates(&letters, name.of(text))))?, acronym))
}

/// The name that ends at `end`, in front of the bracket.
fn named(text: &str, end: usize, names: &[NameMention]) -> Option<Span> {
    let next = names.partition_point(|name| name.span.end < end);
    names.get(next).map(|name| name.span).filter(|span| span.end == end && span.of(text).contains([' ', '-']))
}

/// True where the letters stand in the name in this order, the first of them at its start: `DMZ` for
/// `Demilitarized Zone`. Schwartz and Hearst, A simple algorithm for identifying abbreviation
/// definitions in biomedical text, PSB 2003.
fn abbreviates(letters: &[char], name: &str) -> bool {
    let name = ["the ", "The "].iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name);
    let mut rest = name.chars().rev().peekable();
    for (place, letter) in letters.iter().enumerate().rev() {
        let is_same = |one: char| one.to_uppercase().eq(letter.to_uppercase());
        loop {
            let Some(found) = rest.next() else { return false };
            let opens = rest.peek().is_none_or(|before| !before.is_alphanumeric());
            if is_same(found) && (place > 0 || opens) {
                break;
            }
        }
    }
    letters.len() > 1 && rest.next().is_none()
}

/// The words whose first letters spell the acronym, counted from the bracket to the left. Small
/// words and hyphens between them may be passed over.
fn start_of(text: &str, tokens: &[Token], letters: &[char]) -> Option<usize> {
    let mut wanted = letters.iter().rev();
    let mut letter = wanted.next()?;
    for at in (0..tokens.len()).rev() {
        let word = tokens[at].of(text);
        let first = word.chars().next()?;
        if tokens[at].kind == TokenKind::Word && first.to_uppercase().eq(letter.to_uppercase()) {
            match wanted.next() {
                Some(next) => letter = next,
                None => return tokens[at].is_capitalised(text).then_some(at),
            }
        } else {
            let is_passed = matches!(word, "of" | "the" | "and" | "for" | "on" | "in" | "to" | "&" | "-" | "’" | "'");
            if !is_passed {
                return None;
            }
        }
    }
    None
}

/// The kind of the name found there, or what its last word tells; an organisation by default.
fn kind_of(text: &str, long: Span, names: &[NameMention]) -> NameKind {
    if let Ok(index) = names.binary_search_by_key(&long, |name| name.span) {
        return names[index].kind;
    }
    match long.of(text).split_whitespace().last().and_then(head) {
        Some(Head::Place) => NameKind::Place,
        Some(Head::Other) => NameKind::Other,
        _ => NameKind::Organisation,
    }
}
