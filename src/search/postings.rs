//! Postings: which records have a term and how much it weighs there, as ASCII that a script can hold.
//!
//! A posting is the distance from the record before, in digits of five bits, lowest first, each but the
//! last with a sixth bit set, and then one digit of weight. Digits are written with [`DIGITS`].

/// Base 64 as in addresses (RFC 4648, section 5), digits first.
pub const DIGITS: &[u8; 64] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

/// The greatest weight.
pub const MOST: u32 = 63;

/// Writes postings; `last` is the record before the first, `None` at the start.
///
/// Records must rise. A weight is between 0 and [`MOST`].
pub fn write(record: u32, weight: u32, last: Option<u32>, into: &mut String) {
    let mut distance = record - last.map_or(0, |last| last + 1);
    loop {
        let digit = distance & 31;
        distance >>= 5;
        push(into, if distance > 0 { digit | 32 } else { digit });
        if distance == 0 {
            break;
        }
    }
    push(into, weight.min(MOST));
}

fn push(into: &mut String, digit: u32) {
    into.push(char::from(DIGITS[(digit & MOST) as usize]));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `static/search/query.js` reads.
    fn read(postings: &str) -> Vec<(u32, u32)> {
        let digit = |byte| DIGITS.iter().position(|&other| other == byte).unwrap() as u32;
        let (mut found, mut next, mut shift, mut distance) = (Vec::new(), 0, 0, 0);
        let mut bytes = postings.bytes();
        while let Some(byte) = bytes.next() {
            distance |= (digit(byte) & 31) << shift;
            shift += 5;
            if digit(byte) < 32 {
                found.push((next + distance, digit(bytes.next().unwrap())));
                (next, shift, distance) = (next + distance + 1, 0, 0);
            }
        }
        found
    }

    #[test]
    fn what_is_written_is_read() {
        let table: [(&[(u32, u32)], &str); 4] = [
            (&[(0, 0)], "00"),
            (&[(1, 63), (2, 5)], "1_05"),
            (&[(31, 1), (64, 2)], "V1W12"),
            (&[(40_000, 10)], "W_2aA"),
        ];
        for (postings, _) in table {
            let mut written = String::new();
            let mut last = None;
            for &(record, weight) in postings {
                write(record, weight, last, &mut written);
                last = Some(record);
            }
            assert_eq!(read(&written), postings, "{written}");
        }
        let mut written = String::new();
        write(1, 63, None, &mut written);
        write(2, 5, Some(1), &mut written);
        assert_eq!(written, "1_05");
    }
}
