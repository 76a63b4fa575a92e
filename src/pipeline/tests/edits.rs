//! Edits at random: whatever was kept of the editions before, the next is that of a build from nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::{OPTIONS, built, settings, write};
use crate::config::FILE_NAME;
use crate::pipeline::{Changes, Edition, Silent, Workshop};

/// So many times something is changed.
const ROUNDS: usize = 24;
/// Documents at the start.
const DOCUMENTS: usize = 14;

/// What texts are made of: names that are short for others, that two persons bear, that are called a person here
/// and a place there; days told twice, agreements, quotations, and words that say nothing.
const SENTENCES: [&str; 30] = [
    "Anna Weber met Paul Lind on 3 March 2020 in Geneva.",
    "Foreign Minister Anna Weber signed the Norwick Accord on 4 May 2020 in Bern.",
    "Weber left on Monday.",
    "“We agree on the harbour,” Weber said on 5 March 2020.",
    "Carl Weber, a baker, was robbed on 6 March 2020.",
    "Lind said that the Norwick Accord was dead.",
    "The Harbour Office closed the harbour bridge on 5 March 2020 after a storm.",
    "On March 5 the Harbour Office closed the bridge of the harbour after the storm.",
    "Harbour Office staff opened the bridge two days later.",
    "President Paul Lind of Norway resigned on 7 July 2021.",
    "Paul Lindt of Oslo bought the bridge.",
    "The Norwegian Defense Ministry denied it on 8 July 2021.",
    "The Defense Ministry (DM) of Sweden did not.",
    "The DM said: “Nothing happened here.”",
    "“It was quiet,” a senior official said on Tuesday.",
    "Paris won the cup on 9 August 2021.",
    "Paris Weber won the cup on 9 August 2021.",
    "Washington welcomed the agreement of the two countries, Norway and Sweden.",
    "The accord entered into force on 1 January 2022.",
    "This agreement was criticised by Jordan.",
    "Jordan Miller criticised the accord in August 2021.",
    "Miller, 33, died on 2 September 2021 in Jordan.",
    "A. Weber and P. Lind met again in 2022.",
    "Anna Maria Weber was born on 3 April 1970.",
    "Minister Weber opened the Miller Bridge on 10 October 2021.",
    "They said that they would meet next week.",
    "Ted Miller and Edward Miller were seen in Bern on Sunday.",
    "Lind Paul spoke with the Bern Bank and with Bern Bank Ltd.",
    "The quay was closed on 6 March 2020.",
    "Nothing else was told of it, and the weather was fine all week.",
];

/// What an editor, an authority file or a sidecar may say; the first empty, so that it is taken back as well.
const BESIDE: [(&str, &[&str]); 4] = [
    (
        "overrides.toml",
        &[
            "",
            "[[rename]]\nactor = \"anna-weber\"\nname = \"Anna von Weber\"\n",
            "[[merge]]\nactors = [\"anna-weber\", \"carl-weber\"]\n",
        ],
    ),
    (
        "authority/a.toml",
        &[
            "",
            "[[actor]]\nname = \"Harbour Office\"\nkind = \"organisation\"\nvariants = [\"DM\"]\n",
            "[[actor]]\nname = \"Jordan Miller\"\nkind = \"person\"\nvariants = [\"Jordan\", \"Weber\"]\n",
        ],
    ),
    ("seeds/d3.txt.toml", &["", "published = 2021-07-09\n", "display = \"withheld\"\n", "draft = true\n"]),
    ("seeds/d5.txt.toml", &["", "published = 2020-03-07\ntitle = \"Five\"\n", "display = \"excerpt\"\n"]),
];

/// Numbers that look like chance and are the same every time (xorshift).
struct Chance(u64);

impl Chance {
    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end).unwrap()).unwrap()
    }

    fn text(&mut self) -> String {
        let date = ["", "GENEVA, 9 March 2020 — ", "8 July 2021\n\n"][self.below(3)];
        let count = self.below(7);
        let sentences = (0..count).map(|_| SENTENCES[self.below(SENTENCES.len())]);
        format!("{date}{}\n", sentences.collect::<Vec<_>>().join(" "))
    }

    /// Edits, adds, removes or moves a document, or changes what is said beside them.
    fn change(&mut self, root: &Path, next: &mut usize) -> Changes {
        let seeds = seeds(root);
        let one = seeds[self.below(seeds.len())].clone();
        match self.below(10) {
            0 | 1 => {
                *next += 1;
                write(root, &format!("seeds/{}{next}.txt", ["a", "d", "z"][self.below(3)]), &self.text())
            }
            2 if seeds.len() > 4 => remove(root, &one),
            3 => {
                let (file, words) = BESIDE[self.below(BESIDE.len())];
                write(root, file, words[self.below(words.len())])
            }
            4 => {
                let words = fs::read_to_string(root.join(&one)).unwrap();
                *next += 1;
                remove(root, &one).and(write(root, &format!("seeds/m{next}.txt"), &words))
            }
            _ => write(root, &one, &self.text()),
        }
    }
}

fn seeds(root: &Path) -> Vec<String> {
    let files = fs::read_dir(root.join("seeds")).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut files: Vec<String> =
        files.filter(|name| name.ends_with(".txt")).map(|name| format!("seeds/{name}")).collect();
    files.sort();
    files
}

fn remove(root: &Path, file: &str) -> Changes {
    let path = std::path::absolute(root.join(file)).unwrap();
    fs::remove_file(&path).unwrap();
    Changes::Paths([path].into())
}

/// Every file that the edition or a build from nothing has, and some that others had.
fn compare(edition: &Edition, expected: &BTreeMap<String, String>, ever: &mut BTreeSet<String>, after: &str) {
    ever.extend(expected.keys().chain(edition.places.known.keys()).chain(edition.found().places.keys()).cloned());
    for path in &*ever {
        let made = edition.file(path).unwrap().map(|made| crate::ingest::sha256(&made.bytes));
        assert_eq!(made, expected.get(path).cloned(), "{path} after {after}");
    }
}

#[test]
fn after_any_edits_every_file_is_that_of_a_build_from_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    write(root, FILE_NAME, "title = \"T\"\nbase_url = \"https://example.org/d/\"\n");
    for number in 0..DOCUMENTS {
        write(root, &format!("seeds/d{number}.txt"), &chance.text());
    }
    let mut workshop = Workshop::new(OPTIONS);
    workshop.edition(settings(root), Changes::none(), &Silent).unwrap();
    let (mut next, mut ever) = (DOCUMENTS, BTreeSet::new());
    for round in 0..ROUNDS {
        let changes = (0..=chance.below(3)).fold(Changes::none(), |all, _| all.and(chance.change(root, &mut next)));
        let after = format!("round {round}: {changes:?}");
        let edition = workshop.edition(settings(root), changes, &Silent).unwrap();
        compare(&edition, &built(root), &mut ever, &after);
    }
    assert!(ever.iter().any(|path| path.starts_with("agreements/")), "nobody agreed");
}
