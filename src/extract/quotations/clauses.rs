//! Clauses of speech in a sentence: a verb or phrase with whoever speaks.

use crate::text::endings::Ending;
use std::ops::Range;

use super::frame::{Frame, Sort};
use super::lexicon::{
    ACCOUNT, ADVERB, AND, ARTICLE, AS, AUXILIARY, BARE, BARRIER, BE, BY, DETERMINER, FUNCTION, Form, INFINITIVE_MARK,
    JOINING, Manner, NAMING, OPENING, OWNER, PERSON, PREPOSITION, PRONOUN, RELATIVE, SOURCE, THAT, TIME, Takes,
    UTTERANCE, Verb, begins_phrase, is_second_word,
};
use super::names::Names;
use super::subject::{self, Before, is_possessive};

/// Of the clauses before one, so many are looked at.
const MOST_EARLIER: usize = 8;
/// The words between a verb of saying and the clause that is its content are at most so many.
const LONGEST_CONTENT: usize = 12;
/// A hearer has at most so many words.
const LONGEST_HEARER: usize = 7;

/// A clause of speech.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// The verb or phrase.
    pub cue: Range<usize>,
    /// Who speaks.
    pub speaker: Range<usize>,
    /// How it takes the words; an account of others (`according to`) is one of saying.
    pub manner: Manner,
    /// True where it is thrown in between commas or at the end: `“…”, Doe said`.
    pub is_aside: bool,
    /// What the verb takes in indirect speech.
    pub takes: Takes,
}

impl Clause {
    /// Its first piece.
    pub fn start(&self) -> usize {
        self.cue.start.min(self.speaker.start)
    }
}

/// The clauses of speech of a sentence, by their verbs.
pub fn find(frame: &Frame, names: &Names, sentence: &Range<usize>) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    for at in sentence.clone() {
        let piece = &frame.pieces[at];
        if piece.sort != Sort::Word {
            continue;
        }
        let place = Place { frame, names, sentence, at };
        let clause = place.source().or_else(|| place.verb(&clauses));
        let clause = if clause.is_none() && clauses.is_empty() { place.utterance() } else { clause };
        clauses.extend(clause);
    }
    clauses
}

/// A word that may be a cue.
struct Place<'f, 't> {
    frame: &'f Frame<'t>,
    names: &'f Names<'f>,
    sentence: &'f Range<usize>,
    at: usize,
}

impl Place<'_, '_> {
    /// `according to Doe`.
    fn source(&self) -> Option<Clause> {
        let Self { frame, names, sentence, at } = *self;
        let is_source = frame.pieces[at].known.is(SOURCE)
            && at + 1 < sentence.end
            && frame.pieces[at + 1].known.is(INFINITIVE_MARK);
        let speaker = is_source.then(|| subject::phrase_after(frame, names, at + 2, sentence.end))??;
        Some(Clause { cue: at..at + 2, speaker, manner: Manner::Say, is_aside: at > sentence.start, takes: ACCOUNT })
    }

    fn verb(&self, earlier: &[Clause]) -> Option<Clause> {
        let Self { frame, sentence, at, .. } = *self;
        let (cue, verb) = self.cue()?;
        if self.is_noun(verb) || frame.pieces[at].is_capitalised && at != sentence.start && !self.follows_quote() {
            return None;
        }
        if self.is_passive(verb) {
            return self.agent(cue);
        }
        if verb.manner <= Manner::Tell && self.may_be_inverted(verb) {
            let inverted = self.inverted(&cue, verb.takes);
            if inverted.is_some() {
                return inverted;
            }
        }
        if let Some(speaker) = self.quoted_as(verb) {
            let follows = self.lowest() > sentence.start && self.ends_at(cue.end, verb);
            let is_aside = follows || self.is_aside(&speaker, &cue, verb);
            return Some(Clause { cue, speaker, manner: verb.manner, is_aside, takes: verb.takes });
        }
        let speaker = match self.subject(verb) {
            Before::Words(speaker) => speaker,
            Before::Inherited => self.inherited(earlier)?,
            Before::Nobody => return None,
        };
        if let Some(outer) = self.outer(earlier, &speaker, verb) {
            return Some(Clause { cue, ..outer });
        }
        let is_aside = verb.manner <= Manner::Tell && verb.form != Form::Ing && self.is_aside(&speaker, &cue, verb);
        Some(Clause { cue, speaker, manner: verb.manner, is_aside, takes: verb.takes })
    }

    /// The clause of saying that this one is the content of: in `Doe said she thinks that “…”` Doe
    /// speaks.
    fn outer(&self, earlier: &[Clause], speaker: &Range<usize>, verb: Verb) -> Option<Clause> {
        let Self { frame, .. } = *self;
        let is_saying = |last: &&Clause| last.manner <= Manner::Tell && !last.is_aside && last.cue.end <= speaker.start;
        let last = earlier.last().filter(is_saying)?;
        let is_pronoun = speaker.len() == 1 && frame.pieces[speaker.start].known.is(PRONOUN);
        let depends = verb.manner == Manner::Think || is_pronoun && verb.form != Form::Ing;
        let between = last.cue.end..speaker.start;
        let is_cut = |at: usize| {
            let piece = &frame.pieces[at];
            matches!(piece.sort, Sort::Quote(_)) || frame.is_mark(at, ",;:") || piece.known.is(JOINING)
        };
        (depends && between.len() <= LONGEST_CONTENT && !between.clone().any(is_cut)).then(|| last.clone())
    }

    /// The pieces of the verb, and how it takes the words.
    fn cue(&self) -> Option<(Range<usize>, Verb)> {
        let Self { frame, sentence, at, .. } = *self;
        let word = frame.word(at);
        let piece = &frame.pieces[at];
        if begins_phrase(word) && at + 1 < sentence.end && is_second_word(word, frame.word(at + 1)) {
            let form = if Ending::Progressive.ends(word) { Form::Ing } else { Form::Finite };
            return Some((at..at + 2, Verb { manner: Manner::Say, form, is_participle: false, takes: BARE }));
        }
        piece.known.verb.map(|verb| (at..at + 1, verb))
    }

    fn previous(&self) -> Option<usize> {
        self.at.checked_sub(1).filter(|before| *before >= self.sentence.start)
    }

    fn follows_quote(&self) -> bool {
        let is_quote = |at: usize| matches!(self.frame.pieces[at].sort, Sort::Quote(_));
        self.previous().is_some_and(|before| {
            is_quote(before)
                || self.frame.is_mark(before, ",—–") && before > self.sentence.start && is_quote(before - 1)
        })
    }

    /// `the claim`, `New York state`, `a 2015 report`: a noun that looks like the verb.
    fn is_noun(&self, verb: Verb) -> bool {
        let Some(before) = self.previous() else { return verb.form == Form::Base };
        let piece = &self.frame.pieces[before];
        let word = self.frame.word(before);
        let is_alone = verb.is_participle
            && piece.known.is(BARRIER)
            && !piece.known.is(JOINING | RELATIVE | ADVERB | BE | AUXILIARY);
        let is_label = verb.is_participle
            && self.frame.pieces[self.at].known.is(NAMING)
            && piece.sort == Sort::Word
            && !piece.is_capitalised
            && !piece.known.is(FUNCTION | PERSON);
        if is_alone && !piece.known.is(AS | THAT) || is_label {
            return true;
        }
        if matches!(verb.form, Form::Participle) || is_possessive(word) && verb.form != Form::Ing {
            return true;
        }
        if piece.known.is(ARTICLE) {
            return true;
        }
        let is_thing =
            self.frame.pieces[self.at].known.is(UTTERANCE | PERSON) && Ending::Plural.ends(self.frame.word(self.at));
        if is_thing && !(piece.known.is(PRONOUN | PERSON | AUXILIARY | ADVERB) || self.names.hold(piece.span)) {
            return true;
        }
        let is_joint = before > self.sentence.start && self.names.hold(piece.span) && self.has_and(before);
        let is_plural =
            is_joint || Ending::Plural.ends(word) || piece.known.is(PRONOUN | AUXILIARY | PERSON | ADVERB | JOINING);
        verb.form == Form::Base && !(is_plural || piece.known.is(INFINITIVE_MARK) || self.frame.is_mark(before, ","))
    }

    /// `Doe and Roe`, up to a name's last word.
    fn has_and(&self, last: usize) -> bool {
        let reach = last.saturating_sub(5).max(self.sentence.start);
        (reach..last).any(|at| self.frame.pieces[at].known.is(AND))
    }

    /// `was told`, `been described`.
    fn is_passive(&self, verb: Verb) -> bool {
        let mut at = self.at;
        while at > self.sentence.start {
            at -= 1;
            let known = self.frame.pieces[at].known;
            if known.is(BE) {
                return verb.is_participle;
            }
            if !known.is(ADVERB) && !Ending::Adverb.ends(self.frame.word(at)) {
                return false;
            }
        }
        false
    }

    /// `was described by Doe as “…”`.
    fn agent(&self, cue: Range<usize>) -> Option<Clause> {
        let by = cue.end;
        let is_by = by < self.sentence.end && self.frame.pieces[by].known.is(BY);
        let speaker = is_by.then(|| subject::phrase_after(self.frame, self.names, by + 1, self.sentence.end))??;
        Some(Clause { cue, speaker, manner: Manner::Call, is_aside: false, takes: 0 })
    }

    /// `“…,” said Doe`; `…, said Doe.`
    fn may_be_inverted(&self, verb: Verb) -> bool {
        let at_start = self.previous().is_none();
        let behind_comma = || self.previous().is_some_and(|before| self.frame.is_mark(before, ",—–"));
        verb.form == Form::Finite && (at_start || self.follows_quote() || behind_comma())
    }

    /// Who speaks in `Doe was quoted as saying`, `the paper cited Doe as saying`.
    fn quoted_as(&self, verb: Verb) -> Option<Range<usize>> {
        let Self { frame, names, .. } = *self;
        let link = self.previous().filter(|before| verb.form == Form::Ing && frame.pieces[*before].known.is(AS))?;
        let lowest = self.lowest().max(link.saturating_sub(LONGEST_HEARER + 1));
        let is_past = |at: &usize| Ending::Past.ends(frame.word(*at)) && !frame.pieces[*at].is_capitalised;
        let cited = (lowest..link).rev().find(is_past)?;
        if cited + 1 < link {
            return subject::phrase_before(frame, names, cited + 1, link);
        }
        match subject::before(frame, names, self.lowest(), cited) {
            Before::Words(words) => Some(words),
            Before::Inherited | Before::Nobody => None,
        }
    }

    fn inverted(&self, cue: &Range<usize>, takes: Takes) -> Option<Clause> {
        let Self { frame, names, sentence, .. } = *self;
        let speaker = subject::phrase_after(frame, names, cue.end, sentence.end)?;
        let is_sure = self.follows_quote() || self.previous().is_none();
        let stops = speaker.end >= sentence.end || {
            let piece = &frame.pieces[speaker.end];
            let is_loose = piece.known.is(TIME | OPENING | PREPOSITION | JOINING | ADVERB | RELATIVE);
            let is_verb = piece.known.is(BE | AUXILIARY) || piece.known.verb.is_some();
            piece.sort != Sort::Word || is_loose || is_sure && !is_verb
        };
        let has_comma = || (self.lowest()..self.at.saturating_sub(1)).any(|at| frame.is_mark(at, ","));
        let has_subject =
            || has_comma() && matches!(subject::before(frame, names, self.lowest(), self.at), Before::Words(_));
        let is_inverted = stops && (is_sure || !has_subject());
        is_inverted.then(|| Clause {
            cue: cue.clone(),
            speaker,
            manner: Manner::Say,
            is_aside: self.previous().is_some(),
            takes,
        })
    }

    /// Nothing before the last quotation of the sentence can be the subject.
    fn lowest(&self) -> usize {
        let is_quote = |at: &usize| matches!(self.frame.pieces[*at].sort, Sort::Quote(_));
        (self.sentence.start..self.at).rev().find(is_quote).map_or(self.sentence.start, |at| at + 1)
    }

    fn subject(&self, verb: Verb) -> Before {
        let Self { frame, names, at, .. } = *self;
        let lowest = self.lowest();
        let found = subject::before(frame, names, lowest, at);
        if verb.form != Form::Ing {
            return if found == Before::Nobody && lowest > self.sentence.start { self.across() } else { found };
        }
        let is_adverb =
            |before: &usize| frame.pieces[*before].known.is(ADVERB) || Ending::Adverb.ends(frame.word(*before));
        let beside = (lowest..at).rev().find(|before| !is_adverb(before));
        let has_be = beside.is_some_and(|before| frame.pieces[before].known.is(BE));
        match found {
            Before::Words(words) if has_be || self.is_close(&words) => Before::Words(words),
            _ => Before::Inherited,
        }
    }

    /// The subject is before a term in marks: `The “gang of six” said`.
    fn across(&self) -> Before {
        let Self { frame, sentence, at, .. } = *self;
        let is_joined = at > sentence.start && frame.pieces[at - 1].known.is(JOINING);
        if is_joined { Before::Inherited } else { Before::Nobody }
    }

    /// `with Doe saying`, `he saying`: a name or pronoun right before the form in -ing.
    fn is_close(&self, words: &Range<usize>) -> bool {
        let last = &self.frame.pieces[words.end - 1];
        words.end == self.at && (last.known.is(PRONOUN) || self.names.hold(last.span))
    }

    /// The last clause that the sentence does not hang on another one, or else whoever it is about.
    fn inherited(&self, earlier: &[Clause]) -> Option<Range<usize>> {
        let Self { frame, names, sentence, at } = *self;
        let stands_free = |clause: &&Clause| {
            let before = clause.start().checked_sub(1).filter(|before| *before > sentence.start);
            before.is_none_or(|before| {
                let piece = &frame.pieces[before];
                piece.sort != Sort::Word || piece.known.is(JOINING | OPENING)
            })
        };
        let free = earlier.iter().rev().take(MOST_EARLIER).find(stands_free).map(|clause| clause.speaker.clone());
        let main = || subject::main(frame, names, sentence.start..at);
        free.or_else(main).or_else(|| earlier.last().map(|clause| clause.speaker.clone()))
    }

    /// True where the clause is thrown in: a comma or quotation stands before it, and no content
    /// behind.
    fn is_aside(&self, speaker: &Range<usize>, cue: &Range<usize>, verb: Verb) -> bool {
        let Self { frame, sentence, .. } = *self;
        let Some(before) = speaker.start.checked_sub(1).filter(|before| *before >= sentence.start) else {
            return false;
        };
        let is_cut = matches!(frame.pieces[before].sort, Sort::Quote(_)) || frame.is_mark(before, ",—–");
        let as_put = frame.pieces[before].known.is(AS) && before > sentence.start;
        (is_cut || as_put) && self.ends_at(cue.end, verb)
    }

    /// True where no content follows the verb: a mark, a time, a preposition, a hearer.
    fn ends_at(&self, mut at: usize, verb: Verb) -> bool {
        let Self { frame, sentence, .. } = *self;
        let ends = |at: usize| {
            let is_number = |at: usize| frame.word(at).starts_with(|c: char| c.is_ascii_digit());
            let Some(piece) = frame.pieces.get(at).filter(|_| at < sentence.end) else { return true };
            let is_loose = piece.known.is(TIME | OPENING | PREPOSITION | ADVERB | JOINING) && !piece.known.is(THAT);
            piece.sort != Sort::Word
                || is_loose
                || is_number(at)
                || Ending::Adverb.ends(frame.word(at))
                || Ending::Progressive.ends(frame.word(at))
        };
        if ends(at) {
            return true;
        }
        if verb.manner != Manner::Tell {
            return false;
        }
        let limit = at + LONGEST_HEARER;
        while at < limit && at < sentence.end && !ends(at) && !frame.pieces[at].known.is(THAT) {
            at += 1;
        }
        at < limit && (at >= sentence.end || !frame.pieces[at].known.is(THAT)) && ends(at)
    }

    /// `Doe’s words: “…”`, `his claim that “…”`.
    fn utterance(&self) -> Option<Clause> {
        let Self { frame, names, sentence, at } = *self;
        let reach = at + 1..sentence.end.min(at + 5);
        let quote = reach.clone().find(|next| matches!(frame.pieces[*next].sort, Sort::Quote(_)));
        let is_link =
            |link: usize| frame.is_mark(link, ":,") || matches!(frame.word(link), "that" | "was" | "is" | "of");
        let opens_big = |quote: usize| frame.word(quote).chars().nth(1).is_some_and(char::is_uppercase);
        let leads = quote.is_some_and(|quote| is_link(quote - 1) || quote == at + 1 && opens_big(quote));
        if !frame.pieces[at].known.is(UTTERANCE) || !leads {
            return None;
        }
        let reach = at.saturating_sub(4).max(sentence.start);
        let is_own = |word: &usize| frame.pieces[*word].known.is(OWNER) || is_possessive(frame.word(*word));
        let owner = (reach..at).rev().find(is_own)?;
        let crosses = (owner + 1..at).any(|between| {
            let piece = &frame.pieces[between];
            piece.sort != Sort::Word || piece.known.is(PREPOSITION | DETERMINER | PRONOUN)
        });
        let speaker = if frame.pieces[owner].known.is(OWNER) {
            Some(owner..owner + 1)
        } else {
            subject::phrase_before(frame, names, sentence.start, owner + 1)
        };
        let speaker = speaker.filter(|_| !crosses)?;
        let names_someone = frame.pieces[owner].known.is(OWNER | PERSON)
            || speaker.clone().any(|at| names.hold(frame.pieces[at].span) || frame.pieces[at].known.is(PERSON));
        names_someone.then(|| Clause { cue: at..at + 1, speaker, manner: Manner::Call, is_aside: false, takes: 0 })
    }
}
