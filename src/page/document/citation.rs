//! The citation box: the source and the page of the dossier in words, and the files for reference
//! managers.

use serde::Serialize;

use crate::model::{BibliographicRecord, Genre, paths};
use crate::page::description::told_day;
use crate::page::links::LinkView;
use crate::page::site::Site;
use crate::text::compare::tidy;

/// How to cite a document.
#[derive(Debug, Serialize)]
pub(super) struct CitationView {
    /// The source in words: authors, title, publisher and date, address, as far as they are known.
    source: Vec<String>,
    /// The page of the dossier in words, with the version of the file.
    here: String,
    /// The same for reference managers.
    formats: Vec<LinkView>,
    /// The file, or each of its stories, as ContextObjects in Spans (COinS) for reference managers in browsers.
    coins: Vec<String>,
}

/// The formats and their names for readers.
const FORMATS: [(&str, &str); 3] = [("bib", "BibTeX"), ("ris", "RIS"), ("csl.json", "CSL-JSON")];

/// `None` for a withheld document.
pub(super) fn citation(site: &Site, number: usize, base: &str) -> Option<CitationView> {
    let document = &site.dossier.documents[number];
    let records = site.records(document);
    let record = records.first()?;
    let stories = if records.len() > 1 { &records[1..] } else { &records[..] };
    let link = |(format, name): (&str, &str)| LinkView {
        text: name.to_owned(),
        href: format!("{base}{}", paths::citation_file(&document.id, format)),
    };
    Some(CitationView {
        source: source(site, record),
        here: here(site, record),
        formats: FORMATS.into_iter().map(link).collect(),
        coins: stories.iter().map(coins).collect(),
    })
}

/// `Ana Silva. “Leaders meet.” The Daily, 19 August 2023. https://example.org/summit`
fn source(site: &Site, record: &BibliographicRecord) -> Vec<String> {
    let date = record.date.edtf.map(|edtf| {
        let words = site.phrases.date(edtf);
        let told = record.is_date_told();
        if told { words } else { site.phrases.with("date-inferred", &[("date", words.into())]) }
    });
    let published: Vec<String> = record.publisher.iter().map(|name| tidy(name)).chain(date).collect();
    let authors: Vec<String> = record.authors.iter().map(|name| tidy(name)).collect();
    let mut parts = vec![authors.join(", "), quoted(&record.title), published.join(", ")];
    parts.retain(|part| !part.is_empty());
    let ended = |part: String| if part.ends_with(['.', '!', '?', '”']) { part } else { format!("{part}.") };
    parts.into_iter().map(ended).chain(record.url.clone()).collect()
}

fn quoted(title: &str) -> String {
    let title = tidy(title);
    let stop = if title.ends_with(['.', '!', '?', '…']) { "" } else { "." };
    format!("“{title}{stop}”")
}

/// `Document summit in the dossier “Camp David”, https://…/documents/summit.html, file version abababababab.`
fn here(site: &Site, record: &BibliographicRecord) -> String {
    let base = site.settings.base_url.as_deref().unwrap_or_default();
    let values = [
        ("key", record.key.as_str().into()),
        ("title", tidy(&site.settings.title).into()),
        ("page", format!("{base}{}", record.page).into()),
        ("version", record.version().into()),
    ];
    site.phrases.with("cite-here", &values)
}

/// A source in the words of OpenURL (ANSI/NISO Z39.88) with Dublin Core, for the `title` of a span. A date
/// that is only concluded is not in it.
fn coins(record: &BibliographicRecord) -> String {
    let kind = match record.genre {
        Genre::News => "newspaperArticle",
        Genre::WebPage => "webpage",
        Genre::Document => "document",
    };
    let one = |key: &'static str, value: Option<&str>| value.map(|value| (key, tidy(value)));
    let date = told_day(record);
    let fields = one("rft.type", Some(kind))
        .into_iter()
        .chain(one("rft.title", Some(&record.title)))
        .chain(record.authors.iter().filter_map(|name| one("rft.creator", Some(name))))
        .chain(one("rft.publisher", record.publisher.as_deref()))
        .chain(one("rft.date", date.as_deref()))
        .chain(one("rft.language", record.language.as_deref()))
        .chain(one("rft.identifier", record.url.as_deref()));
    let opening = "ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc".to_owned();
    fields.fold(opening, |coins, (key, value)| format!("{coins}&{key}={}", encoded(&value)))
}

/// Percent-encoded, as forms send it.
fn encoded(words: &str) -> String {
    let byte = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    words.bytes().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::model::samples;

    #[test]
    fn a_source_is_cited_by_what_is_known_of_it() {
        let dossier = samples::dossier();
        let settings = Settings::defaults(std::path::Path::new("."));
        let site = Site::new(&dossier, &settings);
        let words = |number: usize| source(&site, &BibliographicRecord::of(&dossier.documents[number])[0]).join(" ");
        assert_eq!(
            words(1),
            "Ana Silva. “Leaders meet at Camp David.” The Daily, 19 August 2023. https://example.org/summit"
        );
        assert_eq!(words(0), "“Two pieces worth reading.”");
    }
    #[test]
    fn a_span_names_the_source_to_reference_managers() {
        let dossier = samples::dossier();
        let record = &BibliographicRecord::of(&dossier.documents[1])[0];
        let coins = coins(record);
        assert!(coins.starts_with("ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc&rft.type="));
        assert!(coins.contains("&rft.title=Leaders%20meet%20at%20Camp%20David&rft.creator=Ana%20Silva&"), "{coins}");
        assert!(coins.contains("&rft.date=2023-08-19&"), "{coins}");
    }
}
