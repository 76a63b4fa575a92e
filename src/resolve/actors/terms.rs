//! Terms: what the authority files know of when a role was held, held against what the texts state.

use super::roles::{RoleForm, date_of};
use crate::model::{DossierDocument, Edtf, Evidence, Role, Tenure};

/// A role that texts state as held, although every term of it ended before they were written, was
/// held then; where one text is of the term, the role is as of that text.
pub fn hold_against(terms: &[Role], stated: &mut [Role], documents: &[DossierDocument]) {
    for role in stated.iter_mut().filter(|role| role.tenure == Tenure::Held) {
        let form = RoleForm::of(&role.title, "");
        let same = |term: &&Role| RoleForm::of(&term.title, "").may_be(&form);
        let ends: Option<Vec<_>> = terms.iter().filter(same).map(|term| term.to.and_then(Edtf::latest)).collect();
        let Some(end) = ends.unwrap_or_default().into_iter().max() else { continue };
        let dates = || role.evidence.iter().filter_map(|proof| date_of(proof, documents));
        let is_within = |date: &Edtf| date.earliest().is_some_and(|first| first <= end);
        let within = dates().filter(is_within).max_by_key(|date| (date.latest(), date.earliest()));
        match within {
            Some(date) => role.as_of = Some(date),
            None if dates().next().is_some() => role.tenure = Tenure::Then,
            None => {}
        }
    }
}

/// The role that lists show: the one whose term holds the latest text about the actor, else the one
/// stated last, by its term where one is known, else the last term before that text.
pub fn leading(roles: &[Role], mentions: &[Evidence], documents: &[DossierDocument]) -> Option<usize> {
    let dates = mentions.iter().filter_map(|proof| date_of(proof, documents));
    let last = dates.filter(|date| date.latest().is_some()).max_by_key(|date| (date.latest(), date.earliest()));
    let (seen, since) = (last.and_then(Edtf::latest), last.and_then(Edtf::earliest));
    let terms = || roles.iter().enumerate().filter(|(_, role)| role.authority.is_some());
    let starts_by = |role: &Role| match (role.from.and_then(Edtf::earliest), seen) {
        (Some(from), Some(seen)) => from <= seen,
        _ => true,
    };
    let is_over = |role: &Role| role.to.and_then(Edtf::latest).zip(since.or(seen)).is_some_and(|(to, seen)| to < seen);
    // of several terms that the day may lie in, the one that the texts speak of
    let is_stated = |role: &Role| {
        let form = RoleForm::of(&role.title, "");
        roles.iter().any(|other| other.authority.is_none() && form.may_be(&RoleForm::of(&other.title, "")))
    };
    let in_force = terms()
        .filter(|(_, role)| starts_by(role) && !is_over(role))
        .max_by_key(|(at, role)| (is_stated(role), std::cmp::Reverse(*at)));
    let stated = roles.iter().enumerate().filter(|(_, role)| role.authority.is_none());
    let latest = stated.max_by_key(|(at, role)| {
        let held = matches!(role.tenure, Tenure::Held | Tenure::Incoming | Tenure::Outgoing);
        (held, role.as_of.and_then(Edtf::latest), role.title.len(), std::cmp::Reverse(*at))
    });
    // what the texts state of an office is told by its term: `former President` is less than when
    let term_of = |stated: &Role| {
        let form = RoleForm::of(&stated.title, "");
        let same = terms().filter(|(_, role)| starts_by(role) && RoleForm::of(&role.title, "").may_be(&form));
        same.max_by_key(|(_, role)| role.from.and_then(Edtf::earliest))
    };
    let latest = latest.map(|(at, role)| term_of(role).unwrap_or((at, role)));
    let before =
        || terms().filter(|(_, role)| starts_by(role)).max_by_key(|(_, role)| role.from.and_then(Edtf::earliest));
    in_force.or(latest).or_else(before).or_else(|| terms().next()).map(|(at, _)| at)
}
