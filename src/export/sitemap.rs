//! `sitemap.xml` (sitemaps.org 0.9) and `robots.txt` (RFC 9309).

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::config::Settings;
use crate::model::{Actor, Dossier, OutputFile, paths};

/// A sitemap may hold no more (sitemaps.org).
const MOST_PAGES: usize = 50_000;

/// The sitemap; `None` where the settings do not say where the site will stand, or ask search
/// engines to stay away. Parts of a timeline that is split are found through `timeline.html`.
pub(super) fn sitemap(dossier: &Dossier, settings: &Settings) -> Option<OutputFile> {
    let base = settings.base_url.as_deref().filter(|_| !settings.noindex)?;
    let rooms = [
        paths::HOME,
        paths::TIMELINE,
        paths::ACTORS,
        paths::AGREEMENTS,
        paths::QUOTATIONS,
        paths::REPORTED,
        paths::CONFLICTS,
        paths::SOURCES,
        paths::SEARCH,
        paths::TERMS,
        paths::ABOUT,
    ]
    .map(str::to_owned);
    let documents = dossier.documents.iter().filter(|document| document.is_listed());
    let documents = documents.map(|document| paths::document_page(&document.id));
    let has_page = |actor: &&Actor| settings.gives_page(actor);
    let actors = dossier.actors.iter().filter(has_page).map(|actor| paths::actor_page(&actor.id));
    let agreements = dossier.agreements.iter().map(|agreement| paths::agreement_page(&agreement.id));
    let corrections = (!dossier.corrections.is_empty()).then(|| paths::CORRECTIONS.to_owned());
    let pages = rooms.into_iter().chain(corrections).chain(documents).chain(actors).chain(agreements).take(MOST_PAGES);
    let bytes = write(pages.map(|page| format!("{base}{page}"))).expect("writing to memory does not fail");
    Some(OutputFile { path: paths::SITEMAP.to_owned(), bytes })
}

fn write(addresses: impl Iterator<Item = String>) -> std::io::Result<Vec<u8>> {
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let urls = writer.create_element("urlset").with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"));
    urls.write_inner_content(|writer| {
        for address in addresses {
            writer.write_event(Event::Text(BytesText::new("\n")))?;
            writer.create_element("url").write_inner_content(|writer| {
                writer.create_element("loc").write_text_content(BytesText::new(&address))?;
                Ok(())
            })?;
        }
        writer.write_event(Event::Text(BytesText::new("\n")))
    })?;
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

/// `robots.txt`; `None` where there is nothing to say. Raw copies, texts, citations, data and the search index
/// repeat what the pages show, those included that ask robots to stay away, and are never asked for. It is a
/// request, not a lock.
pub(super) fn robots(settings: &Settings) -> Option<OutputFile> {
    let text = match (&settings.base_url, settings.noindex) {
        (_, true) => "User-agent: *\nDisallow: /\n".to_owned(),
        (None, false) => return None,
        (Some(base), false) => {
            let root = folder(base);
            let repeated =
                ["raw/", "text/", "data/", "search/", "documents/*.bib$", "documents/*.ris$", "documents/*.json$"];
            let lines = repeated.map(|path| format!("Disallow: {root}{path}\n")).concat();
            format!("User-agent: *\n{lines}\nSitemap: {base}{}\n", paths::SITEMAP)
        }
    };
    Some(OutputFile { path: paths::ROBOTS.to_owned(), bytes: text.into_bytes() })
}

/// The path of an address, with a slash at both ends.
fn folder(base: &str) -> &str {
    let host = base.split_once("://").map_or(base, |(_, host)| host);
    host.find('/').map_or("/", |slash| &host[slash..])
}
