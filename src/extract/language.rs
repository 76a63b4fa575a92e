//! The language of a text.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Reading;
use crate::text::TokenKind;
use crate::text::words::{WordSet, table};

/// Fewer letters than this say too little, in bytes.
const SHORTEST: usize = 40;
/// Reading more than this changes nothing, in bytes.
const LONGEST: usize = 4000;

/// ISO 639-3 to 639-1 for the languages the detector knows.
static CODES: LazyLock<HashMap<&'static str, &'static str>> =
    LazyLock::new(|| table(include_str!("data/language-codes.txt")).collect());

/// Words that tell English from every other language the detector knows.
static ENGLISH: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/english-marks.txt")));

/// So many words of a text are asked whether they are English.
const ASKED: usize = 120;
/// With fewer words the detector is asked.
const FEWEST: usize = 30;
/// One word in so many must tell English; in running English it is every fourth. Tuned on news and
/// encyclopedia articles, where nothing else comes near and the detector agrees on every one.
const ONE_IN: usize = 6;

/// The ISO 639-1 code of the evidence zones' language, where they are long enough to tell.
pub fn find_language(reading: &Reading) -> Option<String> {
    if is_plainly_english(reading) { Some("en".to_owned()) } else { detected(reading) }
}

/// True where the words alone settle it: the detector counts every trigram of its sample, which
/// takes longer than all finders together.
fn is_plainly_english(reading: &Reading) -> bool {
    let tokens = reading.sentences.iter().flat_map(|sentence| &sentence.tokens);
    let words = tokens.filter(|token| token.kind == TokenKind::Word).take(ASKED);
    let (all, telling) =
        words.fold((0, 0), |(all, telling), token| (all + 1, telling + usize::from(ENGLISH.has(reading.word(token)))));
    all >= FEWEST && telling * ONE_IN >= all
}

fn detected(reading: &Reading) -> Option<String> {
    let mut sample = String::new();
    for &paragraph in &reading.paragraphs {
        sample.push_str(paragraph.of(&reading.text));
        sample.push('\n');
        if sample.len() > LONGEST {
            break;
        }
    }
    let mut end = sample.len().min(LONGEST);
    while !sample.is_char_boundary(end) {
        end -= 1;
    }
    let found = whatlang::detect(&sample[..end]).filter(|_| sample.trim().len() >= SHORTEST)?;
    (found.confidence() > 0.5).then(|| CODES.get(found.lang().code())).flatten().map(|code| (*code).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_and_short_texts_are_not_guessed() {
        let english = "The envoy of the ministry said that the talks with the north have failed. ".repeat(4);
        let german = "Der Gesandte sagte, Regeln of the Sea seien bei diesen Gesprächen kein Thema. ".repeat(4);
        let table = [
            ("The ministers agreed on Monday to widen the rules for the herring fishery of the north.", Some("en")),
            ("Die Minister einigten sich am Montag darauf, die Regeln für die Fischerei zu erweitern.", Some("de")),
            ("한국과 미국, 일본의 국방장관이 일요일 도쿄에서 만나 협력 각서에 서명했다고 국방부가 밝혔다.", Some("ko")),
            ("OK", None),
            (&english, Some("en")),
            (&german, Some("de")),
        ];
        for (text, language) in table {
            assert_eq!(find_language(&Reading::of_text(text)).as_deref(), language, "{text}");
        }
    }
}
