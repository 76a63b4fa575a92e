//! The five real documents: who is who in them, and who is never taken for another.

use serde_json::Value;

use crate::dossier::{Dossier, main_words};
use crate::five::built;

/// Spellings that are one actor, in every document that has them.
const ONE: [&[&str]; 11] = [
    &["Yoon Suk Yeol", "Yoon Suk-yeol", "Yoon"],
    &["Fumio Kishida", "Kishida Fumio", "Kishida"],
    &["Joe Biden", "Biden"],
    &["Shin Won-sik", "Shin"],
    &["Kim Jong-un", "Kim"],
    &["Vladimir Putin", "Putin"],
    &["Antony Blinken", "Blinken"],
    &["Cho Hyun-dong", "Cho"],
    &["U.S.", "US", "United States"],
    &["U.N. Security Council", "UN Security Council"],
    &["South Korea", "ROK", "Republic of Korea"],
];

/// Spellings that are never of one actor.
const APART: [[&str; 2]; 9] = [
    ["Fumio Kishida", "Minoru Kihara"],
    ["Yoon Suk Yeol", "Moon Jae-in"],
    ["Lloyd Austin", "Lloy Austin"],
    ["Shin Won-sik", "Xi Jinping"],
    ["Kim Jong-un", "Cho Hyun-dong"],
    ["South Korea", "North Korea"],
    ["U.N. Security Council", "U.S. National Security Council"],
    ["South Korean Defense Ministry", "Pentagon"],
    ["Vladimir Putin", "Vladimir Osechkin"],
];

/// The ids of the actors with a spelling; a capital that acts is its country's, and not asked for.
fn bearers(actors: &[Value], spelling: &str) -> Vec<String> {
    let has = |actor: &&Value| {
        let variants = actor["variants"].as_array().expect("variants");
        variants.iter().any(|variant| variant["text"] == spelling)
    };
    actors.iter().filter(has).map(|actor| actor["id"].as_str().expect("an id").to_owned()).collect()
}

#[test]
fn spellings_of_one_are_one_and_others_are_kept_apart() {
    let dossier = built();
    let actors = dossier.data("actors");
    for spellings in ONE {
        let first = bearers(&actors, spellings[0]);
        assert_eq!(first.len(), 1, "{}: {first:?}", spellings[0]);
        for other in &spellings[1..] {
            assert_eq!(bearers(&actors, other), first, "{other}");
        }
    }
    for [one, other] in APART {
        let (one_id, other_id) = (bearers(&actors, one), bearers(&actors, other));
        assert!(!one_id.is_empty() && one_id.iter().all(|id| !other_id.contains(id)), "{one} {other}: {one_id:?}");
    }
}

#[test]
fn a_slip_of_the_pen_is_proposed() {
    let dossier = built();
    assert_eq!(dossier.line("actors", "id", "lloy-austin")["maybe_same_as"], serde_json::json!(["lloyd-austin"]));
    assert_eq!(dossier.line("actors", "id", "lloyd-austin")["maybe_same_as"], serde_json::json!(["lloy-austin"]));
    assert!(dossier.run(&["names"]).stdout.contains("actors = [\"lloyd-austin\", \"lloy-austin\"]"));
}

#[test]
fn roles_are_those_of_the_texts_with_their_date() {
    let dossier = built();
    let stated = |id: &str| {
        let roles = dossier.line("actors", "id", id)["roles"].as_array().expect("roles").clone();
        let stated = roles.into_iter().filter(|role| role["authority"].is_null());
        stated.map(|role| (role["title"].as_str().unwrap().to_owned(), role["tenure"].clone())).collect::<Vec<_>>()
    };
    for (id, title) in [
        ("yoon-suk-yeol", "South Korean President"),
        ("joe-biden", "U.S. President"),
        ("fumio-kishida", "Japanese Prime Minister"),
        ("shin-won-sik", "South Korean Defense Minister"),
        ("minoru-kihara", "Japanese Defense Minister"),
        ("antony-blinken", "U.S. Secretary of State"),
        ("pat-ryder", "Pentagon Spokesperson"),
        ("cho-hyun-dong", "First Vice Foreign Minister"),
    ] {
        assert_eq!(stated(id), [(title.to_owned(), Value::from("held"))], "{id}");
    }
}

#[test]
fn capitals_that_act_are_their_governments() {
    let dossier = built();
    for (id, capital) in
        [("south-korea", "Seoul"), ("japan", "Tokyo"), ("united-states", "Washington"), ("china", "Beijing")]
    {
        let line = dossier.line("actors", "id", id);
        let reasons = line["reasons"].as_array().unwrap();
        let is_told = |reason: &Value| reason["rule"] == "metonym" && reason["text"] == capital;
        assert!(reasons.iter().any(is_told), "{id}: {reasons:?}");
    }
    let page = main_words(&dossier.page("actors/seoul.html"), &[]);
    assert!(page.contains("it counts for South Korea"), "{page}");
}

#[test]
fn unnamed_speakers_have_a_page_of_their_own() {
    let dossier = built();
    let line = dossier.line("actors", "id", "a-ministry-official");
    assert_eq!((line["standing"].as_str(), line["mentions"].as_u64()), (Some("unnamed"), Some(1)));
    let page = main_words(&dossier.page("actors/a-ministry-official.html"), &[]);
    assert!(page.contains("Speakers without a name"), "{page}");
    check_index(&dossier);
}

/// Persons stand under their family names.
fn check_index(dossier: &Dossier) {
    let page = dossier.page("actors.html");
    for name in ["Biden, Joe", "Kishida, Fumio", "Yoon Suk Yeol", "Wei Fenghe", "Thomas-Greenfield, Linda"] {
        assert!(page.contains(&format!("<bdi>{name}</bdi>")), "{name}");
    }
}
