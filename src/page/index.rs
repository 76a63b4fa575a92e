//! [`Index`]: what pages look up in a dossier, counted once.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use chrono::NaiveDate;

use super::actor::years::ActorPart;
use super::actors::ActorsPlan;
use super::conflicts;
use super::corrections::Decided;
use super::quotations::{QuotationPlan, Telling};
use super::sources::SourcesPlan;
use super::timeline::plan::TimelinePlan;
pub(super) use crate::model::count_documents;
use crate::model::{Company, Display, Dossier, DossierDocument, Evidence, MergeRule, ZoneKind};
use crate::text::Span;
use crate::text::compare::shorten;

/// The longest title of a page in characters: about what a tab or a search result shows twice over.
pub(super) const LONGEST_TITLE: usize = 90;

/// Inverse tables of a dossier: the same whatever the settings. Every list is sorted.
#[derive(Debug)]
pub struct Index {
    /// Events by agreement.
    pub(super) agreement_events: Vec<Vec<usize>>,
    /// Agreements by party.
    pub(super) actor_agreements: Vec<Vec<usize>>,
    /// How many conflicts there are.
    pub(super) conflicts: usize,
    /// What editors decided.
    pub(super) decided: Decided,
    /// Events by document.
    pub(super) document_events: Vec<Vec<usize>>,
    /// Quotations by document.
    pub(super) document_quotations: Vec<Vec<usize>>,
    /// Events by actor.
    pub(super) actor_events: Vec<Vec<usize>>,
    /// Quotations by speaker.
    pub(super) actor_quotations: Vec<Vec<usize>>,
    /// Reported statements by speaker.
    pub(super) actor_reported: Vec<Vec<usize>>,
    /// Which statements stand on which page.
    pub(super) quotations: QuotationPlan,
    /// The same of reported statements.
    pub(super) reported: QuotationPlan,
    /// The country that a capital counts for where it acts, by spelling.
    pub(super) metonyms: BTreeMap<String, usize>,
    /// Who is named where.
    pub(super) company: Company,
    /// The pages by year of each actor that has some, made when they are first asked for.
    pub(super) actor_parts: OnceLock<HashMap<usize, Vec<ActorPart>>>,
    /// Number of documents that name an actor, by actor.
    pub(super) actor_documents: Vec<usize>,
    /// Sentences with an anchor, by document: no two start at the same byte.
    pub(super) anchors: Vec<Vec<Span>>,
    /// Dated documents by date, then path.
    pub(super) by_date: Vec<usize>,
    /// Where a document stands in `by_date`.
    pub(super) date_ranks: HashMap<usize, usize>,
    /// How many documents, actors and agreements bear a title, as it is shortened for their pages.
    pub(super) titles: HashMap<String, usize>,
    /// Events by id.
    pub(super) events: HashMap<String, usize>,
    /// Which actors stand on which page of their index.
    pub(super) actors: ActorsPlan,
    /// Which documents stand on which page of the sources.
    pub(super) sources: SourcesPlan,
    /// Which events stand on which page of the timeline.
    pub(super) timeline: TimelinePlan,
}

impl Index {
    /// Counts a dossier; near-linear in its size.
    pub fn new(dossier: &Dossier) -> Self {
        let (documents, actors) = (dossier.documents.len(), dossier.actors.len());
        let by_date = documents_by_date(&dossier.documents);
        let date_ranks = by_date.iter().enumerate().map(|(rank, &document)| (document, rank)).collect();
        let timeline = TimelinePlan::new(dossier, &by_date);
        let mut index = Self {
            agreement_events: vec![Vec::new(); dossier.agreements.len()],
            actor_agreements: actor_agreements(dossier),
            conflicts: conflicts::count(dossier),
            decided: Decided::new(dossier),
            document_events: vec![Vec::new(); documents],
            document_quotations: vec![Vec::new(); documents],
            actor_events: vec![Vec::new(); actors],
            actor_quotations: vec![Vec::new(); actors],
            actor_reported: vec![Vec::new(); actors],
            quotations: QuotationPlan::new(dossier, Telling::Quoted),
            reported: QuotationPlan::new(dossier, Telling::Reported),
            metonyms: metonyms(dossier),
            company: Company::new(dossier),
            actor_parts: OnceLock::new(),
            actor_documents: dossier.actors.iter().map(|actor| count_documents(&actor.mentions)).collect(),
            anchors: anchors(dossier),
            by_date,
            date_ranks,
            titles: titles(dossier),
            events: dossier.events.iter().enumerate().map(|(number, event)| (event.id.clone(), number)).collect(),
            actors: ActorsPlan::new(dossier),
            sources: SourcesPlan::new(dossier),
            timeline,
        };
        index.add_events(dossier);
        for (number, quotation) in dossier.quotations.iter().enumerate() {
            push_once(&mut index.document_quotations, quotation.evidence.document, number);
            for &speaker in quotation.speaker.iter().chain(&quotation.joint) {
                push_once(&mut index.actor_quotations, speaker, number);
            }
        }
        for (number, statement) in dossier.reported.iter().enumerate() {
            for &speaker in statement.speaker.iter().chain(&statement.joint) {
                push_once(&mut index.actor_reported, speaker, number);
            }
        }
        index
    }

    fn add_events(&mut self, dossier: &Dossier) {
        for (number, event) in dossier.events.iter().enumerate() {
            for evidence in &event.evidence {
                push_once(&mut self.document_events, evidence.document, number);
            }
            for &actor in &event.actors {
                push_once(&mut self.actor_events, actor, number);
            }
            for &agreement in &event.agreements {
                push_once(&mut self.agreement_events, agreement, number);
            }
        }
    }
}

fn actor_agreements(dossier: &Dossier) -> Vec<Vec<usize>> {
    let mut agreements = vec![Vec::new(); dossier.actors.len()];
    for (number, agreement) in dossier.agreements.iter().enumerate() {
        agreement.parties.iter().for_each(|&party| push_once(&mut agreements, party, number));
    }
    agreements
}

fn metonyms(dossier: &Dossier) -> BTreeMap<String, usize> {
    let mut metonyms = BTreeMap::new();
    for (index, actor) in dossier.actors.iter().enumerate() {
        let acts = actor.reasons.iter().filter(|reason| reason.rule == MergeRule::Metonym);
        metonyms.extend(acts.map(|reason| (reason.text.clone(), index)));
    }
    metonyms
}

fn push_once(lists: &mut [Vec<usize>], at: usize, number: usize) {
    if let Some(list) = lists.get_mut(at).filter(|list| list.last() != Some(&number)) {
        list.push(number);
    }
}

fn documents_by_date(documents: &[DossierDocument]) -> Vec<usize> {
    let day = |&number: &usize| -> Option<(NaiveDate, usize)> {
        let edtf = documents[number].date.edtf?;
        edtf.earliest().or(edtf.latest()).map(|day| (day, number))
    };
    let mut dated: Vec<_> = (0..documents.len()).filter_map(|number| day(&number)).collect();
    dated.sort_unstable();
    dated.into_iter().map(|(_, number)| number).collect()
}

fn titles(dossier: &Dossier) -> HashMap<String, usize> {
    let mut titles = HashMap::new();
    let words = dossier.documents.iter().map(|document| document.title().words.as_str());
    let names = dossier.actors.iter().map(|actor| actor.name.as_str());
    let agreements = dossier.agreements.iter().map(|agreement| agreement.name.as_str());
    for title in words.chain(names).chain(agreements) {
        *titles.entry(shorten(title, LONGEST_TITLE)).or_default() += 1;
    }
    titles
}

/// The sentences that facts rest on and that the page of their document shows. An excerpt shows
/// those of events and quotations; a name alone does not bring its sentence onto the page.
fn anchors(dossier: &Dossier) -> Vec<Vec<Span>> {
    let mut anchors: Vec<Vec<Span>> = vec![Vec::new(); dossier.documents.len()];
    let mut add = |evidence: &Evidence, least: Display| {
        let Some(document) = dossier.documents.get(evidence.document) else { return };
        let shows = document.display() == Display::Full || document.display() == least;
        if shows && is_on_page(document, evidence.span) {
            anchors[evidence.document].push(evidence.span);
        }
    };
    let events = dossier.events.iter().flat_map(|event| &event.evidence);
    let quotations = dossier.quotations.iter().chain(&dossier.reported).map(|quotation| &quotation.evidence);
    events.chain(quotations).for_each(|evidence| add(evidence, Display::Excerpt));
    for (number, document) in dossier.documents.iter().enumerate() {
        let dates = [&document.date].into_iter().chain(document.stories.iter().map(|story| &story.date));
        let places = dates.flat_map(|date| &date.evidence);
        places.for_each(|&span| add(&Evidence { document: number, span, focus: span }, Display::Full));
    }
    for actor in &dossier.actors {
        let roles = actor.roles.iter().flat_map(|role| &role.evidence);
        actor.mentions.iter().chain(&actor.could_be).chain(roles).for_each(|evidence| add(evidence, Display::Full));
    }
    for agreement in &dossier.agreements {
        let states = agreement.history.iter().flat_map(|state| &state.evidence);
        let places = agreement.mentions.iter().chain(&agreement.could_be).chain(states);
        places.for_each(|evidence| add(evidence, Display::Full));
    }
    for spans in &mut anchors {
        spans.sort_unstable_by_key(|span| (span.start, usize::MAX - span.end));
        spans.dedup_by_key(|span| span.start);
    }
    anchors
}

/// Zones whose words every page of a whole document shows; a headline may be the title instead.
fn has_anchors(kind: ZoneKind) -> bool {
    kind.is_evidence() || matches!(kind, ZoneKind::Dateline | ZoneKind::Timestamp | ZoneKind::Byline | ZoneKind::Credit)
}

fn is_on_page(document: &DossierDocument, span: Span) -> bool {
    let kind = document.annotations.segmentation.kind_at(span.start);
    !span.of(&document.source.text).is_empty() && kind.is_some_and(has_anchors)
}
