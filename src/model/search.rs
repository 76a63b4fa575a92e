//! What a reader can search for: [`SearchRecord`]s, one for each thing that has a place in the site,
//! and the [`KeyWord`]s of the index that is printed.

/// What a record is. The order is that of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SearchKind {
    /// An actor with a page.
    Actor,
    /// An agreement.
    Agreement,
    /// A story of a document.
    Document,
    /// An event.
    Event,
    /// A quotation.
    Quotation,
}

impl SearchKind {
    /// Every kind, in order.
    pub const ALL: [Self; 5] = [Self::Actor, Self::Agreement, Self::Document, Self::Event, Self::Quotation];

    /// The word of the index and of the search form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Agreement => "agreement",
            Self::Document => "document",
            Self::Event => "event",
            Self::Quotation => "quotation",
        }
    }
}

/// A thing of the site with the words that the site shows of it, and no others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchRecord {
    /// What it is.
    pub kind: SearchKind,
    /// The year it is sorted and filtered by, where it has one.
    pub year: Option<i32>,
    /// Its name; empty where its words are all there is.
    pub title: String,
    /// Its address below the site folder, with an anchor where it has one of its own.
    pub href: String,
    /// What stands under the name: a publisher, a speaker, a role.
    pub note: String,
    /// Its date in words.
    pub when: String,
    /// The language in force, a BCP 47 tag.
    pub language: Option<String>,
    /// Its date as machines write it (`2023-08-18`), so that it is found in that form; may be empty.
    pub iso: String,
    /// How many documents name it: of actors, who are weighed by it; 0 for others.
    pub documents: usize,
    /// Its words in order.
    pub passages: Vec<Passage>,
}

/// A paragraph, or all the words of a thing that has no paragraphs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The anchor on the record's page; empty where the record's own address is all there is.
    pub anchor: String,
    /// The words, tidied.
    pub text: String,
}

/// A word that texts are about, for the index from A to Z.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyWord {
    /// The word as most texts write it, in lower case.
    pub word: String,
    /// How many texts have it.
    pub texts: usize,
    /// Title and address of the first places, one for each text.
    pub places: Vec<(String, String)>,
}
