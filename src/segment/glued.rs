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

/// Words that open a sentence and, before a lower-case word, hardly go on with a name.
const OPENERS: [&str; 12] = ["The", "A", "An", "This", "That", "These", "It", "He", "She", "They", "We", "There"];

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
    let is_near = |at: &usize| tokens[*at].span.start - within.start <= LONGEST_HEADLINE;
    let at = (SHORTEST_HEADLINE..tokens.len()).take_while(is_near).find(|&at| {
        let (left, right) = (&tokens[at - 1], &tokens[at..]);
        let opens = opens_sentence(text, right);
        let behind_word = is_content_word(text, left) && right[0].is_capitalised(text) && right[0].of(text) != "I";
        let behind_name = opens && left.is_capitalised(text) && right[0].of(text) != "A";
        !right[0].glued && (behind_name || (behind_word && (opens || follows == Follows::Anything)))
    })?;
    let count = |marks: [&str; 2]| tokens[..at].iter().filter(|token| marks.contains(&token.of(text))).count();
    let is_balanced = count(["“", "”"]) % 2 == 0 && count(["(", ")"]) % 2 == 0;
    let rest_is_sentence = tokens.len() - at >= SHORTEST_HEADLINE;
    (is_balanced && rest_is_sentence).then(|| tokens[at].span.start)
}

/// `ties`; not `the`, not `minister`, which go on with a capital in running text, too.
fn is_content_word(text: &str, token: &Token) -> bool {
    let word = token.of(text);
    let is_office = OFFICES.has(word) || OFFICES.has(word.strip_suffix('s').unwrap_or(word));
    token.kind == TokenKind::Word
        && word.chars().all(|c| c.is_lowercase() || matches!(c, '\'' | '’'))
        && !FUNCTION_WORDS.has(word)
        && !is_office
}

/// `The aircraft …`: a capitalised article or pronoun before a lower-case word.
fn opens_sentence(text: &str, tokens: &[Token]) -> bool {
    let [opener, next, ..] = tokens else { return false };
    OPENERS.contains(&opener.of(text)) && next.of(text).starts_with(char::is_lowercase)
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
        let name = "Fleets open the first herring drill off Bergen The harbour master of the city said so on Monday, as did others.";
        assert_eq!(parts(name)[0], (ZoneKind::Headline, "Fleets open the first herring drill off Bergen"));
        let plain = "The envoy told reporters in Oslo that members of parliament Kari Berg and Ola Lund would join the talks about the fishery.";
        assert_eq!(parts(plain), [(ZoneKind::Body, plain)]);
    }
}
