//! Tests of the disk sink: what is refused, what is kept, what a killed run leaves.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use tempfile::TempDir;

use super::marker::{self, MARKER};
use super::staging::Exchange;
use super::{DiskSink, Protected, Sink, sync};
use crate::error::Error;
use crate::model::{Manifest, OutputFile};

type Tree = BTreeMap<String, String>;
type File<'t> = (&'t str, &'t str);

/// The two ways to swap: in one step, and by two renames.
const EXCHANGES: [Exchange; 2] = [sync::exchange, |_, _| Ok(false)];

fn fill(folder: &Path, files: &[File]) {
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// Every file below a folder but the marker, with its text; empty folders end in a slash.
fn tree(folder: &Path) -> Tree {
    let entries = walkdir::WalkDir::new(folder).min_depth(1).into_iter().map(Result::unwrap);
    entries
        .filter_map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            if entry.file_type().is_dir() {
                let is_empty = fs::read_dir(entry.path()).unwrap().next().is_none();
                return is_empty.then(|| (format!("{path}/"), String::new()));
            }
            (path != MARKER).then(|| (path, fs::read_to_string(entry.path()).unwrap_or_default()))
        })
        .collect()
}

fn as_tree(files: &[File]) -> Tree {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn put_all(sink: &DiskSink, files: &[File]) {
    for (path, text) in files {
        sink.put(OutputFile { path: (*path).to_owned(), bytes: text.as_bytes().to_vec() }).unwrap();
    }
}

fn build_with(exchange: Exchange, site: &Path, files: &[File]) -> Result<Manifest, Error> {
    let sink = DiskSink::open_with(site, &Protected::default(), exchange)?;
    put_all(&sink, files);
    sink.finish()
}

fn build(site: &Path, files: &[File]) -> Manifest {
    build_with(sync::exchange, site, files).unwrap()
}

fn reason(error: Error) -> String {
    match error {
        Error::OutputRefused { reason, .. } => reason,
        other => panic!("not refused: {other}"),
    }
}

/// A folder with a `site` inside, nothing else.
fn temporary() -> (TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().canonicalize().unwrap().join("site");
    (folder, site)
}

#[cfg(unix)]
#[test]
fn precious_folders_are_refused_and_left_alone() {
    let (folder, _) = temporary();
    let root = folder.path();
    fill(root, &[("dossier/seeds/a.txt", "a"), ("dossier/templates/x", "x"), ("photos/p.jpg", "p"), ("file", "")]);
    std::os::unix::fs::symlink(root.join("nowhere"), root.join("broken")).unwrap();
    std::os::unix::fs::symlink(root.join("dossier/seeds"), root.join("link")).unwrap();
    fill(root, &[("strange/.annalist-manifest.json", "{}")]);
    let protected = Protected {
        around: vec![root.join("dossier")],
        apart: vec![root.join("dossier/seeds"), root.join("dossier/templates"), root.join("absent/authority")],
    };
    let before = tree(root);
    for (output, why) in [
        ("/", "root"),
        (".", "is in it"),
        ("dossier", "would replace"),
        ("dossier/seeds", "would replace"),
        ("dossier/seeds/site", "it is in"),
        ("dossier/site/../templates/site", "`..`"),
        ("link", "would replace"),
        ("link/site", "it is in"),
        ("absent", "is in it"),
        ("absent/authority/site", "it is in"),
        ("photos", "p.jpg"),
        ("file", "no folder"),
        ("broken", "nowhere"),
        ("strange", "marker"),
    ] {
        let refusal = reason(DiskSink::open(&root.join(output), &protected).unwrap_err());
        assert!(refusal.contains(why), "{output}: {refusal}");
        assert_eq!(tree(root), before, "{output}");
    }
}

#[test]
fn folders_that_are_new_empty_or_hold_a_placeholder_are_accepted() {
    for present in [&[][..], &[("README.md", "r")], &[("readme.MD", "r"), (".gitkeep", ""), (".git/HEAD", "h")]] {
        for exchange in EXCHANGES {
            let (_folder, site) = temporary();
            fill(&site, present);
            build_with(exchange, &site, &[("index.html", "1")]).unwrap();
            let expected: Tree = as_tree(present).into_iter().chain(as_tree(&[("index.html", "1")])).collect();
            assert_eq!(tree(&site), expected);
        }
    }
}

#[test]
fn stale_files_and_folders_go_and_only_those() {
    for exchange in EXCHANGES {
        let (folder, site) = temporary();
        build(&site, &[("index.html", "1"), ("old/deep/page.html", "1"), ("data/events.csv", "1")]);
        fill(&site, &[("CNAME", "e.org"), ("data/mine/x.csv", "x"), ("old/notes.txt", "n"), (".git/HEAD", "h")]);
        fs::create_dir(site.join("empty")).unwrap();
        build_with(exchange, &site, &[("index.html", "2"), ("data/events.csv", "1"), ("mine/new.html", "2")]).unwrap();
        let expected = [
            (".git/HEAD", "h"),
            ("CNAME", "e.org"),
            ("data/events.csv", "1"),
            ("data/mine/x.csv", "x"),
            ("empty/", ""),
            ("index.html", "2"),
            ("mine/new.html", "2"),
            ("old/notes.txt", "n"),
        ];
        assert_eq!(tree(&site), as_tree(&expected));
        assert_eq!(tree(folder.path()).keys().filter(|path| !path.starts_with("site/")).count(), 0);
    }
}

#[test]
fn what_is_not_ours_and_in_the_way_stops_the_build_before_anything_changes() {
    for (foreign, ours) in [
        ("a.html", "a.html"),
        ("A.html", "a.html"),
        ("data", "data/x.csv"),
        ("data/x.csv", "data"),
        ("data/x/y", "data/x"),
    ] {
        let (_folder, site) = temporary();
        build(&site, &[("index.html", "1")]);
        fill(&site, &[(foreign, "foreign")]);
        let before = tree(&site);
        let refusal = reason(build_with(sync::exchange, &site, &[("index.html", "2"), (ours, "ours")]).unwrap_err());
        assert!(refusal.contains("not ours"), "{refusal}");
        assert_eq!(tree(&site), before, "{foreign} {ours}");
    }
}

#[cfg(unix)]
#[test]
fn an_unchanged_file_keeps_its_inode_and_its_time() {
    use std::os::unix::fs::MetadataExt;
    let (_folder, site) = temporary();
    build(&site, &[("same/a.html", "same"), ("changed.html", "1"), ("edited.html", "text")]);
    fs::write(site.join("edited.html"), "TEXT").unwrap();
    let state = |path: &str| {
        let metadata = site.join(path).metadata().unwrap();
        (metadata.ino(), metadata.modified().unwrap())
    };
    let before = ["same/a.html", "changed.html", "edited.html"].map(state);
    build(&site, &[("same/a.html", "same"), ("changed.html", "2"), ("edited.html", "text")]);
    assert_eq!(state("same/a.html"), before[0]);
    assert_ne!(state("changed.html").0, before[1].0);
    assert_eq!(fs::read_to_string(site.join("edited.html")).unwrap(), "text");
    let marker = state(MARKER);
    build(&site, &[("same/a.html", "same"), ("changed.html", "2"), ("edited.html", "text")]);
    assert_eq!(state(MARKER), marker);
}

#[cfg(unix)]
#[test]
fn links_in_the_old_site_are_neither_followed_nor_lost() {
    let (folder, site) = temporary();
    build(&site, &[("data/a.csv", "a"), ("b.html", "b")]);
    fs::rename(site.join("data"), folder.path().join("elsewhere")).unwrap();
    std::os::unix::fs::symlink(folder.path().join("elsewhere"), site.join("data")).unwrap();
    let refusal = reason(build_with(sync::exchange, &site, &[("data/a.csv", "a")]).unwrap_err());
    assert!(refusal.contains("`data` is not ours"), "{refusal}");
    build(&site, &[("b.html", "b")]);
    assert!(site.join("data").is_symlink());
    assert_eq!(tree(&folder.path().join("elsewhere")), as_tree(&[("a.csv", "a")]));
}

#[cfg(unix)]
#[test]
fn a_link_to_a_folder_is_built_through() {
    let (folder, site) = temporary();
    fs::create_dir(folder.path().join("real")).unwrap();
    std::os::unix::fs::symlink("real", &site).unwrap();
    build(&site, &[("index.html", "1")]);
    assert!(site.is_symlink() && folder.path().join("real/index.html").is_file());
}

#[test]
fn a_build_that_fails_leaves_the_old_site_and_no_litter() {
    let (folder, site) = temporary();
    build(&site, &[("index.html", "1")]);
    let before = tree(folder.path());
    let sink = DiskSink::open(&site, &Protected::default()).unwrap();
    put_all(&sink, &[("index.html", "2"), ("new.html", "2")]);
    assert!(sink.put(OutputFile { path: "../escape".to_owned(), bytes: vec![] }).is_err());
    assert!(sink.put(OutputFile { path: "NEW.html".to_owned(), bytes: vec![] }).is_err());
    drop(sink);
    assert_eq!(tree(folder.path()), before);
    let failing: Exchange = |_, _| Err(std::io::Error::other("the disk is on fire"));
    assert!(matches!(build_with(failing, &site, &[("index.html", "2")]), Err(Error::Write { .. })));
    assert_eq!(tree(folder.path()), before);
}

#[test]
fn a_second_build_at_the_same_time_is_refused() {
    let (_folder, site) = temporary();
    let first = DiskSink::open(&site, &Protected::default()).unwrap();
    put_all(&first, &[("index.html", "first")]);
    assert!(reason(DiskSink::open(&site, &Protected::default()).unwrap_err()).contains("another build"));
    first.finish().unwrap();
    build(&site, &[("index.html", "second")]);
}

#[test]
fn what_a_killed_run_left_is_put_right() {
    let (_origin, site) = temporary();
    let marker = String::from_utf8(marker::to_bytes(&build(&site, &[("a", "1"), ("b/c", "1")]))).unwrap();
    let marked = |name: &str| format!("{name}/{MARKER}");
    let (old, next, previous) = (marked("site"), marked(".site.staging/next"), marked(".site.staging/previous"));
    let new_site = [("site/a", "1"), ("site/b/c", "1"), (&old, &*marker)];
    let cases: [(&str, Vec<File>, &[File]); 5] = [
        ("killed while writing", vec![(".site.staging/building/a", "half")], &[("a", "1"), ("b/c", "1")]),
        (
            "killed before the exchange",
            vec![(".site.staging/next/a", "2"), (&next, &marker)],
            &[("a", "1"), ("b/c", "1")],
        ),
        (
            "killed after the exchange",
            vec![(".site.staging/next/a", "0"), (".site.staging/next/CNAME", "e.org"), (&next, &marker)],
            &[("CNAME", "e.org"), ("a", "1"), ("b/c", "1")],
        ),
        (
            "killed after the second rename",
            vec![(".site.staging/previous/b/mine", "m"), (&previous, &marker)],
            &[("a", "1"), ("b/c", "1"), ("b/mine", "m")],
        ),
        (
            "killed while the placeholder was moved",
            vec![(".site.staging/next/README.md", "r")],
            &[("README.md", "r"), ("a", "1"), ("b/c", "1")],
        ),
    ];
    for (name, left, expected) in cases {
        let (folder, site) = temporary();
        fill(folder.path(), &new_site);
        fill(folder.path(), &[(".site.staging/lock", "")]);
        fill(folder.path(), &left);
        drop(DiskSink::open(&site, &Protected::default()).unwrap());
        assert_eq!(tree(&site), as_tree(expected), "{name}");
        assert!(!folder.path().join(".site.staging").exists(), "{name}");
    }
}

#[test]
fn a_run_killed_between_two_renames_gets_its_old_site_back() {
    let (folder, site) = temporary();
    build(&site, &[("a", "old")]);
    fill(folder.path(), &[(".site.staging/lock", ""), (".site.staging/next/a", "new"), ("site/CNAME", "e.org")]);
    fs::copy(site.join(MARKER), folder.path().join(".site.staging/next").join(MARKER)).unwrap();
    fs::rename(&site, folder.path().join(".site.staging/previous")).unwrap();
    drop(DiskSink::open(&site, &Protected::default()).unwrap());
    assert_eq!(tree(&site), as_tree(&[("CNAME", "e.org"), ("a", "old")]));
}

#[test]
fn a_staging_folder_that_is_not_ours_is_refused() {
    let (folder, site) = temporary();
    fill(folder.path(), &[(".site.staging/diary.txt", "d")]);
    assert!(DiskSink::open(&site, &Protected::default()).is_err());
    assert_eq!(tree(folder.path()), as_tree(&[(".site.staging/diary.txt", "d")]));
}

fn some_files() -> impl Strategy<Value = Tree> {
    proptest::collection::btree_map("[ab](/[ab]){0,2}/[fg]", "[xy]", 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Build A, add foreign files, build B: what stands is B and the foreign files.
    #[test]
    fn a_site_is_its_last_build_and_what_is_not_ours(
        first in some_files(), second in some_files(), foreign in some_files(), two_renames in any::<bool>()
    ) {
        let (folder, site) = temporary();
        let list = |files: &Tree| -> Vec<(String, String)> { files.clone().into_iter().collect() };
        let build = |files: &Tree| {
            let files = list(files);
            let files: Vec<_> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
            build_with(EXCHANGES[usize::from(two_renames)], &site, &files).unwrap()
        };
        build(&first);
        let foreign: Tree = foreign.into_iter().map(|(path, text)| (format!("{path}.foreign"), text)).collect();
        for (path, text) in &foreign {
            fill(&site, &[(path, text)]);
        }
        let manifest = build(&second);
        prop_assert_eq!(manifest.files.len(), second.len());
        prop_assert_eq!(tree(&site), second.into_iter().chain(foreign).collect::<Tree>());
        prop_assert!(!folder.path().join(".site.staging").exists());
    }
}
