//! Features: what the tagger weighs at a token.

use super::document::Writings;
use super::hash::mix;
use super::model::listing;
use super::sentence::Line;
use super::words::{Class, Word};
use crate::text::TokenKind;

/// Where a sentence ends.
const EDGE: Word<'static> = Word {
    text: "",
    lower: 1,
    shape: 2,
    clusters: 0,
    listing: 0,
    classes: 0,
    kind: TokenKind::Mark,
    glued: false,
    possessive: false,
    capital: false,
};

/// What the features of a token are made from.
#[derive(Debug, Clone, Copy)]
pub struct View<'v> {
    /// The sentence.
    pub line: &'v Line<'v>,
    /// How the document writes its words.
    pub writings: &'v Writings,
}

/// Calls `add` with the hash of each feature of the token at `at`.
pub fn features(view: View<'_>, at: usize, add: impl FnMut(u64)) {
    let mut all = numbered(add);
    let near = [-2, -1, 0, 1, 2].map(|offset| word_at(view.line, at, offset));
    all(&of_words(near));
    all(&of_lists(near, view.line, at));
    all(&of_run(view, at));
    if near[2].capital {
        all(&of_letters(near[2]));
    }
}

/// Hands over values one by one, each with the number of its template mixed in.
fn numbered(mut add: impl FnMut(u64)) -> impl FnMut(&[u64]) {
    let mut template = 0;
    move |values| {
        for &value in values {
            template += 1;
            add(mix(mix(template, value), template));
        }
    }
}

fn word_at<'l>(line: &'l Line<'_>, at: usize, offset: isize) -> &'l Word<'l> {
    at.checked_add_signed(offset).and_then(|at| line.words.get(at)).unwrap_or(&EDGE)
}

/// The words themselves and their neighbours.
fn of_words([two_before, before, word, behind, two_behind]: [&Word<'_>; 5]) -> [u64; 18] {
    let pair = |one: u64, other: u64| mix(one, other);
    let shapes = pair(before.shape, word.shape);
    [
        0,
        word.lower,
        pair(word.lower, word.shape),
        word.shape,
        before.lower,
        behind.lower,
        pair(two_before.lower, before.lower),
        pair(behind.lower, two_behind.lower),
        two_before.lower,
        two_behind.lower,
        pair(before.lower, word.lower),
        pair(word.lower, behind.lower),
        shapes,
        pair(word.shape, behind.shape),
        pair(shapes, behind.shape),
        pair(before.lower, behind.lower),
        pair(before.lower, word.shape),
        u64::from(word.possessive) | u64::from(word.glued) << 1 | u64::from(behind.glued) << 2,
    ]
}

/// Clusters, word classes and the lists of names and places.
fn of_lists([two_before, before, word, behind, two_behind]: [&Word<'_>; 5], line: &Line<'_>, at: usize) -> [u64; 39] {
    let fine = |word: &Word<'_>| u64::from(word.clusters & 1023);
    let middle = |word: &Word<'_>| u64::from(word.clusters >> 10 & 255);
    let coarse = |word: &Word<'_>| u64::from(word.clusters >> 18);
    let listed = |word: &Word<'_>| u64::from(word.listing & !listing::LOWER);
    let classes = |word: &Word<'_>| u64::from(word.classes);
    let kind = |word: &Word<'_>| mix(listed(word), classes(word)) ^ u64::from(word.capital);
    let persons = |word: &Word<'_>| u64::from(word.listing & listing::PERSONS);
    let bodies = |word: &Word<'_>| u64::from(word.listing & listing::BODIES);
    let places = |word: &Word<'_>| u64::from(word.listing & listing::PLACES);
    let (start, end) = line.runs[at];
    let alone = u64::from(end - start == 1) << 32;
    let phrase = |at: Option<usize>| at.and_then(|at| line.phrases.get(at)).copied().unwrap_or_default();
    [
        fine(word),
        middle(word),
        coarse(word),
        fine(before),
        fine(behind),
        middle(before),
        middle(behind),
        middle(two_before),
        middle(two_behind),
        mix(coarse(before), coarse(word)),
        mix(coarse(word), coarse(behind)),
        mix(middle(before), middle(word)),
        mix(middle(word), middle(behind)),
        listed(word),
        classes(word),
        kind(before),
        kind(behind),
        mix(listed(word), listed(behind) ^ u64::from(behind.capital)),
        mix(listed(before) ^ u64::from(before.capital), listed(word)),
        mix(kind(before), kind(word)),
        mix(kind(word), kind(behind)),
        mix(u64::from(word.listing & listing::LOWER), u64::from(at == 0)),
        phrase(Some(at)),
        mix(phrase(at.checked_sub(1)), phrase(Some(at + 1))),
        mix(fine(word), listed(word)),
        mix(kind(two_before), mix(kind(before), u64::from(word.capital))),
        persons(word) | alone,
        bodies(word) | alone,
        places(word) | alone,
        mix(persons(word), persons(behind)),
        mix(persons(before), persons(word)),
        mix(bodies(word) | u64::from(word.listing & listing::OTHER), classes(behind)),
        mix(places(word), u64::from(word.clusters >> 18)),
        phrase(Some(at)) & (u64::from(listing::PERSONS) << 2 | 3),
        phrase(Some(at)) & (u64::from(listing::BODIES) << 2 | 3),
        phrase(Some(at)) & (u64::from(listing::PLACES) << 2 | 3),
        phrase(Some(at)) & (u64::from(listing::OTHER) << 2 | 3),
        mix(bodies(before), bodies(behind)),
        mix(places(before), places(behind)),
    ]
}

/// The run of capitals the token is in, and how sentence and document are written.
fn of_run(view: View<'_>, at: usize) -> [u64; 22] {
    let line = view.line;
    let word = &line.words[at];
    let (start, end) = match line.runs[at] {
        (0, 0) => (at, at + 1),
        run => run,
    };
    let (first, last) = (&line.words[start], &line.words[end - 1]);
    let before = start.checked_sub(1).map_or(&EDGE, |at| &line.words[at]);
    let behind = line.words.get(end).unwrap_or(&EDGE);
    let two_behind = line.words.get(end + 1).unwrap_or(&EDGE);
    let length = ((end - start) as u64).min(5);
    let place = ((at - start) as u64).min(3) << 4 | ((end - 1 - at) as u64).min(3) << 2;
    let middle = |word: &Word<'_>| u64::from(word.clusters >> 10 & 255);
    let opens = u64::from(start == 0) | u64::from(matches!(before.text, "“" | "\"" | "‘" | "(")) << 1;
    let manner = u64::from(line.is_all_caps) | u64::from(line.is_fragment) << 1;
    let heads = line.words[start..end].iter().fold(0, |classes, word| classes | u64::from(word.classes));
    let writing = view.writings.of(word.lower);
    [
        mix(length, place),
        mix(last.lower, place & 12),
        mix(middle(last), place & 12),
        mix(first.lower, place >> 4),
        mix(middle(first), place >> 4),
        mix(before.lower, place >> 4),
        mix(behind.lower, place & 12),
        mix(mix(before.lower, length), place),
        mix(mix(behind.lower, length), place),
        mix(middle(before), place),
        mix(middle(behind), place),
        mix(mix(behind.lower, two_behind.lower), place & 12),
        mix(heads, place),
        mix(u64::from(last.classes), mix(length, place)),
        mix(u64::from(first.listing & !listing::LOWER), mix(length, place)),
        mix(opens, place >> 4),
        mix(manner, word.shape),
        mix(manner, u64::from(word.listing)),
        mix(writing, opens & 1),
        mix(writing, u64::from(word.listing & listing::LOWER)),
        mix(u64::from(before.classes), place >> 4),
        mix(u64::from(behind.is(Class::Speech)) | u64::from(before.is(Class::Speech)) << 1, mix(length, place)),
    ]
}

/// The beginning and the end of the word.
fn of_letters(word: &Word<'_>) -> [u64; 7] {
    let text = word.text.as_bytes();
    let head = |length: usize| super::hash::folded_bytes(&text[..length.min(text.len())]);
    let tail = |length: usize| super::hash::folded_bytes(&text[text.len() - length.min(text.len())..]);
    [head(2), head(3), head(4), tail(1), tail(2), tail(3), tail(4)]
}
