//! Who is a private person: a victim, a suspect, a bystander. They get no page of their own.

use super::clusters::Cluster;
use super::lexicon::PRIVATE_SIGNS;
use super::roles::role_form;
use super::sentence_of;
use crate::model::{ActorDecision, DossierDocument, NameKind, Standing};
use crate::text::Span;
use crate::text::lexicon::{COURTESY_TITLES, OFFICES};

/// Signs are looked for so many words before and behind the name.
const REACH: usize = 8;

/// The standing of a cluster. Private is a person of one document without an office, whom nobody
/// quotes and no file of the user names, with a sign of it next to a mention.
pub fn standing(
    cluster: &Cluster,
    documents: &[DossierDocument],
    is_speaker: impl Fn((usize, usize)) -> bool,
) -> Standing {
    let Some(first) = cluster.mentions.first() else { return Standing::Public };
    let is_open = cluster.kind == NameKind::Person
        && cluster.decided_by == ActorDecision::Found
        && cluster.mentions.iter().all(|joined| joined.place.0 == first.place.0);
    if !is_open {
        return Standing::Public;
    }
    let document = &documents[first.place.0];
    let mut is_signed = false;
    for joined in &cluster.mentions {
        let mention = &document.annotations.names[joined.place.1];
        if is_speaker(joined.place) || mention.role.is_some_and(|role| names_office(document, role)) {
            return Standing::Public;
        }
        is_signed |= has_sign(document, mention.span);
    }
    if is_signed { Standing::Private } else { Standing::Public }
}

fn names_office(document: &DossierDocument, role: Span) -> bool {
    let form = role_form(document, role);
    form.words.iter().any(|word| OFFICES.has(word) && !COURTESY_TITLES.has(word))
}

/// A word of the list, or an age, near the name and in its sentence.
fn has_sign(document: &DossierDocument, span: Span) -> bool {
    let text = document.source.text.as_str();
    let sentence = sentence_of(document, span);
    let before = text.get(sentence.start..span.start).unwrap_or_default();
    let behind = text.get(span.end..sentence.end).unwrap_or_default();
    let is_sign = |word: &str| {
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
        PRIVATE_SIGNS.has(plain) || plain.contains("-year-old")
    };
    before.split_whitespace().rev().take(REACH).any(is_sign)
        || behind.split_whitespace().take(REACH).any(is_sign)
        || is_age(behind)
}

/// `, 33,` behind a name.
pub fn is_age(behind: &str) -> bool {
    let Some(rest) = behind.strip_prefix(", ") else { return false };
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    (1..=3).contains(&digits) && rest[digits..].starts_with([',', '.'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_stands_between_commas() {
        for (behind, expected) in [(", 33, was", true), (", 7.", true), (", 2023 was", false), (" was 33,", false)] {
            assert_eq!(is_age(behind), expected, "{behind}");
        }
    }
}
