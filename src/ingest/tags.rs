//! A flat reading of mark-up: where its tags, comments and words stand, in one pass without a tree.
//!
//! Serves where a tree would be too deep to build, and for raw HTML inside Markdown.

use crate::text::Span;

/// What a piece of mark-up is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words.
    Text,
    /// An opening tag.
    Open,
    /// A closing tag.
    Close,
    /// A comment, a declaration, or the content of a script or style sheet.
    Hidden,
}

/// A piece and its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    /// Its bytes.
    pub span: Span,
    /// What it is.
    pub piece: Piece,
}

impl Part {
    /// The name of a tag, as written; empty for anything else.
    pub fn name(self, html: &str) -> &str {
        let inside = match self.piece {
            Piece::Open => &self.span.of(html)[1..],
            Piece::Close => &self.span.of(html)[2..],
            Piece::Text | Piece::Hidden => "",
        };
        let end = inside.find(|c: char| c.is_whitespace() || matches!(c, '/' | '>')).unwrap_or(inside.len());
        &inside[..end]
    }
}

/// Elements whose content is not mark-up and not for readers.
const RAW: [&str; 6] = ["script", "style", "template", "noembed", "noframes", "iframe"];

/// The parts of `html` in order; together they are the whole.
pub(super) fn parts(html: &str) -> impl Iterator<Item = Part> + '_ {
    let mut at = 0;
    let mut raw: Option<&str> = None;
    std::iter::from_fn(move || {
        if at >= html.len() {
            return None;
        }
        let rest = &html[at..];
        let (piece, length) = match raw.take() {
            Some(name) => (Piece::Hidden, raw_length(rest, name)),
            None => piece_at(rest),
        };
        let part = Part { span: Span::new(at, at + length), piece };
        at += length;
        if piece == Piece::Open {
            raw = RAW.into_iter().find(|name| part.name(html).eq_ignore_ascii_case(name));
        }
        Some(part)
    })
    .filter(|part| !part.span.is_empty())
}

fn piece_at(rest: &str) -> (Piece, usize) {
    let letter_at = |at: usize| rest.as_bytes().get(at).is_some_and(u8::is_ascii_alphabetic);
    if let Some(inside) = rest.strip_prefix("<!--") {
        return (Piece::Hidden, inside.find("-->").map_or(rest.len(), |at| at + 7));
    }
    if rest.starts_with("<!") || rest.starts_with("<?") {
        return (Piece::Hidden, rest.find('>').map_or(rest.len(), |at| at + 1));
    }
    if rest.starts_with("</") && letter_at(2) {
        return (Piece::Close, tag_length(rest));
    }
    if rest.starts_with('<') && letter_at(1) {
        return (Piece::Open, tag_length(rest));
    }
    let skip = usize::from(rest.starts_with('<'));
    (Piece::Text, rest[skip..].find('<').map_or(rest.len(), |at| at + skip))
}

/// To the `>` that ends a tag; one in quotes behind a `=` does not.
fn tag_length(rest: &str) -> usize {
    let mut quote = None;
    let mut before = b' ';
    for (at, &byte) in rest.as_bytes().iter().enumerate() {
        match quote {
            Some(mark) if byte == mark => quote = None,
            Some(_) => {}
            None if byte == b'>' => return at + 1,
            None if before == b'=' && matches!(byte, b'"' | b'\'') => quote = Some(byte),
            None => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    rest.len()
}

fn raw_length(rest: &str, name: &str) -> usize {
    let closes = |at: &usize| {
        let inside = &rest.as_bytes()[at + 2..];
        inside.len() >= name.len() && inside[..name.len()].eq_ignore_ascii_case(name.as_bytes())
    };
    rest.match_indices("</").map(|(at, _)| at).find(closes).unwrap_or(rest.len())
}

/// Elements that no closing tag ends, or that the next of their kind ends.
const UNNESTED: [&str; 34] = [
    "a", "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "link", "li", "meta", "nobr",
    "option", "optgroup", "p", "param", "path", "rect", "circle", "use", "source", "tbody", "td", "tfoot", "th",
    "thead", "tr", "track", "wbr", "rp", "rt",
];

/// Elements that stay open across blocks until their own closing tag (WHATWG "formatting").
const FORMATTING: [&str; 12] = ["b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u"];

/// A tag with more attributes costs a reader the square of their number.
const MOST_ATTRIBUTES: usize = 4_000;

/// True when a tree of `html` would be deeper than `deepest`, or when a tag has an absurd number of
/// attributes. The count is never far below the depth of the tree, but may be above it.
pub(super) fn is_deeper(html: &str, deepest: usize) -> bool {
    let mut open: Vec<&str> = Vec::new();
    let mut formatting = 0usize;
    for part in parts(html) {
        let name = part.name(html);
        let is = |names: &[&str]| names.iter().any(|known| name.eq_ignore_ascii_case(known));
        match part.piece {
            Piece::Open if attributes(part.span.of(html)) > MOST_ATTRIBUTES => return true,
            Piece::Open if is(&UNNESTED) => {}
            Piece::Open if is(&FORMATTING) => formatting += 1,
            Piece::Open if !part.span.of(html).ends_with("/>") => open.push(name),
            Piece::Close if is(&FORMATTING) => formatting = formatting.saturating_sub(1),
            Piece::Close => {
                if let Some(at) = open.iter().rposition(|known| known.eq_ignore_ascii_case(name)) {
                    open.truncate(at);
                }
            }
            _ => {}
        }
        if open.len() + formatting > deepest {
            return true;
        }
    }
    false
}

/// The number of attributes of a tag, or somewhat more.
fn attributes(tag: &str) -> usize {
    if tag.len() <= MOST_ATTRIBUTES {
        return 0;
    }
    let mut quote = None;
    let mut count = 0;
    for byte in tag.bytes() {
        match quote {
            Some(mark) if byte == mark => quote = None,
            Some(_) => {}
            None if matches!(byte, b'"' | b'\'') => quote = Some(byte),
            None => count += usize::from(byte.is_ascii_whitespace() || byte == b'/'),
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn pieces_are_told_apart() {
        let html = "<!doctype html><p title='a>b'>1 < 2<br/>don't</P><!-- <b> --><script>if (a<b) '</p>'</script>x<?y";
        let found: Vec<_> =
            parts(html).filter(|part| part.piece == Piece::Text).map(|part| part.span.of(html)).collect();
        assert_eq!(found, ["1 ", "< 2", "don't", "x"]);
        let names: Vec<_> = parts(html).map(|part| part.name(html)).filter(|name| !name.is_empty()).collect();
        assert_eq!(names, ["p", "br", "P", "script", "script"]);
    }

    #[test]
    fn depth_counts_what_really_nests() {
        let table = [
            ("<div>".repeat(301), true),
            ("<div></div>".repeat(9_000), false),
            ("<p>x".repeat(9_000), false),
            ("<div><span>x</div>".repeat(9_000), false),
            ("<p><b>x</p>".repeat(9_000), true),
            ("<b>".repeat(2_000_000), true),
            ("<a href=x>".repeat(9_000), false),
            (format!("<b {}>", "a ".repeat(9_000)), true),
            (format!("<b title=\"{}\">", "a ".repeat(9_000)), false),
        ];
        for (html, deeper) in table {
            assert_eq!(is_deeper(&html, 300), deeper, "{}", &html[..20]);
        }
    }

    proptest! {
        #[test]
        fn parts_are_the_whole(html in "[<>/!a-c \"'=é-]{0,60}|\\PC{0,40}") {
            let whole: String = parts(&html).map(|part| part.span.of(&html)).collect();
            prop_assert_eq!(whole, html);
        }
    }
}
