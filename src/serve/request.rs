//! [`Request`]: the head of an HTTP request, as much of it as a preview needs.

use std::io::{self, Read};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use httparse::{EMPTY_HEADER, Status};

/// A head longer than this is refused, in bytes.
const LONGEST_HEAD: usize = 16 * 1024;
/// More header lines than this are refused.
const MOST_HEADERS: usize = 64;
/// A head that takes longer than this is given up.
const PATIENCE: Duration = Duration::from_secs(5);

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    /// The answer.
    Get,
    /// Its head alone.
    Head,
}

/// A request that can be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Request {
    pub method: Method,
    /// The path, decoded, from its first slash.
    pub path: String,
    /// What follows the question mark, as it came.
    pub query: String,
    /// The `Host` header.
    pub host: String,
    /// The `Origin` header.
    pub origin: Option<String>,
    /// True where the asker names HTML among what it takes, as browsers do for a page.
    pub wants_html: bool,
}

/// Why a request is not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is no request, or none that a preview understands.
    Malformed,
    /// Its head is too long.
    TooLong,
    /// It is neither `GET` nor `HEAD`.
    Method,
    /// It was too slow, or the other end is gone: nobody is answered.
    Silent,
}

/// Reads the head of a request.
pub(super) fn read(stream: &mut TcpStream) -> Result<Request, Refusal> {
    let started = Instant::now();
    let mut head = Vec::with_capacity(1024);
    let mut buffer = [0; 2048];
    loop {
        let left = PATIENCE.checked_sub(started.elapsed()).filter(|left| !left.is_zero()).ok_or(Refusal::Silent)?;
        stream.set_read_timeout(Some(left)).map_err(|_| Refusal::Silent)?;
        let count = match stream.read(&mut buffer) {
            Ok(0) => return Err(Refusal::Silent),
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(_) => return Err(Refusal::Silent),
        };
        head.extend_from_slice(&buffer[..count]);
        if let Some(request) = parse(&head)? {
            return Ok(request);
        }
        if head.len() > LONGEST_HEAD {
            return Err(Refusal::TooLong);
        }
    }
}

/// The request of a head; `None` where more is to come.
pub(super) fn parse(head: &[u8]) -> Result<Option<Request>, Refusal> {
    let mut headers = [EMPTY_HEADER; MOST_HEADERS];
    let mut parsed = httparse::Request::new(&mut headers);
    match parsed.parse(head) {
        Ok(Status::Complete(_)) => {}
        Ok(Status::Partial) => return Ok(None),
        Err(httparse::Error::TooManyHeaders) => return Err(Refusal::TooLong),
        Err(_) => return Err(Refusal::Malformed),
    }
    let method = match parsed.method {
        Some("GET") => Method::Get,
        Some("HEAD") => Method::Head,
        _ => return Err(Refusal::Method),
    };
    let target = parsed.path.filter(|target| target.starts_with('/')).ok_or(Refusal::Malformed)?;
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let header = |name: &str| single(parsed.headers, name);
    Ok(Some(Request {
        method,
        path: decoded(path).ok_or(Refusal::Malformed)?,
        query: query.to_owned(),
        host: header("host")?.ok_or(Refusal::Malformed)?,
        origin: header("origin")?,
        wants_html: header("accept")?.is_some_and(|accept| accept.contains("text/html")),
    }))
}

/// The value of a header that may stand once.
fn single(headers: &[httparse::Header<'_>], name: &str) -> Result<Option<String>, Refusal> {
    let mut found = headers.iter().filter(|header| header.name.eq_ignore_ascii_case(name));
    let first = found.next();
    if found.next().is_some() {
        return Err(Refusal::Malformed);
    }
    let words =
        |header: &httparse::Header<'_>| String::from_utf8(header.value.to_vec()).map_err(|_| Refusal::Malformed);
    first.map(words).transpose()
}

/// Percent signs undone; `None` for what is no text then, or holds a control character.
pub(super) fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let [high, low, after @ ..] = rest else { return None };
        let digit = |byte: &u8| char::from(*byte).to_digit(16);
        bytes.push(u8::try_from(digit(high)? * 16 + digit(low)?).ok()?);
        rest = after;
    }
    String::from_utf8(bytes).ok().filter(|path| !path.contains(char::is_control))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(head: &str) -> Result<Option<Request>, Refusal> {
        parse(head.as_bytes())
    }

    #[test]
    fn a_head_is_read_once_it_is_whole() {
        assert_eq!(asked("GET / HTTP/1.1\r\nHost: x\r\n"), Ok(None));
        let request = asked("GET /a%20b/?c=%2F HTTP/1.1\r\nhost: x:1\r\nAccept: text/html\r\n\r\n").unwrap().unwrap();
        assert_eq!((request.path.as_str(), request.query.as_str(), request.host.as_str()), ("/a b/", "c=%2F", "x:1"));
        assert_eq!((request.method, request.wants_html, request.origin), (Method::Get, true, None));
    }

    #[test]
    fn what_is_no_request_for_a_page_is_refused() {
        for (head, why) in [
            ("POST / HTTP/1.1\r\nHost: x\r\n\r\n", Refusal::Method),
            ("GET / HTTP/1.1\r\n\r\n", Refusal::Malformed),
            ("GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", Refusal::Malformed),
            ("GET http://x/ HTTP/1.1\r\nHost: x\r\n\r\n", Refusal::Malformed),
            ("GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n", Refusal::Malformed),
            ("GET /%ff HTTP/1.1\r\nHost: x\r\n\r\n", Refusal::Malformed),
            ("GET /%f HTTP/1.1\r\nHost: x\r\n\r\n", Refusal::Malformed),
            ("\u{1}\u{2}", Refusal::Malformed),
        ] {
            assert_eq!(asked(head), Err(why), "{head:?}");
        }
    }
}
