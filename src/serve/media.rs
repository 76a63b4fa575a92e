//! What kind of file an answer is, by its extension.

/// Types by extension.
static TYPES: &str = include_str!("data/media-types.txt");

/// The `Content-Type` of a file of the site.
pub(super) fn media_type(path: &str) -> &'static str {
    let extension = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, end)| end);
    let lines = TYPES.lines().filter(|line| !line.starts_with('#'));
    let found = lines.filter_map(|line| line.split_once(' ')).find(|(known, _)| known.eq_ignore_ascii_case(extension));
    found.map_or("application/octet-stream", |(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_extension_says() {
        for (path, expected) in [
            ("index.html", "text/html; charset=utf-8"),
            ("raw/a.html.txt", "text/plain; charset=utf-8"),
            ("static/a.CSS", "text/css; charset=utf-8"),
            ("static/odd.name/a", "application/octet-stream"),
            ("static/#", "application/octet-stream"),
        ] {
            assert_eq!(media_type(path), expected, "{path}");
        }
    }
}
