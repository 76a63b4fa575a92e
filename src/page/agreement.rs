//! The page of an agreement: type, parties, states by date, conflicts, texts and names, each with its
//! evidence, and how it was decided.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::actor::names::NamingView;
use super::corrections::CorrectionView;
use super::description::Description;
use super::head::{Head, Indexing, base_of, finish_described};
use super::linked;
use super::links::{EvidenceView, LinkView};
use super::moment::MomentView;
use super::rows::{EventRowView, LONGEST_PROOF, Proof, TextRowView, Tongue};
use super::site::Site;
use crate::model::{
    Agreement, AgreementAuthority, AgreementConflict, AgreementReason, AgreementState, Basis, EventStatus, Evidence,
    Origin, Page, Variant, count_documents, feed, paths,
};
use crate::text::compare::{shorten, tidy};
use crate::text::slug::slug;

/// So many events, and texts, are shown; the downloads have them all.
const MOST_EVENTS: usize = 40;
const MOST_TEXTS: usize = 80;

/// A state, a side of a conflict or a sentence that points back shows at most so many places.
const MOST_PLACES: usize = 12;

/// Rarer wordings are only in the downloads.
const MOST_NAMES: usize = 60;

#[derive(Debug, Serialize)]
struct AgreementView {
    id: String,
    name: String,
    /// In words.
    kind: String,
    parties: Vec<LinkView>,
    /// The body that issues it; then it has no parties.
    issuers: Vec<LinkView>,
    /// Names that an authority file lists and no document has.
    unused: Vec<String>,
    /// The authority file that knows it, and the record it names; may be empty.
    authority: String,
    history: Vec<StateView>,
    conflicts: Vec<ConflictView>,
    corrections: Vec<CorrectionView>,
    /// Events whose sentences name it and that are in no row of the history.
    events: Vec<EventRowView>,
    events_total: usize,
    documents: usize,
    mentions: usize,
    /// Each text that speaks of it, by its date; undated ones last.
    texts: Vec<TextRowView>,
    texts_total: usize,
    could_be: Vec<TextRowView>,
    could_be_total: usize,
    /// Each wording with its reasons, most frequent first.
    names: Vec<NamingView>,
}

/// A row of the history.
#[derive(Debug, Serialize)]
struct StateView {
    /// `null` where no text says a date.
    when: Option<MomentView>,
    /// The state with its certainty, in words.
    words: String,
    /// `happened`, `planned`, `claimed`, `negated`.
    certainty: &'static str,
    why: Option<String>,
    /// When it was told: by the date of the first text, or by what the text says.
    reported: Option<MomentView>,
    /// True where the text says so (`said on Monday`).
    is_said: bool,
    /// The event on the timeline.
    event: Option<String>,
    /// The first words of the first sentence that tells it.
    proof: Option<String>,
    /// A link for each text.
    texts: Vec<LinkView>,
    more_texts: usize,
    #[serde(flatten)]
    tongue: Tongue,
}

#[derive(Debug, Serialize)]
pub(super) struct ConflictView {
    pub(super) words: String,
    /// What each side rests on.
    pub(super) sides: Vec<Vec<EvidenceView>>,
}

pub(super) fn page(site: &Site, number: usize) -> Page {
    let agreement = &site.dossier.agreements[number];
    let path = paths::agreement_page(&agreement.id);
    let base = base_of(&path);
    let title = site.unique_title(&agreement.name, &agreement.id);
    let head = Head { path, template: "agreement.html", title, indexing: Indexing::Site };
    let has_feed = feed::has_feed(site.dossier, &site.index.agreement_events[number]);
    let feed = has_feed.then(|| paths::agreement_feed(&agreement.id));
    let description = Description { feed, ..Description::about(Some(linked::agreement(site, agreement))) };
    finish_described(site, head, &description, view(site, number, &base))
}

fn view(site: &Site, number: usize, base: &str) -> AgreementView {
    let agreement = &site.dossier.agreements[number];
    let events = other_events(site, number);
    let texts = texts(site, agreement, &events);
    AgreementView {
        corrections: site.corrections(|correction| correction.agreements.contains(&number), base),
        id: agreement.id.clone(),
        name: agreement.name.clone(),
        kind: site.agreement_kind(&agreement.kind),
        parties: site.actor_links(agreement.parties.iter().copied(), base),
        issuers: site.actor_links(agreement.issuers.iter().copied(), base),
        unused: agreement.authority.iter().flat_map(|known| known.unused.clone()).collect(),
        authority: agreement.authority.as_ref().map(|known| authority(site, known)).unwrap_or_default(),
        history: agreement.history.iter().map(|state| state_view(site, state, base)).collect(),
        conflicts: agreement.conflicts.iter().map(|conflict| conflict_view(site, agreement, conflict, base)).collect(),
        events: chosen(site, &events).into_iter().map(|event| site.event_row(event, base)).collect(),
        events_total: events.len(),
        documents: count_documents(&agreement.mentions),
        mentions: agreement.mentions.len(),
        texts_total: texts.len(),
        texts: texts
            .iter()
            .take(MOST_TEXTS)
            .map(|&(first, count, proof)| site.text_row((first, count), proof, base))
            .collect(),
        could_be: agreement
            .could_be
            .iter()
            .take(MOST_PLACES)
            .map(|proof| site.text_row((proof, 1), Proof::Shown, base))
            .collect(),
        could_be_total: agreement.could_be.len(),
        names: names(site, agreement, base),
    }
}

/// The events that name it and are in no row of the history, by time.
fn other_events(site: &Site, number: usize) -> Vec<usize> {
    let agreement = &site.dossier.agreements[number];
    let told: BTreeSet<&str> = agreement.history.iter().filter_map(|state| state.event.as_deref()).collect();
    let is_new = |event: &usize| !told.contains(site.dossier.events[*event].id.as_str());
    site.index.agreement_events[number].iter().copied().filter(is_new).collect()
}

/// Those that most documents tell, by time.
fn chosen(site: &Site, events: &[usize]) -> Vec<usize> {
    let mut chosen = events.to_vec();
    chosen.sort_by_key(|&event| (Reverse(count_documents(&site.dossier.events[event].evidence)), event));
    chosen.truncate(MOST_EVENTS);
    chosen.sort_unstable();
    chosen
}

/// Each text with its first mention and their number, by its date, undated ones last. It shows its sentence
/// where no other row has words of it.
fn texts<'d>(site: &Site<'d>, agreement: &'d Agreement, events: &[usize]) -> Vec<(&'d Evidence, usize, Proof)> {
    let states = agreement.history.iter().filter_map(|state| state.evidence.first());
    let events = events.iter().filter_map(|&event| site.dossier.events[event].evidence.first());
    let told: BTreeSet<(usize, usize)> = states.chain(events).map(|proof| site.story_of(proof)).collect();
    let mut counts: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    agreement.mentions.iter().for_each(|mention| *counts.entry(site.story_of(mention)).or_default() += 1);
    let mut texts: Vec<(&Evidence, usize, Proof)> = Vec::new();
    for first in site.once_per_story(&agreement.mentions) {
        let place = site.story_of(first);
        let proof = if told.contains(&place) { Proof::Elsewhere } else { Proof::Shown };
        texts.push((first, counts[&place], proof));
    }
    texts.sort_by_key(|(first, ..)| {
        let day = site.story_date(site.story_of(first)).and_then(|edtf| edtf.earliest().or(edtf.latest()));
        (day.is_none(), day, first.document, first.span.start)
    });
    texts
}

fn authority(site: &Site, known: &AgreementAuthority) -> String {
    let file = site.phrases.say(match known.origin {
        Origin::Dossier => "dossier-authority",
        Origin::Shipped => "shipped-authority",
    });
    match &known.source {
        Some(source) => {
            site.phrases.with("authority-with-source", &[("file", file.into()), ("source", tidy(source).into())])
        }
        None => file,
    }
}

/// Every wording, most frequent first, then those that only the reasons have.
fn names(site: &Site, agreement: &Agreement, base: &str) -> Vec<NamingView> {
    let told = agreement.variants.iter().map(|variant| (variant.text.as_str(), Some(variant)));
    let is_new = |reason: &&AgreementReason| agreement.variants.iter().all(|variant| variant.text != reason.text);
    let mut others: Vec<&str> = agreement.reasons.iter().filter(is_new).map(|reason| reason.text.as_str()).collect();
    others.dedup();
    let naming = |(text, variant): (&str, Option<&Variant>)| {
        let reasons = || agreement.reasons.iter().filter(|reason| reason.text == text);
        let id = |reason: &AgreementReason| format!("naming-{}", reason.rule.as_str());
        NamingView {
            text: text.to_owned(),
            href: reasons().find_map(|reason| reason.evidence.first()).map(|at| site.evidence_view(at, base).href),
            mentions: variant.map_or(0, |variant| variant.documents.iter().map(|(_, count)| count).sum()),
            documents: variant.map_or(0, |variant| variant.documents.len()),
            reasons: reasons().map(|reason| site.phrases.say(&id(reason))).collect(),
        }
    };
    told.chain(others.into_iter().map(|text| (text, None))).take(MOST_NAMES).map(naming).collect()
}

fn state_view(site: &Site, state: &AgreementState, base: &str) -> StateView {
    let number = state.event.as_ref().and_then(|id| site.index.events.get(id.as_str()));
    let texts = site.once_per_story(&state.evidence);
    let shown = state.evidence.first().map(|first| site.evidence_view(first, base));
    let document = state.evidence.first().map(|first| &site.dossier.documents[first.document]);
    let link = |proof: &&Evidence| {
        let shown = site.evidence_view(proof, base);
        LinkView { text: shown.title, href: shown.href }
    };
    let said = said_on(site, state);
    StateView {
        when: state.when.map(|edtf| site.day(edtf)),
        words: state_words(site, state),
        certainty: state.certainty.as_str(),
        why: state.why.as_ref().map(|why| site.phrases.tell(why)),
        is_said: said.is_some(),
        reported: said.or_else(|| state.reported.map(|edtf| site.day(edtf))),
        event: number.map(|&event| site.event_href(event, base)),
        proof: shown.and_then(|shown| shown.text).map(|words| shorten(&words, LONGEST_PROOF)),
        more_texts: texts.len().saturating_sub(MOST_PLACES),
        texts: texts.iter().take(MOST_PLACES).map(link).collect(),
        tongue: document.map(|document| site.tongue(document)).unwrap_or_default(),
    }
}

/// The day on which it was said, where that is a date of the sentence and not of the text.
fn said_on(site: &Site, state: &AgreementState) -> Option<MomentView> {
    let reported = state.reported?;
    let is_of_text = |proof: &Evidence| site.story_date(site.story_of(proof)) == Some(reported);
    if state.evidence.iter().any(is_of_text) {
        return None;
    }
    let dates = state.evidence.iter().flat_map(|proof| {
        let all = &site.dossier.documents[proof.document].annotations.temporal;
        all.iter().filter(move |date| proof.span.contains(date.mention.span) && date.edtf == Some(reported))
    });
    let moment = site.day(reported);
    let (words, basis) = (site.phrases.date_plain(reported), site.phrases.say("basis-year-inferred"));
    let date = dates.into_iter().next()?;
    Some(if date.basis == Basis::YearInferred { MomentView { words, basis, ..moment } } else { moment })
}

/// The state with the words of its certainty: `signing planned`, `said to be violated`.
fn state_words(site: &Site, state: &AgreementState) -> String {
    let done = site.phrases.say(&format!("state-{}", state.status.as_str()));
    match state.certainty {
        EventStatus::Happened | EventStatus::Period => done,
        certainty => site.phrases.with(&format!("certainty-{}", certainty.as_str()), &[("state", done.into())]),
    }
}

impl Site<'_> {
    /// A type of agreements in words; a type of the user's own vocabulary is its own word.
    pub(super) fn agreement_kind(&self, kind: &str) -> String {
        let id = format!("agreement-kind-{}", slug(kind));
        if self.phrases.has(&id) { self.phrases.say(&id) } else { kind.to_owned() }
    }

    /// The last dated state that is told as a fact, in words.
    pub(super) fn last_state(&self, agreement: &Agreement) -> Option<String> {
        let told = agreement.history.iter().rev().find(|state| state.certainty == EventStatus::Happened)?;
        let words = state_words(self, told);
        Some(match told.when {
            Some(when) => {
                self.phrases.with("state-on", &[("state", words.into()), ("date", self.phrases.date(when).into())])
            }
            None => words,
        })
    }
}

/// A conflict with the evidence of both sides.
pub(super) fn conflict_view(
    site: &Site,
    agreement: &Agreement,
    conflict: &AgreementConflict,
    base: &str,
) -> ConflictView {
    let side = |at: usize| {
        let proofs = agreement.history.get(at).map_or(&[][..], |state| state.evidence.as_slice());
        proofs.iter().take(MOST_PLACES).map(|proof| site.evidence_view(proof, base)).collect()
    };
    ConflictView { words: site.phrases.tell(&conflict.words), sides: vec![side(conflict.one), side(conflict.other)] }
}
