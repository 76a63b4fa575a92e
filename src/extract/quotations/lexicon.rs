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
    /// What it takes in indirect speech.
    pub takes: Takes,
}

/// What a verb takes in indirect speech, beside a clause with `that`: a bit each.
pub type Takes = u8;

/// A clause without `that`: `said the nets were old`.
pub const BARE: Takes = 1 << 0;
/// A question: `asked whether`.
pub const QUESTION: Takes = 1 << 1;
/// An infinitive, with or without whoever is to do it: `vowed to mend`, `urged Oslo to mend`.
pub const INFINITIVE: Takes = 1 << 2;
/// A thing behind a preposition: `warned of`.
pub const ABOUT: Takes = 1 << 3;
/// A thing: `denied the report`.
pub const THING: Takes = 1 << 4;
/// Needs a hearer: `told reporters`.
pub const HEARD: Takes = 1 << 5;
/// No verb, but an account of what others say: `according to`.
pub const ACCOUNT: Takes = 1 << 6;
/// What follows without `that` may be long: `said the nets, the boats and the crew were old`.
pub const LOOSE: Takes = 1 << 7;

/// What a verb takes, as the list calls it.
const TAKES: [(&str, Takes); 7] = [
    ("bare", BARE),
    ("question", QUESTION),
    ("infinitive", INFINITIVE),
    ("about", ABOUT),
    ("thing", THING),
    ("heard", HEARD),
    ("loose", LOOSE),
];

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
/// Makes of a clause of speech one that nobody is told to have said: `did not say`, `would say`.
pub const UNSAID: Classes = 1 << 18;
/// Can be told: `him`.
pub const HEARER: Classes = 1 << 19;
/// Tells where and when somebody spoke: `in`.
pub const ADJUNCT: Classes = 1 << 20;
/// Opens a question in indirect speech: `whether`.
pub const ASKING: Classes = 1 << 21;
/// Names a part of the calendar: `week`, `March`.
pub const CALENDAR: Classes = 1 << 22;
/// Opens what a verb speaks about: `warned of`.
pub const TOPIC: Classes = 1 << 23;
/// Whoever wrote the text, or reads it: `I`, `you`.
pub const AUTHOR: Classes = 1 << 24;

/// Opens a clause that is said: `that`.
pub const THAT: Classes = 1 << 25;
/// Stands before an infinitive: `to`.
pub const INFINITIVE_MARK: Classes = 1 << 26;
/// Hangs a noun on a noun inside a name: `of`.
pub const OF: Classes = 1 << 27;
/// Joins two who speak: `and`.
pub const AND: Classes = 1 << 28;
/// Leads to who says what somebody is quoted as saying, or to a role: `as`.
pub const AS: Classes = 1 << 29;
/// Leads to who did it, behind a passive: `by`.
pub const BY: Classes = 1 << 30;
/// With `to` behind it, in front of whoever gives an account: `according`.
pub const SOURCE: Classes = 1 << 31;

/// The classes as the list of small words calls them.
const NAMES: [(&str, Classes); 29] = [
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
    ("unsaid", UNSAID),
    ("hearer", HEARER),
    ("adjunct", ADJUNCT),
    ("asking", ASKING),
    ("calendar", CALENDAR),
    ("topic", TOPIC),
    ("author", AUTHOR),
    ("that", THAT),
    ("infinitive", INFINITIVE_MARK),
    ("of", OF),
    ("and", AND),
    ("as", AS),
    ("by", BY),
    ("source", SOURCE),
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
        words.entry(word).or_default().classes |= bit_of(class) | FUNCTION;
    }
    for (class, word) in table(include_str!("data/indirect.en.txt")) {
        words.entry(word).or_default().classes |= bit_of(class);
    }
    for word in OFFICES.words().chain(entries(include_str!("data/people.en.txt"))) {
        words.entry(word).or_default().classes |= PERSON;
    }
    for word in entries(include_str!("data/cue-nouns.en.txt")) {
        words.entry(word).or_default().classes |= UTTERANCE;
    }
    for row in columns(include_str!("data/cue-verbs.en.txt")) {
        let [forms, manner] = row.as_slice() else { continue };
        let forms: Vec<_> = members(forms).collect();
        add_verb(&mut words, &forms, (manner_of(manner), takes_of(&forms)));
    }
    WordMap::new(words)
});

fn bit_of(class: &str) -> Classes {
    NAMES.iter().find(|(name, _)| *name == class).map_or(0, |(_, bit)| *bit)
}

fn manner_of(word: &str) -> Manner {
    match word {
        "say" => Manner::Say,
        "tell" => Manner::Tell,
        "call" => Manner::Call,
        _ => Manner::Think,
    }
}

/// What a verb takes, by its base form.
fn takes_of(forms: &[&str]) -> Takes {
    forms.first().and_then(|base| REPORTING.get(base)).copied().unwrap_or_default()
}

static REPORTING: LazyLock<BTreeMap<&'static str, Takes>> = LazyLock::new(|| {
    let mut verbs: BTreeMap<&str, Takes> = BTreeMap::new();
    for (name, verb) in table(include_str!("data/reporting.en.txt")) {
        let bit = TAKES.iter().find(|(listed, _)| *listed == name).map_or(0, |(_, bit)| *bit);
        *verbs.entry(verb).or_default() |= bit;
    }
    verbs
});

/// Enters the forms of a verb; of two forms that look alike the finite one counts, and of two verbs
/// the first.
fn add_verb(words: &mut BTreeMap<&'static str, Known>, forms: &[&'static str], (manner, takes): (Manner, Takes)) {
    let roles = [Form::Base, Form::Finite, Form::Finite, Form::Ing, Form::Participle];
    for (index, (word, form)) in forms.iter().zip(roles).enumerate() {
        let is_participle = index == 2 && forms.get(4) == Some(word) || index == 4;
        let verb = Verb { manner, form, is_participle, takes };
        let known = words.entry(word).or_default();
        match known.verb {
            Some(earlier) if earlier.manner != manner => {}
            Some(earlier) if form == Form::Finite && earlier.form == Form::Base => known.verb = Some(verb),
            Some(_) => {}
            None => known.verb = Some(verb),
        }
    }
}
