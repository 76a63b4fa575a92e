//! [`Known`]: what is known before names are compared: the user's files, and how the corpus as a
//! whole calls a name.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::groups::Bounds;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Authority, DossierDocument, NameKind, NameMention};
use crate::text::compare::fold;

/// A kind is clear where it has so many times the mentions of all others.
const CLEAR_MAJORITY: usize = 2;

/// What is known of names before they are compared.
pub struct Known<'k> {
    /// The user's authority.
    pub authority: &'k Authority,
    /// The authority's actors by the comparison forms of their names.
    names: BTreeMap<String, Vec<usize>>,
    /// The authority's actor behind each country code.
    countries: BTreeMap<String, usize>,
    /// The `never_merge` rules that a name stands in, with its place in each.
    apart: BTreeMap<String, Vec<(usize, usize)>>,
    /// The comparison form of every spelling of the corpus.
    folded: HashMap<String, String>,
    /// Names that are hardly ever called anything but a person.
    strays: BTreeSet<String>,
    /// The kind of names that are called different kinds, where one is clear.
    kinds: BTreeMap<String, NameKind>,
}

impl<'k> Known<'k> {
    /// Reads the authority and looks over the names of the corpus.
    pub fn new(authority: &'k Authority, documents: &[DossierDocument]) -> Self {
        let mut names: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, actor) in authority.actors.iter().enumerate() {
            for name in std::iter::once(&actor.name).chain(&actor.variants) {
                let indices = names.entry(fold(name)).or_default();
                if !indices.contains(&index) {
                    indices.push(index);
                }
            }
        }
        let mut apart: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
        for (rule, never) in authority.never_merge.iter().enumerate() {
            let mut places: BTreeSet<String> = BTreeSet::new();
            for (place, name) in never.names.iter().enumerate() {
                // a name given twice keeps nothing apart from itself
                if places.insert(fold(name)) {
                    apart.entry(fold(name)).or_default().push((rule, place));
                }
            }
        }
        let mut known = Self {
            authority,
            names,
            countries: BTreeMap::new(),
            apart,
            folded: HashMap::new(),
            strays: BTreeSet::new(),
            kinds: BTreeMap::new(),
        };
        known.look_over(documents);
        known
    }

    fn look_over(&mut self, documents: &[DossierDocument]) {
        let mut counts: BTreeMap<String, BTreeMap<NameKind, usize>> = BTreeMap::new();
        for document in documents {
            for mention in &document.annotations.names {
                let words = mention.span.of(&document.source.text);
                if !self.folded.contains_key(words) {
                    self.folded.insert(words.to_owned(), fold(words));
                }
                let folded = &self.folded[words];
                if mention.country.is_none() {
                    *counts.entry(folded.clone()).or_default().entry(mention.kind).or_default() += 1;
                } else if mention.kind == NameKind::Place
                    && let Some(code) = &mention.country
                    && let Some([actor]) = self.names.get(folded).map(Vec::as_slice)
                {
                    self.countries.entry(code.clone()).or_insert(*actor);
                }
            }
        }
        for (folded, kinds) in &counts {
            let persons = kinds.get(&NameKind::Person).copied().unwrap_or(0);
            if kinds.values().sum::<usize>() <= 2 * persons + 1 {
                self.strays.insert(folded.clone());
            }
        }
        for (folded, kinds) in counts.into_iter().filter(|(_, kinds)| kinds.len() > 1) {
            let total: usize = kinds.values().sum();
            let clear = kinds.into_iter().find(|(_, count)| *count > 1 && *count >= CLEAR_MAJORITY * (total - count));
            self.kinds.extend(clear.map(|(kind, _)| (folded, kind)));
        }
    }

    /// The comparison form of a spelling of the corpus.
    pub fn folded(&self, words: &str) -> &str {
        self.folded.get(words).map_or("", String::as_str)
    }

    /// The authority's actors that a comparison form names.
    pub fn actors(&self, folded: &str) -> &[usize] {
        self.names.get(folded).map_or(&[], Vec::as_slice)
    }

    /// The authority's actor that is a country.
    pub fn country_actor(&self, code: &str) -> Option<usize> {
        self.countries.get(code).copied()
    }

    /// The kind of a mention: as it was found, unless nearly all others of that name are of another
    /// kind. A person with a role stays one.
    pub fn kind(&self, folded: &str, mention: &NameMention) -> NameKind {
        let is_sure = mention.country.is_some() || mention.role.is_some();
        self.kinds.get(folded).copied().filter(|_| !is_sure).unwrap_or(mention.kind)
    }

    /// True for a name that is hardly ever called anything but a person, and no authority's.
    pub fn may_be_person(&self, folded: &str) -> bool {
        self.strays.contains(folded) && self.actors(folded).is_empty()
    }

    /// What keeps a name apart from others.
    pub fn bounds(&self, folded: &str, authority: Option<usize>) -> Bounds {
        let mut apart: Vec<(usize, usize)> = self.apart.get(folded).cloned().unwrap_or_default();
        if let Some(actor) = authority.map(|index| &self.authority.actors[index]) {
            for name in [fold(&actor.name), fold(&actor.id)] {
                apart.extend(self.apart.get(&name).into_iter().flatten());
            }
        }
        Bounds { authority, apart: apart.into_iter().collect() }
    }

    /// A finding for each of these names, which fit several actors of the authority.
    pub fn contested<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> Vec<Diagnostic> {
        let mut said: BTreeMap<&str, &str> = BTreeMap::new();
        for words in names {
            said.entry(self.folded(words)).or_insert(words);
        }
        let finding = |words: &&str| {
            Diagnostic::of_file(
                "authority",
                Code::ActorAmbiguous,
                format!("“{words}” is a name of several actors; its mentions belong to none"),
                "remove the variant from all but one actor, or split the mentions in overrides.toml",
            )
        };
        said.values().map(finding).collect()
    }
}
