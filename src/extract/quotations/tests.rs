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
    find_quotations(&reading, &names)
        .iter()
        .map(|quotation| (quotation.kind.as_str(), quotation.speaker.map(|span| span.of(text))))
        .collect()
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
