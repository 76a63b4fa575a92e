//! Who appears with whom: actors that the same texts name, as a graph for Gephi, Cytoscape, networkx
//! and others.
//!
//! Nodes are the actors that have a page, so private persons are in it only where the settings give
//! them one. An edge counts the texts, the sentences and the events that name both; that two names
//! stand in one text does not say that their bearers ever met.

mod gexf;
mod graphml;

use std::collections::{BTreeMap, BTreeSet};

use crate::config::Settings;
use crate::model::page::line;
use crate::model::{Dossier, DossierDocument, OutputFile, paths};

/// A text that names more is a list: that two are on it says nothing, and their pairs grow with its
/// square.
const LARGEST_COMPANY: usize = 100;
/// More edges are of no use to a reader and of none to a program that draws them.
const MOST_EDGES: usize = 20_000;

/// An actor with a page.
struct Node<'d> {
    id: &'d str,
    label: String,
    kind: &'static str,
    standing: &'static str,
    documents: usize,
    mentions: usize,
}

/// How often two actors are named together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Together {
    texts: usize,
    sentences: usize,
    events: usize,
}

impl Together {
    /// One text is no company: a sentence or an event must name both, or a second text.
    fn is_company(self) -> bool {
        self.texts > 1 || self.sentences > 0 || self.events > 0
    }
}

/// Two nodes by their places, the smaller first, and how often.
type Edge = ((usize, usize), Together);

/// The graph, nodes by name, edges by their nodes.
struct Network<'d> {
    nodes: Vec<Node<'d>>,
    edges: Vec<Edge>,
    /// What the file says of itself.
    description: String,
}

/// GEXF and GraphML of the same graph.
pub(super) fn files(dossier: &Dossier, settings: &Settings) -> Vec<OutputFile> {
    let network = network(dossier, settings);
    let written = "writing to memory does not fail";
    vec![
        OutputFile { path: paths::NETWORK_GEXF.to_owned(), bytes: gexf::write(&network).expect(written) },
        OutputFile { path: paths::NETWORK_GRAPHML.to_owned(), bytes: graphml::write(&network).expect(written) },
    ]
}

fn network<'d>(dossier: &'d Dossier, settings: &Settings) -> Network<'d> {
    let mut places: Vec<Option<usize>> = vec![None; dossier.actors.len()];
    let mut nodes = Vec::new();
    for (number, actor) in dossier.actors.iter().enumerate().filter(|(_, actor)| settings.gives_page(actor)) {
        places[number] = Some(nodes.len());
        nodes.push(Node {
            id: &actor.id,
            label: line(&actor.name),
            kind: actor.kind.as_str(),
            standing: actor.standing.as_str(),
            documents: super::values::count_documents(&actor.mentions),
            mentions: actor.mentions.len(),
        });
    }
    let mut edges: BTreeMap<(usize, usize), Together> = BTreeMap::new();
    for document in &dossier.documents {
        count_document(document, &places, &mut edges);
    }
    for event in &dossier.events {
        let named: BTreeSet<usize> = event.actors.iter().filter_map(|&actor| places[actor]).collect();
        // Only pairs that a text names together are edges.
        for_pairs(&named, |pair| {
            if let Some(together) = edges.get_mut(&pair) {
                together.events += 1;
            }
        });
    }
    edges.retain(|_, together| together.is_company());
    let (edges, fewest) = thinned(edges, MOST_EDGES);
    let kept =
        if fewest > 1 { format!(" Only pairs that {fewest} texts or more name are kept.") } else { String::new() };
    let description = format!(
        "{}: actors that the same texts name, with the texts, sentences and events that name both.{kept} Two names in one text do not say that their bearers met.",
        line(&settings.title)
    );
    Network { nodes, edges, description }
}

fn count_document(
    document: &DossierDocument,
    places: &[Option<usize>],
    edges: &mut BTreeMap<(usize, usize), Together>,
) {
    let mut texts: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut sentences: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let all = &document.annotations.sentences;
    for (name, actor) in document.annotations.names.iter().zip(&document.mention_actors) {
        let Some(node) = actor.and_then(|actor| places[actor]) else { continue };
        texts.entry(document.story_at(name.span.start)).or_default().insert(node);
        let behind = all.partition_point(|sentence| sentence.start <= name.span.start);
        if let Some(sentence) = behind.checked_sub(1).filter(|&at| all[at].holds(name.span.start)) {
            sentences.entry(sentence).or_default().insert(node);
        }
    }
    for named in texts.values() {
        for_pairs(named, |pair| edges.entry(pair).or_default().texts += 1);
    }
    for named in sentences.values() {
        for_pairs(named, |pair| {
            if let Some(together) = edges.get_mut(&pair) {
                together.sentences += 1;
            }
        });
    }
}

/// Every two of some nodes, the smaller first; none of a list that is too long to say anything.
fn for_pairs(named: &BTreeSet<usize>, mut each: impl FnMut((usize, usize))) {
    if named.len() > LARGEST_COMPANY {
        return;
    }
    for (at, &one) in named.iter().enumerate() {
        for &other in named.iter().skip(at + 1) {
            each((one, other));
        }
    }
}

/// At most `most` edges: those that the most texts name, all with as many texts or none; and how
/// many texts an edge then has at least.
fn thinned(edges: BTreeMap<(usize, usize), Together>, most: usize) -> (Vec<Edge>, usize) {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for together in edges.values() {
        *counts.entry(together.texts).or_default() += 1;
    }
    let mut fewest = 1;
    let mut left = edges.len();
    while left > most {
        left -= counts.get(&fewest).copied().unwrap_or(0);
        fewest += 1;
    }
    (edges.into_iter().filter(|(_, together)| together.texts >= fewest).collect(), fewest)
}

#[cfg(test)]
mod tests;
