//! The page of an actor: names, roles, quotations, events and documents, each with its evidence.

use std::collections::BTreeMap;

use serde::Serialize;

use super::head::{Head, Indexing, base_of, finish};
use super::links::{EvidenceView, LinkView};
use super::parts::{EventView, QuotationView};
use super::site::Site;
use crate::model::{Actor, ActorDecision, DossierDocument, Edtf, Evidence, Page, Role, Variant, paths};
use crate::text::compare::tidy;

/// Longer lists are cut, with words that say so: a page of thousands of rows serves nobody, and the
/// downloads have them all.
const LONGEST_LIST: usize = 300;

/// A role shows at most so many of its proofs.
const MOST_PROOFS: usize = 12;

#[derive(Debug, Serialize)]
struct ActorView {
    id: String,
    name: String,
    kind: &'static str,
    decided_by: &'static str,
    /// Every spelling, most frequent first; empty where the name is the only one.
    variants: Vec<VariantView>,
    roles: Vec<RoleView>,
    identifiers: Vec<IdentifierView>,
    maybe_same_as: Vec<LinkView>,
    not_same_as: Vec<String>,
    /// How many documents name the actor.
    documents: usize,
    /// Each story that names the actor.
    named_in: Vec<MentionView>,
    /// The first [`LONGEST_LIST`] events, oldest first.
    events: Vec<EventView>,
    events_total: usize,
    /// The first [`LONGEST_LIST`] quotations.
    quotations: Vec<QuotationView>,
    quotations_total: usize,
    /// Stories that name the actor and are not in `named_in`.
    more_stories: usize,
    mentions: usize,
}

#[derive(Debug, Serialize)]
struct VariantView {
    text: String,
    mentions: usize,
    documents: usize,
}

#[derive(Debug, Serialize)]
struct RoleView {
    title: String,
    /// The term of office in words; empty where it is not known.
    term: String,
    /// The first sentence of each story that states it, twelve at most; empty for roles from authority files.
    sources: Vec<EvidenceView>,
}

#[derive(Debug, Serialize)]
struct IdentifierView {
    scheme: String,
    value: String,
    href: Option<String>,
}

#[derive(Debug, Serialize)]
struct MentionView {
    source: EvidenceView,
    /// The spellings of this story, most frequent first.
    spellings: Vec<SpellingView>,
}

#[derive(Debug, Serialize)]
struct SpellingView {
    text: String,
    mentions: usize,
}

pub(super) fn page(site: &Site, number: usize) -> Page {
    let actor = &site.dossier.actors[number];
    let path = paths::actor_page(&actor.id);
    let base = base_of(&path);
    let title = site.unique_title(&actor.name, &actor.id);
    let head = Head { path, template: "actor.html", title, indexing: Indexing::Site };
    finish(site, head, view(site, number, &base))
}

fn view(site: &Site, number: usize, base: &str) -> ActorView {
    let actor = &site.dossier.actors[number];
    let events = &site.index.actor_events[number];
    let quotations = site.index.actor_quotations[number].iter();
    let quotations: Vec<QuotationView> =
        quotations.filter_map(|&quotation| site.quotation_view(quotation, base)).collect();
    let mut named_in = mentions(site, actor, base);
    let stories = named_in.len();
    named_in.truncate(LONGEST_LIST);
    ActorView {
        id: actor.id.clone(),
        name: actor.name.clone(),
        kind: actor.kind.as_str(),
        decided_by: decided_by(actor.decided_by),
        variants: variants(actor),
        roles: actor.roles.iter().map(|role| role_view(site, role, base)).collect(),
        identifiers: actor.identifiers.iter().map(|(scheme, value)| identifier(scheme, value)).collect(),
        maybe_same_as: actor.maybe_same_as.iter().map(|&(other, _)| site.actor_link(other, base)).collect(),
        not_same_as: actor.not_same_as.clone(),
        documents: site.index.actor_documents[number],
        more_stories: stories - named_in.len(),
        named_in,
        events: events.iter().take(LONGEST_LIST).map(|&event| event_view(site, (event, number), base)).collect(),
        events_total: events.len(),
        quotations_total: quotations.len(),
        quotations: quotations.into_iter().take(LONGEST_LIST).collect(),
        mentions: actor.mentions.len(),
    }
}

fn decided_by(decision: ActorDecision) -> &'static str {
    match decision {
        ActorDecision::Found => "The program put these mentions together by fixed rules.",
        ActorDecision::Authority => "The dossier’s authority files name this actor and its spellings.",
        ActorDecision::Override => "An editor of this dossier decided what belongs to this actor.",
    }
}

fn variants(actor: &Actor) -> Vec<VariantView> {
    let view = |variant: &Variant| VariantView {
        text: variant.text.clone(),
        mentions: variant.documents.iter().map(|(_, count)| count).sum(),
        documents: variant.documents.len(),
    };
    match actor.variants.as_slice() {
        [only] if only.text == actor.name => Vec::new(),
        variants => variants.iter().map(view).collect(),
    }
}

/// An event with the others it names: that it names this actor is why it is here.
fn event_view(site: &Site, (event, actor): (usize, usize), base: &str) -> EventView {
    let mut view = site.event_view(event, base);
    let own = site.actor_link(actor, base);
    view.actors.retain(|link| *link != own);
    view
}

fn role_view(site: &Site, role: &Role, base: &str) -> RoleView {
    RoleView {
        title: tidy(&role.title),
        term: term(role.from, role.to),
        sources: site
            .once_per_story(&role.evidence)
            .into_iter()
            .take(MOST_PROOFS)
            .map(|proof| site.evidence_view(proof, base))
            .collect(),
    }
}

fn term(from: Option<Edtf>, to: Option<Edtf>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!("{} to {}", from.words(), to.words()),
        (Some(from), None) => format!("since {}", from.words()),
        (None, Some(to)) => format!("until {}", to.words()),
        (None, None) => String::new(),
    }
}

/// Wikidata and VIAF have addresses; other schemes stay words.
fn identifier(scheme: &str, value: &str) -> IdentifierView {
    let is_plain = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let home = match scheme {
        "wikidata" => Some("https://www.wikidata.org/wiki/"),
        "viaf" => Some("https://viaf.org/viaf/"),
        _ => None,
    };
    let href = home.filter(|_| is_plain).map(|home| format!("{home}{value}"));
    IdentifierView { scheme: scheme.to_owned(), value: value.to_owned(), href }
}

/// Each story once: its first sentence that names the actor, and how it spells the name.
fn mentions(site: &Site, actor: &Actor, base: &str) -> Vec<MentionView> {
    let mut stories: BTreeMap<(usize, usize), Vec<&Evidence>> = BTreeMap::new();
    for evidence in &actor.mentions {
        stories.entry(site.story_of(evidence)).or_default().push(evidence);
    }
    let view = |mentions: Vec<&Evidence>| MentionView {
        source: site.evidence_view(mentions[0], base),
        spellings: spellings(&site.dossier.documents[mentions[0].document], &mentions),
    };
    stories.into_values().map(view).collect()
}

fn spellings(document: &DossierDocument, mentions: &[&Evidence]) -> Vec<SpellingView> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for evidence in mentions.iter().filter(|_| document.display().shows_words()) {
        *counts.entry(tidy(evidence.focus.of(&document.source.text))).or_default() += 1;
    }
    let mut spellings: Vec<_> = counts.into_iter().map(|(text, mentions)| SpellingView { text, mentions }).collect();
    spellings.sort_by_key(|spelling| usize::MAX - spelling.mentions);
    spellings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_schemes_become_links() {
        assert_eq!(identifier("wikidata", "Q42").href.as_deref(), Some("https://www.wikidata.org/wiki/Q42"));
        assert_eq!(identifier("wikidata", "Q42/../x").href, None);
        assert_eq!(identifier("isni", "1").href, None);
    }

    #[test]
    fn terms_are_words() {
        let year = |words: &str| Some(words.parse::<Edtf>().unwrap());
        assert_eq!(term(year("2021-01"), year("2025-01")), "January 2021 to January 2025");
        assert_eq!(term(year("2022"), None), "since 2022");
        assert_eq!(term(None, None), "");
    }
}
