//! `overrides.toml`: an editor's decisions.

use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::authority::optional_date;
use super::settings::settings_error;
use super::toml_file::{self, TomlProblem};
use crate::error::Error;
use crate::model::Edtf;
use crate::model::overrides::{DateDecision, Hide, Merge, Rename, Retype, Split};
use crate::model::{NameKind, Overrides};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct OverridesFile {
    #[serde(default)]
    merge: Vec<MergeTable>,
    #[serde(default)]
    split: Vec<SplitTable>,
    #[serde(default)]
    retype: Vec<RetypeTable>,
    #[serde(default)]
    rename: Vec<RenameTable>,
    #[serde(default)]
    hide: Vec<HideTable>,
    #[serde(default)]
    date: Vec<DateTable>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MergeTable {
    actors: Vec<String>,
    name: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SplitTable {
    actor: String,
    variant: String,
    #[serde(default)]
    documents: Vec<String>,
    name: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RenameTable {
    actor: String,
    name: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RetypeTable {
    actor: String,
    kind: KindWord,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum KindWord {
    Person,
    Organisation,
    Place,
    Other,
}

impl From<KindWord> for NameKind {
    fn from(word: KindWord) -> Self {
        match word {
            KindWord::Person => Self::Person,
            KindWord::Organisation => Self::Organisation,
            KindWord::Place => Self::Place,
            KindWord::Other => Self::Other,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct HideTable {
    actor: Option<String>,
    event: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DateTable {
    document: String,
    story: Option<String>,
    #[serde(deserialize_with = "optional_date")]
    published: Option<Edtf>,
    why: Option<String>,
}

/// Reads the overrides file; no file is no decision.
///
/// # Errors
/// The file cannot be read or is wrong.
pub fn read_overrides_file(file: &Path) -> Result<Overrides, Error> {
    if !file.exists() {
        return Ok(Overrides::default());
    }
    let text = fs::read_to_string(file).map_err(|source| Error::Read {
        what: "the overrides",
        path: file.to_owned(),
        source,
    })?;
    read_overrides(&text).map_err(|problem| settings_error(file, &problem))
}

/// Reads the text of an overrides file.
///
/// # Errors
/// The text is no TOML, has an unknown key or a value that cannot be used.
pub fn read_overrides(text: &str) -> Result<Overrides, TomlProblem> {
    let file: OverridesFile = toml_file::read(text)?;
    let date = |table: DateTable| {
        table.published.map(|published| DateDecision {
            document: table.document,
            story: table.story,
            published,
            why: table.why,
        })
    };
    Ok(Overrides {
        merges: file.merge.into_iter().map(|table| Merge { actors: table.actors, name: table.name }).collect(),
        splits: file
            .split
            .into_iter()
            .map(|t| Split { actor: t.actor, variant: t.variant, documents: t.documents, name: t.name })
            .collect(),
        retypes: file.retype.into_iter().map(|table| Retype { actor: table.actor, kind: table.kind.into() }).collect(),
        renames: file.rename.into_iter().map(|table| Rename { actor: table.actor, name: table.name }).collect(),
        hidden: file
            .hide
            .into_iter()
            .flat_map(|table| [table.actor.map(Hide::Actor), table.event.map(Hide::Event)])
            .flatten()
            .collect(),
        dates: file.date.into_iter().filter_map(date).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_decision_is_read() {
        let overrides = read_overrides(
            "[[merge]]\nactors = [\"a\", \"b\"]\n[[split]]\nactor = \"a\"\nvariant = \"X\"\nname = \"Y\"\n\
             [[rename]]\nactor = \"a\"\nname = \"A\"\n[[retype]]\nactor = \"a\"\nkind = \"place\"\n[[hide]]\nactor = \"c\"\n[[hide]]\nevent = \"e-1\"\n\
             [[date]]\ndocument = \"a.txt\"\npublished = 2023-08-18\nwhy = \"the print edition\"\n",
        )
        .unwrap();
        assert_eq!(overrides.hidden, [Hide::Actor("c".to_owned()), Hide::Event("e-1".to_owned())]);
        assert_eq!(overrides.dates[0].published.to_string(), "2023-08-18");
        assert_eq!(overrides.retypes[0].kind, NameKind::Place);
        assert!(read_overrides("[[retype]]\nactor = \"a\"\nkind = \"pirate\"\n").is_err());
        assert_eq!((overrides.merges.len(), overrides.splits.len(), overrides.renames.len()), (1, 1, 1));
    }
}
