//! The language of a text.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Reading;
use crate::text::words::table;

/// Fewer letters than this say too little, in bytes.
const SHORTEST: usize = 40;
/// Reading more than this changes nothing, in bytes.
const LONGEST: usize = 4000;

/// ISO 639-3 to 639-1 for the languages the detector knows.
static CODES: LazyLock<HashMap<&'static str, &'static str>> =
    LazyLock::new(|| table(include_str!("data/language-codes.txt")).collect());

/// The ISO 639-1 code of the evidence zones' language, where they are long enough to tell.
pub fn find_language(reading: &Reading) -> Option<String> {
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
        let table = [
            ("The ministers agreed on Monday to widen the rules for the herring fishery of the north.", Some("en")),
            ("Die Minister einigten sich am Montag darauf, die Regeln für die Fischerei zu erweitern.", Some("de")),
            ("한국과 미국, 일본의 국방장관이 일요일 도쿄에서 만나 협력 각서에 서명했다고 국방부가 밝혔다.", Some("ko")),
            ("OK", None),
        ];
        for (text, language) in table {
            assert_eq!(find_language(&Reading::of_text(text)).as_deref(), language, "{text}");
        }
    }
}
