//! Finding the settings of a run, and the folders a build must not touch.

use std::env;
use std::path::Path;

use super::arguments::Common;
use crate::config::{FILE_NAME, Settings, find_settings, read_settings};
use crate::error::Error;
use crate::output::Protected;

/// The settings asked for: `--config`, else those of `--root`, else `annalist.toml` here or above,
/// else the defaults for the current folder.
pub(super) fn open_settings(common: &Common) -> Result<Settings, Error> {
    if let Some(file) = &common.config {
        return read_settings(file);
    }
    if let Some(root) = &common.root {
        return settings_of_folder(root);
    }
    let here =
        env::current_dir().map_err(|source| Error::Read { what: "the current folder", path: ".".into(), source })?;
    match find_settings(&here) {
        // Names in messages stay as short as the user's.
        Some(file) if file.parent() == Some(&here) => read_settings(Path::new(FILE_NAME)),
        Some(file) => read_settings(&file),
        None => Ok(Settings::defaults(Path::new("."))),
    }
}

fn settings_of_folder(root: &Path) -> Result<Settings, Error> {
    if !root.is_dir() {
        return Err(Error::Usage {
            message: format!("there is no folder `{}`", root.display()),
            hint: "`annalist init DIR` starts a dossier".to_owned(),
        });
    }
    let file = root.join(FILE_NAME);
    if file.is_file() { read_settings(&file) } else { Ok(Settings::defaults(root)) }
}

/// What a build of these settings must leave alone.
pub(super) fn protected(settings: &Settings) -> Protected {
    let apart = [
        &settings.seeds,
        &settings.templates,
        &settings.phrases,
        &settings.statics,
        &settings.authority,
        &settings.overrides,
        &settings.corrections,
    ];
    Protected {
        around: [settings.root.clone()].into_iter().chain(env::home_dir()).collect(),
        apart: apart.into_iter().cloned().collect(),
    }
}
