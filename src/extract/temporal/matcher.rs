//! Matching: the longest rule at each token of a sentence.

use super::class::{Class, SLOTS, Slot};
use super::language::Language;
use super::lattice::{self, Lattice, Words};
use super::lexicon::{Entry, Lexicon};
use super::rules::{Rules, Want};
use super::template::Said;

/// What the words of a pattern filled in, each slot twice at most.
#[derive(Debug, Clone, Copy)]
pub struct Slots {
    values: [[Option<i32>; SLOTS]; 2],
}

impl Slots {
    const EMPTY: Self = Self { values: [[None; SLOTS]; 2] };

    /// The first value of a slot.
    pub fn first(&self, slot: Slot) -> Option<i32> {
        self.values[0][slot as usize]
    }

    /// The second value of a slot.
    pub fn second(&self, slot: Slot) -> Option<i32> {
        self.values[1][slot as usize]
    }

    /// Fills a slot; the answer says which place to empty again.
    fn fill(&mut self, slot: Slot, value: i64) -> Option<(usize, usize)> {
        if slot == Slot::None {
            return None;
        }
        let place = (usize::from(self.values[0][slot as usize].is_some()), slot as usize);
        if self.values[place.0][place.1].is_some() {
            return None;
        }
        self.values[place.0][place.1] = Some(i32::try_from(value).unwrap_or(i32::MAX));
        Some(place)
    }

    fn empty(&mut self, place: Option<(usize, usize)>) {
        if let Some((bank, slot)) = place {
            self.values[bank][slot] = None;
        }
    }
}

/// An expression: its tokens and what they say.
#[derive(Debug, Clone, Copy)]
pub struct Match {
    /// The first token.
    pub start: usize,
    /// The token behind the last one.
    pub end: usize,
    /// What it says.
    pub said: Said,
    /// The second date of a pair, and the token between the two.
    pub second: Option<(usize, Said)>,
}

/// The expressions of a sentence, in order, not overlapping: the longest at each place.
pub fn matches(words: Words<'_>, lattice: &Lattice, language: &Language) -> Vec<Match> {
    let Language { rules, lexicon } = language;
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.tokens.len() {
        let mut search = Search { words, lattice, rules, lexicon, start: at, slots: Slots::EMPTY, best: None };
        if !lattice.at(at).is_empty() {
            search.walk(0, at);
        }
        match search.best {
            Some((best, _)) => {
                at = best.end;
                found.push(best);
            }
            None => at += 1,
        }
    }
    found
}

struct Search<'s> {
    words: Words<'s>,
    lattice: &'s Lattice,
    rules: &'s Rules,
    lexicon: &'s Lexicon,
    start: usize,
    slots: Slots,
    /// The longest match so far and the number of its rule.
    best: Option<(Match, usize)>,
}

impl Search<'_> {
    fn walk(&mut self, node: usize, at: usize) {
        let rules = self.rules;
        let node = &rules.nodes[node];
        for &rule in &node.ends {
            self.end(rule, at);
        }
        if node.next.is_empty() {
            return;
        }
        for entry in self.lattice.at(at) {
            for want in keys(*entry) {
                let Ok(found) = node.next.binary_search_by_key(&want, |(known, _)| *known) else { continue };
                let value = if entry.class.slot() == Slot::Joint { at as i64 } else { entry.value };
                let place = self.slots.fill(entry.class.slot(), value);
                self.walk(node.next[found].1, at + entry.tokens);
                self.slots.empty(place);
            }
        }
    }

    fn end(&mut self, number: usize, at: usize) {
        let is_better = |(best, rule): &(Match, usize)| at > best.end || (at == best.end && number < *rule);
        if !self.best.as_ref().is_none_or(is_better) {
            return;
        }
        let rule = &self.rules.rules[number];
        let guard = &rule.guard;
        let before = |want: &Want| self.ends_before(*want);
        let behind = |want: &Want| self.begins(at, *want);
        let holds = (guard.after.is_empty() || guard.after.iter().any(before))
            && !guard.not_after.iter().any(before)
            && (guard.before.is_empty() || guard.before.iter().any(behind))
            && !guard.not_before.iter().any(behind);
        if !holds {
            return;
        }
        let Some((said, second)) = rule.template.fill(&self.slots) else { return };
        let second = self.slots.first(Slot::Joint).and_then(|joint| Some((usize::try_from(joint).ok()?, second?)));
        self.best = Some((Match { start: self.start, end: at, said, second }, number));
    }

    /// True when token `at` is what is wanted.
    fn begins(&self, at: usize, want: Want) -> bool {
        let word = self.words.word(at);
        match want.class {
            Class::Capital => return word.starts_with(char::is_uppercase),
            Class::Finish => {
                return at >= self.words.tokens.len() || (word == "." && at + 1 == self.words.tokens.len());
            }
            Class::Possessor => return lattice::without_possessive(word).1 > 0,
            Class::Counted => {
                let opens_sentence = self.start < 2;
                return !opens_sentence && self.lexicon.is_plural(word) && self.lattice.at(at).is_empty();
            }
            _ => {}
        }
        self.lattice.at(at).iter().any(|entry| keys(*entry).contains(&want))
    }

    /// True when the token in front of the expression is what is wanted.
    fn ends_before(&self, want: Want) -> bool {
        match self.start.checked_sub(1) {
            Some(before) => self.begins(before, want),
            None => want.class == Class::Start,
        }
    }
}

/// What an entry satisfies.
fn keys(entry: Entry) -> [Want; 2] {
    [Want { class: entry.class, value: None }, Want { class: entry.class, value: Some(entry.value) }]
}
