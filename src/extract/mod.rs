//! Extract: finds mentions in one document. It records words; what they mean is decided by
//! `resolve`.
//!
//! Finders read a masked text ([`Reading`]): commentary, furniture, bylines, mark-up and citation
//! keys are blank there, every other byte keeps its place.

mod agreements;
mod language;
pub mod names;
mod quotations;
mod reading;
mod references;
mod signature;
mod temporal;

pub use agreements::AgreementLexicon;
pub use names::NameLexicon;
pub use reading::Reading;
pub use temporal::find_temporal;

use crate::model::{
    AgreementMention, NameMention, QuotationMention, ReferenceMention, Segmentation, SourceDocument, TemporalMention,
};
use crate::text::Span;

/// The mentions of one document, each list sorted by place.
#[derive(Debug, Clone, PartialEq)]
pub struct Mentions {
    /// ISO 639-1 code, `None` when the text is too short to tell.
    pub language: Option<String>,
    /// The sentences of the evidence zones.
    pub sentences: Vec<Span>,
    /// Temporal expressions, not yet anchored.
    pub temporal: Vec<TemporalMention>,
    /// Names.
    pub names: Vec<NameMention>,
    /// Quotations.
    pub quotations: Vec<QuotationMention>,
    /// Statements in indirect speech.
    pub reported: Vec<QuotationMention>,
    /// Agreements.
    pub agreements: Vec<AgreementMention>,
    /// Citation keys.
    pub references: Vec<ReferenceMention>,
    /// The MinHash signature of the evidence text; empty where none is wanted.
    pub signature: Vec<u32>,
}

/// Whether signatures are wanted. Only the search for duplicates in a corpus reads them, and making
/// one costs as much as several finders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signatures {
    /// Make them.
    Make,
    /// Leave them out.
    LeaveOut,
}

/// What is known before a document is read.
#[derive(Debug, Clone, Copy)]
pub struct Lexicons<'l> {
    /// Names.
    pub names: &'l NameLexicon,
    /// Words and names of agreements.
    pub agreements: &'l AgreementLexicon,
}

/// Finds everything in `document` that its zones let finders read.
pub fn extract(
    document: &SourceDocument,
    segmentation: &Segmentation,
    lexicons: Lexicons<'_>,
    signatures: Signatures,
) -> Mentions {
    let references = references::find_references(&document.text, &segmentation.zones);
    let reading = Reading::new(document, &segmentation.zones, &references);
    let language = document.provenance.statement.language.clone().or_else(|| language::find_language(&reading));
    let names = names::find_names(&reading, lexicons.names, language.as_deref());
    let temporal = temporal::find_temporal(&reading, language.as_deref());
    let places = agreements::places(&reading.text, &names);
    let known = agreements::Known { names: &names, temporal: &temporal, places: &places, lexicon: lexicons.agreements };
    let quotations = quotations::find_quotations(&reading, &names);
    Mentions {
        agreements: agreements::find_agreements(&reading, known),
        temporal,
        language,
        quotations: quotations.marked,
        reported: quotations.reported,
        sentences: reading.sentences.iter().map(|sentence| sentence.span).collect(),
        signature: match signatures {
            Signatures::Make => signature::signature(&reading),
            Signatures::LeaveOut => Vec::new(),
        },
        names,
        references,
    }
}
