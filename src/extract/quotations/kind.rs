//! How much a quotation says: a statement, part of one, or a term.

use super::carry::Said;
use super::frame::{Frame, Piece, Sort};
use super::lexicon::{DEFINITE, DETERMINER, FUNCTION, Form, HEARD, NAMING, PREPOSITION, UTTERANCE};
use super::marks::inside;
use super::subject::is_possessive;
use crate::model::QuotationKind;

/// A statement has at least this many words.
const SHORTEST_STATEMENT: usize = 5;
/// A name that the text calls one has at most this many words.
const LONGEST_NAME: usize = 8;
/// What calls words a name stands at most so many pieces before them.
const FARTHEST_NAMING: usize = 3;
/// A term has at most this many words.
const LONGEST_TERM: usize = 3;

/// The kind of the quotation that is the piece at `place`, with what was found of its speaker.
pub fn kind(frame: &Frame, place: usize, said: Option<&Said>) -> QuotationKind {
    let is_spoken = said.is_some();
    let inner = inside(frame.text, frame.pieces[place].span);
    let words = inner.of(frame.text);
    let count = words.split_whitespace().count();
    let closes = words.ends_with([',', '.', '!', '?', '…', '—', '–']);
    let opens_big = words.trim_start_matches(['[', '(', '…', '.', ' ', '‘', '\'']).starts_with(char::is_uppercase);
    let is_sentence = count >= SHORTEST_STATEMENT && (closes || is_spoken);
    let is_short_one = is_spoken && words.ends_with(['.', '!', '?']) && stands_alone(frame, place);
    if opens_big && (is_sentence || is_short_one) {
        QuotationKind::Full
    } else if count <= LONGEST_NAME && is_named(frame, place, said)
        || count == 1 && !closes && !said.is_some_and(|said| said.is_close)
    {
        QuotationKind::Term
    } else if count > LONGEST_TERM || (is_spoken || count > 1 && !opens_big) && !is_term(frame, place) {
        QuotationKind::Fragment
    } else {
        QuotationKind::Term
    }
}

/// True for words that stand behind `known as the`, `dubbed`: they are a name.
fn is_named(frame: &Frame, place: usize, said: Option<&Said>) -> bool {
    let cue = said.and_then(|said| said.cue);
    let names_it = |piece: &Piece| piece.known.is(NAMING) && cue != Some(piece.span);
    frame.pieces[place.saturating_sub(FARTHEST_NAMING)..place].iter().any(names_it)
}

/// True for the only piece of its sentence.
fn stands_alone(frame: &Frame, place: usize) -> bool {
    let at = frame.sentences.partition_point(|sentence| sentence.end <= place);
    frame.sentences.get(at).is_some_and(|sentence| *sentence == (place..place + 1))
}

/// True for few words that the sentence uses as a noun or before one: `the “two-way street” deal`,
/// `the “dilemma” of`, `known as “…”`, a title in capitals.
fn is_term(frame: &Frame, place: usize) -> bool {
    let words = inside(frame.text, frame.pieces[place].span).of(frame.text);
    let before = place.checked_sub(1).map(|at| frame.pieces[at]);
    let next = frame.pieces.get(place + 1);
    let is_closed = words.ends_with([',', '.', '!', '?']);
    let is_noun = |piece: &Piece| piece.known.verb.is_none_or(|verb| verb.form == Form::Base);
    let modifies =
        !is_closed && next.is_some_and(|next| next.sort == Sort::Word && !next.known.is(FUNCTION) && is_noun(next));
    let is_definite = before.is_some_and(|piece| piece.known.is(DEFINITE)) && !is_closed;
    let is_plain = |piece: &Piece| !piece.known.is(FUNCTION) && piece.sort == Sort::Word && piece.known.verb.is_none();
    let hangs_on = |piece: &Piece| matches!(piece.span.of(frame.text), "of" | "for");
    let is_object = !is_closed
        && words.split_whitespace().count() < LONGEST_TERM
        && before.as_ref().is_some_and(is_plain)
        && next.is_some_and(hangs_on);
    let follows = before.as_ref().is_some_and(|piece| {
        let is_thing = is_plain(piece) && !piece.is_capitalised && !piece.known.is(UTTERANCE);
        is_thing || piece.known.is(PREPOSITION | DETERMINER) || is_possessive(piece.span.of(frame.text))
    });
    let is_heard = |piece: &Piece| piece.known.verb.is_some_and(|verb| verb.takes & HEARD != 0);
    let is_work =
        before.as_ref().is_some_and(is_heard) && next.is_some_and(|next| next.sort == Sort::Word) && is_title(words);
    modifies || is_definite || is_object || is_work || follows && is_title(words)
}

/// `The Morning Show`: two capitals at least, and no small word but function words.
fn is_title(words: &str) -> bool {
    let mut capitals = 0;
    for word in words.split_whitespace() {
        let is_small = super::lexicon::known(word).is(FUNCTION);
        if word.starts_with(char::is_uppercase) {
            capitals += 1;
        } else if !is_small {
            return false;
        }
    }
    capitals >= 2
}
