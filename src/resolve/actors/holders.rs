//! Holders of offices that the authority knows, for surnames whose full name no text gives.

use std::collections::BTreeMap;

use super::forms::PersonForm;
use super::lexicon::FAMILY_FIRST;
use super::roles::{Fit, Profile, RoleForm};
use crate::model::{Authority, AuthorityRole, Edtf, NameKind};

/// The persons of the authority by family name, each with what its roles say.
#[derive(Debug, Default)]
pub struct Holders<'k> {
    by_surname: BTreeMap<String, Vec<(usize, Profile, &'k AuthorityRole)>>,
}

impl<'k> Holders<'k> {
    /// Reads the roles of an authority.
    pub fn new(authority: &'k Authority) -> Self {
        let mut holders = Self::default();
        for (index, actor) in authority.actors.iter().enumerate().filter(|(_, actor)| actor.kind == NameKind::Person) {
            let form = PersonForm::of(&actor.name);
            let is_eastern = actor.country.as_deref().is_some_and(|code| FAMILY_FIRST.has(code));
            for role in &actor.roles {
                let mut profile = Profile::default();
                profile.add(&RoleForm::of(&role.title, ""));
                let is_first =
                    form.is_given_last || is_eastern || profile.countries.iter().any(|code| FAMILY_FIRST.has(code));
                let family = if is_first { form.words.first() } else { form.words.last() };
                let family = family.cloned().unwrap_or_default();
                holders.by_surname.entry(family).or_default().push((index, profile, role));
            }
        }
        holders
    }

    /// The only actor of that surname who held the office on that day. Without a date the text must
    /// say the country.
    pub fn only(&self, surname: &str, stated: &Profile, date: Option<Edtf>) -> Option<usize> {
        if date.is_none() && stated.countries.is_empty() {
            return None;
        }
        let holds = |(_, profile, role): &&(usize, Profile, &AuthorityRole)| {
            stated.fit(profile) == Fit::Shared && date.is_none_or(|date| is_in_term(role, date))
        };
        let mut actors: Vec<usize> =
            self.by_surname.get(surname)?.iter().filter(holds).map(|(actor, ..)| *actor).collect();
        actors.dedup();
        actors.first().copied().filter(|_| actors.len() == 1)
    }
}

fn is_in_term(role: &AuthorityRole, date: Edtf) -> bool {
    let begun = match (role.from.and_then(Edtf::earliest), date.latest()) {
        (Some(from), Some(latest)) => from <= latest,
        _ => true,
    };
    let ended = match (role.to.and_then(Edtf::latest), date.earliest()) {
        (Some(to), Some(earliest)) => to < earliest,
        _ => false,
    };
    begun && !ended
}
