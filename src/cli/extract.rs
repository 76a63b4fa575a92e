//! `annalist extract`: the annotations of single documents, as JSON lines on standard output.

use std::io::{self, BufRead};

use super::Outcome;
use super::arguments::{Common, Extract};
use super::printer::{DataOutput, Printer};
use super::settings::open_settings;
use crate::diagnostic::Level;
use crate::error::Error;
use crate::pipeline::{extract_lines, extract_paths};

/// Writes one line per document, in the order of the input. A document or a line that cannot be
/// read gives no line: it is reported at the end, and the outcome is [`Outcome::Findings`].
pub(super) fn run(arguments: &Extract, common: &Common, printer: &Printer) -> Result<Outcome, Error> {
    let settings = open_settings(common)?;
    let mut output = DataOutput::open();
    let mut each = |line: String| output.line(&line);
    let (date, jobs) = (arguments.date, arguments.jobs);
    let findings = if arguments.stdin_jsonl {
        extract_lines(&mut io::stdin().lock().split(b'\n'), &settings, date, jobs, &mut each)?
    } else {
        extract_paths(&arguments.paths, &settings, date, jobs, &mut each)?
    };
    output.finish()?;
    let shown = findings.iter().filter(|finding| finding.level() >= Level::Warning);
    shown.for_each(|finding| printer.finding(finding));
    let is_incomplete = findings.iter().any(|finding| finding.level() == Level::Error);
    Ok(if is_incomplete { Outcome::Findings } else { Outcome::Fine })
}
