//! Rules: patterns over word classes, each with the template that says what its words mean.
//!
//! A rule file has lines `template = pattern`, where a pattern holds class names (`month`, or with one value `unit:quarter`), words
//! (`'ago'`), options (`[the]`) and choices (`(a | b)`); `define name = pattern` names a part. Behind
//! a `;` follow conditions on the neighbours: `after a b`, `not after a b`, `before a b`,
//! `not before a b`. All rules are kept in one tree, so that shared beginnings are tried once.

use std::collections::BTreeMap;

use super::class::{Class, Literals};
use super::template::Template;
use crate::text::words::entries;

/// What one place of a pattern wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Want {
    /// The class.
    pub class: Class,
    /// Its only value (`unit:quarter`), the number of a word of the rule file, or any.
    pub value: Option<i64>,
}

/// Conditions on the tokens beside an expression.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Guard {
    /// One of these stands right before it.
    pub after: Vec<Want>,
    /// None of these stands right before it.
    pub not_after: Vec<Want>,
    /// One of these follows.
    pub before: Vec<Want>,
    /// None of these follows.
    pub not_before: Vec<Want>,
}

/// A rule: what its words mean, and when it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// What the words mean.
    pub template: Template,
    /// Its conditions.
    pub guard: Guard,
}

/// A place in the tree of patterns.
#[derive(Debug, Default)]
pub struct Node {
    /// What may come next, sorted, and where it leads.
    pub next: Vec<(Want, usize)>,
    /// The rules whose pattern ends here, in the order of the file.
    pub ends: Vec<usize>,
}

/// The rules of a language.
#[derive(Debug)]
pub struct Rules {
    /// The tree; the first node is its root.
    pub nodes: Vec<Node>,
    /// The rules in the order of the file.
    pub rules: Vec<Rule>,
}

impl Rules {
    /// Reads a rule file; new words are numbered in `literals`.
    ///
    /// # Errors
    /// The line that is no rule, and why.
    pub fn read(file: &str, literals: &mut Literals) -> Result<Self, String> {
        let mut rules = Self { nodes: vec![Node::default()], rules: Vec::new() };
        let mut defined = BTreeMap::new();
        for line in entries(file) {
            let wrong = |why: String| format!("{why} in `{line}`");
            let (head, rest) = line.split_once('=').ok_or_else(|| wrong("no `=`".to_owned()))?;
            let mut parts = rest.split(';');
            let pattern = parts.next().unwrap_or_default();
            let sequences =
                Pattern { words: words(pattern), at: 0, defined: &defined, literals }.choice().map_err(wrong)?;
            if let Some(name) = head.trim().strip_prefix("define ") {
                defined.insert(name.trim().to_owned(), sequences);
                continue;
            }
            let template = Template::named(head.trim()).ok_or_else(|| wrong("no such template".to_owned()))?;
            let mut guard = Guard::default();
            for condition in parts {
                add_condition(&mut guard, condition, &defined, literals).map_err(wrong)?;
            }
            rules.add(Rule { template, guard }, sequences);
        }
        rules.nodes.iter_mut().for_each(|node| node.next.sort());
        Ok(rules)
    }

    fn add(&mut self, rule: Rule, sequences: Vec<Vec<Want>>) {
        let number = self.rules.len();
        self.rules.push(rule);
        for sequence in sequences.into_iter().filter(|sequence| !sequence.is_empty()) {
            let node = sequence.into_iter().fold(0, |node, want| self.step(node, want));
            if !self.nodes[node].ends.contains(&number) {
                self.nodes[node].ends.push(number);
            }
        }
    }

    fn step(&mut self, node: usize, want: Want) -> usize {
        if let Some((_, next)) = self.nodes[node].next.iter().find(|(known, _)| *known == want) {
            return *next;
        }
        let next = self.nodes.len();
        self.nodes.push(Node::default());
        self.nodes[node].next.push((want, next));
        next
    }
}

fn add_condition(
    guard: &mut Guard,
    condition: &str,
    defined: &BTreeMap<String, Vec<Vec<Want>>>,
    literals: &mut Literals,
) -> Result<(), String> {
    let condition = condition.trim();
    let kinds = [("not after ", 0), ("not before ", 1), ("after ", 2), ("before ", 3)];
    let (list, kind) = kinds
        .iter()
        .find_map(|(words, kind)| Some((condition.strip_prefix(words)?, *kind)))
        .ok_or_else(|| format!("no condition `{condition}`"))?;
    let list = words(list);
    for word in &list {
        let one = vec![word.clone()];
        let sequences = Pattern { words: one, at: 0, defined, literals }.choice()?;
        let wants = sequences.into_iter().filter_map(|sequence| sequence.first().copied());
        match kind {
            0 => guard.not_after.extend(wants),
            1 => guard.not_before.extend(wants),
            2 => guard.after.extend(wants),
            _ => guard.before.extend(wants),
        }
    }
    Ok(())
}

/// The marks and names of a pattern.
fn words(pattern: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = pattern.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '[' | ']' | '(' | ')' | '|' => 1,
            '"' => rest[1..].find('"').map_or(rest.len(), |end| end + 2),
            _ => rest.find(|c: char| c.is_whitespace() || "[]()|".contains(c)).unwrap_or(rest.len()),
        };
        found.push(rest[..length].to_owned());
        rest = rest[length..].trim_start();
    }
    found
}

/// A reader of patterns; every part becomes the sequences it allows.
struct Pattern<'p> {
    words: Vec<String>,
    at: usize,
    defined: &'p BTreeMap<String, Vec<Vec<Want>>>,
    literals: &'p mut Literals,
}

impl Pattern<'_> {
    fn choice(&mut self) -> Result<Vec<Vec<Want>>, String> {
        let mut found = self.sequence()?;
        while self.words.get(self.at).is_some_and(|word| word == "|") {
            self.at += 1;
            found.extend(self.sequence()?);
        }
        Ok(found)
    }

    fn sequence(&mut self) -> Result<Vec<Vec<Want>>, String> {
        let mut found = vec![Vec::new()];
        while let Some(word) = self.words.get(self.at).cloned() {
            if matches!(word.as_str(), "|" | ")" | "]") {
                break;
            }
            self.at += 1;
            let part = match word.as_str() {
                "[" => {
                    let mut part = self.group("]")?;
                    part.push(Vec::new());
                    part
                }
                "(" => self.group(")")?,
                name => self.one(name)?,
            };
            found = joined(&found, &part);
        }
        Ok(found)
    }

    fn group(&mut self, close: &str) -> Result<Vec<Vec<Want>>, String> {
        let part = self.choice()?;
        if self.words.get(self.at).is_none_or(|word| word != close) {
            return Err(format!("no `{close}`"));
        }
        self.at += 1;
        Ok(part)
    }

    fn one(&mut self, name: &str) -> Result<Vec<Vec<Want>>, String> {
        if let Some(word) = name.strip_prefix('"') {
            let word = word.strip_suffix('"').unwrap_or(word);
            let one = |word: &str, literals: &mut Literals| Want {
                class: Class::Literal,
                value: Some(literals.number(word)),
            };
            return Ok(vec![word.split(' ').map(|word| one(word, self.literals)).collect()]);
        }
        if let Some(known) = self.defined.get(name) {
            return Ok(known.clone());
        }
        let unknown = || format!("no class `{name}`");
        let (class, value) = match name.split_once(':') {
            Some((class, value)) => Class::read(class, value).map(|(class, value)| (class, Some(value))),
            None => Class::named(name).map(|class| (class, None)),
        }
        .ok_or_else(unknown)?;
        Ok(vec![vec![Want { class, value }]])
    }
}

/// Every sequence of `first` with every one of `then` behind it.
fn joined(first: &[Vec<Want>], then: &[Vec<Want>]) -> Vec<Vec<Want>> {
    first.iter().flat_map(|one| then.iter().map(move |two| one.iter().chain(two).copied().collect())).collect()
}
