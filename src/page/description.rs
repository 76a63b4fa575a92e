//! [`Description`]: what a page tells machines beside its words: meta tags for reference managers
//! (Highwire, Dublin Core) and for previews (Open Graph), and schema.org's words as JSON-LD.

use serde::Serialize;
use serde_json::{Value, json};

use super::head::Head;
use super::site::Site;
use crate::model::{BibliographicRecord, DateValue, DossierDocument, Edtf, EdtfDate, Qualifier};
use crate::text::compare::tidy;

/// The vocabulary's address, as its makers write it.
const CONTEXT: &str = "https://schema.org";

/// A `<meta>` with `name` or `property`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct TagView {
    name: Option<&'static str>,
    property: Option<&'static str>,
    content: String,
}

/// What a page is about, for machines.
#[derive(Debug, Default)]
pub(super) struct Description {
    /// Tags that only this page has.
    pub tags: Vec<TagView>,
    /// `og:type`; `website` where nothing else is said.
    pub kind: Option<&'static str>,
    /// What it is about, in schema.org's words.
    pub entity: Option<Value>,
    /// What it rests on, likewise.
    pub based_on: Option<Value>,
    /// Its own Atom feed, below the site.
    pub feed: Option<String>,
}

impl Description {
    /// A page about something.
    pub(super) fn about(entity: Option<Value>) -> Self {
        Self { entity, ..Self::default() }
    }
}

fn named(name: &'static str, words: &str) -> TagView {
    TagView { name: Some(name), property: None, content: tidy(words) }
}

fn property(property: &'static str, words: &str) -> TagView {
    TagView { name: None, property: Some(property), content: tidy(words) }
}

/// Every tag of a page: its own, and what previews ask of each.
pub(super) fn tags(site: &Site, head: &Head, description: &Description) -> Vec<TagView> {
    let settings = site.settings;
    let mut tags = description.tags.clone();
    let title = if head.title.is_empty() { &settings.title } else { &head.title };
    tags.push(property("og:title", title));
    tags.push(property("og:type", description.kind.unwrap_or("website")));
    tags.push(property("og:site_name", &settings.title));
    if !settings.description.is_empty() {
        tags.push(property("og:description", &settings.description));
    }
    if let Some(base) = &settings.base_url {
        tags.push(property("og:url", &format!("{base}{}", head.path)));
    }
    tags
}

/// The page in schema.org's words: part of the dossier, about its entity.
pub(super) fn linked(site: &Site, head: &Head, description: &Description) -> Value {
    let settings = site.settings;
    let mut page = json!({"@context": CONTEXT, "@type": "WebPage"});
    let title = if head.title.is_empty() { &settings.title } else { &head.title };
    page["name"] = json!(tidy(title));
    if let Some(base) = &settings.base_url {
        page["url"] = json!(format!("{base}{}", head.path));
    }
    if !head.title.is_empty() {
        page["isPartOf"] = report(site);
    }
    if let Some(entity) = &description.entity {
        page["mainEntity"] = entity.clone();
    }
    if let Some(source) = &description.based_on {
        page["isBasedOn"] = source.clone();
    }
    page
}

/// The dossier: a report.
pub(super) fn report(site: &Site) -> Value {
    let mut report = json!({"@type": "Report", "name": tidy(&site.settings.title)});
    if let Some(base) = &site.settings.base_url {
        report["url"] = json!(base);
    }
    report
}

impl Site<'_> {
    /// What of a document is cited, titled in the language of the page.
    pub(super) fn records(&self, document: &DossierDocument) -> Vec<BibliographicRecord> {
        let told = |mut record: BibliographicRecord| {
            if let Some(title) = &record.told_title {
                record.title = self.phrases.tell(title);
            }
            record
        };
        BibliographicRecord::of(document).into_iter().map(told).collect()
    }
}

/// Highwire and Dublin Core tags of a source. A date that is only concluded is in neither: nobody
/// who reads a tag could see that.
pub(super) fn citation_tags(site: &Site, record: &BibliographicRecord) -> Vec<TagView> {
    let day = told_day(record);
    let mut tags = vec![named("citation_title", &record.title)];
    tags.extend(record.authors.iter().map(|name| named("citation_author", name)));
    tags.extend(day.as_ref().map(|day| named("citation_publication_date", &day.replace('-', "/"))));
    tags.extend(record.publisher.iter().map(|name| named("citation_publisher", name)));
    tags.extend(record.language.iter().map(|tag| named("citation_language", tag)));
    tags.push(named("DCTERMS.title", &record.title));
    tags.extend(record.authors.iter().map(|name| named("DCTERMS.creator", name)));
    tags.extend(record.publisher.iter().map(|name| named("DCTERMS.publisher", name)));
    tags.extend(day.as_ref().map(|day| named("DCTERMS.issued", day)));
    tags.extend(record.language.iter().map(|tag| named("DCTERMS.language", tag)));
    tags.extend(record.url.iter().map(|url| named("DCTERMS.source", url)));
    tags.extend(record.licence.iter().map(|words| named("DCTERMS.rights", words)));
    tags.push(named("DCTERMS.identifier", &format!("sha256:{}", record.sha256)));
    tags.push(named("DCTERMS.isPartOf", &site.settings.title));
    tags.extend(day.map(|day| property("article:published_time", &day)));
    tags
}

/// The date as web pages write it, where it is told and no doubt stands beside it.
pub(super) fn told_day(record: &BibliographicRecord) -> Option<String> {
    record.date.edtf.filter(|_| record.is_date_told()).and_then(sure)
}

/// A day, month or year without doubt, as ISO 8601 writes it.
pub(super) fn sure(edtf: Edtf) -> Option<String> {
    let Edtf::Date(EdtfDate { value, qualifier: Qualifier::None }) = edtf else { return None };
    let is_iso = matches!(value, DateValue::Day(_) | DateValue::Month(..) | DateValue::Year(_));
    edtf.html_datetime().filter(|_| is_iso)
}
