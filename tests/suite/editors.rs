//! What editors decide shows as decided by an editor and changes the data; what collectors
//! comment is never evidence; the same text twice is linked.

use crate::dossier::{Dossier, main_words};

const LETTER: &str = "Moon Jae-in met Anna Weber on 4 May 2021. President Kim Dae-jung had met her before.\n\n\
                      “We will sign,” said Anna Weber. Another guest was Mr. Paul Lindqvist, Moon Jae-in said.\n\n\
                      Anna Weber thanked the European Council on 6 May 2021.\n";

fn decided(overrides: &str) -> Dossier {
    let dossier = Dossier::new();
    dossier.write("seeds/letter.txt", LETTER).write("overrides.toml", overrides);
    let run = dossier.run(&["build", "--strict"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    dossier
}

fn ids(dossier: &Dossier) -> Vec<String> {
    dossier.data("actors").iter().map(|line| line["id"].as_str().expect("an id").to_owned()).collect()
}

fn assert_decided_by_an_editor(dossier: &Dossier, actor: &str) {
    assert_eq!(dossier.line("actors", "id", actor)["decided_by"], "override");
    let page = main_words(&dossier.page(&format!("actors/{actor}.html")), &[]);
    assert!(page.contains("An editor of this dossier decided what belongs to this actor."), "{page}");
}

#[test]
fn nothing_is_decided_without_a_decision() {
    let dossier = decided("");
    assert_eq!(dossier.line("actors", "id", "anna-weber")["decided_by"], "found");
    assert!(!dossier.page("actors/anna-weber.html").contains("An editor"));
}

#[test]
fn merged_actors_are_one() {
    let dossier = decided("[[merge]]\nactors = [\"anna-weber\", \"paul-lindqvist\"]\nname = \"Weber and Lindqvist\"\n");
    assert_decided_by_an_editor(&dossier, "anna-weber");
    let line = dossier.line("actors", "id", "anna-weber");
    let variants: Vec<_> = line["variants"].as_array().unwrap().iter().map(|variant| variant["text"].clone()).collect();
    assert_eq!(variants, ["Anna Weber", "Paul Lindqvist"]);
    assert!(!ids(&dossier).contains(&"paul-lindqvist".to_owned()));
    assert_eq!(dossier.data("quotations")[0]["speaker"], "anna-weber");
}

#[test]
fn a_split_spelling_is_somebody_else() {
    let split = "[[split]]\nactor = \"anna-weber\"\nvariant = \"Anna Weber\"\ndocuments = [\"other.txt\"]\n\
                 name = \"Anna Weber the younger\"\n";
    let dossier = Dossier::new();
    dossier.write("seeds/letter.txt", LETTER).write("overrides.toml", split);
    dossier.write("seeds/other.txt", "“I was born on 1 June 2001,” said Anna Weber.\n");
    dossier.build();
    assert_decided_by_an_editor(&dossier, "anna-weber-the-younger");
    assert_eq!(dossier.line("actors", "id", "anna-weber-the-younger")["documents"], 1);
    assert_eq!(dossier.line("actors", "id", "anna-weber")["mentions"], 3);
}

#[test]
fn a_renamed_actor_has_the_new_name_everywhere() {
    let dossier = decided("[[rename]]\nactor = \"anna-weber\"\nname = \"Anna Weber-Lind\"\n");
    assert_decided_by_an_editor(&dossier, "anna-weber");
    assert!(main_words(&dossier.page("actors.html"), &[]).contains("Weber-Lind, Anna"));
    assert!(main_words(&dossier.page("actors/anna-weber.html"), &[]).contains("Anna Weber-Lind"));
    assert_eq!(dossier.data("quotations")[0]["speaker"], "anna-weber", "the id outlives the name");
}

#[test]
fn addresses_of_merged_actors_lead_to_the_one_that_is_left() {
    let dossier = decided("[[merge]]\nactors = [\"anna-weber\", \"paul-lindqvist\"]\n");
    let moved = dossier.page("actors/paul-lindqvist.html");
    assert!(moved.contains("<meta http-equiv=\"refresh\" content=\"0; url=../actors/anna-weber.html\">"), "{moved}");
    assert!(moved.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert_eq!(dossier.line("actors", "id", "anna-weber")["former_ids"], serde_json::json!(["paul-lindqvist"]));
}

#[test]
fn an_actor_of_another_kind_stands_among_its_like() {
    let dossier = decided("[[retype]]\nactor = \"anna-weber\"\nkind = \"place\"\n");
    assert_decided_by_an_editor(&dossier, "anna-weber");
    assert_eq!(dossier.line("actors", "id", "anna-weber")["kind"], "place");
}

#[test]
fn a_private_person_has_a_page_only_where_the_settings_give_one() {
    let text =
        "The gunman, identified as Mr. Ola Strand, was shot at the harbour. Mayor Kari Berg spoke on 4 May 2021.\n";
    let dossier = Dossier::new();
    dossier.write("seeds/harbour.txt", text).build();
    assert_eq!(dossier.line("actors", "id", "ola-strand")["standing"], "private");
    assert_eq!(dossier.line("actors", "id", "kari-berg")["standing"], "public");
    let all: String =
        dossier.site().into_iter().filter(|(path, _)| path.ends_with(".html")).map(|(path, _)| path).collect();
    assert!(!all.contains("ola-strand") && !dossier.page("actors.html").contains("Strand"), "{all}");
    assert!(dossier.page("documents/harbour.html").contains("Ola Strand"), "the text stays as it is");
    dossier.write("annalist.toml", "private_persons = true\n").build();
    assert!(dossier.page("actors.html").contains("Strand, Ola"));
    assert!(dossier.page("actors/ola-strand.html").contains("Person, private"));
}

#[test]
fn a_hidden_actor_or_event_is_gone() {
    let plain = decided("");
    let event = plain.data("events")[0]["id"].as_str().unwrap().to_owned();
    let dossier = decided(&format!("[[hide]]\nactor = \"paul-lindqvist\"\n[[hide]]\nevent = \"{event}\"\n"));
    assert!(!ids(&dossier).contains(&"paul-lindqvist".to_owned()));
    assert!(!dossier.site().contains_key("actors/paul-lindqvist.html"));
    assert_eq!(dossier.data("events").len() + 1, plain.data("events").len());
    assert!(!dossier.page("timeline.html").contains(&event));
}

#[test]
fn a_date_that_an_editor_decided_says_so_and_why() {
    let dossier = decided("[[date]]\ndocument = \"letter.txt\"\npublished = 2021-05-07\nwhy = \"the postmark\"\n");
    let line = dossier.line("documents", "id", "letter");
    assert_eq!(line["date"]["edtf"], "2021-05-07");
    assert_eq!(line["date"]["basis"], "edited");
    assert_eq!(line["date"]["why"], "Decided by an editor: the postmark");
    let page = main_words(&dossier.page("documents/letter.html"), &[]);
    assert!(page.contains("7 May 2021 (decided by an editor)"), "{page}");
    assert!(page.contains("Decided by an editor: the postmark"), "{page}");
    assert_eq!(dossier.data("events")[0]["reported"]["edtf"], "2021-05-07");
}

#[test]
fn a_decision_about_nothing_is_found() {
    let dossier = Dossier::new();
    dossier.write("seeds/letter.txt", LETTER);
    let nobody = "[[rename]]\nactor = \"nobody\"\nname = \"A\"\n[[hide]]\nevent = \"e-none\"\n\
                  [[date]]\ndocument = \"none.txt\"\npublished = 2021\n";
    dossier.write("overrides.toml", nobody);
    let findings = dossier.findings();
    assert_eq!(findings.len(), 3, "{findings:?}");
    assert!(findings.iter().all(|finding| finding["code"] == "override-unused" && finding["file"] == "overrides.toml"));
    dossier.write("overrides.toml", "[[renam]]\nactor = \"a\"\n");
    let run = dossier.run(&["build"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("overrides.toml:1:") && run.stderr.contains("`rename`"), "{}", run.stderr);
}

#[test]
fn commentary_of_a_collector_is_shown_and_never_evidence() {
    let dossier = Dossier::sample();
    dossier.build();
    let digest = dossier.line("documents", "path", "010_4be1f2a97c03d5e8.txt");
    let text = dossier.page(digest["text"].as_str().unwrap());
    let opening: String = text.lines().next().unwrap().to_owned();
    assert!(dossier.page("documents/010-4be1f2a97c03d5e8.html").contains("Commentary by whoever collected this"));
    let zones = crate::dossier::json_lines(&dossier.run(&["extract", "seeds/010_4be1f2a97c03d5e8.txt"]).stdout);
    let commentary: Vec<(u64, u64)> = zones[0]["zones"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|zone| zone["kind"] == "commentary")
        .map(|zone| (zone["start"].as_u64().unwrap(), zone["end"].as_u64().unwrap()))
        .collect();
    assert!(commentary.len() > 3 && commentary[0].0 == 0, "{opening}");
    for event in dossier.data("events") {
        for evidence in event["evidence"].as_array().unwrap() {
            let (start, end) = (evidence["start"].as_u64().unwrap(), evidence["end"].as_u64().unwrap());
            let is_here = evidence["document"] == digest["id"];
            let touches = commentary.iter().any(|&(from, to)| start < to && from < end);
            assert!(!(is_here && touches), "{evidence}");
        }
    }
}

#[test]
fn nearly_the_same_text_is_linked_both_ways() {
    let dossier = Dossier::sample();
    dossier.build();
    let (one, other) = ("014-c50d3e8817fa9b62", "015-83a6f41be9d0572c");
    for (this, that) in [(one, other), (other, one)] {
        assert_eq!(dossier.line("documents", "id", this)["duplicates"], serde_json::json!([that]));
        let page = dossier.page(&format!("documents/{this}.html"));
        assert!(main_words(&page, &[]).contains("Nearly the same text:"));
        assert!(page.contains(&format!("documents/{that}.html\"")));
    }
    let alone = dossier.line("documents", "id", "after-camp-david");
    assert_eq!(alone["duplicates"], serde_json::json!([]));
}

#[test]
fn a_document_without_a_date_says_when_it_was_written_and_why() {
    let text =
        "The harbour was closed in May 2021.\n\nThe new bridge will be opened by 3 July 2021, Anna Weber said.\n";
    let dossier = Dossier::new();
    dossier.write("seeds/note.txt", text);
    let run = dossier.run(&["build", "--strict", "--base-url", "https://example.org/"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let line = dossier.line("documents", "path", "note.txt");
    assert_eq!(line["date"]["edtf"], "[2021-06-01..2021-07-03]", "{}", line["date"]);
    assert_eq!(line["date"]["basis"], "inferred");
    let page = main_words(&dossier.page("documents/note.html"), &[]);
    for words in ["inferred", "Why this date?", "It tells of 3 July 2021 as still to come.", "a habit of news writing"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!dossier.page("feed.xml").contains("<entry>"), "a day that is only concluded is no day of the feed");
}
