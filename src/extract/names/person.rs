//! Persons: capitalised words behind a title, in front of an apposition, or next to a verb of speech.

use super::known;
use super::lexicon::{NameLexicon, head, without_possessive};
use super::{NameKind, NameMention, Taken};
use crate::text::lexicon::{
    COURTESY_TITLES, FUNCTION_WORDS, NAME_PARTICLES, OFFICE_MODIFIERS, OFFICE_OBJECTS, OFFICES, TELLING_VERBS,
    month_number,
};
use crate::text::{Span, Token, TokenKind};

/// A person's name has at most this many words.
const LONGEST_NAME: usize = 4;
/// Longer runs of capitals are no name, in tokens.
const LONGEST_RUN: usize = 16;
/// A title has at most this many words.
const LONGEST_TITLE: usize = 12;

/// The persons of a sentence that its titles and verbs give away.
pub fn find(text: &str, taken: &Taken<'_>, lexicon: &NameLexicon) -> Vec<NameMention> {
    let tokens = &taken.sentence.tokens;
    let mut found: Vec<NameMention> = Vec::new();
    let mut run_start = None;
    let mut at = 0;
    while at < tokens.len() {
        let end = name_end(text, tokens, at, lexicon);
        if end == at || !taken.is_free(at, end) {
            run_start = None;
            at += 1;
            continue;
        }
        let title = title_start(text, tokens, at);
        let count = word_count(tokens, at, end);
        let is_whole_run = run_start.is_none() && (2..=3).contains(&count);
        let is_shown = || is_described(text, tokens, end) || speaks(text, tokens, at, end);
        if count > LONGEST_NAME || !(title.is_some() || is_whole_run && is_shown()) {
            run_start.get_or_insert(at); // `State Jane Doe` behind `Secretary of`: look for the name inside
            at += 1;
            continue;
        }
        let span = known::without_possessive(text, taken.span(at, end));
        let role = title.and_then(|start| role(text, tokens, start, at));
        found.push(NameMention { role, ..super::plain(span, NameKind::Person) });
        run_start = None;
        at = end;
    }
    found
}

/// The office in front of the name at token `at`, where one stands there.
pub fn role_before(text: &str, tokens: &[Token], at: usize) -> Option<Span> {
    title_start(text, tokens, at).and_then(|start| role(text, tokens, start, at))
}

fn role(text: &str, tokens: &[Token], start: usize, end: usize) -> Option<Span> {
    names_office(text, &tokens[start..end]).then(|| Span::new(tokens[start].span.start, tokens[end - 1].span.end))
}

/// True for a title that is more than courtesy (`Dr.`).
fn names_office(text: &str, title: &[Token]) -> bool {
    title.iter().any(|token| token.kind == TokenKind::Word && !COURTESY_TITLES.has(token.of(text)))
}

/// One past the last token of the capitalised name at `at`; `at` where none starts. Initials
/// (`J.`), hyphenated parts (`Suk-yeol`) and particles (`van`) belong to it.
fn name_end(text: &str, tokens: &[Token], at: usize, lexicon: &NameLexicon) -> usize {
    let mut end = at;
    while end < tokens.len() && end - at < LONGEST_RUN {
        let word = tokens[end].of(text);
        let is_first = end == at;
        let is_syllable = !is_first && tokens[end].is_capitalised(text) && is_hyphenated(text, tokens, end + 1); // `Do-yun`
        if is_syllable || is_name_word(text, &tokens[end], lexicon, is_first) {
            end += 1;
            let is_initial =
                word.chars().count() == 1 && tokens.get(end).is_some_and(|token| token.of(text) == "." && token.glued);
            end += usize::from(is_initial);
        } else if !is_first && is_hyphenated(text, tokens, end) {
            end += 2;
        } else if !is_first && is_particle(text, tokens, end) {
            end += 1;
        } else {
            break;
        }
        if word.ends_with("’s") || word.ends_with("'s") {
            break;
        }
    }
    end
}

fn is_name_word(text: &str, token: &Token, lexicon: &NameLexicon, is_first: bool) -> bool {
    if !token.is_capitalised(text) {
        return false;
    }
    let word = token.of(text);
    let bare = without_possessive(word);
    let is_common = || OFFICES.has(bare) || FUNCTION_WORDS.has(bare) || head(bare).is_some() || is_weekday(bare);
    let is_month = || bare.len() > 3 && month_number(bare).is_some();
    let is_known =
        || is_first && lexicon.starting_with(word).iter().any(|name| name.words.len() == 1 && !name.is_shipped_city());
    let is_short_acronym = || token.is_all_caps(text) && (2..=4).contains(&word.chars().count());
    !word.contains('.') && !is_common() && !is_month() && !is_known() && !is_short_acronym()
}

fn is_weekday(word: &str) -> bool {
    crate::model::Weekday::ALL.iter().any(|day| day.as_str().eq_ignore_ascii_case(word))
}

/// `-yeol`, `-Greenfield` behind a name's word.
fn is_hyphenated(text: &str, tokens: &[Token], at: usize) -> bool {
    let joined = tokens.get(at).is_some_and(|mark| mark.glued && matches!(mark.of(text), "-" | "‐" | "‑"));
    joined
        && tokens.get(at + 1).is_some_and(|part| {
            part.glued && part.kind == TokenKind::Word && part.of(text) != "led" && part.of(text) != "based"
        })
}

fn is_particle(text: &str, tokens: &[Token], at: usize) -> bool {
    let is_small = |token: &Token| token.of(text).starts_with(char::is_lowercase) && NAME_PARTICLES.has(token.of(text));
    is_small(&tokens[at]) && tokens.get(at + 1).is_some_and(|next| next.is_capitalised(text) || is_small(next))
}

fn word_count(tokens: &[Token], start: usize, end: usize) -> usize {
    tokens[start..end].iter().filter(|token| token.kind == TokenKind::Word && !token.glued).count()
        + usize::from(tokens.get(start).is_some_and(|token| token.glued))
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
        if !is_title_word(text, before) && !is_link {
            break;
        }
        start -= 1;
    }
    while start < last && matches!(tokens[start].of(text), "and" | "the" | "The" | "of" | "for" | "-") {
        start += 1;
    }
    Some(start)
}

/// `of`, `for` and the like between words of a title; `and` only between words of office, so that
/// the person named before is left out.
fn is_link(text: &str, before: &Token, link: &Token) -> bool {
    match link.of(text) {
        "of" | "for" | "the" | "-" | "’s" | "'s" => is_title_word(text, before),
        "and" => office(text, before),
        _ => false,
    }
}

fn office(text: &str, token: &Token) -> bool {
    let word = token.of(text);
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
            && (office(text, &tokens[link - 1]) || tokens[link - 1].of(text).ends_with("ator"))
            && OFFICE_OBJECTS.has(tokens[last].of(text))
            && tokens[link + 1..=last].iter().all(|token| token.is_capitalised(text))
    })
}

fn is_title_word(text: &str, token: &Token) -> bool {
    token.kind == TokenKind::Word && (token.is_capitalised(text) || office(text, token))
}

/// `, a former CIA official …`: a comma, an article and a word of office soon behind the name.
fn is_described(text: &str, tokens: &[Token], end: usize) -> bool {
    let words: Vec<&str> = tokens[end..].iter().take(10).map(|token| token.of(text)).collect();
    let is_apposition =
        matches!(words.as_slice(), [",", "a" | "an" | "the", ..]) || matches!(words.as_slice(), [",", "who", ..]);
    let mut clause = words.iter().skip(1).take_while(|word| !matches!(**word, "," | ";" | "."));
    is_apposition && (words.get(1) == Some(&"who") || clause.any(|word| OFFICES.has(word)))
}

/// `said Jane Doe`, `Jane Doe told reporters`.
fn speaks(text: &str, tokens: &[Token], start: usize, end: usize) -> bool {
    let is_cue = |token: Option<&Token>| token.is_some_and(|token| TELLING_VERBS.has(token.of(text)));
    is_cue(start.checked_sub(1).and_then(|before| tokens.get(before))) || is_cue(tokens.get(end))
}
