//! [`OutputFile`]s: what the site is made of, and the [`Manifest`] that remembers them.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::text::compare::tidy;

/// A page: a view ready for its template.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Path below the site folder, parts joined by `/`.
    pub path: String,
    /// The template that renders it.
    pub template: &'static str,
    /// The view, as the template sees it.
    pub view: serde_json::Value,
}

/// A finished file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Path below the site folder, parts joined by `/`; never absolute, never with `..`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A file as the manifest remembers it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ManifestFile {
    /// Path below the site folder.
    pub path: String,
    /// Length in bytes.
    pub bytes: u64,
    /// SHA-256 in lower-case hexadecimal.
    pub sha256: String,
}

/// Every file of a built site, sorted by path. It is the marker that says a folder is ours.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Manifest {
    /// The files.
    pub files: Vec<ManifestFile>,
}

/// `words` as HTML and XML can hold them: characters that neither allows (NUL, other controls,
/// noncharacters) become U+FFFD, and so do the two marks that override the direction of what
/// follows: they serve to forge file names.
///
/// ```
/// use annalist::model::page::displayable;
/// assert_eq!(displayable("a\0b\n"), "a\u{FFFD}b\n");
/// assert_eq!(displayable("plain"), "plain");
/// ```
pub fn displayable(words: &str) -> Cow<'_, str> {
    let is_odd = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
            || matches!(c, '\u{202D}' | '\u{202E}' | '\u{FDD0}'..='\u{FDEF}')
            || (c as u32 & 0xFFFE) == 0xFFFE
    };
    if !words.contains(is_odd) {
        return Cow::Borrowed(words);
    }
    Cow::Owned(words.replace(is_odd, "\u{FFFD}"))
}

/// Words in one line, with nothing in them that XML and text files do not hold.
pub fn line(words: &str) -> String {
    displayable(&tidy(words)).into_owned()
}
