//! [`Diagnostic`]: what is odd in the documents. The build goes on.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Worth knowing; nothing is lost.
    Info,
    /// A reader may miss something.
    Warning,
    /// A document, or a part of one, is not in the site.
    Error,
}

impl Level {
    /// The word shown.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Every kind of finding. The code is a promise: it has a heading in `docs/diagnostics.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Code {
    /// The file could not be opened or read.
    FileUnreadable,
    /// The file is empty or holds white space only.
    FileEmpty,
    /// The file is no text.
    FileBinary,
    /// The file is larger than `max_file_size`.
    FileTooLarge,
    /// The media type has no reader.
    FileTypeUnknown,
    /// A symbolic link leads out of the seeds folder, in a circle, or nowhere.
    LinkNotFollowed,
    /// Not a regular file.
    FileSpecial,
    /// The path is not Unicode.
    PathNotUnicode,
    /// Some bytes did not fit the encoding; they are shown as U+FFFD.
    EncodingDamaged,
    /// Front matter is opened and not closed.
    FrontMatterUnclosed,
    /// Front matter or a sidecar could not be read.
    StatementUnreadable,
    /// A key of front matter or a sidecar is not known.
    StatementKeyUnknown,
    /// A value of front matter, a sidecar or the mark-up is not usable.
    StatementValueInvalid,
    /// A sidecar has no document.
    SidecarAlone,
    /// The page holds no main text.
    HtmlNoContent,
    /// The mark-up is nested deeper than is read.
    HtmlTooDeep,
    /// A draft was left out.
    DraftSkipped,
    /// An override names nothing that was found.
    OverrideUnused,
    /// A correction is about nothing that was found.
    CorrectionUnused,
    /// An override or a name fits several actors.
    ActorAmbiguous,
    /// A story of a sidecar does not exist in the file.
    StoryUnknown,
    /// The style sheets weigh more than `[budget]` allows.
    StyleOverBudget,
    /// The scripts outside the search weigh more than `[budget]` allows.
    ScriptOverBudget,
    /// The median page weighs more than `[budget]` allows.
    PageOverBudget,
    /// The site without its search weighs more than `[budget]` allows.
    SiteOverBudget,
    /// A line of `extract --stdin-jsonl` is no document.
    InputLineInvalid,
}

impl Code {
    /// Every code, in the order of the documentation.
    pub const ALL: [Code; 26] = [
        Self::FileUnreadable,
        Self::FileEmpty,
        Self::FileBinary,
        Self::FileTooLarge,
        Self::FileTypeUnknown,
        Self::LinkNotFollowed,
        Self::FileSpecial,
        Self::PathNotUnicode,
        Self::EncodingDamaged,
        Self::FrontMatterUnclosed,
        Self::StatementUnreadable,
        Self::StatementKeyUnknown,
        Self::StatementValueInvalid,
        Self::SidecarAlone,
        Self::HtmlNoContent,
        Self::HtmlTooDeep,
        Self::DraftSkipped,
        Self::OverrideUnused,
        Self::CorrectionUnused,
        Self::ActorAmbiguous,
        Self::StoryUnknown,
        Self::StyleOverBudget,
        Self::ScriptOverBudget,
        Self::PageOverBudget,
        Self::SiteOverBudget,
        Self::InputLineInvalid,
    ];

    /// The stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::FileUnreadable => "file-unreadable",
            Self::FileEmpty => "file-empty",
            Self::FileBinary => "file-binary",
            Self::FileTooLarge => "file-too-large",
            Self::FileTypeUnknown => "file-type-unknown",
            Self::LinkNotFollowed => "link-not-followed",
            Self::FileSpecial => "file-special",
            Self::PathNotUnicode => "path-not-unicode",
            Self::EncodingDamaged => "encoding-damaged",
            Self::FrontMatterUnclosed => "front-matter-unclosed",
            Self::StatementUnreadable => "statement-unreadable",
            Self::StatementKeyUnknown => "statement-key-unknown",
            Self::StatementValueInvalid => "statement-value-invalid",
            Self::SidecarAlone => "sidecar-alone",
            Self::HtmlNoContent => "html-no-content",
            Self::HtmlTooDeep => "html-too-deep",
            Self::DraftSkipped => "draft-skipped",
            Self::OverrideUnused => "override-unused",
            Self::CorrectionUnused => "correction-unused",
            Self::ActorAmbiguous => "actor-ambiguous",
            Self::StoryUnknown => "story-unknown",
            Self::StyleOverBudget => "style-over-budget",
            Self::ScriptOverBudget => "script-over-budget",
            Self::PageOverBudget => "page-over-budget",
            Self::SiteOverBudget => "site-over-budget",
            Self::InputLineInvalid => "input-line-invalid",
        }
    }

    /// How much a finding of this kind matters.
    pub fn level(self) -> Level {
        match self {
            Self::FileUnreadable | Self::FileBinary | Self::FileTooLarge | Self::InputLineInvalid => Level::Error,
            Self::DraftSkipped | Self::FileTypeUnknown => Level::Info,
            _ => Level::Warning,
        }
    }
}

/// A finding with its place, its code and a hint.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Path below the dossier's folder (`seeds/letter.txt`).
    pub file: String,
    /// Line, from 1; 0 where the finding is about the whole file.
    pub line: usize,
    /// Column in characters, from 1; 0 where the finding is about the whole file.
    pub column: usize,
    /// What kind of finding.
    pub code: Code,
    /// What is odd, in one sentence.
    pub message: String,
    /// What the user can do about it.
    pub hint: String,
}

impl Diagnostic {
    /// A finding about a whole file.
    pub fn of_file(file: impl Into<String>, code: Code, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { file: file.into(), line: 0, column: 0, code, message: message.into(), hint: hint.into() }
    }

    /// The same finding at a line and column.
    pub fn at(self, (line, column): (usize, usize)) -> Self {
        Self { line, column, ..self }
    }

    /// How much it matters.
    pub fn level(&self) -> Level {
        self.code.level()
    }
}

impl fmt::Display for Diagnostic {
    /// `seeds/letter.txt:12:4: warning[code]: message`, the hint on a line of its own.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", printable(&self.file))?;
        if self.line > 0 {
            write!(out, ":{}:{}", self.line, self.column)?;
        }
        write!(out, ": {}[{}]: {}", self.level().as_str(), self.code.as_str(), printable(&self.message))?;
        if !self.hint.is_empty() {
            write!(out, "\n  hint: {}", printable(&self.hint))?;
        }
        Ok(())
    }
}

/// Control characters, which could drive a terminal, as their escapes.
pub fn printable(words: &str) -> String {
    let is_odd = |c: char| c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    if !words.contains(is_odd) {
        return words.to_owned();
    }
    words.chars().map(|c| if is_odd(c) { c.escape_unicode().to_string() } else { c.to_string() }).collect()
}

/// A value together with the findings met on the way to it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Built<T> {
    /// The value.
    pub value: T,
    /// The findings, in the order met.
    pub findings: Vec<Diagnostic>,
}

impl<T> Built<T> {
    /// A value without findings.
    pub fn clean(value: T) -> Self {
        Self { value, findings: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_says_where_what_and_what_to_do() {
        let finding =
            Diagnostic::of_file("seeds/a\u{1b}[2J.txt", Code::FileEmpty, "the file is empty", "delete it").at((12, 4));
        assert_eq!(
            finding.to_string(),
            "seeds/a\\u{1b}[2J.txt:12:4: warning[file-empty]: the file is empty\n  hint: delete it"
        );
    }

    #[test]
    fn codes_are_unique() {
        let mut names: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Code::ALL.len());
    }
}
