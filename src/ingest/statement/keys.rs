//! The keys of a statement and the values each may have.

use super::{Field, Said, Stands};
use crate::config::toml_file::nearest;
use crate::diagnostic::{Built, Code, Diagnostic};
use crate::ingest::dates::parse_date;
use crate::model::{Display, Edtf, Statement};

/// The keys of the data contract (`data.md`, section 3).
const KEYS: [&str; 12] = [
    "title",
    "published",
    "publisher",
    "author",
    "url",
    "accessed",
    "licence",
    "language",
    "display",
    "noindex",
    "draft",
    "story",
];

/// Other names of these keys that are read everywhere.
const SPELLINGS: [(&str, &str); 1] = [("license", "licence")];

/// Names that front matter written for other programs has for these keys.
const ALIASES: [(&str, &str); 6] = [
    ("date", "published"),
    ("authors", "author"),
    ("source", "publisher"),
    ("lang", "language"),
    ("canonical", "url"),
    ("rights", "licence"),
];

/// Reads the fields; the places of findings are those of the fields.
pub(super) fn statement(fields: Vec<Field>, stands: Stands, shown: &str) -> Built<Statement> {
    let mut reader = Reader { stands, shown, findings: Vec::new() };
    let value = reader.table(fields, Level::Document);
    Built { value, findings: reader.findings }
}

/// `words` as an address on the web; `None` for any other scheme.
pub(in crate::ingest) fn web_address(words: &str) -> Option<String> {
    let words = words.trim();
    let scheme = words.split_once("://")?.0.to_ascii_lowercase();
    let usable = (scheme == "http" || scheme == "https")
        && words.len() > scheme.len() + 3
        && !words.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>'));
    usable.then(|| words.to_owned())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Document,
    Story,
}

struct Reader<'a> {
    stands: Stands,
    shown: &'a str,
    findings: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn table(&mut self, fields: Vec<Field>, level: Level) -> Statement {
        let mut said = Statement::default();
        // A key under its own name speaks before one under another name.
        let (own, other): (Vec<_>, Vec<_>) = fields.into_iter().partition(|field| KEYS.contains(&field.key.as_str()));
        for field in own.into_iter().chain(other) {
            match self.key_of(&field, level) {
                Some("story") => said.stories = self.stories(field),
                Some(key) => self.assign(&mut said, key, field),
                None => {}
            }
        }
        said
    }

    /// The key that a field means; `None`, and a finding where that is a mistake, for any other.
    fn key_of(&mut self, field: &Field, level: Level) -> Option<&'static str> {
        let own = |name: &str| KEYS.into_iter().find(|key| *key == name);
        let renamed = |names: &[(&'static str, &'static str)], name: &str| {
            names.iter().find(|(other, _)| *other == name).map(|&(_, key)| key)
        };
        let found = match self.stands {
            Stands::Sidecar => own(&field.key).or_else(|| renamed(&SPELLINGS, &field.key)),
            Stands::FrontMatter(_) => {
                let name = field.key.to_lowercase();
                own(&name).or_else(|| renamed(&SPELLINGS, &name)).or_else(|| renamed(&ALIASES, &name))
            }
        };
        if found == Some("story") && level == Level::Story {
            self.unknown(field, "`story` is a key of the file, not of a story".to_owned());
            return None;
        }
        if found.is_none() && self.stands == Stands::Sidecar {
            let hint = match nearest(&field.key, KEYS) {
                Some(key) => format!("did you mean `{key}`?"),
                None => format!("the keys are {}", KEYS.join(", ")),
            };
            self.unknown(field, hint);
        }
        found
    }

    fn unknown(&mut self, field: &Field, hint: String) {
        let message = format!("unknown key `{}`", field.key);
        let finding = Diagnostic::of_file(self.shown, Code::StatementKeyUnknown, message, hint);
        self.findings.push(finding.at(field.key_at));
    }

    fn wrong(&mut self, field: &Field, key: &str, hint: &str) {
        let message = format!("the value of `{key}` cannot be used");
        let finding = Diagnostic::of_file(self.shown, Code::StatementValueInvalid, message, hint);
        self.findings.push(finding.at(field.value_at));
    }

    /// The first usable value of a key stays.
    fn assign(&mut self, said: &mut Statement, key: &'static str, field: Field) {
        if field.value == Said::Nothing || is_blank(&field.value) {
            return;
        }
        match key {
            "author" if said.authors.is_empty() => said.authors = self.authors(key, &field),
            "display" => said.display = said.display.or(Some(self.display(key, &field))),
            "noindex" => said.noindex = said.noindex.or(Some(self.flag(key, &field))),
            "draft" => said.draft = said.draft.or(Some(self.flag(key, &field))),
            "published" if matches!((self.stands, &field.value), (Stands::FrontMatter(_), Said::Flag(_))) => {
                // Jekyll's `published: false` is a draft.
                said.draft = said.draft.or((field.value == Said::Flag(false)).then_some(true));
            }
            "published" if said.published.is_none() => {
                said.published = self.date(key, &field);
                said.published_by = said.published.map(|_| self.says().into());
            }
            "accessed" if said.accessed.is_none() => said.accessed = self.date(key, &field),
            "url" if said.url.is_none() => said.url = self.url(key, &field),
            "publisher" if said.publisher.is_none() => match (field.key.as_str(), &field.value) {
                ("source", Said::Words(words)) if web_address(words).is_some() => {
                    said.url = said.url.take().or_else(|| web_address(words));
                }
                _ => said.publisher = self.words(key, &field),
            },
            "language" if said.language.is_none() => said.language = self.language(key, &field),
            "licence" if said.licence.is_none() => said.licence = self.words(key, &field),
            "title" if said.title.is_none() => said.title = self.words(key, &field),
            _ => {}
        }
    }

    fn says(&self) -> &'static str {
        match self.stands {
            Stands::Sidecar => "by-sidecar",
            Stands::FrontMatter(_) => "by-front-matter",
        }
    }

    fn words(&mut self, key: &str, field: &Field) -> Option<String> {
        let words = words_of(&field.value);
        if words.is_none() {
            self.wrong(field, key, "write it in quotes");
        }
        words
    }

    fn authors(&mut self, key: &str, field: &Field) -> Vec<String> {
        let said = match &field.value {
            Said::List(values) => values.as_slice(),
            value => std::slice::from_ref(value),
        };
        let names: Vec<String> = said.iter().filter_map(words_of).collect();
        if names.len() < said.len() {
            self.wrong(field, key, "write a name in quotes, or several as `[\"A\", \"B\"]`");
        }
        names
    }

    fn date(&mut self, key: &str, field: &Field) -> Option<Edtf> {
        let date = words_of(&field.value).and_then(|words| parse_date(&words));
        if date.is_none() {
            self.wrong(
                field,
                key,
                "write `2023`, `2023-08`, `2023-08-18` or an interval, with `?` or `~` where unsure",
            );
        }
        date
    }

    fn url(&mut self, key: &str, field: &Field) -> Option<String> {
        let url = words_of(&field.value).and_then(|words| web_address(&words));
        // Front matter often holds the path of the page on a site of its own.
        let is_path = matches!(&field.value, Said::Words(words) if words.starts_with('/'));
        if url.is_none() && !(is_path && self.stands != Stands::Sidecar) {
            self.wrong(field, key, "write a whole address that starts with `https://` or `http://`");
        }
        url
    }

    fn language(&mut self, key: &str, field: &Field) -> Option<String> {
        let tag = words_of(&field.value).and_then(|words| language_tag(&words));
        if tag.is_none() {
            self.wrong(field, key, "write a language tag such as `en` or `ko-KR`");
        }
        tag
    }

    fn display(&mut self, key: &str, field: &Field) -> Display {
        let all = [Display::Full, Display::Excerpt, Display::MetadataOnly, Display::Withheld];
        let words = words_of(&field.value).unwrap_or_default();
        all.into_iter().find(|display| display.as_str() == words).unwrap_or_else(|| {
            let hint = "write `full`, `excerpt`, `metadata-only` or `withheld`; until then the document is withheld";
            self.wrong(field, key, hint);
            Display::Withheld
        })
    }

    fn flag(&mut self, key: &str, field: &Field) -> bool {
        match &field.value {
            Said::Flag(flag) => *flag,
            Said::Words(words) if words.eq_ignore_ascii_case("false") => false,
            Said::Words(words) if words.eq_ignore_ascii_case("true") => true,
            _ => {
                self.wrong(field, key, "write `true` or `false`; until then it counts as `true`");
                true
            }
        }
    }

    fn stories(&mut self, field: Field) -> Vec<Statement> {
        let Said::List(values) = &field.value else {
            self.wrong(&field, "story", "write `[[story]]` above the keys of each story");
            return Vec::new();
        };
        let tables: Vec<_> = values
            .iter()
            .map(|value| match value {
                Said::Table(fields) => Some(fields.clone()),
                _ => None,
            })
            .collect();
        if tables.iter().any(Option::is_none) {
            self.wrong(&field, "story", "write `[[story]]` above the keys of each story");
        }
        // A story that cannot be read keeps its place: the next speaks of the next.
        tables.into_iter().map(|fields| self.table(fields.unwrap_or_default(), Level::Story)).collect()
    }
}

fn is_blank(value: &Said) -> bool {
    matches!(value, Said::Words(words) if words.trim().is_empty())
}

/// A string on one line; of a table (`author: {name: …}`) its name.
fn words_of(value: &Said) -> Option<String> {
    match value {
        Said::Words(words) => {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            (!words.is_empty()).then_some(words)
        }
        Said::Table(fields) => fields.iter().find(|field| field.key == "name").and_then(|field| words_of(&field.value)),
        _ => None,
    }
}

/// A BCP 47 tag as far as its shape goes, with hyphens.
pub(in crate::ingest) fn language_tag(words: &str) -> Option<String> {
    let tag = words.trim().replace('_', "-");
    let fits = tag.split('-').enumerate().all(|(at, part)| {
        let length = if at == 0 { 2..=3 } else { 1..=8 };
        let letters = at > 0 || part.bytes().all(|byte| byte.is_ascii_alphabetic());
        length.contains(&part.len()) && letters && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    fits.then_some(tag)
}
