//! Small corpora and the events that become of them.

use std::path::Path;

use crate::config::{Settings, read_authority, read_overrides};
use crate::ingest::from_text;
use crate::model::{Dossier, Weekday};
use crate::pipeline::Annotator;
use crate::resolve::{Annotated, Knowledge, resolve};

/// Documents as date and text.
type Corpus<'c> = &'c [(&'c str, &'c str)];

fn dossier(corpus: Corpus<'_>) -> Dossier {
    let (authority, overrides) = (read_authority("").expect("none"), read_overrides("").expect("none"));
    let annotator = Annotator::new(&authority, Weekday::Monday);
    let annotate = |(number, (date, text)): (usize, &(&str, &str))| {
        let source = from_text(&format!("{number}.txt"), (*text).to_owned(), Some(date.parse().expect("a date")));
        let annotations = annotator.annotate(&source);
        Annotated::new(source, annotations)
    };
    let annotated = corpus.iter().enumerate().map(annotate).collect();
    let display = Settings::defaults(Path::new(".")).display;
    let week_start = Weekday::Monday;
    resolve(annotated, Knowledge { authority: &authority, overrides: &overrides, display, week_start, seeds: "seeds" })
        .value
}

/// Each event as `date status: evidence`, the summary first.
fn told(corpus: &[(&str, &str)]) -> Vec<String> {
    let dossier = dossier(corpus);
    let tell = |event: &crate::model::Event| {
        let sentences: Vec<&str> = event
            .evidence
            .iter()
            .map(|proof| proof.span.of(&dossier.documents[proof.document].source.text))
            .map(|sentence| sentence.split_whitespace().next().unwrap_or_default())
            .collect();
        let date = event.when.edtf.map(|edtf| edtf.to_string()).unwrap_or_default();
        format!("{date} {}: {}", event.status.as_str(), sentences.join(" "))
    };
    dossier.events.iter().map(tell).collect()
}

#[test]
fn one_event_has_the_evidence_of_all_who_tell_it() {
    let table: &[(Corpus, &[&str])] = &[
        (
            &[
                ("2021-05-04", "A harbour ferry sank off Norwick on Monday, killing nine fishermen."),
                ("2021-06-01", "Nine fishermen died when the ferry sank off Norwick on 3 May 2021."),
                ("2021-06-01", "Mayor Jane Quill opened a school in Brent on 3 May 2021."),
            ],
            &["2021-05-03 happened: Nine A", "2021-05-03 happened: Mayor"],
        ),
        // What was planned was held.
        (
            &[
                ("2021-05-01", "Sweden, Norway and Denmark will hold a summit on 3 May 2021."),
                ("2021-05-09", "The summit of Sweden, Norway and Denmark in May was the first of its kind."),
                ("2022-01-09", "Sweden, Norway and Denmark met again. The rules stem from the summit last year."),
            ],
            &["2021-05-03 happened: The Sweden, The"],
        ),
        // Two summits in the month: it could be either.
        (
            &[
                ("2021-05-01", "Sweden and Norway will hold a summit on 3 May 2021."),
                ("2021-05-01", "Sweden and Norway will hold a summit on 20 May 2021."),
                ("2021-06-09", "The summit of Sweden and Norway in May was short."),
            ],
            &["2021-05-03 planned: Sweden", "2021-05? happened: The", "2021-05-20 planned: Sweden"],
        ),
        // The same words on two days are two events.
        (
            &[
                ("2021-05-09", "Shares of the Norwick ferry line fell by nine points on 3 May 2021."),
                ("2021-05-09", "Shares of the Norwick ferry line fell by nine points on 4 May 2021."),
            ],
            &["2021-05-03 happened: Shares", "2021-05-04 happened: Shares"],
        ),
    ];
    for (corpus, expected) in table {
        let mut found = told(corpus);
        let mut expected = expected.to_vec();
        found.sort();
        expected.sort_unstable();
        assert_eq!(found, expected, "{corpus:?}");
    }
}

#[test]
fn a_stretch_with_two_such_events_is_possibly_either() {
    let dossier = dossier(&[
        ("2021-05-01", "Sweden and Norway will hold a summit on 3 May 2021."),
        ("2021-05-01", "Sweden and Norway will hold a summit on 20 May 2021."),
        ("2021-06-09", "The summit of Sweden and Norway in May was short."),
    ]);
    let maybes: Vec<usize> = dossier.events.iter().map(|event| event.maybe_same_as.len()).collect();
    assert_eq!(maybes.iter().sum::<usize>(), 4, "{maybes:?}");
}

#[test]
fn in_person_and_by_video_are_both_shown() {
    let shown =
        "Minister Jane Quill in a meeting with Minister Martin Lund at the harbour office in Norwick on 3 May 2021.";
    let video = "Minister Jane Quill attended the meeting at the harbour office in Norwick, while Minister Martin Lund \
        attended via video conference";
    let (undated, dated) = (format!("{video}."), format!("{video} on 3 May 2021."));
    let two = dossier(&[("2021-05-04", shown), ("2021-05-04", &dated)]);
    let event = &two.events[0];
    assert_eq!(event.evidence.len(), 2);
    assert_eq!(event.conflicts.len(), 1);
    assert_eq!(event.conflicts[0].actor.map(|actor| two.actors[actor].name.as_str()), Some("Martin Lund"));
    // a caption against its own article, too
    for told in [undated, dated] {
        let text = format!("Two ministers widen fishery rules {shown} [MINISTRY OF TRADE] {told}");
        let article = dossier(&[("2021-05-04", &text)]);
        let found: Vec<usize> = article.events.iter().map(|event| event.conflicts.len()).collect();
        assert_eq!(found, [1], "{text}");
        assert_eq!(article.events[0].evidence.len(), 2);
    }
}

#[test]
fn a_date_in_passing_makes_no_event() {
    let table: &[(Corpus, &[&str])] = &[
        (&[("2021-05-04", "Jane Quill said it was like the 1918 outbreak. Was the harbour shut in 2019?")], &[]),
        (&[("2021-05-04", "Since 1998 the harbour has belonged to Brent. Today's papers say so.")], &[]),
        // a date of something else than what the sentence tells
        (&[("2021-05-09", "Per Berg has slept on a boat since the blast on 3 May.")], &[]),
        (&[("2021-05-09", "Jane Quill praised the crew of the 3 May regatta.")], &[]),
        (&[("2021-05-09", "After Monday's quake the harbour is shut.")], &[]),
        (&[("2021-05-09", "During Monday's hearing Per Berg wept.")], &["2021-05-03 happened: During"]),
        (&[("2021-05-09", "Jane Quill said Monday's quake broke the pier.")], &["2021-05-03 happened: Jane"]),
        // what is still to come, or is repeated
        (&[("2021-05-05", "We're meeting in the harbour on Saturday.")], &["2021-05-08 planned: We're"]),
        (&[("2021-05-05", "By Sunday the pier could hold a ferry again.")], &["2021-05-09 planned: By"]),
        (&[("2021-05-05", "The show airs each Monday, and at noon on Sunday.")], &[]),
        (&[("2021-05-05", "We are loading fish onto the ferry today.")], &["2021-05-05 happened: We"]),
        (&[("2021-05-04", "There were boats in 1985, in 1986, in 1987 and in 1988.")], &[]),
        (&[("2021-05-04", "The list may begin in 1998.")], &[]),
        (&[("2021-05-04", "In 1998 the harbour was sold to Brent.")], &["1998 happened: In"]),
        // ... and is evidence where somebody tells of it.
        (
            &[
                ("2021-05-01", "A fever outbreak in 1918 killed hundreds of fishermen of Norwick."),
                ("2021-05-04", "The 1918 fever outbreak killed hundreds of fishermen, said Jane Quill."),
            ],
            &["1918 happened: A The"],
        ),
    ];
    for (corpus, events) in table {
        assert_eq!(told(corpus), *events, "{corpus:?}");
    }
}

#[test]
fn what_happens_once_to_somebody_is_one_event() {
    let corpus: Corpus = &[
        (
            "2021-05-04",
            "The singer Ola Lund died at her home in Norwick on Monday, after a long illness that few had known of.",
        ),
        (
            "2021-06-01",
            "Sales of records have doubled in all shops since the death of Ola Lund on 3 May 2021, a dealer told the council.",
        ),
        ("2021-06-01", "The trial of the physician of Ola Lund, who died in May 2021, begins in Brent next month."),
        ("2021-06-01", "The painter Per Berg died on 3 May 2021."),
    ];
    let events = told(corpus);
    assert!(events.contains(&"2021-05-03 happened: The Sales The".to_owned()), "{events:?}");
    assert!(events.contains(&"2021-05-03 happened: The".to_owned()), "{events:?}");
}

#[test]
fn a_signing_is_one_event_whoever_tells_it() {
    let corpus: Corpus = &[
        ("2021-05-04", "The ministers of Norway and Sweden signed the Norwick Fishery Agreement on Monday."),
        ("2021-06-01", "Norway and Sweden have signed the Norwick Fishery Agreement, said Jane Quill."),
    ];
    assert_eq!(told(corpus), ["2021-05-03 happened: The Norway"]);
}

#[test]
fn a_death_told_of_two_days_is_a_conflict() {
    let conflicts = |second: &str| {
        let dossier =
            dossier(&[("2021-06-01", "The singer Ola Lund died on 3 May 2021 in Norwick."), ("2021-06-02", second)]);
        dossier.events.iter().flat_map(|event| event.conflicts.clone()).count()
    };
    assert_eq!(conflicts("Ola Lund died on 4 May 2021, the council said."), 2, "each event shows it");
    assert_eq!(conflicts("Ola Lund died on 3 May 2021, the council said."), 0);
    assert_eq!(conflicts("Ola Lund, who had married Per Berg, sang on 4 May 2021."), 0);
    assert_eq!(conflicts("Per Berg died on 4 May 2021, two days after Ola Lund."), 0);
}

#[test]
fn a_day_that_another_text_tells_is_said_to_be_so() {
    let planned = ("2021-05-01", "Sweden, Norway and Denmark will hold a summit on 3 May 2021.");
    let held = ("2021-05-09", "The summit of Sweden, Norway and Denmark in May was the first of its kind.");
    let event = dossier(&[planned, held]).events.remove(0);
    assert!(event.summary.starts_with("The summit") && event.when.is_told_elsewhere, "{event:?}");
    let why = crate::language::Phrasebook::english().tell(&event.when.why);
    assert!(why.ends_with("does not say this day."), "{why}");
    assert!(!dossier(&[planned]).events[0].when.is_told_elsewhere);
}

#[test]
fn what_has_little_in_common_stays_apart() {
    let table: &[(Corpus, &[&str])] = &[
        // A plan is no telling of what was done, however alike the words.
        (
            &[
                ("2021-05-01", "By Monday the floating barrier could be holding 85 tons of drifting ice."),
                ("2021-05-06", "The first floating barrier sent out on Monday held no tons of drifting ice."),
            ],
            &["2021-05-03 planned: By", "2021-05-03 happened: The"],
        ),
        // … but an occasion is spoken of before and after.
        (
            &[
                ("2021-05-01", "The ministers will hold a fishery summit on Monday."),
                ("2021-05-06", "The fishery summit of the ministers on Monday failed."),
            ],
            &["2021-05-03 happened: The The"],
        ),
        // A year holds much: likeness alone joins nothing in it.
        (
            &[
                ("2021-05-06", "Ola Lund, chairman of the harbour commission, spoke of neglect on Monday."),
                ("2022-01-06", "Ola Lund, chairman of the harbour commission, spoke of two accidents last year."),
            ],
            &["2021 happened: Ola", "2021-05-03 happened: Ola"],
        ),
        // One word in common is not enough.
        (
            &[("2021-05-06", "She tried again on Monday."), ("2021-05-06", "He tried on Monday.")],
            &["2021-05-03 happened: She", "2021-05-03 happened: He"],
        ),
        (
            &[
                ("2021-05-06", "That is what I tried to do today."),
                ("2021-05-06", "Norwick is trying since the earthquake of May 2021."),
            ],
            &["2021-05-06 happened: That"],
        ),
        // A season of storms is no storm.
        (
            &[
                ("2021-08-20", "The island was evacuated when the hurricane reached Norwick on 3 August 2021."),
                ("2021-09-20", "The hurricane season in August was the worst that Norwick fishermen remember."),
            ],
            &["2021-08? happened: The", "2021-08-03 happened: The"],
        ),
    ];
    for (corpus, events) in table {
        assert_eq!(told(corpus), *events);
    }
}

#[test]
fn what_lies_after_its_text_is_planned_or_doubtful() {
    let table: &[(Corpus, &[&str])] = &[
        (&[("2021-05-01", "The ferry opens on 3 May 2021.")], &["2021-05-03 planned: The"]),
        // told as past: one of the dates is wrong
        (&[("2021-01-28", "The quake struck Norwick in February 2021.")], &["2021-02? happened: The"]),
        // what is denied of a time to come is a plan
        (&[("2021-05-01", "The mayor will not attend the opening on Monday.")], &["2021-05-03 planned: The"]),
        (&[("2021-05-06", "The mayor did not attend the opening on Monday.")], &["2021-05-03 negated: The"]),
        (&[("2021-05-06", "The ferry line will not pay a dividend this year.")], &["2021 planned: The"]),
        (
            &[("2021-05-06", "Without the fishermen the harbour would not be here today.")],
            &["2021-05-06 negated: Without"],
        ),
        // a date that is set, and told as past
        (&[("2021-05-06", "The judge set a new court date of 22 May 2021.")], &["2021-05-22 planned: The"]),
    ];
    for (corpus, events) in table {
        assert_eq!(told(corpus), *events);
    }
}
