//! Which mentions are one agreement, and its history, as tables.

use crate::config::{behind, read_authority, shipped_actors, shipped_agreements};
use crate::ingest::from_text;
use crate::model::{Agreement, Display, Dossier, Overrides, Weekday};
use crate::pipeline::Annotator;
use crate::resolve::{Annotated, Knowledge, resolve};

fn dossier(texts: &[&str]) -> Dossier {
    dossier_of(&texts.iter().map(|&text| (text, "2023-08-20")).collect::<Vec<_>>())
}

/// The dossier of texts with the days they are published on.
fn dossier_of(texts: &[(&str, &str)]) -> Dossier {
    let own = crate::model::Authority { agreements: shipped_agreements(), ..read_authority("").unwrap() };
    let authority = behind(own, shipped_actors());
    let annotator = Annotator::new(&authority, Weekday::Monday);
    let annotated = |(number, (text, day)): (usize, &(&str, &str))| {
        let source = from_text(&format!("{number}.txt"), (*text).to_owned(), Some(day.parse().unwrap()));
        let annotations = annotator.annotate(&source);
        Annotated::new(source, annotations)
    };
    let corpus = texts.iter().enumerate().map(annotated).collect();
    let overrides = Overrides::default();
    let knowledge = Knowledge {
        authority: &authority,
        overrides: &overrides,
        display: Display::Full,
        week_start: Weekday::Monday,
        seeds: "seeds",
    };
    resolve(corpus, knowledge).value
}

/// `name: date status certainty; …`.
fn line(agreement: &Agreement) -> String {
    let told = agreement.history.iter().map(|state| {
        let when = state.when.map_or_else(|| "?".to_owned(), |when| when.to_string());
        format!("{when} {} {}", state.status.as_str(), state.certainty.as_str())
    });
    format!("{}: {}", agreement.name, told.collect::<Vec<_>>().join("; "))
}

#[test]
fn two_texts_make_one_agreement_with_one_signing() {
    let texts = [
        "The ministers signed the Harbour Cooperation Framework (HCF) in July 2023.",
        "The HARBOUR rules are old. Both praised the Harbour Cooperation Framework. The framework was signed.",
    ];
    let dossier = dossier(&texts);
    let lines: Vec<String> = dossier.agreements.iter().map(line).collect();
    assert_eq!(lines, ["Harbour Cooperation Framework: 2023-07 signed happened"]);
    assert_eq!(dossier.agreements[0].history[0].evidence.len(), 2);
    assert_eq!(dossier.agreements[0].id, "harbour-cooperation-framework");
    assert!(dossier.events.iter().any(|event| event.agreements == [0]), "the event has no agreement");
}

#[test]
fn names_are_joined_by_their_rules_and_no_further() {
    let table: &[(&[&str], &[&str])] = &[
        (
            &["It broke the U.S. Clean Water Act.", "The Clean Water Act holds."],
            &["U.S. Clean Water Act: ? violated claimed"],
        ),
        (
            &["The Harbour Safety Act of 1972 holds.", "The Harbour Safety Act holds."],
            &["Harbour Safety Act of 1972: "],
        ),
        (
            &["The Harbour Defence Treaty holds.", "The Harbor Defense Treaty holds."],
            &["Harbor Defense Treaty: ", "Harbour Defence Treaty: "],
        ),
        (&["The Norwick Defence Treaty holds.", "The Norwick Defense Treaty holds."], &["Norwick Defence Treaty: "]),
        (
            &[
                "The Norwick Treaty and the Oslo Treaty hold. Both are old. Long ago they fell out. The treaty was ended.",
            ],
            &["Norwick Treaty: ", "Oslo Treaty: "],
        ),
    ];
    for (texts, expected) in table {
        let lines: Vec<String> = dossier(texts).agreements.iter().map(line).collect();
        assert_eq!(&lines, expected, "{texts:?}");
    }
}

#[test]
fn a_noun_that_fits_two_is_shown_on_both() {
    let text = "The Norwick Treaty and the Oslo Treaty hold. The treaty was ended.";
    let dossier = dossier(&[text]);
    assert_eq!(dossier.agreements.iter().map(|agreement| agreement.could_be.len()).collect::<Vec<_>>(), [1, 1]);
}

#[test]
fn a_day_in_a_nickname_is_the_day_of_its_signing() {
    let text = "The Norwick Treaty was signed in 2018. The Norwick Treaty, known as the “Oct. 3” treaty, holds.";
    let lines: Vec<String> = dossier(&[text]).agreements.iter().map(line).collect();
    assert_eq!(lines, ["Norwick Treaty: 2018-10-03? signed happened"]);
}

#[test]
fn two_dates_of_one_signing_are_a_conflict() {
    let texts = ["The Norwick Treaty was signed on May 3, 2019.", "The Norwick Treaty was signed on June 7, 2020."];
    let dossier = dossier(&texts);
    assert_eq!(dossier.agreements[0].conflicts.len(), 1);
    assert_eq!(dossier.agreements[0].history.len(), 2);
}

#[test]
fn an_authority_file_names_what_texts_only_describe() {
    let texts = [
        "South Korea restored its military intelligence pact with Japan in March 2023.",
        "GSOMIA was signed in November 2016.",
        "The North Atlantic Treaty Organization met. A military intelligence pact with France was signed.",
    ];
    let dossier = dossier(&texts);
    let lines: Vec<String> = dossier.agreements.iter().map(line).collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert_eq!(
        lines[0],
        "General Security of Military Information Agreement: 2016-11 signed happened; 2023-03 restored happened"
    );
    assert_eq!(lines[1], "Military intelligence pact with France: ? signed happened");
    let authority = dossier.agreements[0].authority.as_ref().unwrap();
    assert_eq!(authority.unused, ["Agreement on the Protection of Classified Military Information"]);
}

/// The ids of the parties of the first agreement.
fn parties(dossier: &Dossier) -> Vec<&str> {
    dossier.agreements[0].parties.iter().map(|&party| dossier.actors[party].id.as_str()).collect()
}

#[test]
fn the_three_countries_are_those_that_the_text_lists() {
    let told = "The three countries agreed to share harbour data in real time.";
    let table: &[(&str, &[&str])] = &[
        ("Ministers of Norway, Denmark and Sweden met.", &["denmark", "norway", "sweden"]),
        ("Norway’s Prime Minister Jane Doe met Denmark.", &[]),
        ("Ministers of Norway, Denmark and Sweden met those of Chile, Peru and Cuba.", &[]),
    ];
    for (before, expected) in table {
        assert_eq!(&parties(&dossier(&[&format!("{before} {told}")])), expected, "{before}");
    }
}

#[test]
fn who_issues_a_resolution_is_no_party_of_it() {
    let dossier = dossier(&["Norland broke several U.N. Security Council resolutions."]);
    assert_eq!(parties(&dossier), [""; 0]);
    assert_eq!(dossier.agreements[0].issuers.len(), 1);
}

#[test]
fn the_rome_of_old_times_is_not_italy() {
    let text = "In 348 BC a trade treaty between Rome and Carthage held. In 264 BC war came. Italy lay in ruins.";
    assert!(!parties(&dossier(&[text])).contains(&"italy"));
    let text = "In 1948 a trade treaty between Rome and Paris held. In 1950 it was renewed. Italy and France gained.";
    assert_eq!(parties(&dossier(&[text])), ["france", "italy"]);
}

#[test]
fn a_claim_is_reported_on_the_day_it_was_made() {
    let text = "The minister told reporters on July 27 that Norland violated the Norwick Treaty.";
    let dossier = dossier(&[text]);
    let row = &dossier.agreements[0].history[0];
    assert_eq!((row.when, row.reported.unwrap().to_string().as_str()), (None, "2023-07-27?"));
}

#[test]
fn what_comes_too_early_is_a_conflict() {
    let agreed = ("They agreed to share missile data in real time in May.", "2023-08-20");
    let table: &[(&[(&str, &str)], usize)] = &[
        (&[agreed, ("They will go ahead with real-time sharing of missile data.", "2023-02-13")], 1),
        (&[agreed, ("They will go ahead with real-time sharing of missile data.", "2023-11-13")], 0),
        (&[agreed, ("They are discussing real-time sharing of missile data.", "2023-11-13")], 1),
        (&[agreed, ("They discussed real-time sharing of missile data.", "2023-11-13")], 0),
        (&[agreed, ("They are discussing real-time sharing of missile data.", "2023-02-13")], 0),
        (
            &[
                ("The Norwick Treaty was signed on May 3, 2019.", "2023-02-13"),
                ("Both are discussing the Norwick Treaty.", "2023-08-20"),
            ],
            0,
        ),
        (
            &[
                ("They abide by the Norwick Treaty.", "2023-02-13"),
                ("The Norwick Treaty was signed on May 3, 2019.", "2023-08-20"),
            ],
            0,
        ),
    ];
    for (texts, expected) in table {
        let dossier = dossier_of(texts);
        let found: usize = dossier.agreements.iter().map(|agreement| agreement.conflicts.len()).sum();
        assert_eq!(found, *expected, "{texts:?}");
    }
}

#[test]
fn this_agreement_is_no_old_one_and_a_pact_is_rather_a_pact() {
    let far = "The Norwick Treaty holds. Ships sail. Rain falls. Snow falls. Wind blows. He signed this treaty.";
    let lines: Vec<String> = dossier(&[far]).agreements.iter().map(line).collect();
    assert_eq!(lines, ["Norwick Treaty: "]);
    let two = "The Norwick Pact and the Oslo Accord hold. The pact was signed.";
    let lines: Vec<String> = dossier(&[two]).agreements.iter().map(line).collect();
    assert_eq!(lines, ["Norwick Pact: ? signed happened", "Oslo Accord: "]);
}
