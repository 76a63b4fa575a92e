//! The channel that tells a page of news: server-sent events.
//!
//! `page` carries the mark of the page as it is now, `failed` why there is no newer one. The page
//! compares and decides.

use std::io::{self, ErrorKind, Write};
use std::net::TcpStream;
use std::time::Duration;

use super::answer::{Answer, COMMON, site_path};
use super::request::{Request, decoded};
use super::shown::{Failure, News, Reader, Shown};

/// How often it is looked whether the page is still there.
const LOOK: Duration = Duration::from_millis(250);

/// Tells the page of `request` what is new, until it is left.
pub(super) fn tell(stream: &mut TcpStream, request: &Request, shown: &Shown) -> io::Result<()> {
    let page = request.query.split('&').find_map(|part| decoded(part.strip_prefix("page=")?));
    let page = page.unwrap_or_else(|| "/".to_owned());
    stream.write_all(
        format!("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n{COMMON}retry: 1000\n\n").as_bytes(),
    )?;
    stream.set_nonblocking(true)?;
    let _in_view = shown.look_at(&site_path(&page, shown).unwrap_or_default());
    let mut known = 0;
    loop {
        if let Some(news) = shown.news(known, LOOK) {
            known = news.0;
            stream.set_nonblocking(false)?;
            stream.write_all(event(&news, &page, shown).as_bytes())?;
            stream.set_nonblocking(true)?;
        }
        // Nothing is expected; an end means that the page was left.
        match stream.peek(&mut [0]) {
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            _ => return Ok(()),
        }
    }
}

fn event((_, failure): &News, page: &str, shown: &Shown) -> String {
    match failure {
        Some(failure) => failed(failure),
        None => {
            let answer = Answer::of_site(page, shown, Reader::Browser);
            match shown.failure() {
                // The page itself could not be made.
                Some(failure) if answer.mark.is_empty() => failed(&failure),
                _ => format!("event: page\ndata: {}\n\n", answer.mark),
            }
        }
    }
}

fn failed(failure: &Failure) -> String {
    let words = serde_json::json!({ "message": failure.message, "hint": failure.hint });
    format!("event: failed\ndata: {words}\n\n")
}
