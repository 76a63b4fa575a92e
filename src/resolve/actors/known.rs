//! [`Known`]: what is known before names are compared: the user's files, and how the corpus as a
//! whole calls a name.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::groups::Bounds;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Authority, DossierDocument, NameKind, NameMention};
use crate::text::compare::fold;

/// A kind is clear where it has so many times the mentions of all others.
const CLEAR_MAJORITY: usize = 2;

/// What decides about the names of a document beside the document and the authority.
#[derive(Debug, PartialEq, Eq)]
pub struct Context {
    /// The kind of each mention, and whether it may be a person's name.
    called: Vec<(NameKind, bool)>,
    /// The authority's actor behind each country code.
    countries: Arc<BTreeMap<String, usize>>,
}

/// What is known of names before they are compared.
pub struct Known<'k> {
    /// The user's authority.
    pub authority: &'k Authority,
    /// The authority's actors by the comparison forms of their names.
    names: BTreeMap<String, Vec<usize>>,
    /// The authority's actor behind each country code.
    countries: Arc<BTreeMap<String, usize>>,
    /// The `never_merge` rules that a name stands in, with its place in each.
    apart: BTreeMap<String, Vec<(usize, usize)>>,
    /// The comparison form of every spelling of the corpus.
    folded: HashMap<&'k str, String>,
    /// What the corpus calls a name that is no country's, by its comparison form.
    called: HashMap<String, Called>,
}

/// How often something is called each kind, in the order of [`KINDS`].
type Kinds = [usize; KINDS.len()];

/// The kinds in the order of their declaration.
const KINDS: [NameKind; 4] = [NameKind::Person, NameKind::Organisation, NameKind::Place, NameKind::Other];

/// What a corpus calls a name.
#[derive(Debug, Clone, Copy)]
struct Called {
    /// The clear kind of a name that is called different ones.
    kind: Option<NameKind>,
    /// True for a name that is hardly ever called anything but a person.
    is_stray: bool,
}

impl Called {
    fn of(kinds: Kinds) -> Self {
        let total: usize = kinds.iter().sum();
        let persons = kinds[NameKind::Person as usize];
        let is_clear = |count: usize| count > 1 && count >= CLEAR_MAJORITY * (total - count);
        let differs = kinds.iter().filter(|&&count| count > 0).count() > 1;
        let clear = KINDS.into_iter().find(|&kind| differs && is_clear(kinds[kind as usize]));
        Self { kind: clear, is_stray: total <= 2 * persons + 1 }
    }
}

impl<'k> Known<'k> {
    /// Reads the authority and looks over the names of the corpus.
    pub fn new(authority: &'k Authority, documents: &'k [DossierDocument]) -> Self {
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
        let mut known =
            Self { authority, names, countries: Arc::default(), apart, folded: HashMap::new(), called: HashMap::new() };
        known.look_over(documents);
        known
    }

    fn look_over(&mut self, documents: &'k [DossierDocument]) {
        let mut spelt: HashMap<&str, Kinds> = HashMap::new();
        let mut coded: HashSet<(&str, &str)> = HashSet::new();
        let mut countries = BTreeMap::new();
        for document in documents {
            for mention in &document.annotations.names {
                let words = mention.span.of(&document.source.text);
                let kinds = spelt.entry(words).or_default();
                match &mention.country {
                    None => kinds[mention.kind as usize] += 1,
                    Some(code) if mention.kind == NameKind::Place && coded.insert((code, words)) => {
                        if let [actor] = self.actors(&fold(words)) {
                            countries.entry(code.clone()).or_insert(*actor);
                        }
                    }
                    Some(_) => {}
                }
            }
        }
        self.countries = Arc::new(countries);
        self.folded = spelt.keys().map(|&words| (words, fold(words))).collect();
        let mut called: HashMap<&str, Kinds> = HashMap::new();
        for (words, kinds) in &spelt {
            let all = called.entry(self.folded[words].as_str()).or_default();
            all.iter_mut().zip(kinds).for_each(|(all, own)| *all += own);
        }
        let called = called.into_iter().filter(|(_, kinds)| *kinds != Kinds::default());
        self.called = called.map(|(folded, kinds)| (folded.to_owned(), Called::of(kinds))).collect();
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
        self.called.get(folded).and_then(|called| called.kind).filter(|_| !is_sure).unwrap_or(mention.kind)
    }

    /// True for a name that is hardly ever called anything but a person, and no authority's.
    pub fn may_be_person(&self, folded: &str) -> bool {
        self.called.get(folded).is_some_and(|called| called.is_stray) && self.actors(folded).is_empty()
    }

    /// What the corpus says of the names of a document.
    pub fn context(&self, document: &DossierDocument) -> Context {
        let called = |mention: &NameMention| {
            let folded = self.folded(mention.span.of(&document.source.text));
            (self.kind(folded, mention), self.may_be_person(folded))
        };
        let called = document.annotations.names.iter().map(called).collect();
        Context { called, countries: self.countries.clone() }
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
