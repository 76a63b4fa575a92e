//! Quotations as tables: text → kind and speaker.

use super::*;
use crate::extract::NameLexicon;
use crate::extract::names::find_names;
use crate::model::Authority;
use crate::text::Span;

/// Kind and speaker of a quotation.
type Found<'t> = (&'static str, Option<&'t str>);

fn found(text: &str) -> Vec<Found<'_>> {
    let reading = Reading::of_text(text);
    let names = find_names(&reading, &NameLexicon::new(&Authority::default()), None);
    read(text, &find_quotations(&reading, &names))
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
            &[("full", Some("the harbour guard"))],
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
    read(text, &find_quotations(&reading, &names))
}

fn read<'t>(text: &'t str, quotations: &[QuotationMention]) -> Vec<Found<'t>> {
    quotations.iter().map(|quotation| (quotation.kind.as_str(), quotation.speaker.map(|span| span.of(text)))).collect()
}

#[test]
fn words_are_put_into_nobody_elses_mouth() {
    let named = |text: &str| {
        let reading = Reading::of_text(text);
        let names = find_names(&reading, &NameLexicon::new(&Authority::default()), None);
        let quotations = find_quotations(&reading, &names);
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
