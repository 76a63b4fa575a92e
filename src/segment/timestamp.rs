//! Timestamps and datelines: where a text says when and where it was published.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::zones::{as_kind, cut, first_body, relabel_body};
use crate::model::{DateValue, Edtf, Zone, ZoneKind};
use crate::text::Span;
use crate::text::lexicon::month_number;

const MONTH: &str = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?";
const WEEKDAY: &str =
    r"(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\.?,?";
const CLOCK: &str =
    r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?m\.?)?(?:\s*\(?(?-i:[A-Z]{2,4}|Z)(?:[+-]\d{1,2})?\)?)?";

/// A whole date: ISO, `March 3, 2021`, `3 March 2021`. Groups: `y m d`, `M1 D1 Y1`, `D2 M2 Y2`.
fn date_pattern() -> String {
    format!(
        r"(?:(?P<y>\d{{4}})[-/](?P<m>\d{{2}})[-/](?P<d>\d{{2}})|(?P<M1>{MONTH})\s+(?P<D1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<Y1>\d{{4}})|(?P<D2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<M2>{MONTH}),?\s+(?P<Y2>\d{{4}}))"
    )
}

/// A line that is a timestamp and nothing else.
static LINE: LazyLock<Regex> = LazyLock::new(|| {
    let date = date_pattern();
    pattern(&format!(
        r"^[\[(|]?(?:(?:first |originally |last )?(?P<verb>published|posted|updated|modified|edited|revised|date|issued|released|created|uploaded|input|registered|generated|compiled|filed|written|synthesi[sz]ed)(?: (?:on|at|date))?\s*[:|]?\s*)?(?:on )?(?:{WEEKDAY}\s+)?{date}(?:[T,;\s|·-]*(?:at )?{CLOCK}|T\d{{2}}:\d{{2}}\S*)?[\])|]?$"
    ))
});

/// A date in running words, with all that can make it a timestamp: a verb, or weekday and clock time.
static EMBEDDED: LazyLock<Regex> = LazyLock::new(|| {
    let date = date_pattern();
    pattern(&format!(
        r"(?:(?-i:\p{{Lu}}[\p{{Lu}} .'/-]{{2,40}}) \| )?(?P<verb>(?:last )?(?:published|posted|updated):?\s+)?(?P<weekday>{WEEKDAY}\s+)?{date}(?P<clock>[,;\s]+{CLOCK})?"
    ))
});

fn embedded(words: &str) -> Option<Captures<'_>> {
    EMBEDDED.captures_iter(words).find(|found| {
        found.name("verb").is_some() || (found.name("weekday").is_some() && found.name("clock").is_some())
    })
}

/// `TOKYO, 18 August 2023 - `, `MEXICO CITY (Reuters) - `, `SEOUL, Nov. 12 (Yonhap) -- `.
static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    let day = format!(
        r"(?:(?:(?P<M1>{MONTH})\s+(?P<D1>\d{{1,2}})(?:,?\s+(?P<Y1>\d{{4}}))?|(?P<D2>\d{{1,2}})\s+(?P<M2>{MONTH})(?:,?\s+(?P<Y2>\d{{4}}))?)|(?P<y>\d{{4}})-(?P<m>\d{{2}})-(?P<d>\d{{2}}))"
    );
    pattern(&format!(
        r"^(?P<place>(?-i:\p{{Lu}}[\p{{L}}.'’ /-]{{1,40}}(?:, \p{{Lu}}[\p{{L}}. ]{{1,25}})?))(?P<day>,? \(?{day}\)?)?(?P<agency>,? \([\p{{L}} /.-]{{2,30}}\))?\s?(?:--|[-–—])\s"
    ))
});

fn pattern(source: &str) -> Regex {
    Regex::new(&format!("(?i){source}")).expect("a valid pattern")
}

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
        if words.len() <= LONGEST_LINE && LINE.is_match(words) {
            return vec![as_kind(zone, ZoneKind::Timestamp)];
        }
        let found = (Some(zone.span) == first).then(|| embedded(opening(words))).flatten();
        let Some(found) = found.and_then(|found| found.get(0)) else { return vec![zone] };
        let stamp = Span::new(found.start(), found.end()).shifted(zone.span.start);
        let before = Span::new(zone.span.start, stamp.start).trimmed(text);
        let is_headline = before.len() <= 2 * LONGEST_LINE && !before.of(text).ends_with(['.', ',', ';']);
        if !is_headline {
            return vec![zone];
        }
        let headline = Zone { span: before, kind: ZoneKind::Headline };
        cut(text, zone, &[headline, Zone { span: stamp, kind: ZoneKind::Timestamp }])
    })
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

/// A dateline at the start of a paragraph.
struct Dateline {
    length: usize,
    /// A place in capitals with a date or an agency: one even in the middle of a text.
    is_sure: bool,
}

/// The dateline at the start of `words`. A place alone is one only in capitals.
fn dateline(words: &str) -> Option<Dateline> {
    let found = DATELINE.captures(opening(words))?;
    let place = found.name("place")?.as_str();
    let is_explained = found.name("agency").is_some() || found.name("day").is_some();
    let is_caps = crate::text::tokens::is_all_caps(place) && place.len() >= 4;
    let is_short = place.split_whitespace().count() <= 5;
    ((is_explained || is_caps) && is_short)
        .then(|| Dateline { length: found[0].len(), is_sure: is_explained && is_caps })
}

/// The publication date the timestamps and datelines state, with its place. A date of publication
/// goes before a date of change; the first of a kind wins.
pub fn stated_date(text: &str, zones: &[Zone]) -> Option<(Edtf, Span)> {
    let mut changed = None;
    for zone in zones.iter().filter(|zone| matches!(zone.kind, ZoneKind::Timestamp | ZoneKind::Dateline)) {
        let words = zone.span.of(text);
        let captures = match zone.kind {
            ZoneKind::Timestamp => LINE.captures(words).or_else(|| embedded(words)),
            _ => DATELINE.captures(&format!("{words} ")).and_then(|_| DATE.captures(words)),
        };
        let Some((day, span)) = captures.and_then(|captures| date_of(&captures)) else { continue };
        let dated = (Edtf::date(day), span.shifted(zone.span.start));
        let is_change =
            ["updated", "modified", "edited", "revised"].iter().any(|verb| words.to_lowercase().contains(verb));
        if !is_change {
            return Some(dated);
        }
        changed.get_or_insert(dated);
    }
    changed
}

static DATE: LazyLock<Regex> = LazyLock::new(|| pattern(&date_pattern()));

fn date_of(captures: &Captures<'_>) -> Option<(DateValue, Span)> {
    for (year, month, day) in [("y", "m", "d"), ("Y1", "M1", "D1"), ("Y2", "M2", "D2")] {
        let (Some(year), Some(month), Some(day)) = (captures.name(year), captures.name(month), captures.name(day))
        else {
            continue;
        };
        let number = month.as_str().parse().ok().or_else(|| month_number(month.as_str().trim_end_matches('.')))?;
        let value = DateValue::day(year.as_str().parse().ok()?, number, day.as_str().parse().ok()?)?;
        let start = year.start().min(month.start()).min(day.start());
        return Some((value, Span::new(start, year.end().max(month.end()).max(day.end()))));
    }
    None
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
            ("May 2010 was warm", None),
            ("On 3 March 2021 they met", None),
        ];
        for (line, date) in table {
            let is_stamp = LINE.is_match(line);
            let found = is_stamp.then(|| stated(line, ZoneKind::Timestamp)).flatten();
            assert_eq!(found.as_deref(), date, "{line}");
        }
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
