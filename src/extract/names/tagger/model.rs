//! [`Model`]: the trained parameters, read in place from the bytes of the model file.
//!
//! # Format
//!
//! All numbers are little-endian. A header: `ANNALIST` in ASCII, then as 32-bit numbers the version of
//! the format, the slots of the table of word clusters, the slots of the table of listings and the
//! bits of a feature's index. Then the two tables, the transitions ([`LABELS`] × [`LABELS`] 16-bit
//! numbers) and the weights (sixteen signed bytes a feature, one for each label but outside, whose
//! weights are nought).

use super::hash::mix;
use super::label::LABELS;
use super::table::{SLOT, Table};
use super::viterbi::{Scores, Steps, Transitions};

/// Bytes of the header.
const HEADER: usize = 24;
/// The version of the format and of the features.
pub const VERSION: u32 = 1;
/// Weights of a feature.
pub const ROW: usize = LABELS - 1;
const MAGIC: &[u8; 8] = b"ANNALIST";

/// The trained parameters.
#[derive(Debug, Clone)]
pub struct Model<'m> {
    clusters: Table<'m>,
    listings: Table<'m>,
    weights: &'m [u8],
    shift: u32,
    /// What may follow what, and at what price.
    pub steps: Steps,
}

impl<'m> Model<'m> {
    /// Reads a model; `None` for bytes that are no model of this version.
    pub fn read(bytes: &'m [u8]) -> Option<Self> {
        let (magic, rest) = bytes.split_at_checked(MAGIC.len())?;
        let number = |at: usize| Some(u32::from_le_bytes(rest.get(at * 4..at * 4 + 4)?.try_into().ok()?) as usize);
        if magic != MAGIC || number(0)? != VERSION as usize {
            return None;
        }
        let mut rest = bytes.get(HEADER..)?;
        let mut take = |length: usize| {
            let (taken, left) = rest.split_at_checked(length)?;
            rest = left;
            Some(taken)
        };
        let clusters = Table::new(take(number(1)? * SLOT)?);
        let listings = Table::new(take(number(2)? * SLOT)?);
        let steps = Steps::new(&transitions(take(LABELS * LABELS * 2)?));
        let bits = (number(3)? as u32).min(40);
        let weights = take(ROW << bits)?;
        Some(Self { clusters, listings, weights, shift: 64 - bits, steps })
    }

    /// Adds the weights of a feature.
    pub fn add(&self, feature: u64, scores: &mut Scores) {
        let at = (feature >> self.shift) as usize * ROW;
        if let Some(row) = self.weights.get(at..at + ROW) {
            for (score, weight) in scores[1..].iter_mut().zip(row) {
                *score += i32::from(*weight as i8);
            }
        }
    }

    /// The clusters of a word, given the hash of its lower case: 1,024 in the lowest ten bits, then 256
    /// in eight, then 64 in six; 0 where it is not listed.
    pub fn clusters(&self, lower: u64) -> u32 {
        self.clusters.get(lower).unwrap_or_default()
    }

    /// What the lists say of a word or of words joined by [`joined`].
    pub fn listing(&self, lower: u64) -> u32 {
        self.listings.get(lower).unwrap_or_default()
    }
}

/// What a list says of a word, as bits of [`Model::listing`].
pub mod listing {
    /// A given name; the second bit for the frequent ones.
    pub const GIVEN: u32 = 0b11;
    /// A family name; the second bit for the frequent ones.
    pub const FAMILY: u32 = 0b11 << 2;
    /// A city; the second bit for the large ones.
    pub const CITY: u32 = 0b11 << 4;
    /// A country, a territory or a state of a federation.
    pub const COUNTRY: u32 = 1 << 6;
    /// A nationality word.
    pub const NATIONALITY: u32 = 1 << 7;
    /// A company.
    pub const COMPANY: u32 = 1 << 8;
    /// How often running text has the word in lower case: 0 never, 7 most.
    pub const LOWER: u32 = 0b111 << 9;
    /// A club or team.
    pub const CLUB: u32 = 1 << 12;
    /// Another organisation.
    pub const ORGANISATION: u32 = 1 << 13;
    /// A region, sea, mountain or other place.
    pub const REGION: u32 = 1 << 14;
    /// A product, treaty, competition, work.
    pub const OTHER: u32 = 1 << 15;
    /// A given name of the world.
    pub const WORLD_GIVEN: u32 = 1 << 16;
    /// A family name of the world.
    pub const WORLD_FAMILY: u32 = 1 << 17;
    /// Every list of persons' names.
    pub const PERSONS: u32 = GIVEN | FAMILY | WORLD_GIVEN | WORLD_FAMILY;
    /// Every list of organisations.
    pub const BODIES: u32 = COMPANY | CLUB | ORGANISATION;
    /// Every list of places.
    pub const PLACES: u32 = CITY | COUNTRY | REGION;
}

/// The hash of two words or of a phrase and the word behind it.
pub fn joined(before: u64, word: u64) -> u64 {
    mix(before.wrapping_add(1), word)
}

fn transitions(bytes: &[u8]) -> Transitions {
    let mut transitions = [[0; LABELS]; LABELS];
    let scores = transitions.iter_mut().flatten();
    for (score, bytes) in scores.zip(bytes.chunks_exact(2)) {
        *score = i32::from(i16::from_le_bytes([bytes[0], bytes[1]]));
    }
    transitions
}

/// Weights to be written.
#[derive(Debug, Clone)]
pub struct Weights {
    /// Bits of a feature's index.
    pub bits: u32,
    /// What may follow what.
    pub transitions: Vec<i16>,
    /// Sixteen a feature.
    pub weights: Vec<i8>,
}

impl Weights {
    /// Weights that are all nought.
    pub fn nought(bits: u32) -> Self {
        Self { bits, transitions: vec![0; LABELS * LABELS], weights: vec![0; ROW << bits] }
    }
}

/// The bytes of a model.
pub fn write(clusters: &[u8], listings: &[u8], weights: &Weights) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    let slots = |table: &[u8]| (table.len() / SLOT) as u32;
    let counts = [VERSION, slots(clusters), slots(listings), weights.bits];
    counts.iter().for_each(|count| bytes.extend(count.to_le_bytes()));
    bytes.extend(clusters);
    bytes.extend(listings);
    weights.transitions.iter().for_each(|score| bytes.extend(score.to_le_bytes()));
    bytes.extend(weights.weights.iter().map(|weight| *weight as u8));
    bytes
}

#[cfg(test)]
mod tests {
    use super::super::hash::exact;
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let clusters = Table::bytes(&[(exact("minister"), 7)]);
        let listings = Table::bytes(&[(exact("norwick"), listing::CITY)]);
        let mut weights = Weights::nought(2);
        weights.transitions[1] = -300;
        weights.weights[3 * ROW] = -5;
        let bytes = write(&clusters, &listings, &weights);
        let model = Model::read(&bytes).unwrap();
        assert_eq!((model.clusters(exact("minister")), model.clusters(exact("x"))), (7, 0));
        assert_eq!(model.listing(exact("norwick")), listing::CITY);
        let mut scores = [0; LABELS];
        model.add(u64::MAX, &mut scores);
        assert_eq!(scores[..3], [0, -5, 0]);
    }

    #[test]
    fn other_bytes_are_no_model() {
        let bytes = write(&[], &[], &Weights::nought(1));
        assert!(Model::read(&bytes).is_some());
        for length in [0, 7, 24, bytes.len() - 1] {
            assert!(Model::read(&bytes[..length]).is_none(), "{length}");
        }
        assert!(Model::read(&[0; 4096]).is_none());
    }
}
