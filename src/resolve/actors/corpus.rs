//! Across documents: which of the documents' actors are one.
//!
//! Everything goes through tables by key, so that the work grows with the corpus and not with its
//! square. What is not sure is proposed, and what fits two is left open.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Deref;
use std::sync::Arc;

use super::bodies;
use super::groups::Groups;
use super::holders::Holders;
use super::local::{Form, Local, Locals};
use super::persons;
use super::roles::Profile;
use crate::model::{Likeness, MergeRule};

/// An actor of a document, and which document that is.
pub struct Placed {
    /// The document.
    pub document: usize,
    /// What was found in it.
    pub found: Arc<Locals>,
    /// Which of its actors.
    pub at: usize,
}

impl Deref for Placed {
    type Target = Local;

    fn deref(&self) -> &Local {
        &self.found.locals[self.at]
    }
}

/// The actors of all documents while they are compared.
pub struct Corpus {
    /// The actors of the documents, by document.
    pub locals: Arc<[Placed]>,
    /// Which are one.
    pub groups: Groups,
    /// The rule by which a whole local belongs to its group, where its name does not say it.
    pub rules: BTreeMap<usize, MergeRule>,
    /// Pairs that may be one.
    pub maybes: BTreeMap<(usize, usize), Likeness>,
    /// Locals that are nobody's: those that they could be.
    pub open: BTreeMap<usize, Vec<usize>>,
}

impl Corpus {
    /// Compares the actors of all documents.
    pub fn new(locals: Vec<Placed>, holders: &Holders<'_>) -> Self {
        let mut groups = Groups::default();
        locals.iter().for_each(|local| {
            groups.add(local.bounds.clone());
        });
        let mut corpus = Self {
            locals: locals.into(),
            groups,
            rules: BTreeMap::new(),
            maybes: BTreeMap::new(),
            open: BTreeMap::new(),
        };
        corpus.join_known();
        bodies::join(&mut corpus);
        persons::join(&mut corpus, holders);
        corpus
    }

    /// The same actor of the authority, the same country, the same place.
    fn join_known(&mut self) {
        let mut actors: HashMap<usize, usize> = HashMap::new();
        let mut places: BTreeMap<&Form, usize> = BTreeMap::new();
        for (at, local) in self.locals.iter().enumerate() {
            if let Some(actor) = local.bounds.authority {
                let first = *actors.entry(actor).or_insert(at);
                self.groups.join(first, at);
            }
            for form in &local.forms {
                if matches!(form, Form::Country(_) | Form::Place(_)) {
                    let first = *places.entry(form).or_insert(at);
                    self.groups.join(first, at);
                }
            }
        }
    }

    /// Joins two locals by a rule that the name of the second does not show.
    pub fn join_by(&mut self, rule: MergeRule, (one, other): (usize, usize)) {
        if self.groups.join(one, other) {
            self.rules.insert(other, rule);
        }
    }

    /// Remembers that two locals may be one.
    pub fn propose(&mut self, one: usize, other: usize, likeness: Likeness) {
        if self.groups.root(one) != self.groups.root(other) && self.groups.may_join(one, other) {
            self.maybes.entry((one.min(other), one.max(other))).or_insert(likeness);
        }
    }

    /// What is said of each group: its locals, roles and documents.
    pub fn totals(&self) -> Totals {
        let mut totals = Totals { places: vec![usize::MAX; self.locals.len()], of_roots: Vec::new() };
        for (at, local) in self.locals.iter().enumerate() {
            let root = self.groups.root(at);
            if root == at {
                // the lowest of its group: met before the others
                totals.places[at] = totals.of_roots.len();
                totals.of_roots.push((at, Total::default()));
            }
            let total = &mut totals.of_roots[totals.places[root]].1;
            total.profile.join(&local.profile);
            if total.documents.last() != Some(&local.document) {
                total.documents.push(local.document);
            }
            total.short_ends.0 += local.short_ends.0;
            total.short_ends.1 += local.short_ends.1;
            total.locals.push(at);
        }
        totals
    }

    /// The mentions of each group.
    pub fn sizes(&self) -> BTreeMap<usize, usize> {
        let mut sizes = BTreeMap::new();
        for (at, local) in self.locals.iter().enumerate() {
            *sizes.entry(self.groups.root(at)).or_default() += local.mentions.len();
        }
        sizes
    }

    /// The roots of some locals, each once, sorted.
    pub fn roots(&self, locals: impl IntoIterator<Item = usize>) -> Vec<usize> {
        locals.into_iter().map(|local| self.groups.root(local)).collect::<BTreeSet<_>>().into_iter().collect()
    }
}

/// What was known of each group when it was asked for. Groups that were joined since have the total of each.
pub struct Totals {
    /// Where the total of a root is.
    places: Vec<usize>,
    /// By root.
    of_roots: Vec<(usize, Total)>,
}

impl Totals {
    /// What was known of a group by its root, then or now: joins only lower a root to another one.
    pub fn of(&self, root: usize) -> &Total {
        &self.of_roots[self.places[root]].1
    }

    /// The roots, sorted, with what was known of each.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &Total)> {
        self.of_roots.iter().map(|(root, total)| (*root, total))
    }
}

/// What is known of a group.
#[derive(Debug, Default)]
pub struct Total {
    /// What its roles say.
    pub profile: Profile,
    /// The documents that name it, sorted.
    pub documents: Vec<usize>,
    /// How often its short forms were the first words of its name, and the last.
    pub short_ends: (usize, usize),
    /// Its locals.
    pub locals: Vec<usize>,
}
