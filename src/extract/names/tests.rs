//! Names as tables: text → names and kinds, and what must not match.

use super::*;
use crate::model::{Authority, AuthorityActor};

fn actor(name: &str, kind: NameKind, variants: &[&str]) -> AuthorityActor {
    AuthorityActor {
        id: crate::text::slug::slug(name),
        name: name.to_owned(),
        kind,
        variants: variants.iter().map(|variant| (*variant).to_owned()).collect(),
        roles: Vec::new(),
        country: None,
        identifiers: Vec::new(),
        origin: crate::model::Origin::Dossier,
    }
}

fn authority() -> Authority {
    Authority {
        actors: vec![
            actor("Kari Berg", NameKind::Person, &["Berg Kari", "Kari M. Berg"]),
            actor("North Sea Council", NameKind::Organisation, &["NSC"]),
        ],
        ..Authority::default()
    }
}

fn found(text: &str) -> Vec<(&str, &'static str)> {
    find_names(&Reading::of_text(text), &NameLexicon::new(&authority()), None)
        .iter()
        .map(|name| (name.span.of(text), name.kind.as_str()))
        .collect()
}

#[test]
fn names_are_found_by_list_title_word_and_declaration() {
    let table: &[(&str, &[(&str, &str)])] = &[
        ("Berg Kari met the NSC in Norway.", &[("Berg Kari", "person"), ("NSC", "organisation"), ("Norway", "place")]),
        ("Norwegian Trade Minister Ola Lund left.", &[("Norwegian", "other"), ("Ola Lund", "person")]),
        ("U.S. Secretary of State Jane Q. Doe said so.", &[("U.S.", "place"), ("Jane Q. Doe", "person")]),
        ("Pentagon spokesman Gen. Pat Roe spoke.", &[("Pentagon", "organisation"), ("Pat Roe", "person")]),
        ("President Yun Sok-ho agreed.", &[("Yun Sok-ho", "person")]),
        (
            "They joined the Northern Fishery Framework (NFF). The NFF grew.",
            &[("Northern Fishery Framework", "other"), ("NFF", "other"), ("NFF", "other")],
        ),
        ("Ane Vik, a former harbour official, said so.", &[("Ane Vik", "person")]),
        ("“It is late,” said Ane Vik.", &[("Ane Vik", "person")]),
        ("“It is late,” said Baek Do-yun, who teaches.", &[("Baek Do-yun", "person")]),
        ("It lies off Holm Island on Wednesday.", &[("Holm Island", "place")]),
        ("It sank in the Gulf of Mexico near Mexico.", &[("Gulf of Mexico", "place"), ("Mexico", "place")]),
        ("Let us go to the us side.", &[]),
        ("On Monday the Minister left in May.", &[]),
    ];
    for (text, expected) in table {
        assert_eq!(&found(text), expected, "{text}");
    }
}

#[test]
fn an_acronym_stands_for_the_name_it_is_declared_for() {
    let text = "The Northern Times (NT) said so. Later NT wrote more.";
    let names = find_names(&Reading::of_text(text), &NameLexicon::new(&Authority::default()), None);
    let links: Vec<_> = names.iter().map(|name| (name.span.of(text), name.stands_for)).collect();
    assert_eq!(links, [("Northern Times", None), ("NT", Some(0)), ("NT", Some(0))]);
}

#[test]
fn what_is_a_name_once_is_one_wherever_it_stands_alone() {
    let text = "Quillane sells boats. Shares of Quillane rose, the Quillane board said. Quillane will grow.";
    assert_eq!(found(text).iter().filter(|name| name.0 == "Quillane").count(), 4);
    let text =
        "President Moon Jae-in met Minister Ola Lund-Berg. In May he left. Then Moon Jae-in and Lund-Berg spoke.";
    let names = ["Moon Jae-in", "Ola Lund-Berg", "Moon Jae-in", "Lund-Berg"].map(|name| (name, "person"));
    assert_eq!(found(text), names);
}

#[test]
fn roles_are_kept_with_the_name() {
    let text = "South Korean Defense Minister Shin Ho-min and U.S. Secretary of Defense Lou Astor met.";
    let names = find_names(&Reading::of_text(text), &NameLexicon::new(&Authority::default()), None);
    let roles: Vec<_> = names.iter().filter_map(|name| name.role.map(|role| role.of(text))).collect();
    assert_eq!(roles, ["South Korean Defense Minister", "U.S. Secretary of Defense"]);
    let text = "U.S. Council Coordinator for Strategic Communications John Kirk spoke to Prime Minster Kishi and President Jo Baden.";
    let names = find_names(&Reading::of_text(text), &NameLexicon::new(&Authority::default()), None);
    let persons: Vec<_> =
        names.iter().filter(|name| name.kind == NameKind::Person).map(|name| name.span.of(text)).collect();
    assert_eq!(persons, ["John Kirk", "Kishi", "Jo Baden"], "a misspelt title is no name");
}

#[test]
fn a_name_that_ships_gives_way_to_what_the_text_shows() {
    let shipped = |name: &str, kind| AuthorityActor { origin: crate::model::Origin::Shipped, ..actor(name, kind, &[]) };
    let authority = Authority {
        actors: vec![
            shipped("Oslo", NameKind::Place),
            shipped("Ola Lun", NameKind::Person),
            shipped("WHO", NameKind::Organisation),
            shipped("Kremlin", NameKind::Organisation),
        ],
        ..Authority::default()
    };
    let lexicon = NameLexicon::new(&authority);
    let table: &[(&str, &[(&str, &str)])] = &[
        ("They met in Oslo, Norway, on Monday.", &[("Oslo", "place"), ("Norway", "place")]),
        (
            "Oslo Mayor Ane Vik left Oslo’s Old Town.",
            &[("Oslo", "place"), ("Ane Vik", "person"), ("Oslo", "place"), ("Old Town", "place")],
        ),
        ("Then Lars Oslo spoke.", &[("Lars Oslo", "person")]),
        ("The Oslo University agreed.", &[("Oslo University", "organisation")]),
        (
            "Ola Lun met Ola Lun-berg and an Ola Lun-led group.",
            &[("Ola Lun", "person"), ("Ola Lun-berg", "person"), ("Ola Lun", "person")],
        ),
        ("The WHO spoke.", &[("WHO", "organisation")]),
        ("The Kremlin agreed.", &[("Kremlin", "organisation")]),
    ];
    for (text, expected) in table {
        let names = find_names(&Reading::of_text(text), &lexicon, None);
        let found: Vec<_> = names.iter().map(|name| (name.span.of(text), name.kind.as_str())).collect();
        assert_eq!(&found, expected, "{text}");
    }
}

#[test]
fn a_headline_in_capitals_names_only_whom_the_text_or_the_user_names() {
    use crate::ingest::{self, RawSeed};
    let text = "KARI BERG MEETS QUILLANE BOARD IN HOLM\n\nThe mayor spoke on Monday, and the Quillane Board agreed.\n";
    let raw = RawSeed { path: "a.txt".into(), bytes: text.into(), sidecar: None };
    let source = ingest::read(&raw, &raw.path).value.unwrap();
    let reading = Reading::new(&source, &crate::segment::segment(&source).zones, &[]);
    let margin = reading.margins[0].span;
    let names = find_names(&reading, &NameLexicon::new(&authority()), None);
    let found: Vec<_> = names.iter().filter(|name| margin.contains(name.span)).map(|name| name.span.of(text)).collect();
    assert!(found.contains(&"KARI BERG"), "{found:?}");
    assert!(!found.contains(&"HOLM"), "{found:?}");
}

#[test]
fn an_acronym_in_brackets_may_take_letters_from_within_words() {
    for (text, expected) in [
        ("Troops left the Northern Demilitarized Zone (NDMZ). The NDMZ is calm.", true),
        ("They met the Harbour Board (XYZ). XYZ is calm.", false),
    ] {
        let names = find_names(&Reading::of_text(text), &NameLexicon::new(&Authority::default()), None);
        assert_eq!(names.iter().any(|name| name.stands_for.is_some()), expected, "{text} {names:?}");
    }
}

#[test]
fn a_role_holds_nobody_elses_name() {
    let text = "He told reporter Hannah Cole President Martin Lund had left.";
    let names = find_names(&Reading::of_text(text), &NameLexicon::new(&Authority::default()), None);
    let roles: Vec<_> = names.iter().map(|name| (name.span.of(text), name.role.map(|role| role.of(text)))).collect();
    assert_eq!(roles, [("Hannah Cole", Some("reporter")), ("Martin Lund", Some("President"))]);
}

#[test]
fn an_administration_is_not_its_head() {
    let text = "Officials of the Lund administration met Ola Lund in Oslo.";
    let names = find_names(&Reading::of_text(text), &NameLexicon::new(&Authority::default()), None);
    let found: Vec<_> = names.iter().map(|name| (name.span.of(text), name.kind)).collect();
    assert_eq!(found[0], ("Lund administration", NameKind::Organisation));
    assert!(found.contains(&("Ola Lund", NameKind::Person)), "{found:?}");
}

#[test]
fn names_of_another_language_are_left_to_the_users_files() {
    let text = "Aber Hans Vik kam nach Oslo und Zuständigkeiten von Bund blieben.";
    let names = find_names(&Reading::of_text(text), &NameLexicon::new(&Authority::default()), Some("de"));
    assert!(names.iter().all(|name| name.kind == NameKind::Place), "{names:?}");
}

#[test]
fn portfolios_and_papers_are_no_bodies() {
    let text = "Coordinator for Harbour Communications Ola Lund signed a Memorandum of Cooperation.";
    let names = find_names(&Reading::of_text(text), &NameLexicon::new(&Authority::default()), None);
    let bodies: Vec<_> = names.iter().filter(|name| name.kind == NameKind::Organisation).collect();
    assert!(bodies.is_empty(), "{bodies:?}");
}
