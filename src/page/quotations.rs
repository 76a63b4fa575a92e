//! Quotations and reported statements: who speaks, and the words by the year they were said in.

mod plan;

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Serialize;

use super::calendar::Part;
use super::head::{Head, Indexing, base_of, finish};
use super::links::{CountedLinkView, LinkView};
use super::moment::MomentView;
use super::parts::QuotationView;
use super::site::Site;
use super::timeline::{YearView, by_year, year_view};
use crate::language::Phrasebook;
use crate::model::{Dossier, Edtf, Page, Quotation, QuotationKind, SaidOn, paths};
use crate::text::compare::fold;
use crate::text::words::{WordMap, table};
pub(super) use plan::{QuotationPlan, date, year};

const TEMPLATE: &str = "quotations.html";

/// The first page of many statements shows so many of the latest.
const LATEST: usize = 20;

/// So many speakers are listed.
const MOST_SPEAKERS: usize = 300;

/// Which statements a page lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Telling {
    /// Words in quotation marks.
    Quoted,
    /// Indirect speech.
    Reported,
}

#[derive(Debug, Default, Serialize)]
struct QuotationsView {
    title: String,
    /// `quoted` or `reported`.
    telling: &'static str,
    total: usize,
    /// The page of the other statements; on the first page only.
    other: Option<CountedLinkView>,
    /// Who is quoted, A to Z; on the first page only.
    speakers: Vec<SpeakerView>,
    /// How many more there are, and where all actors are listed.
    more_speakers: usize,
    actors: String,
    /// Links to the years, on this page or on their own.
    years: Vec<YearView>,
    /// The latest statements of dated texts, where each year has its own page.
    latest: Vec<QuotationView>,
    /// The years on this page.
    parts: Vec<PartView>,
    up: Option<LinkView>,
    previous: Option<LinkView>,
    next: Option<LinkView>,
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

    fn title(self, phrases: &Phrasebook) -> String {
        phrases.say(match self {
            Self::Quoted => "quotations",
            Self::Reported => "reported-statements",
        })
    }

    /// The title of a part: a year, a month.
    fn part_title(self, phrases: &Phrasebook, part: String) -> String {
        let id = match self {
            Self::Quoted => "quotations-in",
            Self::Reported => "reported-in",
        };
        phrases.with(id, &[("what", part.into())])
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

    fn plan<'s>(self, site: &'s Site) -> &'s QuotationPlan {
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

/// Who speaks, and the statements themselves where they are few.
pub(super) fn page(site: &Site, telling: Telling) -> Page {
    let plan = telling.plan(site);
    let path = telling.path();
    let base = base_of(path);
    let title = telling.title(site.phrases);
    let page = |part: &Part| plan.is_split.then(|| format!("{base}{}", telling.part_path(&part.key())));
    let (speakers, more_speakers) = speakers(site, telling, &base);
    let here = if plan.is_split { &[] } else { plan.parts.as_slice() };
    let view = QuotationsView {
        title: title.clone(),
        telling: telling_word(telling),
        total: plan.count(),
        other: Some(switch(site, telling.other(), &base)),
        speakers,
        more_speakers,
        actors: format!("{base}{}", paths::ACTORS),
        years: by_year(&plan.parts).map(|parts| year_view(site, parts, page)).collect(),
        latest: if plan.is_split { latest(site, telling, &base) } else { Vec::new() },
        parts: here.iter().map(|part| part_view(site, telling, part, &base)).collect(),
        ..QuotationsView::default()
    };
    finish(site, head(path.to_owned(), title), view)
}

/// A part of the statements, where there are many.
pub(super) fn part_page(site: &Site, telling: Telling, number: usize) -> Page {
    let parts = &telling.plan(site).parts;
    let part = &parts[number];
    let path = telling.part_path(&part.key());
    let base = base_of(&path);
    let title = telling.part_title(site.phrases, part.label(site.phrases));
    let up = LinkView { text: telling.title(site.phrases), href: format!("{base}{}", telling.path()) };
    let link = |number: usize| {
        let part = parts.get(number)?;
        let href = format!("{base}{}", telling.part_path(&part.key()));
        Some(LinkView { text: part.label(site.phrases), href })
    };
    let view = QuotationsView {
        title: title.clone(),
        telling: telling_word(telling),
        total: part.rows.len(),
        parts: vec![part_view(site, telling, part, &base)],
        up: Some(up),
        previous: number.checked_sub(1).and_then(link),
        next: link(number + 1),
        ..QuotationsView::default()
    };
    finish(site, head(path, title), view)
}

fn telling_word(telling: Telling) -> &'static str {
    match telling {
        Telling::Quoted => "quoted",
        Telling::Reported => "reported",
    }
}

fn switch(site: &Site, telling: Telling, base: &str) -> CountedLinkView {
    let link = LinkView { text: telling.title(site.phrases), href: format!("{base}{}", telling.path()) };
    CountedLinkView { link, count: telling.plan(site).count() }
}

fn head(path: String, title: String) -> Head {
    Head { path, template: TEMPLATE, title, indexing: Indexing::Site }
}

/// The latest statements of dated texts, latest first.
fn latest(site: &Site, telling: Telling, base: &str) -> Vec<QuotationView> {
    let list = telling.list(site.dossier);
    let mut dated: Vec<(NaiveDate, usize)> = Vec::new();
    for number in telling.plan(site).rows() {
        let is_whole = list[number].kind != QuotationKind::Fragment;
        let certain = date(&list[number]).and_then(Edtf::as_day).filter(|_| is_whole);
        dated.extend(certain.map(|day| (day, number)));
    }
    dated.sort_by_key(|&(day, number)| (std::cmp::Reverse(day), number));
    let views = dated.into_iter().filter_map(|(_, number)| site.statement_view(&list[number], base));
    once_per_text(views.take(LATEST))
}

/// The rows, of which those that follow one from the same text do not name it again.
fn once_per_text(rows: impl Iterator<Item = QuotationView>) -> Vec<QuotationView> {
    let mut before = String::new();
    let row = |mut row: QuotationView| {
        let text = format!("{}\n{}", row.source.href.split('#').next().unwrap_or_default(), row.source.title);
        row.again = std::mem::replace(&mut before, text.clone()) == text;
        row
    };
    rows.map(row).collect()
}

fn part_view(site: &Site, telling: Telling, part: &Part, base: &str) -> PartView {
    let list = telling.list(site.dossier);
    PartView {
        anchor: format!("y{}", part.key()),
        label: part.label(site.phrases),
        quotations: once_per_text(part.rows.iter().filter_map(|&number| site.statement_view(&list[number], base))),
    }
}

/// Actors with statements, by the key they are sorted by: those who have most, and how many more there are.
fn speakers(site: &Site, telling: Telling, base: &str) -> (Vec<SpeakerView>, usize) {
    let actors = &site.dossier.actors;
    let said = telling.of_actors(site);
    let speaks = |actor: &usize| site.has_page(*actor) && !said[*actor].is_empty();
    let mut most: Vec<usize> = (0..actors.len()).filter(speaks).collect();
    most.sort_by_key(|&actor| (std::cmp::Reverse(said[actor].len()), actor));
    let more = most.len().saturating_sub(MOST_SPEAKERS);
    most.truncate(MOST_SPEAKERS);
    let mut keyed: Vec<(String, usize)> =
        most.into_iter().map(|actor| (fold(&actors[actor].sort_name), actor)).collect();
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
    (keyed.into_iter().map(view).collect(), more)
}

/// When it was said, where the text tells it, and the date of the text. That date is a bound of the former and no more:
/// what a text quotes can be old, so a row does not lead with it.
pub(super) fn said(site: &Site, quotation: &Quotation) -> (Option<MomentView>, Option<MomentView>) {
    let (document, story) = site.story_of(&quotation.evidence);
    let stories = &site.dossier.documents[document].stories;
    let date =
        stories.get(story).filter(|_| quotation.reported.is_some()).map(|story| site.document_moment(&story.date));
    let reported = date.or_else(|| quotation.reported.map(|edtf| site.day(edtf)));
    match &quotation.said_on {
        Some(SaidOn::Told(when)) => (Some(site.event_moment(when)), reported),
        Some(SaidOn::Until(_)) | None => (None, reported),
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

/// The marks for words that may bring some of their own: none around words that begin with one.
pub(super) fn marks_around(words: &str, language: Option<&str>) -> (&'static str, &'static str) {
    let has_own = MARKS.values().any(|(open, _)| words.starts_with(open)) || words.starts_with(['"', '\'']);
    if has_own { ("", "") } else { marks(language) }
}

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
        assert_eq!(marks_around("“We will,” she said.", Some("en")), ("", ""));
        assert_eq!(marks_around("She said “no”.", Some("fr")).0, marks(Some("fr")).0);
        assert_eq!(without_comma("We will mend the nets,"), "We will mend the nets");
        assert_eq!(without_comma("We will."), "We will.");
    }
}
