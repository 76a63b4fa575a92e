//! [`Word`]: what the tagger knows of a token before it looks at its neighbours.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::hash::{exact, folded};
use super::label::LabelSet;
use super::model::Model;
use crate::extract::names::lexicon::{HYPHEN_TAILS, Head, heads, without_possessive};
use crate::text::lexicon::{
    COURTESY_TITLES, FUNCTION_WORDS, NAME_PARTICLES, OFFICE_MODIFIERS, OFFICE_OBJECTS, OFFICES, SPEECH_VERBS, WEEKDAYS,
    month_names,
};
use crate::text::words::{WordMap, WordSet};
use crate::text::{Token, TokenKind};

/// A token as the tagger sees it. Possessive endings are left out.
#[derive(Debug, Clone, Copy)]
pub struct Word<'t> {
    /// The word.
    pub text: &'t str,
    /// Hash of the word in lower case.
    pub lower: u64,
    /// Its shape: letters of one case in a row count once (`Xx` for `Minister`).
    pub shape: u64,
    /// Its word clusters; 0 where the word is not listed. See [`Model::clusters`].
    pub clusters: u32,
    /// What the lists of names and places say of it. See [`Model::listing`].
    pub listing: u32,
    /// The word classes it is in, one bit each.
    pub classes: u32,
    /// What it is made of.
    pub kind: TokenKind,
    /// No white space stands before it.
    pub glued: bool,
    /// A possessive ending was left out.
    pub possessive: bool,
    /// It may be the first or only word of a name.
    pub capital: bool,
}

impl<'t> Word<'t> {
    /// What a token shows without being looked up.
    pub fn blank(text: &'t str, token: &Token) -> Self {
        let whole = token.of(text);
        let bare = without_possessive(whole);
        Self {
            text: bare,
            lower: 0,
            shape: 0,
            clusters: 0,
            listing: 0,
            classes: 0,
            kind: token.kind,
            glued: token.glued,
            possessive: bare.len() < whole.len(),
            capital: token.kind == TokenKind::Word && has_capital(bare),
        }
    }

    /// Looks the word up. What only names need is looked up for capitals only.
    pub fn look_up(self, model: &Model<'_>) -> Self {
        let Self { text: bare, kind, capital, .. } = self;
        let lower = folded(bare);
        Self {
            lower,
            shape: shape(bare, kind),
            clusters: if kind == TokenKind::Word { model.clusters(lower) } else { 0 },
            listing: if capital { model.listing(lower) } else { 0 },
            classes: if kind == TokenKind::Word { classes(bare) } else { 0 },
            ..self
        }
    }

    /// True for a word of the class.
    pub fn is(&self, class: Class) -> bool {
        self.classes >> class as u32 & 1 == 1
    }

    /// True for a word that may stand behind a hyphen inside a name (`Jae-in`, not `Seoul-based`).
    fn is_name_part(&self) -> bool {
        self.kind == TokenKind::Word && (self.capital || !HYPHEN_TAILS.has(self.text))
    }

    /// True for a small word, number or mark that stands inside names (`of`, `'s`, `-`, `&`).
    fn links(&self) -> bool {
        match self.kind {
            TokenKind::Word => self.is(Class::Function) || self.is(Class::Particle) || self.glued,
            TokenKind::Number => true,
            TokenKind::Mark => matches!(self.text, "-" | "‐" | "‑" | "–" | "." | "&" | "/" | "'" | "’" | ","),
        }
    }
}

/// A class of words that a data file lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Words of offices and titles.
    Office,
    /// Courtesy titles.
    Courtesy,
    /// Words that describe an office.
    OfficeModifier,
    /// What an office is of.
    OfficeObject,
    /// Articles, prepositions and the like.
    Function,
    /// Particles of personal names.
    Particle,
    /// Verbs of speech.
    Speech,
    /// Months and weekdays.
    Calendar,
    /// Heads of organisations' names.
    OrganisationHead,
    /// Heads of places' names.
    PlaceHead,
    /// Heads of other names.
    OtherHead,
    /// Words that belong to names without a capital.
    Small,
}

/// The classes of a word, one bit each: one look for all lists, since every word of a text is looked up.
fn classes(word: &str) -> u32 {
    CLASSES.get(word).copied().unwrap_or_default()
}

static CLASSES: LazyLock<WordMap<u32>> = LazyLock::new(|| {
    let small_words = WordSet::new(include_str!("../data/small-words.en.txt"));
    let lists = [
        (&*OFFICES, Class::Office),
        (&*COURTESY_TITLES, Class::Courtesy),
        (&*OFFICE_MODIFIERS, Class::OfficeModifier),
        (&*OFFICE_OBJECTS, Class::OfficeObject),
        (&*FUNCTION_WORDS, Class::Function),
        (&*NAME_PARTICLES, Class::Particle),
        (&*SPEECH_VERBS, Class::Speech),
        (&*WEEKDAYS, Class::Calendar),
        (&small_words, Class::Small),
    ];
    let mut classes: BTreeMap<String, u32> = BTreeMap::new();
    let mut add = |word: &str, class: Class| *classes.entry(word.to_owned()).or_default() |= 1 << class as u32;
    lists.iter().for_each(|(list, class)| list.words().for_each(|word| add(word, *class)));
    month_names().filter(|month| month.len() > 3).for_each(|month| add(month, Class::Calendar));
    for (word, head) in heads() {
        let class = match head {
            Head::Organisation => Class::OrganisationHead,
            Head::Place => Class::PlaceHead,
            Head::Other => Class::OtherHead,
        };
        add(word, class);
    }
    WordMap::new(classes)
});

/// What each token may be. A name begins and ends with a capital or a number; small words and marks
/// stand inside it, at most two in a row.
pub fn allowed(words: &[Word<'_>]) -> Vec<LabelSet> {
    static LINKING: LazyLock<LabelSet> = LazyLock::new(LabelSet::linking);
    static CLOSING: LazyLock<LabelSet> = LazyLock::new(LabelSet::closing);
    let capital_within = |at: usize, reach: usize| words[at..].iter().take(reach).any(|word| word.capital);
    let mut since_capital = usize::MAX;
    let allowed = |(at, word): (usize, &Word<'_>)| {
        since_capital = if word.capital { 0 } else { since_capital.saturating_add(1) };
        if word.capital {
            return LabelSet::ALL;
        }
        if word.kind == TokenKind::Number && capital_within(at, 2) {
            return LabelSet::ALL;
        }
        if word.is(Class::Particle) && opens_with_hyphen(words, at) {
            return LabelSet::ALL;
        }
        if word.is(Class::Small) && since_capital <= 3 {
            return *CLOSING;
        }
        if !word.links() || since_capital > 4 {
            return LabelSet::OUTSIDE;
        }
        match word.kind {
            TokenKind::Number if since_capital <= 2 => *CLOSING,
            TokenKind::Mark if word.text == "." && word.glued && since_capital == 1 => *CLOSING,
            TokenKind::Word if word.glued && since_capital <= 2 && word.is_name_part() => *CLOSING,
            TokenKind::Mark if is_syllable(words, at) && since_capital == 1 => *LINKING,
            _ if capital_within(at, 3) => *LINKING,
            _ => LabelSet::OUTSIDE,
        }
    };
    words.iter().enumerate().map(allowed).collect()
}

fn has_capital(word: &str) -> bool {
    if word.is_ascii() { word.bytes().any(|byte| byte.is_ascii_uppercase()) } else { word.contains(char::is_uppercase) }
}

/// The hyphen of `Jae-in`.
fn is_syllable(words: &[Word<'_>], at: usize) -> bool {
    let is_hyphen = matches!(words[at].text, "-" | "‐" | "‑") && words[at].glued;
    is_hyphen && words.get(at + 1).is_some_and(|part| part.glued && part.is_name_part())
}

/// `al-` of `al-Qaida`.
fn opens_with_hyphen(words: &[Word<'_>], at: usize) -> bool {
    matches!(words.get(at + 1..at + 3), Some([hyphen, name]) if hyphen.text == "-" && hyphen.glued && name.glued && name.capital)
}

/// The shape of a word: `X` for capitals, `x` for small letters, `d` for digits, runs of one counted
/// once; marks stand for themselves.
fn shape(word: &str, kind: TokenKind) -> u64 {
    if kind == TokenKind::Mark {
        return exact(word);
    }
    let mut shape = 1;
    let mut before = 0;
    for letter in word.chars() {
        let class = match letter {
            letter if letter.is_uppercase() => 1,
            letter if letter.is_alphabetic() => 2,
            letter if letter.is_ascii_digit() => 3,
            '.' => 4,
            _ => 5,
        };
        // `XX` and `X` are two shapes.
        let repeated = u64::from(class == before) * 8;
        if class != before || shape & 15 != class + 8 {
            shape = (shape << 4) | (class + repeated);
        }
        before = class;
    }
    shape
}
