//! What may not be shown is nowhere in the site: not in a page, not in a download, not in a name.

use crate::dossier::Dossier;

/// A word that no template and no other document has.
const SECRET: &str = "Quagmirella";

fn secret_text() -> String {
    format!(
        "{SECRET} sold the harbour\n\nOn 4 May 2021 {SECRET} Weber met the mayor of {SECRET}. “{SECRET} is ours,” \
         said {SECRET} Weber on Monday.\n\nThe mayor of {SECRET} agreed.\n\nDisclaimer: what {SECRET} says may be wrong.\n\n\
         By {SECRET}\n\nLeave a Reply\n\nYour email address will not be published.\n"
    )
}

fn assert_hidden(dossier: &Dossier) {
    for (path, bytes) in dossier.site() {
        // A calendar breaks its lines inside words.
        let text = String::from_utf8_lossy(&bytes).replace("\r\n ", "").to_lowercase();
        assert!(!text.contains(&SECRET.to_lowercase()), "{path} tells the secret");
        assert!(!path.to_lowercase().contains(&SECRET.to_lowercase()), "{path} is called by the secret");
    }
}

fn plain_neighbour(dossier: &Dossier) {
    dossier.write("seeds/neighbour.txt", "Anna Weber signed on 4 May 2021.\n\n“It is done,” said Anna Weber.\n");
}

#[test]
fn a_draft_leaves_no_trace() {
    let dossier = Dossier::new();
    plain_neighbour(&dossier);
    dossier.write("seeds/open.md", format!("+++\ndraft = true\n+++\n\n{}", secret_text()));
    dossier.write(&format!("seeds/{SECRET}.txt"), secret_text());
    dossier.write(&format!("seeds/{SECRET}.txt.toml"), format!("draft = true\nauthor = \"{SECRET}\"\n"));
    dossier.build();
    assert_hidden(&dossier);
    assert_eq!(dossier.data("documents").len(), 1);
    assert_eq!(dossier.run(&["build", "--drafts"]).code, 0);
    assert!(dossier.page("documents/open.html").contains(SECRET));
}

#[test]
fn a_withheld_document_has_a_page_and_nothing_on_it() {
    let dossier = Dossier::new();
    plain_neighbour(&dossier);
    let sidecar = format!(
        "display = \"withheld\"\ntitle = \"{SECRET}\"\nauthor = \"{SECRET}\"\npublisher = \"{SECRET}\"\n\
         url = \"https://example.org/{SECRET}\"\npublished = 2021-05-06\n"
    );
    dossier.write("seeds/held.txt", secret_text()).write("seeds/held.txt.toml", sidecar);
    assert_eq!(dossier.run(&["build", "--base-url", "https://example.org/"]).code, 0);
    assert_hidden(&dossier);
    assert!(dossier.page("documents/held.html").contains("withheld"));
    let line = dossier.line("documents", "id", "held");
    assert_eq!(line["display"], "withheld");
    let known = line.as_object().unwrap().iter().filter(|(_, value)| value.is_string()).map(|(key, _)| key.as_str());
    assert!(known.clone().all(|key| ["id", "page", "display"].contains(&key)), "{:?}", known.collect::<Vec<_>>());
}

#[test]
fn a_dossier_of_withheld_documents_shows_nothing_of_them() {
    let dossier = Dossier::new();
    dossier.write("annalist.toml", "display = \"withheld\"\n");
    dossier.write("seeds/held.txt", secret_text()).write("seeds/held.html", format!("<p>{}</p>", secret_text()));
    dossier.build();
    assert_hidden(&dossier);
}

#[test]
fn a_document_of_metadata_shows_its_metadata_and_nothing_of_its_text() {
    let dossier = Dossier::new();
    plain_neighbour(&dossier);
    dossier.write("seeds/meta.txt", secret_text());
    dossier
        .write("seeds/meta.txt.toml", "display = \"metadata-only\"\ntitle = \"A letter\"\nauthor = \"Anna Weber\"\n");
    dossier.build();
    assert_hidden(&dossier);
    assert!(dossier.page("documents/meta.html").contains("A letter"));
    assert!(dossier.page("documents/meta.html").contains("Anna Weber"));
}

#[test]
fn the_title_of_a_document_of_metadata_is_not_made_from_its_text() {
    let dossier = Dossier::new();
    let text = format!("On 4 May 2021 {SECRET} Weber met the mayor of {SECRET}, who agreed to everything.\n");
    dossier.write("seeds/meta.txt", text).write("seeds/meta.txt.toml", "display = \"metadata-only\"\n");
    dossier.build();
    assert_hidden(&dossier);
}

#[test]
fn an_excerpt_shows_its_opening_and_its_evidence_and_not_the_rest() {
    let dossier = Dossier::new();
    let filler = "The weather was mild and nobody minded the wait at the gate.\n\n".repeat(20);
    let rest = SECRET.to_lowercase();
    let text = format!("Weber signed it on 4 May 2021.\n\n{filler}The last line is about a {rest} and ends here.\n");
    dossier.write("seeds/part.txt", text).write("seeds/part.txt.toml", "display = \"excerpt\"\n");
    dossier.build();
    assert_hidden(&dossier);
    assert!(dossier.page("documents/part.html").contains("signed it on <time"));
    assert!(!dossier.site().keys().any(|path| path.starts_with("raw/") || path.starts_with("text/")));
}

#[test]
fn an_export_holds_what_a_page_shows_and_no_more() {
    for (display, told) in [("full", true), ("excerpt", true), ("metadata-only", false), ("withheld", false)] {
        let dossier = Dossier::new();
        plain_neighbour(&dossier);
        let sentences: String = (1..9)
            .map(|day| format!("On {day} May 2021 {SECRET} Weber met {SECRET} Brandt in {SECRET}.\n\n"))
            .collect();
        dossier.write("seeds/a.txt", sentences).write("seeds/a.txt.toml", format!("display = \"{display}\"\n"));
        let run = dossier.run(&["build", "--base-url", "https://example.org/"]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        let site = dossier.site();
        for path in ["data/events.ics", "data/timelinejs.json", "data/network.gexf", "data/network.graphml"] {
            let text = String::from_utf8_lossy(&site[path]).replace("\r\n ", "");
            assert_eq!(text.contains(SECRET), told, "{path}: {display}");
        }
        assert_eq!(site.keys().any(|path| path.starts_with("feeds/actors/")), told, "{display}");
        assert_eq!(site.contains_key("documents/a.bib"), display != "withheld", "{display}");
        if !told {
            assert_hidden(&dossier);
        }
    }
}

#[test]
fn a_document_that_asks_robots_to_stay_away_is_in_no_feed_and_no_sitemap() {
    let dossier = Dossier::new();
    dossier.write("seeds/a.txt", "Words.\n").write("seeds/a.txt.toml", "noindex = true\npublished = 2021-05-04\n");
    dossier.write("seeds/b.txt", "Words and more.\n").write("seeds/b.txt.toml", "published = 2021-05-05\n");
    assert_eq!(dossier.run(&["build", "--base-url", "https://example.org/"]).code, 0);
    for path in ["feed.xml", "sitemap.xml"] {
        assert!(!dossier.page(path).contains("documents/a.html"), "{path}");
        assert!(dossier.page(path).contains("documents/b.html"), "{path}");
    }
    let robots = dossier.page("robots.txt");
    for line in ["Disallow: /data/", "Disallow: /raw/", "Disallow: /documents/*.bib$"] {
        assert!(robots.contains(line), "{line}");
    }
    assert!(dossier.page("documents/a.html").contains("noindex"));
    assert!(!dossier.page("documents/b.html").contains("noindex"));
}
