//! Settings and the user's knowledge: `annalist.toml`, `authority/*.toml`, `overrides.toml`; and the
//! general authority file that ships.
//!
//! Reads files only where the caller says; knows nothing of documents.

mod authority;
mod overrides;
mod settings;
pub mod toml_file;

pub use authority::{behind, known_authority, read_authority, read_authority_folder, shipped_actors};
pub use overrides::{read_overrides, read_overrides_file};
pub use settings::{FILE_NAME, Settings, find_settings, read_settings};
