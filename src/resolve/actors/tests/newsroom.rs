//! What newsrooms write: short names of bodies, sides, abbreviated states, nicknames, slips, terms that are over.

use super::{assert_clusters, clusters, dossier_with};
use crate::model::Tenure;

#[test]
fn names_of_trades_sides_and_states_find_theirs() {
    assert_clusters(&[
        (&["{o Lund Airways} flies. {o Lund} grew.", "{o Lund} shrank."], &["Lund = Lund Airways"]),
        (
            &["{o BQ Oil} pays. {o BQ} grew.", "{o BQ Group} left. {o BQ} shrank.", "{o BQ} again."],
            &["BQ", "BQ Group", "BQ Oil"],
        ),
        (&["{o Lund Television} and {o Lund}."], &["Lund", "Lund Television"]),
        (&["{l North Korea=KP} left. The {l North} is silent."], &["North = North Korea"]),
        (
            &["{l North Korea=KP} and {l North Macedonia=MK}. The {l North} is silent."],
            &["North", "North Korea", "North Macedonia"],
        ),
        (&["A spill off {l Louisiana} near {l Venice}, {l La.}, grew."], &["La. = Louisiana", "Venice"]),
        (&["The {o Senate} met.", "The {o Senate} left."], &["Senate"]),
        (
            &[
                "The {o U.S. Coast Guard} came.",
                "In the {l U.S.=US} the {o Coast Guard} left.",
                "The {o Coast Guard} left.",
            ],
            &["Coast Guard", "Coast Guard = U.S. Coast Guard", "U.S."],
        ),
        (&["The {o Ministry} met."], &[]),
        (
            &["{l Norway=NO}: the {o Defense Ministry} met.", "{l Japan=JP}: the {o Defense Ministry} left."],
            &["Defense Ministry", "Defense Ministry", "Japan", "Norway"],
        ),
        (
            &["{l Norway=NO}: the {o Defense Ministry} met.", "The {o Defense Ministry} left."],
            &["Defense Ministry", "Norway"],
        ),
    ]);
}

#[test]
fn short_given_names_and_slips_are_proposed_and_never_merged() {
    for (text, expected) in [
        ("{p Ted Lund} met {p Edward Lund}.", "nickname"),
        ("{o Mineral Safety Board} met {o Minerals Safety Board}.", "typo"),
        ("{o Safety Coordination Group} met {o Safety Co-ordination Group}.", "typo"),
    ] {
        let dossier = dossier_with(&[text], "", "");
        assert_eq!(dossier.actors.len(), 2, "{text}");
        let likes: Vec<&str> = dossier.actors[0].maybe_same_as.iter().map(|(_, like)| like.as_str()).collect();
        assert_eq!(likes, [expected], "{text}");
    }
}

#[test]
fn ids_keep_actors_apart_too() {
    let authority = "[[never_merge]]\nnames = [\"lloyd-astor\", \"lloy-astor\"]\n\
        [[never_merge]]\nnames = [\"Norwick\", \"Norwick\"]\n";
    let dossier = dossier_with(&["{p Lloyd Astor} met {p Lloy Astor} in {l Norwick}.", "{l Norwick}."], authority, "");
    assert_eq!(clusters(&dossier), ["Lloy Astor", "Lloyd Astor", "Norwick"]);
    assert!(dossier.actors.iter().all(|actor| actor.maybe_same_as.is_empty()));
    assert_eq!(dossier.actors[0].not_same_as, ["Lloyd Astor"]);
}

#[test]
fn a_role_whose_term_is_over_was_held_then() {
    let authority = "[[actor]]\nname = \"Kari Berg\"\nkind = \"person\"\n\
        [[actor.role]]\ntitle = \"Mayor\"\nfrom = \"2015\"\nto = \"2020\"\n";
    let dossier = dossier_with(&["{p Mayor|Kari Berg} signed it in 2018."], authority, "");
    let berg = &dossier.actors[0];
    assert_eq!(berg.roles[1].tenure, Tenure::Then);
    assert_eq!(berg.role, Some(0), "lists show the term, which says when");
    // What was stated of another office last stays what lists show.
    let dossier = dossier_with(&["{p Mayor|Kari Berg} signed it in 2018. {p Editor|Kari Berg} left."], authority, "");
    let berg = &dossier.actors[0];
    assert_eq!(berg.roles[berg.role.unwrap()].title, "Editor");
}
