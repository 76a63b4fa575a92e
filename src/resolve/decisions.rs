//! An editor's decisions about actors: split, merge, rename, hide, in this order.

use super::Knowledge;
use super::clusters::Cluster;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::overrides::{Hide, Merge, Rename, Split};
use crate::model::{ActorDecision, DossierDocument};
use crate::text::compare::fold;
use crate::text::slug::slug;

/// The clusters after every decision of `overrides.toml`; a finding for each that names nothing.
pub fn decide(
    clusters: Vec<Cluster>,
    documents: &[DossierDocument],
    knowledge: Knowledge<'_>,
) -> (Vec<Cluster>, Vec<Diagnostic>) {
    let overrides = knowledge.overrides;
    let mut board = Board { clusters, documents, findings: Vec::new() };
    overrides.splits.iter().for_each(|split| board.split(split));
    overrides.merges.iter().for_each(|merge| board.merge(merge));
    overrides.renames.iter().for_each(|rename| board.rename(rename));
    for hide in &overrides.hidden {
        if let Hide::Actor(actor) = hide {
            board.hide(actor);
        }
    }
    board.clusters.retain(|cluster| !cluster.mentions.is_empty());
    (board.clusters, board.findings)
}

struct Board<'b> {
    clusters: Vec<Cluster>,
    documents: &'b [DossierDocument],
    findings: Vec<Diagnostic>,
}

impl Board<'_> {
    /// The cluster an id or name means; a finding where none or several fit.
    fn find(&mut self, name: &str) -> Option<usize> {
        let fits: Vec<usize> = (0..self.clusters.len()).filter(|&at| self.is_called(at, name)).collect();
        match fits.as_slice() {
            [one] => return Some(*one),
            [] => self.unused(format!("`{name}` names no actor"), "ids and names are listed in data/actors.jsonl"),
            _ => self.findings.push(Diagnostic::of_file(
                "overrides.toml",
                Code::ActorAmbiguous,
                format!("`{name}` names several actors; nothing was decided"),
                "use the id instead of the name",
            )),
        }
        None
    }

    fn unused(&mut self, message: String, hint: &str) {
        self.findings.push(Diagnostic::of_file("overrides.toml", Code::OverrideUnused, message, hint));
    }

    fn is_called(&self, at: usize, name: &str) -> bool {
        let cluster = &self.clusters[at];
        if cluster.mentions.is_empty() {
            return false;
        }
        let own = cluster.name.as_deref();
        let folded = fold(name);
        cluster.id == name
            || own.is_some_and(|own| fold(own) == folded || slug(own) == name)
            || cluster.mentions.iter().any(|&mention| {
                let words = self.words(mention);
                fold(words) == folded || slug(words) == name
            })
    }

    fn words(&self, (document, mention): (usize, usize)) -> &str {
        let document = &self.documents[document];
        document.annotations.names[mention].span.of(&document.source.text)
    }

    fn split(&mut self, split: &Split) {
        let Some(from) = self.find(&split.actor) else { return };
        let folded = fold(&split.variant);
        let documents = self.documents;
        let applies = |document: usize| {
            let path = &documents[document].source.provenance.path;
            split.documents.is_empty() || split.documents.contains(path)
        };
        let mentions = std::mem::take(&mut self.clusters[from].mentions);
        let (away, kept): (Vec<_>, Vec<_>) =
            mentions.into_iter().partition(|&mention| applies(mention.0) && fold(self.words(mention)) == folded);
        self.clusters[from].mentions = kept;
        if away.is_empty() {
            self.unused(
                format!("the split of `{}` finds no “{}”", split.actor, split.variant),
                "check the spelling and the documents",
            );
            return;
        }
        let kind = self.clusters[from].kind;
        self.clusters.push(Cluster {
            id: slug(&split.name),
            name: Some(split.name.clone()),
            kind,
            decided_by: ActorDecision::Override,
            authority: None,
            mentions: away,
        });
    }

    fn merge(&mut self, merge: &Merge) {
        let found: Vec<usize> = merge.actors.iter().filter_map(|name| self.find(name)).collect();
        let Some((&into, others)) = found.split_first() else { return };
        if found.len() < merge.actors.len() || others.iter().all(|&other| other == into) {
            return; // half a merge was not what the editor decided; what is missing is a finding
        }
        for &other in others.iter().filter(|&&other| other != into) {
            let mut moved = std::mem::take(&mut self.clusters[other].mentions);
            self.clusters[into].mentions.append(&mut moved);
        }
        let cluster = &mut self.clusters[into];
        cluster.mentions.sort_unstable();
        cluster.decided_by = ActorDecision::Override;
        if let Some(name) = &merge.name {
            cluster.name = Some(name.clone());
        }
    }

    fn rename(&mut self, rename: &Rename) {
        if let Some(at) = self.find(&rename.actor) {
            self.clusters[at].name = Some(rename.name.clone());
            self.clusters[at].decided_by = ActorDecision::Override;
        }
    }

    fn hide(&mut self, actor: &str) {
        if let Some(at) = self.find(actor) {
            self.clusters[at].mentions.clear();
        }
    }
}
