//! [`Settings`]: `annalist.toml`, found by walking up from a folder; every key is optional.

use std::fs;
use std::path::{Component, Path, PathBuf};

use globset::{Glob, GlobSet, GlobSetBuilder};
use serde::Deserialize;

use super::budget::{Budget, BudgetFile};
use super::toml_file;
use crate::error::Error;
use crate::model::{Actor, Display, GeneralAuthority, Standing, Weekday};

/// The name of the settings file.
pub const FILE_NAME: &str = "annalist.toml";

/// Default of `max_file_size`: far above any text a person wrote, far below what hurts.
const MAX_FILE_SIZE: u64 = 32 * 1024 * 1024;

/// What `annalist.toml` may hold.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct SettingsFile {
    title: Option<String>,
    description: Option<String>,
    language: Option<String>,
    contact: Option<String>,
    base_url: Option<String>,
    seeds: Option<PathBuf>,
    output: Option<PathBuf>,
    authority: Option<PathBuf>,
    general_authority: Option<bool>,
    vocabulary: Option<PathBuf>,
    overrides: Option<PathBuf>,
    corrections: Option<PathBuf>,
    templates: Option<PathBuf>,
    phrases: Option<PathBuf>,
    #[serde(rename = "static")]
    statics: Option<PathBuf>,
    ignore: Option<Vec<String>>,
    max_file_size: Option<u64>,
    display: Option<Display>,
    week_start: Option<String>,
    noindex: Option<bool>,
    drafts: Option<bool>,
    private_persons: Option<bool>,
    sqlite: Option<bool>,
    budget: Option<BudgetFile>,
}

/// The settings in force. Folders are absolute or relative to the current folder.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The dossier's folder: where `annalist.toml` is, or the current folder.
    pub root: PathBuf,
    /// The title of the dossier.
    pub title: String,
    /// What the dossier is, in a sentence or two; may be empty.
    pub description: String,
    /// BCP 47 tag of the interface and of documents that do not say.
    pub language: String,
    /// How to report an error: an address or a sentence; may be empty.
    pub contact: String,
    /// Where the site will stand, with a slash at its end; feeds and the sitemap need it.
    pub base_url: Option<String>,
    /// The folder of raw documents.
    pub seeds: PathBuf,
    /// The folder the site is built into.
    pub output: PathBuf,
    /// The folder of authority files.
    pub authority: PathBuf,
    /// Whether the general authority file counts.
    pub general_authority: GeneralAuthority,
    /// The folder of the dossier's own vocabularies.
    pub vocabulary: PathBuf,
    /// The editor's decisions.
    pub overrides: PathBuf,
    /// What readers are told of mistakes and changes.
    pub corrections: PathBuf,
    /// The user's templates.
    pub templates: PathBuf,
    /// The user's phrases: messages that stand before those of the program.
    pub phrases: PathBuf,
    /// The user's static files.
    pub statics: PathBuf,
    /// What `ignore` says, matched against paths below `seeds`.
    pub ignore: GlobSet,
    /// Larger files are not read, in bytes.
    pub max_file_size: u64,
    /// What documents may show that do not say it themselves.
    pub display: Display,
    /// The day weeks begin on: what `last week` and `this Sunday` mean.
    pub week_start: Weekday,
    /// True asks search engines to stay away from the whole site.
    pub noindex: bool,
    /// True builds drafts as well.
    pub drafts: bool,
    /// True gives private persons pages, too.
    pub private_persons: bool,
    /// True writes the data as a SQLite database, too.
    pub sqlite: bool,
    /// How large the parts of the site may become before a build says so.
    pub budget: Budget,
}

impl Settings {
    /// The settings of a folder without `annalist.toml`.
    pub fn defaults(root: &Path) -> Self {
        resolve(root, SettingsFile::default(), Path::new(FILE_NAME)).expect("the defaults are valid")
    }

    /// True for an actor with a page: private persons have one only where the settings give it.
    pub fn gives_page(&self, actor: &Actor) -> bool {
        self.private_persons || actor.standing != Standing::Private
    }
}

/// The settings file for `start`: in it or in the nearest folder above it.
pub fn find_settings(start: &Path) -> Option<PathBuf> {
    start.ancestors().map(|folder| folder.join(FILE_NAME)).find(|file| file.is_file())
}

/// Reads a settings file. Paths in it are relative to its folder.
///
/// # Errors
/// The file cannot be read, is no TOML, has an unknown key, or a value that cannot be used.
pub fn read_settings(file: &Path) -> Result<Settings, Error> {
    let text = fs::read_to_string(file).map_err(|source| Error::Read {
        what: "the settings",
        path: file.to_owned(),
        source,
    })?;
    let parsed = toml_file::read(&text).map_err(|problem| settings_error(file, &problem))?;
    let root = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    resolve(root, parsed, file)
}

/// The error for a problem in a TOML file of the user.
pub(super) fn settings_error(file: &Path, problem: &toml_file::TomlProblem) -> Error {
    let (line, column) = problem.place;
    Error::Settings {
        place: format!("{}:{line}:{column}", file.display()),
        message: problem.message.clone(),
        hint: problem.hint.clone(),
    }
}

fn resolve(root: &Path, file: SettingsFile, name: &Path) -> Result<Settings, Error> {
    let wrong = |message: String, hint: &str| Error::Settings {
        place: name.display().to_string(),
        message,
        hint: hint.to_owned(),
    };
    let folder = |given: Option<PathBuf>, default: &str| tidy_path(&root.join(given.unwrap_or_else(|| default.into())));
    let ignore = globs(file.ignore.as_deref().unwrap_or_default())
        .map_err(|error| wrong(format!("`ignore`: {error}"), "patterns look like `*.bak` or `drafts/**`"))?;
    let base_url = file.base_url.filter(|url| !url.is_empty());
    if base_url.as_deref().is_some_and(|url| !(url.starts_with("https://") || url.starts_with("http://"))) {
        return Err(wrong("`base_url` is no web address".to_owned(), "write it as `https://example.org/dossier/`"));
    }
    if file.sqlite == Some(true) && !cfg!(feature = "sqlite") {
        return Err(wrong(
            "`sqlite`: this program was built without SQLite".to_owned(),
            "build it with the feature `sqlite`",
        ));
    }
    let week_start = match file.week_start.as_deref() {
        None => Weekday::Monday,
        Some(word) => Weekday::named(&word.to_lowercase()).ok_or_else(|| {
            wrong(format!("`week_start`: `{word}` is no day of the week"), "write `monday` or `sunday`")
        })?,
    };
    Ok(Settings {
        root: root.to_owned(),
        title: file.title.filter(|title| !title.trim().is_empty()).unwrap_or_else(|| "Dossier".to_owned()),
        description: file.description.unwrap_or_default(),
        language: file.language.unwrap_or_else(|| "en".to_owned()),
        contact: file.contact.unwrap_or_default(),
        base_url: base_url.map(|url| format!("{}/", url.trim_end_matches('/'))),
        seeds: folder(file.seeds, "seeds"),
        output: folder(file.output, "site"),
        authority: folder(file.authority, "authority"),
        general_authority: match file.general_authority {
            None | Some(true) => GeneralAuthority::Use,
            Some(false) => GeneralAuthority::LeaveOut,
        },
        vocabulary: folder(file.vocabulary, "vocabulary"),
        overrides: folder(file.overrides, "overrides.toml"),
        corrections: folder(file.corrections, "corrections.toml"),
        templates: folder(file.templates, "templates"),
        phrases: folder(file.phrases, "phrases.ftl"),
        statics: folder(file.statics, "static"),
        ignore,
        max_file_size: file.max_file_size.unwrap_or(MAX_FILE_SIZE),
        display: file.display.unwrap_or_default(),
        week_start,
        noindex: file.noindex.unwrap_or(false),
        drafts: file.drafts.unwrap_or(false),
        private_persons: file.private_persons.unwrap_or(false),
        sqlite: file.sqlite.unwrap_or(false),
        budget: file.budget.unwrap_or_default().into(),
    })
}

/// `./seeds` and `seeds/` as `seeds`: names in messages should be as short as the user's.
fn tidy_path(path: &Path) -> PathBuf {
    let tidied: PathBuf = path.components().filter(|part| !matches!(part, Component::CurDir)).collect();
    if tidied.as_os_str().is_empty() { PathBuf::from(".") } else { tidied }
}

fn globs(patterns: &[String]) -> Result<GlobSet, globset::Error> {
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        set.add(Glob::new(pattern)?);
    }
    set.build()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Settings, Error> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE_NAME);
        fs::write(&file, text).unwrap();
        read_settings(&file)
    }

    #[test]
    fn an_empty_file_gives_the_defaults() {
        let settings = read("").unwrap();
        assert_eq!(settings.title, "Dossier");
        assert!(settings.output.ends_with("site"));
    }

    #[test]
    fn an_unknown_key_is_an_error_that_names_the_nearest() {
        let error = read("\ntitel = \"x\"\n").unwrap_err();
        assert!(error.to_string().contains("annalist.toml:2:1: unknown key `titel`"), "{error}");
        assert_eq!(error.hint(), Some("did you mean `title`?"));
        assert_eq!(error.exit_code(), 2);
    }

    #[test]
    fn values_that_cannot_be_used_are_errors() {
        for wrong in [
            "base_url = \"ftp://x\"",
            "ignore = [\"[\"]",
            "title = 3",
            "display = \"some\"",
            "week_start = \"moonday\"",
            "[budget]\nsites = 3",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
        assert_eq!(read("base_url = \"https://e.org\"").unwrap().base_url.unwrap(), "https://e.org/");
    }

    #[test]
    fn settings_are_found_by_walking_up() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("a/b");
        fs::create_dir_all(&deep).unwrap();
        fs::write(folder.path().join(FILE_NAME), "").unwrap();
        assert_eq!(find_settings(&deep), Some(folder.path().join(FILE_NAME)));
    }
}
