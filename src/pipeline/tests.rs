//! A workshop does no more than a change asks for, and never less.

mod edits;

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
    assert!(edited.is_as_sure_as(&titled), "no kind of page is new");
    let agreed = after(write(root, "seeds/a.txt", "Minister Anna Weber signed the Norwick Accord on 4 May 2020.\n"));
    assert!(!agreed.is_as_sure_as(&edited), "the page of an agreement has to be tried");
}

/// A dossier so large that an edited document is shown before it is put together with the others.
fn large() -> tempfile::TempDir {
    let folder = dossier();
    for number in 0..300 {
        write(folder.path(), &format!("seeds/more/{number}.txt"), "The quay was closed on 6 March 2020.\n");
    }
    folder
}

#[test]
fn an_edited_document_of_many_is_shown_by_itself_before_it_is_put_together_with_them() {
    let folder = large();
    let root = folder.path();
    let mut workshop = Workshop::new(OPTIONS);
    workshop.edition(settings(root), Changes::none(), &Silent).unwrap();
    let (page, words) = ("documents/a.html", "Greta Holm met Paul Lind on 9 May 2021 in Bern.\n");
    assert!(workshop.alone(page, &Changes::none()).is_none(), "nothing changed");
    let changes = write(root, "seeds/a.txt", words);
    let alone = workshop.alone(page, &changes).expect("the document changed");
    let html = String::from_utf8_lossy(&alone.bytes).into_owned();
    assert_eq!(alone.path, page);
    assert!(html.contains("Greta Holm") && html.contains("9 May 2021") && !html.contains("Anna Weber"), "{html}");
    assert!(workshop.alone("documents/b.html", &changes).is_none(), "another document");
    assert!(workshop.alone("index.html", &changes).is_none(), "no document's page");
    assert!(workshop.alone(page, &Changes::Everything).is_none(), "nobody knows what changed");
    let decided = write(root, "overrides.toml", "[[rename]]\nactor = \"paul-lind\"\nname = \"Paul von Lind\"\n");
    assert!(workshop.alone(page, &changes.clone().and(decided.clone())).is_none(), "an editor decided, too");
    let edition = workshop.edition(settings(root), changes.and(decided), &Silent).unwrap();
    for (path, sha256) in built(root) {
        let made = edition.file(&path).unwrap().map(|made| crate::ingest::sha256(&made.bytes));
        assert_eq!(made, Some(sha256), "{path}");
    }
    assert!(workshop.alone(page, &write(root, "seeds/a.txt", words)).is_none(), "saved and not changed");
    let held = write(root, "seeds/a.txt.toml", "draft = true\n");
    workshop.edition(settings(root), held, &Silent).unwrap();
    assert!(workshop.alone(page, &write(root, "seeds/a.txt", "A draft.\n")).is_none(), "a draft has no page");
}

#[test]
fn what_may_no_longer_be_shown_is_not_shown_by_itself() {
    let folder = large();
    let root = folder.path();
    write(root, "seeds/a.txt.toml", "title = \"A\"\n");
    let mut workshop = Workshop::new(OPTIONS);
    workshop.edition(settings(root), Changes::none(), &Silent).unwrap();
    let drafted = write(root, "seeds/a.txt.toml", "draft = true\n");
    assert!(workshop.alone("documents/a.html", &drafted).is_none());
    let withheld = write(root, "seeds/a.txt.toml", "display = \"withheld\"\n");
    let alone =
        workshop.alone("documents/a.html", &withheld).map(|file| String::from_utf8_lossy(&file.bytes).into_owned());
    assert!(alone.is_none_or(|html| !html.contains("Weber")), "a withheld document tells nothing");
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
