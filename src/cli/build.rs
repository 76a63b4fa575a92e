//! `annalist build`: the site, onto the disk.

use std::time::{Duration, Instant};

use super::Outcome;
use super::arguments::{Build, Common};
use super::budget::add_findings;
use super::printer::Printer;
use super::progress::Bar;
use super::settings::{open_settings, protected};
use crate::diagnostic::{Code, Diagnostic, Level};
use crate::error::Error;
use crate::output::DiskSink;
use crate::pipeline::{self, BuildOptions, CacheMode, Report};

/// Builds the site, says what was found, and ends with one line about the whole.
pub(super) fn run(arguments: &Build, common: &Common, printer: &Printer) -> Result<Outcome, Error> {
    let started = Instant::now();
    let mut settings = open_settings(common)?;
    if let Some(output) = &arguments.output {
        settings.output.clone_from(output);
    }
    if arguments.base_url.is_some() {
        settings.base_url.clone_from(&arguments.base_url);
    }
    settings.drafts |= arguments.drafts;
    let cache = if arguments.no_cache { CacheMode::Ignore } else { CacheMode::Use };
    let options = BuildOptions { jobs: arguments.jobs, cache };
    // Opened before anything is read: a refusal should not wait for the end of a long build.
    let sink = DiskSink::open(&settings.output, &protected(&settings))?;
    let mut report = pipeline::build(&settings, &options, sink, &Bar::new(printer))?;
    add_findings(&mut report, settings.budget);
    printer.findings_of_build(&report.findings);
    printer.note(&summary(&settings.output.display().to_string(), &report, started.elapsed()));
    let is_odd = report.findings.iter().any(|finding| finding.level() >= Level::Warning);
    Ok(if arguments.strict && is_odd { Outcome::Findings } else { Outcome::Fine })
}

/// `Built site: 11 documents, 93 events, 24 actors, 2 warnings in 0.8 s`.
fn summary(output: &str, report: &Report, took: Duration) -> String {
    format!("Built {output}: {} in {:.1} s", counts(report), took.as_secs_f64())
}

/// `11 documents, 93 events, 24 actors, 57 quotations, 2 warnings`.
pub(super) fn counts(report: &Report) -> String {
    let mut parts = vec![
        counted(report.documents, "document"),
        counted(report.events, "event"),
        counted(report.actors, "actor"),
        counted(report.quotations, "quotation"),
    ];
    parts.extend(finding_counts(&report.findings));
    parts.join(", ")
}

/// `1 error`, `2 warnings`: the levels that occur, the gravest first. Of remarks only those are counted that
/// leave a file out: nobody should believe that it is in the dossier.
pub(super) fn finding_counts(findings: &[Diagnostic]) -> Vec<String> {
    let count = |is_meant: &dyn Fn(&Diagnostic) -> bool| findings.iter().filter(|finding| is_meant(finding)).count();
    let of_level = |level: Level| (count(&|finding| finding.level() == level), level.as_str());
    let levels = [Level::Error, Level::Warning].map(of_level);
    let mut counts: Vec<String> =
        levels.into_iter().filter(|&(count, _)| count > 0).map(|(count, word)| counted(count, word)).collect();
    let unread = count(&|finding| finding.code == Code::FileTypeUnknown);
    let told = || format!("{} not read ({})", counted(unread, "file"), Code::FileTypeUnknown.as_str());
    counts.extend((unread > 0).then(told));
    counts
}

/// `1 event`, `2 events`.
pub(super) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_counts_what_was_found() {
        let odd = |code| Diagnostic::of_file("a.txt", code, "", "");
        let report = Report {
            documents: 11,
            events: 1,
            findings: vec![odd(Code::FileEmpty), odd(Code::DraftSkipped), odd(Code::FileEmpty), odd(Code::FileBinary)],
            ..Report::default()
        };
        assert_eq!(
            summary("site", &report, Duration::from_millis(840)),
            "Built site: 11 documents, 1 event, 0 actors, 0 quotations, 1 error, 2 warnings in 0.8 s"
        );
        assert_eq!(finding_counts(&[odd(Code::FileTypeUnknown)]), ["1 file not read (file-type-unknown)"]);
    }
}
