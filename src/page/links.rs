//! Links: from one page of the site to another, and the few addresses outside it.

use std::collections::BTreeSet;

use serde::Serialize;

use super::site::Site;
use super::timeline::plan::Place;
use crate::model::{Badge, Display, Evidence, NameKind, ZoneKind, paths};
use crate::text::compare::{shorten, tidy};

/// The longest title inside a link, in characters.
const LONGEST_LINK: usize = 110;

/// Words that lead somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct LinkView {
    /// The words.
    pub text: String,
    /// The address, relative to the page.
    pub href: String,
}

/// A sentence that proves a fact, with its document.
#[derive(Debug, Clone, Serialize)]
pub(super) struct EvidenceView {
    /// The title of the story, or of the document where that is one story.
    pub title: String,
    /// The sentence on the document's page, or its story where the sentence is not shown.
    pub href: String,
    /// The sentence; `null` where the document does not show it.
    pub text: Option<String>,
    /// Its language, where it is not that of the page.
    pub language: Option<String>,
    /// When the story was published, in words.
    pub published: Option<String>,
    /// True where the words stand in a caption.
    pub is_caption: bool,
    /// True where its own disclaimer says that a machine wrote it.
    pub by_machine: bool,
}

/// A text that tells something.
#[derive(Debug, Serialize)]
pub(super) struct SourceView {
    pub text: String,
    pub href: String,
    /// True where its own disclaimer says that a machine wrote it.
    pub by_machine: bool,
}

/// A link to a part of a long list, with how much stands there.
#[derive(Debug, Serialize)]
pub(super) struct CountedLinkView {
    pub link: LinkView,
    pub count: usize,
}

impl Site<'_> {
    /// A link to a document.
    pub(super) fn document_link(&self, document: usize, base: &str) -> LinkView {
        let document = &self.dossier.documents[document];
        let title = match document.display() {
            Display::Withheld => self.phrases.say("withheld-title"),
            _ => self.phrases.title(document.title()),
        };
        LinkView { text: shorten(&title, LONGEST_LINK), href: format!("{base}{}", paths::document_page(&document.id)) }
    }

    /// The document and the story in it that a piece of evidence stands in.
    pub(super) fn story_of(&self, evidence: &Evidence) -> (usize, usize) {
        (evidence.document, self.dossier.documents[evidence.document].story_at(evidence.span.start))
    }

    /// A link to a story of a document; to the document where it is one story, or is not shown.
    pub(super) fn story_link(&self, (number, story): (usize, usize), base: &str) -> LinkView {
        let document = &self.dossier.documents[number];
        let link = self.document_link(number, base);
        let has_stories = document.stories.len() > 1 && document.display().shows_words();
        match document.stories.get(story).filter(|_| has_stories) {
            Some(story) => LinkView {
                text: shorten(&self.phrases.title(&story.title), LONGEST_LINK),
                href: format!("{}#{}", link.href, paths::story_anchor(&story.id)),
            },
            None => link,
        }
    }

    /// The first piece of evidence in each story, in order.
    pub(super) fn once_per_story<'e>(&self, evidence: &'e [Evidence]) -> Vec<&'e Evidence> {
        let mut seen = BTreeSet::new();
        evidence.iter().filter(|evidence| seen.insert(self.story_of(evidence))).collect()
    }

    /// True for an actor with a page: private persons have one only where the settings give it.
    pub(super) fn has_page(&self, actor: usize) -> bool {
        self.settings.gives_page(&self.dossier.actors[actor])
    }

    /// What a name names, in words.
    pub(super) fn kind_words(&self, kind: NameKind) -> String {
        self.phrases.say(match kind {
            NameKind::Person => "entry-person",
            NameKind::Organisation => "entry-organisation",
            NameKind::Place => "entry-place",
            NameKind::Other => "entry-name",
        })
    }

    /// Links to those of some actors that have a page.
    pub(super) fn actor_links(&self, actors: impl IntoIterator<Item = usize>, base: &str) -> Vec<LinkView> {
        let shown = actors.into_iter().filter(|&actor| self.has_page(actor));
        shown.map(|actor| self.actor_link(actor, base)).collect()
    }

    /// A link to an actor that has a page.
    pub(super) fn actor_link(&self, actor: usize, base: &str) -> LinkView {
        let actor = &self.dossier.actors[actor];
        LinkView { text: actor.name.clone(), href: format!("{base}{}", paths::actor_page(&actor.id)) }
    }

    /// A link to an agreement.
    pub(super) fn agreement_link(&self, agreement: usize, base: &str) -> LinkView {
        let agreement = &self.dossier.agreements[agreement];
        LinkView { text: agreement.name.clone(), href: format!("{base}{}", paths::agreement_page(&agreement.id)) }
    }

    /// The place of an event on the timeline.
    pub(super) fn event_href(&self, event: usize, base: &str) -> String {
        let plan = &self.index.timeline;
        let page = match plan.places[event] {
            _ if !plan.is_split => paths::TIMELINE.to_owned(),
            Place::Part(part) => paths::timeline_page(&plan.parts[part].key()),
            Place::Undated(page) => paths::timeline_page(&plan.undated_key(page)),
        };
        format!("{base}{page}#{}", paths::event_anchor(&self.dossier.events[event]))
    }

    /// The evidence with its sentence, where its document shows it.
    pub(super) fn evidence_view(&self, evidence: &Evidence, base: &str) -> EvidenceView {
        let document = &self.dossier.documents[evidence.document];
        let place = self.story_of(evidence);
        let link = self.story_link(place, base);
        let anchors = &self.index.anchors[evidence.document];
        let is_shown = anchors.binary_search_by_key(&evidence.span.start, |span| span.start).is_ok();
        let can_quote = document.display() == Display::Full || is_shown;
        let page = paths::document_page(&document.id);
        let sentence = || format!("{base}{page}#{}", paths::sentence_anchor(evidence.span.start));
        let date = document.stories.get(place.1).map_or(&document.date, |story| &story.date);
        EvidenceView {
            title: link.text,
            href: if is_shown { sentence() } else { link.href },
            text: can_quote.then(|| tidy(evidence.span.of(&document.source.text))).filter(|text| !text.is_empty()),
            language: self.foreign_language(document.language()),
            published: date.edtf.map(|edtf| self.phrases.date(edtf)),
            is_caption: can_quote
                && document.annotations.segmentation.kind_at(evidence.span.start) == Some(ZoneKind::Caption),
            by_machine: self.is_by_machine(evidence.document),
        }
    }

    /// True for a document whose own disclaimer says that a machine wrote it.
    pub(super) fn is_by_machine(&self, document: usize) -> bool {
        self.dossier.documents[document].annotations.segmentation.badges.contains(&Badge::AiSynthesised)
    }

    /// The anchors, on a document's own page, of the words that say its date.
    pub(super) fn date_places(&self, document: usize) -> Vec<String> {
        let anchors = &self.index.anchors[document];
        let has_anchor = |start: usize| anchors.binary_search_by_key(&start, |span| span.start).is_ok();
        let places = self.dossier.documents[document].date.evidence.iter().map(|span| span.start);
        places.filter(|&start| has_anchor(start)).map(|start| format!("#{}", paths::sentence_anchor(start))).collect()
    }

    /// A language tag that is not the page's own.
    pub(super) fn foreign_language(&self, tag: Option<&str>) -> Option<String> {
        tag.filter(|tag| !tag.eq_ignore_ascii_case(self.phrases.tag())).and_then(super::head::language_tag)
    }
}

/// An address a page may link to: `http`, `https` or `mailto`, without white space and controls.
pub(super) fn safe_href(address: &str) -> Option<String> {
    let address = address.trim();
    let lower = address.get(..8).unwrap_or(address).to_ascii_lowercase();
    let is_known = ["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme));
    let is_odd = |c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\' | '^' | '`' | '{' | '|' | '}')
    };
    (is_known && !address.contains(is_odd)).then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_harmless_addresses_become_links() {
        for good in ["https://example.org/a?b=c#d", "http://x", "mailto:a@b.org", "HTTPS://x"] {
            assert_eq!(safe_href(good).as_deref(), Some(good));
        }
        for bad in
            ["javascript:alert(1)", "data:text/html,x", " java\nscript:x", "//x", "https://x y", "https://x\"", "", "é"]
        {
            assert_eq!(safe_href(bad), None, "{bad}");
        }
    }
}
