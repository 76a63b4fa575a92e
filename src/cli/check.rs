//! `annalist check`: a build that writes nothing and reports everything.

use serde::Serialize;

use super::Outcome;
use super::arguments::{Check, Common};
use super::budget::add_findings;
use super::build::{counted, finding_counts};
use super::printer::{DataOutput, Printer};
use super::progress::Bar;
use super::settings::open_settings;
use crate::diagnostic::{Diagnostic, Level};
use crate::error::Error;
use crate::output::CheckSink;
use crate::pipeline::{self, BuildOptions, CacheMode};

/// A finding as programs read it; documented in `docs/commands.md`.
#[derive(Serialize)]
struct FindingLine<'f> {
    file: &'f str,
    line: Option<usize>,
    column: Option<usize>,
    level: &'static str,
    code: &'static str,
    message: &'f str,
    hint: &'f str,
}

/// Reports every finding at or above the level asked for.
pub(super) fn run(arguments: &Check, common: &Common, printer: &Printer) -> Result<Outcome, Error> {
    let settings = open_settings(common)?;
    let options = BuildOptions { jobs: arguments.jobs, cache: CacheMode::Ignore };
    let mut report = pipeline::build(&settings, &options, CheckSink::default(), &Bar::new(printer))?;
    add_findings(&mut report, settings.budget);
    let least = Level::from(arguments.level);
    let findings: Vec<&Diagnostic> = report.findings.iter().filter(|finding| finding.level() >= least).collect();
    if arguments.json {
        let mut output = DataOutput::open();
        for finding in &findings {
            output.line(&as_json(finding))?;
        }
        output.finish()?;
    } else {
        findings.iter().for_each(|finding| printer.finding(finding));
    }
    let mut counts = finding_counts(&report.findings);
    if counts.is_empty() {
        counts.push("nothing to correct".to_owned());
    }
    printer.note(&format!("Checked {}: {}", counted(report.documents, "document"), counts.join(", ")));
    Ok(if findings.is_empty() { Outcome::Fine } else { Outcome::Findings })
}

fn as_json(finding: &Diagnostic) -> String {
    let known = |number: usize| (number > 0).then_some(number);
    let line = FindingLine {
        file: &finding.file,
        line: known(finding.line),
        column: known(finding.column),
        level: finding.level().as_str(),
        code: finding.code.as_str(),
        message: &finding.message,
        hint: &finding.hint,
    };
    serde_json::to_string(&line).expect("strings and numbers")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    #[test]
    fn a_finding_is_one_line_and_an_unknown_place_is_null() {
        let whole = Diagnostic::of_file("seeds/a\n.txt", Code::FileEmpty, "the file is empty", "delete it");
        for (finding, place) in
            [(whole.clone(), r#""line":null,"column":null"#), (whole.at((12, 4)), r#""line":12,"column":4"#)]
        {
            assert_eq!(
                as_json(&finding),
                format!(
                    r#"{{"file":"seeds/a\n.txt",{place},"level":"warning","code":"file-empty","message":"the file is empty","hint":"delete it"}}"#
                )
            );
        }
    }
}
