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
    let places = places(text, &names);
    find_agreements(&reading, Known { names: &names, temporal: &temporal, places: &places, lexicon: &lexicon })
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
fn a_name_begins_behind_what_opens_the_sentence() {
    let table: &[(&str, &[&str])] = &[
        ("Citing Harbour Council Resolution 1712, he left.", &["resolution: Harbour Council Resolution 1712"]),
        ("Following the Treaty of Norwick, both left.", &["treaty: Treaty of Norwick"]),
        ("Following the Treaty, both left.", &[]),
        ("Under the Norwick Harbour Agreement both pay.", &["agreement: Norwick Harbour Agreement"]),
        ("“Ignoring the Norwick Harbour Agreement is wrong,” she said.", &["agreement: Norwick Harbour Agreement"]),
        ("It is the Declaration of Norwick Independence.", &["declaration: Declaration of Norwick Independence"]),
    ];
    for (text, expected) in table {
        assert_eq!(&found(text), expected, "{text}");
    }
}

#[test]
fn a_meeting_counts_where_it_is_held_again_and_again() {
    let table: &[(&str, &[&str])] = &[
        ("He flew to Norway. He spoke at the Norway Summit.", &[]),
        ("Both met in Geneva. He spoke at the Geneva Summit.", &[]),
        ("He spoke at the annual Norway Harbour Summit.", &["meeting: Norway Harbour Summit"]),
        ("He spoke at the Harbour Security Summit.", &["meeting: Harbour Security Summit"]),
    ];
    for (text, expected) in table {
        assert_eq!(&found(text), expected, "{text}");
    }
}

/// The parties of the first mention, and how many are only counted.
fn parties(text: &str) -> (Vec<String>, Option<u8>) {
    let authority = Authority::default();
    let reading = Reading::of_text(text);
    let names = super::super::names::find_names(&reading, &NameLexicon::new(&authority), None);
    let found = find(text);
    let own = &found.first().unwrap_or_else(|| panic!("nothing in {text}"));
    let mut parties: Vec<String> = own.parties.iter().map(|&name| names[name].span.of(text).to_owned()).collect();
    parties.sort();
    parties.dedup();
    (parties, own.group.map(|group| group.count))
}

#[test]
fn parties_are_those_that_the_clause_names() {
    let table: &[(&str, &[&str], Option<u8>)] = &[
        ("Norway signed harbour treaties with Denmark and Sweden.", &["Denmark", "Norway", "Sweden"], None),
        ("Norway and Denmark signed the Harbour Safety Treaty.", &["Denmark", "Norway"], None),
        ("The Harbour Safety Treaty was signed by Norway and Denmark in 1950.", &["Denmark", "Norway"], None),
        ("Norway brokered a truce between Denmark and Sweden.", &["Denmark", "Sweden"], None),
        ("With Norway wary of Denmark, the two powers signed the Harbour Safety Treaty.", &[], Some(2)),
        ("The three leaders agreed to share harbour warning data in real time.", &[], Some(3)),
        ("They plan a hotline between the leaders of the three countries.", &[], Some(3)),
        ("It is a deal to hold an annual meeting between the trade ministers of the three countries.", &[], Some(3)),
        ("He praised the Norwegian commitment to extended deterrence with Denmark.", &["Denmark", "Norwegian"], None),
        ("After an armistice with Denmark, the Swedes landed.", &["Denmark"], None),
        ("Norway and Denmark refused to sign the Harbour Safety Treaty.", &[], None),
    ];
    for (text, expected, group) in table {
        let (found, counted) = parties(text);
        assert_eq!((found.as_slice(), counted), (&expected.map_owned()[..], *group), "{text}");
    }
}

trait Owned {
    fn map_owned(&self) -> Vec<String>;
}

impl Owned for &[&str] {
    fn map_owned(&self) -> Vec<String> {
        self.iter().map(|word| (*word).to_owned()).collect()
    }
}

#[test]
fn it_is_the_agreement_where_nothing_else_can_be() {
    let table: &[(&str, &[&str])] = &[
        ("The Norwick Treaty was signed in 2016. It was suspended in 2019.", &["signed 2016", "suspended 2019"]),
        (
            "The Norwick Treaty was signed in 2016. It was suspended in 2019. It was restored in 2023.",
            &["signed 2016", "suspended 2019", "restored 2023"],
        ),
        ("Norland signed the Norwick Treaty in 2016 and violated it on Oct. 27.", &["signed 2016", "violated Oct. 27"]),
        ("The firm broke the Norwick Treaty. It was suspended in 2019.", &["violated "]),
        ("The Norwick Treaty was signed in 2016. It was agreed that ships pay.", &["signed 2016"]),
        ("The Norwick Treaty and the Oslo Treaty were signed. It was ended in 2019.", &["signed ", "signed "]),
    ];
    for (text, expected) in table {
        let told = find(text).into_iter().flat_map(|mention| mention.states);
        let told: Vec<String> = told
            .map(|state| format!("{} {}", state.status.as_str(), state.date.map_or("", |date| date.of(text))))
            .collect();
        assert_eq!(&told, expected, "{text}");
    }
}

#[test]
fn what_was_said_when_is_kept_apart_from_what_happened_when() {
    let table: &[(&str, Option<&str>, Option<&str>)] = &[
        ("Norland violated the Norwick Treaty on Oct. 27, the ministry claimed.", Some("Oct. 27"), None),
        ("The minister told reporters on Oct. 27 that Norland violated the Norwick Treaty.", None, Some("Oct. 27")),
        (
            "Norland violated the Norwick Treaty on Oct. 2, the ministry said on Oct. 27.",
            Some("Oct. 2"),
            Some("Oct. 27"),
        ),
    ];
    for (text, date, told_on) in table {
        let found = find(text);
        let state = &found[0].states[0];
        let words = |span: Option<Span>| span.map(|span| span.of(text));
        assert_eq!((words(state.date), words(state.told_on)), (*date, *told_on), "{text}");
        assert_eq!(state.certainty, EventStatus::Claimed, "{text}");
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
        ("He did not come and signed the Norwick Treaty.", &[("signed", Happened, None)]),
        ("He ruled out signing the Norwick Treaty.", &[("signed", Negated, None)]),
        ("He ruled alone and signed the Norwick Treaty.", &[("signed", Happened, None)]),
        ("They did not sign or ratify the Norwick Treaty.", &[("in-force", Negated, None)]),
        ("Norland signed the Norwick Treaty, the ministry claimed.", &[("signed", Claimed, None)]),
        ("They will abide by the Norwick Treaty.", &[("in-force", Happened, None)]),
        ("They will not abide by the Norwick Treaty.", &[]),
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
