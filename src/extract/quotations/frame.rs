//! [`Frame`]: a paragraph as an attribution reads it: the words outside the marks, and each
//! quotation as one piece.

use std::ops::Range;

use super::lexicon::{Known, PERSON, begins_phrase, is_second_word, known};
use super::marks::{Quoted, inside};
use crate::extract::reading::Sentence;
use crate::text::sentences::sentences;
use crate::text::tokens::tokens;
use crate::text::{Span, Token, TokenKind};

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A word or number.
    Word,
    /// Any other character.
    Mark,
    /// A whole quotation: its index in the paragraph.
    Quote(usize),
}

/// A word, a mark or a quotation.
#[derive(Debug, Clone, Copy)]
pub struct Piece {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub sort: Sort,
    /// What is known of the word.
    pub known: Known,
    /// True for a word with a capital.
    pub is_capitalised: bool,
    /// True when no white space stands before it.
    pub is_glued: bool,
}

/// A paragraph outside the marks.
#[derive(Debug)]
pub struct Frame<'t> {
    /// The text of the document.
    pub text: &'t str,
    /// Everything in order.
    pub pieces: Vec<Piece>,
    /// The sentences, as ranges of pieces: they end outside the marks, or behind a quotation that
    /// ends one.
    pub sentences: Vec<Range<usize>>,
}

impl<'t> Frame<'t> {
    /// The frame of a paragraph; the quotations are in order and inside it.
    pub fn new(text: &'t str, paragraph: Span, quoted: &[Quoted]) -> Self {
        let mut frame = Self { text, pieces: Vec::new(), sentences: Vec::new() };
        let mut start = 0;
        let mut at = paragraph.start;
        for (index, quotation) in quoted.iter().enumerate() {
            start = frame.add_words(Span::new(at, quotation.span.start), start);
            let starts_here = start == frame.pieces.len();
            frame.push_quote(quotation.span, index);
            at = quotation.span.end;
            let next = quoted.get(index + 1).map_or(paragraph.end, |next| next.span.start);
            if frame.ends_with(quotation.span, Span::new(at, next), starts_here) {
                frame.close(start);
                start = frame.pieces.len();
            }
        }
        start = frame.add_words(Span::new(at, paragraph.end), start);
        frame.close(start);
        frame
    }

    /// The frame of a sentence without quotations, which is one sentence here, too.
    pub fn of_sentence(text: &'t str, sentence: &Sentence) -> Self {
        let pieces: Vec<Piece> = sentence.tokens.iter().map(|token| piece(text, token)).collect();
        let whole = 0..pieces.len();
        Self { text, pieces, sentences: Vec::from([whole]) }
    }

    /// The word of a piece.
    pub fn word(&self, at: usize) -> &'t str {
        self.pieces[at].span.of(self.text)
    }

    /// True for a mark that is one of these characters.
    pub fn is_mark(&self, at: usize, marks: &str) -> bool {
        let piece = &self.pieces[at];
        piece.sort == Sort::Mark && marks.contains(piece.span.of(self.text))
    }

    /// The bytes of a range of pieces; empty for an empty one.
    pub fn span(&self, range: &Range<usize>) -> Span {
        match self.pieces.get(range.clone()) {
            Some([first, .., last]) => Span::new(first.span.start, last.span.end),
            Some([only]) => only.span,
            _ => Span::new(0, 0),
        }
    }

    fn close(&mut self, start: usize) {
        if start < self.pieces.len() {
            self.sentences.push(start..self.pieces.len());
        }
    }

    fn push_quote(&mut self, span: Span, index: usize) {
        let piece =
            Piece { span, sort: Sort::Quote(index), known: Known::default(), is_capitalised: false, is_glued: false };
        self.pieces.push(piece);
    }

    /// Adds the words of a gap. Returns where the sentence at its end starts.
    fn add_words(&mut self, gap: Span, start: usize) -> usize {
        let mut start = start;
        let parts = sentences(self.text, gap);
        for (index, part) in parts.iter().enumerate() {
            for token in tokens(self.text, *part) {
                self.pieces.push(piece(self.text, &token));
            }
            let is_last = index + 1 == parts.len();
            if !is_last && ends_with_rank(part.of(self.text)) {
                continue;
            }
            if !is_last || part.of(self.text).ends_with(['.', '!', '?', '…', '。']) {
                self.close(start);
                start = self.pieces.len();
            }
        }
        start
    }

    /// True where a sentence ends with a quotation: it closes with a full stop, or with another sign
    /// of the end, and what follows is no attribution.
    fn ends_with(&self, quotation: Span, gap: Span, starts_sentence: bool) -> bool {
        let words = inside(self.text, quotation).of(self.text);
        let words = words.trim_end_matches(['’', '\'', '”', '"', ')', ']']);
        let rest = gap.of(self.text).trim_start();
        let is_break = gap.of(self.text).starts_with('\n') && !words.ends_with(',');
        let opens = rest.chars().next().is_none_or(|first| !first.is_lowercase() && !matches!(first, ',' | ';' | ':'));
        if !opens {
            return false;
        }
        if names_source(rest) {
            return false;
        }
        if words.ends_with('.') && !words.ends_with("..") || is_break {
            return true;
        }
        let may_end = words.ends_with(['!', '?', '…', '—', '–', '-', '.']);
        may_end && !(starts_sentence && self.is_attribution(rest)) && !rest.starts_with(['—', '–', '-', '('])
    }

    /// True where words begin with a short clause of speech: `Doe asked.`, `Jane Doe of Oslo said …`.
    fn is_attribution(&self, rest: &str) -> bool {
        let words = || rest.split([' ', '\n', '\u{a0}']).map(|word| word.trim_end_matches([',', '.', ':']));
        let ends = |word: &&str| !word.ends_with(['.', '!', '?']);
        let reach = rest.split([' ', '\n', '\u{a0}']).take_while(ends).count() + 1;
        let mut before = "";
        words().take(reach.min(12)).any(|word| {
            let is_verb = known(word).verb.is_some() || begins_phrase(before) && is_second_word(before, word);
            before = word;
            is_verb
        })
    }
}

fn piece(text: &str, token: &Token) -> Piece {
    Piece {
        span: token.span,
        sort: if token.kind == TokenKind::Mark { Sort::Mark } else { Sort::Word },
        known: if token.kind == TokenKind::Word { known(token.of(text)) } else { Known::default() },
        is_capitalised: token.is_capitalised(text),
        is_glued: token.glued,
    }
}

/// `Brig.`, `Rep.`: the sentence goes on with a name.
fn ends_with_rank(words: &str) -> bool {
    let last = words.strip_suffix('.').and_then(|words| words.rsplit(char::is_whitespace).next()).unwrap_or_default();
    last.len() <= LONGEST_RANK && last.starts_with(char::is_uppercase) && known(last).is(PERSON)
}

/// A shortened rank has at most so many letters.
const LONGEST_RANK: usize = 4;

/// A source behind a dash is at most so many bytes.
const LONGEST_SOURCE: usize = 80;

/// True for `— Jane Doe`, alone on its line.
fn names_source(rest: &str) -> bool {
    let line = rest.lines().next().unwrap_or_default();
    let source = line.strip_prefix(DASHES).map(str::trim);
    source.is_some_and(|source| source.len() <= LONGEST_SOURCE && source.starts_with(char::is_uppercase))
}

/// What stands before a source on its own.
pub const DASHES: [char; 4] = ['―', '—', '–', '-'];
