//! Titles: given by a headline or the metadata, else made from the opening words and marked so.

use crate::model::{Phrase, Statement, Story, Title, Zone, ZoneKind};
use crate::text::compare::{shorten, tidy};
use crate::text::{Span, sentences};

/// A derived title has at most this many characters.
const LONGEST: usize = 90;
/// The first story's title in the title of a file of several has at most this many characters.
const LONGEST_IN_RUN: usize = 56;

/// The stories that start at `starts`; the last ends with the text.
pub fn stories(text: &str, zones: &[Zone], starts: &[usize], given: Option<&str>) -> Vec<Story> {
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let alone = starts.len() == 1;
    starts
        .iter()
        .zip(ends)
        .enumerate()
        .map(|(number, (&start, end))| {
            let span = Span::new(start, end).trimmed(text);
            let from = zones.partition_point(|zone| zone.span.start < span.start);
            let inside: Vec<Zone> = zones[from..].iter().copied().take_while(|zone| span.contains(zone.span)).collect();
            let (stated, stated_at) = super::stated(text, if alone { zones } else { &inside });
            let title = match given.filter(|_| alone) {
                Some(words) => Title::given(tidy(words)),
                None => title_of(text, &inside),
            };
            Story { id: (number + 1).to_string(), span, title, stated, stated_at }
        })
        .collect()
}

/// The title of the whole file.
pub fn of_file(text: &str, zones: &[Zone], stories: &[Story], statement: &Statement) -> Title {
    if let Some(words) = statement.title.as_deref().map(tidy).filter(|words| !words.is_empty()) {
        return Title::given(words);
    }
    match stories {
        [only] => only.title.clone(),
        [first, ..] => {
            let opening = shorten(&first.title.words, LONGEST_IN_RUN);
            let words = format!("{} stories, beginning “{opening}”", stories.len());
            let count = u32::try_from(stories.len()).unwrap_or(u32::MAX);
            let told = Phrase::new("title-of-stories").with("n", count).with("title", opening);
            Title { told: Some(told), ..Title::derived(words) }
        }
        [] => title_of(text, zones),
    }
}

fn title_of(text: &str, zones: &[Zone]) -> Title {
    let headline =
        zones.iter().find(|zone| zone.kind == ZoneKind::Headline).map(|zone| headline_words(zone.span.of(text)));
    if let Some(words) = headline.filter(|words| !words.is_empty()) {
        return Title::given(words);
    }
    let opening = zones
        .iter()
        .find(|zone| zone.kind == ZoneKind::Body)
        .or_else(|| zones.iter().find(|zone| zone.kind.is_shown()));
    let words = opening
        .and_then(|zone| sentences::sentences(text, zone.span).first().copied())
        .map(|sentence| shorten(&tidy(sentence.of(text)), LONGEST))
        .unwrap_or_default();
    match words.is_empty() {
        true => Title { told: Some(Phrase::new("title-untitled")), ..Title::derived("Untitled document") },
        false => Title::derived(words),
    }
}

/// A headline without mark-up in front and without a full stop behind.
fn headline_words(words: &str) -> String {
    let plain = tidy(words.trim_start_matches(['#', '=', ' ']).trim_end_matches(['#', '=', '\n', '-', ' ']));
    match plain.strip_suffix('.') {
        Some(open) if !open.ends_with('.') => open.to_owned(),
        _ => plain,
    }
}
