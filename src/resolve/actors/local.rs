//! Within a document: which names are one, and what short forms stand for.
//!
//! The stories of a file are contexts of their own: a short form looks for its name in its story
//! first, then in the whole file. Two that fit: neither, and both are remembered.

use std::collections::{BTreeMap, BTreeSet};

use super::describe::is_formal;
use super::forms::{BodyForm, Part, PersonForm};
use super::groups::{Bounds, Groups};
use super::keys::Keys;
use super::known::Known;
use super::lexicon::LONE_BODIES;
use super::roles::{Fit, Profile, role_form};
use super::shorts::Shorts;
use crate::model::{DossierDocument, Edtf, MergeRule, NameKind};

/// A name in the shape it is compared in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// A person's.
    Person(PersonForm),
    /// An organisation's.
    Body(BodyForm),
    /// A country's, by its code.
    Country(String),
    /// A place's, folded.
    Place(String),
}

impl Form {
    /// The form of a name's words; `key` is what they are found by.
    fn of(kind: NameKind, words: &str, owner: Option<&str>, key: &str) -> Self {
        let is_code = key.len() == 2 && key.bytes().all(|byte| byte.is_ascii_uppercase());
        match kind {
            NameKind::Person => Self::Person(PersonForm::of(words)),
            NameKind::Organisation => Self::Body(BodyForm::of(words, owner)),
            NameKind::Place if is_code => Self::Country(key.to_owned()),
            NameKind::Place | NameKind::Other => Self::Place(key.to_owned()),
        }
    }
}

/// A comparison form of one kind in a document.
#[derive(Debug, Clone)]
pub struct Name {
    /// What it names.
    pub kind: NameKind,
    /// Its shape.
    pub form: Form,
    /// Its mentions with the rule they came by, where it is not the name itself.
    pub mentions: Vec<(usize, Option<MergeRule>)>,
    /// The stories of its mentions.
    pub stories: BTreeSet<usize>,
    /// What its roles say.
    pub profile: Profile,
    /// Several actors of the authority bear it: it can only be short for another.
    pub is_contested: bool,
}

/// The mentions of a document that are one actor, as far as the document tells.
#[derive(Debug, Clone)]
pub struct Local {
    /// What it is.
    pub kind: NameKind,
    /// The shapes of its full names; for a surname alone, that.
    pub forms: Vec<Form>,
    /// What each of the forms is found by across documents.
    pub keys: Vec<FormKeys>,
    /// The mentions, sorted, each with its rule.
    pub mentions: Vec<(usize, Option<MergeRule>)>,
    /// The date of the document.
    pub date: Option<Edtf>,
    /// What keeps it apart from others.
    pub bounds: Bounds,
    /// What its roles say.
    pub profile: Profile,
    /// Which end of the name short forms were: first words, last words.
    pub short_ends: (usize, usize),
}

/// What a form is found by.
#[derive(Debug, Clone, Default)]
pub struct FormKeys {
    /// What equal names have in common.
    pub own: String,
    /// The same of the other orders of a full name.
    pub turned: Vec<String>,
}

impl FormKeys {
    fn of(form: &Form) -> Self {
        match form {
            Form::Person(form) if form.is_full() => Self { own: form.squashed(), turned: form.turned() },
            Form::Body(form) => Self { own: form.key(), turned: Vec::new() },
            Form::Person(_) | Form::Country(_) | Form::Place(_) => Self::default(),
        }
    }
}

impl Local {
    /// The full names of a person, with what they are found by.
    pub fn full_names(&self) -> impl Iterator<Item = (&PersonForm, &FormKeys)> {
        self.forms.iter().zip(&self.keys).filter_map(|(form, keys)| match form {
            Form::Person(form) if form.is_full() => Some((form, keys)),
            _ => None,
        })
    }

    /// The names of a body that are its own, with what they are found by; an acronym only where it has no other.
    pub fn own_names(&self) -> impl Iterator<Item = (&BodyForm, &str)> {
        let bodies = || {
            self.forms.iter().zip(&self.keys).filter_map(|(form, keys)| match form {
                Form::Body(form) => Some((form, keys.own.as_str())),
                _ => None,
            })
        };
        let has_name = bodies().any(|(form, _)| !form.is_acronym);
        bodies().filter(move |(form, _)| form.is_acronym != has_name)
    }
}

/// The actors of one document.
#[derive(Debug, Default)]
pub struct Locals {
    /// By first name of each.
    pub locals: Vec<Local>,
    /// Mentions that fit several of them (by index into `locals`).
    pub doubts: Vec<(usize, Vec<usize>)>,
    /// Mentions that several actors of the authority fit.
    pub contested: Vec<usize>,
}

/// The names of a document while they are compared.
pub struct Board {
    /// The names.
    pub names: Vec<Name>,
    /// Which are one.
    pub groups: Groups,
}

/// Decides within a document: by that and its [context](Known::context) alone.
pub fn locals(document: &DossierDocument, known: &Known<'_>) -> Locals {
    let mut board = Board { names: Vec::new(), groups: Groups::default() };
    let of_mention = board.read(document, known);
    board.join_declared(document, &of_mention);
    board.join_equal();
    board.join_longer();
    board.gather(document)
}

impl Board {
    /// Reads the names; returns the name of each mention.
    fn read(&mut self, document: &DossierDocument, known: &Known<'_>) -> Vec<Option<usize>> {
        let mut places: BTreeMap<(NameKind, String), usize> = BTreeMap::new();
        let names = &document.annotations.names;
        let keys = Keys::new(document, known);
        let mut of_mention = vec![None; names.len()];
        for (index, mention) in names.iter().enumerate() {
            let words = mention.span.of(&document.source.text);
            let folded = known.folded(words);
            let actors = known.actors(folded);
            if keys.is_agreement(mention) && actors.is_empty() {
                continue;
            }
            let owner = keys.owner(index);
            let Some((kind, key, rule)) = keys.key(mention, owner.as_deref()) else { continue };
            let place = *places.entry((kind, key.clone())).or_insert_with(|| {
                let authority = match (actors, kind) {
                    ([only], _) if rule.is_none() => Some(*only),
                    (_, NameKind::Place) => known.country_actor(&key),
                    _ => None,
                };
                self.names.push(Name {
                    kind,
                    form: Form::of(kind, words, owner.as_deref(), &key),
                    mentions: Vec::new(),
                    stories: BTreeSet::new(),
                    profile: Profile::default(),
                    is_contested: actors.len() > 1,
                });
                self.groups.add(known.bounds(folded, authority))
            });
            let name = &mut self.names[place];
            name.mentions.push((index, rule));
            name.stories.insert(document.story_at(mention.span.start));
            if let Some(role) = mention.role {
                name.profile.add(&role_form(document, role));
            }
            of_mention[index] = Some(place);
        }
        of_mention
    }

    /// Acronyms that the text declares; a person's short forms are decided here, not in the text.
    fn join_declared(&mut self, document: &DossierDocument, of_mention: &[Option<usize>]) {
        for (index, mention) in document.annotations.names.iter().enumerate() {
            let full = mention.stands_for.and_then(|whole| of_mention.get(whole).copied().flatten());
            let (Some(own), Some(full)) = (of_mention[index], full) else { continue };
            let is_person = |name: usize| self.names[name].kind == NameKind::Person;
            if is_person(own) || is_person(full) || own == full || !self.groups.join(own, full) {
                continue;
            }
            for (_, rule) in &mut self.names[own].mentions {
                rule.get_or_insert(MergeRule::Acronym);
            }
        }
    }

    /// Names that are equal in comparison form, in any order of given and family name.
    fn join_equal(&mut self) {
        let mut persons: BTreeMap<String, usize> = BTreeMap::new();
        let mut others: BTreeMap<String, usize> = BTreeMap::new();
        let mut actors: BTreeMap<usize, usize> = BTreeMap::new();
        for at in 0..self.names.len() {
            if let Some(actor) = self.groups.bounds(at).authority {
                let first = *actors.entry(actor).or_insert(at);
                self.groups.join(first, at);
            }
            let key = match &self.names[at].form {
                Form::Person(form) if form.is_full() => {
                    let first = *persons.entry(form.squashed()).or_insert(at);
                    self.groups.join(first, at);
                    continue;
                }
                Form::Body(form) => form.key(),
                Form::Person(_) | Form::Country(_) | Form::Place(_) => continue,
            };
            let first = *others.entry(key).or_insert(at);
            self.groups.join(first, at);
        }
        for at in 0..self.names.len() {
            let Form::Person(form) = &self.names[at].form else { continue };
            for turned in if form.is_full() { form.turned() } else { Vec::new() } {
                if let Some(&other) = persons.get(&turned)
                    && self.names[at].profile.fit(&self.names[other].profile) != Fit::Conflict
                {
                    self.groups.join(other, at);
                }
            }
        }
    }

    /// Names with and without middle names, legal forms and the like, where one longer name fits.
    fn join_longer(&mut self) {
        let shorts = Shorts::new(self);
        for at in shorts.by_length(self) {
            let fits: Vec<(usize, MergeRule)> =
                shorts.fits(self, at).into_iter().filter(|(_, rule)| joins_whole(*rule)).collect();
            let roots: BTreeSet<usize> = fits.iter().map(|(other, _)| self.groups.root(*other)).collect();
            if roots.len() == 1 && !self.names[at].is_contested && self.groups.join(fits[0].0, at) {
                for (_, rule) in self.names[at].mentions.iter_mut().filter(|_| fits[0].1 == MergeRule::Initials) {
                    rule.get_or_insert(MergeRule::Initials);
                }
            }
        }
    }

    /// The actors of the document: each group with the short forms that fit it alone.
    fn gather(&mut self, document: &DossierDocument) -> Locals {
        let shorts = Shorts::new(self);
        let mut found = Locals::default();
        let mut placed: BTreeMap<usize, Gathered> = BTreeMap::new();
        let mut doubts: Vec<(usize, Vec<usize>)> = Vec::new();
        let stories = shorts.stories(self);
        for at in 0..self.names.len() {
            let fits = shorts.fits(self, at);
            for &(mention, rule) in &self.names[at].mentions {
                let story = document.story_at(document.annotations.names[mention].span.start);
                match shorts.choose((self, at), &fits, (&stories, story), &role_profile(document, mention)) {
                    Choice::One(root, short) => {
                        let group = placed.entry(root).or_default();
                        group.mentions.push((mention, Some(short)));
                        let part = shorts.part(self, at, root);
                        group.short_ends.0 += usize::from(
                            part == Some(Part::First)
                                && is_formal(&document.source.text, &document.annotations.names[mention]),
                        );
                        group.short_ends.1 += usize::from(part == Some(Part::Last));
                    }
                    Choice::Several(roots) => doubts.push((mention, roots)),
                    Choice::Itself if self.names[at].is_contested => found.contested.push(mention),
                    Choice::Itself if self.is_bare(at) && shorts.members(self.groups.root(at)).len() < 2 => {}
                    Choice::Itself => placed.entry(self.groups.root(at)).or_default().mentions.push((mention, rule)),
                }
            }
        }
        let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
        for (root, mut gathered) in placed {
            gathered.mentions.sort_unstable();
            numbers.insert(root, found.locals.len());
            found.locals.push(Local { date: document.date.edtf, ..self.local(root, &shorts, gathered) });
        }
        let known = |roots: Vec<usize>| roots.iter().filter_map(|root| numbers.get(root).copied()).collect::<Vec<_>>();
        found.doubts = doubts.into_iter().map(|(mention, roots)| (mention, known(roots))).collect();
        found
    }

    fn is_bare(&self, at: usize) -> bool {
        matches!(&self.names[at].form, Form::Body(form) if form.is_bare() && !LONE_BODIES.has(&form.words[0]))
    }

    /// The group at `root`, with what `shorts` knows of it.
    fn local(&self, root: usize, shorts: &Shorts, found: Gathered) -> Local {
        let mut forms: Vec<Form> = shorts.members(root).iter().map(|&at| self.names[at].form.clone()).collect();
        forms.sort();
        forms.dedup();
        Local {
            kind: self.names[root].kind,
            keys: forms.iter().map(FormKeys::of).collect(),
            forms,
            mentions: found.mentions,
            date: None,
            bounds: self.groups.bounds(root).clone(),
            profile: shorts.profile(root).clone(),
            short_ends: found.short_ends,
        }
    }
}

/// What was gathered for a group.
#[derive(Debug, Default)]
struct Gathered {
    mentions: Vec<(usize, Option<MergeRule>)>,
    short_ends: (usize, usize),
}

/// What a mention of a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// The name itself.
    Itself,
    /// The group that alone fits.
    One(usize, MergeRule),
    /// These fit.
    Several(Vec<usize>),
}

/// Rules by which every mention of the short name is the long one, in the corpus too.
fn joins_whole(rule: MergeRule) -> bool {
    matches!(rule, MergeRule::MiddleNames | MergeRule::LegalForm | MergeRule::Initials)
}

/// What the role of one mention says.
fn role_profile(document: &DossierDocument, mention: usize) -> Profile {
    let mut profile = Profile::default();
    if let Some(role) = document.annotations.names[mention].role {
        profile.add(&role_form(document, role));
    }
    profile
}
