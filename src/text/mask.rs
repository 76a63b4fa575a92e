//! [`Mask`]: a copy of a text in which unread bytes are blank and every other byte keeps its place.

use super::Span;

/// A text of the same length as its original in which some spans are spaces.
///
/// Finders read the mask; the spans they report are right in the original as well.
#[derive(Debug, Clone)]
pub struct Mask {
    bytes: Vec<u8>,
}

impl Mask {
    /// Starts from a whole text with nothing hidden.
    pub fn new(text: &str) -> Self {
        Self { bytes: text.as_bytes().to_vec() }
    }

    /// Blanks a span. Line ends stay, so that lines keep their numbers; a span that cuts a
    /// character is widened to hide the whole character.
    pub fn hide(&mut self, span: Span) {
        let is_inside = |byte: u8| byte & 0xC0 == 0x80;
        let mut start = span.start.min(self.bytes.len());
        let mut end = span.end.min(self.bytes.len());
        while start > 0 && start < self.bytes.len() && is_inside(self.bytes[start]) {
            start -= 1;
        }
        while end < self.bytes.len() && is_inside(self.bytes[end]) {
            end += 1;
        }
        for byte in &mut self.bytes[start..end.max(start)] {
            if *byte != b'\n' && *byte != b'\r' {
                *byte = b' ';
            }
        }
    }

    /// The masked text.
    pub fn into_text(self) -> String {
        String::from_utf8(self.bytes).expect("only whole characters are replaced, by ASCII spaces")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_bytes_are_blank_and_the_rest_keeps_its_place() {
        let mut mask = Mask::new("a [x] b\nc");
        mask.hide(Span::new(2, 5));
        assert_eq!(mask.into_text(), "a     b\nc");
    }

    #[test]
    fn a_cut_character_is_hidden_whole() {
        let mut mask = Mask::new("aé…b");
        mask.hide(Span::new(2, 4));
        assert_eq!(mask.into_text(), "a     b");
    }
}
