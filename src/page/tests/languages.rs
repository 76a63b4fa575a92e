//! Pages in another language say nothing in English but what documents, names and formats say.

use std::collections::BTreeSet;

use super::{Renderer, Site, samples, settings};
use crate::language::Phrasebook;
use crate::model::{Phrase, SearchKind, Shared, Title};
use crate::page::site::PageKind;

/// What stays as it is in every language: names of formats, of programs and of the tools they are for, and of a
/// source of the sample.
const NAMES: &[&str] = &[
    "Norland",
    "Gazette",
    "ABC",
    "Annalist",
    "Atom",
    "BibTeX",
    "CSL",
    "CSV",
    "Datasette",
    "GEXF",
    "Gephi",
    "GraphML",
    "JSON",
    "JavaScript",
    "Lines",
    "BM",
    "RIS",
    "SHA",
    "SQL",
    "SQLite",
    "TimelineJS",
    "iCalendar",
];

/// The words of a page outside of elements that hold words of documents, and the attributes that are read out.
fn own_words(html: &str) -> String {
    let body = html.split("<body>").nth(1).expect("a body");
    let mut words = String::new();
    // Names of elements that are open, and whether one of them holds words of a document.
    let mut open: Vec<(String, bool)> = Vec::new();
    for piece in body.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("an element ends");
        let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        if tag.starts_with('/') {
            open.pop();
        } else if !["input", "br", "line", "rect", "meta"].contains(&name.as_str()) {
            let is_foreign = ["bdi", "code", "script"].contains(&name.as_str())
                || [" lang=", "dir=\"auto\"", "mailto:"].iter().any(|mark| tag.contains(mark));
            open.push((name, is_foreign));
        }
        for label in ["aria-label=\"", "data-shown=\"", "data-found=\""] {
            words.extend(tag.split(label).nth(1).and_then(|rest| rest.split('"').next()));
        }
        if !open.iter().any(|(_, is_foreign)| *is_foreign) {
            words.push(' ');
            words.push_str(text);
        }
    }
    words.replace("&amp;", " ").replace("&quot;", " ").replace("&#39;", " ")
}

#[test]
fn korean_pages_say_nothing_in_english() {
    let korean = std::sync::Arc::new(Phrasebook::new("ko", None).unwrap());
    let renderer = Renderer::new(None, None, korean.clone()).unwrap();
    let (mut dossier, mut settings) = (samples::dossier(), settings());
    for conflict in dossier.agreements.iter_mut().flat_map(|agreement| &mut agreement.conflicts) {
        conflict.words = Phrase::new("conflict-order").with("further", "x").with("less", "y");
    }
    settings.base_url = Some("https://example.org/".to_owned());
    let site = Site::new(&dossier, &settings).speaking(&korean);
    let mut wrong = Vec::new();
    for kind in site.plan() {
        let page = site.page(&kind);
        let html = String::from_utf8(renderer.render(&page).unwrap().bytes).unwrap();
        assert!(html.contains("<html lang=\"ko\">"), "{}", page.path);
        let words = own_words(&html);
        let english: BTreeSet<&str> = words
            .split(|c: char| !c.is_ascii_alphabetic())
            .filter(|word| word.len() > 1 && !NAMES.contains(word))
            .collect();
        wrong.extend((!english.is_empty()).then(|| format!("{}: {english:?}", page.path)));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn titles_of_our_making_are_in_the_language_of_the_page() {
    let korean = Phrasebook::new("ko", None).unwrap();
    let (mut dossier, settings) = (samples::dossier(), settings());
    let mut summit = (*dossier.documents[1].annotations).clone();
    summit.segmentation.title = Title {
        told: Some(Phrase::new("title-of-stories").with("n", 7).with("title", "Nets are mended")),
        ..Title::derived("7 stories, beginning “Nets are mended”")
    };
    dossier.documents[1].annotations = Shared::new(summit);
    let site = Site::new(&dossier, &settings).speaking(&korean);
    let view = site.page(&PageKind::Document(1)).view;
    let tags = view["head"]["tags"].as_array().unwrap();
    let cited = tags.iter().find(|tag| tag["name"] == "citation_title").unwrap();
    for title in [&view["title"]["words"], &cited["content"]] {
        assert_eq!(title, "“Nets are mended” 등 글 7편");
    }
}

#[test]
fn what_the_search_shows_below_a_title_is_in_the_language_of_the_page() {
    let korean = Phrasebook::new("ko", None).unwrap();
    let (dossier, settings) = (samples::dossier(), settings());
    let facts = Site::new(&dossier, &settings).speaking(&korean).fact_records();
    let agreements: Vec<_> = facts.iter().filter(|record| record.kind == SearchKind::Agreement).collect();
    assert!(!agreements.is_empty() && agreements.iter().all(|record| !record.note.is_ascii()), "{agreements:?}");
}
