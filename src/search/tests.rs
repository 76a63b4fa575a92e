//! The index as files: sizes, order, what is in it.

use super::*;
use crate::model::Passage;

fn record(kind: SearchKind, year: Option<i32>, title: &str, text: &str) -> SearchRecord {
    SearchRecord {
        kind,
        year,
        title: title.to_owned(),
        href: format!("documents/{}.html", crate::text::slug::slug(title)),
        note: String::new(),
        when: String::new(),
        iso: String::new(),
        documents: 0,
        language: None,
        passages: vec![Passage { anchor: "p0".to_owned(), text: text.to_owned() }],
    }
}

fn value(files: &[OutputFile], name: &str) -> serde_json::Value {
    let path = crate::model::paths::search_file(name);
    let file = files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("no {name}"));
    let script = String::from_utf8(file.bytes.clone()).unwrap();
    let literal = script.strip_prefix(&format!("annalistSearch(\"{name}\",")).unwrap().strip_suffix(");\n").unwrap();
    serde_json::from_str(literal).unwrap()
}

#[test]
fn records_are_numbered_by_kind_and_year_and_the_index_says_where_each_begins() {
    let files = index(vec![
        record(SearchKind::Event, None, "", "undated"),
        record(SearchKind::Document, Some(2021), "b", "two"),
        record(SearchKind::Event, Some(-480), "", "old"),
        record(SearchKind::Document, Some(1999), "a", "one"),
        record(SearchKind::Document, Some(2021), "c", "three"),
    ]);
    let index = value(&files, "index");
    let expected = serde_json::json!([
        {"kind": "document", "first": 0, "end": 3, "years": [[1999, 0], [2021, 1]], "undated": 3},
        {"kind": "event", "first": 3, "end": 5, "years": [[-480, 3]], "undated": 4},
    ]);
    assert_eq!((index["records"].as_u64(), &index["kinds"]), (Some(5), &expected));
    assert_eq!(value(&files, "texts/0")[2][1], "c");
}

#[test]
fn a_term_has_its_records_and_its_other_forms() {
    let files = index(vec![
        record(SearchKind::Document, None, "Treaty", "A treaty. Treaties were signed."),
        record(SearchKind::Document, None, "x", "They sign a treaty."),
    ]);
    let terms = value(&files, "terms/0");
    let line = |term: &str| terms.as_str().unwrap().lines().find(|line| line.split(' ').next() == Some(term));
    assert_eq!(line("treaties").unwrap().split(' ').count(), 3);
    assert!(line("treaties").unwrap().ends_with(" treaty"), "{terms}");
    assert!(line("signed").unwrap().ends_with(" sign"));
    let weights = line("treaty").unwrap().split(' ').nth(1).unwrap();
    assert_eq!((&weights[..1], &weights[2..3], weights.len()), ("0", "0", 4), "records 0 and 1: {weights}");
    let digit = |at: usize| postings::DIGITS.iter().position(|&digit| digit == weights.as_bytes()[at]).unwrap();
    assert!(digit(1) > digit(3), "a title weighs more: {weights}");
}

#[test]
fn every_shard_keeps_its_size_and_nothing_is_lost() {
    let word =
        |number: usize| format!("w{}", "abcdefghij".chars().nth(number % 10).unwrap().to_string().repeat(number % 30));
    let many = (0..20_000)
        .map(|number| record(SearchKind::Event, Some(2000), "", &format!("the {} \"{number}\"", word(number))));
    let long = record(SearchKind::Document, None, "long", &"endless".repeat(60_000));
    let files = index(many.chain([long]).collect());
    assert!(
        files.iter().all(|file| file.bytes.len() <= 100_000),
        "{:?}",
        files.iter().map(|file| file.bytes.len()).max()
    );
    let index = value(&files, "index");
    let firsts: Vec<&str> = index["terms"].as_array().unwrap().iter().map(|first| first.as_str().unwrap()).collect();
    assert!(firsts.windows(2).all(|pair| pair[0] <= pair[1]), "{firsts:?}");
    let lines = |number: usize| value(&files, &format!("terms/{number}")).as_str().unwrap().to_owned();
    let all: String = (0..firsts.len()).map(lines).collect();
    let length = |line: &str| line.split(' ').nth(1).unwrap().len();
    let digits: usize = all.lines().filter(|line| line.starts_with("the ")).map(length).sum();
    assert!((40_000..40_010).contains(&digits), "two a record, and a few where a shard begins: {digits}");
    let texts = index["texts"].as_array().unwrap();
    let of_long = |number: usize| {
        let shard = value(&files, &format!("texts/{number}"));
        let entries = shard.as_array().unwrap().clone();
        let passages =
            entries.iter().filter(|entry| entry[0] == 0).flat_map(|entry| entry[6].as_array().unwrap().clone());
        passages.map(|passage| passage[1].as_str().unwrap().len()).sum::<usize>()
    };
    assert_eq!((0..texts.len()).map(of_long).sum::<usize>(), 420_000);
}

#[test]
fn marks_that_turn_the_direction_of_a_line_are_shown_as_on_pages() {
    let files = index(vec![record(SearchKind::Event, None, "a\u{202E}b", "x\0</script>\u{2028}y")]);
    let entry = &value(&files, "texts/0")[0];
    assert_eq!((&entry[1], &entry[6][0][1]), (&"a\u{FFFD}b".into(), &"x\u{FFFD}</script>\u{2028}y".into()));
}

#[test]
fn spellings_are_listed_by_length_and_the_most_used_first() {
    let files = index(vec![
        record(SearchKind::Event, None, "", "seoul tokyo"),
        record(SearchKind::Event, None, "", "tokyo busan 20240 東京 ab"),
    ]);
    assert_eq!(value(&files, "spellings/0"), serde_json::json!({"5": "tokyobusanseoul"}));
    assert_eq!(value(&files, "index")["spellings"], serde_json::json!({"5": [0]}));
}

#[test]
fn the_same_records_give_the_same_bytes() {
    let records: Vec<_> = (0..300)
        .map(|n| record(SearchKind::Document, Some(n), "t", &format!("word{n} signs sign signed {n}")))
        .collect();
    assert_eq!(index(records.clone()), index(records));
}

#[test]
fn key_words_are_told_of_repeatedly_and_in_few_texts() {
    let story = |title: &str, text: &str| record(SearchKind::Document, None, title, text);
    let records = vec![
        story(
            "a",
            "The missiles were seen. A grey missile flew, and Ottilie laughed at the trade. She wanted to hold on. \
             The mayor wants ships.",
        ),
        story(
            "b",
            "A missile, another missile; Ottilie and Ottilie. They hold and hold what they held. \
            In the end the old crew wants more, and the council wants less of it.",
        ),
        story("c", "The harbour. The harbour again; a slow trade in the trade of a day."),
        story("d", "Nothing to see, nothing at all."),
        record(SearchKind::Event, None, "", "harbour harbour harbour"),
    ];
    let found = key_words(&records);
    let words: Vec<_> = found.iter().map(|word| (word.word.as_str(), word.texts)).collect();
    assert_eq!(
        words,
        [("missile", 2), ("trade", 2)],
        "Ottilie is a name, to hold and wants are no nouns, the harbour stands in one text"
    );
    assert_eq!(found[0].places[1], ("b".to_owned(), "documents/b.html#p0".to_owned()));
}

#[test]
fn an_actor_of_many_documents_weighs_more_than_a_misspelling() {
    assert!(terms::weighed(20, 42, 105) > terms::weighed(40, 1, 105));
    assert!(terms::weighed(40, 42, 105) > terms::weighed(20, 60, 105), "words still count");
    assert_eq!((terms::weighed(40, 0, 105), terms::weighed(1, 1, 105)), (40, 1));
}

#[test]
fn a_date_is_found_in_words_and_as_machines_write_it() {
    let when = SearchRecord {
        when: "18 August 2023".to_owned(),
        iso: "2023-08-18".to_owned(),
        ..record(SearchKind::Event, Some(2023), "", "The fleet left.")
    };
    let files = index(vec![when]);
    let lines = value(&files, "terms/0");
    let terms: Vec<&str> = lines.as_str().unwrap().lines().filter_map(|line| line.split(' ').next()).collect();
    for word in words("18 August 2023 2023-08-18") {
        assert!(terms.contains(&word.term.as_str()), "{} {terms:?}", word.term);
    }
}
