//! A dossier in a temporary folder, and the program run on it as a user runs it.

#![allow(dead_code, reason = "two test programs share this file")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// The repository.
pub const REPOSITORY: &str = env!("CARGO_MANIFEST_DIR");

/// What the environment says of colours, time and language.
const FROM_OUTSIDE: [&str; 5] = ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TZ", "LC_ALL"];

/// A dossier's folder, removed at the end of the test.
#[derive(Debug)]
pub struct Dossier {
    folder: TempDir,
}

/// How a run ended and what it said.
#[derive(Debug)]
pub struct Run {
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

impl Dossier {
    /// A dossier with an empty `annalist.toml` and an empty `seeds/`.
    pub fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder can be made");
        fs::create_dir(folder.path().join("seeds")).expect("the folder is new");
        let dossier = Self { folder };
        dossier.write("annalist.toml", "");
        dossier
    }

    /// The dossier the repository comes with.
    pub fn sample() -> Self {
        let dossier = Self::new();
        for name in ["annalist.toml", "seeds", "authority"] {
            let from = Path::new(REPOSITORY).join(name);
            for (path, bytes) in files(&from) {
                let path = if path.is_empty() { name.to_owned() } else { format!("{name}/{path}") };
                dossier.write(&path, bytes);
            }
        }
        dossier
    }

    /// A path below the dossier's folder.
    pub fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    /// Writes a file, folders included.
    pub fn write(&self, below: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.path(below);
        fs::create_dir_all(path.parent().expect("below the folder")).expect("folders can be made");
        fs::write(&path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        self
    }

    /// The program, to be run in the dossier's folder.
    pub fn annalist(&self) -> Command {
        let mut command = program();
        command.current_dir(self.folder.path());
        command
    }

    /// Runs the program in the dossier's folder.
    pub fn run(&self, arguments: &[&str]) -> Run {
        run(self.annalist().args(arguments))
    }

    /// Builds, and insists that it worked.
    pub fn build(&self) -> Run {
        let run = self.run(&["build"]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        run
    }

    /// The files of the site by path.
    pub fn site(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.path("site"))
    }

    /// A page or another file of text of the site.
    pub fn page(&self, path: &str) -> String {
        let path = self.path("site").join(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// The lines of a data file of the site: `events`, `actors`, ….
    pub fn data(&self, name: &str) -> Vec<Value> {
        json_lines(&self.page(&format!("data/{name}.jsonl")))
    }

    /// The line of a data file whose `key` is `value`.
    pub fn line(&self, name: &str, key: &str, value: &str) -> Value {
        let lines = self.data(name);
        let found = lines.iter().find(|line| line[key] == value);
        found.unwrap_or_else(|| panic!("no line of {name} has {key} = {value}")).clone()
    }

    /// What `check --json` finds, everything included.
    pub fn findings(&self) -> Vec<Value> {
        json_lines(&self.run(&["check", "--json", "--level", "info"]).stdout)
    }
}

/// The program, free of what the environment says. `ANNALIST_BIN` names another than cargo built.
pub fn program() -> Command {
    let mut command = match std::env::var_os("ANNALIST_BIN") {
        Some(binary) => Command::new(binary),
        None => Command::cargo_bin("annalist").expect("cargo built the program"),
    };
    FROM_OUTSIDE.iter().for_each(|name| {
        command.env_remove(name);
    });
    command
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Run {
    let output = command.output().expect("the program can be started");
    let code = output.status.code().unwrap_or_else(|| panic!("killed: {:?}", output.status));
    let words = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program writes UTF-8");
    let run = Run { code, stdout: words(output.stdout), stderr: words(output.stderr) };
    assert!(code <= 3 && !run.stderr.contains("panicked"), "exit code {code}\n{}", run.stderr);
    run
}

/// Every file below a folder by path, parts joined by `/`; a file itself has the path ``.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    walk(folder).map(|path| (below(&path, folder), fs::read(&path).expect("a file of ours"))).collect()
}

/// When each file below a folder was written, and which inode it has.
pub fn stamps(folder: &Path) -> BTreeMap<String, (SystemTime, u64)> {
    walk(folder)
        .map(|path| {
            let metadata = fs::metadata(&path).expect("a file of ours");
            (below(&path, folder), (metadata.modified().expect("known on this system"), inode(&metadata)))
        })
        .collect()
}

#[cfg(unix)]
fn inode(metadata: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn inode(_metadata: &fs::Metadata) -> u64 {
    0
}

fn walk(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
    let entries = entries.map(|entry| entry.expect("a folder of ours"));
    entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path)
}

fn below(path: &Path, folder: &Path) -> String {
    path.strip_prefix(folder).expect("walked from it").to_string_lossy().replace('\\', "/")
}

/// One value per line.
pub fn json_lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

/// The words of `<main>` of a page, white space tidied. `without` are selectors of what is cut.
pub fn main_words(html: &str, without: &[&str]) -> String {
    let page = scraper::Html::parse_document(html);
    let select = |words: &str| scraper::Selector::parse(words).expect("a selector of ours");
    let cut: Vec<_> = without
        .iter()
        .flat_map(|words| page.select(&select(words)).map(|element| element.id()).collect::<Vec<_>>())
        .collect();
    let main = page.select(&select("main")).next().expect("every page has a main part");
    let texts = main.descendants().filter(|node| !node.ancestors().any(|above| cut.contains(&above.id())));
    let words: Vec<&str> = texts.filter_map(|node| node.value().as_text().map(|text| &**text)).collect();
    words.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}
