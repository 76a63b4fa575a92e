//! [`Bar`]: a progress bar, drawn only on a terminal and only once a run takes longer than a second.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::printer::Printer;
use crate::pipeline::Progress;

/// A run that ends before this shows no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// Shows how far a run is. Dropping it clears the line.
pub(super) struct Bar<'p> {
    printer: &'p Printer,
    started: Instant,
    bar: ProgressBar,
    drawn: OnceLock<()>,
}

impl<'p> Bar<'p> {
    /// A bar that is not drawn yet.
    pub(super) fn new(printer: &'p Printer) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}").expect("the template is fixed");
        bar.set_style(style);
        Self { printer, started: Instant::now(), bar, drawn: OnceLock::new() }
    }

    fn draw_if_slow(&self) {
        if self.printer.may_draw() && self.drawn.get().is_none() && self.started.elapsed() >= PATIENCE {
            self.drawn.get_or_init(|| self.bar.set_draw_target(ProgressDrawTarget::stderr()));
        }
    }
}

impl Progress for Bar<'_> {
    fn begin(&self, stage: &str, total: usize) {
        let seconds = self.started.elapsed().as_secs_f64();
        self.bar.suspend(|| self.printer.detail(&format!("{seconds:6.2} s  {stage} ({total})")));
        self.bar.set_length(total as u64);
        self.bar.set_position(0);
        self.bar.set_message(stage.to_owned());
        self.draw_if_slow();
    }

    fn step(&self) {
        self.bar.inc(1);
        self.draw_if_slow();
    }
}

impl Drop for Bar<'_> {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
