//! Every language has every message with the same variables; dates in three languages.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

/// The variables of each message, over all files of a language.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in LOCALES.get_dir(language).expect("a folder of ours").files() {
        let text = file.contents_utf8().expect("UTF-8");
        let mut id = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '}'])) {
                id = name.to_owned();
                assert!(found.insert(id.clone(), BTreeSet::new()).is_none(), "{language} says {id} twice");
            }
            let variables = line.split('$').skip(1);
            let name = |rest: &str| rest.split(|c: char| !(c.is_alphanumeric() || c == '-')).next().map(str::to_owned);
            found.entry(id.clone()).or_default().extend(variables.filter_map(name));
        }
    }
    found.remove("");
    found
}

#[test]
fn every_language_has_every_message_and_no_variable_of_its_own() {
    let english = messages(FALLBACK);
    for folder in LOCALES.dirs().map(|folder| folder.path().to_string_lossy()).filter(|tag| tag != FALLBACK) {
        let other = messages(&folder);
        let missing: Vec<_> = english.keys().filter(|id| !other.contains_key(*id)).collect();
        assert!(missing.is_empty(), "{folder} does not have {missing:?}");
        for (id, variables) in &other {
            let known = english.get(id).unwrap_or_else(|| panic!("{folder} has {id}, which English has not"));
            assert!(variables.is_subset(known), "{folder} {id} has {variables:?}, English {known:?}");
        }
    }
}

#[test]
fn every_file_is_fluent() {
    for folder in LOCALES.dirs() {
        for file in folder.files() {
            let text = file.contents_utf8().expect("UTF-8").to_owned();
            if let Err((_, errors)) = FluentResource::try_new(text.clone()) {
                panic!("{}: {:?}", file.path().display(), mistake(&text, &errors));
            }
        }
    }
}

#[test]
fn dates_are_told_in_the_language_of_the_reader() {
    let table = [
        ("2023-08-18", "18 August 2023", "2023년 8월 18일", "2023年8月18日"),
        ("2023-11?", "probably November 2023", "아마 2023년 11월", "おそらく2023年11月"),
        ("199X", "the 1990s", "1990년대", "1990年代"),
        ("-04XX", "the 5th century BC", "기원전 5세기", "紀元前5世紀"),
        ("20XX", "the 21st century", "21세기", "21世紀"),
        ("2021-24", "winter 2021–22", "2021년~2022년 겨울", "2021年から2022年にかけての冬"),
        ("2023-05-03/2023-05-05", "3 to 5 May 2023", "2023년 5월 3일부터 5일까지", "2023年5月3日から5日まで"),
        (
            "[2023-05-22..2023-08-17]",
            "between 22 May and 17 August 2023",
            "2023년 5월 22일~8월 17일 사이",
            "2023年5月22日から8月17日の間",
        ),
        ("[..2023-08-17]", "on or before 17 August 2023", "2023년 8월 17일 또는 그 이전", "2023年8月17日以前"),
    ];
    let (korean, japanese) = (Phrasebook::new("ko", None).unwrap(), Phrasebook::new("ja-JP", None).unwrap());
    for (written, en, ko, ja) in table {
        let date = written.parse().expect("a valid EDTF string");
        assert_eq!(
            (Phrasebook::english().date(date), korean.date(date), japanese.date(date)),
            (en.to_owned(), ko.to_owned(), ja.to_owned())
        );
    }
}

#[test]
fn phrases_of_the_dossier_stand_before_ours_and_their_mistakes_have_a_line() {
    let own = Phrasebook::new("ko", Some("count-events = { $n }가지 일\n")).unwrap();
    assert_eq!(own.count("count-events", 3), "3가지 일");
    let unknown = Phrasebook::new("de", Some("date-month = { $month } im Jahr { $year }\n")).unwrap();
    assert_eq!(unknown.date("2023-08".parse().unwrap()), "August im Jahr 2023");
    let wrong = Phrasebook::new("de", Some("a = b\n\nc = { $n ->\n")).unwrap_err();
    assert_eq!(wrong.line, 4, "{wrong:?}");
    // A message that asks for what it does not get falls back whole.
    let broken = Phrasebook::new("de", Some("count-events = { $events } Ereignisse")).unwrap();
    assert_eq!(broken.count("count-events", 2), "2 events");
}

/// Every file below a folder of the repository, by its text.
fn texts(folder: &str, ending: &str) -> String {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = walkdir::WalkDir::new(root).into_iter().filter_map(Result::ok);
    let files = files.filter(|file| file.path().to_string_lossy().ends_with(ending));
    files.map(|file| std::fs::read_to_string(file.path()).expect("our own files can be read")).collect()
}

#[test]
fn templates_ask_for_messages_there_are_and_no_message_is_left_over() {
    let (templates, code) = (texts("templates", ".html"), texts("src", ".rs"));
    let english = messages(FALLBACK);
    let asked = templates.split("t(id=\"").skip(1).filter_map(|rest| rest.split('"').next());
    // What the code says without variables; the rest is told from its id by the pages' own tests.
    let said = code.split(".say(\"").skip(1).filter_map(|rest| rest.split('"').next());
    let unknown: Vec<_> = asked.chain(said).filter(|id| !english.contains_key(*id)).collect();
    assert!(unknown.is_empty(), "there is no {unknown:?}");
    // Messages of one family are put together: `both-days` from `both`, `state-signed` by `Phrase::of`.
    let families = [
        "range-",
        "both-",
        "count-",
        // by the words that data files use
        "agreement-kind-",
        "badge-",
        "certainty-",
        "conflict-",
        "correction-",
        "merge-",
        "naming-",
        "role-",
        "state-",
        "status-",
        "tenure-",
        "zone-",
    ];
    let is_used = |id: &str| {
        let quoted = format!("\"{id}\"");
        templates.contains(&quoted) || code.contains(&quoted) || families.iter().any(|family| id.starts_with(family))
    };
    let unused: Vec<_> = english.keys().filter(|id| !is_used(id)).collect();
    assert!(unused.is_empty(), "nobody asks for {unused:?}");
}

#[test]
fn many_sentences_lie_flat_and_are_told_one_behind_the_other() {
    let sentence = || crate::model::Phrase::new("why-edited");
    let all = (1..50_000).fold(sentence(), |all, _| all.then(sentence()));
    let english = Phrasebook::english().tell(&all);
    assert!(english.starts_with("Decided by an editor. Decided by an editor. ") && !english.ends_with(' '));
    let japanese = Phrasebook::new("ja", None).unwrap().tell(&sentence().then(sentence()));
    assert_eq!(japanese, "編集者が決定しました。編集者が決定しました。");
}
