//! Forms: names in the shape in which they are compared, and how one is short for another.

use super::lexicon::{
    Body, LEGAL_FORMS, NAME_SUFFIXES, RANKS, STATE_WORDS, body, leading_country, respelt, trailing_country,
};
use crate::model::MergeRule;
use crate::text::compare::fold;
use crate::text::lexicon::{COURTESY_TITLES, FUNCTION_WORDS, NAME_PARTICLES, OFFICE_OBJECTS, OFFICES};

/// A person's name: its words without titles.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PersonForm {
    /// In comparison form; hyphens part words.
    pub words: Vec<String>,
    /// `jr`, `ii`.
    pub suffix: Option<String>,
    /// True where a small letter follows a hyphen of the last words: a given name of two syllables.
    pub is_given_last: bool,
    /// True where one does so in the first words.
    pub is_given_first: bool,
}

impl PersonForm {
    /// The form of a name as it stands in a text.
    pub fn of(text: &str) -> Self {
        let folded = fold(text);
        let mut words: Vec<String> =
            folded.split(' ').map(|word| word.trim_matches(['.', ',']).to_owned()).filter(|w| !w.is_empty()).collect();
        let titles = words.iter().take_while(|word| is_title(word)).count();
        if titles < words.len() {
            words.drain(..titles);
        }
        let suffix = words
            .last()
            .filter(|_| words.len() > 1)
            .and_then(|last| NAME_SUFFIXES.get(last))
            .map(|one| (*one).to_owned());
        if suffix.is_some() {
            words.pop();
        }
        let parts: Vec<&str> = text.split_whitespace().collect();
        Self {
            is_given_last: parts.len() > 1 && parts.last().is_some_and(|part| is_syllables(part)),
            is_given_first: parts.len() > 1 && parts.first().is_some_and(|part| is_syllables(part)),
            words,
            suffix,
        }
    }

    /// True for a name of more than one word.
    pub fn is_full(&self) -> bool {
        self.words.len() > 1
    }

    /// The words without spaces: `yoonsukyeol`. What tells father and son apart stands behind them.
    pub fn squashed(&self) -> String {
        match &self.suffix {
            Some(suffix) => format!("{}, {suffix}", self.words.concat()),
            None => self.words.concat(),
        }
    }

    /// True where both may be one person's: of two suffixes none says anything.
    fn is_of_age(&self, other: &Self) -> bool {
        !self.is_full() || !other.is_full() || self.suffix == other.suffix
    }

    /// The other orders of given and family name, without spaces.
    pub fn turned(&self) -> Vec<String> {
        let count = self.words.len();
        let turn = |at: usize| format!("{}{}", self.words[at..].concat(), self.words[..at].concat());
        let mut turned: Vec<String> =
            [1, count.saturating_sub(1)].into_iter().filter(|&at| at < count).map(turn).collect();
        turned.sort();
        turned.dedup();
        turned.retain(|words| *words != self.squashed());
        turned
    }

    /// Where this name stands in a longer one that it can be short for.
    pub fn part_of(&self, full: &Self) -> Option<Part> {
        let (own, all) = (self.words.as_slice(), full.words.as_slice());
        if own.is_empty() || own.len() >= all.len() || all.len() < 2 || !self.is_of_age(full) {
            return None;
        }
        if own.iter().all(|word| word.chars().count() < 2 || FUNCTION_WORDS.has(word) || NAME_PARTICLES.has(word)) {
            return None;
        }
        if all.ends_with(own) {
            return Some(Part::Last);
        }
        if all.starts_with(own) {
            return Some(Part::First);
        }
        self.drops_middle_of(full).then_some(Part::Ends)
    }

    /// `John Kerry` for `John Forbes Kerry`, `J. Kerry` for `John Kerry`.
    fn drops_middle_of(&self, full: &Self) -> bool {
        let (Some(first), Some(last)) = (self.words.first(), self.words.last()) else { return false };
        let mut rest = full.words.iter();
        let is_inside = self.words.iter().all(|word| rest.any(|other| other == word));
        self.is_full() && full.words.first() == Some(first) && full.words.last() == Some(last) && is_inside
    }

    /// True where this is the other with initials: `J. Kirby`, `John F. Kerry`, `J. Kerry`.
    pub fn is_initialled(&self, full: &Self) -> bool {
        let (own, all) = (&self.words, &full.words);
        let is_initial = |one: &String, other: &String| one.chars().count() == 1 && other.starts_with(one.as_str());
        let fits = |(one, other): (&String, &String)| one == other || is_initial(one, other);
        let is_whole = own.len() == all.len() && own.iter().zip(all).all(fits);
        let is_first = own.len() == 2 && all.len() > 2 && is_initial(&own[0], &all[0]);
        self.is_of_age(full) && own.len() > 1 && own != all && own.last() == all.last() && (is_whole || is_first)
    }

    /// The words that `short` leaves out of this name are initials and particles.
    pub fn is_only_initials_longer(&self, short: &Self) -> bool {
        let left_out = self.words.iter().filter(|word| !short.words.contains(word));
        left_out.into_iter().all(|word| word.chars().count() == 1 || NAME_PARTICLES.has(word))
    }
}

/// Which part of a full name a short one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The first words.
    First,
    /// The last words.
    Last,
    /// First and last, without the middle.
    Ends,
}

fn is_title(word: &str) -> bool {
    COURTESY_TITLES.has(word) || RANKS.has(word) || OFFICES.has(word)
}

/// `Suk-yeol`: a small letter behind the hyphen, as no double surname has it.
fn is_syllables(part: &str) -> bool {
    let part = part.trim_end_matches("’s").trim_end_matches("'s");
    part.split_once(['-', '‐', '‑']).is_some_and(|(one, other)| {
        one.chars().count() > 1 && other.starts_with(char::is_lowercase) && one.starts_with(char::is_uppercase)
    })
}

/// An organisation's name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BodyForm {
    /// The country it belongs to, where the name or the words in front of it say one.
    pub country: Option<String>,
    /// In comparison form and order (`defense ministry`), without legal form.
    pub words: Vec<String>,
    /// One word of capitals.
    pub is_acronym: bool,
    /// The first letters of its words as written; of words in capitals all (`US Air Force`: `usaf`).
    pub initials: String,
}

impl BodyForm {
    /// The form of a name as it stands in a text; `owner` is the country in front of it
    /// (`Japan's Defense Ministry`).
    pub fn of(text: &str, owner: Option<&str>) -> Self {
        let folded = respelt(&fold(text).replace("'s ", " "));
        let mut words: Vec<String> = folded
            .split(' ')
            .map(|word| word.trim_matches(['.', ',', '(', ')']).to_owned())
            .filter(|w| !w.is_empty())
            .collect();
        let legal = words.iter().rev().take_while(|word| LEGAL_FORMS.has(word)).count();
        if legal < words.len() && !(words.len() - legal == 1 && body(&words[0]).is_some()) {
            words.truncate(words.len() - legal);
        }
        let mut country = owner.map(str::to_owned);
        let is_state = |words: &[String]| words.last().is_some_and(|last| body(last) == Some(Body::State));
        let opens_state = |words: &[String]| words.first().is_some_and(|first| body(first) == Some(Body::State));
        if let Some((code, count)) = leading_country(&words).filter(|(_, count)| *count < words.len())
            && (is_state(&words) || opens_state(&words[count..]))
        {
            country = Some(code.to_owned());
            words.drain(..count);
        }
        if let Some((code, count)) = trailing_country(&words).filter(|(_, count)| count + 1 < words.len())
            && opens_state(&words)
            && matches!(words[words.len() - count - 1].as_str(), "of" | "in")
        {
            country = Some(code.to_owned());
            words.truncate(words.len() - count - 1);
        }
        if opens_state(&words) && words.len() > 2 && words[1] == "of" {
            let head = words.remove(0);
            words.remove(0);
            words.retain(|word| word != "the");
            words.push(head);
        }
        let name = ["the ", "The ", "THE "].iter().find_map(|article| text.strip_prefix(article)).unwrap_or(text);
        let name = name.trim_end_matches("’s").trim_end_matches("'s");
        let is_acronym = words.len() == 1 && name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
        Self { country, words, is_acronym, initials: initials(name) }
    }

    /// What two spellings of one body have in common.
    pub fn key(&self) -> String {
        format!("{}:{}", self.country.as_deref().unwrap_or_default(), self.words.join(" "))
    }

    /// A body that every state has, and no word says which: `Defense Ministry`, `Congress`.
    pub fn is_some_states(&self) -> bool {
        let Some((last, rest)) = self.words.split_last() else { return false };
        let is_common = |word: &String| STATE_WORDS.has(word) || OFFICE_OBJECTS.has(word);
        self.country.is_none() && body(last) == Some(Body::State) && rest.iter().all(is_common)
    }

    /// Several words, and more than one of them longer than an acronym.
    pub fn is_spelt_out(&self) -> bool {
        self.words.iter().filter(|word| word.chars().count() > 4).count() > 1
    }

    /// Country and words without spaces and hyphens.
    pub fn squashed(&self) -> String {
        self.key().replace([' ', '-', '‐', '‑'], "")
    }

    /// True for `the Ministry`: no name of its own.
    pub fn is_bare(&self) -> bool {
        self.country.is_none() && self.words.len() == 1 && !self.is_acronym && body(&self.words[0]).is_some()
    }

    /// The rule by which this name is short for another of its text.
    pub fn short_for(&self, full: &Self) -> Option<MergeRule> {
        let (own, all) = (self.words.as_slice(), full.words.as_slice());
        if self.country.is_some() && self.country != full.country {
            return None;
        }
        if own == all {
            return (self.country.is_none() && full.country.is_some()).then_some(MergeRule::ShortForm);
        }
        if own.len() >= all.len() {
            return (self.is_acronym && own.len() == 1 && self.spells(full)).then_some(MergeRule::Initials);
        }
        if all.ends_with(own) && own.last().is_some_and(|last| body(last).is_some()) {
            return Some(MergeRule::ShortForm);
        }
        self.spells(full).then_some(MergeRule::Initials)
    }

    /// True where this acronym has the first letters of the words of `full`.
    pub fn spells(&self, full: &Self) -> bool {
        let is_long = || self.words[0].chars().count() > 2 && full.initials.chars().count() > 2;
        self.is_acronym && !full.is_acronym && is_long() && self.words[0] == full.initials
    }
}

/// The first letters of a name's words, small words aside; of words in capitals all.
fn initials(name: &str) -> String {
    let mut letters = String::new();
    let is_small = |word: &str| word.starts_with(char::is_lowercase) && FUNCTION_WORDS.has(word);
    for word in name.split([' ', '-', '‐', '‑']).filter(|word| !is_small(word)) {
        let all = || word.chars().filter(|c| c.is_alphabetic());
        let is_capitals = all().count() > 1 && all().all(char::is_uppercase);
        letters.extend(all().take(if is_capitals { usize::MAX } else { 1 }).flat_map(char::to_lowercase));
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_persons_name_is_compared_without_titles_hyphens_and_case() {
        for (one, other) in [
            ("Yoon Suk-yeol", "YOON SUK YEOL"),
            ("Yoon Suk-yeol", "Yoon Sukyeol"),
            ("Mr. John Kirby", "John Kirby’s"),
            ("José Peña", "Jose Pena"),
            ("Gen. Pat Ryder", "Pat Ryder"),
        ] {
            assert_eq!(PersonForm::of(one).squashed(), PersonForm::of(other).squashed(), "{one}");
        }
        assert!(PersonForm::of("Suk Yeol Yoon").turned().contains(&PersonForm::of("Yoon Suk-yeol").squashed()));
        assert!(PersonForm::of("Kishida Fumio").turned().contains(&PersonForm::of("Fumio Kishida").squashed()));
        assert_eq!(PersonForm::of("Martin King Jr.").suffix.as_deref(), Some("jr"));
        assert_ne!(PersonForm::of("Ola Lund Snr").squashed(), PersonForm::of("Ola Lund Jnr").squashed());
        assert_eq!(PersonForm::of("Lund").part_of(&PersonForm::of("Ola Lund Snr")), Some(Part::Last));
        assert!(
            PersonForm::of("Kang Sun-nam").is_given_last && !PersonForm::of("Linda Thomas-Greenfield").is_given_last
        );
    }

    #[test]
    fn a_short_name_is_part_of_a_long_one() {
        for (short, full, expected) in [
            ("Yoon", "Yoon Suk Yeol", Some(Part::First)),
            ("Austin", "Lloyd Austin", Some(Part::Last)),
            ("Thomas-Greenfield", "Linda Thomas-Greenfield", Some(Part::Last)),
            ("Jong-un", "Kim Jong Un", Some(Part::Last)),
            ("van Dyke", "Dick van Dyke", Some(Part::Last)),
            ("John Kerry", "John Forbes Kerry", Some(Part::Ends)),
            ("Sun", "Kang Sun-nam", None),
            ("van", "Dick van Dyke", None),
            ("Kihara", "Fumio Kishida", None),
            ("Yoon Suk Yeol", "Yoon Suk Yeol", None),
        ] {
            assert_eq!(PersonForm::of(short).part_of(&PersonForm::of(full)), expected, "{short} {full}");
        }
        assert!(PersonForm::of("J. Kirby").is_initialled(&PersonForm::of("John Kirby")));
    }

    #[test]
    fn wordings_of_one_body_have_one_key() {
        for (one, other) in [
            ("the South Korean Defence Ministry", "Ministry of Defense of South Korea"),
            ("South Korean Defense Ministry", "ROK Ministry of Defense"),
            ("U.N. Security Council", "United Nations Security Council"),
            ("Apple Inc.", "Apple"),
            ("Boeing Co.", "The Boeing Company"),
            ("U.S. Department of Defense", "United States Defense Department"),
        ] {
            assert_eq!(BodyForm::of(one, None).key(), BodyForm::of(other, None).key(), "{one}");
        }
        for (one, other) in [
            ("U.S. National Security Council", "U.N. Security Council"),
            ("South Korean Defense Ministry", "Japanese Defense Ministry"),
            ("American Airlines", "British Airways"),
            ("Bank of America", "Bank of England"),
        ] {
            assert_ne!(BodyForm::of(one, None).key(), BodyForm::of(other, None).key(), "{one}");
        }
        assert_eq!(
            BodyForm::of("Defense Ministry", Some("JP")).key(),
            BodyForm::of("Japanese Defence Ministry", None).key()
        );
    }

    #[test]
    fn a_short_name_of_a_body_says_by_what_rule_it_fits() {
        for (short, full, expected) in [
            ("the Ministry", "South Korean Defense Ministry", Some(MergeRule::ShortForm)),
            ("Defense Ministry", "South Korean Defense Ministry", Some(MergeRule::ShortForm)),
            ("Security Council", "U.N. Security Council", Some(MergeRule::ShortForm)),
            ("Qantas", "Qantas Airways", None),
            ("KCNA", "Korean Central News Agency", Some(MergeRule::Initials)),
            ("the USAF", "US Air Force", Some(MergeRule::Initials)),
            ("the USAF", "the United States Air Force", Some(MergeRule::Initials)),
            ("Japanese Defense Ministry", "South Korean Defense Ministry", None),
            ("Boeing", "Boeing Commercial Airplanes Dispute Court", None),
            ("FBI", "Federal Security Service", None),
        ] {
            let rule = BodyForm::of(short, None).short_for(&BodyForm::of(full, None));
            assert_eq!(rule, expected, "{short} {full}");
        }
    }
}
