//! Main actors: who is named in most documents, states included, and a text's own publisher aside.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::links::LinkView;
use super::site::Site;
use crate::config::is_state;
use crate::model::{Actor, DossierDocument, NameKind, Standing};
use crate::text::compare::fold;

/// How many actors are called main.
const MAIN_ACTORS: usize = 12;
/// Who is named in one document is no main actor where so many are named in several.
const ENOUGH: usize = 3;

/// A main actor as a row.
#[derive(Debug, Serialize)]
pub(super) struct ActorRowView {
    link: LinkView,
    kind: String,
    role: Option<String>,
    documents: usize,
}

/// Persons, organisations and states by the number of documents that name them, then by name. A document does not
/// count for its own publisher: `told BBC News` says nothing of what a text of the BBC is about.
pub(super) fn main_actors(site: &Site) -> Vec<ActorRowView> {
    let publishers: Vec<String> = site.dossier.documents.iter().map(publisher).collect();
    let documents = |number: usize| count(&site.dossier.actors[number], &publishers);
    let acting = (0..site.dossier.actors.len()).filter(|&number| acts(site, number));
    let mut order: Vec<(usize, usize)> = acting.map(|number| (documents(number), number)).collect();
    order.sort_by_key(|&(documents, number)| (Reverse(documents), number));
    let several = order.partition_point(|&(documents, _)| documents > 1);
    order.truncate(if several >= ENOUGH { several.min(MAIN_ACTORS) } else { MAIN_ACTORS });
    let row = |(documents, number): (usize, usize)| ActorRowView {
        link: site.actor_link(number, ""),
        kind: site.kind_words(site.dossier.actors[number].kind),
        role: site.role_line(number),
        documents,
    };
    order.into_iter().filter(|&(documents, _)| documents > 0).map(row).collect()
}

fn acts(site: &Site, number: usize) -> bool {
    let actor = &site.dossier.actors[number];
    let is_named = actor.standing != Standing::Unnamed && site.has_page(number);
    let names = || [actor.name.as_str()].into_iter().chain(actor.variants.iter().map(|one| one.text.as_str()));
    is_named
        && match actor.kind {
            NameKind::Person | NameKind::Organisation => true,
            NameKind::Place => names().any(is_state),
            NameKind::Other => false,
        }
}

/// How many documents name an actor, those that it publishes aside.
fn count(actor: &Actor, publishers: &[String]) -> usize {
    let documents: BTreeSet<usize> = actor.mentions.iter().map(|proof| proof.document).collect();
    let mut by_publisher: BTreeMap<&str, usize> = BTreeMap::new();
    for document in documents {
        *by_publisher.entry(&publishers[document]).or_default() += 1;
    }
    let is_other = |publisher: &str| !actor.variants.iter().any(|one| is_named_in(publisher, &one.text));
    by_publisher.into_iter().filter(|(publisher, _)| is_other(publisher)).map(|(_, documents)| documents).sum()
}

/// The publisher as it is compared: letters and digits alone, so that `foxnews` is `Fox News`.
fn publisher(document: &DossierDocument) -> String {
    squeezed(&fold(document.source.provenance.statement.publisher.as_deref().unwrap_or_default()))
}

fn squeezed(words: &str) -> String {
    words.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// True where some words of a name, one behind the other, are a publisher's (`BBC News` of `bbc`).
fn is_named_in(publisher: &str, name: &str) -> bool {
    let folded = fold(name);
    let words: Vec<String> = folded.split_whitespace().map(squeezed).collect();
    (0..words.len()).any(|first| (first..words.len()).any(|last| words[first..=last].concat() == publisher))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::model::{Evidence, Variant, samples};

    #[test]
    fn a_publisher_is_known_by_its_words() {
        for (publisher, name, expected) in [
            ("bbc", "BBC News", true),
            ("foxnews", "Fox News", true),
            ("guardian", "The Guardian", true),
            ("washingtonpost", "Washington", false),
            ("bbc", "ABBC", false),
        ] {
            assert_eq!(is_named_in(publisher, name), expected, "{publisher} {name}");
        }
    }

    #[test]
    fn states_are_main_actors_and_a_texts_own_publisher_is_not() {
        let mut dossier = samples::dossier();
        let document = dossier.documents[1].clone();
        dossier.documents = (0..3).map(|at| DossierDocument { id: format!("d{at}"), ..document.clone() }).collect();
        for document in &mut dossier.documents[..2] {
            document.source.provenance.statement.publisher = Some("Harbour Gazette".to_owned());
        }
        let proof = dossier.actors[0].mentions[0].clone();
        let named = |id: &str, name: &str, kind: NameKind, documents: &[usize]| Actor {
            mentions: documents.iter().map(|&document| Evidence { document, ..proof.clone() }).collect(),
            variants: vec![Variant { text: name.to_owned(), ..dossier.actors[0].variants[0].clone() }],
            ..Actor::named(id, name, kind)
        };
        dossier.actors = vec![
            named("a", "Anna Weber", NameKind::Person, &[0, 2]),
            named("h", "Harbour Gazette", NameKind::Organisation, &[0, 1, 2]),
            named("j", "Japan", NameKind::Place, &[0, 1, 2]),
            named("k", "Kyoto", NameKind::Place, &[0, 1, 2]),
            named("o", "Ola Berg", NameKind::Person, &[1, 2]),
        ];
        let settings = Settings::defaults(std::path::Path::new("."));
        let told = |dossier: &crate::model::Dossier| -> Vec<(String, usize)> {
            let rows = main_actors(&Site::new(dossier, &settings));
            rows.into_iter().map(|row| (row.link.text, row.documents)).collect()
        };
        let row = |name: &str, documents: usize| (name.to_owned(), documents);
        assert_eq!(told(&dossier), [row("Japan", 3), row("Anna Weber", 2), row("Ola Berg", 2)]);
        dossier.actors.remove(4);
        assert_eq!(told(&dossier), [row("Japan", 3), row("Anna Weber", 2), row("Harbour Gazette", 1)]);
    }
}
