//! The opening lines of a Markdown file that are for machines: YAML between `---`, TOML between `+++`.

use super::statement::{self, Stands, Syntax};
use crate::diagnostic::{Built, Code, Diagnostic};
use crate::model::Statement;
use crate::text::{Span, lines};

/// What stands in front of a document.
#[derive(Debug, Default, Clone, PartialEq)]
pub(super) struct FrontMatter {
    /// Its bytes with both fences; empty where there is none.
    pub span: Span,
    /// What it says.
    pub statement: Statement,
}

/// Reads the front matter of `text`. A `---` that opens a text without keys is a line, not a fence.
pub(super) fn read(text: &str, shown: &str) -> Built<FrontMatter> {
    let mut all = lines::lines(text);
    let Some(opening) = all.next() else { return Built::default() };
    let (syntax, closings): (_, &[&str]) = match opening.of(text).trim_end() {
        "---" => (Syntax::Yaml, &["---", "..."]),
        "+++" => (Syntax::Toml, &["+++"]),
        _ => return Built::default(),
    };
    let rest: Vec<Span> = all.collect();
    let separator = if syntax == Syntax::Yaml { ':' } else { '=' };
    if !rest.iter().find_map(|line| is_key(line.of(text), separator)).unwrap_or(false) {
        return Built::default();
    }
    let Some(closing) = rest.iter().find(|line| closings.contains(&line.of(text).trim_end())) else {
        return unclosed(text, &rest, shown);
    };
    let inside = Span::new(rest[0].start, closing.start);
    let built = statement::read(inside.of(text), syntax, Stands::FrontMatter(1), shown);
    let span = Span::new(0, closing.end).trimmed(text);
    Built { value: FrontMatter { span, statement: built.value }, findings: built.findings }
}

/// True for `key: …`, false for other words, `None` for a comment, which decides nothing.
fn is_key(line: &str, separator: char) -> Option<bool> {
    if line.starts_with('#') {
        return None;
    }
    let name = line.trim_start_matches(['"', '\'', '[']);
    let key = name.split(separator).next().unwrap_or_default();
    let is_name =
        !key.is_empty() && key.len() <= 64 && key.chars().all(|c| c.is_alphanumeric() || "_-. \"']".contains(c));
    let is_table = separator == '=' && line.starts_with('[');
    Some(is_table || (is_name && name.len() > key.len() && key.split_whitespace().count() <= 3))
}

/// The file is read as it stands; what its first lines hold back stays held back.
fn unclosed(text: &str, rest: &[Span], shown: &str) -> Built<FrontMatter> {
    let end = rest.iter().find(|line| line.of(text).trim().is_empty()).map_or(text.len(), |line| line.start);
    let statement = statement::cautious(Span::new(rest[0].start, end).of(text));
    let fence = text.lines().next().unwrap_or_default().trim_end();
    let hint = format!("close it with `{fence}` on a line of its own");
    let message = "the front matter is not closed and is read as text";
    let finding = Diagnostic::of_file(shown, Code::FrontMatterUnclosed, message, hint).at((1, 1));
    Built { value: FrontMatter { span: Span::default(), statement }, findings: vec![finding] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_is_told_from_a_line_across_the_page() {
        let table = [
            ("---\ntitle: A\n---\nBody", "---\ntitle: A\n---", Some("A")),
            ("---\r\ntitle: A\r\n...\r\nBody", "---\r\ntitle: A\r\n...", Some("A")),
            ("+++\ntitle = \"A\"\n+++\n", "+++\ntitle = \"A\"\n+++", Some("A")),
            ("---\n# comment\ntitle: A\n---", "---\n# comment\ntitle: A\n---", Some("A")),
            ("---\n\nWords between two lines\n\n---\n", "", None),
            ("---\nIt was a dark night and then he said: no\n---\n", "", None),
            ("----\ntitle: A\n----\n", "", None),
            ("Body\n---\ntitle: A\n---\n", "", None),
            ("---", "", None),
            ("", "", None),
        ];
        for (text, whole, title) in table {
            let built = read(text, "a.md");
            assert_eq!(built.findings, [], "{text}");
            assert_eq!((built.value.span.of(text), built.value.statement.title.as_deref()), (whole, title), "{text}");
        }
    }

    #[test]
    fn unclosed_front_matter_is_found_and_holds_back() {
        let built = read("---\ntitle: A\ndraft: true\n\nBody, display", "a.md");
        assert_eq!((built.findings[0].code, built.findings[0].line), (Code::FrontMatterUnclosed, 1));
        assert_eq!((built.value.statement.draft, built.value.statement.display), (Some(true), None));
    }
}
