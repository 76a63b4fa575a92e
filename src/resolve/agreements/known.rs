//! Agreements that authority files list: by name, by acronym, and by descriptions where the parties fit.

use std::collections::{BTreeMap, BTreeSet};

use super::forms::{mention, name_form, parties, words};
use super::{Corpus, Place};
use crate::model::AgreementForm;
use crate::resolve::actors::sentence_of;
use crate::text::compare::fold;

/// What the authority files say, as it is looked up.
pub struct KnownAgreements {
    /// By comparison form; `None` where two have the name.
    names: BTreeMap<String, Option<usize>>,
    /// Descriptions by their last word.
    descriptions: BTreeMap<String, Vec<(String, usize)>>,
    /// The parties of each, as actors.
    parties: Vec<BTreeSet<usize>>,
}

impl KnownAgreements {
    pub fn new(corpus: Corpus<'_>) -> Self {
        let agreements = &corpus.authority.agreements;
        let mut names: BTreeMap<String, Option<usize>> = BTreeMap::new();
        let mut descriptions: BTreeMap<String, Vec<(String, usize)>> = BTreeMap::new();
        for (number, agreement) in agreements.iter().enumerate() {
            for name in std::iter::once(&agreement.name).chain(&agreement.variants) {
                let known = names.entry(name_form(name)).or_insert(Some(number));
                *known = known.filter(|&known| known == number);
            }
            for description in agreement.descriptions.iter().map(|words| fold(words)) {
                let last = description.rsplit(' ').next().unwrap_or_default().to_owned();
                descriptions.entry(last).or_default().push((description, number));
            }
        }
        let actors = actors_by_name(corpus);
        let of = |names: &Vec<String>| names.iter().filter_map(|name| actors.get(&fold(name))).copied().collect();
        let parties = agreements.iter().map(|agreement| of(&agreement.parties)).collect();
        Self { names, descriptions, parties }
    }

    /// The agreement of a name.
    pub fn by_name(&self, form: &str) -> Option<usize> {
        self.names.get(form).copied().flatten()
    }

    /// The parties of an agreement that are actors of the dossier.
    pub fn parties(&self, number: usize) -> &BTreeSet<usize> {
        &self.parties[number]
    }

    /// The one agreement that a mention describes, where its sentence names parties of it and no other.
    pub fn by_description(&self, corpus: Corpus<'_>, place: Place) -> Option<usize> {
        if self.descriptions.is_empty() || mention(corpus, place).form < AgreementForm::Unnamed {
            return None;
        }
        let said = format!(" {} ", fold(&words(corpus, place)));
        let heard = said.split_whitespace().filter_map(|word| self.descriptions.get(word)).flatten();
        let heard: BTreeSet<usize> = heard
            .filter(|(description, _)| said.contains(&format!(" {description} ")))
            .map(|&(_, number)| number)
            .collect();
        if heard.is_empty() {
            return None;
        }
        let own = parties(corpus, place);
        let near = if own.is_empty() { countries_near(corpus, place) } else { own };
        let fits = |number: &usize| {
            let parties = &self.parties[*number];
            !near.is_empty() && !parties.is_empty() && near.is_subset(parties)
        };
        let mut fits = heard.into_iter().filter(fits);
        fits.next().filter(|_| fits.next().is_none())
    }
}

/// The countries of the sentence: those it names and those of the persons it names.
fn countries_near(corpus: Corpus<'_>, (document, number): Place) -> BTreeSet<usize> {
    let document = &corpus.documents[document];
    let sentence = sentence_of(document, document.annotations.agreements[number].span);
    let names = &document.annotations.names;
    let from = names.partition_point(|name| name.span.end <= sentence.start);
    let near = names[from..].iter().zip(&document.mention_actors[from..]);
    let actors = near.take_while(|(name, _)| name.span.start < sentence.end).filter_map(|(_, actor)| *actor);
    let codes: BTreeSet<&str> = actors.filter_map(|actor| corpus.actors[actor].country.as_deref()).collect();
    codes.into_iter().filter_map(|code| corpus.states.get(code)).copied().collect()
}

/// The actors by their names and spellings; of two that share one, neither.
fn actors_by_name(corpus: Corpus<'_>) -> BTreeMap<String, usize> {
    let mut names: BTreeMap<String, Option<usize>> = BTreeMap::new();
    for (number, actor) in corpus.actors.iter().enumerate() {
        let own = std::iter::once(&actor.name).chain(actor.variants.iter().map(|variant| &variant.text));
        for name in own {
            let known = names.entry(fold(name)).or_insert(Some(number));
            *known = known.filter(|&known| known == number);
        }
    }
    names.into_iter().filter_map(|(name, number)| Some((name, number?))).collect()
}
