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
/// Two documents are related from here on, in bits: one name that only they have among eight documents, or
/// two that a third has, too.
const LEAST: f64 = 2.0;
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
    /// Bits: a thing that one document in eight has counts three.
    weight: f64,
    events: usize,
    /// Names with their weight, in the order they were met.
    names: Vec<(f64, String)>,
}

/// The documents that share most with one, most first; its duplicates are told elsewhere.
pub(super) fn related(site: &Site, number: usize, base: &str) -> Vec<RelatedView> {
    let document = &site.dossier.documents[number];
    let mut ranked: Vec<(usize, Shared)> = shared(site, number)
        .into_iter()
        .filter(|(other, shared)| shared.weight >= LEAST && !document.duplicates.contains(other))
        .filter(|(other, _)| site.dossier.documents[*other].is_listed())
        .collect();
    ranked.sort_by(|(one, first), (other, second)| second.weight.total_cmp(&first.weight).then(one.cmp(other)));
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
        let weight = (dossier.documents.len() as f64 / holders.len().max(1) as f64).log2();
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

/// `the same event; both name Camp David, Yoon Suk Yeol`: the rarest names first.
fn reason(site: &Site, mut shared: Shared) -> String {
    shared.names.sort_by(|(one, first), (other, second)| other.total_cmp(one).then(first.cmp(second)));
    let names: Vec<String> =
        shared.names.iter().take(MOST_NAMES).map(|(_, name)| shorten(name, LONGEST_NAME)).collect();
    let events = (shared.events > 0).then(|| site.phrases.count("related-events", shared.events));
    let named = (!names.is_empty()).then(|| site.phrases.with("related-names", &[("names", names.join(", ").into())]));
    events.into_iter().chain(named).collect::<Vec<_>>().join("; ")
}
