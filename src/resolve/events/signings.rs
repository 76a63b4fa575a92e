//! A signing is one event, whoever tells it: what proves that an agreement was signed is evidence of the event,
//! with or without a date of its own.

use std::collections::BTreeMap;

use super::build::participants;
use crate::model::{Actor, Agreement, AgreementStatus, DossierDocument, Event, EventStatus};

/// Gives the events in which agreements were signed the evidence that their history has.
pub fn join_signings(
    events: &mut [Event],
    agreements: &[Agreement],
    (documents, actors): (&[DossierDocument], &[Actor]),
) {
    let states = agreements.iter().flat_map(|agreement| &agreement.history);
    let signings =
        states.filter(|state| state.status == AgreementStatus::Signed && state.certainty == EventStatus::Happened);
    let places: BTreeMap<String, usize> = events.iter().enumerate().map(|(at, event)| (event.id.clone(), at)).collect();
    for (at, state) in signings.filter_map(|state| Some((*places.get(state.event.as_ref()?)?, state))) {
        let event = &mut events[at];
        let is_new = |proof: &&crate::model::Evidence| {
            !event.evidence.iter().any(|known| (known.document, known.span) == (proof.document, proof.span))
        };
        let further: Vec<_> = state.evidence.iter().filter(is_new).cloned().collect();
        if further.is_empty() || event.status != EventStatus::Happened {
            continue;
        }
        event.evidence.extend(further);
        event.evidence[1..].sort();
        event.actors = participants(&event.evidence, documents, actors);
    }
}
