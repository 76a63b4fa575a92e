//! The attribution block: what is known of where a document came from, and what is not given.

use serde::Serialize;

use crate::model::{DossierDocument, Edtf, paths};
use crate::page::links::safe_href;
use crate::page::moment::MomentView;
use crate::page::reasons::ReasonView;
use crate::page::site::Site;

/// A line of the block.
#[derive(Debug, Serialize)]
pub(super) struct FactView {
    /// What it is.
    label: String,
    /// Its values; empty means not given.
    values: Vec<ValueView>,
}

/// A value of a line.
#[derive(Debug, Default, Serialize)]
struct ValueView {
    /// The words; empty for a date.
    text: String,
    /// Where they lead.
    href: Option<String>,
    /// True when `href` leaves the site.
    external: bool,
    /// True for file names and check sums.
    code: bool,
    /// The date, where the value is one.
    date: Option<MomentView>,
    /// Where on this page the text says it.
    places: Vec<String>,
    /// The steps to a date that is concluded.
    reasons: Vec<ReasonView>,
}

/// Every line, in the order readers look for them.
pub(super) fn facts(site: &Site, number: usize, base: &str) -> Vec<FactView> {
    let document = &site.dossier.documents[number];
    let provenance = &document.source.provenance;
    let said = &provenance.statement;
    let words = |words: &Option<String>| words.iter().map(|words| text(words)).collect::<Vec<_>>();
    let fact = |label: &str, values| FactView { label: site.phrases.say(label), values };
    let mut facts = vec![
        fact(
            if document.authors.len() > 1 { "fact-authors" } else { "fact-author" },
            document.authors.iter().map(|name| text(name)).collect(),
        ),
        fact("fact-publisher", words(&said.publisher)),
        fact("fact-published", published(site, number)),
        fact("fact-address", said.url.iter().map(|url| address(url)).collect()),
        fact("fact-collected", said.accessed.into_iter().map(|edtf| day(site, edtf)).collect()),
        fact("fact-licence", words(&said.licence)),
        fact("fact-language", language(site, document)),
        fact("fact-file", vec![code(&provenance.path)]),
        fact("fact-read-as", vec![text(&format!("{}, {}", provenance.media_type, provenance.encoding))]),
        fact("fact-size", vec![text(&size(site, provenance.bytes))]),
        fact("fact-sha-256", vec![code(&provenance.sha256)]),
    ];
    facts.extend(copies(site, document, base).map(|values| fact("fact-copies", values)));
    facts
}

fn text(words: &str) -> ValueView {
    ValueView { text: words.to_owned(), ..ValueView::default() }
}

fn code(words: &str) -> ValueView {
    ValueView { code: true, ..text(words) }
}

fn day(site: &Site, edtf: Edtf) -> ValueView {
    ValueView { date: Some(site.day(edtf)), ..ValueView::default() }
}

fn published(site: &Site, number: usize) -> Vec<ValueView> {
    let date = &site.dossier.documents[number].date;
    let reasons = site.reasons(number, date);
    let places = if reasons.is_empty() { site.date_places(number) } else { Vec::new() };
    vec![ValueView { date: Some(site.document_moment(date)), places, reasons, ..ValueView::default() }]
}

fn address(url: &str) -> ValueView {
    ValueView { href: safe_href(url), external: true, ..text(url) }
}

/// A language the program found is not one that was given.
fn language(site: &Site, document: &DossierDocument) -> Vec<ValueView> {
    let given = document.source.provenance.statement.language.as_deref().map(text);
    let found = || {
        document
            .annotations
            .language
            .as_deref()
            .map(|tag| text(&site.phrases.with("language-found", &[("tag", tag.into())])))
    };
    given.or_else(found).into_iter().collect()
}

/// The raw file and the text, where they may be shown; one link where they are the same bytes.
fn copies(site: &Site, document: &DossierDocument, base: &str) -> Option<Vec<ValueView>> {
    let raw = paths::raw_file(document)?;
    let words = paths::text_file(document).filter(|words| *words != raw);
    let link = |id: &str, path: &str| ValueView { href: Some(format!("{base}{path}")), ..text(&site.phrases.say(id)) };
    let mut values = vec![link("copy-raw", &raw)];
    values.extend(words.map(|path| link("copy-text", &path)));
    Some(values)
}

/// Bytes in the unit a reader knows, exact where they are few.
fn size(site: &Site, bytes: u64) -> String {
    let (id, count) = match bytes {
        0..10_000 => ("size-bytes", bytes),
        10_000..10_000_000 => ("size-kilobytes", bytes / 1_000),
        _ => ("size-megabytes", bytes / 1_000_000),
    };
    site.phrases.count(id, usize::try_from(count).unwrap_or(usize::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::model::samples;

    #[test]
    fn sizes_are_exact_where_they_are_small() {
        let (dossier, settings) = (samples::dossier(), Settings::defaults(std::path::Path::new(".")));
        let site = Site::new(&dossier, &settings);
        for (bytes, words) in
            [(0, "0 bytes"), (1, "1 byte"), (8895, "8895 bytes"), (25_623, "25 kB"), (32_000_000, "32 MB")]
        {
            assert_eq!(size(&site, bytes), words);
        }
    }
}
