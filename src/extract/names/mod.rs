//! Names: persons, organisations, places and other named things, as the text has them.
//!
//! In the order of trust: names the user's authority files list, countries and nationality words,
//! names behind titles and in front of appositions, runs of capitals with an organisation's word,
//! acronyms the text declares, and short forms of names found before.

mod acronym;
mod known;
mod lexicon;
mod organisation;
mod person;
mod shipped;
mod short;

#[cfg(test)]
mod tests;

use super::Reading;
use super::reading::Sentence;
use crate::model::{NameKind, NameMention};
use crate::text::Span;

pub use lexicon::NameLexicon;

/// Marks the tokens of a sentence that a name has taken.
struct Taken<'s> {
    sentence: &'s Sentence,
    taken: Vec<bool>,
}

impl<'s> Taken<'s> {
    fn new(sentence: &'s Sentence, found: &[NameMention]) -> Self {
        let mut taken = vec![false; sentence.tokens.len()];
        for name in found {
            let first = sentence.tokens.partition_point(|token| token.span.end <= name.span.start);
            let inside = sentence.tokens[first..].iter().take_while(|token| token.span.start < name.span.end);
            let count = inside.count();
            taken[first..first + count].fill(true);
        }
        Self { sentence, taken }
    }

    fn is_free(&self, start: usize, end: usize) -> bool {
        self.taken[start..end].iter().all(|taken| !taken)
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.sentence.tokens[start].span.start, self.sentence.tokens[end - 1].span.end)
    }
}

/// The names of a document, sorted by place, not overlapping.
pub fn find_names(reading: &Reading, lexicon: &NameLexicon) -> Vec<NameMention> {
    let mut names: Vec<NameMention> = Vec::new();
    for sentence in &reading.sentences {
        names.append(&mut in_sentence(&reading.text, sentence, lexicon));
    }
    names.sort_by_key(|name| name.span);
    names.extend(acronym::find(reading, &names));
    names.sort_by_key(|name| name.span);
    names.dedup_by(|later, earlier| earlier.span.overlaps(later.span));
    acronym::link(reading, short::add(reading, names))
}

/// The names of a sentence. A country's name inside a longer one (`Gulf of Mexico`, `South Korean
/// Defense Ministry`) gives way to it, and so does another name that ships; the user's names give way
/// to nothing.
fn in_sentence(text: &str, sentence: &Sentence, lexicon: &NameLexicon) -> Vec<NameMention> {
    let (firm, yielding) = shipped::apart(text, sentence, known::find_known(text, sentence, lexicon));
    let known: Vec<NameMention> = firm.iter().chain(&yielding).cloned().collect();
    let persons = person::find(text, &Taken::new(sentence, &known), lexicon);
    let mut found = firm;
    found.extend(persons);
    let mut long = organisation::find(text, &Taken::new(sentence, &found));
    let covers = |name: &NameMention| {
        let next = long.partition_point(|long| long.span.end <= name.span.start);
        long.get(next).is_some_and(|long| shipped::gives_way(name, long))
    };
    let kept: Vec<NameMention> = yielding.into_iter().filter(|name| !covers(name)).collect();
    long.retain(|long| kept.iter().all(|name| !name.span.overlaps(long.span)));
    found.extend(kept);
    found.extend(long);
    found
}

/// A mention without role, short form or country.
fn plain(span: Span, kind: NameKind) -> NameMention {
    NameMention { span, kind, role: None, stands_for: None, country: None }
}
