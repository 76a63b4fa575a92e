//! Names: persons, organisations, places and other named things, as the text has them.
//!
//! In the order of trust: names that the authority files list, names that the [tagger] finds, states
//! and nationality words, acronyms that the text declares. Who a name means is decided in `resolve`.

mod acronym;
mod again;
mod credit;
mod given_office;
mod known;
mod lexicon;
mod role;
mod shipped;
pub mod tagger;

#[cfg(test)]
mod tests;

use super::Reading;
use super::reading::Sentence;
use crate::model::{NameKind, NameMention};
use crate::text::{Span, Token};

pub use lexicon::NameLexicon;
use tagger::model::Model;

/// The names of a document, sorted by place, not overlapping. The tagger knows English: a text in another
/// language has the names that the authority files list.
pub fn find_names(reading: &Reading, lexicon: &NameLexicon, language: Option<&str>) -> Vec<NameMention> {
    let is_read = language.is_none_or(|code| code.split(['-', '_']).next() == Some(LANGUAGE));
    let tagged = tagger::shipped().filter(|_| is_read).map(|model| tagger::find(model, reading));
    with_knowledge(reading, lexicon, tagged.unwrap_or_default())
}

/// The language the tagger was trained on.
const LANGUAGE: &str = "en";

/// The same with another model than the shipped one.
pub fn find_names_with(model: &Model<'_>, reading: &Reading, lexicon: &NameLexicon) -> Vec<NameMention> {
    with_knowledge(reading, lexicon, tagger::find(model, reading))
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
    let found = shipped::merge(tagged, yielding);
    let declared = acronym::find(reading, &found);
    // The user's names give way to nothing, not even in a headline.
    let mut names = over(firm, without_credits(reading, again::confirmed(reading, over(found, declared))));
    names.retain(|name| !text[name.span.end..].starts_with('$')); // `US$`
    with_followers(text, &mut names);
    add_roles(reading, &mut names);
    acronym::link(reading, names)
}

/// The names without titles in front of persons, and without offices in capitals that were taken for
/// persons or organisations.
fn without_offices(reading: &Reading, names: Vec<NameMention>, states: &[NameMention]) -> Vec<NameMention> {
    let text = reading.text.as_str();
    let is_state = |token: &Token| !within(states, token.span).is_empty();
    let is_clipped = |token: &Token| lexicon::is_clipped(token.of(text));
    let mut places = Places::new(reading);
    let given = given_office::GivenOffices::new(text);
    let kept = |name: NameMention| {
        let Some((tokens, start, end)) = places.of(name.span).filter(|_| name.kind != NameKind::Place) else {
            return Some(name);
        };
        let is_clipped = || tokens[start..end].iter().any(is_clipped);
        if role::is_office_only(text, &tokens[start..end], is_state) || is_clipped() {
            return None;
        }
        if name.kind == NameKind::Organisation && role::is_portfolio(text, tokens, (start, end)) {
            return None;
        }
        if name.kind == NameKind::Organisation && lexicon::opens_other(text, &tokens[start..end]) {
            return Some(NameMention { kind: NameKind::Other, ..name });
        }
        let is_given = |at: usize| name.kind == NameKind::Person && given.is_given_name(tokens, at);
        if end == start + 1 && start > 0 && is_given(start - 1) {
            return Some(NameMention { span: Span::new(tokens[start - 1].span.start, name.span.end), ..name });
        }
        let is_titled = name.kind == NameKind::Person && !is_given(start);
        let title = if is_titled { role::title_words(text, tokens, (start, end)) } else { 0 };
        Some(NameMention {
            span: Span::new(name.span.start.max(tokens[start + title].span.start), name.span.end),
            ..name
        })
    };
    names.into_iter().filter_map(kept).collect()
}

/// Finds the tokens of names, asked for in the order of the text.
struct Places<'r> {
    lines: std::iter::Peekable<Box<dyn Iterator<Item = &'r Sentence> + 'r>>,
}

impl<'r> Places<'r> {
    fn new(reading: &'r Reading) -> Self {
        let lines: Box<dyn Iterator<Item = &'r Sentence> + 'r> = Box::new(reading.lines().map(|(line, _)| line));
        Self { lines: lines.peekable() }
    }

    /// The tokens of the sentence around a span, and which of them are in it.
    fn of(&mut self, span: Span) -> Option<(&'r [Token], usize, usize)> {
        while self.lines.next_if(|line| line.span.end <= span.start).is_some() {}
        let tokens = &self.lines.peek()?.tokens;
        let start = tokens.partition_point(|token| token.span.end <= span.start);
        let end = tokens.partition_point(|token| token.span.start < span.end);
        (start < end).then_some((tokens, start, end))
    }
}

/// The names without those of photographers and editors.
fn without_credits(reading: &Reading, names: Vec<NameMention>) -> Vec<NameMention> {
    let credits: Vec<Span> =
        reading.lines().flat_map(|(sentence, _)| credit::credits(&reading.text, &sentence.tokens)).collect();
    let is_credit = |name: &NameMention| {
        let at = credits.partition_point(|credit| credit.end <= name.span.start);
        credits.get(at).is_some_and(|credit| credit.overlaps(name.span))
    };
    names.into_iter().filter(|name| !is_credit(name)).collect()
}

/// `the Lund administration` is a body, and not Lund.
fn with_followers(text: &str, names: &mut [NameMention]) {
    for name in names.iter_mut().filter(|name| name.country.is_none() && name.kind != NameKind::Other) {
        let Some(rest) = text[name.span.end..].strip_prefix(' ') else { continue };
        let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        if lexicon::FOLLOWERS.has(word) && word.starts_with(char::is_lowercase) {
            name.span = Span::new(name.span.start, name.span.end + 1 + word.len());
            name.kind = NameKind::Organisation;
        }
    }
}

/// Writes what the text says of each person; another person's name in front is no part of it (`as Kari
/// Berg President Lund`).
fn add_roles(reading: &Reading, names: &mut [NameMention]) {
    let text = reading.text.as_str();
    let mut places = Places::new(reading);
    let mut find = |name: &NameMention| {
        let (tokens, start, end) = places.of(name.span).filter(|_| name.kind == NameKind::Person)?;
        role::role(text, tokens, (start, end))
    };
    let found: Vec<Option<Span>> = names.iter().map(&mut find).collect();
    for (at, role) in found.into_iter().enumerate().filter_map(|(at, role)| Some((at, role?))) {
        let others =
            within(names, role).iter().filter(|other| other.kind == NameKind::Person && other.span.end < role.end);
        let start = others.map(|other| other.span.end).max().unwrap_or(role.start);
        names[at].role = Some(Span::new(start, role.end).trimmed(text));
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
