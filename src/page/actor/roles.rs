//! Roles: what an actor was or is, with the term or the date of the text that says so, and by whose word.

use serde::Serialize;

use crate::model::{Edtf, Origin, Role, RoleAuthority, Tenure};
use crate::page::links::LinkView;
use crate::page::site::Site;
use crate::text::compare::tidy;

/// A role shows at most so many of its proofs.
const MOST_PROOFS: usize = 6;

#[derive(Debug, Serialize)]
pub(super) struct RoleView {
    title: String,
    /// `former`, `then` and the like, in words; empty for a role that is held.
    tenure: String,
    /// The term of office, or the date of the latest text that states it, in words; may be empty.
    term: String,
    /// For roles from authority files: which, and the record it names. Empty for stated ones.
    authority: String,
    /// The first sentence of the first texts that state it; empty for roles from authority files.
    sources: Vec<LinkView>,
    /// The same of further texts.
    more_sources: Vec<LinkView>,
}

/// So many texts are named beside a role; the others can be unfolded.
const NAMED_AT_ONCE: usize = 2;

pub(super) fn role_view(site: &Site, role: &Role, base: &str) -> RoleView {
    let link = |proof| {
        let shown = site.evidence_view(proof, base);
        LinkView { text: shown.title, href: shown.href }
    };
    let mut sources: Vec<LinkView> =
        site.once_per_story(&role.evidence).into_iter().take(MOST_PROOFS).map(link).collect();
    let more_sources = sources.split_off(sources.len().min(NAMED_AT_ONCE));
    RoleView {
        title: tidy(&role.title),
        tenure: match role.tenure {
            Tenure::Held => String::new(),
            tenure => site.phrases.say(&format!("tenure-{}", tenure.as_str())),
        },
        term: site.term_words(role),
        authority: role.authority.as_ref().map(|authority| site.authority_words(authority)).unwrap_or_default(),
        sources,
        more_sources,
    }
}

impl Site<'_> {
    /// The one role of an actor that lists show.
    pub(in crate::page) fn role_line(&self, actor: usize) -> Option<String> {
        let actor = &self.dossier.actors[actor];
        actor.role.and_then(|role| actor.roles.get(role)).map(|role| self.line(role))
    }

    /// The role in one line, with its term or the date of the latest text that states it.
    fn line(&self, role: &Role) -> String {
        let title = tidy(&role.title);
        let told = match role.tenure {
            Tenure::Held | Tenure::Incoming => title,
            tenure => self.phrases.with(&format!("role-{}", tenure.as_str()), &[("title", title.into())]),
        };
        let is_open = role.from.is_none() && role.to.is_none();
        let is_set = is_open && (role.tenure == Tenure::Then || matches!(role.as_of, Some(Edtf::OneOf(..))));
        match self.term_words(role) {
            term if term.is_empty() || is_set => told,
            term => self.phrases.with("role-with-term", &[("role", told.into()), ("term", term.into())]),
        }
    }

    /// `since 2022`, `January 2021 to January 2025`, `as of 19 August 2023`; empty where nothing is known.
    fn term_words(&self, role: &Role) -> String {
        let date = |edtf: Edtf| self.phrases.date(edtf).into();
        let said = |id: &str, name: &str, edtf| self.phrases.with(id, &[(name, date(edtf))]);
        match (role.from, role.to, role.as_of) {
            (Some(from), Some(to), _) => self.phrases.with("term-from-to", &[("from", date(from)), ("to", date(to))]),
            (Some(from), None, _) => said("term-since", "from", from),
            (None, Some(to), _) => said("term-until", "to", to),
            (None, None, Some(set @ Edtf::OneOf(..))) => said("role-stated", "date", set),
            // what was held at another time is not as of the text that tells it
            (None, None, Some(day)) if role.tenure == Tenure::Then => said("role-stated", "date", day),
            (None, None, Some(day)) => said("role-as-of", "date", day),
            (None, None, None) => String::new(),
        }
    }

    /// `per the dossier’s authority files (Norland Gazette)`.
    fn authority_words(&self, authority: &RoleAuthority) -> String {
        let file = self.phrases.say(match authority.origin {
            Origin::Dossier => "per-dossier-authority",
            Origin::Shipped => "per-shipped-authority",
        });
        match &authority.source {
            Some(source) => {
                self.phrases.with("authority-with-source", &[("file", file.into()), ("source", tidy(source).into())])
            }
            None => file,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::model::samples;

    #[test]
    fn terms_are_words() {
        let (dossier, settings) = (samples::dossier(), Settings::defaults(std::path::Path::new(".")));
        let site = Site::new(&dossier, &settings);
        let held = |from: Option<&str>, to: Option<&str>, as_of: Option<&str>| Role {
            title: "President".to_owned(),
            tenure: Tenure::Held,
            from: from.map(samples::edtf),
            to: to.map(samples::edtf),
            as_of: as_of.map(samples::edtf),
            authority: None,
            evidence: Vec::new(),
        };
        let table = [
            (held(Some("2021-01"), Some("2025-01"), None), "President, January 2021 to January 2025"),
            (held(Some("2022"), None, None), "President, since 2022"),
            (held(None, None, Some("2023-08-19")), "President, as of 19 August 2023"),
            (held(None, None, Some("[2023-05-22..2023-08-17]")), "President"),
            (Role { tenure: Tenure::Then, ..held(None, None, Some("2023-11?")) }, "then President"),
            (Role { tenure: Tenure::Former, ..held(None, None, None) }, "former President"),
            (Role { tenure: Tenure::Late, ..held(None, None, None) }, "the late President"),
        ];
        for (role, words) in table {
            assert_eq!(site.line(&role), words);
        }
    }
}
