//! Quotations and reported statements: who speaks, and the words by the year they were said in.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Serialize;

use super::head::{Head, Indexing, base_of, finish};
use super::index::{QuotationPart, part_of};
use super::links::{CountedLinkView, LinkView};
use super::moment::{self, MomentView};
use super::parts::QuotationView;
use super::site::Site;
use crate::model::{Dossier, Edtf, Page, Quotation, QuotationKind, SaidOn, paths};
use crate::text::compare::fold;
use crate::text::words::{WordMap, table};

const TEMPLATE: &str = "quotations.html";

/// The first page of many statements shows so many of the latest.
const LATEST: usize = 20;

/// Which statements a page lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Telling {
    /// Words in quotation marks.
    Quoted,
    /// Indirect speech.
    Reported,
}

#[derive(Debug, Serialize)]
struct QuotationsView {
    title: String,
    /// `quoted` or `reported`.
    telling: &'static str,
    total: usize,
    /// The page of the other statements; on the first page only.
    other: Option<CountedLinkView>,
    /// Who is quoted, A to Z; on the first page only.
    speakers: Vec<SpeakerView>,
    /// Links to the years, on this page or on their own.
    years: Vec<CountedLinkView>,
    /// The latest statements of dated texts, where each year has its own page.
    latest: Vec<QuotationView>,
    /// The years on this page.
    parts: Vec<PartView>,
    up: Option<LinkView>,
}

#[derive(Debug, Serialize)]
struct SpeakerView {
    link: LinkView,
    role: Option<String>,
    quotations: usize,
}

#[derive(Debug, Serialize)]
struct PartView {
    anchor: String,
    label: String,
    quotations: Vec<QuotationView>,
}

impl Telling {
    fn list(self, dossier: &Dossier) -> &[Quotation] {
        match self {
            Self::Quoted => &dossier.quotations,
            Self::Reported => &dossier.reported,
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Quoted => "Quotations",
            Self::Reported => "Reported statements",
        }
    }

    fn path(self) -> &'static str {
        match self {
            Self::Quoted => paths::QUOTATIONS,
            Self::Reported => paths::REPORTED,
        }
    }

    fn part_path(self, key: &str) -> String {
        match self {
            Self::Quoted => paths::quotations_page(key),
            Self::Reported => paths::reported_page(key),
        }
    }

    fn other(self) -> Self {
        match self {
            Self::Quoted => Self::Reported,
            Self::Reported => Self::Quoted,
        }
    }

    fn parts<'s>(self, site: &'s Site) -> &'s [QuotationPart] {
        match self {
            Self::Quoted => &site.index.quotations,
            Self::Reported => &site.index.reported,
        }
    }

    /// The statements of each actor.
    pub(super) fn of_actors<'s>(self, site: &'s Site) -> &'s [Vec<usize>] {
        match self {
            Self::Quoted => &site.index.actor_quotations,
            Self::Reported => &site.index.actor_reported,
        }
    }

    fn anchor_of_actor(self) -> &'static str {
        match self {
            Self::Quoted => "quotations",
            Self::Reported => "reported",
        }
    }
}

/// The statements and fragments that may be quoted, by the year they were said in or, where no text
/// tells it, that of their text; then those whose year is not certain, then those of undated texts.
pub(super) fn parts(dossier: &Dossier, telling: Telling) -> Vec<QuotationPart> {
    let list = telling.list(dossier);
    let mut parts: BTreeMap<(u8, i32, String), QuotationPart> = BTreeMap::new();
    let tells = |number: &usize| {
        let quotation = &list[*number];
        let shows = dossier.documents[quotation.evidence.document].display().shows_words();
        quotation.kind != QuotationKind::Term && shows
    };
    for number in (0..list.len()).filter(tells) {
        let (rank, year, key, label) = place(&list[number]);
        let part = parts.entry((rank, year, key.clone()));
        part.or_insert_with(|| QuotationPart { key, label, quotations: Vec::new() }).quotations.push(number);
    }
    let mut parts: Vec<QuotationPart> = parts.into_values().collect();
    for part in &mut parts {
        // within a year by day, then as the documents have them
        part.quotations.sort_by_key(|&number| (day(&list[number]), number));
    }
    parts
}

/// Rank of the part, year, key and heading.
fn place(quotation: &Quotation) -> (u8, i32, String, String) {
    let Some(date) = date(quotation) else {
        return (2, 0, "undated".to_owned(), "Texts without a date".to_owned());
    };
    match part_of(date).filter(|(year, ..)| is_within(date, *year)) {
        Some((year, key, label)) => (0, year, key, label),
        None => (1, 0, "uncertain".to_owned(), "Year not certain".to_owned()),
    }
}

/// The year it stands under; `None` for those whose year is not certain or not known.
pub(super) fn year(quotation: &Quotation) -> Option<i32> {
    match place(quotation) {
        (0, year, ..) => Some(year),
        _ => None,
    }
}

/// When it was said, or else the date of its text.
fn date(quotation: &Quotation) -> Option<Edtf> {
    match &quotation.said_on {
        Some(SaidOn::Told(when)) => when.edtf.or(quotation.reported),
        _ => quotation.reported,
    }
}

fn day(quotation: &Quotation) -> Option<NaiveDate> {
    date(quotation).and_then(|date| date.earliest().or(date.latest()))
}

/// True where every day that a date may mean lies in a year.
fn is_within(date: Edtf, year: i32) -> bool {
    Edtf::date(crate::model::DateValue::Year(year)).contains(date)
}

/// Who speaks, and the statements themselves where they are few.
pub(super) fn page(site: &Site, telling: Telling) -> Page {
    let parts = telling.parts(site);
    let is_split = site.index.are_split(parts);
    let path = telling.path();
    let base = base_of(path);
    let year = |part: &QuotationPart| {
        let href =
            if is_split { format!("{base}{}", telling.part_path(&part.key)) } else { format!("#{}", anchor(part)) };
        CountedLinkView { link: LinkView { text: part.label.clone(), href }, count: part.quotations.len() }
    };
    let view = QuotationsView {
        title: telling.title().to_owned(),
        telling: telling_word(telling),
        total: count(parts),
        other: Some(switch(site, telling.other(), &base)),
        speakers: speakers(site, telling, &base),
        years: parts.iter().map(year).collect(),
        latest: if is_split { latest(site, telling, &base) } else { Vec::new() },
        parts: if is_split {
            Vec::new()
        } else {
            parts.iter().map(|part| part_view(site, telling, part, &base)).collect()
        },
        up: None,
    };
    finish(site, head(path.to_owned(), telling.title()), view)
}

/// The statements of a year, where there are many.
pub(super) fn part_page(site: &Site, telling: Telling, number: usize) -> Page {
    let part = &telling.parts(site)[number];
    let path = telling.part_path(&part.key);
    let base = base_of(&path);
    let title = format!("{}: {}", telling.title(), part.label);
    let view = QuotationsView {
        title: title.clone(),
        telling: telling_word(telling),
        total: part.quotations.len(),
        other: None,
        speakers: Vec::new(),
        years: Vec::new(),
        latest: Vec::new(),
        parts: vec![part_view(site, telling, part, &base)],
        up: Some(LinkView { text: telling.title().to_owned(), href: format!("{base}{}", telling.path()) }),
    };
    finish(site, head(path, &title), view)
}

fn telling_word(telling: Telling) -> &'static str {
    match telling {
        Telling::Quoted => "quoted",
        Telling::Reported => "reported",
    }
}

fn count(parts: &[QuotationPart]) -> usize {
    parts.iter().map(|part| part.quotations.len()).sum()
}

fn switch(site: &Site, telling: Telling, base: &str) -> CountedLinkView {
    let link = LinkView { text: telling.title().to_owned(), href: format!("{base}{}", telling.path()) };
    CountedLinkView { link, count: count(telling.parts(site)) }
}

fn head(path: String, title: &str) -> Head {
    Head { path, template: TEMPLATE, title: title.to_owned(), indexing: Indexing::Site }
}

fn anchor(part: &QuotationPart) -> String {
    format!("y{}", part.key)
}

/// The latest statements of dated texts, latest first.
fn latest(site: &Site, telling: Telling, base: &str) -> Vec<QuotationView> {
    let list = telling.list(site.dossier);
    let mut dated: Vec<(NaiveDate, usize)> = Vec::new();
    for &number in telling.parts(site).iter().flat_map(|part| &part.quotations) {
        let is_whole = list[number].kind != QuotationKind::Fragment;
        let certain = date(&list[number]).and_then(Edtf::as_day).filter(|_| is_whole);
        dated.extend(certain.map(|day| (day, number)));
    }
    dated.sort_by_key(|&(day, number)| (std::cmp::Reverse(day), number));
    let views = dated.into_iter().filter_map(|(_, number)| site.statement_view(&list[number], base));
    views.take(LATEST).collect()
}

fn part_view(site: &Site, telling: Telling, part: &QuotationPart, base: &str) -> PartView {
    let list = telling.list(site.dossier);
    PartView {
        anchor: anchor(part),
        label: part.label.clone(),
        quotations: part.quotations.iter().filter_map(|&number| site.statement_view(&list[number], base)).collect(),
    }
}

/// Actors with statements, by the key they are sorted by.
fn speakers(site: &Site, telling: Telling, base: &str) -> Vec<SpeakerView> {
    let actors = &site.dossier.actors;
    let said = telling.of_actors(site);
    let speaks = |actor: &usize| site.has_page(*actor) && !said[*actor].is_empty();
    let mut keyed: Vec<(String, usize)> =
        (0..actors.len()).filter(speaks).map(|actor| (fold(&actors[actor].sort_name), actor)).collect();
    keyed.sort();
    let view = |(_, actor): (String, usize)| {
        let page = site.actor_link(actor, base);
        let href = format!("{}#{}", page.href, telling.anchor_of_actor());
        SpeakerView {
            link: LinkView { text: actors[actor].sort_name.clone(), href },
            role: site.role_line(actor),
            quotations: said[actor].len(),
        }
    };
    keyed.into_iter().map(view).collect()
}

/// When it was said, for a row; the date of its text beside it only where that says more.
pub(super) fn said(quotation: &Quotation) -> (Option<MomentView>, Option<MomentView>) {
    let reported = quotation.reported.map(moment::plain);
    match &quotation.said_on {
        Some(SaidOn::Told(when)) => (Some(moment::of_event(when)), reported),
        Some(SaidOn::Until(edtf)) => {
            let says_more = quotation.reported.is_some_and(|date| date.as_day().is_none());
            (Some(moment::plain(*edtf)), reported.filter(|_| says_more))
        }
        None => (None, reported),
    }
}

/// The marks that pages put around words of a language.
pub(super) fn marks(language: Option<&str>) -> (&'static str, &'static str) {
    let tag = language.unwrap_or(ENGLISH);
    let code = tag.split(['-', '_']).next().unwrap_or(tag);
    MARKS.get(code).or_else(|| MARKS.get(ENGLISH)).copied().unwrap_or(("“", "”"))
}

const ENGLISH: &str = "en";

static MARKS: LazyLock<WordMap<(&'static str, &'static str)>> = LazyLock::new(|| {
    let rows = table(include_str!("data/quotation-marks.txt"));
    WordMap::new(rows.filter_map(|(language, marks)| Some((language, marks.split_once(' ')?))))
});

/// The words as a row shows them: the comma before `she said` belongs to the sentence around them.
pub(super) fn without_comma(words: &str) -> &str {
    words.trim_end().trim_end_matches([',', '，', '、'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_shown_in_the_marks_of_their_language() {
        for (language, expected) in [(Some("de-CH"), ("„", "“")), (Some("ja"), ("「", "」")), (None, ("“", "”"))]
        {
            assert_eq!(marks(language), expected, "{language:?}");
        }
        assert_eq!(without_comma("We will mend the nets,"), "We will mend the nets");
        assert_eq!(without_comma("We will."), "We will.");
    }

    #[test]
    fn a_date_over_two_years_stands_under_neither() {
        let mut quotation = crate::model::samples::dossier().quotations.remove(0);
        quotation.said_on = None;
        for (date, expected) in [
            (Some("2010-05-04"), "2010"),
            (Some("[2009-04-20..2010-03-01]"), "uncertain"),
            (Some("[..2010-03-01]"), "uncertain"),
            (Some("2010?"), "2010"),
            (None, "undated"),
        ] {
            quotation.reported = date.map(|date| date.parse().unwrap());
            assert_eq!(place(&quotation).2, expected, "{date:?}");
        }
    }
}
