//! What may be said on the command line. The doc comments here are the help texts.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::diagnostic::Level;
use crate::model::Edtf;

/// Turns a folder of raw documents into a dossier: a website with a timeline, actors and evidence.
///
/// Put texts, Markdown or saved web pages into `seeds/`, run `annalist build`, and open
/// `site/index.html`. Nothing is sent anywhere.
#[derive(Debug, Parser)]
#[command(name = "annalist", version, arg_required_else_help = true, after_help = FIRST_STEPS)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Command,
}

const FIRST_STEPS: &str = "\
First steps:
  annalist init my-dossier
  annalist -r my-dossier serve --open
  annalist -r my-dossier build

Exit codes: 0 fine, 1 findings, 2 usage or settings, 3 the world failed.
Documentation: docs/commands.md";

/// Said before or after any command.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Common options")]
pub(super) struct Common {
    /// Settings file [default: `annalist.toml` here or in a folder above]
    #[arg(short, long, global = true, value_name = "FILE", conflicts_with = "root")]
    pub config: Option<PathBuf>,
    /// Folder of the dossier [default: where the settings file is]
    #[arg(short, long, global = true, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// Say only what went wrong
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Say more: every finding, each stage
    #[arg(short, long, global = true)]
    pub verbose: bool,
    /// When to colour messages; NO_COLOR and CLICOLOR_FORCE are honoured
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: Colour,
}

/// When messages are coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    /// On a terminal.
    Auto,
    /// Also into a pipe.
    Always,
    /// Not at all.
    Never,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Start a dossier: a commented `annalist.toml` and a folder for documents
    ///
    /// Nothing that exists is changed, so it is safe to run in any folder and to run twice.
    #[command(after_help = "Example:\n  annalist init my-dossier\n\nDocumentation: docs/commands.md#init")]
    Init(Init),
    /// Build the website
    ///
    /// The site is made beside the old one and exchanged with it in one step: a build that fails
    /// leaves the old site as it was. Files in the output folder that Annalist did not write are kept.
    #[command(
        after_help = "Examples:\n  annalist build\n  annalist build -o public --base-url https://example.org/dossier/\n\n\
                            Documentation: docs/commands.md#build"
    )]
    Build(Build),
    /// Show the website in a browser, and reload it when a file changes
    ///
    /// The site is built in memory; the output folder is not touched. Seeds, settings, authority,
    /// overrides, vocabulary, templates and static files are watched. A build that fails says why in
    /// the page and keeps the last good site.
    #[command(after_help = "Examples:\n  annalist serve --open\n  annalist serve --port 8000 --drafts\n\n\
                            Documentation: docs/commands.md#serve")]
    Serve(Serve),
    /// Build without writing, and report what is odd in the documents
    #[command(after_help = "Examples:\n  annalist check\n  annalist check --level error --json\n\n\
                            Documentation: docs/commands.md#check")]
    Check(Check),
    /// Write the annotations of single documents as JSON lines
    ///
    /// One object per document goes to standard output, in the order of the input. Memory does not
    /// grow with the input.
    #[command(after_help = "Examples:\n  annalist extract seeds/ > annotations.jsonl\n  \
                            annalist extract --date 2013-03-22 letter.txt\n  \
                            annalist extract --stdin-jsonl < documents.jsonl\n\n\
                            Documentation: docs/commands.md#extract")]
    Extract(Extract),
    /// List actors that may be one, with the lines that decide it
    ///
    /// Each pair stands with what speaks for it and a sentence of each, as comments, and with the
    /// lines for `overrides.toml` that make them one. Nothing is written.
    #[command(after_help = "Examples:\n  annalist names\n  annalist names --json > candidates.jsonl\n\n\
                            Documentation: docs/commands.md#names")]
    Names(Names),
    /// Print the version
    #[command(after_help = "Example:\n  annalist version\n\nDocumentation: docs/commands.md#version")]
    Version,
    /// Write the completion script of a shell
    #[command(
        after_help = "Example:\n  annalist completions bash > ~/.local/share/bash-completion/completions/annalist\n\n\
                            Documentation: docs/commands.md#completions"
    )]
    Completions(Completions),
}

#[derive(Debug, Args)]
pub(super) struct Init {
    /// Folder of the new dossier
    #[arg(value_name = "DIR", default_value = ".")]
    pub folder: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct Build {
    /// Folder to build into [default: `output` of the settings, or `site`]
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Where the site will stand; feeds and the sitemap need it
    #[arg(short = 'u', long, value_name = "URL", value_parser = web_address)]
    pub base_url: Option<String>,
    /// Build drafts as well
    #[arg(long)]
    pub drafts: bool,
    /// Exit with 1 where a warning or an error was found; the site is built all the same
    #[arg(long)]
    pub strict: bool,
    /// Threads; 0 is one for each core
    #[arg(short, long, value_name = "N", default_value_t = 0)]
    pub jobs: usize,
    /// Read every document again, whatever was remembered
    #[arg(long)]
    pub no_cache: bool,
}

#[derive(Debug, Args)]
pub(super) struct Serve {
    /// Port [default: 4747, or the next that is free]; 0 is any that is free
    #[arg(short, long, value_name = "N")]
    pub port: Option<u16>,
    /// Address to listen at; 0.0.0.0 lets other machines read the preview
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub host: String,
    /// Open the site in the browser
    #[arg(long)]
    pub open: bool,
    /// Show drafts as well
    #[arg(long)]
    pub drafts: bool,
    /// Look at the files every second, where the system does not tell of changes
    #[arg(long)]
    pub poll: bool,
    /// Threads; 0 is one for each core
    #[arg(short, long, value_name = "N", default_value_t = 0)]
    pub jobs: usize,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    /// Report findings of this level and above, and exit with 1 where there is one
    #[arg(long, value_name = "LEVEL", default_value = "warning")]
    pub level: LevelWord,
    /// Write one JSON object per finding to standard output
    #[arg(long)]
    pub json: bool,
    /// Threads; 0 is one for each core
    #[arg(short, long, value_name = "N", default_value_t = 0)]
    pub jobs: usize,
}

/// The word for a [`Level`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum LevelWord {
    /// Worth knowing.
    Info,
    /// A reader may miss something.
    Warning,
    /// A document, or a part of one, is not in the site.
    Error,
}

impl From<LevelWord> for Level {
    fn from(word: LevelWord) -> Level {
        match word {
            LevelWord::Info => Level::Info,
            LevelWord::Warning => Level::Warning,
            LevelWord::Error => Level::Error,
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct Extract {
    /// Files, or folders of files
    #[arg(value_name = "PATH", required_unless_present = "stdin_jsonl", conflicts_with = "stdin_jsonl")]
    pub paths: Vec<PathBuf>,
    /// Read lines of {"id": "…", "text": "…", "date": "2013-03-22"} from standard input
    #[arg(long)]
    pub stdin_jsonl: bool,
    /// The date of documents that do not say their own, as EDTF (2013-03-22, 2013-03, 2013)
    #[arg(long, value_name = "EDTF", value_parser = |words: &str| words.parse::<Edtf>().map_err(|error| error.to_string()))]
    pub date: Option<Edtf>,
    /// Threads; 0 is one for each core
    #[arg(short, long, value_name = "N", default_value_t = 0)]
    pub jobs: usize,
}

#[derive(Debug, Args)]
pub(super) struct Names {
    /// Write one JSON object per pair
    #[arg(long)]
    pub json: bool,
    /// Threads; 0 is one for each core
    #[arg(short, long, value_name = "N", default_value_t = 0)]
    pub jobs: usize,
}

#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell
    pub shell: Shell,
}

/// A web address with a slash at its end.
fn web_address(words: &str) -> Result<String, &'static str> {
    if !["https://", "http://"].iter().any(|scheme| words.len() > scheme.len() && words.starts_with(scheme)) {
        return Err("write it as `https://example.org/dossier/`");
    }
    Ok(format!("{}/", words.trim_end_matches('/')))
}

#[cfg(test)]
mod tests;
