//! Templates and static files: overriding, errors, hostile values.

use std::fs;

use super::*;

fn page(template: &'static str, view: Value) -> Page {
    Page { path: "x.html".to_owned(), template, view }
}

fn with_template(name: &str, text: &str) -> Result<Renderer, Error> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), text).unwrap();
    Renderer::new(Some(folder.path()), None, english())
}

#[test]
fn a_template_of_the_user_stands_in_for_ours_alone() {
    let renderer = with_template("404.html", "<p>{{ head.title }}</p>").unwrap();
    let file = renderer.render(&page("404.html", serde_json::json!({"head": {"title": "<&\0>"}}))).unwrap();
    assert_eq!(String::from_utf8(file.bytes).unwrap(), "<p>&lt;&amp;\u{FFFD}&gt;</p>");
    assert!(renderer.engine.contains_template("home.html"));
}

#[test]
fn json_in_a_script_cannot_leave_it() {
    let renderer =
        with_template("404.html", "<script type=\"application/ld+json\">{{ v | script_json }}</script>").unwrap();
    for hostile in
        ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "&lt;/script&gt;", "a\u{2028}b\"\\", "{{ 7*7 }}"]
    {
        let file = renderer.render(&page("404.html", serde_json::json!({"v": {"name": hostile}}))).unwrap();
        let html = String::from_utf8(file.bytes).unwrap();
        let json =
            html.strip_prefix("<script type=\"application/ld+json\">").unwrap().strip_suffix("</script>").unwrap();
        assert!(!json.contains(['<', '>', '&', '\u{2028}']), "{json}");
        let read: Value = serde_json::from_str(json).unwrap();
        assert_eq!(read["name"], hostile);
    }
}

#[test]
fn a_broken_template_is_named_with_its_line() {
    let error = with_template("home.html", "{% extends \"base.html\" %}\n{% block main %}\n{{ title").unwrap_err();
    let Error::Template { name, message } = &error else { panic!("{error}") };
    assert_eq!(name, "home.html");
    assert!(message.contains("home.html:3"), "{message}");
    assert_eq!(error.exit_code(), 3);
}

#[test]
fn a_name_the_view_does_not_have_is_reported_with_those_it_has() {
    let renderer = with_template("404.html", "\n{{ titel }}").unwrap();
    let error = renderer.render(&page("404.html", serde_json::json!({"title": "x"}))).unwrap_err();
    let message = error.to_string();
    assert!(message.contains("404.html:2") && message.contains("titel"), "{message}");
    assert!(message.contains("Available variables: title"), "{message}");
}

#[test]
fn static_files_are_overridden_and_added_one_by_one() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("fonts")).unwrap();
    for (name, text) in [("annalist.css", "mine"), ("fonts/a.txt", "font"), (".hidden", "no")] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let assets = Renderer::new(None, Some(folder.path()), english()).unwrap().assets().unwrap();
    let files: Vec<_> = assets.iter().map(|file| (file.path.as_str(), file.bytes.as_slice())).collect();
    assert_eq!(files[..2], [("static/annalist.css", &b"mine"[..]), ("static/fonts/a.txt", b"font")]);
    let is_ours = |path: &str| path.starts_with("static/search/") || path == paths::TIMELINE_SCRIPT;
    assert!(files[2..].iter().all(|(path, _)| is_ours(path)), "ours, and nothing hidden");
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret"), "secret").unwrap();
    let folder = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(outside.path().join("secret"), folder.path().join("leak.txt")).unwrap();
    std::os::unix::fs::symlink(outside.path(), folder.path().join("leaks")).unwrap();
    let assets = Renderer::new(None, Some(folder.path()), english()).unwrap().assets().unwrap();
    assert!(assets.iter().all(|file| !file.path.contains("leak")));
}

#[test]
fn the_style_sheet_keeps_its_budget_and_asks_for_nothing() {
    let css = STATICS.get_file("annalist.css").unwrap().contents_utf8().unwrap();
    assert!(css.len() <= 16 * 1024, "{}", css.len());
    assert!(!css.contains("url(") && !css.contains("@import"));
}

#[test]
fn scripts_keep_their_budget_and_make_no_pages_of_words() {
    let mut scripts: Vec<_> = STATICS.get_dir("search").unwrap().files().collect();
    let names: Vec<_> = scripts.iter().map(|file| file.path().to_string_lossy().replace('\\', "/")).collect();
    assert_eq!(names, ["hits", "page", "query", "words"].map(|name| format!("search/{name}.js")));
    let size = |name: &str| STATICS.get_file(name).unwrap().contents().len();
    assert!(size("search/hits.js") <= 5 * 1024, "every document loads it");
    assert!(scripts.iter().map(|file| file.contents().len()).sum::<usize>() <= 40 * 1024);
    assert!(size("timeline.js") <= 8 * 1024);
    scripts.extend(STATICS.get_file("timeline.js"));
    for file in scripts {
        let script = file.contents_utf8().unwrap();
        let never = [
            "innerHTML",
            "outerHTML",
            "insertAdjacent",
            "document.write",
            "eval(",
            "Function(",
            "fetch(",
            "import(",
            "XMLHttp",
        ];
        for word in never {
            assert!(!script.contains(word), "{}: {word}", file.path().display());
        }
    }
}

/// The words the program was written with.
fn english() -> Arc<Phrasebook> {
    Arc::new(Phrasebook::new("en", None).unwrap())
}

#[test]
fn templates_say_messages_with_their_variables_and_escape_them() {
    let renderer =
        with_template("404.html", r#"{{ t(id="count-events", n=n) }} {{ t(id="verbatim", words=w) }}"#).unwrap();
    let file = renderer.render(&page("404.html", serde_json::json!({"n": 2, "w": "<b>"}))).unwrap();
    assert_eq!(String::from_utf8(file.bytes).unwrap(), "2 events &lt;b&gt;");
    let renderer = with_template("404.html", r#"{{ t(id="no-such-message") }}"#).unwrap();
    let error = renderer.render(&page("404.html", serde_json::json!({}))).unwrap_err();
    assert!(error.to_string().contains("no-such-message"), "{error}");
}
