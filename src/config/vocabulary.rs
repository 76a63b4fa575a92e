//! The dossier's own vocabularies: every `*.txt` of a folder, in the order of their names.

use std::fs;
use std::path::Path;

use crate::error::Error;
use crate::model::Vocabulary;

/// Reads a folder of vocabularies; no folder is none.
///
/// # Errors
/// A file cannot be read, or a line of it is none of a vocabulary.
pub fn read_vocabulary_folder(folder: &Path) -> Result<Vocabulary, Error> {
    let mut vocabulary = Vocabulary::default();
    if !folder.is_dir() {
        return Ok(vocabulary);
    }
    let fail = |source| Error::Read { what: "the vocabulary folder", path: folder.to_owned(), source };
    let entries: Result<Vec<_>, _> = fs::read_dir(folder).map_err(fail)?.collect();
    let mut files: Vec<_> = entries.map_err(fail)?.into_iter().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    for file in files {
        let text = fs::read_to_string(&file).map_err(|source| Error::Read {
            what: "the vocabulary",
            path: file.clone(),
            source,
        })?;
        vocabulary.read(&text).map_err(|(line, message)| Error::Settings {
            place: format!("{}:{line}:1", file.display()),
            message,
            hint: "docs/agreements.md describes the lines of a vocabulary".to_owned(),
        })?;
    }
    Ok(vocabulary)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_read_in_order_and_a_wrong_line_is_named() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(read_vocabulary_folder(&folder.path().join("none")).unwrap(), Vocabulary::default());
        fs::write(folder.path().join("b.txt"), "head | lease; leases | contract | name\n").unwrap();
        fs::write(folder.path().join("a.txt"), "# Ours.\nwords | weak | dear\n").unwrap();
        let read = read_vocabulary_folder(folder.path()).unwrap();
        assert_eq!((read.heads.len(), read.words.len()), (1, 1));
        fs::write(folder.path().join("c.txt"), "\nhaed | lease | contract | name\n").unwrap();
        let error = read_vocabulary_folder(folder.path()).unwrap_err();
        assert!(error.to_string().contains("c.txt:2:1"), "{error}");
        assert_eq!(error.exit_code(), 2);
    }
}
