//! The marker: a file in the site's folder that says the folder is ours, and which files in it are.

use std::io;
use std::path::Path;

use serde::Deserialize;

use super::ledger::check_path;
use super::{cannot_read, refused};
use crate::error::Error;
use crate::model::{Manifest, ManifestFile};

/// The marker's name in the site's folder. It is not listed in itself.
pub const MARKER: &str = ".annalist-manifest.json";

const SCHEMA: &str = "annalist/manifest/1";
const HINT: &str = "move the folder away, or build into another with `--output`";

#[derive(Deserialize)]
struct Marker {
    schema: String,
    files: Vec<ManifestFile>,
}

/// The marker's bytes: JSON with one file a line, so that two versions compare well. The program's
/// version is left out: the same site has the same marker.
pub(super) fn to_bytes(manifest: &Manifest) -> Vec<u8> {
    let lines: Vec<String> =
        manifest.files.iter().map(|file| serde_json::to_string(file).expect("strings and a number")).collect();
    format!("{{\"schema\":\"{SCHEMA}\",\"files\":[\n{}\n]}}\n", lines.join(",\n")).into_bytes()
}

/// Reads the marker of a folder; `None` where the folder has none (or is not there).
///
/// # Errors
/// The marker cannot be read, or names paths that no build of ours writes.
pub(super) fn read(folder: &Path) -> Result<Option<Manifest>, Error> {
    let path = folder.join(MARKER);
    match path.symlink_metadata() {
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(None);
        }
        Err(error) => return Err(cannot_read(&path)(error)),
        Ok(metadata) if !metadata.is_file() => return Err(refused(folder, "its marker is no file", HINT)),
        Ok(_) => {}
    }
    let bytes = std::fs::read(&path).map_err(cannot_read(&path))?;
    let marker: Marker = serde_json::from_slice(&bytes)
        .map_err(|error| refused(folder, format!("its marker `{MARKER}` cannot be read ({error})"), HINT))?;
    if marker.schema != SCHEMA {
        return Err(refused(folder, format!("its marker is of another kind (`{}`)", marker.schema), HINT));
    }
    if let Some(file) = marker.files.iter().find(|file| check_path(&file.path).is_err()) {
        return Err(refused(folder, format!("its marker names `{}`, which we never write", file.path), HINT));
    }
    Ok(Some(Manifest { files: marker.files }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marker_reads_back_and_has_a_line_a_file() {
        let file = |path: &str| ManifestFile { path: path.to_owned(), bytes: 3, sha256: "ab".to_owned() };
        for files in [vec![], vec![file("a.html")], vec![file("a.html"), file("b\"ü.html")]] {
            let folder = tempfile::tempdir().unwrap();
            let manifest = Manifest { files };
            let bytes = to_bytes(&manifest);
            std::fs::write(folder.path().join(MARKER), &bytes).unwrap();
            assert_eq!(read(folder.path()).unwrap(), Some(manifest));
        }
        let lines = String::from_utf8(to_bytes(&Manifest { files: vec![file("a"), file("b")] })).unwrap();
        assert_eq!(lines.lines().nth(1), Some(r#"{"path":"a","bytes":3,"sha256":"ab"},"#));
    }

    #[test]
    fn a_marker_that_is_not_ours_is_refused() {
        let hostile = r#"{"schema":"annalist/manifest/1","files":[{"path":"../x","bytes":1,"sha256":""}]}"#;
        for text in ["", "{}", r#"{"schema":"other/1","files":[]}"#, hostile] {
            let folder = tempfile::tempdir().unwrap();
            std::fs::write(folder.path().join(MARKER), text).unwrap();
            assert!(read(folder.path()).is_err(), "{text}");
        }
    }
}
