//! `build`: a folder of seeds becomes the files of a site.

use std::sync::Arc;

use super::edition::{Edition, places};
use super::reading::read;
use super::{BuildOptions, Progress, Report};
use crate::config::Settings;
use crate::diagnostic::Built;
use crate::error::Error;
use crate::model::Dossier;
use crate::output::Sink;

/// Builds the site into a sink. Same seeds and settings give the same bytes.
///
/// # Errors
/// The settings, authority or templates are wrong, or the world failed; the sink then shows
/// nothing.
pub fn build<S: Sink>(
    settings: &Settings,
    options: &BuildOptions,
    sink: S,
    progress: &dyn Progress,
) -> Result<Report, Error> {
    let renderer = Arc::new(super::edition::renderer(settings)?);
    let pool = super::pool(options.jobs);
    let reading = Arc::new(read(settings, options, &pool, progress)?);
    let places = Arc::new(places(&reading, settings)?);
    let edition = Edition { reading, settings: Arc::new(settings.clone()), renderer, places };
    edition.write(sink, &pool, progress)
}

/// Reads and resolves the seeds and writes nothing.
///
/// # Errors
/// The settings or authority are wrong, or the world failed.
pub fn read_dossier(
    settings: &Settings,
    options: &BuildOptions,
    progress: &dyn Progress,
) -> Result<Built<Dossier>, Error> {
    let pool = super::pool(options.jobs);
    let reading = read(settings, options, &pool, progress)?;
    Ok(Built { value: reading.dossier, findings: reading.findings })
}
