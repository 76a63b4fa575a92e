//! Bylines and signatures: who wrote the text. Accounts such as `admin` are furniture.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::matching::run;
use super::zones::{as_kind, cut, relabel_body};
use crate::model::{Zone, ZoneKind};
use crate::text::Span;
use crate::text::tokens::is_all_caps;
use crate::text::words::WordSet;

static ACCOUNTS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/accounts.txt")));
static ROLES: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/byline-roles.en.txt")));
static SIGNATURES: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/signatures.en.txt")));
static KOREAN: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/korean-family-names.txt")));

/// Longest line that can be a byline, in bytes.
const LONGEST_LINE: usize = 140;

/// Longest byline behind the last sentence of a paragraph, in bytes.
const LONGEST_AT_END: usize = 400;

/// Labels lines that are bylines, bylines behind the last sentence of a paragraph, and signatures
/// of an office at the end of the text.
pub fn label(text: &str, zones: Vec<Zone>) -> Vec<Zone> {
    let last_body = zones.iter().rposition(|zone| zone.kind == ZoneKind::Body).map(|last| zones[last].span);
    let mut behind_account = false;
    relabel_body(zones, |zone| {
        let words = zone.span.of(text);
        if behind_account && words.len() <= LONGEST_LINE {
            return vec![as_kind(zone, ZoneKind::Boilerplate)];
        }
        behind_account = is_account_line(words) && zone.span.start > text.len() / 4 * 3;
        if let Some(kind) = line_kind(words) {
            return vec![as_kind(zone, kind)];
        }
        if Some(zone.span) == last_body && zone.span.start > 0 && is_signature(words) {
            return vec![as_kind(zone, ZoneKind::Byline)];
        }
        cut(text, zone, &at_end(zone, words))
    })
}

/// `By admin`. Near the end of a text it closes it: what follows in short lines is page furniture.
fn is_account_line(words: &str) -> bool {
    let behind = ["By", "by", "BY", "Posted by", "posted by"].iter().find_map(|by| words.strip_prefix(by));
    behind.and_then(|rest| rest.strip_prefix([':', ' '])).is_some_and(|account| ACCOUNTS.has(account.trim()))
}

/// The byline and the account that stand behind the last sentence of a paragraph.
fn at_end(zone: Zone, words: &str) -> Vec<Zone> {
    let part = |start: usize, end: usize, kind| Zone { span: Span::new(start, end).shifted(zone.span.start), kind };
    let account = account_at_end(words);
    let byline = byline_at_end(&words[..account.unwrap_or(words.len())]);
    let byline = byline.map(|found| part(found.line.start, found.line.end, ZoneKind::Byline));
    let account = account.map(|start| part(start, words.len(), ZoneKind::Boilerplate));
    byline.into_iter().chain(account).collect()
}

/// Where ` By admin` stands behind everything else of a paragraph whose lines were joined.
fn account_at_end(words: &str) -> Option<usize> {
    const LONGEST: usize = 21;
    if !words.ends_with(char::is_alphabetic) {
        return None;
    }
    let tail: Vec<(usize, char)> = words.char_indices().rev().take(LONGEST + " Posted by ".len()).collect();
    let belongs = |c: char| c.is_alphanumeric() || matches!(c, '_' | ' ' | '.' | '-');
    // The first of them, from the left, behind which nothing but a name of an account stands.
    let (start, account) = tail.iter().rev().filter(|(_, c)| c.is_whitespace()).find_map(|&(space, c)| {
        let line = &words[space + c.len_utf8()..];
        let behind = ["By ", "by ", "BY ", "Posted by ", "posted by "].iter().find_map(|by| line.strip_prefix(by))?;
        let is_name = behind.starts_with(|c: char| c != ' ' && c != '.' && c != '-') && behind.chars().all(belongs);
        (is_name && (2..=LONGEST).contains(&behind.chars().count())).then_some((space + c.len_utf8(), behind))
    })?;
    ACCOUNTS.has(account).then_some(start)
}

/// A byline and the names in it.
struct Byline<'t> {
    line: Span,
    names: &'t str,
}

/// `BY LEE HO-JEONG [lee@example.org]` behind the last sentence of a paragraph.
fn byline_at_end(words: &str) -> Option<Byline<'_>> {
    let mut from = words.len().saturating_sub(LONGEST_AT_END);
    while !words.is_char_boundary(from) {
        from += 1;
    }
    words[from..].match_indices('B').map(|(at, _)| from + at).find_map(|at| {
        let names = words[at..].strip_prefix("By ").or_else(|| words[at..].strip_prefix("BY "))?;
        let before = words[..at].trim_end();
        let opens = before.len() < at && before.ends_with(['.', '!', '?', '”', '’', ')', ']']);
        let length = if opens { names_length(names, is_contact) } else { None }?;
        let contact = names[length..].trim();
        let end = at + 3 + if contact.is_empty() { length } else { names.trim_end().len() };
        Some(Byline { line: Span::new(at, end), names: &names[..length] })
    })
}

/// Nothing, or an address behind the names: `[lee@example.org]`, `[]`, `(lee@example.org)`.
fn is_contact(rest: &str) -> bool {
    let contact = rest.trim();
    let within = |open: char, close: char| {
        contact.strip_prefix(open)?.strip_suffix(close).filter(|inner| !inner.contains(close))
    };
    let has_at = |words: &str| words.char_indices().skip(1).any(|(at, c)| c == '@' && at + 1 < words.len());
    contact.is_empty()
        || within('[', ']').is_some()
        || within('(', ')').is_some_and(|inner| inner.contains('@'))
        || !contact.contains(char::is_whitespace) && has_at(contact)
}

/// The names of `By Jane Doe`, `BY JANE DOE and John Roe, Staff Writers`.
fn names_of_by_line(words: &str) -> Option<&str> {
    let by = ["By", "by", "BY", "Written by", "written by", "Reported by", "reported by"];
    let behind = by.iter().find_map(|by| words.strip_prefix(by))?;
    let names = behind.strip_prefix([':', ' '])?.trim_start();
    let goes_on = |rest: &str| {
        let more = rest.trim_start();
        rest.is_empty() || more.starts_with([',', '|', '(', '[']) && !more.contains('\n')
    };
    names_length(names, goes_on).map(|length| &names[..length])
}

/// The length of the names at the start of `words`, as many as can be in front of a rest that
/// `fits`. A name has two to four words.
fn names_length(words: &str, fits: impl Fn(&str) -> bool + Copy) -> Option<usize> {
    names_end(words, 0, fits, &mut BTreeSet::new())
}

/// Where names that start at `at` end. `failed` keeps the starts that lead nowhere: `AND` may be a
/// joint or a word of a name in capitals, and to try all ways anew would take for ever.
fn names_end(
    words: &str,
    at: usize,
    fits: impl Fn(&str) -> bool + Copy,
    failed: &mut BTreeSet<usize>,
) -> Option<usize> {
    if failed.contains(&at) {
        return None;
    }
    let end = name_ends(&words[at..]).into_iter().flatten().rev().map(|end| at + end).find_map(|end| {
        let rest = &words[end..];
        let joint = [", ", " and ", " AND ", " & "].iter().find(|joint| rest.starts_with(**joint));
        let others = joint.and_then(|joint| names_end(words, end + joint.len(), fits, failed));
        others.or_else(|| fits(rest).then_some(end))
    });
    if end.is_none() {
        failed.insert(at);
    }
    end
}

/// Where the name at the start of `words` can end: behind its second, third and fourth word.
fn name_ends(words: &str) -> [Option<usize>; 3] {
    let belongs = |c: char| c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | '-');
    let word =
        |at: usize| words[at..].starts_with(char::is_uppercase).then(|| at + run(&words[at..], usize::MAX, belongs));
    let mut ends = [None; 3];
    let mut last = word(0);
    for end in &mut ends {
        last = last.filter(|&at| words[at..].starts_with(' ')).and_then(|at| {
            let particle = ["de ", "van ", "von ", "al ", "bin ", "da ", "del ", "der "]
                .iter()
                .find(|particle| words[at + 1..].starts_with(**particle));
            word(at + 1 + particle.map_or(0, |particle| particle.len()))
        });
        *end = last;
    }
    ends
}

fn line_kind(words: &str) -> Option<ZoneKind> {
    if words.len() > LONGEST_LINE {
        return None;
    }
    if is_account_line(words) {
        return Some(ZoneKind::Boilerplate);
    }
    if names_of_by_line(words).is_some() && !words.ends_with(['.', ':', '?']) {
        return Some(ZoneKind::Byline);
    }
    with_role(words).map(|_| ZoneKind::Byline)
}

/// The name in `Washington correspondent Ha Man-joo` and `Jane Doe, staff writer`.
fn with_role(words: &str) -> Option<&str> {
    if words.len() > LONGEST_LINE || words.contains([':', ';', '“', '"']) {
        return None;
    }
    let (role, name) = name_behind_role(words).or_else(|| name_before_role(words))?;
    let singular = role.strip_suffix('s').unwrap_or(role);
    (ROLES.has(role) || ROLES.has(singular)).then_some(name)
}

/// The first word in lower case that a name, and nothing else, stands behind; and the name.
fn name_behind_role(words: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 40;
    let reach = run(words, LONGEST, |c| c.is_alphabetic() || matches!(c, ' ' | ',' | '.' | '-'));
    let starts = words[..reach].char_indices().map(|(at, _)| at).chain([reach]);
    starts.filter(|&at| !words[..at].ends_with(is_word_character)).find_map(|at| {
        let role = &words[at..at + run(&words[at..], usize::MAX, |c| c.is_ascii_lowercase())];
        let rest = &words[at + role.len()..];
        let name = rest.strip_prefix(',').unwrap_or(rest).strip_prefix(' ')?;
        (!role.is_empty() && is_name(name)).then_some((role, name))
    })
}

/// The last word, where a name, a comma and a few words stand in front of it; and the name.
fn name_before_role(words: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 30;
    let (name, after) = words.split_once(", ").filter(|(name, _)| is_name(name))?;
    let role = after.rsplit(|c: char| !c.is_ascii_lowercase()).next().filter(|role| !role.is_empty())?;
    let before = &after[..after.len() - role.len()];
    let fits = before.chars().all(|c| c.is_alphabetic() || c == ' ') && before.chars().count() <= LONGEST;
    (fits && !before.ends_with(is_word_character)).then_some((role, name))
}

fn is_word_character(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// True for one name and nothing else.
fn is_name(words: &str) -> bool {
    name_ends(words).contains(&Some(words.len()))
}

/// `CIC PRESS TEAM`: a few words in capitals or title case that end in an office's word.
fn is_signature(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let capitalised = words.split_whitespace().all(|word| word.chars().next().is_some_and(char::is_uppercase));
    (2..=5).contains(&count)
        && capitalised
        && words.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '&' | '.'))
        && words.split_whitespace().last().is_some_and(|last| SIGNATURES.has(last))
}

/// The authors the bylines of these zones name, in order, each once, in readable case.
pub fn authors(text: &str, zones: &[Zone]) -> Vec<String> {
    let mut authors: Vec<String> = Vec::new();
    for zone in zones.iter().filter(|zone| zone.kind == ZoneKind::Byline) {
        for name in names_of_byline(zone.span.of(text)) {
            if !ACCOUNTS.has(&name) && !is_role(&name) && !authors.contains(&name) {
                authors.push(name);
            }
        }
    }
    authors
}

/// `Staff Writers` is nobody's name.
fn is_role(name: &str) -> bool {
    let last = name.split_whitespace().last().unwrap_or_default().to_lowercase();
    ROLES.has(&last) || ROLES.has(last.strip_suffix('s').unwrap_or(&last))
}

fn names_of_byline(words: &str) -> Vec<String> {
    if let Some(name) = with_role(words) {
        return vec![readable(name)];
    }
    let sentence = format!(". {words}");
    let found = names_of_by_line(words).or_else(|| Some(byline_at_end(&sentence)?.names));
    match found {
        Some(names) => names
            .replace(" and ", ",")
            .replace(" AND ", ",")
            .replace(" & ", ",")
            .split(',')
            .map(|name| readable(name.trim()))
            .filter(|name| !name.is_empty())
            .collect(),
        None => vec![readable(words)],
    }
}

/// A name in capitals as it is written otherwise; other names stay.
///
/// `LEE HO-JEONG` → `Lee Ho-jeong` (a Korean family name in front), `JANE SMITH-JONES` →
/// `Jane Smith-Jones`, `CIC PRESS TEAM` → `CIC Press Team`.
fn readable(name: &str) -> String {
    if !is_all_caps(name) {
        return name.to_owned();
    }
    let is_office = name.split_whitespace().last().is_some_and(|last| SIGNATURES.has(last));
    let is_korean = name.split_whitespace().next().is_some_and(|first| KOREAN.has(first));
    let word = |word: &str| {
        let keeps = is_office && word.chars().count() <= 3 && !SIGNATURES.has(word);
        if keeps { word.to_owned() } else { title_case(word, is_korean) }
    };
    name.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

fn title_case(word: &str, is_korean: bool) -> String {
    let mut capital = true;
    let mut cased = String::with_capacity(word.len());
    for letter in word.chars() {
        if capital {
            cased.push(letter);
        } else {
            cased.extend(letter.to_lowercase());
        }
        capital = matches!(letter, '\'' | '’' | '.') || (letter == '-' && !is_korean);
    }
    cased
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(words: &str) -> Vec<Zone> {
        vec![Zone { span: Span::new(0, words.len()), kind: ZoneKind::Body }]
    }

    #[test]
    fn bylines_and_their_authors_are_found() {
        let table: &[(&str, &[&str])] = &[
            ("By Jane Doe", &["Jane Doe"]),
            ("By Jane Doe and John Roe, Staff Writers", &["Jane Doe", "John Roe"]),
            ("BY LEE HO-JEONG [lee@example.org]", &["Lee Ho-jeong"]),
            ("Washington correspondent Ha Man-joo", &["Ha Man-joo"]),
            ("Jane Smith, staff writer", &["Jane Smith"]),
            ("It ended on Monday. BY JANE SMITH-JONES []", &["Jane Smith-Jones"]),
            ("By admin", &[]),
            ("By Monday the talks had ended in failure, officials said.", &[]),
            ("By Sea and By Land", &[]),
            ("The envoy arrived. By Friday she had left.", &[]),
            ("South Korean reporter groups protested on Monday.", &[]),
        ];
        for (words, expected) in table {
            let zones = label(words, body(words));
            assert_eq!(&authors(words, &zones), expected, "{words}");
        }
    }

    #[test]
    fn accounts_are_furniture() {
        let joined = "The fleet left. BY KARI BERG [kari@example.org] By admin";
        let kinds: Vec<_> = label(joined, body(joined)).iter().map(|zone| zone.kind).collect();
        assert_eq!(kinds, [ZoneKind::Body, ZoneKind::Byline, ZoneKind::Boilerplate]);
        let text = "The herring fleet left the harbour of Bergen on Tuesday.\nBy admin\nTell us!";
        let zones = crate::text::lines::lines(text).map(|span| Zone { span, kind: ZoneKind::Body }).collect();
        let kinds: Vec<_> = label(text, zones).iter().map(|zone| zone.kind).collect();
        assert_eq!(kinds, [ZoneKind::Body, ZoneKind::Boilerplate, ZoneKind::Boilerplate]);
    }

    #[test]
    fn an_office_signs_at_the_end() {
        let text = "Body text of the release.\n\nCIC PRESS TEAM";
        let zones = vec![
            Zone { span: Span::new(0, 25), kind: ZoneKind::Body },
            Zone { span: Span::new(27, text.len()), kind: ZoneKind::Body },
        ];
        assert_eq!(authors(text, &label(text, zones)), ["CIC Press Team"]);
    }
}
