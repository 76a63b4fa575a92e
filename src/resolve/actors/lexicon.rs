//! What this room knows of words: legal forms, bodies, tenures, signs of private persons.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::text::compare::fold;
use crate::text::words::{WordMap, WordSet, members, table};

/// Words at the end of an organisation's name that say its legal form.
pub static LEGAL_FORMS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/legal-forms.txt")));

/// Words at the end of an organisation's name that say its trade.
pub static TRADE_WORDS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/trade-words.en.txt")));

/// Bodies whose one word is a name where no longer one is said.
pub static LONE_BODIES: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/lone-bodies.en.txt")));

/// Words in names of bodies that every state has, beside those of offices.
pub static STATE_WORDS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/state-words.en.txt")));

/// What stands behind a person's name and is no part of it (`Jnr.`), in the spelling it is compared in.
pub static NAME_SUFFIXES: LazyLock<WordMap<&'static str>> =
    LazyLock::new(|| WordMap::new(table(include_str!("data/name-suffixes.txt"))));

/// Words of office that speak neither for nor against another one.
pub static VAGUE_OFFICES: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/vague-offices.en.txt")));

/// Shortened ranks.
pub static RANKS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/ranks.en.txt")));

/// Words next to the name of a victim, a suspect, a bystander.
pub static PRIVATE_SIGNS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/private-signs.en.txt")));

/// Given names of the English-speaking press.
pub static GIVEN_NAMES: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/given-names.en.txt")));

/// Countries whose people write the family name first.
pub static FAMILY_FIRST: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/family-first.txt")));

/// What the word for a body says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// It belongs to a country or an organisation of countries.
    State,
    /// Anything else.
    Other,
}

static BODIES: LazyLock<WordMap<Body>> = LazyLock::new(|| {
    let rows = table(include_str!("data/bodies.en.txt"));
    WordMap::new(rows.map(|(class, word)| (word, if class == "state" { Body::State } else { Body::Other })))
});

/// The kind of body a word is for.
pub fn body(word: &str) -> Option<Body> {
    BODIES.get(word).copied()
}

/// Spellings of one word, longest key first: what stands in a text, what is compared.
static SPELLINGS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    table(include_str!("data/spellings.en.txt")).map(|(from, to)| (format!(" {from} "), format!(" {to} "))).collect()
});

/// A folded name with every word in the spelling that is compared.
pub fn respelt(folded: &str) -> String {
    let mut words = format!(" {folded} ");
    for (from, to) in SPELLINGS.iter().filter(|(from, _)| folded.contains(from.trim())) {
        words = words.replace(from.as_str(), to);
    }
    words.trim().to_owned()
}

/// Countries by the comparison forms of their names and nationality words.
static COUNTRIES: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| {
    let mut countries = BTreeMap::new();
    for (code, rest) in table(include_str!("../../extract/names/data/countries.en.txt")) {
        for name in rest.split(['|', ';']).map(str::trim).filter(|name| !name.is_empty()) {
            countries.entry(fold(name)).or_insert(code);
        }
    }
    countries
});

/// The name of each country that is shown, by code.
static COUNTRY_NAMES: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = table(include_str!("../../extract/names/data/countries.en.txt"));
    rows.filter_map(|(code, row)| Some((code, members(row.split('|').next()?).next()?))).collect()
});

/// The name of the country with a code.
pub fn country_name(code: &str) -> Option<&'static str> {
    COUNTRY_NAMES.get(code).copied()
}

/// The codes of countries by the comparison forms of their capitals.
static CAPITALS: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| {
    let rows = table(include_str!("../../extract/names/data/capitals.txt"));
    let capitals = rows.flat_map(|(code, row)| {
        members(row.split('|').next().unwrap_or_default()).map(move |capital| (fold(capital), code))
    });
    capitals.collect()
});

/// The country whose capital has a folded name.
pub fn capital(folded: &str) -> Option<&'static str> {
    CAPITALS.get(folded).copied()
}

/// Places by the comparison forms of other names without the last point, and whether that point must stand.
static PLACE_ALIASES: LazyLock<BTreeMap<String, (String, bool)>> = LazyLock::new(|| {
    let place = |name: &str| if country_name(name).is_some() { name.to_owned() } else { fold(name) };
    let rows = table(include_str!("data/place-aliases.en.txt"));
    rows.map(|(short, name)| (fold(short.trim_end_matches('.')), (place(name), short.ends_with('.')))).collect()
});

/// The folded name, or the code, of the place that another name stands for (`Fla.`); `has_point` says
/// whether a point ends it.
pub fn place_of(folded: &str, has_point: bool) -> Option<&'static str> {
    let (place, needs_point) = PLACE_ALIASES.get(folded.trim_end_matches('.'))?;
    (has_point || !needs_point).then_some(place.as_str())
}

/// The first words of countries that stand alone for them (`the North`).
pub fn is_side(folded: &str) -> bool {
    SIDES.has(folded)
}

static SIDES: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/sides.en.txt")));

/// The most words a country's name has that is looked for in a longer one.
const LONGEST_COUNTRY: usize = 4;

/// The country that a folded name or nationality word is for.
pub fn country(folded: &str) -> Option<&'static str> {
    COUNTRIES.get(folded).copied()
}

/// The country whose name or nationality word `words` begin with, and how many words it takes.
pub fn leading_country(words: &[String]) -> Option<(&'static str, usize)> {
    let longest = words.len().min(LONGEST_COUNTRY);
    (1..=longest).rev().find_map(|count| country(&words[..count].join(" ")).map(|code| (code, count)))
}

/// The country that `words` end with, and how many words it takes.
pub fn trailing_country(words: &[String]) -> Option<(&'static str, usize)> {
    let longest = words.len().min(LONGEST_COUNTRY);
    (1..=longest).rev().find_map(|count| country(&words[words.len() - count..].join(" ")).map(|code| (code, count)))
}

/// What a word of a list with classes is listed as (`open = a`).
#[derive(Debug)]
pub struct Classes(BTreeMap<&'static str, WordSet>);

impl Classes {
    fn new(file: &'static str) -> Self {
        let mut lists: BTreeMap<&'static str, Vec<&'static str>> = BTreeMap::new();
        table(file).for_each(|(class, word)| lists.entry(class).or_default().push(word));
        Self(lists.into_iter().map(|(class, words)| (class, WordSet::of(words))).collect())
    }

    /// True when `word` is listed as `class`.
    pub fn has(&self, class: &str, word: &str) -> bool {
        self.0.get(class).is_some_and(|words| words.has(word))
    }
}

/// The given names that a short one stands for.
static NICKNAMES: LazyLock<BTreeMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut names: BTreeMap<&'static str, Vec<&'static str>> = BTreeMap::new();
    table(include_str!("data/nicknames.en.txt")).for_each(|(short, full)| names.entry(short).or_default().push(full));
    names
});

/// The given names that a folded one can be short for (`ted`: `edward`, `theodore`).
pub fn nickname_of(short: &str) -> &'static [&'static str] {
    NICKNAMES.get(short).map_or(&[], Vec::as_slice)
}

/// Speakers without a name.
pub static UNNAMED: LazyLock<Classes> = LazyLock::new(|| Classes::new(include_str!("data/unnamed.en.txt")));

/// Words around a capital that acts.
pub static METONYMS: LazyLock<Classes> = LazyLock::new(|| Classes::new(include_str!("data/metonyms.en.txt")));

/// Words that say when a role is held, in the order of the file.
pub static TENURES: LazyLock<Vec<(&'static str, &'static str)>> =
    LazyLock::new(|| table(include_str!("data/tenures.en.txt")).collect());
