//! What is found, as tables of text → value, and what must not be.

use super::*;
use crate::extract::NameLexicon;
use crate::extract::temporal::find_temporal;
use crate::model::{Authority, EventStatus};

fn find(text: &str) -> Vec<AgreementMention> {
    let authority = Authority::default();
    let reading = Reading::of_text(text);
    let names = super::super::names::find_names(&reading, &NameLexicon::new(&authority), None);
    let temporal = find_temporal(&reading, Some("en"));
    let lexicon = AgreementLexicon::new(&authority);
    find_agreements(&reading, Known { names: &names, temporal: &temporal, lexicon: &lexicon })
}

/// The mentions of a text as `type: words`.
fn found(text: &str) -> Vec<String> {
    find(text).iter().map(|mention| format!("{}: {}", mention.kind, mention.span.of(text))).collect()
}

#[test]
fn named_ones_are_found_with_their_words() {
    let table: &[(&str, &[&str])] = &[
        ("They met under the Treaty of Norwick.", &["treaty: Treaty of Norwick"]),
        ("The Norwick Harbour Protection Treaty binds both.", &["treaty: Norwick Harbour Protection Treaty"]),
        ("It broke the Clean Water Act of 1972, he said.", &["law: Clean Water Act of 1972"]),
        ("It is a breach of Resolution 1701.", &["resolution: Resolution 1701"]),
        (
            "Both want the Convention on the Protection of Quiet Seas.",
            &["treaty: Convention on the Protection of Quiet Seas"],
        ),
        ("The fleet joined the Brave Heron exercise.", &["exercise: Brave Heron exercise"]),
        (
            "The Harbour Cooperation Framework (HCF) holds. The HCF was signed.",
            &["framework: Harbour Cooperation Framework", "framework: HCF", "framework: HCF"],
        ),
        (
            "The HCF (Harbour Cooperation Framework) holds.",
            &["framework: HCF", "framework: Harbour Cooperation Framework"],
        ),
        ("He praised the “Oct. 3” agreement.", &["agreement: “Oct. 3” agreement"]),
        ("It broke several U.N. Security Council resolutions.", &["resolution: U.N. Security Council resolutions"]),
    ];
    for (text, expected) in table {
        assert_eq!(&found(text), expected, "{text}");
    }
}

#[test]
fn unnamed_ones_need_parties_or_a_purpose() {
    let table: &[(&str, &[&str])] = &[
        ("The two plan a hotline between the leaders.", &["mechanism: hotline between the leaders"]),
        ("He signed a merger agreement with Exxon Mobil.", &["contract: merger agreement with Exxon Mobil"]),
        ("Each has a duty to consult the others.", &["commitment: duty to consult"]),
        ("They began real-time sharing of missile data.", &["mechanism: real-time sharing of missile data"]),
        (
            "The firm has a collective bargaining agreement with the union.",
            &["labour agreement: collective bargaining agreement with the union"],
        ),
        ("They reached an agreement.", &[]),
        ("She has a great deal of money.", &[]),
        ("It was a big deal for them.", &[]),
        ("He set up a hotline.", &[]),
    ];
    for (text, expected) in table {
        assert_eq!(&found(text), expected, "{text}");
    }
}

#[test]
fn what_is_denied_or_something_else_is_none() {
    for text in [
        "The statement would not amount to a formal defense agreement with Japan.",
        "There is no trade deal with China.",
        "The North Atlantic Treaty Organization met.",
        "SEOUL SIGNS TREATY OF NORWICK",
        "He lives in Summit County.",
        "The New Agreement is here.",
        "They act at once.",
        "A one-act play was shown.",
        "Richard Charter said so.",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

/// State, certainty, date.
type Told = (&'static str, EventStatus, Option<&'static str>);

#[test]
fn a_state_is_told_where_its_word_governs_the_agreement() {
    use EventStatus::{Claimed, Happened, Negated, Planned};
    let table: &[(&str, &[Told])] = &[
        ("They signed the Norwick Treaty on May 3.", &[("signed", Happened, Some("May 3"))]),
        ("The Norwick Treaty was signed in 1950.", &[("signed", Happened, Some("1950"))]),
        ("They plan to sign the Norwick Treaty on Monday.", &[("signed", Planned, Some("Monday"))]),
        ("They did not sign the Norwick Treaty.", &[("signed", Negated, None)]),
        (
            "The Norwick Treaty, which was first signed in 1950, was halted in 1960.",
            &[("signed", Happened, Some("1950")), ("suspended", Happened, Some("1960"))],
        ),
        ("He accused Norland of violating the Norwick Treaty.", &[("violated", Claimed, None)]),
        ("They are to discuss the suspension of the Norwick Treaty.", &[("suspended", Planned, None)]),
        ("The Norwick Treaty took effect in 1951.", &[("in-force", Happened, Some("1951"))]),
        ("The Norwick Treaty, signed in 1950, lists ships.", &[("signed", Happened, Some("1950"))]),
        ("The proposed Norwick Treaty lists ships.", &[("proposed", Happened, None)]),
        ("The Senate is seeking to raise the cap of the Norwick Treaty.", &[]),
        ("Flights under the Norwick Treaty were suspended.", &[]),
        ("They signed a letter about rules in the Norwick Treaty.", &[]),
        ("They met on Monday, a year after the Norwick Treaty.", &[]),
    ];
    for (text, expected) in table {
        let mentions = find(text);
        assert_eq!(mentions.len(), 1, "{text}");
        let told: Vec<_> = mentions[0]
            .states
            .iter()
            .map(|state| (state.status.as_str(), state.certainty, state.date.map(|date| date.of(text))))
            .collect();
        assert_eq!(&told, expected, "{text}");
    }
}

#[test]
fn a_noun_points_back_only_to_what_was_named() {
    let text = "They signed the Norwick Treaty. The treaty lists ships. A treaty is paper. The deal is old.";
    assert_eq!(found(text), ["treaty: Norwick Treaty", "treaty: treaty"]);
    assert_eq!(found("The treaty lists ships. The agreement does not."), [""; 0]);
}

#[test]
fn a_hostile_line_takes_no_longer_than_its_length() {
    for piece in
        ["the Treaty of Norwick and ", "signed agreement between A and ", "share data in real time ", "“Oslo” pact "]
    {
        let text = piece.repeat(4_000);
        assert!(find(&text).len() <= text.len());
    }
}
