//! [`Table`]: a map from hashes to small numbers, read in place from the bytes of the model file.

/// Bytes of a slot: two of the hash, three of the value.
pub const SLOT: usize = 5;

/// Open addressing with linear probing; two bytes of the hash tell slots apart, so that one word in
/// some thirty thousand that is not listed passes for one that is. A slot whose first two bytes are
/// nought is free.
#[derive(Debug, Clone, Copy)]
pub struct Table<'m> {
    slots: &'m [u8],
}

impl<'m> Table<'m> {
    /// Reads a table from its bytes.
    pub fn new(slots: &'m [u8]) -> Self {
        Self { slots }
    }

    /// The value of a hash, below 2²⁴.
    pub fn get(&self, hash: u64) -> Option<u32> {
        let count = self.slots.len() / SLOT;
        if count == 0 {
            return None;
        }
        let mut at = first_slot(hash, count);
        let wanted = mark(hash);
        for _ in 0..count {
            let slot = self.slots.get(at * SLOT..at * SLOT + SLOT)?;
            let found = u16::from_le_bytes([slot[0], slot[1]]);
            if found == wanted {
                return Some(u32::from_le_bytes([slot[2], slot[3], slot[4], 0]));
            }
            if found == 0 {
                return None;
            }
            at = if at + 1 == count { 0 } else { at + 1 };
        }
        None
    }

    /// The bytes of a table of these values, a fifth of it free. Of two equal hashes the first counts.
    pub fn bytes(entries: &[(u64, u32)]) -> Vec<u8> {
        let count = entries.len() * 5 / 4 + 1;
        let mut slots = vec![0; count * SLOT];
        for &(hash, value) in entries {
            if Table::new(&slots).get(hash).is_some() {
                continue;
            }
            let mut at = first_slot(hash, count);
            while slots[at * SLOT..at * SLOT + 2] != [0, 0] {
                at = if at + 1 == count { 0 } else { at + 1 };
            }
            slots[at * SLOT..at * SLOT + 2].copy_from_slice(&mark(hash).to_le_bytes());
            slots[at * SLOT + 2..at * SLOT + SLOT].copy_from_slice(&value.to_le_bytes()[..3]);
        }
        slots
    }
}

fn first_slot(hash: u64, count: usize) -> usize {
    (((hash >> 32) * count as u64) >> 32) as usize
}

/// Never nought.
fn mark(hash: u64) -> u16 {
    (hash as u16).max(1)
}

#[cfg(test)]
mod tests {
    use super::super::hash::exact;
    use super::*;

    #[test]
    fn what_was_put_in_is_found_and_nothing_else() {
        let entries: Vec<(u64, u32)> = (0..1_000).map(|n| (exact(&format!("word{n}")), n)).collect();
        let bytes = Table::bytes(&entries);
        let table = Table::new(&bytes);
        let lost = entries.iter().filter(|(hash, value)| table.get(*hash) != Some(*value)).count();
        assert!(lost < 3, "{lost}");
        let strangers = (0..1_000).filter(|n| table.get(exact(&format!("other{n}"))).is_some()).count();
        assert!(strangers < 3, "{strangers}");
        assert_eq!(Table::new(&[]).get(7), None);
    }
}
