//! [`Weight`]: how many bytes a site has, by what readers load.

use crate::model::{Manifest, ManifestFile, paths};

/// How much the parts of a site weigh, in bytes.
///
/// ```
/// use annalist::model::{Manifest, ManifestFile};
/// use annalist::output::Weight;
/// let file = |path: &str, bytes| ManifestFile { path: path.into(), bytes, sha256: String::new() };
/// let files = vec![file("a.html", 5), file("b.html", 9), file("search/index.js", 70), file("static/a.css", 2)];
/// let weight = Weight::of(&Manifest { files });
/// assert_eq!((weight.style, weight.script, weight.page, weight.site), (2, 0, 5, 16));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Weight {
    /// All style sheets.
    pub style: u64,
    /// All scripts but those of the search.
    pub script: u64,
    /// The median page: of an even number the smaller of the two in the middle. 0 where there is none.
    pub page: u64,
    /// How many pages there are.
    pub pages: usize,
    /// The largest page, of equal ones the first by path.
    pub largest: Option<ManifestFile>,
    /// Every file but those of the search. The marker, which says what was written, is not counted.
    pub site: u64,
}

impl Weight {
    /// Weighs what the manifest names.
    pub fn of(manifest: &Manifest) -> Self {
        let ends = |path: &str, endings: &[&str]| endings.iter().any(|ending| path.to_lowercase().ends_with(ending));
        let sum = |wanted: &dyn Fn(&str) -> bool| -> u64 {
            manifest.files.iter().filter(|file| wanted(&file.path)).map(|file| file.bytes).sum()
        };
        let pages: Vec<&ManifestFile> =
            manifest.files.iter().filter(|file| ends(&file.path, &[".html", ".htm"])).collect();
        let mut lengths: Vec<u64> = pages.iter().map(|page| page.bytes).collect();
        lengths.sort_unstable();
        Self {
            style: sum(&|path| ends(path, &[".css"])),
            script: sum(&|path| ends(path, &[".js", ".mjs"]) && !paths::is_of_search(path)),
            page: lengths.get(lengths.len().saturating_sub(1) / 2).copied().unwrap_or_default(),
            pages: pages.len(),
            largest: pages.into_iter().reduce(|most, page| if page.bytes > most.bytes { page } else { most }).cloned(),
            site: sum(&|path| !paths::is_of_search(path)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(files: &[(&str, u64)]) -> Weight {
        let file = |&(path, bytes): &(&str, u64)| ManifestFile { path: path.to_owned(), bytes, sha256: String::new() };
        Weight::of(&Manifest { files: files.iter().map(file).collect() })
    }

    #[test]
    fn the_typical_page_is_the_one_in_the_middle() {
        for (lengths, median) in [(&[][..], 0), (&[7], 7), (&[9, 1], 1), (&[9, 1, 5], 5), (&[9, 1, 5, 6], 5)] {
            let names: Vec<String> = (0..lengths.len()).map(|number| format!("{number}.html")).collect();
            let files: Vec<(&str, u64)> = names.iter().map(String::as_str).zip(lengths.iter().copied()).collect();
            assert_eq!(weight(&files).page, median, "{lengths:?}");
        }
    }

    #[test]
    fn the_search_is_weighed_with_nothing() {
        let search = [("search/index.js", 1), ("search/terms/0.js", 2), ("static/search/page.js", 4)];
        assert_eq!(weight(&search), Weight::default());
        let others = weight(&[("static/extra.JS", 1), ("static/m.mjs", 2), ("static/a.css", 4), ("raw/a.txt", 8)]);
        assert_eq!((others.script, others.style, others.page, others.site), (3, 4, 0, 15));
    }

    #[test]
    fn of_equal_pages_the_first_is_the_largest() {
        let largest = weight(&[("a.html", 2), ("b.html", 3), ("c.html", 3)]).largest;
        assert_eq!(largest.map(|page| page.path).as_deref(), Some("b.html"));
    }
}
