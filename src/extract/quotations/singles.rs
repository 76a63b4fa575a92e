//! Single quotation marks as outer ones, told from apostrophes.

use crate::text::Span;

/// The stretches of a paragraph in single marks, ‘…’ or '…', in order.
///
/// An opening mark stands behind a space and before a letter. Its partner is the first mark that
/// punctuation stands next to; else the first that does not follow an `s`; else the first one
/// (`ministers’` is more often a possessive). Apostrophes inside words are no marks.
pub fn pairs(text: &str, paragraph: Span) -> Vec<Span> {
    let marks = marks_of(text, paragraph);
    let mut found = Vec::new();
    let mut index = 0;
    while index < marks.len() {
        let (start, is_open, _) = marks[index];
        index += 1;
        if !is_open {
            continue;
        }
        let end =
            marks[index..].iter().position(|&(_, is_open, _)| is_open).map_or(marks.len(), |length| index + length);
        let best = (index..end).max_by_key(|&at| (marks[at].2, std::cmp::Reverse(at)));
        if let Some(best) = best {
            let close = marks[best].0;
            let length = text[close..].chars().next().map_or(1, char::len_utf8);
            found.push(Span::new(start, close + length));
            index = best + 1;
        }
    }
    found
}

/// Place, whether it opens, and how surely it closes.
type Mark = (usize, bool, u8);

fn marks_of(text: &str, paragraph: Span) -> Vec<Mark> {
    let words = paragraph.of(text);
    let signs = words.match_indices(['‘', '’', '\'']);
    let marks = signs.filter_map(|(at, sign)| {
        let last = words[..at].chars().next_back();
        if sign == "'" && (last == Some('\'') || words[at + 1..].starts_with('\'')) {
            return None;
        }
        let mut behind = words[at + sign.len()..].chars();
        let next = behind.next();
        let opens = last.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '“' | '"'))
            && next.is_some_and(|c| c.is_alphabetic() || matches!(c, '“' | '"' | '…' | '['));
        let closes = last.is_some_and(|c| !c.is_whitespace()) && !next.is_some_and(char::is_alphanumeric);
        if opens && sign != "’" {
            return Some((paragraph.start + at, true, 0));
        }
        closes.then(|| (paragraph.start + at, false, certainty(last, next)))
    });
    marks.collect()
}

fn certainty(last: Option<char>, next: Option<char>) -> u8 {
    let is_punctuation = |c: char| matches!(c, '.' | ',' | '!' | '?' | '…' | '”' | '"');
    if last.is_some_and(is_punctuation) {
        return 3;
    }
    let before_punctuation = next.is_none_or(|c| is_punctuation(c) || matches!(c, ';' | ':' | ')'));
    match (last, before_punctuation) {
        (Some('s'), false) => 0,
        (_, true) => 2,
        _ => 1,
    }
}
