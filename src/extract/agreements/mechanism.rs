//! Mechanisms without a name, by the patterns of the vocabularies.

use super::line::{Line, has_word};
use crate::model::vocabulary::{PatternPart, WordRole};
use crate::text::lexicon::FUNCTION_WORDS;

/// What it is about has at most so many words.
const MOST_WORDS: usize = 5;
/// A gap has at most so many words.
const LONGEST_GAP: usize = 3;

/// A pattern that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fit {
    /// The mechanism.
    pub number: usize,
    /// One past its last token.
    pub end: usize,
    /// The tokens that say what it is about.
    pub about: Option<(usize, usize)>,
}

/// The longest pattern that fits at a token.
pub fn fit_at(line: &Line<'_>, at: usize, numbers: &[usize]) -> Option<Fit> {
    let fits = numbers.iter().filter_map(|&number| {
        let pattern = &line.lexicon.mechanisms[number].pattern;
        walk(line, at, pattern).map(|(end, about)| Fit { number, end, about })
    });
    fits.max_by_key(|fit| fit.end)
}

type Ends = (usize, Option<(usize, usize)>);

fn walk(line: &Line<'_>, at: usize, pattern: &[PatternPart]) -> Option<Ends> {
    let Some((part, rest)) = pattern.split_first() else { return Some((at, None)) };
    let is_one = |words: &[String]| words.iter().any(|word| has_word(line.word(at), word));
    match part {
        PatternPart::Word(words) if is_one(words) => walk(line, at + 1, rest),
        PatternPart::Word(_) => None,
        PatternPart::Perhaps(words) if is_one(words) => walk(line, at + 1, rest).or_else(|| walk(line, at, rest)),
        PatternPart::Perhaps(_) => walk(line, at, rest),
        PatternPart::Gap => {
            let reach = (0..=LONGEST_GAP).take_while(|&gap| gap == 0 || !line.is_mark(at + gap - 1));
            reach.into_iter().find_map(|gap| walk(line, at + gap, rest))
        }
        PatternPart::About => about(line, at, rest),
    }
}

/// The longest run of content words that lets the rest fit.
fn about(line: &Line<'_>, at: usize, rest: &[PatternPart]) -> Option<Ends> {
    let is_content = |at: usize| {
        let is_word = !line.is_mark(at) && !FUNCTION_WORDS.has(line.word(at)) && !line.is(at, WordRole::Clause);
        is_word || line.is_hyphen(at)
    };
    let longest = (0..MOST_WORDS).take_while(|&offset| is_content(at + offset)).count();
    (1..=longest).rev().find_map(|length| {
        let (end, _) = walk(line, at + length, rest)?;
        Some((end, Some((at, at + length))))
    })
}
