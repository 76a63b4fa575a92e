//! The nouns: what the stages hand to each other.
//!
//! Constructors, invariants and `Display` only. What is `Serialize` here is so for the build cache;
//! what programs read is written by `export/`, from types of its own.

pub mod actor;
pub mod agreement;
pub mod annotations;
pub mod authority;
pub mod bibliography;
pub mod company;
pub mod correction;
pub mod dossier;
pub mod edtf;
pub mod feed;
pub mod holiday;
pub mod mention;
pub mod overrides;
pub mod page;
pub mod paths;
pub mod phrase;
pub mod point;
pub mod publish;
#[cfg(test)]
pub mod samples;
pub mod search;
pub mod shared;
pub mod source;
pub mod temporal;
pub mod vocabulary;
pub mod zone;

pub use actor::{
    Actor, ActorDecision, Likeness, MergeReason, MergeRule, Role, RoleAuthority, Standing, Tenure, Variant,
};
pub use agreement::{
    Agreement, AgreementAuthority, AgreementConflict, AgreementForm, AgreementMention, AgreementReason, AgreementRule,
    AgreementState, AgreementStatus, PartyGroup, StateMention, Telling,
};
pub use annotations::{Annotations, DateBasis, DateReason, DocumentDate, Ground};
pub use authority::{
    Authority, AuthorityActor, AuthorityAgreement, AuthorityEvent, AuthorityRole, GeneralAuthority, NeverMerge, Origin,
};
pub use bibliography::{BibliographicRecord, Genre};
pub use company::{Company, Together};
pub use correction::{Correction, CorrectionEntry, CorrectionKind};
pub use dossier::{
    ConflictKind, Dossier, DossierDocument, Event, EventConflict, Evidence, Quotation, Relative, SaidOn, StoryRecord,
    When, count_documents,
};
pub use edtf::{DateValue, Edtf, EdtfDate, Qualifier, Season, Weekday};
pub use holiday::Holiday;
pub use mention::{NameKind, NameMention, QuotationKind, QuotationMention, ReferenceMention, SpeakerBasis};
pub use overrides::Overrides;
pub use page::{Manifest, ManifestFile, OutputFile, Page};
pub use phrase::{Phrase, PhraseValue};
pub use point::Point;
pub use publish::publish;
pub use search::{KeyWord, Passage, SearchKind, SearchRecord};
pub use shared::Shared;
pub use source::{Block, BlockKind, Display, Inline, MediaType, Provenance, SourceDocument, Statement};
pub use temporal::{
    Amount, Anchor, Basis, Clock, DateRole, DayPart, Direction, EventStatus, Frame, Meaning, Modifier, Part, Temporal,
    TemporalMention, TemporalType, Unit,
};
pub use vocabulary::Vocabulary;
pub use zone::{Badge, Segmentation, Story, Title, TitleBasis, Zone, ZoneKind};
