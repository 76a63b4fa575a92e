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
    find_names(&Reading::of_text(text), &NameLexicon::new(&authority()))
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
        ("Pentagon spokesman Gen. Pat Roe spoke.", &[("Pat Roe", "person")]),
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
        ("The South Korean Trade Ministry agreed.", &[("South Korean Trade Ministry", "organisation")]),
        ("Let us go to the us side.", &[]),
        ("On Monday the Minister left in May.", &[]),
    ];
    for (text, expected) in table {
        assert_eq!(&found(text), expected, "{text}");
    }
}

#[test]
fn a_short_name_stands_for_the_one_that_fits() {
    let text = "President Ola Lund met Minister Kari Berg. Lund spoke; Berg’s aides left.";
    let names = find_names(&Reading::of_text(text), &NameLexicon::new(&authority()));
    let links: Vec<_> = names.iter().map(|name| (name.span.of(text), name.stands_for)).collect();
    assert_eq!(links, [("Ola Lund", None), ("Kari Berg", None), ("Lund", Some(0)), ("Berg", Some(1))]);
}

#[test]
fn an_acronym_stands_for_the_name_it_is_declared_for() {
    let text = "The Northern Times (NT) said so. Later NT wrote more.";
    let names = find_names(&Reading::of_text(text), &NameLexicon::new(&Authority::default()));
    let links: Vec<_> = names.iter().map(|name| (name.span.of(text), name.stands_for)).collect();
    assert_eq!(links, [("Northern Times", None), ("NT", Some(0)), ("NT", Some(0))]);
}

#[test]
fn names_are_found_again_and_parts_of_given_names_are_no_short_forms() {
    let text =
        "President Moon Jae-in met Minister Ola Lund-Berg. In May he left. Then Moon Jae-in and Lund-Berg spoke.";
    let names = find_names(&Reading::of_text(text), &NameLexicon::new(&Authority::default()));
    let links: Vec<_> = names.iter().map(|name| (name.span.of(text), name.stands_for)).collect();
    assert_eq!(links, [("Moon Jae-in", None), ("Ola Lund-Berg", None), ("Moon Jae-in", None), ("Lund-Berg", Some(1))]);
}

#[test]
fn a_short_name_inside_another_name_stands_for_nobody() {
    let text = "President Joe Lund met Jill Lund. Then Joe Park-hi left. Yesterday Lund’s Office closed.";
    let names = find_names(&Reading::of_text(text), &NameLexicon::new(&Authority::default()));
    let persons: Vec<_> =
        names.iter().filter(|name| name.kind == NameKind::Person).map(|name| name.span.of(text)).collect();
    assert_eq!(persons, ["Joe Lund"]);
    let text = "Secretary Lou Austin left. Voters in Austin, Texas, stayed.";
    let names = find_names(&Reading::of_text(text), &NameLexicon::new(&Authority::default()));
    assert_eq!(names.iter().filter(|name| name.kind == NameKind::Person).count(), 1);
}

#[test]
fn a_short_name_that_fits_two_stands_for_neither() {
    let text = "President Ola Lund met Minister Nils Lund. Lund spoke.";
    let names = find_names(&Reading::of_text(text), &NameLexicon::new(&Authority::default()));
    assert_eq!(names.len(), 2);
}

#[test]
fn roles_are_kept_with_the_name() {
    let text = "South Korean Defense Minister Shin Ho-min and U.S. Secretary of Defense Lou Astor met.";
    let names = find_names(&Reading::of_text(text), &NameLexicon::new(&Authority::default()));
    let roles: Vec<_> = names.iter().filter_map(|name| name.role.map(|role| role.of(text))).collect();
    assert_eq!(roles, ["South Korean Defense Minister", "U.S. Secretary of Defense"]);
    let text = "U.S. Council Coordinator for Strategic Communications John Kirk spoke to Prime Minster Kishi and President Jo Baden.";
    let names = find_names(&Reading::of_text(text), &NameLexicon::new(&Authority::default()));
    let persons: Vec<_> =
        names.iter().filter(|name| name.kind == NameKind::Person).map(|name| name.span.of(text)).collect();
    assert_eq!(persons, ["John Kirk", "Jo Baden"]);
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
        ("Oslo Mayor Ane Vik left Oslo’s Old Town.", &[("Oslo", "place"), ("Ane Vik", "person"), ("Oslo", "place")]),
        ("The Oslo Rules bind Oslo Today and Lars Oslo.", &[]),
        ("The Oslo University agreed.", &[("Oslo University", "organisation")]),
        ("Ola Lun met Ola Lun-berg and an Ola Lun-led group.", &[("Ola Lun", "person"), ("Ola Lun", "person")]),
        ("The WHO spoke. THE MAN WHO FELL.", &[("WHO", "organisation")]),
        ("The Kremlin agreed.", &[("Kremlin", "organisation")]),
    ];
    for (text, expected) in table {
        let names = find_names(&Reading::of_text(text), &lexicon);
        let found: Vec<_> = names.iter().map(|name| (name.span.of(text), name.kind.as_str())).collect();
        assert_eq!(&found, expected, "{text}");
    }
}
