//! What lies in a site's folder and is not ours: a `CNAME`, a `.git`, somebody's own pictures.
//!
//! It is kept through a build, and nothing of it is ever removed.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::ledger::fold;
use super::marker::{self, MARKER};
use super::{cannot_read, cannot_write, is_absent, refused};
use crate::error::Error;
use crate::model::Manifest;

/// The files and folders of a build, for looking up.
struct Ours<'m> {
    files: HashSet<&'m str>,
    folders: HashSet<&'m str>,
}

impl<'m> Ours<'m> {
    fn of(manifest: &'m Manifest) -> Self {
        let paths = || manifest.files.iter().map(|file| file.path.as_str());
        let parents = paths().flat_map(|path| path.match_indices('/').map(move |(end, _)| &path[..end]));
        Self { files: paths().chain([MARKER]).collect(), folders: parents.collect() }
    }
}

/// Looks for what is not ours in `folder`. Paths are relative to it; a folder stands for all it
/// holds, unless a build, the one that made it (`old`) or the one to come (`new`), has files in it.
///
/// A link, or a folder where a file of ours should be, is not what we wrote: it is foreign.
pub(super) fn find_foreign(folder: &Path, old: &Manifest, new: &Manifest) -> Result<Vec<PathBuf>, Error> {
    let (old, new) = (Ours::of(old), Ours::of(new));
    let mut foreign = Vec::new();
    let mut waiting = vec![PathBuf::new()];
    while let Some(below) = waiting.pop() {
        let here = folder.join(&below);
        for entry in fs::read_dir(&here).map_err(cannot_read(&here))? {
            let entry = entry.map_err(cannot_read(&here))?;
            let kind = entry.file_type().map_err(cannot_read(&here))?;
            let path = below.join(entry.file_name());
            let name = with_slashes(&path);
            if kind.is_dir() && (old.folders.contains(&*name) || new.folders.contains(&*name)) {
                waiting.push(path);
            } else if !(kind.is_file() && old.files.contains(&*name)) {
                foreign.push(path);
            }
        }
    }
    foreign.sort();
    Ok(foreign)
}

/// A path as the manifest writes it. One that is not Unicode equals none of ours.
fn with_slashes(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

/// Refuses the build where something foreign stands in its way.
pub(super) fn refuse_collisions(folder: &Path, foreign: &[PathBuf], new: &Manifest) -> Result<(), Error> {
    let ours = Ours::of(new);
    let files: HashSet<String> = ours.files.iter().map(|path| fold(path)).collect();
    let folders: HashSet<String> = ours.folders.iter().map(|path| fold(path)).collect();
    for path in foreign {
        let name = fold(&with_slashes(path));
        let is_inside_a_file = name.match_indices('/').any(|(end, _)| files.contains(&name[..end]));
        if files.contains(&name) || folders.contains(&name) || is_inside_a_file {
            return Err(refused(
                folder,
                format!("`{}` is not ours and stands where the site needs its place", path.display()),
                "move it elsewhere, or build into another folder with `--output`",
            ));
        }
    }
    Ok(())
}

/// Empties the folder of a replaced site: foreign things move to `output`, our files are removed.
///
/// Where `output` is gone and something foreign would be homeless, the folder becomes `output`
/// again. What cannot be placed stays where it is, and the error says where.
pub(super) fn retire(folder: &Path, output: &Path) -> Result<(), Error> {
    let old = marker::read(folder)?.unwrap_or_default();
    let new = marker::read(output)?.unwrap_or_default();
    let foreign = find_foreign(folder, &old, &new)?;
    if is_absent(output) && !foreign.is_empty() {
        return fs::rename(folder, output).map_err(cannot_write(output));
    }
    for path in &foreign {
        let target = output.join(path);
        if !is_absent(&target) {
            return Err(refused(
                output,
                format!("`{}` would replace `{}`", folder.join(path).display(), target.display()),
                "keep one of the two and build again",
            ));
        }
        let parent = target.parent().unwrap_or(output);
        fs::create_dir_all(parent).map_err(cannot_write(parent))?;
        fs::rename(folder.join(path), &target).map_err(cannot_write(&target))?;
    }
    remove_ours(folder, &old, &new).map_err(cannot_write(folder))
}

/// Removes the files of `old`, and the folders that are empty then. The folders of `new` are among
/// them: one that held only foreign files has been emptied into its namesake.
fn remove_ours(folder: &Path, old: &Manifest, new: &Manifest) -> io::Result<()> {
    let ours = Ours::of(old);
    // The marker goes last: until then a killed removal still knows what is ours.
    for path in ours.files.iter().filter(|path| **path != MARKER) {
        remove_unless_gone(&folder.join(path))?;
    }
    let mut folders: Vec<&str> = ours.folders.into_iter().chain(Ours::of(new).folders).collect();
    folders.sort_unstable_by_key(|path| std::cmp::Reverse(path.len()));
    for path in folders {
        // One that is not empty holds something foreign that came just now: the next run keeps it.
        let _ = fs::remove_dir(folder.join(path));
    }
    remove_unless_gone(&folder.join(MARKER))?;
    fs::remove_dir(folder)
}

fn remove_unless_gone(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(()),
        other => other,
    }
}
