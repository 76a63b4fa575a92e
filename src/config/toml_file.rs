//! Reading a TOML file into a typed value, with errors that say where and name the nearest key.

use serde::de::DeserializeOwned;

use crate::text::LineIndex;

/// What is wrong with a TOML text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TomlProblem {
    /// Line and column, from 1.
    pub place: (usize, usize),
    /// What is wrong, in one line.
    pub message: String,
    /// What the user can do; may be empty.
    pub hint: String,
}

/// Reads `text` as `T`. `T` should deny unknown fields: the problem then names the nearest key.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, TomlProblem> {
    toml::from_str(text).map_err(|error| problem(text, &error))
}

fn problem(text: &str, error: &toml::de::Error) -> TomlProblem {
    let offset = error.span().map_or(0, |span| span.start);
    let message = error.message().trim().replace('\n', " ");
    let hint = nearest_key(&message).map(|key| format!("did you mean `{key}`?")).unwrap_or_default();
    TomlProblem { place: LineIndex::new(text).place(text, offset), message: first_part(&message), hint }
}

/// `unknown field `x`, expected one of …` without the long list.
fn first_part(message: &str) -> String {
    match message.split_once(", expected") {
        Some((first, _)) if first.starts_with("unknown field") => first.replace("unknown field", "unknown key"),
        _ => message.to_owned(),
    }
}

/// The expected key most like the unknown one. Serde names both between back-ticks.
fn nearest_key(message: &str) -> Option<String> {
    let mut quoted = message.strip_prefix("unknown field ")?.split('`').skip(1).step_by(2);
    let unknown = quoted.next()?;
    nearest(unknown, quoted).map(str::to_owned)
}

/// The candidate most like `word`; `None` when none is much like it.
///
/// ```
/// use annalist::config::toml_file::nearest;
/// assert_eq!(nearest("titel", ["title", "seeds"]), Some("title"));
/// assert_eq!(nearest("colour", ["title", "seeds"]), None);
/// ```
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|&(distance, candidate)| distance <= 1 + candidate.len() / 4)
        .min()
        .map(|(_, candidate)| candidate)
}
