//! [`Budget`]: how large the parts of a site may become before a build says so.

use serde::Deserialize;

/// What the table `[budget]` of `annalist.toml` may hold; 0 is no limit.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BudgetFile {
    style: Option<u64>,
    script: Option<u64>,
    page: Option<u64>,
    site: Option<u64>,
}

/// The limits in force, in bytes; `None` is no limit.
///
/// ```
/// use annalist::config::Budget;
/// assert_eq!(Budget::default().style, Some(16_000));
/// assert_eq!(Budget::default().site, None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// All style sheets together.
    pub style: Option<u64>,
    /// All scripts together, but those of the search.
    pub script: Option<u64>,
    /// The page of which half of the pages are smaller.
    pub page: Option<u64>,
    /// The whole site but its search. Not limited by default: it grows with the documents.
    pub site: Option<u64>,
}

impl Default for Budget {
    fn default() -> Self {
        Self { style: Some(16_000), script: Some(20_000), page: Some(60_000), site: None }
    }
}

impl From<BudgetFile> for Budget {
    fn from(file: BudgetFile) -> Self {
        let standard = Self::default();
        let limit = |given: Option<u64>, standard| given.map_or(standard, |bytes| (bytes > 0).then_some(bytes));
        Self {
            style: limit(file.style, standard.style),
            script: limit(file.script, standard.script),
            page: limit(file.page, standard.page),
            site: limit(file.site, standard.site),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_the_default_a_number_or_none() {
        for (text, budget) in [
            ("", Budget::default()),
            ("style = 9\nsite = 500000", Budget { style: Some(9), site: Some(500_000), ..Budget::default() }),
            ("script = 0\npage = 0", Budget { script: None, page: None, ..Budget::default() }),
        ] {
            assert_eq!(Budget::from(toml::from_str::<BudgetFile>(text).unwrap()), budget, "{text}");
        }
        assert!(toml::from_str::<BudgetFile>("page = -1").is_err());
        assert!(toml::from_str::<BudgetFile>("pages = 1").is_err());
    }
}
