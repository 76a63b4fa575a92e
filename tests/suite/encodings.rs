//! Texts in the character encodings they come in.

use crate::dossier::Dossier;

/// The reading of one file with these bytes.
fn read(name: &str, bytes: &[u8]) -> (String, Vec<String>) {
    let dossier = Dossier::new();
    dossier.write(&format!("seeds/{name}"), bytes);
    dossier.build();
    let codes = dossier.findings().iter().map(|finding| finding["code"].as_str().expect("a code").to_owned()).collect();
    let documents = dossier.data("documents");
    let text = dossier.page(documents[0]["text"].as_str().expect("a text"));
    (text, codes)
}

#[test]
fn the_usual_encodings_are_read_as_what_they_say() {
    let utf16 = |text: &str, big: bool| -> Vec<u8> {
        let mark = std::iter::once(0xFEFF);
        mark.chain(text.encode_utf16())
            .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect()
    };
    let words = "Café Müller in Zürich closed on 3 May 2021.\n";
    let windows = b"\x93It is the caf\xe9\x94, said M\xfcller. Caf\xe9 M\xfcller is in Z\xfcrich.\n".to_vec();
    let table = [
        ("utf-8.txt", words.as_bytes().to_vec(), words.to_owned()),
        ("marked.txt", [b"\xef\xbb\xbf", words.as_bytes()].concat(), words.to_owned()),
        ("little.txt", utf16(words, false), words.to_owned()),
        ("big.txt", utf16(words, true), words.to_owned()),
        ("windows.txt", windows, "“It is the café”, said Müller. Café Müller is in Zürich.\n".to_owned()),
    ];
    for (name, bytes, expected) in table {
        let (text, codes) = read(name, &bytes);
        assert_eq!(text, expected, "{name}");
        assert_eq!(codes, Vec::<String>::new(), "{name}");
    }
}

#[test]
fn korean_and_japanese_are_guessed_from_their_bytes() {
    let korean =
        "한국과 일본은 오늘 회담에서 협력을 강화하기로 합의했다고 밝혔다. 두 나라는 다음 달 다시 만난다.\n".repeat(4);
    let japanese =
        "日本と韓国は本日の会談で協力を強化することで合意したと発表した。両国は来月また会う予定である。\n".repeat(4);
    for (text, encoding) in [(&korean, encoding_rs::EUC_KR), (&japanese, encoding_rs::SHIFT_JIS)] {
        let (bytes, _, lost) = encoding.encode(text);
        assert!(!lost);
        assert_eq!(&read("a.txt", &bytes).0, text, "{}", encoding.name());
    }
}

#[test]
fn a_saved_page_is_read_in_the_encoding_it_declares() {
    let page = b"<!DOCTYPE html><html><head><meta charset=\"iso-8859-1\"><title>Caf\xe9</title></head><body><article>\
        <h1>Caf\xe9</h1><p>The caf\xe9 of M\xfcller in Z\xfcrich was closed by the authorities after a long dispute.</p>\
        <p>M\xfcller said that the caf\xe9 would open again.</p></article></body></html>";
    let (text, codes) = read("a.html", page);
    assert!(text.contains("The café of Müller in Zürich"), "{text}");
    assert_eq!(codes, Vec::<String>::new());
}

#[test]
fn damaged_bytes_are_shown_as_such_with_their_place() {
    let dossier = Dossier::new();
    let line = "Müller came to Zürich and paid 5 € for a coffee – “too much”, he said.\n";
    let bytes = [line.as_bytes(), line.as_bytes(), b"Then \xff\xfe\x80 came.\n", line.as_bytes()].concat();
    dossier.write("seeds/a.txt", bytes);
    dossier.build();
    let findings = dossier.findings();
    assert_eq!(findings[0]["code"], "encoding-damaged");
    assert_eq!((&findings[0]["line"], &findings[0]["column"]), (&3.into(), &6.into()), "{findings:?}");
    assert!(dossier.page("documents/a.html").contains("Then \u{FFFD}"));
}

#[test]
fn the_raw_copy_is_the_file_byte_for_byte() {
    let dossier = Dossier::new();
    let bytes = b"\xef\xbb\xbfCaf\xc3\xa9\r\nwas closed.\r\n";
    dossier.write("seeds/a.txt", bytes);
    dossier.build();
    let line = dossier.line("documents", "id", "a");
    let site = dossier.site();
    assert_eq!(site["raw/a.txt"], bytes);
    assert!(site.contains_key(line["text"].as_str().unwrap()));
}
