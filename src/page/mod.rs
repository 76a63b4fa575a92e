//! `Dossier` → pages: one file per page kind, each with its view and the name of its template.
//!
//! A view is plain values: no HTML in a string, and every link already relative to its page. What
//! the values look like on a screen is left to `render/` and the templates.

mod about;
mod actor;
mod actors;
mod agreement;
mod agreements;
mod calendar;
mod conflicts;
mod corrections;
mod decided;
mod description;
mod document;
mod head;
mod home;
mod index;
mod key_dates;
mod linked;
mod links;
mod main_actors;
mod missing;
mod moment;
mod moved;
mod paragraphs;
mod parts;
mod pieces;
mod quotations;
mod reading;
mod reasons;
mod records;
mod rows;
mod search;
mod site;
mod sources;
mod terms;
mod timeline;

#[cfg(test)]
mod tests;

pub use index::Index;
pub use site::{PageKind, Site};
pub use terms::Terms;
