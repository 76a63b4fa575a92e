//! What kind of file a seed is: by its name, and by its first words where the name does not say.

use crate::model::MediaType;
use crate::text::words;

const BINARY_FILES: &str = include_str!("data/binary-files.txt");

/// What a seed turns out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A text that can be read.
    Read(MediaType),
    /// A file that Annalist has no reader for, in words ("a picture").
    Other(&'static str),
}

/// The kind of the file at `path`, whose text starts with `opening`.
///
/// The opening decides over the name where it is HTML: saved pages are often called `.txt`.
pub(super) fn kind_of(path: &str, opening: &str) -> Kind {
    if opens_as_html(opening) {
        return Kind::Read(MediaType::Html);
    }
    if opening.starts_with("%PDF-") {
        return Kind::Other("a PDF");
    }
    let extension = extension(path);
    match extension.as_str() {
        "md" | "markdown" => Kind::Read(MediaType::Markdown),
        "html" | "htm" | "xhtml" => Kind::Read(MediaType::Html),
        "" | "txt" | "text" => Kind::Read(MediaType::Plain),
        _ => match words::table(BINARY_FILES).find(|(known, _)| *known == extension) {
            Some((_, words)) => Kind::Other(words),
            None => Kind::Read(MediaType::Plain),
        },
    }
}

/// The extension of a file name in lower case; empty where there is none.
pub(super) fn extension(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => extension.to_ascii_lowercase(),
        _ => String::new(),
    }
}

fn opens_as_html(opening: &str) -> bool {
    let mut rest = opening.trim_start();
    while let Some(after) = rest.strip_prefix("<!--").or_else(|| rest.strip_prefix("<?")) {
        match after.split_once('>') {
            Some((_, after)) => rest = after.trim_start(),
            None => return false,
        }
    }
    let starts = |word: &str| rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    starts("<!doctype html") || (starts("<html") && rest[5..].starts_with(|c: char| c == '>' || c.is_whitespace()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_says_and_the_opening_decides() {
        let (plain, markdown, html) =
            (Kind::Read(MediaType::Plain), Kind::Read(MediaType::Markdown), Kind::Read(MediaType::Html));
        let table = [
            ("a.txt", "words", plain),
            ("a", "words", plain),
            ("a.TEXT", "words", plain),
            ("trailing dot.", "words", plain),
            ("x/a.MD", "# words", markdown),
            ("a.htm", "words", html),
            ("a.txt", "\n<!DOCTYPE html><p>", html),
            ("a.asp", "<?xml version=\"1.0\"?>\n<!-- saved -->\n<HTML lang=en>", html),
            ("a.txt", "<htmlish>", plain),
            ("a.log", "words", plain),
            ("a.JPG", "words", Kind::Other("a picture")),
            ("a.txt", "%PDF-1.4", Kind::Other("a PDF")),
        ];
        for (path, opening, kind) in table {
            assert_eq!(kind_of(path, opening), kind, "{path} {opening}");
        }
    }
}
