//! Bytes of a seed → [`SourceDocument`]. Pure: the same bytes give the same document.

use sha2::{Digest, Sha256};

use super::encoding::{self, Decoded};
use super::media::{self, Kind};
use super::statement::{self, Stands, Syntax};
use super::{RawSeed, Reading, file_name, html, markdown, sidecar_shown_as};
use crate::diagnostic::{Built, Code, Diagnostic};
use crate::model::{Edtf, MediaType, Provenance, SourceDocument, Statement};
use crate::text::LineIndex;

/// Reads a seed. `None`, with a finding that says why, where no document can be made of it.
///
/// `shown_as` is its path for findings.
pub fn read(raw: &RawSeed, shown_as: &str) -> Built<Option<SourceDocument>> {
    let decoded = decode(raw);
    let media_type = match media_type(raw, &decoded, shown_as) {
        Ok(media_type) => media_type,
        Err(finding) => return Built { value: None, findings: vec![finding] },
    };
    let mut findings: Vec<Diagnostic> = damage(&decoded, shown_as).into_iter().collect();
    let encoding = decoded.encoding;
    let reading = match media_type {
        MediaType::Plain => Built::clean(Reading { text: decoded.text, ..Reading::default() }),
        MediaType::Markdown => markdown::read(decoded.text, shown_as),
        MediaType::Html => html::read(&decoded.text, shown_as),
    };
    findings.extend(reading.findings);
    let Reading { text, blocks, statement } = reading.value;
    if text.trim().is_empty() {
        findings.push(empty(shown_as, "the page has no words"));
        return Built { value: None, findings };
    }
    let beside = sidecar(raw, shown_as);
    findings.extend(beside.findings);
    let statement = beside.value.or(statement).or(file_name::statement(&raw.path));
    let text_is_raw = text.as_bytes() == raw.bytes;
    let bytes = raw.bytes.len() as u64;
    let (path, sha256, encoding) = (raw.path.clone(), sha256(&raw.bytes), encoding.to_owned());
    let provenance = Provenance { path, media_type, sha256, bytes, encoding, text_is_raw, statement };
    Built { value: Some(SourceDocument { provenance, text, blocks }), findings }
}

/// A document of plain text that comes from no file; `id` is its path.
pub fn from_text(id: &str, text: String, published: Option<Edtf>) -> SourceDocument {
    let published_by = published.map(|_| "by-caller".into());
    let provenance = Provenance {
        path: id.to_owned(),
        media_type: MediaType::Plain,
        sha256: sha256(text.as_bytes()),
        bytes: text.len() as u64,
        encoding: "UTF-8".to_owned(),
        text_is_raw: true,
        statement: Statement { published, published_by, ..Statement::default() },
    };
    SourceDocument { provenance, text, blocks: Vec::new() }
}

fn decode(raw: &RawSeed) -> Decoded {
    let may_declare = matches!(media::extension(&raw.path).as_str(), "html" | "htm" | "xhtml")
        || raw.bytes.trim_ascii_start().starts_with(b"<");
    let declared = if may_declare { encoding::declared_in_markup(&raw.bytes) } else { None };
    encoding::decode(&raw.bytes, declared)
}

fn media_type(raw: &RawSeed, decoded: &Decoded, shown: &str) -> Result<MediaType, Diagnostic> {
    if decoded.text.trim().is_empty() {
        return Err(empty(shown, "the file is empty"));
    }
    let binary = encoding::is_binary(&decoded.text);
    match media::kind_of(&raw.path, &decoded.text) {
        Kind::Other(words) => {
            let message = format!("{words}: Annalist does not read this kind of file");
            let hint = "save its text as .txt, .md or .html, or add it to `ignore`";
            Err(Diagnostic::of_file(shown, Code::FileTypeUnknown, message, hint))
        }
        Kind::Read(_) if binary => {
            let hint = "if it is a text, save it as UTF-8; if not, add it to `ignore`";
            Err(Diagnostic::of_file(shown, Code::FileBinary, "the file is no text", hint))
        }
        Kind::Read(media_type) => Ok(media_type),
    }
}

fn empty(shown: &str, message: &str) -> Diagnostic {
    Diagnostic::of_file(shown, Code::FileEmpty, message, "fill it, remove it, or add it to `ignore`")
}

fn damage(decoded: &Decoded, shown: &str) -> Option<Diagnostic> {
    let at = decoded.damage?;
    let place = LineIndex::new(&decoded.text).place(&decoded.text, at);
    let message = format!("some bytes are no {}; they are shown as U+FFFD", decoded.encoding);
    let hint = "save the file again as UTF-8; the raw file is kept as it is";
    Some(Diagnostic::of_file(shown, Code::EncodingDamaged, message, hint).at(place))
}

fn sidecar(raw: &RawSeed, shown: &str) -> Built<Statement> {
    match &raw.sidecar {
        Some(bytes) => {
            let text = encoding::decode(bytes, None).text;
            statement::read(&text, Syntax::Toml, Stands::Sidecar, &sidecar_shown_as(shown))
        }
        None => Built::default(),
    }
}

/// SHA-256 of bytes in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    let digits = Sha256::digest(bytes).into_iter().flat_map(|byte| [byte >> 4, byte & 0xF]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seed(path: &str, bytes: &[u8], sidecar: Option<&str>) -> Built<Option<SourceDocument>> {
        let sidecar = sidecar.map(|text| text.as_bytes().to_vec());
        let raw = RawSeed { path: path.to_owned(), bytes: bytes.to_vec(), sidecar };
        read(&raw, &format!("seeds/{path}"))
    }

    #[test]
    fn what_cannot_be_read_is_found() {
        let table: [(&str, &[u8], Code); 7] = [
            ("a.txt", b"", Code::FileEmpty),
            ("a.txt", b"\xef\xbb\xbf \n", Code::FileEmpty),
            ("a.html", b"<html><body><script>x</script></body></html>", Code::FileEmpty),
            ("a.txt", b"\x7fELF\x01\x01\x01\0\0\0\0\0\0\0\0\0\x02\0\x3e\0", Code::FileBinary),
            ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0", Code::FileTypeUnknown),
            ("a.pdf", b"%PDF-1.4", Code::FileTypeUnknown),
            ("a", b"%PDF-1.4", Code::FileTypeUnknown),
        ];
        for (path, bytes, code) in table {
            let built = seed(path, bytes, None);
            assert_eq!(built.value, None, "{path}");
            assert!(built.findings.iter().any(|finding| finding.code == code && !finding.hint.is_empty()), "{path}");
        }
    }

    #[test]
    fn the_text_is_the_file() {
        let table: [(&str, &[u8], &str, bool); 4] = [
            ("a.txt", b"T\r\n\r\nCRLF body\r\n", "T\r\n\r\nCRLF body\r\n", true),
            ("a.md", b"# T\r\n", "# T\r\n", true),
            ("a.txt", b"\xef\xbb\xbfBOM\n", "BOM\n", false),
            ("a.txt", b"caf\xe9 cr\xe8me\n", "café crème\n", false),
        ];
        for (path, bytes, text, is_raw) in table {
            let document = seed(path, bytes, None).value.unwrap();
            assert_eq!((document.text.as_str(), document.provenance.text_is_raw), (text, is_raw));
        }
    }

    #[test]
    fn the_sidecar_speaks_before_front_matter_and_that_before_the_name() {
        let text = "---\ntitle: Front\ndate: 2021-03-15\n---\nBody";
        let document = seed("2021-03-14-a.md", text.as_bytes(), Some("title = \"Side\"")).value.unwrap();
        let said = document.provenance.statement;
        assert_eq!(said.title.as_deref(), Some("Side"));
        assert_eq!(said.published.unwrap().to_string(), "2021-03-15");
        assert_eq!(said.published_by.as_deref(), Some("by-front-matter"));
        let document = seed("2021-03-14-a.md", b"Body", None).value.unwrap();
        assert_eq!(document.provenance.statement.published_by.as_deref(), Some("by-file-name"));
    }

    #[test]
    fn findings_of_a_sidecar_are_at_its_place_and_damage_at_its_own() {
        let bytes = "Sätze für alle Fälle,\nüber \u{fffd}".as_bytes();
        let built = seed("a.txt", &[bytes, b"\xff"].concat(), Some("titel = \"x\""));
        let found: Vec<_> = built.findings.iter().map(|f| (f.code, f.file.as_str(), f.line, f.column)).collect();
        assert_eq!(
            found,
            [(Code::EncodingDamaged, "seeds/a.txt", 2, 7), (Code::StatementKeyUnknown, "seeds/a.txt.toml", 1, 1)]
        );
        assert!(built.value.is_some());
    }

    #[test]
    fn a_text_from_no_file_is_a_document() {
        let document = from_text("x", "words".to_owned(), "2021".parse().ok());
        assert_eq!((document.provenance.path.as_str(), document.provenance.bytes), ("x", 5));
        assert_eq!(document.provenance.sha256.len(), 64);
    }
}
