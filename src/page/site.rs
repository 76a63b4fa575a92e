//! [`Site`]: which pages a dossier has, and how to make each.

use std::sync::Arc;

use super::index::Index;
use super::quotations::Telling;
use super::terms::Terms;
use super::{
    about, actor, actors, agreement, agreements, conflicts, corrections, document, home, missing, moved, quotations,
    search, sources, terms, timeline,
};
use crate::config::Settings;
use crate::language::Phrasebook;
use crate::model::{Dossier, KeyWord, Page, paths};

/// Every kind of page. The order is that of the site's navigation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageKind {
    /// What the dossier is, with its documents and main actors.
    Home,
    /// The timeline, or its index where it is split by year.
    Timeline,
    /// A part of a timeline that is split: an index into its parts.
    TimelinePart(usize),
    /// Events without a date of their own, where the timeline is split: a page of them.
    TimelineUndated(usize),
    /// The timeline from its end.
    TimelineNewest,
    /// The index of actors.
    Actors,
    /// A letter of that index, where it is long: an index into its parts.
    ActorsLetter(usize),
    /// An actor, by index into [`Dossier::actors`].
    Actor(usize),
    /// A year or month of an actor with much to tell: index of the actor, and of the part.
    ActorPart(usize, usize),
    /// Where an actor's page once was: index of the actor, and of the former id.
    Moved(usize, usize),
    /// The index of agreements.
    Agreements,
    /// An agreement, by index into [`Dossier::agreements`].
    Agreement(usize),
    /// Who is quoted, and the statements.
    Quotations,
    /// A part of the statements, where there are many: an index into their parts.
    QuotationPart(usize),
    /// Who is reported, and the statements.
    Reported,
    /// The same of reported statements.
    ReportedPart(usize),
    /// Where sources disagree.
    Conflicts,
    /// Publishers and documents.
    Sources,
    /// A page of them behind the first, where there are many: from 1.
    SourcesPart(usize),
    /// A document, by index into [`Dossier::documents`].
    Document(usize),
    /// The search form and its results.
    Search,
    /// The index from A to Z.
    Terms,
    /// A letter of it, where it is long.
    TermsLetter(usize),
    /// Where the page of a document was that is not there any more: an index into [`Dossier::removed`].
    Removed(usize),
    /// What the editors tell of mistakes and changes.
    Corrections,
    /// The method and its limits.
    About,
    /// What a server shows for an address that does not exist.
    Missing,
}

/// A dossier about to become pages: what every page needs to look up is counted once here.
///
/// ```
/// use annalist::config::Settings;
/// use annalist::model::Dossier;
/// use annalist::page::Site;
/// let dossier = Dossier::default();
/// let settings = Settings::defaults(std::path::Path::new("."));
/// let site = Site::new(&dossier, &settings);
/// let paths: Vec<_> = site.plan().iter().map(|kind| site.page(kind).path).collect();
/// assert_eq!(paths, ["index.html", "timeline.html", "actors.html", "agreements.html", "quotations.html", "quotations/reported.html", "conflicts.html", "sources.html", "search.html", "terms.html", "about.html", "404.html"]);
/// ```
#[derive(Debug, Clone)]
pub struct Site<'d> {
    pub(super) dossier: &'d Dossier,
    pub(super) settings: &'d Settings,
    pub(super) index: Arc<Index>,
    pub(super) terms: Arc<Terms>,
    pub(super) phrases: &'d Phrasebook,
}

impl<'d> Site<'d> {
    /// Counts what pages need to look up; near-linear in the size of the dossier.
    pub fn new(dossier: &'d Dossier, settings: &'d Settings) -> Self {
        let site = Self::with_index(dossier, settings, Arc::new(Index::new(dossier)));
        let terms = Arc::new(site.terms(Vec::new()));
        site.with_terms(terms)
    }

    /// The same where the dossier was counted before: other settings need no new count. Nothing is filed
    /// from A to Z.
    pub fn with_index(dossier: &'d Dossier, settings: &'d Settings, index: Arc<Index>) -> Self {
        Self { dossier, settings, index, terms: Arc::default(), phrases: Phrasebook::english() }
    }

    /// The same in the words of a language; without it, in English.
    pub fn speaking(self, phrases: &'d Phrasebook) -> Self {
        Self { phrases, ..self }
    }

    /// How many actors have a page.
    pub fn count_actors(&self) -> usize {
        (0..self.dossier.actors.len()).filter(|&actor| self.has_page(actor)).count()
    }

    /// How many statements in quotation marks the pages list: terms and what may not be quoted aside.
    pub fn count_quotations(&self) -> usize {
        self.index.quotations.count()
    }

    /// What the index from A to Z lists: names, agreements and these key words.
    pub fn terms(&self, key_words: Vec<KeyWord>) -> Terms {
        Terms::new(self, key_words)
    }

    /// The same with an index from A to Z.
    pub fn with_terms(self, terms: Arc<Terms>) -> Self {
        Self { terms, ..self }
    }

    /// Every page of the site, in the order of [`PageKind`].
    pub fn plan(&self) -> Vec<PageKind> {
        let mut kinds = vec![PageKind::Home, PageKind::Timeline];
        let timeline = &self.index.timeline;
        if timeline.is_split {
            kinds.extend((0..timeline.parts.len()).map(PageKind::TimelinePart));
            kinds.extend((0..timeline.undated.len()).map(PageKind::TimelineUndated));
        }
        kinds.extend((!self.dossier.events.is_empty()).then_some(PageKind::TimelineNewest));
        kinds.push(PageKind::Actors);
        kinds.extend(self.actor_letters().into_iter().map(PageKind::ActorsLetter));
        let shown = || (0..self.dossier.actors.len()).filter(|&actor| self.has_page(actor));
        kinds.extend(shown().map(PageKind::Actor));
        kinds
            .extend(shown().flat_map(|actor| {
                (0..self.actor_parts(actor).len()).map(move |part| PageKind::ActorPart(actor, part))
            }));
        let former = |actor: usize| (0..self.dossier.actors[actor].former_ids.len()).map(move |id| (actor, id));
        kinds.extend(shown().flat_map(former).map(|(actor, id)| PageKind::Moved(actor, id)));
        kinds.push(PageKind::Agreements);
        kinds.extend((0..self.dossier.agreements.len()).map(PageKind::Agreement));
        kinds.push(PageKind::Quotations);
        kinds.extend((0..self.index.quotations.pages()).map(PageKind::QuotationPart));
        kinds.push(PageKind::Reported);
        kinds.extend((0..self.index.reported.pages()).map(PageKind::ReportedPart));
        kinds.extend([PageKind::Conflicts, PageKind::Sources]);
        kinds.extend((1..self.index.sources.pages()).map(PageKind::SourcesPart));
        kinds.extend((0..self.dossier.documents.len()).map(PageKind::Document));
        kinds.extend([PageKind::Search, PageKind::Terms]);
        kinds.extend(self.letter_pages());
        kinds.extend((0..self.dossier.removed().len()).map(PageKind::Removed));
        kinds.extend(self.has_corrections().then_some(PageKind::Corrections));
        kinds.extend([PageKind::About, PageKind::Missing]);
        kinds
    }

    /// The letters of the index from A to Z that have a page.
    pub fn letter_pages(&self) -> impl Iterator<Item = PageKind> {
        (0..self.terms.pages()).map(PageKind::TermsLetter)
    }

    /// Where each event stands on the timeline: its address below the site.
    pub fn event_places(&self) -> Vec<String> {
        (0..self.dossier.events.len()).map(|event| self.event_href(event, "")).collect()
    }

    /// Where a page stands, without making it: the `path` of [`page`](Self::page).
    pub fn path(&self, kind: &PageKind) -> String {
        match *kind {
            PageKind::Home => paths::HOME.to_owned(),
            PageKind::Timeline => paths::TIMELINE.to_owned(),
            PageKind::TimelinePart(part) => paths::timeline_page(&self.index.timeline.parts[part].key()),
            PageKind::TimelineUndated(page) => paths::timeline_page(&self.index.timeline.undated_key(page)),
            PageKind::TimelineNewest => paths::timeline_page(paths::NEWEST_FIRST),
            PageKind::Actors => paths::ACTORS.to_owned(),
            PageKind::ActorsLetter(part) => self.actor_letter_path(part),
            PageKind::Actor(actor) => paths::actor_page(&self.dossier.actors[actor].id),
            PageKind::ActorPart(actor, part) => {
                paths::actor_part(&self.dossier.actors[actor].id, &self.actor_parts(actor)[part].key)
            }
            PageKind::Moved(actor, former) => paths::actor_page(&self.dossier.actors[actor].former_ids[former]),
            PageKind::Agreements => paths::AGREEMENTS.to_owned(),
            PageKind::Agreement(agreement) => paths::agreement_page(&self.dossier.agreements[agreement].id),
            PageKind::Quotations => paths::QUOTATIONS.to_owned(),
            PageKind::QuotationPart(part) => paths::quotations_page(&self.index.quotations.parts[part].key()),
            PageKind::Reported => paths::REPORTED.to_owned(),
            PageKind::ReportedPart(part) => paths::reported_page(&self.index.reported.parts[part].key()),
            PageKind::Conflicts => paths::CONFLICTS.to_owned(),
            PageKind::Sources => paths::SOURCES.to_owned(),
            PageKind::SourcesPart(page) => sources::path(page),
            PageKind::Document(document) => paths::document_page(&self.dossier.documents[document].id),
            PageKind::Search => paths::SEARCH.to_owned(),
            PageKind::Terms => paths::TERMS.to_owned(),
            PageKind::TermsLetter(letter) => terms::path(self, letter),
            PageKind::Removed(document) => paths::document_page(self.dossier.removed()[document]),
            PageKind::Corrections => paths::CORRECTIONS.to_owned(),
            PageKind::About => paths::ABOUT.to_owned(),
            PageKind::Missing => paths::MISSING.to_owned(),
        }
    }

    /// One page of [`plan`](Self::plan). Pages do not depend on each other: make them in parallel.
    pub fn page(&self, kind: &PageKind) -> Page {
        match *kind {
            PageKind::Home => home::page(self),
            PageKind::Timeline => timeline::page(self),
            PageKind::TimelinePart(part) => timeline::part_page(self, part),
            PageKind::TimelineUndated(page) => timeline::undated_page(self, page),
            PageKind::TimelineNewest => timeline::newest_page(self),
            PageKind::Actors => actors::page(self),
            PageKind::ActorsLetter(part) => actors::letter_page(self, part),
            PageKind::Actor(actor) => actor::page(self, actor),
            PageKind::ActorPart(actor, part) => actor::years::page(self, actor, part),
            PageKind::Moved(actor, former) => moved::page(self, actor, former),
            PageKind::Agreements => agreements::page(self),
            PageKind::Agreement(agreement) => agreement::page(self, agreement),
            PageKind::Quotations => quotations::page(self, Telling::Quoted),
            PageKind::QuotationPart(part) => quotations::part_page(self, Telling::Quoted, part),
            PageKind::Reported => quotations::page(self, Telling::Reported),
            PageKind::ReportedPart(part) => quotations::part_page(self, Telling::Reported, part),
            PageKind::Conflicts => conflicts::page(self),
            PageKind::Sources => sources::page(self, 0),
            PageKind::SourcesPart(page) => sources::page(self, page),
            PageKind::Document(document) => document::page(self, document),
            PageKind::Search => search::page(self),
            PageKind::Terms => terms::page(self),
            PageKind::TermsLetter(letter) => terms::letter_page(self, letter),
            PageKind::Removed(document) => document::removed_page(self, document),
            PageKind::Corrections => corrections::page(self),
            PageKind::About => about::page(self),
            PageKind::Missing => missing::page(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::model::{Actor, NameKind, samples};

    #[test]
    fn a_page_stands_where_its_path_says_before_it_is_made() {
        let (mut dossier, settings) = (samples::dossier(), Settings::defaults(Path::new(".")));
        // Enough names for a page of each letter.
        let named = |number: usize| {
            let name = format!("{} {number}", ["Abe", "Weber", "42"][number % 3]);
            Actor::named(&format!("a{number}"), &name, NameKind::Person)
        };
        dossier.actors.extend((0..600).map(named));
        let site = Site::new(&dossier, &settings);
        assert!(site.plan().contains(&PageKind::Corrections) && site.plan().contains(&PageKind::TermsLetter(1)));
        for kind in site.plan() {
            assert_eq!(site.path(&kind), site.page(&kind).path, "{kind:?}");
        }
    }
}
