//! A seed's bytes: the only place that opens one.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

use super::{RawSeed, SeedFile};
use crate::config::Settings;
use crate::diagnostic::{Code, Diagnostic};

/// The longest sidecar that is read, in bytes.
const MAX_SIDECAR: u64 = 1024 * 1024;

/// Reads a seed and its sidecar. Never more than `max_file_size` bytes, even if the file grows
/// meanwhile; never waits for a pipe that took the file's place.
///
/// # Errors
/// A finding where the file is too large or cannot be read. A document whose sidecar cannot be
/// read is left out, too: the sidecar may be what keeps it from being shown.
pub fn load(seed: &SeedFile, settings: &Settings) -> Result<RawSeed, Diagnostic> {
    let shown = shown_as(seed, settings);
    let bytes = read_bounded(&seed.location, settings.max_file_size).map_err(|trouble| trouble.finding(&shown))?;
    let sidecar = match &seed.sidecar {
        None => None,
        Some(location) => Some(
            read_bounded(location, MAX_SIDECAR).map_err(|trouble| trouble.finding(&super::sidecar_shown_as(&shown)))?,
        ),
    };
    Ok(RawSeed { path: seed.path.clone(), bytes, sidecar })
}

/// The path of a seed in findings: `seeds/letter.txt`, or its location where it lies elsewhere.
pub fn shown_as(seed: &SeedFile, settings: &Settings) -> String {
    if seed.location.starts_with(&settings.seeds) {
        let folder = settings.seeds.strip_prefix(&settings.root).unwrap_or(&settings.seeds);
        return format!("{}/{}", folder.to_string_lossy(), seed.path);
    }
    seed.location.to_string_lossy().into_owned()
}

enum Trouble {
    TooLarge(u64),
    Failed(io::Error),
}

impl Trouble {
    fn finding(self, shown: &str) -> Diagnostic {
        match self {
            Self::TooLarge(limit) => Diagnostic::of_file(
                shown,
                Code::FileTooLarge,
                format!("larger than {limit} bytes; not read"),
                "split it, raise `max_file_size` in annalist.toml, or add it to `ignore`",
            ),
            Self::Failed(error) => Diagnostic::of_file(
                shown,
                Code::FileUnreadable,
                format!("cannot be read: {error}"),
                "check that it exists and that you may read it, or add it to `ignore`",
            ),
        }
    }
}

fn read_bounded(path: &Path, limit: u64) -> Result<Vec<u8>, Trouble> {
    let file = open(path).map_err(Trouble::Failed)?;
    let metadata = file.metadata().map_err(Trouble::Failed)?;
    if !metadata.is_file() {
        return Err(Trouble::Failed(io::Error::other("no longer a regular file")));
    }
    if metadata.len() > limit {
        return Err(Trouble::TooLarge(limit));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(Trouble::Failed)?;
    if bytes.len() as u64 > limit {
        return Err(Trouble::TooLarge(limit));
    }
    Ok(bytes)
}

/// Opens without following a link and without waiting for the other end of a pipe.
#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    let flags = rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOFOLLOW;
    OpenOptions::new().read(true).custom_flags(flags.bits() as i32).open(path)
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).open(path)
}
