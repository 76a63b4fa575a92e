//! Events and texts in a line each, for pages that are about something else: what else is known of an
//! event stands on the timeline, the words of a text on its page.

use serde::Serialize;

use super::links::LinkView;
use super::moment::MomentView;
use super::site::Site;
use crate::language::direction;
use crate::model::{Basis, DossierDocument, Edtf, EventStatus, Evidence};
use crate::text::compare::{shorten, tidy};

/// The words of an event in a line, in characters: about two lines of a page.
const LONGEST_SUMMARY: usize = 120;
/// A title in a line, in characters.
const LONGEST_TITLE: usize = 80;
/// The same on the page that has the whole sentence, and of a quotation there.
pub(super) const LONGEST_HINT: usize = 80;
/// The sentence that names an actor or agreement, in characters.
pub(super) const LONGEST_PROOF: usize = 200;

/// How the words of a document are marked: nothing where they run as the page does.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct Tongue {
    /// The language, where it is not that of the page.
    pub language: Option<String>,
    /// `ltr`, `rtl`, or `auto` where the language is not known.
    pub direction: Option<&'static str>,
}

/// An event in a line.
#[derive(Debug, Serialize)]
pub(super) struct EventRowView {
    /// Its place on the timeline.
    href: String,
    when: MomentView,
    /// How its date was come by, in a word or two; empty where the text says all of it.
    basis: String,
    status: &'static str,
    /// Words in front of the others where it is not told as a fact; may be empty.
    status_words: String,
    /// The first words of its sentence.
    text: String,
    /// Where this page has the sentence, on the page of a document.
    place: Option<String>,
    #[serde(flatten)]
    tongue: Tongue,
}

/// A text that names something, in a line.
#[derive(Debug, Serialize)]
pub(super) struct TextRowView {
    /// The first sentence that names it.
    link: LinkView,
    /// The date of the text.
    published: Option<MomentView>,
    mentions: usize,
    /// How it is spelt there, where it is spelt in several ways: words and counts.
    pub(super) spellings: Vec<SpellingView>,
    /// The sentence, where nothing else on the page is from this text.
    proof: Option<String>,
    #[serde(flatten)]
    tongue: Tongue,
}

/// A spelling with how often it stands in a text.
#[derive(Debug, Serialize)]
pub(super) struct SpellingView {
    pub(super) text: String,
    pub(super) mentions: usize,
}

/// What is shown of a text's sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Proof {
    /// Its first words.
    Shown,
    /// Nothing: another row of the page has words of the text.
    Elsewhere,
}

impl Site<'_> {
    /// How words of a document are marked.
    pub(super) fn tongue(&self, document: &DossierDocument) -> Tongue {
        let Some(tag) = document.language().and_then(super::head::language_tag) else {
            return Tongue { language: None, direction: Some("auto") };
        };
        if tag.eq_ignore_ascii_case(self.phrases.tag()) {
            return Tongue::default();
        }
        Tongue { direction: Some(direction(&tag)), language: Some(tag) }
    }

    /// When a story is from.
    pub(super) fn story_date(&self, (document, story): (usize, usize)) -> Option<Edtf> {
        let document = &self.dossier.documents[document];
        document.stories.get(story).map_or(&document.date, |story| &story.date).edtf
    }

    /// Words for an event that is not told as a fact; empty for one that is.
    pub(super) fn status_words(&self, status: EventStatus) -> String {
        match status {
            EventStatus::Happened | EventStatus::Period => String::new(),
            _ => self.phrases.say(&format!("status-{}", status.as_str())),
        }
    }

    /// An event in a line.
    pub(super) fn event_row(&self, number: usize, base: &str) -> EventRowView {
        let event = &self.dossier.events[number];
        let first = event.evidence.first();
        let is_shown = first.is_none_or(|proof| self.evidence_view(proof, base).text.is_some());
        let when = self.event_moment(&event.when);
        let is_counted = event.when.basis == Basis::Relative;
        EventRowView {
            href: self.event_href(number, base),
            basis: match is_counted {
                true => self.elsewhere(&event.when, self.phrases.say("basis-inferred")),
                false => when.basis.clone(),
            },
            when,
            status: event.status.as_str(),
            status_words: self.status_words(event.status),
            text: match is_shown {
                true => shorten(&event.summary, LONGEST_SUMMARY),
                false => self.phrases.say("sentence-hidden"),
            },
            place: None,
            tongue: first.map(|proof| self.tongue(&self.dossier.documents[proof.document])).unwrap_or_default(),
        }
    }

    /// The same on the page of a document that tells it, by the words of that document.
    pub(super) fn event_row_in(&self, number: usize, document: usize, base: &str) -> EventRowView {
        let row = self.event_row(number, base);
        let own = self.dossier.events[number].evidence.iter().find(|proof| proof.document == document);
        let Some(own) = own else { return row };
        let shown = self.evidence_view(own, base);
        let anchor = shown.href.split_once('#').map(|(_, anchor)| format!("#{anchor}"));
        match shown.text {
            Some(words) => EventRowView { text: shorten(&words, LONGEST_HINT), place: anchor, ..row },
            None => row,
        }
    }

    /// A text that names something `mentions` times, first in `first`.
    pub(super) fn text_row(&self, (first, mentions): (&Evidence, usize), proof: Proof, base: &str) -> TextRowView {
        let shown = self.evidence_view(first, base);
        let document = &self.dossier.documents[first.document];
        TextRowView {
            link: LinkView { text: shorten(&shown.title, LONGEST_TITLE), href: shown.href },
            published: self.story_date(self.story_of(first)).map(|edtf| self.day(edtf)),
            mentions,
            spellings: Vec::new(),
            proof: shown.text.filter(|_| proof == Proof::Shown).map(|words| shorten(&tidy(&words), LONGEST_PROOF)),
            tongue: self.tongue(document),
        }
    }

    /// A link to an actor from the page of another, which stands beside it.
    pub(super) fn neighbour_link(&self, actor: usize, base: &str) -> LinkView {
        let link = self.actor_link(actor, base);
        let href = link.href.strip_prefix("../actors/").map(str::to_owned).unwrap_or(link.href);
        LinkView { href, ..link }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::language::Phrasebook;
    use crate::model::samples;

    #[test]
    fn words_are_marked_where_they_run_otherwise_than_the_page() {
        let dossier = samples::dossier();
        let settings = Settings::defaults(std::path::Path::new("."));
        let arabic = Phrasebook::new("ar", Some("count-events = { $n }\n")).unwrap();
        let tongue = |book: &'static str, language: Option<&str>| {
            let mut document = dossier.documents[1].clone();
            document.annotations.language = None;
            document.source.provenance.statement.language = language.map(str::to_owned);
            let site = Site::new(&dossier, &settings);
            let site = if book == "ar" { site.speaking(&arabic) } else { site };
            let tongue = site.tongue(&document);
            (tongue.language, tongue.direction)
        };
        let foreign = |language: &str, direction| (Some(language.to_owned()), Some(direction));
        assert_eq!(tongue("en", Some("en")), (None, None));
        assert_eq!(tongue("en", Some("ar")), foreign("ar", "rtl"));
        assert_eq!(tongue("en", Some("he-IL")), foreign("he-IL", "rtl"));
        assert_eq!(tongue("ar", Some("en")), foreign("en", "ltr"));
        assert_eq!(tongue("en", None), (None, Some("auto")));
        assert_eq!(tongue("en", Some("not a tag")), (None, Some("auto")));
    }
}
