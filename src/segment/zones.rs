//! Splitting and walking zones: the moves that every rule is made of.

use crate::model::{Zone, ZoneKind};
use crate::text::Span;

/// Cuts a zone into labelled parts, in order. Parts are trimmed; what lies between them keeps the
/// zone's kind; empty parts vanish.
pub fn cut(text: &str, zone: Zone, parts: &[Zone]) -> Vec<Zone> {
    let mut cut = Vec::with_capacity(parts.len() + 1);
    let mut at = zone.span.start;
    for part in parts {
        push(text, &mut cut, Zone { span: Span::new(at, part.span.start), kind: zone.kind });
        push(text, &mut cut, *part);
        at = part.span.end;
    }
    push(text, &mut cut, Zone { span: Span::new(at, zone.span.end), kind: zone.kind });
    cut
}

fn push(text: &str, zones: &mut Vec<Zone>, zone: Zone) {
    let span = zone.span.trimmed(text);
    if !span.is_empty() {
        zones.push(Zone { span, ..zone });
    }
}

/// Replaces each body zone by what `rule` makes of it; other zones stay.
pub fn relabel_body(zones: Vec<Zone>, mut rule: impl FnMut(Zone) -> Vec<Zone>) -> Vec<Zone> {
    let mut relabelled = Vec::with_capacity(zones.len());
    for zone in zones {
        if zone.kind == ZoneKind::Body {
            relabelled.extend(rule(zone));
        } else {
            relabelled.push(zone);
        }
    }
    relabelled
}

/// The first body zone and its index.
pub fn first_body(zones: &[Zone]) -> Option<(usize, Zone)> {
    zones.iter().copied().enumerate().find(|(_, zone)| zone.kind == ZoneKind::Body)
}

/// The same zone with another kind.
pub fn as_kind(zone: Zone, kind: ZoneKind) -> Zone {
    Zone { kind, ..zone }
}
