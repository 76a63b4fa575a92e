//! Which folders a site may be built into. Asked before anything is written.

use std::fs;
use std::path::{Component, Path, PathBuf};

use super::{cannot_read, marker, refused};
use crate::error::Error;

const HINT: &str = "name another folder with `--output`";

/// Folders and files that a build must not touch.
#[derive(Debug, Clone, Default)]
pub struct Protected {
    /// May hold the site, but not be it or lie in it: the dossier's folder, the home folder.
    pub around: Vec<PathBuf>,
    /// Has nothing to do with the site's folder at all: seeds, templates, authority files.
    pub apart: Vec<PathBuf>,
}

/// The folder meant by `output`, absolute and free of links, if it may be built into.
///
/// # Errors
/// [`Error::OutputRefused`] where it may not.
pub(super) fn allowed_output(output: &Path, protected: &Protected) -> Result<PathBuf, Error> {
    let folder = real_path(output)?;
    let refuse = |reason: String| Err(refused(output, reason, HINT));
    if folder.file_name().is_none() {
        return refuse("it is the root of the file system".to_owned());
    }
    if folder.symlink_metadata().is_ok_and(|metadata| !metadata.is_dir()) {
        return refuse("it is no folder".to_owned());
    }
    for kept in protected.around.iter().chain(&protected.apart) {
        let real = real_path(kept)?;
        if real == folder {
            return refuse("it would replace what the site is made from, or your home".to_owned());
        }
        if real.starts_with(&folder) {
            return refuse(format!("`{}` is in it", kept.display()));
        }
    }
    for kept in &protected.apart {
        if folder.starts_with(real_path(kept)?) {
            return refuse(format!("it is in `{}`", kept.display()));
        }
    }
    if is_mount_point(&folder) {
        return Err(refused(
            output,
            "it is a mount point, which cannot be exchanged in one step",
            "name a folder inside it with `--output`",
        ));
    }
    Ok(folder)
}

/// Refuses a folder that holds something and no marker. Files whose names begin with a dot and a
/// `README.md` do not count: a fresh repository has those.
pub(super) fn check_content(folder: &Path) -> Result<(), Error> {
    if !folder.exists() || marker::read(folder)?.is_some() {
        return Ok(());
    }
    for entry in fs::read_dir(folder).map_err(cannot_read(folder))? {
        let name = entry.map_err(cannot_read(folder))?.file_name();
        let name = name.to_string_lossy();
        if !name.starts_with('.') && !name.eq_ignore_ascii_case("README.md") {
            return Err(refused(
                folder,
                format!("it holds `{name}` and was not made by Annalist"),
                "name an empty or a new folder with `--output`",
            ));
        }
    }
    Ok(())
}

/// The absolute path free of links; the part that is not there yet is taken as it is written.
fn real_path(path: &Path) -> Result<PathBuf, Error> {
    let whole = std::path::absolute(path).map_err(cannot_read(path))?;
    let there = whole
        .ancestors()
        .find(|ancestor| ancestor.symlink_metadata().is_ok())
        .ok_or_else(|| refused(path, "no part of its path exists", HINT))?;
    let real = there
        .canonicalize()
        .map_err(|_| refused(path, format!("the link `{}` leads nowhere", there.display()), HINT))?;
    let rest = whole.strip_prefix(there).expect("an ancestor is a prefix");
    if rest.components().any(|part| part == Component::ParentDir) {
        return Err(refused(path, "`..` follows a folder that does not exist", HINT));
    }
    Ok(if rest.as_os_str().is_empty() { real } else { real.join(rest) })
}

#[cfg(unix)]
fn is_mount_point(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| path.metadata().ok().map(|metadata| metadata.dev());
    folder.exists() && folder.parent().is_some_and(|parent| device(folder) != device(parent))
}

#[cfg(not(unix))]
fn is_mount_point(_folder: &Path) -> bool {
    false
}
