//! Same seeds and settings, same bytes: wherever, whenever, in whatever order they came.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::dossier::{Dossier, files, program, run};

/// The sample, its seeds written in an order that `turn` decides, built as `arguments` say.
fn built(turn: usize, environment: &[(&str, &str)], arguments: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let dossier = Dossier::sample();
    let mut seeds: Vec<_> = files(&dossier.path("seeds")).into_iter().collect();
    fs::remove_dir_all(dossier.path("seeds")).expect("a folder of ours");
    let middle = turn % seeds.len();
    seeds.rotate_left(middle);
    if turn % 2 == 1 {
        seeds.reverse();
    }
    for (path, bytes) in seeds {
        dossier.write(&format!("seeds/{path}"), bytes);
    }
    let mut command = dossier.annalist();
    command.envs(environment.iter().copied()).arg("build").args(arguments);
    let run = run(&mut command);
    assert_eq!(run.code, 0, "{}", run.stderr);
    dossier.site()
}

fn assert_same(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>, what: &str) {
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>(), "{what}");
    for (path, bytes) in one {
        assert!(&other[path] == bytes, "{what}: {path} differs");
    }
}

#[test]
fn time_zone_language_threads_and_order_of_creation_do_not_show() {
    let first = built(0, &[("TZ", "UTC"), ("LANG", "C")], &["--jobs", "1"]);
    let far = [("TZ", "Pacific/Kiritimati"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8")];
    assert_same(&first, &built(7, &far, &["--jobs", "7"]), "Kiritimati");
    let west = [("TZ", "America/Adak"), ("LANG", "ja_JP.eucJP"), ("SOURCE_DATE_EPOCH", "1")];
    assert_same(&first, &built(4, &west, &["--jobs", "2", "--no-cache"]), "Adak");
}

#[test]
fn the_folder_the_program_is_started_in_does_not_show() {
    let dossier = Dossier::sample();
    dossier.build();
    let first = dossier.site();
    fs::remove_dir_all(dossier.path("site")).unwrap();
    let root = dossier.path("");
    let from_above = run(program().current_dir(std::env::temp_dir()).arg("-r").arg(&root).arg("build"));
    assert_eq!(from_above.code, 0, "{}", from_above.stderr);
    assert_same(&first, &dossier.site(), "--root from elsewhere");
    let settings = Path::new("..").join("annalist.toml");
    let from_below =
        run(program().current_dir(dossier.path("seeds")).arg("-c").arg(settings).args(["build", "-o", "../public"]));
    assert_eq!(from_below.code, 0, "{}", from_below.stderr);
    assert_same(&first, &files(&dossier.path("public")), "--config from below");
}

#[test]
fn times_of_files_do_not_show() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "It was sold on Monday.\n");
    dossier.build();
    let first = dossier.site();
    let old = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(86_400);
    fs::File::options().write(true).open(dossier.path("seeds/a.txt")).unwrap().set_modified(old).unwrap();
    assert_eq!(dossier.run(&["build", "--no-cache"]).code, 0);
    assert_same(&first, &dossier.site(), "an old file");
}
