//! When an event was, in words for readers: precision, basis and the rule that was followed.

use crate::model::{
    Anchor, Basis, Direction, DossierDocument, Edtf, Frame, Meaning, Modifier, Part, Qualifier, Temporal, When,
};
use crate::text::compare::tidy;

/// What the text says of an event's time.
#[derive(Debug)]
pub struct Told<'t> {
    /// The expression, anchored.
    pub temporal: &'t Temporal,
    /// Its words.
    pub said: String,
    /// The words of the expression it is counted from, and its date.
    pub origin: Option<(String, Option<Edtf>)>,
    /// The date of the document or story.
    pub document: Option<Edtf>,
}

impl<'t> Told<'t> {
    /// What a document says with an expression of its own; `story` is the date of its story.
    pub fn of(document: &'t DossierDocument, temporal: &'t Temporal, story: Option<Edtf>) -> Self {
        let text = document.source.text.as_str();
        let origin = temporal.counted_from.and_then(|index| document.annotations.temporal.get(index));
        Self {
            temporal,
            said: tidy(temporal.mention.span.of(text)),
            origin: origin.map(|origin| (tidy(origin.mention.span.of(text)), origin.edtf)),
            document: story,
        }
    }
}

/// The event's time with its words and its reason.
pub fn when(told: &Told<'_>) -> When {
    let temporal = told.temporal;
    When {
        edtf: temporal.edtf,
        weekday: temporal.weekday,
        words: words(temporal, &told.said),
        basis: temporal.basis,
        why: why(told),
    }
}

/// The date in words; where there is none, the words of the text and what they leave open.
fn words(temporal: &Temporal, said: &str) -> String {
    let Some(edtf) = temporal.edtf else { return open_words(temporal, said) };
    if let Some(day) = temporal.weekday {
        return edtf.qualified(Qualifier::None).words_on(day);
    }
    let plain = edtf.qualified(Qualifier::None).words();
    match temporal.mention.modifier.filter(|_| edtf.as_day().is_none() && !edtf.is_interval()) {
        Some(Modifier::Start) => led("early ", &plain),
        Some(Modifier::Mid) => led("mid-", &plain),
        Some(Modifier::End) => led("late ", &plain),
        // the basis says that the year is inferred
        None if temporal.basis == Basis::YearInferred => plain,
        _ => edtf.words(),
    }
}

/// `late 2023`, `the late 1950s`.
fn led(part: &str, words: &str) -> String {
    match words.strip_prefix("the ") {
        Some(rest) => format!("the {part}{rest}"),
        None => format!("{part}{words}"),
    }
}

fn open_words(temporal: &Temporal, said: &str) -> String {
    match temporal.mention.meaning {
        Meaning::Part { part: Part::Weekday(day), frame: Frame::Nearest(_) } => {
            format!("a {}, date not known", day.name())
        }
        Meaning::Part { part: Part::Weekday(_) | Part::Weekend, .. } => format!("“{said}”, date not known"),
        Meaning::Part { .. } => format!("{said}, year not known"),
        _ => format!("“{said}”, date not known"),
    }
}

/// The rule that was followed, with the words it rests on.
fn why(told: &Told<'_>) -> String {
    let said = &told.said;
    let document = told.document.map_or_else(|| "not known".to_owned(), Edtf::words);
    let origin = told.origin.as_ref().map(|(words, _)| words.as_str());
    let is_known = told.origin.as_ref().is_some_and(|(_, edtf)| edtf.is_some());
    match (told.temporal.basis, origin) {
        (Basis::Stated, _) => format!("The text says “{said}”."),
        (Basis::Edited, _) => format!("The text says “{said}”; decided by an editor."),
        (Basis::YearInferred, Some(origin))
            if matches!(told.temporal.mention.meaning, Meaning::Part { frame: Frame::Thing { .. }, .. }) =>
        {
            format!("The text says “{said}” as the name of something that it dates “{origin}”.")
        }
        (Basis::YearInferred, Some(origin)) => {
            format!("The text says “{said}” without a year; the year is that of “{origin}”, which it names before.")
        }
        (Basis::YearInferred, None) => format!(
            "The text says “{said}” without a year; it is the nearest one to the date of the document, {document}{}.",
            told_as(told.temporal.mention.tense)
        ),
        (Basis::Relative, Some(origin)) => {
            format!("The text says “{said}”; counted from “{origin}”, which it names before.")
        }
        (Basis::Relative, None) => format!("The text says “{said}”; {} {document}.", counting(told.temporal)),
        (Basis::Unknown, Some(origin)) if is_known => {
            format!("The text says “{said}”, counted from “{origin}”; which day that makes is not clear.")
        }
        (Basis::Unknown, Some(origin)) => {
            format!("The text says “{said}”, counted from “{origin}”, whose date is not known.")
        }
        (Basis::Unknown, None) => {
            format!("The text says “{said}”; with the document’s date, {document}, it makes no date.")
        }
    }
}

fn told_as(tense: Direction) -> &'static str {
    match tense {
        Direction::Past => ", and told as past",
        Direction::Future => ", and told as still to come",
        Direction::Open => "",
    }
}

/// How words without a calendar date were counted from the date of the document.
fn counting(temporal: &Temporal) -> String {
    match temporal.mention.meaning {
        Meaning::Part { part: Part::Weekday(day), frame: Frame::Nearest(Direction::Future) } => {
            format!("told as still to come, it is the next {} from the date of the document,", day.name())
        }
        Meaning::Part { part: Part::Weekday(day), frame: Frame::Nearest(_) } => {
            format!("it is the last {} up to the date of the document,", day.name())
        }
        Meaning::Offset { from: Anchor::Story, .. } => "in a report that is the one of its date,".to_owned(),
        _ => "counted from the date of the document,".to_owned(),
    }
}
