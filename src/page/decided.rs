//! How an actor was decided: who may be the same, who only looks alike, mentions that fit several, and
//! whom the actor appears with.

use std::cmp::Reverse;

use serde::Serialize;

use super::links::{EvidenceView, LinkView};
use super::quotations::marks;
use super::site::Site;
use crate::model::{Actor, Likeness, NameKind, Together};
use crate::text::compare::shorten;

/// A doubtful mention shows at most so many others that it could be.
const MOST_OTHERS: usize = 12;

/// A table of company shows at most so many.
pub(super) const MOST_COMPANY: usize = 25;

/// Mentions that fit several actors are shown up to so many.
const MOST_DOUBTS: usize = 20;

/// The words around a doubtful mention, in characters.
const LONGEST_DOUBT: usize = 200;

/// An actor that may be the same.
#[derive(Debug, Serialize)]
pub(super) struct LikeView {
    link: LinkView,
    why: String,
}

/// Another actor in a line.
#[derive(Debug, Serialize)]
pub(super) struct OtherView {
    link: LinkView,
    role: Option<String>,
}

/// A mention that fits several actors.
#[derive(Debug, Serialize)]
pub(super) struct DoubtView {
    source: EvidenceView,
    /// The words, and the marks around them.
    text: String,
    open: &'static str,
    close: &'static str,
    /// The other actors that it fits.
    others: Vec<LinkView>,
}

/// An actor that is named in the same texts.
#[derive(Debug, Serialize)]
pub(super) struct CompanyView {
    link: LinkView,
    texts: usize,
    sentences: usize,
    events: usize,
}

impl Site<'_> {
    /// Who may be the same, and why.
    pub(super) fn likes(&self, actor: &Actor, base: &str) -> Vec<LikeView> {
        let shown = actor.maybe_same_as.iter().filter(|(other, _)| self.has_page(*other));
        shown
            .map(|&(other, like)| LikeView {
                link: self.actor_link(other, base),
                why: self.phrases.say(likeness(like)),
            })
            .collect()
    }

    /// The country that this place stands for where it acts.
    pub(super) fn acts_for(&self, number: usize, base: &str) -> Option<LinkView> {
        let actor = &self.dossier.actors[number];
        let of = |text: &String| self.index.metonyms.get(text).copied().filter(|&country| country != number);
        let country = actor.variants.iter().filter(|_| actor.kind == NameKind::Place).find_map(|one| of(&one.text));
        country.map(|country| self.actor_link(country, base))
    }

    /// Who only looks alike.
    pub(super) fn look_alikes(&self, actor: &Actor, base: &str) -> Vec<OtherView> {
        let shown = actor.look_alikes.iter().filter(|&&other| self.has_page(other));
        shown.map(|&other| OtherView { link: self.actor_link(other, base), role: self.role_line(other) }).collect()
    }

    /// Mentions that could be this actor.
    pub(super) fn doubts(&self, number: usize, base: &str) -> Vec<DoubtView> {
        let actor = &self.dossier.actors[number];
        let view = |proof: &crate::model::Evidence| {
            let document = &self.dossier.documents[proof.document];
            let names = &document.annotations.names;
            let mention = names.partition_point(|name| name.span < proof.focus);
            let mut fits = document.ambiguous.get(&mention).cloned().unwrap_or_default();
            fits.retain(|&other| other != number);
            fits.truncate(MOST_OTHERS);
            let mut source = self.evidence_view(proof, base);
            source.text = source.text.map(|words| shorten(&words, LONGEST_DOUBT));
            let (open, close) = marks(document.language());
            DoubtView {
                open,
                close,
                source,
                text: proof.focus.of(&document.source.text).to_owned(),
                others: self.actor_links(fits, base),
            }
        };
        actor.could_be.iter().take(MOST_DOUBTS).map(view).collect()
    }

    /// Everybody an actor appears with, most shared texts first.
    pub(super) fn company(&self, number: usize) -> Vec<(usize, Together)> {
        let company = self.index.company.of(self.dossier, number, &self.index.actor_events[number]);
        let mut order: Vec<(usize, Together)> =
            company.into_iter().filter(|&(other, _)| self.has_page(other)).collect();
        order.sort_by_key(|&(other, shared)| (Reverse((shared.texts, shared.sentences, shared.events)), other));
        order
    }

    /// Those of the first that more than one text names with it, as rows, and the others as links.
    pub(super) fn company_rows(&self, company: &[(usize, Together)], base: &str) -> (Vec<CompanyView>, Vec<LinkView>) {
        let shown = &company[..company.len().min(MOST_COMPANY)];
        let often = shown.partition_point(|(_, shared)| shared.texts > 1);
        let view = |&(other, shared): &(usize, Together)| CompanyView {
            link: self.neighbour_link(other, base),
            texts: shared.texts,
            sentences: shared.sentences,
            events: shared.events,
        };
        let once = shown[often..].iter().map(|&(other, _)| self.neighbour_link(other, base));
        (shown[..often].iter().map(view).collect(), once.collect())
    }
}

fn likeness(likeness: Likeness) -> &'static str {
    match likeness {
        Likeness::Typo => "likeness-typo",
        Likeness::WordOrder => "likeness-word-order",
        Likeness::MiddleNames => "likeness-middle-names",
        Likeness::Surname => "likeness-surname",
        Likeness::SameName => "likeness-same-name",
        Likeness::Country => "likeness-country",
        Likeness::Initials => "likeness-initials",
        Likeness::Trade => "likeness-trade",
        Likeness::Nickname => "likeness-nickname",
    }
}
