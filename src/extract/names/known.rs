//! Known names: exact matches of the lexicon, longest first.

use super::lexicon::{self, HYPHEN_TAILS, KnownName, NameLexicon, has_key};
use super::{NameKind, NameMention};
use crate::extract::reading::Sentence;
use crate::text::{Span, Token, TokenKind};

/// The known names of a sentence, in order, each with what is known of it.
pub fn find<'l>(text: &str, sentence: &Sentence, lexicon: &'l NameLexicon) -> Vec<(NameMention, &'l KnownName)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < sentence.tokens.len() {
        let Some((name, end)) = known_at(text, &sentence.tokens, at, lexicon) else {
            at += 1;
            continue;
        };
        let last = sentence.tokens[end - 1];
        let span = without_possessive(text, Span::new(sentence.tokens[at].span.start, last.span.end));
        found.push((NameMention { country: name.country.clone(), ..super::plain(span, name.kind) }, name));
        at = end;
    }
    found
}

fn known_at<'l>(text: &str, tokens: &[Token], at: usize, lexicon: &'l NameLexicon) -> Option<(&'l KnownName, usize)> {
    let word = tokens[at].of(text);
    if !word.starts_with(char::is_uppercase) {
        return None;
    }
    let candidates = lexicon.starting_with(word);
    let whole = |end: usize, name: &KnownName| name.kind != NameKind::Person || !goes_on(text, tokens, end);
    candidates.iter().find_map(|name| Some((name, end_of(text, tokens, at, name).filter(|&end| whole(end, name))?)))
}

/// True where a hyphen makes the last word of a name a longer one: `Cho Hyun-dong` is not Cho Hyun.
fn goes_on(text: &str, tokens: &[Token], end: usize) -> bool {
    let Some([hyphen, part]) = tokens.get(end..end + 2) else { return false };
    let is_joined = hyphen.glued && part.glued && matches!(hyphen.of(text), "-" | "‐" | "‑");
    is_joined && part.kind == TokenKind::Word && !HYPHEN_TAILS.has(part.of(text))
}

/// One past the last token of `name` at token `at`. Hyphens and points between the words are
/// passed over. An acronym (`US`) must stand in capitals: `us` is no country.
fn end_of(text: &str, tokens: &[Token], at: usize, name: &KnownName) -> Option<usize> {
    let mut next = at;
    for (number, wanted) in name.words.iter().enumerate() {
        while number > 0 && tokens.get(next).is_some_and(|token| matches!(token.of(text), "-" | "‐" | "‑")) {
            next += 1;
        }
        let token = tokens.get(next)?;
        let word = token.of(text);
        if token.kind == TokenKind::Mark || !has_key(word, wanted) {
            return None;
        }
        if name.is_acronym && !word.chars().take(wanted.chars().count()).all(|c| !c.is_alphabetic() || c.is_uppercase())
        {
            return None;
        }
        next += 1;
    }
    Some(next)
}

/// `Seoul’s` names `Seoul`.
pub fn without_possessive(text: &str, span: Span) -> Span {
    Span::new(span.start, span.start + lexicon::without_possessive(span.of(text)).len())
}
