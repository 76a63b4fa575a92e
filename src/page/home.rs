//! The first page: what the dossier is, in numbers, documents and main actors.

use std::cmp::Reverse;

use serde::Serialize;

use super::description::Description;
use super::head::{Head, Indexing, finish_described};
use super::key_dates::{KeyDateView, key_dates};
use super::links::LinkView;
use super::main_actors::{ActorRowView, main_actors};
use super::moment::MomentView;
use super::site::Site;
use super::timeline::plan::{OUTLIERS, leading_date, lies_in_one_year, month_of};
use crate::model::{Badge, DateValue, Display, Dossier, Edtf, EdtfDate, Page, Qualifier, paths};

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
    documents_span: Option<MomentView>,
    events_span: Option<MomentView>,
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
            actors: site.count_actors(),
            quotations: site.count_quotations(),
            agreements: dossier.agreements.len(),
            conflicts: site.index.conflicts,
        },
        documents_span: documents_span(dossier).map(|edtf| site.day(edtf)),
        events_span: events_span(dossier).map(|edtf| site.day(edtf)),
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

/// From when to when the documents are.
fn documents_span(dossier: &Dossier) -> Option<Edtf> {
    span(dossier.documents.iter().filter_map(|document| document.date.edtf).collect(), 0)
}

/// From when to when nearly all events were: a phrase like `in the 18th century`, a stretch of years and a few far dates
/// at either end say nothing of what the dossier is about.
fn events_span(dossier: &Dossier) -> Option<Edtf> {
    let dates: Vec<Edtf> =
        dossier.events.iter().filter_map(|event| event.when.edtf).filter(|date| !date.is_interval()).collect();
    let edge = dates.len() / OUTLIERS;
    span(dates, edge)
}

/// The months or years from the first date to the last, but so many at either end. Dates that lie in one year speak
/// before wider ones.
fn span(dates: Vec<Edtf>, edge: usize) -> Option<Edtf> {
    let narrow: Vec<Edtf> = dates.iter().copied().filter(|&date| lies_in_one_year(date)).collect();
    let mut dates = if narrow.is_empty() { dates } else { narrow };
    let ends = |date: &Edtf| (date.earliest().or(date.latest()), date.latest());
    dates.sort_by_key(ends);
    let first = *dates.get(edge)?;
    dates.sort_by_key(|date| (date.latest().or(date.earliest()), Reverse(date.earliest())));
    let last = dates[dates.len() - 1 - edge];
    let coarse = |date: Edtf| {
        let value = leading_date(date)?.value;
        let value = month_of(date).zip(value.year()).map_or(value, |(month, year)| DateValue::Month(year, month));
        Some(EdtfDate { value, qualifier: Qualifier::None })
    };
    let (from, to) = (coarse(first)?, coarse(last)?);
    Some(if from == to { Edtf::Date(from) } else { Edtf::Interval(Some(from), Some(to)) })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_not_that_of_a_stray_phrase() {
        let table: [(&[&str], usize, &str); 7] = [
            (&["2010-04-20", "2010-12-03", "17XX", "20XX"], 0, "2010-04/2010-12"),
            (&["2010", "2010-05-08"], 0, "2010"),
            (&["2009", "2010-05-08"], 0, "2009/2010-05"),
            (&["1816", "2010-05-08", "2010-05-30", "2055"], 1, "2010-05"),
            (&["[2023-10-07..2024-09-06]", "2022-11"], 0, "2022-11"),
            (&["[2023-10-07..2024-09-06]"], 0, "2023"),
            (&["17XX"], 0, "17XX"),
        ];
        for (dates, edge, expected) in table {
            let dates = dates.iter().map(|date| date.parse().unwrap()).collect();
            assert_eq!(span(dates, edge).unwrap().to_string(), expected);
        }
        assert_eq!(span(Vec::new(), 0), None);
    }
}
