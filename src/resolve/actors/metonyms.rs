//! Metonyms: a capital that acts is its country's government, one that locates is the place.
//!
//! Told by the words around the mention, which are data. What is not told is the place.

use super::lexicon::METONYMS;
use crate::text::Span;

/// So many bytes around the mention are looked at.
const REACH: usize = 48;
/// The verb stands among so many words behind its auxiliary (`has not yet agreed`).
const AUXILIARY_REACH: usize = 3;

/// True where the capital at `span` of `text` acts.
pub fn acts(text: &str, span: Span) -> bool {
    let before = words_before(text, span.start);
    let (possessive, behind) = behind(text, span.end);
    let first = behind.first().map_or("", String::as_str);
    let last = before.last().map_or("", String::as_str);
    if METONYMS.has("in", last)
        || last == "of" && before.len() > 1 && is_name(text, span.start)
        || first == "," && is_capitalised(text, span.end)
    {
        return false;
    }
    if possessive {
        return behind.iter().take(3).any(|word| METONYMS.has("owns", word));
    }
    if says_act(&behind) || METONYMS.has("of", last) && last != "that" && before.len() > 1 {
        return true;
    }
    // `between Washington and Seoul`, `Washington and Tokyo agreed`
    let is_joined_before = matches!(last, "and" | "or" | "nor");
    let is_joined_behind = matches!(first, "and" | "or" | "nor");
    let has_partner = before.iter().rev().take(4).any(|word| METONYMS.has("of", word) && word != "that");
    let acts_later = (1..behind.len().min(4)).any(|at| says_act(&behind[at..]));
    is_joined_before && has_partner || is_joined_behind && (has_partner || acts_later)
}

/// `Lloyd’s of London`: the word in front of `of` is a name's.
fn is_name(text: &str, start: usize) -> bool {
    let before = text[..start].trim_end();
    let before = before.strip_suffix("of").unwrap_or(before).trim_end();
    before.rsplit(char::is_whitespace).next().is_some_and(|word| word.starts_with(char::is_uppercase))
}

/// A verb of what governments do, or an auxiliary with one: `said`, `is also seeking`, not `is hot`.
fn says_act(words: &[String]) -> bool {
    let is_act = |word: &String| METONYMS.has("acts", word) || METONYMS.has("verb", word);
    match words {
        [first, ..] if METONYMS.has("acts", first) => true,
        [first, rest @ ..] if METONYMS.has("aux", first) => {
            let goes_on = matches!(rest, [been, verb, ..] if been == "been" && verb.ends_with("ing"));
            goes_on || rest.iter().take(AUXILIARY_REACH).any(is_act)
        }
        [_, ..] => false,
        [] => false,
    }
}

/// True where the word in front of `span` leads to a place.
pub fn is_located(text: &str, span: Span) -> bool {
    words_before(text, span.start).last().is_some_and(|last| METONYMS.has("place", last))
}

/// `Seoul, South Korea`: the comma stands before another name.
fn is_capitalised(text: &str, from: usize) -> bool {
    text[from..].trim_start_matches([',', ' ']).starts_with(char::is_uppercase)
}

fn words_before(text: &str, end: usize) -> Vec<String> {
    let start = text[..end].char_indices().rev().nth(REACH).map_or(0, |(at, _)| at);
    let clause = text[start..end].rsplit(['.', ';', '(', '\n']).next().unwrap_or_default();
    clause.split_whitespace().map(plain).collect()
}

/// Whether a possessive follows, and the words behind it; a comma is a word of its own.
fn behind(text: &str, start: usize) -> (bool, Vec<String>) {
    let end = text[start..].char_indices().nth(REACH).map_or(text.len(), |(at, _)| start + at);
    let clause = text[start..end].split(['.', ';', ')', '\n']).next().unwrap_or_default();
    let rest = clause.strip_prefix("’s").or_else(|| clause.strip_prefix("'s"));
    let is_possessive = rest.is_some();
    let rest = rest.unwrap_or(clause);
    let mut words: Vec<String> = Vec::new();
    if rest.starts_with(',') {
        words.push(",".to_owned());
    }
    words.extend(rest.split_whitespace().map(plain).filter(|word| !word.is_empty()));
    (is_possessive, words)
}

fn plain(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_capital_acts_or_is_a_place() {
        for (text, expected) in [
            ("Officials met in Oslo on Friday.", false),
            ("They met at the harbour of Oslo, Norway.", false),
            ("She flew to Oslo.", false),
            ("Oslo said it would agree.", true),
            ("Experts say Oslo wants a treaty.", true),
            ("Talks between Oslo and Bergen failed.", true),
            ("Talks between Bergen and Oslo failed.", true),
            ("Bergen and Oslo agreed on it.", true),
            ("Closer ties with Oslo are sought.", true),
            ("Oslo’s decision to leave was met with anger.", true),
            ("Oslo’s streets were empty.", false),
            ("A statement by Oslo and Bergen came late.", true),
            ("The road is long. Oslo", false),
            ("Officials from Oslo stayed.", false),
            ("Oslo is a tomb.", false),
            ("Oslo was hit by a storm.", false),
            ("Oslo is now seeking a treaty.", true),
            ("Oslo has not yet agreed.", true),
            ("Survivors in the capital Oslo said so.", false),
            ("The traders, Lund’s of Oslo, said so.", false),
            ("Oslo has been supplying ships.", true),
            ("With Oslo far away, nobody came.", false),
        ] {
            let start = text.find("Oslo").unwrap();
            assert_eq!(acts(text, Span::new(start, start + 4)), expected, "{text}");
        }
    }
}
