//! `feed.xml`: an Atom feed (RFC 4287) with an entry per dated document, latest first.

use atom_syndication::{Entry, Feed, FixedDateTime, Generator, Link, Person, Text};
use chrono::{Datelike, NaiveDate, NaiveTime};

use crate::config::Settings;
use crate::model::page::displayable;
use crate::model::{DateBasis, Dossier, DossierDocument, OutputFile, paths};

/// The feed; `None` where the settings do not say where the site will stand.
///
/// Every time is the document's own day at midnight UTC: the clock is not read. Documents that ask
/// search engines to stay away, and withheld ones, are not in it; nor are days BC, for which RFC 3339
/// has no form, and days that are only concluded.
pub(super) fn feed(dossier: &Dossier, settings: &Settings) -> Option<OutputFile> {
    let base = settings.base_url.as_deref()?;
    let mut dated: Vec<(NaiveDate, &DossierDocument)> = dossier
        .documents
        .iter()
        .filter(|document| document.is_listed() && document.date.basis != DateBasis::Inferred)
        .filter_map(|document| Some((document.date.edtf?.earliest()?, document)))
        .filter(|(day, _)| day.year() >= 1)
        .collect();
    dated.sort_by(|(one, first), (other, second)| other.cmp(one).then_with(|| first.id.cmp(&second.id)));
    let updated = dated.first().map_or(NaiveDate::default(), |(day, _)| *day);
    let feed = Feed {
        title: plain(&settings.title),
        subtitle: (!settings.description.is_empty()).then(|| plain(&settings.description)),
        id: base.to_owned(),
        updated: midnight(updated),
        authors: vec![person(&settings.title)],
        generator: Some(Generator { value: "Annalist".to_owned(), ..Generator::default() }),
        links: vec![link(&format!("{base}{}", paths::FEED), "self"), link(base, "alternate")],
        entries: dated.into_iter().map(|(day, document)| entry(base, day, document)).collect(),
        ..Feed::default()
    };
    Some(OutputFile { path: paths::FEED.to_owned(), bytes: bytes(&feed) })
}

fn entry(base: &str, day: NaiveDate, document: &DossierDocument) -> Entry {
    let page = format!("{base}{}", paths::document_page(&document.id));
    Entry {
        title: plain(&document.title().words),
        id: page.clone(),
        updated: midnight(day),
        published: Some(midnight(day)),
        authors: document.authors.iter().map(|name| person(name)).collect(),
        links: vec![link(&page, "alternate")],
        ..Entry::default()
    }
}

pub(super) fn bytes(feed: &Feed) -> Vec<u8> {
    format!("{}\n", feed.to_string()).into_bytes()
}

pub(super) fn midnight(day: NaiveDate) -> FixedDateTime {
    day.and_time(NaiveTime::MIN).and_utc().fixed_offset()
}

pub(super) fn plain(words: &str) -> Text {
    Text::plain(displayable(words).into_owned())
}

pub(super) fn person(name: &str) -> Person {
    Person { name: displayable(name).into_owned(), ..Person::default() }
}

pub(super) fn link(href: &str, rel: &str) -> Link {
    Link { href: href.to_owned(), rel: rel.to_owned(), ..Link::default() }
}
