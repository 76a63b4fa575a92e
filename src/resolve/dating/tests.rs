//! Undated texts → the stretch their clues leave, and why.

use proptest::prelude::*;

use super::constraint::{Bounds, Constraint};
use crate::config::read_authority;
use crate::ingest::from_text;
use crate::model::{DateBasis, Display, DocumentDate, Edtf, Ground, Overrides, Phrase, Weekday};
use crate::pipeline::Annotator;
use crate::resolve::{Annotated, Knowledge, resolve};

const AUTHORITY: &str = "
[[actor]]
name = \"Ines Vale\"
kind = \"person\"
[[actor.role]]
title = \"Minister of National Defence of Norland\"
from = 2013-10-07
to = \"2014-09\"

[[event]]
name = \"Treaty of Norwick\"
date = 1951-09-08
";

fn dated(text: &str) -> DocumentDate {
    let authority = read_authority(AUTHORITY).expect("a valid authority file");
    Annotator::new(&authority, Weekday::Monday).annotate(&from_text("a.txt", text.to_owned(), None)).date
}

fn edtf(text: &str) -> Option<String> {
    dated(text).edtf.map(|edtf| edtf.to_string())
}

fn bounds(text: &str) -> (Option<String>, Option<String>) {
    let edtf = dated(text).edtf;
    let day = |bound: fn(Edtf) -> Option<chrono::NaiveDate>| edtf.and_then(bound).map(|day| day.to_string());
    (day(Edtf::earliest), day(Edtf::latest))
}

/// What readers are told.
fn explained(phrase: &Phrase) -> String {
    crate::language::Phrasebook::english().tell(phrase)
}

#[test]
fn dates_with_a_year_bound_the_day_of_writing() {
    let table: &[(&str, Option<&str>, Option<&str>)] = &[
        ("The harbour was closed on 3 May 2021.", Some("2021-05-04"), None),
        ("The harbour will be closed on 3 May 2021.", None, Some("2021-05-03")),
        ("The ferry sank in March 2019. The new one will sail on 3 May 2021.", Some("2019-04-01"), Some("2021-05-03")),
        ("The harbour was closed in 2019.", Some("2019-01-01"), None),
        ("The harbour was closed in May 2019.", Some("2019-06-01"), None),
        ("The council debated the 2021 budget.", None, None),
        ("The next bridge will be built by 2024.", None, Some("2024-12-31")),
        ("The town was required to sell the ferry by 2024.", None, None),
        ("The bridge has been closed since 2019.", Some("2019-01-01"), None),
        ("The quake struck at 1653 (2153 GMT).", None, None),
        ("The spill could become worse than the 1989 disaster.", None, None),
        ("This article was amended on 8 May 2010.", None, None),
        ("The mayor spoke to reporters about the harbour.", None, None),
        // what has not happened, whatever verb of the past stands before it
        ("The town was told to rebuild the pier in 2031.", None, None),
        ("She insisted that the rent must begin rising in 2031.", None, None),
        ("He has also been named as a candidate for mayor in 2031.", None, None),
        ("Lund said of the prospects for the pier in 2031 that they were good.", None, None),
        ("The number of boats, projected to swell to 60 in 2031, was small.", None, None),
        ("The harbour was sold to the town in 2019.", Some("2019-01-01"), None),
        ("A pilot who in 2019 was fined lives there.", Some("2019-01-01"), None),
        ("The poll of 2031 registered boatmen was released.", None, None),
        // stamps of posts that the text shows
        ("A post was shown. <post datetime=\"2021-05-03\">We sailed off.", None, None),
        ("We sailed off and were cheered. Per Berg (@pberg) May 3, 2021.", None, None),
        // a caption may be of the day of writing
        ("The mayor arrived at the harbour on Monday, May 3, 2021.", Some("2021-05-03"), None),
    ];
    for (text, earliest, latest) in table {
        let expected = (earliest.map(str::to_owned), latest.map(str::to_owned));
        assert_eq!(bounds(text), expected, "{text}: {}", explained(&dated(text).why));
    }
}

#[test]
fn months_and_days_without_a_year_choose_among_the_days_that_are_left() {
    let text = "The ferry sank on 21 May 2023. Divers returned on May 21. The inquiry will open on Aug. 18.";
    let (earliest, latest) = bounds(text);
    assert!(
        earliest.as_deref() >= Some("2023-05-22") && latest.as_deref() <= Some("2023-08-17"),
        "{}",
        explained(&dated(text).why)
    );
    assert_eq!(bounds("The divers returned on May 21 and will dive again on Aug. 18."), (None, None));
}

#[test]
fn a_record_of_a_year_and_this_month_give_a_month() {
    let text =
        "Storms reached an unprecedented number in 2022. A gate broke earlier this month. It was closed on Feb. 8.";
    assert_eq!(
        bounds(text),
        (Some("2023-02-09".to_owned()), Some("2023-02-28".to_owned())),
        "{}",
        explained(&dated(text).why)
    );
}

#[test]
fn offices_date_a_text_unless_they_are_former() {
    assert_eq!(
        bounds("The port was visited by Defense Minister Ines Vale."),
        (Some("2013-10-07".to_owned()), Some("2014-09-30".to_owned())),
    );
    for text in [
        "The port was visited by former Defense Minister Ines Vale.",
        "The port was visited by then-Defense Minister Ines Vale.",
        "The port was visited by Foreign Minister Ines Vale.",
        "The port was visited by Ines Vale.",
    ] {
        assert_eq!(bounds(text), (None, None), "{text}: {}", explained(&dated(text).why));
    }
}

#[test]
fn past_and_imagined_holders_of_an_office_do_not_end_the_days_of_writing() {
    let (taken, left) = ("2013-10-07", "2014-09-30");
    let table: &[(&str, Option<&str>, Option<&str>)] = &[
        ("Per Berg served as a clerk under Defense Minister Ines Vale.", Some(taken), None),
        ("Per Berg was an adviser to Norlandic Defense Minister Ines Vale.", Some(taken), None),
        ("The port was closed in 2014 by Defense Minister Ines Vale.", Some("2014-01-01"), None),
        ("Per Berg praised a Defense Minister Ines Vale.", None, None),
        ("Ines Vale won the first primary. Boatmen fear Defense Minister Ines Vale.", None, None),
        ("Ines Vale wrote a book. Boatmen like it. Defense Minister Ines Vale sails.", Some(taken), Some(left)),
        ("Per Berg met with Defense Minister Ines Vale on Friday.", Some(taken), Some(left)),
        ("The port was visited by ousted Defense Minister Ines Vale.", None, None),
    ];
    for (text, earliest, latest) in table {
        let expected = (earliest.map(str::to_owned), latest.map(str::to_owned));
        assert_eq!(bounds(text), expected, "{text}: {}", explained(&dated(text).why));
    }
}

#[test]
fn a_later_holder_named_as_often_says_that_the_office_was_left() {
    let told = "President Bill Clinton opened the harbour. It was a cold day and nobody came.";
    assert_eq!(bounds(told), (Some("1993-01-20".to_owned()), Some("2001-01-20".to_owned())));
    let later = format!("{told} Barack Obama was there, too.");
    assert_eq!(bounds(&later), (Some("1993-01-20".to_owned()), None), "{}", explained(&dated(&later).why));
}

#[test]
fn anniversaries_of_known_events_date_a_text() {
    let (earliest, latest) = bounds("The ministers met to mark the 70th anniversary of the Treaty of Norwick.");
    assert!(
        earliest.as_deref() > Some("2021-02-01") && latest.as_deref() < Some("2022-04-01"),
        "{earliest:?} {latest:?}"
    );
    assert_eq!(bounds("The ministers met to mark the 70th anniversary of the Bridge of Norwick."), (None, None));
}

#[test]
fn the_weekday_stands_apart_and_is_never_a_day() {
    let date = dated("The envoys signed a pact on Sunday, the ministry said.");
    assert_eq!((date.edtf, date.weekday.map(|day| day.as_str())), (None, Some("sunday")));
    assert_eq!(date.basis, DateBasis::Inferred);
    let date = dated("The envoys signed a pact on Sunday. They had met on Tuesday.");
    assert_eq!(date.weekday, None, "two that compete");
}

#[test]
fn contradictions_are_shown_and_give_no_date() {
    let date = dated("The harbour was rebuilt in 2021. The fair will be held on 3 May 2019.");
    assert_eq!((date.edtf, date.basis), (None, DateBasis::Unknown));
    assert_eq!(date.reasons.len(), 2, "{}", explained(&date.why));
    let why = explained(&date.why);
    assert!(why.contains("contradicts") && why.contains("2021") && why.contains("3 May 2019"));
}

#[test]
fn a_habit_leaves_a_question_mark_and_every_reason_has_its_words() {
    assert_eq!(edtf("The harbour was closed in 2019.").as_deref(), Some("[2019-01-01..]"));
    let record = "Storms reached a record number in 2022.";
    assert_eq!(edtf(record).as_deref(), Some("2023?"), "a habit said so");
    let text = "The harbour was closed on 3 May 2021.";
    let date = dated(text);
    assert!(date.reasons.iter().all(|reason| reason.evidence.is_some_and(|at| at.of(text) == "3 May 2021")));
    assert_eq!(date.evidence.len(), date.reasons.len());
}

/// The dates of a corpus of `(path, date, text)` after `resolve`.
fn resolved(corpus: &[(&str, Option<&str>, &str)]) -> Vec<DocumentDate> {
    let authority = read_authority(AUTHORITY).expect("a valid authority file");
    let annotator = Annotator::new(&authority, Weekday::Monday);
    let annotated = corpus.iter().map(|(path, date, text)| {
        let source = from_text(path, (*text).to_owned(), date.map(|date| date.parse().expect("a date")));
        let annotations = annotator.annotate(&source);
        Annotated::new(source, annotations)
    });
    let overrides = Overrides::default();
    let (display, week_start) = (Display::Full, Weekday::Monday);
    let knowledge = Knowledge { authority: &authority, overrides: &overrides, display, week_start, seeds: "seeds" };
    resolve(annotated.collect(), knowledge).value.documents.into_iter().map(|document| document.date).collect()
}

#[test]
fn another_document_that_tells_the_same_gives_its_year() {
    let told = "Mayor Anna Weber and Governor Paul Lindqvist signed the lease of the harbour on May 3.";
    let retold =
        "Mayor Anna Weber and Governor Paul Lindqvist signed the lease of the old harbour on May 3, aides said.";
    let dates = resolved(&[("a.txt", Some("2021-05-05"), told), ("b.txt", None, retold)]);
    let bounds = |edtf: Option<Edtf>| edtf.map(|edtf| (edtf.earliest().unwrap(), edtf.latest().unwrap()));
    let (first, last) = bounds(dates[1].edtf).expect("a date");
    assert_eq!((first.to_string().as_str(), last.to_string().as_str()), ("2021-05-04", "2021-09-30"));
    let why = explained(&dates[1].why);
    assert!(why.contains("Mayor Anna Weber and Governor"), "{why}");
    let other = "Mayor Anna Weber and Governor Carl Holm sold a ferry on May 3.";
    assert_eq!(resolved(&[("a.txt", Some("2021-05-05"), told), ("b.txt", None, other)])[1].edtf, None);
    let twice = [("a.txt", Some("2021-05-05"), told), ("b.txt", None, retold), ("c.txt", Some("2019-05-05"), told)];
    assert_eq!(resolved(&twice)[1].edtf, None, "two years: neither");
}

fn constraint() -> impl Strategy<Value = Constraint> {
    let day = || proptest::option::of((0i64..4000).prop_map(|days| chrono::DateTime::from_timestamp(days * 86_400, 0)));
    (day(), day(), any::<bool>()).prop_map(|(earliest, latest, is_logic)| Constraint {
        earliest: earliest.flatten().map(|at| at.date_naive()),
        latest: latest.flatten().map(|at| at.date_naive()),
        ground: if is_logic { Ground::Logic } else { Ground::Habit },
        words: Phrase::verbatim("It says so."),
        evidence: None,
    })
}

proptest! {
    #[test]
    fn a_constraint_never_widens_and_never_leaves_an_empty_stretch(all in proptest::collection::vec(constraint(), 0..8)) {
        let mut bounds = Bounds::of_logic(&all);
        for one in &all {
            let before = bounds.clone();
            bounds.narrow(one);
            prop_assert!(bounds.earliest >= before.earliest);
            prop_assert!(before.latest.is_none() || bounds.latest.is_some_and(|latest| Some(latest) <= before.latest));
            prop_assert!(bounds.earliest.zip(bounds.latest).is_none_or(|(first, last)| first <= last));
            prop_assert!(!before.is_contradicted || bounds == before, "nothing counts behind a contradiction");
        }
    }

    #[test]
    fn logic_that_leaves_no_day_is_a_contradiction(days in (0i64..4000, 1i64..4000)) {
        let day = |days: i64| chrono::DateTime::from_timestamp(days * 86_400, 0).map(|at| at.date_naive());
        let one = |earliest, latest| Constraint { earliest, latest, ground: Ground::Logic, words: Phrase::verbatim(""), evidence: None };
        let bounds = Bounds::of_logic(&[one(day(days.0 + days.1), None), one(None, day(days.0))]);
        prop_assert!(bounds.is_contradicted && bounds.reasons.len() == 2);
    }
}
