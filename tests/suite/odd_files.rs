//! Odd files: each has its finding with place, code and hint, and the rest is built.

use std::fs::{self, File};

use serde_json::Value;

use crate::dossier::Dossier;

/// A dossier with a good document, and whatever the test puts beside it.
fn beside_a_good_one() -> Dossier {
    let dossier = Dossier::new();
    dossier.write("seeds/good.txt", "Anna Weber signed on 4 May 2021.\n");
    dossier
}

/// The one finding, with its place as `(line, column)`; the good document must have its page.
fn only_finding(dossier: &Dossier, code: &str, file: &str) -> (Option<u64>, Option<u64>) {
    let findings = dossier.findings();
    assert_eq!(findings.len(), 1, "{findings:?}");
    let finding = &findings[0];
    assert_eq!((&finding["code"], &finding["file"]), (&code.into(), &file.into()));
    assert!(["message", "hint"].iter().all(|key| finding[*key].as_str().is_some_and(|words| !words.is_empty())));
    let run = dossier.build();
    assert!(run.code == 0 && dossier.path("site/documents/good.html").is_file());
    let number = |value: &Value| value.as_u64();
    (number(&finding["line"]), number(&finding["column"]))
}

#[test]
fn an_empty_file() {
    for text in ["", "  \n\t\n\u{a0}", "\u{feff}"] {
        let dossier = beside_a_good_one();
        dossier.write("seeds/odd.txt", text);
        assert_eq!(only_finding(&dossier, "file-empty", "seeds/odd.txt"), (None, None));
    }
}

#[test]
fn a_file_that_is_no_text() {
    let dossier = beside_a_good_one();
    let bytes: Vec<u8> = (0..4096_u32).map(|number| (number.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    dossier.write("seeds/odd.txt", bytes);
    only_finding(&dossier, "file-binary", "seeds/odd.txt");
}

#[test]
fn a_file_of_a_kind_that_is_not_read() {
    let dossier = beside_a_good_one();
    dossier.write("seeds/odd.pdf", "%PDF-1.7\n\u{1}\u{2}\n");
    only_finding(&dossier, "file-type-unknown", "seeds/odd.pdf");
}

#[test]
fn a_huge_file_is_not_read() {
    let dossier = beside_a_good_one();
    let file = File::create(dossier.path("seeds/odd.txt")).unwrap();
    file.set_len(200 * 1024 * 1024).unwrap();
    only_finding(&dossier, "file-too-large", "seeds/odd.txt");
}

#[test]
fn ten_thousand_nested_tags() {
    let dossier = beside_a_good_one();
    let inner = "<p>The harbour was sold to the highest bidder, who paid in cash and left the same day.</p>";
    let page = format!(
        "<html><body><article>{inner}{}deep{}</article></body></html>",
        "<div>".repeat(10_000),
        "</div>".repeat(10_000)
    );
    dossier.write("seeds/odd.html", page);
    only_finding(&dossier, "html-too-deep", "seeds/odd.html");
}

#[test]
fn ten_thousand_nested_marks_of_markdown() {
    let dossier = beside_a_good_one();
    dossier.write("seeds/odd.md", format!("{}deep words\n\n{}", ">".repeat(10_000), "[".repeat(10_000)));
    assert_eq!(dossier.build().code, 0);
    assert!(dossier.path("site/documents/good.html").is_file());
}

#[test]
fn front_matter_that_is_not_closed() {
    let dossier = beside_a_good_one();
    dossier.write("seeds/odd.md", "+++\ntitle = \"A letter\"\n\nThe harbour was sold.\n");
    assert_eq!(only_finding(&dossier, "front-matter-unclosed", "seeds/odd.md"), (Some(1), Some(1)));
    assert!(dossier.page("documents/odd.html").contains("The harbour was sold."));
}

#[test]
fn statements_that_cannot_be_used_have_their_place() {
    let table: [(&str, &str, (u64, u64)); 4] = [
        ("title = \"A\"\npublished = 2023-02-30\n", "statement-unreadable", (2, 13)),
        ("title = \"A\"\npublished = \"soon\"\n", "statement-value-invalid", (2, 13)),
        ("url = \"javascript:alert(1)\"\n", "statement-value-invalid", (1, 7)),
        ("\ntitel = \"A\"\n", "statement-key-unknown", (2, 1)),
    ];
    for (sidecar, code, (line, column)) in table {
        let dossier = beside_a_good_one();
        dossier.write("seeds/good.txt.toml", sidecar);
        assert_eq!(only_finding(&dossier, code, "seeds/good.txt.toml"), (Some(line), Some(column)), "{sidecar}");
    }
}

#[test]
fn a_sidecar_without_its_document_and_a_story_that_is_not_there() {
    let dossier = beside_a_good_one();
    dossier.write("seeds/gone.txt.toml", "title = \"A\"\n");
    only_finding(&dossier, "sidecar-alone", "seeds/gone.txt.toml");
    let dossier = beside_a_good_one();
    dossier.write("seeds/good.txt.toml", "[[story]]\ntitle = \"A\"\n[[story]]\ntitle = \"B\"\n");
    only_finding(&dossier, "story-unknown", "seeds/good.txt.toml");
}

#[test]
fn a_page_without_content() {
    let dossier = beside_a_good_one();
    dossier.write("seeds/odd.html", "<html><body><aside>Words at the side</aside></body></html>");
    only_finding(&dossier, "html-no-content", "seeds/odd.html");
}

#[cfg(unix)]
mod on_unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn a_pipe_is_not_waited_for() {
        let dossier = beside_a_good_one();
        let (mode, kind) = (rustix::fs::Mode::RWXU, rustix::fs::FileType::Fifo);
        rustix::fs::mknodat(rustix::fs::CWD, dossier.path("seeds/odd.txt"), kind, mode, 0).unwrap();
        only_finding(&dossier, "file-special", "seeds/odd.txt");
    }

    #[test]
    fn links_that_lead_out_in_a_circle_or_nowhere() {
        let outside = tempfile::NamedTempFile::new().unwrap();
        fs::write(outside.path(), "never to be published").unwrap();
        for target in [outside.path().to_str().unwrap(), ".", "nowhere"] {
            let dossier = beside_a_good_one();
            symlink(target, dossier.path("seeds/odd.txt")).unwrap();
            only_finding(&dossier, "link-not-followed", "seeds/odd.txt");
            assert!(dossier.site().values().all(|bytes| !String::from_utf8_lossy(bytes).contains("never to be")));
        }
    }

    #[test]
    fn a_file_that_may_not_be_read() {
        let dossier = beside_a_good_one();
        dossier.write("seeds/odd.txt", "Words.\n");
        fs::set_permissions(dossier.path("seeds/odd.txt"), fs::Permissions::from_mode(0o000)).unwrap();
        if fs::read(dossier.path("seeds/odd.txt")).is_err() {
            only_finding(&dossier, "file-unreadable", "seeds/odd.txt");
        }
    }

    #[test]
    fn a_name_that_is_not_unicode() {
        use std::os::unix::ffi::OsStringExt;
        let dossier = beside_a_good_one();
        let name = std::ffi::OsString::from_vec(b"odd\xff.txt".to_vec());
        fs::write(dossier.path("seeds").join(name), "The crane was moved.\n").unwrap();
        only_finding(&dossier, "path-not-unicode", "seeds/odd\u{FFFD}.txt");
        assert_eq!(dossier.data("documents").len(), 2);
    }
}

#[test]
fn hostile_names_stay_in_the_site() {
    let dossier = beside_a_good_one();
    for name in
        ["..hidden.txt.txt", "%2e%2e%2fup.txt", "a&b<c>.txt", "index.txt", "-rf.txt", "x .txt", "x.txt", "X.txt"]
    {
        dossier.write(&format!("seeds/{name}"), format!("The words of {}.\n", name.len()));
    }
    dossier.build();
    let ids: Vec<String> =
        dossier.data("documents").iter().map(|line| line["id"].as_str().unwrap().to_lowercase()).collect();
    let mut unique = ids.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
    assert!(ids.iter().all(|id| id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')), "{ids:?}");
}
