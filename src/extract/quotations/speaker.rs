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
    if is_passive(text, &tokens, cue) {
        return None;
    }
    let subject = match (side, subject_before(text, &tokens, cue)) {
        (_, Some(subject)) => subject,
        (Side::Behind, None) => subject_behind(text, &tokens, cue, names)?,
        (Side::Before, None) => return None,
    };
    let speaker = subject.span(&tokens).trimmed(text);
    let name = if subject.is_joint { None } else { head_name(text, &tokens, &subject, names) };
    speaker.of(text).starts_with(char::is_alphabetic).then_some(Attribution { cue: tokens[cue].span, speaker, name })
}

/// `Smith was told`: somebody else spoke.
fn is_passive(text: &str, tokens: &[Token], cue: usize) -> bool {
    let before = cue.checked_sub(1).map_or("", |at| tokens[at].of(text));
    matches!(before, "was" | "were" | "been" | "being" | "is" | "are" | "be")
}

/// The tokens that name whoever speaks.
struct Subject {
    start: usize,
    end: usize,
    /// Several speak: `Cho, Sherman and Mori`.
    is_joint: bool,
}

impl Subject {
    fn span(&self, tokens: &[Token]) -> Span {
        Span::new(tokens[self.start].span.start, tokens[self.end - 1].span.end)
    }
}

/// The noun phrase that ends right before the verb: `the minister`, `Yoon`, `he`.
fn subject_before(text: &str, tokens: &[Token], cue: usize) -> Option<Subject> {
    let word = |at: usize| tokens[at].of(text);
    let mut start = cue;
    let mut is_joint = false;
    while start > 0 && cue - start < LONGEST_SPEAKER {
        let joins = start >= 2 && word(start - 1) == "and" && tokens[start - 2].is_capitalised(text);
        let lists = is_joint && word(start - 1) == "," && start >= 2 && tokens[start - 2].is_capitalised(text);
        let stops = matches!(word(start - 1), "," | ";" | ":" | "”" | "\"" | "—" | "–")
            || matches!(word(start - 1), "and" | "but" | "as" | "that" | "when" | "while");
        if stops && !joins && !lists {
            break;
        }
        is_joint |= joins;
        start -= 1;
    }
    let has_adverb = cue > start && matches!(word(cue - 1), "also" | "later" | "then" | "had" | "has");
    let end = cue - usize::from(has_adverb);
    (end > start).then_some(Subject { start, end, is_joint })
}

/// The noun phrase that starts right behind the verb: `said Johnstone`, `said a ministry official`.
fn subject_behind(text: &str, tokens: &[Token], cue: usize, names: &[NameMention]) -> Option<Subject> {
    let start = cue + 1;
    let first = tokens.get(start)?;
    let is_noun = matches!(first.of(text), "a" | "an" | "the" | "one" | "he" | "she" | "they");
    if !first.is_capitalised(text) && !is_noun {
        return None;
    }
    let clause = Span::new(first.span.start, tokens[tokens.len() - 1].span.end);
    let names = names_in(names, clause);
    let mut end = start;
    while end < tokens.len() && end - start < LONGEST_SPEAKER {
        let word = tokens[end].of(text);
        let in_name = names.iter().any(|(_, name)| name.span.contains(tokens[end].span));
        let is_abbreviated = word == "." && is_abbreviation(tokens[end - 1].of(text));
        let stops = matches!(word, "," | ";" | ":")
            || word == "." && !is_abbreviated
            || (FUNCTION_WORDS.has(word) && end > start && word != "of" && word != "the" && !in_name);
        if stops {
            break;
        }
        end += 1;
    }
    let is_joint = tokens.get(end).is_some_and(|next| next.of(text) == "and")
        && tokens.get(end + 1).is_some_and(|next| next.is_capitalised(text));
    (end > start).then_some(Subject { start, end, is_joint })
}

/// `Dr`, `Gen` and initials take a point that ends nothing.
fn is_abbreviation(word: &str) -> bool {
    word.chars().count() == 1 || COURTESY_TITLES.has(word) || (word.len() <= 4 && OFFICES.has(word))
}

/// The names inside a span with their indices. `names` are sorted.
fn names_in(names: &[NameMention], within: Span) -> Vec<(usize, &NameMention)> {
    let from = names.partition_point(|name| name.span.start < within.start);
    let inside = names[from..].iter().enumerate().map(|(at, name)| (from + at, name));
    inside.take_while(|(_, name)| name.span.end <= within.end).collect()
}

/// The name that the noun phrase is about: its only person, or else its only organisation, as its
/// head. `a lawyer of Trump`, `Trump’s lawyer`, `the woman who accused Trump` are about others.
fn head_name(text: &str, tokens: &[Token], subject: &Subject, names: &[NameMention]) -> Option<usize> {
    let inside = names_in(names, subject.span(tokens));
    let of_kind = |kind| inside.iter().filter(move |(_, name)| name.kind == kind);
    let kind = if of_kind(NameKind::Person).count() > 0 { NameKind::Person } else { NameKind::Organisation };
    let mut candidates = of_kind(kind);
    let (Some((index, name)), None) = (candidates.next(), candidates.next()) else { return None };
    let titled = name.role.map_or(name.span.start, |role| role.start.min(name.span.start));
    let phrase = &tokens[subject.start..subject.end];
    let before = phrase.iter().filter(|token| token.span.end <= titled);
    let leads_away = |token: &Token| {
        let word = token.of(text);
        let is_article = matches!(word.to_lowercase().as_str(), "a" | "an" | "the" | "its" | "his" | "her" | "their");
        FUNCTION_WORDS.has(word) && !is_article
            || word.ends_with("’s")
            || word.ends_with("'s")
            || SPEECH_VERBS.has(word)
    };
    let is_possessive = phrase.iter().any(|token| token.span.overlaps(name.span) && token.span.end > name.span.end);
    let next = phrase.iter().find(|token| token.span.start >= name.span.end).map(|token| token.of(text));
    let goes_on =
        next.is_some_and(|word| !(FUNCTION_WORDS.has(word) || matches!(word, "." | "-" | ")") || word.ends_with("ly")));
    let is_led_away = before.clone().any(leads_away);
    (!is_led_away && !is_possessive && !goes_on).then_some(*index)
}
