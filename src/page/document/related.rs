//! Documents that tell of the same: same events, same agreements, same names, the rarer the more.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::model::Evidence;
use crate::page::links::LinkView;
use crate::page::moment::MomentView;
use crate::page::site::Site;
use crate::text::compare::shorten;

/// So many are shown.
const MOST: usize = 5;
/// What more documents name says nothing of two of them.
const LARGEST: usize = 200;
/// Parts of a bit that are counted: whole numbers, so that every machine ranks alike.
const PARTS: u32 = 10;
/// Two documents are related from here on, in parts of two bits: one name that only they have among eight
/// documents, or two that a third has, too.
const LEAST: u64 = 2 << PARTS;
/// A reason has so many names, of so many characters each.
const MOST_NAMES: usize = 3;
const LONGEST_NAME: usize = 50;

/// A document that tells of the same.
#[derive(Debug, Serialize)]
pub(super) struct RelatedView {
    link: LinkView,
    published: Option<MomentView>,
    /// What both tell of, in words.
    reason: String,
}

/// What one document shares with another.
#[derive(Default)]
struct Shared {
    /// Bits in their [`PARTS`]: a thing that one document in eight has counts three.
    weight: u64,
    events: usize,
    /// Names with their weight, in the order they were met.
    names: Vec<(u64, String)>,
}

/// The documents that share most with one, most first; its duplicates are told elsewhere.
pub(super) fn related(site: &Site, number: usize, base: &str) -> Vec<RelatedView> {
    let document = &site.dossier.documents[number];
    let mut ranked: Vec<(usize, Shared)> = shared(site, number)
        .into_iter()
        .filter(|(other, shared)| shared.weight >= LEAST && !document.duplicates.contains(other))
        .filter(|(other, _)| site.dossier.documents[*other].is_listed())
        .collect();
    ranked.sort_by(|(one, first), (other, second)| second.weight.cmp(&first.weight).then(one.cmp(other)));
    ranked.truncate(MOST);
    let view = |(other, shared): (usize, Shared)| RelatedView {
        link: site.document_link(other, base),
        published: site.dossier.documents[other].date.edtf.map(|edtf| site.day(edtf)),
        reason: reason(site, shared),
    };
    ranked.into_iter().map(view).collect()
}

fn shared(site: &Site, number: usize) -> BTreeMap<usize, Shared> {
    let (dossier, document) = (site.dossier, &site.dossier.documents[number]);
    let mut shared: BTreeMap<usize, Shared> = BTreeMap::new();
    let mut add = |evidence: &[Evidence], name: Option<&str>| {
        let holders: BTreeSet<usize> = evidence.iter().map(|proof| proof.document).collect();
        if holders.len() > LARGEST {
            return;
        }
        let weight = bits(dossier.documents.len()).saturating_sub(bits(holders.len()));
        for other in holders.into_iter().filter(|&other| other != number) {
            let entry = shared.entry(other).or_default();
            entry.weight += weight;
            match name {
                Some(name) => entry.names.push((weight, name.to_owned())),
                None => entry.events += 1,
            }
        }
    };
    for &event in &site.index.document_events[number] {
        add(&dossier.events[event].evidence, None);
    }
    let agreements: BTreeSet<usize> = document.mention_agreements.iter().flatten().copied().collect();
    for agreement in agreements.into_iter().map(|at| &dossier.agreements[at]) {
        add(&agreement.mentions, Some(&agreement.name));
    }
    let actors: BTreeSet<usize> = document.mention_actors.iter().flatten().copied().collect();
    for actor in actors.into_iter().filter(|&at| site.has_page(at) && site.index.actor_documents[at] <= LARGEST) {
        add(&dossier.actors[actor].mentions, Some(&dossier.actors[actor].name));
    }
    shared
}

/// The binary logarithm in [`PARTS`] of a bit, rounded down; zero for zero.
fn bits(count: usize) -> u64 {
    let count = (count as u64).clamp(1, u64::from(u32::MAX));
    let whole = count.ilog2();
    let mut mantissa = u128::from(count) << (32 - whole); // 1 to 2, with 32 bits behind the point
    (0..PARTS).fold(u64::from(whole), |bits, _| {
        mantissa = (mantissa * mantissa) >> 32;
        let is_over = mantissa >> 33 == 1;
        mantissa >>= u32::from(is_over);
        bits << 1 | u64::from(is_over)
    })
}

/// `the same event; both name Camp David, Yoon Suk Yeol`: the rarest names first.
fn reason(site: &Site, mut shared: Shared) -> String {
    shared.names.sort_by(|(one, first), (other, second)| other.cmp(one).then(first.cmp(second)));
    let names: Vec<String> =
        shared.names.iter().take(MOST_NAMES).map(|(_, name)| shorten(name, LONGEST_NAME)).collect();
    let events = (shared.events > 0).then(|| site.phrases.count("related-events", shared.events));
    let named = (!names.is_empty())
        .then(|| site.phrases.with("related-names", &[("names", names.join(&site.phrases.say("comma")).into())]));
    events.into_iter().chain(named).collect::<Vec<_>>().join(&site.phrases.say("semicolon"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fewer_documents_have_counts_more() {
        let table = [(0, 0), (1, 0), (2, 1024), (3, 1623), (8, 3072), (1000, 10204)];
        for (count, parts) in table {
            assert_eq!(bits(count), parts, "{count}");
        }
    }
}
