//! The citation box: the source and the page of the dossier in words, and the files for reference
//! managers.

use serde::Serialize;

use crate::model::{BibliographicRecord, paths};
use crate::page::links::LinkView;
use crate::page::site::Site;
use crate::text::compare::tidy;

/// How to cite a document.
#[derive(Debug, Serialize)]
pub(super) struct CitationView {
    /// The source in words.
    source: String,
    /// The page of the dossier in words, with the version of the file.
    here: String,
    /// The same for reference managers.
    formats: Vec<LinkView>,
}

/// The formats and their names for readers.
const FORMATS: [(&str, &str); 3] = [("bib", "BibTeX"), ("ris", "RIS"), ("csl.json", "CSL-JSON")];

/// `None` for a withheld document.
pub(super) fn citation(site: &Site, number: usize, base: &str) -> Option<CitationView> {
    let document = &site.dossier.documents[number];
    let record = BibliographicRecord::of(document).into_iter().next()?;
    let link = |(format, name): (&str, &str)| LinkView {
        text: name.to_owned(),
        href: format!("{base}{}", paths::citation_file(&document.id, format)),
    };
    Some(CitationView {
        source: source(&record),
        here: here(site, &record),
        formats: FORMATS.into_iter().map(link).collect(),
    })
}

/// `Ana Silva. “Leaders meet.” The Daily, 19 August 2023. https://example.org/summit`
fn source(record: &BibliographicRecord) -> String {
    let date = record.date.edtf.map(|edtf| {
        let words = edtf.words();
        if record.is_date_told() { words } else { format!("{words} (inferred)") }
    });
    let published: Vec<String> = record.publisher.iter().map(|name| tidy(name)).chain(date).collect();
    let authors: Vec<String> = record.authors.iter().map(|name| tidy(name)).collect();
    let mut parts = vec![authors.join(", "), quoted(&record.title), published.join(", ")];
    parts.retain(|part| !part.is_empty());
    let ended = |part: String| if part.ends_with(['.', '!', '?', '”']) { part } else { format!("{part}.") };
    let parts: Vec<String> = parts.into_iter().map(ended).chain(record.url.clone()).collect();
    parts.join(" ")
}

fn quoted(title: &str) -> String {
    let title = tidy(title);
    let stop = if title.ends_with(['.', '!', '?', '…']) { "" } else { "." };
    format!("“{title}{stop}”")
}

/// `Document summit in the dossier “Camp David”. https://…/documents/summit.html. File version abababababab.`
fn here(site: &Site, record: &BibliographicRecord) -> String {
    let base = site.settings.base_url.as_deref().unwrap_or_default();
    let title = tidy(&site.settings.title);
    format!(
        "Document {} in the dossier “{title}”, {base}{}, file version {} (SHA-256).",
        record.key,
        record.page,
        record.version()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples;

    #[test]
    fn a_source_is_cited_by_what_is_known_of_it() {
        let dossier = samples::dossier();
        let words = |number: usize| source(&BibliographicRecord::of(&dossier.documents[number])[0]);
        assert_eq!(
            words(1),
            "Ana Silva. “Leaders meet at Camp David.” The Daily, 19 August 2023. https://example.org/summit"
        );
        assert_eq!(words(0), "“Two pieces worth reading.”");
    }
}
