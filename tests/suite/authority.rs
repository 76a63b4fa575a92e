//! The general authority file in a dossier: what it knows, what the user knows better, and without it.

use serde_json::json;

use crate::dossier::Dossier;

const NEWS: &str = "French President François Hollande spoke in Paris, where NATO’s secretary general waited. \
                    Hollande left. The Paris Agreement was read out to Paris Nobody by the U.N. Security Council.\n";

fn dossier(settings: &str, authority: &str) -> Dossier {
    let dossier = Dossier::new();
    dossier.write("seeds/news.txt", NEWS).write("annalist.toml", settings);
    dossier.write("authority/own.toml", authority);
    dossier.build();
    dossier
}

fn ids(dossier: &Dossier) -> Vec<String> {
    dossier.data("actors").iter().map(|line| line["id"].as_str().expect("an id").to_owned()).collect()
}

#[test]
fn states_capitals_organisations_and_offices_are_known() {
    let dossier = dossier("", "");
    let hollande = dossier.line("actors", "id", "francois-hollande");
    assert_eq!(hollande["decided_by"], "shipped");
    assert_eq!(hollande["mentions"], 2);
    let role = &hollande["roles"][0];
    assert_eq!((&role["title"], &role["from"]), (&json!("President of France"), &json!("2012-05-15")));
    assert_eq!(role["authority"]["origin"], "shipped");
    assert_eq!(hollande["roles"][1]["authority"], json!(null), "as the text states it");
    let page = dossier.page("actors/francois-hollande.html");
    assert!(
        page.contains("per the program’s general authority file (Wikipedia: List of presidents of France)"),
        "{page}"
    );
    assert_eq!(dossier.line("actors", "id", "paris")["mentions"], 1, "neither the agreement nor the person");
    for id in ["north-atlantic-treaty-organization", "united-nations-security-council"] {
        assert_eq!(dossier.line("actors", "id", id)["decided_by"], "shipped", "{id}");
    }
    let date = &dossier.line("documents", "id", "news")["date"];
    assert_eq!(date["earliest"], "2012-05-15");
}

#[test]
fn a_setting_leaves_it_out() {
    let dossier = dossier("", "");
    assert!(ids(&dossier).contains(&"united-nations-security-council".to_owned()));
    dossier.write("annalist.toml", "general_authority = false\n");
    dossier.build();
    assert_eq!(dossier.line("actors", "id", "francois-hollande")["decided_by"], "found");
    assert!(!ids(&dossier).contains(&"united-nations-security-council".to_owned()), "{:?}", ids(&dossier));
    assert_eq!(dossier.line("documents", "id", "news")["date"]["basis"], "unknown");
}

#[test]
fn what_the_user_knows_goes_before_it() {
    let own = "[[actor]]\nname = \"F. Hollande\"\nid = \"hollande\"\nkind = \"person\"\n\
               variants = [\"Francois Hollande\"]\n[[actor.role]]\ntitle = \"Guest\"\n";
    let dossier = dossier("", own);
    let hollande = dossier.line("actors", "id", "hollande");
    assert_eq!((&hollande["name"], &hollande["decided_by"]), (&json!("F. Hollande"), &json!("authority")));
    assert_eq!(hollande["roles"][0]["title"], "Guest");
    assert_eq!(hollande["roles"][0]["authority"]["origin"], "dossier");
    assert!(!ids(&dossier).contains(&"francois-hollande".to_owned()));
}
