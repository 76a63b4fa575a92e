//! [`BibliographicRecord`]: what a citation says of a source, and where the dossier keeps it.
//!
//! Pages show it in words, downloads write it in the formats of reference managers; both must say
//! the same, so it is put together here. A name stays as it was given: nothing guesses which part
//! of it is the family's.

use super::{
    DateBasis, Display, DocumentDate, DossierDocument, Edtf, Phrase, Statement, Title, TitleBasis, ZoneKind, paths,
};

/// Hexadecimal digits of a check sum that tell one version of a file from another.
const VERSION: usize = 12;

/// What a source is, as far as its form shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Genre {
    /// It has a dateline: a report of news.
    News,
    /// It has an address.
    WebPage,
    /// Neither is known.
    Document,
}

/// A source as a citation names it.
#[derive(Debug, Clone, PartialEq)]
pub struct BibliographicRecord {
    /// The key to cite by: the document's id, and `:2` for its second story.
    pub key: String,
    /// What it is.
    pub genre: Genre,
    /// The title.
    pub title: String,
    /// What pages say instead, where more of it is ours.
    pub told_title: Option<Phrase>,
    /// False where the title is made from the opening words.
    pub has_own_title: bool,
    /// The authors as given.
    pub authors: Vec<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When, with what the date rests on.
    pub date: DocumentDate,
    /// Its web address, where it is one.
    pub url: Option<String>,
    /// When it was collected.
    pub accessed: Option<Edtf>,
    /// The rights as stated.
    pub licence: Option<String>,
    /// A BCP 47 tag.
    pub language: Option<String>,
    /// Its page, below the site.
    pub page: String,
    /// SHA-256 of the raw file.
    pub sha256: String,
}

impl BibliographicRecord {
    /// The file, and behind it each story of a file of several; nothing of a withheld document.
    pub fn of(document: &DossierDocument) -> Vec<Self> {
        if !Self::exists_of(document) {
            return Vec::new();
        }
        let mut records = vec![Self::of_file(document)];
        if document.stories.len() > 1 {
            records.extend((0..document.stories.len()).map(|at| Self::of_story(document, at)));
        }
        records
    }

    /// True where there is a record: of a withheld document there is none.
    pub fn exists_of(document: &DossierDocument) -> bool {
        document.display() != Display::Withheld
    }

    /// True where a reader may take the date as published, not as concluded.
    pub fn is_date_told(&self) -> bool {
        matches!(self.date.basis, DateBasis::Given | DateBasis::Stated | DateBasis::Edited)
    }

    /// The first digits of the check sum: which version of the file is cited. No clock is read, so
    /// a citation names bytes, not a day.
    pub fn version(&self) -> &str {
        self.sha256.get(..VERSION).unwrap_or(&self.sha256)
    }

    fn of_file(document: &DossierDocument) -> Self {
        let provenance = &document.source.provenance;
        let said = &provenance.statement;
        let url = web_address(said.url.as_deref());
        Self {
            key: document.id.clone(),
            genre: genre(document, url.as_deref(), None),
            authors: document.authors.clone(),
            publisher: said.publisher.clone(),
            date: document.date.clone(),
            url,
            accessed: said.accessed,
            licence: said.licence.clone(),
            language: document.language().map(str::to_owned),
            page: paths::document_page(&document.id),
            sha256: provenance.sha256.clone(),
            ..titled(document.title())
        }
    }

    /// What is said of the story; of what is said of its file only what holds for its parts.
    fn of_story(document: &DossierDocument, at: usize) -> Self {
        let file = Self::of_file(document);
        let story = &document.stories[at];
        let given = document.source.provenance.statement.stories.get(at);
        let found = document.annotations.segmentation.stories.get(at).map(|story| &story.stated);
        let said: Vec<&Statement> = given.into_iter().chain(found).collect();
        let first = |pick: fn(&Statement) -> Option<&String>| said.iter().find_map(|said| pick(said)).cloned();
        let authors = said.iter().map(|said| &said.authors).find(|authors| !authors.is_empty());
        let url = web_address(first(|said| said.url.as_ref()).as_deref());
        Self {
            key: format!("{}:{}", document.id, story.id),
            genre: genre(document, url.as_deref(), Some(at)),
            authors: authors.cloned().unwrap_or_default(),
            publisher: first(|said| said.publisher.as_ref()),
            date: story.date.clone(),
            url,
            licence: first(|said| said.licence.as_ref()).or(file.licence),
            language: first(|said| said.language.as_ref()).or(file.language),
            page: format!("{}#{}", file.page, paths::story_anchor(&story.id)),
            accessed: file.accessed,
            sha256: file.sha256,
            ..titled(&story.title)
        }
    }
}

/// A record of which only the title is known.
fn titled(title: &Title) -> BibliographicRecord {
    BibliographicRecord {
        key: String::new(),
        genre: Genre::Document,
        title: title.words.clone(),
        told_title: title.told.clone(),
        has_own_title: title.basis == TitleBasis::Given,
        authors: Vec::new(),
        publisher: None,
        date: DocumentDate::unknown(),
        url: None,
        accessed: None,
        licence: None,
        language: None,
        page: String::new(),
        sha256: String::new(),
    }
}

fn genre(document: &DossierDocument, url: Option<&str>, story: Option<usize>) -> Genre {
    let is_inside = |span| story.is_none_or(|at| document.stories[at].span.contains(span));
    let zones = document.annotations.segmentation.zones.iter();
    let is_news = zones.filter(|zone| zone.kind == ZoneKind::Dateline).any(|zone| is_inside(zone.span));
    match (is_news, url) {
        (true, _) => Genre::News,
        (false, Some(_)) => Genre::WebPage,
        (false, None) => Genre::Document,
    }
}

/// An address that a reference manager may open: `http` or `https`, without white space, controls
/// and the marks that no address has (RFC 3986, 2).
fn web_address(address: Option<&str>) -> Option<String> {
    let address = address?.trim();
    let is_odd = |c: char| c.is_whitespace() || c.is_control() || "<>\"\\^`{|}".contains(c);
    let is_web = ["http://", "https://"].iter().any(|scheme| address.starts_with(scheme));
    (is_web && !address.contains(is_odd)).then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples;

    #[test]
    fn a_file_of_several_stories_has_a_record_for_itself_and_for_each() {
        let dossier = samples::dossier();
        let keys: Vec<_> =
            BibliographicRecord::of(&dossier.documents[0]).into_iter().map(|record| record.key).collect();
        assert_eq!(keys, ["digest", "digest:1", "digest:2"]);
        let summit = &BibliographicRecord::of(&dossier.documents[1])[0];
        assert_eq!((summit.genre, summit.version()), (Genre::News, "abababababab"));
        assert!(summit.is_date_told());
    }

    #[test]
    fn a_withheld_document_cannot_be_cited() {
        let summit = samples::dossier().documents.remove(1);
        assert!(BibliographicRecord::of(&samples::published(summit, Display::Withheld)).is_empty());
    }

    #[test]
    fn only_web_addresses_are_cited() {
        assert_eq!(web_address(Some(" https://example.org/a ")).as_deref(), Some("https://example.org/a"));
        for odd in ["javascript:alert(1)", "https://a b", "https://a\"b", "ftp://a", ""] {
            assert_eq!(web_address(Some(odd)), None, "{odd}");
        }
    }
}
