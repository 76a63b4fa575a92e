//! How documents are cited: for each and for all of them in the formats of reference managers.
//!
//! A record names the source and says where the dossier keeps it. What a record holds is decided by
//! [`BibliographicRecord`]; here it is only written down.

mod bibtex;
mod csl;
mod ris;

use crate::config::Settings;
use crate::language::Phrasebook;
use crate::model::page::line;
use crate::model::{BibliographicRecord, Dossier, DossierDocument, OutputFile, paths};

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
            notes.push(format!("The date is inferred: {}.", Phrasebook::english().date(edtf)));
        }
        notes
    }
}

/// A format: how its files end, and what writes it.
type Format = (&'static str, fn(&[Citation]) -> String);

const FORMATS: [Format; 3] = [("bib", bibtex::write), ("csl.json", csl::write), ("ris", ris::write)];

/// Where one document is cited, in every format; nowhere for a withheld one.
pub(super) fn paths_of(document: &DossierDocument) -> Vec<String> {
    let formats = FORMATS.iter().filter(|_| BibliographicRecord::exists_of(document));
    formats.map(|(format, _)| paths::citation_file(&document.id, format)).collect()
}

/// The citation of one document that stands at a path; `None` where none does.
pub(super) fn of_document(path: &str, document: &DossierDocument, settings: &Settings) -> Option<OutputFile> {
    let (_, write) = FORMATS.iter().find(|(format, _)| paths::citation_file(&document.id, format) == path)?;
    let records = BibliographicRecord::of(document);
    (!records.is_empty()).then(|| written(path.to_owned(), &records, settings, *write))
}

/// The citations of every document in every format.
pub(super) fn of_dossier(dossier: &Dossier, settings: &Settings) -> Vec<OutputFile> {
    let records: Vec<_> = dossier.documents.iter().flat_map(BibliographicRecord::of).collect();
    FORMATS.iter().map(|(format, write)| written(paths::citations_file(format), &records, settings, *write)).collect()
}

fn written(
    path: String,
    records: &[BibliographicRecord],
    settings: &Settings,
    write: fn(&[Citation]) -> String,
) -> OutputFile {
    let citations: Vec<Citation> = records.iter().map(|record| Citation::new(record, settings)).collect();
    OutputFile { path, bytes: write(&citations).into_bytes() }
}

#[cfg(test)]
mod tests;
