//! How an actor was decided: reasons for each spelling, who may be the same, who only looks alike,
//! mentions that fit several, and whom the actor appears with.

use std::collections::BTreeMap;

use serde::Serialize;

use super::links::{EvidenceView, LinkView};
use super::site::Site;
use crate::model::{Actor, Likeness, MergeReason, MergeRule, NameKind};

/// A doubtful mention shows at most so many others that it could be.
const MOST_OTHERS: usize = 12;

/// A text that names more is a list: that two are on it says nothing.
const LARGEST_COMPANY: usize = 1_000;

/// A table of company shows at most so many.
const MOST_COMPANY: usize = 20;

/// Mentions that fit several actors are shown up to so many.
const MOST_DOUBTS: usize = 50;

/// Why one spelling belongs to the actor.
#[derive(Debug, Serialize)]
pub(super) struct WhyView {
    /// The spelling.
    text: String,
    /// The rule, as a sentence.
    why: String,
    /// The first places it was applied to.
    places: Vec<LinkView>,
}

/// An actor that may be the same.
#[derive(Debug, Serialize)]
pub(super) struct LikeView {
    link: LinkView,
    why: &'static str,
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
    /// The words.
    text: String,
    /// The other actors that it fits.
    others: Vec<LinkView>,
}

/// An actor that is named in the same texts.
#[derive(Debug, Serialize)]
pub(super) struct CompanyView {
    link: LinkView,
    texts: usize,
    events: usize,
}

impl Site<'_> {
    /// The reasons of an actor, those first that say more than that the name is the same.
    pub(super) fn whys(&self, actor: &Actor, base: &str) -> Vec<WhyView> {
        let view = |reason: &MergeReason| WhyView {
            text: reason.text.clone(),
            why: why(reason, actor.kind),
            places: reason
                .evidence
                .iter()
                .map(|proof| {
                    let shown = self.evidence_view(proof, base);
                    LinkView { text: shown.title, href: shown.href }
                })
                .collect(),
        };
        actor.reasons.iter().map(view).collect()
    }

    /// Who may be the same, and why.
    pub(super) fn likes(&self, actor: &Actor, base: &str) -> Vec<LikeView> {
        let shown = actor.maybe_same_as.iter().filter(|(other, _)| self.has_page(*other));
        shown.map(|&(other, like)| LikeView { link: self.actor_link(other, base), why: likeness(like) }).collect()
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
            DoubtView {
                source: self.evidence_view(proof, base),
                text: proof.focus.of(&document.source.text).to_owned(),
                others: self.actor_links(fits, base),
            }
        };
        actor.could_be.iter().take(MOST_DOUBTS).map(view).collect()
    }

    /// True for a story that names few enough to say that they belong together.
    fn is_company(&self, (document, story): (usize, usize)) -> bool {
        self.index.story_actors[document].get(story).is_some_and(|actors| actors.len() <= LARGEST_COMPANY)
    }

    /// Who is named in the same texts, most often first.
    pub(super) fn company(&self, number: usize, base: &str) -> Vec<CompanyView> {
        let mut texts: BTreeMap<usize, usize> = BTreeMap::new();
        let mut stories: Vec<(usize, usize)> =
            self.dossier.actors[number].mentions.iter().map(|mention| self.story_of(mention)).collect();
        stories.dedup();
        for (document, story) in stories.into_iter().filter(|&place| self.is_company(place)) {
            for &other in self.index.story_actors[document].get(story).into_iter().flatten() {
                *texts.entry(other).or_default() += 1;
            }
        }
        let mut events: BTreeMap<usize, usize> = BTreeMap::new();
        for &event in &self.index.actor_events[number] {
            for &other in &self.dossier.events[event].actors {
                *events.entry(other).or_default() += 1;
            }
        }
        let mut order: Vec<(usize, usize)> =
            texts.into_iter().filter(|&(other, _)| other != number && self.has_page(other)).collect();
        let shared = |other: &usize| events.get(other).copied().unwrap_or(0);
        order.sort_by_key(|(other, texts)| (usize::MAX - texts, usize::MAX - shared(other), *other));
        let view = |(other, texts): (usize, usize)| CompanyView {
            link: self.actor_link(other, base),
            texts,
            events: shared(&other),
        };
        order.into_iter().take(MOST_COMPANY).map(view).collect()
    }
}

/// The rule as the end of a sentence that begins with the spelling.
fn why(reason: &MergeReason, kind: NameKind) -> String {
    let place = match reason.documents {
        1 => "in one document".to_owned(),
        count => format!("in {count} documents"),
    };
    let rule = match reason.rule {
        MergeRule::SameName => "the same name",
        MergeRule::WordOrder => "the same words in another order, and no role speaks against it",
        MergeRule::MiddleNames => "the same name with more or fewer middle names or initials",
        MergeRule::ShortForm => "short for it: the only name of the text that fits",
        MergeRule::ShortFormAndRole => "several names fit; only this one bears the role in front of it",
        MergeRule::OnlyBearer => "without a full name there: the only person of that surname whom it fits",
        MergeRule::Holder => "the authority files know one of that surname who held that office then",
        MergeRule::Acronym => "an acronym that a text declares for it",
        MergeRule::Initials => "the first letters of its words, and of no other name of the text",
        MergeRule::LegalForm => "the name with or without its legal form or trade",
        MergeRule::Wording => "the same body in another wording",
        MergeRule::Country => "another name of the country",
        MergeRule::Metonym => "the capital acts there: its government is meant",
        MergeRule::Kind if kind == NameKind::Person => "nearly everywhere else a person",
        MergeRule::Kind => "nearly everywhere else of this kind",
        MergeRule::Authority => "listed by the authority files",
        MergeRule::Override => "put here by an editor",
    };
    format!("{place}: {rule}")
}

fn likeness(likeness: Likeness) -> &'static str {
    match likeness {
        Likeness::Typo => "one letter apart",
        Likeness::WordOrder => "the same words in another order",
        Likeness::MiddleNames => "more or fewer names or initials",
        Likeness::Surname => "the same surname",
        Likeness::SameName => "the same name; what is said of them contradicts",
        Likeness::Country => "the same body, its country not said",
        Likeness::Initials => "the first letters of the name",
        Likeness::Trade => "the name with a word for a trade or a part",
        Likeness::Nickname => "the same surname, and a given name short for the other",
    }
}
