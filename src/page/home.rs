//! The first page: what the dossier is, in numbers, documents and main actors.

use serde::Serialize;

use super::description::Description;
use super::head::{Head, Indexing, finish_described};
use super::key_dates::{KeyDateView, key_dates};
use super::links::LinkView;
use super::main_actors::{ActorRowView, main_actors};
use super::moment::MomentView;
use super::site::Site;
use crate::model::{Badge, Display, Dossier, Edtf, Page, paths};

/// Up to so many documents are all listed; of more, the latest.
const ALL_DOCUMENTS: usize = 50;
/// How many are listed where not all are.
const LATEST_DOCUMENTS: usize = 10;

/// So many days are key dates of the first page.
const KEY_DATES: usize = 10;

#[derive(Debug, Serialize)]
struct HomeView {
    title: String,
    description: String,
    counts: CountsView,
    first: Option<MomentView>,
    last: Option<MomentView>,
    key_dates: Vec<KeyDateView>,
    documents: Vec<DocumentRowView>,
    all_documents: bool,
    actors: Vec<ActorRowView>,
    timeline: String,
    actors_page: String,
    quotations_page: String,
    agreements_page: String,
    conflicts_page: String,
    sources: String,
    method: String,
    search: String,
    terms: String,
}

#[derive(Debug, Serialize)]
struct CountsView {
    documents: usize,
    events: usize,
    undated: usize,
    actors: usize,
    quotations: usize,
    agreements: usize,
    conflicts: usize,
}

#[derive(Debug, Serialize)]
struct DocumentRowView {
    link: LinkView,
    language: Option<String>,
    publisher: Option<String>,
    date: MomentView,
    badges: Vec<String>,
    display: &'static str,
}

pub(super) fn page(site: &Site) -> Page {
    let dossier = site.dossier;
    let all_documents = dossier.documents.len() <= ALL_DOCUMENTS;
    let view = HomeView {
        title: site.settings.title.clone(),
        description: site.settings.description.clone(),
        counts: CountsView {
            documents: dossier.documents.len(),
            events: dossier.events.len(),
            undated: site.index.timeline.count_undated(),
            actors: (0..dossier.actors.len()).filter(|&actor| site.has_page(actor)).count(),
            quotations: site.index.quotations.count(),
            agreements: dossier.agreements.len(),
            conflicts: site.index.conflicts,
        },
        first: first_date(dossier).map(|edtf| site.day(edtf)),
        last: last_date(dossier).map(|edtf| site.day(edtf)),
        key_dates: key_dates(site, KEY_DATES),
        documents: documents(site, if all_documents { usize::MAX } else { LATEST_DOCUMENTS }),
        all_documents,
        actors: main_actors(site),
        timeline: paths::TIMELINE.to_owned(),
        actors_page: paths::ACTORS.to_owned(),
        quotations_page: paths::QUOTATIONS.to_owned(),
        agreements_page: paths::AGREEMENTS.to_owned(),
        conflicts_page: paths::CONFLICTS.to_owned(),
        sources: paths::SOURCES.to_owned(),
        method: paths::ABOUT.to_owned(),
        search: paths::SEARCH.to_owned(),
        terms: paths::TERMS.to_owned(),
    };
    let head =
        Head { path: paths::HOME.to_owned(), template: "home.html", title: String::new(), indexing: Indexing::Site };
    finish_described(site, head, &Description::about(Some(super::linked::dossier(site))), view)
}

/// Where the dated events begin, told as finely as the event does: `1910`, not its first day.
fn first_date(dossier: &Dossier) -> Option<Edtf> {
    let starts = dossier.events.iter().filter_map(|event| match event.when.edtf? {
        Edtf::Interval(from, _) => from.map(Edtf::Date),
        date @ Edtf::OneOf(first, _) => first.map(|_| date),
        date => Some(date),
    });
    starts.min_by_key(|date| (date.earliest(), date.latest()))
}

/// Where they end, in the same way.
fn last_date(dossier: &Dossier) -> Option<Edtf> {
    let ends = dossier.events.iter().filter_map(|event| match event.when.edtf? {
        Edtf::Interval(_, to) => to.map(Edtf::Date),
        date @ Edtf::OneOf(_, last) => last.map(|_| date),
        date => Some(date),
    });
    ends.max_by_key(|date| (date.latest(), date.earliest()))
}

/// Latest first, undated documents behind them by path.
fn documents(site: &Site, most: usize) -> Vec<DocumentRowView> {
    let is_undated = |number: &usize| !site.index.date_ranks.contains_key(number);
    let undated = (0..site.dossier.documents.len()).filter(is_undated);
    site.index
        .by_date
        .iter()
        .rev()
        .copied()
        .chain(undated)
        .take(most)
        .map(|number| document_row(site, number))
        .collect()
}

fn document_row(site: &Site, number: usize) -> DocumentRowView {
    let document = &site.dossier.documents[number];
    let is_withheld = document.display() == Display::Withheld;
    let badges = &document.annotations.segmentation.badges;
    DocumentRowView {
        link: site.document_link(number, ""),
        language: site.foreign_language(document.language()),
        publisher: document.source.provenance.statement.publisher.clone().filter(|_| !is_withheld),
        date: site.document_moment(&document.date),
        badges: badges.iter().filter(|_| !is_withheld).map(|&badge| badge_words(site, badge)).collect(),
        display: document.display().as_str(),
    }
}

fn badge_words(site: &Site, badge: Badge) -> String {
    site.phrases.say(match badge {
        Badge::AiSynthesised => "mark-ai-synthesised",
        Badge::Disclaimer => "mark-disclaimer",
        Badge::Digest => "mark-digest",
    })
}
