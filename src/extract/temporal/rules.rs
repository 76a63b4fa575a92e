//! Rules: patterns over word classes, each with the template that says what its words mean.
//!
//! A rule file has lines `template = pattern`, where a pattern holds class names (`month`, or with one
//! value `unit:quarter`), words (`"ago"`), options (`["the"]`) and choices (`(a | b)`);
//! `define NAME = pattern` names a part. Behind a `;` follow conditions on the neighbours: `after a b`,
//! `not after a b`, `before a b`, `not before a b`. All rules are kept in one net, which is walked once
//! from each token.

use std::collections::{BTreeMap, HashMap};

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

/// A place in the net of patterns.
#[derive(Debug, Clone, Default)]
pub struct Node {
    /// What may come next and where it leads, sorted.
    pub next: Vec<(Want, usize)>,
    /// The rules whose patterns end here, in the order of the file.
    pub ends: Vec<usize>,
}

/// The rules of a language.
#[derive(Debug)]
pub struct Rules {
    /// The net; the first node is its root.
    pub nodes: Vec<Node>,
    /// The rules in the order of the file.
    pub rules: Vec<Rule>,
}

/// What a pattern is made of.
#[derive(Debug, Clone)]
enum Pattern {
    One(Want),
    Sequence(Vec<Pattern>),
    Choice(Vec<Pattern>),
    Option(Box<Pattern>),
}

/// Named parts of patterns.
type Defined = BTreeMap<String, Pattern>;

impl Rules {
    /// Reads a rule file; new words are numbered in `literals`.
    ///
    /// # Errors
    /// The line that is no rule, and why.
    pub fn read(file: &str, literals: &mut Literals) -> Result<Self, String> {
        let mut rules = Self { nodes: vec![Node::default()], rules: Vec::new() };
        let mut defined = Defined::new();
        for line in entries(file) {
            let wrong = |why: String| format!("{why} in `{line}`");
            let (head, rest) = line.split_once('=').ok_or_else(|| wrong("no `=`".to_owned()))?;
            let mut parts = rest.split(';');
            let words = words(parts.next().unwrap_or_default());
            let pattern = Reader { words, at: 0, defined: &defined, literals }.whole().map_err(wrong)?;
            if let Some(name) = head.trim().strip_prefix("define ") {
                defined.insert(name.trim().to_owned(), pattern);
                continue;
            }
            let template = Template::named(head.trim()).ok_or_else(|| wrong("no such template".to_owned()))?;
            let mut guard = Guard::default();
            for condition in parts {
                add_condition(&mut guard, condition, &defined, literals).map_err(wrong)?;
            }
            rules.add(Rule { template, guard }, &pattern);
        }
        rules.nodes = without_choices(&rules.nodes);
        Ok(rules)
    }

    fn add(&mut self, rule: Rule, pattern: &Pattern) {
        let end = self.node(Node { next: Vec::new(), ends: vec![self.rules.len()] });
        self.rules.push(rule);
        let entry = self.entry(pattern, end);
        self.nodes[0].next.extend(entry.next);
    }

    fn node(&mut self, node: Node) -> usize {
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    /// The ways into a pattern that goes on at node `next`.
    fn entry(&mut self, pattern: &Pattern, next: usize) -> Node {
        match pattern {
            Pattern::One(want) => Node { next: vec![(*want, next)], ends: Vec::new() },
            Pattern::Option(inner) => {
                let mut entry = self.entry(inner, next);
                entry.next.extend_from_slice(&self.nodes[next].next);
                entry.ends.extend_from_slice(&self.nodes[next].ends);
                entry
            }
            Pattern::Choice(choices) => {
                let mut entry = Node::default();
                for choice in choices {
                    let way = self.entry(choice, next);
                    entry.next.extend(way.next);
                    entry.ends.extend(way.ends);
                }
                entry
            }
            Pattern::Sequence(parts) => {
                let mut at = next;
                for part in parts.iter().skip(1).rev() {
                    let entry = self.entry(part, at);
                    at = self.node(entry);
                }
                match parts.first() {
                    Some(first) => self.entry(first, at),
                    None => self.nodes[next].clone(),
                }
            }
        }
    }
}

/// The same net with one way for each thing that may come next: ways that begin alike are walked
/// together (the subset construction).
fn without_choices(nodes: &[Node]) -> Vec<Node> {
    let mut known: HashMap<Vec<usize>, usize> = HashMap::from([(vec![0], 0)]);
    let mut sets = vec![vec![0]];
    let mut merged = Vec::new();
    while merged.len() < sets.len() {
        let set = sets[merged.len()].clone();
        let mut ways: BTreeMap<Want, Vec<usize>> = BTreeMap::new();
        let mut ends = Vec::new();
        for node in set.iter().map(|&node| &nodes[node]) {
            ends.extend_from_slice(&node.ends);
            node.next.iter().for_each(|(want, next)| ways.entry(*want).or_default().push(*next));
        }
        ends.sort_unstable();
        ends.dedup();
        let mut next = Vec::with_capacity(ways.len());
        for (want, mut targets) in ways {
            targets.sort_unstable();
            targets.dedup();
            let number = *known.entry(targets).or_insert_with_key(|targets| {
                sets.push(targets.clone());
                sets.len() - 1
            });
            next.push((want, number));
        }
        merged.push(Node { next, ends });
    }
    merged
}

fn add_condition(guard: &mut Guard, condition: &str, defined: &Defined, literals: &mut Literals) -> Result<(), String> {
    let condition = condition.trim();
    let lists = [
        ("not after ", &mut guard.not_after),
        ("not before ", &mut guard.not_before),
        ("after ", &mut guard.after),
        ("before ", &mut guard.before),
    ];
    let (rest, list) = lists
        .into_iter()
        .find_map(|(words, list)| Some((condition.strip_prefix(words)?, list)))
        .ok_or_else(|| format!("no condition `{condition}`"))?;
    for word in words(rest) {
        let pattern = Reader { words: vec![word], at: 0, defined, literals }.whole()?;
        firsts(&pattern, list);
    }
    Ok(())
}

/// What a pattern can begin with.
fn firsts(pattern: &Pattern, found: &mut Vec<Want>) {
    match pattern {
        Pattern::One(want) => found.push(*want),
        Pattern::Sequence(parts) => parts.iter().take(1).for_each(|part| firsts(part, found)),
        Pattern::Choice(choices) => choices.iter().for_each(|choice| firsts(choice, found)),
        Pattern::Option(inner) => firsts(inner, found),
    }
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

/// A reader of patterns.
struct Reader<'p> {
    words: Vec<String>,
    at: usize,
    defined: &'p Defined,
    literals: &'p mut Literals,
}

impl Reader<'_> {
    fn whole(mut self) -> Result<Pattern, String> {
        let pattern = self.choice()?;
        if self.at < self.words.len() { Err(format!("stray `{}`", self.words[self.at])) } else { Ok(pattern) }
    }

    fn choice(&mut self) -> Result<Pattern, String> {
        let mut found = vec![self.sequence()?];
        while self.words.get(self.at).is_some_and(|word| word == "|") {
            self.at += 1;
            found.push(self.sequence()?);
        }
        Ok(Pattern::Choice(found))
    }

    fn sequence(&mut self) -> Result<Pattern, String> {
        let mut found = Vec::new();
        while let Some(word) = self.words.get(self.at).cloned() {
            if matches!(word.as_str(), "|" | ")" | "]") {
                break;
            }
            self.at += 1;
            found.push(match word.as_str() {
                "[" => Pattern::Option(Box::new(self.group("]")?)),
                "(" => self.group(")")?,
                name => self.one(name)?,
            });
        }
        Ok(Pattern::Sequence(found))
    }

    fn group(&mut self, close: &str) -> Result<Pattern, String> {
        let part = self.choice()?;
        if self.words.get(self.at).is_none_or(|word| word != close) {
            return Err(format!("no `{close}`"));
        }
        self.at += 1;
        Ok(part)
    }

    fn one(&mut self, name: &str) -> Result<Pattern, String> {
        if let Some(words) = name.strip_prefix('"') {
            let words = words.strip_suffix('"').unwrap_or(words).split(' ');
            let want = |word: &str| Want { class: Class::Literal, value: Some(self.literals.number(word)) };
            return Ok(Pattern::Sequence(words.map(want).map(Pattern::One).collect()));
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
        Ok(Pattern::One(Want { class, value }))
    }
}
