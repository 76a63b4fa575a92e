//! What the site shows, for the search: a [`SearchRecord`] for each actor, agreement, story, event and
//! quotation that has a place on a page, with the words that page shows.

use std::collections::BTreeSet;

use super::pieces::{Marks, RunView};
use super::reading::{BlockView, Reading};
use super::site::Site;
use super::timeline::plan::year_of;
use crate::model::{Display, Edtf, Passage, Quotation, QuotationKind, SearchKind, SearchRecord};
use crate::text::compare::{shorten, tidy};

/// The longest note, in characters: a line.
const LONGEST_NOTE: usize = 160;

impl Site<'_> {
    /// The stories of a document, as its page shows them: of an excerpt only what is shown, of a document
    /// shown by its metadata only the title, of a withheld one nothing.
    ///
    /// Documents do not depend on each other: make their records in parallel.
    pub fn document_records(&self, number: usize) -> Vec<SearchRecord> {
        let document = &self.dossier.documents[number];
        let display = document.display();
        if display == Display::Withheld {
            return Vec::new();
        }
        let marks = Marks::new(self, number, "");
        let reading = Reading { document, marks: &marks, level: 3 };
        let has_stories = document.stories.len() > 1 && display.shows_words();
        let stories = if display.shows_words() { document.stories.len() } else { document.stories.len().min(1) };
        let publisher = document.source.provenance.statement.publisher.clone();
        let note: Vec<String> = document.authors.iter().cloned().chain(publisher).collect();
        let note = shorten(&note.join(" · "), LONGEST_NOTE);
        let record = |story: usize| {
            let told = &document.stories[story];
            let (title, date) =
                if has_stories { (&told.title, &told.date) } else { (document.title(), &document.date) };
            SearchRecord {
                kind: SearchKind::Document,
                year: date.edtf.and_then(year_of),
                title: self.phrases.title(title),
                href: self.story_link((number, story), "").href,
                note: note.clone(),
                when: self.document_moment(date).words,
                iso: date.edtf.and_then(Edtf::html_datetime).unwrap_or_default(),
                documents: 0,
                language: self.language_of(document.language()),
                passages: reading.blocks(story, &title.words).iter().flat_map(passages).collect(),
            }
        };
        (0..stories).map(record).collect()
    }

    /// Actors, agreements, events and what was said, each in the order pages show them.
    pub fn fact_records(&self) -> Vec<SearchRecord> {
        let dossier = self.dossier;
        let actors = (0..dossier.actors.len()).filter(|&actor| self.has_page(actor));
        let quoted = self.index.quotations.rows().map(|at| &dossier.quotations[at]);
        let reported = self.index.reported.rows().map(|at| &dossier.reported[at]);
        actors
            .map(|number| self.actor_record(number))
            .chain((0..dossier.agreements.len()).map(|number| self.agreement_record(number)))
            .chain((0..dossier.events.len()).filter_map(|number| self.event_record(number)))
            .chain(quoted.chain(reported).filter_map(|statement| self.statement_record(statement)))
            .collect()
    }

    fn actor_record(&self, number: usize) -> SearchRecord {
        let actor = &self.dossier.actors[number];
        let told =
            actor.variants.iter().map(|variant| &variant.text).chain(actor.reasons.iter().map(|reason| &reason.text));
        let others = told.map(String::as_str).filter(|text| *text != actor.name);
        SearchRecord {
            documents: self.index.actor_documents[number],
            title: actor.name.clone(),
            href: self.actor_link(number, "").href,
            note: shorten(&self.role_line(number).unwrap_or_else(|| self.kind_words(actor.kind)), LONGEST_NOTE),
            passages: names(others),
            ..self.plain(SearchKind::Actor)
        }
    }

    fn agreement_record(&self, number: usize) -> SearchRecord {
        let agreement = &self.dossier.agreements[number];
        // every name that its page shows, those of the authority file that no text has among them
        let known = agreement.authority.iter().flat_map(|known| &known.unused);
        let reasons = agreement.reasons.iter().map(|reason| &reason.text);
        let told = agreement.variants.iter().map(|variant| &variant.text).chain(reasons).chain(known);
        let others = told.map(String::as_str);
        let parties = self.actor_links(agreement.parties.iter().copied(), "");
        let kind = self.agreement_kind(&agreement.kind);
        let words: Vec<&str> =
            [kind.as_str()].into_iter().chain(parties.iter().map(|party| party.text.as_str())).collect();
        SearchRecord {
            year: agreement.history.iter().filter_map(|state| state.when.and_then(year_of)).min(),
            title: agreement.name.clone(),
            href: self.agreement_link(number, "").href,
            note: shorten(&words.join(" · "), LONGEST_NOTE),
            passages: names(others.filter(|text| *text != agreement.name)),
            ..self.plain(SearchKind::Agreement)
        }
    }

    /// `None` where the sentence may not be shown.
    fn event_record(&self, number: usize) -> Option<SearchRecord> {
        let event = &self.dossier.events[number];
        let proof = event.evidence.first()?;
        self.evidence_view(proof, "").text?;
        let document = &self.dossier.documents[proof.document];
        Some(SearchRecord {
            year: event.when.edtf.and_then(year_of),
            href: self.event_href(number, ""),
            note: self.status_words(event.status).trim_end_matches([':', '：']).to_owned(),
            when: self.event_moment(&event.when).words,
            iso: event.when.edtf.and_then(Edtf::html_datetime).unwrap_or_default(),
            language: self.language_of(document.language()),
            passages: vec![Passage { anchor: String::new(), text: event.summary.clone() }],
            ..self.plain(SearchKind::Event)
        })
    }

    /// `None` where its document may not be quoted.
    fn statement_record(&self, statement: &Quotation) -> Option<SearchRecord> {
        let view = self.statement_view(statement, "")?;
        let document = &self.dossier.documents[statement.evidence.document];
        let speakers = view.joint.into_iter().chain(view.speaker).map(|link| link.text).collect::<Vec<_>>();
        let named = if speakers.is_empty() { view.speaker_words } else { Some(speakers.join(", ")) };
        let date = view.said_on.or(view.reported);
        let is_reported = statement.kind == QuotationKind::Reported;
        let words = named.into_iter().chain(is_reported.then(|| self.phrases.say("as-reported")));
        Some(SearchRecord {
            year: super::quotations::year(statement),
            href: view.source.href,
            note: shorten(&words.collect::<Vec<_>>().join(" · "), LONGEST_NOTE),
            iso: date.as_ref().and_then(|moment| moment.datetime.clone()).unwrap_or_default(),
            when: date.map(|moment| moment.words).unwrap_or_default(),
            language: self.language_of(document.language()),
            passages: vec![Passage {
                anchor: String::new(),
                text: format!("{}{}{}", view.open, view.text, view.close),
            }],
            ..self.plain(SearchKind::Quotation)
        })
    }

    fn plain(&self, kind: SearchKind) -> SearchRecord {
        SearchRecord {
            kind,
            year: None,
            title: String::new(),
            href: String::new(),
            note: String::new(),
            when: String::new(),
            iso: String::new(),
            documents: 0,
            language: self.language_of(None),
            passages: Vec::new(),
        }
    }

    fn language_of(&self, tag: Option<&str>) -> Option<String> {
        tag.or(Some(&self.settings.language)).and_then(super::head::language_tag)
    }
}

/// Names as a line, each once, in the order given.
fn names<'n>(names: impl Iterator<Item = &'n str>) -> Vec<Passage> {
    let mut met = BTreeSet::new();
    let text = names.filter(|name| met.insert(*name)).collect::<Vec<_>>().join("; ");
    if text.is_empty() { Vec::new() } else { vec![Passage { anchor: String::new(), text }] }
}

/// The paragraphs of a block.
fn passages(block: &BlockView) -> Vec<Passage> {
    let passage = |anchor: &str, runs: &mut dyn Iterator<Item = &RunView>| {
        let text = tidy(&runs.flat_map(|run| &run.pieces).map(|piece| piece.text.as_str()).collect::<String>());
        (!text.is_empty()).then(|| Passage { anchor: anchor.to_owned(), text })
    };
    let own = passage(&block.id, &mut block.runs.iter());
    let parts = block
        .parts
        .iter()
        .flat_map(|part| part.cells.iter().filter_map(move |cell| passage(&part.id, &mut cell.runs.iter())));
    own.into_iter().chain(parts).collect()
}

#[cfg(test)]
mod tests {
    use crate::config::Settings;
    use crate::model::{AgreementAuthority, Display, Origin, SearchKind, SearchRecord, samples};
    use crate::page::Site;

    fn records(display: Display) -> Vec<SearchRecord> {
        let mut dossier = samples::dossier();
        dossier.documents[1] = samples::published(dossier.documents[1].clone(), display);
        let settings = Settings::defaults(std::path::Path::new("."));
        Site::new(&dossier, &settings).document_records(1)
    }

    #[test]
    fn a_document_can_be_searched_as_far_as_it_is_shown() {
        let words = |display| {
            let found = records(display);
            let length =
                |record: &SearchRecord| record.passages.iter().map(|passage| passage.text.len()).sum::<usize>();
            (found.len(), found.first().map_or(0, length))
        };
        let (full, excerpt) = (words(Display::Full), words(Display::Excerpt));
        assert!(full.0 == 1 && excerpt.0 == 1 && full.1 >= excerpt.1 && excerpt.1 > 0, "{full:?} {excerpt:?}");
        assert_eq!((words(Display::MetadataOnly), words(Display::Withheld)), ((1, 0), (0, 0)));
    }

    #[test]
    fn everything_with_a_place_has_a_record_that_leads_there() {
        let dossier = samples::dossier();
        let settings = Settings::defaults(std::path::Path::new("."));
        let site = Site::new(&dossier, &settings);
        let facts = site.fact_records();
        let count = |kind| facts.iter().filter(|record| record.kind == kind).count();
        assert_eq!(count(SearchKind::Actor), (0..dossier.actors.len()).filter(|&actor| site.has_page(actor)).count());
        assert!(count(SearchKind::Event) > 0 && count(SearchKind::Quotation) > 0);
        let event = facts.iter().find(|record| record.kind == SearchKind::Event).unwrap();
        assert!(event.href.starts_with("timeline.html#") && event.title.is_empty(), "{event:?}");
        let dated = facts.iter().filter(|record| record.kind == SearchKind::Event && record.year.is_some()).count();
        assert_eq!(dated, dossier.events.iter().filter(|event| event.when.edtf.is_some()).count());
        assert!(event.when.ends_with("18 August 2023") && event.iso == "2023-08-18", "{event:?}");
        // Names that only an authority file has stand on the page, so they are found.
        let mut dossier = samples::dossier();
        let known = AgreementAuthority { origin: Origin::Dossier, unused: vec!["GHL".to_owned()], source: None };
        dossier.agreements[0].authority = Some(known);
        let facts = Site::new(&dossier, &settings).fact_records();
        let agreement = facts.iter().find(|record| record.kind == SearchKind::Agreement).unwrap();
        assert!(agreement.passages[0].text.contains("GHL"), "{agreement:?}");
    }
}
