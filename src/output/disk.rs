//! [`DiskSink`]: a site on the disk, made beside the old one and exchanged with it.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::foreign::{find_foreign, refuse_collisions};
use super::guard::{Protected, allowed_output, check_content};
use super::ledger::{Ledger, describe};
use super::marker::{self, MARKER};
use super::staging::{Exchange, Staging};
use super::{Sink, cannot_write, sync};
use crate::error::Error;
use crate::model::{Manifest, ManifestFile, OutputFile};

/// Writes a site into a folder.
///
/// Until [`Sink::finish`] the folder is as it was; then it is the whole new site. A file that has
/// not changed keeps its inode and its time of change, so that `rsync` and `make` see no news.
#[derive(Debug)]
pub struct DiskSink {
    output: PathBuf,
    old: Manifest,
    ledger: Mutex<Ledger>,
    staging: Staging,
    exchange: Exchange,
}

impl DiskSink {
    /// Opens `output` for a build, after putting right what a killed build left. A link to a
    /// folder is followed.
    ///
    /// # Errors
    /// [`Error::OutputRefused`] where the folder is not ours to replace, holds or is held by
    /// something protected, or another build is writing it; else the world failed.
    ///
    /// ```
    /// use annalist::model::OutputFile;
    /// use annalist::output::{DiskSink, Protected, Sink};
    /// let folder = tempfile::tempdir()?;
    /// let sink = DiskSink::open(&folder.path().join("site"), &Protected::default())?;
    /// sink.put(OutputFile { path: "index.html".to_owned(), bytes: b"<!doctype html>".to_vec() })?;
    /// assert!(!folder.path().join("site").exists());
    /// assert_eq!(sink.finish()?.files.len(), 1);
    /// assert!(folder.path().join("site/index.html").is_file());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn open(output: &Path, protected: &Protected) -> Result<Self, Error> {
        Self::open_with(output, protected, sync::exchange)
    }

    pub(super) fn open_with(output: &Path, protected: &Protected, exchange: Exchange) -> Result<Self, Error> {
        let output = allowed_output(output, protected)?;
        check_content(&output)?;
        let staging = Staging::open(&output)?;
        // Again: a killed build may just have been put right.
        check_content(&output)?;
        let old = marker::read(&output)?.unwrap_or_default();
        Ok(Self { output, old, ledger: Mutex::default(), staging, exchange })
    }

    /// Writes a file, or links the old one where it is the same: the marker says where to look, the
    /// old file's own bytes decide.
    fn write(&self, described: &ManifestFile, bytes: &[u8]) -> io::Result<()> {
        let (old, target) = (self.output.join(&described.path), self.staging.building().join(&described.path));
        let may_be_same = self.old.files.binary_search(described).is_ok() && self.is_plain(&described.path);
        if may_be_same && fs::read(&old).is_ok_and(|there| there == bytes) {
            return reuse(&old, &target, bytes);
        }
        create(&target, bytes)
    }

    /// True where the old site has a regular file at `path`, with no link on the way to it.
    fn is_plain(&self, path: &str) -> bool {
        let is = |part: &str, wanted: fn(&fs::Metadata) -> bool| {
            self.output.join(part).symlink_metadata().is_ok_and(|metadata| wanted(&metadata))
        };
        path.match_indices('/').all(|(end, _)| is(&path[..end], fs::Metadata::is_dir))
            && is(path, fs::Metadata::is_file)
    }

    /// Writes the marker and takes over the old folder's permissions.
    fn complete(&self, manifest: &Manifest) -> io::Result<()> {
        let building = self.staging.building();
        let (bytes, old) = (marker::to_bytes(manifest), self.output.join(MARKER));
        match fs::read(&old) {
            Ok(there) if there == bytes => reuse(&old, &building.join(MARKER), &bytes)?,
            _ => create(&building.join(MARKER), &bytes)?,
        }
        match self.output.metadata() {
            Ok(metadata) => fs::set_permissions(&building, metadata.permissions()),
            Err(_) => Ok(()),
        }
    }
}

impl Sink for DiskSink {
    fn put(&self, file: OutputFile) -> Result<ManifestFile, Error> {
        self.ledger.lock().expect("nothing panics while it holds the ledger").claim(&file.path)?;
        let described = describe(&file);
        self.write(&described, &file.bytes).map_err(cannot_write(&self.output.join(&file.path)))?;
        self.ledger.lock().expect("nothing panics while it holds the ledger").record(described.clone());
        Ok(described)
    }

    fn finish(self) -> Result<Manifest, Error> {
        let manifest = self.ledger.lock().expect("nothing panics while it holds the ledger").manifest();
        if self.output.exists() {
            let foreign = find_foreign(&self.output, &self.old, &manifest)?;
            refuse_collisions(&self.output, &foreign, &manifest)?;
        }
        self.complete(&manifest).map_err(cannot_write(&self.output))?;
        self.staging.publish(self.exchange)?;
        Ok(manifest)
    }
}

/// Links the old file, or copies it with its time where links cannot be made.
fn reuse(old: &Path, target: &Path, bytes: &[u8]) -> io::Result<()> {
    if in_folder(target, || fs::hard_link(old, target)).is_ok() {
        return Ok(());
    }
    create(target, bytes)?;
    File::options().append(true).open(target)?.set_modified(old.metadata()?.modified()?)
}

fn create(target: &Path, bytes: &[u8]) -> io::Result<()> {
    in_folder(target, || File::create_new(target))?.write_all(bytes)
}

/// Does `act`; where the folder of `target` is missing, makes it and does `act` again.
fn in_folder<T>(target: &Path, act: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match act() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            target.parent().map_or(Ok(()), fs::create_dir_all)?;
            act()
        }
        done => done,
    }
}
