//! The name that a speaker's words are about.

use std::ops::Range;

use super::frame::{Frame, Sort};
use super::lexicon::{ARTICLE, DETERMINER, FUNCTION};
use super::names::Names;
use super::subject::is_possessive;
use crate::model::{NameKind, NameMention};
use crate::text::endings::Ending;

/// The name that a noun phrase is about: its only person, or else its only organisation, as its
/// head, or the last one of `Doe’s brother Ola`. `a lawyer of Trump`, `Trump’s lawyer`, `the woman who accused Trump` are about others, `A and
/// B` about two.
pub fn head_name(frame: &Frame, phrase: &Range<usize>, names: &Names) -> Option<usize> {
    let span = frame.span(phrase);
    let inside: Vec<_> = names.inside(span).collect();
    let of_kind = |kind| inside.iter().filter(move |(_, name)| name.kind == kind);
    let kind = if of_kind(NameKind::Person).count() > 0 { NameKind::Person } else { NameKind::Organisation };
    let candidates: Vec<_> = of_kind(kind).collect();
    let (index, name) = match candidates.as_slice() {
        [only] => only,
        [others @ .., last] if last.1.span.end == span.end && others.iter().all(|other| owns(frame, other.1)) => {
            return Some(last.0);
        }
        _ => return None,
    };
    let titled = name.role.map_or(name.span.start, |role| role.start.min(name.span.start));
    let pieces = || phrase.clone().map(|at| &frame.pieces[at]);
    let leads_away = phrase.clone().filter(|at| frame.pieces[*at].span.end <= titled).any(|at| {
        let piece = &frame.pieces[at];
        let is_small = piece.known.is(FUNCTION) && !piece.known.is(ARTICLE | DETERMINER);
        let is_verb = piece.known.verb.is_some() && !piece.is_capitalised;
        is_small || is_possessive(frame.word(at)) || is_verb
    });
    let is_possessive = pieces().any(|piece| piece.span.overlaps(name.span) && piece.span.end > name.span.end);
    let next = phrase.clone().find(|at| frame.pieces[*at].span.start >= name.span.end);
    let goes_on = next.is_some_and(|at| {
        let piece = &frame.pieces[at];
        let is_word = piece.sort == Sort::Word && !piece.known.is(FUNCTION) && !Ending::Adverb.ends(frame.word(at));
        is_word || is_possessive_mark(frame, at)
    });
    (!leads_away && !is_possessive && !goes_on).then_some(*index)
}

/// True for `Doe’s`: in `Doe’s brother Ola`, Ola speaks.
fn owns(frame: &Frame, name: &NameMention) -> bool {
    let behind = &frame.text[name.span.end..];
    let last = name.span.of(frame.text);
    is_possessive(last) || APOSTROPHES.iter().any(|sign| behind.starts_with(*sign))
}

/// What a possessive begins with.
const APOSTROPHES: [char; 2] = ['’', '\''];

fn is_possessive_mark(frame: &Frame, at: usize) -> bool {
    frame.is_mark(at, "’'&/")
}
