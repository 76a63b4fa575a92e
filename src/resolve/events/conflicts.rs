//! Conflicts: sentences about one event that cannot both be as they are told. Both sides stay, and
//! nobody wins.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;

use super::clusters::Cluster;
use super::happenings::Draft;
use super::topics::Topics;
use crate::model::{
    Actor, Basis, ConflictKind, DossierDocument, Edtf, Event, EventConflict, EventStatus, Evidence, NameKind,
};
use crate::text::Span;
use crate::text::words::table;

/// Words that say how somebody took part, by class.
static ATTENDANCE: LazyLock<Vec<(&'static str, &'static str)>> =
    LazyLock::new(|| table(include_str!("data/attendance.en.txt")).collect());

/// An event has at most so many listed.
const MOST: usize = 8;
/// So many sentences of an event are compared.
const MOST_SENTENCES: usize = 64;

/// Days of a year: further apart they are two happenings.
const YEAR: i64 = 366;

/// Writes the conflicts of each event to it.
pub fn find(events: &mut [Event], documents: &[DossierDocument]) {
    for event in events {
        event.conflicts.extend(attendance(&event.evidence, documents));
        event.conflicts.truncate(MOST);
    }
}

/// The days that a milestone is told of, each with its first event and sentence.
type Days<'d> = BTreeMap<NaiveDate, (usize, &'d Evidence)>;

/// What happens once to a person is told of two days of a year, both written out: each of the two events
/// (`events` parallel to `clusters`) shows both sentences.
pub fn days(events: &mut [Event], clusters: &[Cluster], drafts: &[Draft<'_>], (topics, actors): (&Topics, &[Actor])) {
    let mut told: BTreeMap<(&str, usize), Days<'_>> = BTreeMap::new();
    for (at, cluster) in clusters.iter().enumerate() {
        for &draft in &cluster.drafts {
            let Some(milestone) = &topics.drafts[draft].milestone else { continue };
            let happening = &drafts[draft].happenings[0];
            let is_fact = happening.temporal.mention.status == EventStatus::Happened;
            let is_stated = happening.temporal.basis == Basis::Stated && !topics.drafts[draft].is_in_passing;
            let day = happening.temporal.edtf.filter(|_| is_fact && is_stated).and_then(Edtf::as_day);
            let person = milestone.bearer.filter(|&actor| actors[actor].kind == NameKind::Person);
            if let (Some(person), Some(day)) = (person, day) {
                let days = told.entry((milestone.noun, person)).or_default();
                days.entry(day).or_insert((at, &happening.evidence));
            }
        }
    }
    for ((_, actor), days) in told {
        let sides: Vec<(NaiveDate, (usize, &Evidence))> = days.into_iter().collect();
        let pairs = sides.iter().zip(sides.iter().skip(1));
        for ((_, one), (_, other)) in pairs.filter(|((first, _), (second, _))| (*second - *first).num_days() < YEAR) {
            let (first, second) = (one.1.clone(), other.1.clone());
            let conflict = EventConflict { kind: ConflictKind::Day, actor: Some(actor), one: first, other: second };
            events[one.0].conflicts.push(conflict.clone());
            if one.0 != other.0 {
                events[other.0].conflicts.push(conflict);
            }
        }
    }
}

/// Somebody took part in person, and by video.
fn attendance(evidence: &[Evidence], documents: &[DossierDocument]) -> Vec<EventConflict> {
    if evidence.len() < 2 {
        return Vec::new(); // a sentence does not contradict itself
    }
    let text = |proof: &Evidence| documents[proof.document].source.text.as_str();
    let mut remote: BTreeMap<usize, &Evidence> = BTreeMap::new();
    let mut others: Vec<&Evidence> = Vec::new();
    for proof in evidence.iter().take(MOST_SENTENCES) {
        let places = cues(text(proof), proof.span, "remote");
        for &place in &places {
            let before = persons(documents, proof).into_iter().rfind(|(name, _)| name.end <= place);
            if let Some((_, actor)) = before {
                remote.entry(actor).or_insert(proof);
            }
        }
        if places.is_empty() {
            others.push(proof);
        }
    }
    if remote.is_empty() {
        return Vec::new();
    }
    let mut present: BTreeMap<usize, &Evidence> = BTreeMap::new();
    for proof in others.into_iter().filter(|proof| !cues(text(proof), proof.span, "present").is_empty()) {
        for (_, actor) in persons(documents, proof) {
            present.entry(actor).or_insert(proof);
        }
    }
    let pair = |(actor, one): (&usize, &&Evidence)| {
        present.get(actor).map(|other| EventConflict {
            kind: ConflictKind::Attendance,
            actor: Some(*actor),
            one: (*one).clone(),
            other: (*other).clone(),
        })
    };
    remote.iter().filter_map(pair).collect()
}

/// Where words of a class start in a sentence.
fn cues(text: &str, sentence: Span, class: &str) -> Vec<usize> {
    let words = sentence.of(text).to_ascii_lowercase();
    let of_class = ATTENDANCE.iter().filter(|(listed, _)| *listed == class);
    of_class.filter_map(|(_, cue)| words.find(cue)).map(|at| sentence.start + at).collect()
}

/// The persons named in a sentence, each with its place.
fn persons(documents: &[DossierDocument], proof: &Evidence) -> Vec<(Span, usize)> {
    let document = &documents[proof.document];
    let names = &document.annotations.names;
    let first = names.partition_point(|name| name.span.end <= proof.span.start);
    let inside = names[first..].iter().zip(&document.mention_actors[first..]);
    inside
        .take_while(|(name, _)| name.span.start < proof.span.end)
        .filter(|(name, _)| name.kind == NameKind::Person)
        .filter_map(|(name, actor)| Some((name.span, (*actor)?)))
        .collect()
}
