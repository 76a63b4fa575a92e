//! The user's authority files before the general one: what the user says wins.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Authority, AuthorityActor};
use crate::text::compare::fold;

/// The user's authority, and behind it the actors that ship.
///
/// A shipped actor is one of the user's where the name that either shows is among the other's
/// names, and kind, country and the rules of `never_merge` do not speak against it. The user's
/// entry then stays as it is; it gains the spellings that no entry of the user has, and the roles if it
/// gives none itself. Every other shipped actor stands for itself, without the names that the
/// user's entries have; one whose own name they have is left out.
pub fn behind(own: Authority, shipped: Vec<AuthorityActor>) -> Authority {
    let mut all = own;
    if all.actors.is_empty() {
        all.actors = shipped;
        return all;
    }
    let owners = Owners::of(&all);
    let mut others = Vec::new();
    for mut actor in shipped {
        let named = owners.named_by(&actor);
        let same: Vec<usize> = named.iter().copied().filter(|&at| owners.is_same(&all.actors[at], &actor)).collect();
        if named.is_empty() {
            others.push(actor);
            continue;
        }
        actor.variants.retain(|variant| !owners.has(variant));
        match same.as_slice() {
            [one] => complete(&mut all.actors[*one], actor, &owners),
            _ if owners.has(&actor.name) => {}
            _ => others.push(actor),
        }
    }
    all.actors.extend(others);
    all
}

/// Adds what the user left open. `shipped` has no spelling of the user's any more, but for its name.
fn complete(own: &mut AuthorityActor, shipped: AuthorityActor, owners: &Owners) {
    let name = Some(shipped.name).filter(|name| !owners.has(name));
    own.variants.extend(name.into_iter().chain(shipped.variants));
    own.country = own.country.take().or(shipped.country);
    if own.roles.is_empty() {
        own.roles = shipped.roles;
    }
}

/// The user's actors by the comparison forms of their names, and what must stay apart.
struct Owners {
    by_name: BTreeMap<String, Vec<usize>>,
    apart: Vec<BTreeSet<String>>,
}

impl Owners {
    fn of(own: &Authority) -> Self {
        let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, actor) in own.actors.iter().enumerate() {
            names(actor).for_each(|name| by_name.entry(fold(name)).or_default().push(index));
        }
        let apart = own.never_merge.iter().map(|rule| rule.names.iter().map(|name| fold(name)).collect());
        Self { by_name, apart: apart.collect() }
    }

    /// The user's actors that share a name with `shipped`.
    fn named_by(&self, shipped: &AuthorityActor) -> BTreeSet<usize> {
        names(shipped).filter_map(|name| self.by_name.get(&fold(name))).flatten().copied().collect()
    }

    fn has(&self, name: &str) -> bool {
        self.by_name.contains_key(&fold(name))
    }

    fn is_same(&self, own: &AuthorityActor, shipped: &AuthorityActor) -> bool {
        let is_among = |name: &str, actor: &AuthorityActor| names(actor).any(|other| fold(other) == fold(name));
        let is_named = is_among(&own.name, shipped) || is_among(&shipped.name, own);
        let agrees = own.country.is_none() || shipped.country.is_none() || own.country == shipped.country;
        is_named && agrees && own.kind == shipped.kind && !self.keeps_apart(own, shipped)
    }

    /// True where a rule names the user's actor and, by a name which that one does not have, the shipped.
    fn keeps_apart(&self, own: &AuthorityActor, shipped: &AuthorityActor) -> bool {
        let own: BTreeSet<String> = names(own).map(fold).collect();
        let of_shipped: BTreeSet<String> = names(shipped).map(fold).filter(|name| !own.contains(name)).collect();
        self.apart.iter().any(|rule| !rule.is_disjoint(&own) && !rule.is_disjoint(&of_shipped))
    }
}

fn names(actor: &AuthorityActor) -> impl Iterator<Item = &str> {
    std::iter::once(&actor.name).chain(&actor.variants).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::read_authority;
    use crate::model::Origin;

    fn merged(own: &str, shipped: &str) -> Vec<AuthorityActor> {
        let mut shipped = read_authority(shipped).unwrap().actors;
        shipped.iter_mut().for_each(|actor| actor.origin = Origin::Shipped);
        behind(read_authority(own).unwrap(), shipped).actors
    }

    fn said(actors: &[AuthorityActor]) -> Vec<String> {
        let words = |actor: &AuthorityActor| {
            let titles: Vec<&str> = actor.roles.iter().map(|role| role.title.as_str()).collect();
            let (variants, titles) = (actor.variants.join(", "), titles.join(", "));
            format!("{} {}: {}; {variants}; {titles}", actor.origin.as_str(), actor.id, actor.name)
        };
        actors.iter().map(words).collect()
    }

    const COURT: &str = "[[actor]]\nname = \"Sea Court\"\nkind = \"organisation\"\nvariants = [\"SC\", \"Court of the Sea\"]\n\
         country = \"NO\"\n[[actor.role]]\ntitle = \"Guardian\"\n";

    #[test]
    fn a_users_entry_wins() {
        let alone = "shipped sea-court: Sea Court; SC, Court of the Sea; Guardian";
        let table: &[(&str, &[&str])] = &[
            // Nothing shared.
            ("name = \"Oslo\"\nkind = \"place\"", &["dossier oslo: Oslo; ; ", alone]),
            // The same by its own name or by the shipped one: spellings and roles are added.
            (
                "name = \"Court of the Sea\"\nkind = \"organisation\"\nid = \"c\"",
                &["dossier c: Court of the Sea; Sea Court, SC; Guardian"],
            ),
            (
                "name = \"The Court\"\nkind = \"organisation\"\nvariants = [\"Sea Court\"]\n[[actor.role]]\ntitle = \"Judge\"",
                &["dossier the-court: The Court; Sea Court, SC, Court of the Sea; Judge"],
            ),
            // A spelling shared by two different things is the user's.
            (
                "name = \"Sail Club\"\nkind = \"organisation\"\nvariants = [\"SC\"]",
                &["dossier sail-club: Sail Club; SC; ", "shipped sea-court: Sea Court; Court of the Sea; Guardian"],
            ),
            // Another kind or country is another thing, and takes the name.
            ("name = \"Sea Court\"\nkind = \"place\"", &["dossier sea-court: Sea Court; ; "]),
            ("name = \"Sea Court\"\nkind = \"organisation\"\ncountry = \"SE\"", &["dossier sea-court: Sea Court; ; "]),
        ];
        for (own, expected) in table {
            assert_eq!(&said(&merged(&format!("[[actor]]\n{own}\n"), COURT)), expected, "{own}");
        }
    }

    #[test]
    fn what_must_stay_apart_is_not_the_same() {
        let own =
            "[[actor]]\nname = \"SC\"\nkind = \"organisation\"\n[[never_merge]]\nnames = [\"SC\", \"Sea Court\"]\n";
        let actors = merged(own, COURT);
        assert_eq!(actors.len(), 2, "{actors:?}");
    }
}
