//! Attribution: which actor the words next to a quotation name.

use super::actors::sentence_of;
use crate::model::{DossierDocument, Evidence, Quotation, QuotationMention};
use crate::text::compare::tidy;

/// The quotations of the corpus, by document and place. A speaker is an actor only where a name in
/// the speaker's words belongs to one; pronouns and nouns alone stay words.
pub fn resolve_quotations(documents: &[DossierDocument]) -> Vec<Quotation> {
    documents
        .iter()
        .enumerate()
        .flat_map(|(number, document)| {
            document.annotations.quotations.iter().map(move |mention| quotation(number, document, mention))
        })
        .collect()
}

fn quotation(number: usize, document: &DossierDocument, mention: &QuotationMention) -> Quotation {
    let text = document.source.text.as_str();
    let speaker = mention.speaker_name.and_then(|name| document.mention_actors.get(name).copied().flatten());
    let story = &document.stories[document.story_at(mention.span.start)];
    Quotation {
        id: format!("q-{}-{}", document.id, mention.span.start),
        evidence: Evidence { document: number, span: sentence_of(document, mention.span), focus: mention.span },
        kind: mention.kind,
        text: tidy(
            mention.span.of(text).trim_matches(|mark| matches!(mark, '“' | '”' | '"' | '«' | '»' | '„' | '「' | '」')),
        ),
        speaker,
        speaker_words: mention.speaker.map(|span| tidy(span.of(text))),
        reported: story.date.edtf,
    }
}
