//! Headlines: a first line that titles what follows, its repetition, and sub-headings.

use super::zones::as_kind;
use crate::model::{Zone, ZoneKind};
use crate::text::compare::fold;
use crate::text::tokens::is_all_caps;

/// Longest headline, in bytes.
const LONGEST: usize = 220;
/// A body paragraph of this length shows that the first line was a headline, in bytes.
const BODY_PARAGRAPH: usize = 80;

/// Labels the first line when it titles the text, and lines that repeat a headline.
pub fn label(text: &str, zones: Vec<Zone>) -> Vec<Zone> {
    let mut zones = zones;
    let has_headline = zones.iter().any(|zone| zone.kind == ZoneKind::Headline);
    if !has_headline
        && let Some(index) = zones.iter().position(|zone| zone.kind == ZoneKind::Body)
        && is_headline(text, &zones, index)
    {
        zones[index] = as_kind(zones[index], ZoneKind::Headline);
    }
    repeated(text, zones)
}

fn is_headline(text: &str, zones: &[Zone], index: usize) -> bool {
    let words = zones[index].span.of(text);
    let opens_text = zones[..index]
        .iter()
        .all(|zone| zone.kind.is_left_out() || matches!(zone.kind, ZoneKind::Timestamp | ZoneKind::Byline));
    let has_body = zones[index + 1..].iter().filter(|zone| zone.kind == ZoneKind::Body).any(|zone| {
        let body = zone.span.of(text);
        body.len() >= BODY_PARAGRAPH || body.ends_with(['.', '!', '?', '”', '"'])
    });
    opens_text && has_body && words.len() <= LONGEST && looks_like_title(words)
}

/// No full stop at its end, unless all of it is capitals; not a list of marks.
fn looks_like_title(words: &str) -> bool {
    let is_open = !words.ends_with(['.', ',', ';', ':', '…', '。', '/']) || words.ends_with("...");
    let is_capitals = is_all_caps(words) && words.split_whitespace().count() >= 3;
    (is_open || is_capitals) && words.chars().any(char::is_alphabetic)
}

/// A body line near the top that says the headline again.
fn repeated(text: &str, zones: Vec<Zone>) -> Vec<Zone> {
    let plain = |zone: &Zone| fold(zone.span.of(text)).trim_end_matches(['.', '!']).to_owned();
    let headlines: Vec<String> = zones.iter().filter(|zone| zone.kind == ZoneKind::Headline).map(plain).collect();
    let mut bodies = 0;
    zones
        .into_iter()
        .map(|zone| {
            bodies += usize::from(zone.kind == ZoneKind::Body);
            let repeats = !headlines.is_empty()
                && zone.kind == ZoneKind::Body
                && bodies <= 3
                && zone.span.len() <= LONGEST
                && headlines.contains(&plain(&zone));
            if repeats { as_kind(zone, ZoneKind::Headline) } else { zone }
        })
        .collect()
}
