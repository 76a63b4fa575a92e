//! [`Staging`]: the folder beside a site in which the next one is made, and the way into its place.
//!
//! `.NAME.staging` holds a lock and up to three folders; the names are the state, so that a run
//! killed at any point leaves something the next run can read:
//!
//! | folder | holds | a leftover is |
//! |---|---|---|
//! | `building` | an unfinished site | removed: all of it is ours |
//! | `next` | a finished site, or after the exchange the one it replaced | retired |
//! | `previous` | the replaced site, where two folders cannot be exchanged | put back if the site is gone, else retired |

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::foreign::retire;
use super::sync::{sync_all_below, sync_names};
use super::{cannot_read, cannot_write, is_absent, refused};
use crate::error::Error;

const LOCK: &str = "lock";

/// Exchanges two folders in one step; `false` where that cannot be done.
pub(super) type Exchange = fn(&Path, &Path) -> io::Result<bool>;

/// The staging folder of one site, locked until it is dropped (or the process dies).
#[derive(Debug)]
pub(super) struct Staging {
    output: PathBuf,
    folder: PathBuf,
    _lock: File,
}

impl Staging {
    /// Makes and locks the staging folder, and puts right what a killed run left.
    pub(super) fn open(output: &Path) -> Result<Self, Error> {
        let parent = output.parent().expect("the root is refused before");
        fs::create_dir_all(parent).map_err(cannot_write(parent))?;
        let mut name = OsString::from(".");
        name.push(output.file_name().expect("the root is refused before"));
        name.push(".staging");
        let folder = parent.join(name);
        let lock = lock_folder(&folder, output)?;
        let staging = Self { output: output.to_owned(), folder, _lock: lock };
        staging.put_right()?;
        fs::create_dir(staging.building()).map_err(cannot_write(&staging.building()))?;
        Ok(staging)
    }

    /// Where the files of the next site go.
    pub(super) fn building(&self) -> PathBuf {
        self.folder.join("building")
    }

    /// Puts the finished `building` in the place of the site, and retires the site it replaces.
    ///
    /// Before the exchange everything is synced: the site is the whole old one or the whole new
    /// one, also after a power cut.
    pub(super) fn publish(&self, exchange: Exchange) -> Result<(), Error> {
        let (building, next) = (self.building(), self.folder.join("next"));
        sync_all_below(&building).map_err(cannot_write(&building))?;
        fs::rename(&building, &next).map_err(cannot_write(&next))?;
        self.install(&next, exchange).map_err(cannot_write(&self.output))?;
        self.sync_both().map_err(cannot_write(&self.output))?;
        self.put_right()
    }

    fn install(&self, next: &Path, exchange: Exchange) -> io::Result<()> {
        if is_absent(&self.output) {
            return fs::rename(next, &self.output);
        }
        if !exchange(next, &self.output)? {
            fs::rename(&self.output, self.folder.join("previous"))?;
            fs::rename(next, &self.output)?;
        }
        Ok(())
    }

    fn sync_both(&self) -> io::Result<()> {
        sync_names(&self.folder)?;
        self.output.parent().map_or(Ok(()), sync_names)
    }

    /// Brings the folder to where only the lock is left, whatever was in it.
    fn put_right(&self) -> Result<(), Error> {
        let (building, next, previous) = (self.building(), self.folder.join("next"), self.folder.join("previous"));
        if !is_absent(&building) {
            fs::remove_dir_all(&building).map_err(cannot_write(&building))?;
        }
        if !is_absent(&previous) && is_absent(&self.output) {
            fs::rename(&previous, &self.output).map_err(cannot_write(&self.output))?;
        }
        for leftover in [previous, next] {
            if !is_absent(&leftover) {
                retire(&leftover, &self.output)?;
            }
        }
        Ok(())
    }
}

impl Drop for Staging {
    /// Removes the folder where nothing but the lock is left in it; a rest is for the next run.
    fn drop(&mut self) {
        let is_clean = self.put_right().is_ok();
        if is_clean && fs::remove_file(self.folder.join(LOCK)).is_ok() {
            let _ = fs::remove_dir(&self.folder);
        }
    }
}

fn lock_folder(folder: &Path, output: &Path) -> Result<File, Error> {
    // A run that ends may remove the lock between our opening and locking it: then once more.
    for _ in 0..100 {
        make_folder(folder)?;
        let path = folder.join(LOCK);
        let lock = match File::options().create(true).append(true).open(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            opened => opened.map_err(cannot_write(&path))?,
        };
        match lock.try_lock() {
            Err(TryLockError::WouldBlock) => break,
            Err(TryLockError::Error(error)) => return Err(cannot_write(&path)(error)),
            Ok(()) if is_same_file(&lock, &path) => return Ok(lock),
            Ok(()) => {}
        }
    }
    Err(refused(output, "another build is writing it", "wait until the other build has ended"))
}

fn make_folder(folder: &Path) -> Result<(), Error> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        made => return made.map_err(cannot_write(folder)),
    }
    let foreign = || refused(folder, "it is not a staging folder of Annalist", "move it away and build again");
    match folder.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(cannot_read(folder)(error)),
        Ok(metadata) if !metadata.is_dir() => return Err(foreign()),
        Ok(_) => {}
    }
    let is_empty = fs::read_dir(folder).map_err(cannot_read(folder))?.next().is_none();
    if is_empty || !is_absent(&folder.join(LOCK)) { Ok(()) } else { Err(foreign()) }
}

#[cfg(unix)]
fn is_same_file(lock: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (lock.metadata(), path.symlink_metadata()) {
        (Ok(held), Ok(named)) => (held.dev(), held.ino()) == (named.dev(), named.ino()),
        _ => false,
    }
}

/// Elsewhere an open file cannot be removed.
#[cfg(not(unix))]
fn is_same_file(_lock: &File, _path: &Path) -> bool {
    true
}
