//! The page of a document: reading text with its evidence, what was left out, where it comes from
//! and what was found.

mod attribution;
mod citation;
mod found;
mod related;

use serde::Serialize;

use super::corrections::CorrectionView;
use super::description::{Description, citation_tags};
use super::head::{Head, Indexing, base_of, finish, finish_described};
use super::linked;
use super::links::{LinkView, safe_href};
use super::moment::MomentView;
use super::pieces::Marks;
use super::reading::{BlockView, Reading};
use super::reasons::ReasonView;
use super::rows::{EventRowView, Tongue};
use super::site::Site;
use crate::model::{Badge, Display, DossierDocument, Page, Title, TitleBasis, ZoneKind, paths};
use crate::text::LineIndex;
use crate::text::compare::{shorten, tidy};

const TEMPLATE: &str = "document.html";

/// The longest passage listed as left out or as a disclaimer, in characters.
const LONGEST_PASSAGE: usize = 1_000;

#[derive(Debug, Default, Serialize)]
struct DocumentView {
    id: String,
    title: TitleView,
    display: &'static str,
    #[serde(flatten)]
    tongue: Tongue,
    badges: Vec<BadgeView>,
    disclaimers: Vec<String>,
    authors: Vec<String>,
    publisher: Option<String>,
    attribution: Vec<attribution::FactView>,
    /// `null` for a withheld document.
    citation: Option<citation::CitationView>,
    date: MomentView,
    /// A table of contents, where there are several stories.
    contents: Vec<LinkView>,
    stories: Vec<StoryView>,
    left_out: Vec<LeftOutView>,
    events: Vec<EventRowView>,
    quotations: Vec<found::HintView>,
    actors: Vec<found::NamedView>,
    /// Others that tell of the same.
    related: Vec<related::RelatedView>,
    /// True where dates of the text have notes.
    has_notes: bool,
    /// True where long paragraphs are broken for reading.
    has_breaks: bool,
    duplicates: Vec<LinkView>,
    corrections: Vec<CorrectionView>,
    previous: Option<LinkView>,
    next: Option<LinkView>,
    /// The script that marks the words of a search; `null` where there is no text to mark.
    hits: Option<String>,
}

#[derive(Debug, Default, Serialize)]
struct TitleView {
    words: String,
    derived: bool,
    /// True where more of it is in the language of the page than in that of the document.
    told: bool,
}

#[derive(Debug, Serialize)]
struct BadgeView {
    kind: &'static str,
    words: String,
}

#[derive(Debug, Serialize)]
struct StoryView {
    anchor: String,
    /// `null` where the document is one story: its title stands above.
    title: Option<TitleView>,
    date: MomentView,
    /// The steps to a date that is concluded, where the file has several stories.
    reasons: Vec<ReasonView>,
    url: Option<String>,
    publisher: Option<String>,
    blocks: Vec<BlockView>,
}

#[derive(Debug, Serialize)]
struct LeftOutView {
    /// In words.
    kind: String,
    line: usize,
    words: String,
}

pub(super) fn page(site: &Site, number: usize) -> Page {
    let document = &site.dossier.documents[number];
    let path = paths::document_page(&document.id);
    let base = base_of(&path);
    let words = match document.display() {
        Display::Withheld => site.phrases.say("withheld-title"),
        _ => site.phrases.title(document.title()),
    };
    let title = site.unique_title_as(&words, &document.title().words, &document.id);
    let is_hidden =
        document.source.provenance.statement.noindex == Some(true) || document.display() == Display::Withheld;
    let indexing = if is_hidden { Indexing::Never } else { Indexing::Site };
    let head = Head { path, template: TEMPLATE, title, indexing };
    finish_described(site, head, &description(site, document), view(site, number, &base))
}

/// The page of a document that is not there any more: that it was there, and what the editors tell of it.
pub(super) fn removed_page(site: &Site, number: usize) -> Page {
    let id = site.dossier.removed()[number].to_owned();
    let words = site.phrases.say("removed-title");
    let path = paths::document_page(&id);
    let corrections = site.corrections(|correction| correction.removed.contains(&id), &base_of(&path));
    let title = format!("{words} ({id})");
    let head = Head { path, template: TEMPLATE, title, indexing: Indexing::Never };
    let title = TitleView { words, ..TitleView::default() };
    finish(site, head, DocumentView { corrections, ..nothing((id, title), "removed") })
}

/// The source for reference managers, previews and search engines; nothing of a withheld one.
fn description(site: &Site, document: &DossierDocument) -> Description {
    let Some(record) = site.records(document).into_iter().next() else { return Description::default() };
    let source = linked::source(&record);
    Description {
        tags: citation_tags(site, &record),
        kind: Some("article"),
        based_on: Some(source),
        ..Description::default()
    }
}

fn view(site: &Site, number: usize, base: &str) -> DocumentView {
    let document = &site.dossier.documents[number];
    if document.display() == Display::Withheld {
        let corrections = site.corrections(|correction| correction.documents.contains(&number), base);
        let title = TitleView { words: site.phrases.say("withheld-title"), ..TitleView::default() };
        let known = (document.id.clone(), title);
        return DocumentView { corrections, ..nothing(known, Display::Withheld.as_str()) };
    }
    let segmentation = &document.annotations.segmentation;
    let has_stories = document.stories.len() > 1;
    let neighbour = |step: isize| {
        let rank = site.index.date_ranks.get(&number)?.checked_add_signed(step)?;
        site.index.by_date.get(rank).map(|&other| site.document_link(other, base))
    };
    let stories = stories(site, number, base);
    DocumentView {
        id: document.id.clone(),
        title: title_view(site, document.title()),
        display: document.display().as_str(),
        tongue: site.tongue(document),
        badges: segmentation.badges.iter().map(|&badge| badge_view(site, badge)).collect(),
        disclaimers: passages(site, document, |kind| kind == ZoneKind::Disclaimer)
            .map(|passage| passage.words)
            .collect(),
        authors: document.authors.clone(),
        publisher: document.source.provenance.statement.publisher.clone(),
        attribution: attribution::facts(site, number, base),
        citation: citation::citation(site, number, base),
        date: site.document_moment(&document.date),
        contents: if has_stories { contents(site, document) } else { Vec::new() },
        has_notes: stories.iter().any(StoryView::has_notes),
        has_breaks: stories.iter().flat_map(|story| &story.blocks).any(|block| block.kind == "continued"),
        stories,
        left_out: match document.display() {
            Display::Full => passages(site, document, ZoneKind::is_left_out).collect(),
            _ => Vec::new(),
        },
        events: site.index.document_events[number]
            .iter()
            .map(|&event| site.event_row_in(event, number, base))
            .collect(),
        quotations: found::hints(site, number, base),
        actors: found::named(site, document, base),
        related: related::related(site, number, base),
        corrections: site.corrections(|correction| correction.documents.contains(&number), base),
        duplicates: document.duplicates.iter().map(|&other| site.document_link(other, base)).collect(),
        previous: neighbour(-1),
        next: neighbour(1),
        hits: document.display().shows_words().then(|| format!("{base}{}", paths::HITS)),
    }
}

/// Nothing of a document but that it is, or was, and why it is not shown.
fn nothing((id, title): (String, TitleView), display: &'static str) -> DocumentView {
    DocumentView { id, title, display, ..DocumentView::default() }
}

fn title_view(site: &Site, title: &Title) -> TitleView {
    TitleView {
        words: site.phrases.title(title),
        derived: title.basis == TitleBasis::Derived,
        told: title.told.is_some(),
    }
}

fn badge_view(site: &Site, badge: Badge) -> BadgeView {
    BadgeView { kind: badge.as_str(), words: site.phrases.say(&format!("badge-{}", badge.as_str())) }
}

impl StoryView {
    fn has_notes(&self) -> bool {
        self.blocks.iter().any(BlockView::has_notes)
    }
}

fn contents(site: &Site, document: &DossierDocument) -> Vec<LinkView> {
    let entry = |story: &crate::model::StoryRecord| LinkView {
        text: site.phrases.title(&story.title),
        href: format!("#{}", paths::story_anchor(&story.id)),
    };
    document.stories.iter().map(entry).collect()
}

fn stories(site: &Site, number: usize, base: &str) -> Vec<StoryView> {
    let document = &site.dossier.documents[number];
    let marks = Marks::new(site, number, base);
    let has_stories = document.stories.len() > 1;
    let reading = Reading { document, marks: &marks, level: if has_stories { 4 } else { 3 } };
    let stated = |at: usize| document.source.provenance.statement.stories.get(at);
    let found = |at: usize| document.annotations.segmentation.stories.get(at).map(|story| &story.stated);
    let story = |(at, story): (usize, &crate::model::StoryRecord)| {
        let said = |pick: fn(&crate::model::Statement) -> Option<&String>| {
            stated(at).and_then(pick).or_else(|| found(at).and_then(pick)).cloned()
        };
        StoryView {
            anchor: paths::story_anchor(&story.id),
            title: has_stories.then(|| title_view(site, &story.title)),
            date: site.document_moment(&story.date),
            reasons: if has_stories { site.reasons(number, &story.date) } else { Vec::new() },
            url: said(|statement| statement.url.as_ref()).and_then(|url| safe_href(&url)),
            publisher: said(|statement| statement.publisher.as_ref()),
            blocks: reading.blocks(at, if has_stories { &story.title.words } else { &document.title().words }),
        }
    };
    document.stories.iter().enumerate().map(story).collect()
}

/// The zones of some kinds with their words and lines.
fn passages<'s>(
    site: &'s Site,
    document: &'s DossierDocument,
    keep: fn(ZoneKind) -> bool,
) -> impl Iterator<Item = LeftOutView> + 's {
    let text = &document.source.text;
    let lines = LineIndex::new(text);
    let zones = document.annotations.segmentation.zones.iter().filter(move |zone| keep(zone.kind));
    zones.map(move |zone| LeftOutView {
        kind: site.phrases.say(&format!("zone-{}", zone.kind.as_str())),
        line: lines.place(text, zone.span.start).0,
        words: shorten(&tidy(zone.span.of(text)), LONGEST_PASSAGE),
    })
}
