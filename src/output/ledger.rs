//! [`Ledger`]: which paths of a site are taken, and what was written there.

use std::collections::HashMap;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use super::marker::MARKER;
use super::refused;
use crate::error::Error;
use crate::model::{Manifest, ManifestFile, OutputFile};

const HINT: &str = "this is a mistake of Annalist: please report it with the name of the document";

/// What holds a path.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Holder {
    File,
    /// A folder, with the spelling first used.
    Folder(String),
}

/// The paths taken so far, and the files recorded.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    holders: HashMap<String, Holder>,
    files: Vec<ManifestFile>,
}

impl Ledger {
    /// Takes a path, or says why it cannot be taken.
    pub(super) fn claim(&mut self, path: &str) -> Result<(), Error> {
        let refuse = |reason: &str| refused(path, reason, HINT);
        check_path(path).map_err(refuse)?;
        for (end, _) in path.match_indices('/') {
            let folder = &path[..end];
            let holder = self.holders.entry(fold(folder)).or_insert_with(|| Holder::Folder(folder.to_owned()));
            match holder {
                Holder::File => return Err(refuse("a file stands where it needs a folder")),
                Holder::Folder(spelling) if spelling != folder => {
                    return Err(refuse("another folder differs from its own only in letter case or Unicode form"));
                }
                Holder::Folder(_) => {}
            }
        }
        match self.holders.insert(fold(path), Holder::File) {
            None => Ok(()),
            Some(Holder::File) => Err(refuse("a file of this name was already written (letter case aside)")),
            Some(Holder::Folder(_)) => Err(refuse("a folder stands in its place")),
        }
    }

    /// Remembers a file that was written.
    pub(super) fn record(&mut self, file: ManifestFile) {
        self.files.push(file);
    }

    /// Every file recorded, sorted by path.
    pub(super) fn manifest(&self) -> Manifest {
        let mut files = self.files.clone();
        files.sort();
        Manifest { files }
    }
}

/// The file as the manifest remembers it.
pub(super) fn describe(file: &OutputFile) -> ManifestFile {
    let sha256 = Sha256::digest(&file.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    ManifestFile { path: file.path.clone(), bytes: file.bytes.len() as u64, sha256 }
}

/// Refuses what could lead out of the site's folder, or be another path on another system.
pub(super) fn check_path(path: &str) -> Result<(), &'static str> {
    if path.contains(['\\', ':']) || path.chars().any(char::is_control) {
        return Err("the path holds a character that is not safe in file names");
    }
    if path.split('/').any(|part| part.is_empty() || part == "." || part == "..") {
        return Err("the path could lead out of the site");
    }
    if path == MARKER {
        return Err("the path is kept for the marker");
    }
    Ok(())
}

/// One form for all spellings that a file system may take for the same name.
pub(super) fn fold(path: &str) -> String {
    if path.is_ascii() {
        return path.to_ascii_lowercase();
    }
    path.chars().flat_map(char::to_uppercase).flat_map(char::to_lowercase).nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_paths_are_refused() {
        for path in
            ["", "/etc/passwd", "../x", "a/../x", "a/..", "a//b", "./a", "a/", "a\\b", "c:x", "a\0b", "a\nb", MARKER]
        {
            assert!(Ledger::default().claim(path).is_err(), "{path:?}");
        }
        for path in ["index.html", "documents/weber/index.html", "a..b/...", ".nojekyll", "münchen.html"] {
            assert!(Ledger::default().claim(path).is_ok(), "{path:?}");
        }
    }

    #[test]
    fn two_files_on_one_path_are_refused() {
        for (first, second) in [
            ("a.html", "a.html"),
            ("a.html", "A.html"),
            ("σας", "ΣΑΣ"),
            ("m\u{fc}nchen", "mu\u{308}nchen"),
            ("a", "a/b"),
            ("a/b", "A"),
            ("data/x", "Data/y"),
        ] {
            let mut ledger = Ledger::default();
            ledger.claim(first).unwrap();
            assert!(ledger.claim(second).is_err(), "{first} then {second}");
        }
    }
}
