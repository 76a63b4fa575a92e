//! Connections: as many at a time as a person with a browser needs, one request each.

use std::io::Read;
use std::net::{Shutdown, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use super::address::Bound;
use super::answer::{Answer, EVENTS};
use super::door::lets_in;
use super::events;
use super::request::{self, Method};
use super::shown::Shown;

/// Connections at a time; more are told to come again.
const MOST: usize = 256;
/// An answer that nobody takes for so long is given up.
const PATIENCE: Duration = Duration::from_secs(10);
/// Bytes of stack of a thread that makes pages.
const STACK: usize = 8 * 1024 * 1024;

/// Answers until the program ends.
pub(super) fn accept(bound: &Bound, shown: &Arc<Shown>) {
    let open = Arc::new(AtomicUsize::new(0));
    thread::scope(|scope| {
        for stream in bound.listener.incoming() {
            // An error here is the other end's: it went before it was let in.
            let Ok(mut stream) = stream else { continue };
            let _ = stream.set_write_timeout(Some(PATIENCE));
            let place = Place::take(&open);
            if open.load(Ordering::Relaxed) > MOST {
                let _ = Answer::busy().send(&mut stream, Method::Get);
                continue;
            }
            let answer = move || {
                let _place = place;
                answer(&mut stream, bound, shown);
            };
            // Where no thread can be had the connection is dropped, and the browser asks again.
            let _ = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, answer);
        }
    });
}

/// One of the places that connections have.
struct Place(Arc<AtomicUsize>);

impl Place {
    fn take(open: &Arc<AtomicUsize>) -> Self {
        open.fetch_add(1, Ordering::Relaxed);
        Self(open.clone())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

fn answer(stream: &mut TcpStream, bound: &Bound, shown: &Shown) {
    let (answer, method) = match request::read(stream) {
        Ok(request) if !lets_in(bound, &request) => (Some(Answer::foreign()), request.method),
        Ok(request) if request.path == EVENTS && request.method == Method::Get => {
            let _ = events::tell(stream, &request, shown);
            return;
        }
        Ok(request) => (Some(Answer::of(&request, shown)), request.method),
        Err(refusal) => (Answer::refusal(refusal), Method::Get),
    };
    if answer.is_some_and(|answer| answer.send(stream, method).is_ok()) {
        leave(stream);
    }
}

/// Closes so that the other end gets all of the answer, even if it was still talking.
fn leave(stream: &mut TcpStream) {
    let _ = stream.shutdown(Shutdown::Write);
    let _ = stream.set_read_timeout(Some(Duration::from_millis(200)));
    let mut rest = [0; 4096];
    for _ in 0..16 {
        if !matches!(stream.read(&mut rest), Ok(count) if count > 0) {
            break;
        }
    }
}
