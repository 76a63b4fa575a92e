//! Markdown → document. The text stays the raw file; the blocks say what its mark-up means.
//!
//! `pulldown-cmark` parses and gives the bytes of everything that a reader sees. Bytes of a block
//! that it names nothing for are mark-up and are replaced by nothing, so no kind of mark-up needs
//! a rule of its own. Bytes outside every block belong to the next.

mod blocks;

use super::{Reading, front_matter};
use crate::diagnostic::Built;

/// Reads a Markdown file. `shown` is its path for findings.
pub(super) fn read(text: String, shown: &str) -> Built<Reading> {
    let front = front_matter::read(&text, shown);
    let blocks = blocks::blocks(&text, front.value.span);
    Built { value: Reading { text, blocks, statement: front.value.statement }, findings: front.findings }
}

#[cfg(test)]
mod tests;
