//! Conflicts: where sources disagree, on events and on agreements, both sides and no winner.

use serde::Serialize;

use super::agreement;
use super::head::{Head, Indexing, finish};
use super::links::{EvidenceView, LinkView};
use super::site::Site;
use crate::model::{Dossier, Page, paths};

#[derive(Debug, Serialize)]
struct ConflictsView {
    total: usize,
    rows: Vec<RowView>,
}

/// A conflict.
#[derive(Debug, Serialize)]
struct RowView {
    /// The event or agreement it is about.
    about: LinkView,
    /// Who disagrees, in words, where it is about an event.
    who: Option<String>,
    /// What its sources disagree on.
    words: String,
    /// Whom it is about.
    actor: Option<LinkView>,
    /// The evidence of both sides.
    sides: Vec<Vec<EvidenceView>>,
}

/// How many conflicts a dossier has.
pub(super) fn count(dossier: &Dossier) -> usize {
    let of_events = dossier.events.iter().map(|event| event.conflicts.len());
    of_events.chain(dossier.agreements.iter().map(|agreement| agreement.conflicts.len())).sum()
}

pub(super) fn page(site: &Site) -> Page {
    let events = site.dossier.events.iter().enumerate().flat_map(|(number, event)| {
        event.conflicts.iter().map(move |conflict| {
            let shown = site.conflict_view(conflict, "");
            let about = site.event_link(number, "");
            let sides = shown.sides.into_iter().map(|side| vec![side]).collect();
            let who = Some(shown.who);
            RowView { about, who, words: shown.words, actor: shown.actor, sides }
        })
    });
    let agreements = site.dossier.agreements.iter().enumerate().flat_map(|(number, agreement)| {
        agreement.conflicts.iter().map(move |conflict| {
            let shown = agreement::conflict_view(site, agreement, conflict, "");
            let about = site.agreement_link(number, "");
            RowView { about, who: None, words: shown.words, actor: None, sides: shown.sides }
        })
    });
    let rows: Vec<RowView> = events.chain(agreements).collect();
    let head = Head {
        path: paths::CONFLICTS.to_owned(),
        template: "conflicts.html",
        title: site.phrases.say("conflicts"),
        indexing: Indexing::Site,
    };
    finish(site, head, ConflictsView { total: rows.len(), rows })
}
