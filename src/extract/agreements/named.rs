//! Named agreements: a head noun in capitals with the capitalised words around it.

use super::lexicon::{Head, Number};
use super::line::Line;
use crate::model::NameKind;
use crate::model::vocabulary::{Need, WordRole};
use crate::text::lexicon::FUNCTION_WORDS;
use crate::text::tokens::is_all_caps;

/// A name has at most so many tokens on one side of its head.
const LONGEST_SIDE: usize = 12;
/// A line with so many words beside a name, most of them in capitals, is a heading.
const SHORTEST_HEADING: usize = 3;
/// So many tokens tell whether it is one.
const LONGEST_HEADING: usize = 40;

/// The tokens of the name around the head at `first..last`, if it is one.
pub fn name_around(line: &Line<'_>, (first, last): (usize, usize), head: &Head) -> Option<(usize, usize)> {
    let has = |need: Need| head.needs.contains(&need);
    let is_person = line.name_at(last - 1).is_some_and(|name| name.kind == NameKind::Person);
    if is_person || first > 0 && line.is_hyphen(first - 1) && !line.is_capital(first) {
        return None;
    }
    let is_capital = line.is_capital(first) && line.is_capital(last - 1);
    if !is_capital {
        return has(Need::Title).then(|| title(line, first, last)).flatten();
    }
    if is_shouted(line, first, last) {
        return None;
    }
    let start = left(line, first);
    let end = right(line, first == start, last);
    if is_heading(line, start, end) {
        return None;
    }
    let has_number = (last..end).any(|at| is_number(line, at));
    let tells = |at: usize| is_strong(line, at) && !(line.is(last, WordRole::Owner) && line.is(at, WordRole::Paper));
    let is_told = (last..end).any(tells);
    let is_led = (start..first).any(|at| is_strong(line, at)) && !is_plain_party(line, start, first, head)
        || is_pair(line, start, first);
    let is_one = head.number == Number::Singular || start < first;
    let is_named = has(Need::Name) && is_one && (is_led || is_told)
        || has(Need::Behind) && is_told
        || has(Need::Number) && has_number;
    let is_no_series = has(Need::NoPlace) && is_held_once(line, (start, first), end == last);
    if !is_named || is_no_series || goes_on(line, end) || has(Need::NoBody) && is_body(line, first) {
        return None;
    }
    Some((start, end))
}

/// `Soviet-Danish Treaty`: two countries and a hyphen tell it from others.
fn is_pair(line: &Line<'_>, start: usize, first: usize) -> bool {
    let is_country = |at: usize| line.name_at(at).is_some_and(|name| name.country.is_some());
    (start + 1..first).any(|at| line.is_hyphen(at) && is_country(at - 1) && is_country(at + 1))
}

/// `BP Contract`: the name of a party and nothing else.
fn is_plain_party(line: &Line<'_>, start: usize, first: usize, head: &Head) -> bool {
    let is_body = |at: usize| line.name_at(at).is_some_and(|name| name.kind == NameKind::Organisation);
    let is_apart = || line.name_at(first).is_none_or(|name| name.span.start > line.tokens[start].span.start);
    head.needs.contains(&Need::PartiesAndPurpose) && is_apart() && (start..first).all(is_body)
}

/// `Norwick Summit`: only the place where it is held tells it from others, and no `annual`.
fn is_held_once(line: &Line<'_>, (start, first): (usize, usize), is_bare: bool) -> bool {
    if !is_bare || start == first || is_body(line, first) {
        return false;
    }
    let is_place = |at: usize| {
        let own = line.name_at(at).filter(|name| !name.span.contains(line.tokens[first].span));
        own.is_some_and(|name| name.kind == NameKind::Place)
    };
    let is_again = (start.saturating_sub(2)..first).any(|at| line.is(at, WordRole::Recurring));
    let before = line.span(start, first).of(line.text);
    let is_known = line.places.contains(before);
    !is_again && (is_known || (start..first).all(|at| is_place(at) || line.is_mark(at) || !is_strong(line, at)))
}

/// `Kyoto protocol`: behind a name that is neither a party nor a person. A sentence may open with any capital.
fn title(line: &Line<'_>, first: usize, last: usize) -> Option<(usize, usize)> {
    let before = first.checked_sub(1)?;
    if !line.is_capital(before) || line.tokens[first].glued {
        return None;
    }
    let start = left(line, first);
    let words = || (start..first).filter(|&at| line.is_word(at));
    let is_party = |at: usize| {
        let kind = line.name_at(at).map(|name| (name.kind, name.country.is_some()));
        matches!(kind, Some((NameKind::Person | NameKind::Organisation, _) | (_, true)))
    };
    let is_name = start > 0 && start < first && !words().any(is_party) && words().any(|at| is_strong(line, at));
    let is_place = || words().all(|at| line.name_at(at).is_some_and(|name| name.kind == NameKind::Place));
    let is_long = words().filter(|&at| line.is_capital(at)).count() > 1;
    (is_name && (is_long || is_place()) && !is_all_caps(line.word(before)) && !goes_on(line, last))
        .then_some((start, last))
}

/// Where the capitalised words in front of a head begin.
fn left(line: &Line<'_>, first: usize) -> usize {
    let mut start = first;
    while start > 0 && first - start < LONGEST_SIDE {
        let before = start - 1;
        if is_part(line, before) && !is_other_person(line, before, first) {
            start = before;
        } else if before > 0 && is_joint(line, before) && is_part(line, before - 1) && joins_name(line, before, first) {
            start = before - 1;
        } else if before > 1
            && line.is(before, WordRole::Article)
            && is_joint(line, before - 1)
            && is_part(line, before - 2)
            && joins_name(line, before - 1, first)
        {
            start = before - 2;
        } else {
            break;
        }
    }
    while start < first && (FUNCTION_WORDS.has(line.word(start)) || line.is_mark(start)) {
        start += 1;
    }
    known_start(line, start, first)
}

/// A sentence may open with a word that is no part of the name: the names that were found know, and some
/// words are of no name (`Citing Resolution 1701`).
fn known_start(line: &Line<'_>, start: usize, first: usize) -> usize {
    if !(0..start).all(|at| line.is_mark(at)) || start == first {
        return start;
    }
    let is_whole = |at: usize| {
        let name = line.name_at(at);
        name.is_some_and(|name| {
            name.span.start == line.tokens[at].span.start && name.span.contains(line.tokens[first].span)
        })
    };
    if line.lexicon.ends_as(line.word(start), WordRole::Opener) && !is_whole(start) {
        return start + 1;
    }
    let Some(name) = line.name_at(first) else { return start };
    (start..first).find(|&at| line.tokens[at].span.start >= name.span.start).unwrap_or(start)
}

/// Hyphens join what is capitalised on both sides; small words join what is no party and no name of
/// another agreement.
fn joins_name(line: &Line<'_>, joint: usize, first: usize) -> bool {
    if line.is_hyphen(joint) {
        return true;
    }
    // `Citing the Treaty`: an article alone joins nothing but what is known to be one name
    let is_one = || line.name_at(joint).is_some_and(|name| name.span.contains(line.tokens[joint - 1].span));
    if line.is(joint, WordRole::Article) && !is_one() {
        return false;
    }
    let is_head = line.lexicon.openings(line.word(joint - 1)).is_some_and(|openings| !openings.heads.is_empty());
    let is_name = line.name_at(joint - 1).is_some_and(|name| {
        let covers_head = name.span.contains(line.tokens[first].span);
        !covers_head && (name.country.is_some() || matches!(name.kind, NameKind::Person | NameKind::Place))
    });
    !is_head && !is_name
}

fn is_joint(line: &Line<'_>, at: usize) -> bool {
    line.is_hyphen(at) || line.is(at, WordRole::Joint) && !line.is_capital(at)
}

/// A capitalised word that can be part of the name of an agreement.
fn is_part(line: &Line<'_>, at: usize) -> bool {
    line.is_capital(at) && !line.is(at, WordRole::Outside) && !FUNCTION_WORDS.has(line.word(at))
}

/// `President Obama signed the …`: a person in front of other words is no part; `Jones Act` is.
fn is_other_person(line: &Line<'_>, at: usize, first: usize) -> bool {
    let Some(name) = line.name_at(at) else { return false };
    let owns = name.span.end < line.tokens[at].span.end; // `Seoul’s`
    let is_next = line.name_at(first - 1).is_some_and(|next| next.span == name.span);
    owns || name.kind == NameKind::Person && !is_next && !name.span.contains(line.tokens[first].span)
}

/// One past the rest of the name behind its head: `of Lisbon`, `on Climate Change`, `of 1990`, `1701`.
fn right(line: &Line<'_>, is_bare: bool, last: usize) -> usize {
    if is_number(line, last) {
        return last + 1;
    }
    if !line.is(last, WordRole::NameLead) || !(is_bare || matches!(line.word(last), "on" | "of")) {
        return last;
    }
    let mut at = last + 1;
    if line.is(at, WordRole::Article) {
        at += 1;
    }
    if is_year(line, at) {
        return at + 1;
    }
    if !is_part(line, at) || !is_bare && line.is(last, WordRole::Owner) {
        return last;
    }
    let limit = at + LONGEST_SIDE;
    while at < limit {
        if is_part(line, at) {
            at += 1;
        } else if is_joint(line, at) && is_part(line, at + 1) && !begins_other(line, at + 1) {
            at += 2;
        } else if is_joint(line, at)
            && line.is(at + 1, WordRole::Article)
            && is_part(line, at + 2)
            && line.word(at) != "on"
        {
            at += 3;
        } else if line.is(at, WordRole::And) && line.is(at + 1, WordRole::Owner) && line.is(last, WordRole::NameLead) {
            // `of the Rights of Man and of the Citizen`
            let next = at + 2 + usize::from(line.is(at + 2, WordRole::Article));
            if !is_part(line, next) {
                break;
            }
            at = next + 1;
        } else {
            break;
        }
    }
    if is_number(line, at) { at + 1 } else { at }
}

/// `on Friday`, `for Haiti`: behind a finished name, a country begins something else.
fn begins_other(line: &Line<'_>, at: usize) -> bool {
    line.name_at(at).is_some_and(|name| name.kind == NameKind::Person)
}

/// A number of several digits, or a Roman one.
fn is_number(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    let is_roman = !word.is_empty() && word.len() < 5 && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    let is_digits = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_digit());
    is_digits || is_roman && word != "I"
}

fn is_year(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    word.len() == 4 && matches!(word.get(..2), Some("17" | "18" | "19" | "20")) && is_number(line, at)
}

/// A word that tells one agreement from another; not a country, not `New`.
fn is_strong(line: &Line<'_>, at: usize) -> bool {
    let is_country = || line.name_at(at).is_some_and(|name| name.country.is_some());
    line.is_word(at)
        && line.is_capital(at)
        && !FUNCTION_WORDS.has(line.word(at))
        && !line.is(at, WordRole::Weak)
        && !is_country()
}

/// `Treaty Organization`, `Summit County`, `Convention & Visitors Bureau`: the name goes on, and is of
/// something else.
pub fn goes_on(line: &Line<'_>, end: usize) -> bool {
    let is_longer = |name: &crate::model::NameMention| name.span.end > line.tokens[end - 1].span.end;
    let body = line.name_at(end - 1).filter(|name| name.kind == NameKind::Organisation);
    if body.is_some_and(is_longer) {
        return true;
    }
    is_part(line, end) && !FUNCTION_WORDS.has(line.word(end))
        || line.is_hyphen(end) && line.is_capital(end + 1)
        || end > 0 && matches!(line.word(end), "’" | "'")
}

fn is_body(line: &Line<'_>, head: usize) -> bool {
    line.name_at(head).is_some_and(|name| name.kind == NameKind::Organisation)
}

/// A line of capitals says nothing by them.
fn is_shouted(line: &Line<'_>, first: usize, last: usize) -> bool {
    (first..last).any(|at| line.word(at).chars().filter(|c| c.is_uppercase()).count() > 1)
}

/// Most words beside the name have capitals, too.
fn is_heading(line: &Line<'_>, start: usize, end: usize) -> bool {
    let words = || {
        (0..start)
            .chain(end..line.tokens.len())
            .take(LONGEST_HEADING)
            .filter(|&at| line.is_word(at) && line.word(at).len() > 3)
    };
    let count = words().count();
    count >= SHORTEST_HEADING && words().filter(|&at| line.is_capital(at)).count() * 10 > count * 8
}
