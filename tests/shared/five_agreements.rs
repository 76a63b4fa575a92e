//! The five real documents: what was agreed in them, what became of it, and what never was.

use serde_json::Value;

use crate::dossier::main_words;
use crate::five::built;

/// The states of an agreement as `date status certainty`, undated ones with `-`.
fn states(line: &Value) -> Vec<String> {
    let history = line["history"].as_array().expect("a history");
    let told = |state: &Value| {
        let when = state["when"]["earliest"].as_str().unwrap_or("-").to_owned();
        format!("{when} {} {}", state["status"].as_str().unwrap(), state["certainty"].as_str().unwrap())
    };
    history.iter().map(told).collect()
}

#[test]
fn each_agreement_has_its_states() {
    let dossier = built();
    for (id, expected) in [
        ("trilateral-security-cooperation-framework", &["2023-10-07 signed happened"][..]),
        (
            "general-security-of-military-information-agreement",
            &["2016-11-01 signed happened", "2019-01-01 suspended happened", "- restored happened"],
        ),
        (
            "comprehensive-military-agreement",
            &["2018-09-19 signed happened", "- violated claimed", "- suspended planned"],
        ),
        (
            "missile-warning-data-sharing",
            &["- in-force happened", "2023-05-01 agreed happened", "2023-12-01 in-force planned"],
        ),
        ("hotline-between-the-leaders-of-the-three-sides", &["- under-discussion happened"]),
        ("commitment-to-consult", &["- agreed planned", "- in-force happened"]),
        ("annual-meeting-of-defense-ministers", &["- agreed happened"]),
        ("trilateral-exercises", &[]),
        ("extended-deterrence", &["- in-force happened"]),
    ] {
        assert_eq!(states(&dossier.line("agreements", "id", id)), expected, "{id}");
    }
}

#[test]
fn one_signing_has_two_documents_and_its_parties() {
    let dossier = built();
    let line = dossier.line("agreements", "id", "trilateral-security-cooperation-framework");
    assert_eq!(line["parties"], serde_json::json!(["japan", "south-korea", "united-states"]));
    let evidence = line["history"][0]["evidence"].as_array().unwrap();
    let mut documents: Vec<&str> = evidence.iter().map(|proof| proof["document"].as_str().unwrap()).collect();
    documents.dedup();
    assert_eq!(documents.len(), 2, "{documents:?}");
    let page = main_words(&dossier.page("agreements/trilateral-security-cooperation-framework.html"), &[]);
    assert!(page.contains("TSCF") && page.contains("how it was decided"), "{page}");
}

#[test]
fn parties_are_those_of_the_clause_or_of_the_story() {
    let dossier = built();
    for (id, expected) in [
        ("missile-warning-data-sharing", &["japan", "south-korea", "united-states"][..]),
        ("annual-meeting-of-defense-ministers", &["japan", "south-korea", "united-states"]),
        ("extended-deterrence", &["japan", "south-korea", "united-states"]),
        ("trilateral-exercises", &["japan", "south-korea", "united-states"]),
        ("mutual-defense-treaties-with-south-korea-and-japan", &["japan", "south-korea", "united-states"]),
        ("general-security-of-military-information-agreement", &["japan", "south-korea"]),
        ("u-n-security-council-resolutions", &[]),
    ] {
        let line = dossier.line("agreements", "id", id);
        let parties: Vec<&str> =
            line["parties"].as_array().unwrap().iter().map(|party| party.as_str().unwrap()).collect();
        assert_eq!(parties, expected, "{id}");
    }
}

#[test]
fn both_known_conflicts_are_shown() {
    let dossier = built();
    let line = dossier.line("agreements", "id", "missile-warning-data-sharing");
    assert_eq!(line["conflicts"].as_array().unwrap().len(), 1, "{line}");
    let page = main_words(&dossier.page("conflicts.html"), &[]);
    assert!(page.contains("in force or under way") && page.contains("Kihara"), "{page}");
}

#[test]
fn what_a_text_denies_is_no_agreement() {
    let dossier = built();
    for line in dossier.data("agreements") {
        let name = line["name"].as_str().unwrap().to_lowercase();
        assert!(!name.contains("collective"), "{name}");
    }
}
