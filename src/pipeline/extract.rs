//! `extract`: annotations of single documents, streamed in the order of the input.

use crate::model::Edtf;
use std::io;
use std::path::PathBuf;

use rayon::prelude::*;
use serde::Deserialize;

use super::annotate::{Annotator, Prepared};
use crate::config::{Settings, known_authority};
use crate::diagnostic::{Code, Diagnostic};
use crate::error::Error;
use crate::export::annotations_line;
use crate::ingest::{find_seeds_at, from_text};

/// Documents in memory at a time, for each worker.
const CHUNK: usize = 32;

/// Takes one line of output.
type Each<'e> = &'e mut dyn FnMut(String) -> Result<(), Error>;

/// A line of `--stdin-jsonl`. Other keys are ignored: they are the caller's.
#[derive(Debug, Deserialize)]
struct InputLine {
    id: String,
    text: String,
    date: Option<String>,
}

/// Annotates files, and the files of folders, in their order.
///
/// # Errors
/// A path named by the caller cannot be read, the authority files are wrong, or `each` failed.
pub fn extract_paths(
    paths: &[PathBuf],
    settings: &Settings,
    date: Option<Edtf>,
    jobs: usize,
    each: Each<'_>,
) -> Result<Vec<Diagnostic>, Error> {
    let annotator = Annotator::new(&known_authority(settings)?, settings.week_start).without_signatures();
    let pool = super::pool(jobs);
    let mut findings = Vec::new();
    for path in paths {
        let seeds = find_seeds_at(path, settings)?;
        findings.extend(seeds.findings);
        for chunk in seeds.value.chunks(CHUNK * pool.current_num_threads()) {
            let prepare = |seed| with_date(&annotator, annotator.prepare_file(seed, settings), date);
            let prepared: Vec<Prepared> = pool.install(|| chunk.par_iter().map(prepare).collect());
            for (seed, prepared) in chunk.iter().zip(prepared) {
                findings.extend(prepared.findings);
                if let Some((source, annotations)) = prepared.document {
                    each(annotations_line(&seed.path, &source, &annotations))?;
                }
            }
        }
    }
    Ok(findings)
}

/// The caller's date counts where the document does not give its own.
fn with_date(annotator: &Annotator, prepared: Prepared, date: Option<Edtf>) -> Prepared {
    let (Some(date), Some((mut source, annotations))) = (date, prepared.document.clone()) else { return prepared };
    if source.provenance.statement.published.is_some() {
        return Prepared { document: Some((source, annotations)), ..prepared };
    }
    source.provenance.statement.published = Some(date);
    source.provenance.statement.published_by = Some("by-caller".into());
    let annotations = annotator.annotate(&source);
    Prepared { document: Some((source, annotations)), ..prepared }
}

/// Annotates the documents of JSON lines, in their order. A line that is no document is a finding.
///
/// # Errors
/// The input cannot be read, the authority files are wrong, or `each` failed.
pub fn extract_lines(
    lines: &mut dyn Iterator<Item = io::Result<Vec<u8>>>,
    settings: &Settings,
    date: Option<Edtf>,
    jobs: usize,
    each: Each<'_>,
) -> Result<Vec<Diagnostic>, Error> {
    let annotator = Annotator::new(&known_authority(settings)?, settings.week_start).without_signatures();
    let pool = super::pool(jobs);
    let mut findings = Vec::new();
    let mut numbered = lines.zip(1..);
    loop {
        let chunk: Vec<(Vec<u8>, usize)> = numbered
            .by_ref()
            .take(CHUNK * pool.current_num_threads())
            .map(|(line, number)| line.map(|line| (line, number)))
            .collect::<io::Result<_>>()
            .map_err(|source| Error::Read { what: "standard input", path: "-".into(), source })?;
        if chunk.is_empty() {
            return Ok(findings);
        }
        let annotated: Vec<Result<Option<String>, Diagnostic>> = pool.install(|| {
            chunk.par_iter().map(|(line, number)| annotate_line(&annotator, line, *number, date)).collect()
        });
        for outcome in annotated {
            match outcome {
                Ok(line) => line.map_or(Ok(()), &mut *each)?,
                Err(finding) => findings.push(finding),
            }
        }
    }
}

fn annotate_line(
    annotator: &Annotator,
    line: &[u8],
    number: usize,
    date: Option<Edtf>,
) -> Result<Option<String>, Diagnostic> {
    if line.trim_ascii().is_empty() {
        return Ok(None);
    }
    let wrong = |message: String| {
        Diagnostic::of_file(
            "standard input",
            Code::InputLineInvalid,
            message,
            "write one object {\"id\", \"text\", \"date\"?} a line",
        )
        .at((number, 1))
    };
    let input: InputLine = serde_json::from_slice(line).map_err(|error| wrong(format!("not a document: {error}")))?;
    let own = input.date.map(|words| words.parse::<Edtf>()).transpose().map_err(|error| wrong(error.to_string()))?;
    let source = from_text(&input.id, input.text, own.or(date));
    let annotations = annotator.annotate(&source);
    Ok(Some(annotations_line(&input.id, &source, &annotations)))
}
