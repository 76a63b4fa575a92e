//! The index of actors: A to Z by kind, with one role and counts each.

use serde::Serialize;

use super::head::{Head, Indexing, finish};
use super::links::LinkView;
use super::site::Site;
use crate::model::{NameKind, Page, paths};
use crate::text::compare::{fold, tidy};

#[derive(Debug, Serialize)]
struct ActorsView {
    total: usize,
    kinds: Vec<KindView>,
}

#[derive(Debug, Serialize)]
struct KindView {
    anchor: &'static str,
    label: &'static str,
    count: usize,
    letters: Vec<LetterView>,
}

#[derive(Debug, Serialize)]
struct LetterView {
    letter: String,
    actors: Vec<RowView>,
}

#[derive(Debug, Serialize)]
struct RowView {
    link: LinkView,
    role: Option<String>,
    /// Other spellings, most frequent first.
    variants: Vec<String>,
    documents: usize,
    events: usize,
    quotations: usize,
}

pub(super) fn page(site: &Site) -> Page {
    let kinds = [
        (NameKind::Person, "persons", "Persons"),
        (NameKind::Organisation, "organisations", "Organisations"),
        (NameKind::Place, "places", "Countries and other places"),
        (NameKind::Other, "others", "Other names"),
    ];
    let kinds = kinds.into_iter().map(|(kind, anchor, label)| kind_view(site, kind, (anchor, label)));
    let view = ActorsView { total: site.dossier.actors.len(), kinds: kinds.filter(|kind| kind.count > 0).collect() };
    let head = Head {
        path: paths::ACTORS.to_owned(),
        template: "actors.html",
        title: "Actors".to_owned(),
        indexing: Indexing::Site,
    };
    finish(site, head, view)
}

fn kind_view(site: &Site, kind: NameKind, (anchor, label): (&'static str, &'static str)) -> KindView {
    let of_kind = |number: &usize| site.dossier.actors[*number].kind == kind;
    let mut keyed: Vec<(String, usize)> = (0..site.dossier.actors.len())
        .filter(of_kind)
        .map(|number| (fold(&site.dossier.actors[number].name), number))
        .collect();
    keyed.sort();
    let letters = keyed.chunk_by(|(one, _), (other, _)| letter(one) == letter(other));
    let letter_view = |rows: &[(String, usize)]| LetterView {
        letter: letter(&rows[0].0),
        actors: rows.iter().map(|(_, number)| row(site, *number)).collect(),
    };
    KindView { anchor, label, count: keyed.len(), letters: letters.map(letter_view).collect() }
}

/// What a name is filed under: its first letter, or `#`.
fn letter(folded: &str) -> String {
    match folded.chars().next().filter(|first| first.is_alphabetic()) {
        Some(first) => first.to_uppercase().collect(),
        None => "#".to_owned(),
    }
}

fn row(site: &Site, number: usize) -> RowView {
    let actor = &site.dossier.actors[number];
    let others = actor.variants.iter().map(|variant| &variant.text).filter(|text| **text != actor.name);
    RowView {
        link: site.actor_link(number, ""),
        role: actor.roles.first().map(|role| tidy(&role.title)),
        variants: others.take(3).cloned().collect(),
        documents: site.index.actor_documents[number],
        events: site.index.actor_events[number].len(),
        quotations: site.index.actor_quotations[number].len(),
    }
}
