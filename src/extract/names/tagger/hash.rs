//! Hashes of words and features. They are written into the model file: the same on every machine,
//! and never to be changed without training anew.

const PRIME: u64 = 0x9e37_79b9_7f4a_7c15;

/// Mixes a value into a hash.
pub fn mix(hash: u64, value: u64) -> u64 {
    let mixed = (hash.rotate_left(23) ^ value).wrapping_mul(PRIME);
    mixed ^ mixed >> 32
}

/// The hash of a word as it stands.
pub fn exact(word: &str) -> u64 {
    word.as_bytes().chunks(8).fold(word.len() as u64, |hash, chunk| mix(hash, number(chunk)))
}

/// The hash of a word in lower case: equal to [`exact`] of the lower-case word.
///
/// ```
/// use annalist::extract::names::tagger::hash::{exact, folded};
/// assert_eq!(folded("Élysée PALACE"), exact("élysée palace"));
/// assert_ne!(folded("Paris"), exact("Paris"));
/// ```
pub fn folded(word: &str) -> u64 {
    if !word.is_ascii() {
        return exact(&word.to_lowercase());
    }
    folded_bytes(word.as_bytes())
}

/// The hash of bytes, the ASCII ones in lower case.
pub fn folded_bytes(bytes: &[u8]) -> u64 {
    bytes.chunks(8).fold(bytes.len() as u64, |hash, chunk| mix(hash, lower(number(chunk))))
}

fn number(chunk: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    bytes[..chunk.len()].copy_from_slice(chunk);
    u64::from_le_bytes(bytes)
}

/// Eight bytes with the capitals of ASCII in lower case, all at once.
fn lower(bytes: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let low = bytes & (ONES * 0x7f);
    let at_least_a = low + ONES * (0x80 - b'A' as u64);
    let behind_z = low + ONES * (0x80 - b'Z' as u64 - 1);
    let is_capital = at_least_a & !behind_z & !bytes & (ONES * 0x80);
    bytes | is_capital >> 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_is_folded_eight_bytes_at_a_time() {
        let all: String = (0..128).map(char::from).collect();
        assert_eq!(folded(&all), exact(&all.to_ascii_lowercase()));
        for word in ["", "a", "ABCDEFGH", "Internationalisation", "@AZ[`az{"] {
            assert_eq!(folded(word), exact(&word.to_lowercase()), "{word}");
        }
    }
}
