//! What is carried from sentence to sentence and from paragraph to paragraph: who speaks, while a
//! statement goes on.

use std::ops::Range;

use super::choice::{self, Chosen};
use super::clauses::{self, Clause};
use super::extent::extent;
use super::frame::{Frame, Sort};
use super::head::head_name;
use super::lexicon::Manner;
use super::marks::{Quoted, inside};
use super::names::Names;
use super::subject;
use crate::extract::Reading;
use crate::model::SpeakerBasis;
use crate::text::Span;

/// Who said a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// The verb or phrase.
    pub cue: Option<Span>,
    /// The words that name the speaker.
    pub speaker: Span,
    /// The name among them.
    pub name: Option<usize>,
    /// What connects them.
    pub basis: SpeakerBasis,
    /// True where cue and quotation stand next to each other.
    pub is_close: bool,
    /// The clause of speech, with the times and places of the speaking.
    pub clause: Option<Span>,
}

/// What stands right before the next sentence.
#[derive(Debug, Clone)]
enum Trail {
    /// Nothing that says who speaks.
    Nothing,
    /// A quotation with its speaker.
    Said(Said),
    /// Words without a quotation.
    Words(Span),
}

/// Walks through a document's paragraphs.
pub struct Carry<'r> {
    reading: &'r Reading,
    trail: Trail,
    is_open: bool,
}

impl<'r> Carry<'r> {
    /// Starts before the first paragraph.
    pub fn new(reading: &'r Reading) -> Self {
        Self { reading, trail: Trail::Nothing, is_open: false }
    }

    /// True where the paragraph before ended inside a quotation.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Passes a paragraph without quotations.
    pub fn pass(&mut self, paragraph: Span) {
        self.trail = Trail::Words(paragraph);
        self.is_open = false;
    }

    /// The speakers of a paragraph's quotations, by their index.
    pub fn speakers(&mut self, frame: &Frame, names: &Names, quoted: &[Quoted]) -> Vec<Option<Said>> {
        let mut said: Vec<Option<Said>> = vec![None; quoted.len()];
        for sentence in &frame.sentences {
            let chosen = choice::choose(frame, names, sentence);
            for one in &chosen {
                said[one.quote] = Some(spoken(frame, names, one));
            }
            let quotes = || sentence.clone().filter_map(|at| index(frame, at));
            let Some(last) = quotes().next_back() else {
                self.trail = Trail::Words(frame.span(sentence));
                continue;
            };
            if chosen.is_empty() {
                let found = self.beside(frame, names, sentence);
                quotes().for_each(|quote| said[quote] = found);
            }
            self.trail = said[last].map_or(Trail::Nothing, Trail::Said);
        }
        self.is_open = quoted.last().is_some_and(|last| !last.is_closed);
        said
    }

    /// The speaker of a sentence that names none: the one before goes on, or was introduced.
    fn beside(&self, frame: &Frame, names: &Names, sentence: &Range<usize>) -> Option<Said> {
        let is_alone = sentence.clone().all(|at| frame.pieces[at].sort != Sort::Word);
        let opens = index(frame, sentence.start).is_some() && is_big(frame, sentence.start);
        match &self.trail {
            Trail::Words(_) if !is_alone => None,
            Trail::Said(_) if !opens => None,
            Trail::Nothing => None,
            Trail::Said(said) => Some(Said { basis: SpeakerBasis::Continued, ..*said }),
            Trail::Words(words) => self.introduced(*words, names),
        }
    }

    /// Who speaks or acts in the last sentence of some words.
    fn introduced(&self, words: Span, names: &Names) -> Option<Said> {
        let sentences = &self.reading.sentences;
        let next = sentences.partition_point(|sentence| sentence.span.start < words.end);
        let last = sentences.get(next.checked_sub(1)?)?.span;
        let span = Span::new(last.start.max(words.start), last.end.min(words.end));
        let frame = Frame::new(&self.reading.text, span, &[]);
        let whole = 0..frame.pieces.len();
        let is_colon = frame.text[..span.end].trim_end().ends_with(':');
        let is_saying = |clause: &Clause| is_colon || clause.manner <= Manner::Tell;
        let clause = clauses::find(&frame, names, &whole).into_iter().rev().find(is_saying);
        let speaker = match &clause {
            Some(clause) => clause.speaker.clone(),
            None if is_colon => subject::main(&frame, names, whole.clone())?,
            None => return None,
        };
        Some(Said {
            cue: clause.as_ref().map(|clause| frame.span(&clause.cue)),
            name: head_name(&frame, &speaker, names),
            speaker: frame.span(&speaker),
            basis: SpeakerBasis::Introduced,
            is_close: is_colon,
            clause: clause.map(|clause| frame.span(&extent(&frame, names, &whole, &clause))),
        })
    }
}

fn index(frame: &Frame, at: usize) -> Option<usize> {
    match frame.pieces[at].sort {
        Sort::Quote(index) => Some(index),
        _ => None,
    }
}

fn spoken(frame: &Frame, names: &Names, chosen: &Chosen) -> Said {
    Said {
        cue: chosen.cue.as_ref().map(|cue| frame.span(cue)),
        speaker: frame.span(&chosen.speaker),
        name: head_name(frame, &chosen.speaker, names),
        basis: chosen.basis,
        is_close: chosen.is_close,
        clause: Some(frame.span(&chosen.clause)).filter(|clause| !clause.is_empty()),
    }
}

/// True for a quotation that begins with a capital.
fn is_big(frame: &Frame, place: usize) -> bool {
    let words = inside(frame.text, frame.pieces[place].span).of(frame.text);
    words.trim_start_matches(['[', '…', '.', ' ', '‘', '\'']).starts_with(char::is_uppercase)
}
