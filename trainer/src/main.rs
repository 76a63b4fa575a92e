//! Trains the name tagger: annotated texts and lists of words in, `models/names.en.bin` out.
//!
//! ```text
//! cargo run --release -p annalist-trainer -- --data ../shared/eval --out models/names.en.bin
//! ```
//!
//! The same input gives the same bytes. `models/README.md` is the card of what it makes.

mod corpus;
mod grammar;
mod lists;
mod model;
mod perceptron;
mod score;

use std::fs;
use std::path::PathBuf;

use annalist::config::shipped_actors;
use annalist::extract::NameLexicon;
use annalist::extract::names::tagger::model::Model;
use annalist::model::Authority;
use clap::Parser;
use corpus::{Document, read_set};
use grammar::Grammar;
use model::Tables;
use perceptron::Training;
use score::Count;

/// What went wrong, in words.
pub type Failure = Box<dyn std::error::Error>;

/// The sets that are learnt from; `models/README.md` has their sources and licences.
const SETS: [&str; 5] = ["crossner-politics-train", "gmb-train", "wnut17-train", "uner-dev", "meantime"];
/// Of these, the ones that have no other part to be measured on.
const WHOLE: std::ops::Range<usize> = 3..5;
/// The sets that are measured only.
const MEASURED: [&str; 4] = ["conllpp-dev", "crossner-politics-dev", "gmb-dev", "wnut17-dev"];
/// Parts for cross-validation.
const FOLDS: usize = 5;

/// Trains the name tagger.
#[derive(Debug, Parser)]
struct Arguments {
    /// The folder with `names/` and `resources/`.
    #[arg(long)]
    data: PathBuf,
    /// The folder with `slots.txt`, `documents.txt` and `lists/`.
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/data"))]
    own: PathBuf,
    /// The file to write.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Leaves sets out of training and measures them: `uner-dev,meantime`.
    #[arg(long, value_delimiter = ',')]
    without: Vec<String>,
    /// Leaves one fifth (0 to 4) of the sets without a part of their own for measuring out.
    #[arg(long)]
    fold: Option<usize>,
    /// Times each document of the grammar is expanded.
    #[arg(long, default_value_t = 5)]
    times: usize,
    #[command(flatten)]
    training: Training,
}

fn main() -> Result<(), Failure> {
    let arguments = Arguments::parse();
    let documents = documents(&arguments)?;
    let texts =
        documents.iter().filter(|document| document.set < SETS.len() && !SETS[document.set].starts_with("wnut"));
    let texts: Vec<&str> = texts.map(|document| document.reading.text.as_str()).collect();
    let tables = Tables {
        clusters: lists::clusters(&arguments.data.join("resources"))?,
        listings: lists::listings(&arguments.data.join("resources"), &arguments.own.join("lists"), &texts)?,
    };
    let is_held = |(at, document): &(usize, &Document)| {
        let name = SETS.get(document.set).copied().unwrap_or_default();
        let in_fold = WHOLE.contains(&document.set) && Some(at % FOLDS) == arguments.fold;
        in_fold || arguments.without.iter().any(|left_out| left_out == name)
    };
    let (held, seen): (Vec<_>, Vec<_>) = documents.iter().enumerate().partition(is_held);
    let seen: Vec<&Document> = seen.into_iter().map(|(_, document)| document).collect();
    let bytes = model::train_model(&seen, &tables, arguments.training)?;
    println!("model: {} bytes", bytes.len());
    let model = Model::read(&bytes).ok_or("what was written is no model")?;
    let lexicon = NameLexicon::new(&Authority { actors: shipped_actors(), ..Authority::default() });
    for name in MEASURED {
        let documents = read_set(&arguments.data.join(format!("names/{name}.jsonl")), 0)?;
        report(name, &score::score(&model, &lexicon, documents.iter()));
    }
    for (set, name) in SETS.iter().enumerate() {
        let of_set: Vec<&Document> =
            held.iter().map(|(_, document)| *document).filter(|document| document.set == set).collect();
        if !of_set.is_empty() {
            report(name, &score::score(&model, &lexicon, of_set.into_iter()));
        }
    }
    if let Some(out) = &arguments.out {
        fs::write(out, bytes).map_err(|cause| format!("cannot write {}: {cause}", out.display()))?;
    }
    Ok(())
}

/// The documents to learn from: the sets in their order, then those of the grammar.
fn documents(arguments: &Arguments) -> Result<Vec<Document>, Failure> {
    let mut documents = Vec::new();
    for (set, name) in SETS.iter().enumerate() {
        documents.extend(read_set(&arguments.data.join(format!("names/{name}.jsonl")), set)?);
    }
    let read = |name: &str| {
        let path = arguments.own.join(name);
        fs::read_to_string(&path).map_err(|cause| format!("cannot read {}: {cause}", path.display()))
    };
    let stock = lists::stock(&arguments.data.join("resources"))?;
    let grammar = Grammar::read(&read("slots.txt")?, &read("documents.txt")?, stock)?;
    documents.extend(grammar.expand(arguments.times, SETS.len())?);
    Ok(documents)
}

fn report(name: &str, counts: &[Count; 4]) {
    let [all, person, organisation, place] = counts;
    println!("{name:22} {all} | person {person} | organisation {organisation} | place {place}");
}
