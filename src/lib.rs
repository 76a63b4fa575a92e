//! Annalist turns a folder of raw documents into a dossier: a static website with a page per
//! document, a timeline, a page per actor, and the evidence for every fact.
//!
//! ```text
//!         ingest        segment       extract           resolve         page         render        output
//!  seeds/ ──────▶ Corpus ──────▶ Zones ──────▶ Annotations ──────▶ Dossier ──────▶ Pages ──────▶ files ──────▶ Sink
//! ```
//!
//! A stage is a function from one noun of [`model`] to the next; [`pipeline`] knows their order.

pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod error;
pub mod export;
pub mod extract;
pub mod ingest;
pub mod language;
pub mod model;
pub mod output;
pub mod page;
pub mod pipeline;
pub mod render;
pub mod resolve;
pub mod search;
pub mod segment;
pub mod serve;
pub mod text;
