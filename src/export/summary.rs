//! `dossier.json`: what the dossier is, in numbers, and which bytes it is.

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::config::Settings;
use crate::model::{Dossier, ManifestFile, OutputFile, paths};

#[derive(Debug, Serialize)]
struct SummaryRecord<'s> {
    schema: &'static str,
    title: &'s str,
    description: &'s str,
    language: &'s str,
    program: ProgramRecord,
    manifest: &'s str,
    schemas: SchemasRecord,
    counts: CountsRecord,
}

#[derive(Debug, Serialize)]
struct ProgramRecord {
    name: &'static str,
    version: &'static str,
}

#[derive(Debug, Serialize)]
struct SchemasRecord {
    annotations: &'static str,
    documents: &'static str,
    events: &'static str,
    dates: &'static str,
    actors: &'static str,
    quotations: &'static str,
    reported: &'static str,
    agreements: &'static str,
    corrections: &'static str,
}

#[derive(Debug, Serialize)]
struct CountsRecord {
    documents: usize,
    stories: usize,
    events: usize,
    undated_events: usize,
    actors: usize,
    quotations: usize,
    reported: usize,
    agreements: usize,
    corrections: usize,
}

/// `data/dossier.json`. `manifest_hash` says which bytes the rest of the site is.
pub fn dossier_json(dossier: &Dossier, settings: &Settings, manifest_hash: &str) -> OutputFile {
    let record = SummaryRecord {
        schema: "annalist/dossier/1",
        title: &settings.title,
        description: &settings.description,
        language: &settings.language,
        program: ProgramRecord { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        manifest: manifest_hash,
        schemas: SchemasRecord {
            annotations: super::annotations::SCHEMA,
            documents: "annalist/documents/1",
            events: "annalist/events/1",
            dates: "annalist/dates/1",
            actors: "annalist/actors/1",
            quotations: "annalist/quotations/1",
            reported: "annalist/reported/1",
            agreements: "annalist/agreements/1",
            corrections: "annalist/corrections/1",
        },
        counts: CountsRecord {
            documents: dossier.documents.len(),
            stories: dossier.documents.iter().map(|document| document.stories.len()).sum(),
            events: dossier.events.len(),
            undated_events: dossier.events.iter().filter(|event| event.when.edtf.is_none()).count(),
            actors: dossier.actors.len(),
            quotations: dossier.quotations.len(),
            reported: dossier.reported.len(),
            agreements: dossier.agreements.len(),
            corrections: dossier.corrections.len(),
        },
    };
    let mut bytes = serde_json::to_vec_pretty(&record).expect("a record is plain values");
    bytes.push(b'\n');
    OutputFile { path: paths::DOSSIER.to_owned(), bytes }
}

/// SHA-256, in lower-case hexadecimal, over `path`, a zero byte, the file's own SHA-256 and a line
/// end for each file, sorted by path. `data/dossier.json`, which holds the sum, is not in it.
///
/// ```
/// use annalist::export::manifest_hash;
/// assert_eq!(manifest_hash(&[]), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
/// ```
pub fn manifest_hash(files: &[ManifestFile]) -> String {
    let mut sorted: Vec<&ManifestFile> = files.iter().filter(|file| file.path != paths::DOSSIER).collect();
    sorted.sort();
    let mut hasher = Sha256::new();
    for file in sorted {
        hasher.update(format!("{}\0{}\n", file.path, file.sha256));
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
