//! How a state is told: as a fact, a plan, a claim or a denial; on which date, and when it was said.

use super::line::Line;
use super::states::{Placed, cue_at};
use crate::model::vocabulary::{CueSide, WordRole};
use crate::model::{AgreementStatus, EventStatus, Telling, TemporalMention, TemporalType};
use crate::text::Span;
use crate::text::lexicon::SPEECH_VERBS;

/// A denial or a plan stands at most so many tokens in front of a cue.
const CONTEXT: usize = 10;
/// A claim covers what follows it for so many tokens.
const CLAIM_REACH: usize = 30;
/// A date stands at most so many tokens from its cue, the mention aside.
const DATE_REACH: usize = 24;
/// A date opens a sentence within so many tokens, and counts for so many behind it.
const OPENING: usize = 3;
const REACH: usize = 60;
/// A verb of saying stands at most so many tokens behind the comma (`, the ministry claimed`) or in front
/// of `that`.
const SAYING_REACH: usize = 8;

/// Whether a cue is told as a fact. A denial goes before a claim, a claim before a plan; what supposes
/// that an agreement holds says nothing where it is denied. Words in front of token `from` say nothing
/// of it.
pub fn certainty(line: &Line<'_>, placed: &Placed<'_>, from: usize) -> Option<EventStatus> {
    let clause = clause(line, placed, from);
    let has = |role: WordRole| clause.iter().any(|&before| line.has(before, role));
    let is_denied = is_denied_in(line, placed, &clause);
    let is_claimed = is_said(line, placed, WordRole::Claim, from);
    let is_course = placed.cue.side == CueSide::Course;
    let status = placed.cue.status;
    let is_wish = status == AgreementStatus::Proposed;
    Some(match () {
        () if is_denied && is_course => return None,
        () if is_denied => EventStatus::Negated,
        () if is_claimed => EventStatus::Claimed,
        () if (has(WordRole::Plan) || is_awaited(line, placed, &clause)) && !is_wish && !is_course => {
            EventStatus::Planned
        }
        () if status == AgreementStatus::Violated => EventStatus::Claimed,
        () => EventStatus::Happened,
    })
}

/// A form in the past, or one behind `had` or `was`, looks back.
pub fn telling(line: &Line<'_>, placed: &Placed<'_>, from: usize) -> Telling {
    let is_past = |at: usize| line.lexicon.ends_as(line.word(at), WordRole::Past);
    let is_own = placed.cue.side != CueSide::Adjective && is_past(placed.start);
    let is_passive = || (placed.start.saturating_sub(2)..placed.start).any(|at| line.is(at, WordRole::Auxiliary));
    let clause = clause(line, placed, from);
    let has_past = clause.iter().any(|&at| line.is(at, WordRole::Past));
    // `is being discussed` is told as it is
    if has_past || is_own && !is_passive() { Telling::Back } else { Telling::Now }
}

/// `until the pact is signed`; `until the pact was signed` tells that it was.
fn is_awaited(line: &Line<'_>, placed: &Placed<'_>, clause: &[usize]) -> bool {
    let first = clause.last().copied().unwrap_or(placed.start);
    let is_plan = first.checked_sub(1).is_some_and(|at| line.is(at, WordRole::Clause) && line.is(at, WordRole::Plan));
    let is_verb = placed.cue.side != CueSide::Noun;
    is_plan && is_verb && !clause.iter().any(|&at| line.is(at, WordRole::Past))
}

/// The tokens in front of a cue that can deny or plan it, nearest first. `and` joins a second verb in the
/// past to a first: what is said of that does not reach over.
fn clause(line: &Line<'_>, placed: &Placed<'_>, from: usize) -> Vec<usize> {
    let at = placed.start;
    let is_open = |at: usize| line.is(at, WordRole::Reporting) || line.is(at, WordRole::Condition);
    let is_past = placed.cue.side == CueSide::Participle;
    let is_second = |before: usize| {
        let is_own = is_past && before + 2 >= at;
        line.is(before, WordRole::And) && (is_own || line.lexicon.ends_as(line.word(before + 1), WordRole::Past))
    };
    let is_boundary = |at: usize| line.is(at, WordRole::Clause) && !is_open(at) || is_second(at);
    (at.saturating_sub(CONTEXT).max(from)..at).rev().take_while(|&before| !is_boundary(before)).collect()
}

/// True where somebody only says it: in front (`accused X of`), or behind (`…, the ministry claimed`).
fn is_said(line: &Line<'_>, placed: &Placed<'_>, role: WordRole, from: usize) -> bool {
    let at = placed.start;
    let is_in_front = (at.saturating_sub(CLAIM_REACH).max(from)..at).any(|before| line.is(before, role));
    is_in_front || saying(line, placed.end).is_some_and(|verb| line.is(verb, role))
}

/// The verb of `…, the ministry claimed` behind a cue: a clause of a subject and its verb, behind a comma.
fn saying(line: &Line<'_>, from: usize) -> Option<usize> {
    let comma =
        (from..line.tokens.len().min(from + CLAIM_REACH)).find(|&at| matches!(line.word(at), "," | ";" | "“" | "”"))?;
    let reach = comma + 2..line.tokens.len().min(comma + 2 + SAYING_REACH);
    let verb = reach.take_while(|&at| !line.is(at, WordRole::Clause)).find(|&at| is_saying(line, at))?;
    let next = verb + 1;
    let is_last = line.is_mark(next) || !line.is(next, WordRole::Reporting) && !line.is(next, WordRole::Infinitive);
    is_last.then_some(verb)
}

fn is_saying(line: &Line<'_>, at: usize) -> bool {
    line.is(at, WordRole::Claim) || SPEECH_VERBS.has(line.word(at))
}

/// True for a denial of the clause.
pub fn is_denied(line: &Line<'_>, placed: &Placed<'_>) -> bool {
    is_denied_in(line, placed, &clause(line, placed, 0))
}

/// A noun is denied by what stands right in front of it: `did not resist this breach of the pact` denies
/// no breach.
fn is_denied_in(line: &Line<'_>, placed: &Placed<'_>, clause: &[usize]) -> bool {
    let is_small = |at: usize| line.is(at, WordRole::Light) || line.is(at, WordRole::Weak);
    let is_noun = placed.cue.side == CueSide::Noun;
    let near = clause.iter().filter(|&&at| !is_noun || (at + 1..placed.start).all(is_small));
    near.into_iter().any(|&at| line.has(at, WordRole::Denial))
}

/// When it was said, where the sentence tells both: `said on Oct. 27 that X broke the pact`, `X broke the
/// pact, he said on Oct. 27`.
pub fn told_on(line: &Line<'_>, placed: &Placed<'_>, end: usize, temporal: &[TemporalMention]) -> Option<Span> {
    let around = (placed.start.saturating_sub(2 * CLAIM_REACH), placed.end.max(end) + 2 * CLAIM_REACH);
    let dates = || dates(line, temporal, around);
    let leads = |that: usize| {
        let before = (that.saturating_sub(SAYING_REACH)..that).rev().take_while(|&at| !line.is(at, WordRole::Clause));
        before.into_iter().any(|verb| is_saying(line, verb))
    };
    let that = (placed.start.saturating_sub(CLAIM_REACH)..placed.start)
        .rev()
        .find(|&at| line.is(at, WordRole::Reporting) && leads(at));
    let before = that.and_then(|that| dates().filter(|&(at, _)| at < that && that - at <= DATE_REACH).last());
    let behind = || {
        let verb = saying(line, placed.end.max(end))?;
        dates().find(|&(at, _)| at > verb && !(verb + 1..at).any(|at| line.is(at, WordRole::Clause)))
    };
    before.or_else(behind).map(|(_, span)| span)
}

/// The dates among tokens `from..to` with the tokens they begin at.
fn dates<'t>(
    line: &Line<'_>,
    temporal: &'t [TemporalMention],
    (from, to): (usize, usize),
) -> impl Iterator<Item = (usize, Span)> + use<'t> {
    let is_date = |mention: &&TemporalMention| matches!(mention.kind, TemporalType::Date | TemporalType::Time);
    let to = to.min(line.tokens.len());
    let bytes = if from < to { line.span(from, to) } else { Span::new(0, 0) };
    let first = temporal.partition_point(|mention| mention.span.start < bytes.start);
    let last = temporal.partition_point(|mention| mention.span.start < bytes.end);
    let near = temporal[first..last.max(first)].iter().filter(is_date);
    near.map(|mention| (line.token_of(mention.span.start), mention.span)).collect::<Vec<_>>().into_iter()
}

/// The date that belongs to a cue: behind it in its clause, else in front of it.
pub fn date(
    line: &Line<'_>,
    placed: &Placed<'_>,
    (start, end): (usize, usize),
    temporal: &[TemporalMention],
) -> Option<Span> {
    let reach = 2 * DATE_REACH + end.saturating_sub(start);
    let dates = || dates(line, temporal, (placed.start.saturating_sub(reach), placed.end + reach));
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
    let before =
        || dates().filter(|&(at, _)| at < placed.start).filter(|&(at, _)| reaches(at + 1, placed.start)).last();
    // `On Sunday, the ministers signed`
    let opening = || {
        self::dates(line, temporal, (0, OPENING)).find(|&(_, span)| {
            let next = line.token_of(span.end.saturating_sub(1)) + 1;
            placed.start < next + REACH
                && line.word(next) == ","
                && !(next + 1..placed.start).any(|at| line.is(at, WordRole::Clause))
        })
    };
    after.or_else(before).or_else(opening).map(|(_, span)| span)
}
