//! The seeds folder → a sorted list of files. Nothing is opened here, and links are never followed.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use globset::GlobSet;
use walkdir::{DirEntry, WalkDir};

use super::SeedFile;
use crate::config::{FILE_NAME, Settings};
use crate::diagnostic::{Built, Code, Diagnostic};
use crate::error::Error;

/// A walk under way.
struct Walk<'s> {
    root: &'s Path,
    /// How the folder is called in findings.
    shown: String,
    /// The root without links in it.
    real_root: PathBuf,
    ignore: &'s GlobSet,
    /// What belongs to the dossier and is no seed, where the seeds folder holds it.
    own: Vec<&'s Path>,
    files: Vec<(PathBuf, u64)>,
    findings: Vec<Diagnostic>,
}

/// The files of the seeds folder, by path. Names that start with a dot and what `ignore` matches
/// are left out without a word; everything else that is not read has a finding.
///
/// # Errors
/// The seeds folder itself cannot be read.
pub fn find_seeds(settings: &Settings) -> Result<Built<Vec<SeedFile>>, Error> {
    let shown = settings.seeds.strip_prefix(&settings.root).unwrap_or(&settings.seeds);
    let own = vec![
        settings.output.as_path(),
        settings.authority.as_path(),
        settings.overrides.as_path(),
        settings.templates.as_path(),
        settings.statics.as_path(),
    ];
    walk(&settings.seeds, &shown.to_string_lossy(), &settings.ignore, own)
}

/// The files at a path that the user named: those of a folder, by path, or the one file.
///
/// # Errors
/// The path cannot be read.
pub fn find_seeds_at(path: &Path, settings: &Settings) -> Result<Built<Vec<SeedFile>>, Error> {
    let fail = |source| Error::Read { what: "seeds", path: path.to_owned(), source };
    let metadata = fs::metadata(path).map_err(fail)?;
    if metadata.is_dir() {
        return walk(path, &path.to_string_lossy(), &settings.ignore, Vec::new());
    }
    if !metadata.is_file() {
        return Ok(Built { value: Vec::new(), findings: vec![special(path.to_string_lossy())] });
    }
    let sidecar = Some(sidecar_of(path)).filter(|sidecar| sidecar.is_file());
    let seed = SeedFile {
        path: path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
        // A link that was named is meant; `load` itself opens none.
        location: fs::canonicalize(path).map_err(fail)?,
        sidecar,
        bytes: metadata.len(),
    };
    Ok(Built::clean(vec![seed]))
}

/// `letter.txt` → `letter.txt.toml`.
fn sidecar_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".toml");
    PathBuf::from(name)
}

fn walk(root: &Path, shown: &str, ignore: &GlobSet, own: Vec<&Path>) -> Result<Built<Vec<SeedFile>>, Error> {
    let fail = |source| Error::Read { what: "seeds", path: root.to_owned(), source };
    let real_root = fs::canonicalize(root).map_err(fail)?;
    fs::read_dir(root).map_err(fail)?;
    let mut walk =
        Walk { root, shown: shown.to_owned(), real_root, ignore, own, files: Vec::new(), findings: Vec::new() };
    walk.collect();
    let seeds = walk.pair();
    Ok(Built { value: seeds, findings: walk.findings })
}

impl Walk<'_> {
    fn collect(&mut self) {
        let mut entries = WalkDir::new(self.root).min_depth(1).sort_by_file_name().into_iter();
        while let Some(entry) = entries.next() {
            match entry {
                Ok(entry) if self.is_skipped(&entry) => {
                    if entry.file_type().is_dir() {
                        entries.skip_current_dir();
                    }
                }
                Ok(entry) if !entry.file_type().is_dir() => self.take(&entry),
                Ok(_) => {}
                Err(error) => {
                    let path = error.path().unwrap_or(self.root).to_owned();
                    self.find(&path, |file| unreadable(file, &cause(&error)));
                }
            }
        }
    }

    fn is_skipped(&self, entry: &DirEntry) -> bool {
        let path = entry.path();
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        let settings_file = entry.depth() == 1 && entry.file_name() == FILE_NAME && !self.own.is_empty();
        hidden || settings_file || self.own.contains(&path) || self.ignore.is_match(self.below(path))
    }

    /// Notes a file, or why it is not read.
    fn take(&mut self, entry: &DirEntry) {
        let path = entry.path();
        if entry.path_is_symlink() {
            if let Some(why) = self.why_not_followed(path) {
                self.find(path, |file| {
                    let hint = "put the file itself into the seeds folder, or add the link to `ignore`";
                    Diagnostic::of_file(file, Code::LinkNotFollowed, format!("the link leads {why}; not read"), hint)
                });
            }
            return;
        }
        if !entry.file_type().is_file() {
            self.find(path, special);
            return;
        }
        match entry.metadata() {
            Ok(metadata) => self.files.push((path.to_owned(), metadata.len())),
            Err(error) => self.find(path, |file| unreadable(file, &cause(&error))),
        }
    }

    /// `None` for a link to something in the seeds folder: that is read where it is.
    fn why_not_followed(&self, link: &Path) -> Option<&'static str> {
        let Ok(target) = fs::canonicalize(link) else { return Some("nowhere") };
        let holder = link.parent().and_then(|parent| fs::canonicalize(parent).ok());
        if holder.is_some_and(|holder| holder.starts_with(&target)) {
            return Some("in a circle");
        }
        (!target.starts_with(&self.real_root)).then_some("out of the seeds folder")
    }

    /// The files as seeds, each with its sidecar.
    fn pair(&mut self) -> Vec<SeedFile> {
        let mut files = std::mem::take(&mut self.files);
        let known: BTreeSet<PathBuf> = files.iter().map(|(path, _)| path.clone()).collect();
        files.retain(|(path, _)| !self.is_sidecar(path, &known));
        let mut taken = BTreeSet::new();
        let mut seeds = Vec::with_capacity(files.len());
        for (location, bytes) in files {
            let path = self.unique_path(&location, &mut taken);
            let sidecar = Some(sidecar_of(&location)).filter(|sidecar| known.contains(sidecar));
            seeds.push(SeedFile { path, location, sidecar, bytes });
        }
        seeds.sort_by(|a, b| a.path.cmp(&b.path));
        seeds
    }

    /// True for a `.toml`: it speaks of the document beside it and is none itself.
    fn is_sidecar(&mut self, path: &Path, known: &BTreeSet<PathBuf>) -> bool {
        if path.extension() != Some(OsStr::new("toml")) {
            return false;
        }
        let document = path.with_extension("");
        if !known.contains(&document) && !document.is_file() {
            self.find(path, |file| {
                let hint = "a sidecar is called like its document with `.toml` behind it: `letter.txt.toml`";
                Diagnostic::of_file(file, Code::SidecarAlone, "this sidecar has no document", hint)
            });
        }
        true
    }

    /// The path below the root. Two names that differ only in unreadable bytes stay two.
    fn unique_path(&mut self, location: &Path, taken: &mut BTreeSet<String>) -> String {
        let mut path = self.below_in_words(location);
        if self.below(location).to_str().is_none() {
            self.find(location, |file| {
                let hint = "rename the file; until then the odd bytes are shown as U+FFFD";
                Diagnostic::of_file(file, Code::PathNotUnicode, "the file's name is not Unicode", hint)
            });
            while taken.contains(&path) {
                path = path.replacen('\u{FFFD}', "\u{FFFD}\u{FFFD}", 1);
            }
        }
        taken.insert(path.clone());
        path
    }

    fn below<'p>(&self, path: &'p Path) -> &'p Path {
        path.strip_prefix(self.root).unwrap_or(path)
    }

    fn below_in_words(&self, path: &Path) -> String {
        let parts: Vec<_> = self.below(path).iter().map(OsStr::to_string_lossy).collect();
        parts.join("/")
    }

    fn find(&mut self, path: &Path, finding: impl FnOnce(String) -> Diagnostic) {
        let file = [self.shown.as_str(), &self.below_in_words(path)].join("/");
        self.findings.push(finding(file));
    }
}

fn special(file: impl Into<String>) -> Diagnostic {
    let hint = "pipes, sockets and devices hold no document: remove it or add it to `ignore`";
    Diagnostic::of_file(file, Code::FileSpecial, "not a regular file; not read", hint)
}

fn unreadable(file: String, cause: &str) -> Diagnostic {
    let hint = "check that you may read it, or add it to `ignore`";
    Diagnostic::of_file(file, Code::FileUnreadable, format!("cannot be read: {cause}"), hint)
}

fn cause(error: &walkdir::Error) -> String {
    error.io_error().map_or_else(|| error.to_string(), ToString::to_string)
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::ffi::OsString;
    use std::os::unix::ffi::OsStringExt;
    use std::os::unix::fs::symlink;

    use super::*;
    use crate::config::read_settings;
    use crate::ingest::{load, shown_as};

    /// A dossier's folder with these files below `seeds/`, and its settings.
    fn dossier(files: &[&str], settings: &str) -> (tempfile::TempDir, Settings) {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join("seeds").join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "words").unwrap();
        }
        fs::write(folder.path().join(FILE_NAME), settings).unwrap();
        let settings = read_settings(&folder.path().join(FILE_NAME)).unwrap();
        (folder, settings)
    }

    fn paths(seeds: &[SeedFile]) -> Vec<&str> {
        seeds.iter().map(|seed| seed.path.as_str()).collect()
    }

    #[test]
    fn files_are_sorted_and_what_is_hidden_or_ignored_is_left_out() {
        let files = ["b.txt", "a/z.txt", "a.txt", ".hidden", ".git/x.txt", "c.bak", "drafts/d.txt", "a\nb \"q\".txt"];
        let (_folder, settings) = dossier(&files, "ignore = [\"*.bak\", \"drafts/**\"]");
        let built = find_seeds(&settings).unwrap();
        assert_eq!(paths(&built.value), ["a\nb \"q\".txt", "a.txt", "a/z.txt", "b.txt"]);
        assert_eq!(built.findings, []);
        assert_eq!(shown_as(&built.value[1], &settings), "seeds/a.txt");
    }

    #[test]
    fn a_sidecar_goes_with_its_document_or_is_found() {
        let (_folder, settings) = dossier(&["a.txt", "a.txt.toml", "b.txt.toml", "data.toml"], "");
        let built = find_seeds(&settings).unwrap();
        assert_eq!(paths(&built.value), ["a.txt"]);
        assert!(built.value[0].sidecar.as_ref().unwrap().ends_with("a.txt.toml"));
        let found: Vec<_> = built.findings.iter().map(|f| (f.code, f.file.as_str())).collect();
        assert_eq!(found, [(Code::SidecarAlone, "seeds/b.txt.toml"), (Code::SidecarAlone, "seeds/data.toml")]);
    }

    #[test]
    fn links_and_pipes_are_found_and_never_followed() {
        let (folder, settings) = dossier(&["a.txt", "d/b.txt"], "");
        let seeds = &settings.seeds;
        fs::write(folder.path().join("outside.txt"), "words").unwrap();
        symlink(folder.path().join("outside.txt"), seeds.join("out.txt")).unwrap();
        symlink("a.txt", seeds.join("in.txt")).unwrap();
        symlink("..", seeds.join("d/loop")).unwrap();
        symlink("nowhere", seeds.join("dangling")).unwrap();
        rustix::fs::mknodat(
            rustix::fs::CWD,
            seeds.join("pipe.txt"),
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::RWXU,
            0,
        )
        .unwrap();
        let built = find_seeds(&settings).unwrap();
        assert_eq!(paths(&built.value), ["a.txt", "d/b.txt"]);
        let found: Vec<_> = built.findings.iter().map(|f| (f.code, f.file.as_str())).collect();
        let expected = [
            (Code::LinkNotFollowed, "seeds/d/loop"),
            (Code::LinkNotFollowed, "seeds/dangling"),
            (Code::LinkNotFollowed, "seeds/out.txt"),
            (Code::FileSpecial, "seeds/pipe.txt"),
        ];
        assert_eq!(found, expected);
        let swapped = SeedFile { location: seeds.join("pipe.txt"), ..built.value[0].clone() };
        assert_eq!(load(&swapped, &settings).unwrap_err().code, Code::FileUnreadable);
        let swapped = SeedFile { location: seeds.join("out.txt"), ..built.value[0].clone() };
        assert_eq!(load(&swapped, &settings).unwrap_err().code, Code::FileUnreadable);
    }

    #[test]
    fn names_that_are_not_unicode_are_read_and_stay_apart() {
        let (_folder, settings) = dossier(&["cafe\u{301}.txt", "café.txt"], "");
        for byte in [0xfe, 0xff] {
            fs::write(settings.seeds.join(OsString::from_vec(vec![b'b', byte, b'.', b't'])), "words").unwrap();
        }
        let built = find_seeds(&settings).unwrap();
        assert_eq!(paths(&built.value), ["b\u{FFFD}.t", "b\u{FFFD}\u{FFFD}.t", "cafe\u{301}.txt", "café.txt"]);
        assert!(built.findings.iter().all(|finding| finding.code == Code::PathNotUnicode));
        assert!(built.value.iter().all(|seed| load(seed, &settings).is_ok()));
    }

    #[test]
    fn a_file_too_large_is_found_and_a_missing_folder_is_an_error() {
        let (folder, settings) = dossier(&["a.txt", "a.txt.toml"], "max_file_size = 4");
        let built = find_seeds(&settings).unwrap();
        let finding = load(&built.value[0], &settings).unwrap_err();
        assert_eq!((finding.code, finding.file.as_str()), (Code::FileTooLarge, "seeds/a.txt"));
        fs::remove_dir_all(folder.path().join("seeds")).unwrap();
        assert_eq!(find_seeds(&settings).unwrap_err().exit_code(), 3);
    }

    #[test]
    fn a_path_that_was_named_is_a_folder_or_one_file() {
        let (_folder, settings) = dossier(&["a.txt", "a.txt.toml", "d/b.txt"], "ignore = [\"*\"]");
        let one = find_seeds_at(&settings.seeds.join("a.txt"), &settings).unwrap();
        assert_eq!(paths(&one.value), ["a.txt"]);
        assert!(one.value[0].sidecar.is_some());
        let all = find_seeds_at(&settings.seeds, &Settings::defaults(&settings.root)).unwrap();
        assert_eq!(paths(&all.value), ["a.txt", "d/b.txt"]);
        assert!(find_seeds_at(&settings.seeds.join("none"), &settings).is_err());
    }
}
