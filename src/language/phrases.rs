//! [`Phrase`] → words.

use fluent_bundle::FluentValue;

use super::Phrasebook;
use crate::model::{Basis, Phrase, PhraseValue, Qualifier, Title, When};

impl Phrasebook {
    /// A phrase in the language of the book, with the phrases within it.
    pub fn tell(&self, phrase: &Phrase) -> String {
        let values: Vec<(&str, FluentValue<'_>)> =
            phrase.values.iter().map(|(name, value)| (name.as_ref(), self.value(value))).collect();
        self.with(&phrase.id, &values)
    }

    /// A title in the language of the book.
    pub fn title(&self, title: &Title) -> String {
        title.told.as_ref().map_or_else(|| title.words.clone(), |told| self.tell(told))
    }

    /// What something is about and what is said of it.
    pub fn pair(&self, of: &str, what: &str) -> String {
        self.with("pair", &[("of", of.into()), ("what", what.into())])
    }

    /// When something happened, in words; what its basis says (`year inferred`) is left out.
    pub fn when(&self, when: &When) -> String {
        let Some(edtf) = when.edtf else {
            return when.open.as_ref().map_or_else(|| self.date_unknown_on(when.weekday), |open| self.tell(open));
        };
        match (when.weekday, when.part) {
            (Some(day), _) if when.basis == Basis::YearInferred => self.date_on(edtf.qualified(Qualifier::None), day),
            (Some(day), _) => self.date_on(edtf, day),
            (None, Some(part)) => self.date_within(edtf, part),
            (None, None) if when.basis == Basis::YearInferred => self.date_plain(edtf),
            (None, None) => self.date(edtf),
        }
    }

    /// A month of no stated year, with a day of it or without: `18 August`.
    fn month_day(&self, month: u32, day: Option<u32>) -> String {
        let name = self.month(month);
        match day {
            Some(day) => self.with("month-day", &[("month", name.into()), ("day", day.to_string().into())]),
            None => name,
        }
    }

    fn value<'v>(&self, value: &'v PhraseValue) -> FluentValue<'v> {
        match value {
            PhraseValue::Words(words) => words.as_str().into(),
            PhraseValue::Number(number) => (*number).into(),
            PhraseValue::Date(date) => self.date(*date).into(),
            PhraseValue::Month(month, day) => self.month_day(*month, *day).into(),
            PhraseValue::Weekday(day) => self.weekday(*day).into(),
            PhraseValue::Phrase(phrase) => self.tell(phrase).into(),
            PhraseValue::Sentences(all) => {
                let told: Vec<String> = all.iter().map(|sentence| self.tell(sentence)).collect();
                told.join(&self.say("between-sentences")).into()
            }
        }
    }
}
