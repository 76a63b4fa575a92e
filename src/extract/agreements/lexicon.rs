//! [`AgreementLexicon`]: vocabularies and known names, made for being asked about every word of a text.

use std::collections::BTreeMap;

use crate::model::vocabulary::{CueSide, Mechanism, PatternPart, StateCue, WordRole};
use crate::model::{AgreementStatus, Authority, Vocabulary};
use crate::text::Span;
use crate::text::tokens::tokens;
use crate::text::words::WordMap;

const SHIPPED: [&str; 5] = [
    include_str!("data/diplomacy.en.txt"),
    include_str!("data/law.en.txt"),
    include_str!("data/corporate.en.txt"),
    include_str!("data/labour.en.txt"),
    include_str!("data/states.en.txt"),
];

/// A noun of agreements in one of its forms.
#[derive(Debug, Clone)]
pub struct Head {
    /// The words of this form.
    pub words: Vec<String>,
    /// The singular.
    pub singular: String,
    /// Its type.
    pub kind: String,
    /// What makes it one.
    pub needs: Vec<crate::model::vocabulary::Need>,
    /// Whether this form is the singular.
    pub number: Number,
}

/// Whether a form of a noun means one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// One.
    Singular,
    /// Several, or another spelling.
    Other,
}

/// The words of a cue, the first left out.
#[derive(Debug, Clone)]
pub struct Cue {
    /// What follows the first word.
    pub rest: Vec<String>,
    /// The state.
    pub status: AgreementStatus,
    /// How it stands to the agreement.
    pub side: CueSide,
}

/// A name that an authority file lists.
#[derive(Debug, Clone)]
pub struct KnownAgreement {
    /// Its words.
    pub words: Vec<String>,
    /// The type of the agreement.
    pub kind: String,
}

/// What can begin or end at a word.
#[derive(Debug, Clone, Default)]
pub struct Openings {
    /// Heads that end in the word, longest first.
    pub heads: Vec<Head>,
    /// Mechanisms that begin with it.
    pub mechanisms: Vec<usize>,
    /// Known names that begin with it, longest first.
    pub known: Vec<KnownAgreement>,
}

/// The words that agreements are found by.
#[derive(Debug, Clone)]
pub struct AgreementLexicon {
    openings: WordMap<Openings>,
    roles: WordMap<u64>,
    /// Endings of words with a role, in lower case.
    endings: Vec<(String, WordRole)>,
    cues: WordMap<Vec<Cue>>,
    /// The mechanisms of the vocabularies.
    pub mechanisms: Vec<Mechanism>,
}

impl AgreementLexicon {
    /// The shipped vocabularies, those of the dossier behind them, and the names that `authority` lists.
    pub fn new(authority: &Authority) -> Self {
        let mut vocabulary = Vocabulary::default();
        for file in SHIPPED {
            vocabulary.read(file).expect("the shipped vocabularies are tested");
        }
        vocabulary.append(authority.vocabulary.clone());
        let mut openings: BTreeMap<String, Openings> = BTreeMap::new();
        add_heads(&vocabulary, &mut openings);
        for (number, mechanism) in vocabulary.mechanisms.iter().enumerate() {
            let Some(PatternPart::Word(words)) = mechanism.pattern.first() else { continue };
            for word in words {
                openings.entry(word.clone()).or_default().mechanisms.push(number);
            }
        }
        for agreement in &authority.agreements {
            for name in std::iter::once(&agreement.name).chain(&agreement.variants) {
                let words = words_of(name);
                let Some(first) = words.first().cloned() else { continue };
                let known = KnownAgreement { words, kind: agreement.kind.clone() };
                openings.entry(first.to_lowercase()).or_default().known.push(known);
            }
        }
        for opening in openings.values_mut() {
            opening.heads.sort_by_key(|head| std::cmp::Reverse(head.words.len()));
            opening.known.sort_by_key(|known| std::cmp::Reverse(known.words.len()));
        }
        let mut roles: BTreeMap<String, u64> = BTreeMap::new();
        let mut endings = Vec::new();
        for (word, role) in &vocabulary.words {
            match word.strip_prefix('-') {
                Some(ending) => endings.push((ending.to_owned(), *role)),
                None => *roles.entry(word.clone()).or_default() |= *role as u64,
            }
        }
        Self {
            openings: WordMap::new(openings),
            roles: WordMap::new(roles),
            endings,
            cues: WordMap::new(cues(&vocabulary.cues)),
            mechanisms: vocabulary.mechanisms,
        }
    }

    /// What can begin or end at a word.
    pub fn openings(&self, word: &str) -> Option<&Openings> {
        self.openings.get(word)
    }

    /// True for a word with a role.
    pub fn is(&self, word: &str, role: WordRole) -> bool {
        self.roles.get(word).is_some_and(|roles| roles & role as u64 != 0)
    }

    /// True for a word with a role, or with an ending that has it.
    pub fn ends_as(&self, word: &str, role: WordRole) -> bool {
        let fits = |(ending, own): &(String, WordRole)| {
            *own == role && word.len() > ending.len() + 1 && word.to_lowercase().ends_with(ending.as_str())
        };
        self.is(word, role) || self.endings.iter().any(fits)
    }

    /// The cues that begin with a word, longest first.
    pub fn cues(&self, word: &str) -> &[Cue] {
        self.cues.get(word).map_or(&[], Vec::as_slice)
    }
}

/// A head that a later file gives again replaces the earlier one.
fn add_heads(vocabulary: &Vocabulary, openings: &mut BTreeMap<String, Openings>) {
    for noun in &vocabulary.heads {
        for (number, form) in std::iter::once(&noun.singular).chain(&noun.others).enumerate() {
            let words = words_of(form);
            let Some(last) = words.last().cloned() else { continue };
            let heads = &mut openings.entry(last).or_default().heads;
            heads.retain(|head| head.words != words);
            heads.push(Head {
                words,
                singular: noun.singular.clone(),
                kind: noun.kind.clone(),
                needs: noun.needs.clone(),
                number: if number == 0 { Number::Singular } else { Number::Other },
            });
        }
    }
}

fn cues(all: &[StateCue]) -> BTreeMap<String, Vec<Cue>> {
    let mut cues: BTreeMap<String, Vec<Cue>> = BTreeMap::new();
    for cue in all {
        let mut words = words_of(&cue.words).into_iter();
        let Some(first) = words.next() else { continue };
        cues.entry(first).or_default().push(Cue { rest: words.collect(), status: cue.status, side: cue.side });
    }
    cues.values_mut().for_each(|cues| cues.sort_by_key(|cue| std::cmp::Reverse(cue.rest.len())));
    cues
}

/// The tokens of words as a text would have them.
pub fn words_of(words: &str) -> Vec<String> {
    tokens(words, Span::new(0, words.len())).iter().map(|token| token.of(words).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_line_can_be_read_and_the_last_head_counts() {
        let mut own = Vocabulary::default();
        own.read("head | treaty; treaties | covenant | name\n").unwrap();
        let lexicon = AgreementLexicon::new(&Authority { vocabulary: own, ..Authority::default() });
        let heads = &lexicon.openings("Treaty").unwrap().heads;
        assert_eq!(heads.iter().filter(|head| head.words == ["treaty"]).count(), 1);
        assert!(heads.iter().any(|head| head.kind == "covenant"));
        assert!(lexicon.is("Monday", WordRole::Outside));
    }
}
