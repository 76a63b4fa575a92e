//! Readers' comments below an article: what strangers wrote there is no evidence for the article.

use std::sync::LazyLock;

use regex::Regex;

use super::date::{Halves, strip_clock, whole};
use super::matching::{run, strip_any, strip_space, without_any, without_mark};
use super::zones::{as_kind, cut, relabel_body};
use crate::model::{Zone, ZoneKind};
use crate::text::Span;
use crate::text::words::table;

/// Fewer heads are an article's own: `At 10:15 on 3 May 2015, the manager wrote:` …
const FEWEST_HEADS: usize = 3;
/// … and fewer of handles, by which nobody is called in prose (`At 10:15 on 3 May 2015, ola20 wrote:`).
const FEWEST_HANDLES: usize = 2;
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
    let heads: Vec<Head> =
        zones.iter().filter(|zone| zone.kind == ZoneKind::Body).flat_map(|zone| heads(text, zone.span)).collect();
    let handles = heads.iter().filter(|head| head.is_handle).count();
    let are_comments = heads.len() >= FEWEST_HEADS || handles >= FEWEST_HANDLES;
    let Some(first) = heads.first().filter(|_| are_comments).map(|head| head.at) else { return zones };
    relabel_body(zones, |zone| {
        let comments = Span::new(first.max(zone.span.start), zone.span.end.max(first));
        match () {
            () if comments.is_empty() => vec![zone],
            () if comments == zone.span => vec![as_kind(zone, ZoneKind::Commentary)],
            () => cut(text, zone, &[Zone { span: comments, kind: ZoneKind::Commentary }]),
        }
    })
}

/// The head of a comment.
#[derive(Debug)]
struct Head {
    /// Where the comment begins.
    at: usize,
    /// Whether the name in front of the verb is a handle.
    is_handle: bool,
}

/// Where the comments begin that the heads of a paragraph belong to. A signature stands behind its comment,
/// which may begin with the paragraph.
fn heads(text: &str, paragraph: Span) -> Vec<Head> {
    let words = paragraph.of(text);
    let head = |mark: regex::Match<'_>| {
        if strip_any(mark.as_str(), &WORDS.signatures).is_some() {
            return is_signed(&words[mark.end()..]).then_some(Head { at: paragraph.start, is_handle: false });
        }
        let at = opening(words, mark.start())?;
        let name = words[..mark.start()].split_whitespace().next_back();
        Some(Head { at: at + paragraph.start, is_handle: name.is_some_and(is_handle) })
    };
    WORDS.mark.find_iter(words).filter_map(head).collect()
}

/// `ola20`, `harbour_watch`: a name without a capital.
fn is_handle(name: &str) -> bool {
    name.chars().any(char::is_alphabetic) && !name.chars().any(char::is_uppercase)
}

/// Signatures of readers without a clock time: `Posted by harbourfan 22 Jan 2012`.
pub fn signature(words: &str) -> impl Iterator<Item = Span> {
    let signed = |mark: regex::Match<'_>| {
        strip_any(mark.as_str(), &WORDS.signatures)?;
        let name = strip_space(without_mark(&words[mark.end()..], &[':']))?;
        let length = run(name, LONGEST_NAME, |c| !c.is_whitespace());
        let date = strip_space(&name[length..])?;
        let is_signed = mark.as_str().starts_with(char::is_uppercase) && is_handle(&name[..length]);
        let end = words.len() - date.len() + whole(date)?.length;
        is_signed.then_some(Span::new(mark.start(), end))
    };
    WORDS.mark.find_iter(words).filter_map(signed)
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
            assert_eq!(heads(line, Span::new(0, line.len())).first().map(|head| head.at), place, "{line}");
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
        let table = [
            ("At 10:15 3rd May 2015, the manager wrote: they left.", ZoneKind::Body),
            (
                "At 10:15 3rd May 2015, Ola Lund wrote: Go. At 11:15 3rd May 2015, Kari Berg wrote: Stay.",
                ZoneKind::Body,
            ),
            ("At 10:15 3rd May 2015, ola20 wrote: Go. At 11:15 3rd May 2015, kari wrote: Stay.", ZoneKind::Commentary),
        ];
        for (text, kind) in table {
            assert_eq!(label(text, vec![body(Span::new(0, text.len()))])[0].kind, kind, "{text}");
        }
    }
}
