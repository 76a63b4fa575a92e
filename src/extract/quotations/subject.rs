//! Who speaks: the noun phrases around a verb of speech.

use std::ops::Range;

use super::frame::{Frame, Piece, Sort};
use super::lexicon::{
    ADJUNCT, ADVERB, AND, ARTICLE, AS, AUXILIARY, BARRIER, BE, CALENDAR, DETERMINER, FUNCTION, INFINITIVE_MARK,
    JOINING, OF, OPENING, OWNER, PERSON, PREPOSITION, PRONOUN, RELATIVE, TIME,
};
use super::names::Names;
use crate::model::NameKind;
use crate::text::endings::Ending;
use crate::text::lexicon::{COURTESY_TITLES, OFFICES};
use crate::text::tokens::is_all_caps;

/// The words that name a speaker are at most so many pieces.
const LONGEST: usize = 18;
/// Descriptions between a speaker and the verb are at most so many pieces.
const LONGEST_DESCRIPTION: usize = 60;

/// A dateline has at most so many pieces.
const LONGEST_DATELINE: usize = 9;

/// Who stands before a verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Before {
    /// These words.
    Words(Range<usize>),
    /// Whoever the sentence is about: `…, adding that`, `… and said`, `went on to say`.
    Inherited,
    /// Nobody.
    Nobody,
}

/// Who stands before the verb at `verb`; nothing before `lowest` is looked at.
pub fn before(frame: &Frame, names: &Names, lowest: usize, verb: usize) -> Before {
    let mut end = verb;
    while end > lowest && is_between(frame, end - 1) && !names.hold(frame.pieces[end - 1].span) {
        end -= 1;
    }
    if end == lowest {
        return if end < verb && frame.pieces[end].known.is(PRONOUN) {
            Before::Words(end..end + 1)
        } else {
            Before::Nobody
        };
    }
    let last = end - 1;
    let known = frame.pieces[last].known;
    if frame.is_mark(last, ",") {
        return described(frame, names, lowest, last).map_or(Before::Nobody, Before::Words);
    }
    if known.is(RELATIVE) && !known.is(OWNER) {
        let comma = last > lowest && frame.is_mark(last - 1, ",");
        let found = phrase_before(frame, names, lowest, last - usize::from(comma));
        return found.map_or(Before::Inherited, |found| Before::Words(found.start..last + 1));
    }
    if known.is(JOINING | INFINITIVE_MARK | AS) {
        return Before::Inherited;
    }
    let found = phrase_before(frame, names, lowest, end);
    let found = found.map(|found| described_one(frame, names, lowest, found));
    found.map_or(Before::Nobody, |found| Before::Words(before_occasion(frame, names, lowest, found)))
}

/// `Minister Doe` in `Minister Doe during the annual hearing told`.
fn before_occasion(frame: &Frame, names: &Names, lowest: usize, found: Range<usize>) -> Range<usize> {
    let is_person = |span| names.inside(span).any(|(_, name)| name.kind == NameKind::Person);
    let preposition = found.start.checked_sub(1).filter(|&at| at > lowest && frame.pieces[at].known.is(ADJUNCT));
    let bearer = preposition.filter(|&at| names.hold(frame.pieces[at - 1].span) && !is_person(frame.span(&found)));
    bearer.and_then(|at| phrase_before(frame, names, lowest, at)).unwrap_or(found)
}

/// `Doe` in `Doe, who runs the harbour said`, where a comma is forgotten.
fn described_one(frame: &Frame, names: &Names, lowest: usize, found: Range<usize>) -> Range<usize> {
    let is_relative = frame.pieces[found.start].known.is(RELATIVE) && found.len() > 1;
    let comma = found.start.checked_sub(1).filter(|at| is_relative && *at > lowest && frame.is_mark(*at, ","));
    comma.and_then(|comma| phrase_before(frame, names, lowest, comma)).unwrap_or(found)
}

/// Adverbs and auxiliaries between a speaker and the verb.
fn is_between(frame: &Frame, at: usize) -> bool {
    let piece = &frame.pieces[at];
    let is_adverb = || {
        let word = frame.word(at);
        word.len() > 4 && Ending::Adverb.ends(word) && !piece.is_capitalised
    };
    piece.sort == Sort::Word
        && (piece.known.is(ADVERB | AUXILIARY | BE | TIME) && frame.word(at) != "this" || is_adverb())
}

/// The phrase in front of one or more descriptions between commas: `Doe, 53, who served, said`.
fn described(frame: &Frame, names: &Names, lowest: usize, comma: usize) -> Option<Range<usize>> {
    let lowest = lowest.max(comma.saturating_sub(LONGEST_DESCRIPTION));
    let mut end = comma;
    while let Some(earlier) = (lowest..end).rev().find(|&at| is_cut(frame, at)) {
        if !frame.is_mark(earlier, ",") {
            break;
        }
        let before = (lowest..earlier).rev().find(|&at| is_cut(frame, at)).map_or(lowest, |at| at + 1);
        if before == earlier || before == lowest && is_opening(frame, before) {
            return phrase_before(frame, names, earlier + 1, end);
        }
        let goes_on = is_description(frame, before, earlier) && before > lowest && frame.is_mark(before - 1, ",");
        if !goes_on {
            let whole = phrase_before(frame, names, before, earlier);
            return whole.map(|whole| apposed(frame, names, whole, earlier + 1..end));
        }
        end = earlier;
    }
    let start = (lowest..end).rev().find(|&at| is_cut(frame, at)).map_or(lowest, |at| at + 1);
    phrase_before(frame, names, start, end).filter(|found| found.start == start)
}

/// The person whose office stands in front: `Ane Vik` in `the harbour guard, Brig. Gen. Ane Vik, said`.
fn apposed(frame: &Frame, names: &Names, office: Range<usize>, description: Range<usize>) -> Range<usize> {
    let is_person =
        |range: &Range<usize>| names.inside(frame.span(range)).any(|(_, name)| name.kind == NameKind::Person);
    let is_name = |at: usize| {
        let piece = &frame.pieces[at];
        names.hold(piece.span) || piece.is_capitalised || piece.known.is(PERSON) || frame.is_mark(at, ".-’'")
    };
    let names_one = !description.is_empty() && description.clone().all(is_name) && is_person(&description);
    if names_one && !is_person(&office) { description } else { office }
}

fn is_cut(frame: &Frame, at: usize) -> bool {
    matches!(frame.pieces[at].sort, Sort::Quote(_)) || frame.is_mark(at, ",;:—–")
}

/// `In Oslo`, `Speaking on Monday`, `After the vote`: no description.
fn is_opening(frame: &Frame, at: usize) -> bool {
    frame.pieces[at].known.is(OPENING) || Ending::Progressive.ends(frame.word(at)) && frame.pieces[at].is_capitalised
}

/// What stands between commas behind a name: an age, a relative clause, a place, a party, an office.
fn is_description(frame: &Frame, start: usize, end: usize) -> bool {
    let first = &frame.pieces[start];
    let is_number = frame.word(start).starts_with(|c: char| c.is_ascii_digit());
    let is_short = end - start <= 5 && (start..end).any(|at| frame.is_mark(at, "-."));
    is_number || is_short || first.known.is(RELATIVE | DETERMINER | JOINING | OPENING) || !first.is_capitalised
}

/// The noun phrase that ends before `end`: `the minister`, `Yoon`, `he`, `A, B and C`.
pub fn phrase_before(frame: &Frame, names: &Names, lowest: usize, end: usize) -> Option<Range<usize>> {
    let follows_quote = lowest.checked_sub(1).is_some_and(|at| matches!(frame.pieces[at].sort, Sort::Quote(_)));
    let lowest = lowest.max(end.saturating_sub(LONGEST));
    let is_pair = |at: usize| {
        let joins_person = at > lowest && frame.pieces[at].known.is(AND) && frame.pieces[at - 1].known.is(PERSON);
        joins(frame, names, at, end) || follows_quote && joins_person
    };
    let mut start = end;
    while start > lowest {
        let at = start - 1;
        let piece = &frame.pieces[at];
        match piece.sort {
            Sort::Quote(_) => break,
            Sort::Mark if frame.is_mark(at, ")]") => {
                let open = (lowest..at).rev().find(|&at| frame.is_mark(at, "(["));
                let Some(open) = open.filter(|open| *open > lowest) else { break };
                start = open;
                continue;
            }
            Sort::Mark if frame.is_mark(at, ",") && is_list(frame, names, at, end) => {}
            Sort::Mark if frame.is_mark(at, ",;:—–(…!?|") => break,
            Sort::Mark => {}
            Sort::Word if piece.known.is(PRONOUN) && !piece.known.is(RELATIVE | DETERMINER) => {
                start = if start == end { at } else { start };
                break;
            }
            Sort::Word if piece.known.is(JOINING) && is_pair(at) => {}
            Sort::Word if piece.known.is(JOINING | BARRIER) && !names.hold(piece.span) => break,
            Sort::Word if is_finite_speech(frame, at) => break,
            Sort::Word => {}
        }
        start = at;
    }
    trimmed(frame, names, start..end)
}

/// `said`, `told`: the verb of another clause.
fn is_finite_speech(frame: &Frame, at: usize) -> bool {
    use super::lexicon::{Form, Manner};
    let piece = &frame.pieces[at];
    let is_speech = |manner| matches!(manner, Manner::Say | Manner::Tell);
    !piece.is_capitalised
        && piece.known.verb.is_some_and(|verb| verb.form == Form::Finite && is_speech(verb.manner))
        && !piece.known.is(PERSON)
}

/// `A and B`, `A and his counterparts`.
fn joins(frame: &Frame, names: &Names, at: usize, end: usize) -> bool {
    let is_big = |piece: &Piece| piece.is_capitalised || names.hold(piece.span);
    let is_capitalised = |at: usize| frame.pieces.get(at).is_some_and(is_big);
    let is_owned = frame.pieces.get(at + 1).is_some_and(|piece| piece.known.is(OWNER));
    frame.pieces[at].known.is(AND)
        && at + 1 < end
        && (is_capitalised(at + 1) || is_owned)
        && at > 0
        && is_capitalised(at - 1)
}

/// The commas of `A, B and C`.
fn is_list(frame: &Frame, names: &Names, comma: usize, end: usize) -> bool {
    let reach = end.min(comma + 6);
    let is_big = |piece: &Piece| piece.is_capitalised || names.hold(piece.span);
    let capitals = comma > 0 && is_big(&frame.pieces[comma - 1]) && frame.pieces[comma + 1].is_capitalised;
    capitals && (comma + 1..reach).any(|at| frame.pieces[at].known.is(AND) && joins(frame, names, at, end))
}

/// The phrase without what opens its sentence: `On Tuesday Doe` is `Doe`. `None` where nothing in it
/// can speak.
fn trimmed(frame: &Frame, names: &Names, range: Range<usize>) -> Option<Range<usize>> {
    let mut start = range.start;
    let is_word = |at: usize| frame.pieces[at].sort == Sort::Word;
    while start < range.end && (!is_word(start) || frame.pieces[start].known.is(JOINING)) {
        start += 1;
    }
    let is_verb = |at: usize| {
        let word = frame.word(at);
        let ends = word.len() > 4 && (Ending::Progressive.ends(word) || Ending::Past.ends(word));
        ends && !frame.pieces[at].is_capitalised && !frame.pieces[at].known.is(PERSON)
    };
    let opens = start < range.end && (frame.pieces[start].known.is(OPENING | TIME | PREPOSITION) || is_verb(start));
    if opens && !names.hold(frame.pieces[start].span) {
        start =
            officials(frame, names, start + 1..range.end).or_else(|| last_head(frame, names, start + 1..range.end))?;
        let speaks = |at: usize| frame.pieces[at].known.is(PRONOUN | PERSON) || names.hold(frame.pieces[at].span);
        if !(start..range.end).any(speaks) {
            return None;
        }
    }
    let phrase = start..range.end;
    can_speak(frame, names, &phrase).then_some(phrase)
}

/// Where `harbour officials in Oslo` starts behind what opens the sentence.
fn officials(frame: &Frame, names: &Names, range: Range<usize>) -> Option<usize> {
    let last = range.end.checked_sub(1).filter(|last| range.contains(last))?;
    let place = names.at(frame.pieces[last].span)?;
    let preposition = range.clone().rev().find(|&at| frame.pieces[at].span.end <= place.start)?;
    let person = preposition.checked_sub(1).filter(|at| range.contains(at))?;
    let is_pair = frame.pieces[preposition].known.is(PREPOSITION) && frame.pieces[person].known.is(PERSON);
    if !is_pair {
        return None;
    }
    let goes_on = |at: &usize| {
        let piece = &frame.pieces[*at];
        piece.sort == Sort::Word && !piece.known.is(FUNCTION | CALENDAR) && !names.hold(piece.span)
    };
    (range.start..person).rev().take_while(goes_on).last().or(Some(person))
}

/// Where the last name, pronoun or determined noun of a stretch starts.
fn last_head(frame: &Frame, names: &Names, range: Range<usize>) -> Option<usize> {
    let last = range.end.checked_sub(1).filter(|last| range.contains(last))?;
    if let Some(span) = names.at(frame.pieces[last].span) {
        let start = range.clone().find(|&at| frame.pieces[at].span.start >= span.start);
        return start;
    }
    let is_head = |at: &usize| frame.pieces[*at].known.is(DETERMINER | PRONOUN);
    range.rev().find(is_head)
}

/// True for a phrase with a name, a pronoun, a noun for people, or a determiner.
pub fn can_speak(frame: &Frame, names: &Names, phrase: &Range<usize>) -> bool {
    if phrase.is_empty() || !frame.word(phrase.start).starts_with(char::is_alphanumeric) {
        return false;
    }
    let last = &frame.pieces[phrase.end - 1];
    let is_empty_word = last.known.is(FUNCTION) && !last.known.is(PRONOUN | DETERMINER) && !names.hold(last.span);
    let speaks = |at: usize| {
        let piece = &frame.pieces[at];
        let is_determined = piece.known.is(DETERMINER) && (phrase.len() > 1 || !piece.known.is(ARTICLE));
        let is_share = phrase.len() > 1 && frame.word(at).starts_with(|c: char| c.is_ascii_digit());
        piece.known.is(PRONOUN | PERSON)
            || is_determined
            || is_share
            || piece.is_capitalised && !piece.known.is(FUNCTION)
    };
    !is_empty_word && phrase.clone().any(speaks)
}

/// The noun phrase that starts at `start`: `Johnstone`, `a ministry official`, `Gen. Pat Roe of Oslo`.
pub fn phrase_after(frame: &Frame, names: &Names, start: usize, end: usize) -> Option<Range<usize>> {
    let first = frame.pieces.get(start).filter(|_| start < end)?;
    let can_begin = first.is_capitalised || first.known.is(DETERMINER | PRONOUN | PERSON | OWNER);
    let is_adjective = |at: usize| at < end && frame.pieces[at].known.is(PERSON);
    if first.sort != Sort::Word || !(can_begin || is_adjective(start + 1) || is_adjective(start + 2)) {
        return None;
    }
    if first.known.is(PRONOUN) && !first.known.is(DETERMINER) {
        let is_alone = start + 1 == end || frame.pieces[start + 1].sort != Sort::Word;
        return is_alone.then_some(start..start + 1);
    }
    let mut at = start + 1;
    while at < end && at - start < LONGEST && !ends_phrase(frame, names, start, at) {
        at += 1;
    }
    let phrase = start..at;
    can_speak(frame, names, &phrase).then_some(phrase)
}

fn ends_phrase(frame: &Frame, names: &Names, start: usize, at: usize) -> bool {
    let piece = &frame.pieces[at];
    match piece.sort {
        Sort::Quote(_) => true,
        Sort::Mark if frame.is_mark(at, ".") => !(piece.is_glued && is_abbreviation(frame.word(at - 1))),
        Sort::Mark if frame.is_mark(at, "-’'&/") => false,
        Sort::Mark => true,
        Sort::Word if names.hold(piece.span) => false,
        Sort::Word if piece.known.is(TIME) => true,
        Sort::Word if piece.known.is(AND) => !frame.pieces.get(at + 1).is_some_and(|next| next.is_capitalised),
        Sort::Word if matches!(frame.word(at), "of" | "the" | "for" | "a") => frame.pieces[start].known.is(PRONOUN),
        Sort::Word => {
            piece.known.is(FUNCTION) || is_finite_speech(frame, at) || Ending::Progressive.ends(frame.word(at))
        }
    }
}

/// `Dr`, `Gen` and initials take a point that ends nothing.
fn is_abbreviation(word: &str) -> bool {
    word.chars().count() == 1 || COURTESY_TITLES.has(word) || (word.len() <= 4 && OFFICES.has(word))
}

/// Whoever a sentence is about: the first name, pronoun or noun for people behind what opens it.
pub fn main(frame: &Frame, names: &Names, sentence: Range<usize>) -> Option<Range<usize>> {
    let mut start = behind_dateline(frame, &sentence);
    while start < sentence.end && frame.pieces[start].sort != Sort::Word {
        start += 1;
    }
    if start < sentence.end && is_opening(frame, start) && !names.hold(frame.pieces[start].span) {
        let reach = sentence.end.min(start + LONGEST_DESCRIPTION);
        start = (start..reach).find(|&at| frame.is_mark(at, ",")).map_or(start, |comma| comma + 1);
    }
    let is_before = |at: usize| frame.pieces[at].known.is(JOINING | ADVERB | TIME | OPENING) || frame.is_mark(at, ",");
    while start < sentence.end && is_before(start) {
        start += 1;
    }
    let first = frame.pieces.get(start).filter(|piece| start < sentence.end && piece.sort == Sort::Word)?;
    if first.known.is(PRONOUN) && !first.known.is(DETERMINER) {
        return Some(start..start + 1);
    }
    let reach = sentence.end.min(start + LONGEST / 2);
    let mut end = None;
    for at in start..reach {
        let piece = &frame.pieces[at];
        if piece.sort != Sort::Word && !frame.is_mark(at, "-.’'&") {
            break;
        }
        let is_name = names.hold(piece.span);
        if at > start && !is_name && piece.known.is(FUNCTION) && !piece.known.is(OF) || is_finite_speech(frame, at) {
            break;
        }
        let is_possessive = is_possessive(frame.word(at));
        if (is_name || piece.known.is(PERSON)) && !is_possessive {
            end = Some(at + 1);
        }
        let goes_on = is_name || piece.known.is(PERSON) || piece.sort == Sort::Mark || piece.known.is(OF);
        if end.is_some() && !goes_on {
            break;
        }
    }
    end.map(|end| start..end)
}

/// Where a sentence begins behind `OSLO (AP) —`.
pub fn behind_dateline(frame: &Frame, sentence: &Range<usize>) -> usize {
    let reach = sentence.end.min(sentence.start + LONGEST_DATELINE);
    let is_dash = |at: &usize| frame.is_mark(*at, "—–") || frame.is_mark(*at, "-") && !frame.pieces[*at].is_glued;
    let dash = (sentence.start..reach).find(is_dash);
    let is_place = |at: usize| frame.pieces[at].sort == Sort::Mark || frame.pieces[at].is_capitalised;
    dash.filter(|dash| (sentence.start..*dash).all(is_place)).map_or(sentence.start, |dash| dash + 1)
}

/// `Doe’s`, `the ministers’`.
pub fn is_possessive(word: &str) -> bool {
    Ending::Possessive.ends(word) || word.ends_with('’')
}

/// The speaker in front of a colon, in transcripts: `SMITH:`, `Jane Smith:`.
pub fn transcript(frame: &Frame, names: &Names, sentence: Range<usize>) -> Option<Range<usize>> {
    let words = sentence.len() <= 6;
    let is_name = |at: usize| {
        let piece = &frame.pieces[at];
        names.hold(piece.span) || piece.known.is(PERSON) || is_all_caps(frame.word(at)) || piece.sort == Sort::Mark
    };
    (words && sentence.clone().all(is_name)).then_some(sentence)
}
