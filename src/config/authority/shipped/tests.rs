//! The tables hold together: they parse, no two actors share a name, terms are in order.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::text::compare::fold;

fn names(actor: &AuthorityActor) -> BTreeSet<String> {
    std::iter::once(&actor.name).chain(&actor.variants).map(|name| fold(name)).collect()
}

fn find(name: &str) -> AuthorityActor {
    shipped_actors().into_iter().find(|actor| actor.name == name).unwrap_or_else(|| panic!("{name} is not shipped"))
}

#[test]
fn no_two_actors_share_a_name_or_an_id() {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut ids = BTreeSet::new();
    let mut failures = Vec::new();
    for actor in shipped_actors() {
        for name in names(&actor) {
            if let Some(other) = seen.insert(name.clone(), actor.name.clone()) {
                failures.push(format!("`{name}` is {other} and {}", actor.name));
            }
        }
        if !ids.insert(actor.id.clone()) {
            failures.push(format!("two have the id `{}`", actor.id));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn every_row_has_its_columns_a_source_and_a_country_that_is_known() {
    let codes: BTreeSet<&str> = table(STATES).map(|(code, _)| code).collect();
    let is_known = |code: &str| code.is_empty() || codes.contains(code);
    for row in columns(ORGANISATIONS) {
        assert!(row.len() == 3 && is_known(row[1]) && !row[2].is_empty(), "{row:?}");
    }
    for row in columns(OFFICES) {
        assert!(row.len() == 6 && is_known(row[2]) && !row[5].is_empty(), "{row:?}");
    }
    for (code, _) in table(CAPITALS) {
        assert!(is_known(code), "{code}");
    }
}

#[test]
fn a_state_has_one_line_and_a_capital_one_state() {
    let mut codes = BTreeSet::new();
    for (code, _) in table(STATES) {
        assert!(code.len() == 2 && codes.insert(code), "{code}");
    }
    let mut capitals = BTreeSet::new();
    for (_, rest) in table(CAPITALS) {
        for name in members(rest.split('|').next().unwrap()) {
            assert!(capitals.insert(name), "{name} is the capital of two");
        }
    }
    assert!(codes.len() > 195 && capitals.len() > 185);
}

#[test]
fn terms_are_dates_in_order() {
    for row in columns(OFFICES) {
        let [_, title, _, from, to, _] = row[..] else { panic!("{row:?}") };
        let date = |words: &str| {
            (!words.is_empty())
                .then(|| words.parse::<crate::model::Edtf>().unwrap_or_else(|error| panic!("{row:?}: {error}")))
        };
        let (from, to) = (date(from), date(to));
        assert!(from.is_some() && !title.is_empty(), "{row:?}");
        let (first, last) = (from.and_then(|from| from.earliest()), to.and_then(|to| to.latest()));
        assert!(last.is_none() || first < last, "{row:?}");
    }
}

/// The days between which a term lies for sure.
fn surely(term: &AuthorityRole) -> (chrono::NaiveDate, chrono::NaiveDate) {
    let from = term.from.and_then(|from| from.latest()).unwrap_or(chrono::NaiveDate::MIN);
    (from, term.to.map_or(chrono::NaiveDate::MAX, |to| to.earliest().unwrap_or(from)))
}

#[test]
fn no_two_holders_of_an_office_overlap_by_more_than_a_handover() {
    let mut offices: BTreeMap<String, Vec<(String, AuthorityRole)>> = BTreeMap::new();
    for actor in shipped_actors() {
        for role in actor.roles {
            offices.entry(role.title.clone()).or_default().push((actor.name.clone(), role));
        }
    }
    let mut failures = Vec::new();
    for (title, mut terms) in offices {
        terms.sort_by_key(|(_, role)| surely(role));
        for pair in terms.windows(2) {
            let (left, taken) = (surely(&pair[0].1).1, surely(&pair[1].1).0);
            if left > taken && (left - taken).num_days() > 31 {
                failures.push(format!("{title}: {} until {left}, {} from {taken}", pair[0].0, pair[1].0));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn a_persons_spelling_has_several_words() {
    for actor in shipped_actors().iter().filter(|actor| actor.kind == NameKind::Person) {
        for name in std::iter::once(&actor.name).chain(&actor.variants) {
            assert!(name.contains([' ', '-']), "{name}");
        }
    }
}

#[test]
fn a_person_has_the_latest_role_first_and_each_spelling_once() {
    let biden = find("Joe Biden");
    let terms: Vec<String> = biden
        .roles
        .iter()
        .map(|role| format!("{} {}", role.title, role.from.map(|from| from.to_string()).unwrap_or_default()))
        .collect();
    assert_eq!(terms, ["President of the United States 2021-01-20", "Vice President of the United States 2009-01-20"]);
    assert_eq!(biden.country.as_deref(), Some("US"));
    assert!(biden.roles[0].source.as_deref().is_some_and(|source| source.contains("List of presidents")));
    let mut actors = shipped_actors().into_iter();
    assert!(actors.all(|actor| !names(&actor).contains("george bush")), "a spelling of two persons names neither");
}

#[test]
fn states_capitals_and_seats_are_actors_with_their_country() {
    let table = [
        ("South Korea", "south-korea", NameKind::Place, "KR", "ROK"),
        ("United States", "united-states", NameKind::Place, "US", "U.S."),
        ("Seoul", "seoul", NameKind::Place, "KR", "Seoul"),
        ("Kyiv", "kyiv", NameKind::Place, "UA", "Kiev"),
        ("Blue House", "blue-house", NameKind::Organisation, "KR", "Cheong Wa Dae"),
    ];
    for (name, id, kind, country, variant) in table {
        let actor = find(name);
        assert_eq!((actor.id.as_str(), actor.kind, actor.country.as_deref()), (id, kind, Some(country)));
        assert!(names(&actor).contains(&fold(variant)), "{name}: {variant}");
    }
}
