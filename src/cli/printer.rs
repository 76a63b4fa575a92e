//! [`Printer`]: everything said to a person, on standard error; and lines of data for programs.

use std::env;
use std::error::Error as _;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use super::arguments::{Colour, Common};
use crate::diagnostic::{Diagnostic, Level, printable};
use crate::error::Error;

/// As many findings are shown after a build; `check` shows all.
const SHOWN_AFTER_BUILD: usize = 50;

/// How much is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verbosity {
    Quiet,
    Normal,
    Verbose,
}

/// Says things to a person. A closed standard error is no reason to fail.
#[derive(Debug)]
pub(super) struct Printer {
    verbosity: Verbosity,
    is_coloured: bool,
    is_terminal: bool,
}

impl Printer {
    /// The printer the user asked for.
    pub(super) fn new(common: &Common) -> Self {
        let verbosity = match (common.quiet, common.verbose) {
            (true, _) => Verbosity::Quiet,
            (_, true) => Verbosity::Verbose,
            _ => Verbosity::Normal,
        };
        let is_smart = env::var_os("TERM").is_none_or(|kind| kind != "dumb");
        let is_terminal = io::stderr().is_terminal() && is_smart;
        let wish = Wish {
            no_color: env::var("NO_COLOR").ok(),
            force: env::var("CLICOLOR_FORCE").ok(),
            clicolor: env::var("CLICOLOR").ok(),
        };
        Self { verbosity, is_coloured: wants_colour(common.color, &wish, is_terminal), is_terminal }
    }

    /// True where a progress bar may be drawn.
    pub(super) fn may_draw(&self) -> bool {
        self.is_terminal && self.verbosity > Verbosity::Quiet
    }

    /// Something good to know at the end of a run.
    pub(super) fn note(&self, words: &str) {
        if self.verbosity > Verbosity::Quiet {
            say(&printable(words));
        }
    }

    /// Something only `--verbose` wants.
    pub(super) fn detail(&self, words: &str) {
        if self.verbosity == Verbosity::Verbose {
            say(&printable(words));
        }
    }

    /// What stopped the run: the chain of causes, then what can be done.
    pub(super) fn error(&self, error: &Error) {
        let message = error.to_string();
        say(&format!("{}: {}", self.paint(Level::Error, "error"), lines(&message)));
        let mut cause = error.source();
        while let Some(inner) = cause {
            say(&format!("  because: {}", lines(&inner.to_string())));
            cause = inner.source();
        }
        if let Some(hint) = error.hint() {
            say(&format!("  hint: {}", lines(hint)));
        }
    }

    /// One finding.
    pub(super) fn finding(&self, finding: &Diagnostic) {
        let label = format!("{}[{}]", finding.level().as_str(), finding.code.as_str());
        say(&finding.to_string().replacen(&label, &self.paint(finding.level(), &label), 1));
    }

    /// The findings of a build: the gravest first, not more than a screen or two of them.
    pub(super) fn findings_of_build(&self, findings: &[Diagnostic]) {
        let (least, most) = match self.verbosity {
            Verbosity::Quiet => (Level::Error, SHOWN_AFTER_BUILD),
            Verbosity::Normal => (Level::Warning, SHOWN_AFTER_BUILD),
            Verbosity::Verbose => (Level::Info, usize::MAX),
        };
        let mut shown: Vec<_> = findings.iter().filter(|finding| finding.level() >= least).collect();
        shown.sort_by_key(|finding| std::cmp::Reverse(finding.level()));
        shown.iter().take(most).for_each(|finding| self.finding(finding));
        if shown.len() > most {
            say(&format!("… and {} more: `annalist check` shows all", shown.len() - most));
        }
    }

    fn paint(&self, level: Level, words: &str) -> String {
        let colour = match level {
            Level::Error => "1;31",
            Level::Warning => "1;33",
            Level::Info => "1;36",
        };
        if self.is_coloured { format!("\u{1b}[{colour}m{words}\u{1b}[0m") } else { words.to_owned() }
    }
}

/// Writes to standard error; when it is closed nobody is left to be told.
fn say(words: &str) {
    let _ = writeln!(io::stderr(), "{words}");
}

/// Printable, but with its line breaks: a template's error shows the place in the template.
fn lines(words: &str) -> String {
    words.split('\n').map(printable).collect::<Vec<_>>().join("\n")
}

/// What the environment says of colours (no-color.org, bixense.com/clicolors).
#[derive(Debug, Default)]
struct Wish {
    no_color: Option<String>,
    force: Option<String>,
    clicolor: Option<String>,
}

fn wants_colour(choice: Colour, wish: &Wish, terminal: bool) -> bool {
    let is_set = |value: &Option<String>| value.as_deref().is_some_and(|value| !value.is_empty());
    match choice {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto if is_set(&wish.no_color) => false,
        Colour::Auto if is_set(&wish.force) && wish.force.as_deref() != Some("0") => true,
        Colour::Auto => terminal && wish.clicolor.as_deref() != Some("0"),
    }
}

/// Standard output for lines of data.
pub(super) struct DataOutput(BufWriter<StdoutLock<'static>>);

impl DataOutput {
    /// Takes standard output.
    pub(super) fn open() -> Self {
        Self(BufWriter::with_capacity(1 << 16, io::stdout().lock()))
    }

    /// Writes bytes as they are.
    pub(super) fn bytes(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.0.write_all(bytes).map_err(Error::Output)
    }

    /// Writes one line.
    pub(super) fn line(&mut self, words: &str) -> Result<(), Error> {
        self.bytes(words.as_bytes())?;
        self.bytes(b"\n")
    }

    /// Sees to it that everything has been written.
    pub(super) fn finish(mut self) -> Result<(), Error> {
        self.0.flush().map_err(Error::Output)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_is_asked_for_colours_only_where_the_user_does_not_say() {
        let some = |word: &str| Some(word.to_owned());
        let none = Wish::default;
        for (choice, wish, terminal, expected) in [
            (Colour::Auto, none(), true, true),
            (Colour::Auto, none(), false, false),
            (Colour::Always, Wish { no_color: some("1"), ..none() }, false, true),
            (Colour::Never, Wish { force: some("1"), ..none() }, true, false),
            (Colour::Auto, Wish { no_color: some("1"), force: some("1"), ..none() }, true, false),
            (Colour::Auto, Wish { no_color: some(""), ..none() }, true, true),
            (Colour::Auto, Wish { force: some("1"), ..none() }, false, true),
            (Colour::Auto, Wish { force: some("0"), ..none() }, false, false),
            (Colour::Auto, Wish { clicolor: some("0"), ..none() }, true, false),
        ] {
            assert_eq!(wants_colour(choice, &wish, terminal), expected, "{choice:?} {wish:?} {terminal}");
        }
    }
}
