//! [`Phrase`] → words.

use fluent_bundle::FluentValue;

use super::Phrasebook;
use crate::model::{Phrase, PhraseValue};

impl Phrasebook {
    /// A phrase in the language of the book, with the phrases within it.
    pub fn tell(&self, phrase: &Phrase) -> String {
        let values: Vec<(&str, FluentValue<'_>)> =
            phrase.values.iter().map(|(name, value)| (name.as_ref(), self.value(value))).collect();
        self.with(&phrase.id, &values)
    }

    fn value<'v>(&self, value: &'v PhraseValue) -> FluentValue<'v> {
        match value {
            PhraseValue::Words(words) => words.as_str().into(),
            PhraseValue::Number(number) => (*number).into(),
            PhraseValue::Date(date) => self.date(*date).into(),
            PhraseValue::Month(month) => self.month(*month).into(),
            PhraseValue::Weekday(day) => self.weekday(*day).into(),
            PhraseValue::Phrase(phrase) => self.tell(phrase).into(),
        }
    }
}
