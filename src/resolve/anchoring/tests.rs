//! What every anchoring keeps, whatever the words.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::*;
use crate::model::{Anchor, Direction, EventStatus, Season, TemporalType, Unit};
use crate::text::Span;

fn mention(meaning: Meaning) -> TemporalMention {
    TemporalMention {
        span: Span::new(0, 1),
        kind: TemporalType::Date,
        meaning,
        clock: None,
        modifier: None,
        weekday: None,
        opens_stretch: false,
        role: crate::model::DateRole::When,
        tense: Direction::Open,
        status: EventStatus::Happened,
    }
}

fn anchored_to(meanings: &[Meaning], date: Option<Edtf>) -> Vec<Temporal> {
    let mentions: Vec<TemporalMention> = meanings.iter().copied().map(mention).collect();
    let mut found = Vec::new();
    in_story(&mentions, date, Weekday::Monday, &mut found);
    found
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0..400_000u64)
        .prop_filter_map("a day", |days| NaiveDate::from_ymd_opt(1000, 1, 1)?.checked_add_days(Days::new(days)))
}

fn direction() -> impl Strategy<Value = Direction> {
    prop_oneof![Just(Direction::Past), Just(Direction::Future), Just(Direction::Open)]
}

fn meaning() -> impl Strategy<Value = Meaning> {
    let unit = prop_oneof![
        Just(Unit::Day),
        Just(Unit::Week),
        Just(Unit::Month),
        Just(Unit::Quarter),
        Just(Unit::Year),
        Just(Unit::Decade),
    ];
    let anchor = prop_oneof![Just(Anchor::Document), Just(Anchor::Reference), Just(Anchor::Story)];
    let part = prop_oneof![
        (1..=12u32, 1..=28u32).prop_map(|(month, day)| Part::Month { month, day: Some(day) }),
        (1..=12u32).prop_map(|month| Part::Month { month, day: None }),
        (1..=4u32).prop_map(Part::Quarter),
        Just(Part::Season(Season::Winter)),
        Just(Part::Weekend),
        (1..=31u32).prop_map(Part::DayOfMonth),
    ];
    let frame = prop_oneof![
        direction().prop_map(Frame::Nearest),
        (-1..=1).prop_map(|count| Frame::Step { count, from: Anchor::Document })
    ];
    prop_oneof![
        (part, frame).prop_map(|(part, frame)| Meaning::Part { part, frame }),
        (unit, -30..30, anchor, direction()).prop_map(|(unit, count, from, direction)| Meaning::Offset {
            unit,
            count: Some(count),
            direction,
            from
        }),
        day().prop_map(|day| Meaning::Absolute(Point::Day(day))),
    ]
}

proptest! {
    /// The first day a value may mean is not behind the last one.
    #[test]
    fn earliest_is_not_behind_latest(meanings in prop::collection::vec(meaning(), 1..6), day in day()) {
        for temporal in anchored_to(&meanings, Some(Edtf::day(day))) {
            if let Some(edtf) = temporal.edtf {
                prop_assert!(edtf.earliest() <= edtf.latest(), "{edtf}");
                prop_assert_eq!(edtf.to_string().parse::<Edtf>().ok(), Some(edtf));
            }
        }
    }

    /// What is known against an uncertain date holds what would be known against each end of it.
    #[test]
    fn an_uncertain_story_gives_nothing_finer(meaning in meaning(), day in day(), more in 1..60u64) {
        let last = day.checked_add_days(Days::new(more)).expect("a day");
        let wide = anchored_to(&[meaning], Some(Edtf::one_of(day, last)));
        for end in [day, last] {
            let exact = anchored_to(&[meaning], Some(Edtf::day(end)));
            if let (Some(wide), Some(exact)) = (wide[0].edtf, exact[0].edtf) {
                prop_assert!(wide.contains(exact), "{meaning:?}: {wide} does not hold {exact}");
            }
        }
    }

    /// A weekday against a day is within a week of it, on the side the verb says.
    #[test]
    fn a_weekday_is_near(number in 0..7usize, day in day(), direction in direction()) {
        let weekday = Weekday::ALL[number];
        let meaning = Meaning::Part { part: Part::Weekday(weekday), frame: Frame::Nearest(direction) };
        let found = anchored_to(&[meaning], Some(Edtf::day(day)));
        let on = found[0].edtf.and_then(Edtf::as_day).expect("a day");
        prop_assert_eq!(Weekday::on(on), weekday);
        let days = (on - day).num_days();
        match direction {
            Direction::Future => prop_assert!((0..7).contains(&days)),
            _ => prop_assert!((-6..=0).contains(&days)),
        }
    }
}

#[test]
fn two_days_later_keeps_its_link_where_no_day_is_known() {
    let sunday = Meaning::Part { part: Part::Weekday(Weekday::Sunday), frame: Frame::Nearest(Direction::Past) };
    let later =
        Meaning::Offset { unit: Unit::Day, count: Some(2), direction: Direction::Future, from: Anchor::Reference };
    let found = anchored_to(&[sunday, later], None);
    assert_eq!((found[1].edtf, found[1].counted_from), (None, Some(0)));
}
