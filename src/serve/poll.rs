//! [`Poller`]: looks at files again and again, where the system does not tell of changes.
//!
//! It compares length and time to the last fraction: a file that is saved twice within a second is
//! seen twice, and one that is put back from a copy of last year as well.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, SystemTime};

use notify::{Event, EventKind, RecursiveMode};
use walkdir::WalkDir;

/// How often.
const EVERY: Duration = Duration::from_secs(1);

/// What of a file says that it changed.
type Stamp = (u64, Option<SystemTime>);

/// The files of a folder as they were last seen.
#[derive(Debug)]
struct Seen {
    mode: RecursiveMode,
    files: BTreeMap<PathBuf, Stamp>,
}

/// The folders looked at.
#[derive(Debug, Clone, Default)]
pub(super) struct Poller {
    folders: Arc<Mutex<BTreeMap<PathBuf, Seen>>>,
}

impl Poller {
    /// Begins to look, until nobody listens.
    pub(super) fn start(sender: Sender<notify::Result<Event>>) -> Self {
        let poller = Self::default();
        let looking = poller.clone();
        thread::spawn(move || {
            loop {
                thread::sleep(EVERY);
                let event = looking.look().into_iter().fold(Event::new(EventKind::Any), Event::add_path);
                if !event.paths.is_empty() && sender.send(Ok(event)).is_err() {
                    return;
                }
            }
        });
        poller
    }

    /// Looks at a folder from now on.
    pub(super) fn watch(&self, folder: &Path, mode: RecursiveMode) {
        let files = stamps(folder, mode);
        self.lock().insert(folder.to_owned(), Seen { mode, files });
    }

    /// Looks at it no longer.
    pub(super) fn unwatch(&self, folder: &Path) {
        self.lock().remove(folder);
    }

    /// What is other than when it was last looked at.
    fn look(&self) -> BTreeSet<PathBuf> {
        let mut changed = BTreeSet::new();
        for (folder, seen) in self.lock().iter_mut() {
            let new = stamps(folder, seen.mode);
            let differs = |(path, stamp): &(&PathBuf, &Stamp)| seen.files.get(*path) != Some(*stamp);
            changed.extend(new.iter().filter(differs).map(|(path, _)| path.clone()));
            changed.extend(seen.files.keys().filter(|path| !new.contains_key(*path)).cloned());
            seen.files = new;
        }
        changed
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<PathBuf, Seen>> {
        self.folders.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

/// Files and folders below a folder. Folders have no stamp: their times change with what is in them.
fn stamps(folder: &Path, mode: RecursiveMode) -> BTreeMap<PathBuf, Stamp> {
    let depth = if mode == RecursiveMode::Recursive { usize::MAX } else { 1 };
    let entries = WalkDir::new(folder).min_depth(1).max_depth(depth).follow_links(false).into_iter().flatten();
    let stamp = |entry: walkdir::DirEntry| {
        let file = entry.metadata().ok().filter(std::fs::Metadata::is_file);
        let stamp = file.map_or((0, None), |file| (file.len(), file.modified().ok()));
        (entry.into_path(), stamp)
    };
    entries.map(stamp).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn what_came_went_and_changed_is_told_once() {
        let folder = tempfile::tempdir().unwrap();
        let (root, poller) = (folder.path(), Poller::default());
        fs::create_dir(root.join("deep")).unwrap();
        fs::write(root.join("deep/a"), "1").unwrap();
        fs::write(root.join("b"), "1").unwrap();
        poller.watch(root, RecursiveMode::Recursive);
        assert!(poller.look().is_empty());
        fs::write(root.join("deep/a"), "12").unwrap();
        fs::remove_file(root.join("b")).unwrap();
        fs::write(root.join("deep/c"), "1").unwrap();
        let expected = ["b", "deep/a", "deep/c"].map(|name| root.join(name));
        assert_eq!(poller.look().into_iter().collect::<Vec<_>>(), expected);
        assert!(poller.look().is_empty());
        let old = SystemTime::UNIX_EPOCH + Duration::from_secs(1);
        fs::File::options().append(true).open(root.join("deep/a")).unwrap().set_modified(old).unwrap();
        assert_eq!(poller.look().len(), 1, "an older time is another time");
        poller.unwatch(root);
        fs::write(root.join("b"), "1").unwrap();
        assert!(poller.look().is_empty());
    }
}
