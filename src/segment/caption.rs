//! Captions and credits: words about a picture that the text no longer shows.

use super::matching::{run, strip, strip_any, strip_space, without_mark};
use super::zones::{cut, relabel_body};
use crate::model::{Zone, ZoneKind};
use crate::text::Span;
use crate::text::lexicon::AGENCIES;

/// Longest paragraph that can be a caption, in bytes.
const LONGEST: usize = 600;

/// Labels paragraphs that end in a picture credit as caption and credit; a line that is a credit
/// and nothing else is a credit.
pub fn label(text: &str, zones: Vec<Zone>) -> Vec<Zone> {
    relabel_body(zones, |zone| {
        let words = zone.span.of(text);
        if words.len() > LONGEST {
            return vec![zone];
        }
        let Some(start) = credit_start(words) else { return vec![zone] };
        let start = start + zone.span.start;
        let caption = Zone { span: Span::new(zone.span.start, start), kind: ZoneKind::Caption };
        let credit = Zone { span: Span::new(start, zone.span.end), kind: ZoneKind::Credit };
        cut(text, zone, &[caption, credit])
    })
}

/// Where the credit at the end of `words` starts.
fn credit_start(words: &str) -> Option<usize> {
    let end = words.trim_end();
    let end = end.strip_suffix('|').map_or(end, str::trim_end);
    if let Some(start) = named_credit(end).or_else(|| bracketed(end)) {
        let before = words[..start].trim_end();
        let stands_apart = before.is_empty()
            || before.ends_with(['.', '!', '?', '”', '’', ')', '"'])
            || words[start..].starts_with(['/', '|', '(', '[']);
        return stands_apart.then_some(start);
    }
    let start = last_words(end)?;
    let names_agency = end[start..].split('/').any(|part| AGENCIES.has(part.trim()));
    names_agency.then_some(start)
}

/// The words that introduce a credit, the longer of two that begin alike first.
const INTRODUCTIONS: [&str; 4] = ["photographs", "photograph", "photos", "photo"];

/// Where `/ Source: Harbour Pool`, `Photograph: A. Doe/AFP`, `(Photo by A. Doe)`, `Image credit: X`
/// starts at the end of a paragraph.
fn named_credit(words: &str) -> Option<usize> {
    let inner = words.strip_suffix([')', ']']).unwrap_or(words);
    let from = inner.rfind(is_mark_of_credit).map_or(0, |at| at + 1);
    let credit = inner[from..].char_indices().map(|(at, _)| from + at).find(|&at| {
        let behind = behind_introduction(&inner[at..]);
        behind.is_some_and(|credit| names_somebody(credit.trim_start()))
    })?;
    let before = inner[..credit].trim_end();
    Some(before.strip_suffix(['/', '|', '(', '[']).map_or(credit, str::len))
}

/// Marks that no credit has in it.
fn is_mark_of_credit(c: char) -> bool {
    matches!(c, '.' | '|' | '(' | ')' | '[' | ']')
}

/// What stands behind `photo by`, `image credit:`, `source:` and the like.
fn behind_introduction(words: &str) -> Option<&str> {
    match words.as_bytes().first()?.to_ascii_lowercase() {
        b'p' => {
            let photo = INTRODUCTIONS.iter().filter_map(|photo| strip(words, photo));
            let picture = ["pictures", "picture"].iter().filter_map(|picture| strip(words, picture));
            let photo = photo.filter_map(|rest| strip_any(rest, &[" by", ":", " courtesy of", " credit:", " credit"]));
            photo.chain(picture.filter_map(|rest| strip_any(rest, &[" by", ":"]))).next()
        }
        b'i' => {
            let image = strip(words, "image")
                .and_then(|rest| strip_any(rest, &[" by", ":", " credit:", " credit", " courtesy of"]));
            image.or_else(|| strip(words, "illustration:"))
        }
        b's' => strip(words, "source:"),
        b'c' => strip_any(words, &["credit:", "courtesy of", "courtesy:"]),
        b'g' => strip(words, "graphic:"),
        _ => None,
    }
}

/// Two to sixty-one characters, a letter or digit first.
fn names_somebody(credit: &str) -> bool {
    credit.starts_with(char::is_alphanumeric) && (2..=61).contains(&credit.chars().take(62).count())
}

/// Agencies that sign in brackets.
const SIGNING: [&str; 8] = ["AP", "AFP", "EPA", "Reuters", "Getty", "Yonhap", "Kyodo", "Xinhua"];

/// Where `[MINISTRY OF DEFENSE]`, `(AP Photo/J. Doe)` starts at the end of a paragraph.
fn bracketed(words: &str) -> Option<usize> {
    if words.ends_with(']') {
        let start = words.rfind('[')?;
        return (capitals_in_brackets(&words[start..])? == words.len() - start).then_some(start);
    }
    let inner = words.strip_suffix(')')?;
    let from = inner.rfind(')').map_or(0, |at| at + 1);
    inner[from..].match_indices('(').map(|(at, _)| from + at).find(|&start| {
        let behind = SIGNING.iter().filter_map(|agency| inner[start + 1..].strip_prefix(agency));
        behind.into_iter().any(|rest| rest.chars().count() <= 40)
    })
}

/// The length of `[MINISTRY OF DEFENSE]` at the start.
fn capitals_in_brackets(words: &str) -> Option<usize> {
    let inner = words.strip_prefix('[')?;
    let belongs =
        |c: char| c.is_uppercase() || c.is_numeric() || matches!(c, ' ' | '.' | ',' | '&' | '/' | '\'' | '’' | '-');
    let length = run(inner, 61, belongs);
    let is_name = inner.starts_with(char::is_uppercase) && inner[..length].chars().count() >= 3;
    (is_name && inner[length..].starts_with(']')).then_some(1 + length + 1)
}

/// Where the words behind the last sentence start, five at most: `… in Washington. Yonhap`.
fn last_words(words: &str) -> Option<usize> {
    const MOST: usize = 5;
    let belongs = |c: char| c.is_alphanumeric() || matches!(c, '.' | '&' | '/' | '-');
    let mut spaces = 0;
    let mut behind = ' ';
    let mut first = None;
    for (at, c) in words.char_indices().rev() {
        let is_space = c == ' ' && behind != ' ';
        spaces += usize::from(is_space);
        if !(belongs(c) || is_space) || spaces == MOST {
            break;
        }
        let opens = c.is_uppercase() && words[..at].trim_end().ends_with(['.', '!', '?', '”', ')']);
        if opens {
            first = Some(at);
        }
        behind = c;
    }
    first
}

/// The picture credit inside a paragraph whose lines were joined: its span in `words`, when it
/// stands in the first `opening` bytes and a sentence follows.
pub fn credit_inside(words: &str, opening: usize) -> Option<Span> {
    let mut starts = words.match_indices(['[', '(', '/', '|']).map(|(at, _)| at).take_while(|at| *at <= opening);
    starts.find_map(|start| {
        let rest = &words[start..];
        let lengths = [capitals_in_brackets(rest), agency_in_brackets(rest), source_between_bars(rest)];
        let length = lengths.into_iter().flatten().find(|length| {
            let behind = strip_space(&rest[*length..]);
            behind.is_some_and(|next| {
                next.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '‘' | '”' | '0'..='9'))
            })
        })?;
        Some(Span::new(start, start + length))
    })
}

/// The length of `(AP Photo/J. Doe)` at the start.
fn agency_in_brackets(words: &str) -> Option<usize> {
    let inner = words.strip_prefix('(')?;
    let rest = SIGNING.iter().chain(&["Photo"]).filter_map(|agency| inner.strip_prefix(agency)).next()?;
    let length = run(rest, 61, |c| c != ')');
    (length < rest.len() && rest[..length].chars().count() <= 60).then(|| words.len() - rest.len() + length + 1)
}

/// The length of `/ Source: Harbour Pool |` at the start.
fn source_between_bars(words: &str) -> Option<usize> {
    let inner = words.strip_prefix(['/', '|'])?.trim_start();
    let rest = strip_any(inner, &["source", "photo", "credit", "image", "courtesy"])?;
    let by = strip_any(rest.trim_start(), &["by", "of"]);
    let fits = |from: &str| {
        let (name, behind) = without_mark(from, &[':']).split_once('|')?;
        let count = name.trim().chars().count();
        let is_apart = name.starts_with(char::is_whitespace) && name.chars().take(3).count() == 3;
        (is_apart && count <= 40 && !name.contains(is_mark_of_credit)).then_some(words.len() - behind.len())
    };
    by.and_then(fits).or_else(|| fits(rest.trim_start())).or_else(|| fits(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_are_cut_from_their_captions() {
        let table = [
            ("Ministers meet in Bergen on June 2, 2021./ Source: Harbour Pool |", Some("/ Source: Harbour Pool |")),
            ("John Doe speaks in Washington, Tuesday. Yonhap", Some("Yonhap")),
            ("The minister at his desk. [MINISTRY OF DEFENSE]", Some("[MINISTRY OF DEFENSE]")),
            ("A ship at sea. (AP Photo/Jane Doe)", Some("(AP Photo/Jane Doe)")),
            ("Photograph: Jane Doe/AFP/Getty Images", Some("Photograph: Jane Doe/AFP/Getty Images")),
            ("A ship. Photo by Jane Doe", Some("Photo by Jane Doe")),
            ("He named his source: the minister", None),
            ("The talks ended. Tokyo agreed", None),
            ("It was reported by Yonhap", None),
            ("The U.N. (AP)", Some("(AP)")),
        ];
        for (words, credit) in table {
            assert_eq!(credit_start(words).map(|start| &words[start..]), credit, "{words}");
        }
    }
}
