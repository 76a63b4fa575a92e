//! Incumbents: does somebody whom the text gives an office hold it when the text is written? Past holders
//! are given it, too (`under President Adams`), and so is who only might hold it (`a President Lund`).
//!
//! Tuned on PolNeAR, TimeBank, AQUAINT, MEANTIME and four topics of Timeline17: of the stretches
//! that an office closes, 98 of 100 hold the true day.

use std::cell::OnceCell;

use chrono::NaiveDate;

use super::cues;
use super::story::StoryClues;
use crate::model::{Anchor, Frame, Meaning, NameKind, NameMention, Part, Unit, ZoneKind};
use crate::text::Span;

/// Who acts in a text is named in its opening, in bytes.
const OPENING: usize = 600;

/// Somebody with an office.
#[derive(Debug, Clone)]
pub struct Incumbent {
    /// The name for readers.
    pub holder: String,
    /// The office.
    pub title: String,
    /// The names in comparison form.
    pub spellings: Vec<String>,
    /// The first day of the term.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: Option<NaiveDate>,
    /// The names of each later holder of the office.
    pub later: Vec<Vec<String>>,
    /// Where the text gives the office, with the name; one place at least.
    pub places: Vec<Span>,
}

/// The persons of a story, by name and place.
pub struct Presence<'s, 'd> {
    story: &'s StoryClues<'d>,
    names: Vec<(String, Span)>,
    /// Whether the text tells of who wants an office: asked for few, and then read once.
    tells_candidacy: OnceCell<bool>,
}

impl<'s, 'd> Presence<'s, 'd> {
    /// The persons that the running text of a story names; `spelling` is the full name in comparison form.
    pub fn new(story: &'s StoryClues<'d>, spelling: impl Fn(&NameMention) -> String) -> Self {
        let persons = story.names().filter(|name| name.kind == NameKind::Person && !is_in_headline(story, name.span));
        let names = persons.map(|name| (spelling(name), name.span)).collect();
        Self { story, names, tells_candidacy: OnceCell::new() }
    }

    /// True for who only might hold the office: so the words in front say; or a text about candidates gives
    /// it once, to somebody whom it named without it before (behind a headline: anywhere).
    pub fn is_imagined(&self, one: &Incumbent) -> bool {
        let is_told = |at: &&Span| !cues::is_imagined(self.story.before(**at));
        let mut told = one.places.iter().filter(is_told);
        match (told.next(), told.next()) {
            (None, _) => true,
            (Some(_), Some(_)) => false,
            (Some(at), None) => {
                let tells = || cues::tells_candidacy(self.story.span.of(self.story.text));
                self.is_named_before(one, *at) && *self.tells_candidacy.get_or_init(tells)
            }
        }
    }

    /// Where somebody with an office acts at the time of writing: on a day counted from it, or in the opening,
    /// or named again; unless a later holder is named as often.
    pub fn acts(&self, one: &Incumbent) -> Option<Span> {
        let acting = || one.places.iter().copied().filter(|&at| !self.is_reference(at));
        let on_a_day = acting().find(|&at| self.tells_of_now(at) && !is_possessor(self.story.behind(at)));
        on_a_day.or_else(|| {
            let opening = self.story.span.start + OPENING;
            let own = self.count(&one.spellings);
            let is_outdone =
                || one.later.iter().any(|later| !shares(later, &one.spellings) && self.count(later) >= own);
            acting().find(|at| at.start < opening || own > 1).filter(|_| !is_outdone())
        })
    }

    /// `under President Adams`, `President Adams signed it in 1998`.
    fn is_reference(&self, at: Span) -> bool {
        let sentence = self.story.sentence(at);
        let inside = |span: Span| sentence.contains(span);
        let tells_year = |meaning: &Meaning| matches!(meaning, Meaning::Absolute(_));
        cues::is_reference(self.story.before(at))
            || self.story.temporal.iter().any(|mention| inside(mention.span) && tells_year(&mention.meaning))
    }

    /// True where the sentence names a day or week that is counted from the day of writing.
    fn tells_of_now(&self, at: Span) -> bool {
        let sentence = self.story.sentence(at);
        let is_now = |meaning: &Meaning| match *meaning {
            Meaning::Part { part: Part::Weekday(_), frame: Frame::Nearest(_) } => true,
            Meaning::Offset { unit: Unit::Day | Unit::Week | Unit::Month, count: Some(-1..=1), from, .. } => {
                from == Anchor::Document
            }
            _ => false,
        };
        self.story.temporal.iter().any(|mention| sentence.contains(mention.span) && is_now(&mention.meaning))
    }

    fn is_named_before(&self, one: &Incumbent, at: Span) -> bool {
        let is_whole = |name: &String| one.spellings.contains(name);
        let is_headline = is_in_headline(self.story, at);
        self.names.iter().any(|(name, span)| (is_headline || span.end <= at.start) && is_whole(name))
    }

    /// How often somebody is named; by the last name alone only where nobody shares it.
    fn count(&self, spellings: &[String]) -> usize {
        let last = |name: &str| name.split(' ').next_back().unwrap_or_default().to_owned();
        let own: Vec<String> = spellings.iter().map(|name| last(name)).collect();
        let is_other = |name: &String| name.contains(' ') && own.contains(&last(name)) && !spellings.contains(name);
        let is_shared = self.names.iter().any(|(name, _)| is_other(name));
        let is_own = |name: &String| spellings.contains(name) || (!is_shared && own.contains(name));
        self.names.iter().filter(|(name, _)| is_own(name)).count()
    }
}

/// True for two who cannot be told apart by their last names.
fn shares(one: &[String], other: &[String]) -> bool {
    let last = |name: &String| name.split(' ').next_back().map(str::to_owned);
    one.iter().any(|name| other.iter().any(|other| last(name) == last(other)))
}

/// `President Adams's adviser`.
fn is_possessor(behind: &str) -> bool {
    ["'s", "’s", "' ", "’ "].iter().any(|mark| behind.starts_with(mark))
}

fn is_in_headline(story: &StoryClues<'_>, span: Span) -> bool {
    let at = story.zones.partition_point(|zone| zone.span.end <= span.start);
    story.zones.get(at).is_some_and(|zone| zone.kind == ZoneKind::Headline && zone.span.overlaps(span))
}
