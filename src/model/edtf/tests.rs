//! EDTF: parse and print are inverse, bounds are ordered, and words never say more than is known.

use proptest::prelude::*;

use super::*;
use crate::language::Phrasebook;

fn edtf(words: &str) -> Edtf {
    words.parse().expect("a valid EDTF string")
}

fn day(words: &str) -> NaiveDate {
    edtf(words).as_day().expect("a day")
}

#[test]
fn dates_print_and_bound_what_they_mean() {
    let table = [
        ("2023-08-18", "2023-08-18", "2023-08-18", "18 August 2023"),
        ("2023-08", "2023-08-01", "2023-08-31", "August 2023"),
        ("2024-02~", "2024-02-01", "2024-02-29", "about February 2024"),
        ("2023", "2023-01-01", "2023-12-31", "2023"),
        ("199X", "1990-01-01", "1999-12-31", "the 1990s"),
        ("000X", "0000-01-01", "0009-12-31", "the first decade AD"),
        ("007X", "0070-01-01", "0079-12-31", "the 70s AD"),
        ("19XX", "1900-01-01", "1999-12-31", "the 20th century"),
        ("20XX", "2000-01-01", "2099-12-31", "the 21st century"),
        ("00XX", "0000-01-01", "0099-12-31", "the 1st century AD"),
        ("2021-24", "2021-12-01", "2022-02-28", "winter 2021–22"),
        ("1999-24", "1999-12-01", "2000-02-29", "winter 1999 to 2000"),
        ("2023~", "2023-01-01", "2023-12-31", "about 2023"),
        ("2023-11?", "2023-11-01", "2023-11-30", "probably November 2023"),
        ("2023-12%", "2023-12-01", "2023-12-31", "possibly about December 2023"),
        ("2023-12?", "2023-12-01", "2023-12-31", "probably December 2023"),
        ("1910/1945", "1910-01-01", "1945-12-31", "1910 to 1945"),
    ];
    for (written, earliest, latest, words) in table {
        let date = edtf(written);
        assert_eq!(date.to_string(), written);
        assert_eq!(date.earliest().unwrap().to_string(), earliest, "{written}");
        assert_eq!(date.latest().unwrap().to_string(), latest, "{written}");
        assert_eq!(Phrasebook::english().date(date), words);
    }
}

#[test]
fn years_before_year_1_go_by_their_digits() {
    let table = [
        ("-0479", "-0479-01-01", "-0479-12-31", "480 BC"),
        ("0000", "0000-01-01", "0000-12-31", "1 BC"),
        ("0079", "0079-01-01", "0079-12-31", "AD 79"),
        ("-0479-08", "-0479-08-01", "-0479-08-31", "August 480 BC"),
        ("-0479-09-29?", "-0479-09-29", "-0479-09-29", "probably 29 September 480 BC"),
        ("-0479-24", "-0479-12-01", "-0478-02-28", "winter 480 BC to 479 BC"),
        ("0000-24", "0000-12-01", "0001-02-28", "winter 1 BC to AD 1"),
        ("0079-24", "0079-12-01", "0080-02-29", "winter AD 79–80"),
        ("-048X", "-0489-01-01", "-0480-12-31", "the 480s BC"),
        ("-000X", "-0009-01-01", "0000-12-31", "the first decade BC"),
        ("-04XX", "-0499-01-01", "-0400-12-31", "the 5th century BC"),
        ("-00XX", "-0099-01-01", "0000-12-31", "the 1st century BC"),
        ("-99XX", "-9999-01-01", "-9900-12-31", "the 100th century BC"),
        ("9999-24", "9999-12-01", "9999-12-31", "winter 9999 to 10000"),
        ("-0026/0476", "-0026-01-01", "0476-12-31", "27 BC to AD 476"),
    ];
    for (written, earliest, latest, words) in table {
        let date = edtf(written);
        assert_eq!(date.to_string(), written);
        assert_eq!(date.earliest().unwrap().to_string(), earliest, "{written}");
        assert_eq!(date.latest().unwrap().to_string(), latest, "{written}");
        assert_eq!(Phrasebook::english().date(date), words);
    }
}

#[test]
fn one_of_several_days_is_neither_a_day_nor_an_interval() {
    let table = [
        ("[2023-05-22..2023-08-17]", "between 22 May and 17 August 2023"),
        ("[2023-05-03..2023-05-09]", "between 3 and 9 May 2023"),
        ("[2023-12-29..2024-01-02]", "between 29 December 2023 and 2 January 2024"),
        ("[-0479-05-22..-0479-08-17]", "between 22 May and 17 August 480 BC"),
        ("[2023-05-22..]", "on or after 22 May 2023"),
        ("[..2023-08-17]", "on or before 17 August 2023"),
    ];
    for (written, words) in table {
        let date = edtf(written);
        assert_eq!(date.to_string(), written);
        assert_eq!(Phrasebook::english().date(date), words);
        assert_eq!(date.qualified(Qualifier::Uncertain), date);
        assert_eq!((date.as_day(), date.html_datetime(), date.is_interval()), (None, None, false), "{written}");
    }
    assert_eq!(edtf("[2023-05-22..]").latest(), None);
    assert_eq!(edtf("[2023-05-22..2023-05-22]").as_day(), edtf("2023-05-22").as_day());
}

#[test]
fn bounds_become_the_coarsest_exact_value() {
    let table = [
        ("2023-11-05", "2023-11-05", "2023-11-05"),
        ("2023-11-01", "2023-11-30", "2023-11?"),
        ("2024-02-01", "2024-02-28", "[2024-02-01..2024-02-28]"),
        ("2024-02-01", "2024-02-29", "2024-02?"),
        ("2023-01-01", "2023-12-31", "2023?"),
        ("2023-08-17", "2023-05-22", "[2023-05-22..2023-08-17]"),
        ("-0479-01-01", "-0479-12-31", "-0479?"),
    ];
    for (first, last, expected) in table {
        assert_eq!(Edtf::one_of(day(first), day(last)).to_string(), expected, "{first} {last}");
    }
    assert_eq!(Edtf::one_of(NaiveDate::MIN, NaiveDate::MAX).to_string(), "[-9999-01-01..9999-12-31]");
    assert_eq!(Edtf::on_or_after(day("2023-05-22")).to_string(), "[2023-05-22..]");
    assert_eq!(Edtf::on_or_before(day("2023-08-17")).to_string(), "[..2023-08-17]");
}

#[test]
fn a_hull_is_a_value_of_its_own_only_where_neither_holds_the_other() {
    let table = [
        ("2023-05-03?", "2023-05-03?", "2023-05-03?"),
        ("2023-05-03?", "2023-05-03~", "2023-05-03%"),
        ("2023-05-03/2023-05-05", "2023-05-03/2023-05-05?", "2023-05-03?/2023-05-05?"),
        ("2023-05-03", "2023-05-17", "2023-05"),
        ("2023-05-03/2023-05-05", "2023-05-04", "2023-05"),
        ("2023-05-03~", "2023-05-17", "2023-05~"),
        ("2023-05", "2023-05-17", "2023-05"),
        ("2023", "2023-02?", "2023?"),
        ("198X", "1985", "198X"),
        ("1985", "1986", "[1985-01-01..1986-12-31]"),
        ("2023-01", "2023-03", "[2023-01-01..2023-03-31]"),
        ("2023-01", "2023-04-01", "2023"),
        ("2023-12-29", "2024-01-02", "[2023-12-29..2024-01-02]"),
        ("2021/..", "2020-05-04", "[2020-05-04..]"),
        ("../2021", "2022-05-04", "[..2022-05-04]"),
        ("[2023-05-22..2023-08-17]", "2023-06", "[2023-05-22..2023-08-17]"),
        ("9999-24", "9999-11", "[9999-11-01..9999-12-31]"),
    ];
    for (one, other, expected) in table {
        for hull in [Edtf::hull(edtf(one), edtf(other)), Edtf::hull(edtf(other), edtf(one))] {
            assert_eq!(hull.map(String::from).as_deref(), Some(expected), "{one} {other}");
        }
    }
    assert_eq!(Edtf::hull(edtf("../2021"), edtf("2022/..")), None);
}

#[test]
fn containing_and_overlapping_go_by_the_days_that_may_be_meant() {
    let table = [
        ("2023", "2023-05-03?", true, true),
        ("2023-05-03", "2023", false, true),
        ("2023-05", "2023-06", false, false),
        ("2023/..", "2024/2025", true, true),
        ("2023/2030", "2024/..", false, true),
        ("../2023", "2024/..", false, false),
        ("[2023-05-22..2023-08-17]", "2023-06", true, true),
        ("-04XX", "-0479", true, true),
    ];
    for (one, other, contains, overlaps) in table {
        assert_eq!(edtf(one).contains(edtf(other)), contains, "{one} {other}");
        assert_eq!(edtf(one).overlaps(edtf(other)), overlaps, "{one} {other}");
        assert_eq!(edtf(other).overlaps(edtf(one)), overlaps, "{other} {one}");
    }
}

#[test]
fn an_interval_says_once_what_both_ends_share() {
    let table = [
        ("1989-07/1989-09", "July to September 1989"),
        ("1989-11/1990-02", "November 1989 to February 1990"),
        ("2023-05-03/2023-05-05", "3 to 5 May 2023"),
        ("2024-06-29/2024-07-03", "29 June to 3 July 2024"),
        ("2023-12-29/2024-01-02", "29 December 2023 to 2 January 2024"),
        ("2023-05-03/2023-05-03", "3 May 2023"),
        ("1989-07/1989-09-03", "July 1989 to 3 September 1989"),
        ("1989-07?/1989-09", "probably July 1989 to September 1989"),
    ];
    for (written, words) in table {
        assert_eq!(Phrasebook::english().date(edtf(written)), words);
    }
}

#[test]
fn a_weekday_is_said_with_what_is_known_of_its_day() {
    let table = [
        ("2023-11", "a Sunday in November 2023"),
        ("2023-11?", "a Sunday, probably November 2023"),
        ("2023", "a Sunday in 2023"),
        ("2023-22", "a Sunday in summer 2023"),
        ("198X", "a Sunday in the 1980s"),
        ("[2023-05-22..2023-08-17]", "a Sunday between 22 May and 17 August 2023"),
        ("[2023-05-03..]", "a Sunday on or after 3 May 2023"),
        ("2023-05-03/2023-05-09", "a Sunday between 3 and 9 May 2023"),
        ("2023/..", "a Sunday, 2023 or later"),
        ("2023-11-05", "Sunday 5 November 2023"),
        ("2023-11-05?", "probably 5 November 2023"),
        ("2023-11-06", "6 November 2023"),
    ];
    for (written, words) in table {
        assert_eq!(Phrasebook::english().date_on(edtf(written), Weekday::Sunday), words);
    }
}

#[test]
fn open_intervals_are_open() {
    assert_eq!(edtf("../2024-08-18").earliest(), None);
    assert_eq!(Phrasebook::english().date(edtf("../2024-08-18")), "18 August 2024 or earlier");
    assert_eq!(edtf("2024/..").latest(), None);
    assert_eq!(Phrasebook::english().date(edtf("2024/..")), "2024 or later");
}

#[test]
fn what_is_no_date_is_refused() {
    for wrong in [
        "",
        "2023-13",
        "2023-02-30",
        "23-08-18",
        "2023-8-1",
        "../..",
        "2024/2023",
        "2023-08-18-01",
        "٢٠٢٣",
        "20é3",
        "X",
        "-",
        "-0000",
        "-0000-05",
        "--479",
        "-479",
        "+2023",
        "[..]",
        "[2023-05-22]",
        "[2023-05..2023-06]",
        "[2023-08-17..2023-05-22]",
        "[2023-05-22..2023-08-17]?",
        "[2023-05-22..2023-08-17/2024]",
    ] {
        assert!(wrong.parse::<Edtf>().is_err(), "{wrong}");
    }
}

#[test]
fn html_has_no_form_for_years_before_year_1() {
    let datetime = |words: &str| edtf(words).html_datetime();
    assert_eq!(datetime("0001-05?").as_deref(), Some("0001-05"));
    assert_eq!([datetime("0000"), datetime("-0479-09-29"), datetime("199X"), datetime("2021-22")], [const { None }; 4]);
}

#[test]
fn values_out_of_reach_do_not_panic() {
    for number in [i32::MIN, -10_001, -10_000, 10_000, i32::MAX] {
        let values = [
            DateValue::Century(number),
            DateValue::Decade(number),
            DateValue::Year(number),
            DateValue::Season(number, Season::Winter),
            DateValue::Month(number, 13),
            DateValue::century_of(number),
            DateValue::decade_of(number),
        ];
        for value in values {
            assert!(value.earliest() <= value.latest());
            assert!(!Phrasebook::english().value_words(value).is_empty() && !value.to_string().is_empty());
        }
        assert_eq!(DateValue::day(number, 1, 1), None);
    }
}

#[test]
fn a_time_of_day_is_dropped() {
    assert_eq!(edtf("2024-08-18T02:09:53Z").to_string(), "2024-08-18");
    assert_eq!(edtf("2024-08-18 02:09:53.946000").to_string(), "2024-08-18");
}

fn any_value() -> impl Strategy<Value = DateValue> {
    (YEARS, 1..=12u32, 1..=31u32, 0..6).prop_map(|(year, month, day, form)| match form {
        0 => DateValue::century_of(year),
        1 => DateValue::decade_of(year),
        2 => DateValue::Year(year),
        3 => DateValue::Season(
            year,
            [Season::Spring, Season::Summer, Season::Autumn, Season::Winter][month as usize % 4],
        ),
        4 => DateValue::Month(year, month),
        _ => DateValue::day(year, month, day).unwrap_or(DateValue::Month(year, month)),
    })
}

fn any_date() -> impl Strategy<Value = EdtfDate> {
    let marks = [Qualifier::None, Qualifier::Uncertain, Qualifier::Approximate, Qualifier::Both];
    (any_value(), 0..4usize).prop_map(move |(value, mark)| EdtfDate { value, qualifier: marks[mark] })
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    any_value().prop_map(DateValue::earliest)
}

/// Every form there is; days lie close together as often as far apart.
fn any_edtf() -> impl Strategy<Value = Edtf> {
    let near = (any_day(), 0..500i64).prop_map(|(first, days)| {
        let last = first + chrono::TimeDelta::days(days);
        Edtf::OneOf(Some(first), Some(last.min(DateValue::Year(9999).latest())))
    });
    let interval = (any_date(), any_date()).prop_map(|(one, other)| {
        let is_ordered = one.value.earliest() <= other.value.latest();
        let (from, to) = if is_ordered { (one, other) } else { (other, one) };
        Edtf::Interval(Some(from), Some(to))
    });
    prop_oneof![
        any_date().prop_map(Edtf::Date),
        interval,
        any_date().prop_map(|date| Edtf::Interval(Some(date), None)),
        any_date().prop_map(|date| Edtf::Interval(None, Some(date))),
        near,
        (any_day(), any_day()).prop_map(|(one, other)| Edtf::OneOf(Some(one.min(other)), Some(one.max(other)))),
        (any_day(), any_day()).prop_map(|(one, other)| Edtf::one_of(one, other)),
        any_day().prop_map(Edtf::on_or_after),
        any_day().prop_map(Edtf::on_or_before),
    ]
}

fn assert_parses_to_itself(date: Edtf) {
    assert_eq!(date.to_string().parse::<Edtf>(), Ok(date));
}

proptest! {
    #[test]
    fn parse_after_print_is_identity(date in any_edtf()) {
        assert_parses_to_itself(date);
    }

    #[test]
    fn bounds_are_ordered(date in any_edtf()) {
        prop_assert!(date.earliest().zip(date.latest()).is_none_or(|(first, last)| first <= last));
    }

    #[test]
    fn there_are_always_words(date in any_edtf(), weekday in 0..7usize) {
        prop_assert!(!Phrasebook::english().date(date).is_empty());
        prop_assert!(!Phrasebook::english().date_plain(date).is_empty());
        prop_assert!(Phrasebook::english().date_on(date, Weekday::ALL[weekday]).len() > 8);
    }

    #[test]
    fn a_decade_and_a_century_hold_the_year_they_are_made_of(year in YEARS) {
        for value in [DateValue::decade_of(year), DateValue::century_of(year)] {
            prop_assert!(Edtf::date(value).contains(Edtf::date(DateValue::Year(year))));
        }
    }

    #[test]
    fn a_month_holds_its_days_and_no_other(year in YEARS, month in 1..=12u32, day in any_day()) {
        let value = Edtf::date(DateValue::Month(year, month));
        prop_assert_eq!(value.contains(Edtf::day(day)), (day.year(), day.month()) == (year, month));
        for number in 1..=31 {
            if let Some(day) = DateValue::day(year, month, number) {
                prop_assert!(value.contains(Edtf::date(day)));
            }
        }
    }

    #[test]
    fn a_set_of_days_holds_both_bounds_and_no_more(one in any_day(), other in any_day()) {
        let set = Edtf::one_of(one, other);
        prop_assert!(set.contains(Edtf::day(one)) && set.contains(Edtf::day(other)));
        prop_assert_eq!((set.earliest(), set.latest()), (Some(one.min(other)), Some(one.max(other))));
        assert_parses_to_itself(set);
    }

    #[test]
    fn a_hull_holds_both(one in any_edtf(), other in any_edtf()) {
        let hull = Edtf::hull(one, other);
        prop_assert_eq!(hull.is_none(), one != other
            && (one.earliest().is_none() || other.earliest().is_none())
            && (one.latest().is_none() || other.latest().is_none()));
        if let Some(hull) = hull {
            prop_assert!(hull.contains(one) && hull.contains(other));
            assert_parses_to_itself(hull);
        }
        prop_assert_eq!(hull.map(Edtf::earliest), Edtf::hull(other, one).map(Edtf::earliest));
    }

    #[test]
    fn what_contains_overlaps(one in any_edtf(), other in any_edtf()) {
        prop_assert!(one.contains(one) && one.overlaps(one));
        prop_assert!(!one.contains(other) || one.overlaps(other));
        prop_assert_eq!(one.overlaps(other), other.overlaps(one));
    }

    #[test]
    fn no_string_makes_the_reader_panic(words in "\\PC*") {
        let _ = words.parse::<Edtf>();
    }

    #[test]
    fn what_is_read_prints_to_what_is_read_as_the_same(words in "[\\[ ]?(-?[0-9X]{4}(-[0-9]{2}){0,2}[?~%]?|[-.]{0,3})(/|\\.\\.)?(-?[0-9X]{4}(-[0-3][0-9]){0,2}[?~%TZ ]?|[.]{0,2})\\]?") {
        if let Ok(date) = words.parse::<Edtf>() {
            assert_parses_to_itself(date);
        }
    }
}
