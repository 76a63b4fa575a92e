//! What the sample dossier tells of an agreement, and a correction of its editors.

use chrono::NaiveDate;

use super::{DIGEST, edtf, evidence};
use crate::model::{
    Agreement, AgreementAuthority, AgreementConflict, AgreementReason, AgreementRule, AgreementState, AgreementStatus,
    Correction, CorrectionKind, EventStatus, Origin, Phrase, Variant,
};

/// Told in two ways: the proof of a conflict, and a name per authority file.
pub(super) fn hotline() -> Agreement {
    let tested = evidence(0, DIGEST, "- A hotline was tested on Sunday.", "hotline");
    let state = |status, certainty, when: Option<&str>| AgreementState {
        status,
        certainty,
        telling: crate::model::Telling::Now,
        when: when.map(edtf),
        why: when.map(|_| Phrase::verbatim("The name says the day.")),
        reported: Some(edtf("2023-08-21")),
        event: when.map(|_| "e-undated-hotline".to_owned()),
        evidence: vec![tested.clone()],
    };
    let agreed = state(AgreementStatus::Agreed, EventStatus::Happened, Some("2023-08-18?"));
    Agreement {
        id: "leaders-hotline".to_owned(),
        name: "Leaders’ hotline".to_owned(),
        kind: "mechanism".to_owned(),
        variants: vec![Variant { text: "hotline".to_owned(), documents: vec![(0, 1)] }],
        parties: vec![0],
        issuers: Vec::new(),
        history: vec![agreed, state(AgreementStatus::UnderDiscussion, EventStatus::Negated, None)],
        conflicts: vec![AgreementConflict {
            one: 0,
            other: 1,
            words: Phrase::verbatim("Agreed before it was discussed."),
        }],
        reasons: vec![AgreementReason {
            rule: AgreementRule::SameThing,
            text: "hotline".to_owned(),
            evidence: vec![tested.clone()],
        }],
        authority: Some(AgreementAuthority {
            origin: Origin::Dossier,
            unused: vec!["Red line".to_owned()],
            source: Some("Norland Gazette".to_owned()),
        }),
        mentions: vec![tested.clone()],
        could_be: vec![tested],
    }
}

/// About the summit, an actor and the agreement.
pub(super) fn correction() -> Correction {
    Correction {
        id: "c-2024-06-28-it".to_owned(),
        on: NaiveDate::from_ymd_opt(2024, 6, 28).expect("a day of June"),
        kind: CorrectionKind::Clarification,
        text: "The meeting was a summit.".to_owned(),
        documents: vec![1],
        removed: vec!["old-draft".to_owned()],
        actors: vec![1],
        agreements: vec![0],
    }
}
