//! Bylines and signatures: who wrote the text. Accounts such as `admin` are furniture.

use std::sync::LazyLock;

use regex::Regex;

use super::zones::{as_kind, cut, relabel_body};
use crate::model::{Zone, ZoneKind};
use crate::text::Span;
use crate::text::tokens::is_all_caps;
use crate::text::words::WordSet;

static ACCOUNTS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/accounts.txt")));
static ROLES: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/byline-roles.en.txt")));
static SIGNATURES: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/signatures.en.txt")));
static KOREAN: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/korean-family-names.txt")));

const NAME: &str = r"\p{Lu}[\p{L}.'’-]*(?: (?:(?:de|van|von|al|bin|da|del|der) )?\p{Lu}[\p{L}.'’-]*){1,3}";

/// `By Jane Doe`, `BY JANE DOE and John Roe, Staff Writers`, `By admin`.
static BY_LINE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^(?:[Bb]y|BY|[Ww]ritten by|[Rr]eported by)[: ]\s*(?P<names>{NAME}(?:(?:,| and| AND| &) {NAME})*)(?P<rest>\s*[,|(\[].*)?$"
    ))
});

/// `By admin`: the name of an account.
static BY_ACCOUNT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?:[Bb]y|BY|[Pp]osted by)[: ]\s*(?P<account>\w[\w .@-]{1,30})$"));

/// ` By admin` behind everything else of a paragraph whose lines were joined.
static ACCOUNT_AT_END: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\s(?P<line>(?:[Bb]y|BY|[Pp]osted by) (?P<account>\w[\w .-]{1,20}))$"));

/// ` BY LEE HO-JEONG [lee@example.org]` behind the last sentence of a paragraph.
static BY_AT_END: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"[.!?”’')\]]\s+(?P<line>(?:BY|By) (?P<names>{NAME}(?:(?:,| and| AND| &) {NAME})*)\s*(?:\[[^\]]*\]|\([^)]*@[^)]*\)|\S+@\S+)?)\s*$"
    ))
});

/// A name, or names, next to a role of the trade.
static WITH_ROLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^(?:(?P<before>[\p{{L}} ,.-]{{0,40}}?\b(?P<role1>[a-z]+)),? (?P<name1>{NAME})|(?P<name2>{NAME}), (?P<after>[\p{{L}} ]{{0,30}}?\b(?P<role2>[a-z]+)))$"
    ))
});

fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("a valid pattern")
}

/// Longest line that can be a byline, in bytes.
const LONGEST_LINE: usize = 140;

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
    BY_ACCOUNT.captures(words).is_some_and(|found| ACCOUNTS.has(found["account"].trim()))
}

/// The byline and the account that stand behind the last sentence of a paragraph.
fn at_end(zone: Zone, words: &str) -> Vec<Zone> {
    let part = |start: usize, end: usize, kind| Zone { span: Span::new(start, end).shifted(zone.span.start), kind };
    let account = ACCOUNT_AT_END.captures(words).filter(|found| ACCOUNTS.has(&found["account"]));
    let account = account.and_then(|found| found.name("line"));
    let rest = &words[..account.map_or(words.len(), |account| account.start())];
    let byline = BY_AT_END.captures(rest).and_then(|found| found.name("line"));
    let byline = byline.map(|line| part(line.start(), line.end(), ZoneKind::Byline));
    let account = account.map(|line| part(line.start(), line.end(), ZoneKind::Boilerplate));
    byline.into_iter().chain(account).collect()
}

fn line_kind(words: &str) -> Option<ZoneKind> {
    if words.len() > LONGEST_LINE {
        return None;
    }
    if is_account_line(words) {
        return Some(ZoneKind::Boilerplate);
    }
    if BY_LINE.is_match(words) && !words.ends_with(['.', ':', '?']) {
        return Some(ZoneKind::Byline);
    }
    with_role(words).map(|_| ZoneKind::Byline)
}

/// The name in `Washington correspondent Ha Man-joo` and `Jane Doe, staff writer`.
fn with_role(words: &str) -> Option<&str> {
    if words.len() > LONGEST_LINE || words.contains([':', ';', '“', '"']) {
        return None;
    }
    let found = WITH_ROLE.captures(words)?;
    let role = found.name("role1").or_else(|| found.name("role2"))?.as_str();
    let singular = role.strip_suffix('s').unwrap_or(role);
    let name = found.name("name1").or_else(|| found.name("name2"))?;
    (ROLES.has(role) || ROLES.has(singular)).then(|| &words[name.start()..name.end()])
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
    let found = BY_LINE.captures(words).map(|captures| captures["names"].to_owned()).or_else(|| {
        let sentence = format!(". {words}");
        BY_AT_END.captures(&sentence).map(|captures| captures["names"].to_owned())
    });
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
