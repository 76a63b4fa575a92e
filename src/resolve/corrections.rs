//! What the corrections of the editors are about. A name that fits several actors means none.

use std::collections::{BTreeMap, BTreeSet};

use super::identifiers::{digest, former_id};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Dossier;
use crate::model::correction::{Correction, CorrectionEntry};
use crate::text::compare::fold;

/// The corrections of the dossier, latest first; those of one day in the order of the file. A finding
/// for each name that means nothing: the correction is told all the same.
pub fn resolve_corrections(dossier: &Dossier, entries: &[CorrectionEntry]) -> (Vec<Correction>, Vec<Diagnostic>) {
    if entries.is_empty() {
        return Default::default();
    }
    let names = Names::new(dossier);
    let mut findings = Vec::new();
    let mut corrections: Vec<Correction> = entries
        .iter()
        .map(|entry| Correction {
            id: format!("c-{}-{}", entry.on, digest(&entry.text)),
            on: entry.on,
            kind: entry.kind,
            text: entry.text.clone(),
            documents: looked_up(&names.documents, &entry.documents, "document", &mut findings),
            removed: removed(&names.documents, &entry.removed, &mut findings),
            actors: looked_up(&names.actors, &entry.actors, "actor", &mut findings),
            agreements: looked_up(&names.agreements, &entry.agreements, "agreement", &mut findings),
        })
        .collect();
    corrections.sort_by_key(|correction| std::cmp::Reverse(correction.on));
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    for correction in &mut corrections {
        let used = uses.entry(correction.id.clone()).or_default();
        *used += 1;
        if *used > 1 {
            correction.id = format!("{}-{used}", correction.id);
        }
    }
    (corrections, findings)
}

/// What goes by a name. An id belongs to one alone, whatever else is called so.
#[derive(Default)]
struct Called {
    ids: BTreeMap<String, usize>,
    names: BTreeMap<String, BTreeSet<usize>>,
}

impl Called {
    fn add(&mut self, at: usize, id: &str, names: impl IntoIterator<Item = String>) {
        self.ids.insert(id.to_owned(), at);
        for name in names {
            self.names.entry(name).or_default().insert(at);
        }
    }
}

struct Names {
    documents: Called,
    actors: Called,
    agreements: Called,
}

impl Names {
    fn new(dossier: &Dossier) -> Self {
        let mut names = Self { documents: Called::default(), actors: Called::default(), agreements: Called::default() };
        for (at, document) in dossier.documents.iter().enumerate() {
            names.documents.add(at, &document.id, [fold(&document.source.provenance.path)]);
        }
        for (at, actor) in dossier.actors.iter().enumerate() {
            let spelt = actor.variants.iter().map(|variant| fold(&variant.text)).chain([fold(&actor.name)]);
            names.actors.add(at, &actor.id, spelt.chain(actor.former_ids.iter().map(|id| fold(id))));
        }
        for (at, agreement) in dossier.agreements.iter().enumerate() {
            names.agreements.add(at, &agreement.id, [fold(&agreement.name)]);
        }
        names
    }
}

fn looked_up(called: &Called, words: &[String], what: &str, findings: &mut Vec<Diagnostic>) -> Vec<usize> {
    let mut found = BTreeSet::new();
    for word in words {
        let fits = called.names.get(&fold(word)).map_or(0, BTreeSet::len);
        match (called.ids.get(word), fits) {
            (Some(&at), _) => {
                found.insert(at);
            }
            (None, 1) => found.extend(&called.names[&fold(word)]),
            (None, 0) => findings.push(finding(Code::CorrectionUnused, format!("`{word}` names no {what}"))),
            (None, _) => findings.push(finding(Code::ActorAmbiguous, format!("`{word}` names several {what}s"))),
        }
    }
    found.into_iter().collect()
}

/// The ids of documents that are gone; a finding for each that is still there.
fn removed(documents: &Called, words: &[String], findings: &mut Vec<Diagnostic>) -> Vec<String> {
    let mut ids = BTreeSet::new();
    for word in words {
        let id = former_id(word);
        if documents.ids.contains_key(&id) || documents.names.contains_key(&fold(word)) {
            let message = format!("`{word}` is not removed: the seeds folder has it");
            let hint = "delete the file, or set `display = \"withheld\"` in its sidecar and name it in `documents`";
            findings.push(Diagnostic::of_file("corrections.toml", Code::CorrectionUnused, message, hint));
        } else {
            ids.insert(id);
        }
    }
    ids.into_iter().collect()
}

fn finding(code: Code, message: String) -> Diagnostic {
    Diagnostic::of_file("corrections.toml", code, message, "ids and names are listed in the files below data/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::correction::CorrectionKind;
    use crate::model::samples;

    fn entry(day: &str, actors: &[&str]) -> CorrectionEntry {
        CorrectionEntry {
            on: day.parse().unwrap(),
            kind: CorrectionKind::Correction,
            text: "It was May.".to_owned(),
            documents: vec!["summit.txt".to_owned(), "digest".to_owned()],
            removed: vec![],
            actors: actors.iter().map(|name| (*name).to_owned()).collect(),
            agreements: vec!["leaders-hotline".to_owned()],
        }
    }

    #[test]
    fn what_a_correction_is_about_is_looked_up() {
        let mut dossier = samples::dossier();
        dossier.actors[0].variants[0].text = "Yoon Suk Yeol".to_owned();
        let entries = [
            entry("2024-01-01", &["yoon-suk-yeol"]),
            entry("2024-02-01", &["Yoon Suk Yeol", "Nobody"]),
            entry("2024-02-01", &["yoon-sukyeol"]),
        ];
        let (corrections, findings) = resolve_corrections(&dossier, &entries);
        let days: Vec<String> = corrections.iter().map(|correction| correction.on.to_string()).collect();
        assert_eq!(days, ["2024-02-01", "2024-02-01", "2024-01-01"]);
        assert_eq!((&corrections[2].documents, &corrections[2].actors), (&vec![0, 1], &vec![1]));
        assert_eq!((corrections[0].actors.len(), &corrections[1].actors), (0, &vec![1]));
        assert_ne!(corrections[0].id, corrections[1].id);
        let codes: Vec<&str> = findings.iter().map(|finding| finding.code.as_str()).collect();
        assert_eq!(codes, ["actor-ambiguous", "correction-unused"]);
    }

    #[test]
    fn what_was_removed_keeps_the_id_it_had() {
        let removed = ["old/Press Release.txt", "gone", "summit.txt", "digest"].map(str::to_owned).to_vec();
        let entry = CorrectionEntry { documents: vec![], agreements: vec![], removed, ..entry("2024-01-01", &[]) };
        let (corrections, findings) = resolve_corrections(&samples::dossier(), &[entry]);
        assert_eq!(corrections[0].removed, ["gone", "old-press-release"]);
        let told: Vec<&str> = findings.iter().map(|finding| finding.code.as_str()).collect();
        assert_eq!(told, ["correction-unused", "correction-unused"], "the other two are still there");
    }
}
