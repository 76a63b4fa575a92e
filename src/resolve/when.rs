//! When an event was, in words for readers: precision, basis and the rule that was followed.

use crate::model::{
    Anchor, Basis, Direction, DossierDocument, Edtf, Frame, Meaning, Modifier, Part, Phrase, PhraseValue, Temporal,
    When,
};
use crate::text::Span;
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
            said: tidy(whole(document, temporal).of(text)),
            origin: origin.map(|origin| (tidy(origin.mention.span.of(text)), origin.edtf)),
            document: story,
        }
    }
}

/// The words of an expression; of a stretch also those of its end (`1910-45`), which is an expression of its own.
fn whole(document: &DossierDocument, temporal: &Temporal) -> Span {
    let span = temporal.mention.span;
    let all = &document.annotations.temporal;
    let next = all.partition_point(|other| other.mention.span.start <= span.start);
    let end = all.get(next).filter(|_| temporal.mention.opens_stretch);
    end.map_or(span, |end| Span::new(span.start, end.mention.span.end))
}

/// The event's time with its reason.
pub fn when(told: &Told<'_>) -> When {
    let temporal = told.temporal;
    When {
        edtf: temporal.edtf,
        weekday: temporal.weekday,
        part: part(temporal),
        open: temporal.edtf.is_none().then(|| open(temporal, &told.said)),
        basis: temporal.basis,
        is_told_elsewhere: false,
        why: why(told),
    }
}

/// The part of a date that is meant; a day and an interval are not divided.
fn part(temporal: &Temporal) -> Option<Modifier> {
    let whole = temporal.edtf.filter(|edtf| edtf.as_day().is_none() && !edtf.is_interval())?;
    let is_part = |modifier: &Modifier| matches!(modifier, Modifier::Start | Modifier::Mid | Modifier::End);
    temporal.mention.modifier.filter(is_part).filter(|_| !matches!(whole, Edtf::OneOf(..)))
}

/// What the words of a text leave open.
fn open(temporal: &Temporal, said: &str) -> Phrase {
    match temporal.mention.meaning {
        Meaning::Part { part: Part::Weekday(day), frame: Frame::Nearest(_) } => {
            Phrase::new("weekday-alone").with("weekday", day)
        }
        Meaning::Part { part: Part::Weekday(_) | Part::Weekend, .. } => Phrase::new("open-date").with("said", said),
        Meaning::Part { .. } => Phrase::new("open-year").with("said", said),
        _ => Phrase::new("open-date").with("said", said),
    }
}

/// The rule that was followed, with the words it rests on.
fn why(told: &Told<'_>) -> Phrase {
    let document = told.document.map_or_else(|| PhraseValue::from(Phrase::new("date-unknown")), PhraseValue::from);
    let is_known = told.origin.as_ref().is_some_and(|(_, edtf)| edtf.is_some());
    let is_named = matches!(told.temporal.mention.meaning, Meaning::Part { frame: Frame::Thing { .. }, .. });
    let phrase = match (told.temporal.basis, &told.origin) {
        (Basis::Stated, _) => return Phrase::new("why-stated").with("said", told.said.as_str()),
        (Basis::Edited, _) => return Phrase::new("why-said-and-edited").with("said", told.said.as_str()),
        (Basis::YearInferred, Some(_)) if is_named => Phrase::new("why-year-of-name"),
        (Basis::YearInferred, Some(_)) => Phrase::new("why-year-of-other"),
        (Basis::YearInferred, None) => match told.temporal.mention.tense {
            Direction::Past => Phrase::new("why-year-nearest-past"),
            Direction::Future => Phrase::new("why-year-nearest-future"),
            Direction::Open => Phrase::new("why-year-nearest"),
        },
        (Basis::Relative, Some(_)) => Phrase::new("why-counted-from-other"),
        (Basis::Relative, None) => counting(told.temporal),
        (Basis::Unknown, Some(_)) if is_known => Phrase::new("why-counted-unclear"),
        (Basis::Unknown, Some(_)) => Phrase::new("why-counted-unknown"),
        (Basis::Unknown, None) => Phrase::new("why-no-date"),
    };
    let phrase = phrase.with("said", told.said.as_str());
    match &told.origin {
        Some((origin, _)) => phrase.with("origin", origin.as_str()),
        None => phrase.with("document", document),
    }
}

/// How words without a calendar date were counted from the date of the document.
fn counting(temporal: &Temporal) -> Phrase {
    match temporal.mention.meaning {
        Meaning::Part { part: Part::Weekday(day), frame: Frame::Nearest(Direction::Future) } => {
            Phrase::new("why-next-weekday").with("weekday", day)
        }
        Meaning::Part { part: Part::Weekday(day), frame: Frame::Nearest(_) } => {
            Phrase::new("why-last-weekday").with("weekday", day)
        }
        Meaning::Offset { from: Anchor::Story, .. } => Phrase::new("why-date-of-report"),
        _ => Phrase::new("why-counted"),
    }
}
