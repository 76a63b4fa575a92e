//! Actors that may be one, actors that only look alike, and what the user keeps apart.

use std::collections::{BTreeMap, BTreeSet};

use super::forms::{BodyForm, PersonForm};
use super::lexicon::nickname_of;
use crate::model::{Actor, Authority, Likeness, NameKind, Standing};
use crate::text::compare::fold;
use crate::text::slug::slug;

/// Two names this alike may be one, misspelt: one letter more, less, other, or two turned.
const TYPO_DISTANCE: usize = 1;
/// Shorter names differ by a letter too often.
const SHORTEST_TYPO: usize = 6;
/// An actor is told from so many others.
const MOST_LOOK_ALIKES: usize = 12;

/// Writes the user's never-merge rules to the actors they are about.
pub fn keep_apart(actors: &mut [Actor], authority: &Authority) {
    let mut called: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (index, actor) in actors.iter().enumerate() {
        for name in [fold(&actor.name), actor.id.clone(), fold(&actor.id), slug(&actor.name)] {
            called.entry(name).or_default().insert(index);
        }
    }
    for rule in &authority.never_merge {
        let bearers = |name: &String| called.get(&fold(name)).or_else(|| called.get(name)).cloned().unwrap_or_default();
        let named: Vec<(&String, BTreeSet<usize>)> = rule.names.iter().map(|name| (name, bearers(name))).collect();
        for (place, (_, indices)) in named.iter().enumerate() {
            let others = named.iter().enumerate().filter(|(other, (_, theirs))| *other != place && theirs != indices);
            let names: Vec<String> = others.map(|(_, (name, _))| (*name).clone()).collect();
            for &index in indices {
                let new: Vec<String> =
                    names.iter().filter(|name| !actors[index].not_same_as.contains(name)).cloned().collect();
                actors[index].not_same_as.extend(new);
            }
        }
    }
}

/// Adds proposals of the corpus and those of names that differ by a slip of the pen. Nothing is merged.
pub fn propose(actors: &mut [Actor], maybes: BTreeMap<(usize, usize), Likeness>) {
    let mut pairs = maybes;
    for (one, other) in slips(actors) {
        pairs.entry((one, other)).or_insert(Likeness::Typo);
    }
    for pair in nicknames(actors) {
        pairs.entry(pair).or_insert(Likeness::Nickname);
    }
    for ((one, other), likeness) in pairs {
        let (name, theirs) = (fold(&actors[other].name), slug(&actors[other].name));
        let is_apart = actors[one].not_same_as.iter().any(|apart| fold(apart) == name || *apart == theirs);
        if !is_apart {
            actors[one].maybe_same_as.push((other, likeness));
            actors[other].maybe_same_as.push((one, likeness));
        }
    }
    actors.iter_mut().for_each(|actor| actor.maybe_same_as.sort_unstable());
}

/// What a name is compared by, letter by letter; `None` for names too short or of another sort.
fn letters(actor: &Actor) -> Option<String> {
    let squashed = match actor.kind {
        // Father and son are no slip of the pen.
        NameKind::Person => {
            Some(PersonForm::of(&actor.name)).filter(|form| form.is_full() && form.suffix.is_none())?.squashed()
        }
        // `BBC News` and `ABC News` differ by a letter, too.
        NameKind::Organisation => Some(BodyForm::of(&actor.name, None)).filter(BodyForm::is_spelt_out)?.squashed(),
        NameKind::Place | NameKind::Other => return None,
    };
    (squashed.chars().count() >= SHORTEST_TYPO).then_some(squashed)
}

/// Persons of one surname where the given name of one is short for the other's (`Ted`, `Edward`).
fn nicknames(actors: &[Actor]) -> Vec<(usize, usize)> {
    let mut named: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    let persons = || actors.iter().enumerate().filter(|(_, actor)| actor.kind == NameKind::Person);
    let ends = |actor: &Actor| {
        let form = PersonForm::of(&actor.name);
        form.is_full().then(|| (form.words[0].clone(), form.words[form.words.len() - 1].clone()))
    };
    for (index, actor) in persons() {
        ends(actor).into_iter().for_each(|key| named.entry(key).or_default().push(index));
    }
    let mut pairs = Vec::new();
    for (index, actor) in persons() {
        let Some((given, family)) = ends(actor) else { continue };
        for full in nickname_of(&given) {
            let others = named.get(&((*full).to_owned(), family.clone())).into_iter().flatten();
            pairs.extend(others.take(MOST_LOOK_ALIKES).map(|&other| (index.min(other), index.max(other))));
        }
    }
    pairs
}

/// Actors of one kind whose names are one letter apart: names that become equal when each loses a
/// letter, or none. Each name has as many keys as letters, so nobody is compared with everybody.
fn slips(actors: &[Actor]) -> BTreeSet<(usize, usize)> {
    let mut keys: BTreeMap<(NameKind, String), Vec<usize>> = BTreeMap::new();
    let names: BTreeMap<usize, String> = actors
        .iter()
        .enumerate()
        .filter(|(_, actor)| actor.standing != Standing::Unnamed)
        .filter_map(|(index, actor)| Some((index, letters(actor)?)))
        .collect();
    for (&index, name) in &names {
        let kind = actors[index].kind;
        let letters: Vec<char> = name.chars().collect();
        keys.entry((kind, name.clone())).or_default().push(index);
        let shorter: BTreeSet<String> = (0..letters.len())
            .map(|left_out| letters.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, c)| *c).collect())
            .collect();
        shorter.into_iter().for_each(|key| keys.entry((kind, key)).or_default().push(index));
    }
    let mut pairs = BTreeSet::new();
    for group in keys.values().filter(|group| group.len() > 1) {
        for (place, &one) in group.iter().enumerate() {
            for &other in group[place + 1..].iter().take(MOST_LOOK_ALIKES) {
                if actors[one].name != actors[other].name
                    && strsim::damerau_levenshtein(&names[&one], &names[&other]) <= TYPO_DISTANCE
                {
                    pairs.insert((one.min(other), one.max(other)));
                }
            }
        }
    }
    pairs
}

/// Persons with one family name, and bodies of one name and different countries.
pub fn tell_apart(actors: &mut [Actor]) {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, actor) in actors.iter().enumerate().filter(|(_, actor)| actor.standing == Standing::Public) {
        let words: Vec<String> = fold(&actor.sort_name).split([' ', ',']).map(str::to_owned).collect();
        match actor.kind {
            NameKind::Person => groups.entry(format!("family {}", words[0])).or_default().push(index),
            NameKind::Organisation => {
                let name = super::forms::BodyForm::of(&actor.name, None);
                if name.words.len() > 1 {
                    let last = name.words[name.words.len().saturating_sub(2)..].join(" ");
                    groups.entry(format!("body {last}")).or_default().push(index);
                }
            }
            NameKind::Place | NameKind::Other => {}
        }
    }
    for group in groups.into_values().filter(|group| group.len() > 1) {
        for (place, &one) in group.iter().enumerate() {
            let near = place.saturating_sub(MOST_LOOK_ALIKES / 2);
            let others = group[near..].iter().take(MOST_LOOK_ALIKES + 1).filter(|&&other| other != one);
            let new: Vec<usize> = others
                .copied()
                .filter(|other| actors[one].maybe_same_as.iter().all(|(maybe, _)| maybe != other))
                .collect();
            actors[one].look_alikes = new;
        }
    }
}
