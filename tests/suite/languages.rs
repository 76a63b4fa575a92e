//! Pages in the reader's language: what a site says, and whose words are taken.

use crate::dossier::{Dossier, files};

fn dossier(settings: &str) -> Dossier {
    let dossier = Dossier::new();
    dossier.write("annalist.toml", settings);
    dossier.write(
        "seeds/2024-05-04-quay.txt",
        "Ferry reaches the new quay\n\nHARBOUR TOWN – The first ferry reached the new quay on May 3, Mayor Anna Weber said.\n\n“The quay is open to everybody,” Weber said on Friday.\n",
    );
    dossier
}

fn timeline(dossier: &Dossier) -> String {
    let run = dossier.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    std::fs::read_to_string(dossier.path("site/timeline.html")).unwrap()
}

#[test]
fn a_site_speaks_the_language_of_its_settings_and_its_documents_their_own() {
    let korean = timeline(&dossier("language = \"ko\"\n"));
    assert!(korean.contains("<html lang=\"ko\">"), "{korean}");
    assert!(korean.contains("2024년 5월 3일") && korean.contains("본문에"), "{korean}");
    assert!(!korean.contains("Skip to the content") && korean.contains("The first ferry reached"));
    let japanese = timeline(&dossier("language = \"ja\"\n"));
    assert!(japanese.contains("<html lang=\"ja\">") && japanese.contains("2024年5月3日"), "{japanese}");
}

#[test]
fn a_language_nobody_wrote_is_not_pretended_to() {
    let page = timeline(&dossier("language = \"tlh\"\n"));
    assert!(page.contains("<html lang=\"en\">") && page.contains("3 May 2024"), "{page}");
}

#[test]
fn own_phrases_stand_before_ours_and_may_be_a_language_from_right_to_left() {
    let dossier = dossier("language = \"ar\"\nphrases = \"words/ar.ftl\"\n");
    dossier.write("words/ar.ftl", "date-day = { $day }/{ $month }/{ $year }\nmonth = { $number }\n");
    let page = timeline(&dossier);
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"), "{page}");
    assert!(page.contains("3/5/2024"), "{page}");
}

#[test]
fn phrases_that_are_no_fluent_stop_the_build_and_the_old_site_stays() {
    let dossier = dossier("");
    timeline(&dossier);
    let before = files(&dossier.path("site"));
    dossier.write("phrases.ftl", "date-day = { $day }\n\nmonth = { $number ->\n");
    let run = dossier.run(&["build"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(run.stderr.contains("phrases.ftl:4:1") && run.stderr.contains("hint:"), "{}", run.stderr);
    assert_eq!(files(&dossier.path("site")), before);
}
