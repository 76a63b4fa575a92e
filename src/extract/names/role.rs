//! Roles: the title or office in front of a person's name, or the apposition behind it.

use super::lexicon::{SERVING_OFFICES, without_possessive};
use crate::text::endings::Ending;
use crate::text::lexicon::{
    COURTESY_TITLES, FUNCTION_WORDS, OFFICE_MODIFIERS, OFFICE_OBJECTS, OFFICES, SPEECH_VERBS, WEEKDAYS,
};
use crate::text::{Span, Token, TokenKind};

/// A title has at most this many words.
const LONGEST_TITLE: usize = 12;
/// The word of office stands among the first words of an apposition.
const OFFICE_WITHIN: usize = 7;
/// An apposition has at most this many tokens.
const LONGEST_APPOSITION: usize = 16;

/// What the text says a person is: the person's name is at the tokens from `start` to `end`.
pub fn role(text: &str, tokens: &[Token], (start, end): (usize, usize)) -> Option<Span> {
    role_before(text, tokens, start)
        .or_else(|| role_apart(text, tokens, (start, end)))
        .or_else(|| role_behind(text, tokens, end))
}

/// `the Norwegian trade minister, Ola Lund, said`: the name is the apposition.
fn role_apart(text: &str, tokens: &[Token], (start, end): (usize, usize)) -> Option<Span> {
    let word = |at: usize| tokens[at].of(text);
    let comma = start.checked_sub(1).filter(|&at| word(at) == ",")?;
    let closes = tokens.get(end).is_none_or(|next| matches!(next.of(text), "," | "." | ")" | ";"));
    let mut from = title_start(text, tokens, comma).filter(|_| closes && !Ending::Plural.ends(word(comma - 1)))?;
    let opens = |at: usize| at > 0 && (is_article(word(at - 1)) || word(at - 1) != without_possessive(word(at - 1)));
    let is_modifier = |at: usize| tokens[at].kind == TokenKind::Word && !FUNCTION_WORDS.has(word(at));
    while !opens(from) && from > 0 && comma - from < OFFICE_WITHIN && is_modifier(from - 1) {
        from -= 1;
    }
    office_span(text, tokens, from, comma).filter(|_| opens(from))
}

pub fn is_article(word: &str) -> bool {
    matches!(word, "the" | "The" | "its" | "their" | "his" | "her")
}

/// How many words in front of the person's name at the tokens from `start` to `end` are a title: words of
/// office, and behind `Prime` or `Vice` a misspelt one, too (`Prime Minster Kishida`).
pub fn title_words(text: &str, tokens: &[Token], (start, end): (usize, usize)) -> usize {
    let follows_modifier = |at: usize| at.checked_sub(1).is_some_and(|at| OFFICE_MODIFIERS.has(tokens[at].of(text)));
    let is_title = |at: &usize| {
        let word = tokens[*at].of(text);
        let is_misspelt = || follows_modifier(*at) && is_near_office(word);
        office(text, &tokens[*at]) || COURTESY_TITLES.has(word) || word == "." || is_misspelt()
    };
    (start..end.saturating_sub(1)).take_while(is_title).count()
}

/// One letter away from a long word of office.
fn is_near_office(word: &str) -> bool {
    const SHORTEST: usize = 7;
    let lower = word.to_lowercase();
    OFFICES.words().any(|office| office.len() >= SHORTEST && strsim::damerau_levenshtein(office, &lower) == 1)
}

/// True for words that are an office and no name: `U.S. Defense Secretary`, `Coordinator for Strategic
/// Communications`. `is_known` tells names of states.
pub fn is_office_only(text: &str, tokens: &[Token], is_known: impl Fn(&Token) -> bool) -> bool {
    let link = tokens.iter().position(|token| matches!(token.of(text), "of" | "for")).unwrap_or(tokens.len());
    let Some(head) = tokens[..link].iter().rfind(|token| token.kind == TokenKind::Word) else { return false };
    let holds = |token: &Token| {
        let word = without_possessive(token.of(text));
        let is_part = office(text, token) || OFFICE_OBJECTS.has(word) || COURTESY_TITLES.has(word);
        is_part || OFFICE_MODIFIERS.has(word) || token.kind != TokenKind::Word || is_known(token)
    };
    let is_plural = Ending::Plural.ends(head.of(text));
    office(text, head) && (tokens[..link].iter().all(holds) && !(is_plural && link < tokens.len()))
}

/// `Coordinator for | Strategic Communications`: what somebody is in office for is no body.
pub fn is_portfolio(text: &str, tokens: &[Token], (start, end): (usize, usize)) -> bool {
    let follows_office = start > 1 && tokens[start - 1].of(text) == "for" && is_held(text, &tokens[start - 2]);
    follows_office && OFFICE_OBJECTS.has(tokens[end - 1].of(text))
}

/// A word of office, or one formed like one (`coordinator`).
fn is_held(text: &str, token: &Token) -> bool {
    office(text, token) || Ending::Agent.ends(token.of(text))
}

/// `, the U.S. envoy for trade,`: an article or a word of office in small letters, and nothing behind
/// it that would make it the title of another name.
fn role_behind(text: &str, tokens: &[Token], end: usize) -> Option<Span> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    if word(end) != "," {
        return None;
    }
    let has_article = matches!(word(end + 1), "a" | "an" | "the");
    let start = end + 1 + usize::from(has_article);
    let is_inside = |at: &usize| tokens[*at].kind != TokenKind::Mark || matches!(word(*at), "-" | "‐" | "." | "&");
    let stop = (start..tokens.len().min(start + LONGEST_APPOSITION)).take_while(is_inside).last()? + 1;
    let ends_sentence = stop == tokens.len() && word(stop - 1) == ".";
    let stop = if ends_sentence { stop - 1 } else { stop };
    let office_at = (start..stop.min(start + OFFICE_WITHIN))
        .take_while(|&at| !FUNCTION_WORDS.has(word(at)) || OFFICE_MODIFIERS.has(word(at)) || is_joining(word(at)))
        .filter(|&at| office(text, &tokens[at]) && !OFFICE_MODIFIERS.has(word(at)) && !COURTESY_TITLES.has(word(at)));
    let titles_another = |at: usize| tokens.get(at + 1).is_some_and(|next| next.is_capitalised(text));
    let offices: Vec<usize> = office_at.collect();
    let serving = || offices.iter().rev().copied().find(|&at| SERVING_OFFICES.has(word(at)) && !titles_another(at));
    let office_at = offices.last().copied().filter(|&at| !titles_another(at)).or_else(serving)?;
    let is_small = word(office_at).starts_with(char::is_lowercase);
    if !has_article && !is_small {
        return None;
    }
    let goes_on = matches!(word(office_at + 1), "of" | "for" | "at" | "in" | "to" | "on");
    let last = if goes_on { phrase_end(text, tokens, office_at + 1, stop) } else { office_at + 1 };
    Some(Span::new(tokens[start].span.start, tokens[last - 1].span.end))
}

/// Words that may stand between the words of a title.
fn is_joining(word: &str) -> bool {
    matches!(word, "and" | "of" | "for")
}

/// One past the phrase that starts with a preposition: capitals, words of office and what joins them.
fn phrase_end(text: &str, tokens: &[Token], from: usize, stop: usize) -> usize {
    let goes_on = |at: &usize| {
        let token = &tokens[*at];
        let word = token.of(text);
        let is_link = matches!(word, "of" | "for" | "at" | "in" | "to" | "on" | "the" | "and" | "-" | "." | "&" | "a");
        is_link
            || token.is_capitalised(text)
            || OFFICE_OBJECTS.has(word)
            || office(text, token)
            || !FUNCTION_WORDS.has(word) && !SPEECH_VERBS.has(word)
    };
    let mut end = (from..stop).take_while(goes_on).last().map_or(from, |last| last + 1);
    while end > from && FUNCTION_WORDS.has(tokens[end - 1].of(text)) {
        end -= 1;
    }
    end.max(from)
}

/// The office in front of the name at token `at`, where one stands there.
fn role_before(text: &str, tokens: &[Token], at: usize) -> Option<Span> {
    let end = without_courtesy(text, tokens, at);
    title_start(text, tokens, end).and_then(|start| office_span(text, tokens, start, end))
}

/// One past the title in front of `at` without the courtesy at its end: `President | Dr.`, `lawyers for | Dr`.
fn without_courtesy(text: &str, tokens: &[Token], at: usize) -> usize {
    let word = |at: usize| tokens[at].of(text);
    let mut end = at;
    loop {
        let dotted = end > 1 && word(end - 1) == "." && COURTESY_TITLES.has(word(end - 2));
        match end {
            _ if dotted => end -= 2,
            1.. if COURTESY_TITLES.has(word(end - 1)) => end -= 1,
            _ => return end,
        }
    }
}

fn office_span(text: &str, tokens: &[Token], start: usize, end: usize) -> Option<Span> {
    names_office(text, &tokens[start..end]).then(|| Span::new(tokens[start].span.start, tokens[end - 1].span.end))
}

/// True for a title that is more than courtesy (`Dr.`).
fn names_office(text: &str, title: &[Token]) -> bool {
    let is_more = |token: &Token| {
        let word = token.of(text);
        !COURTESY_TITLES.has(word) && is_held(text, token)
    };
    title.iter().any(|token| token.kind == TokenKind::Word && is_more(token))
}

/// Where the title in front of the name at `at` starts. The title ends in a word of office
/// (`South Korean Defense Minister`, `U.S. Secretary of State`, `Gen.`); its other words are
/// capitalised, or `of`, `for`, `and`, `the` between capitalised ones.
fn title_start(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let mut last = at.checked_sub(1)?;
    if tokens[last].of(text) == "." && tokens[last].glued {
        last = last.checked_sub(1)?;
    }
    let is_modifier = OFFICE_MODIFIERS.has(tokens[last].of(text));
    let closes_office = is_office_of(text, tokens, last) || office(text, &tokens[last]) && !is_modifier;
    if !closes_office {
        return None;
    }
    let mut start = last;
    while start > 0 && last - start < LONGEST_TITLE {
        let before = &tokens[start - 1];
        let is_link = start >= 2 && is_link(text, &tokens[start - 2], before);
        let is_anothers = is_link && is_served(text, tokens, (start, last));
        if !is_title_word(text, before) && !is_link || is_anothers {
            break;
        }
        start -= 1;
    }
    let opens_sentence = |token: &Token| {
        let word = token.of(text);
        word == "-" || word.starts_with(['\'', '’']) || FUNCTION_WORDS.has(word) || WEEKDAYS.has(word)
    };
    while start < last && opens_sentence(&tokens[start]) {
        start += 1;
    }
    Some(start)
}

/// `spokesman for | Secretary General`: the tokens from `start` to `last` are a title of their own.
fn is_served(text: &str, tokens: &[Token], (start, last): (usize, usize)) -> bool {
    let serves = start >= 2 && SERVING_OFFICES.has(tokens[start - 2].of(text));
    serves
        && matches!(tokens[start - 1].of(text), "of" | "for" | "to")
        && tokens[start..=last].iter().any(|token| office(text, token))
}

/// `of`, `for` and the like between words of a title; `and` only between words of office, so that
/// the person named before is left out.
fn is_link(text: &str, before: &Token, link: &Token) -> bool {
    match link.of(text) {
        "of" | "for" | "the" | "-" | "’s" | "'s" => is_title_word(text, before),
        "to" => SERVING_OFFICES.has(before.of(text)),
        "and" => office(text, before),
        _ => false,
    }
}

fn office(text: &str, token: &Token) -> bool {
    let word = without_possessive(token.of(text));
    OFFICES.has(word) || OFFICES.has(word.strip_suffix(['s', 'S']).unwrap_or(word))
}

/// `Secretary of State`, `Coordinator for Strategic Communications`: the word of office stands
/// before `of` or `for`, up to four words back.
fn is_office_of(text: &str, tokens: &[Token], last: usize) -> bool {
    let reach = last.saturating_sub(4);
    let link = (reach..last).rev().find(|&at| matches!(tokens[at].of(text), "of" | "for"));
    link.is_some_and(|link| {
        link > 0
            && tokens[link - 1].is_capitalised(text)
            && is_held(text, &tokens[link - 1])
            && OFFICE_OBJECTS.has(tokens[last].of(text))
            && tokens[link + 1..=last].iter().all(|token| token.is_capitalised(text))
    })
}

fn is_title_word(text: &str, token: &Token) -> bool {
    let is_part = || office(text, token) || OFFICE_MODIFIERS.has(token.of(text));
    token.kind == TokenKind::Word && (token.is_capitalised(text) || is_part())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens::tokens;

    #[test]
    fn a_role_stands_in_front_or_behind() {
        let table = [
            ("Norwegian Trade Minister |Ola Lund| left.", Some("Norwegian Trade Minister")),
            ("The Secretary of State |Jane Doe| said so.", Some("Secretary of State")),
            ("But U.S. Sen. |Ola Lund| left.", Some("U.S. Sen.")),
            ("On Saturday Norwegian Trade Minister |Ola Lund| left.", Some("Norwegian Trade Minister")),
            ("Mr. |Lund| left.", None),
            ("|Ane Vik|, a former harbour official, said so.", Some("former harbour official")),
            ("|Ane Vik|, the U.S. envoy for fisheries, said so.", Some("U.S. envoy for fisheries")),
            ("|Ane Vik|, chairman of the Harbour Board, left.", Some("chairman of the Harbour Board")),
            ("|Ane Vik|, who left, is a minister.", None),
            ("|Ane Vik|, President Ola Lund and others met.", None),
            ("|Ane Vik|, the president said, had left.", Some("president")),
            ("|Ane Vik| met the minister.", None),
            ("It was |Ane Vik|, the harbour master.", None),
            ("The Norwegian trade minister, |Ola Lund|, said so.", Some("Norwegian trade minister")),
            ("She told Norway’s trade minister, |Ola Lund|.", Some("trade minister")),
            ("After she met the minister, |Lund| left.", None),
            ("She met the ministers, |Ola Lund|, and others.", None),
            ("a spokesman for Secretary General |Ola Lund| said", Some("Secretary General")),
            ("She met acting assistant trade director |Ola Lund|.", Some("director")),
            ("Its acting assistant director |Ola Lund| left.", Some("acting assistant director")),
            ("The chief economist |Ola Lund| left.", Some("chief economist")),
            ("Lawyers for Dr. |Lund| said so.", None),
            ("However Dr |Lund| said so.", None),
            ("President Dr. |Lund| said so.", Some("President")),
            ("Norway's newly elected trade minister, |Ola Lund|, left.", Some("newly elected trade minister")),
            ("|Ane Vik|, director of the board told reporters in a call.", Some("director of the board")),
            ("|Ane Vik|, a spokeswoman for President Lund, said so.", Some("spokeswoman for President Lund")),
        ];
        for (marked, expected) in table {
            let text = marked.replace('|', "");
            let start = marked.find('|').unwrap();
            let end = marked.rfind('|').unwrap() - 1;
            let tokens = tokens(&text, Span::new(0, text.len()));
            let first = tokens.partition_point(|token| token.span.start < start);
            let behind = tokens.partition_point(|token| token.span.start < end);
            let role = role(&text, &tokens, (first, behind));
            assert_eq!(role.map(|role| role.of(&text)), expected, "{marked}");
        }
    }
}
