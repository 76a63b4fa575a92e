//! Arguments → run → exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    annalist::cli::run(std::env::args_os())
}
