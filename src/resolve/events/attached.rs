//! Sentences without a date that tell of an event of their story: further evidence, and no new event.
//! What somebody is quoted with tells of nothing.

use std::collections::BTreeMap;

use super::clusters::{CLEAR, Cluster};
use super::happenings::Draft;
use super::topics::Topics;
use super::words::Bag;
use crate::model::{DossierDocument, Evidence};
use crate::text::Span;

/// Per cent of likeness to the event's sentences.
const LIKE: u32 = 45;
/// Shorter sentences say too little.
const FEWEST_WORDS: usize = 5;
/// An event is looked for so many dated sentences away on both sides.
const REACH: usize = 12;

/// The further evidence of each cluster, by document and place.
pub fn attach(
    clusters: &[Cluster],
    drafts: &[Draft<'_>],
    topics: &Topics,
    documents: &[DossierDocument],
) -> Vec<Vec<Evidence>> {
    let mut dated: BTreeMap<usize, Vec<(Span, usize)>> = BTreeMap::new();
    for (at, cluster) in clusters.iter().enumerate() {
        for happening in cluster.drafts.iter().flat_map(|&draft| &drafts[draft].happenings) {
            dated.entry(happening.evidence.document).or_default().push((happening.evidence.span, at));
        }
    }
    let mut found: Vec<Vec<Evidence>> = clusters.iter().map(|_| Vec::new()).collect();
    for (number, mut places) in dated {
        places.sort_unstable();
        let document = &documents[number];
        let is_quoted = |span: Span| span.of(&document.source.text).starts_with(['“', '"', '‘', '\'', '«', '„', '「']);
        let tells = |(span, bag): &&(Span, Bag)| bag.terms.len() >= FEWEST_WORDS && !is_quoted(*span);
        for (span, bag) in topics.others[number].iter().filter(tells) {
            let at = places.partition_point(|(place, _)| place < span);
            let story = document.story_at(span.start);
            let near = places[at.saturating_sub(REACH)..places.len().min(at + REACH)].iter();
            let mut likes: Vec<(u32, usize)> = near
                .filter(|(place, _)| document.story_at(place.start) == story)
                .map(|&(_, cluster)| (clusters[cluster].centre.likeness(bag), cluster))
                .collect();
            likes.sort_by_key(|&(likeness, cluster)| (std::cmp::Reverse(likeness), cluster));
            likes.dedup_by_key(|(_, cluster)| *cluster);
            let is_clear = |best: u32| likes.get(1).is_none_or(|(second, _)| second * 100 <= best * CLEAR);
            if let Some(&(_, cluster)) = likes.first().filter(|(best, _)| *best >= LIKE && is_clear(*best)) {
                found[cluster].push(Evidence { document: number, span: *span, focus: *span });
            }
        }
    }
    found
}
