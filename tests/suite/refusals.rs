//! Folders a build must not replace, and builds that fail: the old site stays.

use std::fs;
use std::path::Path;

use crate::dossier::{Dossier, Run, files};

fn refused(dossier: &Dossier, output: &str, reason: &str) -> Run {
    let before = files(&dossier.path(""));
    let run = dossier.run(&["build", "--output", output]);
    assert_eq!(run.code, 2, "{output}: {}", run.stderr);
    assert!(run.stderr.contains("will not build into"), "{}", run.stderr);
    assert!(run.stderr.contains(reason), "{output} should say `{reason}`: {}", run.stderr);
    assert!(run.stderr.contains("hint:"), "{}", run.stderr);
    assert_eq!(files(&dossier.path("")), before, "{output}");
    run
}

#[test]
fn a_folder_that_holds_something_else_is_refused() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "Words.\n").write("photos/holiday.jpg", "not ours");
    refused(&dossier, "photos", "it holds `holiday.jpg`");
}

#[test]
fn the_root_the_seeds_the_dossier_and_what_holds_it_are_refused() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "Words.\n").write("seeds/below/b.txt", "Words.\n");
    refused(&dossier, "/", "root of the file system");
    refused(&dossier, ".", "would replace what the site is made from");
    refused(&dossier, "seeds", "would replace what the site is made from");
    refused(&dossier, "seeds/below", "it is in `");
    refused(&dossier, "seeds/new", "it is in `");
    refused(&dossier, "..", "is in it");
    refused(&dossier, "seeds/../seeds", "would replace");
    refused(&dossier, "annalist.toml", "it is no folder");
}

#[test]
fn the_home_folder_is_refused() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "Words.\n");
    let home = tempfile::tempdir().unwrap();
    let command = |output: &Path| {
        let mut command = dossier.annalist();
        command.env("HOME", home.path()).arg("build").arg("--output").arg(output);
        crate::dossier::run(&mut command)
    };
    assert_eq!(command(home.path()).code, 2);
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
    assert_eq!(command(&home.path().join("public")).code, 0);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_refused_folder_is_refused() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "Words.\n");
    std::os::unix::fs::symlink("seeds", dossier.path("public")).unwrap();
    let run = dossier.run(&["build", "--output", "public"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert_eq!(files(&dossier.path("seeds")).len(), 1);
}

#[test]
fn a_refused_folder_is_refused_before_anything_is_read() {
    let dossier = Dossier::new();
    dossier.write("seeds/empty.txt", "").write("other/mine.txt", "mine");
    assert!(!refused(&dossier, "other", "mine.txt").stderr.contains("file-empty"));
}

#[test]
fn files_of_others_are_kept_and_one_in_the_way_stops_the_build() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "Words.\n");
    dossier.build();
    dossier.write("site/CNAME", "example.org\n").write("site/.git/config", "[core]\n");
    dossier.write("seeds/b.txt", "More words.\n");
    dossier.build();
    assert_eq!(dossier.page("CNAME"), "example.org\n");
    assert_eq!(dossier.page(".git/config"), "[core]\n");
    dossier.write("site/documents/c.html", "somebody wrote this").write("seeds/c.txt", "Third words.\n");
    let before = dossier.site();
    let run = dossier.run(&["build"]);
    assert!(run.code == 2 || run.code == 3, "{}", run.stderr);
    assert!(run.stderr.contains("documents/c.html"), "{}", run.stderr);
    assert_eq!(dossier.site(), before);
}

#[test]
fn a_broken_template_leaves_the_old_site_and_names_file_and_line() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "Words.\n");
    dossier.build();
    let before = dossier.site();
    dossier.write("templates/document.html", "{% extends \"base.html\" %}\n{% block main %}\n{{ title.\n");
    let run = dossier.run(&["build"]);
    assert_eq!(run.code, 3);
    assert!(run.stderr.contains("document.html"), "{}", run.stderr);
    assert!(run.stderr.contains("3") || run.stderr.contains("4"), "{}", run.stderr);
    assert_eq!(dossier.site(), before);
}

#[test]
fn a_template_that_fails_while_rendering_leaves_the_old_site_and_names_file_and_line() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "Words.\n");
    dossier.build();
    let before = dossier.site();
    let template =
        "{% extends \"base.html\" %}\n{% block main %}\n\n<p>{{ nobody.gave.this }}</p>\n{% endblock main %}\n";
    dossier.write("templates/document.html", template).write("seeds/b.txt", "More.\n");
    let run = dossier.run(&["build"]);
    assert_eq!(run.code, 3, "{}", run.stderr);
    assert!(run.stderr.contains("document.html:4"), "{}", run.stderr);
    assert_eq!(dossier.site(), before);
    assert!(!dossier.path(".site.staging").exists());
}

#[test]
fn a_template_of_the_user_replaces_ours() {
    let dossier = Dossier::new();
    let template = "{% extends \"base.html\" %}\n{% block main %}<p>Mine: {{ title.words }}</p>{% endblock main %}\n";
    dossier.write("seeds/a.txt", "First words of it.\n").write("templates/document.html", template);
    dossier.build();
    assert!(dossier.page("documents/a.html").contains("<p>Mine: First words of it"));
}
