//! MinHash signatures: what makes near-duplicates findable in near-linear time.
//!
//! Source: A. Broder, *On the resemblance and containment of documents* (1997). The hash is FNV-1a
//! and fixed, so that signatures are equal on every machine.

use super::Reading;
use crate::text::TokenKind;

/// Values in a signature.
pub const LENGTH: usize = 64;
/// Words in a shingle.
const SHINGLE: usize = 4;
/// A text with fewer shingles is not compared.
const SHORTEST: usize = 20;

/// The signature of the evidence text; empty when it is too short.
pub fn signature(reading: &Reading) -> Vec<u32> {
    let words: Vec<u64> = reading
        .sentences
        .iter()
        .flat_map(|sentence| &sentence.tokens)
        .filter(|token| token.kind != TokenKind::Mark)
        .map(|token| hash(token.of(&reading.text)))
        .collect();
    if words.len() < SHORTEST + SHINGLE {
        return Vec::new();
    }
    let mut smallest = vec![u32::MAX; LENGTH];
    for shingle in words.windows(SHINGLE) {
        let base =
            shingle.iter().fold(0xcbf2_9ce4_8422_2325, |sum: u64, word| (sum ^ word).wrapping_mul(0x0100_0000_01b3));
        for (seed, value) in smallest.iter_mut().enumerate() {
            *value = (*value).min(mix(base, seed as u64));
        }
    }
    smallest
}

/// FNV-1a over the ASCII-lower-case bytes.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
    })
}

/// One of [`LENGTH`] independent hashes (the finaliser of SplitMix64).
fn mix(base: u64, seed: u64) -> u32 {
    let mut value = base.wrapping_add(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (value >> 32) as u32
}
