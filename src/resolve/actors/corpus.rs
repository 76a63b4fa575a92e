//! Across documents: which of the documents' actors are one.
//!
//! Everything goes through tables by key, so that the work grows with the corpus and not with its
//! square. What is not sure is proposed, and what fits two is left open.

use std::collections::{BTreeMap, BTreeSet};

use super::bodies;
use super::groups::Groups;
use super::holders::Holders;
use super::local::{Form, Local};
use super::persons;
use super::roles::Profile;
use crate::model::{Likeness, MergeRule};

/// The actors of all documents while they are compared.
pub struct Corpus {
    /// The actors of the documents, by document.
    pub locals: Vec<Local>,
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
    pub fn new(locals: Vec<Local>, holders: &Holders<'_>) -> Self {
        let mut groups = Groups::default();
        locals.iter().for_each(|local| {
            groups.add(local.bounds.clone());
        });
        let mut corpus =
            Self { locals, groups, rules: BTreeMap::new(), maybes: BTreeMap::new(), open: BTreeMap::new() };
        corpus.join_known();
        bodies::join(&mut corpus);
        persons::join(&mut corpus, holders);
        corpus
    }

    /// The same actor of the authority, the same country, the same place.
    fn join_known(&mut self) {
        let mut actors: BTreeMap<usize, usize> = BTreeMap::new();
        let mut places: BTreeMap<Form, usize> = BTreeMap::new();
        for at in 0..self.locals.len() {
            if let Some(actor) = self.locals[at].bounds.authority {
                let first = *actors.entry(actor).or_insert(at);
                self.groups.join(first, at);
            }
            for form in self.locals[at].forms.clone() {
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
    pub fn totals(&self) -> BTreeMap<usize, Total> {
        let mut totals: BTreeMap<usize, Total> = BTreeMap::new();
        for (at, local) in self.locals.iter().enumerate() {
            let total = totals.entry(self.groups.root(at)).or_default();
            total.profile.join(&local.profile);
            total.documents.insert(local.document);
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

/// What is known of a group.
#[derive(Debug, Default)]
pub struct Total {
    /// What its roles say.
    pub profile: Profile,
    /// The documents that name it.
    pub documents: BTreeSet<usize>,
    /// How often its short forms were the first words of its name, and the last.
    pub short_ends: (usize, usize),
    /// Its locals.
    pub locals: Vec<usize>,
}
