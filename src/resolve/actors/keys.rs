//! Keys: what the mentions of a document are found by, read with the names around them.

use std::collections::{BTreeMap, BTreeSet};

use super::known::Known;
use super::lexicon::{capital, country, country_name, is_side, place_of};
use super::metonyms;
use super::standing::is_age;
use crate::model::{AgreementForm, DossierDocument, MergeRule, NameKind, NameMention};
use crate::text::Span;
use crate::text::compare::fold;

/// What the names of a document tell about each other.
pub struct Keys<'d> {
    document: &'d DossierDocument,
    known: &'d Known<'d>,
    /// The first and last words of its persons: what a surname alone may be, whatever it was taken for.
    ends: BTreeSet<String>,
    /// The countries whose names begin with a side (`north`).
    sides: BTreeMap<String, BTreeSet<String>>,
}

impl<'d> Keys<'d> {
    /// Looks over the names of a document.
    pub fn new(document: &'d DossierDocument, known: &'d Known<'d>) -> Self {
        let mut keys = Self { document, known, ends: BTreeSet::new(), sides: BTreeMap::new() };
        for mention in &document.annotations.names {
            if mention.kind == NameKind::Person {
                if let Some((first, rest)) = keys.folded(mention).split_once(' ') {
                    keys.ends.insert(first.to_owned());
                    keys.ends.extend(rest.rsplit(' ').next().map(str::to_owned));
                }
            } else if let Some(code) = mention.country.as_deref().filter(|_| mention.kind == NameKind::Place) {
                let side = country_name(code).and_then(|name| name.split_once(' ')).map(|(first, _)| fold(first));
                if let Some(side) = side.filter(|side| is_side(side)) {
                    keys.sides.entry(side).or_default().insert(code.to_owned());
                }
            }
        }
        keys
    }

    /// True for the name of an agreement (`the Norwick Accord`), which has a page of its own.
    pub fn is_agreement(&self, mention: &NameMention) -> bool {
        let agreements = &self.document.annotations.agreements;
        let first = agreements.partition_point(|agreement| agreement.span.end <= mention.span.start);
        let is_named =
            |form: AgreementForm| matches!(form, AgreementForm::Named | AgreementForm::Known | AgreementForm::Acronym);
        let may_be = matches!(mention.kind, NameKind::Organisation | NameKind::Other);
        let mut near = agreements[first..].iter().take_while(|agreement| agreement.span.start < mention.span.end);
        may_be
            && near.any(|agreement| {
                is_named(agreement.form)
                    && agreement.span.contains(mention.span)
                    && agreement.span.end == mention.span.end
            })
    }

    fn folded(&self, mention: &NameMention) -> &'d str {
        self.known.folded(mention.span.of(&self.document.source.text))
    }

    /// The kind and key of a mention, and the rule it came by; `None` for what is no actor. `owner` is
    /// the country in front of it.
    pub fn key(&self, mention: &NameMention, owner: Option<&str>) -> Option<(NameKind, String, Option<MergeRule>)> {
        let text = self.document.source.text.as_str();
        let folded = self.folded(mention);
        if folded.is_empty() {
            return None;
        }
        if mention.kind == NameKind::Place {
            if let Some(code) = self.only_side(mention.span, folded) {
                return Some((NameKind::Place, code, Some(MergeRule::ShortForm)));
            }
            let is_person = self.ends.contains(folded) && country(folded).is_none();
            if let Some(code) = capital(folded).filter(|_| metonyms::acts(text, mention.span)) {
                // the daughter called Paris, in a text that names her
                return Some(match is_person {
                    true => (NameKind::Person, folded.to_owned(), None),
                    false => (NameKind::Place, code.to_owned(), Some(MergeRule::Metonym)),
                });
            }
            if is_age(&text[mention.span.end..]) {
                return None; // `Georgia, 27,` is somebody whose surname is not said
            }
        }
        let is_stray = mention.country.is_none() && self.ends.contains(folded) && self.known.may_be_person(folded);
        if is_stray && capital(folded).is_none() && !metonyms::is_located(text, mention.span) {
            return Some((NameKind::Person, folded.to_owned(), None));
        }
        let is_known = self.known.actors(folded).len() == 1;
        let key = match (self.known.kind(folded, mention), &mention.country) {
            (NameKind::Other, _) if !is_known => return None,
            (NameKind::Place, Some(country)) => (NameKind::Place, country.clone()),
            (NameKind::Place, None) => (NameKind::Place, place(text, mention.span, folded)),
            (NameKind::Organisation, _) => (NameKind::Organisation, format!("{folded}|{}", owner.unwrap_or_default())),
            (kind, _) => (kind, folded.to_owned()),
        };
        Some((key.0, key.1, None))
    }

    /// The country that `the North` is: the only one of the document whose name begins so.
    fn only_side(&self, span: Span, folded: &str) -> Option<String> {
        let codes = self.sides.get(folded).filter(|codes| codes.len() == 1)?;
        let text = self.document.source.text.as_str();
        let has_article = ["the ", "The "].iter().any(|article| text[..span.start].ends_with(article));
        codes.first().filter(|_| has_article).cloned()
    }

    /// The country whose name or capital stands in front of a mention (`Japan’s Defense Ministry`).
    pub fn owner(&self, index: usize) -> Option<String> {
        let names = &self.document.annotations.names;
        let (before, own) = (names.get(index.checked_sub(1)?)?, &names[index]);
        if own.kind != NameKind::Organisation {
            return None;
        }
        let gap = self.document.source.text.get(before.span.end..own.span.start)?;
        let is_owner = matches!(gap, "’s " | "'s " | "’ " | "' ") || gap == " " && before.kind == NameKind::Other;
        let code = || before.country.clone().or_else(|| capital(self.folded(before)).map(str::to_owned));
        is_owner.then(code).flatten()
    }
}

/// What a place is found by: its country's code, the name an abbreviation stands for, its own.
fn place(text: &str, span: Span, folded: &str) -> String {
    let has_point = text[..span.end].ends_with('.') || text[span.end..].starts_with('.');
    place_of(folded, has_point).or_else(|| country(folded)).unwrap_or(folded).to_owned()
}
