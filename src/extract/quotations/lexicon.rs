//! What this finder knows of words: verbs and nouns of speech, small words around them, people.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::text::lexicon::OFFICES;
use crate::text::words::{WordMap, columns, entries, members, table};

/// How a verb takes the words that are quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Manner {
    /// `“…,” Doe said`, `said Doe`, `Doe said that “…”`.
    Say,
    /// The same, with a hearer: `Doe told reporters`.
    Tell,
    /// Only between speaker and words: `Doe called it “…”`.
    Call,
    /// The same, of a mind: `Doe thinks that “…”`.
    Think,
}

/// The form that a verb stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `say`.
    Base,
    /// `says`, `said`.
    Finite,
    /// `saying`.
    Ing,
    /// `written`.
    Participle,
}

/// A verb of speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verb {
    /// How it takes the words.
    pub manner: Manner,
    /// The form it stands in.
    pub form: Form,
    /// True where the past participle looks the same: `was told` is passive.
    pub is_participle: bool,
}

/// A class of small words: a bit each.
pub type Classes = u32;

/// Can be who speaks: `he`.
pub const PRONOUN: Classes = 1 << 0;
/// Owns what is said: `his`.
pub const OWNER: Classes = 1 << 1;
/// Begins a noun phrase: `the`.
pub const DETERMINER: Classes = 1 << 2;
/// Makes a phrase a known one: `the`.
pub const DEFINITE: Classes = 1 << 3;
/// A form of `be`.
pub const BE: Classes = 1 << 4;
/// `has`, `would`.
pub const AUXILIARY: Classes = 1 << 5;
/// Stands between speaker and verb: `also`.
pub const ADVERB: Classes = 1 << 6;
/// A time without a preposition: `Monday`.
pub const TIME: Classes = 1 << 7;
/// Hangs a noun on a noun: `of`.
pub const PREPOSITION: Classes = 1 << 8;
/// Opens a sentence before who speaks: `during`.
pub const OPENING: Classes = 1 << 9;
/// Joins a clause with the same speaker: `and`.
pub const JOINING: Classes = 1 << 10;
/// Ends a noun phrase read backwards: `that`.
pub const BARRIER: Classes = 1 << 11;
/// Opens a description of who speaks: `who`.
pub const RELATIVE: Classes = 1 << 12;
/// Calls the words in marks a name: `known`.
pub const NAMING: Classes = 1 << 13;
/// A noun for people and bodies: `spokesman`, `ministry`.
pub const PERSON: Classes = 1 << 14;
/// A thing said: `statement`.
pub const UTTERANCE: Classes = 1 << 15;
/// Any small word.
pub const FUNCTION: Classes = 1 << 16;
/// An article: a noun follows.
pub const ARTICLE: Classes = 1 << 17;

/// The classes as the list of small words calls them.
const NAMES: [(&str, Classes); 15] = [
    ("pronoun", PRONOUN),
    ("owner", OWNER),
    ("determiner", DETERMINER),
    ("definite", DEFINITE),
    ("be", BE),
    ("auxiliary", AUXILIARY),
    ("adverb", ADVERB),
    ("time", TIME),
    ("preposition", PREPOSITION),
    ("opening", OPENING),
    ("joining", JOINING),
    ("barrier", BARRIER),
    ("relative", RELATIVE),
    ("naming", NAMING),
    ("article", ARTICLE),
];

/// What is known of a word.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known {
    /// Its classes.
    pub classes: Classes,
    /// The verb of speech that it is.
    pub verb: Option<Verb>,
}

impl Known {
    /// True when the word has one of these classes.
    pub fn is(self, classes: Classes) -> bool {
        self.classes & classes != 0
    }
}

/// What is known of a word, in any case.
pub fn known(word: &str) -> Known {
    WORDS.get(word).copied().unwrap_or_default()
}

/// True for the second word of a verb in two (`shot back`).
pub fn is_second_word(verb: &str, second: &str) -> bool {
    PHRASES.get(verb).is_some_and(|seconds| seconds.iter().any(|listed| second.eq_ignore_ascii_case(listed)))
}

/// The forms of verbs in two words with what can stand second.
static PHRASES: LazyLock<WordMap<Vec<&'static str>>> = LazyLock::new(|| {
    let mut phrases: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for row in columns(include_str!("data/cue-phrases.en.txt")) {
        let [forms, second] = row.as_slice() else { continue };
        members(forms).for_each(|form| phrases.entry(form).or_default().push(*second));
    }
    WordMap::new(phrases)
});

/// The first words of verbs in two words.
pub fn begins_phrase(word: &str) -> bool {
    PHRASES.get(word).is_some()
}

static WORDS: LazyLock<WordMap<Known>> = LazyLock::new(|| {
    let mut words: BTreeMap<&str, Known> = BTreeMap::new();
    for (class, word) in table(include_str!("data/grammar.en.txt")) {
        let bit = NAMES.iter().find(|(name, _)| *name == class).map_or(0, |(_, bit)| *bit);
        words.entry(word).or_default().classes |= bit | FUNCTION;
    }
    for word in OFFICES.words().chain(entries(include_str!("data/people.en.txt"))) {
        words.entry(word).or_default().classes |= PERSON;
    }
    for word in entries(include_str!("data/cue-nouns.en.txt")) {
        words.entry(word).or_default().classes |= UTTERANCE;
    }
    for row in columns(include_str!("data/cue-verbs.en.txt")) {
        let [forms, manner] = row.as_slice() else { continue };
        add_verb(&mut words, members(forms).collect::<Vec<_>>().as_slice(), manner_of(manner));
    }
    WordMap::new(words)
});

fn manner_of(word: &str) -> Manner {
    match word {
        "say" => Manner::Say,
        "tell" => Manner::Tell,
        "call" => Manner::Call,
        _ => Manner::Think,
    }
}

/// Enters the forms of a verb; of two forms that look alike the finite one counts, and of two verbs
/// the first.
fn add_verb(words: &mut BTreeMap<&'static str, Known>, forms: &[&'static str], manner: Manner) {
    let roles = [Form::Base, Form::Finite, Form::Finite, Form::Ing, Form::Participle];
    for (index, (word, form)) in forms.iter().zip(roles).enumerate() {
        let is_participle = index == 2 && forms.get(4) == Some(word) || index == 4;
        let verb = Verb { manner, form, is_participle };
        let known = words.entry(word).or_default();
        match known.verb {
            Some(earlier) if earlier.manner != manner => {}
            Some(earlier) if form == Form::Finite && earlier.form == Form::Base => known.verb = Some(verb),
            Some(_) => {}
            None => known.verb = Some(verb),
        }
    }
}
