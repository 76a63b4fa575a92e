//! Attribution: which actor the words next to a quotation name.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::actors::{RoleForm, role_form, sentence_of};
use super::joint;
use super::pronouns::{Last, meant};
use super::said::said_on;
use crate::model::{DossierDocument, Evidence, NameKind, Quotation, QuotationKind, QuotationMention};
use crate::text::compare::tidy;
use crate::text::lexicon::{OFFICES, RELATIVES};

/// The quotations of the corpus and the statements it reports, by document and place. A speaker is an
/// actor only where a name in the speaker's words belongs to one, a role in them has one bearer in the
/// story, a pronoun has one person it can mean, or the speakers are unnamed (`unnamed`, by document and
/// place, for quotations); other words stay words.
pub fn resolve_quotations(
    documents: &[DossierDocument],
    unnamed: &BTreeMap<(usize, usize), usize>,
) -> (Vec<Quotation>, Vec<Quotation>) {
    let (quotations, reported): (Vec<_>, Vec<_>) =
        documents.par_iter().enumerate().map(|(number, document)| of_document(number, document, unnamed)).unzip();
    (quotations.concat(), reported.concat())
}

/// The quotations and the reported statements of document `number`.
fn of_document(
    number: usize,
    document: &DossierDocument,
    unnamed: &BTreeMap<(usize, usize), usize>,
) -> (Vec<Quotation>, Vec<Quotation>) {
    let (mut quotations, mut reported) = (Vec::new(), Vec::new());
    let mut turn = Turn::default();
    for (mention, index) in in_order(document) {
        let nobody = index.and_then(|index| unnamed.get(&(number, index))).copied();
        let (speaker, joint) = turn.take(document, mention, nobody);
        let found = Quotation { speaker, joint, ..quotation(number, document, mention) };
        if index.is_some() { quotations.push(found) } else { reported.push(found) }
    }
    (quotations, reported)
}

/// The quotations, with their index, and the reported statements of a document in the order of its text.
fn in_order(document: &DossierDocument) -> Vec<(&QuotationMention, Option<usize>)> {
    let quotations = document.annotations.quotations.iter().enumerate().map(|(index, mention)| (mention, Some(index)));
    let reported = document.annotations.reported.iter().map(|mention| (mention, None));
    let mut all: Vec<_> = quotations.chain(reported).collect();
    all.sort_by_key(|(mention, index)| (mention.span.start, index.is_some()));
    all
}

/// Who spoke before, while a document is read.
#[derive(Debug, Default)]
struct Turn {
    last: Option<Last>,
    /// Those who spoke together last.
    together: Vec<usize>,
}

impl Turn {
    /// The speaker of the next quotation, or those who speak together.
    fn take(
        &mut self,
        document: &DossierDocument,
        mention: &QuotationMention,
        nobody: Option<usize>,
    ) -> (Option<usize>, Vec<usize>) {
        let again = self.last.filter(|last| mention.speaker == Some(last.speaker));
        let speaker = match (nobody, again) {
            (Some(unnamed), _) => Some(unnamed),
            (None, Some(last)) => last.actor,
            (None, None) => speaker(document, mention, self.last),
        };
        let own = joint::speakers(document, mention);
        let said_by_them = own.is_empty() && speaker.is_none() && joint::is_they(document, mention);
        let joint = match (said_by_them, self.together.is_empty()) {
            (false, _) => own,
            (true, false) => self.together.clone(),
            (true, true) => joint::named_before(document, mention),
        };
        if mention.speaker.is_some() {
            self.together.clone_from(&joint);
        }
        let speaker = speaker.filter(|_| joint.is_empty());
        self.last = mention.speaker.map(|words| Last { speaker: words, actor: speaker }).or(self.last);
        (speaker, joint)
    }
}

/// The actor that the speaker's words name or mean.
fn speaker(document: &DossierDocument, mention: &QuotationMention, last: Option<Last>) -> Option<usize> {
    let name = mention.speaker_name.filter(|&name| names_speaker(document, mention, name));
    let named = name.and_then(|name| document.mention_actors.get(name).copied().flatten());
    named.or_else(|| role_bearer(document, mention)).or_else(|| meant(document, mention, last))
}

/// False for the name in `the U.S. president`: an office stands behind it.
fn names_speaker(document: &DossierDocument, mention: &QuotationMention, name: usize) -> bool {
    let Some(speaker) = mention.speaker else { return false };
    let name = &document.annotations.names[name];
    let last = speaker.of(&document.source.text).split_whitespace().next_back().unwrap_or_default();
    name.kind == NameKind::Person || name.span.end >= speaker.end || !OFFICES.has(last)
}

/// The only actor of the story that bears the role in the speaker's words (`the Deputy Secretary`).
fn role_bearer(document: &DossierDocument, mention: &QuotationMention) -> Option<usize> {
    let words = mention.speaker?.of(&document.source.text);
    let article = words.split_whitespace().next()?;
    let is_definite = article.eq_ignore_ascii_case("the");
    let title = words.get(article.len()..)?.trim();
    let wanted = RoleForm::of(title, "");
    if !is_definite || !wanted.names_office() {
        return None;
    }
    let story = document.story_at(mention.span.start);
    let mut bearers: BTreeSet<usize> = BTreeSet::new();
    for (name, actor) in document.annotations.names.iter().zip(&document.mention_actors) {
        let (Some(actor), Some(role)) = (actor, name.role) else { continue };
        if document.story_at(name.span.start) == story && role_form(document, role).may_be(&wanted) {
            bearers.insert(*actor);
        }
    }
    bearers.first().copied().filter(|_| bearers.len() == 1)
}

fn quotation(number: usize, document: &DossierDocument, mention: &QuotationMention) -> Quotation {
    let text = document.source.text.as_str();
    let story = &document.stories[document.story_at(mention.span.start)];
    Quotation {
        id: format!("{}-{}-{}", prefix(mention.kind), document.id, mention.span.start),
        evidence: Evidence { document: number, span: sentence_of(document, mention.span), focus: mention.span },
        kind: mention.kind,
        text: tidy(said_words(mention, text)),
        speaker: None,
        joint: Vec::new(),
        speaker_words: mention.speaker.map(|span| tidy(without_relative(span.of(text)))),
        said_on: said_on(document, mention),
        reported: story.date.edtf,
    }
}

/// Quoted words without their marks; the marks in a reported statement are part of it.
fn said_words<'t>(mention: &QuotationMention, text: &'t str) -> &'t str {
    let words = mention.span.of(text);
    match mention.kind {
        QuotationKind::Reported => words,
        _ => words.trim_matches(|mark| matches!(mark, '“' | '”' | '"' | '«' | '»' | '„' | '「' | '」')),
    }
}

fn prefix(kind: QuotationKind) -> &'static str {
    if kind == QuotationKind::Reported { "r" } else { "q" }
}

/// `Doe` of `Doe, who`.
fn without_relative(words: &str) -> &str {
    match words.trim_end().rsplit_once(char::is_whitespace) {
        Some((before, last)) if RELATIVES.has(last) && last.starts_with(char::is_lowercase) => {
            before.trim_end().trim_end_matches(',')
        }
        _ => words,
    }
}
