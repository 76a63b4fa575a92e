//! What was found in a document, as an index into its text: events, statements, names.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{DossierDocument, QuotationKind, paths};
use crate::page::links::LinkView;
use crate::page::rows::{LONGEST_HINT, Tongue};
use crate::page::site::Site;
use crate::text::compare::shorten;

/// A statement by its speaker and first words.
#[derive(Debug, Serialize)]
pub(super) struct HintView {
    /// Its sentence on this page.
    href: String,
    text: String,
    speaker: Option<LinkView>,
    /// Those who speak together.
    joint: Vec<LinkView>,
    speaker_words: Option<String>,
    #[serde(flatten)]
    tongue: Tongue,
}

/// An actor with how often it is named.
#[derive(Debug, Serialize)]
pub(super) struct NamedView {
    link: LinkView,
    mentions: usize,
}

/// The quotations of a document, in order; terms in marks are none, as on the page of quotations.
pub(super) fn hints(site: &Site, number: usize, base: &str) -> Vec<HintView> {
    let document = &site.dossier.documents[number];
    let hint = |&quotation: &usize| {
        let view = site.quotation_view(quotation, base)?;
        let own = format!("{base}{}", paths::document_page(&document.id));
        Some(HintView {
            href: view.source.href.strip_prefix(&own).filter(|rest| !rest.is_empty()).unwrap_or("#text").to_owned(),
            text: format!("{}{}{}", view.open, shorten(&view.text, LONGEST_HINT), view.close),
            speaker: view.speaker,
            joint: view.joint,
            speaker_words: view.speaker_words,
            tongue: site.tongue(document),
        })
    };
    let says = |quotation: &&usize| site.dossier.quotations[**quotation].kind != QuotationKind::Term;
    site.index.document_quotations[number].iter().filter(says).filter_map(hint).collect()
}

/// The actors a document names, by number of mentions, then by name.
pub(super) fn named(site: &Site, document: &DossierDocument, base: &str) -> Vec<NamedView> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for actor in document.mention_actors.iter().flatten().filter(|&&actor| site.has_page(actor)) {
        *counts.entry(*actor).or_default() += 1;
    }
    let mut counts: Vec<(usize, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|&(actor, count)| (Reverse(count), actor));
    let view = |(actor, mentions): (usize, usize)| NamedView { link: site.actor_link(actor, base), mentions };
    counts.into_iter().map(view).collect()
}
