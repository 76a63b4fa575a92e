//! Offices: a text that gives somebody an office without `former` is of the time the office was held.
//!
//! The terms come from the user's authority files; for holders that these do not know, from the
//! program's general one, whose table is read here once and for all documents.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::NaiveDate;

use super::constraint::Constraint;
use super::cues;
use super::incumbents::{Incumbent, Presence};
use super::story::StoryClues;
use crate::model::{GeneralAuthority, Ground, NameKind, NameMention, Origin, Phrase};
use crate::text::Span;
use crate::text::compare::{fold, tidy};
use crate::text::lexicon::{OFFICE_MODIFIERS, OFFICE_OBJECTS, OFFICES};
use crate::text::words::{columns, members};

/// An office with its holder and its term.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Term {
    /// The holder's names in comparison form; the first one is for readers as it stands in `holder`.
    spellings: Vec<String>,
    holder: String,
    title: String,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

static HEADS: LazyLock<Vec<Term>> = LazyLock::new(|| {
    let rows: Vec<Vec<&str>> =
        columns(include_str!("../../config/authority/data/offices.txt")).filter(|row| row.len() == 6).collect();
    let name = |row: &[&'static str]| members(row[0]).next().unwrap_or_default();
    let mut spellings: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for row in &rows {
        spellings.entry(name(row)).or_default().extend(members(row[0]).map(fold));
    }
    // Only a day narrows: a term known to the month or the year has no bound there.
    let day = |words: &str| words.parse().ok();
    let term = |row: &Vec<&'static str>| Term {
        spellings: spellings[name(row)].clone(),
        holder: name(row).to_owned(),
        title: row[1].to_owned(),
        from: day(row[3]),
        to: day(row[4]),
    };
    // `Prosecutor` is no word that a text sets in front of a name.
    rows.iter().map(term).filter(|term| !offices(head_of(&term.title)).is_empty()).collect()
});

/// What the offices that stand with names say of the day of writing: it is not before the term, and hardly
/// ever behind that of whoever acts in the text. Of equal ones the first of the text.
pub fn constraints(story: &StoryClues<'_>) -> Vec<Constraint> {
    let is_office = |name: &&NameMention| name.kind == NameKind::Person && name.role.is_some();
    if !story.names().any(|name| is_office(&name)) {
        return Vec::new();
    }
    let known = known(story);
    let mut holders: Vec<Incumbent> = Vec::new();
    for name in story.names().filter(is_office) {
        let Some((at, terms)) = held(story, name, &known) else { continue };
        let Some(one) = incumbent(at, &terms, &known) else { continue };
        match holders.iter_mut().find(|other| (other.from, other.to) == (one.from, one.to)) {
            Some(other) => other.places.push(at),
            None => holders.push(one),
        }
    }
    let presence = Presence::new(story, |name| spelling(story, name));
    holders.iter().flat_map(|one| of_holder(one, &presence)).collect()
}

/// Who is given an office at `at`: from the first to the last day of the terms that may be meant.
fn incumbent(at: Span, terms: &[&Term], known: &[Term]) -> Option<Incumbent> {
    let (first, from) = (terms.first()?, terms.iter().map(|term| term.from).min()?);
    let to = terms.iter().map(|term| term.to).max_by_key(|to| to.unwrap_or(NaiveDate::MAX)).flatten();
    let is_later = |other: &&Term| other.title == first.title && to.is_some_and(|to| other.from >= Some(to));
    Some(Incumbent {
        holder: first.holder.clone(),
        title: first.title.clone(),
        spellings: terms.iter().flat_map(|term| term.spellings.iter().cloned()).collect(),
        from,
        to,
        later: HEADS.iter().chain(known).filter(is_later).map(|term| term.spellings.clone()).collect(),
        places: vec![at],
    })
}

fn of_holder(one: &Incumbent, presence: &Presence<'_, '_>) -> Vec<Constraint> {
    if presence.is_imagined(one) {
        return Vec::new();
    }
    let bound = |earliest, latest, (ground, at), what: Phrase| Constraint {
        earliest,
        latest,
        ground,
        words: what.with("name", one.holder.as_str()).with("office", one.title.as_str()),
        evidence: Some(at),
    };
    let taken =
        |day| bound(Some(day), None, (Ground::Logic, one.places[0]), Phrase::new("why-office-taken").with("date", day));
    let left =
        |(day, at)| bound(None, Some(day), (Ground::Habit, at), Phrase::new("why-office-left").with("date", day));
    let left = one.to.and_then(|day| Some((day, presence.acts(one)?))).map(left);
    one.from.map(taken).into_iter().chain(left).collect()
}

/// The comparison form of a name, or of the longer one it stands for.
fn spelling(story: &StoryClues<'_>, name: &NameMention) -> String {
    let own = fold(&tidy(name.span.of(story.text)));
    story.bearers.get(&own).cloned().flatten().unwrap_or(own)
}

/// The terms of the user's authority files.
fn known(story: &StoryClues<'_>) -> Vec<Term> {
    let own = story.authority.actors.iter().filter(|actor| actor.origin == Origin::Dossier);
    let persons = own.filter(|actor| actor.kind == NameKind::Person);
    let terms = persons.flat_map(|actor| {
        let spellings: Vec<String> =
            std::iter::once(&actor.name).chain(&actor.variants).map(|name| fold(name)).collect();
        actor.roles.iter().map(move |role| Term {
            spellings: spellings.clone(),
            holder: actor.name.clone(),
            title: role.title.clone(),
            from: role.from.and_then(|from| from.earliest()),
            to: role.to.and_then(|to| to.latest()),
        })
    });
    terms.collect()
}

/// The terms of the general authority file that a spelling may mean, unless the dossier leaves it out.
fn heads(story: &StoryClues<'_>, spelling: &str) -> impl Iterator<Item = &'static Term> {
    let places: &[usize] = match story.authority.general {
        GeneralAuthority::Use => HEADS_BY_NAME.get(spelling).map_or(&[], Vec::as_slice),
        GeneralAuthority::LeaveOut => &[],
    };
    places.iter().map(|&at| &HEADS[at])
}

/// Where a name stands with a title, and the terms of those it may mean; `None` where the words say
/// that the office is not held, or where no term fits.
fn held<'t>(story: &StoryClues<'_>, name: &NameMention, known: &'t [Term]) -> Option<(Span, Vec<&'t Term>)> {
    let role = name.role?;
    let at = Span::new(role.start.min(name.span.start), role.end.max(name.span.end));
    let title = role.of(story.text);
    if cues::is_former(story.before(at)) || has_former(title) {
        return None;
    }
    let spelling = spelling(story, name);
    let offices = offices(title);
    let theirs: Vec<&Term> = known.iter().filter(|term| is_named(term, &spelling)).collect();
    let fitting: Vec<&Term> = match theirs.is_empty() {
        false => theirs.into_iter().filter(|term| offices.is_subset(&content_words(&term.title))).collect(),
        true => heads(story, &spelling).filter(|term| offices == self::offices(head_of(&term.title))).collect(),
    };
    let of_one = |term: &&&Term| term.title == fitting[0].title;
    (!offices.is_empty() && !fitting.is_empty() && fitting.iter().all(|term| of_one(&term))).then_some((at, fitting))
}

/// `former president`, `then-president`: anywhere in the title.
fn has_former(title: &str) -> bool {
    title.split(' ').any(cues::is_former)
}

/// The office without the country: `President` of `President of France`.
fn head_of(title: &str) -> &str {
    title.rsplit_once(" of ").map_or(title, |(office, _)| office)
}

/// The terms of [`HEADS`] by the names of their holders, and by the last words of these.
static HEADS_BY_NAME: LazyLock<BTreeMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, term) in HEADS.iter().enumerate() {
        for spelling in &term.spellings {
            let last = spelling.split(' ').next_back().unwrap_or_default();
            for key in [spelling.as_str(), last] {
                let terms = by_name.entry(key).or_default();
                if terms.last() != Some(&at) {
                    terms.push(at);
                }
            }
        }
    }
    by_name
});

/// True where a spelling is the holder's name, or its last word.
fn is_named(term: &Term, spelling: &str) -> bool {
    let is_it =
        |name: &String| name == spelling || (!spelling.contains(' ') && name.split(' ').next_back() == Some(spelling));
    term.spellings.iter().any(is_it)
}

/// The words of office of a title: `Defense Minister` has the same as `Minister of National Defence`.
fn offices(title: &str) -> BTreeSet<String> {
    let is_office = |word: &String| OFFICES.has(word) || OFFICE_OBJECTS.has(word) || OFFICE_MODIFIERS.has(word);
    content_words(title).into_iter().filter(is_office).collect()
}

/// The words of a title in one spelling, without the small ones.
fn content_words(title: &str) -> BTreeSet<String> {
    let words = title.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    let american = |word: String| word.replace("defence", "defense").replace("labour", "labor");
    words.map(american).filter(|word| word.len() > 2).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_compared_by_their_words_of_office() {
        let table = [
            ("Defence Minister", "Minister of National Defense of Norland", true),
            ("Norlandic Minister of Defense", "Minister of National Defense of Norland", true),
            ("Minister", "Minister of National Defense of Norland", true),
            ("Vice President", "President of Norland", false),
            ("Foreign Minister", "Minister of National Defense of Norland", false),
        ];
        for (title, role, expected) in table {
            assert_eq!(offices(title).is_subset(&content_words(role)), expected, "{title}, {role}");
        }
    }

    #[test]
    fn every_line_of_the_list_has_a_term() {
        assert!(HEADS.len() > 500);
        for term in HEADS.iter() {
            assert!(term.to.is_none() || term.from < term.to, "{term:?}");
            assert!(!offices(head_of(&term.title)).is_empty(), "{term:?}");
        }
    }
}
