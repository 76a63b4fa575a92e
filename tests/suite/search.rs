//! The index that the site is searched by, and the one that is printed: what is in them, what is not.

use crate::dossier::Dossier;

fn harbour() -> Dossier {
    let dossier = Dossier::new();
    dossier.write(
        "seeds/quay.txt",
        "The quay\n\nAnna Weber signed for the quay on 4 May 2021.\n\n“It is done,” said Anna Weber.\n",
    );
    dossier
}

/// Every file of the index.
fn index_of(dossier: &Dossier) -> String {
    let files = dossier.site().into_iter().filter(|(path, _)| path.starts_with("search/"));
    files.map(|(_, bytes)| String::from_utf8(bytes).expect("UTF-8")).collect()
}

#[test]
fn the_index_is_scripts_that_hand_over_values() {
    let dossier = harbour();
    dossier.build();
    let files: Vec<_> = dossier.site().into_iter().filter(|(path, _)| path.starts_with("search/")).collect();
    let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    let expected = ["index.js", "spellings/0.js", "tables.js", "terms/0.js", "texts/0.js"];
    assert_eq!(paths, expected.map(|name| format!("search/{name}")));
    for (path, bytes) in files {
        let script = String::from_utf8(bytes).unwrap();
        let name = path.trim_start_matches("search/").trim_end_matches(".js");
        assert!(script.starts_with(&format!("annalistSearch(\"{name}\",")) && script.ends_with(");\n"), "{path}");
    }
}

#[test]
fn only_what_a_page_shows_can_be_found() {
    let dossier = harbour();
    let long =
        format!("Opening words.\n\n{}\n\nSomebody hid a zanzibarrow there.\n", "Sand and more sand. ".repeat(60));
    dossier.write("seeds/excerpt.txt", &long).write("seeds/excerpt.txt.toml", "display = \"excerpt\"\n");
    let listed = "display = \"metadata-only\"\ntitle = \"A ledger\"\npublisher = \"Tollhouse\"\n";
    dossier.write("seeds/listed.txt", "Nobody reads quixotries.\n").write("seeds/listed.txt.toml", listed);
    dossier
        .write("seeds/held.txt", "Nobody sees vellichors.\n")
        .write("seeds/held.txt.toml", "display = \"withheld\"\n");
    dossier.write("seeds/draft.md", "+++\ndraft = true\n+++\n\nNobody sees ultracrepids.\n");
    dossier.build();
    let index = index_of(&dossier);
    for shown in ["Opening words", "ledger", "Tollhouse", "Anna Weber signed"] {
        assert!(index.contains(shown), "{shown}");
    }
    for hidden in ["zanzibarrow", "quixotries", "vellichors", "ultracrepids", "held.html"] {
        assert!(!index.contains(hidden), "{hidden}");
    }
}

#[test]
fn a_private_person_has_no_entry_of_their_own() {
    let dossier = harbour();
    dossier.write("seeds/victim.txt", "A crash\n\nThe victim, Otto Lindqvist, 43, was found dead on 5 May 2021.\n");
    dossier.build();
    let has_page = dossier.site().keys().any(|path| path == "actors/otto-lindqvist.html");
    assert!(!has_page, "the test needs a private person");
    assert!(!index_of(&dossier).contains("actors/otto-lindqvist.html"));
    assert!(!dossier.page("terms.html").contains("Lindqvist"));
}

#[test]
fn the_printed_index_has_names_agreements_and_key_words() {
    let dossier = harbour();
    for (name, day) in [("one", 1), ("two", 2), ("three", 3), ("four", 4)] {
        let words = if day < 3 { "The sluice leaks, and a sluice that leaks is no sluice." } else { "Nothing leaked." };
        dossier.write(
            &format!("seeds/{name}.txt"),
            format!("Day {day}\n\n{words}\n\nAnna Weber went home on {day} May 2021.\n"),
        );
    }
    dossier.build();
    let page = dossier.page("terms.html");
    assert!(page.contains("Weber, Anna") && page.contains("actors/anna-weber.html"), "{page}");
    assert!(page.contains("sluice"), "{page}");
    let link = page.split("documents/one.html#").nth(1).expect("the word leads to its paragraph");
    let anchor = link.split('"').next().unwrap();
    assert!(dossier.page("documents/one.html").contains(&format!("id=\"{anchor}\"")), "{anchor}");
}
