//! What is known of an actor in lists: all of it, what its page chooses where there is much, or a year.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::model::{DossierDocument, Evidence, Quotation, count_documents};
use crate::page::parts::QuotationView;
use crate::page::quotations::date;
use crate::page::rows::{EventRowView, Proof, SpellingView, TextRowView};
use crate::page::site::Site;
use crate::text::compare::tidy;

/// So many key events, quotations, statements and texts stand on the first page of an actor with much to tell.
const CHOSEN: [usize; 4] = [30, 20, 10, 40];

/// Of more texts no sentences are shown.
const MOST_PROOFS: usize = 40;

/// The rows of a page.
#[derive(Debug, Serialize)]
pub(super) struct Lists {
    pub events: Vec<EventRowView>,
    pub quotations: Vec<QuotationView>,
    pub reported: Vec<QuotationView>,
    pub texts: Vec<TextRowView>,
}

/// What is known of an actor, as indices into the lists of the dossier.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    /// By time.
    pub events: Vec<usize>,
    /// The newest first, undated ones last.
    pub quotations: Vec<usize>,
    pub reported: Vec<usize>,
    /// The mentions of each text that names it, as indices into those of the actor, latest text first, undated
    /// ones last.
    pub texts: Vec<Vec<usize>>,
    /// True where the actor has more than one spelling.
    pub has_spellings: bool,
}

impl Known {
    pub(super) fn of(site: &Site, number: usize) -> Self {
        let (dossier, index) = (site.dossier, &site.index);
        let shows = |told: &Quotation| dossier.documents[told.evidence.document].display().shows_words();
        let newest = |all: &[Quotation], own: &[usize]| {
            newest_first(all, own.iter().copied().filter(|&told| shows(&all[told])).collect())
        };
        let mut stories: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
        for (at, mention) in dossier.actors[number].mentions.iter().enumerate() {
            stories.entry(site.story_of(mention)).or_default().push(at);
        }
        let mut texts: Vec<((usize, usize), Vec<usize>)> = stories.into_iter().collect();
        texts.sort_by_cached_key(|(place, _)| {
            let day = site.story_date(*place).and_then(|edtf| edtf.earliest().or(edtf.latest()));
            (Reverse(day), *place)
        });
        Self {
            events: index.actor_events[number].clone(),
            quotations: newest(&dossier.quotations, &index.actor_quotations[number]),
            reported: newest(&dossier.reported, &index.actor_reported[number]),
            texts: texts.into_iter().map(|(_, mentions)| mentions).collect(),
            has_spellings: dossier.actors[number].variants.len() > 1,
        }
    }

    /// The events that most documents tell, of equal ones those highest in their text, by time; the latest
    /// statements and texts.
    pub(super) fn chosen(&self, site: &Site) -> Self {
        let [events, quotations, reported, texts] = CHOSEN;
        let mut key: Vec<usize> = self.events.clone();
        key.sort_by_key(|&event| {
            let evidence = &site.dossier.events[event].evidence;
            (Reverse(count_documents(evidence)), evidence.iter().map(|proof| proof.span.start).min(), event)
        });
        key.truncate(events);
        key.sort_unstable();
        Self {
            events: key,
            quotations: self.quotations.iter().take(quotations).copied().collect(),
            reported: self.reported.iter().take(reported).copied().collect(),
            texts: self.texts.iter().take(texts).cloned().collect(),
            has_spellings: self.has_spellings,
        }
    }
}

/// By the date that a row shows, or that of its text; the latest first, what has none last.
fn newest_first(all: &[Quotation], mut own: Vec<usize>) -> Vec<usize> {
    own.sort_by_cached_key(|&told| Reverse(date(&all[told]).and_then(|date| date.latest().or(date.earliest()))));
    own
}

/// The rows of what is known of an actor. A text from which another row has words does not show its sentence
/// again.
pub(super) fn lists(site: &Site, number: usize, known: &Known, base: &str) -> Lists {
    let (dossier, mentions) = (site.dossier, &site.dossier.actors[number].mentions);
    let quotations: Vec<&Quotation> = known.quotations.iter().map(|&told| &dossier.quotations[told]).collect();
    let reported: Vec<&Quotation> = known.reported.iter().map(|&told| &dossier.reported[told]).collect();
    let rows = |told: &[&Quotation]| told.iter().filter_map(|told| site.statement_view(told, base)).collect();
    let mut told: BTreeSet<(usize, usize)> = BTreeSet::new();
    let first = |&event: &usize| dossier.events[event].evidence.first();
    told.extend(known.events.iter().filter_map(first).map(|proof| site.story_of(proof)));
    told.extend(quotations.iter().chain(&reported).map(|told| site.story_of(&told.evidence)));
    let text = |own: &Vec<usize>| {
        let own: Vec<&Evidence> = own.iter().map(|&mention| &mentions[mention]).collect();
        let first = *own.first()?;
        let is_told = known.texts.len() > MOST_PROOFS || told.contains(&site.story_of(first));
        let proof = if is_told { Proof::Elsewhere } else { Proof::Shown };
        let mut row = site.text_row((first, own.len()), proof, base);
        if known.has_spellings {
            row.spellings = spellings(&dossier.documents[first.document], &own);
        }
        Some(row)
    };
    Lists {
        events: known.events.iter().map(|&event| site.event_row(event, base)).collect(),
        quotations: rows(&quotations),
        reported: rows(&reported),
        texts: known.texts.iter().filter_map(text).collect(),
    }
}

fn spellings(document: &DossierDocument, mentions: &[&Evidence]) -> Vec<SpellingView> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for evidence in mentions.iter().filter(|_| document.display().shows_words()) {
        *counts.entry(tidy(evidence.focus.of(&document.source.text))).or_default() += 1;
    }
    let mut spellings: Vec<_> = counts.into_iter().map(|(text, mentions)| SpellingView { text, mentions }).collect();
    spellings.sort_by_key(|spelling| Reverse(spelling.mentions));
    spellings
}
