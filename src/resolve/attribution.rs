//! Attribution: which actor the words next to a quotation name.

use std::collections::BTreeMap;

use super::actors::sentence_of;
use crate::model::{DossierDocument, Evidence, Quotation, QuotationMention};
use crate::text::compare::tidy;

/// The quotations of the corpus, by document and place. A speaker is an actor only where a name in
/// the speaker's words belongs to one, or the speakers are unnamed (`unnamed`, by document and place); pronouns and nouns alone stay words.
pub fn resolve_quotations(documents: &[DossierDocument], unnamed: &BTreeMap<(usize, usize), usize>) -> Vec<Quotation> {
    let mut quotations = Vec::new();
    for (number, document) in documents.iter().enumerate() {
        for (index, mention) in document.annotations.quotations.iter().enumerate() {
            let named = || mention.speaker_name.and_then(|name| document.mention_actors.get(name).copied().flatten());
            let speaker = unnamed.get(&(number, index)).copied().or_else(named);
            quotations.push(Quotation { speaker, ..quotation(number, document, mention) });
        }
    }
    quotations
}

fn quotation(number: usize, document: &DossierDocument, mention: &QuotationMention) -> Quotation {
    let text = document.source.text.as_str();
    let story = &document.stories[document.story_at(mention.span.start)];
    Quotation {
        id: format!("q-{}-{}", document.id, mention.span.start),
        evidence: Evidence { document: number, span: sentence_of(document, mention.span), focus: mention.span },
        kind: mention.kind,
        text: tidy(
            mention.span.of(text).trim_matches(|mark| matches!(mark, '“' | '”' | '"' | '«' | '»' | '„' | '「' | '」')),
        ),
        speaker: None,
        speaker_words: mention.speaker.map(|span| tidy(span.of(text))),
        reported: story.date.edtf,
    }
}
