//! [`SourceFile`]: a Rust file as the house rules see it: code without comments and strings, which
//! lines are test code, where functions begin and end, and what is imported.

use std::ops::Range;

/// A Rust file, read for its form.
pub struct SourceFile {
    /// Path below the repository, with `/`.
    pub path: String,
    /// The file as it is.
    pub text: String,
    /// The same length, with comments and the insides of strings blanked.
    pub code: String,
    tests: Vec<Range<usize>>,
}

/// A function as written.
pub struct Function {
    /// Its name.
    pub name: String,
    /// Line of `fn`.
    pub line: usize,
    /// Lines from `fn` to the closing brace.
    pub lines: usize,
    /// Parameters, `self` not counted.
    pub parameters: usize,
}

impl SourceFile {
    /// Reads the form of a file.
    pub fn new(path: &str, text: &str) -> Self {
        let code = blank(text);
        let is_all_test = path.ends_with("/tests.rs") || path.contains("/tests/") || path.starts_with("tests/");
        let tests = if is_all_test { std::iter::once(0..code.len()).collect() } else { test_ranges(&code) };
        Self { path: path.to_owned(), text: text.to_owned(), code, tests }
    }

    /// The line of a byte, from 1.
    pub fn line_of(&self, offset: usize) -> usize {
        self.code[..offset].matches('\n').count() + 1
    }

    /// Where `word` stands in the program, test code aside, as a whole word or path.
    pub fn uses_of<'s>(&'s self, word: &'s str) -> impl Iterator<Item = usize> + 's {
        let begins = move |at: usize| !self.code[..at].ends_with(is_word);
        let ends = move |at: usize| !word.ends_with(is_word) || !self.code[at + word.len()..].starts_with(is_word);
        let found = self.code.match_indices(word).map(|(at, _)| at);
        found.filter(move |&at| begins(at) && ends(at) && !self.tests.iter().any(|range| range.contains(&at)))
    }

    /// The rooms of this crate that the program text names, each with the place.
    pub fn rooms_named(&self) -> Vec<(usize, String)> {
        let up = "super::".repeat(module_depth(&self.path));
        let mut named = Vec::new();
        for start in ["crate::", "annalist::", &up].into_iter().filter(|start| !start.is_empty()) {
            for at in self.uses_of(start) {
                let rest = &self.code[at + start.len()..];
                if rest.starts_with("super::") || self.code[..at].ends_with("super::") {
                    continue;
                }
                named.extend(first_words(rest).into_iter().map(|word| (at, word)));
            }
        }
        named
    }

    /// Every function that has a body, test code included.
    pub fn functions(&self) -> Vec<Function> {
        let starts = self.code.match_indices("fn ").map(|(at, _)| at);
        starts.filter(|&at| !self.code[..at].ends_with(is_word)).filter_map(|at| self.function(at)).collect()
    }

    fn function(&self, at: usize) -> Option<Function> {
        let name: String = self.code[at + 3..].chars().take_while(|&c| is_word(c)).collect();
        let open = after_generics(&self.code, at + 3 + name.len());
        if name.is_empty() || !self.code[open..].starts_with('(') {
            return None;
        }
        let close = matching(&self.code, open)?;
        let body = close + self.code[close..].find(['{', ';'])?;
        let end = if self.code[body..].starts_with('{') { matching(&self.code, body)? } else { return None };
        let (line, last) = (self.line_of(at), self.line_of(end));
        Some(Function { name, line, lines: last - line + 1, parameters: parameters(&self.code[open + 1..close]) })
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// How many `super::` lead from a file to the crate: `src/a.rs` and `src/a/mod.rs` 1, `src/a/b.rs` 2.
fn module_depth(path: &str) -> usize {
    let Some(path) = path.strip_prefix("src/") else { return 0 };
    match path {
        "lib.rs" | "main.rs" => 0,
        _ => path.strip_suffix("/mod.rs").unwrap_or(path).split('/').count(),
    }
}

/// The first words of a path: `text::Span` gives `text`, `{model::X, text}` gives both.
fn first_words(path: &str) -> Vec<String> {
    let first = |part: &str| part.trim_start().chars().take_while(|&c| is_word(c)).collect::<String>();
    if !path.starts_with('{') {
        return vec![first(path)];
    }
    let inside = &path[1..matching(path, 0).unwrap_or(path.len())];
    split_top(inside).map(first).filter(|word| !word.is_empty()).collect()
}

/// The parts between commas that stand in no bracket.
fn split_top(list: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0;
    let mut before = ' ';
    list.split(move |c: char| {
        match c {
            '(' | '[' | '{' | '<' => depth += 1,
            '>' if before == '-' || before == '=' => {}
            ')' | ']' | '}' | '>' => depth -= 1,
            _ => {}
        }
        before = c;
        c == ',' && depth == 0
    })
}

fn parameters(list: &str) -> usize {
    let is_self = |part: &&str| part.split([':', ' ', '&']).any(|word| word == "self") && !part.contains(": ");
    split_top(list).map(str::trim).filter(|part| !part.is_empty() && !is_self(part)).count()
}

/// The place behind `<…>`, if there is one at `at`.
fn after_generics(code: &str, at: usize) -> usize {
    let mut depth = 0;
    let mut before = ' ';
    for (offset, c) in code[at..].char_indices() {
        match c {
            '<' => depth += 1,
            '>' if before != '-' => depth -= 1,
            _ => {}
        }
        before = c;
        if depth == 0 {
            return at + offset + usize::from(c == '>');
        }
    }
    code.len()
}

/// The bracket that closes the one at `open`.
fn matching(code: &str, open: usize) -> Option<usize> {
    let mut depth = 0;
    for (offset, c) in code[open..].char_indices() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(open + offset);
        }
    }
    None
}

fn test_ranges(code: &str) -> Vec<Range<usize>> {
    let marked = code.match_indices("#[cfg(test)]").map(|(at, _)| at);
    marked
        .filter_map(|at| {
            let stop = at + code[at..].find(['{', ';'])?;
            let end = if code[stop..].starts_with('{') { matching(code, stop)? } else { stop };
            Some(at..end)
        })
        .collect()
}

/// Comments, strings and characters as spaces; lines and offsets stay.
fn blank(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let hidden = hidden_length(rest, code.chars().next_back().is_some_and(is_word));
        let (piece, tail) = rest.split_at(hidden.unwrap_or(c.len_utf8()));
        match hidden {
            None => code.push_str(piece),
            Some(_) => code.extend(piece.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' })),
        }
        rest = tail;
    }
    code
}

/// The length of the comment, string or character at the start of `rest`, if there is one.
fn hidden_length(rest: &str, after_word: bool) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return Some(block_comment(rest));
    }
    if rest.starts_with('"') {
        return Some(quoted(rest, '"'));
    }
    if !after_word && let Some(length) = raw_string(rest) {
        return Some(length);
    }
    // 'a' and '\n' are characters, 'a without the closing quote is a lifetime.
    let mut after_quote = rest.strip_prefix('\'')?.chars();
    match (after_quote.next()?, after_quote.next()) {
        ('\\', _) | (_, Some('\'')) => Some(quoted(rest, '\'')),
        _ => None,
    }
}

fn quoted(rest: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        if c == quote && !is_escaped {
            return at + 1;
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    rest.len()
}

fn raw_string(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    let inside = after[hashes..].strip_prefix('"')?;
    let end = inside.find(&format!("\"{}", "#".repeat(hashes)))?;
    Some(rest.len() - inside.len() + end + 1 + hashes)
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        let here = &rest.as_bytes()[at..];
        let step = if here.starts_with(b"/*") {
            depth += 1;
            2
        } else if here.starts_with(b"*/") {
            depth -= 1;
            2
        } else {
            1
        };
        at += step;
        if depth == 0 {
            break;
        }
    }
    at
}
