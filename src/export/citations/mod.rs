//! How documents are cited: for each and for all of them in the formats of reference managers.
//!
//! A record names the source and says where the dossier keeps it. What a record holds is decided by
//! [`BibliographicRecord`]; here it is only written down.

mod bibtex;
mod csl;
mod ris;

use crate::config::Settings;
use crate::model::page::displayable;
use crate::model::{BibliographicRecord, Dossier, DossierDocument, OutputFile, paths};
use crate::text::compare::tidy;

/// A record with the dossier it stands in.
struct Citation<'c> {
    record: &'c BibliographicRecord,
    /// The dossier's title.
    archive: String,
    /// The page's address; below the site where nobody knows where that will stand.
    location: String,
    /// True where `location` is a web address.
    is_located: bool,
}

impl<'c> Citation<'c> {
    fn new(record: &'c BibliographicRecord, settings: &Settings) -> Self {
        let base = settings.base_url.as_deref();
        Self {
            record,
            archive: line(&settings.title),
            location: format!("{}{}", base.unwrap_or_default(), record.page),
            is_located: base.is_some(),
        }
    }

    /// The source's address, or else the page's.
    fn url(&self) -> Option<&str> {
        self.record.url.as_deref().or(self.is_located.then_some(self.location.as_str()))
    }

    /// What the fields of no format say: which bytes are cited, and what is not the source's own.
    fn notes(&self) -> Vec<String> {
        let record = self.record;
        let mut notes = vec![format!("SHA-256 of the file: {}.", record.sha256)];
        if !record.has_own_title {
            notes.push("The title is made from the opening words.".to_owned());
        }
        if let Some(edtf) = record.date.edtf.filter(|_| !record.is_date_told()) {
            notes.push(format!("The date is inferred: {}.", edtf.words()));
        }
        notes
    }
}

/// The citation of one document in every format; nothing for a withheld one.
pub(super) fn of_document(document: &DossierDocument, settings: &Settings) -> Vec<OutputFile> {
    let records = BibliographicRecord::of(document);
    if records.is_empty() {
        return Vec::new();
    }
    written(&records, settings, |format| paths::citation_file(&document.id, format))
}

/// The citations of every document in every format.
pub(super) fn of_dossier(dossier: &Dossier, settings: &Settings) -> Vec<OutputFile> {
    let records: Vec<_> = dossier.documents.iter().flat_map(BibliographicRecord::of).collect();
    written(&records, settings, paths::citations_file)
}

fn written(records: &[BibliographicRecord], settings: &Settings, path: impl Fn(&str) -> String) -> Vec<OutputFile> {
    let citations: Vec<Citation> = records.iter().map(|record| Citation::new(record, settings)).collect();
    let file = |format, text: String| OutputFile { path: path(format), bytes: text.into_bytes() };
    vec![
        file("bib", bibtex::write(&citations)),
        file("csl.json", csl::write(&citations)),
        file("ris", ris::write(&citations)),
    ]
}

/// Words in one line, with nothing in them that XML and text files do not hold.
fn line(words: &str) -> String {
    displayable(&tidy(words)).into_owned()
}

#[cfg(test)]
mod tests;
