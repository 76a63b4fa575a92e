//! What is told of a site that weighs more than `[budget]` allows.

use crate::config::{Budget, FILE_NAME};
use crate::diagnostic::{Code, Diagnostic};
use crate::output::Weight;
use crate::pipeline::Report;

/// Adds to the findings of a report, in their order, what weighs too much in its site.
pub(super) fn add_findings(report: &mut Report, budget: Budget) {
    report.findings.extend(findings(&Weight::of(&report.manifest), budget));
    report.findings.sort();
}

/// One finding for each limit that is exceeded. The place is the file that has the limits.
fn findings(weight: &Weight, budget: Budget) -> Vec<Diagnostic> {
    let largest = weight.largest.as_ref().map_or((String::new(), 0), |page| (page.path.clone(), page.bytes));
    let of_pages = format!(
        "half of the {} pages have {} bytes or more; the largest, {}, has {}",
        weight.pages, weight.page, largest.0, largest.1
    );
    [
        (
            Code::StyleOverBudget,
            weight.style,
            budget.style,
            format!("the style sheets have {} bytes", weight.style),
            "shorten your own style sheets, or raise `style` in `[budget]`",
        ),
        (
            Code::ScriptOverBudget,
            weight.script,
            budget.script,
            format!("the scripts outside the search have {} bytes", weight.script),
            "take scripts out of your static files, or raise `script` in `[budget]`",
        ),
        (
            Code::PageOverBudget,
            weight.page,
            budget.page,
            of_pages,
            "shorten your own templates, split long documents, or raise `page` in `[budget]`",
        ),
        (
            Code::SiteOverBudget,
            weight.site,
            budget.site,
            format!("the site without its search has {} bytes", weight.site),
            "leave documents out, show less of them with `display`, or raise `site` in `[budget]`",
        ),
    ]
    .into_iter()
    .filter_map(|(code, bytes, limit, message, hint)| {
        let limit = limit.filter(|&limit| bytes > limit)?;
        Some(Diagnostic::of_file(FILE_NAME, code, format!("{message}; the limit is {limit}"), hint))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Manifest, ManifestFile};

    fn report(files: &[(&str, u64)]) -> Report {
        let file = |&(path, bytes): &(&str, u64)| ManifestFile { path: path.to_owned(), bytes, sha256: String::new() };
        Report { manifest: Manifest { files: files.iter().map(file).collect() }, ..Report::default() }
    }

    #[test]
    fn a_limit_reached_is_fine_and_a_byte_more_is_a_finding() {
        let budget = Budget { style: Some(10), script: Some(10), page: Some(10), site: None };
        for (path, code) in [
            ("static/a.css", Code::StyleOverBudget),
            ("static/a.js", Code::ScriptOverBudget),
            ("a.html", Code::PageOverBudget),
        ] {
            for (bytes, expected) in [(10, vec![]), (11, vec![code])] {
                let mut report = report(&[(path, bytes)]);
                add_findings(&mut report, budget);
                let codes: Vec<Code> = report.findings.iter().map(|finding| finding.code).collect();
                assert_eq!(codes, expected, "{path} {bytes}");
            }
        }
    }

    #[test]
    fn the_site_is_measured_only_where_a_limit_is_set() {
        let without = Budget { style: None, script: None, page: None, site: None };
        for (limit, message) in [
            (None, None),
            (Some(30), None),
            (Some(29), Some("the site without its search has 30 bytes; the limit is 29")),
        ] {
            let mut report = report(&[("raw/a.txt", 20), ("a.html", 10), ("search/index.js", 99)]);
            add_findings(&mut report, Budget { site: limit, ..without });
            assert_eq!(report.findings.first().map(|finding| finding.message.as_str()), message, "{limit:?}");
        }
    }

    #[test]
    fn pages_say_which_is_the_largest() {
        let mut report = report(&[("a.html", 5), ("b.html", 90), ("c.html", 70)]);
        add_findings(&mut report, Budget { page: Some(60), ..Budget::default() });
        assert_eq!(
            report.findings[0].to_string(),
            "annalist.toml: warning[page-over-budget]: half of the 3 pages have 70 bytes or more; the largest, b.html, \
             has 90; the limit is 60\n  hint: shorten your own templates, split long documents, or raise `page` in `[budget]`"
        );
    }
}
