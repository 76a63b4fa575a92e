//! Actors that may be one, actors that only look alike, and what the user keeps apart.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

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
///
/// Returns the pairs that are kept apart by their ids.
pub fn keep_apart(actors: &mut [Actor], authority: &Authority) -> BTreeSet<(usize, usize)> {
    let mut apart = BTreeSet::new();
    if authority.never_merge.is_empty() {
        return apart;
    }
    let mut called: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (index, actor) in actors.iter().enumerate() {
        for name in [fold(&actor.name), actor.id.clone(), fold(&actor.id), slug(&actor.name)] {
            called.entry(name).or_default().insert(index);
        }
    }
    for rule in &authority.never_merge {
        let bearers = |name: &String| {
            let by_id = called.get(name).into_iter().flatten().find(|&&index| actors[index].id == *name);
            let all = called.get(&fold(name)).or_else(|| called.get(name));
            by_id.map_or_else(|| all.cloned().unwrap_or_default(), |&index| BTreeSet::from([index]))
        };
        let named: Vec<(&String, BTreeSet<usize>)> = rule.names.iter().map(|name| (name, bearers(name))).collect();
        for (place, (_, indices)) in named.iter().enumerate() {
            let others = named.iter().enumerate().filter(|(other, (_, theirs))| *other != place && theirs != indices);
            let names: Vec<(String, Option<usize>)> =
                others.map(|(_, (name, theirs))| ((*name).clone(), theirs.first().copied())).collect();
            for &index in indices {
                for (name, other) in names.iter().filter(|(_, other)| *other != Some(index)) {
                    let is_id = other.is_some_and(|other| actors[other].id == *name);
                    let shown =
                        other.filter(|_| is_id).map_or_else(|| name.clone(), |other| actors[other].name.clone());
                    apart.extend(other.filter(|_| is_id).map(|other| (index.min(other), index.max(other))));
                    if !actors[index].not_same_as.contains(&shown) {
                        actors[index].not_same_as.push(shown);
                    }
                }
            }
        }
    }
    apart
}

/// Adds proposals of the corpus and those of names that differ by a slip of the pen, but for pairs kept
/// `apart`. Nothing is merged.
pub fn propose(actors: &mut [Actor], maybes: BTreeMap<(usize, usize), Likeness>, apart: &BTreeSet<(usize, usize)>) {
    let mut pairs = maybes;
    for (one, other) in slips(actors) {
        pairs.entry((one, other)).or_insert(Likeness::Typo);
    }
    for pair in nicknames(actors) {
        pairs.entry(pair).or_insert(Likeness::Nickname);
    }
    for ((one, other), likeness) in pairs {
        let (name, theirs) = (fold(&actors[other].name), slug(&actors[other].name));
        let is_apart = apart.contains(&(one, other))
            || actors[one].not_same_as.iter().any(|apart| fold(apart) == name || *apart == theirs);
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
    let letters_of = |actor: &Actor| letters(actor).filter(|_| actor.standing != Standing::Unnamed);
    let names: Vec<Option<String>> = actors.par_iter().map(letters_of).collect();
    let keys = |(index, name): (usize, &Option<String>)| -> Vec<(u128, usize)> {
        let name = name.as_deref().unwrap_or_default();
        let cut = |at: usize, letter: char| key(actors[index].kind, [&name[..at], &name[at + letter.len_utf8()..]]);
        let shorter: BTreeSet<u128> = name.char_indices().map(|(at, letter)| cut(at, letter)).collect();
        let whole = Some(key(actors[index].kind, [name, ""])).filter(|_| !name.is_empty());
        whole.into_iter().chain(shorter).map(|key| (key, index)).collect()
    };
    let mut keyed: Vec<(u128, usize)> = names.par_iter().enumerate().flat_map_iter(keys).collect();
    keyed.par_sort_unstable();
    let mut pairs = BTreeSet::new();
    for group in keyed.chunk_by(|(one, _), (other, _)| one == other).filter(|group| group.len() > 1) {
        for (place, &(_, one)) in group.iter().enumerate() {
            for &(_, other) in group[place + 1..].iter().take(MOST_LOOK_ALIKES) {
                let slip =
                    |(name, other): (&String, &String)| strsim::damerau_levenshtein(name, other) <= TYPO_DISTANCE;
                let is_slip = || names[one].as_ref().zip(names[other].as_ref()).is_some_and(slip);
                if actors[one].name != actors[other].name && is_slip() {
                    pairs.insert((one.min(other), one.max(other)));
                }
            }
        }
    }
    pairs
}

/// A number for the letters of a name in two parts. FNV-1a of 128 bits: names of one number are one.
fn key(kind: NameKind, parts: [&str; 2]) -> u128 {
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013B;
    const START: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    let bytes = kind.as_str().bytes().chain([0]).chain(parts.into_iter().flat_map(str::bytes));
    bytes.fold(START, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME))
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
