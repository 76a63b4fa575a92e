//! Glued openings: reposts that run headline, caption and first sentence together in one line.
//!
//! The seam between a headline and what follows shows where a lower-case content word is followed,
//! without a mark between them, by a capital that opens a sentence. Where no seam is clear, none is
//! cut.

use super::caption::credit_inside;
use super::zones::{cut, first_body};
use crate::model::{Zone, ZoneKind};
use crate::text::lexicon::{FUNCTION_WORDS, OFFICES};
use crate::text::tokens::{Token, TokenKind, tokens};
use crate::text::{Span, sentences};

/// A picture credit that starts later is not that of an opening caption, in bytes.
const CAPTION_OPENING: usize = 900;
/// A headline is at most this long, in bytes.
const LONGEST_HEADLINE: usize = 160;
/// A headline has at least this many words.
const SHORTEST_HEADLINE: usize = 4;
/// A paragraph must be this long for a headline to be glued to it, in bytes.
const LONG_PARAGRAPH: usize = 100;

/// Splits the first paragraph into headline, caption, credit and body, as far as seams are clear.
pub fn split(text: &str, zones: Vec<Zone>) -> Vec<Zone> {
    let Some((index, zone)) = first_body(&zones) else { return zones };
    let has_headline = zones[..index].iter().any(|zone| zone.kind == ZoneKind::Headline);
    if zone.span.len() < LONG_PARAGRAPH || has_headline {
        return zones;
    }
    let parts = match credit_inside(zone.span.of(text), CAPTION_OPENING) {
        Some(credit) => with_caption(text, zone.span, credit.shifted(zone.span.start)),
        None => without_caption(text, zone.span),
    };
    let mut split = zones[..index].to_vec();
    split.extend(cut(text, zone, &parts));
    split.extend_from_slice(&zones[index + 1..]);
    split
}

/// `Headline words Caption sentence. [CREDIT] Body …`
fn with_caption(text: &str, paragraph: Span, credit: Span) -> Vec<Zone> {
    let before = Span::new(paragraph.start, credit.start).trimmed(text);
    let mut parts = Vec::new();
    let mut caption = before;
    if let Some(seam) = seam(text, before, Follows::Anything) {
        parts.push(Zone { span: Span::new(before.start, seam).trimmed(text), kind: ZoneKind::Headline });
        caption = Span::new(seam, before.end);
    }
    parts.push(Zone { span: caption, kind: ZoneKind::Caption });
    parts.push(Zone { span: credit, kind: ZoneKind::Credit });
    parts
}

/// `Headline words The first sentence …`
fn without_caption(text: &str, paragraph: Span) -> Vec<Zone> {
    let Some(&first) = sentences::sentences(text, paragraph).first() else { return Vec::new() };
    let Some(seam) = seam(text, first, Follows::SentenceOpener) else { return Vec::new() };
    vec![Zone { span: Span::new(first.start, seam).trimmed(text), kind: ZoneKind::Headline }]
}

/// What must stand behind a seam for it to be one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Follows {
    /// Any capital: the place of the credit already says that a caption follows.
    Anything,
    /// A capitalised article or pronoun before a lower-case word: no headline goes on like that.
    SentenceOpener,
}

/// The byte at which a sentence starts behind an unmarked headline at the start of `within`.
fn seam(text: &str, within: Span, follows: Follows) -> Option<usize> {
    let tokens = tokens(text, within);
    let words: Vec<&str> = tokens.iter().map(|token| token.of(text)).collect();
    let at = (SHORTEST_HEADLINE..tokens.len())
        .take_while(|&at| tokens[at].span.start - within.start <= LONGEST_HEADLINE)
        .find(|&at| {
            is_seam(text, &tokens[at - 1], &tokens[at])
                && (follows == Follows::Anything || opens_sentence(text, &tokens[at..]))
        })?;
    let headline_ends_open = words[..at].iter().any(|word| matches!(*word, "“" | "("))
        != words[..at].iter().any(|word| matches!(*word, "”" | ")"));
    let rest_is_sentence = tokens.len() - at >= SHORTEST_HEADLINE;
    (!headline_ends_open && rest_is_sentence).then(|| tokens[at].span.start)
}

/// A lower-case content word, then a capital: `ties South`; not `the South`, `minister Shin`.
fn is_seam(text: &str, left: &Token, right: &Token) -> bool {
    let word = left.of(text);
    left.kind == TokenKind::Word
        && word.chars().all(|c| c.is_lowercase() || matches!(c, '\'' | '’'))
        && !right.glued
        && right.is_capitalised(text)
        && right.of(text) != "I"
        && !FUNCTION_WORDS.has(word)
        && !OFFICES.has(word)
        && !OFFICES.has(word.strip_suffix('s').unwrap_or(word))
}

fn opens_sentence(text: &str, tokens: &[Token]) -> bool {
    let [opener, next, ..] = tokens else { return false };
    let is_opener = ["The", "A", "An", "This", "That", "These", "It", "He", "She", "They", "We", "There"]
        .contains(&opener.of(text));
    is_opener && next.of(text).chars().next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<(ZoneKind, &str)> {
        let zones = vec![Zone { span: Span::new(0, text.len()), kind: ZoneKind::Body }];
        split(text, zones).iter().map(|zone| (zone.kind, zone.span.of(text))).collect()
    }

    #[test]
    fn a_headline_glued_to_a_caption_is_cut_at_the_seam() {
        let text = "Two ministers widen fishery rules Norwegian Minister Kari Berg greets her colleague in Bergen on Friday. [MINISTRY OF TRADE] Ministers from both countries agreed on wider rules for the herring fishery in the north.";
        assert_eq!(
            parts(text),
            [
                (ZoneKind::Headline, "Two ministers widen fishery rules"),
                (ZoneKind::Caption, "Norwegian Minister Kari Berg greets her colleague in Bergen on Friday."),
                (ZoneKind::Credit, "[MINISTRY OF TRADE]"),
                (
                    ZoneKind::Body,
                    "Ministers from both countries agreed on wider rules for the herring fishery in the north."
                ),
            ]
        );
    }

    #[test]
    fn a_headline_glued_to_a_sentence_needs_an_opener() {
        let glued = "Many feared lost in harbour fire A large number of people is feared lost after a fire in the old harbour of the city.";
        assert_eq!(parts(glued)[0], (ZoneKind::Headline, "Many feared lost in harbour fire"));
        let plain = "The envoy told reporters in Oslo that members of parliament Kari Berg and Ola Lund would join the talks about the fishery.";
        assert_eq!(parts(plain), [(ZoneKind::Body, plain)]);
    }
}
