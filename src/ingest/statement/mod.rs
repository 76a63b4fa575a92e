//! Sidecars and front matter → [`Statement`]. What cannot be used is a finding with its place; the
//! other keys still count.
//!
//! One rule is stricter than the rest: a value of `display`, `draft` or `noindex` that cannot be
//! read is taken as the cautious one, because its author meant to hold something back.

mod keys;
mod tables;

pub(super) use keys::{language_tag, web_address};

use crate::diagnostic::{Built, Code, Diagnostic};
use crate::model::{Display, Statement};

/// Line and column, from 1.
type Place = (usize, usize);

/// A value of TOML or YAML.
#[derive(Debug, Clone, PartialEq)]
enum Said {
    Nothing,
    Flag(bool),
    /// A string, a number or a date, as written.
    Words(String),
    List(Vec<Said>),
    Table(Vec<Field>),
}

/// A key with its value, and where both stand.
#[derive(Debug, Clone, PartialEq)]
struct Field {
    key: String,
    key_at: Place,
    value: Said,
    value_at: Place,
}

/// Something that is no TOML or no YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Problem {
    place: Place,
    message: String,
}

/// The language of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Syntax {
    /// TOML.
    Toml,
    /// YAML.
    Yaml,
}

/// Where a statement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stands {
    /// In a file of its own, written for Annalist: an unknown key is a mistake.
    Sidecar,
    /// At the head of a document, after so many lines; written for any program: keys it does not
    /// know are none of Annalist's business.
    FrontMatter(usize),
}

/// Reads a statement. `shown` is the file's path for findings.
pub(super) fn read(text: &str, syntax: Syntax, stands: Stands, shown: &str) -> Built<Statement> {
    let (fields, problems) = match syntax {
        Syntax::Toml => tables::toml(text),
        Syntax::Yaml => tables::yaml(text),
    };
    let lines_above = match stands {
        Stands::Sidecar => 0,
        Stands::FrontMatter(lines) => lines,
    };
    let mut built = keys::statement(fields, stands, shown);
    if !problems.is_empty() {
        built.value = cautious(text).or(built.value);
    }
    for problem in problems {
        let hint = match syntax {
            Syntax::Toml => "write `key = \"value\"`, one to a line",
            Syntax::Yaml => "write `key: value`, one to a line, with quotes around values that hold `: ` or `#`",
        };
        let message = format!("cannot be read: {}", problem.message);
        built.findings.push(Diagnostic::of_file(shown, Code::StatementUnreadable, message, hint).at(problem.place));
    }
    for finding in &mut built.findings {
        finding.line += lines_above;
    }
    built.findings.sort_by_key(|finding| (finding.line, finding.column));
    built
}

/// What to assume of a statement that cannot be read: where it names `draft`, `display` or
/// `noindex` at all, that it holds the document back.
pub(super) fn cautious(text: &str) -> Statement {
    let names = |key: &str| {
        text.lines().any(|line| {
            let rest = line.trim_start().trim_start_matches(['"', '\'']).strip_prefix(key);
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '-'))
        })
    };
    Statement {
        display: names("display").then_some(Display::Withheld),
        draft: names("draft").then_some(true),
        noindex: names("noindex").then_some(true),
        ..Statement::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sidecar(text: &str) -> Built<Statement> {
        read(text, Syntax::Toml, Stands::Sidecar, "a.txt.toml")
    }

    fn front(text: &str) -> Built<Statement> {
        read(text, Syntax::Yaml, Stands::FrontMatter(1), "a.md")
    }

    #[test]
    fn a_sidecar_says_what_it_may_say() {
        let built = sidecar(
            "title = \"A  letter\"\npublished = 2021-03-14\nauthor = [\"A. B.\", \"C\"]\nurl = \"https://e.org/a\"\n\
             accessed = \"2024-01?\"\nlicense = \"CC0\"\nlanguage = \"en_GB\"\ndisplay = \"metadata-only\"\nnoindex = true\n\
             [[story]]\ntitle = \"One\"\n[[story]]\npublished = \"2021\"\n",
        );
        assert_eq!(built.findings, []);
        let said = built.value;
        assert_eq!(said.title.as_deref(), Some("A letter"));
        assert_eq!(said.published.unwrap().to_string(), "2021-03-14");
        assert_eq!(said.published_by.as_deref(), Some("by-sidecar"));
        assert_eq!(said.authors, ["A. B.", "C"]);
        assert_eq!((said.language.as_deref(), said.licence.as_deref()), (Some("en-GB"), Some("CC0")));
        assert_eq!((said.display, said.noindex, said.draft), (Some(Display::MetadataOnly), Some(true), None));
        assert_eq!(said.stories.len(), 2);
        assert_eq!(said.stories[1].published.unwrap().to_string(), "2021");
    }

    #[test]
    fn what_cannot_be_used_is_found_and_the_rest_counts() {
        let table = [
            ("\ntitel = \"x\"", Code::StatementKeyUnknown, (2, 1), "did you mean `title`?"),
            ("published = \"soon\"", Code::StatementValueInvalid, (1, 13), "2023-08-18"),
            ("url = \"javascript:x\"", Code::StatementValueInvalid, (1, 7), "https://"),
            ("language = \"the English\"", Code::StatementValueInvalid, (1, 12), "`en`"),
            ("author = 1\ntitle = [2]", Code::StatementValueInvalid, (2, 9), "quotes"),
            ("title \"x\"\n", Code::StatementUnreadable, (1, 7), "key"),
            ("[[story]]\nstory = 1", Code::StatementKeyUnknown, (2, 1), "not of a story"),
        ];
        for (text, code, place, hint) in table {
            let built = sidecar(&format!("{text}\n[unknown]\n"));
            let finding = &built.findings[0];
            assert_eq!((finding.code, (finding.line, finding.column)), (code, place), "{text} {finding}");
            assert!(finding.hint.contains(hint), "{finding}");
        }
        assert_eq!(sidecar("publisher = \"P\"\ntitle = = 3\n").value.publisher.as_deref(), Some("P"));
    }

    #[test]
    fn what_holds_a_document_back_is_read_on_the_safe_side() {
        let table = [
            ("draft = true", None, Some(true)),
            ("draft = \"false\"", None, Some(false)),
            ("draft = \"no\"", None, Some(true)),
            ("draft = 0", None, Some(true)),
            ("display = \"witheld\"", Some(Display::Withheld), None),
            ("display = \"excerpt\"", Some(Display::Excerpt), None),
            ("display = true", Some(Display::Withheld), None),
            ("display \"excerpt\"", Some(Display::Withheld), None),
            ("title = \"a\ndraft = true", None, Some(true)),
        ];
        for (text, display, draft) in table {
            let said = sidecar(text).value;
            assert_eq!((said.display, said.draft), (display, draft), "{text}");
        }
    }

    #[test]
    fn front_matter_of_other_programs_is_understood() {
        let built = front(
            "Title: 'It: a title'\ndate: 2021-03-14 10:00:00 +0900\nauthors:\n  - name: A. B.\n    url: x\n  - C\n\
             tags: [a, b]\nlayout: post\nsource: https://e.org/a\nlang: de\ndraft: false\n",
        );
        assert_eq!(built.findings, []);
        let said = built.value;
        assert_eq!(said.title.as_deref(), Some("It: a title"));
        assert_eq!(said.published.unwrap().to_string(), "2021-03-14");
        assert_eq!(said.authors, ["A. B.", "C"]);
        assert_eq!((said.url.as_deref(), said.publisher), (Some("https://e.org/a"), None));
        assert_eq!((said.language.as_deref(), said.draft), (Some("de"), Some(false)));
        assert_eq!(front("published: false").value.draft, Some(true));
        assert_eq!(front("published: true").value.draft, None);
    }

    #[test]
    fn findings_in_front_matter_have_the_place_in_the_document() {
        let finding = &front("title: x\ndate: soon\n").findings[0];
        assert_eq!((finding.line, finding.column), (3, 7));
        let finding = &front("title: x\n: [\n").findings[0];
        assert_eq!((finding.code, finding.line), (Code::StatementUnreadable, 3));
    }

    #[test]
    fn bombs_are_bounded() {
        let mut bomb = "a0: &a0 [x, x]\n".to_owned();
        for level in 1..40 {
            bomb += &format!("a{level}: &a{level} [*a{0}, *a{0}, *a{0}]\n", level - 1);
        }
        for text in [bomb, "[".repeat(50_000), "a:\n ".to_owned() + &"- ".repeat(50_000), "{a: ".repeat(20_000)] {
            assert!(!front(&text).findings.is_empty());
        }
        for text in
            ["a = ".to_owned() + &"[".repeat(50_000), "a.".repeat(50_000), "a = ".to_owned() + &"{b=".repeat(9_000)]
        {
            assert!(!sidecar(&text).findings.is_empty());
        }
    }
}
