//! [`Workshop`]: builds a site again and again, and does only what a change makes necessary.
//!
//! Kept are, each made of those before it: what the user's files say ([`Known`]), the annotated
//! documents ([`Shelf`]), what is known of them together ([`Reading`]), and the [`Edition`] with its
//! templates. A change sends back to the first that it touches; what follows is made anew only
//! where what it is made of came out other than before.

use std::path::Path;
use std::sync::Arc;

use super::annotate::Annotator;
use super::cache::Cache;
use super::changes::{Changes, Concern};
use super::edition::{Edition, places, renderer};
use super::reading::{Known, Reading};
use super::shelf::{Maker, Shelf};
use super::{BuildOptions, CacheMode, Progress};
use crate::config::Settings;
use crate::diagnostic::Built;
use crate::error::Error;
use crate::ingest;
use crate::model::{OutputFile, Weekday};
use crate::render::Renderer;
use crate::resolve::Memory;

/// Makes editions of one dossier.
///
/// ```
/// use annalist::config::Settings;
/// use annalist::pipeline::{BuildOptions, CacheMode, Changes, Silent, Workshop};
/// let folder = tempfile::tempdir()?;
/// std::fs::create_dir(folder.path().join("seeds"))?;
/// let settings = Settings::defaults(folder.path());
/// let mut workshop = Workshop::new(BuildOptions { jobs: 1, cache: CacheMode::Ignore });
/// let first = workshop.edition(settings.clone(), Changes::none(), &Silent)?;
/// assert!(first.file("index.html")?.is_some() && first.file("none.html")?.is_none());
/// let second = workshop.edition(settings, Changes::Everything, &Silent)?;
/// assert!(std::sync::Arc::ptr_eq(&first, &second) || second.file("index.html")? == first.file("index.html")?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Workshop {
    pool: rayon::ThreadPool,
    cache: CacheMode,
    learnt: Option<Learnt>,
    shelf: Shelf,
    /// With the settings it was read under.
    read: Option<(Arc<Reading>, Arc<Settings>)>,
    /// What was worked out of single documents for it.
    memory: Memory,
    last: Option<Arc<Edition>>,
    /// Changes that no edition has yet, because a build failed.
    pending: Changes,
}

/// So many documents are put together in about a third of a second of one processor; nobody waits for fewer.
const FEWEST_TO_WAIT_FOR: usize = 300;

/// What is known beside the documents, ready to annotate them.
#[derive(Debug)]
struct Learnt {
    known: Known,
    week_start: Weekday,
    annotator: Annotator,
}

impl Workshop {
    /// A workshop that has read nothing.
    pub fn new(options: BuildOptions) -> Self {
        Self {
            pool: super::pool(options.jobs),
            cache: options.cache,
            learnt: None,
            shelf: Shelf::default(),
            read: None,
            memory: Memory::default(),
            last: None,
            pending: Changes::Everything,
        }
    }

    /// The edition after `changes`; the last one where nothing came of them.
    ///
    /// # Errors
    /// The authority or templates are wrong, or the world failed. The changes are not forgotten: the
    /// next edition has them as well. That every page can be made is not tried.
    pub fn edition(
        &mut self,
        settings: Settings,
        changes: Changes,
        progress: &dyn Progress,
    ) -> Result<Arc<Edition>, Error> {
        let pending = std::mem::replace(&mut self.pending, Changes::none()).and(changes);
        let made = self.make(settings, &pending, progress);
        match &made {
            Ok(edition) => self.last = Some(edition.clone()),
            Err(_) => self.pending = pending,
        }
        made
    }

    /// The page of a document at `path` as the document alone tells it after `changes`: for who looks at it while
    /// many documents are put together. `None` where that is quickly done, where the page is no changed document's,
    /// where more than documents changed, and where the page cannot be made: the next edition says why.
    pub fn alone(&self, path: &str, changes: &Changes) -> Option<OutputFile> {
        let (last, learnt) = (self.last.as_ref()?, self.learnt.as_ref()?);
        let settings = &last.settings;
        if last.reading.dossier.documents.len() < FEWEST_TO_WAIT_FOR
            || self.pending != Changes::none()
            || !changes.touch_only(Concern::Seeds, settings)
        {
            return None;
        }
        let (seed, id) = last.document_at(path).filter(|(seed, _)| changes.may_touch_seed(seed))?;
        let cache = Cache::none();
        let maker = Maker { annotator: &learnt.annotator, cache: &cache, settings };
        let corpus = Built { value: vec![self.shelf.read_anew(seed, maker)?], findings: Vec::new() };
        let seeds = Built { value: vec![seed.clone()], findings: Vec::new() };
        let mut memory = Memory::default();
        let reading = self.pool.install(|| Reading::new(corpus, seeds, &learnt.known, settings, &mut memory));
        // Two documents of one name are told apart by their paths.
        if reading.dossier.documents.first()?.id != id {
            return None;
        }
        let places = Arc::new(places(&reading, settings).ok()?);
        let (settings, renderer) = (settings.clone(), last.renderer.clone());
        Edition { reading: Arc::new(reading), settings, renderer, places }.file(path).ok()?
    }

    fn make(&mut self, settings: Settings, changes: &Changes, progress: &dyn Progress) -> Result<Arc<Edition>, Error> {
        let same = self.last.as_ref().map(|last| last.settings.clone()).filter(|last| are_same(last, &settings));
        let settings = same.unwrap_or_else(|| Arc::new(settings));
        let renderer = self.renderer(&settings, changes)?;
        let reading = self.reading(&settings, changes, progress)?;
        let places = match &self.last {
            Some(last) if Arc::ptr_eq(&last.reading, &reading) && lie_alike(&last.settings, &settings) => {
                if Arc::ptr_eq(&last.settings, &settings) && Arc::ptr_eq(&last.renderer, &renderer) {
                    return Ok(last.clone());
                }
                last.places.clone()
            }
            _ => Arc::new(places(&reading, &settings)?),
        };
        Ok(Arc::new(Edition { reading, settings, renderer, places }))
    }

    /// Templates and static files: only those are read again that changed.
    fn renderer(&self, settings: &Settings, changes: &Changes) -> Result<Arc<Renderer>, Error> {
        let statics = Some(settings.statics.as_path());
        match &self.last {
            Some(last)
                if last.settings.templates == settings.templates
                    && last.settings.phrases == settings.phrases
                    && last.settings.language == settings.language
                    && !changes.touch(Concern::Templates, settings) =>
            {
                match last.settings.statics == settings.statics && !changes.touch(Concern::Statics, settings) {
                    true => Ok(last.renderer.clone()),
                    false => Ok(Arc::new(last.renderer.with_statics(statics)?)),
                }
            }
            _ => Ok(Arc::new(renderer(settings)?)),
        }
    }

    /// What is known of the documents together.
    fn reading(
        &mut self,
        settings: &Arc<Settings>,
        changes: &Changes,
        progress: &dyn Progress,
    ) -> Result<Arc<Reading>, Error> {
        let is_alike = self.read.as_ref().is_some_and(|(_, under)| read_alike(under, settings));
        // Under other settings any folder may be another.
        let changes = if is_alike { changes } else { &Changes::Everything };
        let may_know_other = changes.touch(Concern::Knowledge, settings);
        if let Some((reading, _)) = &self.read
            && !may_know_other
            && !changes.touch(Concern::Seeds, settings)
        {
            return Ok(reading.clone());
        }
        if may_know_other || self.learnt.is_none() {
            self.learn(settings)?;
        }
        let seeds = ingest::find_seeds(settings)?;
        let learnt = self.learnt.as_ref().expect("learnt above");
        let cache = match self.cache {
            // Once: later changes are small and stay in memory.
            CacheMode::Use if self.read.is_none() => Cache::open(&settings.root),
            _ => Cache::none(),
        };
        let (pool, shelf) = (&self.pool, &mut self.shelf);
        let maker = Maker { annotator: &learnt.annotator, cache: &cache, settings };
        pool.install(|| shelf.update(&seeds.value, changes, maker, progress));
        cache.close();
        if let Some((reading, _)) = &self.read
            && is_alike
            && !shelf.is_news
            && reading.walked == seeds.findings
        {
            return Ok(reading.clone());
        }
        progress.begin("Putting facts together", seeds.value.len());
        let memory = &mut self.memory;
        let put_together = || Reading::new(shelf.corpus(settings), seeds, &learnt.known, settings, memory);
        let reading = Arc::new(pool.install(put_together));
        shelf.is_news = false;
        self.read = Some((reading.clone(), settings.clone()));
        Ok(reading)
    }

    /// Reads what is known beside the documents. Where it is news, the shelf and the reading are old.
    fn learn(&mut self, settings: &Settings) -> Result<(), Error> {
        let known = Known::read(settings)?;
        let week_start = settings.week_start;
        match &mut self.learnt {
            Some(learnt) if learnt.known.authority == known.authority && learnt.week_start == week_start => {
                // The same authority: other overrides or corrections.
                self.shelf.is_news |= learnt.known != known;
                learnt.known = known;
            }
            learnt => {
                let annotator = Annotator::new(&known.authority, week_start);
                *learnt = Some(Learnt { known, week_start, annotator });
                self.shelf.is_doubted = true;
                // Also where no document reads differently: actors may be joined by other rules.
                self.shelf.is_news = true;
            }
        }
        Ok(())
    }
}

/// True for settings that say the same.
fn are_same(one: &Settings, other: &Settings) -> bool {
    format!("{one:?}") == format!("{other:?}")
}

/// True where the same files stand in the site of one reading under both settings.
fn lie_alike(one: &Settings, other: &Settings) -> bool {
    one.private_persons == other.private_persons
}

/// True where the same is read, and put together alike, under both settings: they differ at most in
/// what pages look like.
fn read_alike(one: &Settings, other: &Settings) -> bool {
    let looks = |settings: &Settings| Settings {
        title: String::new(),
        description: String::new(),
        contact: String::new(),
        base_url: None,
        templates: Path::new("").to_owned(),
        phrases: Path::new("").to_owned(),
        statics: Path::new("").to_owned(),
        output: Path::new("").to_owned(),
        noindex: false,
        sqlite: false,
        private_persons: false,
        ..settings.clone()
    };
    are_same(&looks(one), &looks(other))
}
