//! Comparison forms: when two spellings count as one.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The form under which names are compared: compatibility-decomposed, lower case, without
/// accents, hyphens and apostrophes folded, the points of initials dropped, white space single, a leading `the` and a trailing
/// possessive dropped.
///
/// ```
/// use annalist::text::compare::fold;
/// assert_eq!(fold("Yoon Suk-yeol"), fold("YOON  SUK YEOL"));
/// assert_eq!(fold("the U.S."), fold("US"));
/// assert_eq!(fold("Seoul’s"), "seoul");
/// ```
pub fn fold(words: &str) -> String {
    if words.is_ascii() {
        // most words of most texts: nothing to decompose
        return folded(words.chars().map(|character| character.to_ascii_lowercase()), words.len());
    }
    folded(words.nfkd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase), words.len())
}

/// Small letters in comparison form, of about so many bytes.
fn folded(letters_of: impl Iterator<Item = char>, length: usize) -> String {
    let mut folded = String::with_capacity(length);
    let mut letters = 0; // since the last space or point
    for character in letters_of {
        match character {
            '‘' | '’' | 'ʼ' | '`' => folded.push('\''),
            '-' | '‐' | '‑' | '–' => push_space(&mut folded),
            '.' if letters == 1 => {}
            c if c.is_whitespace() => push_space(&mut folded),
            c if c.is_control() => {}
            c => folded.push(c),
        }
        letters = if character.is_alphabetic() { letters + 1 } else { 0 };
    }
    let trimmed = folded.trim();
    let trimmed = trimmed.strip_suffix("'s").or_else(|| trimmed.strip_suffix('\'')).unwrap_or(trimmed);
    trimmed.strip_prefix("the ").unwrap_or(trimmed).trim().to_owned()
}

fn push_space(folded: &mut String) {
    if !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// The words of a span as a reader should see them: white space of any kind is one space.
///
/// ```
/// use annalist::text::compare::tidy;
/// assert_eq!(tidy(" on Sunday ,\n said "), "on Sunday, said");
/// ```
pub fn tidy(words: &str) -> String {
    let mut tidied = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        let sticks = word.starts_with([',', '.', ';', ':', '!', '?', ')']) && word.chars().count() == 1;
        if !tidied.is_empty() && !sticks {
            tidied.push(' ');
        }
        tidied.push_str(word);
    }
    tidied
}

/// `words` cut at a word boundary to at most `longest` characters, with an ellipsis where cut.
///
/// ```
/// use annalist::text::compare::shorten;
/// assert_eq!(shorten("one two three", 8), "one two…");
/// assert_eq!(shorten("one", 8), "one");
/// ```
pub fn shorten(words: &str, longest: usize) -> String {
    if words.chars().count() <= longest {
        return words.to_owned();
    }
    let cut: String = words.chars().take(longest).collect();
    let end = cut.rfind(char::is_whitespace).filter(|&end| end > longest / 3).unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([' ', ',', ';', ':', '—', '-', '.']))
}
