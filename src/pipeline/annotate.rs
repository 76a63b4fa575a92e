//! One document from bytes to annotations.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::config::Settings;
use crate::diagnostic::{Built, Diagnostic};
use crate::extract::{self, AgreementLexicon, Lexicons, NameLexicon, Signatures};
use crate::ingest::{self, RawSeed, SeedFile};
use crate::model::{Annotations, Authority, AuthorityActor, Origin, SourceDocument, Weekday};
use crate::resolve::{Clues, anchor, date_document};
use crate::segment::segment;

/// What a seed became: a document with its annotations, or nothing but findings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Prepared {
    /// The document; `None` where nothing could be built.
    pub document: Option<(SourceDocument, Annotations)>,
    /// What is odd.
    pub findings: Vec<Diagnostic>,
}

/// Annotates documents one by one, with the names the user knows.
#[derive(Debug)]
pub struct Annotator {
    names: NameLexicon,
    agreements: AgreementLexicon,
    authority: Authority,
    week_start: Weekday,
    signatures: Signatures,
    fingerprint: [u8; 32],
}

impl Annotator {
    /// An annotator that knows the names, offices and events of `authority`; weeks begin on `week_start`.
    pub fn new(authority: &Authority, week_start: Weekday) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(concat!(
            env!("CARGO_PKG_NAME"),
            " ",
            env!("CARGO_PKG_VERSION"),
            " ",
            env!("ANNALIST_SOURCE_HASH")
        ));
        // What ships is a part of the program; what is left of it beside the user's actors follows from them.
        let own = own(authority);
        for actor in &own.actors {
            let AuthorityActor { kind, name, variants, roles, country, .. } = actor;
            hasher.update(format!("\n{kind:?} {name:?} {variants:?} {roles:?} {country:?}"));
        }
        hasher.update(format!("\n{:?} {:?} {:?}", own.events, own.never_merge, own.general));
        hasher.update(format!("\n{:?} {:?}", own.agreements, own.vocabulary));
        hasher.update(week_start.as_str());
        Self {
            names: NameLexicon::new(authority),
            agreements: AgreementLexicon::new(authority),
            authority: own,
            week_start,
            signatures: Signatures::Make,
            fingerprint: hasher.finalize().into(),
        }
    }

    /// The same for documents one by one, which nothing compares: without signatures. What it makes
    /// must not be kept for a build.
    pub fn without_signatures(self) -> Self {
        Self { signatures: Signatures::LeaveOut, ..self }
    }

    /// What the annotations of a seed and their findings depend on: its bytes, its sidecar, its path,
    /// how findings call it, this program and the names, offices and events it knows.
    pub fn key(&self, raw: &RawSeed, shown_as: &str) -> [u8; 32] {
        let mut hasher = Sha256::new();
        hasher.update(self.fingerprint);
        for part in [raw.path.as_bytes(), shown_as.as_bytes(), raw.sidecar.as_deref().unwrap_or_default(), &raw.bytes] {
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        hasher.update([u8::from(raw.sidecar.is_some())]);
        hasher.finalize().into()
    }

    /// Reads and annotates the bytes of a seed.
    pub fn prepare(&self, raw: &RawSeed, shown_as: &str) -> Prepared {
        let Built { value, findings } = ingest::read(raw, shown_as);
        let document = value.map(|source| {
            let annotations = self.annotate(&source);
            (source, annotations)
        });
        Prepared { document, findings }
    }

    /// Segments, extracts and anchors: everything one document says for itself.
    pub fn annotate(&self, source: &SourceDocument) -> Annotations {
        let segmentation = segment(source);
        let lexicons = Lexicons { names: &self.names, agreements: &self.agreements };
        let mentions = extract::extract(source, &segmentation, lexicons, self.signatures);
        let dates = date_document(Clues {
            source,
            segmentation: &segmentation,
            temporal: &mentions.temporal,
            names: &mentions.names,
            sentences: &mentions.sentences,
            authority: &self.authority,
        });
        Annotations {
            language: mentions.language,
            temporal: anchor(mentions.temporal, &segmentation.stories, &dates.stories, self.week_start),
            segmentation,
            story_dates: dates.stories,
            date: dates.file,
            sentences: mentions.sentences,
            names: mentions.names,
            quotations: mentions.quotations,
            reported: mentions.reported,
            agreements: mentions.agreements,
            references: mentions.references,
            signature: mentions.signature,
        }
    }

    /// Loads a seed from the disk and annotates it; a seed that cannot be loaded is a finding.
    pub fn prepare_file(&self, seed: &SeedFile, settings: &Settings) -> Prepared {
        match ingest::load(seed, settings) {
            Ok(raw) => self.prepare(&raw, &ingest::shown_as(seed, settings)),
            Err(finding) => Prepared { document: None, findings: vec![finding] },
        }
    }
}

/// What dating asks an authority for: the user's actors and events. It has the terms that ship itself.
fn own(authority: &Authority) -> Authority {
    let actors = authority.actors.iter().filter(|actor| actor.origin == Origin::Dossier);
    Authority {
        actors: actors.cloned().collect(),
        events: authority.events.clone(),
        agreements: authority
            .agreements
            .iter()
            .filter(|agreement| agreement.origin == Origin::Dossier)
            .cloned()
            .collect(),
        vocabulary: authority.vocabulary.clone(),
        never_merge: authority.never_merge.clone(),
        general: authority.general,
    }
}
