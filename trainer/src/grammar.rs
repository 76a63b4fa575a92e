//! Texts of our own: small documents expanded from a grammar, with the names in them.
//!
//! `data/slots.txt` and `data/documents.txt` say what the forms mean.

use std::collections::BTreeMap;

use annalist::extract::Reading;
use annalist::model::NameKind;
use annalist::text::words::table;

use crate::Failure;
use crate::corpus::{Document, Gold};
use crate::perceptron::Dice;

/// Slots inside slots deeper than this are a mistake in the grammar.
const DEEPEST: usize = 12;

/// The lists that built-in slots draw from.
#[derive(Debug, Default)]
pub struct Stock {
    /// Given names, frequent ones first.
    pub given: Vec<String>,
    /// Family names, frequent ones first.
    pub family: Vec<String>,
    /// Cities, large ones first.
    pub cities: Vec<String>,
}

#[derive(Debug)]
struct Slot {
    kind: Option<NameKind>,
    alternatives: Vec<String>,
}

/// A grammar, ready to expand.
#[derive(Debug)]
pub struct Grammar {
    slots: BTreeMap<String, Slot>,
    documents: Vec<String>,
    stock: Stock,
    countries: Vec<(String, Vec<String>)>,
}

/// A document in the making.
#[derive(Default)]
struct Draft {
    text: String,
    gold: Vec<Gold>,
    kept: BTreeMap<String, String>,
}

impl Grammar {
    /// Reads both files.
    pub fn read(slots: &str, documents: &str, stock: Stock) -> Result<Self, Failure> {
        let mut grammar = Self { slots: BTreeMap::new(), documents: Vec::new(), stock, countries: countries() };
        for line in lines(slots) {
            grammar.add_slot(line)?;
        }
        for line in lines(documents) {
            let (_, text) = line.split_once('|').ok_or_else(|| format!("no genre: {line}"))?;
            grammar.documents.push(text.trim().to_owned());
        }
        Ok(grammar)
    }

    fn add_slot(&mut self, line: &str) -> Result<(), Failure> {
        let (head, alternatives) = line.split_once('=').ok_or_else(|| format!("no alternatives: {line}"))?;
        let head = head.trim().trim_end_matches('+').trim();
        let (name, kind) = match head.split_once(':') {
            Some((name, kind)) => (name.trim(), Some(kind_of(kind.trim()).ok_or_else(|| format!("no kind: {line}"))?)),
            None => (head, None),
        };
        let slot = self.slots.entry(name.to_owned()).or_insert(Slot { kind, alternatives: Vec::new() });
        let alternatives = alternatives.split(';').map(str::trim).filter(|words| !words.is_empty());
        slot.alternatives.extend(alternatives.map(str::to_owned));
        Ok(())
    }

    /// Expands every document so many times.
    pub fn expand(&self, times: usize, set: usize) -> Result<Vec<Document>, Failure> {
        let mut dice = Dice(7);
        let mut documents = Vec::new();
        for _ in 0..times {
            for text in &self.documents {
                let mut draft = Draft::default();
                self.write(text, &mut draft, &mut dice).map_err(|cause| format!("{cause} in: {text}"))?;
                documents.push(Document {
                    reading: Reading::of_text(&draft.text),
                    gold: draft.gold,
                    set,
                    leaves_others_out: false,
                });
            }
        }
        Ok(documents)
    }

    fn write(&self, text: &str, draft: &mut Draft, dice: &mut Dice) -> Result<(), Failure> {
        let mut rest = text;
        while let Some(at) = rest.find(['{', '[', '<', '¶', '⏎']) {
            draft.plain(&rest[..at]);
            let open = rest[at..].chars().next().unwrap_or_default();
            let inside = &rest[at + open.len_utf8()..];
            let until = |close: char| inside.find(close).ok_or_else(|| format!("{open} without {close}"));
            let end = match open {
                '{' => {
                    let end = until('}')?;
                    self.write_slot(&inside[..end], draft, dice)?;
                    end + 1
                }
                '[' => {
                    let end = until(']')?;
                    match inside[..end].split_once('|') {
                        Some((kind, words)) => {
                            let words = self.plain(words, dice, 0)?;
                            draft.name(&words, kind_of(kind.trim()));
                        }
                        None => draft.text.push_str(&rest[at..at + end + 2]),
                    }
                    end + 1
                }
                '<' => {
                    let end = until('>')?;
                    let ways: Vec<&str> = inside[..end].split('|').collect();
                    self.write(ways[dice.below(ways.len())], draft, dice)?;
                    end + 1
                }
                '¶' => {
                    trim(&mut draft.text);
                    draft.text.push_str("\n\n");
                    inside.len() - inside.trim_start().len()
                }
                _ => {
                    trim(&mut draft.text);
                    draft.text.push('\n');
                    inside.len() - inside.trim_start().len()
                }
            };
            rest = &inside[end..];
        }
        draft.plain(rest);
        Ok(())
    }

    /// `{name}`, `{name#1}`, `{name#1.last}`, `{name.upper}`.
    fn write_slot(&self, words: &str, draft: &mut Draft, dice: &mut Dice) -> Result<(), Failure> {
        let (key, forms) = words.split_once('.').unwrap_or((words, ""));
        let (name, number) = key.split_once('#').map_or((key, None), |(name, number)| (name, Some(number)));
        let expanded = match number.and_then(|_| draft.kept.get(key).cloned()) {
            Some(kept) => kept,
            None => self.slot(name, dice, 0)?,
        };
        if number.is_some() {
            draft.kept.insert(key.to_owned(), expanded.clone());
        }
        let mut shown = expanded;
        for form in forms.split('.').filter(|form| !form.is_empty()) {
            shown = shaped(&shown, form)?;
        }
        let kind = match name.strip_prefix('@') {
            Some("city" | "bigcity" | "country") => Some(NameKind::Place),
            Some("nationality") => Some(NameKind::Other),
            Some(_) => None,
            None => self.slots.get(name).and_then(|slot| slot.kind),
        };
        draft.name(&shown, kind);
        Ok(())
    }

    fn slot(&self, name: &str, dice: &mut Dice, depth: usize) -> Result<String, Failure> {
        if let Some(built_in) = name.strip_prefix('@') {
            return self.built_in(built_in, dice);
        }
        let slot = self.slots.get(name).ok_or_else(|| format!("no slot {{{name}}}"))?;
        self.plain(&slot.alternatives[dice.below(slot.alternatives.len())], dice, depth + 1)
    }

    /// An alternative with its slots filled.
    fn plain(&self, words: &str, dice: &mut Dice, depth: usize) -> Result<String, Failure> {
        if depth > DEEPEST {
            return Err("slots inside slots without end".into());
        }
        let mut text = String::new();
        let mut rest = words;
        while let Some((before, inside)) = rest.split_once('{') {
            let (name, behind) = inside.split_once('}').ok_or("{ without }")?;
            text.push_str(before);
            let (name, upper) = name.strip_suffix(".upper").map_or((name, false), |name| (name, true));
            let filled = self.slot(name, dice, depth)?;
            text.push_str(&if upper { filled.to_uppercase() } else { filled });
            rest = behind;
        }
        text.push_str(rest);
        Ok(text)
    }

    fn built_in(&self, name: &str, dice: &mut Dice) -> Result<String, Failure> {
        let stock = &self.stock;
        let one = |list: &[String], most: usize, dice: &mut Dice| {
            list.get(dice.below(most.min(list.len()).max(1))).cloned().unwrap_or_default()
        };
        let pick = |list: &[&str], dice: &mut Dice| list[dice.below(list.len())].to_owned();
        Ok(match name {
            "given" => one(&stock.given, 1_500, dice),
            "family" => one(&stock.family, 8_000, dice),
            "city" => one(&stock.cities, 12_000, dice),
            "bigcity" => one(&stock.cities, 500, dice),
            "country" => self.countries[dice.below(self.countries.len())].0.clone(),
            "nationality" => {
                let words = &self.countries[dice.below(self.countries.len())].1;
                words.first().cloned().unwrap_or_default()
            }
            "number" => (1 + dice.below(99)).to_string(),
            "big" => format!("{},{:03}", 1 + dice.below(90), dice.below(1000)),
            "year" => (1950 + dice.below(76)).to_string(),
            "day" => (1 + dice.below(28)).to_string(),
            "initial" => char::from(b'A' + dice.below(26) as u8).to_string(),
            "weekday" => pick(&["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"], dice),
            "month" => pick(
                &["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"],
                dice,
            ),
            _ => return Err(format!("no slot {{@{name}}}").into()),
        })
    }
}

impl Draft {
    /// Words that are no name; a point behind `Inc.` is not doubled.
    fn plain(&mut self, words: &str) {
        let doubled = self.text.ends_with('.') && words.starts_with('.');
        self.text.push_str(&words[usize::from(doubled)..]);
    }

    fn name(&mut self, words: &str, kind: Option<NameKind>) {
        let start = self.text.len();
        self.text.push_str(words);
        if let Some(kind) = kind {
            self.gold.push(Gold::new(start, self.text.len(), kind));
        }
    }
}

/// A form of a name: its last or first word, capitals, initials.
fn shaped(words: &str, form: &str) -> Result<String, Failure> {
    let initials = |words: &str| -> String {
        words.split([' ', '-']).filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect()
    };
    Ok(match form {
        "last" => words.split(' ').next_back().unwrap_or_default().to_owned(),
        "first" => words.split(' ').next().unwrap_or_default().to_owned(),
        "upper" => words.to_uppercase(),
        "lower" => words.to_lowercase(),
        "acronym" => initials(words),
        other => return Err(format!("no form .{other}").into()),
    })
}

fn kind_of(letter: &str) -> Option<NameKind> {
    match letter {
        "p" => Some(NameKind::Person),
        "o" => Some(NameKind::Organisation),
        "l" => Some(NameKind::Place),
        "x" => Some(NameKind::Other),
        _ => None,
    }
}

fn lines(file: &str) -> impl Iterator<Item = &str> {
    file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn trim(text: &mut String) {
    text.truncate(text.trim_end().len());
}

fn countries() -> Vec<(String, Vec<String>)> {
    let names = |words: &str| -> Vec<String> {
        words.split(';').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect()
    };
    table(include_str!("../../src/extract/names/data/countries.en.txt"))
        .filter_map(|(_, row)| {
            let mut parts = row.split('|');
            let country = names(parts.next()?).into_iter().next()?;
            Some((country, names(parts.next()?)))
        })
        .filter(|(_, nationalities)| !nationalities.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expanded(documents: &str) -> Vec<(String, Vec<(String, &'static str)>)> {
        let slots = "given = Ola ; Kari\nperson:p = {given} {@family}\nboard:o = {@city} Harbour Board";
        let stock = Stock { given: vec!["Ann".into()], family: vec!["Berg".into()], cities: vec!["Norwick".into()] };
        let grammar = Grammar::read(slots, documents, stock).unwrap();
        let documents = grammar.expand(1, 0).unwrap();
        documents
            .iter()
            .map(|document| {
                let text = document.reading.text.clone();
                let names = document.gold.iter().map(|gold| (gold.span().of(&text).to_owned(), gold.kind().as_str()));
                let names = names.collect();
                (text, names)
            })
            .collect()
    }

    #[test]
    fn names_stand_where_the_grammar_puts_them() {
        let (text, names) = expanded("news | {person#1} left [l|Oslo]. {person#1.last} met the {board}.").remove(0);
        let (first, place, last, board) = (&names[0], &names[1], &names[2], &names[3]);
        assert!(first.0 == "Ola Berg" || first.0 == "Kari Berg", "{text}");
        assert_eq!((place.0.as_str(), place.1), ("Oslo", "place"));
        assert_eq!((last.0.as_str(), last.1), ("Berg", "person"));
        assert_eq!((board.0.as_str(), board.1), ("Norwick Harbour Board", "organisation"));
    }

    #[test]
    fn breaks_and_ways_are_plain_text() {
        let (text, _) = expanded("news | He <said|said> so. ¶ Then ⏎ this.").remove(0);
        assert_eq!(text, "He said so.\n\nThen\nthis.");
    }

    #[test]
    fn a_slot_that_is_not_there_is_an_error() {
        let grammar = Grammar::read("", "news | {nobody}", Stock::default()).unwrap();
        assert!(grammar.expand(1, 0).is_err());
    }

    #[test]
    fn the_grammar_of_the_project_can_be_expanded() {
        let (slots, documents) = (include_str!("../data/slots.txt"), include_str!("../data/documents.txt"));
        let stock = Stock { given: vec!["Ann".into()], family: vec!["Berg".into()], cities: vec!["Norwick".into()] };
        let documents = Grammar::read(slots, documents, stock).unwrap().expand(1, 0).unwrap();
        assert!(documents.len() > 300);
        assert!(documents.iter().all(|document| !document.reading.text.contains(['{', '}', '¶', '⏎'])));
    }
}
