//! Text as it came: spans, lines, tokens, sentences, comparison forms and slugs.
//!
//! Everything here works on any text and knows nothing of dossiers. Offsets are half-open **byte**
//! ranges into one document's text, the only coordinate system of the program.

pub mod compare;
pub mod endings;
pub mod lexicon;
pub mod lines;
pub mod mask;
pub mod sentences;
pub mod slug;
pub mod span;
pub mod stems;
pub mod tokens;
pub mod words;

pub use lines::LineIndex;
pub use mask::Mask;
pub use span::Span;
pub use tokens::{Token, TokenKind};
