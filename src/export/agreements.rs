//! `agreements.jsonl`: a line per agreement with its names, parties and dated states, by name.

use serde::Serialize;
use serde_json::{Map, Value};

use super::table::{joined, table};
use super::values::{DateRecord, EvidenceRecord, Quoting, count_documents, english, evidence, known};
use super::{Download, push_line};
use crate::model::{Agreement, AgreementState, Dossier, EventStatus, Variant};

#[derive(Debug, Serialize)]
struct AgreementRecord {
    id: String,
    name: String,
    variants: Vec<VariantRecord>,
    #[serde(rename = "type")]
    kind: String,
    parties: Vec<String>,
    issuers: Vec<String>,
    history: Vec<StateRecord>,
    conflicts: Vec<ConflictRecord>,
    authority: Option<AuthorityRecord>,
    reasons: Vec<ReasonRecord>,
    mentions: usize,
    documents: usize,
    could_be: Vec<EvidenceRecord>,
}

#[derive(Debug, Serialize)]
struct VariantRecord {
    text: String,
    documents: Map<String, Value>,
}

#[derive(Debug, Serialize)]
struct StateRecord {
    event: Option<String>,
    status: &'static str,
    of: &'static str,
    certainty: &'static str,
    when: Option<DateRecord>,
    why: Option<String>,
    reported: Option<DateRecord>,
    evidence: Vec<EvidenceRecord>,
}

#[derive(Debug, Serialize)]
struct ConflictRecord {
    history: [usize; 2],
    words: String,
}

#[derive(Debug, Serialize)]
struct AuthorityRecord {
    origin: &'static str,
    unused: Vec<String>,
    source: Option<String>,
}

#[derive(Debug, Serialize)]
struct ReasonRecord {
    rule: &'static str,
    text: String,
    documents: usize,
}

const COLUMNS: [&str; 9] =
    ["id", "name", "variants", "type", "parties", "history", "conflicts", "mentions", "documents"];

pub(super) fn download(dossier: &Dossier) -> Download {
    let records: Vec<_> = dossier.agreements.iter().map(|agreement| record(dossier, agreement)).collect();
    let mut lines = Vec::new();
    records.iter().for_each(|record| push_line(&mut lines, record));
    Download { lines, table: table(&COLUMNS, records.into_iter().map(row)) }
}

fn record(dossier: &Dossier, agreement: &Agreement) -> AgreementRecord {
    AgreementRecord {
        id: agreement.id.clone(),
        name: agreement.name.clone(),
        variants: agreement.variants.iter().map(|variant| variant_record(dossier, variant)).collect(),
        kind: agreement.kind.clone(),
        parties: agreement.parties.iter().map(|&party| dossier.actors[party].id.clone()).collect(),
        issuers: agreement.issuers.iter().map(|&issuer| dossier.actors[issuer].id.clone()).collect(),
        history: agreement.history.iter().map(|state| state_record(dossier, state)).collect(),
        conflicts: agreement
            .conflicts
            .iter()
            .map(|conflict| ConflictRecord { history: [conflict.one, conflict.other], words: english(&conflict.words) })
            .collect(),
        authority: agreement.authority.as_ref().map(|known| AuthorityRecord {
            origin: known.origin.as_str(),
            unused: known.unused.clone(),
            source: known.source.clone(),
        }),
        reasons: agreement
            .reasons
            .iter()
            .map(|reason| ReasonRecord {
                rule: reason.rule.as_str(),
                text: reason.text.clone(),
                documents: reason.evidence.len(),
            })
            .collect(),
        mentions: agreement.mentions.len(),
        documents: count_documents(&agreement.mentions),
        could_be: agreement.could_be.iter().map(|place| evidence(dossier, place, Quoting::Full)).collect(),
    }
}

fn variant_record(dossier: &Dossier, variant: &Variant) -> VariantRecord {
    let counted = |&(document, count): &(usize, usize)| (dossier.documents[document].id.clone(), count.into());
    VariantRecord { text: variant.text.clone(), documents: variant.documents.iter().map(counted).collect() }
}

/// A state that is denied is `negated`, whatever it is that is denied.
fn state_record(dossier: &Dossier, state: &AgreementState) -> StateRecord {
    let is_negated = state.certainty == EventStatus::Negated;
    StateRecord {
        event: state.event.clone(),
        status: if is_negated { state.certainty.as_str() } else { state.status.as_str() },
        of: state.status.as_str(),
        certainty: state.certainty.as_str(),
        when: known(state.when),
        why: state.why.as_ref().map(english),
        reported: known(state.reported),
        evidence: state.evidence.iter().map(|place| evidence(dossier, place, Quoting::Excerpt)).collect(),
    }
}

fn row(record: AgreementRecord) -> [String; 9] {
    let told = |state: StateRecord| {
        let when = state.when.and_then(|when| when.edtf).unwrap_or_default();
        [when, state.status.to_owned(), format!("({})", state.certainty)].join(" ").trim().to_owned()
    };
    [
        record.id,
        record.name,
        joined(record.variants.into_iter().map(|variant| variant.text)),
        record.kind,
        joined(record.parties),
        joined(record.history.into_iter().map(told)),
        joined(record.conflicts.into_iter().map(|conflict| conflict.words)),
        record.mentions.to_string(),
        record.documents.to_string(),
    ]
}
