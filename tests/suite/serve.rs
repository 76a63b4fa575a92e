//! `serve`: the same bytes as a build, news of every change, the last good site while one fails,
//! and nobody let in who has no business here.

use std::collections::BTreeMap;
use std::process::Command;

use crate::dossier::Dossier;
use crate::preview::{Preview, start};

#[test]
fn every_file_is_that_of_a_build_and_a_browser_gets_one_line_more() {
    let dossier = Dossier::sample();
    dossier.write("seeds/page.html", "<title>Locks</title><p>On 3 March 2020 the lock at Ammern was closed.</p>");
    let (preview, site) = assert_served_as_built(&dossier, "/");
    assert_eq!(preview.get("/").body, site["index.html"]);
    let missing = preview.get("/none.html");
    assert_eq!((missing.status(), missing.body == site["404.html"]), ("404", true));
    assert!(preview.get("/.annalist/preview.js").words().contains("EventSource"));
}

#[test]
fn a_dossier_that_asks_for_every_file_is_served_as_it_is_built() {
    let dossier = Dossier::sample();
    let sqlite = if cfg!(feature = "sqlite") { "sqlite = true\n" } else { "" };
    let settings = format!("title = \"T\"\nbase_url = \"https://example.org/my/dossier/\"\n{sqlite}");
    let correction = "[[correction]]\ndate = 2024-06-28\nkind = \"correction\"\ntext = \"It was June.\"\n";
    dossier.write("annalist.toml", settings).write("corrections.toml", correction);
    let met: String = (1..9).map(|day| format!("Anna Weber met Paul Lind on {day} May 2021.\n\n")).collect();
    dossier.write("seeds/met.txt", met).write("seeds/held.txt", "Words.\n");
    dossier.write("seeds/held.txt.toml", "display = \"withheld\"\n");
    let (preview, site) = assert_served_as_built(&dossier, "/my/dossier/");
    for (path, media) in [
        ("corrections.html", "text/html; charset=utf-8"),
        ("corrections.xml", "application/xml"),
        ("feeds/actors/anna-weber.xml", "application/xml"),
        ("search/index.js", "text/javascript; charset=utf-8"),
        ("terms.html", "text/html; charset=utf-8"),
        ("documents/met.bib", "application/x-bibtex; charset=utf-8"),
        ("documents/met.ris", "application/x-research-info-systems; charset=utf-8"),
        ("documents/met.csl.json", "application/json"),
        ("data/events.ics", "text/calendar; charset=utf-8"),
        ("data/timelinejs.json", "application/json"),
        ("data/network.gexf", "application/gexf+xml"),
        ("data/network.graphml", "application/graphml+xml"),
        ("data/dossier.sqlite", "application/vnd.sqlite3"),
    ] {
        if path.ends_with(".sqlite") && !cfg!(feature = "sqlite") {
            continue;
        }
        assert!(site.contains_key(path), "{path} is not built");
        let head = preview.get(&format!("/my/dossier/{path}")).head;
        assert!(head.contains(&format!("Content-Type: {media}\r\n")), "{path}: {head}");
    }
    for path in
        ["documents/held.bib", "documents/none.ris", "search/none.js", "terms/none.html", "feeds/actors/none.xml"]
    {
        assert_eq!(preview.get(&format!("/my/dossier/{path}")).status(), "404", "{path}");
    }
}

/// Builds and starts a preview, and compares every file; `base` is where the site stands.
fn assert_served_as_built(dossier: &Dossier, base: &str) -> (Preview, BTreeMap<String, Vec<u8>>) {
    dossier.build();
    let site = dossier.site();
    let preview = Preview::of(dossier, &[]);
    let mut pages = 0;
    for (path, bytes) in site.iter().filter(|(path, _)| !path.starts_with('.')) {
        let answer = preview.get(&format!("{base}{path}"));
        assert_eq!(answer.status(), "200", "{path}");
        assert!(answer.body == *bytes, "{path} differs from the build");
        if path.ends_with(".html") {
            let visited = preview.visit(&format!("{base}{path}"));
            let tail =
                visited.body.strip_prefix(bytes.as_slice()).map(|tail| String::from_utf8_lossy(tail).into_owned());
            let tail = tail.unwrap_or_else(|| panic!("{path} does not begin as it is built"));
            assert!(tail.starts_with("<script src=\"/.annalist/preview.js\" data-mark=\""), "{tail}");
            assert_eq!(tail.lines().count(), 1);
            pages += 1;
        }
    }
    assert!(pages > 10, "{pages}");
    (preview, site)
}

#[test]
fn only_the_preview_itself_is_let_in() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "A secret draft.\n");
    let preview = Preview::of(&dossier, &[]);
    let (page, port) = ("/documents/a.html", preview.port);
    for (head, status) in [
        ("Host: {host}\r\n".to_owned(), "200"),
        (format!("Host: localhost:{port}\r\n"), "200"),
        (format!("host: [::1]:{port}\r\n"), "200"),
        ("Host: {host}\r\nOrigin: http://{host}\r\n".to_owned(), "200"),
        (format!("Host: evil.example:{port}\r\n"), "403"),
        ("Host: evil.example\r\n".to_owned(), "403"),
        (format!("Host: localhost.evil.example:{port}\r\n"), "403"),
        (format!("Host: 192.168.1.1:{port}\r\n"), "403"),
        ("Host: localhost\r\n".to_owned(), "403"),
        ("Host: localhost:1\r\n".to_owned(), "403"),
        ("Host: {host}\r\nOrigin: http://evil.example\r\n".to_owned(), "403"),
        ("Host: {host}\r\nOrigin: https://{host}\r\n".to_owned(), "403"),
        ("Host: {host}\r\nOrigin: null\r\n".to_owned(), "403"),
        ("Host: {host}\r\nHost: evil.example\r\n".to_owned(), "400"),
        (String::new(), "400"),
    ] {
        for path in [page, "/.annalist/events?page=/x", "/none"] {
            if path == page || status != "200" {
                let answer = preview.ask(&format!("GET {path} HTTP/1.1\r\n{head}\r\n"));
                assert_eq!(answer.status(), status, "{path} {head}");
                assert_eq!(answer.words().contains("secret"), status == "200", "{path} {head}");
            }
        }
    }
}

#[test]
fn no_request_leads_out_of_the_site_or_ties_the_preview_up() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "Words.\n").write("secret.txt", "secret").write("annalist.toml", "title = \"T\"\n");
    let preview = Preview::of(&dossier, &[]);
    // Clients that never finish their sentence.
    let mut slow: Vec<_> = (0..100).map(|_| preview.connect()).collect();
    slow.iter_mut().for_each(|stream| std::io::Write::write_all(stream, b"GET / HT").unwrap());
    for path in [
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/static/../../secret.txt",
        "/static/..%5c..%5csecret.txt",
        "//secret.txt",
        "/secret.txt",
        "/annalist.toml",
        "/seeds/a.txt",
        "/documents/",
        "/.annalist/cache.redb",
    ] {
        let answer = preview.get(path);
        assert_eq!(answer.status(), "404", "{path}");
        assert!(!answer.words().contains("secret"), "{path}");
    }
    let long = "x".repeat(40_000);
    for (head, status) in [
        ("GET /a%00b HTTP/1.1\r\nHost: {host}\r\n\r\n".to_owned(), "400"),
        ("GET /a%zz HTTP/1.1\r\nHost: {host}\r\n\r\n".to_owned(), "400"),
        ("GET http://{host}/ HTTP/1.1\r\nHost: {host}\r\n\r\n".to_owned(), "400"),
        ("nonsense\r\n\r\n".to_owned(), "400"),
        ("POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\n\r\n".to_owned(), "405"),
        ("OPTIONS / HTTP/1.1\r\nHost: {host}\r\n\r\n".to_owned(), "405"),
        (format!("GET / HTTP/1.1\r\nHost: {{host}}\r\nX: {long}\r\n\r\n"), "431"),
        (format!("GET / HTTP/1.1\r\nHost: {{host}}\r\n{}\r\n", "X: y\r\n".repeat(200)), "431"),
    ] {
        assert_eq!(preview.ask(&head).status(), status, "{}", head.lines().next().unwrap());
    }
    let head = preview.ask("HEAD /index.html HTTP/1.1\r\nHost: {host}\r\n\r\n");
    assert_eq!((head.status(), head.body.len()), ("200", 0));
    for line in
        ["Cache-Control: no-store", "X-Content-Type-Options: nosniff", "Cross-Origin-Resource-Policy: same-origin"]
    {
        assert!(head.head.contains(line), "{}", head.head);
    }
}

#[test]
fn every_kind_of_change_reaches_the_page() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "Anna Weber spoke on 3 March 2020.\n").write("seeds/b.txt", "Nothing is told here.\n");
    let preview = Preview::of(&dossier, &[]);
    for (file, words, page, expected) in [
        ("seeds/a.txt", "Anna Weber was heard on 4 May 2021.\n", "/documents/a.html", "was heard"),
        ("seeds/c.txt", "A new letter of the Harbour Guild came.\n", "/documents/c.html", "A new letter"),
        ("seeds/a.txt.toml", "title = \"Heard\"\n", "/index.html", "Heard"),
        ("annalist.toml", "title = \"The new title\"\n", "/about.html", "The new title"),
        (
            "authority/names.toml",
            "[[actor]]\nname = \"Guild of the Harbour\"\nkind = \"organisation\"\nvariants = [\"Harbour Guild\"]\n",
            "/actors.html",
            "Guild of the Harbour",
        ),
        ("overrides.toml", "[[date]]\ndocument = \"b.txt\"\npublished = 1999-02-03\n", "/documents/b.html", "1999"),
        (
            "corrections.toml",
            "[[correction]]\ndate = 2024-06-28\nkind = \"correction\"\ntext = \"It was June.\"\n",
            "/corrections.html",
            "It was June.",
        ),
        ("seeds/d.txt", "A zeppelin was seen.\n", "/search/texts/0.js", "zeppelin"),
        ("templates/404.html", "<p>Gone fishing</p>", "/none.html", "Gone fishing"),
        ("templates/404.html", "<p>Back again</p>", "/none.html", "Back again"),
        ("static/annalist.css", "p { color: teal }", "/static/annalist.css", "teal"),
    ] {
        let mut news = preview.news(page);
        let before = news.next();
        dossier.write(file, words);
        let after = news.other_than(&before);
        assert_eq!(after.0, "page", "{file}: {}", after.1);
        let shown = preview.get(page).words();
        assert!(shown.contains(expected), "{file}: {expected} is not in {page}");
    }
    let built = dossier.run(&["build"]);
    assert_eq!(built.code, 0, "{}", built.stderr);
    for (path, bytes) in dossier.site().iter().filter(|(path, _)| !path.starts_with('.')) {
        assert!(preview.get(&format!("/{path}")).body == *bytes, "{path} differs from a build");
    }
}

#[test]
fn an_edited_document_of_many_is_shown_at_once_and_then_as_it_is_built() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "Anna Weber spoke in Geneva on 3 March 2020.\n");
    for number in 0..400 {
        dossier.write(&format!("seeds/more/{number}.txt"), format!("Anna Weber spoke in Bern on day {number}.\n"));
    }
    let preview = Preview::of(&dossier, &[]);
    let page = "/documents/a.html";
    let mut news = preview.news(page);
    let before = news.next();
    dossier.write("seeds/a.txt", "Anna Weber was heard in Lyon on 4 May 2021.\n");
    let first = news.other_than(&before);
    let visited = preview.visit(page).words();
    assert!(visited.contains("was heard in Lyon"), "{visited}");
    let last = news.other_than(&first);
    assert_eq!((first.0.as_str(), last.0.as_str()), ("page", "page"));
    dossier.build();
    for (path, bytes) in dossier.site().iter().filter(|(path, _)| !path.starts_with('.')) {
        assert!(preview.get(&format!("/{path}")).body == *bytes, "{path} differs from a build");
    }
    let visited = preview.visit(page);
    assert!(visited.body.starts_with(&dossier.site()["documents/a.html"]) && !visited.words().contains("by itself"));
}

#[test]
fn a_style_sheet_concerns_every_page_and_a_seed_only_those_that_change() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "Words of no weight.\n");
    let preview = Preview::of(&dossier, &[]);
    let mut news = preview.news("/about.html");
    let first = news.next();
    dossier.write("seeds/a.txt", "Words of some weight.\n");
    assert_eq!(news.next(), first, "the method is told as before");
    dossier.write("static/annalist.css", "p { color: teal }");
    assert_ne!(news.next(), first);
}

#[test]
fn a_failed_build_says_why_and_keeps_the_last_good_site() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "Words.\n").write("templates/about.html", "<p>good</p>");
    let preview = Preview::of(&dossier, &[]);
    let mut news = preview.news("/about.html");
    news.named("page");
    for (file, wrong, place, right) in [
        ("templates/about.html", "<p>bad</p>\n{{ titel }}", "about.html:2:4", "<p>good</p>"),
        ("templates/about.html", "<p>bad</p>\n\n{% if", "about.html:3", "<p>good</p>"),
        ("annalist.toml", "title = \"T\"\nouput = \"x\"\n", "annalist.toml:2:1", "title = \"T\"\n"),
        ("authority/a.toml", "[[actor]]\nnam = \"X\"\n", "authority/a.toml:2", ""),
        ("overrides.toml", "\n\n[[merg]]\n", "overrides.toml:3", ""),
        ("corrections.toml", "\n[[correctoin]]\n", "corrections.toml:2", ""),
    ] {
        dossier.write(file, wrong);
        let failure: serde_json::Value = serde_json::from_str(&news.named("failed")).unwrap();
        assert!(failure["message"].as_str().unwrap().contains(place), "{file}: {failure}");
        assert_eq!(preview.get("/about.html").words(), "<p>good</p>");
        let seen_late = preview.news("/index.html").next();
        assert_eq!(seen_late.0, "failed", "who comes later is told, too");
        dossier.write(file, right);
        news.named("page");
    }
}

#[test]
fn a_first_build_that_fails_shows_why_and_then_the_site() {
    let dossier = Dossier::new();
    dossier.write("templates/home.html", "{{ titel }}");
    let preview = Preview::of(&dossier, &[]);
    let visited = preview.visit("/");
    assert_eq!(visited.status(), "503");
    assert!(visited.words().contains("/.annalist/preview.js"));
    assert!(preview.get("/").words().contains("home.html:1:4"), "a program gets the reason in words");
    let mut news = preview.news("/");
    news.named("failed");
    dossier.write("templates/home.html", "<p>here</p>");
    news.named("page");
    assert_eq!(preview.get("/").words(), "<p>here</p>");
}

#[test]
fn a_seed_that_goes_is_gone_and_its_page_with_it() {
    let dossier = Dossier::new();
    dossier.write("seeds/deep/a.txt", "Words.\n").write("seeds/b.txt", "More.\n");
    let preview = Preview::of(&dossier, &[]);
    let mut news = preview.news("/documents/deep-a.html");
    let before = news.next();
    assert_eq!(preview.get("/documents/deep-a.html").status(), "200");
    std::fs::remove_dir_all(dossier.path("seeds/deep")).unwrap();
    news.other_than(&before);
    assert_eq!(preview.get("/documents/deep-a.html").status(), "404");
}

#[test]
fn files_are_looked_at_where_the_system_tells_nothing() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "Before.\n");
    let preview = Preview::of(&dossier, &["--poll"]);
    let mut news = preview.news("/documents/a.html");
    let before = news.next();
    dossier.write("seeds/a.txt", "Afterwards.\n");
    news.other_than(&before);
    assert!(preview.get("/documents/a.html").words().contains("Afterwards"));
}

#[test]
fn the_site_stands_where_its_address_says() {
    let dossier = Dossier::new();
    dossier.write("annalist.toml", "base_url = \"https://example.org/my%20files/dossier/\"\n");
    let preview = Preview::of(&dossier, &[]);
    let moved = preview.get("/");
    assert_eq!(moved.status(), "302");
    assert!(moved.head.contains("Location: /my%20files/dossier/\r\n"), "{}", moved.head);
    assert_eq!(preview.get("/my%20files/dossier/").status(), "200");
    assert_eq!(preview.get("/my%20files/dossier/feed.xml").status(), "200");
    assert_eq!(preview.get("/index.html").status(), "404");
}

#[test]
fn a_port_that_was_named_is_had_or_refused_and_another_is_found_where_none_was() {
    let dossier = Dossier::new();
    let first = Preview::waited(start(&dossier, &[]));
    let second = Preview::waited(start(&dossier, &[]));
    assert_ne!(first.port, second.port);
    let port = first.port.to_string();
    let refused = dossier.run(&["serve", "--port", &port]);
    assert_eq!(refused.code, 3, "{}", refused.stderr);
    assert!(refused.stderr.contains(&format!("127.0.0.1:{port}")) && refused.stderr.contains("--port"));
    assert_eq!(dossier.run(&["serve", "--host", "no-such-host.invalid"]).code, 3);
}

#[test]
fn drafts_are_shown_where_asked_for_and_the_output_folder_is_left_alone() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "Words.\n").write("seeds/a.txt.toml", "draft = true\n");
    assert_eq!(Preview::of(&dossier, &[]).get("/documents/a.html").status(), "404");
    assert_eq!(Preview::of(&dossier, &["--drafts"]).get("/documents/a.html").status(), "200");
    assert!(!dossier.path("site").exists());
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_well() {
    let dossier = Dossier::new();
    let mut preview = Preview::of(&dossier, &[]);
    let _reader = preview.news("/");
    let sent = Command::new("kill").args(["-INT", &preview.child.id().to_string()]).status().unwrap();
    assert!(sent.success());
    assert_eq!(preview.child.wait().unwrap().code(), Some(0));
}
