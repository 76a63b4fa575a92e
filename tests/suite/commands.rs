//! `init`, `build`, `check`, `version`: what they make, what they say, how they end.

use std::fs;

use crate::dossier::{Dossier, program, run};

#[test]
fn init_starts_a_dossier_and_keeps_what_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let first = run(program().current_dir(folder.path()).args(["init", "mine"]));
    assert_eq!(first.code, 0, "{}", first.stderr);
    let settings = folder.path().join("mine/annalist.toml");
    fs::write(&settings, "title = \"Kept\"\n").unwrap();
    fs::write(folder.path().join("mine/seeds/a.txt"), "On 3 March 2020 the bridge was closed.\n").unwrap();
    let second = run(program().current_dir(folder.path()).args(["init", "mine"]));
    assert_eq!(second.code, 0, "{}", second.stderr);
    assert_eq!(fs::read_to_string(&settings).unwrap(), "title = \"Kept\"\n");
    let build = run(program().current_dir(folder.path()).args(["-r", "mine", "build"]));
    assert_eq!(build.code, 0, "{}", build.stderr);
    assert!(fs::read_to_string(folder.path().join("mine/site/index.html")).unwrap().contains("Kept"));
}

#[test]
fn init_makes_settings_that_can_be_built_with() {
    let folder = tempfile::tempdir().unwrap();
    run(program().current_dir(folder.path()).args(["init"]));
    let build = run(program().current_dir(folder.path()).args(["build"]));
    assert_eq!(build.code, 0, "{}", build.stderr);
    assert!(build.stderr.contains("0 documents"), "{}", build.stderr);
    assert!(folder.path().join("site/index.html").is_file());
}

#[test]
fn the_sample_is_built_without_a_finding() {
    let dossier = Dossier::sample();
    let build = dossier.run(&["build", "--strict"]);
    assert_eq!(build.code, 0, "{}", build.stderr);
    assert!(build.stdout.is_empty());
    assert!(build.stderr.starts_with("Built site: 10 documents"), "{}", build.stderr);
    let site = dossier.site();
    let kinds =
        ["index.html", "timeline.html", "actors.html", "sources.html", "about.html", "404.html", "data/dossier.json"];
    for path in kinds.into_iter().chain(["static/annalist.css", "documents/after-camp-david.html"]) {
        assert!(site.contains_key(path), "{path} is missing");
    }
    for name in ["documents", "events", "dates", "actors", "quotations", "reported", "agreements"] {
        assert!(site.contains_key(&format!("data/{name}.jsonl")) && site.contains_key(&format!("data/{name}.csv")));
    }
}

#[test]
fn the_counts_of_the_last_line_are_those_of_the_data() {
    let dossier = Dossier::sample();
    let said = dossier.build().stderr;
    let files = dossier.data("documents").iter().filter(|line| line["story"].is_null()).count();
    let (events, actors) = (dossier.data("events").len(), dossier.data("actors").len());
    let counts = format!("{files} documents, {events} events, {actors} actors,");
    assert!(said.contains(&counts), "{said} should say {counts}");
}

#[test]
fn every_evidence_is_the_words_at_its_place() {
    let dossier = Dossier::sample();
    dossier.build();
    let mut checked = 0;
    for event in dossier.data("events") {
        for evidence in event["evidence"].as_array().unwrap() {
            let document = dossier.line("documents", "id", evidence["document"].as_str().unwrap());
            let text = dossier.page(document["text"].as_str().unwrap());
            let place = |key: &str| usize::try_from(evidence[key].as_u64().unwrap()).unwrap();
            let words = text[place("start")..place("end")].split_whitespace().collect::<Vec<_>>().join(" ");
            let said = evidence["text"].as_str().unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(words, said, "{}", event["id"]);
            checked += 1;
        }
    }
    assert!(checked > 50, "only {checked}");
}

#[test]
fn strict_and_check_exit_with_one_where_there_is_a_warning() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "Words.\n").write("seeds/empty.txt", "");
    assert_eq!(dossier.run(&["build"]).code, 0);
    let strict = dossier.run(&["build", "--strict"]);
    assert_eq!(strict.code, 1);
    assert!(strict.stderr.contains("seeds/empty.txt: warning[file-empty]"), "{}", strict.stderr);
    assert!(dossier.path("site/documents/a.html").is_file());
    let check = dossier.run(&["check"]);
    assert_eq!(check.code, 1);
    assert!(check.stdout.is_empty());
    assert_eq!(dossier.run(&["check", "--level", "error"]).code, 0);
}

#[test]
fn check_writes_nothing_and_its_json_has_every_key() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "Words.\n").write("seeds/a.txt.toml", "\n  titel = \"A\"\n");
    let check = dossier.run(&["check", "--json"]);
    assert_eq!(check.code, 1);
    let expected = "{\"file\":\"seeds/a.txt.toml\",\"line\":2,\"column\":3,\"level\":\"warning\",\
                    \"code\":\"statement-key-unknown\",\"message\":\"unknown key `titel`\",\
                    \"hint\":\"did you mean `title`?\"}\n";
    assert_eq!(check.stdout, expected);
    assert!(!dossier.path("site").exists());
    assert!(!dossier.path(".annalist").exists());
}

#[test]
fn an_unknown_setting_names_the_nearest_key_and_its_place() {
    let dossier = Dossier::new();
    dossier.write("annalist.toml", "title = \"A\"\nouput = \"public\"\n");
    for command in ["build", "check"] {
        let run = dossier.run(&[command]);
        assert_eq!(run.code, 2);
        assert!(run.stderr.contains("annalist.toml:2:1"), "{}", run.stderr);
        assert!(run.stderr.contains("`output`"), "{}", run.stderr);
    }
    assert!(!dossier.path("site").exists());
}

#[test]
fn settings_are_found_from_a_folder_below() {
    let dossier = Dossier::new();
    dossier.write("annalist.toml", "title = \"From below\"\n").write("seeds/deep/down/a.txt", "Words.\n");
    let build = run(program().current_dir(dossier.path("seeds/deep/down")).args(["build"]));
    assert_eq!(build.code, 0, "{}", build.stderr);
    assert!(dossier.page("index.html").contains("From below"));
}

#[test]
fn a_usage_error_is_two_and_help_is_for_standard_output() {
    let dossier = Dossier::new();
    for arguments in [&["biuld"][..], &["build", "--base-url", "example.org"], &["extract"], &["build", "-r", "none"]] {
        assert_eq!(dossier.run(arguments).code, 2, "{arguments:?}");
    }
    for arguments in [&["--help"][..], &["build", "--help"], &["--version"], &["version"], &["completions", "bash"]] {
        let run = dossier.run(arguments);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{arguments:?}");
        assert!(!run.stdout.is_empty());
    }
}

#[test]
fn an_address_gives_a_feed_and_a_sitemap_and_no_address_none() {
    let dossier = Dossier::sample();
    dossier.build();
    assert!(!dossier.site().contains_key("feed.xml"));
    assert_eq!(dossier.run(&["build", "--base-url", "https://example.org/dossier"]).code, 0);
    assert!(dossier.page("sitemap.xml").contains("<loc>https://example.org/dossier/timeline.html</loc>"));
    let feed = dossier.page("feed.xml");
    assert!(feed.contains("https://example.org/dossier/documents/after-camp-david.html"));
    assert!(feed.contains("2023-08-19T00:00:00"), "{feed}");
}

#[test]
fn quiet_says_nothing_of_a_good_build() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "Words.\n").write("seeds/empty.txt", "");
    let run = dossier.run(&["--quiet", "build"]);
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""));
}
