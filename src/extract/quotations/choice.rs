//! Which clause of speech a quotation belongs to, within its sentence.

use std::ops::Range;

use super::clauses::{self, Clause};
use super::extent::extent;
use super::frame::{DASHES, Frame, Sort};
use super::lexicon::BE;
use super::names::Names;
use super::subject;
use crate::model::SpeakerBasis;

/// Who speaks a quotation, as pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// The quotation's index in the paragraph.
    pub quote: usize,
    /// The verb or phrase; `None` where a colon alone connects them.
    pub cue: Option<Range<usize>>,
    /// Who speaks.
    pub speaker: Range<usize>,
    /// What connects them.
    pub basis: SpeakerBasis,
    /// True where nothing but small words stands between cue and quotation.
    pub is_close: bool,
    /// The clause of speech, with the times and places of the speaking; empty without a cue.
    pub clause: Range<usize>,
}

/// The speakers of the quotations of a sentence, where it says who they are.
pub fn choose(frame: &Frame, names: &Names, sentence: &Range<usize>) -> Vec<Chosen> {
    let quotes: Vec<(usize, usize)> = sentence.clone().filter_map(|at| quote_at(frame, at)).collect();
    if quotes.is_empty() {
        return Vec::new();
    }
    let clauses = clauses::find(frame, names, sentence);
    let mut next = 0;
    let mut chosen = Vec::new();
    for (place, quote) in quotes {
        while clauses.get(next).is_some_and(|clause| clause.cue.start < place) {
            next += 1;
        }
        let head = next.checked_sub(1).map(|at| &clauses[at]);
        let tail = clauses.get(next).filter(|clause| clause.is_aside && clause.start() > place);
        chosen.extend(between(frame, names, sentence, Around { place, quote, head, tail }));
    }
    chosen
}

fn quote_at(frame: &Frame, at: usize) -> Option<(usize, usize)> {
    match frame.pieces[at].sort {
        Sort::Quote(index) => Some((at, index)),
        _ => None,
    }
}

/// A quotation between two clauses.
struct Around<'c> {
    place: usize,
    quote: usize,
    head: Option<&'c Clause>,
    tail: Option<&'c Clause>,
}

fn between(frame: &Frame, names: &Names, sentence: &Range<usize>, around: Around) -> Option<Chosen> {
    let Around { place, quote, head, tail } = around;
    let of = |clause: &Clause, basis| Chosen {
        quote,
        cue: Some(clause.cue.clone()),
        speaker: clause.speaker.clone(),
        basis,
        clause: extent(frame, names, sentence, clause),
        is_close: leads_to(frame, clause, place) || clause.start() <= place + 2 && clause.start() > place,
    };
    match (head, tail) {
        (Some(head), Some(tail)) if !leads_to(frame, head, place) && tail.start() <= place + 2 => {
            Some(of(tail, SpeakerBasis::Behind))
        }
        (Some(head), _) => Some(of(head, SpeakerBasis::Before)),
        (None, Some(tail)) => Some(of(tail, SpeakerBasis::Behind)),
        (None, None) => {
            colon(frame, names, sentence, (place, quote)).or_else(|| source(frame, names, sentence, (place, quote)))
        }
    }
}

/// True where little stands between a clause and the quotation behind it: `said: “`, `said that he is “`.
fn leads_to(frame: &Frame, clause: &Clause, place: usize) -> bool {
    let end = clause.cue.end.max(clause.speaker.end);
    end <= place && place - end <= 4 && (end..place).all(|at| !matches!(frame.pieces[at].sort, Sort::Quote(_)))
}

/// `SMITH: “…”`, `Doe was blunt: “…”`.
fn colon(frame: &Frame, names: &Names, sentence: &Range<usize>, (place, quote): (usize, usize)) -> Option<Chosen> {
    let colon = place.checked_sub(1).filter(|at| *at > sentence.start && frame.is_mark(*at, ":"))?;
    let words = sentence.start..colon;
    let is_heard = |at: usize| {
        let verb = frame.pieces[at].known.verb;
        at > sentence.start && frame.pieces[at - 1].known.is(BE) && verb.is_some_and(|verb| verb.is_participle)
    };
    if words.clone().any(is_heard) {
        return None;
    }
    let speaker = subject::transcript(frame, names, words.clone()).or_else(|| subject::main(frame, names, words))?;
    Some(Chosen { quote, cue: None, speaker, basis: SpeakerBasis::Introduced, is_close: true, clause: 0..0 })
}

/// `“…” — Jane Doe`, at the end of a line.
fn source(frame: &Frame, names: &Names, sentence: &Range<usize>, (place, quote): (usize, usize)) -> Option<Chosen> {
    let dash = frame.pieces.get(place + 1).filter(|_| place + 2 < sentence.end)?;
    let is_dash = DASHES.iter().any(|sign| frame.text[dash.span.start..].starts_with(*sign));
    let speaker = is_dash.then(|| subject::phrase_after(frame, names, place + 2, sentence.end))??;
    let is_all = (speaker.end..sentence.end).all(|at| frame.pieces[at].sort == Sort::Mark);
    is_all.then_some(Chosen { quote, cue: None, speaker, basis: SpeakerBasis::Behind, is_close: true, clause: 0..0 })
}
