//! [`Cursor`]: a place in a sentence's tokens, with the questions the grammar asks.

use super::lexicon::{Class, classes};
use crate::model::{Season, Unit, Weekday};
use crate::text::lexicon::month_number;
use crate::text::{Token, TokenKind};

/// `Sept` and `Aug` take a point; `May` and `June` are whole.
fn is_short_month(word: &str) -> bool {
    word.len() <= 4 && !["may", "june", "july"].iter().any(|month| month.eq_ignore_ascii_case(word))
}

/// A place in the tokens of a sentence. Questions take an offset from it; outside the sentence
/// every answer is no.
#[derive(Debug, Clone, Copy)]
pub struct Cursor<'t> {
    text: &'t str,
    tokens: &'t [Token],
    at: usize,
}

impl<'t> Cursor<'t> {
    /// A cursor at token `at`.
    pub fn new(text: &'t str, tokens: &'t [Token], at: usize) -> Self {
        Self { text, tokens, at }
    }

    fn token(&self, offset: isize) -> Option<&'t Token> {
        self.tokens.get(self.at.checked_add_signed(offset)?)
    }

    /// The words of the token; empty outside the sentence.
    pub fn word(&self, offset: isize) -> &'t str {
        self.token(offset).map_or("", |token| token.of(self.text))
    }

    /// True when the token has these words, in any ASCII case.
    pub fn is(&self, offset: isize, word: &str) -> bool {
        self.word(offset).eq_ignore_ascii_case(word)
    }

    /// True when the token is one of these marks or words.
    pub fn is_any(&self, offset: isize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(offset, word))
    }

    /// True when no white space stands before the token.
    pub fn is_glued(&self, offset: isize) -> bool {
        self.token(offset).is_some_and(|token| token.glued)
    }

    /// A whole number of at most four digits, with the count of its digits.
    pub fn digits(&self, offset: isize) -> Option<(u32, usize)> {
        let token = self.token(offset).filter(|token| token.kind == TokenKind::Number)?;
        let word = token.of(self.text);
        (word.len() <= 4).then(|| word.parse().ok()).flatten().map(|number| (number, word.len()))
    }

    /// A number in digits or in words.
    pub fn number(&self, offset: isize) -> Option<u32> {
        self.digits(offset).map(|(number, _)| number).or_else(|| {
            self.classes(offset).iter().find_map(|class| match class {
                Class::Number(number) => Some(*number),
                _ => None,
            })
        })
    }

    /// A day of a month, with the tokens it takes (`3`, `3rd`).
    pub fn month_day(&self, offset: isize) -> Option<(u32, isize)> {
        let (day, length) = self.digits(offset)?;
        let is_ordinal = self.is_glued(offset + 1) && self.is_any(offset + 1, &["st", "nd", "rd", "th"]);
        let ends = !self.is_glued(offset + 1 + isize::from(is_ordinal)) || !self.is_any(offset + 1, &["%", ":", "/"]);
        ((1..=31).contains(&day) && length <= 2 && ends).then_some((day, 1 + isize::from(is_ordinal)))
    }

    /// A year of four digits.
    pub fn year(&self, offset: isize) -> Option<i32> {
        let (year, length) = self.digits(offset)?;
        let is_clock = self.is(offset + 1, ":") && self.is_glued(offset + 2) && self.digits(offset + 2).is_some();
        let has_unit = self.is_glued(offset + 1) && (is_clock || self.is_any(offset + 1, &["%", "s", "th", "km", "m"]));
        let has_sign = self.is_glued(offset) && self.is_any(offset - 1, &["$", "€", "£", "¥", "#", "-"]);
        ((1500..=2099).contains(&year) && length == 4 && !has_unit && !has_sign).then_some(year as i32)
    }

    /// The year behind a day and month: any four digits, since nothing else can stand there.
    pub fn year_of_date(&self, offset: isize) -> Option<i32> {
        self.year(offset).or_else(|| {
            let (year, length) = self.digits(offset)?;
            (length == 4 && (1..=9998).contains(&year)).then_some(year as i32)
        })
    }

    /// A month named with a capital, with the tokens it takes (`Sept.` takes two).
    pub fn month(&self, offset: isize) -> Option<(u32, isize)> {
        let word = self.word(offset);
        let month = month_number(word).filter(|_| word.starts_with(|c: char| c.is_ascii_uppercase()))?;
        let has_point = is_short_month(word) && self.is(offset + 1, ".") && self.is_glued(offset + 1);
        Some((month, 1 + isize::from(has_point)))
    }

    /// The classes of the word.
    pub fn classes(&self, offset: isize) -> &'static [Class] {
        match self.token(offset) {
            Some(token) if token.kind == TokenKind::Word => classes(token.of(self.text)),
            _ => &[],
        }
    }

    /// True when the word has the class.
    pub fn has(&self, offset: isize, class: Class) -> bool {
        self.classes(offset).contains(&class)
    }

    /// A unit of time.
    pub fn unit(&self, offset: isize) -> Option<Unit> {
        self.classes(offset).iter().find_map(|class| match class {
            Class::Unit(unit) => Some(*unit),
            _ => None,
        })
    }

    /// A season.
    pub fn season(&self, offset: isize) -> Option<Season> {
        self.classes(offset).iter().find_map(|class| match class {
            Class::Season(season) => Some(*season),
            _ => None,
        })
    }

    /// `last` is -1, `this` 0, `next` 1.
    pub fn step(&self, offset: isize) -> Option<i32> {
        self.classes(offset).iter().find_map(|class| match class {
            Class::Step(step) => Some(*step),
            _ => None,
        })
    }

    /// A day of the week with a capital, with the tokens it takes; `Sun.` needs its point.
    pub fn weekday(&self, offset: isize) -> Option<(Weekday, isize)> {
        if !self.word(offset).starts_with(|c: char| c.is_ascii_uppercase()) {
            return None;
        }
        self.classes(offset).iter().find_map(|class| match class {
            Class::Weekday(day) => Some((*day, 1)),
            Class::WeekdayShort(day) if self.is(offset + 1, ".") && self.is_glued(offset + 1) => Some((*day, 2)),
            _ => None,
        })
    }
}
