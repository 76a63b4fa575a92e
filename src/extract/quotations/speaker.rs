//! Speakers: who a verb of speech next to a quotation names.

use crate::model::{NameKind, NameMention};
use crate::text::lexicon::{COURTESY_TITLES, FUNCTION_WORDS, OFFICES, SPEECH_VERBS};
use crate::text::tokens::tokens;
use crate::text::{Span, Token, TokenKind};

/// How far from the marks a verb of speech is looked for, in tokens.
const REACH: usize = 14;
/// The words that name a speaker are at most this many tokens.
const LONGEST_SPEAKER: usize = 16;

/// Who said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribution {
    /// The verb.
    pub cue: Span,
    /// The words that name the speaker.
    pub speaker: Span,
    /// The name among them, as an index into the document's names.
    pub name: Option<usize>,
}

/// The attribution next to a quotation: behind it first, then before it. `around` is the text
/// between the neighbouring quotations.
pub fn find(text: &str, quotation: Span, around: Span, names: &[NameMention]) -> Option<Attribution> {
    let behind = clause_behind(text, Span::new(quotation.end, around.end));
    let before = clause_before(text, Span::new(around.start, quotation.start));
    in_clause(text, behind, names, Side::Behind).or_else(|| in_clause(text, before, names, Side::Before))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Behind,
    Before,
}

/// The rest of the sentence behind a quotation.
fn clause_behind(text: &str, rest: Span) -> Span {
    let words = rest.of(text);
    let end = words.char_indices().find(|&(at, mark)| {
        matches!(mark, '.' | '!' | '?' | '\n')
            && words[at + mark.len_utf8()..].chars().next().is_none_or(char::is_whitespace)
            && !ends_short_word(&words[..at])
    });
    Span::new(rest.start, rest.start + end.map_or(words.len(), |(at, _)| at))
}

/// `Gen.` and `U.S.` do not end the clause.
fn ends_short_word(before: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    word.contains('.') || (word.starts_with(char::is_uppercase) && word.len() <= 4)
}

/// The part of the sentence in front of a quotation.
fn clause_before(text: &str, rest: Span) -> Span {
    let words = rest.of(text);
    let start = words.char_indices().rev().find(|&(at, mark)| {
        matches!(mark, '.' | '!' | '?' | '\n' | ';')
            && words[at + mark.len_utf8()..].starts_with([' ', '\n'])
            && !ends_short_word(&words[..at])
    });
    Span::new(rest.start + start.map_or(0, |(at, mark)| at + mark.len_utf8()), rest.end)
}

fn in_clause(text: &str, clause: Span, names: &[NameMention], side: Side) -> Option<Attribution> {
    let tokens = tokens(text, clause);
    let is_cue = |token: &Token| token.kind == TokenKind::Word && SPEECH_VERBS.has(token.of(text));
    let cue = match side {
        Side::Behind => tokens.iter().take(REACH).position(is_cue)?,
        Side::Before => tokens.iter().rposition(is_cue).filter(|at| tokens.len() - at <= REACH)?,
    };
    let said = |range: (usize, usize)| attribution(text, &tokens, cue, range, names);
    let before_cue = subject_before(text, &tokens, cue);
    let behind_cue = subject_behind(text, &tokens, cue, names);
    match side {
        Side::Behind => before_cue.or(behind_cue).and_then(said),
        Side::Before => before_cue.and_then(said),
    }
}

/// The noun phrase that ends right before the verb: `the minister`, `Yoon`, `he`.
fn subject_before(text: &str, tokens: &[Token], cue: usize) -> Option<(usize, usize)> {
    let mut start = cue;
    while start > 0 && cue - start < LONGEST_SPEAKER {
        let word = tokens[start - 1].of(text);
        if matches!(word, "," | ";" | ":" | "”" | "\"" | "—" | "–" | "and" | "but" | "as" | "that" | "when" | "while")
        {
            break;
        }
        start -= 1;
    }
    let end =
        cue - usize::from(cue > start && matches!(tokens[cue - 1].of(text), "also" | "later" | "then" | "had" | "has"));
    (end > start).then_some((start, end))
}

/// The noun phrase that starts right behind the verb: `said Johnstone`, `said a ministry official`.
fn subject_behind(text: &str, tokens: &[Token], cue: usize, names: &[NameMention]) -> Option<(usize, usize)> {
    let start = cue + 1;
    let first = tokens.get(start)?;
    let opens =
        first.is_capitalised(text) || matches!(first.of(text), "a" | "an" | "the" | "one" | "he" | "she" | "they");
    if !opens {
        return None;
    }
    let mut end = start;
    while end < tokens.len() && end - start < LONGEST_SPEAKER {
        let word = tokens[end].of(text);
        let in_name = names.iter().any(|name| name.span.contains(tokens[end].span));
        let is_abbreviated = word == "." && is_abbreviation(tokens[end - 1].of(text));
        let stops = matches!(word, "," | ";" | ":")
            || word == "." && !is_abbreviated
            || (FUNCTION_WORDS.has(word) && end > start && word != "of" && word != "the" && !in_name);
        if stops {
            break;
        }
        end += 1;
    }
    (end > start).then_some((start, end))
}

/// `Dr`, `Gen` and initials take a point that ends nothing.
fn is_abbreviation(word: &str) -> bool {
    word.chars().count() == 1 || COURTESY_TITLES.has(word) || (word.len() <= 4 && OFFICES.has(word))
}

fn attribution(
    text: &str,
    tokens: &[Token],
    cue: usize,
    (start, end): (usize, usize),
    names: &[NameMention],
) -> Option<Attribution> {
    let speaker = Span::new(tokens[start].span.start, tokens[end - 1].span.end).trimmed(text);
    let holds_letter = speaker.of(text).chars().any(char::is_alphabetic);
    let inside = |name: &&(usize, &NameMention)| speaker.contains(name.1.span);
    let numbered: Vec<(usize, &NameMention)> = names.iter().enumerate().filter(|name| inside(&name)).collect();
    let person = numbered.iter().rev().find(|(_, name)| name.kind == NameKind::Person);
    let organisation = numbered.iter().rev().find(|(_, name)| name.kind == NameKind::Organisation);
    let name = person.or(organisation).map(|(index, _)| *index);
    holds_letter.then_some(Attribution { cue: tokens[cue].span, speaker, name })
}
