//! Citation keys: hashes in square brackets that a text cites its sources by.

use std::sync::LazyLock;

use regex::Regex;

use crate::model::{ReferenceMention, Zone};
use crate::text::Span;

/// `[a3a17192]`: six to forty hexadecimal digits, one of them a digit and one a letter, so that
/// `[deadbeef]`, which could be a word, and `[2024]` stay out. Several may share the brackets.
static KEY: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\[([0-9a-f]{6,40}(?:\s*[,;]\s*[0-9a-f]{6,40})*)\]").expect("a valid pattern"));

/// The citation keys of the evidence zones, in order.
pub fn find_references(text: &str, zones: &[Zone]) -> Vec<ReferenceMention> {
    let mut found = Vec::new();
    for zone in zones.iter().filter(|zone| zone.kind.is_evidence()) {
        for bracket in KEY.captures_iter(zone.span.of(text)) {
            let whole = bracket.get(0).expect("group 0 is the match");
            let span = Span::new(whole.start(), whole.end()).shifted(zone.span.start);
            let keys = bracket[1].split([',', ';']).map(str::trim).filter(|key| is_key(key));
            found.extend(keys.map(|key| ReferenceMention { span, key: key.to_owned() }));
        }
    }
    found
}

fn is_key(key: &str) -> bool {
    key.bytes().any(|byte| byte.is_ascii_digit()) && key.bytes().any(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ZoneKind;

    #[test]
    fn keys_are_told_from_words_and_years() {
        let table: &[(&str, &[&str])] = &[
            ("It was signed [a3a17192].", &["a3a17192"]),
            ("Two [a3a17192, e6cda50b].", &["a3a17192", "e6cda50b"]),
            ("In [2024] and [deadbeef] and [1] and [sic].", &[]),
        ];
        for (text, expected) in table {
            let zone = Zone { span: Span::new(0, text.len()), kind: ZoneKind::Body };
            let keys: Vec<_> = find_references(text, &[zone]).into_iter().map(|found| found.key).collect();
            assert_eq!(&keys, expected, "{text}");
        }
    }
}
