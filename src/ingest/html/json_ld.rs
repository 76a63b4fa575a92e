//! JSON-LD in a page: what schema.org's creative works say about themselves.

use serde_json::Value;

/// The types of schema.org that are documents, by the end of their names.
const WORKS: [&str; 8] =
    ["Article", "BlogPosting", "Report", "Posting", "WebPage", "CreativeWork", "PressRelease", "ItemPage"];

/// What a page's JSON-LD says, the most specific work first.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct JsonLd {
    pub published: Option<String>,
    pub modified: Option<String>,
    pub title: Option<String>,
    pub authors: Vec<String>,
    pub publisher: Option<String>,
    pub url: Option<String>,
    pub language: Option<String>,
    pub licence: Option<String>,
}

/// Reads the scripts of a page; one that is no JSON says nothing.
pub(super) fn read(scripts: &[String]) -> JsonLd {
    let parsed: Vec<Value> = scripts.iter().filter_map(|script| parse(script)).collect();
    let mut works = Vec::new();
    for value in &parsed {
        collect(value, &mut works);
    }
    // An article before the page that holds it.
    works.sort_by_key(|(rank, _)| *rank);
    let mut said = JsonLd::default();
    for (rank, work) in works {
        said.add(work, rank);
    }
    if parsed.len() < scripts.len() {
        said.published = said.published.or_else(|| scripts.iter().find_map(|script| published_in(script)));
    }
    said
}

/// The publication date in a script that is nearly JSON: stray quotes in titles are common.
fn published_in(script: &str) -> Option<String> {
    let (_, behind) = script.split_once("\"datePublished\"")?;
    let (_, value) = behind.split_once(':')?.1.split_once('"')?;
    value.split_once('"').map(|(date, _)| date.to_owned())
}

/// JSON as pages have it: in comment or CDATA marks, with raw line breaks in strings.
fn parse(script: &str) -> Option<Value> {
    let trimmed = script.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[");
    let trimmed = trimmed.trim_end_matches("//]]>").trim_end_matches("-->").trim().trim_end_matches(';');
    serde_json::from_str(trimmed).ok().or_else(|| {
        let flat: String = trimmed.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&flat).ok()
    })
}

/// The works in a value, its arrays and its `@graph`, each with its place in [`WORKS`].
fn collect<'v>(value: &'v Value, works: &mut Vec<(usize, &'v Value)>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, works)),
        Value::Object(object) => {
            if let Some(rank) = object.get("@type").and_then(rank) {
                works.push((rank, value));
            }
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let Some(inner) = object.get(key) {
                    collect(inner, works);
                }
            }
        }
        _ => {}
    }
}

fn rank(kind: &Value) -> Option<usize> {
    match kind {
        Value::String(name) => WORKS.iter().position(|work| name.ends_with(work)),
        Value::Array(names) => names.iter().filter_map(rank).min(),
        _ => None,
    }
}

impl JsonLd {
    fn add(&mut self, work: &Value, rank: usize) {
        let words = |key: &str| work.get(key).and_then(name_of);
        let is_article = rank < 4;
        self.published = self.published.take().or_else(|| words("datePublished"));
        self.modified = self.modified.take().or_else(|| words("dateModified"));
        self.url = self.url.take().or_else(|| words("url").or_else(|| words("mainEntityOfPage")));
        self.language = self.language.take().or_else(|| words("inLanguage"));
        self.licence = self.licence.take().or_else(|| words("license"));
        self.publisher = self.publisher.take().or_else(|| words("publisher"));
        if is_article {
            self.title = self.title.take().or_else(|| words("headline").or_else(|| words("name")));
        }
        if is_article && self.authors.is_empty() {
            self.authors = match work.get("author") {
                Some(Value::Array(authors)) => authors.iter().filter_map(name_of).collect(),
                Some(author) => name_of(author).into_iter().collect(),
                None => Vec::new(),
            };
        }
    }
}

/// A string, or the `name` (or `@id`) of an object, or the first of an array.
fn name_of(value: &Value) -> Option<String> {
    let words = match value {
        Value::String(words) => words.clone(),
        Value::Array(values) => return values.iter().find_map(name_of),
        Value::Object(object) => {
            return ["name", "url", "@id"].iter().find_map(|key| object.get(*key)).and_then(name_of);
        }
        _ => return None,
    };
    (!words.trim().is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_speaks_before_the_page() {
        let script = r#"{"@graph": [
            {"@type": "WebPage", "datePublished": "2020-01-01", "inLanguage": "en"},
            {"@type": ["NewsArticle"], "headline": "A", "datePublished": "2021-03-14T10:00:00Z",
             "author": [{"name": "B. C."}, "D"], "publisher": {"@type": "Organization", "name": "P"},
             "mainEntityOfPage": {"@id": "https://e.org/a"}}]}"#;
        let said = read(&[script.to_owned(), "{broken".to_owned()]);
        assert_eq!(said.published.as_deref(), Some("2021-03-14T10:00:00Z"));
        assert_eq!(said.authors, ["B. C.", "D"]);
        assert_eq!((said.publisher.as_deref(), said.language.as_deref()), (Some("P"), Some("en")));
        assert_eq!(said.url.as_deref(), Some("https://e.org/a"));
    }

    #[test]
    fn broken_json_still_says_when() {
        let script = r#"{"@type": "Article", "headline": "A "b" c", "datePublished" : "2021-03-14"}"#;
        assert_eq!(read(&[script.to_owned()]).published.as_deref(), Some("2021-03-14"));
    }

    #[test]
    fn other_types_and_deep_nesting_say_nothing() {
        for script in [r#"{"@type": "Person", "name": "A"}"#.to_owned(), "[".repeat(100_000), "{\"a\":".repeat(9_000)] {
            assert_eq!(read(&[script]), JsonLd::default());
        }
    }
}
