//! `It was suspended in 2019`: states told of `it`, where the agreement is the subject of the sentence
//! before and no other agreement stands between.

use super::line::Line;
use super::{Known, Reading, acronym, mention, states, within};
use crate::extract::reading::Sentence;
use crate::model::vocabulary::WordRole;
use crate::model::{AgreementForm, AgreementMention, TemporalMention};
use crate::text::Span;

/// The mentions with each `it` that a state is told of.
pub fn with_pronouns(reading: &Reading, known: Known<'_>, found: Vec<AgreementMention>) -> Vec<AgreementMention> {
    let mut all: Vec<(AgreementMention, Option<Span>)> = found.iter().map(|mention| (mention.clone(), None)).collect();
    let mut before = Topic::default();
    let (mut next_name, mut next_date, mut next) = (0, 0, 0);
    for sentence in &reading.sentences {
        let own = within(&found, &mut next, sentence.span, |mention| mention.span);
        if own.is_empty() && before.subject.is_none() {
            continue;
        }
        let names = within(known.names, &mut next_name, sentence.span, |name| name.span);
        let dates = within(known.temporal, &mut next_date, sentence.span, |date: &TemporalMention| date.span);
        let line = Line::new(&reading.text, sentence, known, names);
        let topic = Topic::of(&line, sentence, &found[own.clone()]);
        let told = told(&line, (&found[own], before), &known.temporal[dates]);
        let is_carried = topic.count == 0 && told.is_some();
        all.extend(told);
        before = if is_carried { before } else { topic };
    }
    if all.len() == found.len() {
        return found;
    }
    all.sort_by_key(|(mention, _)| mention.span);
    acronym::relinked(all, &found)
}

/// What a sentence is about, as far as agreements go.
#[derive(Debug, Clone, Copy, Default)]
struct Topic<'f> {
    /// The one agreement of the sentence, where it is its subject.
    subject: Option<&'f AgreementMention>,
    /// How many it names.
    count: usize,
}

impl<'f> Topic<'f> {
    fn of(line: &Line<'_>, sentence: &Sentence, found: &'f [AgreementMention]) -> Self {
        let [only] = found else { return Self { subject: None, count: found.len() } };
        let start = sentence.tokens.partition_point(|token| token.span.end <= only.span.start);
        Self { subject: Some(only).filter(|_| states::opens(line, start)), count: 1 }
    }
}

/// The first `it` of a sentence that a state is told of, with the place of what it stands for.
fn told(
    line: &Line<'_>,
    (own, before): (&[AgreementMention], Topic<'_>),
    temporal: &[TemporalMention],
) -> Option<(AgreementMention, Option<Span>)> {
    let at = (0..line.tokens.len()).find(|&at| line.is(at, WordRole::Pronoun))?;
    let place = line.tokens[at].span;
    let earlier: Vec<&AgreementMention> = own.iter().filter(|mention| mention.span.end <= place.start).collect();
    let meant = match earlier.as_slice() {
        [] => before.subject?,
        &[only] => only,
        _ => return None,
    };
    // `it was agreed that`, `he violated it`: the first says nothing of an agreement
    let told = states::states(line, (at, at + 1), temporal);
    let is_empty = |end: usize| {
        let next = line.token_of(end);
        line.is(next, WordRole::Reporting) || line.is(next, WordRole::Infinitive)
    };
    let is_subject = told.iter().any(|state| state.cue.start > place.start);
    let meant_at = line.token_of(meant.span.start);
    if is_subject && !earlier.is_empty() && !states::opens(line, meant_at) {
        return None;
    }
    if told.is_empty() || told.iter().any(|state| state.cue.start > place.start && is_empty(state.cue.end)) {
        return None;
    }
    let mut found = mention(line, (at, at + 1), AgreementForm::Pronoun, (&meant.kind, &meant.head)).mention;
    found.states = told;
    Some((found, Some(meant.span)))
}
