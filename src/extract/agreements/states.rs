//! States: what the clause around a mention says of it, and on which date.
//!
//! Words count only where they govern the mention: as its verb, as the noun it belongs to, or as what it
//! does. `Near it` is not enough.

use super::lexicon::Cue;
use super::line::{Line, has_word};
use super::told;
use crate::model::vocabulary::{CueSide, WordRole};
use crate::model::{StateMention, TemporalMention};
use crate::text::endings::Ending;
use crate::text::lexicon::FUNCTION_WORDS;

/// A governing word stands at most so many tokens in front of what it governs.
const REACH: usize = 12;
/// So many tokens may stand between them.
const LONGEST_GAP: usize = 8;
/// What a mention does stands at most so many tokens behind it.
const PREDICATE_REACH: usize = 18;
/// A list of what was agreed has at most so many tokens.
const LIST_REACH: usize = 24;

/// A cue at its place: tokens `start..end`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed<'c> {
    /// The cue.
    pub cue: &'c Cue,
    /// The first token.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// What the sentence says of the mention at tokens `start..end`. `temporal` are the expressions of the
/// sentence.
pub fn states(line: &Line<'_>, (start, end): (usize, usize), temporal: &[TemporalMention]) -> Vec<StateMention> {
    let front = in_front(line, start).into_iter().chain(adjective(line, start, end)).map(|placed| (placed, 0));
    let found = front.chain(behind(line, (start, end)).map(|placed| (placed, end)));
    let state = |(placed, from): (Placed<'_>, usize)| {
        let certainty = told::certainty(line, &placed, from)?;
        let date = told::date(line, &placed, (start, end), temporal);
        Some(StateMention {
            status: placed.cue.status,
            certainty,
            telling: told::telling(line, &placed, from),
            cue: line.span(placed.start, placed.end),
            date,
            told_on: told::told_on(line, &placed, end, temporal).filter(|&on| Some(on) != date),
        })
    };
    let mut told: Vec<StateMention> = found.filter_map(state).collect();
    told.sort_by_key(|state| (state.cue, state.telling));
    told.dedup_by_key(|state| (state.cue, state.status));
    told
}

/// The longest cue that begins at a token.
pub(super) fn cue_at<'l>(line: &Line<'l>, at: usize, sides: &[CueSide]) -> Option<Placed<'l>> {
    cues_at(line, at, sides).next()
}

/// The cues that begin at a token, longest first.
fn cues_at<'l>(line: &Line<'l>, at: usize, sides: &[CueSide]) -> impl Iterator<Item = Placed<'l>> {
    let fits = |cue: &&Cue| {
        sides.contains(&cue.side)
            && cue.rest.iter().enumerate().all(|(offset, word)| has_word(line.word(at + 1 + offset), word))
    };
    let placed = |cue: &'l Cue| Placed { cue, start: at, end: at + 1 + cue.rest.len() };
    line.lexicon.cues(line.word(at)).iter().filter(fits).map(placed).collect::<Vec<_>>().into_iter()
}

/// The nearest word in front that governs the mention.
pub(super) fn in_front<'l>(line: &Line<'l>, start: usize) -> Option<Placed<'l>> {
    nearest(line, start).or_else(|| listed(line, start))
}

/// `agreed to share data and to hold a meeting`: the second of what was agreed.
fn listed<'l>(line: &Line<'l>, start: usize) -> Option<Placed<'l>> {
    let nearest = start.saturating_sub(5);
    let and = (nearest..start).rev().find(|&at| line.is(at, WordRole::And) && line.is(at + 1, WordRole::Infinitive))?;
    let placed = |at: usize| cue_at(line, at, &[CueSide::Participle, CueSide::Verb]);
    let leads = |placed: &Placed<'_>| line.is(placed.end - 1, WordRole::Infinitive) && placed.end <= and;
    let reach = (and.saturating_sub(LIST_REACH)..and).rev().take_while(|&at| !line.is(at, WordRole::Clause));
    reach.into_iter().find_map(|at| placed(at).filter(leads))
}

fn nearest<'l>(line: &Line<'l>, start: usize) -> Option<Placed<'l>> {
    let sides = [CueSide::Participle, CueSide::Verb, CueSide::Noun, CueSide::Course];
    let reach = start.saturating_sub(REACH)..start;
    reach.rev().find_map(|at| cues_at(line, at, &sides).find(|placed| governs(line, placed, start)))
}

fn governs(line: &Line<'_>, placed: &Placed<'_>, start: usize) -> bool {
    placed.end <= start
        && match placed.cue.side {
            CueSide::Noun => owns(line, placed.end, start),
            CueSide::Participle => !is_passive(line, placed.start) && is_light(line, placed.end, start),
            // `their commitment to a new pact` supposes none
            CueSide::Course => {
                let is_new = (placed.end..start).any(|at| line.is(at, WordRole::Indefinite));
                !is_new && is_light(line, placed.end, start)
            }
            _ => !is_noun(line, placed.start) && is_light(line, placed.end, start),
        }
}

/// `the war’s end concentrates on the pact`: behind an owner or an article the word is a noun.
fn is_noun(line: &Line<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let word = line.word(before);
    Ending::Possessive.ends(word) || line.is(before, WordRole::Article) && !line.is(before, WordRole::Clause)
}

/// `of the` between a noun and what it owns; a cue may end in its own preposition.
fn owns(line: &Line<'_>, end: usize, start: usize) -> bool {
    let rest = if line.is(end, WordRole::Owner) { end + 1 } else { end };
    let is_led = rest > end || end > 0 && FUNCTION_WORDS.has(line.word(end - 1));
    is_led && is_light(line, rest, start)
}

/// Nothing between a verb and its object but what describes the object.
fn is_light(line: &Line<'_>, from: usize, to: usize) -> bool {
    let blocks = |at: usize| {
        let word = line.word(at);
        let is_leading = FUNCTION_WORDS.has(word) && !line.is(at, WordRole::Light)
            || line.is(at, WordRole::Owner) && !holds(line, at);
        line.is(at, WordRole::Clause) && !line.is(at, WordRole::Reporting)
            || is_leading
            || line.is(at, WordRole::Auxiliary)
    };
    to - from <= LONGEST_GAP && !(from..to).any(blocks)
}

/// `a memorandum of`, `the mechanism of`: what stands in front of `of` is no other thing.
fn holds(line: &Line<'_>, of: usize) -> bool {
    let Some(before) = of.checked_sub(1) else { return false };
    let openings = line.lexicon.openings(line.word(before));
    line.is(before, WordRole::Container) || openings.is_some_and(|openings| !openings.heads.is_empty())
}

fn is_passive(line: &Line<'_>, at: usize) -> bool {
    (1..=2).any(|back| {
        at >= back && line.is(at - back, WordRole::Auxiliary) && !(back == 2 && FUNCTION_WORDS.has(line.word(at - 1)))
    })
}

/// `the proposed X`: right in front, or among the mention's own words.
fn adjective<'l>(line: &Line<'l>, start: usize, end: usize) -> Option<Placed<'l>> {
    let near = start.saturating_sub(2)..end;
    near.into_iter().find_map(|at| cue_at(line, at, &[CueSide::Adjective]))
}

/// What the mention does or suffers, and what a relative clause says of it.
pub(super) fn behind<'l>(line: &Line<'l>, (start, end): (usize, usize)) -> impl Iterator<Item = Placed<'l>> {
    let mut found = Vec::new();
    let mut at = end;
    if line.word(at) == "(" {
        at = (at..line.tokens.len().min(at + 4)).find(|&at| line.word(at) == ")").map_or(at, |close| close + 1);
    }
    let has_comma = line.word(at) == ",";
    let inner = at + usize::from(has_comma);
    let relative = reduced(line, inner).or_else(|| relative(line, inner));
    found.extend(relative);
    if has_comma {
        // ", which was signed in 2016, was halted": the main clause goes on behind the second comma
        let close = (inner..line.tokens.len()).find(|&at| line.word(at) == ",");
        match close.filter(|_| relative.is_some()) {
            Some(close) => at = close + 1,
            None => return found.into_iter(),
        }
    }
    if in_front(line, start).is_none() && is_subject(line, start) {
        found.extend(predicate(line, at));
    }
    found.into_iter()
}

/// `signed in 2018`: a participle right behind, with a preposition behind itself.
fn reduced<'l>(line: &Line<'l>, at: usize) -> Option<Placed<'l>> {
    let at = if Ending::Adverb.ends(line.word(at)) || line.word(at) == "first" { at + 1 } else { at };
    let placed = cue_at(line, at, &[CueSide::Participle])?;
    let next = line.word(placed.end);
    let is_led = placed.end >= line.tokens.len()
        || FUNCTION_WORDS.has(next) && !line.is(placed.end, WordRole::Article)
        || line.is_mark(placed.end)
        || line.is(placed.end, WordRole::Outside)
        || next == "last";
    is_led.then_some(placed)
}

/// `which was first signed`, `that took effect`.
fn relative<'l>(line: &Line<'l>, at: usize) -> Option<Placed<'l>> {
    line.is(at, WordRole::Relative).then(|| predicate(line, at + 1)).flatten()
}

/// The first passive or predicate of the clause from a token.
fn predicate<'l>(line: &Line<'l>, from: usize) -> Option<Placed<'l>> {
    let limit = line.tokens.len().min(from + PREDICATE_REACH);
    let mut has_auxiliary = false;
    for at in from..limit {
        if line.is(at, WordRole::Clause) {
            return None;
        }
        if let Some(placed) = cue_at(line, at, &[CueSide::Predicate]) {
            return Some(placed);
        }
        if let Some(placed) = cue_at(line, at, &[CueSide::Participle]).filter(|_| has_auxiliary) {
            return Some(placed);
        }
        has_auxiliary |= line.is(at, WordRole::Auxiliary);
    }
    None
}

/// True where no preposition leads to the mention: `flights under the pact were suspended` says nothing
/// of the pact.
fn is_subject(line: &Line<'_>, start: usize) -> bool {
    let Some(before) = phrase_start(line, start).checked_sub(1) else { return true };
    let word = line.word(before);
    if line.is(before, WordRole::Owner) && before > 0 && line.is(before - 1, WordRole::Container) {
        return is_subject(line, before - 1);
    }
    let is_free = line.is(before, WordRole::Clause) || line.is(before, WordRole::And);
    is_free || !FUNCTION_WORDS.has(word) && (line.is_mark(before) || line.is_capital(before))
}

/// Where the noun phrase of a mention begins.
fn phrase_start(line: &Line<'_>, start: usize) -> usize {
    let nearest = start.saturating_sub(REACH);
    let first = (nearest..start).rev().take_while(|&at| {
        line.is(at, WordRole::Article)
            || line.is(at, WordRole::Weak)
            || line.name_at(at).is_some()
            || line.is_hyphen(at)
    });
    first.last().unwrap_or(start)
}

/// True for the subject of the sentence: it opens it, or stands behind the comma of an opening phrase.
pub(super) fn opens(line: &Line<'_>, start: usize) -> bool {
    let first = phrase_start(line, start);
    let is_quote = |at: usize| matches!(line.word(at), "“" | "\"" | "‘");
    let is_phrase = || {
        let comma = first.checked_sub(1).filter(|&at| line.word(at) == ",");
        comma.is_some_and(|comma| FUNCTION_WORDS.has(line.word(0)) && !(0..comma).any(|at| line.is_mark(at)))
    };
    (0..first).all(is_quote) || is_phrase()
}
