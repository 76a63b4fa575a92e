//! [`NameLexicon`]: the names known before a text is read.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::model::{Authority, NameKind, Origin};
use crate::text::lexicon::FUNCTION_WORDS;
use crate::text::tokens::{is_all_caps, tokens};
use crate::text::words::{WordMap, WordSet, members, table};
use crate::text::{Span, Token, TokenKind};

/// A known name: its words, folded, and what it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownName {
    /// The words in lower case, marks left out.
    pub words: Vec<String>,
    /// What it names.
    pub kind: NameKind,
    /// True for one word of capitals (`US`), which names something only in capitals.
    pub is_acronym: bool,
    /// ISO 3166 code, where it is a shipped country's name or nationality word.
    pub country: Option<String>,
    /// Who knows it: a name that ships gives way to a longer one that a text shows.
    pub origin: Origin,
}

impl KnownName {
    /// True for a capital of one word (`Sofia`, `Washington`), which may be a part of any name.
    pub fn is_shipped_city(&self) -> bool {
        let is_city = self.kind == NameKind::Place && self.country.is_none();
        is_city && self.origin == Origin::Shipped && self.words.len() == 1
    }
}

/// What a word at the end of a capitalised run makes of the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// The name of an organisation.
    Organisation,
    /// The name of a place.
    Place,
    /// Another name.
    Other,
}

static HEADS: LazyLock<WordMap<Head>> = LazyLock::new(|| {
    let rows = table(include_str!("data/organisation-heads.en.txt"));
    WordMap::new(rows.filter_map(|(class, word)| match class {
        "head" => Some((word, Head::Organisation)),
        "place" => Some((word, Head::Place)),
        "other" => Some((word, Head::Other)),
        _ => None,
    }))
});

/// Words behind a hyphen that are no part of the name in front of it.
pub static HYPHEN_TAILS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/hyphen-tails.en.txt")));

/// Words behind a name that make a body of it (`administration`).
pub static FOLLOWERS: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(include_str!("data/followers.en.txt")));

/// Offices held for somebody (`spokesman for`).
pub static SERVING_OFFICES: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::new(include_str!("data/serving-offices.en.txt")));

/// The telling words, in lower case, with what they make of a run.
pub fn heads() -> impl Iterator<Item = (&'static str, Head)> {
    HEADS.iter().map(|(word, head)| (word, *head))
}

/// What `word` makes of a capitalised run that ends in it.
pub fn head(word: &str) -> Option<Head> {
    HEADS.get(word).copied()
}

/// `I'm`, `He’ll`: a pronoun with a clipped verb is no part of a name.
pub fn is_clipped(word: &str) -> bool {
    word.split_once(['\'', '’'])
        .is_some_and(|(pronoun, verb)| !verb.is_empty() && verb != "s" && FUNCTION_WORDS.has(pronoun))
}

/// `Memorandum of Understanding`: the word in front of `of` says that it is no body.
pub fn opens_other(text: &str, tokens: &[Token]) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token: &Token| token.of(text));
    matches!(word(1), "of" | "on") && head(word(0)) == Some(Head::Other)
}

/// The names known before a text is read: authority files, countries, nationality words.
#[derive(Debug, Clone)]
pub struct NameLexicon {
    by_first: WordMap<Vec<KnownName>>,
}

impl NameLexicon {
    /// The shipped countries and the names of `authority`. Of two equal names the user's counts.
    pub fn new(authority: &Authority) -> Self {
        let mut names = Names::default();
        for actor in &authority.actors {
            for name in std::iter::once(&actor.name).chain(&actor.variants) {
                add(&mut names, name, (actor.kind, actor.origin), None);
            }
        }
        for (code, rest) in table(include_str!("data/countries.en.txt")) {
            let (places, nationalities) = rest.split_once('|').unwrap_or((rest, ""));
            let (place, nationality) = ((NameKind::Place, Origin::Shipped), (NameKind::Other, Origin::Shipped));
            members(places).for_each(|name| add(&mut names, name, place, Some(code)));
            members(nationalities).for_each(|name| add(&mut names, name, nationality, Some(code)));
        }
        Self::of(names)
    }

    fn of(mut names: Names) -> Self {
        for names in names.values_mut() {
            names.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
        }
        Self { by_first: WordMap::new(names) }
    }

    /// The known names that start with a word as it stands in a text, longest first.
    pub fn starting_with(&self, word: &str) -> &[KnownName] {
        self.by_first.get(without_possessive(word)).map_or(&[], Vec::as_slice)
    }
}

/// The names that start with each word, in its comparison form.
type Names = BTreeMap<String, Vec<KnownName>>;

fn add(names: &mut Names, name: &str, (kind, origin): (NameKind, Origin), country: Option<&str>) {
    let words = key(name);
    let Some(first) = words.first() else { return };
    let names = names.entry(first.clone()).or_default();
    match names.iter_mut().find(|known| known.words == words) {
        Some(known) if known.kind == kind => known.country = known.country.take().or(country.map(str::to_owned)),
        Some(_) => {}
        None => {
            let is_acronym = words.len() == 1 && is_all_caps(name);
            names.push(KnownName { words, kind, is_acronym, country: country.map(str::to_owned), origin });
        }
    }
}

/// The comparison form of a name: its words and numbers in lower case; hyphens and marks left out.
pub fn key(name: &str) -> Vec<String> {
    tokens(name, Span::new(0, name.len()))
        .iter()
        .filter(|token| token.kind != TokenKind::Mark)
        .map(|token| key_of_word(token.of(name)))
        .collect()
}

/// The comparison form of one word: lower case, without possessive.
fn key_of_word(word: &str) -> String {
    without_possessive(word).to_lowercase()
}

/// True when `key` is the comparison form of `word`.
pub fn has_key(word: &str, key: &str) -> bool {
    let word = without_possessive(word);
    if word.is_ascii() { word.eq_ignore_ascii_case(key) } else { word.to_lowercase() == key }
}

/// `Seoul` of `Seoul’s`.
pub fn without_possessive(word: &str) -> &str {
    word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word)
}
