//! [`enum@Error`]: what failed in the world. The previous site stays as it was.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

/// Everything that stops a run.
#[derive(Debug, Error)]
pub enum Error {
    /// The settings, authority or override files are wrong.
    #[error("{place}: {message}")]
    Settings {
        /// `annalist.toml:3:1`.
        place: String,
        /// What is wrong.
        message: String,
        /// What the user can do.
        hint: String,
    },
    /// The command line asks for something that cannot be.
    #[error("{message}")]
    Usage {
        /// What is wrong.
        message: String,
        /// What the user can do.
        hint: String,
    },
    /// A file or folder could not be read.
    #[error("cannot read {what} `{}`", path.display())]
    Read {
        /// `seeds`, `the settings`, ….
        what: &'static str,
        /// Which one.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file or folder could not be written.
    #[error("cannot write {what} `{}`", path.display())]
    Write {
        /// `the site`, `the cache`, ….
        what: &'static str,
        /// Which one.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The output folder is not ours to replace.
    #[error("will not build into `{}`: {reason}", path.display())]
    OutputRefused {
        /// The folder.
        path: PathBuf,
        /// Why not.
        reason: String,
        /// What the user can do.
        hint: String,
    },
    /// A template is wrong.
    #[error("the template `{name}` cannot be used\n{message}")]
    Template {
        /// Its name.
        name: String,
        /// The engine's report with file, line and column, and the names available.
        message: String,
    },
    /// The preview cannot have its address.
    #[error("cannot listen at {address}")]
    Listen {
        /// Host and port.
        address: String,
        /// Why.
        source: io::Error,
    },
    /// Changes of files cannot be noticed.
    #[error("cannot watch `{}` for changes", path.display())]
    Watch {
        /// Which file or folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Standard output was closed or failed.
    #[error("cannot write to standard output")]
    Output(#[source] io::Error),
}

impl Error {
    /// The documented exit code: 2 for usage and settings, 3 for the world.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Settings { .. } | Self::Usage { .. } | Self::OutputRefused { .. } => 2,
            Self::Read { .. } | Self::Write { .. } | Self::Template { .. } | Self::Output(_) => 3,
            Self::Listen { .. } | Self::Watch { .. } => 3,
        }
    }

    /// What the user can do, where there is something to say.
    pub fn hint(&self) -> Option<&str> {
        match self {
            Self::Settings { hint, .. } | Self::Usage { hint, .. } | Self::OutputRefused { hint, .. } => {
                (!hint.is_empty()).then_some(hint)
            }
            Self::Read { .. } => Some("check that it exists and that you may read it"),
            Self::Write { .. } => Some("check free space and permissions; the previous site is unchanged"),
            Self::Template { .. } => Some("the names a template may use are listed in docs/templates.md"),
            Self::Listen { .. } => Some("name another port with `--port`; 0 is any that is free"),
            Self::Watch { .. } => Some("`annalist serve --poll` looks at the files itself"),
            Self::Output(_) => None,
        }
    }
}
