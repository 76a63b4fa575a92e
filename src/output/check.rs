//! [`CheckSink`]: a build that writes nothing.

use std::sync::Mutex;

use super::Sink;
use super::ledger::{Ledger, describe};
use crate::error::Error;
use crate::model::{Manifest, ManifestFile, OutputFile};

/// Keeps only the manifest, in memory; refuses the same paths as the disk does.
#[derive(Debug, Default)]
pub struct CheckSink {
    ledger: Mutex<Ledger>,
}

impl Sink for CheckSink {
    fn put(&self, file: OutputFile) -> Result<ManifestFile, Error> {
        let described = describe(&file);
        let mut ledger = self.ledger.lock().expect("nothing panics while it holds the ledger");
        ledger.claim(&file.path)?;
        ledger.record(described.clone());
        Ok(described)
    }

    fn finish(self) -> Result<Manifest, Error> {
        Ok(self.ledger.lock().expect("nothing panics while it holds the ledger").manifest())
    }
}

/// Refuses paths that no sink would take together.
///
/// # Errors
/// A path leads out of the site, or two differ in letter case or Unicode form only.
///
/// ```
/// use annalist::output::check_paths;
/// assert!(check_paths(["a.html", "b/a.html"]).is_ok());
/// assert!(check_paths(["a.html", "A.html"]).is_err());
/// assert!(check_paths(["../a.html"]).is_err());
/// ```
pub fn check_paths<'p>(paths: impl IntoIterator<Item = &'p str>) -> Result<(), Error> {
    let mut ledger = Ledger::default();
    paths.into_iter().try_for_each(|path| ledger.claim(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_is_sorted_whatever_the_order() {
        let sink = CheckSink::default();
        for path in ["b", "a/b", "c"] {
            sink.put(OutputFile { path: path.to_owned(), bytes: b"abc".to_vec() }).unwrap();
        }
        let manifest = sink.finish().unwrap();
        assert_eq!(manifest.files.iter().map(|file| &*file.path).collect::<Vec<_>>(), ["a/b", "b", "c"]);
        assert_eq!(manifest.files[0].sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
