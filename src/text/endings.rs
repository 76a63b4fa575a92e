//! Endings of words: what a word mostly is by its last letters. The letters are data.

use std::sync::LazyLock;

use super::words::table;

/// What an ending says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// `quickly`.
    Adverb,
    /// `sailing`.
    Progressive,
    /// `sailed`; not `proceed`.
    Past,
    /// `boats`; verbs of the present as well (`sails`).
    Plural,
    /// `Norwick’s`.
    Possessive,
    /// `coordinator`: somebody in office.
    Agent,
}

static ENDINGS: LazyLock<Vec<(&'static str, &'static str)>> =
    LazyLock::new(|| table(include_str!("data/word-endings.en.txt")).collect());

impl Ending {
    fn key(self) -> &'static str {
        match self {
            Self::Adverb => "adverb",
            Self::Progressive => "progressive",
            Self::Past => "past",
            Self::Plural => "plural",
            Self::Possessive => "possessive",
            Self::Agent => "agent",
        }
    }

    /// True for a word in small letters, or as it stands, that ends so.
    ///
    /// ```
    /// use annalist::text::endings::Ending;
    /// assert!(Ending::Adverb.ends("quickly"));
    /// assert!(!Ending::Past.ends("sail") && !Ending::Past.ends("proceed"));
    /// ```
    pub fn ends(self, word: &str) -> bool {
        self.strip(word).is_some()
    }

    /// The word without its ending.
    pub fn strip(self, word: &str) -> Option<&str> {
        let of = |key: &'static str| ENDINGS.iter().filter(move |(kind, _)| *kind == key).map(|(_, ending)| *ending);
        let is_other = self == Self::Past && of("not-past").any(|ending| word.ends_with(ending));
        of(self.key()).filter_map(|ending| word.strip_suffix(ending)).next().filter(|_| !is_other)
    }
}
