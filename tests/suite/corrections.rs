//! Corrections from the file to every page, and what stays of a document that is taken down.

use crate::dossier::{Dossier, main_words};

const TOLD: &str = "The quay was let in June, not in May.";

fn corrected() -> Dossier {
    let dossier = Dossier::new();
    dossier.write("seeds/letter.txt", "Anna Weber signed it on 4 May 2021.\n\n“It is done,” said Anna Weber.\n");
    dossier.write("seeds/note.txt", "Anna Weber left on 6 May 2021.\n");
    let entry = format!(
        "[[correction]]\ndate = 2024-06-28\nkind = \"correction\"\ndocuments = [\"letter.txt\"]\n\
         actors = [\"Anna Weber\", \"Nobody\"]\ntext = \"{TOLD}\"\n"
    );
    dossier.write("corrections.toml", entry);
    dossier
}

#[test]
fn a_correction_is_one_click_from_every_page() {
    let dossier = corrected();
    let run = dossier.run(&["build", "--base-url", "https://example.org/"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("correction-unused"), "{}", run.stderr);
    for (path, bytes) in dossier.site().into_iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(String::from_utf8(bytes).unwrap().contains("corrections.html\">Corrections</a>"), "{path}");
    }
    for path in ["corrections.html", "documents/letter.html", "actors/anna-weber.html", "corrections.xml"] {
        assert!(dossier.page(path).contains(TOLD), "{path}");
    }
    assert!(!dossier.page("documents/note.html").contains(TOLD));
    let line = dossier.line("corrections", "kind", "correction");
    assert_eq!((&line["documents"][0], &line["actors"][0]), (&"letter".into(), &"anna-weber".into()));
    assert!(dossier.page("sitemap.xml").contains("corrections.html"));
}

#[test]
fn a_dossier_without_corrections_speaks_of_none() {
    let dossier = corrected();
    std::fs::remove_file(dossier.path("corrections.toml")).unwrap();
    dossier.build();
    for (path, bytes) in dossier.site() {
        let is_summary = path == "data/dossier.json";
        assert!(is_summary || !String::from_utf8_lossy(&bytes).contains("corrections."), "{path}");
    }
}

#[test]
fn a_document_that_is_taken_down_keeps_its_address_and_the_reason() {
    let dossier = corrected();
    dossier.write("seeds/letter.txt.toml", "display = \"withheld\"\n");
    dossier.build();
    let page = dossier.page("documents/letter.html");
    assert!(page.contains(TOLD) && page.contains("withheld") && page.contains("noindex"));
    assert!(!page.contains("Weber") && !page.contains("letter.bib"));
    assert!(!dossier.site().keys().any(|path| path.starts_with("documents/letter.") && !path.ends_with(".html")));
}

#[test]
fn a_document_that_was_deleted_keeps_its_address_where_the_editors_say_why() {
    let dossier = corrected();
    let entry = "[[correction]]\ndate = 2024-07-01\nkind = \"retraction\"\nremoved = [\"Old Draft.txt\"]\ntext = \"A draft.\"\n";
    dossier.write("corrections.toml", entry);
    let run = dossier.run(&["build", "--strict", "--base-url", "https://example.org/"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let page = dossier.page("documents/old-draft.html");
    assert!(page.contains("A draft.") && page.contains("taken out") && page.contains("noindex"), "{page}");
    assert!(dossier.page("corrections.html").contains("documents/old-draft.html"));
    assert!(!dossier.page("sitemap.xml").contains("old-draft"));
    assert_eq!(dossier.line("corrections", "kind", "retraction")["removed"][0], "old-draft");
    dossier.write("seeds/Old Draft.txt", "It is back.\n");
    let run = dossier.run(&["build", "--base-url", "https://example.org/"]);
    assert!(run.stderr.contains("is not removed"), "{}", run.stderr);
    assert!(dossier.page("documents/old-draft.html").contains("It is back."));
}

#[test]
fn what_editors_decide_is_listed_and_what_they_hide_is_counted() {
    let dossier = corrected();
    std::fs::remove_file(dossier.path("corrections.toml")).unwrap();
    let decided = "[[date]]\ndocument = \"note.txt\"\npublished = 2021-05-07\nwhy = \"the stamp\"\n\
                   [[rename]]\nactor = \"anna-weber\"\nname = \"Anna Maria Weber\"\n";
    dossier.write("overrides.toml", decided);
    dossier.build();
    let page = main_words(&dossier.page("corrections.html"), &[]);
    for told in
        ["Published 7 May 2021. Decided by an editor: the stamp", "Anna Maria Weber", "An editor of this dossier"]
    {
        assert!(page.contains(told), "{told}: {page}");
    }
    assert!(!page.contains("not shown"), "{page}");
    dossier.write("overrides.toml", "[[hide]]\nactor = \"anna-weber\"\n");
    dossier.build();
    let page = main_words(&dossier.page("corrections.html"), &[]);
    assert!(page.contains("1 entry that the program found is not shown") && !page.contains("Weber"), "{page}");
}

#[test]
fn a_file_that_is_wrong_stops_the_build() {
    let dossier = corrected();
    dossier.write("corrections.toml", "[[correction]]\ndate = 2024\nkind = \"correction\"\ntext = \"x\"\n");
    let run = dossier.run(&["build"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(run.stderr.contains("corrections.toml:2:8") && run.stderr.contains("needs its day"), "{}", run.stderr);
}
