//! Settings and the user's knowledge: `annalist.toml`, `authority/*.toml`, `overrides.toml`; and the
//! general authority file that ships.
//!
//! Reads files only where the caller says; knows nothing of documents.

mod authority;
mod budget;
mod corrections;
mod overrides;
mod settings;
pub mod toml_file;
mod vocabulary;

pub use authority::{
    behind, is_state, known_authority, read_authority, read_authority_folder, shipped_actors, shipped_agreements,
};
pub use budget::Budget;
pub use corrections::{read_corrections, read_corrections_file};
pub use overrides::{read_overrides, read_overrides_file};
pub use settings::{FILE_NAME, Settings, find_settings, read_settings};
pub use vocabulary::read_vocabulary_folder;
