//! Tense: whether the clause around an expression speaks of the past or the future.

use std::ops::Range;

use super::class::Class;
use super::grip::{ADJACENT, is_verb};
use super::language::Language;
use super::lattice::{Lattice, Words};
use crate::model::Direction;
use crate::text::TokenKind;

/// How far from the expression a verb is looked for, in tokens.
const REACH: usize = 48;
/// Where an expression still opens its sentence, in tokens.
const OPENING: usize = 2;
/// How long a phrase behind `since` or `after` is in front of its date, in tokens.
const PHRASE: usize = 10;
/// How far `was due` reaches, in tokens.
const INTENTION: usize = 10;
/// How far `before` and `until` bind, in tokens.
const BOUND: usize = 7;

/// A sentence with what its words can be.
#[derive(Debug, Clone, Copy)]
pub struct Clause<'c> {
    /// The sentence.
    pub words: Words<'c>,
    /// What its words can be.
    pub lattice: &'c Lattice,
    /// Its language.
    pub language: &'c Language,
}

impl Clause<'_> {
    /// The side of its anchor that the expression at tokens `start..end` lies on. Behind `before` and
    /// `until` the verb does not tell: `it was signed before the election in November`.
    pub fn direction(self, start: usize, end: usize) -> Direction {
        if start > 0 && self.lattice.is(start - 1, Class::Since) {
            return Direction::Past;
        }
        if start > 0 && self.lattice.is(start - 1, Class::Goal) || self.was_intended(start) {
            return Direction::Open;
        }
        if start > 0 && self.lattice.is(start - 1, Class::Till) {
            return Direction::Future;
        }
        if (start.saturating_sub(BOUND)..start).any(|at| self.lattice.is(at, Class::Bind)) {
            return Direction::Open;
        }
        self.told(start, end)
    }

    /// What the clause says, whatever a `before` binds: phrases behind `after` are past, and behind `by` what no
    /// verb tells as past is to come; what one promised may be over by now.
    pub fn told(self, start: usize, end: usize) -> Direction {
        if self.background(start).is_some_and(|at| self.lattice.is(at, Class::Backward)) {
            return Direction::Past;
        }
        let is_deadline = start > 0 && self.lattice.is(start - 1, Class::Deadline);
        let promises = || {
            let is_promise = |at| self.lattice.is(at, Class::Intent) || self.lattice.is(at, Class::Promise);
            self.verb(start, end).is_some_and(is_promise)
        };
        match self.of_verb(start, end) {
            Direction::Open if is_deadline => Direction::Future,
            Direction::Past if is_deadline && promises() => Direction::Open,
            told => told,
        }
    }

    /// The word that opens a phrase without a verb which says when something else was: `since the blast on
    /// Monday`, `after a round of talks in May`. Not `after midnight on Friday`, `after he fell on Friday`.
    pub fn background(self, start: usize) -> Option<usize> {
        let is = |at: usize, class| self.lattice.is(at, class);
        let near = (start.saturating_sub(PHRASE)..start).rev().take_while(|&at| !is(at, Class::Clause));
        let at = near.take_while(|&at| self.tense(at) == Direction::Open).find(|&at| is(at, Class::Background))?;
        let is_clause = is(at + 1, Class::Follows) && !is(at + 1, Class::Determiner);
        let is_time = is(at + 1, Class::ClockWord) || is(at + 1, Class::Number);
        (at + 1 < start && !is_clause && !is_time).then_some(at)
    }

    /// True for what was only meant to be when it was told of (`was due on 1 July`, `were to meet`).
    pub fn was_intended(self, start: usize) -> bool {
        let near = start.saturating_sub(INTENTION)..start;
        let marks = near.rev().take_while(|&at| !self.lattice.is(at, Class::Clause));
        marks.into_iter().any(|at| self.is_intention(at))
    }

    /// `was due`, `were to`, `had been expected`: a mark of the future behind an auxiliary of the past; `hoped to
    /// get`.
    fn is_intention(self, at: usize) -> bool {
        let is_infinitive = self.lattice.is(at, Class::Infinitive);
        let behind = |class| at > 0 && self.lattice.is(at - 1, class);
        let is_mark = is_infinitive || self.lattice.is(at, Class::LooksAhead);
        is_mark && behind(Class::WasBe) || is_infinitive && behind(Class::Intent) && is_verb(self, at + 1)
    }

    /// The tense of the nearest verb of the sentence. Verbs before the expression go first; a verb
    /// behind it counts only where none stands before.
    pub fn of_verb(self, start: usize, end: usize) -> Direction {
        self.verb(start, end)
            .map_or(Direction::Open, |at| if self.is_joined(at) { Direction::Future } else { self.tense(at) })
    }

    /// `will be shown in May and repeated in June`: the second participle shares the auxiliary of the first.
    fn is_joined(self, at: usize) -> bool {
        if at == 0 || !self.is_participle(at) || !self.lattice.is(at - 1, Class::Pair) {
            return false;
        }
        let mut before = (at.saturating_sub(REACH)..at - 1).rev();
        let auxiliary = before.find(|&at| self.tense(at) != Direction::Open);
        auxiliary.is_some_and(|at| self.tense(at) == Direction::Future && self.lattice.is(at + 1, Class::Be))
    }

    /// True where the verb says what is going on (`is moving`); with `today` it does now, else it is arranged.
    pub fn is_going_on(self, start: usize, end: usize) -> bool {
        self.verb(start, end).is_some_and(|at| self.is_arrangement(at))
    }

    /// The word that tells the tense.
    fn verb(self, start: usize, end: usize) -> Option<usize> {
        if let Some(entry) = self.entry(start, end) {
            // `5 May: The mayor says that it will be mended`: what will be is not what the date is of
            return entry.into_iter().find(|&at| self.tense(at) == Direction::Past);
        }
        let is_set_off = (start - 2.min(start)..start).any(|at| self.words.word(at) == ",");
        let before = (start.saturating_sub(REACH)..start).rev();
        let before = before.filter(|&at| !(is_set_off && self.describes_noun(at)));
        // `On Friday, she said`: what opens the sentence belongs to its main clause
        let opens = start <= OPENING;
        let behind = (end..self.words.tokens.len().min(end + REACH))
            .take_while(|&at| opens || !self.lattice.is(at, Class::Clause));
        let tells = |at: &usize| self.tense(*at) != Direction::Open;
        // `who on Friday was fined`: the clause that the date opens goes before what stands in front of it
        let opens_clause = (start.saturating_sub(ADJACENT)..start).any(|at| self.is_relative(at));
        if opens_clause { behind.chain(before).find(tells) } else { before.chain(behind).find(tells) }
    }

    /// `20 April: the bridge falls 28 April: …`: what a date heads, up to the head of the next; not `said on Monday: …`.
    fn entry(self, start: usize, end: usize) -> Option<Range<usize>> {
        let last = self.words.tokens.len().min(end + REACH);
        let is_colon = |at: &usize| self.words.word(*at) == ":";
        let is_led = start > 0 && self.lattice.is(start - 1, Class::Preposition);
        let is_headed = !is_led && end + 1 < last && is_colon(&end);
        is_headed.then(|| end + 1..(end + 1..last).find(is_colon).unwrap_or(last))
    }

    /// `who`, `that`: a word that opens a clause.
    fn is_relative(self, at: usize) -> bool {
        let is_word = self.words.tokens[at].kind == TokenKind::Word;
        is_word && (self.lattice.is(at, Class::Clause) || self.lattice.is(at, Class::ClauseSoft))
    }

    /// What the word at `at`, or the run of words that begins there, says.
    pub fn tense(self, at: usize) -> Direction {
        if self.words.tokens[at].kind != TokenKind::Word {
            return Direction::Open;
        }
        let marks =
            self.lattice.at(at).iter().filter(|entry| matches!(entry.class, Class::LooksAhead | Class::LooksBack));
        // `would have` goes before `would`
        let marked = marks.max_by_key(|entry| entry.tokens).map(|entry| entry.class);
        // `May` and `Will` are names, `If` opens a sentence
        let is_lower = self.words.word(at).starts_with(|c: char| c.is_lowercase() || matches!(c, '’' | '\''));
        let is_verb = is_lower || self.lattice.is(at, Class::Condition);
        match marked {
            Some(Class::LooksAhead) if is_verb && (!self.is_attributive(at) || self.is_of_noun(at)) => {
                Direction::Future
            }
            None if is_lower && self.is_arrangement(at) => Direction::Future,
            Some(Class::LooksBack) => self.past(at),
            _ if is_lower && self.is_participle(at) && !self.is_attributive(at) => self.past(at),
            _ => Direction::Open,
        }
    }

    /// `we're meeting on Saturday`: the present that is going on, with a day, is arranged.
    fn is_arrangement(self, at: usize) -> bool {
        at > 0
            && self.language.lexicon.has_progressive_ending(self.words.word(at))
            && self.lattice.is(at - 1, Class::Be)
    }

    /// `the expected start of the season in May`: what is to come is the noun, and its time.
    fn is_of_noun(self, at: usize) -> bool {
        self.lattice.is(at + 2, Class::Genitive)
    }

    /// True for a word with an ending of the past.
    pub fn is_participle(self, at: usize) -> bool {
        self.words.word(at).len() > 4 && self.language.lexicon.has_past_ending(self.words.word(at))
    }

    /// `the pact signed with Oslo in 2018, on Monday`: the participle belongs to its noun, not to a
    /// date that a comma sets off.
    fn describes_noun(self, at: usize) -> bool {
        self.is_participle(at) && self.lattice.is(at + 1, Class::Preposition)
    }

    /// Participles take their tense from the auxiliary: behind a present one they say nothing (`if it
    /// is signed`). `Threatened by` describes.
    fn past(self, at: usize) -> Direction {
        let is = |class| at > 0 && self.lattice.is(at - 1, class);
        match () {
            () if at > 1 && is(Class::Be) && self.lattice.is(at - 2, Class::Infinitive) => Direction::Future,
            () if is(Class::Be) => Direction::Open,
            () if self.lattice.is(at + 1, Class::Agent) && !is(Class::LooksBack) => Direction::Open,
            () => Direction::Past,
        }
    }

    /// `the planned visit`, `a united stand`: behind an article the participle is no verb.
    fn is_attributive(self, at: usize) -> bool {
        at > 0 && self.lattice.is(at - 1, Class::Determiner)
    }
}
