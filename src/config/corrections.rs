//! `corrections.toml`: what the dossier's editors tell readers about mistakes and changes.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer};

use super::authority::optional_date;
use super::settings::settings_error;
use super::toml_file::{self, TomlProblem};
use crate::error::Error;
use crate::model::correction::{CorrectionEntry, CorrectionKind};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct CorrectionsFile {
    #[serde(default)]
    correction: Vec<CorrectionTable>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CorrectionTable {
    #[serde(deserialize_with = "day")]
    date: NaiveDate,
    #[serde(deserialize_with = "kind")]
    kind: CorrectionKind,
    text: String,
    #[serde(default)]
    documents: Vec<String>,
    #[serde(default)]
    removed: Vec<String>,
    #[serde(default)]
    actors: Vec<String>,
    #[serde(default)]
    agreements: Vec<String>,
}

fn day<'d, D: Deserializer<'d>>(from: D) -> Result<NaiveDate, D::Error> {
    let edtf = optional_date(from)?;
    let day = edtf.filter(|edtf| !edtf.is_doubtful()).and_then(|edtf| edtf.as_day());
    day.ok_or_else(|| serde::de::Error::custom("a correction needs its day, such as `2024-06-28`"))
}

fn kind<'d, D: Deserializer<'d>>(from: D) -> Result<CorrectionKind, D::Error> {
    let word = String::deserialize(from)?;
    CorrectionKind::named(&word).ok_or_else(|| {
        let kinds = CorrectionKind::ALL.map(CorrectionKind::as_str).join(", ");
        serde::de::Error::custom(format!("`{word}` is no kind of correction: write one of {kinds}"))
    })
}

/// Reads the corrections file; no file is no correction.
///
/// # Errors
/// The file cannot be read or is wrong.
pub fn read_corrections_file(file: &Path) -> Result<Vec<CorrectionEntry>, Error> {
    if !file.exists() {
        return Ok(Vec::new());
    }
    let text = fs::read_to_string(file).map_err(|source| Error::Read {
        what: "the corrections",
        path: file.to_owned(),
        source,
    })?;
    read_corrections(&text).map_err(|problem| settings_error(file, &problem))
}

/// Reads the text of a corrections file; entries in its order.
///
/// # Errors
/// The text is no TOML, has an unknown key or a value that cannot be used.
pub fn read_corrections(text: &str) -> Result<Vec<CorrectionEntry>, TomlProblem> {
    let file: CorrectionsFile = toml_file::read(text)?;
    let entry = |table: CorrectionTable| CorrectionEntry {
        on: table.date,
        kind: table.kind,
        text: table.text,
        documents: table.documents,
        removed: table.removed,
        actors: table.actors,
        agreements: table.agreements,
    };
    Ok(file.correction.into_iter().map(entry).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_correction_has_a_day_a_kind_and_words() {
        let read = |rest: &str| read_corrections(&format!("[[correction]]\ntext = \"It was May.\"\n{rest}"));
        let entries = read("date = 2024-06-28\nkind = \"retraction\"\ndocuments = [\"a.txt\"]\n").unwrap();
        assert_eq!((entries[0].kind, entries[0].on.to_string().as_str()), (CorrectionKind::Retraction, "2024-06-28"));
        for (wrong, told) in [
            ("date = \"2024-06\"\nkind = \"update\"\n", "needs its day"),
            ("date = \"2024-06-28?\"\nkind = \"update\"\n", "needs its day"),
            ("date = 2024-06-28\nkind = \"erratum\"\n", "one of correction"),
            ("date = 2024-06-28\n", "missing field `kind`"),
            ("date = 2024-06-28\nkind = \"update\"\ndocument = \"a\"\n", "unknown key"),
        ] {
            let problem = read(wrong).unwrap_err();
            assert!(problem.message.contains(told), "{wrong}: {}", problem.message);
        }
    }
}
