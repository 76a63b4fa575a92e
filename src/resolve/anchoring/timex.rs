//! TIMEX3 values of anchored expressions.

use crate::model::{Amount, Clock, DayPart, Direction, Meaning, Part, Point, TemporalMention, Unit};

/// The value of an expression whose calendar value is `known`, or of what it leaves open.
pub fn value(mention: &TemporalMention, known: Option<Point>) -> String {
    let is_repeated = matches!(mention.meaning, Meaning::Set { unit: Unit::Day, .. }) && mention.clock.is_some();
    let date = match known {
        None if is_repeated => open_unit(Unit::Day).to_owned(),
        Some(point) => point.timex(),
        None => open_value(&mention.meaning),
    };
    match mention.clock {
        Some(clock) => date + &time(clock),
        None => date,
    }
}

fn time(clock: Clock) -> String {
    match clock {
        Clock::Part(part) => format!("T{}", day_part(part)),
        Clock::Time { hour, minute, second, zone } => {
            let second = second.map_or(String::new(), |second| format!(":{second:02}"));
            format!("T{hour:02}:{:02}{second}{}", minute.unwrap_or(0), zone.map_or(String::new(), zone_words))
        }
    }
}

/// TIMEX3 values are local times; only universal time is marked.
fn zone_words(minutes: i32) -> String {
    if minutes == 0 { "Z".to_owned() } else { String::new() }
}

fn day_part(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "MO",
        DayPart::Midday => "MI",
        DayPart::Afternoon => "AF",
        DayPart::Evening => "EV",
        DayPart::Night => "NI",
        DayPart::Daytime => "DT",
    }
}

/// The value of what has no known date.
fn open_value(meaning: &Meaning) -> String {
    match meaning {
        Meaning::Absolute(point) => point.timex(),
        Meaning::Part { part, .. } | Meaning::Repeated(part) => open_part(*part),
        Meaning::Offset { count: None, direction: Direction::Past, .. } | Meaning::Vague(Direction::Past) => {
            "PAST_REF".to_owned()
        }
        Meaning::Offset { count: None, direction: Direction::Future, .. } | Meaning::Vague(Direction::Future) => {
            "FUTURE_REF".to_owned()
        }
        Meaning::Offset { unit, .. } => open_unit(*unit).to_owned(),
        Meaning::Duration { unit, amount } | Meaning::Set { unit, amount } => period(*unit, *amount),
        Meaning::Vague(Direction::Open) => "PRESENT_REF".to_owned(),
    }
}

fn open_unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Day => "XXXX-XX-XX",
        Unit::Week => "XXXX-WXX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Half => "XXXX-HX",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
        Unit::Second | Unit::Minute | Unit::Hour => "XXXX-XX-XXTXX",
        _ => "XXXX",
    }
}

fn open_part(part: Part) -> String {
    match part {
        Part::Month { month, day: Some(day) } => format!("XXXX-{month:02}-{day:02}"),
        Part::Month { month, day: None } => format!("XXXX-{month:02}"),
        Part::DayOfMonth(day) => format!("XXXX-XX-{day:02}"),
        Part::Season(season) => format!("XXXX-{}", season.timex()),
        Part::Quarter(quarter) => format!("XXXX-Q{quarter}"),
        Part::Half(half) => format!("XXXX-H{half}"),
        Part::Weekday(day) => format!("XXXX-WXX-{}", day.number()),
        Part::Weekend => "XXXX-WXX-WE".to_owned(),
        Part::Holiday(_) => "XXXX-XX-XX".to_owned(),
        Part::YearOfCentury(year) => format!("XX{year:02}"),
    }
}

fn period(unit: Unit, amount: Option<Amount>) -> String {
    let count = amount.map_or_else(|| "X".to_owned(), amount_words);
    match unit {
        Unit::Second => format!("PT{count}S"),
        Unit::Minute => format!("PT{count}M"),
        Unit::Hour => format!("PT{count}H"),
        Unit::Day => format!("P{count}D"),
        Unit::Weekend => format!("P{count}WE"),
        Unit::Week => format!("P{count}W"),
        Unit::Month => format!("P{count}M"),
        Unit::Quarter => format!("P{count}Q"),
        Unit::Half => {
            format!("P{}M", amount.map_or_else(|| "X".to_owned(), |Amount(half)| amount_words(Amount(half * 6))))
        }
        Unit::Year => format!("P{count}Y"),
        Unit::Decade => match amount.and_then(Amount::as_whole) {
            Some(decades) => format!("P{}Y", decades * 10),
            None => "PXY".to_owned(),
        },
        Unit::Century => match amount.and_then(Amount::as_whole) {
            Some(centuries) => format!("P{}Y", centuries * 100),
            None => "PXY".to_owned(),
        },
        Unit::Period => "PXX".to_owned(),
    }
}

/// `2`, `2.5`.
fn amount_words(amount: Amount) -> String {
    match amount.as_whole() {
        Some(whole) => whole.to_string(),
        None => format!("{}", amount.0 as f64 / 1000.0),
    }
}
