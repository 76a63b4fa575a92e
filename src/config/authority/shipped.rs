//! The general authority file: states, capitals, seats of government, organisations and holders of
//! high offices, as tables in the program.
//!
//! The names of states and capitals are those that `extract/` finds; offices date texts, too
//! (`resolve/dating/offices.rs`). Each fact is written down once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::model::{AuthorityActor, AuthorityRole, NameKind, Origin};
use crate::text::compare::fold;
use crate::text::slug::slug;
use crate::text::words::{columns, members, table};

const STATES: &str = include_str!("../../extract/names/data/countries.en.txt");
const CAPITALS: &str = include_str!("../../extract/names/data/capitals.txt");
const ORGANISATIONS: &str = include_str!("data/organisations.txt");
const OFFICES: &str = include_str!("data/offices.txt");

/// Every actor that ships, in the order of the tables: states, capitals and seats, organisations,
/// persons. No two share a name.
pub fn shipped_actors() -> Vec<AuthorityActor> {
    let mut actors = states();
    actors.extend(capitals_and_seats());
    actors.extend(organisations());
    actors.extend(holders());
    actors
}

/// True for a name of a state or territory, not for what lies in one.
///
/// ```
/// use annalist::config::is_state;
/// assert!(is_state("Republic of Albania") && is_state("Japan") && !is_state("Tokyo"));
/// ```
pub fn is_state(name: &str) -> bool {
    STATE_NAMES.contains(&fold(name))
}

static STATE_NAMES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let names = states().into_iter().flat_map(|state| [vec![state.name], state.variants].concat());
    names.map(|name| fold(&name)).collect()
});

/// The names of an actor, its first being the one shown.
fn actor(names: &str, kind: NameKind, country: &str) -> Option<AuthorityActor> {
    let mut names = members(names).map(str::to_owned);
    let name = names.next()?;
    Some(AuthorityActor {
        id: slug(&name),
        kind,
        variants: names.collect(),
        roles: Vec::new(),
        country: Some(country).filter(|code| !code.is_empty()).map(str::to_owned),
        identifiers: Vec::new(),
        origin: Origin::Shipped,
        name,
    })
}

fn states() -> Vec<AuthorityActor> {
    let names = |(code, rest): (&'static str, &'static str)| (code, rest.split('|').next().unwrap_or_default());
    table(STATES).map(names).filter_map(|(code, names)| actor(names, NameKind::Place, code)).collect()
}

/// A capital is a place; a seat stands for those who govern in it, and is an organisation.
fn capitals_and_seats() -> Vec<AuthorityActor> {
    let mut actors = Vec::new();
    for (code, rest) in table(CAPITALS) {
        let mut parts = rest.split('|');
        actors.extend(parts.next().and_then(|capital| actor(capital, NameKind::Place, code)));
        actors.extend(parts.filter_map(|seat| actor(seat, NameKind::Organisation, code)));
    }
    actors
}

fn organisations() -> Vec<AuthorityActor> {
    let row = |row: Vec<&'static str>| {
        let [names, country, _source] = row[..] else { return None };
        actor(names, NameKind::Organisation, country)
    };
    columns(ORGANISATIONS).filter_map(row).collect()
}

/// The persons of the table of offices, each once, with all their roles: the latest first.
fn holders() -> Vec<AuthorityActor> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut persons: Vec<AuthorityActor> = Vec::new();
    for row in columns(OFFICES) {
        let [names, title, country, from, to, source] = row[..] else { continue };
        let Some(name) = members(names).next() else { continue };
        let place = *places.entry(name).or_insert_with(|| {
            persons.extend(actor(name, NameKind::Person, country));
            persons.len() - 1
        });
        let person = &mut persons[place];
        for spelling in members(names).skip(1) {
            if !person.variants.iter().any(|known| known == spelling) {
                person.variants.push(spelling.to_owned());
            }
        }
        if person.country.is_none() && !country.is_empty() {
            person.country = Some(country.to_owned());
        }
        person.roles.push(AuthorityRole {
            title: title.to_owned(),
            from: from.parse().ok(),
            to: to.parse().ok(),
            origin: Origin::Shipped,
            source: Some(source.to_owned()),
        });
    }
    drop_shared(&mut persons);
    for person in &mut persons {
        person.roles.sort_by_key(|role| std::cmp::Reverse(role.from.and_then(|from| from.earliest())));
    }
    persons
}

/// Of two persons with one spelling neither has it: `George Bush`.
fn drop_shared(persons: &mut [AuthorityActor]) {
    let mut seen = BTreeSet::new();
    let spellings = persons.iter().flat_map(|person| &person.variants);
    let shared: BTreeSet<String> = spellings.filter(|name| !seen.insert(*name)).cloned().collect();
    for person in persons {
        person.variants.retain(|name| !shared.contains(name));
    }
}

#[cfg(test)]
mod tests;
