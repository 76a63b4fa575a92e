//! Tokens: words, numbers and marks with their spans.

use super::Span;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with apostrophes between them; dotted initials (`U.S.`) are one word.
    Word,
    /// Digits, with commas or points between them (`3,600`, `2.5`).
    Number,
    /// Any other single character.
    Mark,
}

/// A word, number or mark of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// True when no white space stands before it.
    pub glued: bool,
}

impl Token {
    /// The token's words in `text`.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        self.span.of(text)
    }

    /// True for a word whose first letter is a capital.
    pub fn is_capitalised(&self, text: &str) -> bool {
        self.kind == TokenKind::Word && self.of(text).chars().next().is_some_and(char::is_uppercase)
    }

    /// True for a word of capitals only, two letters at least.
    pub fn is_all_caps(&self, text: &str) -> bool {
        self.kind == TokenKind::Word && is_all_caps(self.of(text))
    }
}

/// True when every letter of `words` is a capital and there are two at least.
///
/// ```
/// use annalist::text::tokens::is_all_caps;
/// assert!(is_all_caps("U.S. TROOPS"));
/// assert!(!is_all_caps("A"));
/// assert!(!is_all_caps("Troops"));
/// ```
pub fn is_all_caps(words: &str) -> bool {
    let mut capitals = 0;
    for letter in words.chars().filter(|c| c.is_alphabetic()) {
        if !letter.is_uppercase() {
            return false;
        }
        capitals += 1;
    }
    capitals >= 2
}

/// The tokens of `within` in order; white space belongs to none.
///
/// ```
/// use annalist::text::{Span, tokens::tokens};
/// let text = "U.S. envoy's 3,600-mile trip.";
/// let words: Vec<_> = tokens(text, Span::new(0, text.len())).iter().map(|t| t.of(text)).collect();
/// assert_eq!(words, ["U.S.", "envoy's", "3,600", "-", "mile", "trip", "."]);
/// ```
pub fn tokens(text: &str, within: Span) -> Vec<Token> {
    let slice = within.of(text);
    let mut found = Vec::with_capacity(slice.len() / 5 + 1);
    let mut at = 0;
    let mut glued = false;
    while let Some(first) = char_at(slice, at) {
        if first.is_whitespace() {
            at += first.len_utf8();
            glued = false;
            continue;
        }
        let (kind, length) = token_at(slice, at, first);
        let span = Span::new(at, at + length).shifted(within.start);
        found.push(Token { span, kind, glued });
        at += length;
        glued = true;
    }
    found
}

/// The character that starts at a byte; those of ASCII without decoding.
fn char_at(text: &str, at: usize) -> Option<char> {
    match *text.as_bytes().get(at)? {
        byte if byte.is_ascii() => Some(char::from(byte)),
        _ => text[at..].chars().next(),
    }
}

fn token_at(text: &str, at: usize, first: char) -> (TokenKind, usize) {
    if first.is_ascii_digit() {
        return (TokenKind::Number, number_length(&text.as_bytes()[at..]));
    }
    if first.is_alphabetic() {
        let initials = initials_length(&text.as_bytes()[at..]);
        return (TokenKind::Word, initials.unwrap_or_else(|| word_length(text, at)));
    }
    (TokenKind::Mark, first.len_utf8())
}

fn number_length(bytes: &[u8]) -> usize {
    let mut length = 0;
    while length < bytes.len() {
        let joins = matches!(bytes[length], b',' | b'.') && bytes.get(length + 1).is_some_and(u8::is_ascii_digit);
        if !bytes[length].is_ascii_digit() && !joins {
            break;
        }
        length += 1;
    }
    length
}

/// `U.S.` and `J.R.R.`: two or more single capitals, each with its point.
fn initials_length(bytes: &[u8]) -> Option<usize> {
    if bytes.get(1) != Some(&b'.') {
        return None;
    }
    let pairs = bytes.chunks_exact(2).take_while(|pair| pair[0].is_ascii_uppercase() && pair[1] == b'.').count();
    (pairs >= 2).then_some(pairs * 2)
}

fn word_length(text: &str, start: usize) -> usize {
    let mut at = start;
    while let Some(character) = char_at(text, at) {
        let behind = at + character.len_utf8();
        let goes_on = match character {
            '\'' | '’' => char_at(text, behind).is_some_and(char::is_alphabetic),
            letter => {
                letter.is_alphabetic() || !letter.is_ascii() && unicode_normalization::char::is_combining_mark(letter)
            }
        };
        if !goes_on {
            break;
        }
        at = behind;
    }
    at - start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_told_apart_and_lose_nothing() {
        let table: &[(&str, &[&str])] = &[
            ("Suk-yeol", &["Suk", "-", "yeol"]),
            ("“No,” he said.", &["“", "No", ",", "”", "he", "said", "."]),
            ("Seoul’s 75th", &["Seoul’s", "75", "th"]),
            ("v0.24 🌳", &["v", "0.24", "🌳"]),
            ("U.N. U.S.-Japan", &["U.N.", "U.S.", "-", "Japan"]),
            ("A. B. Jones", &["A", ".", "B", ".", "Jones"]),
            ("cafe\u{301} 東京", &["cafe\u{301}", "東京"]),
            ("", &[]),
        ];
        for (text, expected) in table {
            let found = tokens(text, Span::new(0, text.len()));
            let words: Vec<_> = found.iter().map(|token| token.of(text)).collect();
            assert_eq!(&words, expected, "{text}");
        }
    }
}
