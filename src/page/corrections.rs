//! The page of corrections, the notes on the pages they are about, and what editors decided.

use serde::Serialize;

use super::calendar::capitalised;
use super::head::{Head, Indexing, finish};
use super::links::LinkView;
use super::moment::MomentView;
use super::site::Site;
use crate::model::correction::Correction;
use crate::model::{ActorDecision, DateBasis, DocumentDate, Dossier, DossierDocument, Edtf, Page, paths};

/// A correction as a row, or as a note on a page.
#[derive(Debug, Serialize)]
pub(super) struct CorrectionView {
    id: String,
    /// Its row on the page of corrections.
    href: String,
    kind: &'static str,
    /// The kind in words.
    kind_words: String,
    on: MomentView,
    text: String,
    /// The pages it is about.
    about: Vec<LinkView>,
}

#[derive(Debug, Serialize)]
struct CorrectionsView {
    total: usize,
    /// Latest first.
    rows: Vec<CorrectionView>,
    /// What editors decided otherwise than the program, documents first.
    decisions: Vec<DecisionView>,
    /// How many actors and events they hide; which is not told.
    hidden: usize,
}

/// What editors decided otherwise than the program.
#[derive(Debug, Default)]
pub struct Decided {
    /// Documents whose date is theirs; with the story where the file has several.
    dates: Vec<(usize, Option<usize>)>,
    /// Actors that they merged, split, named or called another kind.
    actors: Vec<usize>,
}

impl Decided {
    /// In the order of the dossier.
    pub(super) fn new(dossier: &Dossier) -> Self {
        let is_edited = |date: &DocumentDate| date.basis == DateBasis::Edited;
        let dates = |(number, document): (usize, &DossierDocument)| {
            let stories = document.stories.iter().enumerate().filter(|(_, story)| is_edited(&story.date));
            let whole = is_edited(&document.date).then_some((number, None));
            let stories = stories.filter(|_| document.stories.len() > 1);
            whole.into_iter().chain(stories.map(|(story, _)| (number, Some(story)))).collect::<Vec<_>>()
        };
        let actors = dossier.actors.iter().enumerate();
        let decided = actors.filter(|(_, actor)| actor.decided_by == ActorDecision::Override);
        Self {
            dates: dossier.documents.iter().enumerate().flat_map(dates).collect(),
            actors: decided.map(|(at, _)| at).collect(),
        }
    }
}

/// Something that an editor decided.
#[derive(Debug, Serialize)]
struct DecisionView {
    about: LinkView,
    /// What was decided, in words.
    decided: String,
}

pub(super) fn page(site: &Site) -> Page {
    let rows: Vec<_> = site.dossier.corrections.iter().map(|correction| site.correction_view(correction, "")).collect();
    let head = Head {
        path: paths::CORRECTIONS.to_owned(),
        template: "corrections.html",
        title: site.phrases.say("corrections-title"),
        indexing: Indexing::Site,
    };
    let (decisions, hidden) = (site.decisions(), site.dossier.hidden);
    finish(site, head, CorrectionsView { total: rows.len(), rows, decisions, hidden })
}

impl Site<'_> {
    fn correction_view(&self, correction: &Correction, base: &str) -> CorrectionView {
        let documents = correction.documents.iter().map(|&document| self.document_link(document, base));
        let removed = correction.removed.iter().map(|id| LinkView {
            text: format!("{} ({id})", self.phrases.say("removed-title")),
            href: format!("{base}{}", paths::document_page(id)),
        });
        let actors = self.actor_links(correction.actors.iter().copied(), base);
        let agreements = correction.agreements.iter().map(|&agreement| self.agreement_link(agreement, base));
        CorrectionView {
            id: correction.id.clone(),
            href: format!("{base}{}#{}", paths::CORRECTIONS, correction.id),
            kind: correction.kind.as_str(),
            kind_words: capitalised(&self.phrases.say(&format!("correction-{}", correction.kind.as_str()))),
            on: self.day(Edtf::day(correction.on)),
            text: correction.text.clone(),
            about: documents.chain(removed).chain(actors).chain(agreements).collect(),
        }
    }

    /// True where the site has a page of corrections: something was corrected or decided.
    pub(super) fn has_corrections(&self) -> bool {
        let decided = &self.index.decided;
        let shows_actor = || decided.actors.iter().any(|&actor| self.has_page(actor));
        let is_decided = self.dossier.hidden > 0 || !decided.dates.is_empty() || shows_actor();
        is_decided || !self.dossier.corrections.is_empty()
    }

    /// Dates of documents that an editor decided, then actors.
    fn decisions(&self) -> Vec<DecisionView> {
        let date = |&(number, story): &(usize, Option<usize>)| {
            let document = &self.dossier.documents[number];
            let (about, date) = match story {
                Some(story) => (self.story_link((number, story), ""), &document.stories[story].date),
                None => (self.document_link(number, ""), &document.date),
            };
            let day = date.edtf.map_or_else(|| self.phrases.say("date-not-known"), |edtf| self.phrases.date(edtf));
            let words = [("date", day.into()), ("why", self.phrases.tell(&date.why).into())];
            DecisionView { about, decided: self.phrases.with("decided-date", &words) }
        };
        let actor = |&actor: &usize| DecisionView {
            about: self.actor_link(actor, ""),
            decided: self.phrases.say("decided-override"),
        };
        let Decided { dates, actors } = &self.index.decided;
        dates.iter().map(date).chain(actors.iter().filter(|&&at| self.has_page(at)).map(actor)).collect()
    }

    /// The corrections that are about a page, latest first.
    pub(super) fn corrections(&self, is_about: impl Fn(&Correction) -> bool, base: &str) -> Vec<CorrectionView> {
        let about = self.dossier.corrections.iter().filter(|correction| is_about(correction));
        about.map(|correction| self.correction_view(correction, base)).collect()
    }
}
