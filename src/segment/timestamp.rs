//! Timestamps and datelines: where a text says when and where it was published.

use std::sync::LazyLock;

use super::date::{Halves, Written, strip_clock, strip_day, strip_weekday, whole};
use super::matching::{exactly, run, strip, strip_any, strip_space, without_any, without_mark};
use super::zones::{as_kind, cut, first_body, relabel_body};
use crate::model::{Edtf, Zone, ZoneKind};
use crate::text::Span;
use crate::text::words::table;

/// Words around the date of a timestamp, by kind.
struct Words {
    leads: Vec<&'static str>,
    verbs: Vec<&'static str>,
    running: Vec<&'static str>,
    links: Vec<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let rows: Vec<_> = table(include_str!("data/timestamps.en.txt")).collect();
    let of = |kind: &str| rows.iter().filter(|(key, _)| *key == kind).map(|(_, words)| *words).collect();
    Words { leads: of("lead"), verbs: of("verb"), running: of("running"), links: of("link") }
});

/// The date of a line that is a timestamp and nothing else, with its place:
/// `Updated Sat., Sept. 4, 2021, at 6:30 p.m. EDT`, `2024-08-18T02:09:53Z`.
fn stamp(line: &str) -> Option<(Written, usize)> {
    let rest = without_mark(line, &['[', '(', '|']);
    let rest = without_any(behind_verb(rest), &["on "]);
    let rest = strip_weekday(rest).unwrap_or(rest);
    let date = whole(rest)?;
    let at = line.len() - rest.len();
    closes(&rest[date.length..]).then_some((date, at))
}

/// `Last updated on: ` is passed over.
fn behind_verb(line: &str) -> &str {
    let Some(rest) = strip_any(without_leads(line), &WORDS.verbs) else { return line };
    without_mark(without_link(rest).trim_start(), &[':', '|']).trim_start()
}

/// `Page last ` is passed over.
fn without_leads(line: &str) -> &str {
    let lead = |line| strip_any(line, &WORDS.leads).and_then(strip_space);
    let mut rest = line;
    while let Some(behind) = lead(rest) {
        rest = behind;
    }
    rest
}

/// ` on` is passed over.
fn without_link(rest: &str) -> &str {
    strip_space(rest).and_then(|word| strip_any(word, &WORDS.links)).unwrap_or(rest)
}

/// Nothing but a clock time and a closing mark stands behind the date.
fn closes(rest: &str) -> bool {
    let is_end = |rest: &str| without_mark(rest, &[']', ')', '|']).is_empty();
    let clock =
        rest.trim_start_matches(|c: char| matches!(c, 'T' | 't' | ',' | ';' | '|' | '·' | '-') || c.is_whitespace());
    let clock = strip_any(clock, &WORDS.links).and_then(strip_space).unwrap_or(clock);
    let is_clock =
        [Halves::Read, Halves::PassedOver].iter().any(|halves| strip_clock(clock, *halves).is_some_and(is_end));
    is_end(rest) || is_clock || is_technical(rest)
}

/// `T02:09:53.9+00:00`
fn is_technical(rest: &str) -> bool {
    let minutes = || {
        let (_, rest) = exactly(strip(rest, "T")?, 2)?;
        Some(exactly(rest.strip_prefix(':')?, 2)?.1)
    };
    minutes().is_some_and(|rest| !rest.contains(char::is_whitespace))
}

/// A timestamp in running words.
struct Embedded {
    /// All of it.
    span: Span,
    /// Its date and where it starts.
    date: (Written, usize),
}

/// The first date of `words` that a word of publishing stands before, or a weekday before and a clock
/// time behind.
fn embedded(words: &str) -> Option<Embedded> {
    let has_year = words.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit));
    let mut at = if has_year { 0 } else { words.len() };
    while at < words.len() {
        let rest = &words[at..];
        match date_in_words(rest) {
            Some(found) if found.is_stamp => {
                let (date, place) = found.date;
                return Some(Embedded { span: Span::new(at, at + found.length), date: (date, at + place) });
            }
            Some(found) => at += found.length,
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    None
}

/// A date in running words, with all that can make it a timestamp.
struct DateInWords {
    is_stamp: bool,
    date: (Written, usize),
    length: usize,
}

/// The date at the start of `words`, behind the name of a paper (`SEOUL TIMES | `), a word of
/// publishing or a weekday.
fn date_in_words(words: &str) -> Option<DateInWords> {
    let first = words.chars().next().filter(|first| first.is_alphanumeric())?;
    if let Some(found) = clock_first(words).or_else(|| clock_of_change(words)) {
        return Some(found);
    }
    let behind_paper = if first.is_uppercase() { strip_paper(words) } else { None };
    [behind_paper, Some(words)].into_iter().flatten().find_map(|from| {
        let verb = strip_any(without_leads(from), &WORDS.running);
        let verb = verb.and_then(|rest| strip_space(without_mark(rest, &[':'])));
        let rest = verb.unwrap_or(from);
        let weekday = strip_weekday(rest);
        let rest = weekday.unwrap_or(rest);
        let date = whole(rest)?;
        let behind = &rest[date.length..];
        let clock = behind.trim_start_matches(|c: char| matches!(c, ',' | ';') || c.is_whitespace());
        let clock = strip_clock(clock, Halves::Read).filter(|_| clock.len() < behind.len());
        let is_stamp = verb.is_some() || weekday.is_some() && clock.is_some();
        let length = words.len() - clock.unwrap_or(behind).len();
        Some(DateInWords { is_stamp, date: (date, words.len() - rest.len()), length })
    })
}

/// `Page last updated at 07:39 GMT, Wednesday, 27 January 2010`, `17:45 UK time, Wednesday, 29 April 2009`.
fn clock_first(words: &str) -> Option<DateInWords> {
    let verb = strip_any(without_leads(words), &WORDS.running).and_then(|rest| strip_space(without_link(rest)));
    let behind = strip_clock(verb.unwrap_or(words), Halves::Read)?.trim_start();
    let zone = run(behind, LONGEST_ZONE, |c| c.is_alphabetic() || c == ' ');
    let rest = strip_space(behind[zone..].strip_prefix(',')?)?;
    let weekday = strip_weekday(rest);
    let rest = weekday.unwrap_or(rest);
    let date = whole(rest)?;
    let is_stamp = verb.is_some() || weekday.is_some();
    let place = words.len() - rest.len();
    Some(DateInWords { is_stamp, date: (date, place), length: place + date.length })
}

/// `3 May 2010 Last updated at 07:39 GMT`: the day, and the hour of the last change.
fn clock_of_change(words: &str) -> Option<DateInWords> {
    let date = whole(words)?;
    let behind = strip_space(&words[date.length..])?;
    let verb = without_link(strip_any(without_leads(behind), &WORDS.running)?);
    let rest = strip_clock(strip_space(verb)?, Halves::Read)?;
    Some(DateInWords { is_stamp: true, date: (date, 0), length: words.len() - rest.len() })
}

/// What stands behind a name in capitals and a bar.
fn strip_paper(words: &str) -> Option<&str> {
    let (name, rest) = words.split_once(" | ").filter(|(name, _)| !name.contains('|'))?;
    let length = name.chars().count() - 1;
    let is_name = name.chars().skip(1).all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '\'' | '/' | '-'));
    ((2..=40).contains(&length) && is_name).then_some(rest)
}

/// The longest name of a time zone behind a clock time, in characters.
const LONGEST_ZONE: usize = 12;
/// Longest line that can be a timestamp, in bytes.
const LONGEST_LINE: usize = 120;
/// A timestamp inside a paragraph stands in its first bytes.
const OPENING: usize = 500;
/// Labels lines that are timestamps, and the timestamp inside an opening whose lines were joined:
/// what stands before it there is the headline.
pub fn label_lines(text: &str, zones: Vec<Zone>) -> Vec<Zone> {
    let first = first_body(&zones).map(|(_, zone)| zone.span);
    relabel_body(zones, |zone| {
        let words = zone.span.of(text);
        if words.len() <= LONGEST_LINE && stamp(words).is_some() {
            return vec![as_kind(zone, ZoneKind::Timestamp)];
        }
        let found = (Some(zone.span) == first).then(|| embedded(opening(words))).flatten();
        let Some(found) = found else { return vec![zone] };
        let stamp = found.span.shifted(zone.span.start);
        let before = Span::new(zone.span.start, stamp.start).trimmed(text);
        let is_headline = before.len() <= 2 * LONGEST_LINE && !before.of(text).ends_with(['.', ',', ';']);
        if !is_headline {
            return vec![zone];
        }
        let kind = if is_author(before.of(text)) { ZoneKind::Byline } else { ZoneKind::Headline };
        let headline = Zone { span: before, kind };
        cut(text, zone, &[headline, Zone { span: stamp, kind: ZoneKind::Timestamp }])
    })
}

/// `Ola Lund |` in front of the time of a weblog.
fn is_author(words: &str) -> bool {
    let Some(name) = words.strip_suffix('|') else { return false };
    let mut parts = name.split_whitespace();
    (2..=4).contains(&parts.clone().count()) && parts.all(|part| part.starts_with(char::is_uppercase))
}

fn opening(words: &str) -> &str {
    let mut end = words.len().min(OPENING);
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    &words[..end]
}

/// Labels the dateline in front of the first paragraph of each story-like stretch.
pub fn label_datelines(text: &str, zones: Vec<Zone>) -> Vec<Zone> {
    let mut opens = true;
    let mut labelled = Vec::with_capacity(zones.len());
    for zone in zones {
        if zone.kind != ZoneKind::Body {
            opens |= matches!(zone.kind, ZoneKind::Headline | ZoneKind::Commentary);
            labelled.push(zone);
            continue;
        }
        let found = dateline(zone.span.of(text)).filter(|found| opens || found.is_sure);
        match found.map(|found| found.length) {
            Some(length) => {
                let span = Span::new(zone.span.start, zone.span.start + length);
                labelled.extend(cut(text, zone, &[Zone { span, kind: ZoneKind::Dateline }]));
            }
            None => labelled.push(zone),
        }
        opens = false;
    }
    labelled
}

/// A dateline at the start of a paragraph: `TOKYO, 18 August 2023 - `, `MEXICO CITY (Reuters) - `,
/// `SEOUL, Nov. 12 (Yonhap) -- `.
struct Dateline {
    length: usize,
    /// A place in capitals with a date or an agency: one even in the middle of a text.
    is_sure: bool,
}

/// The dateline at the start of `words`. A place alone is one only in capitals.
fn dateline(words: &str) -> Option<Dateline> {
    let words = opening(words);
    if !words.starts_with(char::is_uppercase) || !words.contains(['-', '–', '—']) {
        return None;
    }
    let (place, rest, is_explained) = places(words).find_map(|length| {
        let (place, rest) = words.split_at(length);
        behind_place(rest).map(|(rest, is_explained)| (place, rest, is_explained))
    })?;
    let is_caps = crate::text::tokens::is_all_caps(place) && place.len() >= 4;
    let is_short = place.split_whitespace().count() <= 5;
    ((is_explained || is_caps) && is_short)
        .then(|| Dateline { length: words.len() - rest.len(), is_sure: is_explained && is_caps })
}

/// How long the place at the start can be, the longest first: `Tokyo`, `Austin, Texas`.
fn places(words: &str) -> impl Iterator<Item = usize> + '_ {
    let in_town = |c: char| c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | ' ' | '/' | '-');
    let in_country = |c: char| c.is_alphabetic() || matches!(c, '.' | ' ');
    let first = words.chars().next().map_or(0, char::len_utf8);
    ends(&words[first..], 40, in_town).map(move |end| first + end).flat_map(move |town| {
        let behind = words[town..].strip_prefix(", ").filter(|rest| rest.starts_with(char::is_uppercase));
        let country = behind.into_iter().flat_map(move |country| {
            let first = country.chars().next().map_or(0, char::len_utf8);
            ends(&country[first..], 25, in_country).map(move |end| town + 2 + first + end)
        });
        country.chain([town])
    })
}

/// Where a run of one to `most` characters can end, the longest first.
fn ends(text: &str, most: usize, belongs: impl Fn(char) -> bool) -> impl Iterator<Item = usize> + '_ {
    let longest = &text[..run(text, most, belongs)];
    longest.char_indices().rev().map(|(at, last)| at + last.len_utf8())
}

/// What stands behind the dash of a dateline, and whether a day or an agency stands before it.
fn behind_place(rest: &str) -> Option<(&str, bool)> {
    let behind_day = strip_day_in_brackets(rest);
    [behind_day, Some(rest)].into_iter().flatten().find_map(|from| {
        let behind_agency = strip_agency(from);
        [behind_agency, Some(from)].into_iter().flatten().find_map(|to| {
            let dash = to.strip_prefix(char::is_whitespace).unwrap_or(to);
            let behind = dash.strip_prefix("--").or_else(|| dash.strip_prefix(['-', '–', '—']))?;
            let is_explained = to.len() < rest.len();
            Some((behind.strip_prefix(char::is_whitespace)?, is_explained))
        })
    })
}

/// `, 18 August 2023`, ` (Nov. 12)`
fn strip_day_in_brackets(rest: &str) -> Option<&str> {
    let rest = without_mark(rest, &[',']).strip_prefix(' ')?;
    Some(without_mark(strip_day(without_mark(rest, &['(']))?, &[')']))
}

/// ` (Reuters)`
fn strip_agency(rest: &str) -> Option<&str> {
    let (name, rest) = without_mark(rest, &[',']).strip_prefix(" (")?.split_once(')')?;
    let is_name = name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '/' | '.' | '-'));
    (is_name && (2..=30).contains(&name.chars().count())).then_some(rest)
}

/// The publication date the timestamps and datelines state, with its place. A date of publication
/// goes before a date of change; the first of a kind wins.
pub fn stated_date(text: &str, zones: &[Zone]) -> Option<(Edtf, Span)> {
    let mut changed = None;
    for zone in zones.iter().filter(|zone| matches!(zone.kind, ZoneKind::Timestamp | ZoneKind::Dateline)) {
        let words = zone.span.of(text);
        let date = match zone.kind {
            ZoneKind::Timestamp => stamp(words).or_else(|| embedded(words).map(|found| found.date)),
            _ => first_date(words),
        };
        let Some((date, at)) = date else { continue };
        let Some(day) = date.value else { continue };
        let dated = (Edtf::date(day), Span::new(at, at + date.length).shifted(zone.span.start));
        let is_change =
            ["updated", "modified", "edited", "revised"].iter().any(|verb| words.to_lowercase().contains(verb));
        if !is_change {
            return Some(dated);
        }
        changed.get_or_insert(dated);
    }
    changed
}

/// The first whole date of a dateline, and where it starts.
fn first_date(words: &str) -> Option<(Written, usize)> {
    words.char_indices().find_map(|(at, _)| Some((whole(&words[at..])?, at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(words: &str, kind: ZoneKind) -> Option<String> {
        stated_date(words, &[Zone { span: Span::new(0, words.len()), kind }]).map(|(edtf, _)| edtf.to_string())
    }

    #[test]
    fn timestamp_lines_are_read_and_prose_is_left() {
        let table = [
            ("2024-08-18 02:09:53.946000", Some("2024-08-18")),
            ("2024-08-18T02:09:53Z", Some("2024-08-18")),
            ("Published: March 3, 2021 10:22 am", Some("2021-03-03")),
            ("Posted on 3rd March 2021", Some("2021-03-03")),
            ("Updated Sat., Sept. 4, 2021, at 6:30 p.m. EDT", Some("2021-09-04")),
            ("Wednesday 5 May 2010 21.48 BST", Some("2010-05-05")),
            ("Generated on 2022-02-03T08:09:10Z", Some("2022-02-03")),
            ("2023-02-30", None),
            ("Page last updated on Wednesday, 27 January 2010", Some("2010-01-27")),
            ("May 2010 was warm", None),
            ("On 3 March 2021 they met", None),
        ];
        for (line, date) in table {
            let is_stamp = stamp(line).is_some();
            let found = is_stamp.then(|| stated(line, ZoneKind::Timestamp)).flatten();
            assert_eq!(found.as_deref(), date, "{line}");
        }
    }

    #[test]
    fn timestamps_are_read_in_joined_openings() {
        let table = [
            ("Page last updated at 07:39 GMT, Wednesday, 27 January 2010 The ferry sank.", Some("2010-01-27")),
            ("Ola Lund | 17:45 UK time, Wednesday, 29 April 2009 The ferry sank.", Some("2009-04-29")),
            ("The ferry sank at 17:45, on Wednesday, 29 April 2009.", None),
            ("The ferry sank Posted 3 May 2010 Nobody died.", Some("2010-05-03")),
            ("The ferry sank 3 May 2010 Last updated at 07:39 GMT Nobody died.", Some("2010-05-03")),
            ("The list of 3 May 2010 was updated at 07:39.", None),
        ];
        for (words, date) in table {
            let found = embedded(words).map(|found| &words[found.span.start..found.span.end]);
            let read = found.and_then(|found| stated(found, ZoneKind::Timestamp));
            assert_eq!(read.as_deref(), date, "{words} {found:?}");
        }
        assert!(is_author("Ola Lund |") && !is_author("The ferry sank |"));
    }

    #[test]
    fn datelines_are_told_from_sentences() {
        let table = [
            ("TOKYO, 18 August 2023 - The ministers met.", Some("TOKYO, 18 August 2023 - ")),
            ("MEXICO CITY (Reuters) - Mexico’s outbreak", Some("MEXICO CITY (Reuters) - ")),
            ("Seoul, Nov. 12 (Yonhap) -- South Korea", Some("Seoul, Nov. 12 (Yonhap) -- ")),
            ("WASHINGTON — The president", Some("WASHINGTON — ")),
            ("The talks – the third this year – ended.", None),
            ("Yoon - who leaves on Monday - spoke.", None),
            ("Japan: a country", None),
            ("PLEASE NOTE: the office is closed", None),
        ];
        for (words, expected) in table {
            assert_eq!(dateline(words).map(|found| &words[..found.length]), expected, "{words}");
        }
        assert_eq!(stated("TOKYO, 18 August 2023 -", ZoneKind::Dateline).as_deref(), Some("2023-08-18"));
        assert_eq!(stated("SEOUL, Nov. 12 (Yonhap) --", ZoneKind::Dateline), None);
    }
}
