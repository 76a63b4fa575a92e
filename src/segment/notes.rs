//! Notes of a page about itself: when an article was printed, changed or broadcast, that a comment was removed, who
//! posted a tip. Their dates tell of no happening.

use std::sync::LazyLock;

use super::comments::signature;
use super::zones::{cut, relabel_body};
use crate::model::{Zone, ZoneKind};
use crate::text::words::table;
use crate::text::{Span, sentences};

/// The thing that a note is of stands so many words behind its lead (`this Norwick News clip`).
const THING: usize = 4;

struct Words {
    opens: Vec<&'static str>,
    holds: Vec<&'static str>,
    leads: Vec<&'static str>,
    things: Vec<&'static str>,
    verbs: Vec<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let rows: Vec<_> = table(include_str!("data/notes.en.txt")).collect();
    let of = |kind: &str| rows.iter().filter(|(key, _)| *key == kind).map(|(_, words)| *words).collect();
    Words { opens: of("opens"), holds: of("holds"), leads: of("lead"), things: of("thing"), verbs: of("verb") }
});

/// Labels the notes inside the running text as boilerplate.
pub fn label(text: &str, zones: Vec<Zone>) -> Vec<Zone> {
    relabel_body(zones, |zone| {
        let found = notes(text, zone.span);
        if found.is_empty() {
            return vec![zone];
        }
        let parts: Vec<Zone> = found.into_iter().map(|span| Zone { span, kind: ZoneKind::Boilerplate }).collect();
        cut(text, zone, &parts)
    })
}

/// The notes of a paragraph, in order.
fn notes(text: &str, paragraph: Span) -> Vec<Span> {
    let folded = paragraph.of(text).to_lowercase();
    let marks = WORDS.opens.iter().chain(&WORDS.holds).chain(&WORDS.verbs);
    let mut found: Vec<Span> = Vec::new();
    if marks.into_iter().any(|mark| folded.contains(mark)) {
        found.extend(sentences::sentences(text, paragraph).into_iter().filter(|span| is_note(span.of(text))));
    }
    let signed = signature(paragraph.of(text)).map(|span| span.shifted(paragraph.start));
    found.extend(signed.filter(|signed| !found.iter().any(|note| note.overlaps(*signed))).collect::<Vec<_>>());
    found.sort_unstable();
    found
}

fn is_note(sentence: &str) -> bool {
    let folded = sentence.trim_start().to_lowercase();
    let words = &*WORDS;
    words.opens.iter().any(|opens| folded.starts_with(opens))
        || words.holds.iter().any(|holds| folded.contains(holds))
        || words.verbs.iter().any(|verb| folded.contains(verb)) && names_itself(&folded)
}

/// `this article`, `this Norwick News clip`.
fn names_itself(folded: &str) -> bool {
    let behind = |lead: &&str| folded.strip_prefix(*lead).filter(|rest| rest.starts_with(' '));
    let Some(rest) = WORDS.leads.iter().find_map(behind) else { return false };
    let near: Vec<&str> = rest.split_whitespace().take(THING).collect();
    let near = near.join(" ");
    WORDS.things.iter().any(|thing| near.split(' ').any(|word| word == *thing) || near.starts_with(thing))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_of_a_page_about_itself_are_told_from_prose() {
        let table = [
            ("A version of this article appeared in print on 3 May 2021.", true),
            ("A version appeared on p7 of the News section of the Norwick Post on Follow us", true),
            ("This Norwick News clip was first broadcast on 3 May 2021.", true),
            ("This article was published on 3 May 2021.", true),
            ("At 10:15 3rd May 2021, ola wrote: This comment was removed because it broke the rules.", true),
            ("This drama was first broadcast on 3 May 2021.", false),
            ("The article was published on 3 May 2021 and angered the mayor.", false),
            ("A version of the bill was passed on 3 May 2021.", false),
            ("This was first published in 1998.", false),
        ];
        for (sentence, expected) in table {
            assert_eq!(is_note(sentence), expected, "{sentence}");
        }
    }

    #[test]
    fn a_note_is_cut_out_of_its_paragraph() {
        let text = "The pier is old. This article was published on 3 May 2021. Go early. Posted by harbourfan 22 Jan 2012 The lighthouse is older.";
        let zones = label(text, vec![Zone { span: Span::new(0, text.len()), kind: ZoneKind::Body }]);
        let kept: Vec<_> =
            zones.iter().filter(|zone| zone.kind == ZoneKind::Body).map(|zone| zone.span.of(text)).collect();
        assert_eq!(kept, ["The pier is old.", "Go early.", "The lighthouse is older."]);
    }
}
