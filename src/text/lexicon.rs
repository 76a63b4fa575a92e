//! Word classes that more than one stage needs, each from a data file.

use std::sync::LazyLock;

use super::words::{WordMap, WordSet};

/// Articles, prepositions, pronouns, auxiliaries and the like.
pub static FUNCTION_WORDS: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::new(include_str!("data/function-words.en.txt")));

/// Words of offices and titles.
pub static OFFICES: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/offices.en.txt")));

/// Words that describe an office and do not close a title.
pub static OFFICE_MODIFIERS: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::new(include_str!("data/office-modifiers.en.txt")));

/// Titles of courtesy and degree, which are no office.
pub static COURTESY_TITLES: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::new(include_str!("data/courtesy-titles.en.txt")));

/// What an office is of or for, as its last word.
pub static OFFICE_OBJECTS: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::new(include_str!("data/office-objects.en.txt")));

/// Verbs of speech that stand next to a quotation or a speaker.
pub static SPEECH_VERBS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/speech-verbs.en.txt")));

/// Verbs next to which an unknown name is a person's.
pub static TELLING_VERBS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/telling-verbs.en.txt")));

/// Words that open a description of who was named.
pub static RELATIVES: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/relatives.en.txt")));

/// Small words inside personal names.
pub static NAME_PARTICLES: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/name-particles.txt")));

/// News and picture agencies, as whole names.
pub static AGENCIES: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/agencies.txt")));

/// Days of the week, in full and shortened.
pub static WEEKDAYS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/weekdays.en.txt")));

/// What makes digits an ordinal (`3rd`).
pub static ORDINAL_ENDINGS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| super::words::entries(include_str!("data/ordinal-endings.en.txt")).collect());

/// The number of a month named in any case, in full or shortened (`Sept`).
///
/// ```
/// use annalist::text::lexicon::month_number;
/// assert_eq!(month_number("Sept"), Some(9));
/// assert_eq!(month_number("march"), Some(3));
/// assert_eq!(month_number("Marching"), None);
/// ```
pub fn month_number(word: &str) -> Option<u32> {
    MONTHS.get(word).copied()
}

/// The names of the months, in lower case, in full and shortened.
pub fn month_names() -> impl Iterator<Item = &'static str> {
    MONTHS.iter().map(|(name, _)| name)
}

static MONTHS: LazyLock<WordMap<u32>> = LazyLock::new(|| {
    let rows = super::words::table(include_str!("data/months.en.txt"));
    WordMap::new(rows.filter_map(|(name, number)| Some((name, number.parse().ok()?))))
});
