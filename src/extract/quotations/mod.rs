//! Quotations: words in quotation marks, what kind they are, and whose words the text says they are.
//!
//! `marks` pairs the marks of a paragraph, `frame` looks at the words outside them, `clauses` finds
//! verbs of speech and who speaks, `choice` joins them within a sentence and `carry` from sentence to
//! sentence and paragraph to paragraph. Whom a speaker's words mean (`he`, `the minister`) is left to
//! `resolve`.

mod carry;
mod choice;
mod clauses;
mod extent;
mod frame;
mod head;
mod kind;
mod lexicon;
mod marks;
mod names;
mod reported;
mod singles;
mod subject;

#[cfg(test)]
mod tests;

use std::ops::Range;

use carry::{Carry, Said};
use extent::extent;
use frame::{Frame, Sort};
use head::head_name;
use marks::Quoted;
use names::Names;

use super::Reading;
use crate::model::{NameMention, QuotationKind, QuotationMention, SpeakerBasis};
use crate::text::{Span, Token, TokenKind};

/// What a document quotes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Quotations {
    /// Words in marks, in order, not overlapping.
    pub marked: Vec<QuotationMention>,
    /// Statements in indirect speech, in order, not overlapping; they may hold words in marks.
    pub reported: Vec<QuotationMention>,
}

/// The quotations of a document and the statements it reports.
pub fn find_quotations(reading: &Reading, names: &[NameMention]) -> Quotations {
    let text = reading.text.as_str();
    let names = Names(names);
    let style = marks::style(text, &reading.paragraphs);
    let mut carry = Carry::new(reading);
    let mut found = Quotations::default();
    for &paragraph in &reading.paragraphs {
        let quoted = marks::quoted(text, paragraph, style, carry.is_open());
        if quoted.is_empty() {
            carry.pass(paragraph);
            plain(reading, &names, paragraph, &mut found.reported);
            continue;
        }
        let frame = Frame::new(text, paragraph, &quoted);
        let said = carry.speakers(&frame, &names, &quoted);
        for (place, piece) in frame.pieces.iter().enumerate() {
            if let Sort::Quote(index) = piece.sort {
                found.marked.push(mention(&frame, place, quoted[index], said[index].as_ref()));
            }
        }
        frame.sentences.iter().for_each(|sentence| report(&frame, &names, sentence, &mut found.reported));
    }
    found
}

/// The statements that a paragraph without marks reports.
fn plain(reading: &Reading, names: &Names, paragraph: Span, found: &mut Vec<QuotationMention>) {
    let from = reading.sentences.partition_point(|sentence| sentence.span.start < paragraph.start);
    let inside = reading.sentences[from..].iter().take_while(|sentence| sentence.span.end <= paragraph.end);
    for sentence in inside {
        let may_report = |token: &Token| {
            let word = token.of(&reading.text);
            token.kind == TokenKind::Word && reported::may_report(lexicon::known(word))
        };
        if sentence.tokens.iter().any(may_report) {
            let frame = Frame::of_sentence(&reading.text, sentence);
            report(&frame, names, &frame.sentences[0], found);
        }
    }
}

fn report(frame: &Frame, names: &Names, sentence: &Range<usize>, found: &mut Vec<QuotationMention>) {
    let statements = reported::find(frame, names, sentence).into_iter();
    found.extend(statements.map(|statement| QuotationMention {
        span: frame.span(&statement.words),
        kind: QuotationKind::Reported,
        cue: Some(frame.span(&statement.clause.cue)),
        speaker: Some(frame.span(&statement.clause.speaker)),
        speaker_name: head_name(frame, &statement.clause.speaker, names),
        basis: Some(statement.basis),
        clause: Some(frame.span(&extent(frame, names, sentence, &statement.clause))),
    }));
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
        clause: said.and_then(|said| said.clause),
    }
}
