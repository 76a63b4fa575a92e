//! Roles as the texts state them: whose, of which country, held when; equal ones folded together.

use std::collections::{BTreeMap, BTreeSet};

use super::lexicon::{RANKS, TENURES, VAGUE_OFFICES, leading_country, respelt, trailing_country};
use super::sentence_of;
use crate::model::{DossierDocument, Edtf, Evidence, Role, Tenure};
use crate::text::Span;
use crate::text::compare::{fold, tidy};
use crate::text::lexicon::{COURTESY_TITLES, OFFICE_MODIFIERS, OFFICES};

/// A role in comparison form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RoleForm {
    /// When it is held.
    pub tenure: Tenure,
    /// The country in it.
    pub country: Option<String>,
    /// The other words, the word of office last.
    pub words: Vec<String>,
}

impl RoleForm {
    /// The form of a role's words; `before` are the words in front of them.
    pub fn of(title: &str, before: &str) -> Self {
        let folded = respelt(&fold(title).replace("'s ", " "));
        let mut words: Vec<String> =
            folded.split(' ').map(|word| word.trim_matches(['.', ',']).to_owned()).filter(|w| !w.is_empty()).collect();
        let mut tenure = tenure_before(before);
        words.drain(..words_before_tenure(&words));
        while let Some(stated) = words.first().and_then(|first| tenure_word(first)).filter(|_| words.len() > 1) {
            tenure = stated;
            words.remove(0);
        }
        if let Some(stated) = words.last().and_then(|last| tenure_word(&format!("-{last}"))).filter(|_| words.len() > 1)
        {
            tenure = stated;
            words.pop();
        }
        let has_office = words.iter().any(|word| OFFICES.has(word) && !RANKS.has(word) && !OFFICE_MODIFIERS.has(word));
        while has_office && words.last().is_some_and(|last| RANKS.has(last)) {
            words.pop();
        }
        let mut country = None;
        if let Some((code, count)) = leading_country(&words).filter(|(_, count)| *count < words.len()) {
            country = Some(code.to_owned());
            words.drain(..count);
        } else if let Some((code, count)) = trailing_country(&words).filter(|(_, count)| count + 1 < words.len())
            && words[words.len() - count - 1] == "of"
        {
            country = Some(code.to_owned());
            words.truncate(words.len() - count - 1);
        }
        if words.len() > 2 && words[1] == "of" && OFFICES.has(&words[0]) {
            let head = words.remove(0);
            words.remove(0);
            words.push(head);
        }
        if let Some(last) = words.last_mut()
            && let Some(one) = last.strip_suffix('s').filter(|one| OFFICES.has(one))
        {
            *last = one.to_owned();
        }
        Self { tenure, country, words }
    }

    /// True for an office that says which: `the official` and `the leader` may be anybody.
    pub fn names_office(&self) -> bool {
        self.words.last().is_some_and(|last| OFFICES.has(last) && !VAGUE_OFFICES.has(last))
    }

    /// True where the words `wanted` may be said of this role: `the minister` of a `Prime Minister`.
    pub fn may_be(&self, wanted: &Self) -> bool {
        let agrees = self.country.is_none() || wanted.country.is_none() || self.country == wanted.country;
        agrees && self.words.ends_with(&wanted.words)
    }

    /// True where this is the same role with fewer words said (`President`, `South Korean President`).
    fn is_short_for(&self, full: &Self) -> bool {
        let agrees = self.country.is_none() || self.country == full.country;
        let is_part = full.words.ends_with(&self.words);
        self.tenure == full.tenure && agrees && is_part && self != full
    }
}

/// `Even former`, `the singer’s former`: so many words stand in front of the word that says when a role is
/// held, and are no part of it.
fn words_before_tenure(words: &[String]) -> usize {
    let near = words.len().saturating_sub(1).min(TENURE_WITHIN);
    words[..near].iter().position(|word| tenure_word(word) == Some(Tenure::Former)).unwrap_or(0)
}

/// The word that says when a role is held is one of so many first words.
const TENURE_WITHIN: usize = 3;

/// What a word in front of a role (`former`), or with its hyphen behind one (`-elect`), says.
fn tenure_word(word: &str) -> Option<Tenure> {
    let stated = TENURES.iter().find(|(listed, _)| *listed == word)?.1;
    Tenure::ALL.into_iter().find(|tenure| tenure.as_str() == stated)
}

/// What the last word in front of a role says of it.
fn tenure_before(before: &str) -> Tenure {
    let last = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    tenure_word(&fold(last)).unwrap_or(Tenure::Held)
}

/// What the roles of a name speak for and against.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    /// The words of office, vague ones aside.
    pub offices: BTreeSet<String>,
    /// The countries of the offices.
    pub countries: BTreeSet<String>,
}

/// How two profiles lie to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// They share an office, and no country speaks against it.
    Shared,
    /// Nothing speaks for it or against it.
    Open,
    /// Other offices, or the same of other countries.
    Conflict,
}

impl Profile {
    /// Adds what a role says.
    pub fn add(&mut self, role: &RoleForm) {
        let is_office = |word: &&String| {
            OFFICES.has(word) && !VAGUE_OFFICES.has(word) && !COURTESY_TITLES.has(word) && !OFFICE_MODIFIERS.has(word)
        };
        self.offices.extend(role.words.iter().filter(is_office).cloned());
        self.countries.extend(role.country.clone());
    }

    /// Adds what another profile says.
    pub fn join(&mut self, other: &Self) {
        self.offices.extend(other.offices.iter().cloned());
        self.countries.extend(other.countries.iter().cloned());
    }

    /// True where no role says anything.
    pub fn is_empty(&self) -> bool {
        self.offices.is_empty() && self.countries.is_empty()
    }

    /// True where both say an office and a country, and they share neither.
    pub fn contradicts(&self, other: &Self) -> bool {
        let apart =
            |one: &BTreeSet<String>, two: &BTreeSet<String>| !one.is_empty() && !two.is_empty() && one.is_disjoint(two);
        apart(&self.countries, &other.countries) && apart(&self.offices, &other.offices)
    }

    /// How this profile lies to another.
    pub fn fit(&self, other: &Self) -> Fit {
        let apart =
            |one: &BTreeSet<String>, two: &BTreeSet<String>| !one.is_empty() && !two.is_empty() && one.is_disjoint(two);
        if apart(&self.countries, &other.countries) {
            Fit::Conflict
        } else if !self.offices.is_disjoint(&other.offices) {
            Fit::Shared
        } else if apart(&self.offices, &other.offices) {
            Fit::Conflict
        } else {
            Fit::Open
        }
    }
}

/// The form of the role at `span` of a document.
pub fn role_form(document: &DossierDocument, span: Span) -> RoleForm {
    let text = document.source.text.as_str();
    let reach = text[..span.start].char_indices().rev().nth(LONGEST_WORD_BEFORE).map_or(0, |(at, _)| at);
    RoleForm::of(span.of(text), &text[reach..span.start])
}

/// A word in front of a role is looked for in so many characters.
const LONGEST_WORD_BEFORE: usize = 16;

/// The roles that stand with `mentions`, by first evidence; equal ones are one, and a role with
/// fewer words is the longer one where one alone fits.
pub fn stated_roles(mentions: &[(usize, usize)], documents: &[DossierDocument]) -> Vec<Role> {
    let mut stated: BTreeMap<RoleForm, Stated> = BTreeMap::new();
    for &(number, index) in mentions {
        let document = &documents[number];
        let Some(span) = document.annotations.names[index].role else { continue };
        let form = role_form(document, span);
        let proof = Evidence { document: number, span: sentence_of(document, span), focus: span };
        let title = shown_title(&tidy(span.of(&document.source.text)));
        let known = stated.entry(form).or_default();
        *known.titles.entry(title).or_default() += 1;
        known.evidence.push(proof);
    }
    let forms: Vec<RoleForm> = stated.keys().cloned().collect();
    let is_part = |form: &RoleForm, other: &RoleForm| form.is_short_for(other);
    let whole: Vec<&RoleForm> = forms.iter().filter(|form| !forms.iter().any(|other| is_part(form, other))).collect();
    for form in &forms {
        let fits: Vec<&&RoleForm> = whole.iter().filter(|other| is_part(form, other)).collect();
        if let [only] = fits.as_slice() {
            let part = stated.remove(form).unwrap_or_default();
            stated.entry((**only).clone()).or_default().evidence.extend(part.evidence);
        }
    }
    let mut roles: Vec<Role> = stated.into_iter().map(|(form, stated)| stated.role(form.tenure, documents)).collect();
    roles.sort_by(|one, other| one.evidence.first().cmp(&other.evidence.first()));
    roles
}

/// The spellings of a role and where it is stated.
#[derive(Debug, Default)]
struct Stated {
    titles: BTreeMap<String, usize>,
    evidence: Vec<Evidence>,
}

impl Stated {
    fn role(mut self, tenure: Tenure, documents: &[DossierDocument]) -> Role {
        self.evidence.sort();
        // A sentence that says it several times says it once.
        self.evidence.dedup_by_key(|proof| (proof.document, proof.span));
        let most = self
            .titles
            .into_iter()
            .max_by_key(|(title, count)| (*count, title.len(), std::cmp::Reverse(title.clone())));
        let title = most.map(|(title, _)| title).unwrap_or_default();
        let as_of = self
            .evidence
            .iter()
            .filter_map(|proof| date_of(proof, documents))
            .max_by_key(|date| (date.latest().or(date.earliest()), date.earliest()));
        Role { title, tenure, from: None, to: None, as_of, authority: None, evidence: self.evidence }
    }
}

/// The date of the story that a proof stands in.
pub fn date_of(proof: &Evidence, documents: &[DossierDocument]) -> Option<Edtf> {
    let document = &documents[proof.document];
    let story = document.stories.get(document.story_at(proof.span.start));
    story.and_then(|story| story.date.edtf).or(document.date.edtf)
}

/// The title as it is shown: one person's (`Presidents`), without a rank behind it, and without `former`
/// in front, which the tenure says.
fn shown_title(title: &str) -> String {
    let mut words: Vec<&str> = title.split(' ').collect();
    let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
    words.drain(..words_before_tenure(&folded));
    while words.len() > 1 && tenure_word(&fold(words[0])).is_some() {
        words.remove(0);
    }
    let plain = |word: &str| word.trim_end_matches('.').to_lowercase();
    let is_rank = |word: &str| RANKS.has(&plain(word));
    let names_office = |word: &&str| OFFICES.has(&plain(word)) && !is_rank(word) && !OFFICE_MODIFIERS.has(&plain(word));
    let has_office = words.iter().any(names_office);
    while has_office && words.last().is_some_and(|last| is_rank(last)) {
        words.pop();
    }
    let joined = words.join(" ");
    match joined.strip_suffix('s') {
        Some(one) if one.rsplit(' ').next().is_some_and(|word| OFFICES.has(word)) => one.to_owned(),
        _ => joined,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wordings_of_one_role_are_one() {
        for (one, other) in [
            ("South Korean Defense Minister", "Defence Minister of South Korea"),
            ("U.S. Secretary of Defense", "United States Defense Secretary"),
            ("Prime Minister", "Prime Minster"),
            ("Presidents", "president"),
            ("Pentagon Spokesperson Gen.", "Pentagon spokesperson"),
            ("Pentagon Spokesperson Rear Adm.", "Pentagon spokesperson"),
        ] {
            assert_eq!(RoleForm::of(one, ""), RoleForm::of(other, ""), "{one}");
        }
        assert!(RoleForm::of("President", "").is_short_for(&RoleForm::of("South Korean President", "")));
        assert!(!RoleForm::of("Japanese President", "").is_short_for(&RoleForm::of("South Korean President", "")));
    }

    #[test]
    fn a_rank_alone_is_shown_whole() {
        for (title, expected) in [
            ("Coast Guard Rear Adm.", "Coast Guard Rear Adm."),
            ("U.S. Gen.", "U.S. Gen."),
            ("Pentagon press secretary Rear Adm.", "Pentagon press secretary"),
            ("former Prime Minister", "Prime Minister"),
        ] {
            assert_eq!(shown_title(title), expected);
        }
    }

    #[test]
    fn when_a_role_is_held_is_told_by_the_words_around_it() {
        for (title, before, expected) in [
            ("President", "said ", Tenure::Held),
            ("former President", "", Tenure::Former),
            ("Even former U.S. President", "", Tenure::Former),
            ("now-retired General", "", Tenure::Former),
            ("singer’s former doctor", "", Tenure::Former),
            ("President", "with then-", Tenure::Then),
            ("President", "and ex-", Tenure::Former),
            ("President", "of the late ", Tenure::Late),
            ("outgoing Prime Minister", "", Tenure::Outgoing),
            ("President-elect", "", Tenure::Incoming),
            ("Foreign Minister-designate", "", Tenure::Incoming),
        ] {
            let form = RoleForm::of(title, before);
            assert_eq!(form.tenure, expected, "{before}{title}");
            assert!(OFFICES.has(form.words.last().unwrap()), "{form:?}");
        }
    }

    #[test]
    fn offices_speak_for_and_against() {
        let profile = |title: &str| {
            let mut profile = Profile::default();
            profile.add(&RoleForm::of(title, ""));
            profile
        };
        for (one, other, expected) in [
            ("U.S. President", "President", Fit::Shared),
            ("U.S. President", "South Korean President", Fit::Conflict),
            ("Minister", "Mayor", Fit::Conflict),
            ("North Korean leader", "North Korean President", Fit::Open),
            ("leader", "Mayor", Fit::Open),
        ] {
            assert_eq!(profile(one).fit(&profile(other)), expected, "{one} {other}");
        }
    }
}
