//! Matching by hand: the small moves that the rules for lines are made of.
//!
//! Every rule looks at every paragraph, and nearly always says no. Patterns with Unicode classes
//! and counted repetitions would take longer to build than a short run takes altogether.

/// What stands behind `word` at the start of `text`, in any case of ASCII.
pub fn strip<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let head = text.get(..word.len())?;
    head.eq_ignore_ascii_case(word).then(|| &text[word.len()..])
}

/// What stands behind the first of `words` that `text` starts with, in any case of ASCII.
pub fn strip_any<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| strip(text, word))
}

/// `text` without one of `words` at its start, or as it is.
pub fn without_any<'t>(text: &'t str, words: &[&str]) -> &'t str {
    strip_any(text, words).unwrap_or(text)
}

/// `text` without one of these characters at its start, or as it is.
pub fn without_mark<'t>(text: &'t str, marks: &[char]) -> &'t str {
    text.strip_prefix(marks).unwrap_or(text)
}

/// What stands behind white space, one character of it at least.
pub fn strip_space(text: &str) -> Option<&str> {
    let rest = text.trim_start();
    (rest.len() < text.len()).then_some(rest)
}

/// From one to `most` ASCII digits at the start, and what stands behind them.
pub fn digits(text: &str, most: usize) -> Option<(&str, &str)> {
    let count = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    (count > 0).then(|| text.split_at(count))
}

/// Exactly `count` ASCII digits at the start, and what stands behind them.
pub fn exactly(text: &str, count: usize) -> Option<(&str, &str)> {
    digits(text, count).filter(|(number, _)| number.len() == count)
}

/// The ASCII letters at the start, and what stands behind them.
pub fn letters(text: &str) -> (&str, &str) {
    text.split_at(text.bytes().take_while(u8::is_ascii_alphabetic).count())
}

/// How many bytes the characters of `text` take that `belongs` holds of, at most `most` of them.
pub fn run(text: &str, most: usize, belongs: impl Fn(char) -> bool) -> usize {
    let stops = text.char_indices().enumerate().find(|&(count, (_, c))| count == most || !belongs(c));
    stops.map_or(text.len(), |(_, (at, _))| at)
}
