//! Joint speakers: `Cho, Sherman and Mori said`.

use std::collections::BTreeSet;

use crate::model::{DossierDocument, NameKind, QuotationMention};
use crate::text::Mask;
use crate::text::Span;
use crate::text::lexicon::{COURTESY_TITLES, OFFICES};

/// The actors of the speaker's words, where those are two names or more and what joins them; else none.
pub fn speakers(document: &DossierDocument, mention: &QuotationMention) -> Vec<usize> {
    let Some(span) = mention.speaker else { return Vec::new() };
    let text = document.source.text.as_str();
    let names = &document.annotations.names;
    let first = names.partition_point(|name| name.span.start < span.start);
    let mut rest = Mask::new(span.of(text));
    let mut actors: BTreeSet<usize> = BTreeSet::new();
    let mut count = 0;
    for (name, actor) in names[first..].iter().zip(&document.mention_actors[first..]) {
        if name.span.end > span.end {
            break;
        }
        let hidden = name.role.filter(|role| span.contains(*role));
        for part in hidden.into_iter().chain([name.span]) {
            rest.hide(Span::new(part.start - span.start, part.end - span.start));
        }
        // `U.S. President Jane Doe` names one speaker
        if matches!(name.kind, NameKind::Person | NameKind::Organisation) {
            count += 1;
            actors.extend(*actor);
        }
    }
    let rest = rest.into_text();
    let mut words = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let joins =
        |word: &str| matches!(word, "and" | "the" | "The" | "s") || OFFICES.has(word) || COURTESY_TITLES.has(word);
    let is_list = rest.split_whitespace().any(|word| word == "and") && words.all(joins);
    if is_list && count >= 2 && actors.len() == count { actors.into_iter().collect() } else { Vec::new() }
}

/// True for `they`, who are whoever spoke together before.
pub fn is_they(document: &DossierDocument, mention: &QuotationMention) -> bool {
    let words = mention.speaker.map(|span| span.of(&document.source.text));
    words.is_some_and(|words| words.eq_ignore_ascii_case("they"))
}
