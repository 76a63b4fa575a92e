//! Sentences: the unit that events and evidence are quoted in.

use std::sync::LazyLock;

use super::Span;
use super::words::WordSet;

static ABBREVIATIONS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/abbreviations.en.txt")));
static OPENERS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/sentence-openers.en.txt")));

/// A run of words without an end is cut behind so many bytes: everything that quotes a sentence would
/// otherwise grow with the square of a hostile line. The longest sentences of newspapers have under
/// a thousand.
const LONGEST: usize = 4000;

/// The sentences of `within` in order, trimmed; together they hold every word of it.
///
/// A sentence ends at `.`, `!`, `?`, `…` or their CJK twins, with the closing quotes and brackets
/// that follow, when white space and then something that can open a sentence comes next. Points of
/// abbreviations, initials and numbers do not count; an empty line always ends a sentence.
///
/// ```
/// use annalist::text::{Span, sentences::sentences};
/// let text = "Gen. Pat Ryder spoke. “We will.” The U.S. Army agreed in the U.S. The rest waited.";
/// let found: Vec<_> = sentences(text, Span::new(0, text.len())).iter().map(|s| s.of(text)).collect();
/// assert_eq!(found, ["Gen. Pat Ryder spoke.", "“We will.”", "The U.S. Army agreed in the U.S.", "The rest waited."]);
/// ```
pub fn sentences(text: &str, within: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = within.start;
    let mut at = within.start;
    loop {
        at = candidate(text, Span::new(at, within.end), start);
        if at >= within.end {
            break;
        }
        let Some(length) = end_at(text, Span::new(at, within.end), start) else {
            at += step(&text[at..]);
            continue;
        };
        push(&mut found, text, Span::new(start, at + length));
        start = at + length;
        at = start;
    }
    push(&mut found, text, Span::new(start, within.end));
    found
}

/// The first place in `rest` where the sentence that starts at `start` can end, or the end of `rest`.
/// Every mark that ends a sentence starts with one of these bytes.
fn candidate(text: &str, rest: Span, start: usize) -> usize {
    let reach = rest.end.min(start + LONGEST);
    let Some(bytes) = text.as_bytes().get(rest.start..reach) else { return rest.start };
    let may_end = |byte: &u8| matches!(byte, b'.' | b'!' | b'?' | b'\n' | 0xE2 | 0xE3 | 0xEF);
    let mut at = bytes.iter().position(may_end).map_or(reach, |length| rest.start + length);
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// The length of the next character, or of a whole run of marks that ended nothing.
fn step(rest: &str) -> usize {
    let run = rest.len() - rest.trim_start_matches(['.', '!', '?', '…']).len();
    if run > 0 { run } else { rest.chars().next().map_or(1, char::len_utf8) }
}

fn push(found: &mut Vec<Span>, text: &str, sentence: Span) {
    let sentence = sentence.trimmed(text);
    if !sentence.is_empty() {
        found.push(sentence);
    }
}

/// The length of a sentence end that starts at `rest.start`, marks and closing quotes included.
fn end_at(text: &str, rest: Span, sentence_start: usize) -> Option<usize> {
    let slice = rest.of(text);
    let first = slice.chars().next()?;
    let length = rest.start - sentence_start;
    if (length >= LONGEST && first.is_whitespace()) || length >= 2 * LONGEST {
        return Some(first.len_utf8());
    }
    if first == '\n' {
        let blank = slice[1..].trim_start_matches([' ', '\t', '\r']).starts_with('\n');
        return blank.then_some(1);
    }
    if matches!(first, '。' | '！' | '？') {
        return Some(first.len_utf8() + closing_length(&slice[first.len_utf8()..]));
    }
    if !matches!(first, '.' | '!' | '?' | '…') {
        return None;
    }
    let marks = slice.len() - slice.trim_start_matches(['.', '!', '?', '…']).len();
    let length = marks + closing_length(&slice[marks..]);
    let after = &slice[length..];
    let next = after.trim_start();
    if next.is_empty() || next.len() == after.len() || !opens_sentence(next) {
        return None;
    }
    let before = &text[sentence_start..rest.start];
    let is_point = first == '.' && marks == 1;
    (!(is_point && length == 1 && point_belongs_to_word(before, next))).then_some(length)
}

fn closing_length(rest: &str) -> usize {
    rest.len() - rest.trim_start_matches(['”', '’', '"', '\'', ')', ']', '»', '」', '』']).len()
}

fn opens_sentence(next: &str) -> bool {
    let mut characters =
        next.chars().filter(|c| !matches!(c, '“' | '‘' | '"' | '\'' | '(' | '[' | '«' | '「' | '—' | '-'));
    characters.next().is_some_and(|c| c.is_uppercase() || c.is_numeric() || (c.is_alphabetic() && !c.is_lowercase()))
}

/// `Gen.`, `J.`, `p.m.` and `U.S.` before a name: the point is part of the word.
fn point_belongs_to_word(before: &str, next: &str) -> bool {
    let word =
        before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"' | '[')).next().unwrap_or_default();
    let is_initials =
        word.contains('.') && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.' || byte == b'-');
    let is_letter = |letter: &str| letter.len() == 1 && letter.bytes().all(|byte| byte.is_ascii_alphabetic());
    if is_initials || (word.contains('.') && word.split('.').all(is_letter)) {
        let opener: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
        return !OPENERS.has(&opener);
    }
    let is_single_capital = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_uppercase()) && word != "I";
    is_single_capital || ABBREVIATIONS.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text, Span::new(0, text.len())).iter().map(|s| s.of(text)).collect()
    }

    #[test]
    fn newspaper_points_do_not_end_sentences() {
        let table: &[(&str, &[&str])] = &[
            ("On Oct. 27 he spoke. Nobody left.", &["On Oct. 27 he spoke.", "Nobody left."]),
            ("The J. P. Morgan case. Next.", &["The J. P. Morgan case.", "Next."]),
            ("It rose 2.5 percent. 3 left.", &["It rose 2.5 percent.", "3 left."]),
            ("“Why?” he asked. “No!” she said.", &["“Why?” he asked.", "“No!” she said."]),
            ("One\n\nTwo", &["One", "Two"]),
            ("first line\nsecond line.", &["first line\nsecond line."]),
            ("彼は言った。次は", &["彼は言った。", "次は"]),
            ("  ", &[]),
        ];
        for (text, expected) in table {
            assert_eq!(&split(text), expected, "{text}");
        }
    }

    #[test]
    fn a_line_without_an_end_is_cut_between_words() {
        let text = "and on 3 May 2021 ".repeat(2_000);
        let found = split(&text);
        assert!(found.len() > 5 && found.iter().all(|sentence| sentence.len() <= LONGEST + 20), "{}", found.len());
        assert_eq!(found.join(" ").split_whitespace().count(), text.split_whitespace().count());
    }
}
