//! Slugs: short ASCII names for files and anchors.

use deunicode::deunicode_with_tofu;

/// Longest slug in bytes: file systems allow 255 for a name, extensions and suffixes included.
const LONGEST: usize = 80;

/// Lower-case ASCII letters, digits and single hyphens; never empty, never a path.
///
/// ```
/// use annalist::text::slug::slug;
/// assert_eq!(slug("Yoon Suk-yeol"), "yoon-suk-yeol");
/// assert_eq!(slug("../../etc/passwd"), "etc-passwd");
/// assert_eq!(slug("Café №5"), "cafe-no5");
/// assert_eq!(slug("…"), "x");
/// ```
pub fn slug(words: &str) -> String {
    let ascii = deunicode_with_tofu(words, "-");
    let mut slug = String::with_capacity(ascii.len().min(LONGEST));
    for byte in ascii.bytes() {
        if slug.len() >= LONGEST {
            break;
        }
        if byte.is_ascii_alphanumeric() {
            slug.push(byte.to_ascii_lowercase() as char);
        } else if matches!(byte, b'\'' | b'"') {
            continue;
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() || !slug.bytes().any(|byte| byte.is_ascii_alphanumeric()) {
        return "x".to_owned();
    }
    slug.to_owned()
}
