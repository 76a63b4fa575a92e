//! `annalist init [DIR]`: the start of a dossier. Nothing that exists is changed.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use super::Outcome;
use super::arguments::Init;
use super::printer::Printer;
use crate::config::FILE_NAME;
use crate::error::Error;

/// The settings file written: every key in it is commented out and at its default.
const SETTINGS: &str = include_str!("init.toml");

/// What became of a file or a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Made {
    New,
    AlreadyThere,
}

/// Makes what is missing. Running it twice is no mistake: the second run says so and changes nothing.
pub(super) fn run(arguments: &Init, printer: &Printer) -> Result<Outcome, Error> {
    let folder = &arguments.folder;
    make_folder(folder)?;
    let settings = (FILE_NAME, make_settings(&folder.join(FILE_NAME))?);
    let seeds = ("seeds/", make_folder(&folder.join("seeds"))?);
    for (name, made) in [settings, seeds] {
        let path = folder.join(name);
        match made {
            Made::New => printer.note(&format!("Made {}", path.display())),
            Made::AlreadyThere => printer.note(&format!("Kept {}, which was there", path.display())),
        }
    }
    let root = if folder == Path::new(".") { String::new() } else { format!("-r {} ", folder.display()) };
    printer.note(&format!("Next: put documents into `seeds`, then run `annalist {root}build`"));
    Ok(Outcome::Fine)
}

fn make_folder(folder: &Path) -> Result<Made, Error> {
    if folder.is_dir() {
        return Ok(Made::AlreadyThere);
    }
    if folder.symlink_metadata().is_ok() {
        return Err(Error::Usage {
            message: format!("`{}` is there and is no folder", folder.display()),
            hint: "name another folder".to_owned(),
        });
    }
    let cannot = |source| Error::Write { what: "the folder", path: folder.to_owned(), source };
    fs::create_dir_all(folder).map(|()| Made::New).map_err(cannot)
}

fn make_settings(file: &Path) -> Result<Made, Error> {
    let cannot = |source| Error::Write { what: "the settings", path: file.to_owned(), source };
    match File::create_new(file) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(Made::AlreadyThere),
        Err(error) => Err(cannot(error)),
        Ok(mut new) => new.write_all(SETTINGS.as_bytes()).map(|()| Made::New).map_err(cannot),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::read_settings;

    #[test]
    fn the_settings_written_are_valid_as_they_are_and_with_every_key_in_force() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE_NAME);
        assert_eq!(make_settings(&file).unwrap(), Made::New);
        read_settings(&file).unwrap();
        let uncommented: Vec<String> = SETTINGS
            .lines()
            .map(|line| match line.strip_prefix("# ") {
                Some("[budget]") => "[budget]".to_owned(),
                Some(key) if key.split_once(" = ").is_some_and(|(key, _)| !key.contains(' ')) => key.to_owned(),
                _ => line.to_owned(),
            })
            .collect();
        fs::write(&file, uncommented.join("\n")).unwrap();
        read_settings(&file).unwrap_or_else(|error| panic!("{error}"));
    }

    #[test]
    fn what_exists_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE_NAME);
        fs::write(&file, "title = \"Mine\"\n").unwrap();
        assert_eq!(make_settings(&file).unwrap(), Made::AlreadyThere);
        assert_eq!(fs::read_to_string(&file).unwrap(), "title = \"Mine\"\n");
        assert!(make_folder(&file).is_err());
        assert_eq!(make_folder(&folder.path().join("a/b")).unwrap(), Made::New);
        assert_eq!(make_folder(&folder.path().join("a/b")).unwrap(), Made::AlreadyThere);
    }
}
