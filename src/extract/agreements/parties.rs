//! Parties that the clause names: who signs or agrees, by whom it is signed, whose commitment it is; and
//! parties that are only told as so many.

use super::line::Line;
use super::states::{self, Placed};
use super::told;
use super::unnamed::group_end;
use crate::model::vocabulary::{CueSide, WordRole};
use crate::model::{AgreementForm, AgreementMention, AgreementStatus, PartyGroup};
use crate::text::lexicon::FUNCTION_WORDS;

/// A subject begins at most so many tokens in front of its verb.
const REACH: usize = 30;
/// `the three` stands at most so many tokens in front of `countries`.
const GROUP_REACH: usize = 4;
/// What `of` leads to behind a mention is read so far.
const OWNER_REACH: usize = 10;
/// `with` and its parties stand at most so many tokens behind a name.
const BEHIND: usize = 3;

/// States that those who bring them about are parties of.
const MADE: [AgreementStatus; 4] =
    [AgreementStatus::Signed, AgreementStatus::Agreed, AgreementStatus::UnderDiscussion, AgreementStatus::Negotiated];

/// Adds the parties that the clause names to those that the words of the mention at `start..end` have.
pub fn add(line: &Line<'_>, (start, end): (usize, usize), mention: &mut AgreementMention) {
    if let Some(placed) = states::in_front(line, start).filter(|placed| !told::is_denied(line, placed)) {
        let makers = makers(line, &placed);
        let is_joined = !mention.parties.is_empty() && has_companion(line, start, end);
        if makers.len() > 1 || makers.len() == 1 && is_joined && is_single(&placed) {
            mention.parties.extend(makers);
        } else if is_made(&placed) && mention.parties.is_empty() {
            let from = subject(line, placed.start);
            mention.group = mention.group.or_else(|| group_in(line, from, placed.start));
        }
    }
    for placed in states::behind(line, (start, end)).filter(|placed| is_made(placed)) {
        if line.is(placed.end, WordRole::Agent) {
            let to = group_end(line, placed.end + 1, true);
            let agents = countries(line, placed.end + 1, to);
            mention.parties.extend(Some(agents).filter(|agents| agents.len() > 1).unwrap_or_default());
        }
    }
    if mention.parties.is_empty() && line.is(end, WordRole::Owner) {
        let to = line.tokens.len().min(end + OWNER_REACH);
        let to = (end + 1..to).find(|&at| line.is(at, WordRole::Clause)).unwrap_or(to);
        mention.group = mention.group.or_else(|| group_in(line, end + 1, to));
    }
    if mention.parties.is_empty() && mention.form == AgreementForm::Unnamed {
        let counted = (start..end).find_map(|at| Some((at, count(line, at)?)));
        let told = counted.map(|(at, count)| PartyGroup { span: line.span(at, at + 1), count });
        mention.group = mention.group.or(told);
    }
}

fn is_made(placed: &Placed<'_>) -> bool {
    MADE.contains(&placed.cue.status) && placed.cue.side != CueSide::Noun
}

/// One that signs or agrees, or whose commitment it is, is a party beside those behind `with`; one that
/// brokers or discusses need not be.
fn is_single(placed: &Placed<'_>) -> bool {
    let binds = matches!(placed.cue.status, AgreementStatus::Signed | AgreementStatus::Agreed);
    binds || placed.cue.side == CueSide::Course
}

fn has_companion(line: &Line<'_>, start: usize, end: usize) -> bool {
    (start..line.tokens.len().min(end + BEHIND)).any(|at| line.is(at, WordRole::Companion))
}

/// The countries in front of an active verb that makes parties, or the owner of what it supposes.
fn makers(line: &Line<'_>, placed: &Placed<'_>) -> Vec<usize> {
    if is_made(placed) {
        return countries(line, subject(line, placed.start), placed.start);
    }
    let owner = placed.start.checked_sub(1).filter(|_| placed.cue.side == CueSide::Course);
    owner.map(|at| countries(line, at, placed.start)).unwrap_or_default()
}

fn countries(line: &Line<'_>, from: usize, to: usize) -> Vec<usize> {
    let mut names = line.parties(from, to);
    names.retain(|&name| line.names[name - line.first_name].country.is_some());
    names
}

/// Where the subject of a verb begins: behind the last clause, behind an opening phrase (`With help from
/// A, B and C signed`), and at a noun of its own behind a comma (`wary of A, the two powers signed`).
fn subject(line: &Line<'_>, verb: usize) -> usize {
    let nearest = verb.saturating_sub(REACH);
    let is_comma = |at: &usize| line.word(*at) == ",";
    let is_break = |at: &usize| line.is(*at, WordRole::Clause) && !matches!(line.word(*at), "," | "(" | ")");
    let mut from = (nearest..verb).rev().find(is_break).map_or(nearest, |at| at + 1);
    let opens = FUNCTION_WORDS.has(line.word(from)) && !line.is(from, WordRole::Article);
    if opens && count(line, from).is_none() && !line.is(from, WordRole::And) {
        from = (from..verb).find(is_comma).map_or(from, |comma| comma + 1);
    }
    let own = (from..verb).rev().find(is_comma).map(|comma| comma + 1).filter(|&at| {
        let is_noun = line.is(at, WordRole::Definite) || count(line, at).is_some();
        is_noun && line.parties(at, verb).is_empty()
    });
    own.unwrap_or(from)
}

/// How many parties a word counts.
fn count(line: &Line<'_>, at: usize) -> Option<u8> {
    let counts = [(WordRole::Two, 2), (WordRole::Three, 3), (WordRole::Four, 4)];
    counts.into_iter().find(|&(role, _)| line.is(at, role)).map(|(_, count)| count)
}

/// `the three countries` among tokens `from..to`.
pub fn group_in(line: &Line<'_>, from: usize, to: usize) -> Option<PartyGroup> {
    (from..to).find_map(|at| {
        let count = count(line, at)?;
        let reach = (at + 1..to.min(at + 1 + GROUP_REACH)).take_while(|&next| !line.is(next, WordRole::Clause));
        let noun = reach.into_iter().find(|&next| line.is(next, WordRole::Party))?;
        Some(PartyGroup { span: line.span(at, noun + 1), count })
    })
}
