//! The index of actors: A to Z by kind, with one role and counts each.

use serde::Serialize;

use super::head::{Head, Indexing, finish};
use super::links::LinkView;
use super::site::Site;
use super::terms::letter;
use crate::model::{Actor, NameKind, Page, Standing, paths};
use crate::text::compare::fold;

#[derive(Debug, Serialize)]
struct ActorsView {
    total: usize,
    kinds: Vec<KindView>,
}

#[derive(Debug, Serialize)]
struct KindView {
    anchor: &'static str,
    label: String,
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
        (NameKind::Person, "persons", "kinds-person"),
        (NameKind::Organisation, "organisations", "kinds-organisation"),
        (NameKind::Place, "places", "kinds-place"),
        (NameKind::Other, "others", "kinds-other"),
    ];
    let named = kinds.into_iter().map(|(kind, anchor, label)| {
        kind_view(site, (anchor, label), |actor| actor.kind == kind && actor.standing != Standing::Unnamed)
    });
    let unnamed = kind_view(site, ("unnamed", "kinds-unnamed"), |actor| actor.standing == Standing::Unnamed);
    let kinds = named.chain([unnamed]);
    let kinds: Vec<KindView> = kinds.filter(|kind| kind.count > 0).collect();
    let view = ActorsView { total: kinds.iter().map(|kind| kind.count).sum(), kinds };
    let head = Head {
        path: paths::ACTORS.to_owned(),
        template: "actors.html",
        title: site.phrases.say("actors"),
        indexing: Indexing::Site,
    };
    finish(site, head, view)
}

fn kind_view(
    site: &Site,
    (anchor, label): (&'static str, &'static str),
    is_of_kind: impl Fn(&Actor) -> bool,
) -> KindView {
    let of_kind = |number: &usize| site.has_page(*number) && is_of_kind(&site.dossier.actors[*number]);
    let mut keyed: Vec<(String, usize)> = (0..site.dossier.actors.len())
        .filter(of_kind)
        .map(|number| (fold(&site.dossier.actors[number].sort_name), number))
        .collect();
    keyed.sort();
    let letters = keyed.chunk_by(|(one, _), (other, _)| letter(one) == letter(other));
    let letter_view = |rows: &[(String, usize)]| LetterView {
        letter: letter(&rows[0].0),
        actors: rows.iter().map(|(_, number)| row(site, *number)).collect(),
    };
    KindView { anchor, label: site.phrases.say(label), count: keyed.len(), letters: letters.map(letter_view).collect() }
}

fn row(site: &Site, number: usize) -> RowView {
    let actor = &site.dossier.actors[number];
    let others = actor.variants.iter().map(|variant| &variant.text).filter(|text| **text != actor.name);
    RowView {
        link: LinkView { text: actor.sort_name.clone(), ..site.actor_link(number, "") },
        role: site.role_line(number),
        variants: others.take(3).cloned().collect(),
        documents: site.index.actor_documents[number],
        events: site.index.actor_events[number].len(),
        quotations: site.index.actor_quotations[number].len(),
    }
}
