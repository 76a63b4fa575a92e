//! [`Groups`]: names that are joined one by one, unless something keeps them apart.

use std::collections::BTreeSet;

/// What forbids two names to be one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bounds {
    /// The actor of the authority files it is.
    pub authority: Option<usize>,
    /// The `never_merge` rules that name it, with its place in each.
    pub apart: BTreeSet<(usize, usize)>,
}

impl Bounds {
    /// True where nothing keeps the two apart.
    pub fn allow(&self, other: &Self) -> bool {
        let is_other = |one: &(usize, usize), two: &(usize, usize)| one.0 == two.0 && one.1 != two.1;
        let differs = self.authority.is_some() && other.authority.is_some() && self.authority != other.authority;
        !differs && !self.apart.iter().any(|one| other.apart.iter().any(|two| is_other(one, two)))
    }

    fn join(&mut self, other: Self) {
        self.authority = self.authority.or(other.authority);
        self.apart.extend(other.apart);
    }
}

/// Disjoint sets of numbered names. The root of a set is its lowest number.
#[derive(Debug, Clone, Default)]
pub struct Groups {
    parents: Vec<usize>,
    bounds: Vec<Bounds>,
}

impl Groups {
    /// Adds a name, a group of its own; returns its number.
    pub fn add(&mut self, bounds: Bounds) -> usize {
        self.parents.push(self.parents.len());
        self.bounds.push(bounds);
        self.parents.len() - 1
    }

    /// The number of the group a name is in.
    pub fn root(&self, name: usize) -> usize {
        let mut at = name;
        while self.parents[at] != at {
            at = self.parents[at];
        }
        at
    }

    /// The root of a name, to which every name on the way now leads.
    fn shortened(&mut self, name: usize) -> usize {
        let root = self.root(name);
        let mut at = name;
        while at != root {
            at = std::mem::replace(&mut self.parents[at], root);
        }
        root
    }

    /// What bounds the group of a name.
    pub fn bounds(&self, name: usize) -> &Bounds {
        &self.bounds[self.root(name)]
    }

    /// Makes the group of a name an actor of the authority, unless it is one.
    pub fn know(&mut self, name: usize, actor: usize) {
        let root = self.root(name);
        self.bounds[root].authority.get_or_insert(actor);
    }

    /// True where both may be one, or are.
    pub fn may_join(&self, one: usize, other: usize) -> bool {
        self.root(one) == self.root(other) || self.bounds(one).allow(self.bounds(other))
    }

    /// Makes two names one, unless something keeps them apart; true where they are one now.
    pub fn join(&mut self, one: usize, other: usize) -> bool {
        if !self.may_join(one, other) {
            return false;
        }
        let (one, other) = (self.shortened(one), self.shortened(other));
        let (low, high) = (one.min(other), one.max(other));
        if low != high {
            self.parents[high] = low;
            let moved = std::mem::take(&mut self.bounds[high]);
            self.bounds[low].join(moved);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_apart_is_never_joined_by_a_third() {
        let mut groups = Groups::default();
        let bounds = |place: usize| Bounds { authority: None, apart: [(0, place)].into() };
        let (one, two, third) = (groups.add(bounds(0)), groups.add(bounds(1)), groups.add(Bounds::default()));
        assert!(groups.join(one, third));
        assert!(!groups.join(third, two));
        assert_eq!((groups.root(third), groups.root(two)), (one, two));
    }
}
