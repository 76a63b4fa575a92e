//! Parties that a text only counts (`the three countries`): the countries that the story lists, where
//! every list of three or more names the same ones, or the last sentences have one such list alone.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::forms::mention;
use super::{Corpus, Place};
use crate::model::{DossierDocument, NameKind, NameMention, PartyGroup};
use crate::text::lexicon::{COURTESY_TITLES, OFFICES};
use crate::text::words::WordSet;
use crate::text::{Mask, Span};

/// So many names in front of a mention are looked at.
const MOST_NAMES: usize = 400;
/// Countries of one list stand at most so many bytes apart: a title and a name fit between.
const LONGEST_GAP: usize = 60;
/// So many sentences back count as the last ones.
const NEAR: usize = 3;

static JOINING: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/joining.en.txt")));

/// The states of a group, as actors; none where the story lists none, or others as well.
pub fn members(corpus: Corpus<'_>, place: Place, group: PartyGroup) -> BTreeSet<usize> {
    let document = &corpus.documents[place.0];
    let own = mention(corpus, place).span;
    let count = usize::from(group.count);
    let lists: Vec<(Span, BTreeSet<usize>)> =
        lists(corpus, document, own).into_iter().filter(|(_, states)| states.len() == count).collect();
    let kinds = |from: usize| -> BTreeSet<&BTreeSet<usize>> {
        lists.iter().filter(|(span, _)| span.start >= from).map(|(_, states)| states).collect()
    };
    let sentences = &document.annotations.sentences;
    let sentence = sentences.partition_point(|span| span.end <= own.start);
    let near = sentences.get(sentence.saturating_sub(NEAR)).map_or(0, |span| span.start);
    let only = |kinds: BTreeSet<&BTreeSet<usize>>| kinds.first().copied().filter(|_| kinds.len() == 1).cloned();
    // pairs come and go in a text
    let everywhere = only(kinds(0)).filter(|_| count > 2);
    everywhere.or_else(|| only(kinds(near))).unwrap_or_default()
}

/// The lists of states in front of the end of a mention, in its story.
fn lists(corpus: Corpus<'_>, document: &DossierDocument, own: Span) -> Vec<(Span, BTreeSet<usize>)> {
    let names = &document.annotations.names;
    let story = document.story_at(own.start);
    let last = names.partition_point(|name| name.span.start < own.end);
    let mut lists: Vec<(Span, BTreeSet<usize>)> = Vec::new();
    let mut previous: Option<usize> = None;
    for at in last.saturating_sub(MOST_NAMES)..last {
        let name = &names[at];
        let is_near = document.story_at(name.span.start) == story;
        let Some(state) = state(corpus, document, at).filter(|_| is_near) else { continue };
        let gap = previous.map(|previous| gap(document, &names[previous..=at])).unwrap_or_default();
        // `Danish Prime Minister Jane Doe` is of one country
        let is_joined = |states: &BTreeSet<usize>| gap == Gap::Joint || gap == Gap::Title && states.contains(&state);
        match lists.last_mut().filter(|(_, states)| is_joined(states)) {
            Some((span, states)) => {
                *span = Span::new(span.start, name.span.end);
                states.insert(state);
            }
            None => lists.push((name.span, BTreeSet::from([state]))),
        }
        previous = Some(at);
    }
    lists
}

/// The state of a name: a country or its people, or the country of a person.
fn state(corpus: Corpus<'_>, document: &DossierDocument, at: usize) -> Option<usize> {
    let own = document.annotations.names[at].country.as_deref();
    let person = || {
        let actor = &corpus.actors[document.mention_actors.get(at).copied().flatten()?];
        actor.country.as_deref().filter(|_| actor.kind == NameKind::Person)
    };
    corpus.states.get(own.or_else(person)?).copied()
}

/// What stands between two names.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Gap {
    /// Commas, `and`, and the titles and names of those who speak for a country.
    Joint,
    /// Titles and names alone.
    Title,
    /// Something else.
    #[default]
    Other,
}

/// What stands between the first and the last of these names.
fn gap(document: &DossierDocument, names: &[NameMention]) -> Gap {
    let (Some(first), Some(last)) = (names.first(), names.last()) else { return Gap::Other };
    let between = Span::new(first.span.end, last.span.start.max(first.span.end));
    if between.len() > LONGEST_GAP {
        return Gap::Other;
    }
    let mut rest = Mask::new(between.of(&document.source.text));
    let inner = names.iter().filter(|name| name.kind == NameKind::Person).map(|name| name.span);
    for part in inner.chain(names.iter().filter_map(|name| name.role)) {
        let (start, end) = (part.start.max(between.start), part.end.min(between.end));
        if start < end {
            rest.hide(Span::new(start - between.start, end - between.start));
        }
    }
    let rest = rest.into_text();
    let words = || rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_title = |word: &str| OFFICES.has(word) || COURTESY_TITLES.has(word);
    let is_over = rest.contains(['.', ';', ':', '(', ')', '“', '”', '"']);
    let is_joint = rest.contains([',', '-', '–', '/']) || words().any(|word| JOINING.has(word));
    match () {
        () if is_over || !words().all(|word| JOINING.has(word) || is_title(word)) => Gap::Other,
        () if is_joint => Gap::Joint,
        () => Gap::Title,
    }
}
