//! Bytes → text: finds the character encoding and says where it does not fit.
//!
//! The order is: byte-order mark, valid UTF-8, UTF-16 by its NULs, UTF-8 with a few bad bytes, what
//! the mark-up declares, and at last a guess by the frequencies of letters. Raw bytes are never
//! changed: they stay what the site offers for download.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How many bytes are looked at for the pattern of NULs and for a declaration in mark-up.
const HEAD: usize = 4096;

/// The text of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text, without a byte-order mark.
    pub text: String,
    /// The WHATWG name of the encoding.
    pub encoding: &'static str,
    /// Where the first U+FFFD stands that was put in place of bytes that do not fit.
    pub damage: Option<usize>,
}

/// Reads `bytes` as text. `declared` is what the mark-up says about itself, where it does.
pub(super) fn decode(bytes: &[u8], declared: Option<&'static Encoding>) -> Decoded {
    let (encoding, body) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, &bytes[length..]),
        None => (without_mark(bytes, declared), bytes),
    };
    let (text, damaged) = encoding.decode_without_bom_handling(body);
    let damage = if encoding == UTF_8 {
        std::str::from_utf8(body).err().map(|error| error.valid_up_to())
    } else {
        damaged.then(|| text.find('\u{FFFD}')).flatten()
    };
    Decoded { text: text.into_owned(), encoding: encoding.name(), damage }
}

fn without_mark(bytes: &[u8], declared: Option<&'static Encoding>) -> &'static Encoding {
    let valid = std::str::from_utf8(bytes).is_ok();
    // ISO-2022-JP is the one encoding of the web whose bytes are all ASCII: it switches by ESC.
    let switches = valid && bytes.windows(2).any(|pair| pair == b"\x1b$");
    if let Some(encoding) = utf16_by_nuls(bytes) {
        return encoding;
    }
    if (valid && !switches) || (!valid && is_mostly_utf8(bytes)) {
        return UTF_8;
    }
    if let Some(encoding) = declared.filter(|&encoding| encoding != UTF_8) {
        return encoding;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// UTF-16 without its mark: in text of any alphabet below U+0100 one byte of each pair is NUL, and
/// nearly always the same one. Three in a hundred are enough, for East Asian text with Latin spaces.
fn utf16_by_nuls(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(HEAD) & !1];
    let (mut first, mut second) = (0, 0);
    for pair in head.chunks_exact(2) {
        first += usize::from(pair[0] == 0);
        second += usize::from(pair[1] == 0);
    }
    let enough = (head.len() / 2 * 3).div_ceil(100).max(2);
    let encoding = match (first, second) {
        (few, many) if many >= enough && many >= 4 * few => UTF_16LE,
        (many, few) if many >= enough && many >= 4 * few => UTF_16BE,
        _ => return None,
    };
    let (text, damaged) = encoding.decode_without_bom_handling(head);
    let odd = text.chars().filter(|&c| is_garbage(c)).count();
    // A pair of surrogates may be cut where the head ends, so damage alone decides nothing.
    (odd == 0 || (damaged && odd <= 1)).then_some(encoding)
}

/// True when far more characters are well-formed UTF-8 than not: a damaged file, not another encoding.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 4 * bad
}

/// True for a character that no text holds: NUL and the controls that are no white space, no
/// escape and no page feed, and U+FFFD, which stands for bytes that do not fit.
fn is_garbage(character: char) -> bool {
    matches!(character, '\0'..='\u{8}' | '\u{e}'..='\u{1a}' | '\u{1c}'..='\u{1f}' | '\u{7f}')
}

/// True when `text` was no text: two control characters or more, and more than one in 200.
///
/// Random or compressed bytes have about 11 in 100. A stray NUL in a long letter is forgiven.
/// U+FFFD does not count: a text in a wrongly guessed encoding is still a text.
pub(super) fn is_binary(text: &str) -> bool {
    let odd = text.chars().filter(|&c| is_garbage(c)).count();
    odd >= 2 && odd * 200 > text.chars().count()
}

/// The encoding that a page declares in its first bytes: `<meta charset>` or an XML declaration.
///
/// A page that says UTF-16 in bytes a scan for ASCII can read is not UTF-16 (WHATWG).
pub(super) fn declared_in_markup(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let labels = ["charset", "encoding"].into_iter().flat_map(|key| {
        head.match_indices(key).filter_map(|(at, _)| {
            let rest = head[at + key.len()..].trim_start().strip_prefix('=')?;
            let rest = rest.trim_start().trim_start_matches(['"', '\'']);
            let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)))?;
            Encoding::for_label(&rest.as_bytes()[..end])
        })
    });
    labels.map(|encoding| if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding }).next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{BIG5, EUC_JP, EUC_KR, GB18030, ISO_2022_JP, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252};

    const KOREAN: &str = "대통령은 17일 서울에서 기자회견을 열고 새로운 합의를 발표했다.";
    const JAPANESE: &str = "首相は十八日、東京で記者会見を開き、新しい合意を発表しました。";
    const CHINESE: &str = "总统十八日在北京举行记者会，宣布了新的协议，并回答了记者的提问。";
    const GERMAN: &str = "Der Präsident erklärte am Freitag, die Gespräche würden „später“ fortgeführt.";
    const RUSSIAN: &str = "Президент заявил в пятницу, что переговоры будут продолжены позже.";

    #[test]
    fn each_encoding_is_found_and_read() {
        let table = [
            (WINDOWS_1252, GERMAN),
            (WINDOWS_1251, RUSSIAN),
            (EUC_KR, KOREAN),
            (SHIFT_JIS, JAPANESE),
            (EUC_JP, JAPANESE),
            (ISO_2022_JP, JAPANESE),
            (GB18030, CHINESE),
            (BIG5, "總統十八日在臺北舉行記者會，宣布了新的協議。"),
        ];
        for (encoding, text) in table {
            let (bytes, _, unmappable) = encoding.encode(text);
            assert!(!unmappable);
            let decoded = decode(&bytes, None);
            assert_eq!((decoded.text.as_str(), decoded.damage), (text, None), "{}", encoding.name());
        }
    }

    #[test]
    fn unicode_is_read_with_and_without_its_mark() {
        let utf16 = |text: &str, mark: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            format!("{mark}{text}").encode_utf16().flat_map(bytes).collect()
        };
        let table = [
            (GERMAN.as_bytes().to_vec(), GERMAN, "UTF-8"),
            (format!("\u{FEFF}{KOREAN}").into_bytes(), KOREAN, "UTF-8"),
            (utf16(GERMAN, "\u{FEFF}", u16::to_le_bytes), GERMAN, "UTF-16LE"),
            (utf16(JAPANESE, "\u{FEFF}", u16::to_be_bytes), JAPANESE, "UTF-16BE"),
            (utf16(GERMAN, "", u16::to_le_bytes), GERMAN, "UTF-16LE"),
            (utf16(GERMAN, "", u16::to_be_bytes), GERMAN, "UTF-16BE"),
            (utf16(KOREAN, "", u16::to_le_bytes), KOREAN, "UTF-16LE"),
        ];
        for (bytes, text, encoding) in table {
            let decoded = decode(&bytes, None);
            assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
        }
    }

    #[test]
    fn damage_has_a_place() {
        assert_eq!(decode("Präsident für alle\n".as_bytes(), None).damage, None);
        let mut bytes = format!("{KOREAN}\n").into_bytes();
        bytes.extend(b"second \xff line");
        assert_eq!(decode(&bytes, None).damage, Some(KOREAN.len() + 8));
        assert_eq!(decode(b"\xff\xfeT\0i\0t", None).damage, Some(2));
    }

    #[test]
    fn a_declaration_decides_where_the_bytes_do_not() {
        let table: [(&[u8], &str); 5] = [
            (b"<meta charset=\"windows-1250\"><p>\xb9</p>", "windows-1250"),
            (b"<meta http-equiv=x content='text/html; charset=iso-8859-2'>", "ISO-8859-2"),
            (b"<?xml version='1.0' encoding='KOI8-R'?>", "KOI8-R"),
            (b"<meta charset=utf-16>", "UTF-8"),
            (b"<p>charset", "-"),
        ];
        for (page, name) in table {
            assert_eq!(declared_in_markup(page).map_or("-", Encoding::name), name);
        }
        assert_eq!(decode(b"<p>\xb9</p>", declared_in_markup(b"<meta charset=latin2>")).text, "<p>š</p>");
    }

    #[test]
    fn random_bytes_are_binary_and_a_stray_nul_is_not() {
        let mut state = 1u32;
        let random: Vec<u8> = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        })
        .take(4096)
        .collect();
        assert!(is_binary(&decode(&random, None).text));
        assert!(is_binary("\u{1}\u{2}"));
        assert!(!is_binary("NUL\0inside\n"));
        assert!(!is_binary("\x1b[1mbold\x1b[0m\r\n\tand a page\x0c"));
    }
}
