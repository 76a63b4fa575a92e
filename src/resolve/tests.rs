//! Resolution of small corpora, end to end.
