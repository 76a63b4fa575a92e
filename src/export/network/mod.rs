//! Who appears with whom: actors that the same texts name, as a graph for Gephi, Cytoscape, networkx
//! and others.
//!
//! Nodes are the actors that have a page, so private persons are in it only where the settings give
//! them one. An edge counts the texts, the sentences and the events that name both; that two names
//! stand in one text does not say that their bearers ever met.

mod gexf;
mod graphml;

use std::collections::BTreeMap;

use crate::config::Settings;
use crate::model::page::line;
use crate::model::{Company, Dossier, OutputFile, Together, paths};

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
    let edges = edges(dossier, &places);
    let (edges, fewest) = thinned(edges, MOST_EDGES);
    let kept =
        if fewest > 1 { format!(" Only pairs that {fewest} texts or more name are kept.") } else { String::new() };
    let description = format!(
        "{}: actors that the same texts name, with the texts, sentences and events that name both.{kept} Two names in one text do not say that their bearers met.",
        line(&settings.title)
    );
    Network { nodes, edges, description }
}

/// Every two nodes that appear together, as [`Company`] has it.
fn edges(dossier: &Dossier, places: &[Option<usize>]) -> BTreeMap<(usize, usize), Together> {
    let mut events: Vec<Vec<usize>> = vec![Vec::new(); dossier.actors.len()];
    for (number, event) in dossier.events.iter().enumerate() {
        event.actors.iter().for_each(|&actor| events[actor].push(number));
    }
    let company = Company::new(dossier);
    let mut edges = BTreeMap::new();
    for (actor, own) in places.iter().enumerate().filter_map(|(actor, place)| Some((actor, (*place)?))) {
        let all = company.of(dossier, actor, &events[actor]).into_iter();
        let shown = all.filter_map(|(other, together)| Some((places[other]?, together)));
        edges.extend(shown.filter(|&(other, _)| other > own).map(|(other, together)| ((own, other), together)));
    }
    edges
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
