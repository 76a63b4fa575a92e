//! Stems: what the forms of a word have in common.

use rust_stemmers::{Algorithm, Stemmer};

/// The Snowball stemmer of a language, by its BCP 47 tag; English where none is given, `None` for a
/// language that has no stemmer here.
///
/// ```
/// use annalist::text::stems::stemmer;
/// let english = stemmer(Some("en-GB")).unwrap();
/// assert_eq!(english.stem("treaties"), english.stem("treaty"));
/// assert!(stemmer(Some("ja")).is_none());
/// ```
pub fn stemmer(language: Option<&str>) -> Option<Stemmer> {
    let algorithm = match language.unwrap_or("en").split(['-', '_']).next()? {
        "en" => Algorithm::English,
        "de" => Algorithm::German,
        "fr" => Algorithm::French,
        "es" => Algorithm::Spanish,
        "it" => Algorithm::Italian,
        "pt" => Algorithm::Portuguese,
        "nl" => Algorithm::Dutch,
        "sv" => Algorithm::Swedish,
        "no" | "nb" | "nn" => Algorithm::Norwegian,
        "da" => Algorithm::Danish,
        "ru" => Algorithm::Russian,
        _ => return None,
    };
    Some(Stemmer::create(algorithm))
}
