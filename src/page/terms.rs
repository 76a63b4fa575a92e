//! The index from A to Z: names, agreements and key words; a long one has a page for each letter. It is what
//! remains of the search without a script, and what a reader of a book expects.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::head::{Head, Indexing, base_of, finish, site_link};
use super::links::LinkView;
use super::site::Site;
use crate::model::{KeyWord, NameKind, Page, Standing, paths};
use crate::text::compare::{fold, shorten};
use crate::text::slug::slug;

/// So many actors are listed, those of most documents; all of them are on their own page.
const MOST_ACTORS: usize = 2_000;

/// A longer index has a page for each letter, in entries: some 250 bytes each.
const LONGEST_INDEX: usize = 500;

/// Of more letters than this only the first page lists all: a script without an alphabet has thousands.
const MOST_LETTERS: usize = 100;

/// The longest title of a place, in characters.
const LONGEST_TITLE: usize = 70;

#[derive(Debug, Serialize)]
struct TermsView {
    title: String,
    total: usize,
    /// Every letter, with its number of entries.
    letters: Vec<LetterView>,
    /// The letters on this page: all, or one, or none where each has its own.
    parts: Vec<PartView>,
    /// True where not every actor is listed.
    more_actors: bool,
    actors: String,
    search: String,
    up: Option<LinkView>,
}

#[derive(Debug, Serialize)]
struct LetterView {
    link: LinkView,
    count: usize,
    current: bool,
}

#[derive(Debug, Serialize)]
struct PartView {
    anchor: String,
    letter: String,
    entries: Vec<EntryView>,
}

#[derive(Debug, Serialize)]
struct EntryView {
    text: String,
    /// Its own page; `null` for a key word.
    href: Option<String>,
    kind: &'static str,
    /// The kind in words; empty for a key word.
    kind_words: String,
    /// How many documents or texts have it.
    texts: usize,
    places: Vec<LinkView>,
    more_places: usize,
}

/// A thing of the index: where to find it in the dossier.
#[derive(Debug, Clone, Copy)]
enum Entry {
    Actor(usize),
    Agreement(usize),
    Word(usize),
}

/// What the index lists: its letters in order, and the key words.
#[derive(Debug, Default)]
pub struct Terms {
    /// The letter, and what is filed under it by its folded form.
    letters: Vec<(String, Vec<(String, Entry)>)>,
    /// The names of the letters in addresses, each once.
    keys: Vec<String>,
    key_words: Vec<KeyWord>,
}

impl Terms {
    /// Files everything that has a place in the index.
    pub(super) fn new(site: &Site, key_words: Vec<KeyWord>) -> Self {
        let dossier = site.dossier;
        let mut letters: BTreeMap<String, Vec<(String, Entry)>> = BTreeMap::new();
        let mut add = |name: &str, entry: Entry| {
            let folded = fold(name);
            letters.entry(letter(&folded)).or_default().push((folded, entry));
        };
        listed_actors(site).into_iter().for_each(|actor| add(&dossier.actors[actor].sort_name, Entry::Actor(actor)));
        for (number, agreement) in dossier.agreements.iter().enumerate() {
            add(&agreement.name, Entry::Agreement(number));
        }
        for (number, word) in key_words.iter().enumerate() {
            add(&word.word, Entry::Word(number));
        }
        let mut letters: Vec<_> = letters.into_iter().collect();
        let order = |entry: &Entry| match *entry {
            Entry::Actor(number) => (0, number),
            Entry::Agreement(number) => (1, number),
            Entry::Word(number) => (2, number),
        };
        letters
            .iter_mut()
            .for_each(|(_, entries)| entries.sort_by_cached_key(|(name, entry)| (name.clone(), order(entry))));
        let keys = keys(letters.iter().map(|(letter, _)| letter.as_str()));
        Self { letters, keys, key_words }
    }

    /// How many letters have a page of their own.
    pub(super) fn pages(&self) -> usize {
        if self.is_split() { self.letters.len() } else { 0 }
    }

    fn entries(&self) -> usize {
        self.letters.iter().map(|(_, entries)| entries.len()).sum()
    }

    fn is_split(&self) -> bool {
        self.entries() > LONGEST_INDEX
    }
}

/// The named actors of most documents.
fn listed_actors(site: &Site) -> Vec<usize> {
    let is_listed = |&actor: &usize| site.has_page(actor) && site.dossier.actors[actor].standing != Standing::Unnamed;
    let mut actors: Vec<usize> = (0..site.dossier.actors.len()).filter(is_listed).collect();
    actors.sort_by_key(|&actor| (usize::MAX - site.index.actor_documents[actor], actor));
    actors.truncate(MOST_ACTORS);
    actors
}

/// What a name is filed under: its first letter, or `#`.
pub(super) fn letter(folded: &str) -> String {
    match folded.chars().next().filter(|first| first.is_alphabetic()) {
        Some(first) => first.to_uppercase().collect(),
        None => "#".to_owned(),
    }
}

/// The page of all letters.
pub(super) fn page(site: &Site) -> Page {
    let head = Head {
        path: paths::TERMS.to_owned(),
        template: "terms.html",
        title: site.phrases.say("index-a-z"),
        indexing: Indexing::Site,
    };
    finish(site, head, view(site, None))
}

/// The page of a letter.
pub(super) fn letter_page(site: &Site, number: usize) -> Page {
    let head = Head {
        path: path(site, number),
        template: "terms.html",
        title: letter_title(site, number),
        indexing: Indexing::Site,
    };
    finish(site, head, view(site, Some(number)))
}

fn letter_title(site: &Site, number: usize) -> String {
    site.phrases.with("terms-of", &[("letter", site.terms.letters[number].0.as_str().into())])
}

/// The page of a letter, `terms/a.html`.
pub(super) fn path(site: &Site, number: usize) -> String {
    paths::terms_page(&site.terms.keys[number])
}

/// The names of letters in addresses; letters with one ASCII name keep apart by their number. Texts in Chinese
/// have thousands of letters.
pub(super) fn keys<'l>(letters: impl Iterator<Item = &'l str>) -> Vec<String> {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let name = |letter: &str| if letter == "#" { "other".to_owned() } else { slug(letter) };
    let own = |(number, letter): (usize, &str)| {
        let name = name(letter);
        if taken.insert(name.clone()) { name } else { format!("{name}-{number}") }
    };
    letters.enumerate().map(own).collect()
}

fn view(site: &Site, number: Option<usize>) -> TermsView {
    let base = number.map_or(String::new(), |number| base_of(&path(site, number)));
    let letters = &site.terms.letters;
    let is_split = site.terms.is_split();
    let anchor = |at: usize| format!("letter-{}", site.terms.keys[at]);
    let link = |at: usize| LetterView {
        link: match is_split {
            true => site_link(&letters[at].0, &base, &path(site, at)),
            false => LinkView { text: letters[at].0.clone(), href: format!("#{}", anchor(at)) },
        },
        count: letters[at].1.len(),
        current: number == Some(at),
    };
    let part = |at: usize| PartView {
        anchor: anchor(at),
        letter: letters[at].0.clone(),
        entries: letters[at].1.iter().map(|(_, entry)| entry_view(site, *entry, &base)).collect(),
    };
    let named = (0..site.dossier.actors.len()).filter(|&actor| site.has_page(actor)).count();
    TermsView {
        title: number.map_or_else(|| site.phrases.say("index-a-z"), |number| letter_title(site, number)),
        total: site.terms.entries(),
        letters: if number.is_some() && letters.len() > MOST_LETTERS {
            Vec::new()
        } else {
            (0..letters.len()).map(link).collect()
        },
        parts: (0..letters.len()).filter(|&at| number.map_or(!is_split, |number| number == at)).map(part).collect(),
        more_actors: named > MOST_ACTORS,
        actors: format!("{base}{}", paths::ACTORS),
        search: format!("{base}{}", paths::SEARCH),
        up: number.map(|_| site_link(&site.phrases.say("terms-all-letters"), &base, paths::TERMS)),
    }
}

fn entry_view(site: &Site, entry: Entry, base: &str) -> EntryView {
    match entry {
        Entry::Actor(number) => {
            let actor = &site.dossier.actors[number];
            EntryView {
                text: actor.sort_name.clone(),
                href: Some(site.actor_link(number, base).href),
                kind: if actor.kind == NameKind::Other { "name" } else { actor.kind.as_str() },
                kind_words: site.kind_words(actor.kind),
                texts: site.index.actor_documents[number],
                places: Vec::new(),
                more_places: 0,
            }
        }
        Entry::Agreement(number) => {
            let agreement = &site.dossier.agreements[number];
            EntryView {
                text: agreement.name.clone(),
                href: Some(site.agreement_link(number, base).href),
                kind: "agreement",
                kind_words: site.phrases.say("entry-agreement"),
                texts: super::index::count_documents(&agreement.mentions),
                places: Vec::new(),
                more_places: 0,
            }
        }
        Entry::Word(number) => word_view(&site.terms.key_words[number], base),
    }
}

fn word_view(word: &KeyWord, base: &str) -> EntryView {
    let place = |(title, href): &(String, String)| LinkView {
        text: shorten(title, LONGEST_TITLE),
        href: format!("{base}{href}"),
    };
    EntryView {
        text: word.word.clone(),
        href: None,
        kind: "word",
        kind_words: String::new(),
        texts: word.texts,
        places: word.places.iter().map(place).collect(),
        more_places: word.texts - word.places.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::model::{Actor, samples};
    use crate::page::{PageKind, Site};

    fn paths(actors: impl Iterator<Item = Actor>) -> Vec<String> {
        let mut dossier = samples::dossier();
        dossier.actors.extend(actors);
        let settings = Settings::defaults(std::path::Path::new("."));
        let site = Site::new(&dossier, &settings);
        let pages = site.plan().into_iter().filter(|kind| matches!(kind, PageKind::Terms | PageKind::TermsLetter(_)));
        pages.map(|kind| site.page(&kind).path).collect()
    }

    #[test]
    fn a_long_index_has_a_page_for_each_letter() {
        let named = |number: usize| {
            let letter = ["Æ", "Abe", "Жуков", "42", "…"][number % 5];
            Actor::named(&format!("a{number}"), &format!("{letter} {number}"), NameKind::Person)
        };
        assert_eq!(paths((0..5).map(named)), ["terms.html"]);
        let pages = paths((0..600).map(named));
        for path in ["terms/a.html", "terms/other.html", "terms/zh.html"] {
            assert!(pages.iter().any(|page| page == path), "{path}: {pages:?}");
        }
        let mut once = pages.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), pages.len(), "no two letters share a page");
    }

    #[test]
    fn names_are_filed_under_their_first_letter() {
        for (name, filed) in [("yoon", "Y"), ("42nd street", "#"), ("", "#"), ("жуков", "Ж"), ("尹", "尹")] {
            assert_eq!(letter(name), filed);
        }
    }
}
