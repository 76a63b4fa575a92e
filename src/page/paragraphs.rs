//! Long paragraphs, broken for reading: scraped texts often come as one.

use crate::text::Span;

/// A longer paragraph is broken, in bytes: about twenty lines of sixty-six letters.
const LONGEST: usize = 1_400;
/// A part has at least so many bytes, and so has what is left behind it.
const LEAST: usize = 500;

/// The parts of a paragraph, in order: each ends with a sentence, where `may_break` has nothing against it.
pub(super) fn parts(paragraph: Span, sentences: &[Span], may_break: impl Fn(usize) -> bool) -> Vec<Span> {
    let (mut parts, mut from) = (Vec::new(), paragraph.start);
    if paragraph.len() > LONGEST {
        let first = sentences.partition_point(|sentence| sentence.end <= paragraph.start);
        let inside = sentences[first..].iter().map(|sentence| sentence.end).take_while(|&end| end < paragraph.end);
        for end in inside.filter(|&end| may_break(end)) {
            if end - from >= LEAST && paragraph.end - end >= LEAST {
                parts.push(Span::new(from, end));
                from = end;
            }
        }
    }
    parts.push(Span::new(from, paragraph.end));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(length: usize, sentence: usize, may_break: impl Fn(usize) -> bool) -> Vec<usize> {
        let paragraph = Span::new(100, 100 + length);
        let ends = (100..100 + length).step_by(sentence);
        let sentences: Vec<Span> = ends.map(|start| Span::new(start, (start + sentence).min(100 + length))).collect();
        let parts = parts(paragraph, &sentences, may_break);
        assert_eq!((parts[0].start, parts[parts.len() - 1].end), (100, 100 + length));
        assert!(parts.windows(2).all(|pair| pair[0].end == pair[1].start), "{parts:?}");
        parts.iter().map(|part| part.len()).collect()
    }

    #[test]
    fn a_long_paragraph_is_broken_between_sentences() {
        assert_eq!(broken(1_400, 100, |_| true), [1_400], "it is not long");
        assert_eq!(broken(1_600, 150, |_| true), [600, 1_000], "what is left is no scrap");
        assert_eq!(broken(3_000, 600, |_| true), [600; 5]);
        assert_eq!(broken(3_000, 3_000, |_| true), [3_000], "one sentence");
        assert_eq!(broken(3_000, 600, |at| at > 1_500), [1_800, 600, 600], "not inside a quotation");
    }
}
