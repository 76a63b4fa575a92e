//! `annalist completions SHELL`.

use super::Outcome;
use super::arguments::Completions;
use super::printer::DataOutput;
use crate::error::Error;

/// Writes the script to standard output.
pub(super) fn run(arguments: &Completions) -> Result<Outcome, Error> {
    // The generator panics where it cannot write, so it writes into memory.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut super::command(), "annalist", &mut script);
    let mut output = DataOutput::open();
    output.bytes(&script)?;
    output.finish()?;
    Ok(Outcome::Fine)
}
