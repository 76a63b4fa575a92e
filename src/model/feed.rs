//! Which actors and agreements have a feed of their own, and what stands in it: pages link what
//! downloads write, so both ask here.

use chrono::{Datelike, NaiveDate};

use super::{Dossier, Edtf, Event};

/// Fewer events make no feed: a page says as much, and a dossier of thousands of names would have
/// thousands of feeds that never change.
const FEWEST_EVENTS: usize = 5;

/// The day an event enters a feed: when it was first reported, as far
/// as that is sure, or else when it happened. `None`
/// where neither is known, the day is before year 1 (RFC 3339 has no form for it), or the document
/// whose sentence tells it asks robots to stay away.
pub fn feed_day(dossier: &Dossier, event: &Event) -> Option<NaiveDate> {
    let is_listed = event.evidence.first().is_some_and(|proof| dossier.documents[proof.document].is_listed());
    let first = |edtf: Option<Edtf>| edtf.and_then(Edtf::earliest).filter(|day| day.year() >= 1);
    first(event.reported.filter(|edtf| !edtf.is_doubtful())).or(first(event.when.edtf)).filter(|_| is_listed)
}

/// True where these events (indices into [`Dossier::events`]) are enough for a feed.
pub fn has_feed(dossier: &Dossier, events: &[usize]) -> bool {
    let entries = events.iter().filter(|&&event| feed_day(dossier, &dossier.events[event]).is_some());
    entries.take(FEWEST_EVENTS).count() == FEWEST_EVENTS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples;

    #[test]
    fn a_feed_has_events_that_robots_may_read() {
        let mut dossier = samples::dossier();
        assert_eq!(feed_day(&dossier, &dossier.events[0]).unwrap().to_string(), "2023-08-19");
        assert_eq!(feed_day(&dossier, &dossier.events[1]).unwrap().to_string(), "2023-08-21");
        assert!(!has_feed(&dossier, &[0, 1, 2]));
        assert!(has_feed(&dossier, &[0, 1, 2, 0, 1]));
        dossier.documents[1].source.provenance.statement.noindex = Some(true);
        assert_eq!(feed_day(&dossier, &dossier.events[0]), None);
    }
}
