//! The page of an actor: roles, events, quotations and documents in compact rows, whom it appears with,
//! its names, and how it was decided. What an actor with much to tell has is on pages by year below it.

mod chart;
mod lists;
pub(super) mod names;
mod network;
pub(super) mod roles;
pub(super) mod years;

use serde::Serialize;

use super::corrections::CorrectionView;
use super::decided::{CompanyView, DoubtView, LikeView, OtherView};
use super::description::Description;
use super::head::{Head, Indexing, base_of, finish_described};
use super::links::{CountedLinkView, LinkView};
use super::parts::QuotationView;
use super::rows::{EventRowView, TextRowView};
use super::site::Site;
use crate::model::{Actor, ActorDecision, Page, Standing, feed, paths};

#[derive(Debug, Serialize)]
struct ActorView {
    id: String,
    name: String,
    /// In words.
    kind: String,
    /// `public`, `private` or `unnamed`.
    standing: &'static str,
    /// The role that lists show, with its term or date.
    role: Option<String>,
    /// Who decided what belongs to it; empty where that is the program and there is nothing to tell.
    decided_by: String,
    /// Every spelling with its reasons; empty where the name is the only one and nothing was decided.
    names: Vec<names::NamingView>,
    roles: Vec<roles::RoleView>,
    identifiers: Vec<IdentifierView>,
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
    /// Who appears with it in several texts, most often first.
    company: Vec<CompanyView>,
    /// Who does in a sentence or an event of one text.
    company_once: Vec<LinkView>,
    /// How many more do.
    more_company: usize,
    network: Option<network::NetworkView>,
    chart: Option<chart::ChartView>,
    /// The pages by year, where there is too much for one page.
    parts: Vec<CountedLinkView>,
    /// How many documents name the actor.
    documents: usize,
    mentions: usize,
    texts: Vec<TextRowView>,
    texts_total: usize,
    events: Vec<EventRowView>,
    events_total: usize,
    quotations: Vec<QuotationView>,
    quotations_total: usize,
    /// Statements it is reported to have made.
    reported: Vec<QuotationView>,
    reported_total: usize,
}

#[derive(Debug, Serialize)]
struct IdentifierView {
    scheme: String,
    value: String,
    href: Option<String>,
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
    let known = lists::Known::of(site, number);
    let parts = site.actor_parts(number);
    let shown = if parts.is_empty() { known.clone() } else { known.chosen(site) };
    let company = site.company(number);
    let (company_rows, company_once) = site.company_rows(&company, base);
    let lists = lists::lists(site, number, &shown, base);
    let names = names::names(site, actor, base);
    let is_told = !names.is_empty() || actor.decided_by != ActorDecision::Found;
    ActorView {
        corrections: site.corrections(|correction| correction.actors.contains(&number), base),
        id: actor.id.clone(),
        name: actor.name.clone(),
        kind: site.phrases.say(kind_id(actor)),
        standing: actor.standing.as_str(),
        role: site.role_line(number),
        decided_by: if is_told { site.phrases.say(decided_by(actor.decided_by)) } else { String::new() },
        names,
        roles: actor.roles.iter().map(|role| roles::role_view(site, role, base)).collect(),
        identifiers: actor.identifiers.iter().map(|(scheme, value)| identifier(scheme, value)).collect(),
        maybe_same_as: site.likes(actor, base),
        not_same_as: actor.not_same_as.clone(),
        look_alikes: site.look_alikes(actor, base),
        acts_for: site.acts_for(number, base),
        could_be: site.doubts(number, base),
        could_be_total: actor.could_be.len(),
        agreements: site.index.actor_agreements[number].iter().map(|&other| site.agreement_link(other, base)).collect(),
        more_company: company.len().saturating_sub(super::decided::MOST_COMPANY),
        company: company_rows,
        company_once,
        network: network::network(site, number, &company),
        chart: chart::chart(site, number),
        parts: parts.iter().map(|part| part.link(site, number)).collect(),
        documents: site.index.actor_documents[number],
        mentions: actor.mentions.len(),
        texts: lists.texts,
        texts_total: known.texts.len(),
        events: lists.events,
        events_total: known.events.len(),
        quotations: lists.quotations,
        quotations_total: known.quotations.len(),
        reported: lists.reported,
        reported_total: known.reported.len(),
    }
}

fn kind_id(actor: &Actor) -> &'static str {
    use crate::model::NameKind::{Organisation, Other, Person, Place};
    match (actor.standing, actor.kind) {
        (Standing::Unnamed, _) => "kind-unnamed",
        (Standing::Private, _) => "kind-private",
        (_, Person) => "kind-person",
        (_, Organisation) => "kind-organisation",
        (_, Place) => "kind-place",
        (_, Other) => "kind-other",
    }
}

fn decided_by(decision: ActorDecision) -> &'static str {
    match decision {
        ActorDecision::Found => "decided-found",
        ActorDecision::Authority => "decided-authority",
        ActorDecision::Shipped => "decided-shipped",
        ActorDecision::Override => "decided-override",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_schemes_become_links() {
        assert_eq!(identifier("wikidata", "Q42").href.as_deref(), Some("https://www.wikidata.org/wiki/Q42"));
        assert_eq!(identifier("wikidata", "Q42/../x").href, None);
        assert_eq!(identifier("isni", "1").href, None);
    }
}
