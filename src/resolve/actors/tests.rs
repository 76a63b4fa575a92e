//! Tables of texts with marked names and the actors that become of them.
//!
//! Names are marked by hand, so that the tables do not depend on what `extract` finds:
//! `{p Mayor|Kari Berg}` is a person with a role, `{o …}` an organisation, `{l …}` a place,
//! `{l South Korea=KR}` a country, `{x …=KR}` a nationality word.

use std::path::Path;

use crate::config::{Settings, read_authority, read_overrides};
use crate::ingest::from_text;
use crate::model::{Dossier, MergeRule, NameKind, NameMention, Tenure, Weekday};
use crate::pipeline::Annotator;
use crate::resolve::{Annotated, Knowledge, resolve};
use crate::text::Span;

mod newsroom;

/// A text without its marks, and the names they mark.
fn marked(words: &str) -> (String, Vec<NameMention>) {
    let mut text = String::new();
    let mut names = Vec::new();
    let mut rest = words;
    while let Some((before, behind)) = rest.split_once('{') {
        text.push_str(before);
        let (mark, after) = behind.split_once('}').expect("a closed mark");
        let (kind, name) = mark.split_once(' ').expect("a kind and a name");
        let (role, name) = name.rsplit_once('|').map_or((None, name), |(role, name)| (Some(role), name));
        let (name, country) = name.split_once('=').map_or((name, None), |(name, code)| (name, Some(code.to_owned())));
        let role = role.map(|role| {
            let span = Span::new(text.len(), text.len() + role.len());
            text.push_str(role);
            text.push(' ');
            span
        });
        let span = Span::new(text.len(), text.len() + name.len());
        text.push_str(name);
        let kind = match kind {
            "p" => NameKind::Person,
            "o" => NameKind::Organisation,
            "l" => NameKind::Place,
            _ => NameKind::Other,
        };
        names.push(NameMention { span, kind, role, stands_for: None, country });
        rest = after;
    }
    text.push_str(rest);
    (text, names)
}

fn dossier_with(texts: &[&str], authority: &str, overrides: &str) -> Dossier {
    let authority = read_authority(authority).expect("a valid authority file");
    let overrides = read_overrides(overrides).expect("valid overrides");
    let annotator = Annotator::new(&authority, Weekday::Monday);
    let annotate = |(number, words): (usize, &&str)| {
        let (text, names) = marked(words);
        let date = format!("2023-11-{:02}", number + 1).parse().expect("a date");
        let source = from_text(&format!("{number}.txt"), text, Some(date));
        let mut annotations = annotator.annotate(&source);
        for quotation in &mut annotations.quotations {
            let holds = |name: &NameMention| quotation.speaker.is_some_and(|speaker| speaker.overlaps(name.span));
            quotation.speaker_name = names.iter().position(holds);
        }
        annotations.names = names;
        Annotated::new(source, annotations)
    };
    let annotated = texts.iter().enumerate().map(annotate).collect();
    let display = Settings::defaults(Path::new(".")).display;
    let week_start = Weekday::Monday;
    resolve(annotated, Knowledge { authority: &authority, overrides: &overrides, display, week_start, seeds: "seeds" })
        .value
}

/// Each actor as its spellings, sorted; each open mention as `? spelling: candidates`.
fn clusters(dossier: &Dossier) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for actor in &dossier.actors {
        let mut texts: Vec<&str> = actor.variants.iter().map(|variant| variant.text.as_str()).collect();
        texts.sort_unstable();
        found.push(texts.join(" = "));
    }
    for document in &dossier.documents {
        for (&mention, candidates) in &document.ambiguous {
            let names: Vec<&str> = candidates.iter().map(|&actor| dossier.actors[actor].name.as_str()).collect();
            let words = document.annotations.names[mention].span.of(&document.source.text);
            found.push(format!("? {words}: {}", names.join(" / ")));
        }
    }
    found
}

fn assert_clusters(table: &[(&[&str], &[&str])]) {
    for (texts, expected) in table {
        let mut expected: Vec<&str> = expected.to_vec();
        let mut found = clusters(&dossier_with(texts, "", ""));
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{texts:?}");
    }
}

#[test]
fn the_official_is_whoever_was_brought_in() {
    for (text, expected) in [
        (
            "The bridge of the harbour fell on Sunday.\n\nA senior harbour official said on Monday that it was old. \
          “We knew for years that it would fall one day,” the official said.",
            Some("a senior harbour official"),
        ),
        (
            "The bridge of the harbour fell on Sunday.\n\nA senior harbour official and a police official spoke. \
          “We knew for years that it would fall one day,” the official said.",
            None,
        ),
    ] {
        let dossier = dossier_with(&[text], "", "");
        let speaker = dossier.quotations[0].speaker.map(|actor| dossier.actors[actor].name.as_str());
        assert_eq!(speaker, expected, "{text}");
    }
}

#[test]
fn within_a_document_short_forms_find_their_name() {
    assert_clusters(&[
        (
            &["{p President|Yun Sok-ho} met {p Kari Berg}. {p Yun} spoke; {p Mr.|Berg} left."],
            &["Yun = Yun Sok-ho", "Berg = Kari Berg"],
        ),
        (
            &["{p Yun Sok-ho}, {p YUN SOK HO}, {p Yun Sok Ho}, {p Sok Ho Yun} and {p Sokho Yun}."],
            &["Sok Ho Yun = Sokho Yun = YUN SOK HO = Yun Sok Ho = Yun Sok-ho"],
        ),
        (
            &["{p John Forbes Kerr} and {p John F. Kerr} and {p John Kerr} and {p Kerr}."],
            &["John F. Kerr = John Forbes Kerr = John Kerr = Kerr"],
        ),
        (&["{p John Forbes Kerr}, whom they call {p J. Kerr} or {p John}."], &["J. Kerr = John = John Forbes Kerr"]),
        (
            &["{p Kim Jong-un} met {p Kim Yo-jong}. {p Kim} spoke."],
            &["Kim Jong-un", "Kim Yo-jong", "? Kim: Kim Jong-un / Kim Yo-jong"],
        ),
        (
            &["{p President|Ola Lund} met {p Mayor|Nils Lund}. Then {p Mayor|Lund} spoke."],
            &["Ola Lund", "Lund = Nils Lund"],
        ),
        (&["{p Fumio Kishida} met {p Minoru Kihara}."], &["Fumio Kishida", "Minoru Kihara"]),
        (&["{p Lloyd Austin} met {p Lloy Austin}."], &["Lloyd Austin", "Lloy Austin"]),
        (
            &["The {o Biden administration} and {p Joe Biden}; {p Biden} spoke."],
            &["Biden administration", "Biden = Joe Biden"],
        ),
    ]);
}

#[test]
fn within_a_document_a_body_is_known_by_its_short_forms() {
    assert_clusters(&[
        (
            &["The {o South Korean Defense Ministry} and the {o Ministry}; the {o Defence Ministry} said."],
            &["Defence Ministry = Ministry = South Korean Defense Ministry"],
        ),
        (
            &["The {o South Korean Defense Ministry} and the {o Japanese Defense Ministry}; the {o Defense Ministry}."],
            &[
                "Japanese Defense Ministry",
                "South Korean Defense Ministry",
                "? Defense Ministry: Japanese Defense Ministry / South Korean Defense Ministry",
            ],
        ),
        (
            &["{l Japan=JP}’s {o Defense Ministry} and the {o South Korean Defense Ministry}."],
            &["Japan", "Defense Ministry", "South Korean Defense Ministry"],
        ),
        (
            &["The {o U.S. National Security Council} and the {o U.N. Security Council}, the {o UN Security Council}."],
            &["U.S. National Security Council", "U.N. Security Council = UN Security Council"],
        ),
        (
            &["{o Boeing Co.} and {o Boeing}, {o The Boeing Company}; {o Apple Inc.} and {o Apple}."],
            &["Boeing = Boeing Co. = The Boeing Company", "Apple = Apple Inc."],
        ),
        (&["{o Northern Airways} and {o Northern}; the {o Ministry} is silent."], &["Northern = Northern Airways"]),
        (&["The {o Northern Central News Agency}, {o NCNA}, said."], &["NCNA = Northern Central News Agency"]),
        (&["The {l U.S.=US} and the {l United States=US}; {x American=US} ships."], &["U.S. = United States"]),
    ]);
}

#[test]
fn a_country_tells_an_acronym_from_another_only_where_there_are_two() {
    assert_clusters(&[
        (
            &["{o NOL Plc} fell, and {o NOL} said so.", "{x British=GB} {o NOL} chiefs wept. {o NOL} rose."],
            &["NOL = NOL Plc"],
        ),
        (&["{x British=GB} {o NOL} chiefs wept.", "{x Danish=DK} {o NOL} chiefs laughed."], &["NOL", "NOL"]),
    ]);
}

#[test]
fn across_documents_one_full_name_is_one_person_and_a_surname_its_only_bearer() {
    assert_clusters(&[
        (
            &["{p Prime Minister|Fumio Kishida}.", "{p Prime Minister|Kishida Fumio}."],
            &["Fumio Kishida = Kishida Fumio"],
        ),
        (&["{p Prime Minister|Fumio Kishida}.", "{p Mayor|Kishida Fumio}."], &["Fumio Kishida", "Kishida Fumio"]),
        (
            &["{p President|Yun Sok-ho}.", "{p Yun Sok Ho} met {p President|Yun}.", "{p President|Yun} left."],
            &["Yun = Yun Sok Ho = Yun Sok-ho"],
        ),
        (&["{p Kari Berg} left.", "{p Kari Berg} came.", "{p Berg} stayed."], &["Berg = Kari Berg"]),
        (&["{p Kari Berg} left.", "{p Police Chief|Berg} stayed."], &["Kari Berg", "Berg"]),
        (
            &["{p Minister|Kari Berg} left.", "{p Minister|Ola Berg} came.", "{p Berg} stayed."],
            &["Kari Berg", "Ola Berg", "? Berg: Kari Berg / Ola Berg"],
        ),
        (
            &["{p Minister|Kari Berg} left.", "{p Mayor|Ola Berg} came.", "{p Mayor|Berg} stayed."],
            &["Kari Berg", "Berg = Ola Berg"],
        ),
        (&["{p President|Moe} left.", "{p Moe} came back.", "{p Judge|Moe} stayed."], &["Moe", "Moe"]),
        (
            &["{p British Minister|John Hill} left.", "{p Canadian Senator|John Hill} came."],
            &["John Hill", "John Hill"],
        ),
        (&["{p Secretary|John F. Kerr} left.", "{p John Kerr} came."], &["John F. Kerr = John Kerr"]),
    ]);
}

#[test]
fn across_documents_bodies_are_one_by_name_acronym_and_form() {
    assert_clusters(&[
        (
            &["The {o Ministry of Defense of South Korea}.", "The {o South Korean Defence Ministry}."],
            &["Ministry of Defense of South Korea = South Korean Defence Ministry"],
        ),
        (
            &["The {o Defense Ministry} said.", "The {o South Korean Defense Ministry} said."],
            &["Defense Ministry", "South Korean Defense Ministry"],
        ),
        (&["{o Northern Airways} flew.", "{o Northern} flew."], &["Northern = Northern Airways"]),
        (
            &["{o Northern Airways} flew.", "{o Northern Electric} lit.", "{o Northern} fell."],
            &["Northern", "Northern Airways", "Northern Electric"],
        ),
    ]);
}

#[test]
fn a_name_that_is_nearly_always_one_kind_is_that_kind() {
    let texts = ["{p Biden} spoke. {p Biden} left. {p President|Biden} came.", "{o Biden} wants talks."];
    let dossier = dossier_with(&texts, "", "");
    assert_eq!((dossier.actors.len(), dossier.actors[0].kind), (1, NameKind::Person));
    assert_clusters(&[
        (&["{p Kari Berg} left. {o Berg} said so."], &["Berg = Kari Berg"]),
        (&["{p Paul Allen} left. Three died in {l Allen}."], &["Paul Allen", "Allen"]),
    ]);
    let dossier = dossier_with(&["{o Lund} won. {o Lund} lost. {o Lund} closed.", "{p Mayor|Lund} spoke."], "", "");
    assert_eq!(dossier.actors.len(), 2, "an office contradicts");
}

#[test]
fn a_capital_that_acts_is_its_country_and_one_that_locates_a_place() {
    assert_clusters(&[
        (
            &[
                "{l Oslo} said that {l Norway=NO} agreed. They met in {l Oslo}. Talks between {l Oslo} and {l Helsinki} failed.",
            ],
            &["Norway = Oslo", "Oslo", "Helsinki"],
        ),
        (
            &[
                "The {o Defense Ministry} in {l Oslo}, and {l Oslo}’s {o Foreign Ministry}; the {o Norwegian Foreign Ministry}.",
            ],
            &["Defense Ministry", "Foreign Ministry = Norwegian Foreign Ministry", "Oslo", "Oslo"],
        ),
    ]);
    let dossier = dossier_with(&["{l Oslo} said that {l Norway=NO} agreed."], "", "");
    let rules: Vec<_> = dossier.actors[0].reasons.iter().map(|reason| (reason.rule, reason.text.as_str())).collect();
    assert_eq!(rules, [(MergeRule::SameName, "Norway"), (MergeRule::Metonym, "Oslo")]);
    assert_eq!(dossier_with(&["{l Oslo} said so."], "", "").actors[0].name, "Norway");
}

#[test]
fn a_name_one_letter_beside_one_the_authority_knows_is_no_rival() {
    let text = ["{p Secretary|Lloyd Astor} met {p Secretary|Lloy Astor}. {p Secretary|Astor} left."];
    assert_eq!(clusters(&dossier_with(&text, "", "")).last().unwrap(), "? Astor: Lloy Astor / Lloyd Astor");
    let authority = "[[actor]]\nname = \"Lloyd Astor\"\nkind = \"person\"\n";
    assert_eq!(clusters(&dossier_with(&text, authority, "")), ["Lloy Astor", "Astor = Lloyd Astor"]);
}

#[test]
fn a_surname_with_an_office_is_the_one_who_held_it_then() {
    let authority = "[[actor]]\nname = \"Vik Moe\"\nkind = \"person\"\n[[actor.role]]\ntitle = \"President of Norway\"\n\
                     from = 2020-01-01\nto = 2024-01-01\n[[actor]]\nname = \"Ola Moe\"\nkind = \"person\"\n\
                     [[actor.role]]\ntitle = \"President of Norway\"\nfrom = 2010-01-01\nto = 2014-01-01\n";
    let texts = [
        "{p President|Moe} left.",
        "{p Norwegian President|Moe} came.",
        "{p Mayor|Moe} slept.",
        "{p Swedish President|Moe}.",
    ];
    let dossier = dossier_with(&texts, authority, "");
    let told: Vec<_> = dossier.actors.iter().map(|actor| (actor.name.as_str(), actor.mentions.len())).collect();
    assert_eq!(told, [("Moe", 1), ("Moe", 1), ("Vik Moe", 2)]);
    assert_eq!(dossier.actors[2].reasons[0].rule, MergeRule::Holder);
}

#[test]
fn never_merge_is_kept_against_every_rule() {
    let authority = "[[never_merge]]\nnames = [\"Fumi Kishi\", \"Kishi Fumi\"]\n\
                     [[never_merge]]\nnames = [\"Kari Berg\", \"Berg\"]\n\
                     [[never_merge]]\nnames = [\"Northern Airways\", \"Northern\"]\n";
    let texts = [
        "{p Minister|Fumi Kishi} met {p Minister|Kishi Fumi}. {p Minister|Kari Berg} and {p Berg}.",
        "{p Minister|Kishi Fumi} flew with {o Northern} and {o Northern Airways}; {p Minister|Berg} came.",
    ];
    let dossier = dossier_with(&texts, authority, "");
    let found = clusters(&dossier);
    assert_eq!(found, ["Berg", "Fumi Kishi", "Kari Berg", "Kishi Fumi", "Northern", "Northern Airways"]);
    assert_eq!(dossier.actors[0].not_same_as, ["Kari Berg"]);
    assert!(dossier.actors.iter().all(|actor| actor.maybe_same_as.is_empty()));
}

#[test]
fn a_reason_says_by_what_rule_each_spelling_belongs() {
    let dossier = dossier_with(
        &["{p President|Yun Sok-ho} left. {p Yun} stayed.", "{p President|Yun} spoke.", "{p Ms.|Kari Berg} left."],
        "",
        "",
    );
    let yun = dossier.actors.iter().find(|actor| actor.name == "Yun Sok-ho").unwrap();
    let reasons: Vec<_> =
        yun.reasons.iter().map(|reason| (reason.rule, reason.text.as_str(), reason.documents)).collect();
    assert_eq!(
        reasons,
        [(MergeRule::SameName, "Yun Sok-ho", 1), (MergeRule::ShortForm, "Yun", 1), (MergeRule::OnlyBearer, "Yun", 1),]
    );
    assert_eq!((yun.sort_name.as_str(), dossier.actors[0].sort_name.as_str()), ("Yun Sok-ho", "Berg, Kari"));
}

#[test]
fn roles_are_dated_folded_and_told_from_former_ones() {
    let texts = [
        "{p South Korean Defense Minister|Shin Ho} came with former {p President|Ola Lund}.",
        "{p Defence Minister|Shin} left with {p President|Ola Lund}’s aide.",
        "The late {p Prime Minister|Abe Kenzo} and then-{p Prime Minister|Suga Ryo}; {p President-elect|Vik Moe}.",
    ];
    let dossier = dossier_with(&texts, "", "");
    let roles = |name: &str| {
        let actor = dossier.actors.iter().find(|actor| actor.name == name).unwrap();
        let told = |role: &crate::model::Role| {
            let as_of = role.as_of.map(|date| date.to_string()).unwrap_or_default();
            (role.title.clone(), role.tenure, as_of)
        };
        actor.roles.iter().map(told).collect::<Vec<_>>()
    };
    let role = |title: &str, tenure, as_of: &str| (title.to_owned(), tenure, as_of.to_owned());
    assert_eq!(roles("Shin Ho"), [role("South Korean Defense Minister", Tenure::Held, "2023-11-02")]);
    assert_eq!(
        roles("Ola Lund"),
        [role("President", Tenure::Former, "2023-11-01"), role("President", Tenure::Held, "2023-11-02"),]
    );
    assert_eq!(roles("Abe Kenzo"), [role("Prime Minister", Tenure::Late, "2023-11-03")]);
    assert_eq!(roles("Suga Ryo"), [role("Prime Minister", Tenure::Then, "2023-11-03")]);
    assert_eq!(roles("Vik Moe"), [role("President-elect", Tenure::Incoming, "2023-11-03")]);
}
