//! The preview: a site served from memory, made again when a file changes, and a page that reloads
//! by itself.
//!
//! It listens and never calls anyone. It speaks as much of HTTP/1.1 as a browser needs to read a
//! site: `GET` and `HEAD`, one request a connection, no bodies. Answers come out of the map of the
//! site's own paths, so that no request can name a file of the disk.

mod address;
mod answer;
mod connection;
mod door;
mod events;
mod media;
mod poll;
mod request;
mod shown;
mod watch;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::config::Settings;
use crate::error::Error;
use crate::pipeline::{BuildOptions, Changes, Edition, Progress, Workshop};
use address::Bound;
pub use address::{Address, Port};
use shown::Shown;
use watch::Watch;
pub use watch::Watching;

/// Reads the settings, again and again.
pub type ReadSettings = Box<dyn Fn() -> Result<Settings, Error> + Send>;

/// Is told what a preview does.
pub trait Observer: Send + Sync {
    /// A build begins: who is told how far it is.
    fn progress(&self) -> Box<dyn Progress + '_>;
    /// A build ended well; it took so long since the change was seen.
    fn built(&self, edition: &Edition, took: Duration);
    /// A build failed; the last good site stays.
    fn failed(&self, error: &Error);
}

/// What a preview needs to know.
pub struct Plan {
    /// How to build.
    pub options: BuildOptions,
    /// How changes are noticed.
    pub watching: Watching,
    /// The settings file, where it is not the `annalist.toml` of the dossier's folder.
    pub settings_file: Option<PathBuf>,
    /// Reads the settings.
    pub read_settings: ReadSettings,
}

/// A preview that has an address and no site yet.
#[derive(Debug)]
pub struct Preview {
    bound: Bound,
    stop: (Sender<Stop>, Receiver<Stop>),
}

/// Why a preview ends.
#[derive(Debug)]
enum Stop {
    Asked,
    Failed(Error),
}

impl Preview {
    /// Takes an address.
    ///
    /// # Errors
    /// It is taken, or is none of this machine's.
    pub fn open(address: &Address) -> Result<Self, Error> {
        Ok(Self { bound: Bound::open(address)?, stop: channel() })
    }

    /// Where the site will be found: `http://127.0.0.1:4747/`, with the path of the site's `base_url`.
    pub fn url(&self, settings: &Settings) -> String {
        format!("http://{}{}", self.bound.authority(), answer::base_path(settings))
    }

    /// True where others than this machine can read the site.
    pub fn is_public(&self) -> bool {
        self.bound.is_public()
    }

    /// What ends the preview when it is called.
    pub fn stopper(&self) -> impl Fn() + Send + 'static {
        let stop = self.stop.0.clone();
        move || {
            let _ = stop.send(Stop::Asked);
        }
    }

    /// Builds, serves and rebuilds until it is stopped.
    ///
    /// # Errors
    /// The settings cannot be read at the start, or changes cannot be noticed.
    pub fn run(self, plan: Plan, observer: Arc<dyn Observer>) -> Result<(), Error> {
        let settings = (plan.read_settings)()?;
        let mut watch = Watch::open(plan.watching, plan.settings_file.as_deref())?;
        watch.follow(&settings, &Changes::Everything)?;
        let shown = Arc::new(Shown::new());
        let (sender, receiver) = self.stop;
        let work = Work { shown: shown.clone(), watch, observer, read_settings: plan.read_settings };
        let workshop = Workshop::new(plan.options);
        thread::spawn(move || {
            let ended = work.go_on(workshop, settings);
            let _ = sender.send(Stop::Failed(ended));
        });
        let bound = self.bound;
        thread::spawn(move || connection::accept(&bound, &shown));
        match receiver.recv() {
            Ok(Stop::Failed(error)) => Err(error),
            Ok(Stop::Asked) | Err(_) => Ok(()),
        }
    }
}

/// The thread that builds.
struct Work {
    shown: Arc<Shown>,
    watch: Watch,
    observer: Arc<dyn Observer>,
    read_settings: ReadSettings,
}

impl Work {
    /// Builds after each change; returns why it cannot go on.
    fn go_on(mut self, mut workshop: Workshop, mut settings: Settings) -> Error {
        let mut changes = Changes::Everything;
        let mut noticed = Instant::now();
        loop {
            match self.build(&mut workshop, &mut settings, &changes) {
                Ok(edition) => {
                    changes = Changes::none();
                    self.show(edition, noticed);
                }
                Err(error) => self.fail(&error),
            }
            match self.watch.next(&settings) {
                Ok((at, new)) => {
                    noticed = at;
                    changes = changes.and(new);
                }
                Err(error) => return error,
            }
        }
    }

    /// Shows an edition at once where the pages that somebody looks at can be made, and takes it back
    /// where another kind of page cannot.
    fn show(&self, edition: Arc<Edition>, noticed: Instant) {
        if let Err(error) = self.shown.try_pages_in_view(&edition) {
            return self.fail(&error);
        }
        let last = self.shown.publish(Some(edition.clone()));
        let took = noticed.elapsed();
        let is_sure = last.as_ref().is_some_and(|last| edition.is_as_sure_as(last));
        match if is_sure { Ok(()) } else { edition.try_each_kind() } {
            Ok(()) => self.observer.built(&edition, took),
            Err(error) => {
                self.shown.publish(last);
                self.fail(&error);
            }
        }
    }

    fn fail(&self, error: &Error) {
        self.shown.fail(error);
        self.observer.failed(error);
    }

    /// Shows the pages that somebody looks at by themselves where the whole takes longer, then makes the whole.
    fn build(
        &mut self,
        workshop: &mut Workshop,
        settings: &mut Settings,
        changes: &Changes,
    ) -> Result<Arc<Edition>, Error> {
        if changes.touch_settings(settings) {
            *settings = (self.read_settings)()?;
        }
        for page in self.shown.in_view() {
            workshop.alone(&page, changes).into_iter().for_each(|file| self.shown.show_alone(file));
        }
        self.watch.follow(settings, changes)?;
        workshop.edition(settings.clone(), changes.clone(), &*self.observer.progress())
    }
}
