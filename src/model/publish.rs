//! [`publish`]: what leaves a document before anything is concluded from it.
//!
//! A document that may not be shown is emptied *before* `resolve`, so that no actor, event or
//! quotation can rest on it and no later stage can leak it.

use super::{Annotations, Display, DocumentDate, Shared, SourceDocument, Statement, Title, TitleBasis};
use crate::text::Span;

/// The title of a document that is withheld.
pub const WITHHELD_TITLE: &str = "Withheld document";

/// The document with the display in force written into its statement, and without what that
/// display hides. `default` is the site's own display.
///
/// For a file of several stories the strictest display of file and stories holds for the file.
/// The path stays, because overrides name documents by it; pages and downloads do not show it for
/// a withheld document. A document that says its display and shows everything stays shared.
pub fn publish(
    document: (Shared<SourceDocument>, Shared<Annotations>),
    default: Display,
) -> (Shared<SourceDocument>, Shared<Annotations>) {
    let (mut source, mut annotations) = document;
    let display = strictest(&source.provenance.statement, default);
    if !display.shows_words() {
        hide_text(&mut source, &mut annotations);
    }
    if display == Display::Withheld {
        hide_statement(&mut source, &mut annotations);
    }
    let statement = &source.provenance.statement;
    let said = Some(display);
    let noindex = match statement.stories.iter().any(|story| story.noindex == Some(true)) {
        true => Some(true),
        false => statement.noindex,
    };
    if (statement.display, statement.noindex) != (said, noindex) {
        let statement = &mut source.provenance.statement;
        (statement.display, statement.noindex) = (said, noindex);
    }
    (source, annotations)
}

fn strictest(statement: &Statement, default: Display) -> Display {
    let own = statement.display.unwrap_or(default);
    let rank = |display: &Display| match display {
        Display::Full => 0,
        Display::Excerpt => 1,
        Display::MetadataOnly => 2,
        Display::Withheld => 3,
    };
    statement.stories.iter().filter_map(|story| story.display).chain([own]).max_by_key(rank).unwrap_or(own)
}

fn hide_text(source: &mut SourceDocument, annotations: &mut Annotations) {
    source.text.clear();
    source.blocks.clear();
    annotations.sentences.clear();
    annotations.temporal.clear();
    annotations.names.clear();
    annotations.quotations.clear();
    annotations.reported.clear();
    annotations.agreements.clear();
    annotations.references.clear();
    annotations.signature.clear();
    annotations.date.evidence.clear();
    annotations.story_dates.iter_mut().for_each(|date| date.evidence.clear());
    let segmentation = &mut annotations.segmentation;
    segmentation.zones.clear();
    let file_name = source.provenance.path.rsplit('/').next().unwrap_or_default();
    hide_derived(&mut segmentation.title, file_name);
    for story in &mut segmentation.stories {
        story.span = Span::default();
        story.stated_at = None;
        hide_derived(&mut story.title, file_name);
    }
}

/// A title made from the opening words tells them; the file's name does not.
fn hide_derived(title: &mut Title, file_name: &str) {
    if title.basis == TitleBasis::Derived {
        *title = Title::given(file_name);
    }
}

fn hide_statement(source: &mut SourceDocument, annotations: &mut Annotations) {
    let noindex = source.provenance.statement.noindex;
    source.provenance.statement = Statement { noindex, ..Statement::default() };
    annotations.language = None;
    annotations.date = DocumentDate::unknown();
    annotations.story_dates.iter_mut().for_each(|date| *date = DocumentDate::unknown());
    let withheld = Title::given(WITHHELD_TITLE);
    let segmentation = &mut annotations.segmentation;
    segmentation.badges.clear();
    segmentation.title = withheld.clone();
    segmentation.stories.truncate(1);
    annotations.story_dates.truncate(1);
    for story in &mut segmentation.stories {
        story.title = withheld.clone();
        story.stated = Statement::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DateBasis, MediaType, Phrase, Provenance, Segmentation, Story, Zone, ZoneKind};

    fn letter(statement: Statement) -> (Shared<SourceDocument>, Shared<Annotations>) {
        let text = "A secret letter.".to_owned();
        let span = Span::new(0, text.len());
        let told = Some(Phrase::new("title-of-stories").with("title", "A secret letter"));
        let title = Title { told, ..Title::derived("A secret letter") };
        let story =
            Story { id: "1".to_owned(), span, title: title.clone(), stated: Statement::default(), stated_at: None };
        let provenance = Provenance {
            path: "box/letter.txt".to_owned(),
            media_type: MediaType::Plain,
            sha256: "0".repeat(64),
            bytes: 16,
            encoding: "UTF-8".to_owned(),
            text_is_raw: true,
            statement,
        };
        let date = DocumentDate { basis: DateBasis::Stated, ..DocumentDate::unknown() };
        let annotations = Annotations {
            language: Some("en".to_owned()),
            segmentation: Segmentation {
                zones: vec![Zone { span, kind: ZoneKind::Body }],
                stories: vec![story],
                title,
                badges: Vec::new(),
            },
            story_dates: vec![date.clone()],
            date,
            sentences: vec![span],
            temporal: Vec::new(),
            names: Vec::new(),
            quotations: Vec::new(),
            reported: Vec::new(),
            agreements: Vec::new(),
            references: Vec::new(),
            signature: Vec::new(),
        };
        (Shared::new(SourceDocument { provenance, text, blocks: Vec::new() }), Shared::new(annotations))
    }

    #[test]
    fn what_may_not_be_shown_is_gone_before_anything_rests_on_it() {
        for (display, hidden) in [
            (Display::Full, None),
            (Display::Excerpt, None),
            (Display::MetadataOnly, Some("letter.txt")),
            (Display::Withheld, Some(WITHHELD_TITLE)),
        ] {
            let (source, annotations) = publish(letter(Statement::default()), display);
            assert_eq!(source.provenance.statement.display, Some(display));
            assert_eq!(source.text.is_empty(), hidden.is_some(), "{display:?}");
            assert_eq!(annotations.segmentation.zones.is_empty(), hidden.is_some(), "{display:?}");
            assert_eq!(annotations.segmentation.title.words, hidden.unwrap_or("A secret letter"));
            assert_eq!(annotations.segmentation.title.told.is_some(), hidden.is_none());
        }
    }

    #[test]
    fn the_strictest_display_of_file_and_stories_holds() {
        let story = Statement { display: Some(Display::Withheld), ..Statement::default() };
        let statement = Statement {
            display: Some(Display::Full),
            stories: vec![story],
            title: Some("x".to_owned()),
            ..Statement::default()
        };
        let (source, _) = publish(letter(statement), Display::Full);
        assert_eq!(source.provenance.statement.display, Some(Display::Withheld));
        assert_eq!(source.provenance.statement.title, None);
    }
}
