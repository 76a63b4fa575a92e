//! [`Reading`]: what the finders of a document read.

use crate::model::{Inline, ReferenceMention, SourceDocument, Zone, ZoneKind};
use crate::text::sentences::sentences;
use crate::text::tokens::tokens;
use crate::text::{Mask, Span, Token};

/// A sentence with its tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its bytes.
    pub span: Span,
    /// Its tokens, in order.
    pub tokens: Vec<Token>,
}

/// The masked text of a document, cut into paragraphs and sentences.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The text with everything blank that is no evidence.
    pub text: String,
    /// The evidence zones.
    pub paragraphs: Vec<Span>,
    /// The sentences of the evidence zones.
    pub sentences: Vec<Sentence>,
    /// The lines that frame the text: headlines, datelines, timestamps. Their dates and names are
    /// read; nothing is told there.
    pub margins: Vec<Sentence>,
}

impl Reading {
    /// Masks a document and cuts it.
    pub fn new(document: &SourceDocument, zones: &[Zone], references: &[ReferenceMention]) -> Self {
        let mut mask = Mask::new(&document.text);
        let of_kind = |wanted: fn(&Zone) -> bool| -> Vec<Span> {
            zones.iter().filter(|zone| wanted(zone)).map(|zone| zone.span).collect()
        };
        let evidence = of_kind(|zone| zone.kind.is_evidence());
        let margins = of_kind(is_margin);
        let mut at = 0;
        for zone in zones.iter().filter(|zone| zone.kind.is_evidence() || is_margin(zone)) {
            mask.hide(Span::new(at, zone.span.start));
            at = zone.span.end;
        }
        mask.hide(Span::new(at, document.text.len()));
        for inline in document.blocks.iter().flat_map(|block| &block.inlines) {
            if let Inline::Replaced { span, .. } = inline {
                mask.hide(*span);
            }
        }
        references.iter().for_each(|reference| mask.hide(reference.span));
        let text = mask.into_text();
        let cut = |zones: &[Span]| {
            let spans = zones.iter().flat_map(|&zone| sentences(&text, zone));
            spans.map(|span| Sentence { span, tokens: tokens(&text, span) }).collect()
        };
        let (sentences, margins) = (cut(&evidence), cut(&margins));
        Self { text, paragraphs: evidence, sentences, margins }
    }

    /// A reading of a text that is one zone of running text, for tests and for callers without
    /// zones.
    pub fn of_text(text: &str) -> Self {
        let paragraph = Span::new(0, text.len());
        let sentences =
            sentences(text, paragraph).into_iter().map(|span| Sentence { span, tokens: tokens(text, span) }).collect();
        Self { text: text.to_owned(), paragraphs: vec![paragraph], sentences, margins: Vec::new() }
    }

    /// Sentences and margins in the order of the text; true for margins.
    pub fn lines(&self) -> impl Iterator<Item = (&Sentence, bool)> {
        let mut sentences = self.sentences.iter().peekable();
        let mut margins = self.margins.iter().peekable();
        std::iter::from_fn(move || {
            let margin_start = margins.peek().map_or(usize::MAX, |margin| margin.span.start);
            match sentences.next_if(|sentence| sentence.span.start <= margin_start) {
                Some(sentence) => Some((sentence, false)),
                None => margins.next().map(|margin| (margin, true)),
            }
        })
    }

    /// The words of a token.
    pub fn word(&self, token: &Token) -> &str {
        token.of(&self.text)
    }
}

fn is_margin(zone: &Zone) -> bool {
    matches!(zone.kind, ZoneKind::Headline | ZoneKind::Dateline | ZoneKind::Timestamp)
}
