//! `authority/*.toml`: actors the user knows, and names that must stay apart; behind them what ships.

mod agreements;
mod merge;
mod shipped;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use agreements::{AgreementTable, agreement, agreements_behind};

use super::settings::{Settings, settings_error};
use super::toml_file::{self, TomlProblem};
use super::vocabulary::read_vocabulary_folder;
use crate::error::Error;
use crate::model::{
    Authority, AuthorityActor, AuthorityEvent, AuthorityRole, Edtf, GeneralAuthority, NameKind, NeverMerge, Origin,
    Vocabulary,
};
use crate::text::slug::slug;

pub use agreements::shipped_agreements;
pub use merge::behind;
pub use shipped::{is_state, shipped_actors};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct AuthorityFile {
    #[serde(default)]
    actor: Vec<ActorTable>,
    #[serde(default)]
    agreement: Vec<AgreementTable>,
    #[serde(default)]
    event: Vec<EventTable>,
    #[serde(default)]
    never_merge: Vec<NeverMergeTable>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ActorTable {
    id: Option<String>,
    name: String,
    kind: KindWord,
    #[serde(default)]
    variants: Vec<String>,
    #[serde(default)]
    role: Vec<RoleTable>,
    country: Option<String>,
    #[serde(default)]
    identifiers: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RoleTable {
    title: String,
    #[serde(default, deserialize_with = "optional_date")]
    from: Option<Edtf>,
    #[serde(default, deserialize_with = "optional_date")]
    to: Option<Edtf>,
    source: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EventTable {
    name: String,
    #[serde(default)]
    variants: Vec<String>,
    #[serde(deserialize_with = "date", alias = "date")]
    from: Edtf,
    #[serde(default, deserialize_with = "optional_date")]
    to: Option<Edtf>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NeverMergeTable {
    names: Vec<String>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum KindWord {
    Person,
    Organisation,
    Place,
    Other,
}

/// A date of a TOML file: an EDTF string, a TOML date, or a year as a number.
pub(super) fn optional_date<'d, D: serde::Deserializer<'d>>(from: D) -> Result<Option<Edtf>, D::Error> {
    let value = toml::Value::deserialize(from)?;
    let words = match &value {
        toml::Value::String(words) => words.clone(),
        toml::Value::Datetime(date) => date.to_string(),
        toml::Value::Integer(year @ ..0) => format!("-{:04}", year.unsigned_abs()),
        toml::Value::Integer(year) => format!("{year:04}"),
        _ => return Err(serde::de::Error::custom("a date is a string such as \"2023-08\" or a TOML date")),
    };
    words.parse().map(Some).map_err(serde::de::Error::custom)
}

fn date<'d, D: serde::Deserializer<'d>>(from: D) -> Result<Edtf, D::Error> {
    optional_date(from)?.ok_or_else(|| serde::de::Error::custom("an event needs a date"))
}

/// What is known before a document is read: the dossier's authority files and, unless the settings
/// leave it out, the general one behind them.
///
/// # Errors
/// A file cannot be read or is wrong.
pub fn known_authority(settings: &Settings) -> Result<Authority, Error> {
    let mut own = read_authority_folder(&settings.authority)?;
    own.vocabulary = read_vocabulary_folder(&settings.vocabulary)?;
    Ok(match settings.general_authority {
        GeneralAuthority::Use => {
            own.agreements = agreements_behind(own.agreements, shipped_agreements());
            behind(own, shipped_actors())
        }
        GeneralAuthority::LeaveOut => Authority { general: GeneralAuthority::LeaveOut, ..own },
    })
}

/// Reads every `*.toml` of a folder in the order of their names; no folder is no authority.
///
/// # Errors
/// A file cannot be read or is wrong.
pub fn read_authority_folder(folder: &Path) -> Result<Authority, Error> {
    let mut authority = Authority::default();
    for file in toml_files(folder)? {
        let text = fs::read_to_string(&file).map_err(|source| Error::Read {
            what: "the authority file",
            path: file.clone(),
            source,
        })?;
        let part = read_authority(&text).map_err(|problem| settings_error(&file, &problem))?;
        authority.actors.extend(part.actors);
        authority.agreements.extend(part.agreements);
        authority.events.extend(part.events);
        authority.never_merge.extend(part.never_merge);
    }
    Ok(authority)
}

fn toml_files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let fail = |source| Error::Read { what: "the authority folder", path: folder.to_owned(), source };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Reads one authority file.
///
/// # Errors
/// The text is no TOML, has an unknown key or a value that cannot be used.
pub fn read_authority(text: &str) -> Result<Authority, TomlProblem> {
    let file: AuthorityFile = toml_file::read(text)?;
    Ok(Authority {
        actors: file.actor.into_iter().map(actor).collect(),
        events: file.event.into_iter().map(event).collect(),
        never_merge: file.never_merge.into_iter().map(|table| NeverMerge { names: table.names }).collect(),
        agreements: file.agreement.into_iter().map(agreement).collect(),
        vocabulary: Vocabulary::default(),
        general: GeneralAuthority::Use,
    })
}

fn actor(table: ActorTable) -> AuthorityActor {
    AuthorityActor {
        id: slug(table.id.as_deref().unwrap_or(&table.name)),
        kind: match table.kind {
            KindWord::Person => NameKind::Person,
            KindWord::Organisation => NameKind::Organisation,
            KindWord::Place => NameKind::Place,
            KindWord::Other => NameKind::Other,
        },
        variants: table.variants.into_iter().filter(|variant| *variant != table.name).collect(),
        roles: table
            .role
            .into_iter()
            .map(|role| AuthorityRole {
                title: role.title,
                from: role.from,
                to: role.to,
                origin: Origin::Dossier,
                source: role.source,
            })
            .collect(),
        country: table.country,
        identifiers: table.identifiers.into_iter().collect(),
        origin: Origin::Dossier,
        name: table.name,
    }
}

fn event(table: EventTable) -> AuthorityEvent {
    AuthorityEvent {
        variants: table.variants.into_iter().filter(|variant| *variant != table.name).collect(),
        from: table.from,
        to: table.to,
        name: table.name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_actor_has_variants_and_dated_roles() {
        let authority = read_authority(
            "[[actor]]\nname = \"Yoon Suk Yeol\"\nkind = \"person\"\nvariants = [\"Yoon Suk-yeol\"]\n\
             [[actor.role]]\ntitle = \"President\"\nfrom = 2022-05-10\nto = \"2025-04\"\n\
             [[never_merge]]\nnames = [\"Kishida\", \"Kihara\"]\n",
        )
        .unwrap();
        assert_eq!(authority.actors[0].id, "yoon-suk-yeol");
        assert_eq!(authority.actors[0].roles[0].from.unwrap().to_string(), "2022-05-10");
        assert_eq!(authority.never_merge[0].names.len(), 2);
    }

    #[test]
    fn an_event_has_a_date_or_a_first_and_a_last_one() {
        let authority = read_authority(
            "[[event]]\nname = \"Treaty of Norwick\"\nvariants = [\"Norwick Treaty\"]\ndate = 1951-09-08\n\
             [[event]]\nname = \"Norland War\"\nfrom = 1950\nto = \"1953-07\"\n",
        )
        .unwrap();
        assert_eq!(authority.events[0].from.to_string(), "1951-09-08");
        assert_eq!(authority.events[1].to.unwrap().to_string(), "1953-07");
        assert!(read_authority("[[event]]\nname = \"Norland War\"\n").is_err());
    }

    #[test]
    fn a_year_may_be_a_number_bc_too() {
        let role = "[[actor]]\nname = \"A\"\nkind = \"person\"\n[[actor.role]]\ntitle = \"x\"\nfrom = -479\nto = 79\n";
        let role = read_authority(role).unwrap().actors.remove(0).roles.remove(0);
        assert_eq!(role.from.unwrap().to_string(), "-0479");
        assert_eq!(role.to.unwrap().to_string(), "0079");
    }

    #[test]
    fn wrong_keys_and_dates_are_refused_with_their_place() {
        let problem = read_authority("[[actor]]\nname = \"A\"\nkind = \"person\"\nvariant = []\n").unwrap_err();
        assert_eq!(problem.place, (4, 1));
        assert_eq!(problem.hint, "did you mean `variants`?");
        let role = "[[actor]]\nname = \"A\"\nkind = \"person\"\n[[actor.role]]\ntitle = \"x\"\nfrom = \"soon\"\n";
        assert!(read_authority(role).is_err());
    }
}
