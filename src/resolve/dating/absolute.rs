//! Dates the text gives with their year: told as past they were before the day of writing, told as
//! still to come they are after it.

use chrono::{Datelike, Months, NaiveDate};

use super::constraint::Constraint;
use super::cues;
use super::story::StoryClues;
use crate::model::{Direction, Edtf, EventStatus, Ground, Meaning, Phrase, Point, Qualifier, TemporalMention, Unit};

/// A stamp of a clock stands so close to its day, in bytes.
const STAMP: usize = 8;
/// The years that news texts are of.
const YEARS: std::ops::RangeInclusive<i32> = 1700..=2099;

/// A date with its year, and on which side of the day of writing it lies.
#[derive(Debug, Clone, Copy)]
pub struct Dated<'d> {
    /// The expression.
    pub mention: &'d TemporalMention,
    /// The date.
    pub from: Point,
    /// Its side.
    pub side: Direction,
}

/// What the dates with a year say of the day of writing.
pub fn constraints(story: &StoryClues<'_>) -> Vec<Constraint> {
    let dated = dated(story);
    let mut constraints: Vec<Constraint> = dated.iter().flat_map(|dated| bounds(dated, story)).collect();
    constraints.extend(record(&dated, story));
    constraints.extend(near(&dated, story));
    constraints
}

/// `in the summer of 2021, months before the launch`: what the text tells is near the newest date it
/// gives, and so is the text.
fn near(dated: &[Dated<'_>], story: &StoryClues<'_>) -> Option<Constraint> {
    let past = dated.iter().filter(|dated| dated.side == Direction::Past);
    let newest = past.max_by_key(|dated| dated.from.edtf().latest())?;
    let last = newest.from.edtf().latest()?;
    let is_finer = !matches!(newest.from, Point::Year(_) | Point::Decade(_) | Point::Century(_));
    (is_finer && cues::tells_near(story.behind(newest.mention.span))).then_some(())?;
    Some(Constraint {
        earliest: None,
        latest: last.checked_add_months(Months::new(12)),
        ground: Ground::Habit,
        words: Phrase::new("why-near").with("date", plain(newest.from)),
        evidence: Some(newest.mention.span),
    })
}

/// The dates with a year that lie on a side, in the order of the text.
pub fn dated<'d>(story: &StoryClues<'d>) -> Vec<Dated<'d>> {
    let mentions = story.temporal.iter().filter_map(|&mention| {
        let Meaning::Absolute(from) = mention.meaning else { return None };
        let is_evidence = !is_stamp(mention, story) && !cues::is_amended(story.before(mention.span));
        is_evidence.then(|| Dated { mention, from, side: side(mention, from, story) })
    });
    mentions.filter(|dated| dated.side != Direction::Open).collect()
}

/// `14:05 on 29 May 2009`: the stamp of a comment or of a running report, which may be later than
/// the rest of the text.
fn is_stamp(mention: &TemporalMention, story: &StoryClues<'_>) -> bool {
    let (before, behind) = story.around(mention.span);
    let is_near = |other: &&TemporalMention| {
        let gap = other.span.start.max(mention.span.start) - other.span.end.min(mention.span.end);
        other.clock.is_some() && gap <= STAMP
    };
    let is_of_post = cues::is_of_post(story.before(mention.span));
    is_of_post || mention.clock.is_some() || before.last().is_some_and(is_near) || behind.first().is_some_and(is_near)
}

/// On which side of the day of writing a date lies; open where the words do not tell. Tense alone is
/// not enough: `required to sell by 1994` and `could become worse than the spill in 1989` are told by
/// the word in front.
fn side(mention: &TemporalMention, from: Point, story: &StoryClues<'_>) -> Direction {
    let before = story.before(mention.span);
    let is_day = from.unit() == Unit::Day;
    let is_deadline = cues::is_deadline(before);
    let is_year = from.unit() == Unit::Year;
    let names_thing = is_year && (!cues::is_in(before) || cues::is_counted(before, story.behind(mention.span)));
    match (mention.tense, mention.status) {
        (_, EventStatus::Negated) => Direction::Open,
        _ if !is_plausible(from) => Direction::Open,
        _ if cues::is_since(before) => Direction::Past,
        (Direction::Past, EventStatus::Planned) => Direction::Open,
        (Direction::Past, _) if is_deadline || names_thing => Direction::Open,
        (Direction::Future, EventStatus::Planned) if cues::is_limit(before) || (is_day && cues::is_on(before)) => {
            Direction::Future
        }
        (Direction::Future, _) => Direction::Open,
        (Direction::Open, _) if is_day && story.is_in_caption(mention.span) => Direction::Past,
        (side, _) => side,
    }
}

/// A number far from the years that news is of is a clock (`2153 GMT`) or a count.
fn is_plausible(from: Point) -> bool {
    from.edtf().earliest().is_some_and(|day| YEARS.contains(&day.year()))
}

/// A date without doubt, for a sentence.
fn plain(point: Point) -> Edtf {
    point.edtf().qualified(Qualifier::None)
}

fn bounds(dated: &Dated<'_>, story: &StoryClues<'_>) -> Vec<Constraint> {
    let from = dated.from;
    let whole = from.edtf();
    let constraint = |earliest, latest, ground, id| Constraint {
        earliest,
        latest,
        ground,
        words: Phrase::new(id).with("date", plain(from)),
        evidence: Some(dated.mention.span),
    };
    if dated.side == Direction::Future {
        return vec![constraint(None, whole.latest(), Ground::Logic, "why-future")];
    }
    let told = vec![constraint(whole.earliest(), None, Ground::Logic, "why-past")];
    let before = story.before(dated.mention.span);
    let name = match from {
        // captions have both (`on Thursday, June 16, 2022`), of the day of writing, too
        Point::Day(_) if cues::is_on(before) && dated.mention.weekday.is_none() => "why-day-named",
        Point::Month(..) | Point::Season(..) if cues::is_in(before) => "why-time-named",
        _ => return told,
    };
    let Some(next) = whole.latest().and_then(|day| day.succ_opt()) else { return told };
    [told, vec![constraint(Some(next), None, Ground::Habit, name)]].concat()
}

/// A record of the newest year told: the text is of the year that follows.
fn record(dated: &[Dated<'_>], story: &StoryClues<'_>) -> Option<Constraint> {
    let past = || dated.iter().filter(|dated| dated.side == Direction::Past);
    let newest = past().filter_map(|dated| dated.from.edtf().latest()).max()?.year();
    let told = past().find(|dated| {
        let is_year = dated.from == Point::Year(newest);
        is_year && cues::tells_record(story.sentence(dated.mention.span).of(story.text))
    })?;
    let year = newest.checked_add(1)?;
    Some(Constraint {
        earliest: NaiveDate::from_ymd_opt(year, 1, 1),
        latest: NaiveDate::from_ymd_opt(year, 12, 31),
        ground: Ground::Habit,
        words: Phrase::new("why-record").with("year", plain(Point::Year(newest))),
        evidence: Some(told.mention.span),
    })
}
