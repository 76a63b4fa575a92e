//! The citations of the sample dossier in each format.

use std::path::Path;

use super::*;
use crate::model::{Display, samples};

fn settings(base_url: Option<&str>) -> Settings {
    let mut settings = Settings::defaults(Path::new("."));
    settings.title = "Camp David".to_owned();
    settings.base_url = base_url.map(str::to_owned);
    settings
}

fn citations(document: &DossierDocument, settings: &Settings) -> Vec<OutputFile> {
    let file = |path: String| of_document(&path, document, settings).unwrap_or_else(|| panic!("{path} is not made"));
    paths_of(document).into_iter().map(file).collect()
}

fn text(files: &[OutputFile], ending: &str) -> String {
    let file = files.iter().find(|file| file.path.ends_with(ending)).unwrap();
    String::from_utf8(file.bytes.clone()).unwrap()
}

#[test]
fn a_document_is_cited_in_every_format() {
    let files = citations(&samples::dossier().documents[1], &settings(None));
    let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["documents/summit.bib", "documents/summit.csl.json", "documents/summit.ris"]);
    let bib = text(&files, ".bib");
    for field in [
        "@misc{summit,\n",
        "author = {{Ana Silva}},",
        "title = {{Leaders meet at Camp David}},",
        "date = {2023-08-19},",
        "url = {https://example.org/summit},",
        "In the dossier “Camp David”, documents/summit.html",
    ] {
        assert!(bib.contains(field), "{field}\n{bib}");
    }
    let ris = text(&files, ".ris");
    assert!(ris.starts_with("TY  - NEWS\r\nID  - summit\r\nAU  - Ana Silva\r\n"), "{ris}");
    assert!(ris.contains("DA  - 2023/08/19/\r\n") && ris.ends_with("ER  - \r\n\r\n"), "{ris}");
    let csl: serde_json::Value = serde_json::from_str(&text(&files, ".csl.json")).unwrap();
    assert_eq!(csl[0]["type"], "article-newspaper");
    assert_eq!(csl[0]["issued"]["date-parts"], serde_json::json!([[2023, 8, 19]]));
    assert_eq!(csl[0]["version"], "abababababab");
}

#[test]
fn a_source_without_an_address_is_found_at_its_page() {
    let mut document = samples::dossier().documents.remove(1);
    document.source.provenance.statement.url = None;
    let files = citations(&document, &settings(Some("https://example.org/d/")));
    assert!(text(&files, ".ris").contains("UR  - https://example.org/d/documents/summit.html\r\n"));
}

#[test]
fn a_withheld_document_is_in_no_list_of_citations() {
    let mut dossier = samples::dossier();
    let summit = dossier.documents.remove(1);
    dossier.documents.push(samples::published(summit, Display::Withheld));
    assert!(paths_of(&dossier.documents[1]).is_empty());
    assert_eq!(of_document("documents/summit.bib", &dossier.documents[1], &settings(None)), None);
    for file in of_dossier(&dossier, &settings(None)) {
        assert!(!String::from_utf8(file.bytes).unwrap().contains("summit"), "{}", file.path);
    }
}

#[test]
fn hostile_words_break_no_format() {
    let files = of_dossier(&samples::hostile_dossier(), &settings(None));
    let bib = text(&files, ".bib");
    assert_eq!(bib.matches('{').count(), bib.matches('}').count());
    assert!(text(&files, ".ris").lines().all(|line| line.is_empty() || line.get(2..6) == Some("  - ")));
    assert!(serde_json::from_str::<serde_json::Value>(&text(&files, ".csl.json")).is_ok());
}
