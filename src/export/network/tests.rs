//! The graph of the sample dossier, and what is not in it.

use std::path::Path;

use super::*;
use crate::model::{Standing, samples};

fn settings() -> Settings {
    Settings::defaults(Path::new("."))
}

#[test]
fn an_edge_counts_texts_sentences_and_events() {
    let dossier = samples::dossier();
    let network = network(&dossier, &settings());
    let names: Vec<&str> = network.nodes.iter().map(|node| node.id).collect();
    assert_eq!(names, ["south-korea", "yoon-suk-yeol"]);
    assert_eq!(network.edges, [((0, 1), Together { texts: 1, sentences: 0, events: 1 })]);
}

#[test]
fn private_persons_are_in_it_only_where_they_have_a_page() {
    let mut dossier = samples::dossier();
    dossier.actors[1].standing = Standing::Private;
    let mut settings = settings();
    assert!(files(&dossier, &settings).iter().all(|file| !String::from_utf8_lossy(&file.bytes).contains("yoon")));
    settings.private_persons = true;
    assert!(files(&dossier, &settings).iter().all(|file| String::from_utf8_lossy(&file.bytes).contains("yoon")));
}

#[test]
fn of_too_many_edges_those_with_few_texts_go_together() {
    let edge = |other, texts| ((0, other), Together { texts, ..Together::default() });
    let edges: BTreeMap<_, _> = [edge(1, 1), edge(2, 1), edge(3, 3), edge(4, 2)].into();
    let (kept, fewest) = thinned(edges.clone(), 3);
    assert_eq!((kept.len(), fewest), (2, 2));
    let (kept, fewest) = thinned(edges.clone(), 1);
    assert_eq!((kept.len(), fewest), (1, 3));
    assert_eq!(thinned(edges, 4).0.len(), 4);
}

#[test]
fn hostile_names_stay_names() {
    for file in files(&samples::hostile_dossier(), &settings()) {
        let text = String::from_utf8(file.bytes).unwrap();
        assert!(!text.contains("<script") && !text.contains('\0'), "{}", file.path);
    }
}
