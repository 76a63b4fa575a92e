//! [`Memory`]: what was worked out for the last dossier, kept for the next one.
//!
//! Everything here is a value of a pure function, found again by all that it was worked out from. So nothing here
//! can decide anything: without it a dossier takes longer and is the same. Nothing is kept that the last dossier
//! did not use.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::actors::{Cluster, Context, Locals};
use super::events::Words;
use crate::model::{Actor, Annotations, Authority, DossierDocument, Shared, SourceDocument};

/// What was worked out when the last dossier was made.
#[derive(Debug, Default)]
pub struct Memory {
    /// What the sentences of each document are about.
    pub(super) words: Kept<Words>,
    /// Which names of each document are one.
    pub(super) locals: Kept<Locals, Context>,
    /// What names are found to be called, by cluster.
    pub(super) names: Groups<String>,
    /// Actors as their mentions tell of them, with the ids of their other spellings, by cluster.
    pub(super) actors: Groups<(Actor, Vec<String>)>,
    /// What was known of actors beforehand.
    authority: Option<Authority>,
}

impl Memory {
    /// Forgets what was worked out with another authority.
    pub(super) fn work_with(&mut self, authority: &Authority) {
        if self.authority.as_ref() != Some(authority) {
            let words = std::mem::take(&mut self.words);
            *self = Self { words, authority: Some(authority.clone()), ..Self::default() };
        }
    }
}

/// A document as it is told from others: nobody else has its text and what was found in it.
#[derive(Debug, Clone)]
struct Identity(Shared<SourceDocument>, Shared<Annotations>);

impl Identity {
    fn of(document: &DossierDocument) -> Self {
        Self(document.source.clone(), document.annotations.clone())
    }

    fn is_of(&self, document: &DossierDocument) -> bool {
        Shared::is_one(&self.0, &document.source) && Shared::is_one(&self.1, &document.annotations)
    }
}

/// A value for each document of the last dossier, by path. `C` is what it was worked out from beside the document.
#[derive(Debug)]
pub(super) struct Kept<T, C = ()>(HashMap<String, Known<T, C>>);

#[derive(Debug)]
struct Known<T, C> {
    document: Identity,
    context: C,
    value: Arc<T>,
}

impl<T, C> Default for Kept<T, C> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T: Send + Sync, C: PartialEq + Send + Sync> Kept<T, C> {
    /// The value of each document, in their order; made where the document, or its context, is another than last
    /// time.
    pub(super) fn of_all(
        &mut self,
        documents: &[DossierDocument],
        context: impl Fn(&DossierDocument) -> C + Sync,
        make: impl Fn(&DossierDocument) -> T + Sync,
    ) -> Vec<Arc<T>> {
        let value = |document: &DossierDocument| {
            let context = context(document);
            let known = self.0.get(&document.source.provenance.path);
            let known = known.filter(|known| known.document.is_of(document) && known.context == context);
            (known.map_or_else(|| Arc::new(make(document)), |known| known.value.clone()), context)
        };
        let made: Vec<(Arc<T>, C)> = documents.par_iter().map(value).collect();
        let values = made.iter().map(|(value, _)| value.clone()).collect();
        let known = |(document, (value, context)): (&DossierDocument, (Arc<T>, C))| {
            let path = document.source.provenance.path.clone();
            (path, Known { document: Identity::of(document), context, value })
        };
        self.0 = documents.iter().zip(made).map(known).collect();
        values
    }
}

/// A value for each group of mentions of the last dossier, by the place of its first mention.
#[derive(Debug)]
pub(super) struct Groups<T> {
    documents: Vec<Identity>,
    known: HashMap<(usize, usize), Arc<(Cluster, T)>>,
}

impl<T> Default for Groups<T> {
    fn default() -> Self {
        Self { documents: Vec::new(), known: HashMap::new() }
    }
}

impl<T: Clone + Send + Sync> Groups<T> {
    /// The value of each cluster, in their order; made where the cluster, its place among the documents, or a
    /// document that it is told in is another than last time.
    pub(super) fn of_all(
        &mut self,
        clusters: &[Cluster],
        documents: &[DossierDocument],
        make: impl Fn(&Cluster) -> T + Sync,
    ) -> Vec<T> {
        let is_same = |(at, document)| self.documents.get(at).is_some_and(|known: &Identity| known.is_of(document));
        let same: Vec<bool> = documents.iter().enumerate().map(is_same).collect();
        let value = |cluster: &Cluster| {
            let known = cluster.mentions.first().and_then(|first| self.known.get(&first.place)).cloned();
            let is_alike = |known: &Cluster| {
                known.is_told_like(cluster) && cluster.mentions.iter().all(|joined| same[joined.place.0])
            };
            known.filter(|known| is_alike(&known.0)).unwrap_or_else(|| Arc::new((cluster.clone(), make(cluster))))
        };
        let made: Vec<Arc<(Cluster, T)>> = clusters.par_iter().map(value).collect();
        let values = made.par_iter().map(|known| known.1.clone()).collect();
        let known = |known: Arc<(Cluster, T)>| Some((known.0.mentions.first()?.place, known));
        self.known = made.into_iter().filter_map(known).collect();
        self.documents = documents.iter().map(Identity::of).collect();
        values
    }
}
