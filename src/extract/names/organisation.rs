//! Organisations: runs of capitalised words with an organisation's word in them.

use super::known::without_possessive;
use super::lexicon::{Head, head};
use super::{NameKind, NameMention, Taken};
use crate::model::Weekday;
use crate::text::lexicon::{FUNCTION_WORDS, OFFICES, month_number};
use crate::text::{Token, TokenKind};

/// The organisations, and places and other names with a telling word, of a sentence. A run may
/// take in country and nationality words, which are then part of its name: it must start free or
/// with one of them.
pub fn find(text: &str, taken: &Taken<'_>) -> Vec<NameMention> {
    let tokens = &taken.sentence.tokens;
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let end = run_end(text, tokens, at);
        if end > at
            && let Some((from, to, kind)) = named(text, tokens, at, end)
            && taken.is_free(from, to)
        {
            found.push(super::plain(without_possessive(text, taken.span(from, to)), kind));
        }
        at = end.max(at + 1);
    }
    found
}

/// One past a run of capitalised words; `of`, `for`, `and`, `the`, `on` may stand between them
/// behind an organisation's word (`Ministry of Foreign Affairs`).
fn run_end(text: &str, tokens: &[Token], at: usize) -> usize {
    let mut end = at;
    while end < tokens.len() && is_run_word(text, &tokens[end]) {
        let possessive = tokens[end].of(text).ends_with("’s") || tokens[end].of(text).ends_with("'s");
        end += 1;
        if possessive {
            break;
        }
        let link = link_length(text, tokens, end);
        let has_head = head(tokens[end - 1].of(text)).is_some();
        if link > 0 && has_head {
            end += link;
        } else if is_joined(text, tokens, end) {
            end += 1;
        }
    }
    end
}

fn is_run_word(text: &str, token: &Token) -> bool {
    if !token.is_capitalised(text) {
        return false;
    }
    let word = token.of(text);
    let is_date = word.len() > 3 && month_number(word).is_some() || Weekday::ALL.iter().any(|day| day.name() == word);
    !is_date && (token.is_all_caps(text) || !FUNCTION_WORDS.has(word))
}

fn link_length(text: &str, tokens: &[Token], at: usize) -> usize {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    let length = match (word(at), word(at + 1)) {
        ("of" | "for" | "on", "the") => 2,
        ("of" | "for" | "on", _) => 1,
        _ => return 0,
    };
    if tokens.get(at + length).is_some_and(|token| is_run_word(text, token)) { length } else { 0 }
}

fn is_joined(text: &str, tokens: &[Token], at: usize) -> bool {
    let is_mark = tokens
        .get(at)
        .is_some_and(|token| matches!(token.of(text), "-" | "&") && (token.glued || token.of(text) == "&"));
    is_mark && tokens.get(at + 1).is_some_and(|next| next.is_capitalised(text))
}

/// The part of a run that is a name, and what it names: from its start to the last telling word
/// and what `of` adds to it. A telling word alone (`Ministry`) names nothing.
fn named(text: &str, tokens: &[Token], at: usize, end: usize) -> Option<(usize, usize, NameKind)> {
    let telling = (at..end)
        .rev()
        .find(|&place| tokens[place].kind == TokenKind::Word && head(bare(tokens[place].of(text))).is_some())?;
    let kind = match head(bare(tokens[telling].of(text)))? {
        Head::Organisation => NameKind::Organisation,
        Head::Place => NameKind::Place,
        Head::Other => NameKind::Other,
    };
    let behind_link = link_length(text, tokens, telling + 1);
    let to = if behind_link > 0 { end } else { telling + 1 };
    let from = if starts_sentence_with_office(text, tokens, at) { at + 1 } else { at };
    let words = tokens[from..to.max(from)].iter().filter(|token| token.kind == TokenKind::Word).count();
    let has_office = tokens[telling + 1..end].iter().any(|token| OFFICES.has(token.of(text)));
    (words >= 2 && !has_office).then_some((from, to, kind))
}

fn bare(word: &str) -> &str {
    word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word)
}

fn starts_sentence_with_office(text: &str, tokens: &[Token], at: usize) -> bool {
    OFFICES.has(tokens[at].of(text))
        && !matches!(
            tokens[at].of(text),
            "Foreign" | "Defense" | "Defence" | "Justice" | "General" | "Chief" | "Executive"
        )
}
