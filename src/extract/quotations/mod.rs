//! Quotations: words in quotation marks, what kind they are, and whose words the text says they are.
//!
//! `marks` pairs the marks of a paragraph, `frame` looks at the words outside them, `clauses` finds
//! verbs of speech and who speaks, `choice` joins them within a sentence and `carry` from sentence to
//! sentence and paragraph to paragraph. Whom a speaker's words mean (`he`, `the minister`) is left to
//! `resolve`.

mod carry;
mod choice;
mod clauses;
mod frame;
mod head;
mod kind;
mod lexicon;
mod marks;
mod names;
mod singles;
mod subject;

#[cfg(test)]
mod tests;

use carry::{Carry, Said};
use frame::{Frame, Sort};
use marks::Quoted;
use names::Names;

use super::Reading;
use crate::model::{NameMention, QuotationKind, QuotationMention, SpeakerBasis};

/// The quotations of a document, in order, not overlapping.
pub fn find_quotations(reading: &Reading, names: &[NameMention]) -> Vec<QuotationMention> {
    let text = reading.text.as_str();
    let names = Names(names);
    let style = marks::style(text, &reading.paragraphs);
    let mut carry = Carry::new(reading);
    let mut found = Vec::new();
    for &paragraph in &reading.paragraphs {
        let quoted = marks::quoted(text, paragraph, style, carry.is_open());
        if quoted.is_empty() {
            carry.pass(paragraph);
            continue;
        }
        let frame = Frame::new(text, paragraph, &quoted);
        let said = carry.speakers(&frame, &names, &quoted);
        for (place, piece) in frame.pieces.iter().enumerate() {
            if let Sort::Quote(index) = piece.sort {
                found.push(mention(&frame, place, quoted[index], said[index].as_ref()));
            }
        }
    }
    found
}

fn mention(frame: &Frame, place: usize, quoted: Quoted, said: Option<&Said>) -> QuotationMention {
    let kind = kind::kind(frame, place, said);
    let goes_on = |said: &&Said| said.basis == SpeakerBasis::Continued;
    let said = said.filter(|said| kind == QuotationKind::Full || kind == QuotationKind::Fragment && !goes_on(said));
    QuotationMention {
        span: quoted.span,
        kind,
        cue: said.and_then(|said| said.cue),
        speaker: said.map(|said| said.speaker),
        speaker_name: said.and_then(|said| said.name),
        basis: said.map(|said| said.basis),
    }
}
