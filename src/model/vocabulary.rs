//! [`Vocabulary`]: the words that agreements and mechanisms are told in, as files of a topic have them.
//!
//! The format is described in `docs/agreements.md`; what ships is in `extract/agreements/data/`.

use super::AgreementStatus;
use crate::text::words::{columns, members};

/// What makes a word of agreements one in a text; any of those of a head is enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// In capitals, with capitalised words around it (`Paris Agreement`, `Treaty of Oslo`).
    Name,
    /// In capitals, with the rest of its name behind it (`Convention on Quiet Seas`).
    Behind,
    /// In lower case right behind a capitalised name (`Kyoto protocol`).
    Title,
    /// With a number (`Resolution 1701`).
    Number,
    /// Right behind the name of the body that issues it (`Security Council resolutions`).
    Issuer,
    /// With its parties (`a hotline between the leaders`).
    Parties,
    /// With its parties by name and with what it is about (`a merger agreement with Norland Oil`).
    PartiesAndPurpose,
    /// Nothing: as a bare noun it may point back to one of its kind (`the framework`).
    Short,
    /// The same, to any of its type (`the deal`).
    General,
    /// It is no agreement where names are found to be of an organisation (`Clinton Global Initiative`).
    NoBody,
    /// It is none where only a place tells it from others: held once, and there (`Norwick Summit`).
    NoPlace,
}

impl Need {
    const ALL: [(&str, Self); 11] = [
        ("name", Self::Name),
        ("behind", Self::Behind),
        ("title", Self::Title),
        ("number", Self::Number),
        ("issuer", Self::Issuer),
        ("parties", Self::Parties),
        ("parties-and-purpose", Self::PartiesAndPurpose),
        ("short", Self::Short),
        ("general", Self::General),
        ("no-body", Self::NoBody),
        ("no-place", Self::NoPlace),
    ];
}

/// A noun that agreements are called by (`treaty`, `joint statement`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadNoun {
    /// Its words in lower case; the singular.
    pub singular: String,
    /// Other forms, the plural first; may be empty.
    pub others: Vec<String>,
    /// The type of what it names.
    pub kind: String,
    /// What makes it one in a text.
    pub needs: Vec<Need>,
}

/// A part of the pattern of a mechanism.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PatternPart {
    /// One of these words, in lower case.
    Word(Vec<String>),
    /// One of these words, or nothing.
    Perhaps(Vec<String>),
    /// One to five words that say what it is about.
    About,
    /// At most three words.
    Gap,
}

/// A mechanism that texts tell of without a name (`real-time sharing of missile data`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mechanism {
    /// The type of what it names.
    pub kind: String,
    /// What it is called; `{}` stands for what it is about.
    pub label: String,
    /// Its words.
    pub pattern: Vec<PatternPart>,
}

/// How the words of a state stand to the agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CueSide {
    /// A past form: `signed X`, `X was signed`, `X, signed in 2018`.
    Participle,
    /// Another form, in front of it: `to sign X`.
    Verb,
    /// Behind it, which acts: `X took effect`.
    Predicate,
    /// A noun that owns it: `the signing of X`.
    Noun,
    /// An adjective of it: `the proposed X`.
    Adjective,
    /// In front of it, and supposes that it holds or is under way, also where it is only planned:
    /// `will abide by X`.
    Course,
}

impl CueSide {
    const ALL: [(&str, Self); 6] = [
        ("participle", Self::Participle),
        ("verb", Self::Verb),
        ("predicate", Self::Predicate),
        ("noun", Self::Noun),
        ("adjective", Self::Adjective),
        ("course", Self::Course),
    ];
}

/// Words that say a state of an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateCue {
    /// The words in lower case.
    pub words: String,
    /// The state.
    pub status: AgreementStatus,
    /// How they stand to the agreement.
    pub side: CueSide,
}

/// What a word does in a clause or in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u64)]
pub enum WordRole {
    /// Says nothing about what an agreement is (`new`, `historic`).
    Weak = 1,
    /// A party without a name (`leaders`).
    Party = 1 << 1,
    /// Leads to the parties (`between`).
    PartyLead = 1 << 2,
    /// Leads to what it is about (`on`).
    PurposeLead = 1 << 3,
    /// Opens a clause.
    Clause = 1 << 4,
    /// Denies.
    Denial = 1 << 5,
    /// Plans, wishes, conditions.
    Plan = 1 << 6,
    /// Claims.
    Claim = 1 << 7,
    /// An auxiliary of the passive.
    Auxiliary = 1 << 8,
    /// Names the next words as a name (`known as`).
    Naming = 1 << 9,
    /// Points back (`the`, `this`).
    Definite = 1 << 10,
    /// Joins words of a name (`of`, `and`).
    Joint = 1 << 11,
    /// Leads from a head to the rest of its name (`on`, `for`).
    NameLead = 1 << 12,
    /// Capitalised and never part of a name: days, months, titles of persons.
    Outside = 1 << 13,
    /// Behind `of`, says nothing of what a paper is about (`Memorandum of Understanding`).
    Paper = 1 << 14,
    /// In front of `of`, means the same as what follows (`the mechanism of sharing`).
    Container = 1 << 15,
    /// May stand between a verb and what it governs.
    Light = 1 << 16,
    /// May open a sentence in front of a name and is no part of it; `-ing` for all that end so.
    Opener = 1 << 17,
    /// An article, or what stands in its place (`its`).
    Article = 1 << 18,
    /// Joins what is alike (`and`, `or`).
    And = 1 << 19,
    /// Opens a clause about the noun in front (`which`).
    Relative = 1 << 20,
    /// Opens a condition (`unless`).
    Condition = 1 << 21,
    /// Opens what is said (`that`).
    Reporting = 1 << 22,
    /// Leads to an infinitive (`to`).
    Infinitive = 1 << 23,
    /// Leads to an owner (`of`).
    Owner = 1 << 24,
    /// Leads to whoever does it (`by`).
    Agent = 1 << 25,
    /// Stands for the agreement of the sentence before (`it`).
    Pronoun = 1 << 26,
    /// The indefinite article (`a`).
    Indefinite = 1 << 27,
    /// Says that the parties are two (`both`).
    Two = 1 << 28,
    /// Says that they are three (`trilateral`).
    Three = 1 << 29,
    /// Says that they are four.
    Four = 1 << 30,
    /// Leads to the other parties (`with`).
    Companion = 1 << 31,
    /// Says that it is held again and again (`annual`).
    Recurring = 1 << 32,
    /// Says how many or which, and nothing of what it is (`several`).
    Quantity = 1 << 33,
    /// A verb in the past, which begins a clause of its own behind `and`; `-ed` for all that end so.
    Past = 1 << 34,
}

impl WordRole {
    const ALL: [(&str, Self); 35] = [
        ("weak", Self::Weak),
        ("party", Self::Party),
        ("party-lead", Self::PartyLead),
        ("purpose-lead", Self::PurposeLead),
        ("clause", Self::Clause),
        ("denial", Self::Denial),
        ("plan", Self::Plan),
        ("claim", Self::Claim),
        ("auxiliary", Self::Auxiliary),
        ("naming", Self::Naming),
        ("definite", Self::Definite),
        ("joint", Self::Joint),
        ("name-lead", Self::NameLead),
        ("outside", Self::Outside),
        ("paper", Self::Paper),
        ("container", Self::Container),
        ("light", Self::Light),
        ("opener", Self::Opener),
        ("article", Self::Article),
        ("and", Self::And),
        ("relative", Self::Relative),
        ("condition", Self::Condition),
        ("reporting", Self::Reporting),
        ("infinitive", Self::Infinitive),
        ("owner", Self::Owner),
        ("agent", Self::Agent),
        ("pronoun", Self::Pronoun),
        ("indefinite", Self::Indefinite),
        ("two", Self::Two),
        ("three", Self::Three),
        ("four", Self::Four),
        ("companion", Self::Companion),
        ("recurring", Self::Recurring),
        ("quantity", Self::Quantity),
        ("past", Self::Past),
    ];
}

/// Everything that the files of a topic say, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// Nouns that name agreements.
    pub heads: Vec<HeadNoun>,
    /// Mechanisms without a name.
    pub mechanisms: Vec<Mechanism>,
    /// Words for states.
    pub cues: Vec<StateCue>,
    /// Words with a role.
    pub words: Vec<(String, WordRole)>,
}

impl Vocabulary {
    /// Reads a file of a vocabulary and adds what it says.
    ///
    /// # Errors
    /// The line that cannot be read, and what it should be.
    ///
    /// ```
    /// use annalist::model::Vocabulary;
    /// let mut vocabulary = Vocabulary::default();
    /// vocabulary.read("head | lease; leases | contract | name parties-and-purpose\n").unwrap();
    /// assert_eq!(vocabulary.heads[0].others, ["leases"]);
    /// assert!(vocabulary.read("head | lease | contract | nmae\n").is_err());
    /// ```
    pub fn read(&mut self, file: &str) -> Result<(), (usize, String)> {
        for (number, line) in file.lines().enumerate() {
            for row in columns(line) {
                self.add(&row).ok_or_else(|| (number + 1, expected(&row)))?;
            }
        }
        Ok(())
    }

    /// Adds another vocabulary behind this one.
    pub fn append(&mut self, other: Self) {
        self.heads.extend(other.heads);
        self.mechanisms.extend(other.mechanisms);
        self.cues.extend(other.cues);
        self.words.extend(other.words);
    }

    fn add(&mut self, row: &[&str]) -> Option<()> {
        match *row {
            ["head", words, kind, needs] => {
                let mut words = members(words).map(str::to_lowercase);
                let needs = needs.split_whitespace().map(|word| named(&Need::ALL, word)).collect::<Option<_>>()?;
                let (singular, others) = (words.next()?, words.collect());
                self.heads.push(HeadNoun { singular, others, kind: kind.to_owned(), needs });
            }
            ["mechanism", kind, label, pattern] => {
                let pattern: Vec<PatternPart> = pattern.split_whitespace().map(part).collect();
                matches!(pattern.first(), Some(PatternPart::Word(_))).then_some(())?;
                self.mechanisms.push(Mechanism { kind: kind.to_owned(), label: label.to_owned(), pattern });
            }
            ["state", status, side, words] => {
                let (status, side) = (AgreementStatus::named(status)?, named(&CueSide::ALL, side)?);
                self.cues.extend(members(words).map(|words| StateCue { words: words.to_lowercase(), status, side }));
            }
            ["words", role, words] => {
                let role = named(&WordRole::ALL, role)?;
                self.words.extend(members(words).map(|word| (word.to_lowercase(), role)));
            }
            _ => return None,
        }
        Some(())
    }
}

fn named<T: Copy>(all: &[(&str, T)], word: &str) -> Option<T> {
    all.iter().find(|(name, _)| *name == word).map(|&(_, value)| value)
}

fn part(word: &str) -> PatternPart {
    let words = |words: &str| words.split('/').map(str::to_lowercase).collect();
    match word {
        "{}" => PatternPart::About,
        "..." => PatternPart::Gap,
        _ => match word.strip_suffix('?') {
            Some(perhaps) => PatternPart::Perhaps(words(perhaps)),
            None => PatternPart::Word(words(word)),
        },
    }
}

fn expected(row: &[&str]) -> String {
    let shape = match row.first().copied() {
        Some("head") => "head | SINGULAR; PLURAL | TYPE | NEEDS",
        Some("mechanism") => "mechanism | TYPE | LABEL | PATTERN",
        Some("state") => "state | STATUS | SIDE | WORDS; WORDS",
        Some("words") => "words | ROLE | WORD; WORD",
        _ => "a line that begins with `head`, `mechanism`, `state` or `words`",
    };
    format!("`{}` is not {shape}", row.join(" | "))
}
