//! Stable ids: from paths and names, unique on file systems that ignore case.

use std::collections::BTreeMap;

use crate::text::slug::slug;

/// The ids of documents, parallel to their paths. A path whose slug is shared keeps the plain slug
/// only where it already is written that way; the others carry a digest of their path, so that a
/// new neighbour does not rename them again.
pub fn document_ids(paths: &[&str]) -> Vec<String> {
    let slugs: Vec<String> = paths.iter().map(|path| slug(stem(path))).collect();
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for slug in &slugs {
        *uses.entry(slug).or_default() += 1;
    }
    let mut plain_taken: BTreeMap<&str, &str> = BTreeMap::new();
    for (path, slug) in paths.iter().zip(&slugs) {
        if stem(path) == slug {
            plain_taken.entry(slug).or_insert(path);
        }
    }
    paths
        .iter()
        .zip(&slugs)
        .map(|(path, slug)| {
            let is_plain = uses[slug.as_str()] == 1 || plain_taken.get(slug.as_str()) == Some(path);
            if is_plain { slug.clone() } else { format!("{slug}-{}", digest(path)) }
        })
        .collect()
}

/// The id that the document at a path had, if no other shared its name; an id stays what it is.
pub fn former_id(path_or_id: &str) -> String {
    slug(stem(path_or_id))
}

/// A path without the extension of its file.
fn stem(path: &str) -> &str {
    let name = path.rfind('/').map_or(0, |slash| slash + 1);
    match path[name..].rfind('.') {
        Some(0) | None => path,
        Some(dot) => &path[..name + dot],
    }
}

/// Eight hexadecimal digits that depend on `words` only (FNV-1a).
pub fn digest(words: &str) -> String {
    let sum = words
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325, |sum: u64, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{:08x}", (sum >> 32) ^ (sum & 0xffff_ffff))
}

/// `wanted`, or `wanted` with a digest of `basis` where it is taken.
pub fn unique(wanted: String, basis: &str, taken: &mut BTreeMap<String, usize>) -> String {
    let uses = taken.entry(wanted.clone()).or_default();
    *uses += 1;
    if *uses == 1 {
        return wanted;
    }
    let with_digest = format!("{wanted}-{}", digest(&format!("{basis}{uses}")));
    taken.insert(with_digest.clone(), 1);
    with_digest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_do_not_depend_on_order() {
        let paths = ["Report.txt", "report.txt", "a/b.md", "REPORT.TXT", "é.txt", "e.txt"];
        let ids = document_ids(&paths);
        let mut sorted = ids.clone();
        sorted.sort();
        sorted.dedup();
        assert_eq!(sorted.len(), paths.len());
        assert_eq!((ids[1].as_str(), ids[2].as_str(), ids[5].as_str()), ("report", "a-b", "e"));
        let mut turned = paths;
        turned.reverse();
        let mut other = document_ids(&turned);
        other.reverse();
        assert_eq!(ids, other);
    }
}
