//! Quotations as tables: text → kind and speaker.

use super::*;
use crate::extract::NameLexicon;
use crate::extract::names::find_names;
use crate::model::Authority;

/// Kind and speaker of a quotation.
type Found<'t> = (&'static str, Option<&'t str>);

fn found(text: &str) -> Vec<Found<'_>> {
    let reading = Reading::of_text(text);
    let names = find_names(&reading, &NameLexicon::new(&Authority::default()), None);
    read(text, &find_quotations(&reading, &names).marked)
}

#[test]
fn speakers_stand_next_to_a_verb_of_speech() {
    let table: &[(&str, &[Found<'_>])] = &[
        (
            "“We will keep the herring rules,” Minister Kari Berg said on Monday.",
            &[("full", Some("Minister Kari Berg"))],
        ),
        ("“We will keep the herring rules,” said Ane Vik in Oslo.", &[("full", Some("Ane Vik"))]),
        ("“We will keep the herring rules,” said Dr. Ane Vik of Oslo.", &[("full", Some("Dr. Ane Vik of Oslo"))]),
        ("“We will keep the herring rules,” he said.", &[("full", Some("he"))]),
        ("“We will keep the herring rules,” said a ministry official.", &[("full", Some("a ministry official"))]),
        ("Spokesman Gen. Pat Roe said, “We are going to work on it.”", &[("full", Some("Spokesman Gen. Pat Roe"))]),
        ("They seek “new areas” for cooperation.", &[("term", None)]),
        ("The pact, known as the “Sept. 19” pact, ended.", &[("term", None)]),
        (
            "“We will keep the rules for now,” said Ane Vik. “They have served us well so far.”",
            &[("full", Some("Ane Vik")), ("full", Some("Ane Vik"))],
        ),
        ("It found “unacceptable nuclear rhetoric from the north” there.", &[("fragment", None)]),
    ];
    for (text, expected) in table {
        assert_eq!(&found(text), expected, "{text}");
    }
}

#[test]
fn speakers_stand_before_and_behind_in_many_ways() {
    let table: &[(&str, &[Found<'_>])] = &[
        ("“We will mend the nets,” Ane Vik, 53, who runs the harbour, told reporters.", &[("full", Some("Ane Vik"))]),
        (
            "“We will mend the nets,” said a harbour official who was not named.",
            &[("full", Some("a harbour official"))],
        ),
        ("“Will you mend the nets?” Ane Vik asked.", &[("full", Some("Ane Vik"))]),
        ("“We will mend the nets today,” according to the harbour board.", &[("full", Some("the harbour board"))]),
        ("According to Ane Vik, the nets were “beyond all hope of repair.”", &[("fragment", Some("Ane Vik"))]),
        ("The nets were “beyond all hope of repair,” said Ane Vik.", &[("fragment", Some("Ane Vik"))]),
        ("Ane Vik called the nets “a disgrace.”", &[("fragment", Some("Ane Vik"))]),
        ("Ane Vik said she thinks the nets are “a total disgrace” for Oslo.", &[("fragment", Some("Ane Vik"))]),
        ("Ane Vik left for Oslo on Monday, saying that the nets were “a disgrace.”", &[("fragment", Some("Ane Vik"))]),
        ("Ane Vik praised the crew and called the nets “a disgrace.”", &[("fragment", Some("Ane Vik"))]),
        ("Ane Vik went on to say: “The nets must be mended today.”", &[("full", Some("Ane Vik"))]),
        ("The harbour board fired back: “The nets were never ours to mend.”", &[("full", Some("The harbour board"))]),
        (
            "“We were wrong about the nets,” the board and Ane Vik said in a joint statement.",
            &[("full", Some("the board and Ane Vik"))],
        ),
        (
            "“We were wrong,” Ane Vik and Kari Berg said in a joint statement.",
            &[("fragment", Some("Ane Vik and Kari Berg"))],
        ),
        (
            "“It is a matter of days and hours,” Ane Vik was quoted as saying by the paper.",
            &[("full", Some("Ane Vik"))],
        ),
        (
            "The paper quoted a harbour official as saying, “We have no more nets.”",
            &[("full", Some("a harbour official"))],
        ),
        (
            "Kari Berg, the sister of skipper Ola Berg, called the rules “a frantic rehearsal.”",
            &[("fragment", Some("Kari Berg"))],
        ),
        (
            "“The nets are well kept here,” the harbour guard, Brig. Gen. Ane Vik, said on Thursday.",
            &[("full", Some("Brig. Gen. Ane Vik"))],
        ),
        ("VIK: “The nets must be mended today.”", &[("full", Some("VIK"))]),
        ("“The nets must be mended today.” — Ane Vik", &[("full", Some("Ane Vik"))]),
        ("The nets were described by Ane Vik as “an utter disgrace.”", &[("fragment", Some("Ane Vik"))]),
        ("In Vik’s words: “The nets must be mended today.”", &[("full", Some("Vik’s"))]),
    ];
    for (text, expected) in table {
        assert_eq!(&found(text), expected, "{text}");
    }
}

#[test]
fn a_statement_goes_on_over_sentences_and_paragraphs() {
    let vik = Some("Ane Vik");
    let table: &[(&str, &[Found<'_>])] = &[
        ("“The nets are old,” Ane Vik said. “They must be mended today.”", &[("fragment", vik), ("full", vik)]),
        ("“The nets are very old,” Ane Vik said.\n\n“They must be mended today.”", &[("full", vik), ("full", vik)]),
        ("Ane Vik said: “The nets are very old.\n\n“They must be mended today.”", &[("full", vik), ("full", vik)]),
        ("Ane Vik said on Monday:\n\n“The nets must be mended today.”", &[("full", vik)]),
        ("“The nets,” Ane Vik said, “must be mended today.”", &[("fragment", vik), ("fragment", vik)]),
        ("“The nets are very old,” Ane Vik said. The rain fell on. “What a day.”", &[("full", vik), ("term", None)]),
    ];
    for (text, expected) in table {
        assert_eq!(&by_paragraph(text), expected, "{text}");
    }
}

#[test]
fn terms_and_titles_have_no_speaker() {
    let texts = [
        "Ane Vik warned that the new rules could deepen the “herring dilemma” faced by Oslo.",
        "Ane Vik condemned the “one-way” deal between the ports.",
        "Ane Vik said the rules, known as the “Net Rules,” would stay.",
        "Ane Vik said on the programme “The Morning Tide” that the rules would stay.",
        "The crew told Ane Vik of a boat called the “Silver Herring” there.",
        "Ane Vik reaffirmed the port’s “ironclad” promise to its crews.",
        "Ane Vik said the illness, known as the “herring flu,” had come to Oslo.",
        "Ane Vik said the so-called “herring flu” had come to Oslo.",
        "Ane Vik said the illness, dubbed “herring flu,” had come to Oslo.",
        "The illness dubbed “herring flu” by Ane Vik had come to Oslo.",
        "Ane Vik told “The Morning Tide” that the rules would stay.",
        "Ane Vik said the film “Silver Herring,” made in Oslo, was old.",
    ];
    for text in texts {
        assert_eq!(found(text), [("term", None)], "{text}");
    }
}

/// Like `found`, with a paragraph for each part between empty lines.
fn by_paragraph(text: &str) -> Vec<Found<'_>> {
    let mut reading = Reading::of_text(text);
    let mut start = 0;
    reading.paragraphs.clear();
    for part in text.split("\n\n") {
        reading.paragraphs.push(Span::new(start, start + part.len()));
        start += part.len() + 2;
    }
    let names = find_names(&reading, &NameLexicon::new(&Authority::default()), None);
    read(text, &find_quotations(&reading, &names).marked)
}

fn read<'t>(text: &'t str, quotations: &[QuotationMention]) -> Vec<Found<'t>> {
    quotations.iter().map(|quotation| (quotation.kind.as_str(), quotation.speaker.map(|span| span.of(text)))).collect()
}

#[test]
fn words_are_put_into_nobody_elses_mouth() {
    let named = |text: &str| {
        let reading = Reading::of_text(text);
        let names = find_names(&reading, &NameLexicon::new(&Authority::default()), None);
        let quotations = find_quotations(&reading, &names).marked;
        quotations
            .iter()
            .map(|said| said.speaker_name.map(|name| names[name].span.of(text).to_owned()))
            .collect::<Vec<_>>()
    };
    let nobody = [
        "President Ola Lund left. “It was all for the money,” said a lawyer of Ola Lund.",
        "President Ola Lund left. “It was all for the money,” Lund’s lawyer said.",
        "President Ola Lund left. “It was all for the money,” the woman who accused Lund said.",
        "President Ola Lund left. A critic of Lund told reporters, “It was all for the money.”",
        "President Ola Lund left. Lund was told: “It was all for the money.”",
        "President Ola Lund met Minister Kari Berg. “It was all for the fish,” Lund and Berg said.",
    ];
    for text in nobody {
        assert_eq!(named(text), [None], "{text}");
    }
    let one = "President Ola Lund left. “We will win this in the end,” Lund said. Mary Jones shook her head. “This is a very stupid plan of theirs.”";
    assert_eq!(named(one), [Some("Lund".to_owned()), None]);
    let both = "President Ola Lund left. “We will win this in the end,” Lund told reporters in Oslo. “It is a very good plan.”";
    assert_eq!(named(both), [Some("Lund".to_owned()), Some("Lund".to_owned())]);
}

/// What a text reports, and who is said to have said it.
fn reported(text: &str) -> Vec<(&str, &str)> {
    let reading = Reading::of_text(text);
    let names = find_names(&reading, &NameLexicon::new(&Authority::default()), None);
    let found = find_quotations(&reading, &names).reported;
    found.iter().map(|said| (said.span.of(text), said.speaker.map_or("", |speaker| speaker.of(text)))).collect()
}

#[test]
fn indirect_speech_is_reported() {
    let table: &[(&str, &[(&str, &str)])] = &[
        ("Ane Vik said that the nets would be mended.", &[("the nets would be mended", "Ane Vik")]),
        ("Ane Vik said the nets were old.", &[("the nets were old", "Ane Vik")]),
        ("The nets were old, Ane Vik said.", &[("The nets were old", "Ane Vik")]),
        (
            "The nets were old, said Ane Vik of the harbour board.",
            &[("The nets were old", "Ane Vik of the harbour board")],
        ),
        (
            "The nets, Ane Vik said, would be mended in May.",
            &[("The nets, Ane Vik said, would be mended in May", "Ane Vik")],
        ),
        ("According to Ane Vik, the nets were old.", &[("the nets were old", "Ane Vik")]),
        ("The nets were old, according to the harbour board.", &[("The nets were old", "the harbour board")]),
        ("Ane Vik told reporters the nets had been mended.", &[("the nets had been mended", "Ane Vik")]),
        ("Ane Vik told Ola Lund that the nets had been mended.", &[("the nets had been mended", "Ane Vik")]),
        ("Ane Vik said on Monday in Oslo that the nets were old.", &[("the nets were old", "Ane Vik")]),
        ("Ane Vik warned of empty nets this winter.", &[("of empty nets this winter", "Ane Vik")]),
        ("Ane Vik urged the crew to mend the nets.", &[("the crew to mend the nets", "Ane Vik")]),
        ("Ane Vik vowed to mend the nets of the town.", &[("to mend the nets of the town", "Ane Vik")]),
        ("The ministry denied reports that the nets were old.", &[("reports that the nets were old", "The ministry")]),
        ("Ane Vik asked whether the nets were old.", &[("whether the nets were old", "Ane Vik")]),
        (
            "Ane Vik said the nets were old, and Ola Lund said the boats were new.",
            &[("the nets were old", "Ane Vik"), ("the boats were new", "Ola Lund")],
        ),
        (
            "Ane Vik left for Oslo, saying that the nets were “a disgrace” to the town.",
            &[("the nets were “a disgrace” to the town", "Ane Vik")],
        ),
        (
            "The paper said that Ane Vik claimed the nets were old.",
            &[("Ane Vik claimed the nets were old", "The paper")],
        ),
        (
            "Although the nets were old, Ane Vik said, the crew would sail.",
            &[("Although the nets were old, Ane Vik said, the crew would sail", "Ane Vik")],
        ),
        (
            "At the weekend harbour officials in Oslo said the nets were old.",
            &[("the nets were old", "harbour officials in Oslo")],
        ),
    ];
    for (text, expected) in table {
        assert_eq!(&reported(text), expected, "{text}");
    }
}

#[test]
fn what_nobody_is_told_to_have_said_is_not_reported() {
    let texts = [
        "Ane Vik did not say whether the nets were old.",
        "Ane Vik would say that the nets were old.",
        "If Ane Vik says that the nets are old, the crew will leave.",
        "Nobody said the nets were old.",
        "Did Ane Vik say that the nets were old?",
        "“The nets are very old indeed,” Ane Vik said.",
        "Ane Vik said: “The nets are very old indeed.”",
        "I said that the nets were old.",
        "Ane Vik refused to say that the nets were old.",
        "The crew bought what Ane Vik said was the last net.",
        "The state nets of Norway were sold by those who had charged that much.",
        "Meat from Norway states that were far away was cheap.",
        "Speaking to the crew in Oslo, Ane Vik said: “The nets are very old indeed.”",
        "It was the target it promised to reach by May.",
        "Ane Vik thought the nets were old.",
    ];
    for text in texts {
        assert_eq!(reported(text), [], "{text}");
    }
}

#[test]
fn the_clause_of_speech_holds_its_time_and_no_other() {
    let table = [
        ("Ane Vik said on Monday that the nets mended in May were old.", "Ane Vik said on Monday"),
        ("On Monday, Ane Vik told reporters in Oslo the nets were old.", "On Monday, Ane Vik told reporters in Oslo"),
        ("The nets mended in May were old, Ane Vik said on Monday.", "Ane Vik said on Monday"),
        ("Ane Vik said the nets had been mended on Monday.", "Ane Vik said"),
        ("Ane Vik, who came on Monday, said the nets were old.", "said"),
    ];
    for (text, expected) in table {
        let reading = Reading::of_text(text);
        let names = find_names(&reading, &NameLexicon::new(&Authority::default()), None);
        let found = find_quotations(&reading, &names).reported;
        let clauses: Vec<&str> = found.iter().filter_map(|said| Some(said.clause?.of(text))).collect();
        assert_eq!(clauses, [expected], "{text}");
    }
}

#[test]
fn relatives_and_bearers_of_offices_speak_for_themselves() {
    let named = |text: &str| {
        let reading = Reading::of_text(text);
        let names = find_names(&reading, &NameLexicon::new(&Authority::default()), None);
        let said = find_quotations(&reading, &names).marked;
        said[0].speaker_name.map(|name| names[name].span.of(text).to_owned())
    };
    let table = [
        ("“The nets are very old indeed,” the harbour guard, Ane Vik, said on Monday.", "Ane Vik"),
        ("“The nets are very old indeed,” the head of the harbour board, Ane Vik, said.", "Ane Vik"),
        ("“The nets are very old indeed,” Kari Berg’s brother Martin Lund said.", "Martin Lund"),
        ("“The nets are very old indeed,” Ane Vik said, as quoted by the Norwick Times.", "Ane Vik"),
        ("“The nets are very old indeed,” the Norwick Times quoted Ane Vik as saying.", "Ane Vik"),
        ("“The nets are very old indeed,” Ane Vik was quoted as saying by the Norwick Times.", "Ane Vik"),
        ("Mayor Ane Vik, who runs the harbour said: “The nets are very old indeed.”", "Ane Vik"),
    ];
    for (text, expected) in table {
        assert_eq!(named(text).as_deref(), Some(expected), "{text}");
    }
}
