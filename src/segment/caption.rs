//! Captions and credits: words about a picture that the text no longer shows.

use std::sync::LazyLock;

use regex::Regex;

use super::zones::{cut, relabel_body};
use crate::model::{Zone, ZoneKind};
use crate::text::Span;
use crate::text::lexicon::AGENCIES;

/// Longest paragraph that can be a caption, in bytes.
const LONGEST: usize = 600;

/// `/ Source: Harbour Pool |`, `Photograph: A. Doe/AFP`, `(Photo by A. Doe)`, `Image credit: X`
/// at the end of a paragraph.
static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?P<credit>(?:[/|(\[]\s*)?(?i:photo(?:graph)?s?(?: by|:| courtesy of| credit:?)|image(?: by|:| credit:?| courtesy of)|",
        r"pictures?(?: by|:)|source:|credit:|courtesy(?: of|:)|illustration:|graphic:)\s*",
        r"[\p{L}\p{N}][^.|()\[\]]{1,60}[)\]]?)\s*[|]?\s*$"
    ))
});

/// `[MINISTRY OF DEFENSE]`, `[YONHAP]`, `(AP Photo/J. Doe)` at the end of a paragraph.
static BRACKETED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?P<credit>\[[\p{Lu}][\p{Lu}\p{N} .,&/'’-]{2,60}\]|\((?:AP|AFP|EPA|Reuters|Getty|Yonhap|Kyodo|Xinhua)[^)]{0,40}\))\s*[|]?\s*$",
    )
});

/// The words behind the last sentence: `… in Washington. Yonhap`.
static LAST_WORDS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[.!?”)]\s*(?P<credit>\p{Lu}[\p{L}\p{N}.&/-]*(?: [\p{L}\p{N}.&/-]+){0,4})\s*[|]?\s*$"));

fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("a valid pattern")
}

/// Labels paragraphs that end in a picture credit as caption and credit; a line that is a credit
/// and nothing else is a credit.
pub fn label(text: &str, zones: Vec<Zone>) -> Vec<Zone> {
    relabel_body(zones, |zone| {
        let words = zone.span.of(text);
        if words.len() > LONGEST {
            return vec![zone];
        }
        let Some(start) = credit_start(words) else { return vec![zone] };
        let start = start + zone.span.start;
        let caption = Zone { span: Span::new(zone.span.start, start), kind: ZoneKind::Caption };
        let credit = Zone { span: Span::new(start, zone.span.end), kind: ZoneKind::Credit };
        cut(text, zone, &[caption, credit])
    })
}

/// Where the credit at the end of `words` starts.
fn credit_start(words: &str) -> Option<usize> {
    for finder in [&*CREDIT, &*BRACKETED] {
        if let Some(credit) = finder.captures(words).and_then(|found| found.name("credit")) {
            let before = words[..credit.start()].trim_end();
            let stands_apart = before.is_empty()
                || before.ends_with(['.', '!', '?', '”', '’', ')', '"'])
                || credit.as_str().starts_with(['/', '|', '(', '[']);
            return stands_apart.then_some(credit.start());
        }
    }
    let credit = LAST_WORDS.captures(words)?.name("credit")?;
    let names_agency = credit.as_str().split('/').any(|part| AGENCIES.has(part.trim()));
    names_agency.then_some(credit.start())
}

/// The picture credit inside a paragraph whose lines were joined: its span in `words`, when it
/// stands in the first `opening` bytes and a sentence follows.
pub fn credit_inside(words: &str, opening: usize) -> Option<Span> {
    static INSIDE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?P<credit>\[[\p{Lu}][\p{Lu}\p{N} .,&/'’-]{2,60}\]",
            r"|\((?:AP|AFP|EPA|Reuters|Getty|Yonhap|Kyodo|Xinhua|Photo)[^)]{0,60}\)",
            r"|[/|]\s*(?i:source|photo|credit|image|courtesy)\s*(?:by|of)?:?\s+[^.|()\[\]]{2,40}\s*\|)",
            r"\s+[\p{Lu}“‘”0-9]"
        ))
    });
    let found = INSIDE.captures(words)?.name("credit")?;
    (found.start() <= opening).then(|| Span::new(found.start(), found.end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_are_cut_from_their_captions() {
        let table = [
            ("Ministers meet in Bergen on June 2, 2021./ Source: Harbour Pool |", Some("/ Source: Harbour Pool |")),
            ("John Doe speaks in Washington, Tuesday. Yonhap", Some("Yonhap")),
            ("The minister at his desk. [MINISTRY OF DEFENSE]", Some("[MINISTRY OF DEFENSE]")),
            ("A ship at sea. (AP Photo/Jane Doe)", Some("(AP Photo/Jane Doe)")),
            ("Photograph: Jane Doe/AFP/Getty Images", Some("Photograph: Jane Doe/AFP/Getty Images")),
            ("A ship. Photo by Jane Doe", Some("Photo by Jane Doe")),
            ("He named his source: the minister", None),
            ("The talks ended. Tokyo agreed", None),
            ("It was reported by Yonhap", None),
            ("The U.N. (AP)", Some("(AP)")),
        ];
        for (words, credit) in table {
            assert_eq!(credit_start(words).map(|start| &words[start..]), credit, "{words}");
        }
    }
}
