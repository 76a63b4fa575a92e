//! Words of office that are given names as well: in front of one surname, and nowhere an office in the text, `Dean` is
//! part of the name.

use crate::text::lexicon::{COURTESY_TITLES, OFFICE_MODIFIERS, OFFICES};
use crate::text::words::WordSet;
use crate::text::{Token, TokenKind};
use std::sync::LazyLock;

static BOTH: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/office-given-names.en.txt")));

/// True where the word at token `at` stands right in front of one surname, and nothing in the text says that it is an
/// office: no `the dean`, no `Dean Ola Lund` beside `Dean Lund`.
pub fn is_given_name(text: &str, tokens: &[Token], at: usize) -> bool {
    let is_name =
        |at: usize| tokens.get(at).is_some_and(|next| next.kind == TokenKind::Word && next.is_capitalised(text));
    let word = tokens[at].of(text);
    if !BOTH.has(word) || !is_name(at) || !is_name(at + 1) || is_name(at + 2) {
        return false;
    }
    let before = at.checked_sub(1).map_or("", |before| tokens[before].of(text));
    let is_titled = OFFICES.has(before) || OFFICE_MODIFIERS.has(before) || COURTESY_TITLES.has(before);
    !is_titled && !is_office_in(text, word, tokens[at + 1].of(text))
}

/// True where the text has the word in small letters, behind `the`, or in front of a longer name of that surname.
fn is_office_in(text: &str, word: &str, surname: &str) -> bool {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let small = word.to_lowercase();
    words.windows(3).any(|three| {
        let is_longer = three[0] == word && three[1].starts_with(char::is_uppercase) && three[2] == surname;
        is_longer || three[0].eq_ignore_ascii_case("the") && three[1] == word
    }) || words.contains(&small.as_str())
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
            ("Dean Ola Lund spoke. They thanked Dean Lund.", false),
            ("Former Dean Lund spoke.", false),
            ("Mayor Lund spoke.", false),
        ];
        for (text, expected) in table {
            let tokens = tokens(text, Span::new(0, text.len()));
            let last = tokens.iter().rposition(|token| token.of(text) == "Lund").expect("a surname");
            assert_eq!(is_given_name(text, &tokens, last - 1), expected, "{text}");
        }
    }
}
