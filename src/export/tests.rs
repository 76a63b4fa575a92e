//! The downloads of the sample dossier against the data contract.

use std::path::Path;

use serde_json::{Value, json};

use super::*;
use crate::model::{Display, Dossier, samples};

fn settings(base_url: Option<&str>) -> Settings {
    let mut settings = Settings::defaults(Path::new("."));
    settings.base_url = base_url.map(str::to_owned);
    settings
}

fn text(files: &[OutputFile], path: &str) -> String {
    let file = files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("{path} is missing"));
    String::from_utf8(file.bytes.clone()).unwrap()
}

fn files_of(dossier: &Dossier, settings: &Settings) -> Vec<OutputFile> {
    let places = vec!["timeline.html#e".to_owned(); dossier.events.len()];
    data_files(of(dossier, settings), &places)
}

fn of<'d>(dossier: &'d Dossier, settings: &'d Settings) -> Chronicle<'d> {
    Chronicle { dossier, settings, phrases: crate::language::Phrasebook::english() }
}

fn lines(dossier: &Dossier, name: &str) -> Vec<Value> {
    let files = files_of(dossier, &settings(None));
    text(&files, &format!("data/{name}.jsonl")).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn keys(value: &Value) -> String {
    value.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ")
}

#[test]
fn keys_stand_in_the_order_of_the_contract() {
    let dossier = samples::dossier();
    let table = [
        (
            "documents",
            "id path story page text sha256 title title_basis authors publisher url language date badges upstream left_out duplicates display noindex",
        ),
        (
            "events",
            "id summary status when reported actors agreements documents salience evidence conflicts maybe_same_as",
        ),
        ("dates", "date salience events documents"),
        (
            "actors",
            "id name kind variants roles decided_by maybe_same_as not_same_as mentions documents sort_name standing country look_alikes could_be reasons former_ids",
        ),
        (
            "agreements",
            "id name variants type parties issuers history conflicts authority reasons mentions documents could_be",
        ),
        ("reported", "id document start end text kind speaker speaker_words joint said_on reported"),
        ("quotations", "id document start end text kind speaker speaker_words joint said_on reported"),
    ];
    for (name, expected) in table {
        assert_eq!(keys(&lines(&dossier, name)[0]), expected);
    }
    let event = &lines(&dossier, "events")[0];
    assert_eq!(keys(&event["when"]), "edtf earliest latest weekday words basis why");
    assert_eq!(keys(&event["evidence"][0]), "document start end text");
    assert_eq!(keys(&lines(&dossier, "documents")[0]["date"]), "edtf earliest latest weekday basis why evidence");
    let state = &lines(&dossier, "agreements")[0]["history"][0];
    assert_eq!(keys(state), "event status of certainty when why reported evidence");
}

#[test]
fn a_file_of_several_stories_has_a_line_for_itself_and_for_each() {
    let documents = lines(&samples::dossier(), "documents");
    let stories: Vec<_> = documents.iter().map(|line| (line["id"].as_str().unwrap(), line["story"].clone())).collect();
    assert_eq!(
        stories,
        [("digest", Value::Null), ("digest", json!("1")), ("digest", json!("2")), ("summit", Value::Null)]
    );
    assert_eq!(documents[2]["page"], "documents/digest.html#story-2");
    assert_eq!(documents[3]["text"], "raw/summit.txt");
    assert_eq!(documents[3]["left_out"][0]["kind"], "boilerplate");
}

#[test]
fn undated_events_are_listed_and_days_are_ranked() {
    let dossier = samples::dossier();
    let undated = &lines(&dossier, "events")[3];
    assert_eq!((&undated["when"]["edtf"], &undated["when"]["weekday"]), (&Value::Null, &json!("sunday")));
    let dates = lines(&dossier, "dates");
    assert_eq!(
        dates[0],
        json!({"date": "2023-08-18", "salience": 1.0, "events": ["e-2023-08-18-met"], "documents": 1})
    );
}

#[test]
fn evidence_is_the_bytes_of_the_text() {
    let dossier = samples::dossier();
    let evidence = &lines(&dossier, "events")[0]["evidence"][0];
    let (start, end) = (evidence["start"].as_u64().unwrap() as usize, evidence["end"].as_u64().unwrap() as usize);
    assert_eq!(evidence["text"], samples::SUMMIT[start..end]);
}

#[test]
fn what_may_not_be_shown_is_in_no_download() {
    for (display, has_text) in
        [(Display::Excerpt, false), (Display::MetadataOnly, false), (Display::Withheld, false), (Display::Full, true)]
    {
        let summit = samples::dossier().documents.remove(1);
        let document = samples::published(summit, display);
        assert_eq!(text_file(&document), None);
        let dossier = Dossier { documents: vec![document], ..Dossier::default() };
        let line = &lines(&dossier, "documents")[0];
        assert_eq!(line["text"].is_string(), has_text, "{display:?}");
        assert_eq!(line["path"].is_null(), display == Display::Withheld, "{display:?}");
        assert_eq!(line["sha256"].is_null(), display == Display::Withheld, "{display:?}");
        assert_eq!(line["display"], display.as_str());
    }
}

#[test]
fn a_text_that_differs_from_the_raw_file_is_a_download_of_its_own() {
    let mut document = samples::dossier().documents.remove(1);
    document.source.provenance.text_is_raw = false;
    document.source.provenance.path = "page.HTML".to_owned();
    assert_eq!(text_file(&document).unwrap().path, "text/summit.txt");
    assert_eq!(paths::raw_file(&document).unwrap(), "raw/summit.html.txt");
    document.source.provenance.path = "no-extension/../x".to_owned();
    assert_eq!(paths::raw_file(&document).unwrap(), "raw/summit.txt");
}

#[test]
fn the_feed_and_the_sitemap_need_to_know_where_the_site_stands() {
    let dossier = samples::hostile_dossier();
    let paths = |settings: &Settings| -> Vec<String> {
        files_of(&dossier, settings)
            .into_iter()
            .map(|file| file.path)
            .filter(|path| !path.starts_with("data/"))
            .collect()
    };
    assert!(paths(&settings(None)).is_empty());
    let mut based = settings(Some("https://example.org/d/"));
    assert_eq!(paths(&based), ["feed.xml", "corrections.xml", "robots.txt", "sitemap.xml"]);
    let files = files_of(&dossier, &based);
    let feed = text(&files, "feed.xml");
    assert!(feed.contains("<updated>2023-08-19T00:00:00+00:00</updated>"), "{feed}");
    assert!(text(&files, "sitemap.xml").contains("<loc>https://example.org/d/documents/summit.html</loc>"));
    assert!(text(&files, "robots.txt").contains("Disallow: /d/raw/"));
    assert!(text(&files, "robots.txt").contains("Disallow: /d/data/"));
    based.noindex = true;
    assert_eq!(paths(&based), ["feed.xml", "corrections.xml", "robots.txt"]);
    assert_eq!(text(&files_of(&dossier, &based), "robots.txt"), "User-agent: *\nDisallow: /\n");
}

#[test]
fn each_download_is_made_alone_as_among_the_others() {
    let dossier = samples::hostile_dossier();
    let mut settings = settings(Some("https://example.org/d/"));
    settings.sqlite = cfg!(feature = "sqlite");
    let places = || vec!["timeline.html#e".to_owned(); dossier.events.len()];
    for file in files_of(&dossier, &settings) {
        assert_eq!(data_file(&file.path, of(&dossier, &settings), places).as_ref(), Some(&file), "{}", file.path);
    }
    for path in ["data/none.csv", "data/events.", "feeds/actors/none.xml", "documents/summit.bib", ""] {
        assert_eq!(data_file(path, of(&dossier, &settings), places), None, "{path}");
    }
}

#[test]
fn the_feed_is_well_formed_whatever_the_title() {
    let mut dossier = samples::hostile_dossier();
    dossier.documents[2].date = dossier.documents[1].date.clone();
    let files = files_of(&dossier, &settings(Some("https://example.org/")));
    let feed: atom_syndication::Feed = text(&files, "feed.xml").parse().unwrap();
    assert_eq!(feed.entries.len(), 2);
    assert!(feed.entries[0].title.value.starts_with("<script>"));
}

#[test]
fn a_day_bc_is_not_in_the_feed() {
    let mut dossier = samples::hostile_dossier();
    for document in &mut dossier.documents {
        document.date.edtf = Some(samples::edtf("-0479-09-29"));
    }
    let files = files_of(&dossier, &settings(Some("https://example.org/")));
    let feed: atom_syndication::Feed = text(&files, "feed.xml").parse().unwrap();
    assert!(feed.entries.is_empty());
    assert_eq!(lines(&dossier, "documents")[0]["date"]["earliest"], "-0479-09-29");
}

#[test]
fn the_summary_counts_and_names_its_schemas() {
    let file = dossier_json(&samples::dossier(), &settings(None), "abc");
    let summary: Value = serde_json::from_slice(&file.bytes).unwrap();
    assert_eq!(summary["counts"]["stories"], 3);
    assert_eq!(summary["counts"]["undated_events"], 1);
    assert_eq!(summary["manifest"], "abc");
    assert_eq!(summary["schemas"]["events"], "annalist/events/1");
}

#[test]
fn a_line_of_annotations_keeps_the_contract() {
    let document = samples::dossier().documents.remove(1);
    let line: Value =
        serde_json::from_str(&annotations_line("a.txt", &document.source, &document.annotations)).unwrap();
    assert_eq!(
        keys(&line),
        "schema document sha256 bytes language zones stories date temporal names quotations reported agreements references"
    );
    assert_eq!(keys(&line["temporal"][0]), "start end text type value edtf earliest latest basis");
    assert_eq!(line["quotations"][0]["speaker"]["text"], "Yoon Suk Yeol");
    assert_eq!(line["quotations"][0]["speaker"]["kind"], "person");
    assert_eq!(line["names"][0]["country"], Value::Null);
}

#[test]
fn what_is_made_to_be_read_speaks_the_readers_language_and_data_do_not() {
    let (dossier, settings) = (samples::dossier(), settings(None));
    let korean = crate::language::Phrasebook::new("ko", None).unwrap();
    let places = vec!["timeline.html#e".to_owned(); dossier.events.len()];
    let files = data_files(Chronicle { dossier: &dossier, settings: &settings, phrases: &korean }, &places);
    let calendar = text(&files, "data/events.ics").replace("\r\n ", "");
    assert!(calendar.contains("2023년 8월 18일"), "{calendar}");
    assert!(text(&files, "data/timelinejs.json").contains("\"display_date\":\"2024년 여름\""));
    assert!(text(&files, "data/events.jsonl").contains("\"words\":\"summer 2024\""));
}
