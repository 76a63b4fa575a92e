//! Days and months the text names without their year. Alone they say nothing of the year of writing;
//! between bounds that other reasons set they narrow it.
//!
//! The windows are habits of news writing, tuned on the articles of TimeBank, AQUAINT, MEANTIME and
//! four topics of Timeline17 (2,600 texts).

use chrono::{Datelike, Days, Months, NaiveDate};

use super::absolute::{self, Dated};
use super::constraint::{Bounds, Constraint};
use super::cues;
use super::story::StoryClues;
use crate::model::{
    Anchor, DateReason, DateValue, Direction, Frame, Ground, Meaning, Part, Phrase, PhraseValue, Point,
    TemporalMention, Unit,
};

/// The newest day without its year that is past was at most so many days ago (in 92 of 100 texts).
pub const PAST_DAYS: u64 = 150;
/// Every one was at most so many days ago.
const OLDEST_DAYS: u64 = 300;
/// A day without its year that is to come is at most so many days off (in 94 of 100).
const FUTURE_DAYS: u64 = 120;
/// The newest month without its year that is past was at most so many months ago (in 95 of 100 texts).
const PAST_MONTHS: u32 = 10;
/// A month without its year that is to come is at most so many months off.
const FUTURE_MONTHS: u32 = 10;
/// In a longer stretch, in days, they would only cut its ends.
const WIDEST: i64 = 800;
/// So many weekdays beside days without their year: the text tells of these weeks.
const WEEKDAYS: usize = 3;

/// A day or month without its year, and its side.
#[derive(Debug, Clone, Copy)]
struct Named<'d> {
    mention: &'d TemporalMention,
    month: u32,
    day: Option<u32>,
    side: Direction,
    /// True for `on May 3`, which is hardly ever the day of writing itself.
    is_other_day: bool,
}

/// Days from a first to a last one, both held.
type Stretch = (NaiveDate, NaiveDate);

/// Narrows the bounds by the days and months that the text names without a year.
pub fn narrow(bounds: &mut Bounds, story: &StoryClues<'_>) {
    let named = named(story);
    if bounds.is_contradicted || named.is_empty() {
        return;
    }
    if let Some(constraint) = same_month(&named, story) {
        bounds.narrow(&constraint);
    }
    let Some((first, last)) = bounds.earliest.zip(bounds.latest) else { return };
    if (last - first).num_days() > WIDEST {
        return;
    }
    let years = (first.year() - 1)..=(last.year() + 1);
    let mut days = Possible { stretches: vec![(first, last)] };
    let rules = named
        .iter()
        .map(|one| (reason(one), windows(one, &years)))
        .chain(newest(&named, &years))
        .chain(this_month(&named, story, &years))
        .chain(these_weeks(&named, story, &years));
    for (reason, windows) in rules {
        days.keep(bounds, &windows, reason);
    }
}

fn named<'d>(story: &StoryClues<'d>) -> Vec<Named<'d>> {
    let of = |mention: &'d TemporalMention| match mention.meaning {
        Meaning::Part { part: Part::Month { month, day }, frame: Frame::Nearest(said) } => {
            let side = if said == Direction::Open { mention.tense } else { said };
            let before = story.before(mention.span);
            let is_other_day = cues::is_on(before);
            let is_sided = match side {
                _ if mention.clock.is_some() => false,
                Direction::Open => false,
                Direction::Past => !cues::is_deadline(before),
                Direction::Future => is_other_day || cues::is_deadline(before),
            };
            is_sided.then_some(Named { mention, month, day, side, is_other_day })
        }
        _ => None,
    };
    story.temporal.iter().filter_map(|mention| of(mention)).collect()
}

/// The days that are still possible, as sorted stretches.
struct Possible {
    stretches: Vec<Stretch>,
}

impl Possible {
    /// Keeps the days that lie in a window, and narrows the bounds to them.
    fn keep(&mut self, bounds: &mut Bounds, windows: &[Stretch], reason: DateReason) {
        let overlap = |one: &Stretch, other: &Stretch| {
            let both = (one.0.max(other.0), one.1.min(other.1));
            (both.0 <= both.1).then_some(both)
        };
        let mut kept: Vec<Stretch> = self
            .stretches
            .iter()
            .flat_map(|stretch| windows.iter().filter_map(|window| overlap(stretch, window)).collect::<Vec<_>>())
            .collect();
        kept.sort_unstable();
        let (Some(first), Some(last)) = (kept.first().map(|one| one.0), kept.iter().map(|one| one.1).max()) else {
            return;
        };
        self.stretches = kept;
        bounds.narrow(&Constraint {
            earliest: Some(first),
            latest: Some(last),
            ground: reason.ground,
            words: reason.words,
            evidence: reason.evidence,
        });
    }
}

fn reason(named: &Named<'_>) -> DateReason {
    let id = match named.side {
        Direction::Future => "why-near-future",
        _ => "why-recent-past",
    };
    let words = Phrase::new(id).with("date", PhraseValue::Month(named.month, named.day));
    DateReason { words, evidence: Some(named.mention.span), ground: Ground::Habit }
}

/// When texts that name this day or month so are written, for each year it may be of.
fn windows(named: &Named<'_>, years: &std::ops::RangeInclusive<i32>) -> Vec<Stretch> {
    years.clone().filter_map(|year| window(named, year)).collect()
}

fn window(named: &Named<'_>, year: i32) -> Option<Stretch> {
    match (named.day, named.side) {
        (Some(day), Direction::Past) => {
            let day = NaiveDate::from_ymd_opt(year, named.month, day)?;
            let first = if named.is_other_day { day.succ_opt()? } else { day };
            Some((first, day.checked_add_days(Days::new(OLDEST_DAYS))?))
        }
        (Some(day), _) => {
            let day = NaiveDate::from_ymd_opt(year, named.month, day)?;
            let last = if named.is_other_day { day.pred_opt()? } else { day };
            Some((day.checked_sub_days(Days::new(FUTURE_DAYS))?, last))
        }
        (None, Direction::Past) => {
            let month = DateValue::Month(year, named.month);
            Some((month.latest().succ_opt()?, last_of(month.earliest(), 11)?))
        }
        (None, _) => {
            let month = DateValue::Month(year, named.month);
            Some((month.earliest().checked_sub_months(Months::new(FUTURE_MONTHS))?, month.latest()))
        }
    }
}

/// The text is not long after the newest day or month that it tells as past: after any of them.
fn newest(named: &[Named<'_>], years: &std::ops::RangeInclusive<i32>) -> Option<(DateReason, Vec<Stretch>)> {
    let past = || named.iter().filter(|one| one.side == Direction::Past);
    let first = past().next()?;
    let window = |year: i32, one: &Named<'_>| match one.day {
        Some(day) => {
            let day = NaiveDate::from_ymd_opt(year, one.month, day)?;
            Some((day, day.checked_add_days(Days::new(PAST_DAYS))?))
        }
        None => {
            let month = DateValue::Month(year, one.month).earliest();
            Some((month, last_of(month, PAST_MONTHS)?))
        }
    };
    let windows = years.clone().flat_map(|year| past().filter_map(move |one| window(year, one))).collect();
    let words = Phrase::new("why-newest-open").with("days", PAST_DAYS as u32).with("months", PAST_MONTHS);
    Some((DateReason { words, evidence: Some(first.mention.span), ground: Ground::Habit }, windows))
}

/// The last day of the month so many months behind the one that begins on `first`.
fn last_of(first: NaiveDate, months: u32) -> Option<NaiveDate> {
    first.checked_add_months(Months::new(months + 1))?.pred_opt()
}

/// `earlier this month` beside days of one month: the text is of that month.
fn this_month(
    named: &[Named<'_>],
    story: &StoryClues<'_>,
    years: &std::ops::RangeInclusive<i32>,
) -> Option<(DateReason, Vec<Stretch>)> {
    let is_this_month = |mention: &&&TemporalMention| {
        matches!(mention.meaning, Meaning::Offset { unit: Unit::Month, count: Some(0), from: Anchor::Document, .. })
    };
    let said = story.temporal.iter().find(is_this_month)?;
    let month = the_only(named.iter().map(|one| one.month))?;
    named.iter().find(|one| one.day.is_some() && one.side == Direction::Past)?;
    let words = Phrase::new("why-this-month").with("month", PhraseValue::Month(month, None));
    let reason = DateReason { words, evidence: Some(said.span), ground: Ground::Habit };
    let whole = |year| (DateValue::Month(year, month).earliest(), DateValue::Month(year, month).latest());
    Some((reason, years.clone().map(whole).collect()))
}

/// Two days without their year and several weekdays: the text is of the month of such a day, or of
/// the next one.
fn these_weeks(
    named: &[Named<'_>],
    story: &StoryClues<'_>,
    years: &std::ops::RangeInclusive<i32>,
) -> Option<(DateReason, Vec<Stretch>)> {
    let past = || named.iter().filter(|one| one.side == Direction::Past).filter_map(|one| Some((one.month, one.day?)));
    let is_weekday = |mention: &&&TemporalMention| {
        matches!(mention.meaning, Meaning::Part { part: Part::Weekday(_), frame: Frame::Nearest(_) })
    };
    let is_dense = the_only(past()).is_none() && story.temporal.iter().filter(is_weekday).count() >= WEEKDAYS;
    let first = named.iter().find(|one| one.side == Direction::Past && one.day.is_some()).filter(|_| is_dense)?;
    let window = |year: i32, (month, day): (u32, u32)| {
        let day = NaiveDate::from_ymd_opt(year, month, day)?;
        let next = DateValue::Month(year, month).latest().succ_opt()?;
        Some((day, DateValue::Month(next.year(), next.month()).latest()))
    };
    let windows = years.clone().flat_map(|year| past().filter_map(move |day| window(year, day))).collect();
    let words = Phrase::new("why-these-weeks");
    let reason = DateReason { words, evidence: Some(first.mention.span), ground: Ground::Habit };
    Some((reason, windows))
}

/// The one value of all; `None` where there are none or several.
fn the_only<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|other| other == first).then_some(first)
}

/// The newest day with its year, and its month or day again without: it was within the last twelve
/// months.
fn same_month(named: &[Named<'_>], story: &StoryClues<'_>) -> Option<Constraint> {
    let dated = absolute::dated(story);
    let past = dated.iter().filter(|dated| dated.side == Direction::Past);
    let newest: &Dated<'_> = past.max_by_key(|dated| dated.from.edtf().latest())?;
    let Point::Day(day) = newest.from else { return None };
    let is_caption = story.is_in_caption(newest.mention.span);
    let is_again = |one: &&Named<'_>| {
        one.side == Direction::Past
            && one.month == day.month()
            && (one.day == Some(day.day()) || (one.day.is_none() && is_caption))
    };
    let again = named.iter().find(is_again)?;
    Some(Constraint {
        earliest: None,
        latest: day.checked_add_months(Months::new(12)),
        ground: Ground::Habit,
        words: Phrase::new("why-again").with("date", Point::Month(day.year(), day.month()).edtf()),
        evidence: Some(again.mention.span),
    })
}
