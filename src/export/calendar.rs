//! `events.ics`: the chronology as all-day events (iCalendar, RFC 5545).
//!
//! A calendar has no words for doubt, so the summary says it and the entry is tentative. An entry lasts from its first day to
//! its last: `some day of a month` is none, and no more is what is wider than a year, open on one side, without a date
//! or before year 1.

use chrono::{Datelike, Days, NaiveDate};

use super::Chronicle;
use super::values::{day_of_report, summary};
use crate::model::page::displayable;
use crate::model::{Edtf, Event, EventStatus, OutputFile, paths};
use crate::text::compare::{shorten, tidy};

/// Something on one day of more than these is no entry: it would be said to last.
const WEEK: i64 = 7;
/// Longer stretches would lie over every day of a calendar.
const LONGEST_STRETCH: i64 = 366;
/// The longest summary, in characters.
const LONGEST_SUMMARY: usize = 160;
/// A line holds at most so many bytes before its break (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// The calendar. `places` are the addresses of the events below the site.
///
/// `DTSTAMP`, which every entry must have, is the day the event was first reported at midnight UTC,
/// or else its own first day: the clock is not read.
pub(super) fn calendar(of: Chronicle<'_>, places: &[String]) -> OutputFile {
    let Chronicle { dossier, settings, .. } = of;
    let mut text = String::new();
    for (name, words) in [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", &format!("-//Annalist//Dossier//{}", of.phrases.tag().to_uppercase())),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ] {
        push(&mut text, name, words);
    }
    push(&mut text, "X-WR-CALNAME", &escaped(&settings.title));
    for (event, place) in dossier.events.iter().zip(places) {
        let Some(days) = stretch(event) else { continue };
        let address = settings.base_url.as_ref().map(|base| format!("{base}{place}"));
        entry(&mut text, (of, event), days, address);
    }
    push(&mut text, "END", "VCALENDAR");
    OutputFile { path: paths::CALENDAR.to_owned(), bytes: text.into_bytes() }
}

/// First and last day; `None` for what is no entry of a calendar.
fn stretch(event: &Event) -> Option<(NaiveDate, NaiveDate)> {
    let edtf = event.when.edtf?;
    let (first, last) = edtf.earliest().zip(edtf.latest())?;
    let longest = if event.status == EventStatus::Period { LONGEST_STRETCH } else { WEEK };
    let fits = first.year() >= 1 && (last - first).num_days() < longest && first <= last;
    fits.then_some((first, last))
}

fn entry(
    text: &mut String,
    (of, event): (Chronicle<'_>, &Event),
    (first, last): (NaiveDate, NaiveDate),
    address: Option<String>,
) {
    // The end is the day behind the last one (RFC 5545, 3.6.1).
    let end = last.checked_add_days(Days::new(1)).unwrap_or(last);
    let stamp = day_of_report(event).unwrap_or(first);
    push(text, "BEGIN", "VEVENT");
    push(text, "UID", &format!("{}@annalist", event.id));
    push(text, "DTSTAMP", &format!("{}T000000Z", basic(stamp)));
    push(text, "DTSTART;VALUE=DATE", &basic(first));
    push(text, "DTEND;VALUE=DATE", &basic(end));
    push(text, "SUMMARY", &escaped(&headline(of, event)));
    push(text, "DESCRIPTION", &escaped(&description(of, event)));
    push(
        text,
        "STATUS",
        match event.status {
            EventStatus::Negated => "CANCELLED",
            EventStatus::Planned | EventStatus::Claimed => "TENTATIVE",
            _ if event.when.edtf.is_none_or(Edtf::is_doubtful) => "TENTATIVE",
            EventStatus::Happened | EventStatus::Period => "CONFIRMED",
        },
    );
    push(text, "CATEGORIES", event.status.as_str());
    push(text, "TRANSP", "TRANSPARENT");
    if let Some(address) = address {
        push(text, "URL", &address);
    }
    push(text, "END", "VEVENT");
}

/// `planned: some day between 3 and 9 May 2023: The fleet …`; a day that the text states needs no words.
fn headline(of: Chronicle<'_>, event: &Event) -> String {
    let mut parts = vec![of.status(event)];
    if event.when.edtf.is_some_and(|edtf| edtf.as_day().is_none() || edtf.is_doubtful()) {
        parts.push(format!("{}:", of.when(event)));
    }
    parts.push(shorten(&of.sentence(event), LONGEST_SUMMARY));
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

fn description(of: Chronicle<'_>, event: &Event) -> String {
    let mut lines: Vec<String> = summary(of.dossier, event).map(tidy).into_iter().collect();
    let why = of.phrases.tell(&event.when.why);
    let when = of.phrases.with("when-and-why", &[("when", of.when(event).into()), ("why", why.into())]);
    lines.push(when.trim().to_owned());
    lines.push(of.told_by(event, |_| true));
    lines.join("\n")
}

fn basic(day: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// TEXT of RFC 5545, 3.3.11.
fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for c in displayable(words).chars() {
        match c {
            '\\' | ';' | ',' => text.extend(['\\', c]),
            '\n' => text.push_str("\\n"),
            '\r' => {}
            '\t' | '\u{2028}' | '\u{2029}' | '\u{85}' => text.push(' '),
            c => text.push(c),
        }
    }
    text
}

/// A line, folded at characters: a blank begins what goes on.
fn push(text: &mut String, name: &str, value: &str) {
    let mut width = 0;
    for c in name.chars().chain([':']).chain(value.chars()) {
        if width + c.len_utf8() > LONGEST_LINE {
            text.push_str("\r\n ");
            width = 1;
        }
        text.push(c);
        width += c.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::language::Phrasebook;
    use crate::model::{Dossier, samples};

    fn written(dossier: &Dossier) -> String {
        let settings = Settings::defaults(std::path::Path::new("."));
        let places = vec!["timeline.html#e".to_owned(); dossier.events.len()];
        String::from_utf8(
            calendar(Chronicle { dossier, settings: &settings, phrases: Phrasebook::english() }, &places).bytes,
        )
        .unwrap()
    }

    #[test]
    fn an_entry_ends_on_the_day_behind_its_last() {
        let text = written(&samples::dossier());
        for line in [
            "DTSTART;VALUE=DATE:20230818\r\nDTEND;VALUE=DATE:20230819\r\nSUMMARY:probably 18 August 2023: The",
            "DTSTAMP:20230819T000000Z\r\n",
            "STATUS:TENTATIVE\r\n",
            "SUMMARY:The drills resumed on Aug. 21.\r\n",
        ] {
            assert!(text.contains(line), "{line}\n{text}");
        }
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 2, "an undated event has no day, summer 2024 is none");
    }

    #[test]
    fn what_a_calendar_cannot_hold_is_left_out() {
        let mut dossier = samples::dossier();
        for (event, edtf) in dossier.events.iter_mut().zip(["1910/1945", "-0479-09-29", "[2023-05-22..]", "20XX"]) {
            event.when.edtf = Some(samples::edtf(edtf));
        }
        assert_eq!(written(&dossier).matches("BEGIN:VEVENT").count(), 0);
    }

    #[test]
    fn one_day_of_many_does_not_last() {
        let mut dossier = samples::dossier();
        dossier.events.truncate(1);
        let (happened, period) = (EventStatus::Happened, EventStatus::Period);
        for (edtf, status, expected) in [
            ("2023-08-18", happened, Some("CONFIRMED")),
            ("2023-08-18?", happened, Some("TENTATIVE")),
            ("[2023-08-14..2023-08-20]", happened, Some("TENTATIVE")),
            ("2023-08-14/2023-08-20", happened, Some("CONFIRMED")),
            ("[2023-10-07..2024-09-06]", happened, None),
            ("2023-08", happened, None),
            ("2023", happened, None),
            ("2023-01/2023-03", happened, None),
            ("2023-04-22/2023-06-15", period, Some("CONFIRMED")),
            ("1910/1945", period, None),
        ] {
            (dossier.events[0].when.edtf, dossier.events[0].status) = (Some(samples::edtf(edtf)), status);
            let text = written(&dossier);
            let status = text.lines().find_map(|line| line.strip_prefix("STATUS:"));
            assert_eq!(status, expected, "{edtf}");
        }
    }

    #[test]
    fn lines_are_short_and_words_stay_words() {
        let mut dossier = samples::hostile_dossier();
        dossier.events[1].summary = format!("a;b,c\\d\r\nEND:VEVENT\n{}", "ü".repeat(150));
        let text = written(&dossier);
        assert!(text.split("\r\n").all(|line| line.len() <= LONGEST_LINE && !line.contains(['\n', '\r', '\0'])));
        assert!(text.contains("SUMMARY:a\\;b\\,c\\\\d END:VEVENT"), "{text}");
        assert_eq!(text.matches("\r\nEND:VEVENT").count(), 2);
    }
}
