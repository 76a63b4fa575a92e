//! Building again: what has not changed stays, what is gone goes, the cache only saves time.

use std::fs;

use crate::dossier::{Dossier, stamps};

#[test]
fn an_unchanged_rebuild_keeps_bytes_times_and_inodes() {
    let dossier = Dossier::sample();
    dossier.build();
    let (site, before) = (dossier.site(), stamps(&dossier.path("site")));
    dossier.build();
    assert_eq!(dossier.site(), site);
    let after = stamps(&dossier.path("site"));
    let touched: Vec<_> = after.iter().filter(|(path, stamp)| before.get(*path) != Some(stamp)).collect();
    assert!(touched.is_empty(), "{touched:?}");
}

#[test]
fn a_changed_document_touches_its_page_and_not_that_of_others() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "The quay was sold.\n").write("seeds/b.txt", "The crane was moved.\n");
    dossier.build();
    let before = stamps(&dossier.path("site"));
    dossier.write("seeds/b.txt", "The crane was sold.\n");
    dossier.build();
    let after = stamps(&dossier.path("site"));
    assert_eq!(before["raw/a.txt"], after["raw/a.txt"]);
    assert_eq!(before["static/annalist.css"], after["static/annalist.css"]);
    assert!(dossier.page("documents/b.html").contains("The crane was sold."));
}

#[test]
fn without_the_cache_the_bytes_are_the_same() {
    let dossier = Dossier::sample();
    dossier.build();
    let site = dossier.site();
    dossier.build();
    assert_eq!(dossier.site(), site, "from the cache");
    fs::remove_dir_all(dossier.path(".annalist")).unwrap();
    dossier.build();
    assert_eq!(dossier.site(), site, "cache deleted");
    dossier.write(".annalist/cache.redb", "no database");
    dossier.build();
    assert_eq!(dossier.site(), site, "cache damaged");
    assert_eq!(dossier.run(&["build", "--no-cache"]).code, 0);
    assert_eq!(dossier.site(), site, "cache ignored");
}

#[test]
fn a_change_of_a_sidecar_or_of_the_authority_is_seen_through_the_cache() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "Kim Weber spoke for an hour. Then Kim Weber left.\n");
    dossier.build();
    dossier.write("seeds/a.txt.toml", "title = \"An hour\"\n");
    dossier.build();
    assert_eq!(dossier.line("documents", "id", "a")["title"], "An hour");
    dossier.write("seeds/a.txt.toml", "title = \"Two hours\"\n");
    dossier.build();
    assert_eq!(dossier.line("documents", "id", "a")["title"], "Two hours");
    let actor = "[[actor]]\nname = \"Kimberly Weber\"\nkind = \"person\"\nvariants = [\"Kim Weber\"]\n";
    dossier.write("authority/people.toml", actor);
    dossier.build();
    assert_eq!(dossier.line("actors", "id", "kimberly-weber")["mentions"], 2);
}

#[test]
fn pages_of_documents_that_are_gone_go_and_files_of_others_stay() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "The quay was sold.\n").write("seeds/b.txt", "The crane was moved.\n");
    dossier.build();
    dossier.write("site/notes.txt", "not ours").write("site/documents/by-hand.html", "not ours either");
    fs::remove_file(dossier.path("seeds/b.txt")).unwrap();
    dossier.build();
    let site = dossier.site();
    assert!(!site.keys().any(|path| path.contains("/b.")), "{:?}", site.keys());
    assert!(site.contains_key("notes.txt") && site.contains_key("documents/by-hand.html"));
    assert!(!dossier.page("sources.html").contains("crane"));
}

#[test]
fn a_build_cleans_up_after_one_that_was_killed() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "Words.\n");
    dossier.build();
    let site = dossier.site();
    dossier.write(".site.staging/lock", "").write(".site.staging/building/half.html", "left behind");
    let run = dossier.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(dossier.site(), site);
    assert!(!dossier.path(".site.staging").exists());
}
