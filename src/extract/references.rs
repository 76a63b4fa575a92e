//! Citation keys: hashes in square brackets that a text cites its sources by.

use crate::model::{ReferenceMention, Zone};
use crate::text::Span;

/// The citation keys of the evidence zones, in order.
pub fn find_references(text: &str, zones: &[Zone]) -> Vec<ReferenceMention> {
    let mut found = Vec::new();
    for zone in zones.iter().filter(|zone| zone.kind.is_evidence()) {
        let words = zone.span.of(text);
        for (start, _) in words.match_indices('[') {
            let behind = &words[start + 1..];
            let (inner, close) = behind.split_at(behind.find(is_no_part).unwrap_or(behind.len()));
            if !close.starts_with(']') || !is_list(inner) {
                continue;
            }
            let span = Span::new(start, start + 1 + inner.len() + 1).shifted(zone.span.start);
            let keys = inner.split([',', ';']).map(str::trim).filter(|key| is_key(key));
            found.extend(keys.map(|key| ReferenceMention { span, key: key.to_owned() }));
        }
    }
    found
}

/// True for what stands in no list of keys, the closing bracket included.
fn is_no_part(c: char) -> bool {
    !(matches!(c, '0'..='9' | 'a'..='f' | ',' | ';') || c.is_whitespace())
}

/// Hashes of six to forty hexadecimal digits, divided by commas or semicolons.
fn is_list(inner: &str) -> bool {
    let is_hash = |key: &str| (6..=40).contains(&key.len()) && !key.contains(char::is_whitespace);
    inner.trim().len() == inner.len() && inner.split([',', ';']).all(|key| is_hash(key.trim()))
}

/// A digit and a letter at least, so that `[deadbeef]`, which could be a word, and `[2024]` stay out.
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
