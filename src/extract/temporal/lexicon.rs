//! The temporal words of a language, by class.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::model::{Direction, Season, Unit, Weekday};
use crate::text::words::table;

/// What a word can be in a temporal expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A season.
    Season(Season),
    /// A day of the week in full.
    Weekday(Weekday),
    /// A shortened day of the week.
    WeekdayShort(Weekday),
    /// A unit.
    Unit(Unit),
    /// A number in words.
    Number(u32),
    /// A day counted from the document's.
    Day(i32),
    /// `last`, `this`, `next`.
    Step(i32),
    /// `early`, `mid`, `late`.
    Part,
    /// `now`, `recently`, `soon`.
    Vague(Direction),
    /// `daily`, `annually`.
    Set(Unit),
    /// A word that may stand before a bare year or month.
    Before,
    /// A word that puts its clause into the future.
    Future,
    /// A word that puts its clause into the past.
    Past,
}

static ENGLISH: LazyLock<HashMap<&'static str, Vec<Class>>> = LazyLock::new(|| {
    let mut words: HashMap<_, Vec<Class>> = HashMap::new();
    for (key, value) in table(include_str!("lang/en.txt")) {
        let Some((class, word)) = key.split_once(' ') else { continue };
        words.entry(word).or_default().extend(class_of(class, value));
    }
    words
});

fn class_of(class: &str, value: &str) -> Option<Class> {
    let number = || value.parse::<i32>().ok();
    let weekday = || Weekday::ALL.get(usize::try_from(number()? - 1).ok()?).copied();
    Some(match class {
        "season" => Class::Season(match value {
            "spring" => Season::Spring,
            "summer" => Season::Summer,
            "autumn" => Season::Autumn,
            _ => Season::Winter,
        }),
        "weekday" => Class::Weekday(weekday()?),
        "weekday-short" => Class::WeekdayShort(weekday()?),
        "unit" => Class::Unit(unit(value)?),
        "number" => Class::Number(u32::try_from(number()?).ok()?),
        "day" => Class::Day(number()?),
        "step" => Class::Step(number()?),
        "part" => Class::Part,
        "vague" => Class::Vague(match value {
            "past" => Direction::Past,
            "future" => Direction::Future,
            _ => Direction::Open,
        }),
        "set" => Class::Set(unit(value)?),
        "before" => Class::Before,
        "future" => Class::Future,
        "past" => Class::Past,
        _ => return None,
    })
}

fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        _ => return None,
    })
}

/// The classes of a word, in any case.
pub fn classes(word: &str) -> &'static [Class] {
    if word.len() > 12 {
        return &[];
    }
    let found = if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        ENGLISH.get(word.to_ascii_lowercase().as_str())
    } else {
        ENGLISH.get(word)
    };
    found.map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_word_file_has_a_class() {
        for (key, value) in table(include_str!("lang/en.txt")) {
            let (class, word) = key.split_once(' ').unwrap_or_else(|| panic!("no class in `{key}`"));
            assert!(class_of(class, value).is_some(), "`{key} = {value}`");
            assert!(word.len() <= 12, "`{word}` is never looked up");
        }
    }
}
