//! Words next to a date or an office that say how to read it. They are data (`lang/`).

use std::sync::LazyLock;

use crate::text::lexicon::FUNCTION_WORDS;
use crate::text::words::{WordSet, entries};

static FORMER: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("lang/en/former.txt")));
static COUNTED: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("lang/en/counted.txt")));
static IMAGINED: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("lang/en/imagined.txt")));
static REFERENCE: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("lang/en/reference.txt")));
static ARTICLES: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("lang/en/articles.txt")));
static CANDIDACY: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("lang/en/candidacy.txt")));
static DEADLINE: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("lang/en/deadline.txt")));
static IN: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("lang/en/in.txt")));
static LIMIT: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("lang/en/limit.txt")));
static SINCE: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("lang/en/since.txt")));
static ON: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("lang/en/on.txt")));
static RECORDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| entries(include_str!("lang/en/records.txt")).collect());
static NEAR: LazyLock<Vec<&'static str>> = LazyLock::new(|| entries(include_str!("lang/en/near.txt")).collect());
static AMENDED: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("lang/en/amended.txt")));

/// What ends a phrase.
const PAUSES: [char; 10] = [',', ';', ':', '(', ')', '“', '”', '"', '—', '–'];
/// How many words in front of an office say that it is not held.
const FORMER_REACH: usize = 2;
/// How many words in front of a date say that a page was changed then.
const AMENDED_REACH: usize = 4;

/// `former`, `then`, `ex-`: the office is not held at the time of writing.
pub fn is_former(before: &str) -> bool {
    words_back(before).take(FORMER_REACH).any(|word| FORMER.has(word))
}

/// `a President Lund`: somebody who might hold the office.
pub fn is_imagined(before: &str) -> bool {
    words_back(before).next().is_some_and(|word| IMAGINED.has(word))
}

/// `under President Lund`, `an adviser to U.S. President Lund`: not who acts, but a time or somebody's past.
pub fn is_reference(before: &str) -> bool {
    let is_small = |word: &&str| !word.starts_with(char::is_uppercase) && !ARTICLES.has(word);
    let phrase = before.rsplit(PAUSES).next().unwrap_or_default();
    words_back(phrase).find(is_small).is_some_and(|word| REFERENCE.has(word))
}

/// `the nominee`, `the primaries`: the text tells of who wants an office.
pub fn tells_candidacy(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|word| CANDIDACY.has(word))
}

/// `by 2012`, `until the end of 2015`, `a trial starting Feb. 27`: not past, whatever the tense.
pub fn is_deadline(before: &str) -> bool {
    words_back(before).next().is_some_and(|word| DEADLINE.has(word))
}

/// `by 2012`: in a plan, the time that is still to come.
pub fn is_limit(before: &str) -> bool {
    words_back(before).next().is_some_and(|word| LIMIT.has(word))
}

/// `since 2005`: always past.
pub fn is_since(before: &str) -> bool {
    words_back(before).next().is_some_and(|word| SINCE.has(word))
}

/// `in 2011`, `early 2011`: the year is when something is; in `the 2011 budget` it names a thing.
pub fn is_in(before: &str) -> bool {
    words_back(before).next().is_some_and(|word| IN.has(word)) && !before.trim_end().ends_with([',', ';', '('])
}

/// `of 2047 registered voters`, `about 2016 politics`: a count, or the name of a thing, and no time.
pub fn is_counted(before: &str, behind: &str) -> bool {
    let is_loose = words_back(before).next().is_some_and(|word| COUNTED.has(word));
    let next = behind.strip_prefix(' ').unwrap_or_default().split(|c: char| !c.is_alphanumeric()).next();
    is_loose && next.is_some_and(|word| !word.is_empty() && !FUNCTION_WORDS.has(word))
}

/// `datetime="2023-05-21"`, `(@norwick) May 21, 2023`: the stamp of a post that the text shows, which may be
/// later than the rest.
pub fn is_of_post(before: &str) -> bool {
    let handle = before.trim_end().strip_suffix(')').and_then(|before| before.rsplit_once('('));
    before.ends_with("=\"") || handle.is_some_and(|(_, handle)| handle.starts_with('@'))
}

/// `on May 21, 2023`.
pub fn is_on(before: &str) -> bool {
    words_back(before).next().is_some_and(|word| ON.has(word))
}

/// `This article was amended on 8 May 2010`: not the text, but what was done to it.
pub fn is_amended(before: &str) -> bool {
    words_back(before).take(AMENDED_REACH).any(|word| AMENDED.has(word))
}

/// `an unprecedented number`: words of a year's record.
pub fn tells_record(sentence: &str) -> bool {
    let sentence = sentence.to_lowercase();
    let is_whole = |at: usize, words: &str| {
        let (before, behind) = (&sentence[..at], &sentence[at + words.len()..]);
        !before.ends_with(|c: char| c.is_alphanumeric() || c == '-') && !behind.starts_with(char::is_alphanumeric)
    };
    RECORDS.iter().any(|words| sentence.match_indices(words).any(|(at, words)| is_whole(at, words)))
}

/// `, months before the launch`: what else the sentence tells is near that date.
pub fn tells_near(behind: &str) -> bool {
    let behind = behind.trim_start_matches([',', ' ', '—', '–', '-']);
    NEAR.iter().any(|words| behind.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words)))
}

/// The words in front of a place, the nearest first.
fn words_back(before: &str) -> impl Iterator<Item = &str> {
    before.split(|c: char| !c.is_alphanumeric()).rev().filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_front_are_read_from_the_nearest() {
        assert!(is_former("the former ") && is_former("an ex-") && !is_former("the former head met "));
        assert!(is_deadline("to begin by ") && !is_deadline("the ") && is_since("at work since "));
        assert!(is_in("sold in ") && !is_in("sold the ") && !is_in("in ("));
        assert!(tells_near(", months before the launch") && !tells_near(" and months before"));
        assert!(is_imagined("the risk of a ") && !is_imagined("the "));
        assert!(is_reference("an aide to U.S. ") && is_reference("under the ") && !is_reference("to Oslo, "));
        assert!(is_of_post("datetime=\"") && is_of_post("Berg (@pberg) ") && !is_of_post("Berg (Brent) "));
        assert!(is_counted("a poll of ", " 2 boats") && !is_counted("the storm of ", " and"));
        assert!(tells_record("a record low in") && !tells_record("near-record lows"));
        assert!(is_on("They met on ") && !is_on("the "));
        assert!(is_amended("This page was amended on ") && !is_amended("It was signed on "));
    }
}
