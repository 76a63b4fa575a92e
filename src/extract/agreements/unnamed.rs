//! Unnamed agreements: a head noun in running text with its parties or with what it is about.

use super::lexicon::{Head, Number};
use super::line::Line;
use super::parties;
use crate::model::PartyGroup;
use crate::model::vocabulary::{CueSide, Need, WordRole};
use crate::text::endings::Ending;
use crate::text::lexicon::FUNCTION_WORDS;

/// So many words in front of a head can say what it is about.
const MOST_MODIFIERS: usize = 4;
/// A group of parties, or a purpose, has at most so many tokens.
const LONGEST_GROUP: usize = 24;
/// A denial stands at most so many tokens in front.
const DENIAL_REACH: usize = 8;

/// What the words around a head say of it. Tokens are half-open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Described {
    /// The first token: of the modifiers, or of a party in front of them.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Names of parties.
    pub parties: Vec<usize>,
    /// Parties told as so many.
    pub group: Option<PartyGroup>,
    /// How many parties without a name.
    pub plain_parties: usize,
    /// What it is about, in lower case.
    pub about: Vec<String>,
}

/// What is said of the head at `first..last`: modifiers in front, parties and purposes behind.
pub fn describe(line: &Line<'_>, (first, last): (usize, usize)) -> Described {
    let start = modifiers(line, first);
    // `several trade deals` are trade deals
    let start = (start..first).find(|&at| !line.is(at, WordRole::Quantity)).unwrap_or(first);
    let mut found = Described { start, end: last, ..Described::default() };
    found.about.extend(contents(line, start, first));
    party_in_front(line, &mut found);
    groups(line, &mut found, last);
    found
}

/// The groups behind a head: `between A and B`, `with C`, `on trade`.
pub fn groups(line: &Line<'_>, found: &mut Described, from: usize) {
    let mut at = from;
    let mut has_purpose = false;
    for _ in 0..3 {
        // `signed between`, `, concluded between`, `exclusively between`
        let is_led = |at: usize| line.is(at, WordRole::PartyLead);
        if line.word(at) == "," && is_led(at + 2) && is_cue(line, at + 1, CueSide::Participle) {
            at += 1;
        }
        if !is_led(at)
            && is_led(at + 1)
            && (is_cue(line, at, CueSide::Participle) || Ending::Adverb.ends(line.word(at)))
        {
            at += 1;
        }
        let (is_parties, is_purpose) = (is_led(at), line.is(at, WordRole::PurposeLead));
        if is_parties && has_purpose && !found.parties.is_empty() {
            return;
        }
        if !is_parties && (!is_purpose || has_purpose || at > from && line.is(at, WordRole::Infinitive)) {
            return;
        }
        has_purpose |= !is_parties;
        let end = if line.is(at, WordRole::Owner) { of_end(line, at + 1) } else { group_end(line, at + 1, is_parties) };
        if end == at + 1 {
            return;
        }
        if is_parties {
            found.parties.extend(line.parties(at + 1, end));
            found.group = found.group.or_else(|| parties::group_in(line, at + 1, end + 1));
            found.plain_parties += (at + 1..end).filter(|&at| line.is(at, WordRole::Party)).count();
        } else {
            found.about.extend(contents(line, at + 1, end));
        }
        found.end = end;
        if line.is(at, WordRole::Infinitive) {
            return;
        }
        at = end;
    }
}

/// True for an unnamed head that counts.
pub fn counts(line: &Line<'_>, head: &Head, found: &Described) -> bool {
    let has = |need: Need| head.needs.contains(&need);
    let is_one = head.number == Number::Singular;
    let has_parties = !found.parties.is_empty() || found.plain_parties > 0;
    has(Need::Parties) && has_parties && (is_one || !found.parties.is_empty())
        || has(Need::PartiesAndPurpose)
            && (!is_one || is_noun(line, found))
            && !found.parties.is_empty()
            && !found.about.is_empty()
}

/// A noun in the singular has an article or an owner in front: `to deal with` has none.
fn is_noun(line: &Line<'_>, found: &Described) -> bool {
    let Some(before) = found.start.checked_sub(1) else { return false };
    let word = line.word(before);
    let owns = Ending::Possessive.ends(word);
    let is_led = (before.saturating_sub(1)..=before).any(|at| line.is(at, WordRole::Indefinite));
    owns || is_led
        || matches!(word, "”" | "\"")
        || line.is(before, WordRole::Definite)
        || line.is(before, WordRole::Quantity)
        || line.is(before, WordRole::Weak)
}

/// Where the words begin that say what a head is about.
fn modifiers(line: &Line<'_>, first: usize) -> usize {
    let mut start = first;
    while start > 0 && first - start < MOST_MODIFIERS {
        let before = start - 1;
        let is_lower = line.is_word(before) && !line.is_capital(before);
        let is_joined = line.is_hyphen(before) && before > 0 && !line.is_capital(before - 1);
        let stops = FUNCTION_WORDS.has(line.word(before))
            || line.is(before, WordRole::Clause)
            || is_verb(line, before)
            || line.word(before).contains(['’', '\''])
            || line.name_at(before).is_some();
        if !(is_lower && !stops || is_joined) {
            break;
        }
        start = before;
    }
    if line.is_mark(start) { start + 1 } else { start }
}

/// A form of a cue that governs: `signed`, `reach`. `proposed` is an adjective as well.
fn is_verb(line: &Line<'_>, at: usize) -> bool {
    let is_adjective = is_cue(line, at, CueSide::Adjective);
    !is_adjective && (is_cue(line, at, CueSide::Participle) || is_cue(line, at, CueSide::Verb))
}

fn is_cue(line: &Line<'_>, at: usize, side: CueSide) -> bool {
    line.lexicon.cues(line.word(at)).iter().any(|cue| cue.side == side && cue.rest.is_empty())
}

/// `US-Japan security treaty`, `the NATO agreement`: a party right in front.
fn party_in_front(line: &Line<'_>, found: &mut Described) {
    let mut start = found.start;
    while start > 0 && (line.name_at(start - 1).is_some() || line.is_hyphen(start - 1)) {
        start -= 1;
    }
    let parties = line.parties(start, found.start);
    if parties.len() > 1 && (start..found.start).any(|at| line.is_hyphen(at)) {
        found.parties = parties;
        found.start = start;
    }
}

/// `of friendship and cooperation`: one word, and what `and` joins to it; behind them a verb may stand.
fn of_end(line: &Line<'_>, from: usize) -> usize {
    let is_content = |at: usize| line.is_word(at) && !FUNCTION_WORDS.has(line.word(at));
    let mut at = from + usize::from(is_content(from));
    while at > from && line.is(at, WordRole::And) && is_content(at + 1) {
        at += 2;
    }
    at
}

/// One past a group of names and nouns.
pub fn group_end(line: &Line<'_>, from: usize, is_parties: bool) -> usize {
    let mut at = from;
    let limit = line.tokens.len().min(from + LONGEST_GROUP);
    while at < limit {
        let word = line.word(at);
        let is_listed = is_parties
            && (word == "," && is_list(line, at) || line.is(at, WordRole::And))
            && (line.is_capital(at + 1)
                || line.is(at + 1, WordRole::And)
                || line.is(at + 1, WordRole::Article) && line.is_capital(at + 2));
        let is_joint = line.is(at, WordRole::Owner) || !is_parties && line.is(at, WordRole::And);
        let is_small = line.is(at, WordRole::Article) && !line.is(at, WordRole::Clause) || is_joint;
        let is_content = (line.is_word(at) || line.tokens[at].kind == crate::text::TokenKind::Number)
            && !FUNCTION_WORDS.has(word)
            && !line.is(at, WordRole::Clause)
            && !(at > from && (is_verb(line, at) || is_clause_verb(line, at)))
            && (is_parties || !line.is(at, WordRole::Outside));
        let is_over = is_parties && at > from && in_name(line, at - 1) && !in_name(line, at);
        let goes_on = || (at + 1..at + 4).any(|at| in_name(line, at)) || line.is(at, WordRole::Party);
        if is_over && is_content && !line.is_hyphen(at) && !goes_on() {
            break;
        }
        if !(is_content || is_listed || is_small || line.is_hyphen(at) || in_name(line, at)) {
            break;
        }
        at += 1;
    }
    if at > from && line.is_hyphen(at) && line.is_word(at + 1) {
        return at + 2; // `clean-up`
    }
    while at > from && (FUNCTION_WORDS.has(line.word(at - 1)) || line.is_mark(at - 1) && !in_name(line, at - 1)) {
        at -= 1;
    }
    at
}

/// `with the Danes pressed Norland`: a verb behind the parties.
fn is_clause_verb(line: &Line<'_>, at: usize) -> bool {
    !line.is_capital(at) && line.is_capital(at - 1) && line.lexicon.ends_as(line.word(at), WordRole::Past)
}

/// A comma of a list: what follows is a name, and then another comma or `and`. `with Norland, the Danes
/// landed` goes on with something else.
fn is_list(line: &Line<'_>, comma: usize) -> bool {
    let first = (comma + 1..comma + 3).find(|&at| in_name(line, at));
    let Some(first) = first else { return line.is(comma + 1, WordRole::And) };
    let next = (first..line.tokens.len()).find(|&at| !in_name(line, at)).unwrap_or(first);
    line.word(next) == "," || line.is(next, WordRole::And)
}

fn in_name(line: &Line<'_>, at: usize) -> bool {
    line.name_at(at).is_some()
}

/// The words of `start..end` that say something, in lower case: no names, no small and no weak words.
pub fn contents(line: &Line<'_>, start: usize, end: usize) -> Vec<String> {
    let says = |&at: &usize| {
        let word = line.word(at);
        line.is_word(at)
            && !FUNCTION_WORDS.has(word)
            && !line.is(at, WordRole::Weak)
            && !line.is(at, WordRole::Party)
            && line.name_at(at).is_none_or(|name| name.country.is_none() && name.kind != crate::model::NameKind::Place)
    };
    (start..end).filter(says).map(|at| line.word(at).to_lowercase()).collect()
}

/// `would not amount to a formal treaty`, `without an agreement`, `if a deal`: there is none.
pub fn is_denied(line: &Line<'_>, start: usize) -> bool {
    let nearest = start.saturating_sub(DENIAL_REACH);
    let is_definite = start > 0 && line.is(start - 1, WordRole::Definite);
    let before = (nearest..start)
        .rev()
        .take_while(|&at| line.is_hyphen(at) || !line.is_mark(at) && !line.is(at, WordRole::Reporting));
    !is_definite && before.into_iter().any(|at| line.has(at, WordRole::Denial) || line.is(at, WordRole::Condition))
}
