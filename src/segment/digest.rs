//! Digests: a file in which somebody pasted several texts and wrote between them.
//!
//! Each story opens with a lead-in, a paragraph of commentary that ends in a colon; the pasted text
//! follows, and sometimes more commentary. Commentary is never evidence.

use std::sync::LazyLock;

use regex::Regex;

use crate::model::{Zone, ZoneKind};
use crate::text::Span;

/// A digest's stories and commentary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// Where each story starts: its lead-in.
    pub starts: Vec<usize>,
    /// The spans of the zones that are commentary, sorted.
    pub commentary: Vec<Span>,
}

/// The pasting person speaks: `I`, `my`, `you can read more`. `We` and `our` are left to the news.
static FIRST_PERSON: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\bI(?:['’](?:m|d|ve|ll))?\b|\b(?i:my|mine|myself|imho|imo)\b|\b(?i:you can read|read (?:more|the rest) (?:at|here)|at the link|via the link)\b|\b(?i:as readers know|hat tip|h/t)\b")
        .expect("a valid pattern")
});

/// A pasted story opens like news: somebody said something, on some day.
static LEDE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:said|says|told|announced|reported|according to|reveals|agreed|signed)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
        .expect("a valid pattern")
});

/// Words in double quotation marks, straight or curly.
static QUOTED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)").expect("a valid pattern"));

/// Shortest lead-in, in words: `He said:` is none.
const SHORTEST_LEAD_IN: usize = 5;
/// Shortest pasted paragraph behind a lead-in, in bytes.
const SHORTEST_PASTED: usize = 80;

/// Finds a digest: three lead-ins, or two where somebody speaks in the first person outside
/// quotation marks, half of them at least in front of something that opens like news.
pub fn find(text: &str, zones: &[Zone]) -> Option<Digest> {
    let body: Vec<Zone> =
        zones.iter().copied().filter(|zone| matches!(zone.kind, ZoneKind::Body | ZoneKind::Caption)).collect();
    let leads: Vec<usize> = (0..body.len()).filter(|&at| is_lead_in(text, &body, at)).collect();
    if leads.len() < 2 {
        return None;
    }
    let speaks = body.iter().any(|zone| zone.kind == ZoneKind::Body && speaks_in_first_person(zone.span.of(text)));
    let ledes = leads.iter().filter(|&&lead| LEDE.is_match(body[lead + 1].span.of(text))).count();
    if (leads.len() < 3 && !speaks) || ledes * 2 < leads.len() {
        return None;
    }
    let mut commentary: Vec<Span> = body[..leads[0]].iter().map(|zone| zone.span).collect();
    for (number, &lead) in leads.iter().enumerate() {
        let end = leads.get(number + 1).copied().unwrap_or(body.len());
        commentary.push(body[lead].span);
        commentary.extend(tail_of_commentary(text, &body[lead + 1..end]));
    }
    Some(Digest { starts: leads.iter().map(|&lead| body[lead].span.start).collect(), commentary })
}

fn is_lead_in(text: &str, body: &[Zone], at: usize) -> bool {
    let words = body[at].span.of(text);
    let Some(next) = body.get(at + 1) else { return false };
    let pasted = next.span.of(text);
    body[at].kind == ZoneKind::Body
        && words.ends_with(':')
        && words.split_whitespace().count() >= SHORTEST_LEAD_IN
        && pasted.len() >= SHORTEST_PASTED
        && !pasted.ends_with(':')
        && !pasted.starts_with(['“', '"', '‘', '-', '*', '•', '–'])
}

/// Once the pasting person speaks again behind a pasted text, the rest of the section is theirs.
fn tail_of_commentary(text: &str, section: &[Zone]) -> Vec<Span> {
    let first = section
        .iter()
        .position(|zone| zone.kind == ZoneKind::Body && speaks_in_first_person(zone.span.of(text)))
        .unwrap_or(section.len());
    section[first..].iter().map(|zone| zone.span).collect()
}

fn speaks_in_first_person(words: &str) -> bool {
    FIRST_PERSON.is_match(&QUOTED.replace_all(words, " "))
}

/// Labels the commentary.
pub fn label(zones: Vec<Zone>, digest: &Digest) -> Vec<Zone> {
    zones
        .into_iter()
        .map(|zone| match digest.commentary.binary_search(&zone.span).is_ok() {
            true => Zone { kind: ZoneKind::Commentary, ..zone },
            false => zone,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Option<String> {
        let zones: Vec<Zone> =
            crate::text::lines::lines(text).map(|span| Zone { span, kind: ZoneKind::Body }).collect();
        let digest = find(text, &zones)?;
        Some(
            label(zones, &digest)
                .iter()
                .map(|zone| if zone.kind == ZoneKind::Commentary { 'c' } else { 'b' })
                .collect(),
        )
    }

    #[test]
    fn lead_ins_and_trailing_remarks_are_commentary() {
        let pasted =
            "The herring fleet of the northern harbours left on Tuesday, the ministry of trade said in Bergen.";
        let text = format!(
            "This is the good news about our herring:\n{pasted}\n{pasted}\nI doubt it will last.\nIt never does.\nAnd here is more news about the cod:\n{pasted}"
        );
        assert_eq!(kinds(&text).as_deref(), Some("cbbcccb"));
    }

    #[test]
    fn an_article_with_colons_is_no_digest() {
        let long = "The fleet of the northern harbours left on Tuesday, the ministry of trade said in Bergen.";
        let quotes =
            format!("The minister put it in these words:\n“{long}”\nThe opposition answered in these words:\n“{long}”");
        assert_eq!(kinds(&quotes), None);
        let blog = "I want to show you three ways of cooking cod at home, my friends:\nThe first way takes a pot of water and a spoon of salt, and nothing else is needed for it to work.\nThe second way takes a pan, and here is all that I put into it every time:\nThe butter goes first and then the cod, which must be dry, or else it will stick to the pan at once.";
        assert_eq!(kinds(blog), None);
        let one = format!("The ministry gave its reasons as follows:\n{long}\n{long}");
        assert_eq!(kinds(&one), None);
    }
}
