//! [`Found`]: what the words of all pages go into, the search index and the index from A to Z.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::edition::Place;
use crate::model::{OutputFile, SearchRecord};
use crate::page::{Site, Terms};
use crate::search;

/// How a site is searched.
#[derive(Debug)]
pub(super) struct Found {
    /// The index from A to Z with its key words.
    pub terms: Arc<Terms>,
    /// The search index.
    pub files: Vec<OutputFile>,
    /// Where all of it stands, but for `terms.html`, which every site has.
    pub places: BTreeMap<String, Place>,
}

impl Found {
    /// Reads what the site shows, `documents` being how many it has.
    pub(super) fn new(site: &Site, documents: usize) -> Self {
        let records = records(site, documents);
        let terms = Arc::new(site.terms(search::key_words(&records)));
        let files = search::index(records);
        let site = site.clone().with_terms(terms.clone());
        let letters = site.letter_pages().map(|kind| (site.path(&kind), Place::Page(kind)));
        let index = files.iter().enumerate().map(|(number, file)| (file.path.clone(), Place::Found(number)));
        let places = letters.chain(index).collect();
        Self { terms, files, places }
    }
}

fn records(site: &Site, documents: usize) -> Vec<SearchRecord> {
    let stories: Vec<Vec<SearchRecord>> =
        (0..documents).into_par_iter().map(|document| site.document_records(document)).collect();
    stories.into_iter().flatten().chain(site.fact_records()).collect()
}
