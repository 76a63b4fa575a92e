//! When an event was, in words for readers: precision, basis and the rule that was followed.

use crate::model::{Anchor, Basis, Direction, Edtf, Frame, Meaning, Modifier, Part, Qualifier, Temporal, When};

/// What the text says of an event's time.
#[derive(Debug)]
pub struct Told<'t> {
    /// The expression, anchored.
    pub temporal: &'t Temporal,
    /// Its words.
    pub said: String,
    /// The words of the expression it is counted from.
    pub origin: Option<String>,
    /// The date of the document or story.
    pub document: Option<Edtf>,
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
        Some(Modifier::Start) => format!("early {plain}"),
        Some(Modifier::Mid) => format!("mid-{plain}"),
        Some(Modifier::End) => format!("late {plain}"),
        // the basis says that the year is inferred
        None if temporal.basis == Basis::YearInferred => plain,
        _ => edtf.words(),
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
    match (told.temporal.basis, told.origin.as_deref()) {
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
        (Basis::Unknown, Some(origin)) => {
            format!("The text says “{said}”, counted from “{origin}”, whose date is not known.")
        }
        (Basis::Unknown, None) => {
            format!("The text says “{said}”; the date of the document is {document}, so no day can be told.")
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
