//! Near-duplicates: documents that carry nearly the same text. They are linked, never dropped.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::model::DossierDocument;

/// Values of the signature in a band. With bands of four, documents that share half of their
/// shingles meet in a band of a 64-value signature with probability 0.64, those that share four
/// fifths with 0.9998.
const BAND: usize = 4;
/// Least share of equal signature values.
const LEAST_RESEMBLANCE: f64 = 0.55;

/// Writes to each document the others that resemble it.
pub fn link_duplicates(documents: &mut [DossierDocument]) {
    let mut bands: Vec<(usize, &[u32], usize)> = Vec::new();
    for (index, document) in documents.iter().enumerate() {
        let own = document.annotations.signature.chunks_exact(BAND).enumerate();
        bands.extend(own.map(|(band, values)| (band, values, index)));
    }
    bands.par_sort_unstable();
    let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
    for group in bands.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
        // Neighbours are compared, and all with the first: a chain of equal texts stays linear.
        pairs.extend(group.windows(2).map(|near| (near[0].2, near[1].2)));
        pairs.extend(group.iter().skip(2).map(|other| (group[0].2, other.2)));
    }
    let alike: Vec<(usize, usize)> =
        pairs.into_iter().filter(|&(one, other)| resemble(&documents[one], &documents[other])).collect();
    for (one, other) in alike {
        documents[one].duplicates.push(other);
        documents[other].duplicates.push(one);
    }
    for document in documents {
        document.duplicates.sort_unstable();
        document.duplicates.dedup();
    }
}

fn resemble(one: &DossierDocument, other: &DossierDocument) -> bool {
    let (one, other) = (&one.annotations.signature, &other.annotations.signature);
    let equal = one.iter().zip(other).filter(|(a, b)| a == b).count();
    equal as f64 >= LEAST_RESEMBLANCE * one.len() as f64
}
