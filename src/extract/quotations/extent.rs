//! How far a clause of speech reaches without what is said: `On Monday, Doe told reporters in Oslo`.

use crate::text::endings::Ending;
use std::ops::Range;

use super::clauses::Clause;
use super::frame::{Frame, Sort};
use super::lexicon::{
    ACCOUNT, ADJUNCT, ADVERB, ARTICLE, AUXILIARY, BE, CALENDAR, DETERMINER, FUNCTION, HEARD, HEARER, INFINITIVE,
    INFINITIVE_MARK, Manner, OF, OWNER, PERSON, TIME, Takes,
};
use super::names::Names;
use super::subject::behind_dateline;

/// What opens a sentence before its clause of speech (`On Monday,`) has at most so many pieces.
const LONGEST_OPENING: usize = 9;
/// A hearer without a name (`the members of the board`) has at most so many words.
const LONGEST_HEARER: usize = 5;

/// The pieces of a clause of speech, with the times and places that tell of the speaking: what opens
/// the sentence before it, and what follows the verb. No quotation is inside.
pub fn extent(frame: &Frame, names: &Names, sentence: &Range<usize>, clause: &Clause) -> Range<usize> {
    let end = behind_hearer(frame, names, sentence, clause).unwrap_or(clause.cue.end.max(clause.speaker.end));
    let end = behind_adjuncts(frame, names, end..sentence.end, clause.takes);
    let is_described = (clause.speaker.end..clause.cue.start).any(|at| frame.is_mark(at, ","));
    let start = match is_described {
        true => clause.cue.start,
        false if clause.takes & ACCOUNT != 0 => clause.start(),
        false => opening(frame, sentence, clause.start()),
    };
    start..end
}

/// Where `On Monday,` before a clause begins; else the clause itself.
fn opening(frame: &Frame, sentence: &Range<usize>, start: usize) -> usize {
    let first = behind_dateline(frame, sentence);
    let opens = |at: usize| frame.pieces[at].known.is(TIME | ADJUNCT | CALENDAR);
    let is_plain =
        |at: usize| !matches!(frame.pieces[at].sort, Sort::Quote(_)) && frame.pieces[at].known.verb.is_none();
    let is_apart = start > first && (frame.is_mark(start - 1, ",") || (first..start).all(opens));
    let is_opening = is_apart && start - first <= LONGEST_OPENING && opens(first) && (first..start).all(is_plain);
    if is_opening { first } else { start }
}

/// Where the words behind whoever is told begin: `told reporters | the nets were old`. `None` where
/// nobody is told and the verb needs it; for other verbs, where the verb ends.
pub fn behind_hearer(frame: &Frame, names: &Names, sentence: &Range<usize>, clause: &Clause) -> Option<usize> {
    let end = clause.cue.end.max(clause.speaker.end);
    if clause.manner != Manner::Tell {
        return Some(end);
    }
    let heard = hearer_end(frame, names, end..sentence.end);
    if clause.takes & HEARD != 0 { heard } else { heard.or(Some(end)) }
}

fn hearer_end(frame: &Frame, names: &Names, range: Range<usize>) -> Option<usize> {
    let first =
        frame.pieces.get(range.start).filter(|first| range.contains(&range.start) && first.sort == Sort::Word)?;
    let next_is =
        |at: usize, classes| frame.pieces.get(at).is_some_and(|next| at < range.end && next.known.is(classes));
    if first.known.is(HEARER) && !(first.known.is(OWNER) && next_is(range.start + 1, PERSON)) {
        return Some(range.start + 1);
    }
    if let Some(name) = names.at(first.span) {
        return Some(range.clone().find(|&at| frame.pieces[at].span.start >= name.end).unwrap_or(range.end));
    }
    if !first.known.is(FUNCTION) || first.known.is(DETERMINER) {
        let reach = range.end.min(range.start + LONGEST_HEARER);
        let person = (range.start..reach).take_while(|&at| at == range.start || !frame.pieces[at].known.is(FUNCTION));
        return person.filter(|&at| frame.pieces[at].known.is(PERSON)).last().map(|at| at + 1);
    }
    None
}

/// Where times and places behind a verb of speech end: `on Monday in Oslo | that …`.
pub fn behind_adjuncts(frame: &Frame, names: &Names, range: Range<usize>, takes: Takes) -> usize {
    let mut at = range.start;
    while at < range.end {
        let piece = &frame.pieces[at];
        let is_infinitive = takes & INFINITIVE != 0 && piece.known.is(INFINITIVE_MARK);
        let next = if piece.sort != Sort::Word || is_infinitive {
            at
        } else if piece.known.is(TIME | CALENDAR) {
            behind_time(frame, at + 1..range.end)
        } else if is_count(frame, at) && at + 1 < range.end && frame.pieces[at + 1].known.is(CALENDAR) {
            at + 2
        } else if piece.known.is(ADJUNCT) {
            behind_noun(frame, names, at + 1..range.end)
        } else if piece.known.is(ADVERB) || Ending::Adverb.ends(frame.word(at)) {
            at + 1
        } else {
            at
        };
        if next == at {
            break;
        }
        at = next;
    }
    at
}

/// `two`, `several`, `3`.
fn is_count(frame: &Frame, at: usize) -> bool {
    frame.pieces[at].known.is(DETERMINER) || frame.word(at).starts_with(|first: char| first.is_ascii_digit())
}

/// `March | 8, 2010`, `last | week`, `Monday | , March 8,`.
fn behind_time(frame: &Frame, range: Range<usize>) -> usize {
    let is_time = |at: usize| {
        at < range.end
            && (frame.pieces[at].known.is(TIME | CALENDAR)
                || frame.word(at).starts_with(|first: char| first.is_ascii_digit()))
    };
    let mut at = range.start;
    while is_time(at) || at < range.end && frame.is_mark(at, ",") && is_time(at + 1) {
        at += 1;
    }
    at
}

/// The end of the noun behind a preposition: it goes up to the next small word or mark.
fn behind_noun(frame: &Frame, names: &Names, range: Range<usize>) -> usize {
    let mut at = range.start;
    while at < range.end && frame.pieces[at].known.is(DETERMINER | ARTICLE | OWNER) {
        at += 1;
    }
    let first = at;
    while at < range.end {
        let piece = &frame.pieces[at];
        let is_name = names.hold(piece.span);
        let is_shortened = frame.is_mark(at, ".") && at + 1 < range.end && frame.pieces[at + 1].sort == Sort::Word;
        let is_joint = (frame.is_mark(at, "-’'") || is_shortened) && piece.is_glued;
        let is_word = piece.sort == Sort::Word && piece.known.verb.is_none_or(|_| at == first);
        let is_inner = !piece.known.is(FUNCTION) || piece.known.is(TIME) || piece.known.is(OF) && at > first;
        if !(is_name || is_joint || is_word && (is_inner && !piece.known.is(BE | AUXILIARY))) {
            break;
        }
        at += 1;
    }
    if at == first { range.start - 1 } else { at }
}
