//! `actors.jsonl`: a line per actor with its spellings, roles and who decided, by name.

use serde::Serialize;
use serde_json::{Map, Value};

use super::table::{joined, table};
use super::values::{EvidenceRecord, Quoting, count_documents, evidence};
use super::{Download, push_line};
use crate::model::{Actor, Dossier, MergeReason, Role, Variant};

#[derive(Debug, Serialize)]
struct ActorRecord {
    id: String,
    name: String,
    kind: &'static str,
    variants: Vec<VariantRecord>,
    roles: Vec<RoleRecord>,
    decided_by: &'static str,
    maybe_same_as: Vec<String>,
    not_same_as: Vec<String>,
    mentions: usize,
    documents: usize,
    sort_name: String,
    standing: &'static str,
    country: Option<String>,
    look_alikes: Vec<String>,
    could_be: Vec<EvidenceRecord>,
    reasons: Vec<ReasonRecord>,
    former_ids: Vec<String>,
}

#[derive(Debug, Serialize)]
struct ReasonRecord {
    rule: &'static str,
    text: String,
    documents: usize,
}

#[derive(Debug, Serialize)]
struct VariantRecord {
    text: String,
    documents: Map<String, Value>,
}

#[derive(Debug, Serialize)]
struct RoleRecord {
    title: String,
    tenure: &'static str,
    from: Option<String>,
    to: Option<String>,
    as_of: Option<String>,
    authority: Option<AuthorityRecord>,
    evidence: Vec<EvidenceRecord>,
}

#[derive(Debug, Serialize)]
struct AuthorityRecord {
    origin: &'static str,
    source: Option<String>,
}

const COLUMNS: [&str; 13] = [
    "id",
    "name",
    "kind",
    "variants",
    "roles",
    "decided_by",
    "maybe_same_as",
    "not_same_as",
    "mentions",
    "documents",
    "sort_name",
    "standing",
    "country",
];

pub(super) fn download(dossier: &Dossier) -> Download {
    let records: Vec<_> = dossier.actors.iter().map(|actor| record(dossier, actor)).collect();
    let mut lines = Vec::new();
    records.iter().for_each(|record| push_line(&mut lines, record));
    Download { lines, table: table(&COLUMNS, records.into_iter().map(row)) }
}

fn record(dossier: &Dossier, actor: &Actor) -> ActorRecord {
    let reason = |reason: &MergeReason| ReasonRecord {
        rule: reason.rule.as_str(),
        text: reason.text.clone(),
        documents: reason.documents,
    };
    ActorRecord {
        id: actor.id.clone(),
        name: actor.name.clone(),
        kind: actor.kind.as_str(),
        variants: actor.variants.iter().map(|variant| variant_record(dossier, variant)).collect(),
        roles: actor.roles.iter().map(|role| role_record(dossier, role)).collect(),
        decided_by: actor.decided_by.as_str(),
        maybe_same_as: actor.maybe_same_as.iter().map(|&(other, _)| dossier.actors[other].id.clone()).collect(),
        not_same_as: actor.not_same_as.clone(),
        mentions: actor.mentions.len(),
        documents: count_documents(&actor.mentions),
        sort_name: actor.sort_name.clone(),
        standing: actor.standing.as_str(),
        country: actor.country.clone(),
        look_alikes: actor.look_alikes.iter().map(|&other| dossier.actors[other].id.clone()).collect(),
        could_be: actor.could_be.iter().map(|place| evidence(dossier, place, Quoting::Full)).collect(),
        reasons: actor.reasons.iter().map(reason).collect(),
        former_ids: actor.former_ids.clone(),
    }
}

fn variant_record(dossier: &Dossier, variant: &Variant) -> VariantRecord {
    let counted = |&(document, count): &(usize, usize)| (dossier.documents[document].id.clone(), count.into());
    VariantRecord { text: variant.text.clone(), documents: variant.documents.iter().map(counted).collect() }
}

fn role_record(dossier: &Dossier, role: &Role) -> RoleRecord {
    RoleRecord {
        title: role.title.clone(),
        tenure: role.tenure.as_str(),
        from: role.from.map(|date| date.to_string()),
        to: role.to.map(|date| date.to_string()),
        as_of: role.as_of.map(|date| date.to_string()),
        authority: role
            .authority
            .as_ref()
            .map(|known| AuthorityRecord { origin: known.origin.as_str(), source: known.source.clone() }),
        evidence: role.evidence.iter().map(|place| evidence(dossier, place, Quoting::Full)).collect(),
    }
}

fn row(record: ActorRecord) -> [String; 13] {
    [
        record.id,
        record.name,
        record.kind.to_owned(),
        joined(record.variants.into_iter().map(|variant| variant.text)),
        joined(record.roles.into_iter().map(|role| role.title)),
        record.decided_by.to_owned(),
        joined(record.maybe_same_as),
        joined(record.not_same_as),
        record.mentions.to_string(),
        record.documents.to_string(),
        record.sort_name,
        record.standing.to_owned(),
        record.country.unwrap_or_default(),
    ]
}
