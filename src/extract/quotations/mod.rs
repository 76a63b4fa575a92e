//! Quotations: words in double quotation marks, what kind they are, and who is named next to them.

mod marks;
mod speaker;

#[cfg(test)]
mod tests;

use super::Reading;
use crate::model::{NameMention, QuotationKind, QuotationMention};
use crate::text::Span;
use crate::text::sentences::sentences;

/// A statement has at least this many words.
const SHORTEST_STATEMENT: usize = 5;
/// A term has at most this many words.
const LONGEST_TERM: usize = 3;

/// An attribution between two halves of a statement is at most this long, in bytes.
const LONGEST_ATTRIBUTION: usize = 160;

/// The quotations of a document, in order, not overlapping.
pub fn find_quotations(reading: &Reading, names: &[NameMention]) -> Vec<QuotationMention> {
    let text = reading.text.as_str();
    let mut found = Vec::new();
    for &paragraph in &reading.paragraphs {
        let quoted = marks::quoted(text, paragraph);
        for (index, &span) in quoted.iter().enumerate() {
            let around = Span::new(
                index.checked_sub(1).map_or(paragraph.start, |before| quoted[before].end),
                quoted.get(index + 1).map_or(paragraph.end, |next| next.start),
            );
            found.push(quotation(text, span, around, names));
        }
        share_speaker(&mut found, &quoted, text);
    }
    found
}

fn quotation(text: &str, span: Span, around: Span, names: &[NameMention]) -> QuotationMention {
    let attribution = speaker::find(text, span, around, names);
    let inner = marks::inside(text, span);
    let words = inner.of(text).split_whitespace().count();
    let opens_big = inner.of(text).starts_with(char::is_uppercase);
    let closes = inner.of(text).ends_with([',', '.', '!', '?', '…', '—']);
    let kind = if words >= SHORTEST_STATEMENT && opens_big && (closes || attribution.is_some()) {
        QuotationKind::Full
    } else if words > LONGEST_TERM || attribution.is_some() && closes {
        QuotationKind::Fragment
    } else {
        QuotationKind::Term
    };
    let attribution = attribution.filter(|_| kind != QuotationKind::Term);
    QuotationMention {
        span,
        kind,
        cue: attribution.as_ref().map(|said| said.cue),
        speaker: attribution.as_ref().map(|said| said.speaker),
        speaker_name: attribution.and_then(|said| said.name),
    }
}

/// `“First half,” Doe said. “Second half.”`: a statement that follows right behind the attribution of
/// another is the same speaker's.
fn share_speaker(found: &mut [QuotationMention], quoted: &[Span], text: &str) {
    let first = found.len() - quoted.len();
    for index in first + 1..found.len() {
        let (before, rest) = found.split_at_mut(index);
        let (earlier, later) = (&before[index - 1], &mut rest[0]);
        let between = Span::new(earlier.span.end, later.span.start);
        let goes_on =
            later.speaker.is_none() && later.kind == QuotationKind::Full && earlier.kind != QuotationKind::Term;
        if goes_on && is_attribution_only(text, between, earlier.cue) {
            later.cue = earlier.cue;
            later.speaker = earlier.speaker;
            later.speaker_name = earlier.speaker_name;
        }
    }
}

/// True where nothing but the attribution itself, one sentence with the cue, stands between two
/// quotations.
fn is_attribution_only(text: &str, between: Span, cue: Option<Span>) -> bool {
    let sentences = sentences(text, between);
    let holds_cue = cue.is_some_and(|cue| between.contains(cue));
    match sentences.as_slice() {
        [] => cue.is_some(),
        [only] => holds_cue && only.of(text).ends_with(['.', ',']) && only.len() <= LONGEST_ATTRIBUTION,
        _ => false,
    }
}
