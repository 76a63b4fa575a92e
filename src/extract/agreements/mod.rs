//! Agreements and mechanisms: the words that name them, and what their sentence says of them.
//!
//! Which words are one agreement is decided in `resolve`. What is looked for stands in vocabularies
//! (`data/`, and those of the dossier): nothing here knows a word of a topic.

mod acronym;
mod lexicon;
mod line;
mod mechanism;
mod named;
mod parties;
mod pronoun;
mod short;
mod states;
mod told;
mod unnamed;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::Reading;
use super::reading::Sentence;
use crate::model::vocabulary::{Need, WordRole};
use crate::model::{AgreementForm, AgreementMention, NameKind, NameMention, TemporalMention};
use crate::text::Span;
use crate::text::endings::Ending;
use lexicon::{Head, Number, Openings};
use line::Line;
use unnamed::Described;

pub use lexicon::AgreementLexicon;

/// What the finders of agreements know of a document.
#[derive(Debug, Clone, Copy)]
pub struct Known<'k> {
    /// Its names, sorted.
    pub names: &'k [NameMention],
    /// Its temporal expressions, sorted.
    pub temporal: &'k [TemporalMention],
    /// The names of places among them.
    pub places: &'k BTreeSet<&'k str>,
    /// The words that agreements are found by.
    pub lexicon: &'k AgreementLexicon,
}

/// The names of places among the names of a text.
pub fn places<'t>(text: &'t str, names: &[NameMention]) -> BTreeSet<&'t str> {
    names.iter().filter(|name| name.kind == NameKind::Place).map(|name| name.span.of(text)).collect()
}

/// The agreements of a document, sorted by place, not overlapping.
pub fn find_agreements(reading: &Reading, known: Known<'_>) -> Vec<AgreementMention> {
    let mut found = Vec::new();
    let mut titles = Vec::new();
    let mut bare = Vec::new();
    let (mut next_name, mut next_date) = (0, 0);
    for (sentence, is_margin) in reading.lines() {
        let names = within(known.names, &mut next_name, sentence.span, |name| name.span);
        let dates = within(known.temporal, &mut next_date, sentence.span, |mention| mention.span);
        let line = Line::new(&reading.text, sentence, known, names);
        let temporal = &known.temporal[dates];
        let spotted = spot(&line, &mut bare, sentence);
        if is_margin {
            titles.extend(spotted.into_iter().filter(|spotted| spotted.mention.form <= AgreementForm::Known));
        } else {
            found.extend(spotted.into_iter().map(|spotted| spotted.with_states(&line, temporal)));
        }
    }
    if found.is_empty() {
        return found;
    }
    // a heading tells nothing; it repeats the names of the text
    let is_told = |title: &AgreementMention| {
        let words = title.span.of(&reading.text);
        found.iter().any(|mention: &AgreementMention| mention.span.of(&reading.text).eq_ignore_ascii_case(words))
    };
    let titles: Vec<_> = titles.into_iter().map(|spotted| spotted.mention).filter(is_told).collect();
    found.extend(titles);
    found.sort_by_key(|mention| mention.span);
    let found = short::with_short_forms(reading, known, found, &bare);
    let found = acronym::with_acronyms(reading, known, found);
    pronoun::with_pronouns(reading, known, found)
}

/// The part of a sorted list that lies in a span; `next` moves on with the spans.
fn within<T>(list: &[T], next: &mut usize, span: Span, of: impl Fn(&T) -> Span) -> std::ops::Range<usize> {
    while list.get(*next).is_some_and(|item| of(item).end <= span.start) {
        *next += 1;
    }
    let count = list[*next..].iter().take_while(|item| of(item).start < span.end).count();
    *next..*next + count
}

/// A mention and its tokens.
struct Spotted {
    mention: AgreementMention,
    tokens: (usize, usize),
}

impl Spotted {
    fn with_states(self, line: &Line<'_>, temporal: &[TemporalMention]) -> AgreementMention {
        let mut mention = self.mention;
        mention.states = states::states(line, self.tokens, temporal);
        parties::add(line, self.tokens, &mut mention);
        mention
    }
}

/// A head without anything that would make it an agreement: it may point back.
#[derive(Debug, Clone)]
struct Bare<'b> {
    /// Its sentence.
    sentence: &'b Sentence,
    /// Its tokens.
    tokens: (usize, usize),
    /// Its noun.
    head: Head,
}

/// The mentions of a sentence. Of two that overlap the longer counts.
fn spot<'b>(line: &Line<'_>, bare: &mut Vec<Bare<'b>>, sentence: &'b Sentence) -> Vec<Spotted> {
    let mut found: Vec<Spotted> = Vec::new();
    for at in 0..line.tokens.len() {
        let Some(openings) = line.lexicon.openings(line.word(at)) else { continue };
        let spotted = known_at(line, at, openings)
            .or_else(|| mechanism_at(line, at, openings))
            .or_else(|| head_at(line, at, openings, bare, sentence));
        let Some(spotted) = spotted else { continue };
        let rival = found.last().map(|last| last.mention.span);
        match rival.filter(|rival| rival.overlaps(spotted.mention.span)) {
            Some(rival) if rival.len() >= spotted.mention.span.len() => {}
            Some(_) => {
                found.pop();
                found.push(spotted);
            }
            None => found.push(spotted),
        }
    }
    found
}

fn mention(line: &Line<'_>, (start, end): (usize, usize), form: AgreementForm, names: (&str, &str)) -> Spotted {
    let span = line.span(start, end);
    let span = crate::extract::agreements::without_possessive(line.text, span);
    let mention = AgreementMention {
        span,
        form,
        kind: names.0.to_owned(),
        head: names.1.to_owned(),
        about: Vec::new(),
        parties: Vec::new(),
        group: None,
        stands_for: None,
        states: Vec::new(),
    };
    Spotted { mention, tokens: (start, end) }
}

/// `the Paris Agreement’s goals` names the Paris Agreement.
fn without_possessive(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let bare = Ending::Possessive.strip(words).unwrap_or(words);
    Span::new(span.start, span.start + bare.len())
}

/// A name that an authority file lists, as it is written there.
fn known_at(line: &Line<'_>, at: usize, openings: &Openings) -> Option<Spotted> {
    let fits = |words: &[String]| {
        let is_same = |(offset, wanted): (usize, &String)| {
            let word = line.word(at + offset);
            let word = Ending::Possessive.strip(word).unwrap_or(word);
            word == wanted
        };
        words.iter().enumerate().all(is_same)
    };
    let known = openings.known.iter().find(|known| fits(&known.words))?;
    let end = at + known.words.len();
    if named::goes_on(line, end) {
        return None;
    }
    let mut spotted = mention(line, (at, end), AgreementForm::Known, (&known.kind, ""));
    let mut described = Described::default();
    unnamed::groups(line, &mut described, end);
    (spotted.mention.parties, spotted.mention.group) = (described.parties, described.group);
    Some(spotted)
}

fn mechanism_at(line: &Line<'_>, at: usize, openings: &Openings) -> Option<Spotted> {
    let fit = mechanism::fit_at(line, at, &openings.mechanisms)?;
    let mechanism = &line.lexicon.mechanisms[fit.number];
    let mut described = Described { start: at, end: fit.end, ..Described::default() };
    if let Some((from, to)) = fit.about {
        described.about = unnamed::contents(line, from, to);
        if described.about.is_empty() && mechanism.label.contains("{}") {
            return None;
        }
    }
    if unnamed::is_denied(line, at) {
        return None;
    }
    let about = described.about.clone();
    unnamed::groups(line, &mut described, fit.end);
    let mut spotted = mention(line, (at, fit.end), AgreementForm::Unnamed, (&mechanism.kind, &mechanism.label));
    spotted.mention.about = about;
    (spotted.mention.parties, spotted.mention.group) = (described.parties, described.group);
    Some(spotted)
}

fn head_at<'b>(
    line: &Line<'_>,
    at: usize,
    openings: &Openings,
    bare: &mut Vec<Bare<'b>>,
    sentence: &'b Sentence,
) -> Option<Spotted> {
    for head in &openings.heads {
        let Some(first) = (at + 1).checked_sub(head.words.len()) else { continue };
        if !line.reads(first, &head.words) {
            continue;
        }
        let tokens = (first, at + 1);
        if let Some(spotted) = nicknamed(line, tokens, head).or_else(|| named_at(line, tokens, head)) {
            return Some(spotted);
        }
        if let Some(spotted) = issued_at(line, tokens, head).or_else(|| unnamed_at(line, tokens, head)) {
            return Some(spotted);
        }
        let can_point = head.needs.contains(&Need::Short) || head.needs.contains(&Need::General);
        if can_point && head.number == Number::Singular && !(first > 0 && line.is_hyphen(first - 1)) {
            bare.push(Bare { sentence, tokens, head: head.clone() });
        }
        return None;
    }
    None
}

fn named_at(line: &Line<'_>, (first, last): (usize, usize), head: &Head) -> Option<Spotted> {
    let (start, end) = named::name_around(line, (first, last), head)?;
    let mut spotted = mention(line, (start, end), AgreementForm::Named, (&head.kind, &head.singular));
    let mut described = Described::default();
    let behind = if line.word(end) == "(" { end + 3 } else { end };
    unnamed::groups(line, &mut described, behind);
    spotted.mention.parties = line.parties(start, first);
    spotted.mention.parties.retain(|&name| {
        let name = &line.names[name - line.first_name];
        name.country.is_some() && !name.span.contains(spotted.mention.span)
    });
    spotted.mention.parties.extend(described.parties);
    spotted.mention.group = described.group;
    spotted.mention.about = described.about;
    Some(spotted)
}

/// `the “Sept. 19” agreement`.
fn nicknamed(line: &Line<'_>, (first, last): (usize, usize), head: &Head) -> Option<Spotted> {
    const LONGEST: usize = 7;
    let close = first.checked_sub(1).filter(|&close| matches!(line.word(close), "”" | "\"" | "’" | "'"))?;
    let opens =
        |at: usize| matches!((line.word(at), line.word(close)), ("“", "”") | ("\"", "\"") | ("‘", "’") | ("'", "'"));
    let open = (close.saturating_sub(LONGEST)..close).rev().find(|&at| opens(at))?;
    let is_lower = |at: usize| line.is_word(at) && !line.is_capital(at) && !line.is(at, WordRole::Joint);
    let is_name = line.is_capital(open + 1)
        && close > open + 1
        && !(open + 1..close).any(is_lower)
        && head.needs.contains(&Need::Name);
    is_name.then(|| mention(line, (open, last), AgreementForm::Nickname, (&head.kind, &head.singular)))
}

/// `the U.N. Security Council’s resolution`.
fn issued_at(line: &Line<'_>, (first, last): (usize, usize), head: &Head) -> Option<Spotted> {
    let name = line.name_at(first.checked_sub(1)?)?;
    let is_issuer = head.needs.contains(&Need::Issuer) && name.kind == NameKind::Organisation;
    let start = line.tokens.partition_point(|token| token.span.end <= name.span.start);
    let number = line.names.iter().position(|other| other.span == name.span)? + line.first_name;
    let mut spotted =
        is_issuer.then(|| mention(line, (start, last), AgreementForm::Issued, (&head.kind, &head.singular)))?;
    spotted.mention.parties = vec![number];
    Some(spotted)
}

fn unnamed_at(line: &Line<'_>, (first, last): (usize, usize), head: &Head) -> Option<Spotted> {
    let described = unnamed::describe(line, (first, last));
    // `the Armistice with Norland` is called so by its parties
    let is_capital = line.is_capital(first) && first > 0;
    let is_called =
        || described.start == first && line.is(first - 1, WordRole::Article) && head.needs.contains(&Need::Parties);
    if is_capital && (described.parties.is_empty() || !is_called()) {
        return None;
    }
    if !unnamed::counts(line, head, &described) || unnamed::is_denied(line, described.start) {
        return None;
    }
    let tokens = (described.start, described.end);
    let mut spotted = mention(line, tokens, AgreementForm::Unnamed, (&head.kind, &head.singular));
    (spotted.mention.parties, spotted.mention.group) = (described.parties, described.group);
    spotted.mention.about = described.about;
    Some(spotted)
}

/// True where a word in front points back.
fn is_definite(line: &Line<'_>, at: usize) -> bool {
    at > 0 && line.is(at - 1, WordRole::Definite)
}
