//! A workshop does no more than a change asks for, and never less.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::*;
use crate::config::{FILE_NAME, Settings, read_settings};
use crate::output::CheckSink;

const OPTIONS: BuildOptions = BuildOptions { jobs: 2, cache: CacheMode::Ignore };

fn write(root: &Path, file: &str, words: &str) -> Changes {
    let path = std::path::absolute(root.join(file)).unwrap();
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, words).unwrap();
    Changes::Paths([path].into())
}

fn settings(root: &Path) -> Settings {
    read_settings(&root.join(FILE_NAME)).unwrap()
}

fn dossier() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (file, words) in [
        (FILE_NAME, "title = \"T\"\n"),
        ("seeds/a.txt", "Anna Weber met Paul Lind on 3 March 2020 in Geneva.\n"),
        ("seeds/b.txt", "“We agree,” Weber said on 4 March 2020.\n"),
        ("seeds/c.html", "<title>C</title><p>The bridge was closed on 5 March 2020.</p>"),
    ] {
        write(folder.path(), file, words);
    }
    folder
}

/// Length and hash of every file that a build from nothing makes.
fn built(root: &Path) -> BTreeMap<String, String> {
    let report = build(&settings(root), &OPTIONS, CheckSink::default(), &Silent).unwrap();
    report.manifest.files.into_iter().map(|file| (file.path, file.sha256)).collect()
}

#[test]
fn an_edition_after_changes_is_that_of_a_build_from_nothing() {
    let folder = dossier();
    let root = folder.path();
    let mut workshop = Workshop::new(OPTIONS);
    workshop.edition(settings(root), Changes::none(), &Silent).unwrap();
    let full = match cfg!(feature = "sqlite") {
        true => "title = \"Other\"\nbase_url = \"https://example.org/d/\"\nsqlite = true\n",
        false => "title = \"Other\"\nbase_url = \"https://example.org/d/\"\n",
    };
    let mut ever: BTreeSet<String> = BTreeSet::new();
    for (file, words) in [
        ("seeds/a.txt", "Anna Weber met Paul Lind on 6 March 2021 in Bern.\n"),
        ("seeds/new/d.txt", "Lind left on 7 March 2021.\n"),
        ("seeds/b.txt.toml", "published = 2020-03-05\ntitle = \"B\"\n"),
        (
            "authority/a.toml",
            "[[actor]]\nname = \"Bridge Office\"\nkind = \"organisation\"\nvariants = [\"The bridge\"]\n",
        ),
        ("overrides.toml", "[[rename]]\nactor = \"paul-lind\"\nname = \"Paul von Lind\"\n"),
        ("corrections.toml", "[[correction]]\ndate = 2024-06-28\nkind = \"correction\"\ntext = \"It was June.\"\n"),
        (FILE_NAME, "title = \"Other\"\nbase_url = \"https://example.org/\"\n"),
        ("seeds/e.txt", &busy()),
        (FILE_NAME, full),
        (FILE_NAME, "title = \"Other\"\n"),
        ("corrections.toml", ""),
        ("seeds/b.txt.toml", "display = \"withheld\"\n"),
        (FILE_NAME, "title = \"Other\"\ndisplay = \"metadata-only\"\n"),
        ("static/extra.txt", "more"),
        ("templates/404.html", "<p>none</p>"),
        ("seeds/a.txt.toml", "draft = true\n"),
    ] {
        let changes = write(root, file, words);
        let edition = workshop.edition(settings(root), changes, &Silent).unwrap();
        let expected = built(root);
        ever.extend(expected.keys().chain(edition.places.known.keys()).chain(edition.found().places.keys()).cloned());
        for path in &ever {
            let made = edition.file(path).unwrap().map(|made| crate::ingest::sha256(&made.bytes));
            assert_eq!(made, expected.get(path).cloned(), "{path} after {file}");
        }
    }
    for path in ["corrections.xml", "feeds/actors/anna-weber.xml", "search/index.js", "terms/h.html", "documents/e.ris"]
    {
        assert!(ever.contains(path), "{path} was never compared");
    }
}

/// A text with a feed of its actors, and with so many names that the index from A to Z is split.
fn busy() -> String {
    let met: String = (1..9).map(|day| format!("Anna Weber met Paul Lind on {day} May 2021.\n\n")).collect();
    let names = (b'a'..=b'z').flat_map(|one| (b'a'..=b'u').map(move |other| (char::from(one), char::from(other))));
    let said = names.map(|(one, other)| format!("Then {}{other}na Holm{one}{other}n left.\n\n", one.to_uppercase()));
    met + &said.collect::<String>()
}

#[test]
fn words_are_read_when_somebody_searches_and_once_for_editions_that_only_look_different() {
    let folder = dossier();
    let root = folder.path();
    let mut workshop = Workshop::new(OPTIONS);
    let first = workshop.edition(settings(root), Changes::none(), &Silent).unwrap();
    first.try_each_kind().unwrap();
    for path in ["index.html", "search.html", "documents/a.html", "none.html", "data/events.csv", "feed.xml"] {
        first.file(path).unwrap();
    }
    assert!(!first.has_found(), "nobody has searched");
    assert!(first.file("search/none.js").unwrap().is_none() && first.has_found());
    let titled = workshop.edition(settings(root), write(root, FILE_NAME, "title = \"Other\"\n"), &Silent).unwrap();
    assert!(titled.has_found(), "a title is in no index");
    let edited = workshop.edition(settings(root), write(root, "seeds/a.txt", "Words.\n"), &Silent).unwrap();
    assert!(!edited.has_found(), "other words");
}

#[test]
fn only_what_a_change_touches_is_made_again() {
    let folder = dossier();
    let root = folder.path();
    let mut workshop = Workshop::new(OPTIONS);
    let first = workshop.edition(settings(root), Changes::none(), &Silent).unwrap();
    let mut after = |changes| workshop.edition(settings(root), changes, &Silent).unwrap();

    assert!(Arc::ptr_eq(&first, &after(write(root, "site/index.html", "x"))), "nothing to do with the site");
    let again = fs::read_to_string(root.join("seeds/a.txt")).unwrap();
    assert!(Arc::ptr_eq(&first, &after(write(root, "seeds/a.txt", &again))), "saved and not changed");
    assert!(
        Arc::ptr_eq(&first, &after(Changes::Everything))
            || after(Changes::Everything).reading.dossier == first.reading.dossier
    );

    let look = after(write(root, "templates/404.html", "<p>none</p>"));
    assert!(Arc::ptr_eq(&look.reading, &first.reading) && Arc::ptr_eq(&look.places, &first.places));
    assert!(!look.is_as_sure_as(&first), "a template has to be tried");
    let styled = after(write(root, "static/annalist.css", "p { color: teal }"));
    assert!(styled.is_as_sure_as(&look) && !Arc::ptr_eq(&styled.renderer, &look.renderer));
    let titled = after(write(root, FILE_NAME, "title = \"Other\"\n"));
    assert!(titled.is_as_sure_as(&styled) && Arc::ptr_eq(&titled.places, &look.places), "a title concerns pages alone");
    let edited = after(write(root, "seeds/a.txt", "Words.\n"));
    assert!(!Arc::ptr_eq(&edited.reading, &titled.reading) && Arc::ptr_eq(&edited.renderer, &titled.renderer));
}

#[test]
fn what_changed_while_builds_failed_is_not_forgotten() {
    let folder = dossier();
    let root = folder.path();
    let mut workshop = Workshop::new(OPTIONS);
    workshop.edition(settings(root), Changes::none(), &Silent).unwrap();
    let broken = write(root, "templates/404.html", "{% if");
    assert!(workshop.edition(settings(root), broken, &Silent).is_err());
    let edited = write(root, "seeds/a.txt", "Quite other words.\n");
    assert!(workshop.edition(settings(root), edited, &Silent).is_err());
    let mended = write(root, "templates/404.html", "<p>none</p>");
    let edition = workshop.edition(settings(root), mended, &Silent).unwrap();
    let page = edition.file("documents/a.html").unwrap().unwrap();
    assert!(String::from_utf8_lossy(&page.bytes).contains("Quite other words"));
}
