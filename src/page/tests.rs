//! Views as JSON, and every template rendered once over the sample dossier.

mod documented;
mod languages;
mod machines;
mod reader;

use std::collections::HashSet;
use std::path::Path;

use serde_json::Value;

use super::*;
use crate::config::Settings;
use crate::language::Phrasebook;
use crate::model::{
    ConflictKind, Display, Dossier, DossierDocument, Event, EventConflict, Quotation, Zone, ZoneKind, samples,
};
use crate::render::Renderer;
use crate::text::Span;

pub(super) fn settings() -> Settings {
    let mut settings = Settings::defaults(Path::new("."));
    settings.title = "Camp David".to_owned();
    settings.contact = "desk@example.org".to_owned();
    settings
}

pub(super) fn view(dossier: &Dossier, kind: &PageKind) -> Value {
    Site::new(dossier, &settings()).page(kind).view
}

fn english() -> std::sync::Arc<Phrasebook> {
    std::sync::Arc::new(Phrasebook::new("en", None).unwrap())
}

/// Every page as (path, HTML).
fn rendered(dossier: &Dossier, settings: &Settings) -> Vec<(String, String)> {
    let renderer = Renderer::new(None, None, english()).unwrap();
    let site = Site::new(dossier, settings);
    let html = |kind: &PageKind| {
        let file = renderer.render(&site.page(kind)).unwrap_or_else(|error| panic!("{kind:?}: {error}"));
        (file.path, String::from_utf8(file.bytes).unwrap())
    };
    site.plan().iter().map(html).collect()
}

/// The values of an attribute, in order.
fn attributes<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let opening = format!(" {name}=\"");
    html.split(opening.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The path below the site that a link of a page in `folder` leads to.
fn joined(folder: &str, href: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let mut rest = href;
    while let Some(above) = rest.strip_prefix("../") {
        parts.pop();
        rest = above;
    }
    parts.push(rest);
    parts.join("/")
}

/// Every link inside the site leads to a page and an anchor of it, and no anchor stands twice.
fn check_links(dossier: &Dossier) {
    let pages = rendered(dossier, &settings());
    let mut places: HashSet<String> = HashSet::new();
    for (path, html) in &pages {
        places.insert(path.clone());
        let ids = attributes(html, "id");
        assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len(), "{path}: {ids:?}");
        places.extend(ids.iter().map(|id| format!("{path}#{id}")));
    }
    for (path, html) in pages.iter().filter(|(path, _)| path != "404.html") {
        for href in attributes(html, "href").into_iter().filter(|href| !href.contains(':')) {
            let folder = path.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
            let target = if href.starts_with('#') { format!("{path}{href}") } else { joined(&folder, href) };
            let target = target.split_once('?').map_or(target.as_str(), |(page, _query)| page).to_owned();
            let is_file =
                ["static/", "data/", "raw/", "text/", "feeds/"].iter().any(|folder| target.starts_with(folder))
                    || [".bib", ".ris", ".csl.json"].iter().any(|ending| target.ends_with(ending));
            assert!(is_file || places.contains(&target), "{path}: {href}");
        }
    }
}

#[test]
fn every_link_leads_to_a_page_and_an_anchor_of_the_site() {
    check_links(&samples::dossier());
    check_links(&samples::hostile_dossier());
    check_links(&long_dossier());
    check_links(&Dossier::default());
}

#[test]
fn a_statement_is_not_dated_by_the_last_day_of_its_text() {
    let mut dossier = samples::dossier();
    dossier.quotations[0].reported = dossier.quotations[0].reported.or("2023-08-19".parse().ok());
    let row = &view(&dossier, &PageKind::Quotations)["parts"][0]["quotations"][0];
    assert!(row["said_on"].is_null(), "the text does not say when: {row}");
    let words = row["reported"]["words"].as_str().unwrap().to_owned();
    let speaker = dossier.quotations[0].speaker.expect("a speaker");
    let pages = rendered(&dossier, &settings());
    let actor = format!("actors/{}.html", dossier.actors[speaker].id);
    let html = &pages.iter().find(|(path, _)| *path == actor).expect("a page").1;
    assert!(html.contains(&format!("in a text from {words}")) && !html.contains("on or before"), "{html}");
}

/// The sample with 500 statements, in two years.
fn talkative_dossier() -> Dossier {
    let dossier = samples::dossier();
    let said = Quotation { said_on: None, ..dossier.quotations[0].clone() };
    let day = |number: usize| format!("{}-01-01", 2020 + number % 2).parse().ok();
    let quotation = |at| Quotation { id: format!("q-{at}"), reported: day(at), ..said.clone() };
    Dossier { quotations: (0..500).map(quotation).collect(), ..dossier }
}

#[test]
fn many_quotations_have_a_page_for_each_part_of_the_calendar() {
    let dossier = talkative_dossier();
    check_links(&dossier);
    let pages = rendered(&dossier, &settings());
    let quoted = |path: &str| {
        let html = &pages.iter().find(|(other, _)| other == path).unwrap_or_else(|| panic!("no {path}")).1;
        html.matches("class=\"quotation\"").count()
    };
    let pages = ["2020-01-01", "2020-01-01-p2", "2020-01-01-p3"].map(|key| quoted(&format!("quotations/{key}.html")));
    assert!(pages.iter().all(|&count| (1..150).contains(&count)), "{pages:?}");
    assert_eq!((quoted("quotations.html"), pages.iter().sum::<usize>()), (20, 250));
}

#[test]
fn a_conflict_shows_both_sides() {
    let mut dossier = samples::dossier();
    let before = view(&dossier, &PageKind::Conflicts)["total"].as_u64().unwrap();
    let proof = dossier.events[0].evidence[0].clone();
    let conflict = EventConflict { kind: ConflictKind::Attendance, actor: Some(0), one: proof.clone(), other: proof };
    dossier.events[0].conflicts.push(conflict);
    check_links(&dossier);
    let page = view(&dossier, &PageKind::Conflicts);
    assert_eq!(page["total"], before + 1);
    assert_eq!(page["rows"][0]["sides"].as_array().unwrap().len(), 2);
    assert_eq!(page["rows"][0]["actor"]["text"], dossier.actors[0].name.as_str());
}

/// The sample with so many events that the timeline is split.
pub(super) fn long_dossier() -> Dossier {
    let mut dossier = samples::dossier();
    let event = dossier.events[1].clone();
    let copies = (0..2_000).map(|number| Event { id: format!("e-{number}"), ..event.clone() });
    dossier.events.splice(1..2, copies);
    dossier
}

#[test]
fn an_excerpt_shows_its_opening_and_the_sentences_that_prove_something() {
    let mut dossier = samples::dossier();
    let filler = "Nothing happened here at all. ".repeat(60);
    let text = format!("{filler}\n\n{filler}\n\n{filler}The drills resumed on 3 May. {filler}");
    let body =
        |(at, words): (usize, &str)| Zone { span: Span::new(at, at + words.trim_end().len()), kind: ZoneKind::Body };
    let zones =
        [(0, filler.as_str()), (filler.len() + 2, &filler), (2 * filler.len() + 4, &text[2 * filler.len() + 4..])];
    let long = samples::document("long", &text, zones.into_iter().map(body).collect(), "Long");
    dossier.documents.push(samples::published(long, Display::Excerpt));
    let sentence = "The drills resumed on 3 May.";
    dossier.events.push(samples::event("e-may", None, samples::evidence(2, &text, sentence, "3 May"), &text));
    dossier.actors[0].mentions.push(samples::evidence(2, &text, "Nothing happened here at all.", "Nothing"));
    check_links(&dossier);
    let view = view(&dossier, &PageKind::Document(2));
    let blocks = view["stories"][0]["blocks"].as_array().unwrap();
    let kinds: Vec<_> = blocks.iter().map(|block| block["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["paragraph", "excerpt"]);
    assert_eq!(blocks[1]["runs"][0]["pieces"][0]["text"], sentence);
    let opening = blocks[0]["runs"][0]["pieces"][0]["text"].as_str().unwrap();
    assert!(opening.len() <= 700 && opening.ends_with("all."), "{opening}");
}

#[test]
fn page_titles_are_unique() {
    let mut dossier = samples::dossier();
    let mut twin = dossier.documents[1].clone();
    twin.id = "summit-2".to_owned();
    dossier.documents.push(twin);
    let pages = rendered(&dossier, &settings());
    let title =
        |html: &str| html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap().to_owned();
    let titles: HashSet<_> = pages.iter().map(|(_, html)| title(html)).collect();
    assert_eq!(titles.len(), pages.len(), "{titles:?}");
}

#[test]
fn hostile_words_stay_words() {
    for (path, html) in rendered(&samples::hostile_dossier(), &settings()) {
        let own = |html: String, path: String| html.replace(&format!("<script src=\"{path}\" defer"), "");
        let paths = ["search/hits", "search/page", "search/query", "search/words", "timeline"];
        let paths = paths.map(|name| format!("static/{name}.js"));
        let html = paths.into_iter().flat_map(|path| [format!("../{path}"), path]).fold(html, own);
        let html = html.replacen("<script type=\"application/ld+json\">", "", 1);
        let html = if path == "404.html" { html.replacen("<style>:where(html)", "", 1) } else { html };
        for construct in ["<script", "<img", "onerror=alert(1)>", "href=\"javascript", " style=", "<style"] {
            assert!(!html.contains(construct), "{path}: {construct}");
        }
        assert!(!html.contains('\0'), "{path}");
    }
    let hostile = view(&samples::hostile_dossier(), &PageKind::Document(2));
    assert_eq!(hostile["language"], Value::Null);
    assert!(!hostile["head"]["title"].as_str().unwrap().contains('\u{202E}'));
}

#[test]
fn the_reading_text_follows_the_zones() {
    let view = view(&samples::dossier(), &PageKind::Document(1));
    let blocks = view["stories"][0]["blocks"].as_array().unwrap();
    let kinds: Vec<_> = blocks.iter().map(|block| block["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["byline", "dateline", "paragraph", "paragraph", "caption"]);
    let place = samples::span_of(samples::SUMMIT, "Aug. 19").start;
    assert_eq!(blocks[1]["runs"][1]["id"], format!("s{place}"));
    assert_eq!(view["attribution"][2]["values"][0]["places"][0], format!("#s{place}"));
    assert_eq!(view["left_out"][0]["words"], "Leave a Reply");
    assert_eq!(view["left_out"][0]["line"], 7);
    assert_eq!(view["disclaimers"][0], "This text was written by a machine.");
}

#[test]
fn sentences_that_prove_something_have_anchors_and_marks() {
    let view = view(&samples::dossier(), &PageKind::Document(1));
    let runs = &view["stories"][0]["blocks"][2]["runs"];
    let start = samples::span_of(samples::SUMMIT, "The leaders").start;
    assert_eq!(runs[0]["id"], format!("s{start}"));
    let texts: Vec<_> =
        runs[0]["pieces"].as_array().unwrap().iter().map(|piece| piece["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["The leaders of ", "South Korea", " and Japan met at Camp David on ", "Aug. 18", "."]);
    assert_eq!(runs[0]["pieces"][1]["href"], "../actors/south-korea.html");
    assert_eq!(runs[0]["pieces"][3]["edtf"], "2023-08-18?");
    assert_eq!(runs[0]["pieces"][3]["datetime"], "2023-08-18");
    assert_eq!(runs[2]["pieces"][0]["quoted"], true);
}

#[test]
fn a_digest_has_sections_lists_and_tables() {
    let view = view(&samples::dossier(), &PageKind::Document(0));
    assert_eq!(view["contents"][1]["href"], "#story-2");
    let blocks = view["stories"][1]["blocks"].as_array().unwrap();
    let shapes: Vec<_> = blocks
        .iter()
        .map(|block| (block["kind"].as_str().unwrap(), block["parts"].as_array().unwrap().len()))
        .collect();
    assert_eq!(shapes, [("list", 2), ("table", 2)]);
    assert_eq!(blocks[1]["parts"][1]["cells"][1]["runs"][0]["pieces"][0]["text"], "0");
    let start = samples::span_of(samples::DIGEST, "- A hotline").start;
    assert_eq!(blocks[0]["parts"][0]["cells"][0]["runs"][0]["more_ids"][0], format!("s{start}"));
}

#[test]
fn evidence_in_a_digest_names_its_story() {
    let mut dossier = samples::dossier();
    let told = samples::evidence(0, samples::DIGEST, "- A hotline was tested on Sunday.", "hotline");
    dossier.actors[1].mentions.splice(0..0, [told.clone(), told.clone()]);
    dossier.actors[1].roles[0].evidence = vec![told.clone(), told.clone()];
    check_links(&dossier);
    let timeline = view(&dossier, &PageKind::Timeline);
    assert_eq!(timeline["undated"][0]["story"]["text"], "Hotline tested");
    assert_eq!(timeline["undated"][0]["story"]["href"], "documents/digest.html#story-2");
    let actor = view(&dossier, &PageKind::Actor(1));
    assert_eq!(actor["documents"], 2);
    assert_eq!(actor["roles"][0]["sources"].as_array().unwrap().len(), 1);
    let text = actor["texts"].as_array().unwrap().iter().find(|text| text["link"]["text"] == "Hotline tested").unwrap();
    assert_eq!(text["link"]["href"], format!("../documents/digest.html#s{}", told.span.start));
    assert_eq!((&text["mentions"], &text["spellings"]), (&serde_json::json!(2), &serde_json::json!([])));
    dossier.documents[0].source.provenance.statement.display = Some(Display::MetadataOnly);
    let hidden = view(&dossier, &PageKind::Actor(1));
    let titles: Vec<_> = hidden["texts"].as_array().unwrap().iter().map(|text| &text["link"]["text"]).collect();
    assert!(titles.iter().any(|title| *title == "Two pieces worth reading"), "{titles:?}");
}

#[test]
fn a_display_shows_what_it_says_and_no_more() {
    let table = [
        (Display::Full, true, true, "Leaders meet at Camp David"),
        (Display::Excerpt, true, false, "Leaders meet at Camp David"),
        (Display::MetadataOnly, false, false, "Leaders meet at Camp David"),
        (Display::Withheld, false, false, "Withheld document"),
    ];
    for (display, words, raw, title) in table {
        let mut dossier = samples::dossier();
        let summit = dossier.documents.remove(1);
        dossier = Dossier { documents: vec![samples::published(summit, display)], ..Dossier::default() };
        let pages = rendered(&dossier, &settings());
        let (_, html) = pages.iter().find(|(path, _)| path == "documents/summit.html").unwrap();
        assert_eq!(html.contains("met at Camp David on"), words, "{display:?}");
        assert_eq!(html.contains("raw/summit.txt"), raw, "{display:?}");
        assert_eq!(html.contains("Yoon and Kishida"), raw, "{display:?}");
        assert!(html.contains(&format!("{title}</h1>")), "{display:?}");
        let everything: String = pages.iter().map(|(_, html)| html.as_str()).collect();
        assert_eq!(everything.contains("The Daily"), display != Display::Withheld, "{display:?}");
    }
}

#[test]
fn a_document_that_was_never_published_shows_nothing() {
    let mut dossier = samples::dossier();
    dossier.documents.iter_mut().for_each(|document| document.source.provenance.statement.display = None);
    for (path, html) in rendered(&dossier, &settings()) {
        for words in ["consult", "The drills", "The Daily", "Leaders meet"] {
            assert!(!html.contains(words), "{path}: {words}");
        }
    }
}

#[test]
fn the_missing_page_works_at_any_depth() {
    let dossier = samples::dossier();
    let mut settings = settings();
    assert_eq!(Site::new(&dossier, &settings).page(&PageKind::Missing).view["head"]["home"], "/index.html");
    settings.base_url = Some("https://example.org/d/".to_owned());
    let view = Site::new(&dossier, &settings).page(&PageKind::Missing).view;
    assert_eq!(view["head"]["style"], "https://example.org/d/static/annalist.css");
    assert_eq!(view["head"]["canonical"], Value::Null);
}

#[test]
fn many_sources_have_several_pages() {
    let mut dossier = samples::dossier();
    let document = dossier.documents[1].clone();
    dossier.documents.extend((0..300).map(|at| DossierDocument { id: format!("d{at}"), ..document.clone() }));
    check_links(&dossier);
    let pages = rendered(&dossier, &settings());
    let listed: Vec<usize> =
        pages.iter().filter(|(path, _)| path.starts_with("sources")).map(|(_, html)| html.len()).collect();
    assert!(listed.len() > 2 && listed.iter().all(|&length| length < 100_000), "{listed:?}");
}

#[test]
fn a_style_sheet_of_the_dossier_is_linked_behind_ours() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("custom.css"), ":root { --ink: #123; }").unwrap();
    let (dossier, settings) = (samples::dossier(), settings());
    let page = Site::new(&dossier, &settings).page(&PageKind::Document(1));
    let html = |statics| {
        let file = Renderer::new(None, statics, english()).unwrap().render(&page).unwrap();
        String::from_utf8(file.bytes).unwrap()
    };
    let (with, without) = (html(Some(folder.path())), html(None));
    let place = |name: &str| with.find(&format!("<link rel=\"stylesheet\" href=\"../static/{name}\">"));
    assert!(place("annalist.css").unwrap() < place("custom.css").unwrap());
    assert!(!without.contains("custom.css"));
}

#[test]
fn the_same_dossier_gives_the_same_bytes() {
    let hostile = samples::hostile_dossier();
    assert_eq!(rendered(&hostile, &settings()), rendered(&hostile, &settings()));
}

/// Writes the sample site to the folder in `ANNALIST_SAMPLE_SITE`, for eyes and validators.
#[test]
fn the_sample_site_can_be_looked_at() {
    let Some(folder) = std::env::var_os("ANNALIST_SAMPLE_SITE") else { return };
    let mut files = rendered(&samples::hostile_dossier(), &settings());
    let css = Renderer::new(None, None, english()).unwrap().assets().unwrap().remove(0);
    files.push((css.path, String::from_utf8(css.bytes).unwrap()));
    for (path, text) in files {
        let path = Path::new(&folder).join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}
