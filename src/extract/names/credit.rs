//! Credits in running text: who took a picture or edited a report is no actor of the story.

use std::sync::LazyLock;

use crate::text::lexicon::AGENCIES;
use crate::text::words::{WordMap, WordSet, table};
use crate::text::{Span, Token};

/// A picture's credit has at most this many tokens behind its colon.
const LONGEST: usize = 12;

static BYLINE_OFFICES: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/byline-offices.en.txt")));

static CREDIT_WORDS: LazyLock<WordMap<&str>> =
    LazyLock::new(|| WordMap::new(table(include_str!("data/credit-words.en.txt"))));

/// The credits of a sentence, in order: `Photograph: Jane Doe/AP`, `AP Photo/Jane Doe`, `Jane Doe/AP`,
/// `(Reporting by Jane Doe; editing by Ola Lund)`.
pub fn credits(text: &str, tokens: &[Token]) -> Vec<Span> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    let span = |from: usize, to: usize| Span::new(tokens[from].span.start, tokens[to - 1].span.end);
    let is_picture = |at: usize| CREDIT_WORDS.get(word(at)) == Some(&"picture");
    let mut credits: Vec<Span> = Vec::new();
    for at in 0..tokens.len() {
        match word(at) {
            ":" if at > 0 && is_picture(at - 1) => {
                let end = tokens.len().min(at + LONGEST);
                let slash = (at..end).find(|&at| word(at) == "/").map_or(at + 4, |slash| slash + 2);
                credits.push(span(at, slash.min(tokens.len())));
            }
            "/" if at > 0 && is_picture(at - 1) => {
                let end = (at + 1..tokens.len().min(at + 5)).take_while(|&at| tokens[at].is_capitalised(text)).last();
                credits.push(span(at.saturating_sub(2), end.unwrap_or(at) + 1));
            }
            // `REUTERS/Jane Doe`
            "/" if tokens[at].glued && at > 0 && AGENCIES.has(word(at - 1)) => {
                let end = (at + 1..tokens.len().min(at + 5)).take_while(|&at| tokens[at].is_capitalised(text)).last();
                credits.push(span(at - 1, end.unwrap_or(at) + 1));
            }
            // `OSLO (Reuters) - `
            "(" if AGENCIES.has(word(at + 1)) && word(at + 2) == ")" && is_dash(word(at + 3)) => {
                credits.push(span(at, at + 3));
            }
            "By" | "BY" if at == 0 => credits.extend(byline(text, tokens).map(|end| span(0, end))),
            _ if is_report(word(at), word(at + 1)) && tokens[at].is_capitalised(text) && at == 0 => {
                credits.push(span(0, tokens.len()));
            }
            "/" if tokens[at].glued && AGENCIES.has(word(at + 1)) => {
                let start = (0..at).rev().take_while(|&at| tokens[at].is_capitalised(text)).take(4).last();
                credits.push(span(start.unwrap_or(at), at + 2));
            }
            "(" if is_report(word(at + 1), word(at + 2)) || is_report(word(at + 2), word(at + 3)) => {
                let end = (at..tokens.len()).find(|&at| word(at) == ")").unwrap_or(tokens.len() - 1);
                credits.push(span(at, end + 1));
            }
            _ => {}
        }
    }
    credits.dedup_by(|later, earlier| later.overlaps(*earlier));
    credits
}

fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–" | "—")
}

/// One past the name of `By Jane Doe, Health Editor` at the head of a sentence.
fn byline(text: &str, tokens: &[Token]) -> Option<usize> {
    let name = tokens[1..].iter().take_while(|token| token.is_capitalised(text)).count();
    let word = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    let is_editor = || tokens[name + 1..].iter().take(6).any(|token| BYLINE_OFFICES.has(token.of(text)));
    let closes = match word(name + 1) {
        "" => true,
        "," => is_editor(),
        _ => false,
    };
    ((2..=4).contains(&name) && closes).then_some(name + 1)
}

/// `Reporting by`.
fn is_report(word: &str, behind: &str) -> bool {
    behind == "by" && CREDIT_WORDS.get(word) == Some(&"report")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens::tokens;

    #[test]
    fn credits_are_told_from_the_story() {
        let table = [
            ("Photograph: Jane Doe/AP Ola Lund left.", vec![": Jane Doe/AP"]),
            ("A ship burns. AP Photo/Jane Doe", vec!["AP Photo/Jane Doe"]),
            ("The port at dawn (Jane Doe/Reuters)", vec!["Jane Doe/Reuters"]),
            (
                "It fell. (Additional reporting by Jane Doe; Editing by Ola Lund)",
                vec!["(Additional reporting by Jane Doe; Editing by Ola Lund)"],
            ),
            ("REUTERS/Jane Doe", vec!["REUTERS/Jane Doe"]),
            ("OSLO (Reuters) - Ola Lund left.", vec!["(Reuters)"]),
            ("By Jane Doe, Health Editor", vec!["By Jane Doe"]),
            ("By Jane Doe", vec!["By Jane Doe"]),
            ("By Ola Lund, nobody was harmed.", vec![]),
            ("Reporting by Jane Doe; editing by Ola Lund", vec!["Reporting by Jane Doe; editing by Ola Lund"]),
            ("He said: Jane Doe and/or Ola Lund (a mayor) left.", vec![]),
        ];
        for (text, expected) in table {
            let found = credits(text, &tokens(text, Span::new(0, text.len())));
            assert_eq!(found.iter().map(|span| span.of(text)).collect::<Vec<_>>(), expected, "{text}");
        }
    }
}
