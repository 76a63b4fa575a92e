//! The command line: one file per command. The only printer, the only clock, the only exit codes.
//!
//! Data goes to standard output, everything said to a person to standard error.

mod arguments;
mod budget;
mod build;
mod check;
mod completions;
mod extract;
mod init;
mod names;
mod printer;
mod progress;
mod serve;
mod settings;
mod version;

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use crate::error::Error;
use arguments::{Arguments, Command};
use printer::Printer;

/// How a run ended that was not stopped by an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// All is well: 0.
    Fine,
    /// There are findings that the user asked to be told of: 1.
    Findings,
}

/// Runs the command line; the first argument is the program's name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(message) => {
            // Help for `head`, or a message nobody reads: no reason to fail otherwise.
            let _ = message.print();
            return ExitCode::from(if message.use_stderr() { 2 } else { 0 });
        }
    };
    let printer = Printer::new(&arguments.common);
    match run_command(&arguments, &printer) {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(Error::Output(cause)) if cause.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            printer.error(&error);
            ExitCode::from(error.exit_code())
        }
    }
}

fn run_command(arguments: &Arguments, printer: &Printer) -> Result<Outcome, Error> {
    let common = &arguments.common;
    match &arguments.command {
        Command::Init(init) => init::run(init, printer),
        Command::Build(build) => build::run(build, common, printer),
        Command::Serve(serve) => serve::run(serve, common, Printer::new(common)),
        Command::Check(check) => check::run(check, common, printer),
        Command::Extract(extract) => extract::run(extract, common, printer),
        Command::Names(names) => names::run(names, common, printer),
        Command::Version => version::run(),
        Command::Completions(completions) => completions::run(completions),
    }
}

/// Every command with its help: for completions, and for the test that the documentation has each.
pub fn command() -> clap::Command {
    Arguments::command()
}
