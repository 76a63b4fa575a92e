//! The five real documents: pages, titles, authors, furniture, citation keys.

use std::fs;

use crate::dossier::{Dossier, json_lines, main_words};
use crate::shared;

/// The part of a page that shows what was left out of the text.
const LEFT_OUT: &str = "details.left-out";

/// The names of the five, without what tells them apart from others.
const FIVE: [&str; 5] = ["000", "001", "002", "003", "004"];

/// Words of comment forms, counters and version marks that none of the five says itself.
const FURNITURE: [&str; 10] = [
    "leave a reply",
    "your email address",
    "required fields are marked",
    "please enter your",
    "save my name",
    "post comment",
    "by admin",
    "v0.24",
    "🌳",
    "| | 0 |",
];

/// The five documents, built with a feed.
pub fn built() -> Dossier {
    let dossier = Dossier::new();
    for entry in fs::read_dir(shared("seeds")).expect("the documents") {
        let path = entry.expect("a document").path();
        let name = path.file_name().expect("a file").to_string_lossy().into_owned();
        dossier.write(&format!("seeds/{name}"), fs::read(&path).expect("a document"));
    }
    let run = dossier.run(&["build", "--strict", "--base-url", "https://example.org/five/"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    dossier
}

/// The number a document begins with: `003`.
pub fn number(id: &serde_json::Value) -> &str {
    &id.as_str().expect("an id")[..3]
}

/// The lines of `documents.jsonl` that speak of whole files.
pub fn whole_files(dossier: &Dossier) -> Vec<serde_json::Value> {
    dossier.data("documents").into_iter().filter(|line| line["story"].is_null()).collect()
}

#[test]
fn there_are_five_pages() {
    let dossier = built();
    let documents = whole_files(&dossier);
    assert_eq!(documents.iter().map(|line| number(&line["id"])).collect::<Vec<_>>(), FIVE);
    for document in &documents {
        let page = dossier.page(document["page"].as_str().unwrap());
        assert!(page.contains(&format!("<title>{}", escaped(document["title"].as_str().unwrap()))), "{document}");
    }
    let is_page = |path: &&String| path.starts_with("documents/") && path.ends_with(".html");
    assert_eq!(dossier.site().keys().filter(is_page).count(), 5);
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").chars().take(60).collect()
}

#[test]
fn the_digest_has_its_seven_stories_in_order() {
    let dossier = built();
    let stories: Vec<_> = dossier.data("documents").into_iter().filter(|line| !line["story"].is_null()).collect();
    let openings = [
        "The defense chiefs",
        "The top U.S. envoy",
        "Three members",
        "A discussion",
        "Russia was preparing",
        "South Korean President",
        "President Yoon",
    ];
    assert_eq!(stories.len(), openings.len());
    let page = dossier.page(stories[0]["page"].as_str().unwrap().split('#').next().unwrap());
    let mut last = 0;
    for (at, (story, opening)) in stories.iter().zip(openings).enumerate() {
        assert_eq!(number(&story["id"]), "000");
        assert!(story["title"].as_str().unwrap().starts_with(opening), "{}", story["title"]);
        let anchor = story["page"].as_str().unwrap().split('#').nth(1).unwrap();
        assert_eq!(anchor, format!("story-{}", at + 1));
        let place = page.find(&format!("id=\"{anchor}\"")).unwrap();
        assert!(place > last && page.contains(&format!("href=\"#{anchor}\"")));
        last = place;
    }
}

#[test]
fn no_furniture_is_in_a_reading_text_a_title_the_feed_or_the_data() {
    let dossier = built();
    let admin =
        |words: &str| words.split(|c: char| !c.is_alphanumeric()).any(|word| word.eq_ignore_ascii_case("admin"));
    for (path, bytes) in dossier.site() {
        let Ok(text) = String::from_utf8(bytes) else { continue };
        let words = match path.as_str() {
            page if page.ends_with(".html") => main_words(&text, &[LEFT_OUT]),
            made if made.starts_with("data/") || made == "feed.xml" => text,
            _ => continue,
        };
        let lower = words.to_lowercase();
        let found = FURNITURE.iter().find(|furniture| lower.contains(**furniture));
        assert!(found.is_none() && !admin(&words), "{path} has {found:?}");
    }
}

#[test]
fn what_was_left_out_is_still_shown_as_such() {
    let dossier = built();
    for (document, words) in [("001", "v0.24"), ("003", "By admin"), ("003", "Leave a Reply"), ("004", "LEAVE A REPLY")]
    {
        let documents = whole_files(&dossier);
        let line = documents.iter().find(|line| number(&line["id"]) == document).unwrap();
        let page = dossier.page(line["page"].as_str().unwrap());
        assert!(main_words(&page, &[]).contains(words), "{document} has lost {words}");
    }
}

#[test]
fn given_titles_are_given_and_derived_ones_derived() {
    let dossier = built();
    let bases: Vec<String> =
        whole_files(&dossier).iter().map(|line| line["title_basis"].as_str().unwrap().to_owned()).collect();
    assert_eq!(bases, ["derived", "given", "derived", "given", "given"]);
    let titles: Vec<String> =
        whole_files(&dossier).iter().map(|line| line["title"].as_str().unwrap().to_owned()).collect();
    assert_eq!(titles[1], "South Korea, Japan, and US Leaders Renew Pledge to Cooperate on Regional Challenges");
    assert_eq!(titles[3], "South Korea, Japan, U.S. defense ministers strengthen security ties");
    assert!(titles[4].starts_with("SEOUL IS BOLSTERING SECURITY TIES") && titles[4].ends_with("BEINJING"));
}

#[test]
fn authors_are_found_and_none_is_an_actor() {
    let dossier = built();
    let authors: Vec<Vec<String>> =
        whole_files(&dossier).iter().map(|line| serde_json::from_value(line["authors"].clone()).unwrap()).collect();
    let expected: [&[&str]; 5] = [&[], &[], &["Ha Man-joo"], &["Lee Ho-jeong"], &["CIC Press Team"]];
    assert_eq!(authors, expected);
    for actor in dossier.data("actors") {
        let all = actor.to_string().to_lowercase();
        for author in ["man-joo", "ho-jeong", "cic press", "admin"] {
            assert!(!all.contains(&format!("{author}\"")), "{author} is an actor: {actor}");
        }
    }
}

#[test]
fn the_machine_written_story_says_so_and_keeps_its_two_keys() {
    let dossier = built();
    for line in whole_files(&dossier) {
        let is_it = number(&line["id"]) == "001";
        let badges = line["badges"].as_array().unwrap();
        assert_eq!(badges.iter().any(|badge| badge == "ai-synthesised"), is_it, "{line}");
        let upstream = if is_it { serde_json::json!(["a3a17192", "e6cda50b"]) } else { serde_json::json!([]) };
        assert_eq!(line["upstream"], upstream);
        let page = main_words(&dossier.page(line["page"].as_str().unwrap()), &[]);
        assert_eq!(page.contains("a machine wrote or assembled it"), is_it);
    }
}

#[test]
fn a_citation_key_is_never_a_word_of_a_summary_or_an_actor() {
    let dossier = built();
    for key in ["a3a17192", "e6cda50b"] {
        for event in dossier.data("events") {
            assert!(!event["summary"].as_str().unwrap().contains(key), "{event}");
        }
        for actor in dossier.data("actors") {
            let titles: Vec<_> = actor["roles"].as_array().unwrap().iter().map(|role| &role["title"]).collect();
            let said = format!("{} {} {titles:?}", actor["name"], actor["variants"]);
            assert!(!said.contains(key), "{actor}");
        }
        for page in ["timeline.html", "index.html", "actors.html"] {
            assert!(!main_words(&dossier.page(page), &[]).contains(key), "{page}");
        }
    }
}

#[test]
fn every_byte_is_in_one_zone_or_white_space() {
    let dossier = built();
    for line in json_lines(&dossier.run(&["extract", "seeds"]).stdout) {
        let text = fs::read_to_string(dossier.path("seeds").join(line["document"].as_str().unwrap())).unwrap();
        let mut end = 0;
        for zone in line["zones"].as_array().unwrap() {
            let start = usize::try_from(zone["start"].as_u64().unwrap()).unwrap();
            assert!(
                start >= end && text[end..start].trim().is_empty(),
                "{}: {:?}",
                line["document"],
                &text[end..start]
            );
            end = usize::try_from(zone["end"].as_u64().unwrap()).unwrap();
        }
        assert!(text[end..].trim().is_empty());
    }
}
