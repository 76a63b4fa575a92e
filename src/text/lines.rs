//! Lines: where they start, and which line and column a byte stands in.

use super::Span;

/// The lines of `text` in order, without their line ends (`\n`, `\r\n` or `\r`).
///
/// ```
/// use annalist::text::lines::lines;
/// let text = "one\r\n\ntwo";
/// let words: Vec<_> = lines(text).map(|line| line.of(text)).collect();
/// assert_eq!(words, ["one", "", "two"]);
/// ```
pub fn lines(text: &str) -> impl Iterator<Item = Span> + '_ {
    let bytes = text.as_bytes();
    let mut start = 0;
    let mut done = false;
    std::iter::from_fn(move || {
        if done {
            return None;
        }
        let rest = &bytes[start..];
        let Some(length) = rest.iter().position(|&byte| byte == b'\n' || byte == b'\r') else {
            done = true;
            return (start < bytes.len()).then(|| Span::new(start, bytes.len()));
        };
        let line = Span::new(start, start + length);
        let end = line.end;
        start = if bytes[end..].starts_with(b"\r\n") { end + 2 } else { end + 1 };
        Some(line)
    })
}

/// Finds the line and column of a byte; both count from 1, columns in characters.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Reads the line starts of `text` once.
    pub fn new(text: &str) -> Self {
        let mut starts: Vec<usize> = lines(text).map(|line| line.start).collect();
        if starts.is_empty() {
            starts.push(0);
        }
        Self { starts }
    }

    /// Line and column of byte `offset` in the same text; an offset past the end is the end.
    pub fn place(&self, text: &str, offset: usize) -> (usize, usize) {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        let start = self.starts[line - 1].min(offset);
        (line, text[start..offset].chars().count() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_from_one_and_in_characters() {
        let text = "é1\nsecond";
        let index = LineIndex::new(text);
        assert_eq!(index.place(text, 0), (1, 1));
        assert_eq!(index.place(text, 2), (1, 2));
        assert_eq!(index.place(text, 4), (2, 1));
        assert_eq!(index.place(text, 999), (2, 7));
    }

    #[test]
    fn an_empty_text_has_no_line_but_a_place() {
        assert_eq!(lines("").count(), 0);
        assert_eq!(LineIndex::new("").place("", 0), (1, 1));
    }
}
