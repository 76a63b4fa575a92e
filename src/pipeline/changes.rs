//! [`Changes`]: which files may have changed since a site was made, and what that can touch.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf, absolute};

use crate::config::{FILE_NAME, Settings};
use crate::ingest::SeedFile;

/// What may have changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changes {
    /// Nobody knows: everything is looked at.
    Everything,
    /// These files and folders, absolute, and what is below them.
    Paths(BTreeSet<PathBuf>),
}

/// What a changed file has to do with the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Concern {
    /// Nothing.
    None,
    /// A static file.
    Statics,
    /// A template.
    Templates,
    /// A document or its sidecar.
    Seeds,
    /// What is known or decided beside the documents.
    Knowledge,
    /// The settings.
    Settings,
    /// All of it: a folder that holds one of the dossier's own came or went.
    Everything,
}

impl Changes {
    /// No change.
    pub fn none() -> Self {
        Self::Paths(BTreeSet::new())
    }

    /// These changes and others.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Paths(mut paths), Self::Paths(others)) => {
                paths.extend(others);
                Self::Paths(paths)
            }
            _ => Self::Everything,
        }
    }

    /// True where a change may have to do with `concern`.
    pub(super) fn touch(&self, concern: Concern, settings: &Settings) -> bool {
        match self {
            Self::Everything => true,
            Self::Paths(paths) => paths
                .iter()
                .map(|path| self::concern(path, settings))
                .any(|own| own == concern || own == Concern::Everything),
        }
    }

    /// True where every change has to do with `concern`.
    pub(super) fn touch_only(&self, concern: Concern, settings: &Settings) -> bool {
        match self {
            Self::Everything => false,
            Self::Paths(paths) => paths.iter().all(|path| self::concern(path, settings) == concern),
        }
    }

    /// True where a seed or its sidecar may have changed.
    pub(super) fn may_touch_seed(&self, seed: &SeedFile) -> bool {
        self.may_touch(&seed.location) || seed.sidecar.as_deref().is_some_and(|path| self.may_touch(path))
    }

    /// True where the settings may say something else.
    pub fn touch_settings(&self, settings: &Settings) -> bool {
        self.touch(Concern::Settings, settings)
    }

    /// True where the file at `location` may have changed.
    pub fn may_touch(&self, location: &Path) -> bool {
        match self {
            Self::Everything => true,
            Self::Paths(paths) => {
                absolute(location).is_ok_and(|location| location.ancestors().any(|part| paths.contains(part)))
            }
        }
    }
}

/// What a path has to do with a site.
///
/// ```
/// use annalist::config::Settings;
/// use annalist::pipeline::{Concern, concern};
/// use std::path::Path;
/// let settings = Settings::defaults(Path::new("/dossier"));
/// assert_eq!(concern(Path::new("/dossier/seeds/a.txt"), &settings), Concern::Seeds);
/// assert_eq!(concern(Path::new("/dossier/templates/home.html"), &settings), Concern::Templates);
/// assert_eq!(concern(Path::new("/dossier/overrides.toml"), &settings), Concern::Knowledge);
/// assert_eq!(concern(Path::new("/dossier/corrections.toml"), &settings), Concern::Knowledge);
/// assert_eq!(concern(Path::new("/dossier/site/index.html"), &settings), Concern::None);
/// assert_eq!(concern(Path::new("/dossier"), &settings), Concern::Everything);
/// ```
pub fn concern(path: &Path, settings: &Settings) -> Concern {
    let own = |folder: &Path| absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let parts = [
        (own(&settings.output), Concern::None),
        (own(&settings.templates), Concern::Templates),
        (own(&settings.phrases), Concern::Templates),
        (own(&settings.statics), Concern::Statics),
        (own(&settings.authority), Concern::Knowledge),
        (own(&settings.vocabulary), Concern::Knowledge),
        (own(&settings.overrides), Concern::Knowledge),
        (own(&settings.corrections), Concern::Knowledge),
        (own(&settings.seeds), Concern::Seeds),
        (own(&settings.root.join(FILE_NAME)), Concern::Settings),
    ];
    let inside = parts.iter().find(|(folder, _)| path.starts_with(folder)).map(|(_, concern)| *concern);
    let around = || parts.iter().any(|(folder, concern)| *concern != Concern::None && folder.starts_with(path));
    inside.unwrap_or_else(|| if around() { Concern::Everything } else { Concern::None })
}
