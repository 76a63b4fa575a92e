//! Quotations: who speaks, and the statements by the year of the text that quotes them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::head::{Head, Indexing, base_of, finish};
use super::index::{QuotationPart, part_of};
use super::links::{CountedLinkView, LinkView};
use super::parts::QuotationView;
use super::site::Site;
use crate::model::{Dossier, Page, QuotationKind, paths};
use crate::text::compare::fold;

const TEMPLATE: &str = "quotations.html";

#[derive(Debug, Serialize)]
struct QuotationsView {
    title: String,
    total: usize,
    /// Who is quoted, A to Z; on the first page only.
    speakers: Vec<SpeakerView>,
    /// Links to the years, on this page or on their own.
    years: Vec<CountedLinkView>,
    /// The years on this page.
    parts: Vec<PartView>,
    up: Option<LinkView>,
}

#[derive(Debug, Serialize)]
struct SpeakerView {
    link: LinkView,
    role: Option<String>,
    quotations: usize,
}

#[derive(Debug, Serialize)]
struct PartView {
    anchor: String,
    label: String,
    quotations: Vec<QuotationView>,
}

/// The statements and fragments that may be quoted, by year of their text; those of undated texts last.
pub(super) fn parts(dossier: &Dossier) -> Vec<QuotationPart> {
    let mut parts: BTreeMap<(bool, i32, String), QuotationPart> = BTreeMap::new();
    let tells = |number: &usize| {
        let quotation = &dossier.quotations[*number];
        let shows = dossier.documents[quotation.evidence.document].display().shows_words();
        quotation.kind != QuotationKind::Term && shows
    };
    for number in (0..dossier.quotations.len()).filter(tells) {
        let year = dossier.quotations[number].reported.and_then(part_of);
        let (year, key, label) = year.unwrap_or((0, "undated".to_owned(), "Texts without a date".to_owned()));
        let part = parts.entry((key == "undated", year, key.clone()));
        part.or_insert_with(|| QuotationPart { key, label, quotations: Vec::new() }).quotations.push(number);
    }
    let mut parts: Vec<QuotationPart> = parts.into_values().collect();
    for part in &mut parts {
        // within a year by day, then as the documents have them
        part.quotations
            .sort_by_key(|&number| (dossier.quotations[number].reported.and_then(|date| date.earliest()), number));
    }
    parts
}

/// Who speaks, and the statements themselves where they are few.
pub(super) fn page(site: &Site) -> Page {
    let index = &site.index;
    let shown = if index.are_quotations_split() { &[] } else { index.quotations.as_slice() };
    let year = |part: &QuotationPart| {
        let href = match index.are_quotations_split() {
            true => paths::quotations_page(&part.key),
            false => format!("#{}", anchor(part)),
        };
        CountedLinkView { link: LinkView { text: part.label.clone(), href }, count: part.quotations.len() }
    };
    let view = QuotationsView {
        title: "Quotations".to_owned(),
        total: index.quotations.iter().map(|part| part.quotations.len()).sum(),
        speakers: speakers(site),
        years: index.quotations.iter().map(year).collect(),
        parts: shown.iter().map(|part| part_view(site, part, "")).collect(),
        up: None,
    };
    finish(site, head(paths::QUOTATIONS.to_owned(), "Quotations"), view)
}

/// The statements of a year, where there are many.
pub(super) fn part_page(site: &Site, number: usize) -> Page {
    let part = &site.index.quotations[number];
    let path = paths::quotations_page(&part.key);
    let base = base_of(&path);
    let title = format!("Quotations: {}", part.label);
    let view = QuotationsView {
        title: title.clone(),
        total: part.quotations.len(),
        speakers: Vec::new(),
        years: Vec::new(),
        parts: vec![part_view(site, part, &base)],
        up: Some(LinkView { text: "Quotations".to_owned(), href: format!("{base}{}", paths::QUOTATIONS) }),
    };
    finish(site, head(path, &title), view)
}

fn head(path: String, title: &str) -> Head {
    Head { path, template: TEMPLATE, title: title.to_owned(), indexing: Indexing::Site }
}

fn anchor(part: &QuotationPart) -> String {
    format!("y{}", part.key)
}

fn part_view(site: &Site, part: &QuotationPart, base: &str) -> PartView {
    PartView {
        anchor: anchor(part),
        label: part.label.clone(),
        quotations: part.quotations.iter().filter_map(|&number| site.quotation_view(number, base)).collect(),
    }
}

/// Actors with quotations, by the key they are sorted by.
fn speakers(site: &Site) -> Vec<SpeakerView> {
    let actors = &site.dossier.actors;
    let speaks = |actor: &usize| site.has_page(*actor) && !site.index.actor_quotations[*actor].is_empty();
    let mut keyed: Vec<(String, usize)> =
        (0..actors.len()).filter(speaks).map(|actor| (fold(&actors[actor].sort_name), actor)).collect();
    keyed.sort();
    let view = |(_, actor): (String, usize)| {
        let page = site.actor_link(actor, "");
        SpeakerView {
            link: LinkView { text: actors[actor].sort_name.clone(), href: format!("{}#quotations", page.href) },
            role: site.role_line(actor),
            quotations: site.index.actor_quotations[actor].len(),
        }
    };
    keyed.into_iter().map(view).collect()
}
