//! [`Memory`]: what was worked out of single documents, kept from one dossier to the next.
//!
//! Only what follows from a document alone is kept, so that nothing here can decide anything: without it a dossier
//! takes longer and is the same.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::events::Words;
use crate::model::{Annotations, DossierDocument, Shared, SourceDocument};

/// What was worked out of each document when the last dossier was made.
#[derive(Debug, Default)]
pub struct Memory {
    /// What its sentences are about.
    pub(super) words: Kept<Words>,
}

/// A value for each document of the last dossier, by path.
#[derive(Debug)]
pub(super) struct Kept<T>(HashMap<String, Known<T>>);

#[derive(Debug)]
struct Known<T> {
    source: Shared<SourceDocument>,
    annotations: Shared<Annotations>,
    value: Arc<T>,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T: Send + Sync> Kept<T> {
    /// The value of each document, in their order; made where the document is another than last time.
    pub(super) fn of_all(
        &mut self,
        documents: &[DossierDocument],
        make: impl Fn(&DossierDocument) -> T + Sync,
    ) -> Vec<Arc<T>> {
        let value = |document: &DossierDocument| match self.0.get(&document.source.provenance.path) {
            Some(known) if known.is_of(document) => known.value.clone(),
            _ => Arc::new(make(document)),
        };
        let values: Vec<Arc<T>> = documents.par_iter().map(value).collect();
        let known = |(document, value): (&DossierDocument, &Arc<T>)| {
            let (source, annotations) = (document.source.clone(), document.annotations.clone());
            (source.provenance.path.clone(), Known { source, annotations, value: value.clone() })
        };
        self.0 = documents.iter().zip(&values).map(known).collect();
        values
    }
}

impl<T> Known<T> {
    fn is_of(&self, document: &DossierDocument) -> bool {
        Shared::is_one(&self.source, &document.source) && Shared::is_one(&self.annotations, &document.annotations)
    }
}
