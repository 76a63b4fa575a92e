//! Sections: files of several titled stories without commentary between them.

use crate::model::{Zone, ZoneKind};
use crate::text::Span;
use crate::text::tokens::TokenKind;

/// A story has at least this many bytes of running text.
const SHORTEST_STORY: usize = 200;

/// Where stories start when the file is a run of them: each behind a rule line, opening with a
/// numbered or dated heading. One story starts at the beginning when the file is none.
pub fn find(text: &str, zones: &[Zone]) -> Vec<usize> {
    let mut starts = vec![0];
    let mut separated = false;
    for (at, zone) in zones.iter().enumerate() {
        let is_rule = zone.kind == ZoneKind::Boilerplate && !zone.span.of(text).chars().any(char::is_alphanumeric);
        if is_rule {
            separated = true;
        } else {
            let opens = separated
                && matches!(zone.kind, ZoneKind::Body | ZoneKind::Headline | ZoneKind::Timestamp | ZoneKind::Dateline);
            if opens && has_own_date(text, &zones[at..]) {
                starts.push(zone.span.start);
            }
            separated &= !opens;
        }
    }
    let whole = Span::new(0, text.len());
    let ends = starts.iter().skip(1).copied().chain([whole.end]);
    let is_run = starts.len() > 1
        && starts.iter().zip(ends).all(|(&start, end)| running(zones, Span::new(start, end)) >= SHORTEST_STORY);
    if is_run { starts } else { vec![0] }
}

/// A story of its own has a timestamp or dateline among its first three zones.
fn has_own_date(text: &str, zones: &[Zone]) -> bool {
    zones
        .iter()
        .take(3)
        .filter(|zone| matches!(zone.kind, ZoneKind::Timestamp | ZoneKind::Dateline))
        .any(|zone| crate::text::tokens::tokens(text, zone.span).iter().any(|token| token.kind == TokenKind::Number))
}

fn running(zones: &[Zone], within: Span) -> usize {
    let from = zones.partition_point(|zone| zone.span.start < within.start);
    let inside = zones[from..].iter().take_while(|zone| zone.span.end <= within.end);
    inside.filter(|zone| zone.kind == ZoneKind::Body).map(|zone| zone.span.len()).sum()
}
