//! The page of an actor: names, roles, quotations, events and documents, each with its evidence.

use std::collections::BTreeMap;

use serde::Serialize;

use super::corrections::CorrectionView;
use super::decided::{CompanyView, DoubtView, LikeView, OtherView, WhyView};
use super::description::Description;
use super::head::{Head, Indexing, base_of, finish_described};
use super::links::{EvidenceView, LinkView};
use super::moment::MomentView;
use super::parts::{EventView, QuotationView};
use super::site::Site;
use crate::model::{
    Actor, ActorDecision, DossierDocument, Edtf, Evidence, Origin, Page, Role, RoleAuthority, Tenure, Variant, feed,
    paths,
};
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
    /// `public`, `private` or `unnamed`.
    standing: &'static str,
    decided_by: &'static str,
    /// Every spelling, most frequent first; empty where the name is the only one.
    variants: Vec<VariantView>,
    roles: Vec<RoleView>,
    identifiers: Vec<IdentifierView>,
    /// Why each spelling belongs to the actor.
    reasons: Vec<WhyView>,
    maybe_same_as: Vec<LikeView>,
    not_same_as: Vec<String>,
    look_alikes: Vec<OtherView>,
    /// For a capital: the country whose government it is where it acts.
    acts_for: Option<LinkView>,
    /// Mentions that fit this actor and others.
    could_be: Vec<DoubtView>,
    could_be_total: usize,
    /// The agreements it is a party of.
    agreements: Vec<LinkView>,
    corrections: Vec<CorrectionView>,
    /// Who is named in the same texts.
    company: Vec<CompanyView>,
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
    /// The first [`LONGEST_LIST`] statements it is reported to have made.
    reported: Vec<QuotationView>,
    reported_total: usize,
    /// Stories that name the actor and are not in `named_in`.
    more_stories: usize,
    mentions: usize,
}

#[derive(Debug, Serialize)]
struct VariantView {
    text: String,
    mentions: usize,
    documents: usize,
    /// The documents, most mentions first; twelve at most.
    places: Vec<PlaceView>,
}

#[derive(Debug, Serialize)]
struct PlaceView {
    link: LinkView,
    mentions: usize,
}

#[derive(Debug, Serialize)]
struct RoleView {
    title: String,
    /// `former`, `then` and the like; empty for a role that is held.
    tenure: &'static str,
    /// The date of the latest text that states it, and the words in front of it.
    as_of: Option<MomentView>,
    as_of_words: &'static str,
    /// The term of office in words; empty where it is not known.
    term: String,
    /// For roles from authority files: which, and the record it names. Empty for stated ones.
    authority: String,
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
    let has_feed = feed::has_feed(site.dossier, &site.index.actor_events[number]);
    let description = Description {
        feed: has_feed.then(|| paths::actor_feed(&actor.id)),
        ..Description::about(super::linked::actor(actor))
    };
    finish_described(site, head, &description, view(site, number, &base))
}

fn view(site: &Site, number: usize, base: &str) -> ActorView {
    let actor = &site.dossier.actors[number];
    let events = &site.index.actor_events[number];
    let quotations = site.index.actor_quotations[number].iter();
    let quotations: Vec<QuotationView> =
        quotations.filter_map(|&quotation| site.quotation_view(quotation, base)).collect();
    let reported = site.index.actor_reported[number].iter();
    let reported: Vec<QuotationView> =
        reported.filter_map(|&at| site.statement_view(&site.dossier.reported[at], base)).collect();
    let mut named_in = mentions(site, actor, base);
    let stories = named_in.len();
    named_in.truncate(LONGEST_LIST);
    ActorView {
        corrections: site.corrections(|correction| correction.actors.contains(&number), base),
        id: actor.id.clone(),
        name: actor.name.clone(),
        kind: actor.kind.as_str(),
        standing: actor.standing.as_str(),
        decided_by: decided_by(actor.decided_by),
        variants: variants(site, actor, base),
        roles: actor.roles.iter().map(|role| role_view(site, role, base)).collect(),
        identifiers: actor.identifiers.iter().map(|(scheme, value)| identifier(scheme, value)).collect(),
        reasons: site.whys(actor, base),
        maybe_same_as: site.likes(actor, base),
        not_same_as: actor.not_same_as.clone(),
        look_alikes: site.look_alikes(actor, base),
        acts_for: site.acts_for(number, base),
        could_be: site.doubts(number, base),
        could_be_total: actor.could_be.len(),
        agreements: site.index.actor_agreements[number].iter().map(|&other| site.agreement_link(other, base)).collect(),
        company: site.company(number, base),
        documents: site.index.actor_documents[number],
        more_stories: stories - named_in.len(),
        named_in,
        events: events.iter().take(LONGEST_LIST).map(|&event| event_view(site, (event, number), base)).collect(),
        events_total: events.len(),
        quotations_total: quotations.len(),
        quotations: quotations.into_iter().take(LONGEST_LIST).collect(),
        reported_total: reported.len(),
        reported: reported.into_iter().take(LONGEST_LIST).collect(),
        mentions: actor.mentions.len(),
    }
}

fn decided_by(decision: ActorDecision) -> &'static str {
    match decision {
        ActorDecision::Found => "The program put these mentions together by fixed rules.",
        ActorDecision::Authority => "The dossier’s authority files name this actor and its spellings.",
        ActorDecision::Shipped => "The program’s general authority file names this actor and its spellings.",
        ActorDecision::Override => "An editor of this dossier decided what belongs to this actor.",
    }
}

fn variants(site: &Site, actor: &Actor, base: &str) -> Vec<VariantView> {
    let places = |variant: &Variant| {
        let mut documents = variant.documents.clone();
        documents.sort_by_key(|&(document, count)| (usize::MAX - count, document));
        let view = |(document, mentions)| PlaceView { link: site.document_link(document, base), mentions };
        documents.into_iter().take(MOST_PROOFS).map(view).collect()
    };
    let view = |variant: &Variant| VariantView {
        text: variant.text.clone(),
        mentions: variant.documents.iter().map(|(_, count)| count).sum(),
        documents: variant.documents.len(),
        places: places(variant),
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
        tenure: if role.tenure == Tenure::Held { "" } else { role.tenure.as_str() },
        as_of: role.as_of.map(|edtf| site.moment(edtf)),
        as_of_words: if matches!(role.as_of, Some(Edtf::OneOf(..))) { "stated" } else { "as of" },
        term: term(role.from, role.to),
        authority: role.authority.as_ref().map(authority).unwrap_or_default(),
        sources: site
            .once_per_story(&role.evidence)
            .into_iter()
            .take(MOST_PROOFS)
            .map(|proof| site.evidence_view(proof, base))
            .collect(),
    }
}

/// The role in one line, with its term or the date of the latest text that states it.
fn line(role: &Role) -> String {
    let title = tidy(&role.title);
    let title = match role.tenure {
        Tenure::Held | Tenure::Incoming => title,
        Tenure::Late => format!("the late {title}"),
        tenure => format!("{} {title}", tenure.as_str()),
    };
    match (term(role.from, role.to), role.as_of) {
        (term, _) if !term.is_empty() => format!("{title}, {term}"),
        (_, Some(day)) if !matches!(day, Edtf::OneOf(..)) => format!("{title}, as of {}", day.words()),
        _ => title,
    }
}

impl Site<'_> {
    /// The one role of an actor that lists show.
    pub(super) fn role_line(&self, actor: usize) -> Option<String> {
        let actor = &self.dossier.actors[actor];
        actor.role.and_then(|role| actor.roles.get(role)).map(line)
    }
}

/// `per the dossier’s authority files (Norland Gazette)`.
fn authority(authority: &RoleAuthority) -> String {
    let file = match authority.origin {
        Origin::Dossier => "per the dossier’s authority files",
        Origin::Shipped => "per the program’s general authority file",
    };
    match &authority.source {
        Some(source) => format!("{file} ({})", tidy(source)),
        None => file.to_owned(),
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
    IdentifierView { scheme: scheme.to_owned(), value: value.to_owned(), href: identifier_href(scheme, value) }
}

/// The address of an identifier, where its scheme has addresses.
pub(super) fn identifier_href(scheme: &str, value: &str) -> Option<String> {
    let is_plain = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let home = match scheme {
        "wikidata" => Some("https://www.wikidata.org/wiki/"),
        "viaf" => Some("https://viaf.org/viaf/"),
        _ => None,
    };
    home.filter(|_| is_plain).map(|home| format!("{home}{value}"))
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
