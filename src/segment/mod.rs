//! Segment: labels every part of a document's text with what it is. Nothing is removed.
//!
//! The rules are general habits of news pages, reposts and digests; their words are data files.
//! Each rule takes zones and returns zones: one may relabel or split what is still [`Body`], none
//! may drop a byte.
//!
//! [`Body`]: ZoneKind::Body

mod byline;
mod caption;
mod comments;
mod date;
mod digest;
mod disclaimer;
mod furniture;
mod glued;
mod headline;
mod matching;
mod notes;
mod paragraphs;
mod sections;
mod timestamp;
mod title;
mod zones;

#[cfg(test)]
mod tests;

use crate::model::{Badge, Segmentation, SourceDocument, Statement, ZoneKind};

/// Zones, stories, title and badges of a document.
///
/// **Shape:** zones are sorted, do not overlap, and hold every byte that is not white space; there
/// is one story at least and stories do not overlap. The function cannot fail.
pub fn segment(document: &SourceDocument) -> Segmentation {
    let text = document.text.as_str();
    let zones = paragraphs::paragraphs(document);
    let zones = furniture::label(text, zones);
    let zones = disclaimer::label(text, zones);
    let zones = comments::label(text, zones);
    let zones = notes::label(text, zones);
    let zones = timestamp::label_lines(text, zones);
    let zones = byline::label(text, zones);
    let zones = caption::label(text, zones);
    // Mark-up sets pasted texts apart itself, as block quotations.
    let digest = if document.blocks.is_empty() { digest::find(text, &zones) } else { None };
    let zones = match &digest {
        Some(digest) => digest::label(zones, digest),
        None => headline::label(text, glued::split(text, zones)),
    };
    let zones = timestamp::label_datelines(text, zones);
    let starts = digest.as_ref().map_or_else(|| sections::find(text, &zones), |digest| digest.starts.clone());
    let stories = title::stories(text, &zones, &starts, document.provenance.statement.title.as_deref());
    let title = title::of_file(text, &zones, &stories, &document.provenance.statement);
    let mut badges = disclaimer::badges(text, &zones);
    if digest.is_some() {
        badges.push(Badge::Digest);
    }
    badges.sort_unstable();
    Segmentation { zones, stories, title, badges }
}

/// What the zones of a story say about who wrote it and when.
fn stated(text: &str, zones: &[crate::model::Zone]) -> (Statement, Option<crate::text::Span>) {
    let mut statement = Statement { authors: byline::authors(text, zones), ..Statement::default() };
    let date = timestamp::stated_date(text, zones);
    statement.published = date.map(|(edtf, _)| edtf);
    let is_dateline = |span| zones.iter().any(|zone| zone.kind == ZoneKind::Dateline && zone.span.contains(span));
    statement.published_by =
        date.map(|(_, span)| if is_dateline(span) { "by-dateline" } else { "by-timestamp" }.into());
    (statement, date.map(|(_, span)| span))
}
