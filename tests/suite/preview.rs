//! A preview that runs: started, asked, listened to.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use crate::dossier::{Dossier, program};

/// Nothing here takes as long on any machine.
const DEADLINE: Duration = Duration::from_secs(120);

/// A preview that runs until it is dropped.
pub struct Preview {
    /// The program.
    pub child: Child,
    said: Receiver<String>,
    /// Where it listens.
    pub port: u16,
}

/// An answer, head and body apart.
pub struct Answer {
    /// Status line and headers.
    pub head: String,
    /// The file.
    pub body: Vec<u8>,
}

impl Answer {
    pub fn status(&self) -> &str {
        self.head.split(' ').nth(1).unwrap()
    }

    pub fn words(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Starts a preview in the dossier's folder.
pub fn start(dossier: &Dossier, arguments: &[&str]) -> (Child, Receiver<String>) {
    let mut command = Command::new(program().get_program());
    command.current_dir(dossier.path("")).arg("serve").args(arguments);
    let mut child = command.stdin(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let (sender, said) = channel();
    let lines = BufReader::new(child.stderr.take().unwrap()).lines();
    std::thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| sender.send(line)));
    (child, said)
}

impl Preview {
    /// Starts one and waits until it says where it is.
    pub fn of(dossier: &Dossier, arguments: &[&str]) -> Self {
        let arguments = [&["--port", "0"], arguments].concat();
        Self::waited(start(dossier, &arguments))
    }

    pub fn waited((child, said): (Child, Receiver<String>)) -> Self {
        let mut preview = Self { child, said, port: 0 };
        let line = preview.says("Serving http://");
        let port = line.split("127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next());
        preview.port = port.unwrap().parse().unwrap();
        preview
    }

    /// Waits for a line that holds `words`.
    fn says(&self, words: &str) -> String {
        let until = Instant::now() + DEADLINE;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let line = self.said.recv_timeout(left).unwrap_or_else(|_| panic!("never said: {words}"));
            if line.contains(words) {
                return line;
            }
        }
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(DEADLINE)).unwrap();
        stream
    }

    /// Sends `head` as it is; `{host}` is where the preview is.
    pub fn ask(&self, head: &str) -> Answer {
        let mut stream = self.connect();
        stream.write_all(head.replace("{host}", &format!("127.0.0.1:{}", self.port)).as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|end| end == b"\r\n\r\n").expect("an answer has a head");
        Answer { head: String::from_utf8(bytes[..end].to_vec()).unwrap(), body: bytes[end + 4..].to_vec() }
    }

    /// As a program asks.
    pub fn get(&self, path: &str) -> Answer {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: {{host}}\r\nAccept: */*\r\n\r\n"))
    }

    /// As a browser asks for a page.
    pub fn visit(&self, path: &str) -> Answer {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: {{host}}\r\nAccept: text/html,*/*;q=0.8\r\n\r\n"))
    }

    /// The channel of news of a page.
    pub fn news(&self, page: &str) -> News {
        let mut stream = self.connect();
        let host = format!("127.0.0.1:{}", self.port);
        let head =
            format!("GET /.annalist/events?page={page} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n\r\n");
        stream.write_all(head.as_bytes()).unwrap();
        News { lines: BufReader::new(stream) }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Server-sent events.
pub struct News {
    lines: BufReader<TcpStream>,
}

impl News {
    /// The next event and its data.
    pub fn next(&mut self) -> (String, String) {
        let mut event = String::new();
        loop {
            let mut line = String::new();
            assert!(self.lines.read_line(&mut line).unwrap() > 0, "the channel ended");
            if let Some(name) = line.strip_prefix("event: ") {
                event = name.trim().to_owned();
            } else if let Some(data) = line.strip_prefix("data: ") {
                return (event, data.trim().to_owned());
            }
        }
    }

    /// Waits for an event with other data than `known`.
    pub fn other_than(&mut self, known: &(String, String)) -> (String, String) {
        loop {
            let next = self.next();
            if next != *known {
                return next;
            }
        }
    }

    /// Waits for an event of this name.
    pub fn named(&mut self, name: &str) -> String {
        loop {
            let (event, data) = self.next();
            if event == name {
                return data;
            }
        }
    }
}
