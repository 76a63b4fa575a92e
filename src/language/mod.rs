//! The reader's language: what pages say apart from what documents say, as Fluent messages.
//!
//! `locales/<language>/*.ftl` are compiled in; a dossier's own `phrases.ftl` stands before them, message by
//! message, and may hold a language that the program does not have. What neither has is said in English.
//! Syntax: Project Fluent 1.0. Room `page/` and the templates (`t(id="…")`) ask; `resolve/` only names
//! messages ([`crate::model::Phrase`]), so that its reasons can be told in any language.

mod dates;
mod phrases;

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::parser::ParserError;
use include_dir::{Dir, include_dir};
use unic_langid::{CharacterDirection, LanguageIdentifier};

static LOCALES: Dir = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// The language of the messages that every other falls back to.
pub const FALLBACK: &str = "en";

/// The first place where a text is not Fluent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// From 1.
    pub line: usize,
    /// What the reader of the syntax says.
    pub message: String,
}

type Bundle = FluentBundle<FluentResource>;

/// The messages of one language. Share one between threads.
///
/// ```
/// use annalist::language::Phrasebook;
/// let korean = Phrasebook::new("ko", None).unwrap();
/// assert_eq!((korean.tag(), korean.direction()), ("ko", "ltr"));
/// assert_eq!(Phrasebook::english().count("count-events", 1), "1 event");
/// // A language without messages is not pretended to.
/// assert_eq!(Phrasebook::new("tlh", None).unwrap().tag(), "en");
/// ```
pub struct Phrasebook {
    tag: String,
    direction: &'static str,
    own: Option<Bundle>,
    fallback: Option<&'static Phrasebook>,
}

impl std::fmt::Debug for Phrasebook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Phrasebook").field("tag", &self.tag).finish_non_exhaustive()
    }
}

impl Phrasebook {
    /// The messages for pages in `language`, a BCP 47 tag; `own` is the text of the dossier's
    /// `phrases.ftl`.
    ///
    /// # Errors
    /// `own` is not Fluent: its first mistake, with its line.
    pub fn new(language: &str, own: Option<&str>) -> Result<Self, Mistake> {
        let wanted: LanguageIdentifier = language.parse().unwrap_or_default();
        let folder = LOCALES.get_dir(wanted.language.as_str());
        if folder.is_none() && own.is_none() {
            return Ok(Self::fallen_back());
        }
        let mut bundle = empty(wanted.clone());
        for file in folder.into_iter().flat_map(Dir::files) {
            let text = file.contents_utf8().expect("a file of our own is UTF-8");
            let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(whole, _)| whole);
            bundle.add_resource_overriding(resource);
        }
        if let Some(own) = own {
            let resource = FluentResource::try_new(own.to_owned()).map_err(|(_, errors)| mistake(own, &errors))?;
            bundle.add_resource_overriding(resource);
        }
        Ok(Self {
            tag: language.to_owned(),
            direction: direction(language),
            own: Some(bundle),
            fallback: Some(Self::english()),
        })
    }

    /// The messages the program was written with.
    pub fn english() -> &'static Self {
        static ENGLISH: OnceLock<Phrasebook> = OnceLock::new();
        ENGLISH.get_or_init(|| {
            let mut bundle = empty(FALLBACK.parse().expect("a tag of our own is well formed"));
            for file in LOCALES.get_dir(FALLBACK).into_iter().flat_map(Dir::files) {
                let text = file.contents_utf8().expect("a file of our own is UTF-8");
                let resource = FluentResource::try_new(text.to_owned());
                let resource = resource.unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.path().display()));
                bundle.add_resource(resource).unwrap_or_else(|errors| panic!("{}: {errors:?}", file.path().display()));
            }
            Self { tag: FALLBACK.to_owned(), direction: "ltr", own: Some(bundle), fallback: None }
        })
    }

    fn fallen_back() -> Self {
        Self { tag: FALLBACK.to_owned(), direction: "ltr", own: None, fallback: Some(Self::english()) }
    }

    /// The language that the messages are in, for `lang`.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// `ltr` or `rtl`, for `dir`.
    pub fn direction(&self) -> &'static str {
        self.direction
    }

    /// A message without variables.
    pub fn say(&self, id: &str) -> String {
        self.format(id, None)
    }

    /// A message that counts: its variable is `n`.
    pub fn count(&self, id: &str, n: usize) -> String {
        self.with(id, &[("n", n.into())])
    }

    /// A message with its variables.
    pub fn with(&self, id: &str, variables: &[(&str, FluentValue<'_>)]) -> String {
        let args: FluentArgs = variables.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.format(id, Some(&args))
    }

    /// True where some language of this book has the message.
    pub fn has(&self, id: &str) -> bool {
        self.own.as_ref().is_some_and(|bundle| bundle.has_message(id)) || self.fallback.is_some_and(|book| book.has(id))
    }

    /// The message in the first language that has it whole; its id where none has.
    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> String {
        self.own
            .as_ref()
            .and_then(|bundle| formatted(bundle, id, args))
            .or_else(|| self.fallback.map(|book| book.format(id, args)))
            .unwrap_or_else(|| {
                debug_assert!(self.has(id), "there is no message `{id}`");
                id.to_owned()
            })
    }
}

fn mistake(text: &str, errors: &[ParserError]) -> Mistake {
    let first = errors.first();
    let before = first.and_then(|error| text.get(..error.pos.start)).unwrap_or_default();
    Mistake { line: before.matches('\n').count() + 1, message: first.map(ToString::to_string).unwrap_or_default() }
}

fn formatted(bundle: &Bundle, id: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
    let pattern = bundle.get_message(id)?.value()?;
    let mut errors: Vec<FluentError> = Vec::new();
    let words = bundle.format_pattern(pattern, args, &mut errors);
    errors.is_empty().then(|| words.into_owned())
}

fn empty(language: LanguageIdentifier) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![language]);
    // Pages isolate what comes from documents with `<bdi>`; the marks would also reach titles and feeds.
    bundle.set_use_isolating(false);
    bundle.add_builtins().expect("a new bundle has no functions yet");
    bundle
}

/// The direction a language is written in, `ltr` where it is not known.
///
/// ```
/// assert_eq!(annalist::language::direction("ar-EG"), "rtl");
/// assert_eq!(annalist::language::direction("ja"), "ltr");
/// ```
pub fn direction(language: &str) -> &'static str {
    let language: LanguageIdentifier = language.parse().unwrap_or_default();
    if language.character_direction() == CharacterDirection::RTL { "rtl" } else { "ltr" }
}

#[cfg(test)]
mod tests;
