//! [`Chronicle`]: what feeds, calendars and slides tell readers of an event, in their language.

use crate::config::Settings;
use crate::export::values::summary;
use crate::language::Phrasebook;
use crate::model::{Dossier, DossierDocument, Event, EventStatus, Phrase};
use crate::text::compare::{shorten, tidy};

/// Titles that a line names.
const MOST_TITLES: usize = 5;

/// What is told of a dossier outside its pages.
#[derive(Debug, Clone, Copy)]
pub struct Chronicle<'d> {
    /// What is known.
    pub dossier: &'d Dossier,
    /// Its title, and where the site will stand.
    pub settings: &'d Settings,
    /// The words of the readers' language.
    pub phrases: &'d Phrasebook,
}

impl Chronicle<'_> {
    /// What an event's sentence is; where its document shows none, that it does not.
    pub(super) fn sentence(&self, event: &Event) -> String {
        summary(self.dossier, event).map_or_else(|| self.phrases.say("sentence-hidden"), tidy)
    }

    /// The sentence cut to so many characters, with its status in front where it is not told as a fact.
    pub(super) fn headline(&self, event: &Event, longest: usize) -> String {
        let words = shorten(&self.sentence(event), longest);
        format!("{} {words}", self.status(event)).trim().to_owned()
    }

    /// `planned:`; empty for what is told as a fact.
    pub(super) fn status(&self, event: &Event) -> String {
        match event.status {
            EventStatus::Happened | EventStatus::Period => String::new(),
            _ => self.phrases.tell(&Phrase::of("status", event.status.as_str())),
        }
    }

    /// When an event was, in words, with the doubt that pages show as a basis beside them.
    pub(super) fn when(&self, event: &Event) -> String {
        match event.when.edtf {
            Some(edtf) if event.when.weekday.is_none() && event.when.part.is_none() => self.phrases.date(edtf),
            _ => self.phrases.when(&event.when),
        }
    }

    /// `Told by: `, and those texts that tell an event and may be named, each once: the first few titles.
    pub(super) fn told_by(&self, event: &Event, may_name: fn(&DossierDocument) -> bool) -> String {
        let documents = &self.dossier.documents;
        let mut stories: Vec<(usize, usize)> = Vec::new();
        for proof in event.evidence.iter().filter(|proof| may_name(&documents[proof.document])) {
            let place = (proof.document, documents[proof.document].story_at(proof.span.start));
            if !stories.contains(&place) && stories.len() <= MOST_TITLES {
                stories.push(place);
            }
        }
        let title = |&(document, story): &(usize, usize)| {
            let document = &documents[document];
            tidy(document.stories.get(story).map_or(&document.title().words, |story| &story.title.words))
        };
        let shown: Vec<String> = stories.iter().take(MOST_TITLES).map(title).collect();
        let id = if stories.len() > MOST_TITLES { "told-by-and-others" } else { "told-by" };
        self.phrases.with(id, &[("titles", shown.join("; ").into())])
    }
}
