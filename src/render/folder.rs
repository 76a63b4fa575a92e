//! Reading a folder of the user's: every regular file, nothing from outside it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path};

use walkdir::WalkDir;

use super::Files;
use crate::error::Error;

/// Deeper folders than this are not read.
const DEEPEST: usize = 16;

/// The files of a folder by name. Hidden files are not read; a symbolic link is followed only where
/// it leads to a file inside the folder.
///
/// # Errors
/// The folder or a file in it cannot be read.
pub(super) fn read(folder: &Path, what: &'static str) -> Result<Files, Error> {
    let failed = |path: &Path, source: std::io::Error| Error::Read { what, path: path.to_owned(), source };
    let home = fs::canonicalize(folder).map_err(|source| failed(folder, source))?;
    let mut files = BTreeMap::new();
    let is_shown = |name: &std::ffi::OsStr| !name.to_string_lossy().starts_with('.');
    let walk = WalkDir::new(&home).max_depth(DEEPEST).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || is_shown(entry.file_name())) {
        let entry = entry.map_err(|error| failed(folder, error.into()))?;
        let real = match entry.path_is_symlink() {
            true => fs::canonicalize(entry.path()).ok().filter(|real| real.starts_with(&home)),
            false => Some(entry.path().to_owned()),
        };
        let Some(real) = real.filter(|real| real.is_file()) else { continue };
        let bytes = fs::read(&real).map_err(|source| failed(entry.path(), source))?;
        files.insert(name_of(entry.path().strip_prefix(&home).unwrap_or(entry.path())), bytes);
    }
    Ok(files)
}

fn name_of(path: &Path) -> String {
    let parts = path.components().filter_map(|part| match part {
        Component::Normal(part) => Some(part.to_string_lossy()),
        _ => None,
    });
    parts.collect::<Vec<_>>().join("/")
}
