//! From a cluster to an event: which sentence tells it, when, whether it happened, who took part.

use std::collections::{BTreeMap, BTreeSet};

use super::super::identifiers::{digest, unique};
use super::super::when::{Told, when};
use super::clusters::Cluster;
use super::happenings::{Draft, Happening, Order};
use super::tellings::{is_doubtful, status};
use super::topics::Topics;
use crate::model::{
    Actor, Basis, DocumentDate, DossierDocument, Edtf, Event, EventStatus, Evidence, Inline, NameKind, Phrase,
    Qualifier, When,
};
use crate::text::Span;
use crate::text::compare::tidy;

/// An actor takes part who is named by one of so many of an event's sentences, if not by the one that
/// tells it.
const ONE_IN: usize = 3;
/// The same for a place.
const ONE_IN_PLACES: usize = 2;

/// What events are made from.
#[derive(Clone, Copy)]
pub struct Corpus<'c> {
    /// The drafts.
    pub drafts: &'c [Draft<'c>],
    /// What they are about.
    pub topics: &'c Topics,
    /// Where they stand.
    pub documents: &'c [DossierDocument],
    /// Who is named there.
    pub actors: &'c [Actor],
}

impl Corpus<'_> {
    /// The event of a cluster, with further evidence; `taken` are the ids in use.
    pub fn event(self, cluster: &Cluster, further: Vec<Evidence>, taken: &mut BTreeMap<String, usize>) -> Event {
        let time = |draft: usize| match &self.drafts[draft].order {
            Order::Dated(first, last, _) => Some((*first, *last)),
            Order::Undated(..) => None,
        };
        let exact = |draft: &&usize| time(**draft) == time(cluster.drafts[0]);
        let status = self.status(cluster.drafts.iter().copied());
        let best = |drafts: &mut dyn Iterator<Item = usize>, is_exact: bool| {
            let tells = |draft: &usize| self.tells(*draft, (status, cluster), is_exact && exact(&draft));
            drafts.max_by_key(tells).expect("a cluster has a draft")
        };
        let teller = best(&mut cluster.drafts.iter().copied(), true);
        let timer = best(&mut cluster.drafts.iter().copied().filter(|draft| exact(&draft)), false);
        let first_told = *cluster
            .drafts
            .iter()
            .filter(exact)
            .min_by_key(|&&draft| (self.reported(draft).is_none(), self.reported(draft), draft))
            .expect("a cluster has a draft");
        let (telling, timing) = (&self.drafts[teller].happenings[0], &self.drafts[timer].happenings[0]);
        let date = timing.temporal.edtf.map_or_else(|| "undated".to_owned(), date_of_id);
        let basis =
            format!("{} {}", self.drafts[first_told].sentence, self.drafts[first_told].happenings[0].temporal.value);
        let evidence = self.evidence(cluster, teller, further);
        // A text from before only foretells what others then tell as happened.
        let begin = timing.temporal.edtf.and_then(Edtf::earliest).filter(|_| status == EventStatus::Happened);
        let tells = |edtf: &Edtf| begin.is_none_or(|day| edtf.latest().is_none_or(|latest| latest >= day));
        let dates = evidence.iter().filter_map(|proof| date_of(proof, self.documents).edtf).filter(tells);
        Event {
            id: unique(format!("e-{date}-{}", digest(&basis)), &basis, taken),
            summary: summary(&self.documents[telling.evidence.document], telling.evidence.span),
            status,
            when: self.when(telling, timing),
            relative: None,
            reported: dates.min_by_key(|edtf| (edtf.earliest(), edtf.latest())),
            actors: participants(&evidence, self.documents, self.actors),
            agreements: Vec::new(),
            maybe_same_as: Vec::new(),
            conflicts: Vec::new(),
            evidence,
        }
    }

    /// When it was, by the sentence that says it most exactly; where the one that sums the event up says
    /// another date or none, readers are told.
    fn when(self, telling: &Happening<'_>, timing: &Happening<'_>) -> When {
        let when = self.doubted(timing, when(&self.told(timing)));
        if telling.temporal.edtf == timing.temporal.edtf {
            return when;
        }
        When { is_told_elsewhere: true, why: when.why.then(Phrase::new("why-other-telling")), ..when }
    }

    /// What is told as past and lies after the date of its text is unsure, and says so.
    fn doubted(self, timing: &Happening<'_>, when: When) -> When {
        if !is_doubtful(timing, self.documents) {
            return when;
        }
        let published = date_of(&timing.evidence, self.documents).edtf;
        let why = published.map_or(when.why.clone(), |date| {
            when.why.clone().then(Phrase::new("why-after-its-text").with("document", date))
        });
        let unsure = |edtf: Edtf| if edtf.is_doubtful() { edtf } else { edtf.qualified(Qualifier::Uncertain) };
        When { edtf: when.edtf.map(unsure), why, ..when }
    }

    /// Told as a fact, of the most exact date, certain, most like what all sentences say; of equal ones
    /// the first.
    fn tells(self, draft: usize, (status, cluster): (EventStatus, &Cluster), is_exact: bool) -> impl Ord + use<> {
        let is_certain = self.drafts[draft].happenings[0].temporal.basis == Basis::Stated;
        let likeness = cluster.centre.likeness(&self.topics.drafts[draft].bag);
        let is_told = !self.topics.drafts[draft].is_in_passing && self.status(std::iter::once(draft)) == status;
        let days = match &self.drafts[draft].order {
            Order::Dated(first, last, _) => (*last - *first).num_days(),
            Order::Undated(..) => 0,
        };
        (is_told, is_exact, std::cmp::Reverse(days), is_certain, likeness, std::cmp::Reverse(draft))
    }

    /// The first day on which a document could have told it.
    fn reported(self, draft: usize) -> Option<chrono::NaiveDate> {
        let dates = self.drafts[draft].happenings.iter();
        dates.filter_map(|one| date_of(&one.evidence, self.documents).edtf.and_then(Edtf::earliest)).min()
    }

    /// What is told as a fact anywhere happened; what is only planned, claimed or denied did not.
    fn status(self, drafts: impl Iterator<Item = usize>) -> EventStatus {
        let said = drafts.map(|draft| {
            let happenings = self.drafts[draft].happenings.iter();
            happenings.map(|happening| status(happening, self.documents)).max().unwrap_or(EventStatus::Happened)
        });
        let weight = |status: &EventStatus| match status {
            EventStatus::Happened => 4,
            EventStatus::Negated => 3,
            EventStatus::Claimed => 2,
            EventStatus::Planned => 1,
            EventStatus::Period => 0,
        };
        said.max_by_key(weight).unwrap_or(EventStatus::Happened)
    }

    /// The sentence that tells the event first, then by document and place; a sentence once.
    fn evidence(self, cluster: &Cluster, teller: usize, further: Vec<Evidence>) -> Vec<Evidence> {
        let of = |draft: usize| self.drafts[draft].happenings.iter().map(|happening| happening.evidence.clone());
        let mut others: Vec<Evidence> = cluster
            .drafts
            .iter()
            .filter(|&&draft| draft != teller)
            .flat_map(|&draft| of(draft))
            .chain(further)
            .collect();
        others.sort();
        let mut seen: BTreeSet<(usize, Span)> = BTreeSet::new();
        of(teller).chain(others).filter(|proof| seen.insert((proof.document, proof.span))).collect()
    }

    fn told<'d>(self, happening: &Happening<'d>) -> Told<'d>
    where
        Self: 'd,
    {
        let document = &self.documents[happening.evidence.document];
        Told::of(document, happening.temporal, date_of(&happening.evidence, self.documents).edtf)
    }
}

/// Who takes part in an event, sorted: whom the sentence that tells it names, or a third of all; a place, half
/// of them, since places are named in passing (`a paper of that country`).
pub fn participants(evidence: &[Evidence], documents: &[DossierDocument], actors: &[Actor]) -> Vec<usize> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for proof in evidence {
        let named: BTreeSet<usize> = actors_in(proof, documents).collect();
        named.into_iter().for_each(|actor| *counts.entry(actor).or_default() += 1);
    }
    let telling: BTreeSet<usize> = evidence.first().into_iter().flat_map(|proof| actors_in(proof, documents)).collect();
    let share = |actor: usize| if actors[actor].kind == NameKind::Place { ONE_IN_PLACES } else { ONE_IN };
    counts
        .into_iter()
        .filter(|&(actor, count)| telling.contains(&actor) || count * share(actor) >= evidence.len())
        .map(|(actor, _)| actor)
        .collect()
}

/// A date as ids have it: `2023-08-18`, `1910--1945`, `2023-06-01--2023-08-17`, `2023--open`.
fn date_of_id(edtf: Edtf) -> String {
    let plain = edtf.qualified(Qualifier::None).to_string();
    if edtf.is_interval() {
        return plain.replace('/', "--").replace("..", "open");
    }
    let Some((first, last)) = plain.trim_matches(['[', ']']).split_once("..") else { return plain };
    let end = |day: &str| if day.is_empty() { "open".to_owned() } else { day.to_owned() };
    format!("{}--{}", end(first), end(last))
}

/// The sentence as a reader sees it: without citation keys and mark-up.
fn summary(document: &DossierDocument, sentence: Span) -> String {
    let mut mask = crate::text::Mask::new(sentence.of(&document.source.text));
    let mut hide = |span: Span| {
        if sentence.contains(span) {
            mask.hide(Span::new(span.start - sentence.start, span.end - sentence.start));
        }
    };
    document.annotations.references.iter().for_each(|reference| hide(reference.span));
    for inline in
        document.source.blocks.iter().filter(|block| block.span.overlaps(sentence)).flat_map(|block| &block.inlines)
    {
        if let Inline::Replaced { span, .. } = inline {
            hide(*span);
        }
    }
    tidy(&mask.into_text())
}

fn actors_in<'d>(evidence: &'d Evidence, documents: &'d [DossierDocument]) -> impl Iterator<Item = usize> + 'd {
    let document = &documents[evidence.document];
    let names = &document.annotations.names;
    let start = names.partition_point(|name| name.span.end <= evidence.span.start);
    names[start..]
        .iter()
        .zip(&document.mention_actors[start..])
        .take_while(|(name, _)| name.span.start < evidence.span.end)
        .filter_map(|(_, actor)| *actor)
}

/// The date of the story that a place lies in.
pub fn date_of<'d>(evidence: &Evidence, documents: &'d [DossierDocument]) -> &'d DocumentDate {
    let document = &documents[evidence.document];
    &document.stories[document.story_at(evidence.focus.start)].date
}
