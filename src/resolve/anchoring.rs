//! Anchoring: what an expression means against the date of its story.
//!
//! Never finer than the anchor allows: against a month, `yesterday` means no day.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::model::{
    Basis, DateValue, Direction, DocumentDate, Edtf, EdtfDate, Meaning, Part, Qualifier, Story, Temporal,
    TemporalMention, TemporalType, Unit, Weekday,
};

/// The years that are counted with; EDTF level 1 writes them with four digits.
const YEARS: std::ops::RangeInclusive<i32> = 1..=9998;

/// The expressions of a document, each anchored to the date of the story it stands in.
pub fn anchor(mentions: Vec<TemporalMention>, stories: &[Story], dates: &[DocumentDate]) -> Vec<Temporal> {
    let date_at = |offset: usize| {
        let at = stories.partition_point(|story| story.span.end <= offset);
        let number = if stories.get(at).is_some_and(|story| story.span.holds(offset)) { at } else { 0 };
        dates.get(number).and_then(|date| date.edtf)
    };
    mentions.into_iter().map(|mention| anchored(date_at(mention.span.start), mention)).collect()
}

fn anchored(date: Option<Edtf>, mention: TemporalMention) -> Temporal {
    let (edtf, basis) = calendar(&mention.meaning, date);
    let weekday = match mention.meaning {
        Meaning::Weekday { day, .. } if edtf.is_none() => Some(day),
        _ => None,
    };
    let value = match edtf.filter(|_| mention.kind == TemporalType::Date) {
        Some(edtf) => timex_value(&mention.meaning, edtf),
        None => open_value(&mention.meaning),
    };
    let TemporalMention { span, kind, meaning, status } = mention;
    Temporal { span, kind, meaning, status, value, edtf, weekday, basis }
}

/// The calendar value, where the words and the anchor give one.
fn calendar(meaning: &Meaning, date: Option<Edtf>) -> (Option<Edtf>, Basis) {
    if let Meaning::Absolute(edtf) = meaning {
        return (Some(*edtf), Basis::Stated);
    }
    let bounds = date.and_then(|date| Some((date.earliest()?, date.latest()?)));
    let Some((first, last)) = bounds else { return (None, Basis::Unknown) };
    let against = |day| against_day(meaning, day);
    let known = against(first).filter(|value| against(last) == Some(*value)).filter(|value| is_writable(*value));
    match (known, meaning) {
        (Some(edtf), Meaning::YearOpen { .. }) => (Some(edtf.qualified(Qualifier::Uncertain)), Basis::YearInferred),
        (Some(edtf), _) => (Some(edtf), Basis::Relative),
        (None, _) => (None, Basis::Unknown),
    }
}

/// True where both ends lie in years of four digits.
fn is_writable(edtf: Edtf) -> bool {
    [edtf.earliest(), edtf.latest()].into_iter().flatten().all(|day| YEARS.contains(&day.year()))
}

fn against_day(meaning: &Meaning, day: NaiveDate) -> Option<Edtf> {
    match meaning {
        Meaning::Absolute(edtf) => Some(*edtf),
        Meaning::YearOpen { part, direction } => in_year(*part, *direction, day),
        Meaning::InYear { part, years } => dated(*part, day.year().checked_add((*years)?)?),
        Meaning::Weekday { day: weekday, direction } => weekday_near(*weekday, *direction, day).map(Edtf::day),
        Meaning::Offset { unit, count } => shifted(*unit, *count, day),
        Meaning::Duration { .. } | Meaning::Set { .. } | Meaning::Vague(_) => None,
    }
}

/// The year in which the part lies nearest to `day`, on the side that `direction` says.
fn in_year(part: Part, direction: Direction, day: NaiveDate) -> Option<Edtf> {
    let year = day.year();
    let candidates = [year - 1, year, year + 1].into_iter().filter_map(|year| dated(part, year));
    candidates
        .filter(|value| match direction {
            Direction::Past => value.earliest() <= Some(day),
            Direction::Future => value.latest() >= Some(day),
            Direction::Open => true,
        })
        .min_by_key(|value| distance(*value, day))
}

/// The part in a year; `None` outside the years that EDTF level 1 writes with four digits.
fn dated(part: Part, year: i32) -> Option<Edtf> {
    if !YEARS.contains(&year) {
        return None;
    }
    match part {
        Part::Month { month, day: Some(day) } => DateValue::day(year, month, day).map(Edtf::date),
        Part::Month { month, day: None } => Some(Edtf::date(DateValue::Month(year, month))),
        Part::Days { month, first, last } => {
            Some(Edtf::between(DateValue::day(year, month, first)?, DateValue::day(year, month, last)?))
        }
        Part::Season(season) => Some(Edtf::date(DateValue::Season(year, season))),
    }
}

/// Days from `day` to the nearest day of `value`; the earlier of two equal ones goes first.
fn distance(value: Edtf, day: NaiveDate) -> (i64, Option<NaiveDate>) {
    let before = value.earliest().map_or(0, |first| (first - day).num_days());
    let behind = value.latest().map_or(0, |last| (day - last).num_days());
    (before.max(behind).max(0), value.earliest())
}

/// The newspaper's weekday: the last one up to the day itself, or the next one from it for plans.
fn weekday_near(weekday: Weekday, direction: Direction, day: NaiveDate) -> Option<NaiveDate> {
    let here = i64::from(Weekday::on(day).number());
    let there = i64::from(weekday.number());
    match direction {
        Direction::Future => day.checked_add_days(Days::new((there - here).rem_euclid(7) as u64)),
        Direction::Past | Direction::Open => day.checked_sub_days(Days::new((here - there).rem_euclid(7) as u64)),
    }
}

fn shifted(unit: Unit, count: i32, day: NaiveDate) -> Option<Edtf> {
    let months = |number: i32| {
        let step = Months::new(number.unsigned_abs());
        if number < 0 { day.checked_sub_months(step) } else { day.checked_add_months(step) }
    };
    let days = |number: i64| day.checked_add_signed(chrono::TimeDelta::try_days(number)?);
    let value = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return None,
        Unit::Day => DateValue::Day(days(i64::from(count))?),
        Unit::Week => {
            let within = days(i64::from(count) * 7)?;
            let monday = within.checked_sub_days(Days::new(u64::from(Weekday::on(within).number()) - 1))?;
            return Some(Edtf::between(DateValue::Day(monday), DateValue::Day(monday.checked_add_days(Days::new(6))?)));
        }
        Unit::Month => months(count).map(|day| DateValue::Month(day.year(), day.month()))?,
        Unit::Quarter => return quarter(months(count.checked_mul(3)?)?),
        Unit::Year => DateValue::Year(day.year().checked_add(count).filter(|year| (0..=9998).contains(year))?),
        Unit::Decade => {
            DateValue::Decade((day.year() / 10).checked_add(count).filter(|decade| (0..=998).contains(decade))?)
        }
        Unit::Century => {
            DateValue::Century((day.year() / 100).checked_add(count).filter(|century| (0..=98).contains(century))?)
        }
    };
    Some(Edtf::date(value))
}

fn quarter(day: NaiveDate) -> Option<Edtf> {
    let first = day.month0() / 3 * 3 + 1;
    Some(Edtf::between(DateValue::Month(day.year(), first), DateValue::Month(day.year(), first + 2)))
}

/// The TIMEX3 value of a known date.
fn timex_value(meaning: &Meaning, edtf: Edtf) -> String {
    if let (Meaning::Offset { unit: Unit::Week, .. }, Some(monday)) = (meaning, edtf.earliest()) {
        let week = monday.iso_week();
        return format!("{:04}-W{:02}", week.year(), week.week());
    }
    match edtf {
        Edtf::Date(EdtfDate { value, .. }) => match value {
            DateValue::Season(year, season) => format!("{year:04}-{}", season.timex()),
            DateValue::Decade(decade) => format!("{decade:03}"),
            DateValue::Century(century) => format!("{century:02}"),
            other => other.to_string(),
        },
        interval @ (Edtf::Interval(..) | Edtf::OneOf(..)) => interval.qualified(Qualifier::None).to_string(),
    }
}

/// The TIMEX3 value of what has no known date.
fn open_value(meaning: &Meaning) -> String {
    match meaning {
        Meaning::Absolute(edtf) => edtf.to_string(),
        Meaning::YearOpen { part, .. } | Meaning::InYear { part, .. } => open_part(*part),
        Meaning::Weekday { day, .. } => format!("XXXX-WXX-{}", day.number()),
        Meaning::Offset { unit: Unit::Day, .. } => "XXXX-XX-XX".to_owned(),
        Meaning::Offset { unit: Unit::Week, .. } => "XXXX-WXX".to_owned(),
        Meaning::Offset { unit: Unit::Month, .. } => "XXXX-XX".to_owned(),
        Meaning::Offset { .. } => "XXXX".to_owned(),
        Meaning::Duration { unit, count } => format!("P{}", period(*unit, *count)),
        Meaning::Set { unit } => format!("P{}", period(*unit, Some(1))),
        Meaning::Vague(Direction::Past) => "PAST_REF".to_owned(),
        Meaning::Vague(Direction::Future) => "FUTURE_REF".to_owned(),
        Meaning::Vague(Direction::Open) => "PRESENT_REF".to_owned(),
    }
}

fn open_part(part: Part) -> String {
    match part {
        Part::Month { month, day: Some(day) } => format!("XXXX-{month:02}-{day:02}"),
        Part::Month { month, day: None } => format!("XXXX-{month:02}"),
        Part::Days { month, first, last } => format!("XXXX-{month:02}-{first:02}/XXXX-{month:02}-{last:02}"),
        Part::Season(season) => format!("XXXX-{}", season.timex()),
    }
}

fn period(unit: Unit, count: Option<u32>) -> String {
    let count = count.map_or_else(|| "X".to_owned(), |count| count.to_string());
    match unit {
        Unit::Second => format!("T{count}S"),
        Unit::Minute => format!("T{count}M"),
        Unit::Hour => format!("T{count}H"),
        Unit::Day => format!("{count}D"),
        Unit::Week => format!("{count}W"),
        Unit::Month => format!("{count}M"),
        Unit::Quarter => format!("{count}Q"),
        Unit::Year => format!("{count}Y"),
        Unit::Decade => format!("{count}DE"),
        Unit::Century => format!("{count}CE"),
    }
}
