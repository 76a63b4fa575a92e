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

/// What is known of an actor.
#[derive(Debug, Clone, Default)]
pub(super) struct Known<'d> {
    /// By time.
    pub events: Vec<usize>,
    /// The newest first, undated ones last.
    pub quotations: Vec<&'d Quotation>,
    pub reported: Vec<&'d Quotation>,
    /// The mentions of each text that names it, latest text first, undated ones last.
    pub texts: Vec<Vec<&'d Evidence>>,
    /// True where the actor has more than one spelling.
    pub has_spellings: bool,
}

impl<'d> Known<'d> {
    pub(super) fn of(site: &Site<'d>, number: usize) -> Self {
        let (dossier, index) = (site.dossier, &site.index);
        let shows = |told: &&Quotation| dossier.documents[told.evidence.document].display().shows_words();
        let quotations = index.actor_quotations[number].iter().map(|&at| &dossier.quotations[at]);
        let reported = index.actor_reported[number].iter().map(|&at| &dossier.reported[at]);
        let mut stories: BTreeMap<(usize, usize), Vec<&Evidence>> = BTreeMap::new();
        for mention in &dossier.actors[number].mentions {
            stories.entry(site.story_of(mention)).or_default().push(mention);
        }
        let mut texts: Vec<((usize, usize), Vec<&Evidence>)> = stories.into_iter().collect();
        texts.sort_by_key(|(place, _)| {
            let day = site.story_date(*place).and_then(|edtf| edtf.earliest().or(edtf.latest()));
            (Reverse(day), *place)
        });
        Self {
            events: index.actor_events[number].clone(),
            quotations: newest_first(quotations.filter(shows)),
            reported: newest_first(reported.filter(shows)),
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

/// The date that a row shows, or that of its text; the latest first, what has none last.
fn newest_first<'d>(told: impl Iterator<Item = &'d Quotation>) -> Vec<&'d Quotation> {
    let day = |told: &&Quotation| {
        let date = date(told)?;
        date.latest().or(date.earliest())
    };
    let mut told: Vec<&Quotation> = told.collect();
    told.sort_by_key(|told| Reverse(day(told)));
    told
}

/// The rows of what is known. A text from which another row has words does not show its sentence again.
pub(super) fn lists(site: &Site, known: &Known, base: &str) -> Lists {
    let rows = |told: &[&Quotation]| told.iter().filter_map(|told| site.statement_view(told, base)).collect();
    let mut told: BTreeSet<(usize, usize)> = BTreeSet::new();
    let first = |&event: &usize| site.dossier.events[event].evidence.first();
    told.extend(known.events.iter().filter_map(first).map(|proof| site.story_of(proof)));
    told.extend(known.quotations.iter().chain(&known.reported).map(|told| site.story_of(&told.evidence)));
    let text = |mentions: &Vec<&Evidence>| {
        let first = *mentions.first()?;
        let is_told = known.texts.len() > MOST_PROOFS || told.contains(&site.story_of(first));
        let proof = if is_told { Proof::Elsewhere } else { Proof::Shown };
        let mut row = site.text_row((first, mentions.len()), proof, base);
        if known.has_spellings {
            row.spellings = spellings(&site.dossier.documents[first.document], mentions);
        }
        Some(row)
    };
    Lists {
        events: known.events.iter().map(|&event| site.event_row(event, base)).collect(),
        quotations: rows(&known.quotations),
        reported: rows(&known.reported),
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
