//! Names of the general authority file in a text: they give way to what the text shows.

use super::lexicon::KnownName;
use super::{NameKind, NameMention};
use crate::extract::reading::Sentence;
use crate::model::{Origin, Weekday};
use crate::text::Token;
use crate::text::lexicon::{COURTESY_TITLES, FUNCTION_WORDS, OFFICE_OBJECTS, OFFICES, month_number};

/// The known names of a sentence that give way to nothing, and those that do: states and what ships.
/// A city or an acronym that is a part of something else is neither.
pub fn apart(
    text: &str,
    sentence: &Sentence,
    known: Vec<(NameMention, &KnownName)>,
) -> (Vec<NameMention>, Vec<NameMention>) {
    let spans: Vec<_> = known.iter().map(|(mention, _)| mention.span).collect();
    let is_known = |token: &Token| spans.iter().any(|span| span.overlaps(token.span));
    let (mut firm, mut yielding) = (Vec::new(), Vec::new());
    for (mention, name) in known {
        let (before, behind) = neighbours(sentence, &mention);
        let is_stranger = |token: Option<&Token>| token.is_some_and(|token| is_name(text, token) && !is_known(token));
        let is_shouted = |token: Option<&Token>| token.is_some_and(|token| token.is_all_caps(text));
        if name.is_shipped_city() && (is_stranger(before) || is_stranger(behind)) {
            continue; // `Denzel Washington`, `Washington Post`
        }
        if name.is_acronym && FUNCTION_WORDS.has(&name.words[0]) && (is_shouted(before) || is_shouted(behind)) {
            continue; // `WHO IS NEXT`
        }
        let gives_way = name.country.is_some() || name.origin == Origin::Shipped;
        if gives_way { yielding.push(mention) } else { firm.push(mention) }
    }
    (firm, yielding)
}

/// The names of a text with those that ship. A name of the text that covers more stays; one that covers
/// the same is what the file says, persons called like a place (`Jordan`) aside; one that covers less
/// gives way. All are sorted.
pub fn merge(names: Vec<NameMention>, shipped: Vec<NameMention>) -> Vec<NameMention> {
    let mut names = names;
    let mut added = Vec::new();
    for name in shipped {
        let from = names.partition_point(|other| other.span.end <= name.span.start);
        let to = names.partition_point(|other| other.span.start < name.span.end);
        match &names[from..to.max(from)] {
            [] => added.push(name),
            [same] if same.span == name.span => {
                let is_namesake = same.kind == NameKind::Person && name.kind == NameKind::Place;
                if !is_namesake {
                    names[from] = name;
                }
            }
            others if others.iter().all(|other| name.span.contains(other.span)) => {
                names.splice(from..to, [name]);
            }
            _ => {}
        }
    }
    names.append(&mut added);
    names.sort_by_key(|name| name.span);
    names
}

fn neighbours<'s>(sentence: &'s Sentence, mention: &NameMention) -> (Option<&'s Token>, Option<&'s Token>) {
    let tokens = &sentence.tokens;
    let first = tokens.partition_point(|token| token.span.end <= mention.span.start);
    let end = tokens.partition_point(|token| token.span.start < mention.span.end);
    // Behind a possessive stands another thing: `Seoul’s Blue House`.
    let is_possessive = tokens.get(end.saturating_sub(1)).is_some_and(|last| last.span.end > mention.span.end);
    (first.checked_sub(1).and_then(|at| tokens.get(at)), tokens.get(end).filter(|_| !is_possessive))
}

/// A capitalised word that is no office, weekday, month or small word.
fn is_name(text: &str, token: &Token) -> bool {
    let word = token.of(text);
    let is_office = OFFICES.has(word) || OFFICE_OBJECTS.has(word) || COURTESY_TITLES.has(word);
    let is_day = Weekday::ALL.iter().any(|day| day.as_str().eq_ignore_ascii_case(word)) || month_number(word).is_some();
    token.is_capitalised(text) && !is_office && !is_day && !FUNCTION_WORDS.has(word)
}
