//! Quotation marks: where quoted words begin and end in a paragraph.

use super::singles;
use crate::text::Span;

/// A statement that is not closed is read for at most so many bytes; then its first sentence is all
/// that is believed.
const LONGEST_OPEN: usize = 4000;
/// How many marks ahead are looked at to tell a quotation in a quotation from a mark never closed.
const LOOKAHEAD: usize = 8;

/// Which marks are the outer ones of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// “…”, "…", „…“, «…», 「…」; single ones stand inside.
    Double,
    /// ‘…’ and '…', as British books and papers have them; double ones stand inside.
    Single,
}

/// Words with their marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quoted {
    /// The words with their marks.
    pub span: Span,
    /// False where the closing mark is missing: the statement may go on in the next paragraph.
    pub is_closed: bool,
}

/// What a mark does where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Open,
    Close,
    Either,
}

#[derive(Debug, Clone, Copy)]
struct Mark {
    at: usize,
    sign: char,
    role: Role,
}

/// The quoted stretches of a paragraph, outermost only, in order. A mark that is not closed runs to
/// the end of its paragraph when it opens the paragraph or follows a colon or comma, as in statements
/// over several paragraphs; otherwise it is passed over. `goes_on` is true where the paragraph
/// before ended inside a quotation.
pub fn quoted(text: &str, paragraph: Span, style: Style, goes_on: bool) -> Vec<Quoted> {
    if style == Style::Double {
        return doubles(text, paragraph, goes_on);
    }
    let mut found = Vec::new();
    let mut at = paragraph.start;
    for span in singles::pairs(text, paragraph) {
        found.extend(doubles(text, Span::new(at, span.start), false));
        found.push(Quoted { span, is_closed: true });
        at = span.end;
    }
    found.extend(doubles(text, Span::new(at, paragraph.end), false));
    found
}

/// The style of a document: single where more pairs of single marks stand outside double ones than
/// the other way round, and two apostrophes never make a double one.
pub fn style(text: &str, paragraphs: &[Span]) -> Style {
    if text.contains("''") {
        return Style::Double;
    }
    let (mut single, mut double) = (0, 0);
    for &paragraph in paragraphs {
        let inner = singles::pairs(text, paragraph);
        let outer: Vec<Span> = doubles(text, paragraph, false).iter().map(|quoted| quoted.span).collect();
        single += outside(&inner, &outer);
        double += outside(&outer, &inner);
    }
    if single > double { Style::Single } else { Style::Double }
}

/// How many of `spans` no other one holds; both are sorted and do not overlap among themselves.
fn outside(spans: &[Span], others: &[Span]) -> usize {
    let is_held = |span: &&Span| {
        let at = others.partition_point(|other| other.start <= span.start);
        at.checked_sub(1).is_some_and(|at| others[at].contains(**span))
    };
    spans.len() - spans.iter().filter(is_held).count()
}

fn doubles(text: &str, paragraph: Span, goes_on: bool) -> Vec<Quoted> {
    let marks = marks_of(text, paragraph);
    let mut found = Vec::new();
    let mut open: Option<Mark> = None;
    let mut depth = 0usize;
    if goes_on && marks.first().is_some_and(|mark| mark.role == Role::Close) {
        open = Some(Mark { at: paragraph.start, sign: '“', role: Role::Open });
    }
    for (index, mark) in marks.iter().enumerate() {
        match (open, mark.role) {
            (None, Role::Open | Role::Either) => open = Some(*mark),
            (Some(first), Role::Open) if pairs_with(first.sign, mark.sign) => {
                if is_nested(&marks[index + 1..]) {
                    depth += 1;
                } else {
                    found.extend(repaired(text, paragraph, Span::new(first.at, mark.at)));
                    (open, depth) = (Some(*mark), 0);
                }
            }
            (Some(first), Role::Close | Role::Either) if pairs_with(first.sign, mark.sign) => {
                if depth > 0 {
                    depth -= 1;
                    continue;
                }
                let span = Span::new(first.at, mark.at + mark.sign.len_utf8());
                found.push(Quoted { span, is_closed: true });
                open = None;
            }
            _ => {}
        }
    }
    found.extend(open.and_then(|mark| left_open(text, paragraph, mark.at)));
    found
}

/// True where the marks behind an opening one close it and the one before it, too.
fn is_nested(rest: &[Mark]) -> bool {
    let mut depth = 2;
    for mark in rest.iter().take(LOOKAHEAD) {
        depth = if mark.role == Role::Open { depth + 1 } else { depth - 1 };
        if depth == 0 {
            return true;
        }
    }
    false
}

/// Marks of one family close each other, whatever they look like: people mix `"` and `”`.
fn pairs_with(open: char, close: char) -> bool {
    let family = |sign| match sign {
        '«' | '»' => 1,
        '「' | '」' => 2,
        '『' | '』' => 3,
        _ => 0,
    };
    family(open) == family(close)
}

fn marks_of(text: &str, paragraph: Span) -> Vec<Mark> {
    let words = paragraph.of(text);
    let mut marks = Vec::new();
    let bytes = words.as_bytes();
    let mut at = 0;
    while let Some(length) = bytes[at..].iter().position(|byte| matches!(byte, b'"' | 0xC2 | 0xE2 | 0xE3)) {
        at += length;
        let Some(sign) = words.get(at..).and_then(|rest| rest.chars().next()) else {
            at += 1;
            continue;
        };
        if let Some(role) = role(&words[..at], sign, &words[at + sign.len_utf8()..]) {
            marks.push(Mark { at: paragraph.start + at, sign, role });
        }
        at += sign.len_utf8();
    }
    marks
}

/// What a sign does between the words before and behind it. The shape decides where the place does
/// not speak against it; `"` has only its place.
fn role(before: &str, sign: char, after: &str) -> Option<Role> {
    let last = before.chars().next_back();
    let next = after.chars().next();
    let opens = last.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | '/' | '‘'))
        && next.is_some_and(|c| !c.is_whitespace());
    let closes = last.is_some_and(|c| !c.is_whitespace())
        && next.is_none_or(|c| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':' | '?' | '!' | ')' | ']'));
    match sign {
        '„' | '「' | '『' => Some(Role::Open),
        '」' | '』' => Some(Role::Close),
        '“' | '”' if opens && !closes => Some(Role::Open),
        '“' | '”' if closes && !opens => Some(Role::Close),
        '“' | '«' => Some(Role::Open),
        '”' | '»' => Some(Role::Close),
        '"' => match (opens, closes) {
            (true, false) => Some(Role::Open),
            (false, true) => Some(Role::Close),
            _ if last.is_some_and(|c| c.is_ascii_digit()) => None,
            _ => Some(Role::Either),
        },
        _ => None,
    }
}

/// A mark that another opening one follows before any closing one: its sentence is quoted where it
/// opens the paragraph.
fn repaired(text: &str, paragraph: Span, stretch: Span) -> Option<Quoted> {
    let words = stretch.of(text).trim_end();
    let is_first = text[paragraph.start..stretch.start].trim().is_empty();
    let ends = words.ends_with(['.', '!', '?', ',']) && words.len() <= LONGEST_OPEN;
    (is_first && ends).then(|| Quoted { span: Span::new(stretch.start, stretch.start + words.len()), is_closed: false })
}

fn left_open(text: &str, paragraph: Span, start: usize) -> Option<Quoted> {
    let before = text[paragraph.start..start].trim_end();
    if !(before.is_empty() || before.ends_with([':', ','])) {
        return None;
    }
    let rest = Span::new(start, paragraph.end);
    let mut span = rest.trimmed(text);
    if span.len() > LONGEST_OPEN {
        span.end = rest.of(text).find(['.', '!', '?', '\n']).map_or(start, |end| start + end + 1);
    }
    (!span.is_empty()).then_some(Quoted { span, is_closed: false })
}

/// The words inside the marks.
pub fn inside(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let is_mark =
        |mark: &char| matches!(mark, '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』' | '"' | '‘' | '’' | '\'');
    let open = words.chars().next().filter(is_mark).map_or(0, char::len_utf8);
    let close = words.chars().next_back().filter(is_mark).map_or(0, char::len_utf8);
    if open + close > words.len() {
        return Span::new(span.start, span.start);
    }
    Span::new(span.start + open, span.end - close).trimmed(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, style: Style) -> Vec<&str> {
        quoted(text, Span::new(0, text.len()), style, false).iter().map(|quoted| quoted.span.of(text)).collect()
    }

    #[test]
    fn marks_are_paired_and_open_ends_do_not_swallow_the_text() {
        let table: &[(&str, &[&str])] = &[
            ("He said “yes” and \"no\".", &["“yes”", "\"no\""]),
            ("“He said ‘no’,” she said.", &["“He said ‘no’,”"]),
            ("“one “two” three” four", &["“one “two” three”"]),
            ("\"one \"two\" three\" four", &["\"one \"two\" three\""]),
            ("“It goes on. And on.", &["“It goes on. And on."]),
            ("He said: “It goes on.", &["“It goes on."]),
            ("The “attack was lost.", &[]),
            ("A 5\" pipe and a 6\" pipe.", &[]),
            ("no marks ” here", &[]),
            ("„Nein“ and «non» and 「いいえ」", &["„Nein“", "«non»", "「いいえ」"]),
            ("“We mixed them,\" he said. \"Twice.”", &["“We mixed them,\"", "\"Twice.”"]),
            ("“We forgot to close. “We closed.”", &["“We forgot to close.", "“We closed.”"]),
            ("A ”wrong” way and an end.“", &["”wrong”"]),
        ];
        for (text, expected) in table {
            assert_eq!(&found(text, Style::Double), expected, "{text}");
        }
    }

    #[test]
    fn a_document_may_have_single_marks_outside() {
        let table: &[(&str, Style)] = &[
            ("‘We will,’ she said. ‘He said “no” to us.’", Style::Single),
            ("“We will,” she said. “He said ‘no’ to us.”", Style::Double),
            ("The ministers’ plan and the ’90s.", Style::Double),
        ];
        for (text, expected) in table {
            assert_eq!(style(text, &[Span::new(0, text.len())]), *expected, "{text}");
        }
        let text = "‘The ministers’ plan won’t do,’ he said of the “plan”. ‘It’s the ministers’.’";
        assert_eq!(found(text, Style::Single), ["‘The ministers’ plan won’t do,’", "“plan”", "‘It’s the ministers’.’"]);
    }

    #[test]
    fn a_statement_may_go_on_without_a_new_mark() {
        let text = "and so it ends,” he said.";
        let found = quoted(text, Span::new(0, text.len()), Style::Double, true);
        assert_eq!(found[0].span.of(text), "and so it ends,”");
    }
}
