//! Words of office that are given names as well: in front of one surname, and nowhere an office in the text, `Dean` is
//! part of the name.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::role::is_article;
use crate::text::lexicon::{COURTESY_TITLES, OFFICE_MODIFIERS, OFFICES};
use crate::text::words::WordSet;
use crate::text::{Token, TokenKind};

static BOTH: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/office-given-names.en.txt")));

/// The words of a text that may be either; the text is read once, when the first is met.
pub struct GivenOffices<'t> {
    text: &'t str,
    told: OnceCell<Offices<'t>>,
}

/// What a text says of such words.
#[derive(Default)]
struct Offices<'t> {
    /// Those that stand in small letters or behind an article, in small letters.
    alone: HashSet<String>,
    /// Those in front of a longer name, with its surname.
    longer: HashSet<(&'t str, &'t str)>,
}

impl<'t> GivenOffices<'t> {
    /// Reads nothing yet.
    pub fn new(text: &'t str) -> Self {
        Self { text, told: OnceCell::new() }
    }

    /// True where the word at token `at` stands right in front of one surname, and nothing in the text says that it
    /// is an office: no `the dean`, no `Dean Ola Lund` beside `Dean Lund`.
    pub fn is_given_name(&self, tokens: &[Token], at: usize) -> bool {
        let text = self.text;
        let is_name =
            |at: usize| tokens.get(at).is_some_and(|next| next.kind == TokenKind::Word && next.is_capitalised(text));
        let word = tokens[at].of(text);
        if !BOTH.has(word) || !is_name(at) || !is_name(at + 1) || is_name(at + 2) {
            return false;
        }
        let before = at.checked_sub(1).map_or("", |before| tokens[before].of(text));
        let is_titled = OFFICES.has(before) || OFFICE_MODIFIERS.has(before) || COURTESY_TITLES.has(before);
        let told = self.told.get_or_init(|| Offices::of(text));
        let is_office =
            told.alone.contains(&word.to_lowercase()) || told.longer.contains(&(word, tokens[at + 1].of(text)));
        !is_titled && !is_office
    }
}

impl<'t> Offices<'t> {
    fn of(text: &'t str) -> Self {
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let mut told = Self::default();
        for (at, word) in words.iter().enumerate().filter(|(_, word)| BOTH.has(word)) {
            let is_led = at > 0 && is_article(words[at - 1]);
            if is_led || word.starts_with(char::is_lowercase) {
                told.alone.insert(word.to_lowercase());
            }
            if let [next, surname, ..] = words[at + 1..]
                && next.starts_with(char::is_uppercase)
            {
                told.longer.insert((word, surname));
            }
        }
        told
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;
    use crate::text::tokens::tokens;

    #[test]
    fn a_word_of_office_before_one_surname_may_be_a_given_name() {
        let table = [
            ("Dean Lund sold the boat.", true),
            ("The fishmonger, Dean Lund, sold the boat.", true),
            ("Dean Lund spoke. The dean was tired.", false),
            ("Dean Lund spoke. The Dean was tired.", false),
            ("Dean Lund spoke to the Dean", false),
            ("Dean Ola Lund spoke. They thanked Dean Lund.", false),
            ("Former Dean Lund spoke.", false),
            ("Mayor Lund spoke.", false),
        ];
        for (text, expected) in table {
            let tokens = tokens(text, Span::new(0, text.len()));
            let last = tokens.iter().rposition(|token| token.of(text) == "Lund").expect("a surname");
            assert_eq!(GivenOffices::new(text).is_given_name(&tokens, last - 1), expected, "{text}");
        }
    }

    /// A text that has nothing but such names is read once, not once for each: it would take minutes.
    #[test]
    fn a_text_full_of_them_is_read_once() {
        let text = "Dean Lund sold a boat. ".repeat(20_000);
        let tokens = tokens(&text, Span::new(0, text.len()));
        let given = GivenOffices::new(&text);
        assert!((0..tokens.len()).step_by(6).all(|at| given.is_given_name(&tokens, at)));
    }
}
