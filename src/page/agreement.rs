//! The page of an agreement: type, parties, names, states by date, conflicts, texts, and how it was
//! decided, each with its evidence.

use serde::Serialize;

use super::corrections::CorrectionView;
use super::description::Description;
use super::head::{Head, Indexing, base_of, finish_described};
use super::links::{EvidenceView, LinkView};
use super::moment::MomentView;
use super::parts::EventView;
use super::site::Site;
use crate::model::{
    Agreement, AgreementAuthority, AgreementConflict, AgreementReason, AgreementRule, AgreementState, Edtf,
    EventStatus, Evidence, Origin, Page, Variant, feed, paths,
};
use crate::text::compare::tidy;

/// Longer lists are cut, with words that say so.
const LONGEST_LIST: usize = 200;

/// A spelling or a state shows at most so many places.
const MOST_PLACES: usize = 12;

#[derive(Debug, Serialize)]
struct AgreementView {
    id: String,
    name: String,
    kind: String,
    parties: Vec<LinkView>,
    /// The body that issues it; then it has no parties.
    issuers: Vec<LinkView>,
    /// Every wording, most frequent first; empty where the name is the only one.
    variants: Vec<WordingView>,
    /// Names that an authority file lists and no document has.
    unused: Vec<String>,
    /// The authority file that knows it, and the record it names; may be empty.
    authority: String,
    history: Vec<StateView>,
    /// Where no state is told: the texts that speak of it, by date.
    told_in: Vec<ToldView>,
    conflicts: Vec<ConflictView>,
    corrections: Vec<CorrectionView>,
    events: Vec<EventView>,
    events_total: usize,
    documents: usize,
    mentions: usize,
    /// The first sentence of each story.
    named_in: Vec<EvidenceView>,
    more_stories: usize,
    could_be: Vec<EvidenceView>,
    reasons: Vec<ReasonView>,
}

#[derive(Debug, Serialize)]
struct WordingView {
    text: String,
    mentions: usize,
    documents: usize,
    places: Vec<LinkView>,
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
    reported: Option<MomentView>,
    /// The event on the timeline.
    event: Option<String>,
    sources: Vec<EvidenceView>,
    /// A link for each text.
    texts: Vec<LinkView>,
    more_sources: usize,
}

/// A text that speaks of it.
#[derive(Debug, Serialize)]
struct ToldView {
    /// The date of the text; `null` where it is not known.
    when: Option<MomentView>,
    source: EvidenceView,
}

#[derive(Debug, Serialize)]
pub(super) struct ConflictView {
    pub(super) words: String,
    /// What each side rests on.
    pub(super) sides: Vec<Vec<EvidenceView>>,
}

#[derive(Debug, Serialize)]
struct ReasonView {
    text: String,
    why: &'static str,
    places: Vec<LinkView>,
}

pub(super) fn page(site: &Site, number: usize) -> Page {
    let agreement = &site.dossier.agreements[number];
    let path = paths::agreement_page(&agreement.id);
    let base = base_of(&path);
    let title = site.unique_title(&agreement.name, &agreement.id);
    let head = Head { path, template: "agreement.html", title, indexing: Indexing::Site };
    let has_feed = feed::has_feed(site.dossier, &site.index.agreement_events[number]);
    let description =
        Description { feed: has_feed.then(|| paths::agreement_feed(&agreement.id)), ..Description::default() };
    finish_described(site, head, &description, view(site, number, &base))
}

fn view(site: &Site, number: usize, base: &str) -> AgreementView {
    let agreement = &site.dossier.agreements[number];
    let events = &site.index.agreement_events[number];
    let stories = site.once_per_story(&agreement.mentions);
    let shown = |list: &[Evidence]| -> Vec<EvidenceView> {
        site.once_per_story(list).into_iter().take(LONGEST_LIST).map(|proof| site.evidence_view(proof, base)).collect()
    };
    AgreementView {
        corrections: site.corrections(|correction| correction.agreements.contains(&number), base),
        id: agreement.id.clone(),
        name: agreement.name.clone(),
        kind: agreement.kind.clone(),
        parties: site.actor_links(agreement.parties.iter().copied(), base),
        issuers: site.actor_links(agreement.issuers.iter().copied(), base),
        variants: wordings(site, agreement, base),
        unused: agreement.authority.iter().flat_map(|known| known.unused.clone()).collect(),
        authority: agreement.authority.as_ref().map(authority).unwrap_or_default(),
        history: agreement.history.iter().map(|state| state_view(site, state, base)).collect(),
        told_in: if agreement.history.is_empty() { told_in(site, agreement, base) } else { Vec::new() },
        conflicts: agreement.conflicts.iter().map(|conflict| conflict_view(site, agreement, conflict, base)).collect(),
        events: events.iter().take(LONGEST_LIST).map(|&event| event_view(site, (event, number), base)).collect(),
        events_total: events.len(),
        documents: super::index::count_documents(&agreement.mentions),
        mentions: agreement.mentions.len(),
        more_stories: stories.len().saturating_sub(LONGEST_LIST),
        named_in: shown(&agreement.mentions),
        could_be: shown(&agreement.could_be),
        reasons: agreement.reasons.iter().map(|reason| reason_view(site, reason, base)).collect(),
    }
}

/// The first sentence of each text that speaks of it, by the date of the text; undated ones last.
fn told_in(site: &Site, agreement: &Agreement, base: &str) -> Vec<ToldView> {
    let date = |proof: &Evidence| {
        let document = &site.dossier.documents[proof.document];
        document.stories[document.story_at(proof.span.start)].date.edtf
    };
    let mut stories: Vec<(Option<Edtf>, &Evidence)> =
        site.once_per_story(&agreement.mentions).into_iter().map(|proof| (date(proof), proof)).collect();
    let first = |when: Option<Edtf>| when.and_then(|when| when.earliest().or(when.latest()));
    stories.sort_by_key(|&(when, proof)| (when.is_none(), first(when), proof.document, proof.span.start));
    let told = |(when, proof): (Option<Edtf>, &Evidence)| ToldView {
        when: when.map(|edtf| site.moment(edtf)),
        source: site.evidence_view(proof, base),
    };
    stories.into_iter().take(LONGEST_LIST).map(told).collect()
}

fn authority(known: &AgreementAuthority) -> String {
    let file = match known.origin {
        Origin::Dossier => "the dossier’s authority files",
        Origin::Shipped => "the program’s general authority file",
    };
    match &known.source {
        Some(source) => format!("{file} ({})", tidy(source)),
        None => file.to_owned(),
    }
}

fn wordings(site: &Site, agreement: &Agreement, base: &str) -> Vec<WordingView> {
    let view = |variant: &Variant| WordingView {
        text: variant.text.clone(),
        mentions: variant.documents.iter().map(|(_, count)| count).sum(),
        documents: variant.documents.len(),
        places: variant
            .documents
            .iter()
            .take(MOST_PLACES)
            .map(|&(document, _)| site.document_link(document, base))
            .collect(),
    };
    match agreement.variants.as_slice() {
        [only] if only.text == agreement.name => Vec::new(),
        variants => variants.iter().take(LONGEST_LIST).map(view).collect(),
    }
}

/// An event with the other agreements it names.
fn event_view(site: &Site, (event, agreement): (usize, usize), base: &str) -> EventView {
    let mut view = site.event_view(event, base);
    let own = site.agreement_link(agreement, base);
    view.agreements.retain(|link| *link != own);
    view
}

fn state_view(site: &Site, state: &AgreementState, base: &str) -> StateView {
    let number = state.event.as_ref().and_then(|id| site.index.event_numbers.get(id.as_str()));
    StateView {
        when: state.when.map(|edtf| site.moment(edtf)),
        words: state_words(state),
        certainty: state.certainty.as_str(),
        why: state.why.as_ref().map(|why| site.phrases.tell(why)),
        reported: state.reported.map(|edtf| site.moment(edtf)),
        event: number.map(|&event| site.event_href(event, base)),
        sources: state.evidence.iter().take(MOST_PLACES).map(|proof| site.evidence_view(proof, base)).collect(),
        texts: site
            .once_per_story(&state.evidence)
            .into_iter()
            .take(MOST_PLACES)
            .map(|proof| link_to(site, proof, base))
            .collect(),
        more_sources: state.evidence.len().saturating_sub(MOST_PLACES),
    }
}

/// The state with the words of its certainty: `signing planned`, `said to be violated`.
fn state_words(state: &AgreementState) -> String {
    let done = state.status.words();
    match state.certainty {
        EventStatus::Happened | EventStatus::Period => done.to_owned(),
        EventStatus::Planned => format!("{done} – planned or wished for, not told as done"),
        EventStatus::Claimed => format!("{done} – claimed"),
        EventStatus::Negated => format!("not {done}, as the text has it"),
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

fn link_to(site: &Site, proof: &Evidence, base: &str) -> LinkView {
    let shown = site.evidence_view(proof, base);
    LinkView { text: shown.title, href: shown.href }
}

fn reason_view(site: &Site, reason: &AgreementReason, base: &str) -> ReasonView {
    let place = |proof| link_to(site, proof, base);
    ReasonView {
        text: reason.text.clone(),
        why: match reason.rule {
            AgreementRule::SameName => "is its name; case, hyphens and spelling aside.",
            AgreementRule::FullerName => "is its name with or without a country in front or a year behind.",
            AgreementRule::Acronym => "is an acronym that the text declares for it.",
            AgreementRule::Nickname => "is a name that the text gives it.",
            AgreementRule::Authority => "is one of the names or descriptions that an authority file lists for it.",
            AgreementRule::Issued => "is what this body issues; which one is meant, the text does not say.",
            AgreementRule::SameThing => "is the same thing, and no party of it speaks against.",
            AgreementRule::ShortForm => "points back, and can only mean this one where it stands.",
            AgreementRule::Described => "describes it in words of its name, the only such name of its text.",
            AgreementRule::Pronoun => "stands right behind a sentence about it, and nothing else is spoken of there.",
        },
        places: reason.evidence.iter().take(MOST_PLACES).map(place).collect(),
    }
}
