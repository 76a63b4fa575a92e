//! The role of a date in its clause: whether it says when, belongs to a noun, or bounds a time.

use super::class::Class;
use super::tense::Clause;
use crate::model::{DateRole, Direction, Meaning, Part, Unit};
use crate::text::TokenKind;

/// How far in front of a date a word that bounds or compares it stands, in tokens (`than it was in 1918`).
const REACH: usize = 4;
/// How long a noun phrase behind `about` is, in tokens (`about the general election`).
const PHRASE: usize = 5;

/// The role of the date at tokens `start..end`.
pub fn role(clause: Clause<'_>, (start, end): (usize, usize), meaning: &Meaning) -> DateRole {
    match () {
        () if clause.lattice.possessive(end - 1) > 0 || is_attribute(clause, (start, end), meaning) => {
            DateRole::Attribute
        }
        () if is_bound(clause, start) => DateRole::Bound,
        () => DateRole::When,
    }
}

/// `the 1918 outbreak`, `its 2009 revenues`, `a 17th-century play`, `the outbreak of 1918`.
fn is_attribute(clause: Clause<'_>, (start, end): (usize, usize), meaning: &Meaning) -> bool {
    let before = |class| start > 0 && clause.lattice.is(start - 1, class);
    let is_owned = start > 0 && clause.lattice.possessive(start - 1) > 0;
    let is_year = is_coarse(meaning);
    let belongs = is_year && before(Class::Genitive);
    let is_age = is_year && unit(meaning) != Some(Unit::Year);
    let is_free = before(Class::Lead) && (!is_age || opens_with_article(clause, start));
    // the article may be part of the date: `the 3 May explosion`
    let is_led = before(Class::Determiner) || (opens_with_article(clause, start) && is_day_of_month(meaning));
    belongs || (is_noun(clause, end) && (is_led || is_owned || (is_year && start > 0 && !is_free)))
}

fn is_day_of_month(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Part { part: Part::Month { day: Some(_), .. }, .. })
}

fn opens_with_article(clause: Clause<'_>, start: usize) -> bool {
    clause.lattice.is(start, Class::Determiner)
}

/// True for a word that a date in front of it can belong to.
fn is_noun(clause: Clause<'_>, at: usize) -> bool {
    let Some(token) = clause.words.tokens.get(at) else { return false };
    let is_word = |at: usize| clause.words.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
    let is_hyphen = clause.words.word(at) == "-" && clause.words.is_glued(at) && is_word(at + 1);
    let is_small = [Class::Follows, Class::Preposition, Class::LooksBack, Class::LooksAhead, Class::Clause]
        .into_iter()
        .any(|class| clause.lattice.is(at, class));
    is_hyphen || (token.kind == TokenKind::Word && !is_small && !clause.is_participle(at))
}

/// `since 1918`, `until Monday`, `before the vote in May`, `than in 1918`.
fn is_bound(clause: Clause<'_>, start: usize) -> bool {
    let is = |at: usize, class| clause.lattice.is(at, class);
    let near = (start.saturating_sub(REACH)..start).rev().take_while(|&at| !is(at, Class::Clause));
    let is_number = |at: usize| [Class::Number, Class::Count, Class::Scale].into_iter().any(|class| is(at, class));
    // `for more than two hours on Sunday` compares nothing
    let compares = near.into_iter().any(|at| is(at, Class::Compares) && !is_number(at + 1));
    compares
        || is_of_other(clause, start)
        || clause.background(start).is_some()
        || before_bounds(clause, start)
            .is_some_and(|at| [Class::Since, Class::Till, Class::Bind].into_iter().any(|class| is(at, class)))
}

/// The token in front of a date, and of words that bound it (`until | at least | August`).
fn before_bounds(clause: Clause<'_>, start: usize) -> Option<usize> {
    let is_bound = |from: usize| {
        clause.lattice.at(from).iter().any(|entry| entry.class == Class::Bound && from + entry.tokens == start)
    };
    let from = (start.saturating_sub(REACH)..start).find(|&from| is_bound(from)).unwrap_or(start);
    from.checked_sub(1)
}

/// `fears about the election in November`: the date is that of a noun which the sentence does not tell of.
fn is_of_other(clause: Clause<'_>, start: usize) -> bool {
    let is = |at: usize, class| clause.lattice.is(at, class);
    if start < 3 || !is(start - 1, Class::Lead) || !is(start - 2, Class::EventNoun) {
        return false;
    }
    let phrase = (start.saturating_sub(PHRASE + 2)..start - 2).rev();
    let mut phrase = phrase.skip_while(|&at| {
        let is_word = clause.words.tokens[at].kind == TokenKind::Word && clause.tense(at) == Direction::Open;
        is_word && (!is(at, Class::Follows) || is(at, Class::Determiner))
    });
    phrase.next().is_some_and(|at| is(at, Class::Refers))
}

/// A year and coarser.
fn is_coarse(meaning: &Meaning) -> bool {
    matches!(unit(meaning), Some(Unit::Year | Unit::Decade | Unit::Century))
}

fn unit(meaning: &Meaning) -> Option<Unit> {
    match meaning {
        Meaning::Absolute(point) => Some(point.unit()),
        _ => None,
    }
}
