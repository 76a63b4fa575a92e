//! Statements without marks that a verb of speech reports: `Doe said the nets were old`.

use std::ops::Range;

use super::clauses::{self, Clause};
use super::extent::{behind_adjuncts, behind_hearer};
use super::frame::{Frame, Sort};
use super::lexicon::{
    ABOUT, ACCOUNT, ADVERB, ASKING, AUTHOR, AUXILIARY, BARE, BARRIER, BE, CALENDAR, DETERMINER, FUNCTION, Form,
    INFINITIVE, INFINITIVE_MARK, JOINING, Known, LOOSE, Manner, OF, OPENING, PERSON, PREPOSITION, PRONOUN, QUESTION,
    RELATIVE, SOURCE, THAT, THING, TOPIC, UNSAID,
};
use super::marks::inside;
use super::names::Names;
use super::subject::behind_dateline;
use crate::model::SpeakerBasis;
use crate::text::endings::Ending;

/// A sentence of more pieces is a table or a list; the time it takes grows with the square of its length.
const LONGEST_SENTENCE: usize = 400;
/// A statement has at least so many words outside marks.
const FEWEST_WORDS: usize = 3;
/// A quotation of so many words that begins with a capital is a statement of its own.
const LONG_QUOTATION: usize = 5;
/// `that` stands at most so many pieces behind its verb.
const FARTHEST_THAT: usize = 14;
/// What is warned of stands behind at most so many words (`accused the crew of the boat of`).
const FARTHEST_TOPIC: usize = 8;
/// The verb of a clause stands at most so many pieces behind its start.
const FARTHEST_VERB: usize = 30;

/// A statement in indirect speech, as pieces.
#[derive(Debug, Clone)]
pub struct Reported {
    /// What is reported.
    pub words: Range<usize>,
    /// Who reports it with which verb.
    pub clause: Clause,
    /// On which side of the words the verb stands.
    pub basis: SpeakerBasis,
}

/// True for a word that can be a cue: a sentence without one reports nothing.
pub fn may_report(known: Known) -> bool {
    known.verb.is_some_and(|verb| verb.manner <= Manner::Tell) || known.is(SOURCE)
}

/// The statements that a sentence reports, in order, none inside another: of reports in a report, the
/// outer one.
pub fn find(frame: &Frame, names: &Names, sentence: &Range<usize>) -> Vec<Reported> {
    let may_report = || sentence.clone().any(|at| may_report(frame.pieces[at].known));
    if sentence.len() > LONGEST_SENTENCE || is_question(frame, sentence) || !may_report() {
        return Vec::new();
    }
    let clauses = clauses::find(frame, names, sentence);
    let start = behind_dateline(frame, sentence);
    let place = Place { frame, names, sentence, clauses: &clauses };
    let mut found: Vec<Reported> = Vec::new();
    let mut free = start;
    for (index, clause) in clauses.iter().enumerate() {
        let is_told = clause.manner <= Manner::Tell && place.is_cue(clause) && !place.is_unsaid(clause);
        if clause.cue.start < free || !is_told {
            continue;
        }
        let Some((words, basis)) = place.content(index, free) else { continue };
        let words = trimmed(frame, words);
        if is_statement(frame, &words) {
            free = words.end.max(clause.cue.end).max(clause.speaker.end);
            found.push(Reported { words, clause: clause.clone(), basis });
        }
    }
    found
}

/// `Did Doe say the nets were old?`
fn is_question(frame: &Frame, sentence: &Range<usize>) -> bool {
    sentence.clone().next_back().is_some_and(|last| frame.is_mark(last, "?"))
}

struct Place<'f, 't> {
    frame: &'f Frame<'t>,
    names: &'f Names<'f>,
    sentence: &'f Range<usize>,
    clauses: &'f [Clause],
}

impl Place<'_, '_> {
    /// False for a noun that looks like a verb (`by charges that`, `the state nets`) and for one whose
    /// speaker is none.
    fn is_cue(&self, clause: &Clause) -> bool {
        let frame = self.frame;
        let speaks = |at: usize| {
            let piece = &frame.pieces[at];
            piece.known.is(PRONOUN | PERSON | DETERMINER) || self.names.hold(piece.span)
        };
        let cue = &frame.pieces[clause.cue.start];
        let is_plural_noun = cue.known.is(PERSON)
            && !clause.speaker.clone().next_back().is_some_and(|at| frame.pieces[at].known.is(PRONOUN | PERSON));
        let acts = |at: usize| is_finite(frame, at) && !frame.pieces[at].is_capitalised;
        if is_plural_noun || !clause.speaker.clone().any(speaks) || clause.speaker.clone().any(acts) {
            return false;
        }
        let Some(verb) = frame.pieces[clause.cue.start].known.verb else { return true };
        let Some(before) = clause.cue.start.checked_sub(1).filter(|at| *at >= self.sentence.start) else { return true };
        let is_apart = clause.speaker.end <= before;
        let follows = frame.pieces[before].known;
        let is_noun = verb.form != Form::Ing && follows.is(PREPOSITION) && is_apart;
        let is_infinitive = verb.form == Form::Base && is_apart && !follows.is(AUXILIARY | ADVERB);
        let is_others = is_apart && follows.is(RELATIVE);
        let hangs_on_noun = verb.form == Form::Ing
            && is_apart
            && frame.pieces[before].sort == Sort::Word
            && !follows.is(JOINING | PREPOSITION | OPENING);
        !(is_noun || is_infinitive || is_others || hangs_on_noun || self.is_relative(clause))
    }

    /// `the target it promised to reach`: the noun in front of a pronoun is what was said.
    fn is_relative(&self, clause: &Clause) -> bool {
        let frame = self.frame;
        let is_pronoun = clause.speaker.len() == 1 && frame.pieces[clause.speaker.start].known.is(PRONOUN);
        let before = clause.speaker.start.checked_sub(1).filter(|at| is_pronoun && *at >= self.sentence.start);
        before.is_some_and(|before| {
            let piece = &frame.pieces[before];
            let is_small = piece.known.is(FUNCTION | CALENDAR) || Ending::Adverb.ends(frame.word(before));
            piece.sort == Sort::Word && !is_small && !piece.is_capitalised && piece.known.verb.is_none()
        })
    }

    /// `did not say`, `if Doe says`, `nobody said`, `I said`: nobody is told to have said it.
    fn is_unsaid(&self, clause: &Clause) -> bool {
        let frame = self.frame;
        let is = |at: usize, classes| at >= self.sentence.start && frame.pieces[at].known.is(classes);
        let between = clause.speaker.end.min(clause.cue.start)..clause.cue.start;
        let led = |start: usize| start.checked_sub(1).is_some_and(|before| is(before, UNSAID | ASKING));
        let by_author = clause.speaker.len() == 1 && is(clause.speaker.start, AUTHOR);
        let near = clause.cue.start.saturating_sub(2).max(self.sentence.start)..clause.cue.start;
        by_author
            || is(clause.speaker.start, UNSAID)
            || led(clause.start())
            || between.len() < FARTHEST_TOPIC && between.into_iter().any(|at| is(at, UNSAID))
            || near.into_iter().any(|at| is(at, UNSAID) && !clause.speaker.contains(&at))
    }

    /// What a clause reports, from `free` on.
    fn content(&self, index: usize, free: usize) -> Option<(Range<usize>, SpeakerBasis)> {
        let clause = &self.clauses[index];
        if clause.takes & ACCOUNT != 0 && !clause.is_aside {
            return Some((self.behind_account(clause)?, SpeakerBasis::Before));
        }
        let is_thrown_in = clause.is_aside && clause.takes & (BARE | ACCOUNT) != 0;
        let around = if is_thrown_in { self.around(index, free) } else { None };
        if let Some(around) = around {
            return Some((around, SpeakerBasis::Behind));
        }
        let start = self.behind(clause)?;
        Some((start..self.end(index, start), SpeakerBasis::Before))
    }

    /// `According to Doe, the nets were old.`
    fn behind_account(&self, clause: &Clause) -> Option<Range<usize>> {
        let comma = (clause.speaker.end..self.sentence.end).find(|&at| self.frame.is_mark(at, ","))?;
        Some(comma + 1..self.sentence.end)
    }

    /// `The nets were old, Doe said.` Where the words before it are no clause, those behind it count, too.
    fn around(&self, index: usize, free: usize) -> Option<Range<usize>> {
        let frame = self.frame;
        let clause = &self.clauses[index];
        let start = clause.start();
        let end = start.checked_sub(1).filter(|&at| frame.is_mark(at, ",—–") && at > free).unwrap_or(start);
        let before = free..end;
        let next = clause.cue.end.max(clause.speaker.end);
        if next + 1 < self.sentence.end && frame.is_mark(next, ":") {
            return Some(next + 1..self.sentence.end);
        }
        let is_counted = next < self.sentence.end && frame.word(next).starts_with(|c: char| c.is_ascii_digit());
        let goes_on = next + 1 < self.sentence.end && frame.is_mark(next, ",");
        let is_quoted =
            (next..self.sentence.end.min(next + 2)).any(|at| matches!(frame.pieces[at].sort, Sort::Quote(_)));
        let has_word = before.clone().any(|at| frame.pieces[at].sort == Sort::Word);
        let opens = before
            .clone()
            .next()
            .is_some_and(|at| frame.pieces[at].known.is(OPENING | BARRIER) || is_gerund(frame, at));
        let is_named = |at: usize| {
            frame.pieces[at].is_capitalised
                || frame.pieces[at].known.is(FUNCTION)
                || self.names.hold(frame.pieces[at].span)
        };
        let is_all_names =
            before.clone().all(|at| frame.pieces[at].sort == Sort::Mark || is_named(at)) && !has_verb(frame, &before);
        if is_quoted || is_counted || !has_word || is_all_names && !goes_on {
            return None;
        }
        if !goes_on && opens && !before.clone().any(|at| frame.is_mark(at, ",")) {
            return None;
        }
        if !goes_on || !opens && (has_verb(frame, &before) || before.len() > FARTHEST_THAT) {
            return Some(before);
        }
        Some(free..self.end(index, next + 1))
    }

    /// Where the words begin that stand behind their verb.
    fn behind(&self, clause: &Clause) -> Option<usize> {
        let Self { frame, names, sentence, .. } = *self;
        let verb_end = clause.cue.end.max(clause.speaker.end);
        let told = behind_hearer(frame, names, sentence, clause);
        let is = |at: usize, classes| at < sentence.end && frame.pieces[at].known.is(classes);
        if clause.takes & INFINITIVE != 0 && self.has_infinitive(verb_end) {
            return Some(verb_end);
        }
        if let Some(that) = self.that(clause, told) {
            return Some(that + 1);
        }
        if clause.takes & ABOUT != 0 && (verb_end..verb_end + FARTHEST_TOPIC).any(|at| is(at, TOPIC)) {
            return Some(verb_end);
        }
        let start = behind_adjuncts(frame, names, told?..sentence.end, clause.takes);
        let begins = frame.pieces.get(start).filter(|_| start < sentence.end)?;
        if clause.takes & QUESTION != 0 && begins.known.is(ASKING) {
            return Some(start);
        }
        if clause.takes & THING != 0 && begins.sort == Sort::Word {
            return Some(start);
        }
        let is_open = begins.sort == Sort::Word && !begins.known.is(BE | AUXILIARY | JOINING | ASKING);
        let cuts = |at: usize| frame.is_mark(at, ",") || frame.pieces[at].known.is(JOINING);
        let comma = (start..sentence.end).find(|&at| cuts(at)).filter(|_| clause.takes & LOOSE == 0);
        let reach = start..comma.unwrap_or(sentence.end);
        (clause.takes & BARE != 0 && is_open && has_verb(frame, &reach)).then_some(start)
    }

    /// `to mend`, `the crew to mend`.
    fn has_infinitive(&self, from: usize) -> bool {
        let frame = self.frame;
        let reach = from..self.sentence.end.min(from + FARTHEST_TOPIC);
        let is_noun = |at: &usize| {
            let piece = &frame.pieces[*at];
            let is_inner = !piece.known.is(FUNCTION) || piece.known.is(DETERMINER | PRONOUN);
            piece.sort == Sort::Word && is_inner && piece.known.verb.is_none_or(is_nominal)
        };
        reach.clone().find(|at| !is_noun(at)).is_some_and(|at| frame.pieces[at].known.is(INFINITIVE_MARK))
    }

    /// `that` behind a verb with its hearer, times and places, before any mark, quotation or other clause.
    fn that(&self, clause: &Clause, told: Option<usize>) -> Option<usize> {
        let Self { frame, names, sentence, .. } = *self;
        let is_that = |at: &usize| *at < sentence.end && frame.pieces[*at].known.is(THAT);
        let end = clause.cue.end.max(clause.speaker.end);
        let starts = [Some(end), told].into_iter().flatten();
        let near = starts.map(|at| behind_adjuncts(frame, names, at..sentence.end, clause.takes)).find(is_that);
        if near.is_some() || clause.manner != Manner::Tell {
            return near;
        }
        let is_plain = |at: &usize| {
            let piece = &frame.pieces[*at];
            let is_topic = piece.known.is(TOPIC) && !piece.known.is(OF);
            piece.sort == Sort::Word && piece.known.verb.is_none_or(is_nominal) && !is_finite(frame, *at) && !is_topic
        };
        (end..sentence.end.min(end + FARTHEST_THAT)).take_while(is_plain).find(is_that)
    }

    /// Where words that begin at `start` end: before a clause that is joined to theirs, one that is
    /// thrown in behind, or a statement in marks.
    fn end(&self, index: usize, start: usize) -> usize {
        let Self { frame, sentence, .. } = *self;
        let quoted = (start..sentence.end).find(|&at| is_full_quotation(frame, at));
        let end = quoted.unwrap_or(sentence.end);
        // `Doe, who said the nets were old, left`
        let is_described = frame.pieces[self.clauses[index].speaker.end - 1].known.is(RELATIVE);
        let comma = (start..end).find(|&at| frame.is_mark(at, ",")).filter(|_| is_described);
        let end = comma.unwrap_or(end);
        let cut = |other: &Clause| {
            let begins = if other.speaker.start >= start { other.start() } else { other.cue.start };
            let mut at = begins;
            while at > start && is_link(frame, at - 1) {
                at -= 1;
            }
            (begins > start
                && at < begins
                && (at..begins).any(|at| frame.is_mark(at, ",;") || frame.pieces[at].known.is(JOINING)))
            .then_some(at)
        };
        let joined =
            self.clauses[index + 1..].iter().filter(|other| self.is_cue(other)).filter_map(cut).find(|at| *at > start);
        joined.map_or(end, |joined| joined.min(end))
    }
}

/// `Speaking to reporters`.
fn is_gerund(frame: &Frame, at: usize) -> bool {
    Ending::Progressive.ends(frame.word(at)) && !frame.pieces[at].known.is(FUNCTION)
}

fn is_nominal(verb: super::lexicon::Verb) -> bool {
    verb.form == Form::Base
}

/// Small words and commas between two clauses.
fn is_link(frame: &Frame, at: usize) -> bool {
    let known = frame.pieces[at].known;
    frame.is_mark(at, ",;") || known.is(JOINING | ADVERB | AUXILIARY)
}

fn is_full_quotation(frame: &Frame, at: usize) -> bool {
    let Sort::Quote(_) = frame.pieces[at].sort else { return false };
    let words = inside(frame.text, frame.pieces[at].span).of(frame.text);
    words.starts_with(char::is_uppercase) && words.split_whitespace().count() >= LONG_QUOTATION
}

fn is_finite(frame: &Frame, at: usize) -> bool {
    frame.pieces[at].known.is(BE | AUXILIARY)
}

/// True where some words hold a verb in a form that makes a clause of them.
fn has_verb(frame: &Frame, words: &Range<usize>) -> bool {
    let reach = words.end.min(words.start + FARTHEST_VERB);
    let ends = |at: &usize| frame.is_mark(*at, "—–;:(") || frame.is_mark(*at, "-") && !frame.pieces[*at].is_glued;
    (words.start + 1..reach).take_while(|at| !ends(at)).any(|at| {
        let piece = &frame.pieces[at];
        let is_past = || {
            let word = frame.word(at);
            word.len() > 3 && Ending::Past.ends(word) && !piece.is_capitalised
        };
        is_finite(frame, at) || piece.known.verb.is_some_and(|verb| verb.form == Form::Finite) || is_past()
    })
}

/// Without marks at both ends.
fn trimmed(frame: &Frame, words: Range<usize>) -> Range<usize> {
    let is_mark = |at: usize| frame.pieces[at].sort == Sort::Mark && !frame.is_mark(at, "()[]$£€%");
    let mut words = words;
    while words.start < words.end && is_mark(words.start) {
        words.start += 1;
    }
    // `as Doe said` leaves its `as` behind
    let is_loose = |at: usize| is_mark(at) || frame.pieces[at].known.is(BARRIER | JOINING) && !is_finite(frame, at);
    while words.start < words.end && is_loose(words.end - 1) {
        words.end -= 1;
    }
    words
}

/// True for words enough outside marks.
fn is_statement(frame: &Frame, words: &Range<usize>) -> bool {
    let count = words.clone().filter(|&at| frame.pieces[at].sort == Sort::Word).count();
    let says = words.clone().any(|at| frame.pieces[at].sort == Sort::Word && !frame.pieces[at].known.is(FUNCTION));
    count >= FEWEST_WORDS && says && !words.clone().any(|at| is_full_quotation(frame, at))
}
