//! One document's annotations as one line of JSON: what `annalist extract` writes.

use serde::Serialize;

use super::values::{DateRecord, DocumentDateRecord, Range};
use crate::model::{
    Annotations, NameKind, NameMention, QuotationMention, SourceDocument, SpeakerBasis, Story, Temporal,
};
use crate::text::Span;

/// The schema and its number.
pub(super) const SCHEMA: &str = "annalist/annotations/1";

#[derive(Debug, Serialize)]
struct AnnotationsRecord<'a> {
    schema: &'static str,
    document: &'a str,
    sha256: &'a str,
    bytes: u64,
    language: Option<&'a str>,
    zones: Vec<ZoneRecord>,
    stories: Vec<StoryRecord<'a>>,
    date: DocumentDateRecord,
    temporal: Vec<TemporalRecord<'a>>,
    names: Vec<NameRecord<'a>>,
    quotations: Vec<QuotationRecord<'a>>,
    reported: Vec<QuotationRecord<'a>>,
    agreements: Vec<AgreementRecord<'a>>,
    references: Vec<ReferenceRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct ZoneRecord {
    #[serde(flatten)]
    range: Range,
    kind: &'static str,
}

#[derive(Debug, Serialize)]
struct StoryRecord<'a> {
    id: &'a str,
    #[serde(flatten)]
    range: Range,
    title: &'a str,
    title_basis: &'static str,
}

/// Where words stand and what they are.
#[derive(Debug, Serialize)]
struct Words<'a> {
    #[serde(flatten)]
    range: Range,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct TemporalRecord<'a> {
    #[serde(flatten)]
    words: Words<'a>,
    #[serde(rename = "type")]
    kind: &'static str,
    value: &'a str,
    #[serde(flatten)]
    date: DateRecord,
    basis: &'static str,
}

#[derive(Debug, Serialize)]
struct NameRecord<'a> {
    #[serde(flatten)]
    words: Words<'a>,
    kind: &'static str,
    country: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct QuotationRecord<'a> {
    #[serde(flatten)]
    range: Range,
    kind: &'static str,
    cue: Option<Range>,
    speaker: Option<SpeakerRecord<'a>>,
    basis: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct SpeakerRecord<'a> {
    #[serde(flatten)]
    words: Words<'a>,
    kind: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct AgreementRecord<'a> {
    #[serde(flatten)]
    words: Words<'a>,
    #[serde(rename = "type")]
    kind: &'a str,
}

#[derive(Debug, Serialize)]
struct ReferenceRecord<'a> {
    #[serde(flatten)]
    words: Words<'a>,
    key: &'a str,
}

/// The annotations of the document called `path`, without a line end. Offsets are half-open byte
/// ranges of the document's text.
pub fn annotations_line(path: &str, source: &SourceDocument, annotations: &Annotations) -> String {
    let text = source.text.as_str();
    let segmentation = &annotations.segmentation;
    let record = AnnotationsRecord {
        schema: SCHEMA,
        document: path,
        sha256: &source.provenance.sha256,
        bytes: source.provenance.bytes,
        language: annotations.language.as_deref(),
        zones: segmentation
            .zones
            .iter()
            .map(|zone| ZoneRecord { range: zone.span.into(), kind: zone.kind.as_str() })
            .collect(),
        stories: segmentation.stories.iter().map(story).collect(),
        date: (&annotations.date).into(),
        temporal: annotations.temporal.iter().map(|mention| temporal(text, mention)).collect(),
        names: annotations.names.iter().map(|mention| name(text, mention)).collect(),
        quotations: annotations.quotations.iter().map(|mention| quotation(text, mention, &annotations.names)).collect(),
        reported: annotations.reported.iter().map(|mention| quotation(text, mention, &annotations.names)).collect(),
        agreements: annotations
            .agreements
            .iter()
            .map(|mention| AgreementRecord { words: words(text, mention.span), kind: &mention.kind })
            .collect(),
        references: annotations
            .references
            .iter()
            .map(|mention| ReferenceRecord { words: words(text, mention.span), key: &mention.key })
            .collect(),
    };
    serde_json::to_string(&record).expect("a record is plain values")
}

fn words(text: &str, span: Span) -> Words<'_> {
    Words { range: span.into(), text: span.of(text) }
}

fn story(story: &Story) -> StoryRecord<'_> {
    StoryRecord {
        id: &story.id,
        range: story.span.into(),
        title: &story.title.words,
        title_basis: story.title.basis.as_str(),
    }
}

fn temporal<'a>(text: &'a str, mention: &'a Temporal) -> TemporalRecord<'a> {
    TemporalRecord {
        words: words(text, mention.mention.span),
        kind: mention.mention.kind.as_str(),
        value: &mention.value,
        date: mention.edtf.into(),
        basis: mention.basis.as_str(),
    }
}

fn name<'a>(text: &'a str, mention: &'a NameMention) -> NameRecord<'a> {
    NameRecord { words: words(text, mention.span), kind: mention.kind.as_str(), country: mention.country.as_deref() }
}

fn quotation<'a>(text: &'a str, mention: &QuotationMention, names: &[NameMention]) -> QuotationRecord<'a> {
    let kind = mention.speaker_name.and_then(|name| names.get(name)).map(|name| NameKind::as_str(name.kind));
    QuotationRecord {
        range: mention.span.into(),
        kind: mention.kind.as_str(),
        cue: mention.cue.map(Range::from),
        speaker: mention.speaker.map(|span| SpeakerRecord { words: words(text, span), kind }),
        basis: mention.basis.map(SpeakerBasis::as_str),
    }
}
