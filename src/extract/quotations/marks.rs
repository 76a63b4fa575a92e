//! Quotation marks: where quoted words begin and end.

use crate::text::Span;

/// The quoted stretches of a paragraph with their marks, outermost only, in order. A mark that is
/// not closed runs to the end of its paragraph when it opens the paragraph or follows a colon or
/// comma, as in statements over several paragraphs; otherwise it is passed over.
pub fn quoted(text: &str, paragraph: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut depth = 0usize;
    for (at, mark) in paragraph.of(text).char_indices() {
        let at = at + paragraph.start;
        match (open, mark) {
            (None, '“' | '„' | '«' | '「' | '"') if opens(text, paragraph, at, mark) => {
                open = Some((at, closing(mark)));
                depth = 0;
            }
            (Some((_, '”')), '“') => depth += 1,
            (Some((start, close)), mark) if mark == close => {
                if depth > 0 {
                    depth -= 1;
                    continue;
                }
                found.push(Span::new(start, at + mark.len_utf8()));
                open = None;
            }
            _ => {}
        }
    }
    if let Some((start, _)) = open
        && runs_on(text, paragraph, start)
    {
        found.push(Span::new(start, paragraph.end));
    }
    found
}

fn closing(mark: char) -> char {
    match mark {
        '“' | '„' => '”',
        '«' => '»',
        '「' => '」',
        other => other,
    }
}

/// A straight mark opens only where no letter or digit stands before it (`5" pipe` is an inch).
fn opens(text: &str, paragraph: Span, at: usize, mark: char) -> bool {
    let before = text[paragraph.start..at].chars().next_back();
    mark != '"' || !before.is_some_and(char::is_alphanumeric)
}

fn runs_on(text: &str, paragraph: Span, start: usize) -> bool {
    let before = text[paragraph.start..start].trim_end();
    before.is_empty() || before.ends_with([':', ','])
}

/// The words inside the marks.
pub fn inside(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let open = words.chars().next().map_or(0, char::len_utf8);
    let close =
        words.chars().next_back().filter(|mark| matches!(mark, '”' | '»' | '」' | '"')).map_or(0, char::len_utf8);
    if open + close > words.len() {
        return Span::new(span.start, span.start);
    }
    Span::new(span.start + open, span.end - close).trimmed(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_paired_and_open_ends_do_not_swallow_the_text() {
        let table: &[(&str, &[&str])] = &[
            ("He said “yes” and \"no\".", &["“yes”", "\"no\""]),
            ("“He said ‘no’,” she said.", &["“He said ‘no’,”"]),
            ("“one “two” three” four", &["“one “two” three”"]),
            ("“It goes on. And on.", &["“It goes on. And on."]),
            ("He said: “It goes on.", &["“It goes on."]),
            ("The “attack was lost.", &[]),
            ("A 5\" pipe and a 6\" pipe.", &[]),
            ("no marks ” here", &[]),
        ];
        for (text, expected) in table {
            let found: Vec<_> = quoted(text, Span::new(0, text.len())).iter().map(|span| span.of(text)).collect();
            assert_eq!(&found, expected, "{text}");
        }
    }
}
