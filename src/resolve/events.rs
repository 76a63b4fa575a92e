//! Events: sentences with a date, each date of a sentence one happening; equal sentences with equal
//! dates are one event with all their evidence.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::identifiers::{digest, unique};
use super::when::{Told, when};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::overrides::Hide;
use crate::model::{
    DocumentDate, DossierDocument, Edtf, Event, EventStatus, Evidence, Meaning, Overrides, Part, Qualifier, Relative,
    Temporal, TemporalType, Unit, Zone,
};
use crate::text::Span;
use crate::text::compare::{fold, tidy};

/// A date in a sentence, before equal ones are joined.
struct Happening<'d> {
    evidence: Evidence,
    temporal: &'d Temporal,
}

/// The events by first day, last day, place; those without a calendar value last, in reading order.
pub fn resolve_events(documents: &[DossierDocument], overrides: &Overrides) -> (Vec<Event>, Vec<Diagnostic>) {
    let mut joined: BTreeMap<(Order, String), Vec<Happening<'_>>> = BTreeMap::new();
    for (number, document) in documents.iter().enumerate() {
        let mut sentence = (Span::new(0, 0), String::new());
        for happening in happenings(number, document) {
            // a sentence may have hundreds of dates
            if happening.evidence.span != sentence.0 {
                sentence = (happening.evidence.span, fold(happening.evidence.span.of(&document.source.text)));
            }
            let order = order(&happening, documents);
            joined.entry((order, sentence.1.clone())).or_default().push(happening);
        }
    }
    let mut taken = BTreeMap::new();
    let mut events: Vec<Event> = joined
        .into_iter()
        .map(|((_, sentence), happenings)| event(&sentence, happenings, documents, &mut taken))
        .collect();
    events
        .sort_by_key(|event| (event.when.edtf.is_none(), event.when.edtf.is_none().then(|| event.evidence[0].clone())));
    link_relatives(&mut events, documents);
    let findings = hide(&mut events, overrides);
    (events, findings)
}

/// What events are sorted and joined by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Order {
    Dated(NaiveDate, NaiveDate, String),
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
        let span = super::actors::sentence_of(document, expression.mention.span);
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

fn event(
    sentence: &str,
    happenings: Vec<Happening<'_>>,
    documents: &[DossierDocument],
    taken: &mut BTreeMap<String, usize>,
) -> Event {
    let first = &happenings[0];
    let document = &documents[first.evidence.document];
    let temporal = first.temporal;
    let date = match temporal.edtf {
        Some(edtf) => date_of_id(edtf),
        None => "undated".to_owned(),
    };
    let basis = format!("{sentence} {}", temporal.value);
    let actors: BTreeSet<usize> =
        happenings.iter().flat_map(|happening| actors_in(&happening.evidence, documents)).collect();
    let dates = happenings.iter().filter_map(|happening| date_of(&happening.evidence, documents).edtf);
    Event {
        id: unique(format!("e-{date}-{}", digest(&basis)), &basis, taken),
        summary: summary(document, first.evidence.span),
        status: happenings
            .iter()
            .map(|happening| status(happening, documents))
            .max()
            .unwrap_or(temporal.mention.status),
        when: when(&told(first, documents)),
        relative: None,
        reported: dates.min_by_key(|edtf| (edtf.earliest(), edtf.latest())),
        actors: actors.into_iter().collect(),
        agreements: Vec::new(),
        evidence: happenings.into_iter().map(|happening| happening.evidence).collect(),
    }
}

/// A date as ids have it: `2023-08-18`, `1910--1945`, `2023-06-01--2023-08-17`, `2023--open`.
fn date_of_id(edtf: Edtf) -> String {
    let plain = edtf.qualified(Qualifier::None).to_string();
    if edtf.is_interval() {
        return plain.replace('/', "--").replace("..", "open");
    }
    let Some((first, last)) = plain.trim_matches(['[', ']']).split_once("..") else { return plain };
    let end = |day: &str| if day.is_empty() { "open".to_owned() } else { day.to_owned() };
    format!("{}--{}", end(first), end(last))
}

/// What the clause says; what lies after the date of its document is at most planned.
fn status(happening: &Happening<'_>, documents: &[DossierDocument]) -> EventStatus {
    let told = date_of(&happening.evidence, documents).edtf.and_then(Edtf::latest);
    let first = happening.temporal.edtf.and_then(Edtf::earliest);
    let lies_ahead = told.zip(first).is_some_and(|(told, first)| first > told);
    match happening.temporal.mention.status {
        EventStatus::Happened if lies_ahead => EventStatus::Planned,
        said => said,
    }
}

/// The sentence as a reader sees it: without citation keys and mark-up.
fn summary(document: &DossierDocument, sentence: Span) -> String {
    let mut mask = crate::text::Mask::new(sentence.of(&document.source.text));
    let mut hide = |span: Span| {
        if sentence.contains(span) {
            mask.hide(Span::new(span.start - sentence.start, span.end - sentence.start));
        }
    };
    document.annotations.references.iter().for_each(|reference| hide(reference.span));
    for inline in
        document.source.blocks.iter().filter(|block| block.span.overlaps(sentence)).flat_map(|block| &block.inlines)
    {
        if let crate::model::Inline::Replaced { span, .. } = inline {
            hide(*span);
        }
    }
    tidy(&mask.into_text())
}

fn actors_in<'d>(evidence: &'d Evidence, documents: &'d [DossierDocument]) -> impl Iterator<Item = usize> + 'd {
    let document = &documents[evidence.document];
    let names = &document.annotations.names;
    let start = names.partition_point(|name| name.span.end <= evidence.span.start);
    names[start..]
        .iter()
        .zip(&document.mention_actors[start..])
        .take_while(|(name, _)| name.span.start < evidence.span.end)
        .filter_map(|(_, actor)| *actor)
}

fn date_of<'d>(evidence: &Evidence, documents: &'d [DossierDocument]) -> &'d DocumentDate {
    let document = &documents[evidence.document];
    &document.stories[document.story_at(evidence.focus.start)].date
}

fn told<'d>(happening: &Happening<'d>, documents: &'d [DossierDocument]) -> Told<'d> {
    let document = &documents[happening.evidence.document];
    let origin = happening.temporal.counted_from.and_then(|index| document.annotations.temporal.get(index));
    Told {
        temporal: happening.temporal,
        said: tidy(happening.evidence.focus.of(&document.source.text)),
        origin: origin.map(|origin| (tidy(origin.mention.span.of(&document.source.text)), origin.edtf)),
        document: date_of(&happening.evidence, documents).edtf,
    }
}

/// Events without a calendar value that are counted from another one (`two days later`) keep the link.
fn link_relatives(events: &mut [Event], documents: &[DossierDocument]) {
    let places: BTreeMap<(usize, usize), usize> = events
        .iter()
        .enumerate()
        .flat_map(|(number, event)| {
            event.evidence.iter().map(move |proof| ((proof.document, proof.focus.start), number))
        })
        .collect();
    let link = |event: &Event| -> Option<(usize, i32)> {
        let proof = event.evidence.first()?;
        let temporal = &documents[proof.document].annotations.temporal;
        let own = temporal.iter().find(|own| own.mention.span == proof.focus)?;
        let Meaning::Offset { unit, count: Some(count), .. } = own.mention.meaning else { return None };
        let days = if unit == Unit::Week { count.checked_mul(7)? } else { count };
        let origin = temporal.get(own.counted_from?)?;
        Some((*places.get(&(proof.document, origin.mention.span.start))?, days))
    };
    for number in 0..events.len() {
        let found = link(&events[number]).filter(|_| events[number].when.edtf.is_none());
        events[number].relative = found.map(|(to, days)| Relative { to: events[to].id.clone(), days });
    }
}

fn hide(events: &mut Vec<Event>, overrides: &Overrides) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for hidden in &overrides.hidden {
        let Hide::Event(id) = hidden else { continue };
        let before = events.len();
        events.retain(|event| event.id != *id);
        if events.len() == before {
            findings.push(Diagnostic::of_file(
                "overrides.toml",
                Code::OverrideUnused,
                format!("`{id}` names no event"),
                "ids are listed in data/events.jsonl",
            ));
        }
    }
    findings
}
