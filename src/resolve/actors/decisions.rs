//! An editor's decisions about actors: split, merge, retype, rename, hide, in this order.

use std::collections::{BTreeMap, BTreeSet};

use super::clusters::{Cluster, Joined};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::overrides::{Hide, Merge, Rename, Retype, Split};
use crate::model::{ActorDecision, DossierDocument, MergeRule, Overrides};
use crate::text::compare::fold;
use crate::text::slug::slug;

/// What the decisions left.
pub struct Decided {
    /// The clusters after every decision.
    pub clusters: Vec<Cluster>,
    /// A finding for each decision that names nothing.
    pub findings: Vec<Diagnostic>,
    /// How many actors are hidden.
    pub hidden: usize,
}

/// The clusters after every decision of `overrides.toml`.
pub fn decide(clusters: Vec<Cluster>, documents: &[DossierDocument], overrides: &Overrides) -> Decided {
    let mut board = Board { clusters, documents, called: BTreeMap::new(), findings: Vec::new(), hidden: 0 };
    if overrides.decides_actors() {
        (0..board.clusters.len()).for_each(|at| board.call(at));
    }
    overrides.splits.iter().for_each(|split| board.split(split));
    overrides.merges.iter().for_each(|merge| board.merge(merge));
    overrides.retypes.iter().for_each(|retype| board.retype(retype));
    overrides.renames.iter().for_each(|rename| board.rename(rename));
    for hide in &overrides.hidden {
        if let Hide::Actor(actor) = hide {
            board.hide(actor);
        }
    }
    board.clusters.retain(|cluster| !cluster.mentions.is_empty());
    Decided { clusters: board.clusters, findings: board.findings, hidden: board.hidden }
}

struct Board<'b> {
    clusters: Vec<Cluster>,
    documents: &'b [DossierDocument],
    /// The clusters that go, or went, by a name or id.
    called: BTreeMap<String, BTreeSet<usize>>,
    findings: Vec<Diagnostic>,
    hidden: usize,
}

impl Board<'_> {
    /// Remembers every name of a cluster.
    fn call(&mut self, at: usize) {
        let cluster = &self.clusters[at];
        let mut texts: BTreeSet<&str> = cluster.mentions.iter().map(|joined| self.words(joined)).collect();
        texts.extend(cluster.name.as_deref());
        let mut names: BTreeSet<String> = texts.into_iter().flat_map(|text| [fold(text), slug(text)]).collect();
        names.insert(cluster.id.clone());
        for name in names {
            self.called.entry(name).or_default().insert(at);
        }
    }

    /// The cluster an id or name means; a finding where none or several fit.
    fn find(&mut self, name: &str) -> Option<usize> {
        let near = [fold(name), name.to_owned()].into_iter().filter_map(|name| self.called.get(&name)).flatten();
        let near: BTreeSet<usize> = near.copied().filter(|&at| self.is_called(at, name)).collect();
        // An id belongs to one; a short form that others share does not make it doubtful.
        let by_id: Vec<usize> = near.iter().copied().filter(|&at| self.clusters[at].id == name).collect();
        let fits = if by_id.len() == 1 { by_id } else { near.into_iter().collect() };
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
            || cluster.mentions.iter().any(|joined| {
                let words = self.words(joined);
                fold(words) == folded || slug(words) == name
            })
    }

    fn words(&self, joined: &Joined) -> &str {
        let document = &self.documents[joined.place.0];
        document.annotations.names[joined.place.1].span.of(&document.source.text)
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
            mentions.into_iter().partition(|joined| applies(joined.place.0) && fold(self.words(joined)) == folded);
        self.clusters[from].mentions = kept;
        if away.is_empty() {
            self.unused(
                format!("the split of `{}` finds no “{}”", split.actor, split.variant),
                "check the spelling and the documents",
            );
            return;
        }
        let source = &self.clusters[from];
        self.clusters.push(Cluster {
            id: slug(&split.name),
            name: Some(split.name.clone()),
            decided_by: ActorDecision::Override,
            authority: None,
            mentions: away.into_iter().map(by_editor).collect(),
            numbers: Vec::new(),
            former: BTreeSet::new(),
            ..source.clone()
        });
        self.call(self.clusters.len() - 1);
    }

    fn merge(&mut self, merge: &Merge) {
        let found: Vec<usize> = merge.actors.iter().filter_map(|name| self.find(name)).collect();
        let Some((&into, others)) = found.split_first() else { return };
        if found.len() < merge.actors.len() || others.iter().all(|&other| other == into) {
            return; // half a merge was not what the editor decided; what is missing is a finding
        }
        for &other in others.iter().filter(|&&other| other != into) {
            let moved = std::mem::take(&mut self.clusters[other].mentions);
            let numbers = std::mem::take(&mut self.clusters[other].numbers);
            let former = std::mem::take(&mut self.clusters[other].former);
            let id = self.clusters[other].id.clone();
            let (authority, country) = (self.clusters[other].authority, self.clusters[other].country.clone());
            let cluster = &mut self.clusters[into];
            cluster.authority = cluster.authority.or(authority);
            cluster.country = cluster.country.take().or(country);
            cluster.mentions.extend(moved.into_iter().map(by_editor));
            cluster.numbers.extend(numbers);
            cluster.former.extend(former);
            cluster.former.insert(id);
        }
        let cluster = &mut self.clusters[into];
        cluster.mentions.sort_unstable();
        cluster.decided_by = ActorDecision::Override;
        if let Some(name) = &merge.name {
            cluster.name = Some(name.clone());
        }
        self.call(into);
    }

    fn retype(&mut self, retype: &Retype) {
        if let Some(at) = self.find(&retype.actor) {
            self.clusters[at].kind = retype.kind;
            self.clusters[at].decided_by = ActorDecision::Override;
        }
    }

    fn rename(&mut self, rename: &Rename) {
        if let Some(at) = self.find(&rename.actor) {
            self.clusters[at].name = Some(rename.name.clone());
            self.clusters[at].decided_by = ActorDecision::Override;
            self.call(at);
        }
    }

    fn hide(&mut self, actor: &str) {
        if let Some(at) = self.find(actor) {
            self.clusters[at].mentions.clear();
            self.hidden += 1;
        }
    }
}

fn by_editor(joined: Joined) -> Joined {
    Joined { rule: Some(MergeRule::Override), ..joined }
}
