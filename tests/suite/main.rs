//! End to end: the program is run as a user runs it, on folders made for the test.

#![allow(clippy::unwrap_used)] // a test that unwraps nothing it should have is a test that failed

mod authority;
mod budgets;
mod commands;
mod corrections;
mod dossier;
mod editors;
mod encodings;
mod extracts;
mod golden;
mod languages;
mod names;
mod odd_files;
mod preview;
mod rebuilds;
mod refusals;
mod same_bytes;
mod search;
mod secrets;
mod serve;
