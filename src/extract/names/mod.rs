//! Names: persons, organisations, places and other named things, as the text has them.
//!
//! In the order of trust: names that the authority files list, names that the [tagger] finds, states
//! and nationality words, acronyms that the text declares. Who a name means is decided in `resolve`.

mod acronym;
mod again;
mod known;
mod lexicon;
mod role;
mod shipped;
pub mod tagger;

#[cfg(test)]
mod tests;

use super::Reading;
use crate::model::{NameKind, NameMention};
use crate::text::Span;

pub use lexicon::NameLexicon;

/// The names of a document, sorted by place, not overlapping.
pub fn find_names(reading: &Reading, lexicon: &NameLexicon) -> Vec<NameMention> {
    let tagged = tagger::find(reading);
    with_knowledge(reading, lexicon, tagged)
}

/// The names of a document, given what the tagger found.
fn with_knowledge(reading: &Reading, lexicon: &NameLexicon, tagged: Vec<NameMention>) -> Vec<NameMention> {
    let text = reading.text.as_str();
    let tagged = again::look_again(reading, tagged);
    let (mut firm, mut yielding) = (Vec::new(), Vec::new());
    for (sentence, _) in reading.lines() {
        let (kept, giving) = shipped::apart(text, sentence, known::find(text, sentence, lexicon));
        firm.extend(kept);
        yielding.extend(giving);
    }
    let tagged = without_offices(reading, tagged, &yielding);
    let names = over(firm, shipped::merge(tagged, yielding));
    let declared = acronym::find(reading, &names);
    let mut names = again::confirmed(reading, over(names, declared));
    add_roles(reading, &mut names);
    acronym::link(reading, names)
}

/// The names without offices in capitals that were taken for persons or organisations.
fn without_offices(reading: &Reading, names: Vec<NameMention>, states: &[NameMention]) -> Vec<NameMention> {
    let text = reading.text.as_str();
    let mut sentences = reading.lines().map(|(sentence, _)| sentence).peekable();
    let mut is_name = |name: &NameMention| {
        while sentences.next_if(|sentence| sentence.span.end <= name.span.start).is_some() {}
        let Some(sentence) = sentences.peek().filter(|_| name.kind != NameKind::Place) else { return true };
        let start = sentence.tokens.partition_point(|token| token.span.start < name.span.start);
        let end = sentence.tokens.partition_point(|token| token.span.start < name.span.end);
        let is_state = |token: &crate::text::Token| !within(states, token.span).is_empty();
        !role::is_office_only(text, &sentence.tokens[start..end.max(start)], is_state)
    };
    names.into_iter().filter(|name| is_name(name)).collect()
}

/// Writes what the text says of each person.
fn add_roles(reading: &Reading, names: &mut [NameMention]) {
    let mut sentences = reading.lines().map(|(sentence, _)| sentence).peekable();
    for name in names.iter_mut().filter(|name| name.kind == NameKind::Person) {
        while sentences.next_if(|sentence| sentence.span.end <= name.span.start).is_some() {}
        let Some(sentence) = sentences.peek() else { return };
        let start = sentence.tokens.partition_point(|token| token.span.start < name.span.start);
        let end = sentence.tokens.partition_point(|token| token.span.start < name.span.end);
        name.role = role::role(&reading.text, &sentence.tokens, (start, end));
    }
}

/// The names that lie in a span. `names` are sorted.
fn within(names: &[NameMention], span: Span) -> &[NameMention] {
    let from = names.partition_point(|name| name.span.end <= span.start);
    let to = names.partition_point(|name| name.span.start < span.end);
    &names[from..to.max(from)]
}

/// The first names, and of the others those that overlap none of them. Both are sorted.
fn over(first: Vec<NameMention>, others: Vec<NameMention>) -> Vec<NameMention> {
    let mut all: Vec<NameMention> = others.into_iter().filter(|name| within(&first, name.span).is_empty()).collect();
    all.extend(first);
    all.sort_by_key(|name| name.span);
    all
}

/// A mention without role, short form or country.
fn plain(span: Span, kind: NameKind) -> NameMention {
    NameMention { span, kind, role: None, stands_for: None, country: None }
}
