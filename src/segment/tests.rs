//! Whole texts in the shapes that reach Annalist, and the promise that zones hold everything.

use proptest::prelude::*;

use super::segment;
use crate::model::{Badge, MediaType, Provenance, SourceDocument, Statement, TitleBasis, ZoneKind};
use crate::text::Span;

fn document(text: &str) -> SourceDocument {
    SourceDocument {
        provenance: Provenance {
            path: "a.txt".to_owned(),
            media_type: MediaType::Plain,
            sha256: String::new(),
            bytes: text.len() as u64,
            encoding: "UTF-8".to_owned(),
            text_is_raw: true,
            statement: Statement::default(),
        },
        text: text.to_owned(),
        blocks: Vec::new(),
    }
}

fn zones(text: &str) -> Vec<(ZoneKind, String)> {
    segment(&document(text)).zones.iter().map(|zone| (zone.kind, zone.span.of(text).to_owned())).collect()
}

#[test]
fn a_synthesised_story_has_version_headline_timestamp_and_disclaimer() {
    let text = "v1.7 🌊\n\nFishing Nations Widen Herring Rules\n\n2021-03-04 10:11:12.131415\n\nMinisters agreed on wider rules on Monday [0a1b2c3d].\n\nDisclaimer: this story was put together by AI agents.\n";
    let segmentation = segment(&document(text));
    let kinds: Vec<_> = segmentation.zones.iter().map(|zone| zone.kind).collect();
    assert_eq!(
        kinds,
        [ZoneKind::Version, ZoneKind::Headline, ZoneKind::Timestamp, ZoneKind::Body, ZoneKind::Disclaimer]
    );
    assert_eq!(segmentation.badges, [Badge::AiSynthesised]);
    assert_eq!(segmentation.title.words, "Fishing Nations Widen Herring Rules");
    assert_eq!(segmentation.stories[0].stated.published.unwrap().to_string(), "2021-03-04");
}

#[test]
fn an_all_caps_repost_keeps_its_title_and_loses_its_form() {
    let text = "BERGEN WIDENS ITS HERRING RULES\n\n0\n\nBERGEN WIDENS ITS HERRING RULES.\n\nThe minister widened the rules for the herring fishery on Monday, her office said.\n\nNSF PRESS TEAM\n\nLEAVE A REPLY\n\nPlease enter your comment!\nPlease enter your name here\n";
    let segmentation = segment(&document(text));
    assert_eq!(segmentation.title.words, "BERGEN WIDENS ITS HERRING RULES");
    assert_eq!(segmentation.title.basis, TitleBasis::Given);
    assert_eq!(segmentation.stories[0].stated.authors, ["NSF Press Team"]);
    let shown: Vec<_> = zones(text).into_iter().filter(|(kind, _)| kind.is_shown()).map(|(_, words)| words).collect();
    assert_eq!(shown.len(), 3, "{shown:?}");
}

#[test]
fn a_text_without_headline_gets_a_derived_title() {
    let text = "| | 0 |\nMinister Kari Berg speaks in Bergen on May 3, 2021./ Source: Harbour Pool |\nOslo correspondent Ola Lund\nThe minister wants wider rules for the herring fishery of the north, she said on Monday.\n";
    let segmentation = segment(&document(text));
    assert_eq!(segmentation.title.basis, TitleBasis::Derived);
    assert!(segmentation.title.words.starts_with("The minister wants wider rules"));
    assert_eq!(segmentation.stories[0].stated.authors, ["Ola Lund"]);
}

#[test]
fn hard_wrapped_lines_are_one_paragraph() {
    let text = "The minister of trade told reporters on Monday that\nthe rules for the herring fishery of the northern\nharbours would be widened.\n\nNobody objected.\n";
    assert_eq!(zones(text).len(), 2);
}

#[test]
fn odd_texts_are_segmented_without_a_panic() {
    for text in [
        "",
        "\n\n",
        "x",
        "0",
        "By admin",
        ":",
        "\u{feff}",
        "“",
        "a:\nb:\nc:\nd",
        "By",
        "v1.2",
        "[A]",
        "é".repeat(900).as_str(),
    ] {
        let segmentation = segment(&document(text));
        assert!(!segmentation.stories.is_empty(), "{text:?}");
    }
}

proptest! {
    #[test]
    fn every_byte_is_in_one_zone_or_white_space(lines in proptest::collection::vec(
        prop_oneof![
            "\\PC{0,60}",
            Just("Leave a Reply Your email address will not be published.".to_owned()),
            Just("Another word on the growing herring trade of Bergen:".to_owned()),
            Just("BERGEN, 3 May 2021 (Reuters) - The minister spoke to the press about fish. BY KARI BERG []".to_owned()),
            Just("I think the fleet of the north is in trouble, and “it” will not last, will it?".to_owned()),
            Just("Photo by Jane Doe".to_owned()),
            Just("Two ministers widen rules Norwegian Minister Kari Berg greets a man. [MINISTRY OF TRADE] Ministers of both agreed on wider rules for fish.".to_owned()),
        ], 0..9)) {
        let text = lines.join("\n");
        let segmentation = segment(&document(&text));
        let mut at = 0;
        for zone in &segmentation.zones {
            prop_assert!(zone.span.start >= at && zone.span.start < zone.span.end);
            prop_assert!(Span::new(at, zone.span.start).of(&text).trim().is_empty(), "lost {:?}", Span::new(at, zone.span.start).of(&text));
            prop_assert!(text.is_char_boundary(zone.span.start) && text.is_char_boundary(zone.span.end));
            at = zone.span.end;
        }
        prop_assert!(text[at..].trim().is_empty());
        prop_assert!(!segmentation.stories.is_empty());
    }
}
