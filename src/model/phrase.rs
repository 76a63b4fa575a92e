//! [`Phrase`]: what a stage wants to tell a reader, before it is words of a language.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Edtf, Weekday};

/// A message by its id, with the values of its variables. `language/` makes words of it.
///
/// ```
/// use annalist::model::Phrase;
/// let why = Phrase::new("why-stated").with("said", "18 August");
/// assert_eq!(annalist::language::Phrasebook::english().tell(&why), "The text says “18 August”.");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrase {
    /// Of a message in `locales/en/`.
    pub id: Cow<'static, str>,
    /// Its variables by name, in the order they were given.
    pub values: Vec<(Cow<'static, str>, PhraseValue)>,
}

/// The value of a variable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PhraseValue {
    /// Words of a document, or a name: the same in every language.
    Words(String),
    /// A number to count with.
    Number(u32),
    /// A date, told with its doubt.
    Date(Edtf),
    /// A month of no stated year, 1 to 12, with a day of it or without.
    Month(u32, Option<u32>),
    /// A day of the week.
    Weekday(Weekday),
    /// A phrase within.
    Phrase(Box<Phrase>),
    /// Sentences, one behind the other.
    Sentences(Vec<Phrase>),
}

impl Phrase {
    /// A message without variables.
    pub fn new(id: &'static str) -> Self {
        Self { id: id.into(), values: Vec::new() }
    }

    /// The same with one more variable.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<PhraseValue>) -> Self {
        self.values.push((name.into(), value.into()));
        self
    }

    /// The name of a state or kind: the message `family-word`.
    pub fn of(family: &str, word: &str) -> Self {
        Self { id: format!("{family}-{word}").into(), values: Vec::new() }
    }

    /// These sentences and one behind them. They lie flat: a date may rest on many.
    #[must_use]
    pub fn then(mut self, next: Phrase) -> Self {
        if let [(_, PhraseValue::Sentences(all))] = self.values.as_mut_slice() {
            all.push(next);
            return self;
        }
        Self::new("sentences").with("all", PhraseValue::Sentences(vec![self, next]))
    }

    /// Words that are no message: what an editor wrote.
    pub fn verbatim(words: impl Into<String>) -> Self {
        Self::new("verbatim").with("words", words.into())
    }
}

impl From<&str> for PhraseValue {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<String> for PhraseValue {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<u32> for PhraseValue {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

impl From<Edtf> for PhraseValue {
    fn from(date: Edtf) -> Self {
        Self::Date(date)
    }
}

impl From<NaiveDate> for PhraseValue {
    fn from(day: NaiveDate) -> Self {
        Self::Date(Edtf::day(day))
    }
}

impl From<Weekday> for PhraseValue {
    fn from(weekday: Weekday) -> Self {
        Self::Weekday(weekday)
    }
}

impl From<Phrase> for PhraseValue {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(Box::new(phrase))
    }
}
