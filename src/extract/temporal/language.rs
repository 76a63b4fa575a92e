//! [`Language`]: the words and rules of a language. A language is a folder of `lang/`.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};

use super::class::Literals;
use super::lexicon::Lexicon;
use super::rules::Rules;

static FOLDERS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/extract/temporal/lang");

/// The words and rules of a language.
#[derive(Debug)]
pub struct Language {
    /// The words by class.
    pub lexicon: Lexicon,
    /// The rules.
    pub rules: Rules,
}

/// What documents of an unknown language are read as, and those of a language without a folder.
const DEFAULT: &str = "en";
/// Rules that hold in every language: dates in digits.
const ANY: &str = "und";

static ENGLISH: LazyLock<Language> = LazyLock::new(|| Language::embedded(DEFAULT));
static OTHERS: LazyLock<Vec<(&'static str, Language)>> = LazyLock::new(|| {
    let codes = FOLDERS.dirs().filter_map(|folder| folder.path().to_str()).filter(|code| *code != DEFAULT);
    codes.map(|code| (code, Language::embedded(code))).collect()
});

impl Language {
    /// The language of an ISO 639-1 code. Short texts, whose language nobody can tell, are read as
    /// English; of other languages only dates in digits are read.
    pub fn of(code: Option<&str>) -> &'static Self {
        let code = code.unwrap_or(DEFAULT);
        if code == DEFAULT {
            return &ENGLISH;
        }
        let other = |code: &str| OTHERS.iter().find(|(known, _)| *known == code).map(|(_, language)| language);
        other(code).or_else(|| other(ANY)).unwrap_or(&ENGLISH)
    }

    fn embedded(code: &str) -> Self {
        let file = |name: &str| {
            let file = FOLDERS.get_file(format!("{code}/{name}.txt")).and_then(|file| file.contents_utf8());
            file.unwrap_or_default()
        };
        Self::read(file).expect("the tests read every embedded folder, so that no wrong line reaches a user")
    }

    /// Reads the files of a language: `file` gives the contents of a name, empty where there is none.
    pub fn read(file: impl Fn(&str) -> &'static str) -> Result<Self, String> {
        let mut literals = Literals::default();
        let rules = Rules::read(file("rules"), &mut literals)?;
        Ok(Self { lexicon: Lexicon::read(file("words"), &literals)?, rules })
    }
}

/// Reads every folder, so that a wrong line fails a test and not a user.
#[cfg(test)]
pub fn check_all() {
    for folder in FOLDERS.dirs() {
        let code = folder.path().to_str().expect("a folder name");
        let language = Language::embedded(code);
        assert!(!language.rules.rules.is_empty(), "{code} has no rules");
    }
}
