//! How large a site may become: a warning, never a build that fails.

use crate::dossier::Dossier;

/// The codes that `check` finds, by the words of a user.
fn codes(dossier: &Dossier) -> Vec<String> {
    dossier.findings().iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_weighs_more_than_allowed_is_told_and_built_all_the_same() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "On 3 March 2020 the bridge was closed.\n");
    assert_eq!(codes(&dossier), [""; 0]);
    dossier.write("static/own.css", format!("/* {} */", "x".repeat(16_000)));
    dossier.write("static/own.js", format!("// {}", "x".repeat(20_000)));
    assert_eq!(codes(&dossier), ["style-over-budget", "script-over-budget"]);
    let build = dossier.build();
    assert!(build.stderr.contains("annalist.toml: warning[style-over-budget]"), "{}", build.stderr);
    assert!(build.stderr.contains("2 warnings"), "{}", build.stderr);
    assert_eq!(dossier.run(&["build", "--strict"]).code, 1);
    assert_eq!(dossier.run(&["check"]).code, 1);
    dossier.write("annalist.toml", "[budget]\nstyle = 0\nscript = 30000\n");
    assert_eq!(dossier.run(&["check"]).code, 0);
}

#[test]
fn the_site_is_limited_where_the_user_limits_it() {
    let dossier = Dossier::sample();
    dossier.build();
    let outside_search = |path: &&String| !(path.starts_with("search/") || path.starts_with("static/search/"));
    let site = dossier.site();
    let marker = ".annalist-manifest.json";
    let bytes: usize =
        site.keys().filter(outside_search).filter(|path| *path != marker).map(|path| site[path].len()).sum();
    let settings = String::from_utf8(std::fs::read(dossier.path("annalist.toml")).unwrap()).unwrap();
    for (limit, found) in [(bytes, &[][..]), (bytes - 1, &["site-over-budget"])] {
        dossier.write("annalist.toml", format!("{settings}\n[budget]\nsite = {limit}\n"));
        assert_eq!(codes(&dossier), found, "{limit}");
    }
}

#[test]
fn a_typical_page_is_measured_and_the_settings_of_the_budget_are_read_strictly() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "On 3 March 2020 the bridge was closed.\n");
    dossier.write("annalist.toml", "[budget]\npage = 900\n");
    assert_eq!(codes(&dossier), ["page-over-budget"]);
    dossier.write("annalist.toml", "[budget]\npages = 900\n");
    let run = dossier.run(&["check"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("annalist.toml:2:1") && run.stderr.contains("`page`"), "{}", run.stderr);
}
