//! [`Watch`]: notices that files changed, and waits until they rest.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf, absolute};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::poll::Poller;
use crate::config::{FILE_NAME, Settings};
use crate::error::Error;
use crate::pipeline::{Changes, Concern, concern};

/// Files rest when nothing happened for so long: an editor writes a file in several steps.
const REST: Duration = Duration::from_millis(20);
/// Changes that never rest are taken up after so long.
const LONGEST: Duration = Duration::from_millis(200);

/// How changes are noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watching {
    /// The system tells.
    Told,
    /// Files are looked at every second: for shares and containers where the system tells nothing.
    Polled,
}

/// Watches the files that a site is made from.
pub(super) struct Watch {
    source: Source,
    told: Receiver<notify::Result<Event>>,
    watched: BTreeMap<PathBuf, RecursiveMode>,
    settings_file: Option<PathBuf>,
}

/// Who tells of changes.
enum Source {
    System(RecommendedWatcher),
    Poller(Poller),
}

impl Source {
    fn watch(&mut self, folder: &Path, mode: RecursiveMode) -> Result<(), Error> {
        match self {
            Self::System(watcher) => watcher.watch(folder, mode).map_err(|error| cannot_watch(folder, error)),
            Self::Poller(poller) => {
                poller.watch(folder, mode);
                Ok(())
            }
        }
    }

    fn unwatch(&mut self, folder: &Path) {
        match self {
            // A folder that is gone is watched no longer: nothing to undo.
            Self::System(watcher) => watcher.unwatch(folder).unwrap_or_default(),
            Self::Poller(poller) => poller.unwatch(folder),
        }
    }
}

impl Watch {
    /// A watch over nothing yet. `settings_file` is watched beside what settings name.
    ///
    /// # Errors
    /// The system has no means left to tell of changes.
    pub(super) fn open(watching: Watching, settings_file: Option<&Path>) -> Result<Self, Error> {
        let (sender, told) = channel();
        let source = match watching {
            Watching::Told => {
                let watcher = RecommendedWatcher::new(sender, Config::default());
                Source::System(watcher.map_err(|error| cannot_watch(Path::new("."), error))?)
            }
            Watching::Polled => Source::Poller(Poller::start(sender)),
        };
        let settings_file = settings_file.and_then(|file| absolute(file).ok());
        Ok(Self { source, told, watched: BTreeMap::new(), settings_file })
    }

    /// Watches what these settings name. Folders that `changes` made anew are watched anew.
    ///
    /// # Errors
    /// A folder cannot be watched.
    pub(super) fn follow(&mut self, settings: &Settings, changes: &Changes) -> Result<(), Error> {
        let wanted = self.wanted(settings);
        let is_old = |path: &PathBuf| !wanted.contains_key(path) || changes.may_touch(path);
        let old: Vec<PathBuf> = self.watched.keys().filter(|path| is_old(path)).cloned().collect();
        for path in old {
            self.source.unwatch(&path);
            self.watched.remove(&path);
        }
        for (path, mode) in wanted {
            if !self.watched.contains_key(&path) {
                self.source.watch(&path, mode)?;
                self.watched.insert(path, mode);
            }
        }
        Ok(())
    }

    /// The folders to watch that exist: the dossier's own with all that is in them, and, for files
    /// and for folders that may come, the folders around them.
    fn wanted(&self, settings: &Settings) -> BTreeMap<PathBuf, RecursiveMode> {
        let own = [
            &settings.seeds,
            &settings.authority,
            &settings.vocabulary,
            &settings.templates,
            &settings.phrases,
            &settings.statics,
        ];
        let own: Vec<PathBuf> = own.into_iter().filter_map(|folder| absolute(folder).ok()).collect();
        let files = [&settings.root.join(FILE_NAME), &settings.overrides, &settings.corrections];
        let files = files.into_iter().filter_map(|file| absolute(file).ok()).chain(self.settings_file.clone());
        let around = files.chain(own.iter().cloned()).filter_map(|path| Some(path.parent()?.to_owned()));
        let mut wanted: BTreeMap<PathBuf, RecursiveMode> =
            around.filter(|folder| folder.is_dir()).map(|folder| (folder, RecursiveMode::NonRecursive)).collect();
        wanted
            .extend(own.into_iter().filter(|folder| folder.is_dir()).map(|folder| (folder, RecursiveMode::Recursive)));
        wanted
    }

    /// Waits for changes that have to do with the site, until they rest; returns them with the time
    /// of the first.
    ///
    /// # Errors
    /// The watcher is gone.
    pub(super) fn next(&mut self, settings: &Settings) -> Result<(Instant, Changes), Error> {
        let gone = |_| cannot_watch(&settings.root, notify::Error::generic("the watcher ended"));
        let (began, mut changes) = loop {
            let told = self.told.recv().map_err(gone)?;
            if let Some(changes) = self.relevant(told, settings) {
                break (Instant::now(), changes);
            }
        };
        while began.elapsed() < LONGEST {
            match self.told.recv_timeout(REST) {
                Ok(told) => {
                    if let Some(more) = self.relevant(told, settings) {
                        changes = changes.and(more);
                    }
                }
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return Err(gone(std::sync::mpsc::RecvError)),
            }
        }
        Ok((began, changes))
    }

    /// The changes of an event, without reading and without files that no site is made from.
    fn relevant(&self, told: notify::Result<Event>, settings: &Settings) -> Option<Changes> {
        let Ok(event) = told else { return Some(Changes::Everything) };
        if event.need_rescan() {
            return Some(Changes::Everything);
        }
        if matches!(event.kind, EventKind::Access(_)) {
            return None;
        }
        if event.paths.iter().any(|path| Some(path) == self.settings_file.as_ref()) {
            return Some(Changes::Everything);
        }
        let is_hidden = |path: &Path| path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        let concerns = |path: &PathBuf| !is_hidden(path) && concern(path, settings) != Concern::None;
        let paths: BTreeSet<PathBuf> = event.paths.into_iter().filter(concerns).collect();
        (!paths.is_empty()).then_some(Changes::Paths(paths))
    }
}

fn cannot_watch(path: &Path, error: notify::Error) -> Error {
    let path = error.paths.first().cloned().unwrap_or_else(|| path.to_owned());
    let source = match error.kind {
        notify::ErrorKind::Io(source) => source,
        other => io::Error::other(notify::Error::new(other)),
    };
    Error::Watch { path, source }
}
