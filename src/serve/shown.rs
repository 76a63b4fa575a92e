//! [`Shown`]: the last good edition, what went wrong since, and who waits for news.

use std::collections::BTreeMap;
use std::error::Error as _;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::time::Duration;

use sha2::{Digest, Sha256};

use crate::config::Settings;
use crate::error::Error;
use crate::model::OutputFile;
use crate::pipeline::Edition;

/// Files kept ready after they were asked for.
const MOST_READY: usize = 64;

/// A file of the site with a mark that is another where the file, or how it looks, is another.
#[derive(Debug, Clone)]
pub(super) struct Ready {
    pub bytes: Arc<Vec<u8>>,
    pub mark: Arc<str>,
    pub whole: Whole,
}

/// How much of the dossier a page tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whole {
    /// What all documents tell.
    Dossier,
    /// What one document tells by itself, while the others are put together with it.
    Document,
}

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reader {
    /// A person, whose page reloads by itself: what is newest.
    Browser,
    /// A program: only what is in an edition.
    Program,
}

impl Ready {
    fn new(look: &[u8], bytes: Vec<u8>, whole: Whole) -> Self {
        let alone: &[u8] = if whole == Whole::Document { b"alone" } else { b"" };
        let mark = Sha256::new().chain_update(look).chain_update(alone).chain_update(&bytes).finalize();
        let mark: String = mark.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Self { bytes: Arc::new(bytes), mark: mark.into(), whole }
    }
}

/// Why there is no newer site, in words for a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Failure {
    /// What is wrong and why; may have several lines.
    pub message: String,
    /// What can be done.
    pub hint: Option<String>,
}

impl Failure {
    /// The error with its causes.
    pub(super) fn of(error: &Error) -> Self {
        let mut message = error.to_string();
        let mut cause = error.source();
        while let Some(below) = cause {
            message.push_str(&format!("\nbecause: {below}"));
            cause = below.source();
        }
        Self { message, hint: error.hint().map(str::to_owned) }
    }
}

/// What there is to say after a build: the number of the state, and what went wrong.
pub(super) type News = (u64, Option<Arc<Failure>>);

/// What is shown, shared by all who ask.
#[derive(Debug, Default)]
pub(super) struct Shown {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    /// Counts what was published and what failed; 0 is before the first.
    number: u64,
    edition: Option<Arc<Edition>>,
    failure: Option<Arc<Failure>>,
    /// Digest of the static files: they change how every page looks.
    look: Vec<u8>,
    ready: BTreeMap<String, Ready>,
    /// Pages of documents by themselves, by path: newer than the edition.
    alone: BTreeMap<String, Ready>,
    /// Pages that are looked at, by path below the site, with how many look.
    in_view: BTreeMap<String, usize>,
}

impl Shown {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Makes the pages that somebody looks at.
    ///
    /// # Errors
    /// A template asks one of them for something the view does not have.
    pub(super) fn try_pages_in_view(&self, edition: &Edition) -> Result<(), Error> {
        self.in_view().iter().try_for_each(|path| edition.file(path).map(drop))
    }

    /// The paths of pages that somebody looks at.
    pub(super) fn in_view(&self) -> Vec<String> {
        self.lock().in_view.keys().cloned().collect()
    }

    /// Shows browsers the page of a document by itself until the next edition.
    pub(super) fn show_alone(&self, file: OutputFile) {
        let mut state = self.lock();
        let ready = Ready::new(&state.look, file.bytes, Whole::Document);
        state.alone.insert(file.path, ready);
        state.number += 1;
        drop(state);
        self.changed.notify_all();
    }

    /// Notes that somebody looks at a page, until the note is dropped.
    pub(super) fn look_at(&self, path: &str) -> InView<'_> {
        *self.lock().in_view.entry(path.to_owned()).or_default() += 1;
        InView { shown: self, path: path.to_owned() }
    }

    /// Shows an edition, or none; what failed before is past. Returns the last one: it may be large,
    /// and nobody should wait while it goes.
    pub(super) fn publish(&self, edition: Option<Arc<Edition>>) -> Option<Arc<Edition>> {
        let mut look = Sha256::new();
        for file in edition.iter().flat_map(|edition| edition.statics()) {
            look.update(&file.path);
            look.update(Sha256::digest(&file.bytes));
        }
        let old = {
            let mut state = self.lock();
            state.number += 1;
            state.failure = None;
            state.look = look.finalize().to_vec();
            state.ready.clear();
            state.alone.clear();
            std::mem::replace(&mut state.edition, edition)
        };
        self.changed.notify_all();
        old
    }

    /// Keeps the last good edition and says what is wrong.
    pub(super) fn fail(&self, error: &Error) {
        let mut state = self.lock();
        state.number += 1;
        state.failure = Some(Arc::new(Failure::of(error)));
        state.alone.clear();
        drop(state);
        self.changed.notify_all();
    }

    /// The news after state `known`, or none within `patience`.
    pub(super) fn news(&self, known: u64, patience: Duration) -> Option<News> {
        let state = self.lock();
        let waited = self.changed.wait_timeout_while(state, patience, |state| state.number == known);
        let (state, _) = waited.unwrap_or_else(|poisoned| poisoned.into_inner());
        (state.number != known).then(|| (state.number, state.failure.clone()))
    }

    /// What went wrong since the last good edition.
    pub(super) fn failure(&self) -> Option<Arc<Failure>> {
        self.lock().failure.clone()
    }

    /// The settings of the edition; `None` before the first.
    pub(super) fn with_settings<T>(&self, of: impl Fn(&Settings) -> T) -> Option<T> {
        let edition = self.lock().edition.clone();
        edition.map(|edition| of(edition.settings()))
    }

    /// A file of the edition by its path, for a browser one that is newer where there is one; `None` where there is
    /// none, or no edition yet.
    ///
    /// # Errors
    /// It cannot be made: a template is wrong for it, or its document is gone.
    pub(super) fn file(&self, path: &str, reader: Reader) -> Result<Option<Ready>, Error> {
        let (edition, number, look) = {
            let state = self.lock();
            let alone = state.alone.get(path).filter(|_| reader == Reader::Browser);
            if let Some(ready) = alone.or_else(|| state.ready.get(path)) {
                return Ok(Some(ready.clone()));
            }
            let Some(edition) = state.edition.clone() else { return Ok(None) };
            (edition, state.number, state.look.clone())
        };
        // Made without the lock: a large page must not keep others waiting.
        let Some(OutputFile { bytes, .. }) = edition.file(path)? else { return Ok(None) };
        let ready = Ready::new(&look, bytes, Whole::Dossier);
        let mut state = self.lock();
        if state.number == number {
            if state.ready.len() >= MOST_READY {
                state.ready.clear();
            }
            state.ready.insert(path.to_owned(), ready.clone());
        }
        Ok(Some(ready))
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

/// A page that is looked at.
pub(super) struct InView<'s> {
    shown: &'s Shown,
    path: String,
}

impl Drop for InView<'_> {
    fn drop(&mut self) {
        let mut state = self.shown.lock();
        if let Some(count) = state.in_view.get_mut(&self.path) {
            *count -= 1;
        }
        state.in_view.retain(|_, count| *count > 0);
    }
}
