//! `annalist version`.

use super::Outcome;
use super::printer::DataOutput;
use crate::error::Error;

/// Prints the name and the version.
pub(super) fn run() -> Result<Outcome, Error> {
    let mut output = DataOutput::open();
    output.line(concat!("annalist ", env!("CARGO_PKG_VERSION")))?;
    output.finish()?;
    Ok(Outcome::Fine)
}
