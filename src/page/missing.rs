//! What a server shows for an address that does not exist.
//!
//! It is served at any depth, so its links cannot be relative: they start at `base_url`, or at the
//! root of the host where there is none.

use serde::Serialize;

use super::description::Description;
use super::head::{Head, Indexing, finish_at};
use super::site::Site;
use crate::model::{Page, paths};

#[derive(Debug, Serialize)]
struct MissingView {}

pub(super) fn page(site: &Site) -> Page {
    let base = site.settings.base_url.as_deref().unwrap_or("/");
    let head = Head {
        path: paths::MISSING.to_owned(),
        template: "404.html",
        title: site.phrases.say("missing-title"),
        indexing: Indexing::Never,
    };
    finish_at(site, head, (base, &Description::default()), MissingView {})
}
