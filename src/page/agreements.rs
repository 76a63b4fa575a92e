//! The index of agreements: by type, with the last state of each.

use std::collections::BTreeMap;

use serde::Serialize;

use super::head::{Head, Indexing, finish};
use super::links::LinkView;
use super::site::Site;
use crate::model::{Page, paths};
use crate::text::slug::slug;

#[derive(Debug, Serialize)]
struct AgreementsView {
    total: usize,
    kinds: Vec<KindView>,
}

#[derive(Debug, Serialize)]
struct KindView {
    anchor: String,
    label: String,
    rows: Vec<RowView>,
}

#[derive(Debug, Serialize)]
struct RowView {
    link: LinkView,
    parties: Vec<LinkView>,
    /// The last dated state that is told as a fact, in words; `null` where there is none.
    state: Option<String>,
    documents: usize,
    states: usize,
    conflicts: usize,
}

pub(super) fn page(site: &Site) -> Page {
    let mut kinds: BTreeMap<&str, Vec<RowView>> = BTreeMap::new();
    for (number, agreement) in site.dossier.agreements.iter().enumerate() {
        kinds.entry(&agreement.kind).or_default().push(row(site, number));
    }
    let kind = |(kind, rows): (&str, Vec<RowView>)| KindView {
        anchor: format!("type-{}", slug(kind)),
        label: site.agreement_kind(kind),
        rows,
    };
    let view = AgreementsView { total: site.dossier.agreements.len(), kinds: kinds.into_iter().map(kind).collect() };
    let head = Head {
        path: paths::AGREEMENTS.to_owned(),
        template: "agreements.html",
        title: site.phrases.say("agreements"),
        indexing: Indexing::Site,
    };
    finish(site, head, view)
}

fn row(site: &Site, number: usize) -> RowView {
    let agreement = &site.dossier.agreements[number];
    RowView {
        link: site.agreement_link(number, ""),
        parties: site.actor_links(agreement.parties.iter().copied(), ""),
        state: site.last_state(agreement),
        documents: super::index::count_documents(&agreement.mentions),
        states: agreement.history.len(),
        conflicts: agreement.conflicts.len(),
    }
}
