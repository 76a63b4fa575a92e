//! States: what the clause around a mention says of it, and on which date.
//!
//! Words count only where they govern the mention: as its verb, as the noun it belongs to, or as what it
//! does. `Near it` is not enough.

use super::lexicon::Cue;
use super::line::{Line, has_word};
use crate::model::vocabulary::{CueSide, WordRole};
use crate::model::{AgreementStatus, EventStatus, StateMention, TemporalMention, TemporalType};
use crate::text::Span;
use crate::text::lexicon::FUNCTION_WORDS;

/// A governing word stands at most so many tokens in front of what it governs.
const REACH: usize = 12;
/// So many tokens may stand between them.
const LONGEST_GAP: usize = 8;
/// What a mention does stands at most so many tokens behind it.
const PREDICATE_REACH: usize = 18;
/// A denial or a plan stands at most so many tokens in front of a cue.
const CONTEXT: usize = 10;
/// A claim covers what follows it for so many tokens.
const CLAIM_REACH: usize = 30;
/// A date stands at most so many tokens from its cue, the mention aside.
const DATE_REACH: usize = 24;
/// A list of what was agreed has at most so many tokens.
const LIST_REACH: usize = 24;

/// A cue at its place: tokens `start..end`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed<'c> {
    cue: &'c Cue,
    /// The first token.
    pub start: usize,
    end: usize,
}

/// What the sentence says of the mention at tokens `start..end`. `temporal` are the expressions of the
/// sentence.
pub fn states(line: &Line<'_>, (start, end): (usize, usize), temporal: &[TemporalMention]) -> Vec<StateMention> {
    let front = in_front(line, start);
    let mut found: Vec<(Placed<'_>, usize)> =
        front.into_iter().chain(adjective(line, start, end)).map(|placed| (placed, 0)).collect();
    found.extend(behind(line, start, end, front.is_some()).into_iter().map(|placed| (placed, end)));
    let mut told: Vec<StateMention> = found
        .iter()
        .map(|(placed, from)| StateMention {
            status: placed.cue.status,
            certainty: certainty(line, placed, *from),
            cue: line.span(placed.start, placed.end),
            date: date(line, placed, (start, end), temporal),
        })
        .collect();
    told.sort_by_key(|state| state.cue);
    told.dedup();
    told
}

/// The cue that begins at a token.
fn cue_at<'l>(line: &Line<'l>, at: usize, sides: &[CueSide]) -> Option<Placed<'l>> {
    let fits = |cue: &&Cue| {
        sides.contains(&cue.side)
            && cue.rest.iter().enumerate().all(|(offset, word)| has_word(line.word(at + 1 + offset), word))
    };
    let cue = line.lexicon.cues(line.word(at)).iter().find(fits)?;
    Some(Placed { cue, start: at, end: at + 1 + cue.rest.len() })
}

/// The nearest word in front that governs the mention.
pub(super) fn in_front<'l>(line: &Line<'l>, start: usize) -> Option<Placed<'l>> {
    nearest(line, start).or_else(|| listed(line, start))
}

/// `agreed to share data and to hold a meeting`: the second of what was agreed.
fn listed<'l>(line: &Line<'l>, start: usize) -> Option<Placed<'l>> {
    let nearest = start.saturating_sub(5);
    let and = (nearest..start).rev().find(|&at| line.word(at) == "and" && line.word(at + 1) == "to")?;
    let placed = |at: usize| cue_at(line, at, &[CueSide::Participle, CueSide::Verb]);
    let leads = |placed: &Placed<'_>| line.word(placed.end - 1) == "to" && placed.end <= and;
    let reach = (and.saturating_sub(LIST_REACH)..and).rev().take_while(|&at| !line.is(at, WordRole::Clause));
    reach.into_iter().find_map(|at| placed(at).filter(leads))
}

fn nearest<'l>(line: &Line<'l>, start: usize) -> Option<Placed<'l>> {
    (start.saturating_sub(REACH)..start).rev().find_map(|at| {
        let placed = cue_at(line, at, &[CueSide::Participle, CueSide::Verb, CueSide::Noun])?;
        let governs = placed.end <= start
            && match placed.cue.side {
                CueSide::Noun => owns(line, placed.end, start),
                CueSide::Participle => !is_passive(line, at) && is_light(line, placed.end, start),
                _ => is_light(line, placed.end, start),
            };
        governs.then_some(placed)
    })
}

/// `of the` between a noun and what it owns; a cue may end in its own preposition.
fn owns(line: &Line<'_>, end: usize, start: usize) -> bool {
    let rest = if line.word(end) == "of" { end + 1 } else { end };
    let is_led = rest > end || end > 0 && FUNCTION_WORDS.has(line.word(end - 1));
    is_led && is_light(line, rest, start)
}

/// The countries that do it: the names in front of an active verb that makes parties, two at least.
pub fn makers(line: &Line<'_>, start: usize) -> Vec<usize> {
    let makes = |placed: &Placed<'_>| {
        let makes = [
            AgreementStatus::Signed,
            AgreementStatus::Agreed,
            AgreementStatus::UnderDiscussion,
            AgreementStatus::Negotiated,
        ];
        makes.contains(&placed.cue.status) && placed.cue.side != CueSide::Noun
    };
    let Some(placed) = in_front(line, start).filter(makes) else { return Vec::new() };
    let is_break = |at: usize| line.is(at, WordRole::Clause) && !matches!(line.word(at), "," | "(" | ")");
    let from = (placed.start.saturating_sub(CLAIM_REACH)..placed.start).rev().find(|&at| is_break(at));
    let from = from.map_or(placed.start.saturating_sub(CLAIM_REACH), |at| at + 1);
    let mut makers = line.parties(from, placed.start);
    makers.retain(|&name| line.names[name - line.first_name].country.is_some());
    if makers.len() > 1 { makers } else { Vec::new() }
}

/// Nothing between a verb and its object but what describes the object.
fn is_light(line: &Line<'_>, from: usize, to: usize) -> bool {
    let blocks = |at: usize| {
        let word = line.word(at);
        let is_leading = FUNCTION_WORDS.has(word) && !line.is(at, WordRole::Light) || word == "of" && !holds(line, at);
        line.is(at, WordRole::Clause) && word != "that" || is_leading || line.is(at, WordRole::Auxiliary)
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
fn behind<'l>(line: &Line<'l>, start: usize, end: usize, is_object: bool) -> Vec<Placed<'l>> {
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
            None => return found,
        }
    }
    if !is_object && is_subject(line, start) {
        found.extend(predicate(line, at));
    }
    found
}

/// `signed in 2018`: a participle right behind, with a preposition behind itself.
fn reduced<'l>(line: &Line<'l>, at: usize) -> Option<Placed<'l>> {
    let at = if line.word(at).ends_with("ly") || line.word(at) == "first" { at + 1 } else { at };
    let placed = cue_at(line, at, &[CueSide::Participle])?;
    let next = line.word(placed.end);
    let is_led = placed.end >= line.tokens.len()
        || FUNCTION_WORDS.has(next) && !is_article(next)
        || line.is_mark(placed.end)
        || line.is(placed.end, WordRole::Outside)
        || next == "last";
    is_led.then_some(placed)
}

fn is_article(word: &str) -> bool {
    matches!(word, "a" | "an" | "the" | "its" | "their" | "his" | "her" | "that" | "this")
}

/// `which was first signed`, `that took effect`.
fn relative<'l>(line: &Line<'l>, at: usize) -> Option<Placed<'l>> {
    matches!(line.word(at), "which" | "that").then(|| predicate(line, at + 1)).flatten()
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
    let nearest = start.saturating_sub(REACH);
    let first = (nearest..start).rev().take_while(|&at| {
        let word = line.word(at);
        is_article(&word.to_ascii_lowercase())
            || line.is(at, WordRole::Weak)
            || line.name_at(at).is_some()
            || line.is_hyphen(at)
    });
    let first = first.last().unwrap_or(start);
    let Some(before) = first.checked_sub(1) else { return true };
    let word = line.word(before);
    if word == "of" && before > 0 && line.is(before - 1, WordRole::Container) {
        return is_subject(line, before - 1);
    }
    let is_free = line.is(before, WordRole::Clause) || matches!(word, "and" | "or" | "both");
    is_free || !FUNCTION_WORDS.has(word) && (line.is_mark(before) || line.is_capital(before))
}

/// Whether a cue is told as a fact. A denial goes before a claim, a claim before a plan.
/// Words in front of token `from` say nothing of it.
fn certainty(line: &Line<'_>, placed: &Placed<'_>, from: usize) -> EventStatus {
    let at = placed.start;
    let is_boundary = |at: usize| line.is(at, WordRole::Clause) && !matches!(line.word(at), "that" | "if" | "as");
    let clause: Vec<usize> =
        (at.saturating_sub(CONTEXT).max(from)..at).rev().take_while(|&before| !is_boundary(before)).collect();
    let has = |role: WordRole| clause.iter().any(|&before| line.is(before, role));
    let is_claimed = (at.saturating_sub(CLAIM_REACH).max(from)..at).any(|before| line.is(before, WordRole::Claim));
    let status = placed.cue.status;
    let is_wish = status == AgreementStatus::Proposed;
    match () {
        () if has(WordRole::Denial) => EventStatus::Negated,
        () if is_claimed => EventStatus::Claimed,
        () if has(WordRole::Plan) && !is_wish => EventStatus::Planned,
        () if status == AgreementStatus::Violated => EventStatus::Claimed,
        () => EventStatus::Happened,
    }
}

/// The date that belongs to a cue: behind it in its clause, else in front of it.
fn date(
    line: &Line<'_>,
    placed: &Placed<'_>,
    (start, end): (usize, usize),
    temporal: &[TemporalMention],
) -> Option<Span> {
    let token_of = |offset: usize| line.tokens.partition_point(|token| token.span.end <= offset);
    let dates = || {
        let is_date = |mention: &&TemporalMention| matches!(mention.kind, TemporalType::Date | TemporalType::Time);
        temporal.iter().filter(is_date).map(|mention| (token_of(mention.span.start), mention.span))
    };
    let reaches = |from: usize, to: usize| {
        let own = |at: usize| (start..end).contains(&at);
        let in_brackets = |at: usize| line.word(at.saturating_sub(1)) == "(" && line.word(at + 1) == ")";
        let is_bracket = |at: usize| match line.word(at) {
            "(" => in_brackets(at + 1),
            ")" => in_brackets(at.saturating_sub(1)),
            _ => false,
        };
        let between = || (from..to).filter(|&at| !own(at) && !is_bracket(at));
        let parts = |at: usize| {
            line.is(at, WordRole::Clause) || cue_at(line, at, &[CueSide::Participle]).is_some() && at > placed.start
        };
        from <= to && between().count() <= DATE_REACH && !between().any(parts)
    };
    let after = dates()
        .filter(|&(at, _)| at >= placed.end && !(start..end).contains(&at))
        .find(|&(at, _)| reaches(placed.end, at));
    let before = || dates().filter(|&(at, _)| at < placed.start).rfind(|&(at, _)| reaches(at + 1, placed.start));
    // `On Sunday, the ministers signed`
    let opening = || {
        dates().find(|&(at, span)| {
            let next = token_of(span.end.saturating_sub(1)) + 1;
            at <= 2 && line.word(next) == "," && !(next + 1..placed.start).any(|at| line.is(at, WordRole::Clause))
        })
    };
    after.or_else(before).or_else(opening).map(|(_, span)| span)
}
