//! [`Answer`]: what a request is answered with.

use std::io::{self, Write};
use std::sync::Arc;

use super::media::media_type;
use super::request::{Method, Refusal, Request, decoded};
use super::shown::{Failure, Reader, Ready, Shown, Whole};
use crate::config::Settings;
use crate::model::paths;

/// The script that reloads a page; where the preview has it no site has a file.
const SCRIPT: &str = include_str!("client/preview.js");
/// The line that a browser finds behind the last byte of a page.
const TAG: &str = include_str!("client/tag.html");
/// The same where the page is what a document tells by itself, with words that say so.
const TAG_ALONE: &str = include_str!("client/alone.html");
/// What is shown before there is a site, and in place of a page that cannot be made.
const BARE: &str = include_str!("client/bare.html");

/// Paths that begin so are the preview's own.
const OWN: &str = "/.annalist/";
/// The channel that tells a page of news.
pub(super) const EVENTS: &str = "/.annalist/events";

/// An answer, ready to be sent.
#[derive(Debug)]
pub(super) struct Answer {
    /// `200 OK`.
    pub status: &'static str,
    /// The `Content-Type`.
    pub media: &'static str,
    /// Where to go instead.
    pub location: Option<String>,
    /// The file.
    pub body: Arc<Vec<u8>>,
    /// What comes behind it.
    pub tail: String,
    /// Another where the answer is another; empty for what is not of the site.
    pub mark: String,
    /// How much of the dossier it tells.
    pub whole: Whole,
}

impl Answer {
    fn new(status: &'static str, media: &'static str, body: Vec<u8>) -> Self {
        let (tail, mark) = (String::new(), String::new());
        Self { status, media, location: None, body: Arc::new(body), tail, mark, whole: Whole::Dossier }
    }

    /// Words for a program or a person without a browser.
    fn words(status: &'static str, words: &str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", format!("{words}\n").into_bytes())
    }

    /// Why nothing is answered; `None` where nobody listens.
    pub(super) fn refusal(why: Refusal) -> Option<Self> {
        match why {
            Refusal::Malformed => Some(Self::words("400 Bad Request", "This is no request for a page.")),
            Refusal::TooLong => Some(Self::words("431 Request Header Fields Too Large", "The request is too long.")),
            Refusal::Method => Some(Self::words("405 Method Not Allowed", "Only GET and HEAD are answered.")),
            Refusal::Silent => None,
        }
    }

    /// The answer to a request for another host or from a foreign page.
    pub(super) fn foreign() -> Self {
        Self::words("403 Forbidden", "This preview answers only to its own address, and only to its own pages.")
    }

    /// The answer where too many ask at once.
    pub(super) fn busy() -> Self {
        Self::words("503 Service Unavailable", "Too many connections.")
    }

    /// The file asked for, with the line that makes a browser's page reload.
    pub(super) fn of(request: &Request, shown: &Shown) -> Self {
        if request.path.starts_with(OWN) {
            return match request.path.strip_prefix(OWN) {
                Some("preview.js") => Self::new("200 OK", "text/javascript; charset=utf-8", SCRIPT.as_bytes().to_vec()),
                _ => Self::words("404 Not Found", "The preview has no such file."),
            };
        }
        let reader = if request.wants_html { Reader::Browser } else { Reader::Program };
        let mut answer = Self::of_site(&request.path, shown, reader);
        if request.wants_html && answer.media.starts_with("text/html") {
            let tag = if answer.whole == Whole::Document { TAG_ALONE } else { TAG };
            answer.tail = tag.replace("{mark}", &answer.mark);
        } else if answer.mark.is_empty() && answer.location.is_none() {
            let failure = shown.failure().map_or_else(|| "The first build is not done.".to_owned(), |why| words(&why));
            return Self::words(answer.status, &failure);
        }
        answer
    }

    /// The file of the site at a path, or what a server shows where there is none.
    pub(super) fn of_site(path: &str, shown: &Shown, reader: Reader) -> Self {
        let Some(wanted) = site_path(path, shown) else {
            let base = shown.with_settings(base_path).filter(|base| path == "/" && base != "/");
            return match base {
                Some(base) => Self { location: Some(base), ..Self::words("302 Found", "The site stands below.") },
                None => Self::missing(shown),
            };
        };
        match shown.file(&wanted, reader) {
            Ok(Some(ready)) => Self::ready("200 OK", &wanted, ready),
            Ok(None) => Self::missing(shown),
            Err(error) => {
                shown.fail(&error);
                Self::bare("500 Internal Server Error")
            }
        }
    }

    fn ready(status: &'static str, path: &str, ready: Ready) -> Self {
        let Ready { bytes: body, mark, whole } = ready;
        Self { body, mark: mark.to_string(), whole, ..Self::new(status, media_type(path), vec![]) }
    }

    fn missing(shown: &Shown) -> Self {
        match shown.file(paths::MISSING, Reader::Program) {
            Ok(Some(ready)) => Self::ready("404 Not Found", paths::MISSING, ready),
            _ => Self::bare("503 Service Unavailable"),
        }
    }

    fn bare(status: &'static str) -> Self {
        Self::new(status, "text/html; charset=utf-8", BARE.as_bytes().to_vec())
    }

    /// Sends it.
    pub(super) fn send(&self, to: &mut impl Write, method: Method) -> io::Result<()> {
        let mut head = format!(
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n",
            self.status,
            self.media,
            self.body.len() + self.tail.len()
        );
        if let Some(location) = &self.location {
            head.push_str(&format!("Location: {location}\r\n"));
        }
        if self.status.starts_with("405") {
            head.push_str("Allow: GET, HEAD\r\n");
        }
        head.push_str(COMMON);
        to.write_all(head.as_bytes())?;
        if method == Method::Get {
            to.write_all(&self.body)?;
            to.write_all(self.tail.as_bytes())?;
        }
        to.flush()
    }
}

/// Headers of every answer: nothing is kept, guessed at, framed or read by another origin.
pub(super) const COMMON: &str = "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n\
                                 Cross-Origin-Resource-Policy: same-origin\r\nX-Frame-Options: SAMEORIGIN\r\n\
                                 Vary: Accept\r\nConnection: close\r\n\r\n";

fn words(failure: &Failure) -> String {
    let hint = failure.hint.as_ref().map_or_else(String::new, |hint| format!("\nhint: {hint}"));
    format!("{}{hint}", failure.message)
}

/// The path below the site's folder that an address means; `None` where the site does not stand.
pub(super) fn site_path(path: &str, shown: &Shown) -> Option<String> {
    let base = shown.with_settings(|settings| decoded(&base_path(settings))).flatten();
    let below = path.strip_prefix(base.as_deref().unwrap_or("/"))?;
    Some(if below.is_empty() || below.ends_with('/') { format!("{below}index.html") } else { below.to_owned() })
}

/// The path of the site's `base_url` as it is written, from slash to slash: the preview has the site
/// where it will stand.
pub(super) fn base_path(settings: &Settings) -> String {
    let below = settings.base_url.as_deref().and_then(|url| url.split_once("://")?.1.split_once('/'));
    let path = below.map_or_else(|| "/".to_owned(), |(_, path)| format!("/{path}"));
    let is_plain =
        path.ends_with('/') && path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'?' && byte != b'#');
    if is_plain { path } else { "/".to_owned() }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn the_site_stands_below_the_path_of_its_address() {
        for (url, path) in [
            (None, "/"),
            (Some("https://example.org/"), "/"),
            (Some("https://example.org/a/b%20c/"), "/a/b%20c/"),
            (Some("https://example.org/a?b/"), "/"),
            (Some("https://example.org/a\r\nX: y/"), "/"),
        ] {
            let settings = Settings { base_url: url.map(str::to_owned), ..Settings::defaults(Path::new(".")) };
            assert_eq!(base_path(&settings), path, "{url:?}");
        }
    }
}
