//! From documents to the bytes of a model.

use annalist::extract::names::tagger::document::Writings;
use annalist::extract::names::tagger::features::{View, features};
use annalist::extract::names::tagger::model::{Model, Weights, write};

use crate::Failure;
use crate::corpus::{Document, labelled};
use crate::perceptron::{Example, Means, Training, train};

/// The bytes of the tables of the model.
#[derive(Debug)]
pub struct Tables {
    /// Word clusters.
    pub clusters: Vec<u8>,
    /// Lists of names and places.
    pub listings: Vec<u8>,
}

/// The bytes of a model that has learnt from the documents.
pub fn train_model(documents: &[&Document], tables: &Tables, training: Training) -> Result<Vec<u8>, Failure> {
    let bytes = |weights: &Weights| write(&tables.clusters, &tables.listings, weights);
    let blank = bytes(&Weights::nought(1));
    let base = Model::read(&blank).ok_or("the tables are no model")?;
    let mut examples = Vec::new();
    documents.iter().for_each(|document| add_examples(&mut examples, document, &base, training.bits));
    Ok(bytes(&quantised(&train(&examples, training), training.bits)))
}

fn add_examples(examples: &mut Vec<Example>, document: &Document, base: &Model<'_>, bits: u32) {
    let (lines, gold): (Vec<_>, Vec<_>) = labelled(document, base).into_iter().unzip();
    let writings = Writings::new(&lines);
    for (line, gold) in lines.iter().zip(&gold) {
        let of_token = |at| {
            let mut indices = Vec::new();
            features(View { line, writings: &writings }, at, |feature| indices.push((feature >> (64 - bits)) as u32));
            indices
        };
        examples.extend(line.stretches().map(|(start, end)| Example {
            features: (start..end).map(of_token).collect(),
            allowed: line.allowed[start..end].to_vec(),
            gold: gold[start..end].to_vec(),
        }));
    }
}

/// Weights as small integers: of five thousand weights one is larger than 127 and is cut.
fn quantised(means: &Means, bits: u32) -> Weights {
    let mut sizes: Vec<f64> = means.emissions.iter().map(|weight| weight.abs()).filter(|size| *size > 0.0).collect();
    sizes.sort_by(f64::total_cmp);
    let largest = sizes.get(sizes.len().saturating_sub(1 + sizes.len() / 5_000)).copied().unwrap_or(1.0);
    let scale = 127.0 / largest;
    let emission = |weight: &f64| (weight * scale).round().clamp(-127.0, 127.0) as i8;
    let transition = |weight: &f64| (weight * scale).round().clamp(-32_000.0, 32_000.0) as i16;
    Weights {
        bits,
        transitions: means.transitions.iter().map(transition).collect(),
        weights: means.emissions.iter().map(emission).collect(),
    }
}
