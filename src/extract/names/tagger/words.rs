//! [`Word`]: what the tagger knows of a token before it looks at its neighbours.

use std::sync::LazyLock;

use super::hash::{exact, folded};
use super::label::LabelSet;
use super::model::Model;
use crate::extract::names::lexicon::{HYPHEN_TAILS, Head, head, without_possessive};
use crate::text::lexicon::{
    COURTESY_TITLES, FUNCTION_WORDS, NAME_PARTICLES, OFFICE_MODIFIERS, OFFICE_OBJECTS, OFFICES, SPEECH_VERBS, WEEKDAYS,
    month_number,
};
use crate::text::words::WordSet;
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

/// The classes of words that data files list, one bit each.
const CLASSES: usize = 12;

impl<'t> Word<'t> {
    /// Looks a token up. What only names need is looked up for capitals only.
    pub fn new(text: &'t str, token: &Token, model: &Model<'_>) -> Self {
        let whole = token.of(text);
        let bare = without_possessive(whole);
        let lower = folded(bare);
        let capital = token.kind == TokenKind::Word && bare.chars().any(char::is_uppercase);
        Self {
            text: bare,
            lower,
            shape: shape(bare, token.kind),
            clusters: if token.kind == TokenKind::Word { model.clusters(lower) } else { 0 },
            listing: if capital { model.listing(lower) } else { 0 },
            classes: if token.kind == TokenKind::Word { classes(bare) } else { 0 },
            kind: token.kind,
            glued: token.glued,
            possessive: bare.len() < whole.len(),
            capital,
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

static SMALL_WORDS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("../data/small-words.en.txt")));

/// The classes of a word, one bit each.
fn classes(word: &str) -> u32 {
    let head = head(word);
    let held: [bool; CLASSES] = [
        OFFICES.has(word),
        COURTESY_TITLES.has(word),
        OFFICE_MODIFIERS.has(word),
        OFFICE_OBJECTS.has(word),
        FUNCTION_WORDS.has(word),
        NAME_PARTICLES.has(word),
        SPEECH_VERBS.has(word),
        WEEKDAYS.has(word) || word.len() > 3 && month_number(word).is_some(),
        head == Some(Head::Organisation),
        head == Some(Head::Place),
        head == Some(Head::Other),
        SMALL_WORDS.has(word),
    ];
    held.iter().enumerate().fold(0, |bits, (class, held)| bits | u32::from(*held) << class)
}

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
