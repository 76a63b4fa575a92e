//! [`Bound`]: the address a preview listens at, and the names it answers to.

use std::io::{self, ErrorKind};
use std::net::{IpAddr, SocketAddr, TcpListener};

use crate::error::Error;

/// As many ports are tried where the user named none.
const PORTS_TRIED: u16 = 20;

/// Where to listen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// A name or number of this machine.
    pub host: String,
    /// The port.
    pub port: Port,
}

/// Which port.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Port {
    /// This one or none; 0 is any that is free.
    Exactly(u16),
    /// This one or the next that is free.
    From(u16),
}

/// A listener with the names it answers to.
#[derive(Debug)]
pub(super) struct Bound {
    pub listener: TcpListener,
    address: SocketAddr,
    host: String,
}

impl Bound {
    /// Listens.
    ///
    /// # Errors
    /// The port is taken, or the host is none of this machine's.
    pub(super) fn open(wanted: &Address) -> Result<Self, Error> {
        let host = wanted.host.trim_matches(['[', ']']);
        let (first, tried) = match wanted.port {
            Port::Exactly(port) => (port, 1),
            Port::From(port) => (port, PORTS_TRIED),
        };
        let mut last = io::Error::from(ErrorKind::AddrInUse);
        for port in (first..=u16::MAX).take(usize::from(tried)) {
            match TcpListener::bind((host, port)) {
                Ok(listener) => {
                    let address = listener.local_addr().map_err(|error| cannot_listen(host, port, error))?;
                    return Ok(Self { listener, address, host: host.to_ascii_lowercase() });
                }
                Err(error) if error.kind() == ErrorKind::AddrInUse => last = error,
                Err(error) => return Err(cannot_listen(host, port, error)),
            }
        }
        Err(cannot_listen(host, first, last))
    }

    /// `127.0.0.1:4747`: host and port for an address line.
    pub(super) fn authority(&self) -> String {
        let host = match self.host.parse::<IpAddr>() {
            Ok(ip) if ip.is_unspecified() && ip.is_ipv4() => "127.0.0.1".to_owned(),
            Ok(ip) if ip.is_unspecified() => "[::1]".to_owned(),
            Ok(ip) if ip.is_ipv6() => format!("[{ip}]"),
            _ => self.host.clone(),
        };
        format!("{host}:{}", self.address.port())
    }

    /// True where others than this machine can connect.
    pub(super) fn is_public(&self) -> bool {
        !self.address.ip().is_loopback()
    }

    /// True for a `Host` header that means this preview. A page of somebody else whose name was
    /// made to lead here (DNS rebinding) has that name in it and is told nothing.
    pub(super) fn answers_to(&self, host: &str) -> bool {
        let (name, port) = match host.rsplit_once(':') {
            Some((name, port)) if !port.ends_with(']') => (name, port.parse().ok()),
            _ => (host, Some(80)),
        };
        port == Some(self.address.port()) && self.is_own(&name.to_ascii_lowercase())
    }

    fn is_own(&self, name: &str) -> bool {
        let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
        let is_everywhere = self.address.ip().is_unspecified();
        match bare.parse::<IpAddr>() {
            // A number cannot be rebound: it is what was connected to.
            Ok(ip) => ip.is_loopback() || is_everywhere || ip == self.address.ip(),
            Err(_) => bare == "localhost" || bare == self.host,
        }
    }
}

fn cannot_listen(host: &str, port: u16, source: io::Error) -> Error {
    Error::Listen { address: format!("{host}:{port}"), source }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bound(host: &str) -> Bound {
        Bound::open(&Address { host: host.to_owned(), port: Port::Exactly(0) }).unwrap()
    }

    #[test]
    fn a_name_that_was_made_to_lead_here_is_not_answered_to() {
        let local = bound("127.0.0.1");
        let port = local.address.port();
        for (host, expected) in [
            (format!("127.0.0.1:{port}"), true),
            (format!("LocalHost:{port}"), true),
            (format!("[::1]:{port}"), true),
            (format!("evil.example:{port}"), false),
            (format!("localhost.:{port}"), false),
            (format!("10.0.0.1:{port}"), false),
            ("127.0.0.1".to_owned(), false),
            (format!("127.0.0.1:{}", port ^ 1), false),
            (String::new(), false),
        ] {
            assert_eq!(local.answers_to(&host), expected, "{host}");
        }
        assert_eq!(local.authority(), format!("127.0.0.1:{port}"));
        assert!(!local.is_public());
    }

    #[test]
    fn a_preview_for_all_answers_to_numbers_and_still_to_no_foreign_name() {
        let open = bound("0.0.0.0");
        let port = open.address.port();
        assert!(open.is_public() && open.answers_to(&format!("10.0.0.1:{port}")));
        assert!(!open.answers_to(&format!("evil.example:{port}")));
    }
}
