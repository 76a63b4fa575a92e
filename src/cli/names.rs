//! `annalist names`: actors that may be one, with evidence and the lines that decide it.

use serde::Serialize;

use super::Outcome;
use super::arguments::{Common, Names};
use super::build::counted;
use super::printer::{DataOutput, Printer};
use super::progress::Bar;
use super::settings::open_settings;
use crate::diagnostic::printable;
use crate::error::Error;
use crate::model::{Actor, Dossier, Evidence, Likeness};
use crate::pipeline::{self, BuildOptions, CacheMode};
use crate::text::compare::{fold, shorten, tidy};

/// The longest sentence shown, in characters.
const LONGEST_SENTENCE: usize = 160;

/// Actors that may be one, as programs read them; documented in `docs/commands.md`.
#[derive(Serialize)]
struct PairLine {
    actors: [String; 2],
    names: [String; 2],
    likeness: &'static str,
    evidence: Vec<EvidenceLine>,
}

#[derive(Serialize)]
struct EvidenceLine {
    path: String,
    text: String,
}

/// Lists the pairs by name; the actor with more mentions stands first.
pub(super) fn run(arguments: &Names, common: &Common, printer: &Printer) -> Result<Outcome, Error> {
    let settings = open_settings(common)?;
    let options = BuildOptions { jobs: arguments.jobs, cache: CacheMode::Ignore };
    let dossier = pipeline::read_dossier(&settings, &options, &Bar::new(printer))?.value;
    let pairs = pairs(&dossier);
    let mut output = DataOutput::open();
    for pair in &pairs {
        if arguments.json {
            output.line(&serde_json::to_string(pair).expect("strings"))?;
        } else {
            lines(pair).iter().try_for_each(|line| output.line(line))?;
        }
    }
    output.finish()?;
    let open: usize = dossier.documents.iter().map(|document| document.ambiguous.len()).sum();
    let (pairs, open) = (counted(pairs.len(), "pair"), counted(open, "mention"));
    printer.note(&format!("Found {pairs} that may be one, and {open} that fit several actors"));
    Ok(Outcome::Fine)
}

fn pairs(dossier: &Dossier) -> Vec<PairLine> {
    let mut pairs = Vec::new();
    for (index, actor) in dossier.actors.iter().enumerate() {
        for &(other, likeness) in actor.maybe_same_as.iter().filter(|(other, _)| *other > index) {
            pairs.push(pair(dossier, (actor, &dossier.actors[other]), likeness));
        }
    }
    pairs
}

fn pair(dossier: &Dossier, (one, other): (&Actor, &Actor), likeness: Likeness) -> PairLine {
    let (one, other) = if other.mentions.len() > one.mentions.len() { (other, one) } else { (one, other) };
    let shown = [one, other].into_iter().filter_map(|actor| actor.mentions.first());
    PairLine {
        actors: [one.id.clone(), other.id.clone()],
        names: [one.name.clone(), other.name.clone()],
        likeness: likeness.as_str(),
        evidence: shown.map(|proof| evidence(dossier, proof)).collect(),
    }
}

fn evidence(dossier: &Dossier, proof: &Evidence) -> EvidenceLine {
    let document = &dossier.documents[proof.document];
    let text = document.source.text.get(proof.span.start..proof.span.end).unwrap_or_default();
    EvidenceLine { path: document.source.provenance.path.clone(), text: shorten(&tidy(text), LONGEST_SENTENCE) }
}

/// The pair as lines of TOML: what speaks for it in comments, the decision ready to be pasted.
fn lines(pair: &PairLine) -> Vec<String> {
    let [one, other] = &pair.names;
    let mut lines = vec![comment(&format!("{one} / {other}: {}", words(pair.likeness)))];
    lines.extend(pair.evidence.iter().map(|proof| comment(&format!("  {}: {}", proof.path, proof.text))));
    let ids: Vec<String> = pair.actors.iter().map(|id| quoted(id)).collect();
    lines.push("[[merge]]".to_owned());
    lines.push(format!("actors = [{}]", ids.join(", ")));
    lines.push(comment("or, in a file of the authority folder, to keep them apart:"));
    lines.push(comment("[[never_merge]]"));
    // Two actors of one name are told apart by their ids.
    let apart = if fold(one) == fold(other) { ids } else { vec![quoted(one), quoted(other)] };
    lines.push(comment(&format!("names = [{}]", apart.join(", "))));
    lines.push(String::new());
    lines
}

fn comment(words: &str) -> String {
    format!("# {}", printable(words))
}

/// A string of TOML: JSON's form is one, as TOML knows its escapes.
fn quoted(words: &str) -> String {
    serde_json::to_string(words).expect("a string")
}

fn words(likeness: &str) -> &'static str {
    match likeness {
        "typo" => "one letter apart",
        "word-order" => "the same words in another order, and no role that both have",
        "middle-names" => "one has more names or initials",
        "surname" => "one is the surname of the other, and no role decides it",
        "same-name" => "the same name; what is said of them contradicts",
        "country" => "one says no country",
        "trade" => "one is the other with a word for a trade or a part",
        "nickname" => "the same surname, and one given name is short for the other",
        _ => "one has the first letters of the other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_can_be_pasted() {
        let evidence = vec![EvidenceLine { path: "a.txt".to_owned(), text: "Lloy left.\n[[hide]]".to_owned() }];
        let pair = PairLine {
            actors: ["lloyd-astor".to_owned(), "lloy-astor".to_owned()],
            names: ["Lloyd \"L\" Astor".to_owned(), "Lloy Astor".to_owned()],
            likeness: "typo",
            evidence,
        };
        let text = lines(&pair).join("\n");
        let overrides = crate::config::read_overrides(&text).expect("valid overrides");
        assert_eq!(overrides.merges[0].actors, ["lloyd-astor", "lloy-astor"]);
        assert!(overrides.hidden.is_empty(), "{text}");
        assert!(text.starts_with("# Lloyd \"L\" Astor / Lloy Astor: one letter apart\n"), "{text}");
    }
}
