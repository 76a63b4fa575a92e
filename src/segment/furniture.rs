//! Page furniture: comment forms, sharing buttons, counters, version marks, table residue.

use std::sync::LazyLock;

use regex::Regex;

use super::matching::{digits, exactly, strip_any, strip_space};
use super::zones::{as_kind, cut, relabel_body};
use crate::model::{Zone, ZoneKind};
use crate::text::Span;
use crate::text::words::{WordMap, table};

/// Longest line that can be furniture, in bytes.
const LONGEST_LINE: usize = 200;

struct Furniture {
    lines: WordMap<()>,
    starts: Vec<&'static str>,
    forms: Vec<&'static str>,
    /// Matches where one of `forms` stands.
    any_form: Regex,
}

static FURNITURE: LazyLock<Furniture> = LazyLock::new(|| {
    let rows: Vec<_> = table(include_str!("data/furniture.en.txt")).collect();
    let of = |kind: &'static str| rows.iter().filter(move |(key, _)| *key == kind).map(|(_, words)| *words);
    let forms: Vec<&'static str> = of("form").collect();
    let any_form = forms.iter().map(|form| regex::escape(form)).collect::<Vec<_>>().join("|");
    Furniture {
        lines: WordMap::new(of("line").map(|line| (line, ()))),
        starts: of("starts").collect(),
        forms,
        any_form: Regex::new(&any_form).expect("escaped words are a valid pattern"),
    }
});

/// Labels furniture, counters and version marks.
pub fn label(text: &str, zones: Vec<Zone>) -> Vec<Zone> {
    let mut in_form = false;
    relabel_body(zones, |zone| {
        let words = zone.span.of(text);
        if in_form && words.len() <= LONGEST_LINE {
            return vec![as_kind(zone, ZoneKind::Boilerplate)];
        }
        in_form = false;
        if let Some(start) = form_start(words) {
            in_form = true;
            let form = Zone { span: Span::new(zone.span.start + start, zone.span.end), kind: ZoneKind::Boilerplate };
            return cut(text, zone, &[form]);
        }
        vec![kind_of_line(words).map_or(zone, |kind| as_kind(zone, kind))]
    })
}

fn kind_of_line(words: &str) -> Option<ZoneKind> {
    if words.len() > LONGEST_LINE {
        return None;
    }
    let folded = words.to_lowercase();
    if is_counter(&folded) {
        return Some(ZoneKind::Counter);
    }
    if is_version(words) {
        return Some(ZoneKind::Version);
    }
    let furniture = &*FURNITURE;
    let is_furniture =
        furniture.lines.get(&folded).is_some() || furniture.starts.iter().any(|start| folded.starts_with(start));
    let is_rule = !words.chars().any(char::is_alphanumeric)
        && words.chars().all(|c| c.is_ascii() || c == '—' || c == '–' || c == '•');
    (is_furniture || is_rule).then_some(ZoneKind::Boilerplate)
}

/// `0`, `| | 0 |`, `12 comments`, `1,204 views`; not `2023`.
fn is_counter(folded: &str) -> bool {
    if !folded.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '|' | '.' | ',' | 'n')) {
        return false;
    }
    let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let is_residue = folded.contains('|') && folded.chars().all(|c| is_figure(c) || c == '|' || c.is_whitespace());
    is_residue || is_number(folded) || is_count_of_readers(folded)
}

/// `0`, `1,204`
fn is_number(folded: &str) -> bool {
    let Some((_, mut rest)) = digits(folded, 3) else { return false };
    while let Some((_, behind)) = rest.strip_prefix(['.', ',']).and_then(|group| exactly(group, 3)) {
        rest = behind;
    }
    rest.is_empty()
}

/// `12k views`, `no comments`
fn is_count_of_readers(folded: &str) -> bool {
    const COUNTED: [&str; 18] = [
        "comment",
        "comments",
        "share",
        "shares",
        "view",
        "views",
        "like",
        "likes",
        "read",
        "reads",
        "reaction",
        "reactions",
        "retweet",
        "retweets",
        "min read",
        "mins read",
        "minute read",
        "minutes read",
    ];
    let figure = folded.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let number = folded.starts_with(|c: char| c.is_ascii_digit()).then(|| figure.strip_prefix('k').unwrap_or(figure));
    let counted = number.or_else(|| folded.strip_prefix("no")).and_then(strip_space);
    counted.is_some_and(|counted| COUNTED.contains(&counted))
}

/// `v0.24 🌳`, `Version 1.2.3`; not `0.24`.
fn is_version(words: &str) -> bool {
    let Some(number) = strip_any(words, &["version", "ver.", "ver", "v"]) else { return false };
    let number = number.strip_prefix(char::is_whitespace).unwrap_or(number);
    let Some((_, mut rest)) = digits(number, usize::MAX) else { return false };
    let mut parts = 0;
    while let Some((_, behind)) = rest.strip_prefix('.').and_then(|part| digits(part, usize::MAX)) {
        rest = behind;
        parts += 1;
    }
    let rest = rest.strip_prefix(|c: char| c.is_ascii_lowercase()).unwrap_or(rest);
    let is_mark = |c: char| !c.is_alphanumeric() && c != '_';
    parts > 0 && rest.chars().all(is_mark) && rest.chars().count() <= 8
}

/// Where a comment form begins: at the start of the paragraph, or behind the end of a sentence in
/// it. Two phrases are wanted inside a long paragraph, so that prose about forms is none.
fn form_start(words: &str) -> Option<usize> {
    let furniture = &*FURNITURE;
    let mut tail = words.len().saturating_sub(2 * LONGEST_LINE);
    while !words.is_char_boundary(tail) {
        tail += 1;
    }
    // Whatever begins a form begins it in the tail: nearly every paragraph is done with here.
    if !furniture.any_form.is_match(&words[tail..].to_lowercase()) {
        return None;
    }
    let folded = words.to_lowercase();
    if words.len() <= LONGEST_LINE && furniture.forms.iter().any(|form| folded.starts_with(form)) {
        return Some(0);
    }
    if folded.len() != words.len() {
        return None; // lower-casing moved bytes: places in `folded` would be wrong in `words`
    }
    let mut places: Vec<usize> = furniture.forms.iter().filter_map(|form| folded.rfind(form)).collect();
    places.sort_unstable();
    let first = *places.first()?;
    (places.len() >= 2 && words.is_char_boundary(first) && words.len() - first <= 2 * LONGEST_LINE).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_furniture_are_told_from_text() {
        let table = [
            ("| | 0 |", Some(ZoneKind::Counter)),
            ("0", Some(ZoneKind::Counter)),
            ("1,204 views", Some(ZoneKind::Counter)),
            ("2023", None),
            ("2,023 troops", None),
            ("v0.24 🌳", Some(ZoneKind::Version)),
            ("Version 2.1.0", Some(ZoneKind::Version)),
            ("V. 3 of the treaty", None),
            ("SHARE THIS", Some(ZoneKind::Boilerplate)),
            ("Share prices fell", None),
            ("* * *", Some(ZoneKind::Boilerplate)),
            ("Copyright © 2023 Example", Some(ZoneKind::Boilerplate)),
            ("Comment is free", None),
        ];
        for (line, kind) in table {
            assert_eq!(kind_of_line(line), kind, "{line}");
        }
    }

    #[test]
    fn a_form_inside_a_line_needs_two_phrases() {
        let glued =
            "The talks ended. Leave a Reply Your email address will not be published. Required fields are marked *";
        assert_eq!(form_start(glued), Some(17));
        let prose = "He asked readers to leave a comment, and to say why the treaty matters to them in their own country today.";
        assert_eq!(form_start(prose), None);
    }
}
