//! When something was said: the date in its clause of speech, or else the date of its text as a bound.

use super::when::{Told, when};
use crate::model::{DossierDocument, Edtf, QuotationMention, SaidOn, Temporal, TemporalType};

/// When the words of a mention were said. The date of the text is a bound only: what it quotes can be
/// old. `None` where neither is known.
pub fn said_on(document: &DossierDocument, mention: &QuotationMention) -> Option<SaidOn> {
    let story = document.stories[document.story_at(mention.span.start)].date.edtf;
    let told = told(document, mention).filter(|temporal| is_past(temporal, story));
    match told {
        Some(temporal) => Some(SaidOn::Told(when(&Told::of(document, temporal, story)))),
        None => story.and_then(Edtf::latest).map(|last| SaidOn::Until(Edtf::on_or_before(last))),
    }
}

/// The only date that stands in the clause of speech; of two that agree the finer one.
fn told<'d>(document: &'d DossierDocument, mention: &QuotationMention) -> Option<&'d Temporal> {
    let clause = mention.clause?;
    let temporal = &document.annotations.temporal;
    let first = temporal.partition_point(|other| other.mention.span.start < clause.start);
    let inside = temporal[first..].iter().take_while(|other| other.mention.span.end <= clause.end);
    let describes = |other: &Temporal| mention.speaker.is_some_and(|speaker| speaker.overlaps(other.mention.span));
    let dates = inside.filter(|other| is_date(other) && !describes(other));
    let mut found: Option<(&Temporal, Edtf)> = None;
    for (other, edtf) in dates.filter_map(|other| Some((other, other.edtf?))) {
        found = match found {
            None => Some((other, edtf)),
            Some((_, known)) if known.contains(edtf) => Some((other, edtf)),
            Some((earlier, known)) if edtf.contains(known) => Some((earlier, known)),
            Some(_) => return None,
        };
    }
    found.map(|(temporal, _)| temporal)
}

/// A date or time that says when, not how long or how often.
fn is_date(temporal: &Temporal) -> bool {
    let is_time = matches!(temporal.mention.kind, TemporalType::Date | TemporalType::Time);
    is_time && !temporal.mention.opens_stretch && temporal.edtf.is_some_and(|edtf| !edtf.is_interval())
}

/// Nobody said yet what a text tells as said.
fn is_past(temporal: &Temporal, story: Option<Edtf>) -> bool {
    let first = temporal.edtf.and_then(Edtf::earliest);
    let last = story.and_then(Edtf::latest);
    first.zip(last).is_none_or(|(first, last)| first <= last)
}
