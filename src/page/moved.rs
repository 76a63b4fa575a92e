//! What stands where an actor's page would be under another id: a link that browsers follow.

use serde::Serialize;

use super::head::{Head, Indexing, base_of, finish};
use super::links::LinkView;
use super::site::Site;
use crate::model::{Page, paths};

#[derive(Debug, Serialize)]
struct MovedView {
    /// The actor's page.
    to: LinkView,
}

pub(super) fn page(site: &Site, actor: usize, former: usize) -> Page {
    let id = &site.dossier.actors[actor].former_ids[former];
    let path = paths::actor_page(id);
    let to = site.actor_link(actor, &base_of(&path));
    let title = format!("{} ({id})", to.text);
    let head = Head { path, template: "moved.html", title, indexing: Indexing::Never };
    finish(site, head, MovedView { to })
}
