//! Golden folders: `<main>` of every page of a small dossier.
//!
//! `tests/suite/golden/NAME/` holds the dossier and `expected/`. `ANNALIST_BLESS=1` rewrites what
//! is expected; a person reads the difference. A page too many and a page too few both fail.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::dossier::{Dossier, REPOSITORY, files};

fn golden(name: &str) -> PathBuf {
    Path::new(REPOSITORY).join("tests/suite/golden").join(name)
}

/// From `<main` to `</main>`, as it stands in the page.
fn main_of(html: &str) -> &str {
    let start = html.find("<main").expect("a page has a main part");
    let end = html.rfind("</main>").expect("and its end");
    &html[start..end + "</main>".len()]
}

fn built(folder: &Path) -> BTreeMap<String, String> {
    let dossier = Dossier::new();
    for (path, bytes) in files(folder).into_iter().filter(|(path, _)| !path.starts_with("expected/")) {
        dossier.write(&path, bytes);
    }
    dossier.build();
    let pages = dossier.site().into_iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, bytes)| (path, format!("{}\n", main_of(&String::from_utf8(bytes).expect("UTF-8"))))).collect()
}

fn assert_golden(name: &str) {
    let folder = golden(name);
    let expected_folder = folder.join("expected");
    let pages = built(&folder);
    if std::env::var_os("ANNALIST_BLESS").is_some() {
        let _ = fs::remove_dir_all(&expected_folder);
        for (path, main) in &pages {
            let file = expected_folder.join(path);
            fs::create_dir_all(file.parent().expect("below the folder")).expect("the repository can be written");
            fs::write(file, main).expect("the repository can be written");
        }
        return;
    }
    let expected = files(&expected_folder);
    let left_over: Vec<_> = expected.keys().filter(|path| !pages.contains_key(*path)).collect();
    let unexpected: Vec<_> = pages.keys().filter(|path| !expected.contains_key(*path)).collect();
    assert!(
        left_over.is_empty() && unexpected.is_empty(),
        "{name}: left over {left_over:?}, unexpected {unexpected:?}"
    );
    for (path, main) in &pages {
        let wanted = String::from_utf8_lossy(&expected[path]);
        if *main != wanted {
            let pair = main.lines().zip(wanted.lines()).position(|(is, was)| is != was);
            let at = pair.unwrap_or_else(|| main.lines().count().min(wanted.lines().count()));
            let line = |text: &str| text.lines().nth(at).unwrap_or_default().to_owned();
            panic!(
                "{name}: {path}:{}\n expected {}\n is       {}\nANNALIST_BLESS=1 rewrites",
                at + 1,
                line(&wanted),
                line(main)
            );
        }
    }
}

#[test]
fn letters_of_a_harbour() {
    assert_golden("harbour");
}

#[test]
fn an_empty_dossier() {
    assert_golden("empty");
}
