//! The house rules, so that they cannot rot: rooms and their imports, words reserved to a room,
//! length, opening comments, headers of data files, headings of the documentation.
//!
//! Every failure says where it is and what to do.

#[path = "tidy/rooms.rs"]
mod rooms;
#[path = "tidy/source.rs"]
mod source;

use std::fs;
use std::path::Path;

use annalist::diagnostic::Code;
use rooms::{ROOMS, WORDS, room_of};
use source::SourceFile;

const LONGEST_FILE: usize = 400;
const LONGEST_FUNCTION: usize = 60;
const MOST_PARAMETERS: usize = 5;

/// Folders at the top that hold no source of ours: what `.gitignore` names, raw documents, the site.
const NOT_OURS: [&str; 5] = [".git", ".annalist", "corpora", "seeds", "site"];

/// What tools make, wherever it lies.
const MADE: [&str; 2] = ["target", "node_modules"];

/// Every file of the repository that is ours, with its path below it, sorted.
fn files() -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let walk = walkdir::WalkDir::new(root).sort_by_file_name().into_iter();
    let is_one_of = |entry: &walkdir::DirEntry, names: &[&str]| names.iter().any(|name| entry.file_name() == *name);
    let is_skipped =
        |entry: &walkdir::DirEntry| is_one_of(entry, &MADE) || (entry.depth() == 1 && is_one_of(entry, &NOT_OURS));
    walk.filter_entry(|entry| !is_skipped(entry))
        .map(|entry| entry.expect("the repository can be read"))
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(root).expect("walked from it").to_string_lossy().replace('\\', "/");
            (path, fs::read(entry.path()).expect("the repository can be read"))
        })
        .collect()
}

fn rust_files() -> Vec<SourceFile> {
    let is_rust = |path: &str| path.ends_with(".rs");
    let rust = files().into_iter().filter(|(path, _)| is_rust(path));
    rust.map(|(path, bytes)| SourceFile::new(&path, &String::from_utf8_lossy(&bytes))).collect()
}

fn program_files() -> Vec<SourceFile> {
    rust_files().into_iter().filter(|file| file.path.starts_with("src/")).collect()
}

fn assert_none(failures: Vec<String>) {
    assert!(failures.is_empty(), "\n{}\n{} against the house rules\n", failures.join("\n"), failures.len());
}

#[test]
fn a_room_imports_only_what_it_may() {
    let mut failures = Vec::new();
    for file in program_files() {
        let room = room_of(&file.path).expect("below src");
        let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            failures.push(format!("{}:1: `{room}` is no room yet: add it to tests/tidy/rooms.rs", file.path));
            continue;
        };
        for (at, named) in file.rooms_named() {
            let is_room = ROOMS.iter().any(|(name, _)| *name == named);
            if is_room && named != room && allowed.is_some_and(|allowed| !allowed.contains(&&*named)) {
                let line = file.line_of(at);
                failures.push(format!("{}:{line}: `{room}` may not import `{named}`: pass the noun in", file.path));
            }
        }
    }
    assert_none(failures);
}

#[test]
fn reserved_words_stay_in_their_rooms() {
    let mut failures = Vec::new();
    for file in program_files() {
        let room = room_of(&file.path).expect("below src");
        for (word, rooms, advice) in WORDS.iter().filter(|(_, rooms, _)| !rooms.contains(&room)) {
            for at in file.uses_of(word) {
                failures.push(format!("{}:{}: `{word}` in `{room}`: {advice}", file.path, file.line_of(at)));
            }
            let belongs = if rooms.is_empty() { "no room".to_owned() } else { rooms.join(", ") };
            for at in grouped_import(&file, word) {
                failures.push(format!("{}:{}: `{word}` belongs to {belongs}: {advice}", file.path, file.line_of(at)));
            }
        }
    }
    assert_none(failures);
}

/// Where `use std::{fs, …}` brings in a word like `std::fs`.
fn grouped_import(file: &SourceFile, word: &str) -> Vec<usize> {
    let Some(inner) = word.strip_prefix("std::") else { return Vec::new() };
    let groups = file.uses_of("use std::{");
    groups
        .filter(|at| {
            let group = file.code[*at..].split(';').next().unwrap_or_default();
            group.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|part| part == inner)
        })
        .collect()
}

#[test]
fn files_and_functions_are_short() {
    let mut failures = Vec::new();
    for file in rust_files() {
        let lines = file.text.lines().count();
        if lines > LONGEST_FILE {
            failures.push(format!("{}:{lines}: more than {LONGEST_FILE} lines: give a part its own file", file.path));
        }
        for function in file.functions() {
            let place = format!("{}:{}: `{}`", file.path, function.line, function.name);
            if function.lines > LONGEST_FUNCTION {
                failures.push(format!("{place} has {} lines (at most {LONGEST_FUNCTION}): split it", function.lines));
            }
            if function.parameters > MOST_PARAMETERS {
                let count = function.parameters;
                failures
                    .push(format!("{place} has {count} parameters (at most {MOST_PARAMETERS}): make a noun of them"));
            }
        }
    }
    assert_none(failures);
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent = rust_files().into_iter().filter(|file| !file.text.starts_with("//! "));
    assert_none(silent.map(|file| format!("{}:1: open it with `//!` and what it is for", file.path)).collect());
}

#[test]
fn nothing_is_left_for_later() {
    let marks = [["TO", "DO"].concat(), ["FIX", "ME"].concat(), ["XX", "X:"].concat()];
    let mut failures = Vec::new();
    for file in rust_files() {
        for (number, line) in file.text.lines().enumerate() {
            if let Some(mark) = marks.iter().find(|mark| line.contains(mark.as_str())) {
                failures.push(format!("{}:{}: `{mark}`: do it now or open an issue", file.path, number + 1));
            }
        }
    }
    assert_none(failures);
}

#[test]
fn data_files_say_where_they_come_from() {
    let mut failures = Vec::new();
    for (path, bytes) in files() {
        if !(path.starts_with("src/") && path.ends_with(".txt")) {
            continue;
        }
        let text = String::from_utf8_lossy(&bytes);
        let header: Vec<&str> = text.lines().take_while(|line| line.starts_with('#')).collect();
        for word in ["Source:", "Licence:"] {
            if !header.iter().any(|line| line.contains(word)) {
                failures.push(format!("{path}:1: open it with a `#` comment that has `{word}`"));
            }
        }
    }
    assert_none(failures);
}

#[test]
fn no_file_names_a_folder_of_one_machine() {
    let folders = ["work", "root", "home"].map(|name| format!("/{name}/"));
    let mut failures = Vec::new();
    for (path, bytes) in files() {
        let text = String::from_utf8_lossy(&bytes);
        for (number, line) in text.lines().enumerate() {
            let is_path = |at: usize| !line[..at].ends_with(|c: char| c.is_alphanumeric() || "._-/}>".contains(c));
            let named = folders.iter().find(|folder| line.match_indices(folder.as_str()).any(|(at, _)| is_path(at)));
            if let Some(folder) = named {
                failures.push(format!("{path}:{}: `{folder}`: write a path below the repository", number + 1));
            }
        }
    }
    assert_none(failures);
}

/// The words between back-ticks in the headings of a file of `docs/`.
fn headings(name: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("docs/{name}: {error}"));
    let headings = text.lines().filter(|line| line.starts_with('#'));
    headings.flat_map(|line| line.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// Names both ways: each of `names` has a heading, each heading of the kind is one of `names`.
fn assert_documented(name: &str, names: &[String]) {
    let headings = headings(name);
    let missing = names.iter().filter(|word| !headings.contains(word));
    let unknown = headings.iter().filter(|word| !names.contains(word));
    let mut failures: Vec<String> = missing.map(|word| format!("docs/{name}: add a heading with `{word}`")).collect();
    failures.extend(unknown.map(|word| format!("docs/{name}: `{word}` does not exist: remove its heading")));
    assert_none(failures);
}

#[test]
fn every_diagnostic_code_is_documented() {
    let codes: Vec<String> = Code::ALL.iter().map(|code| code.as_str().to_owned()).collect();
    assert_documented("diagnostics.md", &codes);
}

#[test]
fn every_command_is_documented() {
    let command = annalist::cli::command();
    let names: Vec<String> = command.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    assert_documented("commands.md", &names);
}

#[test]
fn every_setting_is_documented() {
    let mut keys = fields("src/config/settings.rs", "struct SettingsFile {");
    keys.extend(fields("src/config/budget.rs", "struct BudgetFile {").iter().map(|key| format!("budget.{key}")));
    assert!(keys.len() > 10, "the fields of `SettingsFile` could not be read");
    assert_documented("settings.md", &keys);
}

/// The keys of a type that is read from a file.
fn fields(path: &str, opening: &str) -> Vec<String> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path));
    let text = text.unwrap_or_else(|error| panic!("{path}: {error}"));
    let (_, fields) = text.split_once(opening).expect("the file has the type");
    let mut renamed = None;
    let mut keys = Vec::new();
    for line in fields.lines().map(str::trim).take_while(|line| *line != "}") {
        if let Some((_, name)) = line.split_once("rename = \"") {
            renamed = name.split('"').next().map(str::to_owned);
        } else if let Some((key, _)) = line.split_once(": Option<") {
            keys.push(renamed.take().unwrap_or_else(|| key.to_owned()));
        }
    }
    keys
}

#[test]
fn the_reader_of_source_sees_through_strings_comments_and_tests() {
    let text = "//! x\nfn f<T: Fn(u8) -> u8>(&self, a: (u8, u8), b: T) {\n  let s = \"fn g( unwrap()\"; // unwrap()\n  \
                let c = '\"'; let r = r#\"unwrap()\"#;\n  x.unwrap();\n}\nuse crate::{model::A, text};\nuse super::super::page;\n\
                #[cfg(test)]\nmod tests {\n  fn t() { y.unwrap() }\n}\n";
    let file = SourceFile::new("src/output/x.rs", text);
    let lines: Vec<usize> = file.uses_of("unwrap()").map(|at| file.line_of(at)).collect();
    assert_eq!(lines, [5]);
    let functions = file.functions();
    assert_eq!(functions.len(), 2);
    assert_eq!((functions[0].name.as_str(), functions[0].lines, functions[0].parameters), ("f", 5, 2));
    let rooms: Vec<String> = file.rooms_named().into_iter().map(|(_, room)| room).collect();
    assert_eq!(rooms, ["model", "text", "page"]);
}
