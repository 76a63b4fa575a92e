//! Readers' comments below an article: what strangers wrote there is no evidence for the article.

use std::sync::LazyLock;

use regex::Regex;

use super::date::{Halves, strip_clock, whole};
use super::matching::{run, strip_any, strip_space, without_any, without_mark};
use super::zones::{as_kind, cut, relabel_body};
use crate::model::{Zone, ZoneKind};
use crate::text::Span;
use crate::text::words::table;

/// Fewer heads are an article's own: `At 10:15 on 3 May 2015, the manager wrote:`.
const FEWEST_HEADS: usize = 3;
/// The longest name of a reader in bytes.
const LONGEST_NAME: usize = 80;
/// The longest time and date in front of it.
const LONGEST_TIME: usize = 60;

struct Words {
    opens: Vec<&'static str>,
    between: Vec<&'static str>,
    /// A verb and its colon, or the words of a signature.
    mark: Regex,
    signatures: Vec<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let rows: Vec<_> = table(include_str!("data/comments.en.txt")).collect();
    let of = |kind: &str| rows.iter().filter(|(key, _)| *key == kind).map(|(_, words)| *words).collect::<Vec<_>>();
    let either = |words: &[&str]| words.iter().map(|word| regex::escape(word)).collect::<Vec<_>>().join("|");
    let mark = format!(r"(?i)\b(?:(?:{}):|(?:{}))", either(&of("verb")), either(&of("signature")));
    Words {
        opens: of("opens"),
        between: of("between"),
        mark: Regex::new(&mark).expect("escaped words are a valid pattern"),
        signatures: of("signature"),
    }
});

/// Labels everything from the first head of a comment on as commentary, where there are several heads.
pub fn label(text: &str, zones: Vec<Zone>) -> Vec<Zone> {
    let heads: Vec<usize> =
        zones.iter().filter(|zone| zone.kind == ZoneKind::Body).flat_map(|zone| heads(text, zone.span)).collect();
    let Some(&first) = heads.first().filter(|_| heads.len() >= FEWEST_HEADS) else { return zones };
    relabel_body(zones, |zone| {
        let comments = Span::new(first.max(zone.span.start), zone.span.end.max(first));
        match () {
            () if comments.is_empty() => vec![zone],
            () if comments == zone.span => vec![as_kind(zone, ZoneKind::Commentary)],
            () => cut(text, zone, &[Zone { span: comments, kind: ZoneKind::Commentary }]),
        }
    })
}

/// Where the comments begin that the heads of a paragraph belong to. A signature stands behind its comment,
/// which may begin with the paragraph.
fn heads(text: &str, paragraph: Span) -> Vec<usize> {
    let words = paragraph.of(text);
    let place = |mark: regex::Match<'_>| {
        if strip_any(mark.as_str(), &WORDS.signatures).is_some() {
            is_signed(&words[mark.end()..]).then_some(0)
        } else {
            opening(words, mark.start())
        }
    };
    WORDS.mark.find_iter(words).filter_map(place).map(|at| at + paragraph.start).collect()
}

/// Where `At 10:15 am on 3 May 2015, a reader ` in front of the verb begins.
fn opening(words: &str, verb: usize) -> Option<usize> {
    let nearest = words.floor_char_boundary(verb.saturating_sub(LONGEST_TIME + LONGEST_NAME));
    let begins = |at: usize| at == 0 || words[..at].ends_with(char::is_whitespace);
    (nearest..verb).filter(|&at| words.is_char_boundary(at) && begins(at)).find(|&at| {
        let time = strip_any(&words[at..verb], &WORDS.opens).and_then(strip_space);
        let name = time.and_then(behind_time);
        name.is_some_and(|name| {
            let name = without_mark(name, &[',']).trim();
            !name.is_empty() && name.len() <= LONGEST_NAME && !name.contains(['.', '!', '?', '"', '“'])
        })
    })
}

/// `: reader | May 3, 2015 10:15 AM` behind the words of a signature.
fn is_signed(words: &str) -> bool {
    let near = run(words, LONGEST_NAME, |c| c != '\n');
    let starts = words[..near].char_indices().map(|(at, _)| at);
    starts
        .filter(|&at| at > 0 && !words[..at].ends_with(char::is_alphanumeric))
        .any(|at| behind_time(&words[at..]).is_some())
}

/// What stands behind a clock time and a date, in either order.
fn behind_time(words: &str) -> Option<&str> {
    let link = |rest| {
        let rest = without_mark(without_mark(rest, &[',', '|']).trim_start(), &[',', '|']).trim_start();
        without_any(rest, &WORDS.between).trim_start()
    };
    let date = |rest| whole(rest).map(|date| &rest[date.length..]);
    let clock = |rest| strip_clock(rest, Halves::Read);
    clock(words).and_then(|rest| date(link(rest))).or_else(|| date(words).and_then(|rest| clock(link(rest))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_comments_are_told_from_prose() {
        let table = [
            ("At 10:15 am on 3 May 2015, harbour_watch wrote: Nobody asked us.", Some(0)),
            ("At 08:28 30th Apr 2009, ola20 wrote: Ask them.", Some(0)),
            ("So it went. At 6:53 P.M. on Jan 13, 2010, Ola Lund wrote: My sympathy.", Some(12)),
            ("A bad plan Posted by: ola20 | April 30, 2010 12:27 PM | Report abuse Another", Some(0)),
            ("Added: Tuesday, 19 January, 2010, 18:32 GMT 18:32 UK Just heard from a friend.", Some(0)),
            ("On 3 May 2015, the minister wrote: the talks go on.", None),
            ("At 10:15 the manager wrote: they left.", None),
            ("The notice was posted by the harbour office on 3 May 2015.", None),
        ];
        for (line, place) in table {
            assert_eq!(heads(line, Span::new(0, line.len())).first().copied(), place, "{line}");
        }
    }

    #[test]
    fn everything_behind_the_first_of_several_heads_is_commentary() {
        let article = "The pier opened on Monday. It had been shut.\n\n";
        let comments = "At 10:15 3rd May 2015, ola20 wrote: Good.\n\nAt 10:16 3rd May 2015, per wrote: Bad.\n\nIt leaks. At 10:17 3rd May 2015, ola20 wrote: No.";
        let text = format!("{article}{comments}");
        let body = |span: Span| Zone { span, kind: ZoneKind::Body };
        let zones = vec![body(Span::new(0, 44)), body(Span::new(46, text.len()))];
        let kinds: Vec<_> = label(&text, zones).iter().map(|zone| zone.kind).collect();
        assert_eq!(kinds, [ZoneKind::Body, ZoneKind::Commentary]);
        let one = "At 10:15 3rd May 2015, the manager wrote: they left.";
        assert_eq!(label(one, vec![body(Span::new(0, one.len()))])[0].kind, ZoneKind::Body);
    }
}
