//! Grip: whether a verb of the past tells of a date that has its year, or words between them speak of
//! something else (`was told to rebuild it in 2031`).
//!
//! Dates without their year need a side, and take that of the nearest verb; these have theirs already, and
//! what their verb says is evidence for the day of writing.

use super::class::Class;
use super::tense::Clause;
use crate::model::Direction;
use crate::text::TokenKind;

/// How far from the date its verb is looked for, in tokens.
const REACH: usize = 24;
/// Between a relative pronoun and the date it opens its clause with stands a preposition at most, in tokens.
pub const ADJACENT: usize = 2;
/// What is said in a year stands so close to the verb of speech, in tokens.
const SPEECH_REACH: usize = 3;
/// An auxiliary stands so close to its participle, in tokens.
const AUXILIARIES: usize = 3;

/// The tense that the words in front of the date at token `start` leave: open where something that has not
/// happened, or a clause of its own, stands between the date and the verb that gives it.
pub fn held(clause: Clause<'_>, start: usize, tense: Direction) -> Direction {
    let before = (start.saturating_sub(REACH)..start).rev();
    let mut verdicts = before.map(|at| verdict(clause, at, start));
    match (tense, verdicts.find_map(|verdict| verdict)) {
        (Direction::Past, Some(held)) => held,
        // only a verb behind the date, or one of another clause
        (Direction::Future, Some(Direction::Past)) => Direction::Open,
        _ => tense,
    }
}

/// What the word at `at` decides; `None` where the one before it is to be read.
fn verdict(clause: Clause<'_>, at: usize, start: usize) -> Option<Direction> {
    let is = |class| clause.lattice.is(at, class);
    if clause.words.tokens[at].kind != TokenKind::Word {
        return is(Class::Clause).then_some(Direction::Past);
    }
    let is_lost = is_unfinished(clause, at) || is(Class::Clause) || is(Class::ClauseSoft);
    match clause.tense(at) {
        _ if is(Class::Since) => Some(Direction::Past),
        Direction::Past if is_loose(clause, at, start) => Some(Direction::Open),
        Direction::Past => Some(Direction::Past),
        Direction::Future => Some(Direction::Open),
        // `who in 2019 was fined`: its own clause tells
        Direction::Open if is_lost => Some(if start - at > ADJACENT { Direction::Open } else { Direction::Past }),
        Direction::Open => None,
    }
}

/// `must begin`, `to rebuild`: what nobody says has happened.
fn is_unfinished(clause: Clause<'_>, at: usize) -> bool {
    clause.lattice.is(at, Class::Modal) || (clause.lattice.is(at, Class::Infinitive) && is_verb(clause, at + 1))
}

/// `to rebuild`, not `to the bridge`, `to Oslo`, `to 40`, `to voters`.
pub fn is_verb(clause: Clause<'_>, at: usize) -> bool {
    if at >= clause.words.tokens.len() {
        return false;
    }
    let word = clause.words.word(at);
    let is_word = word.starts_with(|c: char| c.is_lowercase()) && !clause.lattice.is(at, Class::Determiner);
    is_word && !clause.language.lexicon.is_plural(word) && clause.lattice.at(at).is_empty() && !clause.is_participle(at)
}

/// `has been named`: no past year goes with the perfect; `said` of something else than the year.
fn is_loose(clause: Clause<'_>, at: usize, start: usize) -> bool {
    let is = |at: usize, class| clause.lattice.is(at, class);
    let auxiliaries = (at.saturating_sub(AUXILIARIES)..at).rev();
    let mut near = auxiliaries
        .take_while(|&at| is(at, Class::Follows) || clause.language.lexicon.has_adverb_ending(clause.words.word(at)));
    let is_perfect = near.any(|at| {
        [Class::Perfect, Class::Be, Class::Modal].into_iter().any(|class| is(at, class))
            || clause.tense(at) == Direction::Future
    });
    is_perfect || (is(at, Class::Speech) && start - at > SPEECH_REACH)
}
