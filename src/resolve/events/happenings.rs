//! Happenings: the dated words of sentences that tell of something, equal ones together.

use std::sync::Arc;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::model::{DossierDocument, Evidence, Meaning, Part, Temporal, TemporalType, Unit, Zone};
use crate::text::Span;
use crate::text::compare::fold;

/// A date in a sentence, before equal ones are joined.
pub struct Happening<'d> {
    /// Where it stands.
    pub evidence: Evidence,
    /// The date.
    pub temporal: &'d Temporal,
}

/// Happenings of one date and sentence: what may become an event.
pub struct Draft<'d> {
    /// When.
    pub order: Order,
    /// The sentence in comparison form.
    pub sentence: Arc<str>,
    /// By document and place; one at least.
    pub happenings: Vec<Happening<'d>>,
}

/// The drafts by first day, last day, sentence; those without a calendar value last.
pub fn drafts(documents: &[DossierDocument]) -> Vec<Draft<'_>> {
    let mut told: Vec<((Order, Arc<str>), Happening<'_>)> =
        documents.par_iter().enumerate().flat_map_iter(|(number, _)| told(number, documents)).collect();
    // of equal ones the order of documents and places stays
    told.par_sort_by(|(one, _), (other, _)| one.cmp(other));
    let mut drafts: Vec<Draft<'_>> = Vec::new();
    for ((order, sentence), happening) in told {
        match drafts.last_mut().filter(|draft| draft.order == order && draft.sentence == sentence) {
            Some(draft) => draft.happenings.push(happening),
            None => drafts.push(Draft { order, sentence, happenings: vec![happening] }),
        }
    }
    drafts
}

/// The happenings of a document with what they are joined by.
fn told(number: usize, documents: &[DossierDocument]) -> Vec<((Order, Arc<str>), Happening<'_>)> {
    let document = &documents[number];
    let mut sentence: (Span, Arc<str>) = (Span::new(0, 0), "".into());
    let mut told = Vec::new();
    for happening in happenings(number, document) {
        // a sentence may have hundreds of dates
        if happening.evidence.span != sentence.0 {
            sentence = (happening.evidence.span, fold(happening.evidence.span.of(&document.source.text)).into());
        }
        told.push(((order(&happening, documents), sentence.1.clone()), happening));
    }
    told
}

/// What events are sorted and joined by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Order {
    /// First and last day, the value.
    Dated(NaiveDate, NaiveDate, String),
    /// The text whose words they are, the value.
    Undated(usize, String),
}

/// Dated words are joined where date and sentence are equal; undated ones only among documents that
/// carry the same text, since another text's Sunday is another Sunday.
fn order(happening: &Happening<'_>, documents: &[DossierDocument]) -> Order {
    let temporal = happening.temporal;
    let bounds =
        temporal.edtf.and_then(|edtf| Some((edtf.earliest().or(edtf.latest())?, edtf.latest().or(edtf.earliest())?)));
    match bounds {
        Some((first, last)) => {
            Order::Dated(first, last, temporal.edtf.map(|edtf| edtf.to_string()).unwrap_or_default())
        }
        None => {
            let own = happening.evidence.document;
            let text = documents[own].duplicates.first().map_or(own, |&other| other.min(own));
            Order::Undated(text, temporal.value.clone())
        }
    }
}

/// The dated words of a document that tell of something: dates, but no durations, no `now`, and no
/// weekday that only explains the calendar date next to it.
fn happenings(number: usize, document: &DossierDocument) -> Vec<Happening<'_>> {
    let text = document.source.text.as_str();
    let temporal = &document.annotations.temporal;
    let zones = &document.annotations.segmentation.zones;
    let mut found = Vec::new();
    for (index, expression) in temporal.iter().enumerate() {
        let ends_stretch = index > 0 && temporal[index - 1].mention.opens_stretch;
        if !tells(expression)
            || !is_evidence(zones, expression.mention.span)
            || ends_stretch
            || explains_neighbour(text, temporal, index)
        {
            continue;
        }
        let span = super::super::actors::sentence_of(document, expression.mention.span);
        found.push(Happening {
            evidence: Evidence { document: number, span, focus: expression.mention.span },
            temporal: expression,
        });
    }
    found
}

/// True inside the running text: the dates of headlines and datelines tell of no happening.
fn is_evidence(zones: &[Zone], span: Span) -> bool {
    let at = zones.partition_point(|zone| zone.span.end <= span.start);
    zones.get(at).is_some_and(|zone| zone.kind.is_evidence())
}

/// True for what can tell of a happening: a date, but no stretch, no rate, no `now` and no `an hour
/// later`; years counted from an unknown date say too little.
fn tells(expression: &Temporal) -> bool {
    let is_date = matches!(expression.mention.kind, TemporalType::Date | TemporalType::Time);
    is_date
        && match expression.mention.meaning {
            Meaning::Vague(_) | Meaning::Duration { .. } | Meaning::Set { .. } | Meaning::Repeated(_) => false,
            Meaning::Offset { unit: Unit::Second | Unit::Minute | Unit::Hour | Unit::Period, .. } => false,
            Meaning::Offset { unit: Unit::Year | Unit::Decade | Unit::Century, .. } => expression.edtf.is_some(),
            Meaning::Offset { .. } | Meaning::Absolute(_) | Meaning::Part { .. } => true,
        }
}

/// `on Friday, Aug. 18`, `two months ago, on 16 March`: the relative words and the date are one.
fn explains_neighbour(text: &str, temporal: &[Temporal], index: usize) -> bool {
    let (Meaning::Part { part: Part::Weekday(_), .. } | Meaning::Offset { .. }) = temporal[index].mention.meaning
    else {
        return false;
    };
    let is_calendar = |other: &Temporal| match other.mention.meaning {
        Meaning::Absolute(point) => point.unit() == Unit::Day,
        Meaning::Part { part: Part::Month { day, .. }, .. } => day.is_some(),
        _ => false,
    };
    let is_near = |gap: Span| matches!(gap.of(text).trim(), "" | "," | "(" | ", on" | "on");
    let next = temporal.get(index + 1).filter(|next| is_calendar(next));
    let last = index.checked_sub(1).map(|before| &temporal[before]).filter(|last| is_calendar(last));
    next.is_some_and(|next| is_near(Span::new(temporal[index].mention.span.end, next.mention.span.start)))
        || last.is_some_and(|last| is_near(Span::new(last.mention.span.end, temporal[index].mention.span.start)))
}
