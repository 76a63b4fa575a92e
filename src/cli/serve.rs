//! `annalist serve`: the site as it will be, in a browser, while its files are worked on.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::Outcome;
use super::arguments::{Common, Serve};
use super::build::counts;
use super::printer::Printer;
use super::progress::Bar;
use super::settings::open_settings;
use crate::config::Settings;
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::pipeline::{BuildOptions, CacheMode, Edition, Progress};
use crate::serve::{Address, Observer, Plan, Port, Preview, Watching};

/// The port where none is named.
const PORT: u16 = 4747;

/// Serves until Ctrl-C.
pub(super) fn run(arguments: &Serve, common: &Common, printer: Printer) -> Result<Outcome, Error> {
    let read_settings = {
        let (common, drafts) = (common.clone(), arguments.drafts);
        move || -> Result<Settings, Error> {
            let mut settings = open_settings(&common)?;
            settings.drafts |= drafts;
            Ok(settings)
        }
    };
    let settings = read_settings()?;
    let port = arguments.port.map_or(Port::From(PORT), Port::Exactly);
    let preview = Preview::open(&Address { host: arguments.host.clone(), port })?;
    let stop = preview.stopper();
    ctrlc::set_handler(stop).expect("no other handler is set in this program");
    let url = preview.url(&settings);
    if preview.is_public() {
        printer.note("Everybody who can reach this machine can read the preview, drafts included.");
    }
    let browser = arguments.open.then(|| url.clone());
    let plan = Plan {
        options: BuildOptions { jobs: arguments.jobs, cache: CacheMode::Use },
        watching: if arguments.poll { Watching::Polled } else { Watching::Told },
        settings_file: common.config.clone(),
        read_settings: Box::new(read_settings),
    };
    preview.run(plan, Arc::new(Teller { printer, url, browser: Mutex::new(browser), told: Mutex::default() }))?;
    Ok(Outcome::Fine)
}

/// Tells the terminal what the preview does.
struct Teller {
    printer: Printer,
    url: String,
    /// The address to open once there is a site.
    browser: Mutex<Option<String>>,
    /// The findings that were told: each is told once.
    told: Mutex<Option<BTreeSet<Diagnostic>>>,
}

impl Teller {
    /// At the end of the first build, good or not: where the site is.
    fn greet(&self) {
        let mut told = self.told.lock().expect("no teller panics");
        if told.is_some() {
            return;
        }
        *told = Some(BTreeSet::new());
        self.printer.note(&format!("Serving {} (Ctrl-C ends it)", self.url));
        let browser = self.browser.lock().expect("no teller panics").take();
        if browser.is_some_and(|url| open::that_detached(url).is_err()) {
            self.printer.note("No browser could be opened: open the address yourself.");
        }
    }
}

impl Observer for Teller {
    fn progress(&self) -> Box<dyn Progress + '_> {
        Box::new(Bar::new(&self.printer))
    }

    fn built(&self, edition: &Edition, took: Duration) {
        self.greet();
        let mut told = self.told.lock().expect("no teller panics");
        let found: BTreeSet<Diagnostic> = edition.findings().iter().cloned().collect();
        let new = |finding: &&Diagnostic| told.as_ref().is_none_or(|told| !told.contains(finding));
        let news: Vec<Diagnostic> = found.iter().filter(new).cloned().collect();
        self.printer.findings_of_build(&news);
        *told = Some(found);
        self.printer.note(&summary(edition, took));
    }

    fn failed(&self, error: &Error) {
        self.greet();
        self.printer.error(error);
    }
}

/// `Built 11 documents, 93 events, 24 actors, 57 quotations, 2 warnings in 37 ms`.
fn summary(edition: &Edition, took: Duration) -> String {
    let took = match took.as_millis() {
        short @ ..1000 => format!("{short} ms"),
        _ => format!("{:.1} s", took.as_secs_f64()),
    };
    format!("Built {} in {took}", counts(&edition.report()))
}
