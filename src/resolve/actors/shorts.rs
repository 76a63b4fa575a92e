//! Short forms within a document: which longer names a name could stand for.

use std::collections::{BTreeMap, BTreeSet};

use super::forms::{Part, PersonForm};
use super::local::{Board, Choice, Form};
use super::roles::{Fit, Profile};
use crate::model::{MergeRule, NameKind};

/// The longer names of a document by their first and last words and their initials.
pub struct Shorts {
    ends: BTreeMap<(NameKind, String), Vec<usize>>,
    initials: BTreeMap<String, Vec<usize>>,
    /// What the roles of each group say, and its names.
    groups: BTreeMap<usize, (Profile, Vec<usize>)>,
}

impl Shorts {
    /// Looks over the names of a document.
    pub fn new(board: &Board) -> Self {
        let mut shorts = Self { ends: BTreeMap::new(), initials: BTreeMap::new(), groups: BTreeMap::new() };
        for (at, name) in board.names.iter().enumerate() {
            let group = shorts.groups.entry(board.groups.root(at)).or_default();
            group.0.join(&name.profile);
            group.1.push(at);
            let words = match &name.form {
                Form::Person(form) => &form.words,
                Form::Body(form) => &form.words,
                Form::Country(_) | Form::Place(_) => continue,
            };
            let ends: BTreeSet<&String> = words.first().into_iter().chain(words.last()).collect();
            for end in ends {
                shorts.ends.entry((name.kind, end.clone())).or_default().push(at);
            }
            if let Form::Body(form) = &name.form
                && !form.is_acronym
            {
                shorts.initials.entry(form.initials.clone()).or_default().push(at);
            }
        }
        shorts
    }

    /// The names with the longest first: what is short for a long name may have shorter ones itself.
    pub fn by_length(&self, board: &Board) -> Vec<usize> {
        let length = |at: usize| match &board.names[at].form {
            Form::Person(form) => form.words.len(),
            Form::Body(form) => form.words.len(),
            Form::Country(_) | Form::Place(_) => 0,
        };
        let mut order: Vec<usize> = (0..board.names.len()).collect();
        order.sort_by_key(|&at| (std::cmp::Reverse(length(at)), at));
        order
    }

    /// The longer names that name `at` could be short for, each with the rule.
    pub fn fits(&self, board: &Board, at: usize) -> Vec<(usize, MergeRule)> {
        let name = &board.names[at];
        let root = board.groups.root(at);
        let is_other = |other: &usize| board.groups.root(*other) != root && board.groups.may_join(*other, at);
        match &name.form {
            Form::Person(form) => self
                .near(NameKind::Person, &form.words)
                .into_iter()
                .filter(is_other)
                .filter_map(|other| Some((other, person_rule(form, &board.names[other].form)?)))
                .collect(),
            Form::Body(form) => {
                let mut near = self.near(NameKind::Organisation, &form.words);
                near.extend(form.words.first().and_then(|word| self.initials.get(word)).into_iter().flatten());
                near.into_iter()
                    .filter(is_other)
                    .filter_map(|other| match &board.names[other].form {
                        Form::Body(full) => Some((other, form.short_for(full)?)),
                        _ => None,
                    })
                    .collect()
            }
            Form::Country(_) | Form::Place(_) => Vec::new(),
        }
    }

    fn near(&self, kind: NameKind, words: &[String]) -> BTreeSet<usize> {
        let ends = words.first().into_iter().chain(words.last());
        ends.filter_map(|end| self.ends.get(&(kind, end.clone()))).flatten().copied().collect()
    }

    /// The stories that name each group.
    pub fn stories(&self, board: &Board) -> BTreeMap<usize, BTreeSet<usize>> {
        let mut stories: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (at, name) in board.names.iter().enumerate() {
            stories.entry(board.groups.root(at)).or_default().extend(&name.stories);
        }
        stories
    }

    /// What a mention of a name in `story` stands for: the only fit of the story, else of the file;
    /// of several the only one that bears the mention's role.
    pub fn choose(
        &self,
        (board, at): (&Board, usize),
        fits: &[(usize, MergeRule)],
        (stories, story): (&BTreeMap<usize, BTreeSet<usize>>, usize),
        role: &Profile,
    ) -> Choice {
        let mut rules: BTreeMap<usize, MergeRule> = BTreeMap::new();
        for &(other, rule) in fits {
            let profile = self.profile(board.groups.root(other));
            if role.countries.is_empty()
                || profile.countries.is_empty()
                || !role.countries.is_disjoint(&profile.countries)
            {
                rules.entry(board.groups.root(other)).or_insert(rule);
            }
        }
        let here: Vec<usize> =
            rules.keys().copied().filter(|root| stories.get(root).is_some_and(|all| all.contains(&story))).collect();
        let all: Vec<usize> = rules.keys().copied().collect();
        let candidates = if here.is_empty() { all } else { here };
        match candidates.as_slice() {
            [] => Choice::Itself,
            [one] => Choice::One(*one, short_rule(rules[one])),
            several if !is_itself(board, at) => {
                if let Some(known) = self.only_known(board, several) {
                    return Choice::One(known, MergeRule::ShortForm);
                }
                let shares = |root: &&usize| role.fit(self.profile(**root)) == Fit::Shared;
                let bearers: Vec<&usize> = several.iter().filter(shares).collect();
                match bearers.as_slice() {
                    [one] => Choice::One(**one, MergeRule::ShortFormAndRole),
                    _ => Choice::Several(candidates),
                }
            }
            _ => Choice::Itself,
        }
    }

    /// The one group that the authority knows, where the others are a slip of the pen beside it.
    fn only_known(&self, board: &Board, roots: &[usize]) -> Option<usize> {
        let is_known = |root: &&usize| board.groups.bounds(**root).authority.is_some();
        let known = *roots.iter().find(is_known)?;
        let names = |root: usize| {
            self.members(root).iter().filter_map(|&at| match &board.names[at].form {
                Form::Person(form) if form.is_full() => Some(form.squashed()),
                _ => None,
            })
        };
        let is_slip = |root: usize| {
            names(root).all(|name| names(known).any(|right| strsim::damerau_levenshtein(&name, &right) == 1))
        };
        roots.iter().all(|&root| root == known || is_slip(root)).then_some(known)
    }

    /// The names of a group.
    pub fn members(&self, root: usize) -> &[usize] {
        self.groups.get(&root).map_or(&[], |(_, members)| members)
    }

    /// What the roles of a group say.
    pub fn profile(&self, root: usize) -> &Profile {
        static NONE: Profile = Profile { offices: BTreeSet::new(), countries: BTreeSet::new() };
        self.groups.get(&root).map_or(&NONE, |(profile, _)| profile)
    }

    /// Which end of a group's name a short one is.
    pub fn part(&self, board: &Board, at: usize, root: usize) -> Option<Part> {
        let Form::Person(short) = &board.names[at].form else { return None };
        self.near(NameKind::Person, &short.words)
            .into_iter()
            .filter(|&other| board.groups.root(other) == root)
            .find_map(|other| match &board.names[other].form {
                Form::Person(full) => short.part_of(full),
                _ => None,
            })
    }
}

/// A name of several words, or one the authority knows, is somebody even where it fits several.
fn is_itself(board: &Board, at: usize) -> bool {
    let is_long = match &board.names[at].form {
        Form::Person(form) => form.is_full(),
        Form::Body(form) => form.country.is_some() || form.is_acronym,
        Form::Country(_) | Form::Place(_) => true,
    };
    is_long || board.groups.bounds(at).authority.is_some()
}

fn short_rule(rule: MergeRule) -> MergeRule {
    if rule == MergeRule::Initials { rule } else { MergeRule::ShortForm }
}

fn person_rule(short: &PersonForm, full: &Form) -> Option<MergeRule> {
    let Form::Person(full) = full else { return None };
    match short.part_of(full) {
        Some(Part::Ends) => Some(MergeRule::MiddleNames),
        Some(Part::First | Part::Last) => Some(MergeRule::ShortForm),
        None => short.is_initialled(full).then_some(MergeRule::MiddleNames),
    }
}
