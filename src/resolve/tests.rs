//! Resolution of small corpora: texts in, dossier out.

use std::path::Path;

use super::{Annotated, Knowledge, resolve};
use crate::config::{Settings, read_authority, read_overrides};
use crate::diagnostic::{Built, Code};
use crate::ingest::from_text;
use crate::model::{Authority, Dossier, EventStatus, Overrides, Weekday};
use crate::pipeline::Annotator;

/// A corpus of `(path, date, text)` with the user's files.
fn dossier_with(corpus: &[(&str, Option<&str>, &str)], authority: &str, overrides: &str) -> Built<Dossier> {
    let authority: Authority = read_authority(authority).expect("a valid authority file");
    let overrides: Overrides = read_overrides(overrides).expect("valid overrides");
    let annotator = Annotator::new(&authority, Weekday::Monday);
    let annotated = corpus
        .iter()
        .map(|(path, date, text)| {
            let date = date.map(|words| words.parse().expect("a date"));
            let source = from_text(path, (*text).to_owned(), date);
            let annotations = annotator.annotate(&source);
            Annotated::new(source, annotations)
        })
        .collect();
    let display = Settings::defaults(Path::new(".")).display;
    resolve(
        annotated,
        Knowledge {
            authority: &authority,
            overrides: &overrides,
            display,
            week_start: Weekday::Monday,
            seeds: "seeds",
        },
    )
}

fn dossier(corpus: &[(&str, Option<&str>, &str)]) -> Dossier {
    dossier_with(corpus, "", "").value
}

fn names(dossier: &Dossier) -> Vec<&str> {
    dossier.actors.iter().map(|actor| actor.name.as_str()).collect()
}

/// The events as `when | status`.
fn events(dossier: &Dossier) -> Vec<String> {
    dossier
        .events
        .iter()
        .map(|event| {
            format!("{} | {}", crate::language::Phrasebook::english().when(&event.when), event.status.as_str())
        })
        .collect()
}

#[test]
fn a_stretch_is_quoted_whole_where_its_date_is_explained() {
    let text = "Norway’s fishery war (1910-45) cost many ships.";
    let dossier = dossier(&[("war.txt", Some("2023-08-18"), text)]);
    let why = crate::language::Phrasebook::english().tell(&dossier.events[0].when.why);
    assert!(why.contains("1910-45"), "{why}");
}

#[test]
fn relative_dates_are_counted_from_the_date_of_their_document() {
    let table = [
        (Some("2023-08-18"), "The fleet left Bergen on Thursday.", "17 August 2023 | happened"),
        (Some("2023-08-18"), "The fleet left Bergen on Friday.", "18 August 2023 | happened"),
        (Some("2023-08-18"), "The fleet will leave Bergen on Monday.", "21 August 2023 | planned"),
        (Some("2023-08-18"), "The fleet left Bergen yesterday.", "17 August 2023 | happened"),
        (Some("2023-08-18"), "The fleet left Bergen on Oct. 27.", "27 October 2022 | happened"),
        (Some("2023-08-18"), "The fleet will meet storms in October.", "October 2023 | planned"),
        (Some("2023-08-18"), "The fleet left Bergen last week.", "7 to 13 August 2023 | happened"),
        (Some("2023-08-18"), "The fleet left Bergen in the summer of 2021.", "summer 2021 | happened"),
        (Some("2023-08-18"), "The fleet did not leave Bergen on Thursday.", "17 August 2023 | negated"),
        (Some("2023-08-18"), "The fleet reportedly left Bergen on Thursday.", "17 August 2023 | claimed"),
        (Some("2023-08-18"), "Norway’s fishery war (1910-45) cost many ships.", "1910 to 1945 | period"),
        (Some("2023-08-18"), "A treaty in 2027 is on the table.", "2027 | planned"),
        (Some("2023-08-18"), "They failed to sign it on Thursday.", "17 August 2023 | negated"),
        (Some("2023-08-18"), "He was told not to sail and left on Thursday.", "17 August 2023 | happened"),
        (Some("2023-08-18"), "He pleaded not guilty on Thursday.", "17 August 2023 | happened"),
        (Some("2023-08-18"), "They would have met on Thursday.", "17 August 2023 | negated"),
        (Some("2023-08-18"), "The talks planned for 4 May were cancelled.", "4 May 2023 | negated"),
        (Some("2023-08-18"), "If it is signed on 6 May, they can go.", "6 May 2024 | planned"),
        (Some("2023-08-18"), "They accused him of having left on Thursday.", "17 August 2023 | claimed"),
        (Some("2023-08-18"), "The fleet was in Bergen from 7 to 8 May.", "7 to 8 May 2023 | period"),
        (Some("9998-12-31"), "The fleet will leave Bergen tomorrow.", "“tomorrow”, date not known | planned"),
        (Some("2023-08-18"), "The fleet left Bergen on Aug. 18 last year.", "18 August 2022 | happened"),
        (
            Some("2023-08-18"),
            "The fleet left in November of that year.",
            "November of that year, year not known | happened",
        ),
        (Some("2023-08-18"), "The rules will not be widened on Monday.", "21 August 2023 | planned"),
        (Some("2023-08-18"), "It will not replace the pact that they signed on 3 May 2021.", "3 May 2021 | happened"),
        (Some("2023-08-18"), "They denied that it sank on Thursday.", "17 August 2023 | negated"),
        (Some("2023-08-18"), "The talks set for 11 May collapsed.", "11 May 2023 | negated"),
        (Some("2024-03-15"), "The fleet left on Tuesday, March 1.", "1 March 2022 | happened"),
        (Some("2023-08-18"), "The treaty was due on 6 May.", "6 May 2023 | planned"),
        (Some("2023-01-05"), "The fleet left Bergen on Feb. 24.", "24 February 2022 | happened"),
        (Some("2023-08-18"), "It is to begin before the end of 2023.", "late 2023 | planned"),
        (Some("2010-01-20"), "The fleet left last Tuesday.", "12 January 2010 | happened"),
        (Some("2010-01-22"), "The fleet left last Tuesday.", "19 January 2010 | happened"),
        (Some("2023-08-18"), "The fleet left 70 years ago.", "about 1953 | happened"),
        (Some("2023-08-18"), "The fleet left 7 years ago.", "2016 | happened"),
        (Some("2023-08-18"), "Two months ago, on 16 June, the fleet left.", "16 June 2023 | happened"),
        (Some("2023-08"), "The fleet left Bergen on Thursday.", "a Thursday, probably August 2023 | happened"),
        (Some("2023-08"), "The fleet left Bergen last year.", "2022 | happened"),
        (None, "The fleet left Bergen on Thursday.", "a Thursday, date not known | happened"),
        (None, "The fleet left Bergen on Aug. 18.", "Aug. 18, year not known | happened"),
        (None, "The fleet left Bergen on Friday, Aug. 18, 2023.", "18 August 2023 | happened"),
    ];
    for (date, text, expected) in table {
        assert_eq!(events(&dossier(&[("a.txt", date, text)])), [expected], "{date:?} {text}");
    }
}

#[test]
fn a_date_is_never_finer_than_its_document() {
    let months = dossier(&[("a.txt", Some("2023-12"), "The fleet left Bergen in January. It came back yesterday.")]);
    assert!(months.events.iter().all(|event| event.when.edtf.is_none_or(|edtf| edtf.as_day().is_none())), "{months:?}");
}

#[test]
fn the_same_name_is_one_actor_and_a_surname_alone_is_nobody() {
    let dossier = dossier(&[
        ("a.txt", None, "President Yun Sok-ho met Minister Kari Berg. Yun smiled."),
        ("b.txt", None, "President Yun Sok Ho left."),
        ("c.txt", None, "Minister Berg spoke."),
    ]);
    assert_eq!(names(&dossier), ["Kari Berg", "Yun Sok-ho"]);
    let yun = &dossier.actors[1];
    assert_eq!(yun.mentions.len(), 3);
    assert_eq!(
        yun.variants.iter().map(|variant| variant.text.as_str()).collect::<Vec<_>>(),
        ["Yun Sok-ho", "Yun", "Yun Sok Ho"]
    );
    assert_eq!(yun.roles[0].title, "President");
}

#[test]
fn spellings_of_a_country_are_one_actor() {
    let dossier = dossier(&[("a.txt", None, "The U.S. and the United States and the US agreed; us they left out.")]);
    assert_eq!(names(&dossier), ["United States"]);
    assert_eq!(dossier.actors[0].mentions.len(), 3);
}

#[test]
fn look_alikes_are_proposed_and_not_merged() {
    let corpus = [
        ("a.txt", None, "Secretary Lloyd Astor met Minister Fumi Kishi."),
        ("b.txt", None, "Secretary Lloy Astor met Mayor Kishi Fumi."),
    ];
    let found = dossier(&corpus);
    assert_eq!(names(&found), ["Fumi Kishi", "Kishi Fumi", "Lloy Astor", "Lloyd Astor"]);
    assert_eq!(found.actors[0].maybe_same_as[0].0, 1);
    assert_eq!(found.actors[3].maybe_same_as[0].0, 2);
    let apart = dossier_with(&corpus, "[[never_merge]]\nnames = [\"Fumi Kishi\", \"Kishi Fumi\"]\n", "").value;
    assert!(apart.actors[0].maybe_same_as.is_empty());
    assert_eq!(apart.actors[0].not_same_as, ["Kishi Fumi"]);
}

#[test]
fn a_name_of_two_authority_actors_belongs_to_neither() {
    let authority = "[[actor]]\nname = \"Ola Lund\"\nkind = \"person\"\nvariants = [\"Lund\"]\n\
                     [[actor]]\nname = \"Nils Lund\"\nkind = \"person\"\nvariants = [\"Lund\"]\n";
    let built = dossier_with(&[("a.txt", None, "Lund spoke."), ("b.txt", None, "Ola Lund left.")], authority, "");
    assert_eq!(names(&built.value), ["Ola Lund"]);
    assert_eq!(built.value.actors[0].mentions.len(), 1);
    assert_eq!(built.findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), [Code::ActorAmbiguous]);
}

#[test]
fn an_editor_merges_splits_renames_hides_and_dates() {
    let corpus = [
        ("a.txt", None, "President Yun Sok-ho left on Thursday. Minister Kari Berg stayed."),
        ("b.txt", None, "President Yoon Suk-ho left. Minister Kari Berg stayed. Minister Ola Lund slept."),
    ];
    let overrides = "[[merge]]\nactors = [\"yun-sok-ho\", \"Yoon Suk-ho\"]\nname = \"Yun Sok Ho\"\n\
                     [[split]]\nactor = \"kari-berg\"\nvariant = \"Kari Berg\"\ndocuments = [\"b.txt\"]\nname = \"Kari Berg (mayor)\"\n\
                     [[merge]]\nactors = [\"kari-berg\", \"nobody\"]\nname = \"Wrong\"\n\
                     [[hide]]\nactor = \"ola-lund\"\n[[rename]]\nactor = \"nobody\"\nname = \"X\"\n\
                     [[date]]\ndocument = \"a.txt\"\npublished = 2023-08-18\nwhy = \"the print edition\"\n\
                     [[date]]\ndocument = \"none.txt\"\npublished = 2023\n";
    let built = dossier_with(&corpus, "", overrides);
    assert_eq!(names(&built.value), ["Kari Berg", "Kari Berg (mayor)", "Yun Sok Ho"]);
    assert_eq!(built.value.actors[2].decided_by.as_str(), "override");
    assert_eq!(built.value.actors[2].id, "yun-sok-ho", "a new name keeps the id");
    assert_eq!(events(&built.value), ["17 August 2023 | happened"]);
    let why = crate::language::Phrasebook::english().tell(&built.value.documents[0].date.why);
    assert_eq!(why, "Decided by an editor: the print edition");
    assert_eq!(built.findings.iter().filter(|finding| finding.code == Code::OverrideUnused).count(), 3);
}

#[test]
fn commentary_is_never_evidence() {
    let pasted = "The herring fleet of the northern harbours left on Tuesday, the ministry of trade said in Bergen.";
    let text = format!(
        "President Vik Moe told me on 3 May 2021 that all is well, and I agree:\n{pasted}\nI met President Vik Moe on 4 May 2021.\nAnd here is more news about our cod and its trade:\n{pasted}"
    );
    let dossier = dossier(&[("a.txt", None, &text)]);
    assert_eq!(dossier.documents[0].stories.len(), 2);
    assert!(names(&dossier).iter().all(|name| !name.contains("Vik")), "{:?}", names(&dossier));
    assert!(dossier.events.iter().all(|event| event.when.edtf.is_none()), "{:?}", events(&dossier));
}

#[test]
fn the_same_wire_story_is_linked_and_its_event_has_both_proofs() {
    let wire = "The ministers of three coastal countries signed a framework for the herring fishery in Bergen on 3 May 2021, ending a dispute that had lasted for a decade. The framework sets quotas for each fleet and a hotline between the harbour masters, the ministry said.";
    let dossier = dossier(&[
        ("a.txt", None, wire),
        ("b.txt", None, &format!("{wire} Nobody objected.")),
        (
            "c.txt",
            None,
            "Quite another text about the weather in the mountains of the south, where snow fell on the passes and the roads were closed for the night.",
        ),
    ]);
    assert_eq!(dossier.documents[0].duplicates, [1]);
    assert_eq!(dossier.documents[2].duplicates, [] as [usize; 0]);
    assert_eq!(dossier.events.len(), 1);
    assert_eq!(dossier.events[0].evidence.len(), 2);
    assert_eq!(dossier.events[0].status, EventStatus::Happened);
}

#[test]
fn quotations_get_the_actor_their_words_name() {
    let dossier = dossier(&[(
        "a.txt",
        None,
        "“We will keep the herring rules for good,” Minister Kari Berg said. “They have served the harbours well,” he said.",
    )]);
    let speakers: Vec<_> =
        dossier.quotations.iter().map(|quotation| (quotation.speaker, quotation.speaker_words.as_deref())).collect();
    assert_eq!(speakers, [(Some(0), Some("Minister Kari Berg")), (Some(0), Some("he"))]);
}

#[test]
fn a_pronoun_speaks_for_the_one_person_it_can_mean() {
    let kari = Some("Kari Berg");
    let table = [
        ("Minister Kari Berg came to Oslo. “We will keep the rules for good,” she said.", kari),
        ("Minister Kari Berg came to Oslo. It rained. “We will keep the rules for good,” she said.", kari),
        ("Minister Kari Berg and Mayor Ola Lund came. “We will keep the rules for good,” she said.", None),
        ("Minister Kari Berg wrote to the crew and to Mayor Ola Lund. “We will keep the rules,” she said.", kari),
        ("Spokeswoman Kari Berg came with Chairman Ola Lund. “We will keep the rules for good,” she said.", kari),
        ("Chairman Ola Lund came to Oslo. “We will keep the rules for good,” she said.", None),
        ("Nobody came to Oslo. “We will keep the rules for good,” she said.", None),
        ("Minister Kari Berg came to Oslo. “We will keep the rules for good,” they said.", None),
        (
            "“It rains in Oslo,” Kari Berg said. Ola Lund nodded. “We will keep the rules for good,” he said.",
            Some("Ola Lund"),
        ),
        ("“It rains on Ola Lund too,” Kari Berg said. “We will keep the rules for good,” she said.", kari),
    ];
    for (text, expected) in table {
        let dossier = dossier(&[("a.txt", None, text)]);
        let last = dossier.quotations.last().and_then(|quotation| quotation.speaker);
        assert_eq!(last.map(|actor| dossier.actors[actor].name.as_str()), expected, "{text}");
    }
}

#[test]
fn they_are_those_whom_the_sentence_before_begins_with() {
    let table: [(&str, &[&str]); 3] = [
        (
            "Mayor Kari Berg and Minister Martin Lund met in Oslo. “We will repair the bridge,” they said in a statement.",
            &["Kari Berg", "Martin Lund"],
        ),
        (
            "Mayor Kari Berg and Minister Martin Lund met in Oslo. It rained all day. “We will repair it all,” they said.",
            &["Kari Berg", "Martin Lund"],
        ),
        ("Mayor Kari Berg and Minister Martin Lund met Ola Vik. “We will repair the bridge,” they said.", &[]),
    ];
    for (text, expected) in table {
        let dossier = dossier(&[("a.txt", None, text)]);
        let joint = &dossier.quotations[0].joint;
        let names: Vec<&str> = joint.iter().map(|&actor| dossier.actors[actor].name.as_str()).collect();
        assert_eq!(names, expected, "{text}");
    }
}

#[test]
fn when_it_was_said_is_in_the_clause_of_speech_or_not_after_the_text() {
    let table = [
        ("“We will keep the rules for good,” Kari Berg said on Monday.", Some("2023-10-30")),
        ("On Monday, Kari Berg said: “We will keep the rules for good.”", Some("2023-10-30")),
        ("Kari Berg told reporters on Oct. 27 that “we will keep the rules for good.”", Some("2023-10-27?")),
        ("“We will keep the rules of Monday for good,” Kari Berg said.", Some("[..2023-11-01]")),
        ("Kari Berg said the rules made on Monday “will be kept for good.”", Some("[..2023-11-01]")),
        ("Kari Berg, who came on Monday, said: “We will keep the rules for good.”", Some("[..2023-11-01]")),
        ("Kari Berg, who was mayor last year said: “We will keep the rules for good.”", Some("[..2023-11-01]")),
    ];
    for (text, expected) in table {
        let dossier = dossier(&[("a.txt", Some("2023-11-01"), text)]);
        let said = dossier.quotations[0].said_on.as_ref().and_then(|said| said.edtf()).map(|edtf| edtf.to_string());
        assert_eq!(said.as_deref(), expected, "{text}");
    }
    let undated = dossier(&[("a.txt", None, "“We will keep the rules for good,” Kari Berg said.")]);
    assert_eq!(undated.quotations[0].said_on, None);
}

#[test]
fn the_marks_in_a_reported_statement_are_part_of_it() {
    let text = "Anna Weber said the quay was “open to all.” She added that the pilots had “a fair deal”.";
    let dossier = dossier(&[("a.txt", None, text)]);
    let told: Vec<&str> = dossier.reported.iter().map(|statement| statement.text.as_str()).collect();
    assert_eq!(told, ["the quay was “open to all.”", "the pilots had “a fair deal”"]);
    assert!(dossier.quotations.iter().all(|quoted| !quoted.text.contains('”')), "{:?}", dossier.quotations);
}

#[test]
fn reported_statements_have_speakers_and_carry_them_on() {
    let text = "Minister Kari Berg said that Mayor Ane Vik would leave. She said that the bridge was old. “It will be mended,” she said.";
    let dossier = dossier(&[("a.txt", None, text)]);
    let speakers: Vec<Option<&str>> = (dossier.reported.iter().chain(&dossier.quotations))
        .map(|said| said.speaker.map(|actor| dossier.actors[actor].name.as_str()))
        .collect();
    assert_eq!(speakers, [Some("Kari Berg"); 3]);
}

#[test]
fn several_speak_together() {
    let text = "The bridge of Norwick fell in a storm on Sunday, and nobody was hurt by it, the police said.\n\n\
        Mayor Kari Berg and Martin Lund said in a statement: “We will repair the bridge of the old harbour.”\n\n\
        “It has stood for too long without any paint,” they added.\n\n\
        “Nobody asked the fishermen of this town,” said Kari Berg of the Harbour Board.";
    let dossier = dossier(&[("a.txt", Some("2023-11-01"), text)]);
    let who = |quotation: &crate::model::Quotation| -> Vec<&str> {
        let all = quotation.speaker.iter().chain(&quotation.joint);
        all.map(|&actor| dossier.actors[actor].name.as_str()).collect()
    };
    let found: Vec<Vec<&str>> = dossier.quotations.iter().map(who).collect();
    assert_eq!(found, [vec!["Kari Berg", "Martin Lund"], vec!["Kari Berg", "Martin Lund"], vec!["Kari Berg"]]);
}

#[test]
fn a_role_alone_speaks_for_the_only_one_of_the_story_who_bears_it() {
    let table = [
        (
            "Minister Kari Berg met Mayor Ola Lund. “We will keep the rules for good,” the minister said.",
            Some("Kari Berg"),
        ),
        ("Minister Kari Berg met Minister Ola Lund. “We will keep the rules for good,” the minister said.", None),
        ("Minister Kari Berg met Mayor Ola Lund. “We will keep the rules for good,” the official said.", None),
        ("Minister Kari Berg met Mayor Ola Lund. “We will keep the rules for good,” a minister said.", None),
        (
            "Norwegian Minister Kari Berg met Swedish Minister Ola Lund. “We will keep it,” the Swedish minister said.",
            Some("Ola Lund"),
        ),
        ("Norway sent Minister Kari Berg. “We will keep the rules for good,” the Norwegian mayor said.", None),
    ];
    for (text, expected) in table {
        let dossier = dossier(&[("a.txt", None, text)]);
        let speaker = dossier.quotations[0].speaker.map(|actor| dossier.actors[actor].name.as_str());
        assert_eq!(speaker, expected, "{text} {:?}", dossier.quotations[0].speaker_words);
    }
}

#[test]
fn ids_do_not_depend_on_other_documents() {
    let one = dossier(&[("a.txt", Some("2023-08-18"), "President Ola Lund left Bergen on Thursday.")]);
    let both = dossier(&[
        ("a.txt", Some("2023-08-18"), "President Ola Lund left Bergen on Thursday."),
        ("0.txt", Some("2020"), "Minister Ane Vik came in 2019."),
    ]);
    assert!(both.events.iter().any(|event| event.id == one.events[0].id));
    assert!(both.actors.iter().any(|actor| actor.id == one.actors[0].id));
}
