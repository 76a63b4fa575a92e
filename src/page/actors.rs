//! The index of actors: A to Z by kind, with one role and counts each; where there are many, a page for
//! each letter of each kind.

use std::collections::BTreeMap;

use serde::Serialize;

use super::head::{Head, Indexing, base_of, finish};
use super::links::LinkView;
use super::site::Site;
use super::terms::{keys, letter};
use crate::model::{Actor, Dossier, NameKind, Page, Standing, paths};
use crate::text::compare::fold;

/// A longer list has a page for each letter of each kind.
const MOST_ROWS: usize = 400;

/// The kinds in the order of the page: their anchor and the name of their message.
const KINDS: [(&str, &str); 5] = [
    ("persons", "kinds-person"),
    ("organisations", "kinds-organisation"),
    ("places", "kinds-place"),
    ("others", "kinds-other"),
    ("unnamed", "kinds-unnamed"),
];

/// Actors of one kind whose names begin with one letter.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// Of [`KINDS`].
    kind: usize,
    letter: String,
    /// What its page is called: `persons-a`.
    key: String,
    /// By name; those without a page are among them.
    actors: Vec<usize>,
}

/// Which actors stand where.
#[derive(Debug, Clone)]
pub(super) struct ActorsPlan {
    pub parts: Vec<Part>,
    pub is_split: bool,
}

impl ActorsPlan {
    /// Files every actor by kind and letter.
    pub fn new(dossier: &Dossier) -> Self {
        let mut filed: BTreeMap<(usize, String), Vec<usize>> = BTreeMap::new();
        let mut keyed: Vec<(String, usize)> =
            dossier.actors.iter().enumerate().map(|(number, actor)| (fold(&actor.sort_name), number)).collect();
        keyed.sort();
        for (name, number) in keyed {
            filed.entry((kind_of(&dossier.actors[number]), letter(&name))).or_default().push(number);
        }
        let is_split = dossier.actors.len() > MOST_ROWS;
        let mut parts: Vec<Part> = Vec::new();
        let rows: Vec<((usize, String), Vec<usize>)> = filed.into_iter().collect();
        for chunk in rows.chunk_by(|((one, _), _), ((other, _), _)| one == other) {
            let letters = keys(chunk.iter().map(|((_, letter), _)| letter.as_str()));
            parts.extend(chunk.iter().zip(letters).map(|(((kind, letter), actors), key)| Part {
                kind: *kind,
                letter: letter.clone(),
                key: format!("{}-{key}", KINDS[*kind].0),
                actors: actors.clone(),
            }));
        }
        Self { parts, is_split }
    }
}

#[derive(Debug, Serialize)]
struct ActorsView {
    title: String,
    total: usize,
    /// The whole index, on the page of a letter.
    up: Option<LinkView>,
    kinds: Vec<KindView>,
}

#[derive(Debug, Serialize)]
struct KindView {
    anchor: &'static str,
    label: String,
    count: usize,
    letters: Vec<LetterView>,
}

#[derive(Debug, Serialize)]
struct LetterView {
    letter: String,
    count: usize,
    /// The page of the letter, where its actors are not listed here.
    href: Option<String>,
    actors: Vec<RowView>,
}

#[derive(Debug, Serialize)]
struct RowView {
    link: LinkView,
    role: Option<String>,
    /// Other spellings, most frequent first.
    variants: Vec<String>,
    documents: usize,
    events: usize,
    quotations: usize,
}

impl Site<'_> {
    /// The letters of the index of actors that have a page of their own.
    pub(super) fn actor_letters(&self) -> Vec<usize> {
        let plan = &self.index.actors;
        let is_shown = |&part: &usize| plan.is_split && !shown(self, &plan.parts[part]).is_empty();
        (0..plan.parts.len()).filter(is_shown).collect()
    }

    /// Where the page of a letter stands.
    pub(super) fn actor_letter_path(&self, part: usize) -> String {
        paths::actors_page(&self.index.actors.parts[part].key)
    }
}

/// The index, or where it is split the way to its pages.
pub(super) fn page(site: &Site) -> Page {
    let plan = &site.index.actors;
    let letter_view = |number: usize| {
        let part = &plan.parts[number];
        let actors = shown(site, part);
        let rows = if plan.is_split { Vec::new() } else { actors.iter().map(|&actor| row(site, actor, "")).collect() };
        let href = plan.is_split.then(|| site.actor_letter_path(number));
        LetterView { letter: part.letter.clone(), count: actors.len(), href, actors: rows }
    };
    let kind_view = |(kind, (anchor, label)): (usize, (&'static str, &str))| {
        let of_kind = (0..plan.parts.len()).filter(|&number| plan.parts[number].kind == kind);
        let letters: Vec<LetterView> = of_kind.map(letter_view).filter(|letter| letter.count > 0).collect();
        let count = letters.iter().map(|letter| letter.count).sum();
        KindView { anchor, label: site.phrases.say(label), count, letters }
    };
    let kinds: Vec<KindView> = KINDS.into_iter().enumerate().map(kind_view).filter(|kind| kind.count > 0).collect();
    let title = site.phrases.say("actors");
    let total = kinds.iter().map(|kind| kind.count).sum();
    let view = ActorsView { title: title.clone(), total, up: None, kinds };
    finish(site, head(paths::ACTORS.to_owned(), title), view)
}

/// The actors of one kind and letter.
pub(super) fn letter_page(site: &Site, number: usize) -> Page {
    let part = &site.index.actors.parts[number];
    let path = site.actor_letter_path(number);
    let base = base_of(&path);
    let (anchor, label) = KINDS[part.kind];
    let label = site.phrases.say(label);
    let title = site.phrases.pair(&label, &part.letter);
    let actors: Vec<RowView> = shown(site, part).into_iter().map(|actor| row(site, actor, &base)).collect();
    let total = actors.len();
    let letter = LetterView { letter: part.letter.clone(), count: total, href: None, actors };
    let up = LinkView { text: site.phrases.say("actors"), href: format!("{base}{}#{anchor}", paths::ACTORS) };
    let kinds = vec![KindView { anchor, label, count: total, letters: vec![letter] }];
    finish(site, head(path, title.clone()), ActorsView { title, total, up: Some(up), kinds })
}

fn head(path: String, title: String) -> Head {
    Head { path, template: "actors.html", title, indexing: Indexing::Site }
}

fn kind_of(actor: &Actor) -> usize {
    match (actor.standing, actor.kind) {
        (Standing::Unnamed, _) => 4,
        (_, NameKind::Person) => 0,
        (_, NameKind::Organisation) => 1,
        (_, NameKind::Place) => 2,
        (_, NameKind::Other) => 3,
    }
}

fn shown(site: &Site, part: &Part) -> Vec<usize> {
    part.actors.iter().copied().filter(|&actor| site.has_page(actor)).collect()
}

fn row(site: &Site, number: usize, base: &str) -> RowView {
    let actor = &site.dossier.actors[number];
    let others = actor.variants.iter().map(|variant| &variant.text).filter(|text| **text != actor.name);
    RowView {
        link: LinkView { text: actor.sort_name.clone(), ..site.actor_link(number, base) },
        role: site.role_line(number),
        variants: others.take(3).cloned().collect(),
        documents: site.index.actor_documents[number],
        events: site.index.actor_events[number].len(),
        quotations: site.index.actor_quotations[number].len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::page::PageKind;

    #[test]
    fn every_actor_of_a_long_index_stands_on_one_page_that_the_index_leads_to() {
        let mut dossier = crate::model::samples::dossier();
        let named = |number: usize| {
            let kind = if number.is_multiple_of(2) { NameKind::Person } else { NameKind::Place };
            Actor::named(&format!("a{number}"), &format!("{} {number}", ["Abe", "Weber", "김", "42"][number % 4]), kind)
        };
        dossier.actors.extend((0..=MOST_ROWS).map(named));
        let settings = Settings::defaults(std::path::Path::new("."));
        let site = Site::new(&dossier, &settings);
        let index = page(&site).view;
        let kinds = index["kinds"].as_array().unwrap();
        let letters = kinds.iter().flat_map(|kind| kind["letters"].as_array().unwrap());
        let hrefs: Vec<&str> = letters.map(|letter| letter["href"].as_str().unwrap()).collect();
        let mut rows = 0;
        let parts = site.plan().into_iter().filter(|kind| matches!(kind, PageKind::ActorsLetter(_)));
        for part in parts {
            let page = site.page(&part);
            assert!(hrefs.contains(&page.path.as_str()), "{}", page.path);
            rows += page.view["kinds"][0]["letters"][0]["actors"].as_array().unwrap().len();
        }
        let listed = (0..dossier.actors.len()).filter(|&actor| site.has_page(actor)).count();
        assert_eq!((rows, index["total"].as_u64().unwrap() as usize), (listed, listed));
    }
}
