//! Page furniture: comment forms, sharing buttons, counters, version marks, table residue.

use std::sync::LazyLock;

use regex::Regex;

use super::zones::{as_kind, cut, relabel_body};
use crate::model::{Zone, ZoneKind};
use crate::text::Span;
use crate::text::words::table;

/// Longest line that can be furniture, in bytes.
const LONGEST_LINE: usize = 200;

struct Furniture {
    lines: Vec<&'static str>,
    starts: Vec<&'static str>,
    forms: Vec<&'static str>,
}

static FURNITURE: LazyLock<Furniture> = LazyLock::new(|| {
    let rows: Vec<_> = table(include_str!("data/furniture.en.txt")).collect();
    let of = |kind: &str| rows.iter().filter(|(key, _)| *key == kind).map(|(_, words)| *words).collect();
    Furniture { lines: of("line"), starts: of("starts"), forms: of("form") }
});

/// `0`, `| | 0 |`, `12 comments`, `1,204 views`; not `2023`.
static COUNTER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:[|\s\d.,]*[|][|\s\d.,]*|\d{1,3}(?:[.,]\d{3})*|(?:\d[\d.,]*k?|no)\s+(?:comments?|shares?|views?|likes?|reads?|reactions?|retweets?|min(?:ute)?s? read))$")
        .expect("a valid pattern")
});

/// `v0.24 🌳`, `Version 1.2.3`; not `0.24`.
static VERSION: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(?i:v|ver\.?|version)\s?\d+(?:\.\d+)+[a-z]?\W{0,8}$").expect("a valid pattern"));

/// Labels furniture, counters and version marks.
pub fn label(text: &str, zones: Vec<Zone>) -> Vec<Zone> {
    let mut in_form = false;
    relabel_body(zones, |zone| {
        let words = zone.span.of(text);
        let folded = words.to_lowercase();
        if in_form && words.len() <= LONGEST_LINE {
            return vec![as_kind(zone, ZoneKind::Boilerplate)];
        }
        in_form = false;
        if let Some(start) = form_start(words, &folded) {
            in_form = true;
            let form = Zone { span: Span::new(zone.span.start + start, zone.span.end), kind: ZoneKind::Boilerplate };
            return cut(text, zone, &[form]);
        }
        vec![kind_of_line(words, &folded).map_or(zone, |kind| as_kind(zone, kind))]
    })
}

fn kind_of_line(words: &str, folded: &str) -> Option<ZoneKind> {
    if words.len() > LONGEST_LINE {
        return None;
    }
    if COUNTER.is_match(folded) {
        return Some(ZoneKind::Counter);
    }
    if VERSION.is_match(words) {
        return Some(ZoneKind::Version);
    }
    let furniture = &*FURNITURE;
    let is_furniture =
        furniture.lines.contains(&folded) || furniture.starts.iter().any(|start| folded.starts_with(start));
    let is_rule = !words.chars().any(char::is_alphanumeric)
        && words.chars().all(|c| c.is_ascii() || c == '—' || c == '–' || c == '•');
    (is_furniture || is_rule).then_some(ZoneKind::Boilerplate)
}

/// Where a comment form begins: at the start of the paragraph, or behind the end of a sentence in
/// it. Two phrases are wanted inside a long paragraph, so that prose about forms is none.
fn form_start(words: &str, folded: &str) -> Option<usize> {
    let forms = &FURNITURE.forms;
    if words.len() <= LONGEST_LINE && forms.iter().any(|form| folded.starts_with(form)) {
        return Some(0);
    }
    if folded.len() != words.len() {
        return None; // lower-casing moved bytes: places in `folded` would be wrong in `words`
    }
    let mut places: Vec<usize> = forms.iter().filter_map(|form| folded.rfind(form)).collect();
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
            assert_eq!(kind_of_line(line, &line.to_lowercase()), kind, "{line}");
        }
    }

    #[test]
    fn a_form_inside_a_line_needs_two_phrases() {
        let glued =
            "The talks ended. Leave a Reply Your email address will not be published. Required fields are marked *";
        assert_eq!(form_start(glued, &glued.to_lowercase()), Some(17));
        let prose = "He asked readers to leave a comment, and to say why the treaty matters to them in their own country today.";
        assert_eq!(form_start(prose, &prose.to_lowercase()), None);
    }
}
