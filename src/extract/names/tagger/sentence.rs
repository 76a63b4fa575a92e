//! [`Line`]: a sentence as the tagger sees it.

use super::label::LabelSet;
use super::model::{Model, joined, listing};
use super::words::{Class, Word, allowed};
use crate::extract::reading::Sentence;
use crate::text::TokenKind;

/// A phrase of the lists has at most this many words.
const LONGEST_PHRASE: usize = 4;

/// Words this near to a capital are looked up: small words may stand between it and the last word of its
/// name, and two more words are looked at.
const NEAR: usize = 7;

/// A sentence with what its words and their order tell.
#[derive(Debug, Clone)]
pub struct Line<'t> {
    /// Its tokens.
    pub words: Vec<Word<'t>>,
    /// What each token may be.
    pub allowed: Vec<LabelSet>,
    /// For each token, the run of capitalised words it is in, as first and one past last; empty
    /// outside of runs.
    pub runs: Vec<(usize, usize)>,
    /// For each token, the phrase of the lists it is in: its listing and its place; 0 for none.
    pub phrases: Vec<u64>,
    /// No word has a small letter: capitals say nothing here.
    pub is_all_caps: bool,
    /// Short, or more numbers than words: a headline or a row of a table.
    pub is_fragment: bool,
}

impl<'t> Line<'t> {
    /// Looks at a sentence; `None` where no name can be.
    pub fn new(text: &'t str, sentence: &Sentence, model: &Model<'_>) -> Option<Self> {
        let is_capital = |byte: &u8| byte.is_ascii_uppercase() || !byte.is_ascii();
        if !sentence.span.of(text).as_bytes().iter().any(is_capital) {
            return None;
        }
        let words = words(text, sentence, model);
        let allowed = allowed(&words);
        let letters = words.iter().filter(|word| word.kind == TokenKind::Word && word.text.len() > 1);
        let (mut small, mut total) = (0, 0);
        for word in letters {
            total += 1;
            small += usize::from(word.text.contains(char::is_lowercase));
        }
        let numbers = words.iter().filter(|word| word.kind == TokenKind::Number).count();
        let ends = words.last().is_some_and(|last| matches!(last.text, "." | "?" | "!" | "”" | "\""));
        Some(Self {
            runs: runs(&words),
            phrases: phrases(&words, model),
            is_all_caps: total > 1 && small * 8 < total,
            is_fragment: numbers * 2 > total || !ends && total < 12,
            words,
            allowed,
        })
    }

    /// The stretches of tokens that may belong to names, as first and one past last.
    pub fn stretches(&self) -> impl Iterator<Item = (usize, usize)> {
        let mut at = 0;
        std::iter::from_fn(move || {
            let start = at + self.allowed[at..].iter().position(|set| *set != LabelSet::OUTSIDE)?;
            let length = self.allowed[start..].iter().take_while(|set| **set != LabelSet::OUTSIDE).count();
            at = start + length;
            Some((start, at))
        })
    }
}

/// The words of a sentence. Only those near a capital are looked up: the others can be no part of a name
/// and next to none.
fn words<'t>(text: &'t str, sentence: &Sentence, model: &Model<'_>) -> Vec<Word<'t>> {
    let mut words: Vec<Word<'t>> = sentence.tokens.iter().map(|token| Word::blank(text, token)).collect();
    let capitals: Vec<usize> = (0..words.len()).filter(|&at| words[at].capital).collect();
    let mut done = 0;
    for at in capitals {
        let end = (at + NEAR + 1).min(words.len());
        for word in &mut words[done.max(at.saturating_sub(NEAR)).min(end)..end] {
            *word = word.look_up(model);
        }
        done = end;
    }
    words
}

/// The run of capitals around each token. Hyphens, the points of initials and `&` do not end one.
fn runs(words: &[Word<'_>]) -> Vec<(usize, usize)> {
    let mut runs = vec![(0, 0); words.len()];
    let mut at = 0;
    while at < words.len() {
        let mut end = at;
        while end < words.len() {
            let next_is_capital = words.get(end + 1).is_some_and(|word| word.capital);
            let joins = end > at
                && next_is_capital
                && match words[end].text {
                    "-" | "‐" | "‑" => words[end].glued,
                    "." => words[end].glued && words[end - 1].text.chars().count() == 1,
                    "&" => true,
                    _ => false,
                };
            if !words[end].capital && !joins {
                break;
            }
            end += 1;
            if words[end - 1].possessive {
                break;
            }
        }
        runs[at..end].fill((at, end));
        at = end.max(at + 1);
    }
    runs
}

/// The longest phrases of the lists, each token with its place in one.
fn phrases(words: &[Word<'_>], model: &Model<'_>) -> Vec<u64> {
    let mut phrases = vec![0; words.len()];
    let mut at = 0;
    while at < words.len() {
        let Some((end, found)) = phrase_at(words, at, model) else {
            at += 1;
            continue;
        };
        for (place, phrase) in (at..end).zip(&mut phrases[at..end]) {
            let position = if place == at {
                1
            } else if place + 1 == end {
                2
            } else {
                3
            };
            *phrase = u64::from(found & !listing::LOWER) << 2 | position;
        }
        at = end;
    }
    phrases
}

fn phrase_at(words: &[Word<'_>], start: usize, model: &Model<'_>) -> Option<(usize, u32)> {
    if !words[start].capital {
        return None;
    }
    let mut hash = words[start].lower;
    let mut found = None;
    let mut taken = 1;
    for (at, word) in words.iter().enumerate().skip(start + 1) {
        if word.text == "-" && word.glued || word.text == "." && word.glued && words[at - 1].text.len() < 4 {
            continue;
        }
        if taken == LONGEST_PHRASE || word.kind != TokenKind::Word || !(word.capital || word.is(Class::Function)) {
            break;
        }
        hash = joined(hash, word.lower);
        taken += 1;
        let listed = model.listing(hash);
        if listed != 0 {
            found = Some((at + 1, listed));
        }
    }
    found
}
